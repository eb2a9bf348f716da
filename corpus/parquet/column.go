package parquet

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"

	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/deprecated"
	"github.com/parquet-go/parquet-go/format"
)

// maxValue is how large a value may be. A larger one costs its row, and no other.
const maxValue = 8 << 20

var errLong = fmt.Errorf("a value is larger than %d MB, which that of no posting is", maxValue>>20)

// cursor is a place in one column of a row group. The values of a page are read as they are
// asked for; of the column, only its dictionary is held.
type cursor struct {
	name             string
	kind             pq.Kind
	width            int // of values of a fixed length
	maxRep, maxDef   int
	codec            inflater
	raw              *bufio.Reader // the column as it stands
	at, end          int64         // where the next page begins, where the column ends
	page             int64         // where the page begins that is read
	in               *bufio.Reader // its data
	left             int           // values of it that are still to come
	rep, def         numbers
	next             func() (pq.Value, error)
	dictionary       []pq.Value
	buf              []byte
	held, bufHeld    int // of the budget: by the page, by buf
	dictHeld         int
	value            pq.Value
	ready, long, has bool // value is the next; it was too large to be held; there is a dictionary
}

const bufSize = 16 << 10

func newCursor(name string, c *pq.Column, element *format.SchemaElement, chunk *format.ColumnChunk, src *source, mem *budget) (*cursor, error) {
	m := &chunk.MetaData
	k := &cursor{name: name, kind: pq.Kind(element.Type.V), width: int(element.TypeLength.V), maxRep: c.MaxRepetitionLevel(), maxDef: c.MaxDefinitionLevel()}
	k.at = m.DataPageOffset
	if d := m.DictionaryPageOffset; d > 0 && d < k.at {
		k.at = d
	}
	switch {
	case chunk.CryptoMetadata.Value != nil || len(chunk.EncryptedColumnMetadata) > 0:
		return nil, fmt.Errorf("column %q is encrypted: write the file without encryption", k.name)
	case chunk.FilePath != "":
		return nil, fmt.Errorf("column %q is in another file", k.name)
	case k.at < 0 || m.TotalCompressedSize < 0 || k.at > src.size-m.TotalCompressedSize:
		return nil, damaged(fmt.Errorf("column %q is not within it", k.name))
	case k.kind == pq.FixedLenByteArray && (k.width < 0 || k.width > maxValue):
		return nil, damaged(fmt.Errorf("column %q has values of %d bytes", k.name, k.width))
	}
	k.end = k.at + m.TotalCompressedSize
	k.codec = inflater{src: src, mem: mem, codec: m.Codec}
	k.raw = bufio.NewReaderSize(io.NewSectionReader(src, k.at, m.TotalCompressedSize), int(min(max(m.TotalCompressedSize, 64), bufSize)))
	k.in = bufio.NewReaderSize(&k.codec, bufSize)
	return k, nil
}

// refusal is an error of a file that may be whole.
type refusal string

func (r refusal) Error() string { return string(r) }

// damaged says of an error that it is the file's.
func damaged(err error) error { return fmt.Errorf("the file is damaged: %w", err) }

// peek is the next value; nil at the end of the column.
func (c *cursor) peek() (*pq.Value, error) {
	for !c.ready {
		if c.left == 0 {
			if more, err := c.open(); err != nil || !more {
				return nil, c.cause(err)
			}
			continue
		}
		if err := c.read(); err != nil {
			return nil, c.cause(err)
		}
	}
	return &c.value, nil
}

// cause says where an error is.
func (c *cursor) cause(err error) error {
	switch {
	case err == nil:
		return nil
	case c.codec.src.err != nil:
		return c.codec.src.err
	}
	err = fmt.Errorf("column %q, the page at byte %d: %w", c.name, c.page, early(err))
	if errors.As(err, new(refusal)) {
		return err
	}
	return damaged(err)
}

