// Package attacktest makes texts for tests: of every kind that has ever cost more
// than its length, and of as many more as could. It is of no use to a program, and
// holds no posting.
package attacktest

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
)

// Family is one way to make a text of any length.
type Family struct {
	Name string
	Make func(n int) string // at most n bytes, and hardly fewer
}

// units are what is repeated: words that rules and readers look for, marks of
// every format that is read, and what encodings and writers break.
var units = []string{
	// Words of postings.
	"VP ", "Director of Engineering ", "lead engineering managers ", "You will not lead, ", "reports to the CEO ", "own the P&L and the roadmap ",
	"$12m budget ", "$180,000 - $220,000 ", "USD 200k–250k + bonus ", "10-15 years ", "at least five years of experience in ", "ten to fifteen to ", "Bachelor's or Master's degree in ",
	"PhD, MBA, BSc, ", "Java, Python, Go, ", "machine learning and ", "communication skills ", "team of 40 engineers ", "thirty ", "three ", "preferred ", "must ",
	"we are an equal opportunity employer ", "Dublin, Ireland ", "Jane Doe ", "Jane Doe, Director, ", "Inc. ", "e.g. ", "U.S. ", "a.b.c.", "Dr. Smith ", "No. 5 ",
	"Senior Director ", "not only ", "and ", "of ", "the ", "to ",
	// Headings and lists.
	"Responsibilities:\n", "Requirements\n", "What you will do:\n", "## About us\n", "BENEFITS\n\n", "Nice to have:\n- ", "- ", "* lead\n", "• hire managers\n", "1. plan\n", "a) plan ", "– ", "· ", "- - - ", "-\n", "1.", "1)\n",
	"- You lead four engineering managers.\n", "Reports to: VP of Engineering\n", "Salary: ", "Title: Director\n",
	// Stops, spaces, quotes, brackets.
	".", ". ", "! ", "?", "…", ".\n", ". A ", ": ", "; ", ",", ", ", "/", " / ", "|", " | ", "-", "—", "'", "\"", "“", "”", "“lead” ", "’s ", "(", ")", "[", "]", "{", "}", "<", ">", "&", "#", "$", "%", "+", "_", "~", "=", "\\", "@", "^",
	"(lead) ", "(VP ", "[a", " ", "  ", "\t", "\n", "\n\n", "\r\n", "\r", "a\r\n", "\u00a0", "\u200b", "\u2028", "\x00", "\x1b[31m", "\v", "\f", "\u202e",
	// Words and digits.
	"a", "A", "ab", "0", "1", "1,", "1.0 ", "12k-", "1 ", "ß", "é", "漢", "漢字。", "😀", "W", "Aa", "a-b-", "a_b ", "a'b", "A.", "i.", "x1",
	"\u0301", "e\u0301", "a\u0315\u0300", "\u1100\u1161", "\ufb01", "\xff", "\xc3", "\xed\xa0\x80", "\xf0\x9f", "a\xff",
	// Addresses and numbers of people.
	"https://example.com/", "http://a?b=c&", "www.", "a@b.co ", "a@", "@b.co", "a.b@", "+1 555 010 0100 ", "555-", "(555) ", "mailto:",
	// Entities and tags.
	"&amp;", "&amp;amp;", "&#64;", "&#x", "&lt;p&gt;", "&nbsp;", "&", "&lt", "<p>", "<p>a", "<div>", "</div>", "<b>", "<b>a</b>", "<br>", "<li>a", "<ul><li>", "<table><tr><td>", "<td>", "<a href=x>", "<a>", "<", "</", "<!--", "<!", "<![CDATA[",
	"<script>", "<style>", "<script type=\"application/ld+json\">", "<title>", "<h1>a</h1>", "<span itemprop=\"title\">", "<select><option>", "<svg>", "<template>", "<form>", "<p", "<p a", "<p a=\"", "<p a=b ", "<h2>Requirements</h2>", "<i><b><u>", "<pre>\n", "<textarea>", "<plaintext>", "<nobr>", "<font>", "<section><p>lead</p>",
	// Markdown.
	"> ", ">", "> > > ", "[a](", "[a](b) ", "![", "[", "](", "[a]", "[a][b]\n", "**", "**a** ", "*", "*a ", "_a_ ", "__", "`", "``", "`a` ", "```\n", "~~", "| a ", "|---|\n", "|a|\n|-|\n", "# ", "#\n", "---\n", "===\n", "a\n---\n", "    a\n", "\\*", "\\", "<a@b.co>", "<http://a>", "- [ ] a\n", "  - ", "***", "*_", "[[", "!", "a\n\n", "\\[",
	// JSON, CSV.
	"{\"a\":", "[", "\"", "\"\"", "\"a\",", "{\"text\":\"a\"}\n", "\\u0041", "\\ud800", "\\n", "a,b\n", "\"a\n", "a\tb\n", "{", "}", "null,", "{}", "[{", "\"a\"b,", "\"\\",
}

