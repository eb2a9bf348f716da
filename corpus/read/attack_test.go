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
	for _, format := range []Format{Auto, Text, Markdown, HTML, CSV, TSV, JSONL} {
		for lead, name := range map[string]string{"": format.String(), "title,text\na,\"": format.String() + ", in a quote"} {
			if lead != "" && format != CSV {
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
