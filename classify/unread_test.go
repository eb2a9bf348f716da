package classify

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/text"
)

func causeOf(s string) Cause {
	d := text.Parse(s)
	r := readingOf(d)
	return unread(d, &r, english(d, &r))
}

// TestCauses reads ../testdata/unread: a file's name begins with the cause why it
// is unread, or with "read".
func TestCauses(t *testing.T) {
	files, err := filepath.Glob("../testdata/unread/*.txt")
	if err != nil || len(files) < 60 {
		t.Fatalf("%d texts in ../testdata/unread, %v", len(files), err)
	}
	of := map[Cause]int{}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		base := filepath.Base(name)
		word, _, _ := strings.Cut(base, "-")
		var want Cause
		if word != "read" {
			if err := want.UnmarshalText([]byte(word)); err != nil {
				t.Fatalf("%s: %v", base, err)
			}
		}
		of[want]++
		v := Default().Classify(corpus.Posting{Text: string(b)})
		if v.Cause != want || (v.Level == Unread) != (want != NoCause) {
			t.Errorf("%s: level %v, cause %q; want cause %q", base, v.Level, v.Cause, want)
		}
		if got := slices.Contains(v.Flags, FlagNotEnglish); got != (want == NotEnglish) {
			t.Errorf("%s: flags %q", base, v.Flags)
		}
		if got := causeOf(corpus.Normalize(string(b))); got != want {
			t.Errorf("%s normalised: cause %q", base, got)
		}
		// The same in one line, as aggregators print it.
		if flat := strings.Join(strings.Fields(string(b)), " "); want == NoCause || want == NotEnglish || want == Article {
			if got := causeOf(flat); got != want {
				t.Errorf("%s in one line: cause %q", base, got)
			}
		}
	}
	for c := range Cause(len(causeNames)) {
		if of[c] < 4 {
			t.Errorf("%d texts of cause %q, want four at least", of[c], c)
		}
	}
}

// TestPostingsAreRead demands a level of everything that readers took for a
// posting. Postings that readers found to be none may be unread.
func TestPostingsAreRead(t *testing.T) {
	none := map[corpus.ID]bool{}
	for _, r := range rows[struct{ ID, Kind string }](t, "../../shared/data/dev/readings.jsonl", -1) {
		none[corpus.ID(r.ID)] = r.Kind == "not_a_job"
	}
	for _, name := range []string{
		"../testdata/gold/gold.jsonl", "../../shared/data/dev/written.jsonl", "../../shared/data/dev/leadership.jsonl", "../../shared/data/dev/other_functions.jsonl",
	} {
		n, unread := 0, 0
		for _, p := range rows[struct{ ID, Text string }](t, name, -1) {
			n++
			if c := causeOf(p.Text); c != NoCause {
				unread++
				if !none[corpus.ID(p.ID)] {
					t.Errorf("%s: %s is unread: %v", filepath.Base(name), p.ID, c)
				}
			}
		}
		t.Logf("%s: %d of %d unread", filepath.Base(name), unread, n)
	}
	for name, p := range shipped(t) {
		if c := causeOf(p.Text); c != NoCause {
			t.Errorf("%s is unread: %v", name, c)
		}
	}
}

// TestFewOfAnySourceAreUnread holds that of gathered postings, among which there
// are lists of openings and notes without a duty, few are unread.
func TestFewOfAnySourceAreUnread(t *testing.T) {
	const most = 0.03
	n, of := 0, map[Cause]int{}
	for _, p := range rows[struct{ ID, Text string }](t, "../../shared/data/background.jsonl.gz", 2000) {
		n++
		if c := causeOf(p.Text); c != NoCause {
			of[c]++
			t.Logf("%s %s", c, p.ID)
		}
	}
	if n == 0 {
		t.Skip("no shared/data beside the repository")
	}
	sum := 0
	for _, k := range of {
		sum += k
	}
	t.Logf("%d of %d: %v", sum, n, of)
	if float64(sum) > most*float64(n) {
		t.Errorf("%d of %d are unread", sum, n)
	}
}

// rows reads the first so many objects of a file of lines, or all; none where
// there is no such file.
func rows[T any](t *testing.T, name string, most int) []T {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		if !strings.Contains(name, "shared") {
			t.Fatal(err)
		}
		return nil
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	var out []T
	for dec := json.NewDecoder(r); len(out) != most; {
		var x T
		if err := dec.Decode(&x); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		out = append(out, x)
	}
	return out
}

