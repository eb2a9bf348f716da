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
			for i, name := range tableColumns(l) {
				if i > 0 {
					dst = append(dst, " & "...)
				}
				dst = appendLaTeX(dst, name)
			}
			return append(dst, " \\\\\n\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n"...)
		},
		Row: func(dst []byte, _ corpus.Posting, v *classify.Verdict) []byte {
			for i, cell := range cells(v, l) {
				if i > 0 {
					dst = append(dst, " & "...)
				}
				dst = appendLaTeX(dst, report.Clean(cell))
			}
			return append(dst, " \\\\\n"...)
		},
		Foot: func(dst []byte) []byte { return append(dst, "\\end{longtable}}\n"...) },
	}
}

// latexSigns are the signs that TeX reads as its own, also "[" and "*", which it
// does at the beginning of a row, and ligatures of "-", "?" and "!".
var latexSigns = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "$", `\$`, "&", `\&`, "#", `\#`, "%", `\%`, "_", `\_`,
	"~", `\textasciitilde{}`, "^", `\textasciicircum{}`, "<", `\textless{}`, ">", `\textgreater{}`, "|", `\textbar{}`, `"`, `\textquotedbl{}`,
	"[", "{[}", "]", "{]}", "*", "{*}", "-", "{-}", "'", "{'}", "`", "{`}", "–", "--")

// appendLaTeX appends a text, cleaned before.
func appendLaTeX(dst []byte, s string) []byte { return append(dst, latexSigns.Replace(s)...) }
