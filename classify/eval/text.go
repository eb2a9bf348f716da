package eval

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rung/classify/signal"
)

// WriteText writes the result as aligned plain text, every figure rounded: for
// a terminal, and for a golden file whose differences a reviewer reads. It
// returns the writer's first error.
func (r Result) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "gold   %s\nmodel  %s\n", r.Gold, r.Model)
	if r.Runs > 1 {
		fmt.Fprintf(&b, "runs   %d\n", r.Runs)
	}
	fmt.Fprintf(&b, "\n%d postings of the two levels: %d director, %d vp\n\n", r.N, r.N-r.VP, r.VP)
	columns(&b, [][]string{
		{"auc", three(r.AUC), between(r.AUCLow, r.AUCHigh)},
		{"balanced accuracy", three(r.BalancedAccuracy), "forced at even log-odds; at one half " + three(r.BalancedAtHalf)},
		{"macro f1", three(r.MacroF1), "forced at even log-odds"},
		{"vp read vp", three(r.VPFound), ""},
		{"director read director", three(r.DirectorFound), ""},
		{"called neither", three(r.CalledNeither), ""},
		{"coverage", three(r.Coverage), "read director or vp"},
		{"accuracy when sure", three(r.AccuracyWhenSure), between(r.AccuracyLow, r.AccuracyHigh)},
		{"calibration error", three(r.ECE), "10 bins"},
		{"brier", three(r.Brier), ""},
		{"other: neither or unsure", three(r.Neither.Flagged), fmt.Sprintf("of %d", r.Neither.N)},
		{"bank grades: confident vp", count(r.Bank.Confident), fmt.Sprintf("of %d; %s read vp, at most at %.2f", r.Bank.N, count(r.Bank.ReadVP), r.Bank.MaxProbability)},
	})

	rows := [][]string{{"label \\ reads", "director", "vp", "unsure", "neither"}}
	for _, m := range r.Matrix {
		rows = append(rows, []string{m.Label, count(m.Director), count(m.VP), count(m.Unsure), count(m.Neither)})
	}
	section(&b, "matrix", rows)

	if len(r.BaselineRows) > 0 || r.Reference != nil {
		rows = [][]string{{"", "auc", "95 %", "balanced", "macro f1", "ahead by", "95 %"}}
		list := r.BaselineRows
		if r.Reference != nil {
			list = append(slices.Clone(list), *r.Reference)
		}
		for _, l := range list {
			rows = append(rows, []string{l.Name, three(l.AUC), between(l.AUCLow, l.AUCHigh), three(l.BalancedAccuracy),
				three(l.MacroF1), figure("%+.3f", l.Gain), span("%+.3f", l.GainLow, l.GainHigh)})
		}
		section(&b, "compared with", rows)
	}
	if h := r.Readers; h != nil {
		section(&b, fmt.Sprintf("careful readers, on the %d postings they read", h.N), [][]string{
			{"", "", ""},
			{"vp against director, as they call them: auc", three(h.AUC), ""},
			{"rank correlation with their probability of vp", three(h.Rho), ""},
			{"director or above: auc", three(h.UpAUC), ""},
			{"their sure vps read vp", three(h.SureVPFound), fmt.Sprintf("of %d", h.SureVPs)},
			{"right among all read vp", three(h.VPRight), fmt.Sprintf("of %d", h.ReadVP)},
			{"their sure directors read director", three(h.SureDirectorFound), fmt.Sprintf("of %d", h.SureDirectors)},
			{"right among all read director", three(h.DirectorRight), fmt.Sprintf("of %d", h.ReadDirector)},
			{"leaders of engineering called neither", three(h.LeadersCalledNeither), fmt.Sprintf("of %d", h.Leaders)},
			{"leaders of engineering unsure", three(h.LeadersUnsure), fmt.Sprintf("of %d", h.Leaders)},
			{"below director called director or vp", three(h.BelowCalledDirectorOrVP), fmt.Sprintf("of %d", h.Below)},
			{"right where sure", three(h.SureRight), fmt.Sprintf("of %d", h.Sure)},
		})
	}
	if len(r.Facts) > 0 {
		rows, sum := [][]string{{"", "macro f1"}}, 0.0
		for f := range signal.Fact(signal.NumFacts) {
			rows = append(rows, []string{f.String(), three(r.Facts[f.String()].MacroF1)})
			sum += float64(r.Facts[f.String()].MacroF1)
		}
		section(&b, "facts", append(rows, []string{"mean", three(Stat(sum / signal.NumFacts))}))
	}
	for _, part := range []struct {
		title string
		list  []Named
	}{{"by source", r.BySource}, {"by layout", r.ByLayout}, {"trained without it", r.HeldOut}} {
		rows = [][]string{{"", "n", "vp", "auc", "95 %", "balanced", "vp found", "director found", "neither", "coverage", "when sure"}}
		for _, l := range part.list {
			rows = append(rows, []string{l.Name, strconv.Itoa(l.N), strconv.Itoa(l.VP), three(l.AUC), between(l.AUCLow, l.AUCHigh),
				three(l.BalancedAccuracy), three(l.VPFound), three(l.DirectorFound), three(l.CalledNeither), three(l.Coverage), three(l.AccuracyWhenSure)})
		}
		section(&b, part.title, rows)
	}
	rows = [][]string{{"said", "n", "mean", "were vp"}}
	for _, bin := range r.Reliability {
		rows = append(rows, []string{fmt.Sprintf("%.1f to %.1f", bin.Low, bin.High), strconv.Itoa(bin.N), three(bin.Said), three(bin.Was)})
	}
	section(&b, "calibration: probability of vp", rows)
	rows = [][]string{{"coverage", "accuracy"}}
	for _, p := range r.Curve {
		rows = append(rows, []string{fmt.Sprintf("%.2f", p.Coverage), three(p.Accuracy)})
	}
	section(&b, "abstention", rows)
	rows = [][]string{{"id", "label", "read", "probability"}}
	for _, m := range r.Misses {
		rows = append(rows, []string{string(m.ID), m.Label.String(), m.Level.String(), fmt.Sprintf("%.3f", m.Probability)})
	}
	section(&b, fmt.Sprintf("misses: %d", len(r.Misses)), rows)
	if len(r.Warnings) > 0 {
		fmt.Fprintf(&b, "\nwarnings\n  %s\n", strings.Join(r.Warnings, "\n  "))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// section writes a table that has more than its heading.
func section(b *strings.Builder, title string, rows [][]string) {
	if len(rows) > 1 {
		fmt.Fprintf(b, "\n%s\n", title)
		columns(b, rows)
	}
}

// columns writes rows with the first column to the left and the others to the
// right but for a last one of words, two spaces between, none at the end.
func columns(b *strings.Builder, rows [][]string) {
	width := make([]int, len(rows[0]))
	words := make([]bool, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			width[i] = max(width[i], utf8.RuneCountInString(cell))
			words[i] = words[i] || i == 0 || strings.Contains(cell, " ")
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			pad := strings.Repeat(" ", width[i]-utf8.RuneCountInString(cell))
			line.WriteString("  ")
			if words[i] {
				line.WriteString(cell + pad)
			} else {
				line.WriteString(pad + cell)
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
}

func three(s Stat) string { return figure("%.3f", s) }

func figure(format string, s Stat) string {
	if math.IsNaN(float64(s)) {
		return "-"
	}
	return fmt.Sprintf(format, float64(s))
}

func between(low, high Stat) string { return span("%.3f", low, high) }

func span(format string, low, high Stat) string {
	if math.IsNaN(float64(low)) {
		return "-"
	}
	return figure(format, low) + " to " + figure(format, high)
}

// count shows a mean of counts: whole where it is whole.
func count(x float64) string {
	return strconv.FormatFloat(math.Round(x*10)/10, 'f', -1, 64)
}
