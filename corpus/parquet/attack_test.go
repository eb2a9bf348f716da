package parquet

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"runtime"
	"strings"
	"testing"

	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

// goText are words of Go, which no reader of an error should have to know.
var goText = regexp.MustCompile(`runtime error|index out of range|slice bounds|nil pointer|goroutine|makeslice|EOF|thrift`)

// read reads all columns of a file, up to most rows, and says what rows there were and which
// errors. It fails if these do not follow each other, or are told in words of Go.
func read(t *testing.T, b []byte, most int) (good []string, bad []error) {
	t.Helper()
	f, err := Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		if goText.MatchString(err.Error()) {
			t.Errorf("opening: %v", err)
		}
		return nil, []error{err}
	}
	next := int64(1)
	for row, err := range f.Read(context.Background(), f.Columns()) {
		if row.Number != next {
			t.Fatalf("row %d where %d should be", row.Number, next)
		}
		next++
		if err == nil {
			if good = append(good, string(row.JSON)); len(good) == most {
				break
			}
			continue
		}
		var lost *Lost
		if !errors.As(err, &lost) || lost.From != row.Number || goText.MatchString(err.Error()) {
			t.Errorf("row %d: %v", row.Number, err)
		}
		bad, next = append(bad, err), lost.To+1
	}
	return good, bad
}

