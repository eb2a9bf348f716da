package text

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

// model returns the learner's weights as the program reads them back.
func (l *learner) model() *model {
	return &model{newCueTable(readCues(l.cues(0))), newCueTable(readCues(l.cues(1))), readTurns(l.turnLines())}
}

// cues writes the weights of content or heading cues, one cue a line.
func (l *learner) cues(which int) string {
	var lines []string
	for h, i := range l.index[which] {
		var b strings.Builder
		mean := 0.0
		for _, x := range l.w[which][i] {
			mean += x / float64(numContent)
		}
		if which == 1 {
			mean = 0 // a heading competes with content: its weights are not relative
		}
		for k, x := range l.w[which][i] {
			if x -= mean; x >= 0.05 || x <= -0.05 {
				fmt.Fprintf(&b, " %s %.2f", Kind(k), x)
			}
		}
		if b.Len() > 0 {
			lines = append(lines, l.names[which][h]+"\t"+b.String()[1:]+"\n")
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}

func (l *learner) turnLines() string {
	var b strings.Builder
	for a := range l.t {
		for i := range numStates {
			for j := range numStates {
				if x := l.t[a][i][j]; x >= 0.05 || x <= -0.05 {
					fmt.Fprintf(&b, "%s %s %s %.2f\n", turnNames[a], state(i), state(j), x)
				}
			}
		}
	}
	return b.String()
}

// tally counts lines by their kind and the kind read.
type tally [NumKinds][NumKinds]int

func (c *tally) add(d *Document, p *posting) {
	read := map[int]Kind{}
	for _, l := range d.Lines {
		read[l.Number] = l.Kind
	}
	for i, line := range strings.Split(p.Text, "\n") {
		if strings.TrimSpace(line) == "" || p.kinds[i] == NumKinds {
			continue
		}
		c[p.kinds[i]][read[i]]++
		if *showFlag && p.kinds[i] != read[i] {
			fmt.Printf("%s:%d\t%s read as %s\t%.110s\n", p.ID, i, p.kinds[i], read[i], line)
		}
	}
}

// scores returns macro F1 over the kinds that occur, and accuracy.
func (c *tally) scores() (f1, accuracy float64) {
	kinds, right, all := 0, 0, 0
	for k := range NumKinds {
		gold, read := 0, 0
		for j := range NumKinds {
			gold += c[k][j]
			read += c[j][k]
		}
		right += c[k][k]
		all += gold
		if gold > 0 {
			kinds++
			f1 += 2 * float64(c[k][k]) / float64(gold+read)
		}
	}
	return f1 / float64(kinds), float64(right) / float64(all)
}

func (c *tally) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-13s", "")
	for k := range NumKinds {
		fmt.Fprintf(&b, "%5.4s", Kind(k))
	}
	for k := range NumKinds {
		gold, read := 0, 0
		fmt.Fprintf(&b, "\n%-13s", Kind(k))
		for j := range NumKinds {
			fmt.Fprintf(&b, "%5d", c[k][j])
			gold += c[k][j]
			read += c[j][k]
		}
		fmt.Fprintf(&b, "  F1 %.2f", 2*float64(c[k][k])/float64(max(1, gold+read)))
	}
	return b.String()
}

// Quality that a change may not lose, on the postings that were learned from.
// On postings that were not (-cross 4) it is macro F1 0.82, accuracy 0.88.
const (
	floorF1       = 0.96
	floorAccuracy = 0.97
)

func TestSectionsOfRealPostings(t *testing.T) {
	var c tally
	d := new(Document)
	for _, p := range readPostings(t, "dev/lines.jsonl") {
		d.Reset(p.Text)
		c.add(d, &p)
	}
	f1, accuracy := c.scores()
	t.Logf("macro F1 %.3f, accuracy %.3f\n%v", f1, accuracy, &c)
	if f1 < floorF1 || accuracy < floorAccuracy {
		t.Errorf("macro F1 %.3f, accuracy %.3f; want at least %v and %v", f1, accuracy, floorF1, floorAccuracy)
	}
}

// TestLearn cross-validates (-cross 8) or learns and writes the weights (-learn).
func TestLearn(t *testing.T) {
	if !*learnFlag && *crossFlag == 0 {
		t.Skip("neither -learn nor -cross is set")
	}
	labelled := readPostings(t, "dev/lines.jsonl")
	unlabelled := weak(t, labelled)
	if *crossFlag > 0 {
		var c tally
		order := rand.New(rand.NewPCG(3, 4)).Perm(len(labelled))
		d := new(Document)
		for fold := range *crossFlag {
			var in, out []posting
			for i, x := range order {
				if i%*crossFlag == fold {
					out = append(out, labelled[x])
				} else {
					in = append(in, labelled[x])
				}
			}
			m := train(t, unlabelled, in).model()
			for i := range out {
				d.reset(out[i].Text, m)
				c.add(d, &out[i])
			}
		}
		f1, accuracy := c.scores()
		t.Logf("%d folds: macro F1 %.3f, accuracy %.3f\n%v", *crossFlag, f1, accuracy, &c)
	}
	if *learnFlag {
		l := train(t, unlabelled, labelled)
		for name, text := range map[string]string{
			"cues.txt":     "# What words and looks say of the kind of a sentence. Learned: see learn_test.go.\n" + l.cues(0),
			"headcues.txt": "# What words and looks say of a heading and what it introduces. Learned: see learn_test.go.\n" + l.cues(1),
			"turns.txt":    "# Which kind follows which, and how. #kind is a heading of it. Learned: see learn_test.go.\n" + l.turnLines(),
		} {
			if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}
