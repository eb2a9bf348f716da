// Package parquet reads the rows of a Parquet file as JSON objects, so that what
// reads JSON Lines reads these too: nested columns are objects and arrays, times
// are RFC 3339, bytes are text. It reads the columns that are asked for, page by
// page, and no others. It does not know what a column means.
package parquet

import (
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
	file  *pq.File
	names []string
}

// Open reads the footer of a file of size bytes.
func Open(r io.ReaderAt, size int64) (f *File, err error) {
	defer recovered(&err)
	if err := whole(r, size); err != nil {
		return nil, err
	}
	file, err := pq.OpenFile(r, size, pq.SkipPageIndex(true), pq.SkipBloomFilters(true), pq.ReadBufferSize(256<<10))
	if err != nil {
		return nil, fmt.Errorf("the footer of the file is damaged: %w", err)
	}
	f = &File{file: file}
	f.walk(file.Root(), "")
	return f, nil
}

// whole looks at both ends of the file, because the library reads a footer of
// any length.
func whole(r io.ReaderAt, size int64) error {
	var head, tail [8]byte
	if size < 12 {
		return errors.New("the file is cut short: its footer is missing")
	}
	if _, err := r.ReadAt(head[:4], 0); err != nil {
		return err
	}
	if _, err := r.ReadAt(tail[:], size-8); err != nil && err != io.EOF {
		return err
	}
	switch {
	case string(head[:4]) == "PARE", string(tail[4:]) == "PARE":
		return errors.New("the file is encrypted")
	case string(tail[4:]) != "PAR1", int64(binary.LittleEndian.Uint32(tail[:])) > size-12:
		return errors.New("the file is cut short: its footer is missing")
	}
	return nil
}

func recovered(err *error) {
	if x := recover(); x != nil {
		*err = fmt.Errorf("the file is damaged: %v", x)
	}
}

// Columns are the names of the columns in the order of the file. Those of nested
// columns are joined by dots, without the steps that only make a list.
func (f *File) Columns() []string { return f.names }

// Rows is the number of rows that the footer promises.
func (f *File) Rows() int64 { return f.file.NumRows() }

func (f *File) walk(c *pq.Column, name string) {
	if c.Leaf() {
		f.names = append(f.names, name)
		return
	}
	for _, child := range c.Columns() {
		f.walk(child, join(name, c, child))
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
// follow.
func (f *File) Read(names []string) iter.Seq2[Row, error] {
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
		for _, rows := range f.file.RowGroups() {
			first := row.Number
			end := first + rows.NumRows()
			g, err := open(rows, fields)
			for err == nil && row.Number < end {
				if row.JSON, err = g.next(row.JSON[:0]); err == nil {
					row.Number++
					if !yield(row, nil) {
						g.close()
						return
					}
				}
			}
			g.close()
			if err != nil {
				lost := &Lost{From: row.Number + 1, To: end, Err: err}
				row.Number++
				if !yield(row, lost) {
					return
				}
			}
			row.Number = end
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
