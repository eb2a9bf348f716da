// Package measure compares profiles with postings that were labelled line by
// line. It does not learn from them.
package measure

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"rung/corpus/profile"
	"rung/corpus/text"
)

// Score counts what was found against what is right.
type Score struct {
	Precision float64 `json:"precision"` // of what was found, the part that is right, 0…1; 0 where nothing was found
	Recall    float64 `json:"recall"`    // of what is right, the part that was found
	F1        float64 `json:"f1"`        // their harmonic mean
	N         int     `json:"n"`         // how many are right
	found     int
	hit       int // found and right
	known     int // right and found; another number than hit where spans overlap
}

func (s *Score) finish() {
	s.Precision, s.Recall, s.F1 = 0, 0, 0
	if s.found > 0 {
		s.Precision = float64(s.hit) / float64(s.found)
	}
	if s.N > 0 {
		s.Recall = float64(s.known) / float64(s.N)
	}
	if s.Precision+s.Recall > 0 {
		s.F1 = 2 * s.Precision * s.Recall / (s.Precision + s.Recall)
	}
}

// Lines is how well line-labelled postings are read.
type Lines struct {
	Postings         int              `json:"postings"`
	Lines            int              `json:"lines"`    // non-blank and labelled
	Accuracy         float64          `json:"accuracy"` // of the kinds of lines
	MacroF1          float64          `json:"macro_f1"` // mean over the kinds that occur
	Kinds            map[string]Score `json:"kinds"`
	Responsibilities Score            `json:"responsibilities"` // by line
	Fields           map[string]Score `json:"fields"`           // by equal value; reports_to and manages by overlapping span
	HardSkills       Score            `json:"hard_skills"`      // by overlap of spans
	SoftSkills       Score            `json:"soft_skills"`
	Misses           []Miss           `json:"misses"` // in the order of the file
}

// Miss is a field, or the number of a line with a responsibility, that was not read as
// it is labelled.
type Miss struct {
	ID    string `json:"id"`
	Field string `json:"field"`
	Want  string `json:"want"` // empty: not stated
	Got   string `json:"got"`
}

// Posting is one labelled posting: the form of the file.
type Posting struct {
	ID               string
	Text             string
	Lines            map[string][][2]int // inclusive ranges of line numbers, by kind
	Fields           map[string]any      // nil: not stated
	Responsibilities []int
	HardSkills       []quote `json:"hard_skills"`
	SoftSkills       []quote `json:"soft_skills"`
}

// quote is a line number and words that stand on that line.
type quote struct {
	line  int
	words string
}

func (q *quote) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&q.line, &q.words})
}

// maxLine bounds one labelled posting, in bytes.
const maxLine = 16 << 20