// pairs open and close.
var pairs = [][2]string{
	{"(", ")"}, {"[", "]"}, {"{", "}"}, {"“", "”"}, {"<div>", "</div>"}, {"<b>", "</b>"}, {"<ul><li>", "</ul>"}, {"<blockquote>", "</blockquote>"}, {"<table><tr><td>", "</table>"},
	{"<span>", "</span>"}, {"<div><p>", "</div>"}, {"{\"a\":", "}"}, {"[", "]"}, {"<p>lead <a>", "</p>"}, {"![a](", ")"}, {"[a](", ")"}, {"> ", "\n"}, {"&lt;div&gt;", "&lt;/div&gt;"}, {"<!--", "-->"}, {"<h1>", "</p>"}, {"<b><p>", "</b>"},
}

// Phrases are families that repeat what whoever asks looks for: each as it stands,
// as one sentence, as many, as lines, and far between.
func Phrases(phrases ...string) []Family {
	list := make([]Family, 0, 5*len(phrases))
	repeat := func(name, unit string) { list = append(list, repeated(name, unit)) }
	for _, p := range phrases {
		repeat(fmt.Sprintf("%q as it stands", p), p)
		p = strings.TrimRight(p, ". \n")
		repeat(fmt.Sprintf("%q without a stop", p), p+" ")
		repeat(fmt.Sprintf("%q as sentences", p), p+". ")
		repeat(fmt.Sprintf("%q as lines", p), "- "+p+"\n")
		repeat(fmt.Sprintf("%q far between", p), prose+p+".\n\n")
	}
	return list
}

func repeated(name, unit string) Family {
	return Family{name, func(n int) string { return strings.Repeat(unit, n/len(unit)) }}
}

