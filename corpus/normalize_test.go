package corpus

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rung/corpus/attacktest"
)

func TestNormalize(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"plain ASCII", "Lead 40 engineers.\n\n- Own the plan", "Lead 40 engineers.\n\n- Own the plan"},
		{"quotes and bullets stay", "• “Own” the plan – all of it…", "• “Own” the plan – all of it…"},
		{"a broken byte", "a\xffb", "a\ufffdb"},
		{"a torn character at the end", "caf\xc3", "caf\ufffd"},
		{"accents are composed", "Cafe\u0301", "Café"},
		{"composed where a removed character stood between", "e\u200b\u0301", "é"},
		{"CRLF", "a\r\nb", "a\nb"},
		{"CR", "a\rb", "a\nb"},
		{"CR CR LF", "a\r\r\nb", "a\n\nb"},
		{"NEL, LS and PS", "a\u0085b\u2028c\u2029d", "a\nb\nc\nd"},
		{"form feed and vertical tab", "a\fb\vc", "a\nb\nc"},
		{"kinds of space", "a\u00a0b\u2003c\u3000d\te\u202ff", "a b c d e f"},
		{"invisible characters", "\ufeffa\u200bb\u200dc\u00add\u2060e", "abcde"},
		{"control characters", "a\x00b\x07c\x1bd\x7fe", "abcde"},
		{"windows-1252 read as Latin-1", "we\u0092re \u0093in\u0094 \u0096", "we’re “in” –"},
		{"Symbol's bullet", "\uf0b7 Own the plan", "• Own the plan"},
		{"spaces at the end of lines", "a  \nb \t\n c", "a\nb\n c"},
		{"at most one blank line", "a\n\n\n\n b", "a\n\n b"},
		{"blank lines of spaces", "a\n \n\t\nb", "a\n\nb"},
		{"blank lines at both ends", "\n\n a\n\n", " a"},
		{"nothing but space", " \n\t\r\n\u00a0", ""},
		{"an item's indentation stays", "- a\n  - b", "- a\n  - b"},
	} {
		if got := Normalize(c.in); got != c.want {
			t.Errorf("%s: Normalize(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestNormalizeOfNormalTextDoesNotAllocate(t *testing.T) {
	s := strings.Repeat("You will lead 40 engineers — in Berlin & Zürich.\n\n- Own the “plan”\n", 100)
	s = strings.TrimSuffix(s, "\n")
	if n := testing.AllocsPerRun(10, func() { Normalize(s) }); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}

func FuzzNormalize(f *testing.F) {
	for _, s := range []string{"a\r\n\u0085 \u00a0\n\n\nb", "e\u200b\u0301\xff", "\u1100\u1161\u11a8", strings.Repeat("\u0301", 40), "•\t\uf0b7", "\U000e0041x\u0344\u212b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		attacktest.Bounded(t, s, 64<<10, 64, func() { Normalize(s) })
		n := Normalize(s)
		if !utf8.ValidString(n) || !norm.NFC.IsNormalString(n) {
			t.Fatalf("%q: not valid UTF-8 in NFC: %q", s, n)
		}
		if again := Normalize(n); again != n {
			t.Fatalf("%q: %q, and once more %q", s, n, again)
		}
		if strings.Contains(n, "\n\n\n") || strings.Contains(n, " \n") || strings.ContainsAny(n, "\r\t\u00a0\u200b") || n != strings.Trim(n, "\n") {
			t.Fatalf("%q: not tidy: %q", s, n)
		}
	})
}

func TestContentID(t *testing.T) {
	p := Posting{Company: "Acme", Title: "VP of Engineering", Text: "Lead 40 engineers.\n\n- Own the plan"}
	id := ContentID(p)
	if len(id) != len("sha:")+16 || !strings.HasPrefix(string(id), "sha:") {
		t.Fatalf("ContentID = %q", id)
	}
	same := []Posting{
		{Company: "Acme", Title: "Director of Engineering", Text: p.Text},
		{Company: "ACME ", Text: "Lead 40  engineers.\r\n- Own the plan\n", URL: "https://example.com/1", Notes: []string{"x"}},
	}
	for _, q := range same {
		if got := ContentID(q); got != id {
			t.Errorf("%+v: %q, want %q: neither title nor layout count", q, got, id)
		}
	}
	for _, q := range []Posting{{Company: "Other", Text: p.Text}, {Company: "Acme", Text: "Lead 41 engineers.\n\n- Own the plan"}, {Text: "Acme " + p.Text}} {
		if ContentID(q) == id {
			t.Errorf("%+v: the same ID as another content", q)
		}
	}
}

// typical is a text as most postings have it.
const typical = "About us\n\nWe’re building the platform that others build on — in Berlin & Zürich.\n\nYou will\n\n" +
	"- Own the roadmap of four teams and defend it before the board\n- Hire, coach and keep managers of managers\n- Answer for a budget of $12m\n"

func BenchmarkNormalizeNormalText(b *testing.B) {
	s := Normalize(strings.Repeat(typical, 20))
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Normalize(s)
	}
}

func BenchmarkNormalizeOtherText(b *testing.B) {
	s := strings.Repeat(strings.ReplaceAll(typical, "\n", " \r\n"), 20)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Normalize(s)
	}
}
