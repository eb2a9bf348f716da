package read

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rung/corpus/page"
)

// page reads a page: one posting or, as many programs save a sheet by the name of .xls,
// a table of them.
func (s *stream) page(b []byte) error {
	head := b[:min(len(b), 4096)]
	if u, ok := utf16Head(head); ok {
		head = u
	}
	if bytes.Contains(head, []byte("urn:schemas-microsoft-com:office:spreadsheet")) && !bytes.Contains(bytes.ToLower(head), []byte("<html")) {
		return s.sheets(oldSheets(page.Decode(b)))
	}
	sheet := extension(s.name) == ".xls"
	var tables []sheetOf
	if !bytes.Contains(b, []byte("\x00")) && bytes.Contains(bytes.ToLower(b), []byte("<tr")) || sheet {
		for i, t := range tablesOf(page.Decode(b)) {
			tables = append(tables, sheetOf{name: "table " + strconv.Itoa(i+1), open: t.open})
		}
	}
	if sheet && len(tables) > 0 {
		return s.sheets(tables)
	}
	for _, t := range tables {
		g := &grid{s: s, in: first(t.open())}
		for range headerRows {
			if !g.hold() {
				break
			}
		}
		for i := range g.held[:len(g.held)-1] {
			if g.held[i].err == nil && s.m.names(g.held[i].cells) {
				return s.sheets(tables)
			}
		}
	}
	s.html(b)
	return nil
}

func first(r rows, _ func(), _ error) rows { return r }

// pageTable is a table of a page.
type pageTable struct {
	page   []byte
	rows   [][]pageCell
	inCell bool // a cell is
}

// pageCell is what stands between the tags of a cell, and how many columns and rows it
// spans.
type pageCell struct{ start, end, across, down int }

// tablesOf are the tables of a page that have two rows or more, those within others
// before these.
func tablesOf(b []byte) []*pageTable {
	var all, open []*pageTable
	z := html.NewTokenizer(bytes.NewReader(b))
	for at := 0; ; {
		kind := z.Next()
		before := at
		at += len(z.Raw())
		if kind == html.ErrorToken {
			for i := len(open) - 1; i >= 0; i-- { // that do not end
				open[i].close(before)
				all = append(all, open[i])
			}
			break
		}
		if kind != html.StartTagToken && kind != html.EndTagToken {
			continue
		}
		name, more := z.TagName()
		tag := atom.Lookup(name)
		if tag == atom.Table && kind == html.StartTagToken {
			if len(open) < maxTables {
				open = append(open, &pageTable{page: b})
			}
			continue
		}
		if len(open) == 0 {
			continue
		}
		t := open[len(open)-1]
		switch tag {
		case atom.Table:
			t.close(before)
			all, open = append(all, t), open[:len(open)-1]
		case atom.Tr:
			if t.close(before); kind == html.StartTagToken {
				t.rows = append(t.rows, nil)
			}
		case atom.Td, atom.Th:
			if t.close(before); kind == html.EndTagToken {
				continue
			}
			if len(t.rows) == 0 {
				t.rows = append(t.rows, nil)
			}
			c := pageCell{start: at, end: at}
			for more {
				var key, value []byte
				key, value, more = z.TagAttr()
				n, _ := strconv.Atoi(string(bytes.TrimSpace(value)))
				switch string(key) {
				case "colspan":
					c.across = min(n, maxColumns)
				case "rowspan":
					c.down = n
				}
			}
			row := &t.rows[len(t.rows)-1]
			*row, t.inCell = append(*row, c), true
		}
	}
	tables := all[:0]
	for _, t := range all {
		if len(t.rows) > 1 {
			tables = append(tables, t)
		}
	}
	return tables
}

const (
	maxTables = 100       // one within the other
	maxSpans  = 1_000_000 // cells of a table that are filled by those that span them
)

// close ends the open cell.
func (t *pageTable) close(at int) {
	if t.inCell {
		row := t.rows[len(t.rows)-1]
		row[len(row)-1].end, t.inCell = at, false
	}
}

func (t *pageTable) open() (rows, func(), error) {
	return &pageRows{t: t, spans: map[int]pageCell{}}, func() {}, nil
}

// pageRows are the rows of a table of a page.
type pageRows struct {
	t      *pageTable
	at     int
	cells  []pageCell
	spans  map[int]pageCell // cells that span the row below, by column; down is how many
	filled int
}

func (r *pageRows) next() error {
	if r.at == len(r.t.rows) {
		return io.EOF
	}
	r.cells = r.cells[:0]
	row := r.t.rows[r.at]
	r.at++
	fill := func() {
		for len(r.spans) > 0 && len(r.cells) < maxColumns {
			i := len(r.cells)
			c, ok := r.spans[i]
			if !ok {
				return
			}
			if r.cells, r.filled = append(r.cells, c), r.filled+1; c.down > 1 {
				c.down--
				r.spans[i] = c
			} else {
				delete(r.spans, i)
			}
		}
	}
	for _, c := range row {
		if fill(); len(r.cells) > maxColumns {
			return &badRow{r.at, nil, errColumns}
		}
		if c.down > 1 && r.filled < maxSpans {
			r.spans[len(r.cells)] = pageCell{c.start, c.end, 0, c.down - 1}
		}
		r.cells = append(r.cells, c)
		for ; c.across > 1 && r.filled < maxSpans; c.across-- {
			r.cells, r.filled = append(r.cells, pageCell{}), r.filled+1
		}
	}
	if fill(); r.filled >= maxSpans {
		clear(r.spans)
	}
	return nil
}

func (r *pageRows) line() int { return r.at }
func (r *pageRows) size() int { return len(r.cells) }
func (r *pageRows) cell(i int) string {
	if i >= len(r.cells) {
		return ""
	}
	s := string(r.t.page[r.cells[i].start:r.cells[i].end])
	if page.TooManyTags(s) {
		return s // told where it is the text
	}
	if strings.ContainsAny(s, "<&") {
		return page.HTMLToText(s)
	}
	return strings.Join(strings.Fields(s), " ")
}
func (r *pageRows) raw() []byte {
	row := r.t.rows[r.at-1]
	if len(row) == 0 {
		return nil
	}
	raw := r.t.page[row[0].start:max(row[0].start, row[len(row)-1].end)]
	return raw[:min(len(raw), bufSize)]
}
func (r *pageRows) note() string { return "" }
func (r *pageRows) header(int)   {}
