package read

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"rung/corpus/enum"
	"rung/corpus/page"
)

// field is a part of a posting that a column can hold.
type field uint8

const (
	fNone field = iota
	fText
	fTitle
	fCompany
	fID
	fURL
	fLocation
	fPosted
	fFetched
	numSingle
	fSection = numSingle // any number of columns may hold sections
)

var fieldNames = enum.Names[field]{"", "text", "title", "company", "id", "url", "location", "posted", "fetched", "section"}

// column is what a name means: the field, and how good a name it is for it: rank 0 is
// the canonical name, -1 one that the user gave, and the higher the worse.
type column struct {
	field   field
	rank    int
	heading string // of a section
}

// names is columns.txt, by folded name.
type names struct {
	names    map[string]column // of fields
	untitled map[string]bool
	unlabel  map[string]bool
	sentence map[string]bool
	lists    map[string]bool
	things   map[string]bool
	empty    map[string]bool // in lower case, as they stand
	total    map[string]bool
	foot     map[string]bool
	stems    []stem
}

// stem is what the name of a column holds that has a part of the posting, if its cells
// are words.
type stem struct{ in, heading string }

//go:embed columns.txt
var columnsFile string

// columns is columns.txt, read once; a test proves that the file is sound.
var columns = sync.OnceValue(func() *names {
	t := &names{names: map[string]column{}, untitled: map[string]bool{}, unlabel: map[string]bool{}, sentence: map[string]bool{}, total: map[string]bool{}, foot: map[string]bool{},
		lists: map[string]bool{}, things: map[string]bool{}, empty: map[string]bool{}}
	lists := map[string]map[string]bool{"untitled": t.untitled, "unlabel": t.unlabel, "sentence": t.sentence, "list": t.lists, "thing": t.things, "total": t.total, "foot": t.foot}
	ranks := map[field]int{}
	for line := range strings.Lines(columnsFile) {
		line, heading, _ := strings.Cut(line, ":")
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		for _, w := range words[1:] {
			if words[0] == "empty" {
				t.empty[w] = true
				continue
			}
			w = fold(w)
			if words[0] == "stem" {
				t.stems = append(t.stems, stem{w, strings.TrimSpace(heading)})
				continue
			}
			if list := lists[words[0]]; list != nil {
				list[w] = true
				continue
			}
			f, _ := fieldNames.Parse(words[0])
			if _, twice := t.names[w]; !twice {
				t.names[w] = column{f, ranks[f], strings.TrimSpace(heading)}
				ranks[f]++
			}
		}
	}
	return t
})

