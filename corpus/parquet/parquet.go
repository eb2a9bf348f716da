// Package parquet reads the rows of a Parquet file as JSON objects, so that what
// reads JSON Lines reads these too: nested columns are objects and arrays, times
// are RFC 3339, bytes are text. It reads the columns that are asked for, page by
// page, and no others. It does not know what a column means.
package parquet

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// File is an open Parquet file.
type File struct {
	file   *pq.File
	at     io.ReaderAt
	size   int64
	names  []string
	leaves []*format.SchemaElement // of the columns, in their order
	rows   int64
}

// Open reads the footer of a file of size bytes.
func Open(r io.ReaderAt, size int64) (f *File, err error) {
	defer recovered(&err)
	footer, err := whole(r, size)
	if err != nil {
		return nil, err
	}
	src := &source{ctx: context.Background(), at: r, size: size}
	encrypted, err := checkFooter(io.NewSectionReader(src, size-8-footer, footer))
	var file *pq.File
	if err == nil {
		if file, err = pq.OpenFile(src, size, pq.SkipPageIndex(true), pq.SkipBloomFilters(true)); err != nil {
			err = errFooter // of which the library speaks in its own words
		}
	}
	switch {
	case err == nil:
	case src.err != nil:
		return nil, src.err
	case encrypted:
		return nil, errEncrypted
	default:
		return nil, err
	}
	f = &File{file: file, at: r, size: size}
	schema := file.Metadata().Schema
	for i := range schema {
		if schema[i].Type.Valid {
			f.leaves = append(f.leaves, &schema[i])
		}
	}
	for _, rows := range file.RowGroups() {
		n := rows.NumRows()
		if n < 0 || n > maxRows-f.rows {
			return nil, errFooter
		}
		f.rows += n
	}
	left := maxNames
	if f.walk(file.Root(), "", &left); left < 0 {
		return nil, errors.New("the names of the columns take more than 16 MB, and those of no file of postings do")
	}
	if len(f.names) != len(f.leaves) {
		return nil, errFooter
	}
	return f, nil
}

const (
	maxRows  = 1 << 40
	maxNames = 16 << 20
)

var (
	errFooter    = errors.New("the footer of the file is damaged")
	errEncrypted = errors.New("the file is encrypted")
)

// whole looks at both ends of the file and says how long its footer is.
func whole(r io.ReaderAt, size int64) (int64, error) {
	var head, tail [8]byte
	if size < 12 {
		return 0, errors.New("the file is cut short: its footer is missing")
	}
	if _, err := r.ReadAt(head[:4], 0); err != nil {
		return 0, err
	}
	if _, err := r.ReadAt(tail[:], size-8); err != nil && err != io.EOF {
		return 0, err
	}
	switch {
	case string(head[:4]) == "PARE", string(tail[4:]) == "PARE":
		return 0, errEncrypted
	case string(tail[4:]) != "PAR1", int64(binary.LittleEndian.Uint32(tail[:])) > size-12:
		return 0, errors.New("the file is cut short: its footer is missing")
	}
	n := int64(binary.LittleEndian.Uint32(tail[:]))
	if n > maxFooter/2 { // the library copies it
		return 0, fmt.Errorf("the footer of the file is larger than %d MB, and that of no file of postings is", maxFooter/2>>20)
	}
	return n, nil
}

// recovered makes an error of a panic of the library, which speaks of Go and not of the file.
func recovered(err *error) {
	if x := recover(); x != nil {
		*err = errors.New("the file is damaged")
	}
}

// Columns are the names of the columns in the order of the file. Those of nested
// columns are joined by dots, without the steps that only make a list.
func (f *File) Columns() []string { return f.names }

// Rows is the number of rows that the footer promises.
func (f *File) Rows() int64 { return f.rows }

// walk lists the names below c, for as long as bytes are left for them.
func (f *File) walk(c *pq.Column, name string, left *int) {
	if *left -= len(name); *left < 0 {
		return
	}
	if c.Leaf() {
		f.names = append(f.names, name)
		return
	}
	for _, child := range c.Columns() {
		if *left < 0 {
			return
		}
		f.walk(child, join(name, c, child), left)
	}
}

