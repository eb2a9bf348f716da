package card

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"rung/report"
	"rung/report/row"
	"strings"
	"sync"
)

// Markdown returns the card as CommonMark with one table; everything that
// comes from the posting is escaped.
func (c *Card) Markdown() string {
	w := c.view()
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", report.EscapeMarkdown(w.Name))
	if where := strings.Join(nonEmpty(w.Where, w.Source), " · "); where != "" {
		fmt.Fprintf(&b, "%s\n\n", report.EscapeMarkdown(where))
	}
	fmt.Fprintf(&b, "%s\n", strings.Join(nonEmpty("**"+report.EscapeMarkdown(w.Level)+".**", report.EscapeMarkdown(w.Odds)), " "))
	markLadder(&b, w)
	markFacts(&b, w.Facts)
	if w.Claim != "" {
		fmt.Fprintf(&b, "\n%s\n", report.EscapeMarkdown(w.Claim))
	}
	markReasons(&b, w.HeadDoubts, w.Doubts)
	if len(w.Differences) > 0 {
		fmt.Fprintf(&b, "\n## The seven differences\n\n| difference | speaks for %s | speaks for %s | together |\n|---|---|---|---|\n",
			report.EscapeMarkdown(w.Names[0]), report.EscapeMarkdown(w.Names[1]))
	}
	for _, d := range w.Differences {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", d.Name, report.EscapeMarkdown(strings.Join(d.Lower, "; ")), report.EscapeMarkdown(strings.Join(d.Higher, "; ")), report.EscapeMarkdown(d.Lean))
	}
	markReasons(&b, headReasons, w.Reasons)
	for _, s := range w.Lists() {
		fmt.Fprintf(&b, "\n## %s\n\n", s.Heading)
		for _, item := range s.Items {
			fmt.Fprintf(&b, "- %s\n", report.EscapeMarkdown(item))
		}
	}
	fmt.Fprintf(&b, "\n%s\n", report.EscapeMarkdown(w.Model))
	return b.String()
}

// markLadder writes the rungs as a table with bars of block letters.
func markLadder(b *strings.Builder, w *view) {
	if len(w.Ladder) == 0 {
		return
	}
	fmt.Fprintf(b, "\n## %s\n\n| rung | probability | |\n|---|---:|---|\n", headLadder)
	for _, s := range w.Ladder {
		fmt.Fprintf(b, "| %s | %s | %s |\n", report.EscapeMarkdown(s.Name), report.EscapeMarkdown(s.Said), strings.Repeat("█", (s.Percent+2)/5))
	}
	fmt.Fprintf(b, "\n%s\n", report.EscapeMarkdown(w.Function))
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
			by = "“" + report.EscapeMarkdown(report.Truncate(f.Quote, factQuote)) + "”"
		}
		fmt.Fprintf(b, "| %s | %s | %s |\n", report.EscapeMarkdown(f.Name), report.EscapeMarkdown(f.Value), by)
	}
}

func markReasons(b *strings.Builder, heading string, reasons []reasonView) {
	if len(reasons) > 0 {
		fmt.Fprintf(b, "\n## %s\n\n", heading)
	}
	for i, r := range reasons {
		fmt.Fprintf(b, "%d. %s: %s.", i+1, report.EscapeMarkdown(r.Gloss), r.Speaks())
		if r.Quote != "" {
			fmt.Fprintf(b, " “%s**%s**%s”", report.EscapeMarkdown(r.Before), report.EscapeMarkdown(r.Quote), report.EscapeMarkdown(r.After))
		}
		fmt.Fprintf(b, " %s\n", report.EscapeMarkdown(r.Heaviest()+r.Place()))
	}
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
	dst = row.Append(dst, *c.Posting, c.Verdict, row.Options{Levels: c.Levels})
	dst = append(dst[:len(dst)-1], `,"summary":`...)
	dst = report.AppendString(dst, strings.Join(nonEmpty(w.Level+".", w.Claim), " "))
	dst = append(dst, `,"gate_reasons":`...)
	dst = row.AppendReasons(dst, c.Posting.Text, c.Verdict.GateReasons)
	for _, list := range []struct {
		key   string
		items []string
	}{{"flags_said", w.Flags}, {"missing_said", w.Missing}, {"change", w.Change}, {"notes", w.Notes}} {
		dst = append(dst, `,"`+list.key+`":`...)
		dst = report.AppendStrings(dst, list.items)
	}
	return append(dst, '}')
}
