package reference

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rung/corpus/attacktest"
)

func TestCountBackground(t *testing.T) {
	texts := []string{"The baker fires ovens.\n- Fires hand-made ovens, daily", "Ovens cool.", "Ovens cool."}
	b := CountBackground(slices.Values(texts), 1000, []string{"ovens cool", "mill"})
	if b.Documents() != 2 || b.tokens != 11 {
		t.Errorf("%d documents, %d tokens, want 2 and 11: the repeated text counts once", b.Documents(), b.tokens)
	}
	for term, want := range map[string]int{"ovens": 3, "ovens cool": 1, "mill": 0} {
		if got, ok := b.counts[term]; got != want || !ok {
			t.Errorf("%q: %d (listed: %v), want %d", term, got, ok, want)
		}
	}
	if got := b.Count("ovens"); got != 3 {
		t.Errorf("Count says %d, want 3", got)
	}
	for _, term := range []string{"the", "ovens daily", "hand"} {
		if _, ok := b.counts[term]; ok {
			t.Errorf("%q is listed", term)
		}
	}
}

func TestCountBackgroundKeepsTheMostFrequent(t *testing.T) {
	b := CountBackground(slices.Values([]string{strings.Repeat("Ovens cool.\n", 9) + strings.Repeat("Mills turn.\n", 5) + strings.Repeat("Bread rises.\n", 3)}), 40, nil)
	if got := slices.Sorted(maps.Keys(b.counts)); !slices.Equal(got, []string{"cool", "ovens", "ovens cool"}) || b.floor != 6 {
		t.Errorf("listed %q below %d", got, b.floor)
	}
}

func TestBackgroundRoundTrip(t *testing.T) {
	b := CountBackground(slices.Values([]string{"The baker fires ovens.", "Ovens cool."}), 0, []string{"ovens", "ovens cool"})
	var first, second bytes.Buffer
	if err := writeBackground(&first, b); err != nil {
		t.Fatal(err)
	}
	again, err := readBackground("t", bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if err := writeBackground(&second, again); err != nil {
		t.Fatal(err)
	}
	if first.String() != second.String() || !strings.Contains(first.String(), "\novens cool\t1\n") {
		t.Errorf("written:\n%s\nread and written:\n%s", &first, &second)
	}
}

func TestReadBackgroundRefuses(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"no counts", "hello\n", `b.txt:1: want a term, a tab and a count, not "hello"`},
		{"a negative count", "!tokens\t5\noven\t-1\n", `b.txt:2: want a term, a tab and a count, not "oven\t-1"`},
		{"a term twice", "!tokens\t5\noven\t1\noven\t2\n", `b.txt:3: "oven" is listed twice`},
		{"no size", "oven\t1\n", `b.txt: no "!tokens" line: not a table of counts`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := readBackground("b.txt", strings.NewReader(tt.in)); err == nil || err.Error() != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

func TestShare(t *testing.T) {
	b := DefaultBackground()
	for _, tt := range [][2][]string{
		{{"experience"}, {"landlord"}},
		{{"landlord"}, {"xyzzyish"}},
		{{"software", "development"}, {"software", "landlord"}},
		{{"software"}, {"software", "development"}},
		{{"software", "development"}, {"software", "development", "life"}},
	} {
		more, less := b.share(tt[0]), b.share(tt[1])
		if less <= 0 || more >= 1 || more <= less {
			t.Errorf("share of %q is %g, of %q %g; want 0 < less < more < 1", tt[0], more, tt[1], less)
		}
	}
}

func FuzzReadBackground(f *testing.F) {
	f.Add("!tokens\t9\na b\t3\na\t4\n")
	f.Add("# x\n!tokens\t0\n")
	f.Fuzz(func(t *testing.T, s string) {
		attacktest.Bounded(t, s, 256<<10, 500, func() { readBackground("t", strings.NewReader(s)) })
		b, err := readBackground("t", strings.NewReader(s))
		if err != nil {
			return
		}
		for term := range b.counts {
			if p := b.share(strings.Fields(term)); len(strings.Fields(term)) > 0 && !(p > 0) {
				t.Fatalf("share of %q is %v", term, p)
			}
		}
	})
}

// TestDefaultBackground checks the embedded table; with -update it counts it
// anew from the postings and the reference documents beside the checkout.
func TestDefaultBackground(t *testing.T) {
	if *update {
		countDefault(t)
		return
	}
	if n := len(backgroundText); n > 400_000 {
		t.Errorf("the table has %d bytes, at most 400,000 are wanted", n)
	}
	b := DefaultBackground()
	var w bytes.Buffer
	if err := writeBackground(&w, b); err != nil {
		t.Fatal(err)
	}
	if w.String() != backgroundText {
		t.Error("the table is not as writeBackground writes it")
	}
	for _, term := range []string{"director", "vp", "budget", "sprint", "code review"} {
		if b.counts[term] == 0 {
			t.Errorf("%q is not counted", term)
		}
	}
}

func countDefault(t *testing.T) {
	shared := sharedDir(t)
	keep := map[string]bool{}
	for _, s := range sharedSources(t, shared) {
		for _, l := range s.Doc.Lines {
			for _, ws := range sentences(l.Text) {
				eachTerm(solid(ws), 2, func(ws []word) {
					term := ws[0].lower
					if len(ws) == 2 {
						term += " " + ws[1].lower
					}
					keep[term] = true
				})
			}
		}
	}
	f, err := os.Open(filepath.Join(shared, "data", "background.jsonl.gz"))
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 16<<20)
	b := CountBackground(func(yield func(string) bool) {
		for sc.Scan() {
			var posting struct{ Text string }
			if err := json.Unmarshal(sc.Bytes(), &posting); err != nil {
				t.Fatal(err)
			}
			if !yield(posting.Text) {
				return
			}
		}
	}, 360_000, slices.Sorted(maps.Keys(keep)))
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	var w bytes.Buffer
	if err := writeBackground(&w, b); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("background.txt", w.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

const backgroundHead = "# Counts of words and pairs of words; a term that is not listed occurred fewer times than \"below\".\n"

// writeBackground writes b as sorted text.
func writeBackground(w io.Writer, b *Background) error {
	bw := bufio.NewWriter(w)
	fmt.Fprintf(bw, "%s!documents\t%d\n!tokens\t%d\n!below\t%d\n", backgroundHead, b.documents, b.tokens, b.floor)
	for _, t := range slices.Sorted(maps.Keys(b.counts)) {
		fmt.Fprintf(bw, "%s\t%d\n", t, b.counts[t])
	}
	return bw.Flush()
}
