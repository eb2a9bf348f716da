package row

import (
	"html/template"

	"rung/classify"
	"rung/corpus"
	"rung/report"
)

// HTML writes one page with a table, which needs no other file and runs no
// script.
func HTML(l report.Levels) Format {
	return Format{
		Name: "html",
		Head: func(dst []byte) []byte {
			dst = append(dst, htmlHead...)
			for _, name := range tableColumns(l) {
				dst = append(dst, "<th scope=\"col\">"...)
				dst = append(dst, template.HTMLEscapeString(name)...)
				dst = append(dst, "</th>"...)
			}
			return append(dst, "</tr></thead>\n<tbody>\n"...)
		},
		Row: func(dst []byte, _ corpus.Posting, v *classify.Verdict) []byte {
			dst = append(dst, "<tr>"...)
			for i, cell := range cells(v, l) {
				open, end := "<td dir=\"auto\">", "</td>"
				switch i {
				case 0:
					open, end = "<th scope=\"row\">", "</th>"
				case 4:
					open = "<td class=\"n\">"
				}
				dst = append(dst, open...)
				dst = append(dst, template.HTMLEscapeString(report.Clean(cell))...)
				dst = append(dst, end...)
			}
			return append(dst, "</tr>\n"...)
		},
		Foot: func(dst []byte) []byte {
			return append(dst, "</tbody>\n</table>\n</div>\n</main>\n</body>\n</html>\n"...)
		},
	}
}

const htmlHead = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Levels of postings</title>
<style>
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; padding: 0 1rem; max-width: 80rem; color: #1c2430; background: #fff }
.wide { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
caption { text-align: left; padding: .4rem 0 } th, td { border-bottom: 1px solid #d5dae3; padding: .3rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; min-width: 5ch }
tbody th { font-weight: 400 } .n { text-align: right; white-space: nowrap }
@media (prefers-color-scheme: dark) { body { color: #e4e8ef; background: #14181f } th, td { border-color: #333c4a } }
@media print { thead { display: table-header-group } tr { break-inside: avoid } }
</style>
</head>
<body>
<main>
<div class="wide" tabindex="0" role="region" aria-labelledby="levels">
<table>
<caption id="levels">One row a posting: the level that its duties read, how probable the higher of the two is, how that agrees with the title, and the strongest reason.</caption>
<thead><tr>`
