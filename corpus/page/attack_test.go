package page

import (
	"testing"

	"rung/corpus/attacktest"
)

// TestAttackPageGrowsAsTheSource: tags, entities and records without end take memory
// in proportion to the page, and each text is joined once.
func TestAttackPageGrowsAsTheSource(t *testing.T) {
	families := attacktest.Families("<p>Location<p>Berlin", "<td><table>", "<title>a | b - c</title>", "<div itemscope itemtype=\"http://schema.org/JobPosting\">", "<h2>Requirements</h2><ul><li>lead", "</p>", "<br>lead", "&amp;lt;p&amp;gt;")
	for name, do := range map[string]func(string){
		"Parse": func(s string) { Parse([]byte(s), "text/html") }, "HTMLToText": func(s string) { HTMLToText(s) },
	} {
		t.Run(name, func(t *testing.T) {
			// What is kept for the next page is let go where it grew large, so that twice the
			// page may take much more than twice the memory: the bound is one for each byte.
			for _, f := range families {
				s := f.Make(128 << 10)
				attacktest.Bounded(t, s, 4<<20, 500, func() { do(s) })
			}
		})
	}
}
