package skills

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"rung/corpus/text"
)

// overlaps counts spans that touch one of the other side.
type overlaps struct{ found, right, hit, known int }

func (o *overlaps) add(found, right []text.Span) {
	touch := func(a text.Span, bs []text.Span) int {
		for _, b := range bs {
			if a.Start < b.End && b.Start < a.End {
				return 1
			}
		}
		return 0
	}
	for _, f := range found {
		o.hit += touch(f, right)
	}
	for _, r := range right {
		o.known += touch(r, found)
	}
	o.found += len(found)
	o.right += len(right)
}

func (o *overlaps) f1() float64 {
	p, r := float64(o.hit)/float64(max(1, o.found)), float64(o.known)/float64(max(1, o.right))
	return 2 * p * r / max(1e-9, p+r)
}

func TestLabelledPostings(t *testing.T) {
	var hard, soft overlaps
	for line := range bytes.Lines(shared(t, "dev/lines.jsonl")) {
		var r struct {
			Text string
			Hard []quote `json:"hard_skills"`
			Soft []quote `json:"soft_skills"`
		}
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		d := text.Parse(r.Text)
		var h, s []text.Span
		found := Default().Find(d)
		checkSkills(t, d, found)
		for _, x := range found {
			if x.Hard {
				h = append(h, x.Span)
			} else {
				s = append(s, x.Span)
			}
		}
		hard.add(h, places(r.Text, r.Hard))
		soft.add(s, places(r.Text, r.Soft))
	}
	t.Logf("hard F1 %.4f %+v; soft F1 %.4f %+v", hard.f1(), hard, soft.f1(), soft)
	if hard.f1() < 0.75 || soft.f1() < 0.66 {
		t.Errorf("overlap F1: hard %.3f, soft %.3f; want at least 0.75 and 0.66", hard.f1(), soft.f1())
	}
}

// quote is a line number and words that stand on that line.
type quote struct {
	line  int
	words string
}

func (q *quote) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&q.line, &q.words})
}

// places returns where quotes stand, the second of two equal ones at the second
// place.
func places(s string, quotes []quote) (out []text.Span) {
	lines := strings.SplitAfter(s, "\n")
	taken := map[text.Span]bool{}
	for _, q := range quotes {
		at := len(strings.Join(lines[:q.line], ""))
		for i := 0; i < len(lines[q.line]); {
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
