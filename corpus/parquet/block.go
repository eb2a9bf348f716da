package parquet

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
)

// limited reads n more bytes.
type limited struct {
	r *bufio.Reader
	n int64
}

func (l *limited) Read(b []byte) (int, error) {
	if l.n == 0 {
		return 0, io.EOF
	}
	n, err := l.r.Read(b[:min(int64(len(b)), l.n)])
	l.n -= int64(n)
	return n, err
}

func (l *limited) ReadByte() (byte, error) {
	if l.n == 0 {
		return 0, io.EOF
	}
	b, err := l.r.ReadByte()
	if err == nil {
		l.n--
	}
	return b, err
}

// block inflates a block of Snappy or of LZ4, both of which are bytes as they are and
// copies of bytes before them. It keeps as much of what is before as copies may look
// back, and never the block: the pages of some writers have 100 MB.
type block struct {
	in      *limited
	token   func(*block) error // reads what comes next: literal, or match and offset
	mem     *budget
	held    int    // of mem
	back    int    // how far a copy may look back
	buf     []byte // what is kept, and from read on what is still to be given
	read    int
	made    int64 // bytes in all
	literal int   // bytes to take as they are
	match   int   // bytes to copy
	offset  int   // from how far back
	tail    bool  // LZ4: literals were read, a match may follow
	low     int   // LZ4: the length of that match, as far as its token says
	err     error
}

const (
	near = 64 << 10 // as far as most writers look back
	wide = 16 << 20 // as far as any does in pages of usual sizes
	step = 32 << 10
)

var (
	errBlock = errors.New("its compressed data makes no sense")
	errBack  = errors.New("its compressed data looks back further than 16 MB")
)

func (d *block) Read(b []byte) (int, error) {
	for d.read == len(d.buf) {
		if d.err != nil {
			return 0, d.err
		}
		d.err = d.fill()
	}
	n := copy(b, d.buf[d.read:])
	d.read += n
	return n, nil
}

// fill makes up to a step more.
func (d *block) fill() error {
	if len(d.buf) >= 2*d.back {
		n := copy(d.buf, d.buf[len(d.buf)-d.back:])
		d.buf = d.buf[:n]
		d.read = n
	}
	if free := cap(d.buf) - len(d.buf); free < step {
		grown := min(2*cap(d.buf), 2*d.back) + step
		if err := d.mem.hold(&d.held, grown); err != nil {
			return err
		}
		d.buf = append(make([]byte, 0, grown), d.buf...)
	}
	for end := len(d.buf) + step; len(d.buf) < end; {
		at := len(d.buf)
		switch {
		case d.literal > 0:
			n := min(d.literal, end-at)
			d.buf = d.buf[:at+n]
			if got, err := io.ReadFull(d.in, d.buf[at:]); err != nil {
				d.buf = d.buf[:at+got]
				return early(err)
			}
			d.literal -= n
			d.made += int64(n)
		case d.match > 0:
			switch {
			case d.offset == 0, int64(d.offset) > d.made:
				return errBlock
			case d.offset > at:
				return errBack
			}
			n := min(d.match, end-at, d.offset)
			d.buf = append(d.buf, d.buf[at-d.offset:at-d.offset+n]...)
			d.match -= n
			d.made += int64(n)
		default:
			if err := d.token(d); err != nil {
				return err
			}
		}
	}
	return nil
}

// number reads n bytes, the lowest first.
func (d *block) number(n int) (int, error) {
	v := 0
	for i := range n {
		b, err := d.in.ReadByte()
		if err != nil {
			return 0, early(err)
		}
		v |= int(b) << (8 * i)
	}
	return v, nil
}

// newSnappy begins with the length of all, which the header of the page says as well.
func newSnappy(in *limited, mem *budget, back int) (*block, error) {
	if _, err := binary.ReadUvarint(in); err != nil {
		return nil, early(err)
	}
	return &block{in: in, mem: mem, back: back, token: snappyToken}, nil
}

func snappyToken(d *block) error {
	tag, err := d.in.ReadByte()
	if err != nil {
		return err // io.EOF is the end
	}
	n := int(tag >> 2)
	switch tag & 3 {
	case 0:
		if n >= 60 {
			if n, err = d.number(n - 59); err != nil {
				return err
			}
		}
		d.literal = n + 1
		return nil
	case 1:
		d.match = 4 + n&7
		d.offset, err = d.number(1)
		d.offset |= int(tag>>5) << 8
	case 2:
		d.match = 1 + n
		d.offset, err = d.number(2)
	case 3:
		d.match = 1 + n
		d.offset, err = d.number(4)
	}
	return err
}

func newLZ4(in *limited, mem *budget) *block {
	return &block{in: in, mem: mem, back: near, token: lz4Token}
}

func lz4Token(d *block) error {
	if !d.tail {
		b, err := d.in.ReadByte()
		if err != nil {
			return err // io.EOF is the end
		}
		d.low, d.tail = int(b&15), true
		d.literal, err = d.long(int(b >> 4))
		return err
	}
	d.tail = false
	lo, err := d.in.ReadByte()
	if err != nil {
		return err // the last literals have no match behind them
	}
	hi, err := d.in.ReadByte()
	if err != nil {
		return early(err)
	}
	d.offset = int(hi)<<8 | int(lo)
	d.match, err = d.long(d.low)
	d.match += 4
	return err
}

// long reads the rest of a length of LZ4.
func (d *block) long(n int) (int, error) {
	for more := n == 15; more; {
		b, err := d.in.ReadByte()
		if err != nil {
			return 0, early(err)
		}
		if n += int(b); n > maxPage {
			return 0, errBlock
		}
		more = b == 255
	}
	return n, nil
}

// snappy reads a block twice if it has to: few writers look back further than 64 KB.
type snappy struct {
	*block
	again func() (*block, error) // from its beginning, looking back as far as can be
	given int64
}

func (s *snappy) Read(b []byte) (int, error) {
	n, err := s.block.Read(b)
	if err == errBack && s.again != nil {
		if s.block, err = s.again(); err != nil {
			return 0, err
		}
		s.again = nil
		if _, err = io.CopyN(io.Discard, s.block, s.given); err != nil {
			return 0, early(err)
		}
		n, err = s.block.Read(b)
	}
	s.given += int64(n)
	return n, err
}
