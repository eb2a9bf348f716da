package row

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/attacktest"
	"rung/corpus/text"
	"rung/report"
)

// posting marks its evidence with « »; example removes the marks.
const marked = `About the role
• You will «report to the CEO» and sit with the board.
• «Hire and grow directors» – “the bench” – in München.

What you will do
• «Run sprint planning» for one squad.
`

// example is a posting and a verdict on it, with one reason for each marked
// place in order: for VP, for VP, for Director.
func example() (corpus.Posting, *classify.Verdict) {
	var plain strings.Builder
	var spans []text.Span
	for part := range strings.SplitAfterSeq(marked, "»") {
		before, inside, ok := strings.Cut(part, "«")
		plain.WriteString(before)
		if ok {
			start := plain.Len()
			plain.WriteString(strings.TrimSuffix(inside, "»"))
			spans = append(spans, text.Span{Start: start, End: plain.Len()})
		}
	}
	doc := &text.Document{Text: plain.String()}
	at := 0
	for line := range strings.Lines(doc.Text) {
		words := strings.TrimLeft(strings.TrimRight(line, "\n"), "• ")
		if words != "" {
			start := at + strings.Index(line, words)
			doc.Sentences = append(doc.Sentences, text.Sentence{Span: text.Span{Start: start, End: start + len(words)}, Line: len(doc.Sentences), Kind: text.Role})
		}
		at += len(line)
	}
	evidence := func(i, sentence int, section text.Kind) []signal.Evidence {
		return []signal.Evidence{{Span: spans[i], Section: section, Sentence: sentence}}
	}
	v := &classify.Verdict{
		ID: "b/acme/1", Source: "in.jsonl:3", Company: "Acme, Inc.", Title: "VP, Engineering | \"Core\"",
		Level: classify.VP, LogOdds: 1.6112345, Probability: 0.8335, Bias: -0.25,
		Reasons: []classify.Reason{
			{Rule: "reports-to/ceo", Gloss: "reports to the CEO or a founder", Difference: signal.Authority, Weight: 1.92, Value: 1, Evidence: evidence(0, 1, text.Role), Cite: []string{"003:37", "reader"}},
			{Rule: "manages/directors", Gloss: "manages directors", Difference: signal.Authority, Weight: 1.1, Value: 0.3333333, Evidence: evidence(1, 2, text.Role), Cite: []string{"reader"}},
			{Rule: "horizon/sprint", Gloss: "plans in sprints", Difference: signal.Horizon, Weight: -0.4, Value: 1, Evidence: evidence(2, 4, text.Duties), Cite: []string{"003:44"}},
		},
		Rest: -0.0254321, Gate: 2.5, Claim: classify.ClaimVP, Agreement: classify.Agrees,
		Flags: []string{"startup"}, Missing: []string{"span"}, Model: "default@1234", Lexicon: "abcd", Doc: doc,
	}
	v.Differences[signal.Authority] = 2.2866666
	v.Differences[signal.Horizon] = -0.4254321
	return corpus.Posting{ID: v.ID, Source: v.Source, Company: v.Company, Title: v.Title, Text: doc.Text}, v
}

func decode(t *testing.T, line []byte) Record {
	t.Helper()
	var row Record
	if err := json.Unmarshal(line, &row); err != nil {
		t.Fatalf("not JSON: %v\n%s", err, line)
	}
	return row
}

// keys are those of a JSON object, in their order.
func keys(t *testing.T, object []byte) (keys []string) {
	t.Helper()
	if !json.Valid(object) {
		t.Fatalf("not JSON: %s", object)
	}
	d := json.NewDecoder(bytes.NewReader(object))
	depth, wantKey := 0, false
	for {
		token, err := d.Token()
		if err != nil {
			break
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			depth++
			wantKey = depth == 1
			continue
		case json.Delim('}'), json.Delim(']'):
			depth--
			wantKey = depth == 1
			continue
		}
		if depth == 1 {
			if wantKey {
				keys = append(keys, token.(string))
			}
			wantKey = !wantKey
		}
	}
	return keys
}

func TestRowHasTheKeysOfTheContractInOrder(t *testing.T) {
	p, v := example()
	want := "id source company title level probability log_odds title_claim agreement reasons differences flags model lexicon bias rest gate missing sure prior_vp unread text"
	if got := strings.Join(keys(t, Append(nil, p, v, Options{Text: true})), " "); got != want {
		t.Errorf("keys\n got %s\nwant %s", got, want)
	}
}

func TestRowReadsBack(t *testing.T) {
	p, v := example()
	row := decode(t, Append(nil, p, v, Options{Text: true}))
	if row.ID != "b/acme/1" || row.Level != "vp" || row.TitleClaim != "vp" || row.Agreement != "agrees" || row.Title != p.Title || row.Text != p.Text {
		t.Errorf("row = %+v", row)
	}
	if row.LogOdds != 1.611235 || row.Probability != 0.8335 || row.Differences.Horizon != -0.425432 {
		t.Errorf("numbers = %v %v %v", row.LogOdds, row.Probability, row.Differences)
	}
	want := Reason{Rule: "manages/directors", Difference: "authority", Weight: 1.1, Value: 0.333333, Cite: "reader",
		Evidence: []Evidence{{Start: 74, End: 97, RuneStart: 70, RuneEnd: 93, Quote: "Hire and grow directors", Section: "role"}}}
	if diff := cmp.Diff(want, row.Reasons[1], cmpopts.IgnoreUnexported(Reason{})); diff != "" {
		t.Errorf("second reason (-want +got)\n%s", diff)
	}
	if row.Reasons[0].Cite != "003:37 reader" {
		t.Errorf("cite = %q", row.Reasons[0].Cite)
	}
}

