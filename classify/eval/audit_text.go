package eval

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// WriteText writes how many rows have each finding, then the rows as aligned
// plain text, figures rounded. It returns the writer's first error.
func (a Audit) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d rules and terms\n", len(a))
	var rows [][]string
	for _, finding := range []string{NeverFires, Rare, Alike, Contradicts, LeansOff, Reweighed, Decides} {
		n := 0
		for _, r := range a {
			if slices.Contains(r.Findings, finding) {
				n++
			}
		}
		rows = append(rows, []string{finding, strconv.Itoa(n)})
	}
	columns(&b, rows)
	rows = [][]string{{"rule", "lean", "weight", "director", "vp", "other", "bank", "log odds", "95 %", "p", "flips", "helped", "hurt", "findings"}}
	for _, r := range a {
		rows = append(rows, []string{r.Rule, fmt.Sprintf("%+d", r.Lean), fmt.Sprintf("%+.2f", r.Weight),
			strconv.Itoa(r.Director), strconv.Itoa(r.VP), strconv.Itoa(r.Other), strconv.Itoa(r.Bank),
			figure("%+.2f", r.LogOdds), span("%+.2f", r.Low, r.High), fmt.Sprintf("%.3f", r.P),
			strconv.Itoa(len(r.Flips)), strconv.Itoa(r.Helped), strconv.Itoa(r.Hurt), strings.Join(r.Findings, ", ")})
	}
	section(&b, "where each fires", rows)
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteCSV writes a header and one record a row, figures as computed, lists
// joined with a space (cites, flips) or "; " (findings); a figure that the
// postings do not determine is empty.
func (a Audit) WriteCSV(w io.Writer) error {
	rows := [][]string{{"rule", "gloss", "cite", "lean", "weight", "director", "vp", "other", "bank_vp", "coverage", "ratio",
		"log_odds", "low", "high", "p", "flips", "helped", "hurt", "findings"}}
	for _, r := range a {
		flips := make([]string, len(r.Flips))
		for i, id := range r.Flips {
			flips[i] = string(id)
		}
		rows = append(rows, []string{r.Rule, r.Gloss, strings.Join(r.Cite, " "), strconv.Itoa(r.Lean), number(r.Weight),
			strconv.Itoa(r.Director), strconv.Itoa(r.VP), strconv.Itoa(r.Other), strconv.Itoa(r.Bank),
			number(float64(r.Coverage)), number(float64(r.Ratio)), number(float64(r.LogOdds)), number(float64(r.Low)), number(float64(r.High)), number(r.P),
			strings.Join(flips, " "), strconv.Itoa(r.Helped), strconv.Itoa(r.Hurt), strings.Join(r.Findings, "; ")})
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// number writes a figure for programs; what the postings do not determine is "".
func number(x float64) string {
	if math.IsNaN(x) {
		return ""
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}
