package skills

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"rung/corpus/text"
)

// Example is one labelled sentence, in the form of SkillSpan (Zhang, Jensen,
// Sonniks and Plank 2022): its words and, for each, a label B, I or O in each
// of the two sequences.
type Example struct {
	Doc       int      `json:"idx"` // number of the posting within its source
	Source    string   `json:"source"`
	Words     []string `json:"tokens"`
	Skill     []string `json:"tags_skill"`
	Knowledge []string `json:"tags_knowledge"`
}

// ReadExamples reads JSON Lines. Errors name the line.
func ReadExamples(r io.Reader) ([]Example, error) {
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<26)
	var out []Example
	for n := 1; s.Scan(); n++ {
		if len(strings.TrimSpace(s.Text())) == 0 {
			continue
		}
		var e Example
		if err := json.Unmarshal(s.Bytes(), &e); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if len(e.Skill) != len(e.Words) || len(e.Knowledge) != len(e.Words) {
			return nil, fmt.Errorf("line %d: %d tokens, %d tags_skill, %d tags_knowledge: want as many of each",
				n, len(e.Words), len(e.Skill), len(e.Knowledge))
		}
		out = append(out, e)
	}
	return out, s.Err()
}

// states returns the labels as states. What continues nothing begins.
func (e *Example) states() []uint8 {
	out := make([]uint8, len(e.Words))
	for kind, labels := range [numKinds][]string{e.Skill, e.Knowledge} {
		last := outside
		for i, l := range labels {
			now := outside
			switch {
			case l == "B" || l == "I" && last == outside:
				now = begin
			case l == "I":
				now = inside
			}
			if kind == kindSkill {
				out[i] += uint8(now * numLabels)
			} else {
				out[i] += uint8(now)
			}
			last = now
		}
	}
	return out
}

// load makes the words of an example those of s, one a token of the file.
func (t *Tagger) load(s *scratch, e *Example) {
	txt := strings.Join(e.Words, " ")
	s.words = s.words[:0]
	at := 0
	for _, w := range e.Words {
		s.words = append(s.words, makeWord(txt, at, at+len(w), false))
		at += len(w) + 1
	}
	t.annotate(s, txt, text.Tokenize(nil, txt))
}

// spansOf returns the spans of a kind in a sequence of states.
func spansOf(dst []spanScore, states []uint8, kind int) []spanScore {
	for i := 0; i < len(states); {
		j := i + 1
		if label(int(states[i]), kind) != outside {
			for j < len(states) && label(int(states[j]), kind) == inside {
				j++
			}
			dst = append(dst, spanScore{int32(i), int32(j), 1})
		}
		i = j
	}
	return dst
}

// Score counts spans that are exactly right.
type Score struct {
	Precision float64 `json:"precision"` // of the spans found, the part that is right, 0…1; 0 where none is
	Recall    float64 `json:"recall"`    // of the right spans, the part that is found
	F1        float64 `json:"f1"`        // their harmonic mean
}

// Result is what Eval measures.
type Result struct {
	Sentences int   `json:"sentences"`
	Skill     Score `json:"skill"`
	Knowledge Score `json:"knowledge"`
}

// tally counts spans found, right ones, and those that are both.
type tally struct{ found, right, both int }

func (c *tally) add(found, right []spanScore) {
	c.found += len(found)
	c.right += len(right)
	for _, f := range found {
		for _, r := range right {
			if f.first == r.first && f.last == r.last {
				c.both++
			}
		}
	}
}

func (c *tally) score() (s Score) {
	if c.found > 0 {
		s.Precision = float64(c.both) / float64(c.found)
	}
	if c.right > 0 {
		s.Recall = float64(c.both) / float64(c.right)
	}
	if c.both > 0 {
		s.F1 = 2 * float64(c.both) / float64(c.found+c.right)
	}
	return s
}

// Eval tags the sentences of a SkillSpan file over its own tokens and compares
// exact spans.
func (t *Tagger) Eval(r io.Reader) (Result, error) {
	examples, err := ReadExamples(r)
	if err != nil {
		return Result{}, err
	}
	var counts [numKinds]tally
	s := new(scratch)
	for i := range examples {
		e := &examples[i]
		t.load(s, e)
		t.tag(s, t.model.costs)
		states := e.states()
		for kind := range counts {
			counts[kind].add(s.chosen[kind], spansOf(nil, states, kind))
		}
	}
	return Result{len(examples), counts[kindSkill].score(), counts[kindKnowledge].score()}, nil
}
