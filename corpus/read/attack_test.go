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
