package table

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	_ "embed"

	"github.com/clipperhouse/displaywidth"
)

//go:embed preamble.tex
var preamble string

// long is the number of rows from which a table may break over pages.
const long = 40

// latexSigns are what TeX reads as its own, and signs that its standard fonts
// have under another name.
var latexSigns = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`, `$`, `\$`, `&`, `\&`, `#`, `\#`, `%`, `\%`, `_`, `\_`,
	`~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`, `<`, `\textless{}`, `>`, `\textgreater{}`, `|`, `\textbar{}`, `"`, `\textquotedbl{}`,
	`-`, `{-}`, `'`, `\textquotesingle{}`, "`", `\textasciigrave{}`, `[`, `{[}`, `]`, `{]}`, `*`, `{*}`, "!", "{!}", "?", "{?}",
	"–", "{--}", "—", "{---}", "’", "{'}", "‘", "{`}", "“", "{``}", "”", "{''}", "…", `\ldots{}`, "•", `\textbullet{}`, "€", `\texteuro{}`,
	"−", `$-$`, "≤", `$\leq$`, "≥", `$\geq$`, "≠", `$\neq$`, "≈", `$\approx$`, "→", `$\rightarrow$`, "←", `$\leftarrow$`, "∞", `$\infty$`,
	"α", `$\alpha$`, "β", `$\beta$`, "δ", `$\delta$`, "κ", `$\kappa$`, "λ", `$\lambda$`, "μ", `$\mu$`, "σ", `$\sigma$`, "χ", `$\chi$`, "Δ", `$\Delta$`,
	"½", `$\frac12$`, "\u00a0", "~", "\u00ad", `\-`,
)

// latexKnows are the letters of the standard T1 fonts and what they compose, and
// the signs that latexSigns names.
func latexKnows(r rune) bool {
	return r < 0x7f || r >= 0xa0 && r <= 0x17f && !strings.ContainsRune("ĦħĸĿŀŉŦŧſ", r) || strings.ContainsRune("–—‘’‚“”„†‡•…‰‹›€™−≤≥≠≈→←∞αβδκλμσχΔ", r)
}

// latex escapes a clean text. What the standard fonts have no letter for stands
// in \rungtext, as itself for engines of Unicode and as code points for the
// others.
func latex(s string) string {
	var b strings.Builder
	for s != "" {
		n := strings.IndexFunc(s, func(r rune) bool { return !latexKnows(r) })
		if n < 0 {
			n = len(s)
		}
		latexSigns.WriteString(&b, s[:n])
		if s = s[n:]; s == "" {
			break
		}
		n = strings.IndexFunc(s, latexKnows)
		if n < 0 {
			n = len(s)
		}
		var points []string
		for _, r := range s[:n] {
			points = append(points, fmt.Sprintf("U+%04X", r))
		}
		fmt.Fprintf(&b, `\rungtext{%s}{%s}`, s[:n], strings.Join(points, " "))
		s = s[n:]
	}
	return b.String()
}

// writeLaTeX writes tables that a paper reads with \input and that compile by
// themselves, too: see preamble.tex. Long tables break over pages; where a table
// would be wider than the line its texts are wrapped, then its letters are
// smaller, then it is turned.
func writeLaTeX(w io.Writer, _ Options, tables []*Table) error {
	var b bytes.Buffer
	b.WriteString(preamble)
	for _, t := range tables {
		b.WriteByte('\n')
		latexTable(&b, t)
	}
	b.WriteString("\n\\rungend\n")
	_, err := w.Write(b.Bytes())
	return err
}

// latexLayouts are the settings that are tried until a table fits: letters per line
// of an article, and commands of the preamble.
var latexLayouts = []struct {
	line   int
	size   string
	turned bool
}{
	{72, `\rungsize`, false},
	{90, `\rungtight`, false},
	{145, `\rungtight`, true},
}

func latexTable(b *bytes.Buffer, t *Table) {
	cells := t.formatted(func(s string) string { return s })
	layout := latexLayouts[0]
	var widths []int
	for _, layout = range latexLayouts {
		var fits bool
		if widths, fits = fit(t, cells, layout.line, 18); fits {
			break
		}
	}
	head, spec := "", ""
	for i, c := range t.Columns {
		if i > 0 {
			head += " & "
		}
		side := "r"
		if c.textual() {
			side = "l"
		}
		lines := Wrap(c.Heading(), widths[i])
		for j, line := range lines {
			lines[j] = latex(line)
		}
		head += `\runghead{` + side + `}{` + strings.Join(lines, `\\`) + "}"
		for _, row := range cells {
			if displaywidth.String(row[i]) > widths[i] { // half an em is a letter
				side = fmt.Sprintf(">{\\raggedright\\arraybackslash}p{%.1fem}", float64(widths[i])/2)
				break
			}
		}
		spec += side
	}
	head += " \\\\\n"

	caption := `\caption{` + latex(clean(t.Title)) + ".}\\label{tab:" + label(t.Name) + "}"
	isLong := len(t.Rows) > long
	if layout.turned {
		b.WriteString("\\rungturn\n")
	}
	if isLong {
		fmt.Fprintf(b, "{%s\n\\begin{longtable}{%s}\n%s\\\\\n\\toprule\n%s\\midrule\n\\endfirsthead\n", layout.size, spec, caption, head)
		fmt.Fprintf(b, "\\toprule\n%s\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n", head)
	} else {
		fmt.Fprintf(b, "\\begin{table}[htbp]\n\\centering%s\n%s\n\\begin{tabular}{%s}\n\\toprule\n%s\\midrule\n", layout.size, caption, spec, head)
	}
	for _, row := range cells {
		for j, s := range row {
			if j > 0 {
				b.WriteString(" & ")
			}
			if c := t.Columns[j]; !c.textual() {
				s = people(s, "−")
			}
			b.WriteString(latex(s))
		}
		b.WriteString(" \\\\\n")
	}
	notes := `\rungnotes{` + latex(t.legend())
	for _, note := range t.Notes {
		notes += "\\par " + latex(clean(note))
	}
	notes += "}\n"
	if isLong {
		b.WriteString("\\end{longtable}\n" + notes + "}\n")
	} else {
		b.WriteString("\\bottomrule\n\\end{tabular}\n" + notes + "\\end{table}\n")
	}
	if layout.turned {
		b.WriteString("\\rungturned\n")
	}
}

// label keeps what a LaTeX label may hold.
func label(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, name)
}
