package report

import (
	"rung/classify"
	"rung/classify/signal"
	"rung/corpus/text"
	"strings"
	"testing"
)

func TestEveryKeyHasItsWords(t *testing.T) {
	for k := range text.NumKinds {
		if name := text.Kind(k).String(); words()["section "+name] == "" {
			t.Errorf("words.txt lacks section %s", name)
		}
	}
	for d := range signal.NumDifferences {
		if name := signal.Difference(d).String(); words()["difference "+name] == "" {
			t.Errorf("words.txt lacks difference %s", name)
		}
	}
	for f := range signal.Fact(signal.NumFacts) {
		for _, key := range append([]string{f.String()}, f.Values()...) {
			if key != f.String() {
				key = f.String() + "/" + key
			}
			if words()["job "+key] == "" && key != "below/unstated" && key != "above/unstated" && key != "horizon/unstated" {
				t.Errorf("words.txt lacks job %s", key)
			}
		}
	}
	for r := range classify.Rung(classify.NumRungs) {
		for _, kind := range []string{"rung", "rung_at"} {
			if words()[kind+" "+r.String()] == "" {
				t.Errorf("words.txt lacks %s %s", kind, r)
			}
		}
	}
	if got := Say("flag", "never_\x1bheard"); got != "never heard" {
		t.Errorf("an unknown key is said as %q", got)
	}
}

func TestEveryOpenFactHasItsWords(t *testing.T) {
	for _, f := range []signal.Fact{signal.FactAbove, signal.FactBelow, signal.FactScope, signal.FactBudget, signal.FactHorizon, signal.FactExec} {
		keys := []string{"open " + f.String(), "left " + f.String()}
		for _, v := range f.Values()[1:] {
			keys = append(keys, "option "+f.String()+"/"+v)
		}
		for _, k := range keys {
			if words()[k] == "" || strings.HasSuffix(words()[k], ".") != strings.HasPrefix(k, "open") {
				t.Errorf("words.txt says %q of %s", words()[k], k)
			}
		}
	}
}
