package parquet

import (
	"errors"
	"fmt"

	pq "github.com/parquet-go/parquet-go"
)

// group reads the rows of one row group.
type group struct {
	fields  []field
	columns map[int]*cursor // by the index of the leaf
	long    bool            // the row holds a value that was too large to be read
}

// open begins the row group of number n.
func (f *File) open(n int, fields []field, src *source) (*group, error) {
	g := &group{fields: fields, columns: map[int]*cursor{}}
	mem := &budget{maxMemory}
	chunks := f.file.Metadata().RowGroups[n].Columns
	var err error
	for _, field := range fields {
		leaves(field.node, func(c *pq.Column) {
			i := c.Index()
			switch {
			case err != nil:
			case i < 0 || i >= len(chunks):
				err = damaged(errThrift)
			case len(g.columns) == maxRead:
				err = fmt.Errorf("the fields of a posting stand in more than %d columns, and those of no posting do", maxRead)
			default:
				g.columns[i], err = newCursor(f.names[i], c, f.leaves[i], &chunks[i], src, mem)
			}
		})
	}
	return g, err
}

// maxRead is how many columns are read at once; each takes some memory.
const maxRead = 256

func leaves(c *pq.Column, do func(*pq.Column)) {
	if c.Leaf() {
		do(c)
	}
	for _, child := range c.Columns() {
		leaves(child, do)
	}
}

var (
	errEnd = damaged(errors.New("a column ends before its rows do"))
	errRow = fmt.Errorf("a row is larger than %d MB, which no posting is", maxRow>>20)
)

// next appends the next row. Of errLong it is the end, and not of the rows after it.
func (g *group) next(dst []byte) (_ []byte, err error) {
	defer recovered(&err)
	g.long = false
	dst = append(dst, '{')
	for i, f := range g.fields {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendString(dst, f.key)
		dst = append(dst, ':')
		if dst, err = g.value(dst, f.node); err != nil {
			return dst, err
		}
	}
	if g.long {
		return dst, errLong
	}
	return append(dst, '}'), nil
}

// first is the next value of the first column below c; its levels say what there is of
// c. It is nil at the end of the column.
func (g *group) first(c *pq.Column) (*pq.Value, error) {
	for !c.Leaf() {
		kids := c.Columns()
		if len(kids) == 0 {
			return nil, damaged(errors.New("a group without columns"))
		}
		c = kids[0]
	}
	return g.columns[c.Index()].peek()
}

// must is first, where there has to be a value.
func (g *group) must(c *pq.Column) (*pq.Value, error) {
	v, err := g.first(c)
	if err == nil && v == nil {
		err = errEnd
	}
	return v, err
}

// value appends what the row holds of c: all its elements where it repeats. The
// levels are those of Dremel (Melnik and others 2010): a definition level below
// that of c says that it or something above it is missing, a repetition level
// equal to that of c that another element of it follows.
func (g *group) value(dst []byte, c *pq.Column) ([]byte, error) {
	if !c.Repeated() {
		return g.single(dst, c)
	}
	v, err := g.must(c)
	if err != nil {
		return dst, err
	}
	dst = append(dst, '[')
	if v.DefinitionLevel() < c.MaxDefinitionLevel() {
		return append(dst, ']'), g.skip(c)
	}
	for {
		if dst, err = g.single(dst, c); err != nil {
			return dst, err
		}
		if len(dst) > maxRow {
			return dst, errRow
		}
		v, err := g.first(c)
		if err != nil {
			return dst, err
		}
		if v == nil || v.RepetitionLevel() != c.MaxRepetitionLevel() {
			return append(dst, ']'), nil
		}
		dst = append(dst, ',')
	}
}

// maxRow bounds the memory that a damaged file can take.
const maxRow = 32 << 20

// single appends one value or element.
func (g *group) single(dst []byte, c *pq.Column) ([]byte, error) {
	v, err := g.must(c)
	if err != nil {
		return dst, err
	}
	switch {
	case v.DefinitionLevel() < c.MaxDefinitionLevel():
		return append(dst, "null"...), g.skip(c)
	case c.Leaf():
		dst = appendValue(dst, c.Type(), v)
		at := g.columns[c.Index()]
		g.long, at.ready = g.long || at.long, false
		if len(dst) > maxRow {
			return dst, errRow
		}
		return dst, nil
	case wraps(c):
		return g.value(dst, c.Columns()[0])
	}
	for i, child := range c.Columns() {
		dst = append(dst, "{,"[min(i, 1)])
		dst = appendString(dst, child.Name())
		dst = append(dst, ':')
		if dst, err = g.value(dst, child); err != nil {
			return dst, err
		}
	}
	return append(dst, '}'), nil
}

// skip passes over what stands for a missing c: one value in each column below it.
func (g *group) skip(c *pq.Column) (err error) {
	leaves(c, func(leaf *pq.Column) {
		at := g.columns[leaf.Index()]
		v, e := at.peek()
		switch {
		case err != nil:
		case e != nil:
			err = e
		case v == nil:
			err = errEnd
		default:
			at.ready = false
		}
	})
	return err
}
