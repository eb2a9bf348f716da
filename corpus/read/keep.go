package read

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rung/corpus"
)

// KeepAll is the name in Options.Keep that means every column.
const KeepAll = "all"

// keep is what a stream knows of the columns that it keeps.
type keep struct {
	header []string        // of the rows that names are of
	names  []string        // of columns that are kept; "": it is not
	found  map[string]bool // those of Options.Keep that were there
	others []string        // names of the first record, for the message
}

// keeps reports whether the column is kept.
func (s *stream) keeps(name string) bool {
	if !slices.Contains(s.o.Keep, name) {
		return slices.Contains(s.o.Keep, KeepAll)
	}
	if s.keep.found == nil {
		s.keep.found = map[string]bool{}
	}
	s.keep.found[name] = true
	return true
}

// keptCells are the columns that are kept of a row of a table.
func (s *stream) keptCells(header []string, cell func(i int) string) (kept []corpus.Field) {
	if len(s.o.Keep) == 0 || len(header) == 0 {
		return nil
	}
	k := &s.keep
	if len(k.header) != len(header) || &k.header[0] != &header[0] {
		k.header, k.names, k.others = header, make([]string, len(header)), header
		taken := map[string]bool{}
		for i, name := range header {
			if name == "" {
				name = "column " + strconv.Itoa(i+1)
			}
			free := name
			for n := 1; taken[free]; n++ { // two of one name
				free = name + "." + strconv.Itoa(n)
			}
			taken[free] = true
			if s.keeps(free) {
				k.names[i] = free
			}
		}
	}
	for i, name := range k.names {
		if name != "" {
			kept = append(kept, corpus.Field{Name: name, Value: cell(i)})
		}
	}
	return kept
}

// keptMembers are the members that are kept of the object b.
func (s *stream) keptMembers(b []byte) (kept []corpus.Field) {
	if len(s.o.Keep) == 0 || len(b) == 0 || b[0] != '{' {
		return nil
	}
	first := s.keep.others == nil
	at := map[string]int{}
	each(b, 0, 0, func(key []byte, start, end int) {
		name := string(key)
		if plain, err := unescape(nil, key); err == nil {
			name = string(plain)
		}
		if first {
			s.keep.others = append(s.keep.others, name)
		}
		if !s.keeps(name) {
			return
		}
		f := keptValue(name, b[start:end])
		if i, twice := at[name]; twice {
			kept[i] = f // as JSON has it, the last one counts
			return
		}
		at[name] = len(kept)
		kept = append(kept, f)
	})
	return kept
}

// keptValue is a value of JSON; what others write that is none, such as NaN, is null.
func keptValue(name string, v []byte) corpus.Field {
	if v[0] == '"' {
		if text, err := unescape(nil, v[1:len(v)-1]); err == nil {
			return corpus.Field{Name: name, Value: string(text)}
		}
	}
	var one bytes.Buffer
	switch {
	case json.Compact(&one, v) == nil:
		return corpus.Field{Name: name, Value: one.String(), JSON: true}
	case scalar(v) || isEmptyJSON(v):
		return corpus.Field{Name: name, Value: "null", JSON: true}
	}
	return corpus.Field{Name: name, Value: string(v)}
}

// keptColumns adds to the columns of a Parquet file that hold fields those that are
// kept: a nested one as a whole where nothing in it is read by itself.
func (s *stream) keptColumns(chosen, all []string) []string {
	if len(s.o.Keep) == 0 {
		return chosen
	}
	within := func(name, of string) bool { return name == of || strings.HasPrefix(name, of+".") }
	names := slices.Clone(chosen)
	for _, leaf := range all[:min(len(all), 1000)] { // as many are not read
		top, _, _ := strings.Cut(leaf, ".")
		name := top
		if slices.ContainsFunc(chosen, func(c string) bool { return c != top && within(c, top) }) {
			name = leaf
		}
		if !slices.ContainsFunc(names, func(n string) bool { return within(name, n) || within(n, name) }) && s.keeps(name) {
			names = append(names, name)
		}
	}
	return names
}

// tell says which of the names no record had.
func (k *keep) tell(s *stream) {
	if s.o.Said == nil || s.n == 0 || k.others == nil && k.found == nil {
		return
	}
	for _, name := range s.o.Keep {
		if name != KeepAll && !k.found[name] {
			s.o.Said(fmt.Sprintf("%s: no column %q, which was to be kept; there are %s", s.name, name, strings.Join(k.others[:min(len(k.others), 30)], ", ")))
		}
	}
}
