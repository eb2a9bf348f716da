// Package annotate gives postings to people and takes their judgements back: it
// draws a blinded sample, writes it as tasks of Label Studio, doccano or a
// spreadsheet, reads what these tools export, and says how far the people agree
// with one another and with the model. It shows no annotator a verdict, a title
// or an employer, and opens no file.
package annotate

import (
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"slices"
	"strings"

	"rung/corpus"
	"rung/report/table"
)

// Labels are what an annotator chooses from, in the order of the scale; the last
// lies outside it.
var Labels = []string{"director", "unsure", "vp", "neither"}

// Task is one posting to be judged.
type Task struct {
	ID   string // of the posting; the only thing kept beside the text
	Text string
}

// Sampler draws postings: an equal part of each stratum, or all of one that holds
// fewer. Which are drawn depends on the seed and on the postings, and not on
// their order.
type Sampler struct {
	Size int
	Seed uint64

	strata map[string][]drawn
}

// drawn is a posting that is in the sample so far; those of the lowest rank stay.
type drawn struct {
	rank  uint64
	print uint64
	title string
	task  Task
}

// Add offers a posting of a stratum.
func (s *Sampler) Add(stratum string, p corpus.Posting) {
	if s.strata == nil {
		s.strata = map[string][]drawn{}
	}
	print := corpus.SimHash(p.Text)
	d := drawn{rank: mix(mix(s.Seed) ^ mix(print) ^ mix(hash(string(p.ID)))), print: print, title: p.Title, task: Task{ID: string(p.ID)}}
	have := s.strata[stratum]
	// Twice the size, since near-duplicates are taken out at the end.
	at, _ := slices.BinarySearchFunc(have, d, before)
	if at >= 2*s.Size {
		return
	}
	d.task.Text = strings.Clone(mask(p.Text, p.Title))
	have = slices.Insert(have, at, d)
	s.strata[stratum] = have[:min(len(have), 2*s.Size)]
}

func before(a, b drawn) int {
	return cmp.Or(cmp.Compare(a.rank, b.rank), strings.Compare(a.task.ID, b.task.ID))
}

// Tasks is the sample, in an order that does not show the strata, and how many
// of each stratum it holds.
func (s *Sampler) Tasks() ([]Task, map[string]int) {
	var names []string
	for name, have := range s.strata {
		names = append(names, name)
		var prints []corpus.Fingerprint
		for i, d := range have {
			prints = append(prints, corpus.Fingerprint{ID: corpus.ID(fmt.Sprintf("%09d", i)), Hash: d.print, Rank: corpus.RankWords(d.title)})
		}
		near := corpus.Near(prints)
		kept := have[:0:0]
		for i, d := range have {
			if _, again := near[corpus.ID(fmt.Sprintf("%09d", i))]; !again {
				kept = append(kept, d)
			}
		}
		s.strata[name] = kept
	}
	slices.Sort(names)
	var all []drawn
	counts := map[string]int{}
	for round := 0; len(all) < s.Size; round++ {
		n := len(all)
		for _, name := range names {
			if have := s.strata[name]; round < len(have) && len(all) < s.Size {
				all = append(all, have[round])
				counts[name]++
			}
		}
		if len(all) == n {
			break
		}
	}
	slices.SortFunc(all, before)
	tasks := make([]Task, len(all))
	for i := range all {
		tasks[i] = all[i].task
	}
	return tasks, counts
}

// masked stands where the posting's own title stood.
const masked = "[this job]"

// mask strikes the posting's own title out of its text, whatever its case.
func mask(text, title string) string {
	title = strings.ToLower(strings.Join(strings.Fields(title), " "))
	if len(title) < 4 {
		return text
	}
	lower := strings.ToLower(text)
	if len(lower) != len(text) { // a letter whose lower case has another length
		return text
	}
	var b strings.Builder
	from := 0
	for {
		i := strings.Index(lower[from:], title)
		if i < 0 {
			break
		}
		b.WriteString(text[from : from+i])
		b.WriteString(masked)
		from += i + len(title)
	}
	b.WriteString(text[from:])
	return b.String()
}

func mix(h uint64) uint64 {
	h += 0x9e3779b97f4a7c15
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

func hash(s string) uint64 {
	h := fnv.New64a()
	io.WriteString(h, s)
	return h.Sum64()
}

// Formats are the formats of Write.
func Formats() []string { return []string{"labelstudio", "doccano", "csv"} }

// Interface is Label Studio's labelling interface for the tasks.
const Interface = `<View><Text name="text" value="$text"/><Choices name="level" toName="text" choice="single"><Choice value="director"/><Choice value="unsure"/><Choice value="vp"/><Choice value="neither"/></Choices></View>`

// Write writes tasks in a format: for Label Studio as JSON to import, for
// doccano's text classification as JSON Lines, or as CSV with an empty column
// level to fill in. The posting's id stands as posting_id.
func Write(w io.Writer, format string, tasks []Task) error {
	switch format {
	case "labelstudio":
		type data struct {
			ID   string `json:"posting_id"`
			Text string `json:"text"`
		}
		type task struct {
			Data data `json:"data"`
		}
		list := make([]task, len(tasks))
		for i, t := range tasks {
			list[i] = task{data(t)}
		}
		b, err := json.MarshalIndent(list, "", " ")
		if err == nil {
			_, err = w.Write(append(b, '\n'))
		}
		return err
	case "doccano":
		for _, t := range tasks {
			b, err := json.Marshal(struct {
				Text  string   `json:"text"`
				Label []string `json:"label"`
				ID    string   `json:"posting_id"`
			}{t.Text, []string{}, t.ID})
			if err == nil {
				_, err = w.Write(append(b, '\n'))
			}
			if err != nil {
				return err
			}
		}
		return nil
	case "csv":
		c := csv.NewWriter(w)
		c.Write([]string{"posting_id", "level", "comment", "text"})
		for _, t := range tasks {
			c.Write([]string{harmless(t.ID), "", "", harmless(t.Text)})
		}
		c.Flush()
		return c.Error()
	}
	return fmt.Errorf("unknown format %q of tasks: want one of %s", format, strings.Join(Formats(), ", "))
}

// harmless is a text that no spreadsheet takes for a formula; harmed undoes it,
// also where the text begins with an apostrophe of its own.
func harmless(s string) string {
	if strings.HasPrefix(s, "'") {
		return "'" + s
	}
	return table.Harmless(s)
}

func harmed(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && (strings.HasPrefix(rest, "'") || table.Formula(rest)) {
		return rest
	}
	return s
}
