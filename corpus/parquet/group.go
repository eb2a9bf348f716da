package parquet

import (
	"errors"
	"io"

	pq "github.com/parquet-go/parquet-go"
)

// group reads the rows of one row group.
type group struct {
	fields  []field
	columns map[int]*cursor // by the index of the leaf
}

// cursor is a place in one column of a row group.
type cursor struct {
	pages  pq.Pages
	page   pq.Page
	values pq.ValueReader
	buf    [128]pq.Value
	i, n   int
}

func open(rows pq.RowGroup, fields []field) (g *group, err error) {
	g = &group{fields: fields, columns: map[int]*cursor{}}
	defer recovered(&err)
	chunks := rows.ColumnChunks()
	for _, f := range fields {
		leaves(f.node, func(c *pq.Column) {
			g.columns[c.Index()] = &cursor{pages: chunks[c.Index()].Pages()}
		})
	}
	return g, nil
}

func leaves(c *pq.Column, do func(*pq.Column)) {
	if c.Leaf() {
		do(c)
	}
	for _, child := range c.Columns() {
		leaves(child, do)
	}
}

func (g *group) close() {
	var err error
	defer recovered(&err) // nothing is left to be told
	for _, c := range g.columns {
		pq.Release(c.page)
		c.pages.Close()
	}
}

// peek is the next value; nil at the end of the column.
func (c *cursor) peek() (*pq.Value, error) {
	for c.i == c.n {
		if c.values != nil {
			n, err := c.values.ReadValues(c.buf[:])
			c.i, c.n = 0, n
			if err != nil && err != io.EOF {
				return nil, err
			}
			if n > 0 {
				break
			}
			c.values = nil
		}
		pq.Release(c.page)
		c.page = nil
		page, err := c.pages.ReadPage()
		if err == io.EOF {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		c.page, c.values = page, page.Values()
	}
	return &c.buf[c.i], nil
}

var errEnd = errors.New("a column ends before its rows do")

// next appends the next row.
func (g *group) next(dst []byte) (_ []byte, err error) {
	defer recovered(&err)
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
	return append(dst, '}'), nil
}

// first is the next value of the first column below c; its levels say what there is of
// c. It is nil at the end of the column.
func (g *group) first(c *pq.Column) (*pq.Value, error) {
	for !c.Leaf() {
		kids := c.Columns()
		if len(kids) == 0 {
			return nil, errors.New("a group without columns")
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
			return dst, errors.New("a row is larger than 256 MB, which no posting is")
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
const maxRow = 256 << 20

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
		g.columns[c.Index()].i++
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
			at.i++
		}
	})
	return err
}