func TestRowNumbersAddUpAsPrinted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, v := example()
		v.Rest = rapid.Float64Range(-5, 5).Draw(t, "rest")
		v.LogOdds = v.Bias + v.Rest
		for i := range v.Reasons {
			v.Reasons[i].Weight = math.Round(rapid.Float64Range(-9, 9).Draw(t, "weight")*1e4) / 1e4
			v.Reasons[i].Value = rapid.Float64Range(0, 30).Draw(t, "value")
			v.LogOdds += v.Reasons[i].Contribution()
		}
		var row Record
		if err := json.Unmarshal(Append(nil, p, v, Options{}), &row); err != nil {
			t.Fatal(err)
		}
		sum := row.Bias + row.Rest
		for _, r := range row.Reasons {
			sum += r.Weight * r.Value
		}
		if math.Abs(sum-row.LogOdds) > 1e-6 {
			t.Fatalf("printed terms add up to %v, log_odds is %v", sum, row.LogOdds)
		}
		if math.Abs(row.Rest-v.Rest) > 1e-4 {
			t.Fatalf("rest = %v, was %v", row.Rest, v.Rest)
		}
	})
}

func TestEmptyListsAreArrays(t *testing.T) {
	line := string(Append(nil, corpus.Posting{}, &classify.Verdict{}, Options{}))
	for _, want := range []string{`"reasons":[]`, `"flags":[]`, `"missing":[]`, `"unread":[]`} {
		if !strings.Contains(line, want) {
			t.Errorf("no %s in %s", want, line)
		}
	}
}

func TestStringsAreEscaped(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"quote and backslash":     {`a"b\c`, `"a\"b\\c"`},
		"control characters":      {"a\x00b\tc\nd\re\x1f", `"a\u0000b\tc\nd\re\u001f"`},
		"line separators":         {"a\u2028b\u2029c\u0085d", `"a\u2028b\u2029c\u0085d"`},
		"neighbours of those":     {"•\u2027\u202a\u0086é", "\"•\u2027\u202a\u0086é\""},
		"a bad byte":              {"a\xffb", "\"a\ufffdb\""},
		"a cut separator":         {"a\xe2\x80", "\"a\ufffd\ufffd\""},
		"nothing":                 {"", `""`},
		"html stands for itself":  {"<a&b>", `"<a&b>"`},
		"four bytes a code point": {"🚀", `"🚀"`},
	} {
		if got := string(report.AppendString(nil, c.in)); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

func TestFloatsAreShortAndRounded(t *testing.T) {
	for in, want := range map[float64]string{
		0: "0", 1: "1", -1: "-1", 0.83: "0.83", -0.2: "-0.2", 0.1 + 0.2: "0.3", 1.0000004: "1", 12.3456789: "12.345679",
		0.000001: "0.000001", -0.0000001: "0", 100: "100", 0.050: "0.05", 2e9: "2e+09",
		math.NaN(): "null", math.Inf(1): "null",
	} {
		if got := string(report.AppendFloat(nil, in)); got != want {
			t.Errorf("%v: got %s, want %s", in, got, want)
		}
	}
}

func TestCodePointOffsetsInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Repeat(rapid.StringOf(rapid.SampledFrom([]rune("ab é•🚀"))).Draw(t, "text"), 40)
		c := newRuneCounter(s)
		for range 20 {
			at := rapid.IntRange(0, len(s)).Draw(t, "at")
			for at < len(s) && !utf8.RuneStart(s[at]) {
				at++
			}
			if got, want := c.at(at), utf8.RuneCountInString(s[:at]); got != want {
				t.Fatalf("%d code points before byte %d, want %d", got, at, want)
			}
		}
	})
}

func TestEvidenceOutsideTheTextIsQuotedAsNothing(t *testing.T) {
	p, v := example()
	p.Text = "short"
	row := decode(t, Append(nil, p, v, Options{}))
	if q := row.Reasons[0].Evidence[0].Quote; q != "" {
		t.Errorf("quote = %q", q)
	}
}

func FuzzAppendString(f *testing.F) {
	for _, s := range []string{"", "a\u2028\"", "\xe2\x80", "\xc2", "•\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		attacktest.Bounded(t, s, 64<<10, 64, func() { report.AppendString(nil, s) })
		var got string
		if err := json.Unmarshal(report.AppendString(nil, s), &got); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if want := string([]rune(s)); got != want {
			t.Fatalf("%q reads back as %q", s, got)
		}
	})
}

func BenchmarkAppendRow(b *testing.B) {
	p, v := placed()
	p.Text += strings.Repeat("You will lead the team’s work across the organisation, week in, week out. ", 64)
	v.Reasons[2].Evidence[0].Span = text.Span{Start: 4000, End: 4040}
	for name, opt := range map[string]Options{"row": {}, "with text": {Text: true}} {
		b.Run(name, func(b *testing.B) {
			buf := Append(nil, p, v, opt)
			b.SetBytes(int64(len(p.Text)))
			b.ReportMetric(float64(len(buf)), "B/row")
			b.ReportAllocs()
			for b.Loop() {
				buf = Append(buf[:0], p, v, opt)
			}
		})
	}
}
