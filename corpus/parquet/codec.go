package parquet

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math/bits"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go/format"
)

// source is the file while its rows are read: nothing is read of it once ctx has ended.
type source struct {
	ctx  context.Context
	at   io.ReaderAt
	size int64
	err  error // of the file or of ctx, and not of what is in the file
}

func (s *source) ReadAt(b []byte, off int64) (int, error) {
	if err := s.ctx.Err(); err != nil {
		s.err = err
		return 0, err
	}
	n, err := s.at.ReadAt(b, off)
	if err != nil && err != io.EOF {
		s.err = err
	}
	return n, err
}

// budget is the memory that all columns of a row group may take together for what
// depends on the file: dictionaries, levels, long values, what copies look back to.
type budget struct{ left int }

const maxMemory = 96 << 20

var errMemory error = refusal(fmt.Sprintf("its row group takes more than %d MB of memory at once, and no postings do", maxMemory>>20))

// hold makes held, which is a part of b, as large as n.
func (b *budget) hold(held *int, n int) error {
	if n <= *held {
		return nil
	}
	if n-*held > b.left {
		return errMemory
	}
	b.left -= n - *held
	*held = n
	return nil
}

func (b *budget) free(held *int) {
	b.left += *held
	*held = 0
}

// maxPage is how large a page may be. Most have 1 MB, those of DuckDB 100 MB, and some
// writers make one of a whole row group. None is held whole.
const maxPage = 1 << 30

var errEarly = errors.New("it ends early")

// early says that what ended has ended early.
func early(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return errEarly
	}
	return err
}

// ratio is how many times its size the data of a codec can become; 0 if that is no help.
func ratio(codec format.CompressionCodec) int64 {
	switch codec {
	case format.Uncompressed:
		return 1
	case format.Snappy: // 64 bytes of 3
		return 22
	case format.Lz4Raw:
		return 255
	case format.Gzip:
		return 1040
	}
	return 0
}

// inflater gives the data of pages, one after the other. Whatever a page says of its size,
// it is inflated a bit at a time, as it is asked for.
type inflater struct {
	src   *source
	mem   *budget
	codec format.CompressionCodec
	body  limited // of the page, as it stands
	left  int64   // of the page, inflated
	r     io.Reader
	ahead *bufio.Reader // of check
	block *block        // the last; what it holds is freed with the page

	gzip   *gzip.Reader
	zstd   *zstd.Decoder
	brotli *brotli.Reader
	window int // of zstd
	held   int // of mem, for as long as the column is read
}

// open begins the data of a page, which follow in raw.
func (f *inflater) open(raw *bufio.Reader, from, compressed, size int64, plain bool) error {
	f.body, f.left = limited{raw, compressed}, size
	codec := f.codec
	if plain {
		codec = format.Uncompressed
	}
	if k := ratio(codec); k > 0 && size > k*compressed+64 {
		return fmt.Errorf("it says that its %d bytes are %d when inflated, which cannot be", compressed, size)
	}
	if compressed == 0 {
		f.r = &f.body
		return nil
	}
	switch codec {
	case format.Uncompressed:
		f.r = &f.body
	case format.Snappy:
		b, err := newSnappy(&f.body, f.mem, near)
		if err != nil {
			return err
		}
		s := &snappy{block: b}
		s.again = func() (*block, error) {
			f.mem.free(&b.held)
			section := io.NewSectionReader(f.src, from, compressed)
			wider, err := newSnappy(&limited{bufio.NewReader(section), compressed}, f.mem, wide)
			f.block = wider
			return wider, err
		}
		f.r, f.block = s, b
	case format.Lz4Raw:
		f.block = newLZ4(&f.body, f.mem)
		f.r = f.block
	case format.Gzip:
		var err error
		if f.gzip == nil {
			f.gzip, err = gzip.NewReader(&f.body)
		} else {
			err = f.gzip.Reset(&f.body)
		}
		f.r = f.gzip
		return f.cause(err)
	case format.Zstd:
		return f.openZstd(raw)
	case format.Brotli:
		head, err := raw.Peek(1)
		if err != nil {
			return early(err)
		}
		if err := f.mem.hold(&f.held, brotliWindow(head[0])); err != nil {
			return err
		}
		if f.brotli == nil {
			f.brotli = brotli.NewReader(&f.body)
		} else if err := f.brotli.Reset(&f.body); err != nil {
			return f.cause(err)
		}
		f.r = f.brotli
	default:
		return refusal(fmt.Sprintf("its data is compressed by %s, which is not read: write the file with ZSTD or SNAPPY", codec))
	}
	return nil
}

