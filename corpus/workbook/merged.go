package workbook

import (
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"
)

const (
	maxMerges = 100_000 // of one sheet that are looked at
	maxMerged = 8 << 10 // bytes of what one shows in other rows: a name, and no text
)

// merge is a cell that spans several rows.
type merge struct {
	column, from, to int // rows from 1
	shows            string
}

// merges lists the cells of a sheet that span rows, by where they begin. They stand
// behind all rows, where the sheet is looked through for them without being parsed.
func (b *Book) merges(name string) ([]merge, error) {
	p, err := b.open(name)
	if err != nil {
		return nil, err
	}
	defer p.close()
	var all []merge
	behind := false
	buf := make([]byte, 0, 64<<10)
	for {
		p.left = maxToken
		n, err := p.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		rest := buf
		for !behind {
			i := bytes.Index(rest, []byte("sheetData>"))
			if i < 0 {
				rest = rest[max(0, len(rest)-64):]
				break
			}
			open := bytes.LastIndexByte(rest[:i], '<')
			behind = open >= 0 && rest[open+1] == '/'
			rest = rest[i+1:]
		}
		for behind {
			i := bytes.Index(rest, []byte("mergeCell "))
			if i < 0 {
				rest = rest[max(0, len(rest)-16):]
				break
			}
			end := bytes.IndexByte(rest[i:], '>')
			if end < 0 {
				if rest = rest[i:]; len(rest) > 4096 {
					rest = rest[1:]
					continue
				}
				break
			}
			if m, ok := mergeOf(string(rest[i : i+end])); ok {
				all = append(all, m...)
			}
			rest = rest[i+end:]
		}
		buf = buf[:copy(buf[:cap(buf)], rest)]
		if err != nil || len(all) > maxMerges {
			if err != nil && err != io.EOF && b.ctx.Err() != nil {
				return nil, b.ctx.Err()
			}
			break // other errors are told where the rows are read
		}
	}
	slices.SortStableFunc(all, func(a, b merge) int { return a.from - b.from })
	return all, nil
}

// mergeOf reads an element such as mergeCell ref="A2:B5": its first column, where it spans
// rows.
func mergeOf(element string) ([]merge, bool) {
	_, ref, ok := strings.Cut(element, "ref=")
	if !ok || len(ref) < 2 {
		return nil, false
	}
	ref, _, _ = strings.Cut(ref[1:], ref[:1])
	from, to, ok := strings.Cut(ref, ":")
	row := func(s string) int {
		n, _ := strconv.Atoi(strings.TrimLeft(strings.ToUpper(s), "ABCDEFGHIJKLMNOPQRSTUVWXYZ$"))
		return n
	}
	m := merge{column: column(from), from: row(from), to: row(to)}
	return []merge{m}, ok && m.column >= 0 && m.from > 0 && m.to > m.from
}

// merged takes note of what merged cells show that begin in the row. One of a column
// follows the other; those that end above the row are passed over where they are asked for.
func (r *Rows) merged() {
	for len(r.merges) > 0 && r.merges[0].from <= r.line {
		m := r.merges[0]
		if r.merges = r.merges[1:]; m.from == r.line {
			if r.spans == nil {
				r.spans = map[int]merge{}
			}
			if m.shows = r.own(m.column); len(m.shows) > maxMerged {
				m.shows = ""
			}
			r.spans[m.column] = m
		}
	}
}
