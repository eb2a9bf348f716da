package row

import (
	"io"

	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
)

// A row group is what a Parquet file holds in memory while it is written.
const (
	groupRows  = 20_000
	groupBytes = 8 << 20
)

// NewParquet writes records as a Parquet file: one column a key, lists and
// evidence nested, strings that repeat as dictionaries, all under zstd. Equal
// records give equal bytes, however they are handed over, and the memory is
// that of a row group. Close writes the footer, without which it is no file.
func NewParquet(w io.Writer, opt Options) RecordWriter {
	options := []parquet.WriterOption{parquet.CreatedBy("rung", "1", "0"), parquet.Compression(newZstd())}
	if opt.Text {
		return &parquetWriter[textRecord]{
			w:    parquet.NewGenericWriter[textRecord](w, options...),
			make: func(r *Record) textRecord { return textRecord{*r, r.Text} },
		}
	}
	return &parquetWriter[Record]{
		w:    parquet.NewGenericWriter[Record](w, options...),
		make: func(r *Record) Record { return *r },
	}
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
	w           *parquet.GenericWriter[T]
	make        func(*Record) T
	row         [1]T
	rows, bytes int // of the group
}

// Write writes row by row, so that the places of pages and groups do not depend
// on how many come at once.
func (p *parquetWriter[T]) Write(records []Record) error {
	for i := range records {
		p.row[0] = p.make(&records[i])
		if _, err := p.w.Write(p.row[:]); err != nil {
			return err
		}
		p.rows++
		p.bytes += records[i].size()
		if p.rows >= groupRows || p.bytes >= groupBytes {
			if err := p.w.Flush(); err != nil {
				return err
			}
			p.rows, p.bytes = 0, 0
		}
	}
	return nil
}

func (p *parquetWriter[T]) Close() error { return p.w.Close() }

// size is about what the record takes in a row group, in bytes.
func (r *Record) size() int {
	n := 200 + len(r.ID) + len(r.Source) + len(r.Company) + len(r.Title) + len(r.Text)
	for i := range r.Reasons {
		n += 60
		for j := range r.Reasons[i].Evidence {
			n += 50 + len(r.Reasons[i].Evidence[j].Quote)
		}
	}
	return n
}