// open begins the next page. It reports false at the end of the column.
func (c *cursor) open() (bool, error) {
	if err := c.codec.close(); err != nil {
		return false, err
	}
	c.codec.mem.free(&c.held)
	if c.page = c.at; c.at >= c.end {
		return false, nil
	}
	h, n, err := readHeader(c.raw)
	if err != nil {
		return false, err
	}
	body := c.at + n
	if c.at = body + h.compressed; c.at > c.end {
		return false, errors.New("it is longer than its column")
	}
	if h.size > maxPage || h.compressed > maxPage {
		return false, refusal(fmt.Sprintf("it is larger than %d MB, which no page of postings is", maxPage>>20))
	}
	if h.checked {
		sum, err := c.codec.sum(body, h.compressed)
		if err != nil {
			return false, err
		}
		if sum != h.crc {
			return false, errors.New("its checksum is another")
		}
	}
	switch h.kind {
	case dataPage, dataPage2:
		return true, c.data(h, body)
	case dictionaryPage:
		if !c.has {
			return true, c.readDictionary(h, body)
		}
	}
	c.codec.body = limited{c.raw, h.compressed} // passed over: no page of values
	return true, nil
}

func (c *cursor) data(h header, body int64) (err error) {
	if h.values > math.MaxInt32 {
		return errThrift
	}
	c.left = int(h.values)
	if h.kind == dataPage2 { // the levels stand before the data, and are not compressed
		levels := &limited{c.raw, h.rep + h.def}
		if c.rep, err = c.levels(levels, h.rep, c.maxRep, false); err != nil {
			return err
		}
		if c.def, err = c.levels(levels, h.def, c.maxDef, false); err != nil {
			return err
		}
		before := h.rep + h.def
		body, h.compressed, h.size = body+before, h.compressed-before, h.size-before
	}
	if err = c.codec.check(body, h.compressed, h.size, h.plain); err != nil {
		return err
	}
	if err = c.codec.open(c.raw, body, h.compressed, h.size, h.plain); err != nil {
		return err
	}
	c.in.Reset(&c.codec)
	if h.kind == dataPage {
		if c.rep, err = c.levels(c.in, -1, c.maxRep, h.repBits); err != nil {
			return err
		}
		if c.def, err = c.levels(c.in, -1, c.maxDef, h.defBits); err != nil {
			return err
		}
	}
	c.next = func() (pq.Value, error) { // a page of nothing but missing values may have no data
		next, err := c.decoder(h.encoding)
		if err != nil {
			return pq.Value{}, err
		}
		c.next = next
		return next()
	}
	return nil
}

// read makes the next value of the page.
func (c *cursor) read() (err error) {
	rep, def := uint64(0), uint64(c.maxDef)
	if c.rep != nil {
		if rep, err = c.rep.next(); err != nil {
			return err
		}
	}
	if c.def != nil {
		if def, err = c.def.next(); err != nil {
			return err
		}
	}
	if rep > uint64(c.maxRep) || def > uint64(c.maxDef) {
		return errors.New("its levels make no sense")
	}
	c.value, c.long = pq.NullValue(), false
	if def == uint64(c.maxDef) {
		if c.value, err = c.next(); err == errLong {
			c.long, c.value = true, pq.ByteArrayValue(nil)
		} else if err != nil {
			return err
		}
	}
	c.value = c.value.Level(int(rep), int(def), 0)
	c.left--
	c.ready = true
	return nil
}

// take reads n bytes that are held until the page ends.
func (c *cursor) take(r io.Reader, n int64) ([]byte, error) {
	var b []byte
	for int64(len(b)) < n {
		k := int(min(n-int64(len(b)), 64<<10+int64(len(b)))) // no more than as much again as there is
		if err := c.codec.mem.hold(&c.held, c.held+k); err != nil {
			return nil, err
		}
		b = append(b, make([]byte, k)...)
		if _, err := io.ReadFull(r, b[len(b)-k:]); err != nil {
			return nil, early(err)
		}
	}
	return b, nil
}