// allocated is how many bytes do makes room for in all, which is no less than it holds at once.
func allocated(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// enough is for one file: what is held at once is less by far than what is made room for.
const enough = 224 << 20

func TestAttackByASmallFileTakesLittleMemory(t *testing.T) {
	const required, optional = format.Required, format.Optional
	sized := func(h format.PageHeader, size int32) format.PageHeader {
		h.UncompressedPageSize = size
		return h
	}
	schema := func(elements ...format.SchemaElement) []byte {
		return footer(t, nil, format.FileMetaData{Schema: elements})
	}
	text := format.SchemaElement{Name: "a", Type: thrift.New(format.ByteArray), RepetitionType: thrift.New(required)}
	columns := []format.SchemaElement{{Name: "root", NumChildren: thrift.New(int32(1_000_000))}}
	for range 1_000_000 {
		columns = append(columns, text)
	}
	var deep []format.SchemaElement
	for range 5000 {
		deep = append(deep, format.SchemaElement{Name: "a", NumChildren: thrift.New(int32(1)), RepetitionType: thrift.New(optional)})
	}
	named := []format.SchemaElement{{Name: "root", NumChildren: thrift.New(int32(1))}, {Name: strings.Repeat("a", 1<<20), NumChildren: thrift.New(int32(1000))}}
	for range 1000 {
		named = append(named, text)
	}
	long := binary.AppendUvarint(nil, math.MaxInt32)
	lz4 := append([]byte{0xf0}, bytes.Repeat([]byte{255}, 3000)...)
	for _, c := range []struct {
		name string
		in   []byte
		want string
	}{
		{"LZ4 that does not end", file(t, format.Lz4Raw, required, 300, page(t, sized(values(300, format.Plain), 3000), lz4)),
			`rows 1 to 300 cannot be read: the file is damaged: column "text", the page at byte 4: it ends early`},
		{"LZ4 that looks back before its beginning", file(t, format.Lz4Raw, required, 3, page(t, sized(values(3, format.Plain), 30), []byte{0x10, 'a', 9, 0, 0, 0})),
			`rows 1 to 3 cannot be read: the file is damaged: column "text", the page at byte 4: its compressed data makes no sense`},
		{"a page that is large, it says", file(t, format.Snappy, required, 3, page(t, sized(values(3, format.Plain), math.MaxInt32), []byte("\xff\xff\xff\xff\x07abc"))),
			`rows 1 to 3 cannot be read: column "text", the page at byte 4: it is larger than 1024 MB, which no page of postings is`},
		{"a page that cannot become so large", file(t, format.Gzip, required, 3, page(t, sized(values(3, format.Plain), 1<<29), []byte("abc"))),
			`rows 1 to 3 cannot be read: the file is damaged: column "text", the page at byte 4: it says that its 3 bytes are 536870912 when inflated, which cannot be`},
		{"a page that is longer than its column", file(t, format.Uncompressed, required, 3, page(t, func() format.PageHeader {
			h := values(3, format.Plain)
			h.CompressedPageSize = 1 << 29
			return h
		}(), plain("a", "b", "c"))),
			`rows 1 to 3 cannot be read: the file is damaged: column "text", the page at byte 4: it is longer than its column`},
		{"a text that is long, it says", file(t, format.Uncompressed, required, 3, page(t, values(3, format.Plain), append(plain("a"), 0xff, 0xff, 0xff, 0xff))),
			`rows 2 to 3 cannot be read: the file is damaged: column "text", the page at byte 4: it ends early`},
		{"a text of 100 MB of 10 KB", file(t, format.Zstd, required, 2, page(t, sized(values(2, format.Plain), 100<<20+4), bomb(t, 100<<20, 0, 0, 0x40, 6))),
			`row 1 cannot be read: a value is larger than 8 MB, which that of no posting is`},
		{"a row of 8 GB", file(t, format.Zstd, format.Repeated, 1, page(t, sized(dictionary(1), 8<<20+4), bomb(t, 8<<20, 0, 0, 0x80, 0)),
			page(t, sized(values(1000, format.RLEDictionary), 19), bomb(t, 0, 5, 0, 0, 0, 2, 0, 0xce, 0x0f, 1, 3, 0, 0, 0, 0xd0, 0x0f, 1, 0, 0xd0, 0x0f))),
			`row 1 cannot be read: a row is larger than 32 MB, which no posting is`},
		{"a dictionary of 30 million texts", file(t, format.Zstd, required, 3, page(t, sized(dictionary(30<<20), 120<<20), bomb(t, 120<<20)), page(t, values(3, format.RLEDictionary), []byte{1, 6, 0})),
			`rows 1 to 3 cannot be read: column "text", the page at byte 4: its row group takes more than 96 MB of memory at once, and no postings do`},
		{"levels of 200 MB", file(t, format.Zstd, optional, 3, page(t, sized(values(3, format.Plain), 200<<20+4), bomb(t, 200<<20, 0, 0, 0x80, 12))),
			`rows 1 to 3 cannot be read: column "text", the page at byte 4: its row group takes more than 96 MB of memory at once, and no postings do`},
		{"lengths of two thousand million texts", file(t, format.Uncompressed, required, math.MaxInt32, page(t, values(math.MaxInt32, format.DeltaLengthByteArray),
			joined(binary.AppendUvarint(nil, 1<<20), []byte{1}, long, []byte{0}, bytes.Repeat([]byte{0, 0}, 3000)))),
			`rows 1 to 2147483647 cannot be read: column "text", the page at byte 4: its row group takes more than 96 MB of memory at once, and no postings do`},
		{"a place that the dictionary does not have", file(t, format.Uncompressed, required, 3, page(t, dictionary(2), plain("a", "b")), page(t, values(3, format.RLEDictionary), []byte{8, 6, 200})),
			`rows 1 to 3 cannot be read: the file is damaged: column "text", the page at byte 27: its values make no sense`},
		{"no dictionary", file(t, format.Uncompressed, required, 3, page(t, values(3, format.RLEDictionary), []byte{1, 6, 0})),
			`rows 1 to 3 cannot be read: the file is damaged: column "text", the page at byte 4: its values make no sense`},
		{"rows that are not there", file(t, format.Uncompressed, required, 1<<39, page(t, values(3, format.Plain), plain("a", "b", "c"))),
			`rows 4 to 549755813888 cannot be read: the file is damaged: a column ends before its rows do`},
		{"more rows than there can be", file(t, format.Uncompressed, required, 1<<62, page(t, values(3, format.Plain), plain("a", "b", "c"))), `the footer of the file is damaged`},
		{"fewer than no row", file(t, format.Uncompressed, required, -5, page(t, values(3, format.Plain), plain("a", "b", "c"))), `the footer of the file is damaged`},
		{"an old compression", file(t, format.Lz4, required, 3, page(t, values(3, format.Plain), plain("a", "b", "c"))),
			`rows 1 to 3 cannot be read: column "text", the page at byte 4: its data is compressed by LZ4, which is not read: write the file with ZSTD or SNAPPY`},
		{"a million columns", schema(columns...), `the file has more than 20000 columns, and no file of postings has`},
		{"a million columns, it says", raw(nil, joined([]byte{0x15, 2, 0x19, 0xfc}, binary.AppendUvarint(nil, 1_000_000))), `the file has more than 20000 columns, and no file of postings has`},
		{"two thousand million row groups, it says", raw(nil, joined([]byte{0x49, 0xfc}, long)), `its footer lists more than 128 MB of columns and row groups, and that of no file of postings does`},
		{"a million empty row groups", raw(nil, joined([]byte{0x49, 0xfc}, binary.AppendUvarint(nil, 1_000_000), make([]byte, 1_000_000))), `its footer lists more than 128 MB of columns and row groups, and that of no file of postings does`},
		{"columns 5,000 deep", schema(append(deep, text)...), `its columns stand more than 64 deep in each other, and those of no posting do`},
		{"structs 100,000 deep", raw(nil, bytes.Repeat([]byte{0x1c}, 100_000)), `the footer of the file is damaged`},
		{"lists 100,000 deep", raw(nil, append([]byte{0x19}, bytes.Repeat([]byte{0x19}, 100_000)...)), `the footer of the file is damaged`},
		{"names of a gigabyte", schema(named...), `the names of the columns take more than 16 MB, and those of no file of postings do`},
		{"no tree", schema(format.SchemaElement{Name: "root", NumChildren: thrift.New(int32(2))}, text), `the footer of the file is damaged`},
		{"a footer of 65 MB", raw(nil, make([]byte, 65<<20)), `the footer of the file is larger than 64 MB, and that of no file of postings is`},
		{"an empty footer", raw(nil, nil), `the footer of the file is damaged`},
	} {
		var good []string
		var bad []error
		took := allocated(func() { good, bad = read(t, c.in, 10) })
		most := uint64(enough)
		if c.name == "a row of 8 GB" {
			most *= 2 // the row grows while it is made
		}
		if took > most {
			t.Errorf("%s: %d MB", c.name, took>>20)
		}
		if len(bad) == 0 || bad[0].Error() != c.want {
			t.Errorf("%s: %d rows, then %v\nwant %s", c.name, len(good), bad, c.want)
		}
	}
}

type text struct {
	Text  string   `parquet:"text"`
	Title *string  `parquet:"title,optional,dict"`
	Tags  []string `parquet:"tags,list"`
	Pay   int64    `parquet:"pay,delta"`
}

var codecs = map[string]compress.Codec{
	"uncompressed": &pq.Uncompressed, "snappy": &pq.Snappy, "gzip": &pq.Gzip, "brotli": &pq.Brotli, "zstd": &pq.Zstd, "lz4_raw": &pq.Lz4Raw,
}

func texts(n int) (all []text) {
	titles := []string{"VP", "Director", "Head of Platform"}
	r := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		x := text{Text: fmt.Sprintf("Posting %d: ", i), Pay: r.Int64N(1 << 40), Tags: titles[:i%3]}
		for range 5 + i%40 {
			x.Text += fmt.Sprintf("lead %d people. ", r.IntN(1000))
		}
		if i%3 > 0 {
			x.Title = &titles[i%3]
		}
		all = append(all, x)
	}
	return all
}

