package page

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// TestAttackFormattingThatIsLeftOpenMakesNoForest: in a page, in a field, and in a field
// written with entities. The words stay, each paragraph on its line.
func TestAttackFormattingThatIsLeftOpenMakesNoForest(t *testing.T) {
	var open strings.Builder
	for i := range 450 {
		fmt.Fprintf(&open, "<FONT x=%d>", i)
	}
	const n = 5000
	source := "<p>" + open.String() + "</p>" + strings.Repeat("<p>You lead <b>teams</b>.</p>", n)
	escaped := strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(source)
	want := strings.TrimSpace(strings.Repeat("You lead teams.\n\n", n))
	for name, read := range map[string]func() string{
		"a page": func() string {
			d, err := Open([]byte("<html><body>"+source), "")
			if err != nil {
				t.Fatal(err)
			}
			return Lines(d.Root)
		},
		"a field":               func() string { return HTMLToText(source) },
		"a field with entities": func() string { return HTMLToText(escaped) },
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		got := read()
		runtime.ReadMemStats(&after)
		if asked := after.TotalAlloc - before.TotalAlloc; asked > 100<<20 {
			t.Errorf("%s: %d MB of memory for %d KB", name, asked>>20, len(source)>>10)
		}
		if oneSpace(got) != oneSpace(want) {
			t.Errorf("%s: %.80q", name, got)
		}
	}
}

func oneSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestFormattingOfOrdinaryPagesIsKept, however sloppy.
func TestFormattingOfOrdinaryPagesIsKept(t *testing.T) {
	for name, in := range map[string]string{
		"closed":              strings.Repeat("<p>You <b>lead</b> <a href=x><em>teams</em></a>.</p>", 50_000),
		"some left open":      "<b><i><u>" + strings.Repeat("<p>You lead.</p>", 50_000),
		"names that begin so": strings.Repeat("<body><blockquote><section><article>", 50_000),
	} {
		if explodes(in) {
			t.Errorf("%s: read without its formatting", name)
		}
	}
}
