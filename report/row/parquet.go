package row

import (
	"io"
	"reflect"
	"slices"

	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
)

// A row group is what a Parquet file holds in memory while it is written.
const (
	groupRows  = 20_000
	groupBytes = 8 << 20
)

// RecordWriter writes records in their order. What it wrote is whole only after
// Close, which does not close what lies below. Close is due after an error, too:
// it frees what waits to be written.
type RecordWriter interface {
	Write([]Record) error
	Close() error
}

// NewParquet writes records as a Parquet file: one column a key, lists and
// evidence nested, strings that repeat as dictionaries, all under zstd. Equal
// records give equal bytes, however they are handed over, and the memory is
// that of a row group. Close writes the footer, without which it is no file.
func NewParquet(w io.Writer, opt Options) RecordWriter {
	if opt.Text {
		return newParquet(w, opt.Kept, func(r *Record) textRecord { return textRecord{*r, r.Text} })
	}
	return newParquet(w, opt.Kept, func(r *Record) Record { return *r })
}

func newParquet[T any](w io.Writer, kept []string, make func(*Record) T) RecordWriter {
	options := []parquet.WriterOption{parquet.CreatedBy("rung", "1", "0"), parquet.Compression(newZstd())}
	p := &parquetWriter[T]{make: make, kept: kept}
	if len(kept) == 0 {
		p.w = parquet.NewGenericWriter[T](w, options...)
		return p
	}
	p.base = parquet.SchemaOf(p.row[0])
	p.rows = parquet.NewGenericWriter[any](w, append(options, parquet.NewSchema(p.base.Name(), keptGroup{p.base, keptColumns(p.base, kept)}))...)
	return p
}

// keptGroup is the columns of a record and behind them those that are kept.
type keptGroup struct {
	parquet.Node
	fields []parquet.Field
}

func (g keptGroup) Fields() []parquet.Field { return g.fields }

type keptColumn struct {
	parquet.Node
	name string
}

func (c keptColumn) Name() string                             { return c.name }
func (c keptColumn) Value(reflect.Value) (none reflect.Value) { return none } // rows are written as values

func keptColumns(base parquet.Node, kept []string) []parquet.Field {
	fields := slices.Clone(base.Fields())
	for _, name := range kept {
		fields = append(fields, keptColumn{parquet.Optional(parquet.Encoded(parquet.String(), &parquet.RLEDictionary)), keptPrefix + name})
	}
	return fields
}

// smallZstd is zstd with a window no larger than a page, where the library's own
// takes 8 MB.
type smallZstd struct {
	compress.Codec
	w *zstd.Encoder
}

func newZstd() smallZstd {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(1<<20), zstd.WithZeroFrames(true), zstd.WithEncoderCRC(false))
	if err != nil {
		panic(err) // of options that are constant
	}
	return smallZstd{&parquet.Zstd, w}
}

func (c smallZstd) Encode(dst, src []byte) ([]byte, error) { return c.w.EncodeAll(src, dst[:0]), nil }

// textRecord is a record with its text as a column.
type textRecord struct {
	Record
	Text string `parquet:"text"`
}

type parquetWriter[T any] struct {
	w        *parquet.GenericWriter[T]
	make     func(*Record) T
	row      [1]T
	kept     []string                    // columns of the input; where there are any,
	base     *parquet.Schema             // of T
	rows     *parquet.GenericWriter[any] // is written to, and not w
	values   [1]parquet.Row
	n, bytes int // of the group
}

// Write writes row by row, so that the places of pages and groups do not depend
// on how many come at once.
func (p *parquetWriter[T]) Write(records []Record) error {
	for i := range records {
		p.row[0] = p.make(&records[i])
		if err := p.write(records[i].Kept); err != nil {
			return err
		}
		p.n++
		p.bytes += records[i].size()
		if p.n >= groupRows || p.bytes >= groupBytes {
			if err := p.flush(); err != nil {
				return err
			}
			p.n, p.bytes = 0, 0
		}
	}
	return nil
}

// write writes p.row, with what is kept behind it.
func (p *parquetWriter[T]) write(kept Kept) error {
	if p.rows == nil {
		_, err := p.w.Write(p.row[:])
		return err
	}
	row := p.base.Deconstruct(p.values[0][:0], &p.row[0])
	first := len(p.base.Columns())
	for i, name := range p.kept {
		v := parquet.NullValue().Level(0, 0, first+i)
		if f, ok := kept.at(name, i); ok {
			v = parquet.ByteArrayValue([]byte(valid(f.Value))).Level(0, 1, first+i)
		}
		row = append(row, v)
	}
	p.values[0] = row
	_, err := p.rows.WriteRows(p.values[:])
	return err
}

func (p *parquetWriter[T]) flush() error {
	if p.rows != nil {
		return p.rows.Flush()
	}
	return p.w.Flush()
}

func (p *parquetWriter[T]) Close() error {
	if p.rows != nil {
		return p.rows.Close()
	}
	return p.w.Close()
}

// size is about what the record takes in a row group, in bytes.
func (r *Record) size() int {
	n := 200 + len(r.ID) + len(r.Source) + len(r.Company) + len(r.Title) + len(r.Text) + len(r.URL) + len(r.Location)
	for i := range r.Kept {
		n += 20 + len(r.Kept[i].Value)
	}
	for i := range r.Reasons {
		n += 60
		for j := range r.Reasons[i].Evidence {
			n += 50 + len(r.Reasons[i].Evidence[j].Quote)
		}
	}
	return n
}
