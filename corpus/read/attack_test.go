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
	families = append(families, attacktest.Families("<job>", "<job><p>", "<job><description>x</description>", "<x a='b'>", "&amp;", "<![CDATA[", "</p>", "--b\n", "--b--\n", "From a: b: c\n\n", "a: b\n", " c\n", "=\n", "{\\a ", "\\par ", "\\u8217?", "\\'e9", "\\cell ", "\\row ", "{", "}")...)
	leads := map[string]Format{"": Auto, "title,text\na,\"": CSV, "<source><job><title>a</title><description>": XML, "Content-Type: multipart/mixed; boundary=b\n\n": Mail, "{\\rtf1 ": RTF}
	for _, format := range []Format{Auto, Text, Markdown, HTML, CSV, TSV, JSONL, XML, Mail, RTF} {
		for lead, name := range map[string]string{"": format.String(), "title,text\na,\"": format.String() + ", in a quote", "<source><job><title>a</title><description>": "xml, in a job", "Content-Type: multipart/mixed; boundary=b\n\n": "eml, in parts", "{\\rtf1 ": "rtf, in its head"} {
			if lead != "" && format != leads[lead] {
				continue
			}
			t.Run(name, func(t *testing.T) {
				do := func(s string) {
					for range Postings(t.Context(), strings.NewReader(lead+s), "name", format) {
					}
				}
				do("warm")
				for _, f := range families {
					s := f.Make(64 << 10)
					attacktest.Bounded(t, s, 4<<20, 1200, func() { do(s) })
				}
			})
		}
	}
}