// fold brings a column's name to the form in which names are compared: letters
// and digits only, lower case.
func fold(s string) string {
	clean := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < 'a' || c > 'z' {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// mapping assigns the columns of one stream to fields.
type mapping struct {
	o     Options
	named [numSingle]string // the user's column for the field, as typed
	list  []string          // the user's columns for the text, where there are several
	seen  map[string]column // by name as it stands in the file
	told  map[string]bool
}

func (o Options) mapping() *mapping {
	m := &mapping{o: o, seen: map[string]column{}, told: map[string]bool{}}
	m.named[fText], m.named[fTitle], m.named[fCompany], m.named[fID] = o.TextColumn, o.TitleColumn, o.CompanyColumn, o.IDColumn
	if strings.Contains(o.TextColumn, ",") {
		for name := range strings.SplitSeq(o.TextColumn, ",") {
			m.list = append(m.list, strings.TrimSpace(name))
		}
	}
	return m
}

// column says what a column of the file holds.
func (m *mapping) column(name []byte) column {
	if c, ok := m.seen[string(name)]; ok {
		return c
	}
	s := string(name)
	c := m.lookup(s)
	if len(m.seen) < 1<<14 { // a file whose keys are all different must not fill the memory
		m.seen[s] = c
	}
	return c
}

func (m *mapping) lookup(name string) column {
	for f, n := range m.named {
		if n != "" && n == name {
			return column{field: field(f), rank: -1}
		}
	}
	folded := fold(name)
	if i := slices.Index(m.list, name); i >= 0 {
		return m.listed(i, name)
	}
	for f, n := range m.named {
		if n != "" && fold(n) == folded {
			return column{field: field(f), rank: -1}
		}
	}
	for i, n := range m.list {
		if fold(n) == folded {
			return m.listed(i, name)
		}
	}
	c, ok := columns().names[folded]
	switch {
	case !ok:
		return column{}
	case c.field < numSingle && m.named[c.field] != "", c.field == fSection && m.named[fText] != "":
		return column{} // the user's own name is the only one
	}
	return c
}

// settle sees whether the user's column for the text is one of the names as it stands,
// commas and all.
func (m *mapping) settle(names []string) {
	if m.list != nil && slices.Contains(names, m.named[fText]) {
		m.list = nil
		clear(m.seen)
	}
}

// listed is what a column holds that is number i of those that the user named for the
// text: its rank puts it into their order.
func (m *mapping) listed(i int, name string) column {
	known := columns().names[fold(name)]
	heading := known.heading
	if known.field != fText && heading == "" {
		heading = strings.TrimSpace(strings.ReplaceAll(name, "_", " "))
	}
	return column{fSection, i - len(m.list), heading}
}

// tell says, once, that a column was taken for a field though its name is not the
// canonical one.
func (m *mapping) tell(c column, name string) {
	if m.o.Said == nil || c.rank <= 0 && c.field != fSection || c.rank < 0 {
		return
	}
	what := "more text"
	if c.field != fSection {
		what = fieldNames.Of(c.field)
	}
	m.say(what + " is read from column " + strconv.Quote(name))
}

// say tells something once.
func (m *mapping) say(what string) {
	if m.o.Said != nil && !m.told[what] && len(m.told) < 1<<10 {
		m.told[what] = true
		m.o.Said(what)
	}
}

// sayFirst tells something once, with the first of many examples.
func (m *mapping) sayFirst(what, example string) {
	if m.o.Said != nil && !m.told[what] {
		m.told[what] = true
		m.o.Said(what + example)
	}
}

// quote quotes a name or a value for a message, cut where it is long.
func quote(s string) string {
	if utf8.RuneCountInString(s) > 40 {
		s = string([]rune(s)[:39]) + "…"
	}
	return strconv.Quote(s)
}

// longPlaceholder is longer than any placeholder, with quotes.
const longPlaceholder = 16

// placeholder reports whether a value stands for none, as "N/A" and "nan" do.
func placeholder(s string) bool {
	if len(s) >= longPlaceholder {
		return false
	}
	return columns().empty[strings.ToLower(strings.TrimSpace(s))]
}

// row is one record while it is being read: for each field, the best column that is
// not empty.
type row struct {
	value    [numSingle]string
	column   [numSingle]column
	name     [numSingle]string
	sections []part
	all      []string // names of all columns, for messages
	parted   bool     // the text was an object or a list
}

type part struct {
	column
	name, value string
}

var errLongText = errors.New("the text is longer than 4 MB, which no posting is")

// tooLong reports whether the text is longer than is read, with all sections.
func (r *row) tooLong() bool {
	n := len(r.value[fText])
	for _, p := range r.sections {
		n += len(p.value)
	}
	return n > maxText
}

// tooManyTags reports whether a text has more tags than are read.
func (r *row) tooManyTags() bool {
	return page.TooManyTags(r.value[fText]) || slices.ContainsFunc(r.sections, func(p part) bool { return page.TooManyTags(p.value) })
}

// without says why a record gives no posting although it has a column for the text.
func (r *row) without() error {
	if r.tooLong() {
		return errLongText
	}
	if r.tooManyTags() {
		return page.ErrTags
	}
	return errors.New("the text is empty")
}

// noText says why a record gives no posting.
func (m *mapping) noText(r *row) error {
	switch {
	case r.column[fText].field == fText || len(r.sections) > 0:
		return r.without()
	case len(r.all) == 0:
		return errors.New("the record is empty")
	}
	return &NoColumnError{m.named[fText], r.all}
}

// require reports the first column that is missing among names, of which those
// in have hold a field: each that the user named, and one of the text.
func (m *mapping) require(have [numSingle]bool, names []string) error {
	for i, n := range m.list {
		if have[fText] && !m.met(func(c column) bool {
			return c.field == fText && c.rank == -1 || c.field == fSection && c.rank == i-len(m.list)
		}) {
			return &NoColumnError{n, names}
		}
	}
	for f := fText; f < numSingle; f++ {
		if !have[f] && (f == fText || m.named[f] != "") {
			return &NoColumnError{m.named[f], names}
		}
	}
	return nil
}

// met reports whether a column that was met is such a one.
func (m *mapping) met(such func(column) bool) bool {
	for _, c := range m.seen {
		if such(c) {
			return true
		}
	}
	return false
}

// NoColumnError says that a table or a record lacks a column.
type NoColumnError struct {
	Want string   // the column that the Options name, or "" where none of a usual name holds the text
	Have []string // the columns that there are, in their order
}

func (e *NoColumnError) Error() string {
	cols := slices.Clone(e.Have[:min(len(e.Have), 30)])
	for i, c := range cols {
		if utf8.RuneCountInString(c) > 40 {
			cols[i] = string([]rune(c)[:39]) + "…"
		}
	}
	list := strings.Join(cols, ", ")
	if len(e.Have) > len(cols) {
		list += ", …"
	}
	if e.Want != "" {
		return fmt.Sprintf("no column %q; the columns are %s", e.Want, list)
	}
	return "no column of a usual name holds the text; the columns are " + list
}