func TestEveryCodecReadsAsThePlainFileDoes(t *testing.T) {
	want, bad := read(t, write(t, texts(2000), pq.Compression(&pq.Uncompressed)), -1)
	if len(want) != 2000 || len(bad) > 0 {
		t.Fatal(len(want), bad)
	}
	for name, codec := range codecs {
		for version := 1; version <= 2; version++ {
			for _, size := range []int{3000, 1 << 20} {
				b := write(t, texts(2000), pq.Compression(codec), pq.DataPageVersion(version), pq.PageBufferSize(size))
				got, bad := read(t, b, -1)
				if strings.Join(got, "\n") != strings.Join(want, "\n") || len(bad) > 0 {
					t.Errorf("%s, pages of version %d and %d bytes: %d rows, %v", name, version, size, len(got), bad)
				}
			}
		}
	}
}

func TestAttackByDamageAtEveryPlaceTakesLittleMemory(t *testing.T) {
	for name, codec := range codecs {
		whole := write(t, texts(300), pq.Compression(codec), pq.MaxRowsPerRowGroup(100), pq.DataPageVersion(1+len(name)%2))
		want, _ := read(t, whole, -1)
		r := rand.New(rand.NewPCG(3, uint64(len(name))))
		told := 0
		for i := range 200 {
			b := bytes.Clone(whole)
			at, n := r.IntN(len(b)), 1+r.IntN(8)*(i%2)
			for k := at; k < min(at+n, len(b)); k++ {
				b[k] = byte(r.Uint32())
			}
			var good []string
			var bad []error
			if took := allocated(func() { good, bad = read(t, b, 1000) }); took > enough {
				t.Errorf("%s, %d bytes at %d: %d MB", name, n, at, took>>20)
			}
			if len(bad) > 0 {
				told++
			} else if codec != &pq.Uncompressed && len(good) < len(want) {
				t.Errorf("%s, %d bytes at %d: %d rows, and no error", name, n, at, len(good))
			}
			for _, err := range bad {
				if s := err.Error(); !regexp.MustCompile(`damaged|cut short|which is not read|larger than|longer than|encrypted|another file|in its old form|takes more`).MatchString(s) {
					t.Errorf("%s, %d bytes at %d: %s", name, n, at, s)
				}
			}
		}
		if told < 50 {
			t.Errorf("%s: of 200 damaged files %d are told", name, told)
		}
	}
}