// bytes reads a value of n bytes, which holds until the next is read.
func (c *cursor) bytes(n int) ([]byte, error) {
	if n <= c.in.Size() {
		b, err := c.in.Peek(n)
		if err != nil {
			return nil, early(err)
		}
		_, err = c.in.Discard(n)
		return b, err
	}
	if n > maxValue {
		for n > 0 {
			k, err := c.in.Discard(min(n, 1<<20))
			if n -= k; err != nil {
				return nil, early(err)
			}
		}
		return nil, errLong
	}
	c.buf = c.buf[:0]
	for len(c.buf) < n {
		at := len(c.buf)
		if err := c.room(min(n, max(2*at, 64<<10))); err != nil {
			return nil, err
		}
		c.buf = c.buf[:min(n, cap(c.buf))]
		if _, err := io.ReadFull(c.in, c.buf[at:]); err != nil {
			return nil, early(err)
		}
	}
	return c.buf, nil
}

// room makes buf as large as n.
func (c *cursor) room(n int) error {
	if n <= cap(c.buf) {
		return nil
	}
	if err := c.codec.mem.hold(&c.bufHeld, n); err != nil {
		return err
	}
	c.buf = append(make([]byte, 0, n), c.buf...)
	return nil
}

func (c *cursor) readDictionary(h header, body int64) error {
	if h.encoding != encodingPlain && h.encoding != encodingPlainDictionary {
		return errEncoding(h.encoding)
	}
	if err := c.codec.check(body, h.compressed, h.size, false); err != nil {
		return err
	}
	if err := c.codec.open(c.raw, body, h.compressed, h.size, false); err != nil {
		return err
	}
	c.in.Reset(&c.codec)
	next, err := c.plain()
	if err != nil {
		return err
	}
	c.has = true
	for range h.values {
		v, err := next()
		if err != nil && err != errLong {
			return early(err)
		}
		takes := 64
		if c.kind == pq.ByteArray || c.kind == pq.FixedLenByteArray {
			takes += len(v.ByteArray())
		}
		if err := c.codec.mem.hold(&c.dictHeld, c.dictHeld+takes); err != nil {
			return err
		}
		if err == errLong {
			v = pq.NullValue() // told where it is used
		} else if takes > 64 {
			v = pq.ByteArrayValue(bytes.Clone(v.ByteArray()))
		}
		c.dictionary = append(c.dictionary, v)
	}
	return nil
}

// fixed reads n bytes of a number.
func (c *cursor) fixed(n int, number func([]byte) pq.Value) func() (pq.Value, error) {
	return func() (pq.Value, error) {
		b, err := c.bytes(n)
		if err != nil {
			return pq.Value{}, err
		}
		return number(b), nil
	}
}

// number is how the bytes of a number are read, and how many they are; 0 for other kinds.
func (c *cursor) number() (int, func([]byte) pq.Value) {
	order := binary.LittleEndian
	switch c.kind {
	case pq.Int32:
		return 4, func(b []byte) pq.Value { return pq.Int32Value(int32(order.Uint32(b))) }
	case pq.Int64:
		return 8, func(b []byte) pq.Value { return pq.Int64Value(int64(order.Uint64(b))) }
	case pq.Int96:
		return 12, func(b []byte) pq.Value {
			return pq.Int96Value(deprecated.Int96{order.Uint32(b), order.Uint32(b[4:]), order.Uint32(b[8:])})
		}
	case pq.Float:
		return 4, func(b []byte) pq.Value { return pq.FloatValue(math.Float32frombits(order.Uint32(b))) }
	case pq.Double:
		return 8, func(b []byte) pq.Value { return pq.DoubleValue(math.Float64frombits(order.Uint64(b))) }
	case pq.FixedLenByteArray:
		return c.width, pq.ByteArrayValue
	}
	return 0, nil
}

// plain reads values that stand one after the other.
func (c *cursor) plain() (func() (pq.Value, error), error) {
	if n, number := c.number(); number != nil {
		return c.fixed(n, number), nil
	}
	switch c.kind {
	case pq.Boolean:
		bits := &packed{r: c.in}
		return func() (pq.Value, error) {
			v, err := bits.read(1)
			return pq.BooleanValue(v == 1), err
		}, nil
	case pq.ByteArray:
		return func() (pq.Value, error) {
			b, err := c.bytes(4)
			if err != nil {
				return pq.Value{}, err
			}
			b, err = c.bytes(int(binary.LittleEndian.Uint32(b)))
			return pq.ByteArrayValue(b), err
		}, nil
	}
	return nil, errors.New("its values are of an unknown kind")
}