func TestEveryListOfUnreadWordsIsUsed(t *testing.T) {
	full := 0
	var lists uint32
	for i := range cues.cues {
		lists |= cues.cues[i].lists
		if cues.cues[i].hash != 0 {
			full++
		}
	}
	for k, name := range listNames {
		if lists>>k&1 == 0 {
			t.Errorf("unread.txt: nothing in list %q", name)
		}
	}
	if 3*full > 2*len(cues.cues) {
		t.Errorf("%d of %d places of the set are full: make it larger", full, len(cues.cues))
	}
}

func TestReadingMakesNoGarbage(t *testing.T) {
	d := vpPosting(t)
	if n := testing.AllocsPerRun(10, func() {
		r := readingOf(d)
		unread(d, &r, english(d, &r))
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestWhatIsNotRead marks the parts in the text: ‹benefits›…‹›.
func TestWhatIsNotRead(t *testing.T) {
	for _, c := range []struct{ name, marked string }{
		{"nothing is left out", "You will lead four teams and report to the VP of Engineering. You plan by quarter and own the budget of the platform."},
		{"title, benefits, notice and how to apply", "‹title›Director of Engineering, Platform‹›\n\nYou will lead four teams and report to the VP of Engineering.\n\nResponsibilities\n- Lead, coach and grow four engineering managers\n- Own the platform roadmap together with Product\n\n" +
			"‹benefits›What we offer\n\n- 30 days of paid time off and health insurance\n- A pension and stock options‹›\n\n‹legal›We are an equal opportunity employer and do not discriminate on the basis of race, religion, gender, age or disability.‹›\n\n" +
			"‹apply›How to apply\n\nPlease send your CV and a cover letter to jobs@example.org.‹›"},
		{"duties below the notice are read", "‹title›VP of Engineering‹›\n\n‹legal›We are an equal opportunity employer. We do not discriminate on the basis of race, religion, gender, age or disability.‹›\n\n" +
			"You will lead all engineering, report to the CEO and own the budget. You will hire the directors and set the strategy for three years."},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, want := unmark(c.marked)
			if got := unreadSpans(text.Parse(s)); !slices.Equal(got, want) {
				t.Errorf("got %v, want %v", quoted(s, got), quoted(s, want))
			}
		})
	}
}

func unmark(marked string) (s string, spans []UnreadSpan) {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(marked, "‹")
		b.WriteString(before)
		if !ok {
			return b.String(), spans
		}
		cause, after, _ := strings.Cut(rest, "›")
		if cause == "" {
			spans[len(spans)-1].End = b.Len()
		} else {
			spans = append(spans, UnreadSpan{text.Span{Start: b.Len()}, cause})
		}
		marked = after
	}
}

func quoted(s string, spans []UnreadSpan) (out []string) {
	for _, x := range spans {
		out = append(out, x.Cause+": "+x.Of(s))
	}
	return out
}

// TestNoReasonStandsInWhatIsNotRead holds the spans, and that no reason stands in
// them but those of rules that count in such a section.
func TestNoReasonStandsInWhatIsNotRead(t *testing.T) {
	rules := map[string]*signal.Rule{}
	for _, r := range Default().Lexicon().Rules {
		rules[r.Name] = r
	}
	for _, p := range gold(t) {
		v := Default().Classify(p)
		last := 0
		for _, x := range v.Unread {
			if x.Start < last || x.End <= x.Start || x.End > len(p.Text) {
				t.Fatalf("%s: span %v after %d", p.ID, x, last)
			}
			last = x.End
		}
		for _, r := range v.Reasons {
			rule := rules[r.Rule]
			for _, e := range r.Evidence {
				if e.Section == text.Heading || rule != nil && rule.Counts(e.Section) {
					continue
				}
				for _, x := range v.Unread {
					if e.Start < x.End && x.Start < e.End {
						t.Errorf("%s: %s at %q, in what is not read (%s)", p.ID, r.Rule, e.Of(p.Text), x.Cause)
					}
				}
			}
		}
	}
}

func vpPosting(t testing.TB) *text.Document {
	b, err := os.ReadFile("../testdata/postings/vp.txt")
	if err != nil {
		t.Fatal(err)
	}
	return text.Parse(string(b))
}

func BenchmarkUnread(b *testing.B) {
	d := vpPosting(b)
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		r := readingOf(d)
		unread(d, &r, english(d, &r))
	}
}

func BenchmarkUnreadSpans(b *testing.B) {
	d := vpPosting(b)
	b.ReportAllocs()
	for b.Loop() {
		unreadSpans(d)
	}
}
