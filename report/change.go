package report

import (
	"fmt"
	"strings"

	"rung/classify"
)

// Changes writes the edits that were found to bring a posting to the target
// level as sentences, each with what it would read after that edit and those
// before it. Where they do not bring it there, or none were found, it says so.
func Changes(target classify.Level, list []classify.Change) []string {
	var out []string
	for i, c := range list {
		var b strings.Builder
		if i == 0 {
			fmt.Fprintf(&b, "To read more like a %s's job: ", levelWord(target))
		} else {
			b.WriteString("Then: ")
		}
		if c.Add != "" {
			fmt.Fprintf(&b, "say, where it is true, something like “%s” (%s).", c.Add, c.Gloss)
		} else {
			fmt.Fprintf(&b, "reword or drop “%s” (%s).", shorten(c.Quote), c.Gloss)
		}
		fmt.Fprintf(&b, " It would be VP-level in %.0f of 100 cases", 100*c.Probability)
		if c.Level == target {
			fmt.Fprintf(&b, ", and read %s", levelWord(target))
		}
		b.WriteString(".")
		out = append(out, b.String())
	}
	if len(list) == 0 || list[len(list)-1].Level != target {
		out = append(out, fmt.Sprintf("No few changes of wording make this a %s's job: the duties themselves differ.", levelWord(target)))
	}
	return out
}

func levelWord(l classify.Level) string {
	if l == classify.VP {
		return "VP"
	}
	return "Director"
}

// shorten keeps about the first hundred bytes of a quote, whole words of it.
func shorten(s string) string {
	const most = 100
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= most {
		return s
	}
	cut := strings.LastIndexByte(s[:most], ' ')
	if cut < 0 {
		cut = 0
		for i := range s {
			if i > most {
				break
			}
			cut = i
		}
	}
	return s[:cut] + " …"
}