// join is the name of a child of parent, which goes by name.
func join(name string, parent, child *pq.Column) string {
	switch {
	case wraps(parent):
		return name
	case name == "":
		return child.Name()
	}
	return name + "." + child.Name()
}

// wraps reports whether c is a step of a list: a group around one repeated
// group, or that group around one element.
func wraps(c *pq.Column) bool {
	kids := c.Columns()
	if len(kids) != 1 {
		return false
	}
	return isList(c) || c.Repeated() && slices.Contains([]string{"list", "bag", "array"}, c.Name())
}

func isList(c *pq.Column) bool {
	kids := c.Columns()
	_, ok := logical(c.Type()).(*format.ListType)
	return ok && len(kids) == 1 && kids[0].Repeated() && !c.Repeated()
}

// field is one member of the objects that a File gives.
type field struct {
	key  string
	node *pq.Column
}

// find returns the node that goes by a dotted name or, if a node above it repeats, the
// highest of these: within a row that can be read only as a whole.
func (f *File) find(want string) (field, bool) {
	var search func(c *pq.Column, name, repeats string, at *pq.Column) (field, bool)
	search = func(c *pq.Column, name, repeats string, at *pq.Column) (field, bool) {
		for _, child := range c.Columns() {
			n := join(name, c, child)
			if n != want && !strings.HasPrefix(want, n+".") && n != "" {
				continue
			}
			if n == want && !wraps(c) {
				if at != nil {
					return field{repeats, at}, true
				}
				return field{n, child}, true
			}
			r, top := repeats, at
			if at == nil && (isList(child) || child.Repeated()) {
				r, top = n, child
			}
			if found, ok := search(child, n, r, top); ok {
				return found, true
			}
		}
		return field{}, false
	}
	return search(f.file.Root(), "", "", nil)
}

// Read gives the rows as JSON objects with the members that are named, each by a dotted
// name: a nested column stands under that name, and one within a list under the name
// of the list, with all else that the list holds. A row is valid until the next. An
// error is a *Lost, and its row the first of those that are lost; the rows after them
// follow. Once ctx has ended nothing more is read, and the last error is that of ctx.
func (f *File) Read(ctx context.Context, names []string) iter.Seq2[Row, error] {
	var fields []field
	read := map[int]bool{} // a column is read once
	for _, n := range names {
		found, ok := f.find(n)
		if !ok {
			continue
		}
		twice := false
		leaves(found.node, func(c *pq.Column) { twice = twice || read[c.Index()] })
		if !twice {
			leaves(found.node, func(c *pq.Column) { read[c.Index()] = true })
			fields = append(fields, found)
		}
	}
	return func(yield func(Row, error) bool) {
		row := Row{}
		src := &source{ctx: ctx, at: f.at, size: f.size}
		for i, rows := range f.file.RowGroups() {
			end := row.Number + rows.NumRows()
			src.err = nil
			g, err := f.open(i, fields, src)
			for row.Number < end {
				if err == nil {
					row.JSON, err = g.next(row.JSON[:0])
				}
				if e := ctx.Err(); e != nil {
					yield(Row{}, e)
					return
				}
				row.Number++
				if err == nil {
					if !yield(row, nil) {
						return
					}
					continue
				}
				lost := &Lost{From: row.Number, To: end, Err: err}
				if err == errLong { // the rows behind it are there
					lost.To, err = row.Number, nil
				}
				if !yield(row, lost) {
					return
				}
				row.Number = lost.To
			}
		}
	}
}

// Row is one row.
type Row struct {
	Number int64 // from 1
	JSON   []byte
}

// Lost is the error of rows that cannot be read.
type Lost struct {
	From, To int64 // the first and the last of them
	Err      error
}

func (e *Lost) Error() string {
	if e.From >= e.To {
		return fmt.Sprintf("row %d cannot be read: %v", e.From, e.Err)
	}
	return fmt.Sprintf("rows %d to %d cannot be read: %v", e.From, e.To, e.Err)
}

func (e *Lost) Unwrap() error { return e.Err }
