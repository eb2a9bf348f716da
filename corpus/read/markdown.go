// Why this is not done by github.com/yuin/goldmark: fields of data sets hold what
// converters make of HTML, where line ends are line ends. These are read line by line
// whatever reads the files, so a parser for files would stand beside what is here and
// not in its place, and the walk over its tree is as long again. Tried on 35 texts and
// 309 files (goldmark 1.8.7): it gains the breaks that two spaces or a <br> within a
// line make, which are read as spaces here. It joins "10. floors" to the line above,
// and its tree keeps the backslash before a sign. It takes 4.7 times as long, five
// seconds for 130 KB of "> > >" or 30 KB of "- - -", and more than fifteen for 500 KB
// of "[a](".

package read

import (
	"strings"

	"rung/corpus"
	"rung/corpus/page"
)

// markdown reads a Markdown file: one posting. A front matter fills its fields
// and is no part of its text.
func (s *stream) markdown(b []byte) {
	t, notes := decodeText(b)
	p := corpus.Posting{Notes: notes}
	t = frontMatter(&p, corpus.Normalize(t))
	if p.Title == "" {
		for l := range strings.Lines(t) {
			if rest, ok := strings.CutPrefix(l, "# "); ok {
				if h := oneLine(spans(rest)); !columns().untitled[fold(h)] {
					p.Title = h
				}
				break
			}
		}
	}
	p.Text = corpus.Normalize(reduce(t, true))
	s.one(p)
}

// reduce turns Markdown into lines: headings without "#", items after "- ", and of
// emphasis, links and code the words. With join, the lines of a paragraph become
// one, as Markdown means it; in fields of data sets they stay lines.
func reduce(t string, join bool) string {
	var out strings.Builder
	n, blank := 0, true // lines of out; the last is empty, or there is none
	add := func(line string) {
		if n++; n > 1 {
			out.WriteByte('\n')
		}
		out.WriteString(line)
		blank = line == ""
	}
	open := false   // the last line may be continued
	fenced := false // in a block of code
	for line := range strings.Lines(t) {
		line = strings.TrimSuffix(line, "\n")
		trimmed := strings.TrimSpace(line)
		indent := len(line) - len(strings.TrimLeft(line, " "))
		if strings.HasPrefix(trimmed, "```") || strings.HasPrefix(trimmed, "~~~") {
			fenced, open = !fenced, false
			continue
		}
		if fenced {
			add(line)
			continue
		}
		for strings.HasPrefix(trimmed, "> ") || trimmed == ">" {
			trimmed = strings.TrimSpace(trimmed[1:])
		}
		switch {
		case trimmed == "":
			add("")
			open = false
		case isRule(trimmed): // also the line under a heading
			open = false
			if !blank {
				add("")
			}
		case isDefinition(trimmed):
			open = false
		case strings.HasPrefix(trimmed, "#") && strings.HasPrefix(strings.TrimLeft(trimmed, "#"), " "):
			add(spans(strings.TrimSpace(strings.Trim(trimmed, "#"))))
			open = false
		case strings.HasPrefix(trimmed, "|") && strings.HasSuffix(trimmed, "|") && len(trimmed) > 1:
			for cell := range strings.SplitSeq(strings.Trim(trimmed, "|"), "|") {
				if cell = strings.TrimSpace(cell); strings.Trim(cell, ":-") != "" {
					add(spans(cell))
				}
			}
			open = false
		default:
			words, item := cutBullet(trimmed)
			words = spans(words)
			breaks := strings.HasSuffix(trimmed, "\\")
			if breaks {
				words = strings.TrimSuffix(words, "\\")
			}
			margin := strings.Repeat(" ", min(indent, 16))
			switch {
			case item:
				add(margin + "- " + words)
			case open && join && !startsNumber(trimmed):
				out.WriteString(" " + words)
				blank = false
			default:
				add(margin + words)
			}
			open = !breaks
		}
	}
	return out.String()
}

// isRule reports whether a line is a rule, or underlines a heading or the head
// of a table.
func isRule(l string) bool {
	return len(l) > 2 && strings.Trim(l, "-=*_ |:") == "" && !strings.Contains(l, "- -")
}

// isDefinition reports whether a line says where a link leads: "[1]: https://…".
func isDefinition(l string) bool {
	_, after, ok := strings.Cut(l, "]: ")
	return ok && l[0] == '[' && (strings.HasPrefix(after, "http") || strings.HasPrefix(after, "<http"))
}

func cutBullet(l string) (string, bool) {
	if len(l) > 2 && strings.IndexByte("-*+", l[0]) >= 0 && l[1] == ' ' {
		return strings.TrimSpace(l[2:]), true
	}
	return l, false
}

