package annotate

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// Judgement is what one annotator said of one posting.
type Judgement struct {
	ID        string // of the posting
	Annotator string
	Label     string // one of Labels
	Text      string // of the posting, where the export holds it
}

// maxExport is the largest export that is read, in bytes.
const maxExport = 256 << 20

// Read reads an export: of Label Studio as JSON, JSON-MIN or CSV, of doccano as
// JSON Lines, or a CSV that Write wrote, filled in. Who annotated is taken from
// the export; where it does not say, from the name of the file, since doccano
// writes one file a person. Postings without a label are left out. An error
// names the file and the record.
func Read(r io.Reader, name string) ([]Judgement, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxExport+1))
	if len(b) > maxExport {
		err = errors.New("larger than 256 MB, which no export of a sample is")
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	b = bytes.TrimSpace(bytes.TrimPrefix(b, []byte("\ufeff")))
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	who, _, _ := strings.Cut(base, ".")
	var out []Judgement
	switch {
	case len(b) == 0:
		return nil, fmt.Errorf("%s: the file is empty", name)
	case b[0] == '[':
		out, err = readTasks(b, who)
	case b[0] == '{':
		out, err = readLines(b, who)
	default:
		out, err = readCSV(b, who)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return out, nil
}

// judgements are those of one export.
type judgements []Judgement

// add checks a judgement and adds it, unless its label is empty. place says where
// it stands, as in "line 3".
func (list *judgements) add(place string, at int, j Judgement) error {
	j.Label = strings.ToLower(strings.TrimSpace(j.Label))
	switch {
	case j.Label == "":
		return nil
	case j.ID == "":
		return fmt.Errorf("%s %d: no posting_id", place, at)
	case !slices.Contains(Labels, j.Label):
		return fmt.Errorf("%s %d: label %q of %q: want one of %s", place, at, j.Label, j.ID, strings.Join(Labels, ", "))
	}
	*list = append(*list, j)
	return nil
}

// person names who annotated: a number, a name, or an object with an e-mail
// address.
func person(raw json.RawMessage, who string) string {
	var s string
	if json.Unmarshal(raw, &s) == nil && s != "" {
		return s
	}
	var n json.Number
	if json.Unmarshal(raw, &n) == nil && n != "" {
		return n.String()
	}
	var o struct {
		Email    string
		Username string
		ID       json.Number
	}
	if json.Unmarshal(raw, &o) == nil {
		return cmp.Or(o.Username, o.Email, o.ID.String(), who)
	}
	return who
}

// readTasks reads Label Studio's JSON and JSON-MIN.
func readTasks(b []byte, who string) ([]Judgement, error) {
	var tasks []struct {
		Data struct {
			ID   string `json:"posting_id"`
			Text string `json:"text"`
		} `json:"data"`
		Annotations []struct {
			By        json.RawMessage `json:"completed_by"`
			Cancelled bool            `json:"was_cancelled"`
			Result    []struct {
				Value struct {
					Choices []string `json:"choices"`
				} `json:"value"`
			} `json:"result"`
		} `json:"annotations"`
		// Of JSON-MIN.
		ID        string          `json:"posting_id"`
		Text      string          `json:"text"`
		Level     string          `json:"level"`
		Annotator json.RawMessage `json:"annotator"`
	}
	if err := json.Unmarshal(b, &tasks); err != nil {
		return nil, err
	}
	var out judgements
	for i, t := range tasks {
		if err := out.add("task", i+1, Judgement{t.ID, person(t.Annotator, who), t.Level, t.Text}); err != nil {
			return nil, err
		}
		for _, a := range t.Annotations {
			if a.Cancelled {
				continue
			}
			for _, r := range a.Result {
				for _, label := range r.Value.Choices {
					if err := out.add("task", i+1, Judgement{t.Data.ID, person(a.By, who), label, t.Data.Text}); err != nil {
						return nil, err
					}
				}
			}
		}
	}
	return out, nil
}

// readLines reads doccano's JSON Lines: its own id beside the posting_id, and
// labels as a list of words.
func readLines(b []byte, who string) ([]Judgement, error) {
	var out judgements
	n := 0
	for line := range bytes.Lines(b) {
		n++
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		var row struct {
			ID   string `json:"posting_id"`
			Meta struct {
				ID string `json:"posting_id"`
			}
			Text      string
			Data      string
			Label     json.RawMessage
			Annotator json.RawMessage
		}
		if err := json.Unmarshal(line, &row); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		var labels []string
		if len(row.Label) > 0 && json.Unmarshal(row.Label, &labels) != nil {
			var one string
			if err := json.Unmarshal(row.Label, &one); err != nil {
				return nil, fmt.Errorf("line %d: label: want words", n)
			}
			labels = []string{one}
		}
		if len(labels) > 1 {
			return nil, fmt.Errorf("line %d: %d labels: want one", n, len(labels))
		}
		for _, label := range labels {
			if err := out.add("line", n, Judgement{cmp.Or(row.ID, row.Meta.ID), person(row.Annotator, who), label, cmp.Or(row.Text, row.Data)}); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// readCSV reads columns posting_id and level, and text and annotator where
// they stand.
func readCSV(b []byte, who string) ([]Judgement, error) {
	r := csv.NewReader(bytes.NewReader(b))
	if head, _, _ := bytes.Cut(b, []byte{'\n'}); bytes.Count(head, []byte{';'}) > bytes.Count(head, []byte{','}) {
		r.Comma = ';' // as spreadsheets of some countries write
	}
	head, err := r.Read()
	if err != nil {
		return nil, err
	}
	column := map[string]int{}
	for i, name := range head {
		column[strings.ToLower(strings.TrimSpace(name))] = i + 1
	}
	if column["posting_id"] == 0 || column["level"] == 0 {
		return nil, errors.New("no columns posting_id and level: not an export of a sample")
	}
	var out judgements
	for {
		row, err := r.Read()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		get := func(name string) string {
			if i := column[name]; i > 0 {
				return row[i-1]
			}
			return ""
		}
		line, _ := r.FieldPos(0)
		if err := out.add("line", line, Judgement{harmed(get("posting_id")), cmp.Or(get("annotator"), who), get("level"), harmed(get("text"))}); err != nil {
			return nil, err
		}
	}
}