// check inflates a page to its end, and holds nothing of it, before any of its values is
// given: what is damaged anywhere cannot be trusted before that place either.
func (f *inflater) check(from, compressed, size int64, plain bool) error {
	if plain || f.codec == format.Uncompressed || compressed == 0 {
		if size > compressed {
			return errEarly
		}
		return nil
	}
	section := io.NewSectionReader(f.src, from, compressed)
	if f.ahead == nil {
		f.ahead = bufio.NewReaderSize(section, bufSize)
	}
	f.ahead.Reset(section)
	if err := f.open(f.ahead, from, compressed, size, plain); err != nil {
		return err
	}
	n, err := io.Copy(io.Discard, f)
	if err != nil {
		return err
	}
	if n < size {
		return errEarly
	}
	switch n, err := io.ReadFull(f.r, make([]byte, 1)); {
	case n > 0:
		return errors.New("it is longer than it says")
	case err != io.EOF:
		return f.cause(err)
	}
	return f.close()
}

// brotliWindow is what a stream that begins with b looks back to.
func brotliWindow(b byte) int {
	bits := 16
	if b&1 == 1 {
		if n := int(b >> 1 & 7); n > 0 {
			bits = 17 + n
		} else if n := int(b >> 4 & 7); n > 1 {
			bits = 8 + n
		} else {
			bits = 17
		}
	}
	return 1 << bits
}

func (f *inflater) openZstd(raw *bufio.Reader) error {
	var h zstd.Header
	head, _ := raw.Peek(int(min(zstd.HeaderMaxSize, f.body.n)))
	if err := h.Decode(head); err != nil {
		return f.cause(err)
	}
	window := uint64(16 << 10) // the least; then one decoder does for most pages
	if !h.Skippable {
		window = max(window, h.WindowSize)
		if h.SingleSegment {
			window = max(window, h.FrameContentSize)
		}
	}
	if window > maxMemory {
		return errMemory
	}
	if f.zstd == nil || int(window) > f.window {
		f.window = 1 << bits.Len64(window-1)
		takes := f.window + min(f.window, 128<<10) + 64<<10 // with the blocks and tables of the decoder
		if err := f.mem.hold(&f.held, takes); err != nil {
			return err
		}
		var err error
		f.zstd, err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(uint64(f.window)))
		if err != nil {
			return f.cause(err)
		}
	}
	f.r = f.zstd
	return f.cause(f.zstd.Reset(&f.body))
}

// cause makes words of an error of a codec.
func (f *inflater) cause(err error) error {
	switch {
	case err == nil, err == io.EOF, err == errEarly, err == errBack, err == errMemory, err == errBlock:
		return err
	case f.src.err != nil:
		return f.src.err
	case err == io.ErrUnexpectedEOF:
		return errEarly
	}
	return errBlock
}

func (f *inflater) Read(b []byte) (int, error) {
	if err := f.src.ctx.Err(); err != nil { // little data can become very much
		f.src.err = err
		return 0, err
	}
	if f.left == 0 {
		return 0, io.EOF
	}
	n, err := f.r.Read(b[:min(int64(len(b)), f.left)])
	f.left -= int64(n)
	if n > 0 {
		return n, nil
	}
	return n, f.cause(err)
}

// close goes behind the page.
func (f *inflater) close() error {
	if f.block != nil {
		f.mem.free(&f.block.held)
		f.block = nil
	}
	for f.body.n > 0 {
		n, err := f.body.r.Discard(int(min(f.body.n, maxPage)))
		if f.body.n -= int64(n); err != nil {
			return early(err)
		}
	}
	return nil
}

// sum is the checksum of the data of a page as they stand.
func (f *inflater) sum(from, n int64) (uint32, error) {
	sum := crc32.NewIEEE()
	_, err := io.Copy(sum, io.NewSectionReader(f.src, from, n))
	return sum.Sum32(), err
}
