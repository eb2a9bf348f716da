package table

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// fields is a group whose columns keep their order; the library's own sorts them
// by name.
type fields struct {
	parquet.Group
	order map[string]int
}

func (f fields) Fields() []parquet.Field {
	list := f.Group.Fields()
	slices.SortFunc(list, func(a, b parquet.Field) int { return cmp.Compare(f.order[a.Name()], f.order[b.Name()]) })
	return list
}

// writeParquet writes one row group of nullable columns: texts as UTF-8 strings,
// counts as 64-bit integers, all else as doubles. The file's metadata has title,
// caption, n, missing, notes, and the unit of a column as "unit:KEY".
func writeParquet(w io.Writer, t *Table) error {
	group := fields{parquet.Group{}, map[string]int{}}
	options := []parquet.WriterOption{
		parquet.CreatedBy("rung", "", ""),
		parquet.KeyValueMetadata("title", clean(t.Title)),
		parquet.KeyValueMetadata("caption", clean(t.Caption)),
		parquet.KeyValueMetadata("n", strconv.Itoa(t.N)),
		parquet.KeyValueMetadata("missing", strconv.Itoa(t.Missing)),
		parquet.KeyValueMetadata("notes", clean(strings.Join(t.Notes, " "))),
	}
	for i, c := range t.Columns {
		node := parquet.Leaf(parquet.DoubleType)
		switch {
		case c.textual():
			node = parquet.String()
		case c.Kind == Count:
			node = parquet.Int(64)
		}
		group.Group[c.Key] = parquet.Compressed(parquet.Optional(node), &parquet.Snappy)
		group.order[c.Key] = i
		if c.Unit != "" {
			options = append(options, parquet.KeyValueMetadata("unit:"+c.Key, clean(c.Unit)))
		}
	}
	pw := parquet.NewWriter(w, append(options, parquet.NewSchema(t.Name, group))...)
	row := make(parquet.Row, len(t.Columns))
	for _, cells := range t.Rows {
		for i, cell := range cells {
			v, defined := parquet.ValueOf(t.Columns[i].value(cell)), 0
			if !v.IsNull() {
				defined = 1
			}
			row[i] = v.Level(0, defined, i)
		}
		if _, err := pw.WriteRows([]parquet.Row{row}); err != nil {
			return err
		}
	}
	return pw.Close()
}