// Families are all of them, those of Phrases included.
func Families(phrases ...string) []Family {
	list := Phrases(phrases...)
	add := func(name string, make func(int) string) { list = append(list, Family{name, make}) }
	repeat := func(name, unit string) { list = append(list, repeated(name, unit)) }
	for _, u := range units {
		repeat(fmt.Sprintf("%q", u), u)
	}
	for _, p := range pairs {
		add(fmt.Sprintf("%q nested and closed", p[0]), func(n int) string {
			k := n / (len(p[0]) + len(p[1]))
			return strings.Repeat(p[0], k) + strings.Repeat(p[1], k)
		})
		add(fmt.Sprintf("%q open before lines", p[0]), func(n int) string {
			return strings.Repeat(p[0], n/2/len(p[0])) + strings.Repeat("lead managers\n", n/2/14)
		})
	}
	// Two things that work together.
	for _, two := range [][2]string{
		{"[", "a](b) "}, {"*", "**"}, {"`", "``"}, {"\"", "a,"}, {"<p>", "a "}, {"<b>", "<p>"}, {"<a>", "<table>"}, {"(", "VP. "}, {"not ", "lead managers "}, {"lead ", "teams, "}, {"1", "."}, {"- ", "\n"}, {"a", "\u0301"}, {"\xff", "a"}, {"“", "lead"}, {"A", "b "},
		{"Requirements\n", "- lead\n"}, {"$", "1 "}, {"years ", "10 "}, {"degree ", "Bachelor "}, {"Java", ", "}, {"\n", " "}, {"{", "\""}, {"|", "-"}, {"# ", "a\n"}, {"<script>", "</scrip>"}, {"<!--", "--"}, {"&", "amp"}, {"a.", " b. "}, {"a@b.co", ","}, {"Jane ", "Doe "}, {"Reports to ", "the "},
	} {
		add(fmt.Sprintf("%q, then %q", two[0], two[1]), func(n int) string {
			return strings.Repeat(two[0], n/2/len(two[0])) + strings.Repeat(two[1], n/2/len(two[1]))
		})
		repeat(fmt.Sprintf("%q by turns", two), two[0]+two[1])
	}
	// What differs each time, so that nothing that is remembered helps.
	numbered := func(name, format string) {
		add(name, func(n int) string {
			var b strings.Builder
			for i := 0; b.Len() < n-2*len(format)-8; i++ {
				b.WriteString(strings.ReplaceAll(format, "%", fmt.Sprint(i)))
			}
			return b.String()
		})
	}
	for _, f := range []string{"w% ", "Lead team %.\n", "- Own product% and roadmap%.\n", "Section %:\nlead\n", "Abbr%. ", "Name% Surname% ", "<p id=a%>lead", "<t%>", "<p a%=b>", "\"a%\":1,", "a% a%", "&#%;", "[a%]: b\n", "$% ", "% years ", "a%@b.co ", "Java% ", "Title% Director\n",
		"<a href=\"/%\">Director %</a>\n", "{\"text\":\"lead %\"}\n", "%,", "a%\n", "# a%\n", "<script type=\"application/ld+json\">{\"@type\":\"JobPosting\",\"title\":\"a%\",\"description\":\"<p>lead\"}</script>", "<h2>a%</h2><p>lead managers</p>"} {
		numbered(fmt.Sprintf("%q, numbered", f), f)
	}
	add("lines that grow", func(n int) string {
		var b strings.Builder
		for i := 1; b.Len()+i < n; i++ {
			b.WriteString(strings.Repeat("a", i-1) + "\n")
		}
		return b.String()
	})
	add("indents that grow", func(n int) string {
		var b strings.Builder
		for i := 1; b.Len()+i+8 < n; i++ {
			b.WriteString(strings.Repeat(" ", i) + "- lead\n")
		}
		return b.String()
	})
	add("quotes that grow", func(n int) string {
		var b strings.Builder
		for i := 1; b.Len()+2*i+8 < n; i++ {
			b.WriteString(strings.Repeat("> ", i) + "lead\n")
		}
		return b.String()
	})
	add("one sentence of everything", func(n int) string {
		all := strings.ReplaceAll(strings.Join(units, ""), ".", "")
		return strings.Repeat(all, n/len(all)+1)[:n]
	})
	add("everything", func(n int) string {
		all := strings.Join(units, " x ")
		return strings.Repeat(all, n/len(all)+1)[:n]
	})
	return list
}

// prose is a kilobyte in which nothing is to be found.
var prose = strings.Repeat("It rains on the hills, and the river runs past the mill to the sea. ", 15)

// Grows asserts that the work on a text of any family grows as the text does: at
// most 2.2 times for twice as much, beside what every text costs. work answers
// how much one text takes, in whatever it counts, but not in time.
func Grows(t *testing.T, families []Family, size int, least uint64, work func(text string) uint64) {
	t.Helper()
	for _, f := range families {
		one, two := work(f.Make(size)), work(f.Make(2*size))
		if two > one*22/10+least {
			t.Errorf("%s: %d for %d KB, and %d for twice as much", f.Name, one, size>>10, two)
		}
	}
}

// Bytes is how many bytes do takes from memory, what is let go again included. What is
// kept from one time to the next is not counted: do is done once before, on the
// same processor, and nothing is collected meanwhile. Under the race detector, which
// takes memory of its own, it is 0.
func Bytes(do func()) uint64 {
	if raced {
		do()
		return 0
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	do()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// Bounded asserts that do takes at most least bytes from memory, and each more for
// every byte of the text. It is the oracle of fuzz targets of what keeps no count of
// its own.
func Bounded(t *testing.T, text string, least, each uint64, do func()) {
	t.Helper()
	if got := Bytes(do); got > least+each*uint64(len(text)) {
		t.Errorf("%d bytes of memory for %d of text: %.200q", got, len(text), text)
	}
}

// Countdown is a context that ends when it was looked at so many times.
type Countdown struct {
	context.Context
	Left int // below 0: it has ended
}

// Unending is a Countdown that counts and does not end.
func Unending() *Countdown { return &Countdown{context.Background(), most} }

const most = 1 << 40

// Looks is how often an Unending one was looked at.
func (c *Countdown) Looks() int { return most - c.Left }

// Err ends it.
func (c *Countdown) Err() error {
	if c.Left--; c.Left < 0 {
		return context.DeadlineExceeded
	}
	return nil
}
