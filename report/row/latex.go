package row

import (
	"strings"

	"rung/classify"
	"rung/corpus"
	"rung/report"
)

// LaTeX writes a table for a paper: a longtable that breaks over pages, to be
// read with \input. Its first line names the packages that it needs.
func LaTeX(l report.Levels) Format {
	return Format{
		Name: "latex",
		Head: func(dst []byte) []byte {
			dst = append(dst, "% \\usepackage{booktabs,longtable,array} and \\usepackage[T1]{fontenc}; for letters that are not Latin, LuaLaTeX or XeLaTeX.\n"+
				"{\\footnotesize\\setlength\\tabcolsep{4pt}\n"+
				"\\begin{longtable}{@{}*{3}{>{\\raggedright\\arraybackslash}p{.16\\linewidth}}lrl>{\\raggedright\\arraybackslash}p{.18\\linewidth}@{}}\n\\toprule\n"...)
			dst = append(dst, latexSigns.Replace(strings.Join(tableColumns(l), "\t"))...)
			return append(dst, " \\\\\n\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n"...)
		},
		Row: func(dst []byte, _ corpus.Posting, v *classify.Verdict) []byte {
			cells := cells(v, l)
			for i, cell := range cells {
				cells[i] = report.Clean(cell)
			}
			dst = append(dst, latexSigns.Replace(strings.Join(cells[:], "\t"))...)
			return append(dst, " \\\\\n"...)
		},
		Foot: func(dst []byte) []byte { return append(dst, "\\end{longtable}}\n"...) },
	}
}

// latexSigns are the signs that TeX reads as its own, also "[" and "*", which it
// does at the beginning of a row, and ligatures of "-", "?" and "!". A tab stands
// between two cells, which hold none.
var latexSigns = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "$", `\$`, "&", `\&`, "#", `\#`, "%", `\%`, "_", `\_`,
	"~", `\textasciitilde{}`, "^", `\textasciicircum{}`, "<", `\textless{}`, ">", `\textgreater{}`, "|", `\textbar{}`, `"`, `\textquotedbl{}`,
	"[", "{[}", "]", "{]}", "*", "{*}", "-", "{-}", "'", "{'}", "`", "{`}", "–", "--", "\t", " & ")
