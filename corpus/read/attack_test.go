package read

import (
	"strings"
	"testing"

	"rung/corpus/attacktest"
)

// TestAttackReadingGrowsAsTheFile: marks, quotes and brackets without end take memory in
// proportion to the file, in every format of text.
func TestAttackReadingGrowsAsTheFile(t *testing.T) {
	families := attacktest.Families("[a](b", "![a](b) ", "* a\n  * ", "**a*", "a  \n", "[a]: b\n", "<pre>a\n", "\"a\"\"", "a,\"b\n", "{\"text\":\"a\",", "Title: x\n\n", "- a\n\n")
	marked := attacktest.Families("<job>", "<job><p>", "<job><description>x</description>", "<x a='b'>", "&amp;", "<![CDATA[", "</p>", "--b\n", "--b--\n", "From a: b: c\n\n", "a: b\n", " c\n", "=\n",
		"{\\a ", "\\par ", "\\u8217?", "\\'e9", "\\cell ", "\\row ", "{", "}")
	for _, c := range []struct {
		format     Format
		lead, name string
		families   []attacktest.Family
	}{
		{Auto, "", "auto", families}, {Text, "", "text", families}, {Markdown, "", "markdown", families}, {HTML, "", "html", families}, {CSV, "", "csv", families}, {TSV, "", "tsv", families}, {JSONL, "", "jsonl", families},
		{CSV, "title,text\na,\"", "csv, in a quote", families},
		{XML, "<source>", "xml", marked}, {XML, "<source><job><title>a</title><description>", "xml, in a job", marked},
		{Mail, "", "eml", marked}, {Mail, "Content-Type: multipart/mixed; boundary=b\n\n", "eml, in parts", marked}, {RTF, "{\\rtf1 ", "rtf", marked},
	} {
		t.Run(c.name, func(t *testing.T) {
			do := func(s string) {
				for range Postings(t.Context(), strings.NewReader(c.lead+s), "name", c.format) {
				}
			}
			do("warm")
			for _, f := range c.families {
				s := f.Make(64 << 10)
				attacktest.Bounded(t, s, 4<<20, 1200, func() { do(s) })
			}
		})
	}
}

// TestAttackReadingTablesGrowsAsTheFile: what is looked for in tables is found in
// proportion to the file, too.
func TestAttackReadingTablesGrowsAsTheFile(t *testing.T) {
	for format, parts := range map[Format][]string{
		CSV:  {`"\""`, "\\\n", "\"a\"\r", "text,title\n", "1/2/2024,\n"},
		HTML: {"<table><tr><td>", "<tr><td rowspan=9 colspan=9>a"},
	} {
		t.Run(format.String(), func(t *testing.T) {
			do := func(s string) {
				for range Postings(t.Context(), strings.NewReader("text,posted\n"+s), "name", format) {
				}
			}
			do("warm")
			for _, f := range attacktest.Families(parts...) {
				s := f.Make(128 << 10)
				attacktest.Bounded(t, s, 4<<20, 1200, func() { do(s) })
			}
		})
	}
}

// TestAttackShapesOfJSONGrowAsTheFile: what holds records in JSON takes memory in
// proportion to the file, however many members, lists and marks it has.
func TestAttackShapesOfJSONGrowAsTheFile(t *testing.T) {
	for _, c := range shapes {
		do := func(s string) {
			for range Postings(t.Context(), strings.NewReader(s), "name", JSONL) {
			}
		}
		s := c.make(128 << 10)
		do(s)
		attacktest.Bounded(t, s, 4<<20, 1200, func() { do(s) })
	}
}

// shape repeats what stands in the middle.
type shape struct{ head, middle, tail string }

func (s shape) make(n int) string { return s.head + strings.Repeat(s.middle, n/len(s.middle)) + s.tail }

var shapes = []shape{
	{"{", `"k":{"text":"a"},`, `"z":1}`},
	{"{", `"k":{"title":"b"},`, `"z":{"text":"a"}}`},
	{"{", `"k":[{"text":"a"}],`, `"z":1}`},
	{"{", `"k":[{"text":"a","title":"b"},{"c":1}],"l":[{"summary":"d"}],`, `"z":1}`},
	{"{", `"k":{"j":[{"text":"a"}]},`, `"z":1}`},
	{"{", `"k":{"0":"a"},`, `"text":{"0":"b"}}`},
	{`{"title":{"x":"a"},"text":{`, `"x":"a",`, `"x":"b"}}`},
	{`{"title":[`, `"x",`, `1],"text":["a"]}`},
	{`{"columns":["text","title"],"data":[`, `["a","b"],`, `[]]}`},
	{`{"columns":["text"`, `,"a"`, `],"data":[["b"],["c"]]}`},
	{`[["text"`, `,"a"`, `],["b"],["c"]]`},
	{`[`, `["a"],`, `["b"]]`},
	{"", `{"text":"a"}`, ""},
	{"", `{"text" "a"}`, ""},
	{"", `"{\"text\":\"a\"}"`, ""},
	{"", `""`, ""},
	{"", `{1}`, ""},
	{"", `{'a}`, ""},
	{"", `{'text':'a'}`, ""},
	{"", "{'text':", ""},
	{"", "[{'text':", ""},
	{"", `(`, ""},
	{"{'text':", `'a' `, "}"},
	{"{'text':f(", `'a',(`, "}"},
	{`b'{"text":"`, `\xe2`, `"}'`},
	{"", `[{"text":"a"}]`, ""},
	{"", `[],`, ""},
	{"", "\x1e", `{"text":"a"}`},
	{"[", "//a\n", `{"text":"a"}]`},
	{`{"a":[`, `{"a":[`, ""},
	{`[{"text":"x"},`, `{"a":[{"text":"x"},`, ""},
	{"", `{"a":[{"text":"x"},{"a":[{"b":[{"c":`, ""},
	{strings.Repeat(`{"a":[{"text":"x"},`, 300), `{"b":1},`, `1` + strings.Repeat("]}", 300)},
	{strings.Repeat(`{"a":[{"b":`, 300) + `{"text":"`, `xxxxxxxx`, `"}` + strings.Repeat("}]}", 300)},
	{strings.Repeat(`{"a":{"b":`, 300) + `{"text":"`, `xxxxxxxx`, `"}` + strings.Repeat("}}", 300)},
	{`{"@type":"JobPosting","text":"a","skills":[`, `"a",`, `"b"]}`},
	{`{"text":"a","description":"b","lists":[`, `{"text":"c","content":"<li>d"},`, `{}]}`},
	{`{"text":"`, `\\n`, `"}`},
	{`{"text":"`, `\\n-a.\\u2022`, `"}`},
	{`{"text":"`, `\\`, `"}`},
	{`{"text":"`, `\\\\-`, `"}`},
	{`{"text":"`, `â€™ `, `"}`},
	{`{"text":"`, `â€`, `"}`},
	{`{"text":"`, `&amp;amp;`, `"}`},
	{`{"text":"`, `&amp;`, `amp;"}`},
	{`{"text":"b'`, `\\x`, `'"}`},
}