func startsNumber(l string) bool {
	n := len(l) - len(strings.TrimLeft(l, "0123456789"))
	return n > 0 && n < 4 && n+1 < len(l) && (l[n] == '.' || l[n] == ')') && l[n+1] == ' '
}

// spans is a line's words without the marks of emphasis, code and links, and
// without the backslash before a sign.
func spans(l string) string {
	if !strings.ContainsAny(l, "*_`[\\<&") {
		return l
	}
	var b strings.Builder
	ends := [2]int{strings.LastIndexByte(l, ')'), strings.LastIndexByte(l, ']')} // of targets of links
	for i := 0; i < len(l); {
		switch c := l[i]; c {
		case '\\':
			if i+1 < len(l) && l[i+1] > ' ' && l[i+1] < 0x7f && !isAlnum(l[i+1]) {
				b.WriteByte(l[i+1])
				i += 2
				continue
			}
			b.WriteByte(c)
			i++
		case '*', '_':
			n := i
			for n < len(l) && l[n] == c {
				n++
			}
			if !marks(l, i, n) {
				b.WriteString(l[i:n])
			}
			i = n
		case '`':
			i++
		case '!':
			if i+1 >= len(l) || l[i+1] != '[' {
				b.WriteByte(c)
			}
			i++
		case '[':
			words, end, ok := link(l, i, ends)
			if !ok {
				b.WriteByte(c)
				i++
				continue
			}
			b.WriteString(spans(words))
			i = end
		case '<':
			end := strings.IndexByte(l[i:min(len(l), i+maxLink)], '>')
			if end > 0 && (strings.HasPrefix(l[i+1:], "http") || strings.Contains(l[i:i+end], "@")) && !strings.Contains(l[i:i+end], " ") {
				b.WriteString(l[i+1 : i+end])
				i += end + 1
				continue
			}
			b.WriteByte(c)
			i++
		default:
			b.WriteByte(c)
			i++
		}
	}
	if s := b.String(); strings.ContainsAny(s, "<&") {
		return strings.ReplaceAll(page.HTMLToText(s), "\n", " ")
	}
	return b.String()
}

// marks reports whether the run l[i:n] of "*" or "_" marks emphasis: it stands
// at a word's beginning or end, where an underscore must, and not alone.
func marks(l string, i, n int) bool {
	if n-i > 3 {
		return false
	}
	before, after := i > 0 && l[i-1] != ' ', n < len(l) && l[n] != ' '
	if l[i] == '_' {
		return before != after || before && after && (!isAlnum(l[i-1]) || !isAlnum(l[n]))
	}
	return before || after
}

func isAlnum(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80
}

// maxLink is the length of the longest words of a link, or address in brackets, in
// bytes: a line full of brackets must not be searched to its end for each of them.
const maxLink = 4096

// link reads "[words](target)" or "[words][name]" at l[i], and returns where the
// text goes on. A target ends with the last sign of ends at the latest.
func link(l string, i int, ends [2]int) (words string, end int, ok bool) {
	image := strings.HasPrefix(l[i+1:], "![")
	for n := i + 1; ; n++ {
		more := strings.IndexByte(l[n:min(len(l), i+maxLink)], ']')
		if more < 0 || n+more+1 == len(l) || !image && strings.Contains(l[n:n+more], "[") {
			return "", 0, false
		}
		n += more
		kind := strings.IndexByte("([", l[n+1])
		switch {
		case kind < 0:
			continue
		case ends[kind] < n+2:
			return "", 0, false
		}
		return l[i+1 : n], n + 2 + strings.IndexByte(l[n+2:], ")]"[kind]) + 1, true
	}
}

// markdownSigns are those that converters from HTML put a backslash before.
const markdownSigns = "-.&+*_#()[]"

// isMarked reports whether a field holds Markdown: bold words, headings, or
// signs with a backslash, as converters from HTML write them.
func isMarked(s string) bool {
	if i := strings.Index(s, "**"); i >= 0 && strings.Contains(s[i+2:], "**") {
		return true
	}
	for i := 0; ; {
		n := strings.IndexByte(s[i:], '\\')
		if n < 0 {
			break
		}
		i += n + 1
		if i < len(s) && strings.IndexByte(markdownSigns, s[i]) >= 0 {
			return true
		}
	}
	if strings.IndexByte(s, '#') < 0 {
		return false
	}
	return strings.HasPrefix(s, "## ") || strings.Contains(s, "\n## ") || strings.Contains(s, "\n### ")
}
