package batch

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"rung/classify"
	"rung/corpus"
)

func TestDuplicatesAreJudgedOnce(t *testing.T) {
	d := newDuplicates()
	judged := 0
	ask := func(p corpus.Posting) classify.Verdict {
		return d.verdict(&p, func() classify.Verdict {
			judged++
			return classify.Verdict{ID: p.ID, Source: p.Source, Company: p.Company, Title: p.Title, LogOdds: float64(judged)}
		})
	}
	first := corpus.Posting{ID: "1", Source: "a:1", Company: "Elm", Title: "VP", Text: "You lead."}
	for _, c := range []struct {
		name   string
		change func(*corpus.Posting)
		same   bool
	}{
		{"nothing else", func(*corpus.Posting) {}, true},
		{"another ID and place", func(p *corpus.Posting) { p.ID, p.Source, p.Location = "2", "a:2", "Rome" }, true},
		{"another title", func(p *corpus.Posting) { p.Title = "Director" }, false},
		{"another company", func(p *corpus.Posting) { p.Company = "Ash" }, false},
		{"another text", func(p *corpus.Posting) { p.Text = "You lead!" }, false},
		{"the same letters in other fields", func(p *corpus.Posting) { p.Title, p.Company = "VPE", "lm" }, false},
	} {
		p := first
		ask(p)
		before := judged
		c.change(&p)
		v := ask(p)
		if (judged == before) != c.same || v.ID != p.ID || v.Source != p.Source || v.Title != p.Title || v.Company != p.Company {
			t.Errorf("%s: judged again: %v; %+v", c.name, judged != before, v)
		}
	}
}

func TestDuplicatesAreForgottenInTheEnd(t *testing.T) {
	d := newDuplicates()
	for i := range 100_000 {
		p := corpus.Posting{Text: fmt.Sprint(i)}
		d.verdict(&p, func() classify.Verdict { return classify.Verdict{} })
	}
	n := 0
	for i := range d.parts {
		n += len(d.parts[i].now) + len(d.parts[i].old)
	}
	if most := 2 * partVerdicts * len(d.parts); n > most || n < most/4 {
		t.Errorf("%d verdicts are remembered, want up to %d", n, most)
	}
	large := corpus.Posting{Text: "large"}
	for range 2 {
		v := d.verdict(&large, func() classify.Verdict {
			n = -1
			return classify.Verdict{Reasons: make([]classify.Reason, mostReasons+1)}
		})
		if n != -1 || len(v.Reasons) != mostReasons+1 {
			t.Error("a verdict with many reasons is remembered")
		}
		n = 0
	}
}

func TestDuplicatesFromManyWorkers(t *testing.T) {
	d := newDuplicates()
	var judged atomic.Int64
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for i := range 2000 {
				p := corpus.Posting{ID: corpus.ID(fmt.Sprint(i)), Text: strings.Repeat("x", i%100)}
				v := d.verdict(&p, func() classify.Verdict {
					judged.Add(1)
					return classify.Verdict{LogOdds: float64(len(p.Text))}
				})
				if v.ID != p.ID || v.LogOdds != float64(len(p.Text)) {
					t.Errorf("posting %d got the verdict %+v", i, v)
				}
			}
		})
	}
	wait.Wait()
	if n := judged.Load(); n < 100 || n > 800 {
		t.Errorf("%d of 100 texts were judged", n)
	}
}
