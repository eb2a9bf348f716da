package parquet

import (
	"bytes"
	"encoding/binary"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

// page is a page as it stands in a file.
func page(t testing.TB, h format.PageHeader, body []byte) []byte {
	t.Helper()
	if h.CompressedPageSize == 0 {
		h.CompressedPageSize = int32(len(body))
	}
	if h.UncompressedPageSize == 0 {
		h.UncompressedPageSize = int32(len(body))
	}
	head, err := thrift.Marshal(new(thrift.CompactProtocol), h)
	if err != nil {
		t.Fatal(err)
	}
	return append(head, body...)
}

func values(n int32, encoding format.Encoding) format.PageHeader {
	h := format.PageHeader{Type: format.DataPage}
	h.DataPageHeader = thrift.New(format.DataPageHeader{NumValues: n, Encoding: encoding, DefinitionLevelEncoding: format.RLE, RepetitionLevelEncoding: format.RLE})
	return h
}

func dictionary(n int32) format.PageHeader {
	h := format.PageHeader{Type: format.DictionaryPage}
	h.DictionaryPageHeader = thrift.New(format.DictionaryPageHeader{NumValues: n, Encoding: format.Plain})
	return h
}

// file is a file of one column of texts, of these pages.
func file(t testing.TB, codec format.CompressionCodec, repetition format.FieldRepetitionType, rows int64, pages ...[]byte) []byte {
	t.Helper()
	body := bytes.Join(pages, nil)
	return footer(t, body, format.FileMetaData{
		Version: 1,
		NumRows: rows,
		Schema: []format.SchemaElement{
			{Name: "root", NumChildren: thrift.New(int32(1))},
			{Name: "text", Type: thrift.New(format.ByteArray), RepetitionType: thrift.New(repetition)},
		},
		RowGroups: []format.RowGroup{{NumRows: rows, Columns: []format.ColumnChunk{{MetaData: format.ColumnMetaData{
			Type: format.ByteArray, PathInSchema: []string{"text"}, Codec: codec, NumValues: rows, DataPageOffset: 4, TotalCompressedSize: int64(len(body)),
		}}}}},
	})
}

func footer(t testing.TB, body []byte, m format.FileMetaData) []byte {
	t.Helper()
	foot, err := thrift.Marshal(new(thrift.CompactProtocol), m)
	if err != nil {
		t.Fatal(err)
	}
	return raw(body, foot)
}

func raw(body, foot []byte) []byte {
	b := append([]byte("PAR1"), body...)
	b = append(b, foot...)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(foot)))
	return append(b, "PAR1"...)
}

func plain(texts ...string) (b []byte) {
	for _, s := range texts {
		b = binary.LittleEndian.AppendUint32(b, uint32(len(s)))
		b = append(b, s...)
	}
	return b
}

// bomb is zeros of which there are a thousand times more when they are inflated.
func bomb(t testing.TB, n int, head ...byte) []byte {
	t.Helper()
	w, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	if err != nil {
		t.Fatal(err)
	}
	return w.EncodeAll(append(head, make([]byte, n)...), nil)
}

func joined(parts ...[]byte) []byte { return bytes.Join(parts, nil) }
