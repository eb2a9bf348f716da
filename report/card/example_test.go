package card

import (
	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/text"
	"strings"
)

// posting marks its evidence with « »; example removes the marks.
const marked = `About the role
• You will «report to the CEO» and sit with the board.
• «Hire and grow directors» – “the bench” – in München.

What you will do
• «Run sprint planning» for one squad.
`

// example is a posting and a verdict on it, with one reason for each marked
// place in order: for VP, for VP, for Director.
func example() (corpus.Posting, *classify.Verdict) {
	var plain strings.Builder
	var spans []text.Span
	for part := range strings.SplitAfterSeq(marked, "»") {
		before, inside, ok := strings.Cut(part, "«")
		plain.WriteString(before)
		if ok {
			start := plain.Len()
			plain.WriteString(strings.TrimSuffix(inside, "»"))
			spans = append(spans, text.Span{Start: start, End: plain.Len()})
		}
	}
	doc := &text.Document{Text: plain.String()}
	at := 0
	for line := range strings.Lines(doc.Text) {
		words := strings.TrimLeft(strings.TrimRight(line, "\n"), "• ")
		if words != "" {
			start := at + strings.Index(line, words)
			doc.Sentences = append(doc.Sentences, text.Sentence{Span: text.Span{Start: start, End: start + len(words)}, Line: len(doc.Sentences), Kind: text.Role})
		}
		at += len(line)
	}
	evidence := func(i, sentence int, section text.Kind) []signal.Evidence {
		return []signal.Evidence{{Span: spans[i], Section: section, Sentence: sentence}}
	}
	v := &classify.Verdict{
		ID: "b/acme/1", Source: "in.jsonl:3", Company: "Acme, Inc.", Title: "VP, Engineering | \"Core\"",
		Level: classify.VP, LogOdds: 1.6112345, Probability: 0.8335, Bias: -0.25,
		Reasons: []classify.Reason{
			{Rule: "reports-to/ceo", Gloss: "reports to the CEO or a founder", Difference: signal.Authority, Weight: 1.92, Value: 1, Evidence: evidence(0, 1, text.Role), Cite: []string{"003:37", "reader"}},
			{Rule: "manages/directors", Gloss: "manages directors", Difference: signal.Authority, Weight: 1.1, Value: 0.3333333, Evidence: evidence(1, 2, text.Role), Cite: []string{"reader"}},
			{Rule: "horizon/sprint", Gloss: "plans in sprints", Difference: signal.Horizon, Weight: -0.4, Value: 1, Evidence: evidence(2, 4, text.Duties), Cite: []string{"003:44"}},
		},
		Rest: -0.0254321, Gate: 2.5, Claim: classify.ClaimVP, Agreement: classify.Agrees,
		Flags: []string{"startup"}, Missing: []string{"span"}, Model: "default@1234", Lexicon: "abcd", Doc: doc,
	}
	v.Differences[signal.Authority] = 2.2866666
	v.Differences[signal.Horizon] = -0.4254321
	return corpus.Posting{ID: v.ID, Source: v.Source, Company: v.Company, Title: v.Title, Text: doc.Text}, v
}
