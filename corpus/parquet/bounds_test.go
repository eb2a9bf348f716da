package parquet

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/encoding"
	"github.com/parquet-go/parquet-go/format"
)

// TestAFileOfLargePagesIsReadInLittleMemory reads one page of 150 MB, as DuckDB and writers of
// one page a row group make them.
func TestAFileOfLargePagesIsReadInLittleMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("makes a page of 150 MB")
	}
	body := strings.Repeat("You lead forty people and own the plan. ", 250)
	for _, codec := range []string{"snappy", "lz4_raw", "zstd"} {
		data := plain(repeated(body, 15_000)...)
		packed, err := codecs[codec].Encode(nil, data)
		if err != nil {
			t.Fatal(err)
		}
		h := values(15_000, format.Plain)
		h.UncompressedPageSize = int32(len(data))
		b := file(t, codecs[codec].CompressionCodec(), format.Required, 15_000, page(t, h, packed))
		data, packed = nil, nil
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		base, most := m.HeapAlloc, uint64(0)
		f, err := Open(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for row, err := range f.Read(context.Background(), []string{"text"}) {
			if err != nil || len(row.JSON) != len(`{"text":""}`)+len(body) {
				t.Fatal(codec, row.Number, err)
			}
			if n++; n%500 == 0 {
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc)
			}
		}
		if n != 15_000 || most > base+64<<20 {
			t.Errorf("%s: %d rows, %d MB", codec, n, (int64(most)-int64(base))>>20)
		}
	}
}

func repeated(s string, n int) (all []string) {
	for range n {
		all = append(all, s)
	}
	return all
}

// counted counts the bytes that are read, and where.
type counted struct {
	r    io.ReaderAt
	n    int
	from int64 // reads before it count
	to   int64
}

func (c *counted) ReadAt(b []byte, off int64) (int, error) {
	if off < c.to && off+int64(len(b)) > c.from {
		c.n++
	}
	return c.r.ReadAt(b, off)
}

func TestColumnsThatAreNotAskedForAreNotRead(t *testing.T) {
	b := write(t, texts(5000))
	f, err := Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	m := f.file.Metadata().RowGroups[0].Columns[0].MetaData
	if f.names[0] != "text" {
		t.Fatal(f.names)
	}
	c := &counted{r: bytes.NewReader(b), from: m.DataPageOffset, to: m.DataPageOffset + m.TotalCompressedSize}
	if f, err = Open(c, int64(len(b))); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, err := range f.Read(context.Background(), []string{"title", "tags", "pay"}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n != 5000 || c.n != 0 {
		t.Errorf("%d rows; the texts were looked at %d times", n, c.n)
	}
}

func TestReadEndsWithItsContext(t *testing.T) {
	b := many(t, 3500)
	c := &counted{r: bytes.NewReader(b), to: math.MaxInt64}
	f, err := Open(c, int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	n, reads := 0, 0
	var last error
	for _, err := range f.Read(ctx, []string{"text"}) {
		if last = err; err != nil {
			continue
		}
		if n++; n == 100 {
			cancel()
			reads = c.n
		}
	}
	if n != 100 || last != context.Canceled || c.n != reads {
		t.Errorf("%d rows, then %v, and %d more reads", n, last, c.n-reads)
	}
	for _, err := range f.Read(ctx, []string{"text"}) {
		if err != context.Canceled {
			t.Errorf("a context that has ended before: %v", err)
		}
	}
	if c.n != reads {
		t.Errorf("%d reads after the end", c.n-reads)
	}
	// One that ends while the little data of a page becomes much.
	ctx, cancel = context.WithCancel(context.Background())
	h := values(2, format.Plain)
	h.UncompressedPageSize = 1 << 29
	b = file(t, format.Zstd, format.Required, 2, page(t, h, bomb(t, 1<<29)))
	after := &cancels{r: bytes.NewReader(b), cancel: cancel}
	if f, err = Open(after, int64(len(b))); err != nil {
		t.Fatal(err)
	}
	after.on = true
	for _, err := range f.Read(ctx, []string{"text"}) {
		if err != context.Canceled {
			t.Errorf("within a page: %v", err)
		}
	}
}

// cancels cancels when it is first read from.
type cancels struct {
	r      io.ReaderAt
	cancel func()
	on     bool
}

func (c *cancels) ReadAt(b []byte, off int64) (int, error) {
	if c.on {
		c.cancel()
	}
	return c.r.ReadAt(b, off)
}

func TestAValueThatIsTooLargeCostsItsRow(t *testing.T) {
	b := write(t, []text{{Text: "a"}, {Text: strings.Repeat("b", maxValue+1)}, {Text: strings.Repeat("c", maxValue)}, {Text: "d"}})
	good, bad := read(t, b, -1)
	if len(good) != 3 || len(bad) != 1 || bad[0].Error() != "row 2 cannot be read: a value is larger than 8 MB, which that of no posting is" || !strings.Contains(good[2], `"d"`) {
		t.Errorf("%d rows, %v", len(good), bad)
	}
}

func TestEveryEncodingReadsAsThePlainOneDoes(t *testing.T) {
	type row struct {
		Text   string
		Fixed  [5]byte
		Small  int32
		Large  int64
		Float  float32
		Double float64
		Yes    bool
	}
	r := rand.New(rand.NewPCG(5, 6))
	var all []row
	for i := range 3000 {
		x := row{Text: strings.Repeat("lead people ", r.IntN(9)) + fmt.Sprint(i), Small: int32(r.Uint32()), Large: int64(r.Uint64()), Float: r.Float32(), Double: r.Float64(), Yes: r.IntN(3) == 0}
		copy(x.Fixed[:], fmt.Sprint("ab", i))
		all = append(all, x)
	}
	leaf := func(e encoding.Encoding, n pq.Node) pq.Node { return pq.Encoded(n, e) }
	fixed, yes, double := pq.Leaf(pq.FixedLenByteArrayType(5)), pq.Leaf(pq.BooleanType), pq.Leaf(pq.DoubleType)
	want := ""
	for _, c := range []struct {
		name                             string
		text, fixed, whole, double, bool encoding.Encoding
	}{
		{"plain", &pq.Plain, &pq.Plain, &pq.Plain, &pq.Plain, &pq.Plain},
		{"dictionary", &pq.RLEDictionary, &pq.RLEDictionary, &pq.RLEDictionary, &pq.RLEDictionary, &pq.RLE},
		{"delta", &pq.DeltaLengthByteArray, &pq.DeltaByteArray, &pq.DeltaBinaryPacked, &pq.ByteStreamSplit, &pq.RLE},
		{"prefixes", &pq.DeltaByteArray, &pq.Plain, &pq.ByteStreamSplit, &pq.Plain, &pq.Plain},
	} {
		for version := 1; version <= 2; version++ {
			schema := pq.NewSchema("row", pq.Group{"Text": leaf(c.text, pq.String()), "Fixed": leaf(c.fixed, fixed), "Small": leaf(c.whole, pq.Leaf(pq.Int32Type)), "Large": leaf(c.whole, pq.Leaf(pq.Int64Type)),
				"Float": leaf(c.double, pq.Leaf(pq.FloatType)), "Double": leaf(c.double, double), "Yes": leaf(c.bool, yes)})
			got := rows(t, write(t, all, schema, pq.DataPageVersion(version), pq.PageBufferSize(4000)), "Text", "Fixed", "Small", "Large", "Float", "Double", "Yes")
			if want == "" {
				want = got
			}
			if got != want || strings.Contains(got, "! ") {
				t.Errorf("%s, version %d: %.300s\nwant %.300s", c.name, version, got, want)
			}
		}
	}
}
