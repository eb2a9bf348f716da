package signal

import (
	"fmt"
	"strings"
)

// Source is a reference document or a named source that rules cite.
type Source struct {
	Key    string // "003", "reader"
	Title  string // as shown to users
	Places []Place
}

// Place is a part of a source, by its lines, both ends included.
type Place struct {
	First, Last int
	Name        string
}

// Sources maps a source's key to it.
type Sources map[string]*Source

// Show writes a cite for users: the title of the source and the place in it, never a
// bare line number. A cite of an unknown source is shown as it is.
func (s Sources) Show(cite string) string {
	key, at, _ := strings.Cut(cite, ":")
	src := s[key]
	if src == nil {
		return cite
	}
	var line int
	if _, err := fmt.Sscanf(at, "%d", &line); err == nil {
		for _, p := range src.Places {
			if p.First <= line && line <= p.Last {
				return src.Title + ", " + p.Name
			}
		}
	}
	return src.Title
}

// parseSources reads "source KEY TITLE" lines, each with the places of the source on
// indented lines, "FIRST-LAST NAME", below it.
func parseSources(name, content string) (Sources, error) {
	out := Sources{}
	var current *Source
	number := 0
	for line := range strings.Lines(content) {
		number++
		indented := strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t")
		line = strings.TrimSpace(cutComment(line))
		if line == "" {
			continue
		}
		first, rest, _ := strings.Cut(line, " ")
		rest = strings.TrimSpace(rest)
		switch {
		case !indented && first == "source" && rest != "":
			key, title, ok := strings.Cut(rest, " ")
			if !ok {
				return nil, fmt.Errorf("%s:%d: want source KEY TITLE", name, number)
			}
			current = &Source{Key: key, Title: strings.TrimSpace(title)}
			out[key] = current
		case indented && current != nil && rest != "":
			var p Place
			if n, _ := fmt.Sscanf(first, "%d-%d", &p.First, &p.Last); n == 1 {
				p.Last = p.First
			} else if n != 2 {
				return nil, fmt.Errorf("%s:%d: %q: want a line or FIRST-LAST", name, number, first)
			}
			p.Name = rest
			current.Places = append(current.Places, p)
		default:
			return nil, fmt.Errorf("%s:%d: want source KEY TITLE, or an indented LINES PLACE", name, number)
		}
	}
	return out, nil
}