// ReadLines reads JSON Lines of labelled postings. Errors name the line.
func ReadLines(r io.Reader, name string) (postings []Posting, err error) {
	in := bufio.NewScanner(r)
	in.Buffer(nil, maxLine)
	for n := 1; in.Scan(); n++ {
		if strings.TrimSpace(in.Text()) == "" {
			continue
		}
		var p Posting
		if err := json.Unmarshal(in.Bytes(), &p); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		lines := strings.Count(p.Text, "\n") + 1
		if p.Lines == nil {
			return nil, fmt.Errorf("%s:%d: no \"lines\": is it a file of line labels?", name, n)
		}
		for kind, ranges := range p.Lines {
			if _, ok := text.ParseKind(kind); !ok {
				return nil, fmt.Errorf("%s:%d: unknown kind of line %q", name, n, kind)
			}
			for _, r := range ranges {
				if r[0] < 0 || r[1] >= lines || r[0] > r[1] {
					return nil, fmt.Errorf("%s:%d: lines %d to %d of %d", name, n, r[0], r[1], lines)
				}
			}
		}
		for _, q := range append(p.HardSkills, p.SoftSkills...) {
			if q.line < 0 || q.line >= lines {
				return nil, fmt.Errorf("%s:%d: a skill on line %d of %d", name, n, q.line, lines)
			}
		}
		postings = append(postings, p)
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(postings) == 0 {
		return nil, fmt.Errorf("%s: no posting in it", name)
	}
	return postings, nil
}

// EvalLines reads every posting and compares.
func EvalLines(postings []Posting) *Lines {
	m := &Lines{Postings: len(postings), Kinds: map[string]Score{}, Fields: map[string]Score{}, Misses: []Miss{}}
	var confusion [text.NumKinds][text.NumKinds]int
	for i := range postings {
		p := &postings[i]
		d := text.Parse(p.Text)
		m.kinds(&confusion, d, p)
		m.add(d, profile.Extract(d), p)
	}
	kinds := 0
	for k := range text.NumKinds {
		var s Score
		for j := range text.NumKinds {
			s.N += confusion[k][j]
			s.found += confusion[j][k]
		}
		s.hit, s.known = confusion[k][k], confusion[k][k]
		s.finish()
		m.Lines += s.N
		m.Accuracy += float64(s.hit)
		if s.N > 0 {
			kinds++
			m.MacroF1 += s.F1
			m.Kinds[text.Kind(k).String()] = s
		}
	}
	m.Accuracy /= float64(max(1, m.Lines))
	m.MacroF1 /= float64(max(1, kinds))
	m.Responsibilities.finish()
	m.HardSkills.finish()
	m.SoftSkills.finish()
	for name, s := range m.Fields {
		s.finish()
		m.Fields[name] = s
	}
	return m
}

// kinds compares the kinds of the non-blank lines that are labelled.
func (m *Lines) kinds(confusion *[text.NumKinds][text.NumKinds]int, d *text.Document, p *Posting) {
	read := map[int]text.Kind{}
	for _, l := range d.Lines {
		read[l.Number] = l.Kind
	}
	lines := strings.Split(p.Text, "\n")
	labelled := map[int]text.Kind{}
	for name, ranges := range p.Lines {
		kind, _ := text.ParseKind(name)
		for _, r := range ranges {
			for i := r[0]; i <= r[1]; i++ {
				labelled[i] = kind
			}
		}
	}
	for i, kind := range labelled {
		if strings.TrimSpace(lines[i]) != "" {
			confusion[kind][read[i]]++
		}
	}
}

// add compares duties, skills and fields of one posting.
func (m *Lines) add(d *text.Document, got *profile.Profile, p *Posting) {
	right := map[int]bool{}
	for _, n := range p.Responsibilities {
		right[n] = true
	}
	found := map[int]bool{}
	for _, duty := range got.Responsibilities {
		found[d.Lines[duty.Line].Number] = true
	}
	s := &m.Responsibilities
	s.N += len(right)
	s.found += len(found)
	for n := range strings.Count(p.Text, "\n") + 1 {
		line := strconv.Itoa(n)
		switch {
		case found[n] && right[n]:
			s.hit++
			s.known++
		case found[n]:
			m.Misses = append(m.Misses, Miss{p.ID, "responsibility", "", line})
		case right[n]:
			m.Misses = append(m.Misses, Miss{p.ID, "responsibility", line, ""})
		}
	}
	m.HardSkills.overlap(spans(got.HardSkills), places(p.Text, p.HardSkills))
	m.SoftSkills.overlap(spans(got.SoftSkills), places(p.Text, p.SoftSkills))
	m.fields(d, got, p)
}

func spans(list []profile.Skill) (out []text.Span) {
	for _, s := range list {
		out = append(out, s.Span)
	}
	return out
}

// overlap counts spans that touch one of the other side.
func (s *Score) overlap(found, right []text.Span) {
	touches := func(a text.Span, list []text.Span) int {
		for _, b := range list {
			if a.Start < b.End && b.Start < a.End {
				return 1
			}
		}
		return 0
	}
	for _, f := range found {
		s.hit += touches(f, right)
	}
	for _, r := range right {
		s.known += touches(r, found)
	}
	s.found += len(found)
	s.N += len(right)
}

// places returns where the quotes stand; the second of two equal ones has the second
// place.
func places(s string, quotes []quote) (out []text.Span) {
	lines := strings.SplitAfter(s, "\n")
	taken := map[text.Span]bool{}
	for _, q := range quotes {
		at := len(strings.Join(lines[:q.line], ""))
		for i := 0; q.words != "" && i < len(lines[q.line]); {
			j := strings.Index(lines[q.line][i:], q.words)
			if j < 0 {
				break
			}
			span := text.Span{Start: at + i + j, End: at + i + j + len(q.words)}
			if !taken[span] {
				taken[span] = true
				out = append(out, span)
				break
			}
			i += j + 1
		}
	}
	return out
}
