package report

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"strings"
	"sync"
)

// Markdown returns the card as CommonMark with one table; everything that
// comes from the posting is escaped.
func (c *Card) Markdown() string {
	w := c.view()
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", mark(w.Name))
	if where := strings.Join(nonEmpty(w.Where, w.Source), " · "); where != "" {
		fmt.Fprintf(&b, "%s\n\n", mark(where))
	}
	fmt.Fprintf(&b, "%s\n", strings.Join(nonEmpty("**"+mark(w.Level)+".**", mark(w.Odds)), " "))
	markLadder(&b, w)
	markFacts(&b, w.Facts)
	if w.Claim != "" {
		fmt.Fprintf(&b, "\n%s\n", mark(w.Claim))
	}
	markReasons(&b, w.HeadDoubts, w.Doubts)
	if len(w.Differences) > 0 {
		fmt.Fprintf(&b, "\n## The seven differences\n\n| difference | speaks for %s | speaks for %s | together |\n|---|---|---|---|\n",
			mark(w.Names[0]), mark(w.Names[1]))
	}
	for _, d := range w.Differences {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", d.Name, mark(strings.Join(d.Lower, "; ")), mark(strings.Join(d.Higher, "; ")), mark(d.Lean))
	}
	markReasons(&b, headReasons, w.Reasons)
	for _, s := range w.Lists() {
		fmt.Fprintf(&b, "\n## %s\n\n", s.Heading)
		for _, item := range s.Items {
			fmt.Fprintf(&b, "- %s\n", mark(item))
		}
	}
	fmt.Fprintf(&b, "\n%s\n", mark(w.Model))
	return b.String()
}

// markLadder writes the rungs as a table with bars of block letters.
func markLadder(b *strings.Builder, w *view) {
	if len(w.Ladder) == 0 {
		return
	}
	fmt.Fprintf(b, "\n## %s\n\n| rung | probability | |\n|---|---:|---|\n", headLadder)
	for _, s := range w.Ladder {
		fmt.Fprintf(b, "| %s | %s | %s |\n", mark(s.Name), mark(s.Said), strings.Repeat("█", (s.Percent+2)/5))
	}
	fmt.Fprintf(b, "\n%s\n", mark(w.Function))
}

// markFacts writes the facts of the job as a table.
func markFacts(b *strings.Builder, facts []JobFact) {
	if len(facts) == 0 {
		return
	}
	fmt.Fprintf(b, "\n## %s\n\n| fact | value | said by |\n|---|---|---|\n", headFacts)
	for _, f := range facts {
		by := ""
		if f.Quote != "" {
			by = "“" + mark(truncate(f.Quote, factQuote)) + "”"
		}
		fmt.Fprintf(b, "| %s | %s | %s |\n", mark(f.Name), mark(f.Value), by)
	}
}

func markReasons(b *strings.Builder, heading string, reasons []reasonView) {
	if len(reasons) > 0 {
		fmt.Fprintf(b, "\n## %s\n\n", heading)
	}
	for i, r := range reasons {
		fmt.Fprintf(b, "%d. %s: %s.", i+1, mark(r.Gloss), r.Speaks())
		if r.Quote != "" {
			fmt.Fprintf(b, " “%s**%s**%s”", mark(r.Before), mark(r.Quote), mark(r.After))
		}
		fmt.Fprintf(b, " %s\n", mark(r.Heaviest()+r.Place()))
	}
}

// mark escapes what Markdown and its tables would take for markup. The text
// must be one line already.
func mark(s string) string { return string(appendMark(nil, s)) }

func appendMark(dst []byte, s string) []byte {
	for i := range len(s) {
		if strings.IndexByte("\\`*_[]<>|#~&", s[i]) >= 0 {
			dst = append(dst, '\\')
		}
		dst = append(dst, s[i])
	}
	return dst
}

//go:embed card.html
var cardPage string

var cardTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("card.html").Parse(cardPage))
})

// HTML returns the card as a page that needs nothing from elsewhere.
func (c *Card) HTML() ([]byte, error) {
	var b bytes.Buffer
	if err := cardTemplate().Execute(&b, c.view()); err != nil {
		return nil, fmt.Errorf("rendering the card: %w", err)
	}
	return b.Bytes(), nil
}

// AppendJSON appends the card as one JSON object: the keys of a Row with every
// reason, then those of the card.
//
//	"summary"       the level and the title's claim, in words
//	"gate_reasons"  as "reasons", for being an engineering-leadership job at all
//	"flags_said", "missing_said"  "flags" and "missing" in words, but for what the summary says
//	"change", "notes"             sentences
func (c *Card) AppendJSON(dst []byte) []byte {
	w, _ := c.sentences()
	dst = appendRow(dst, c.Posting.Text, c.Verdict, c.Levels)
	dst = append(dst, `,"summary":`...)
	dst = appendString(dst, strings.Join(nonEmpty(w.Level+".", w.Claim), " "))
	dst = append(dst, `,"gate_reasons":`...)
	dst, _ = appendReasons(dst, c.Posting.Text, c.Verdict.GateReasons)
	for _, list := range []struct {
		key   string
		items []string
	}{{"flags_said", w.Flags}, {"missing_said", w.Missing}, {"change", w.Change}, {"notes", w.Notes}} {
		dst = append(dst, `,"`+list.key+`":`...)
		dst = appendStrings(dst, list.items)
	}
	return append(dst, '}')
}
