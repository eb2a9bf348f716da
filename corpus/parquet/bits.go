package parquet

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math/bits"
)

var errValues = errors.New("its values make no sense")

// packed reads numbers of a few bits each, the lowest bit first.
type packed struct {
	r    io.ByteReader
	bits byte
	n    int // bits that are left
}

func (p *packed) read(width int) (uint64, error) {
	v := uint64(0)
	for got := 0; got < width; {
		if p.n == 0 {
			b, err := p.r.ReadByte()
			if err != nil {
				return 0, early(err)
			}
			p.bits, p.n = b, 8
		}
		k := min(width-got, p.n)
		v |= uint64(p.bits&(1<<k-1)) << got
		p.bits >>= k
		p.n -= k
		got += k
	}
	return v, nil
}

// numbers are those of a page, one after the other.
type numbers interface{ next() (uint64, error) }

// highest reads numbers of a few bits each, the highest bit first.
type highest struct {
	packed
	width int
}

func (h *highest) next() (uint64, error) {
	v := uint64(0)
	for range h.width {
		if h.n == 0 {
			b, err := h.r.ReadByte()
			if err != nil {
				return 0, early(err)
			}
			h.bits, h.n = b, 8
		}
		v = v<<1 | uint64(h.bits>>7)
		h.bits <<= 1
		h.n--
	}
	return v, nil
}

// hybrid reads numbers that are packed, or one that is repeated, in turns.
type hybrid struct {
	packed
	width  int
	run    uint64 // how many are left of the turn
	repeat bool
	value  uint64
}

func newHybrid(r io.ByteReader, width int) (*hybrid, error) {
	if width > 32 {
		return nil, errValues
	}
	return &hybrid{packed: packed{r: r}, width: width}, nil
}

func (h *hybrid) next() (uint64, error) {
	for h.run == 0 {
		n, err := binary.ReadUvarint(h.r)
		if err != nil {
			return 0, early(err)
		}
		h.run, h.repeat, h.packed.n = n>>1, n&1 == 0, 0
		if h.run > 1<<32 {
			return 0, errValues
		}
		if h.repeat {
			h.value, err = h.read((h.width + 7) / 8 * 8)
			if err != nil {
				return 0, err
			}
		} else {
			h.run *= 8
		}
	}
	h.run--
	if h.repeat {
		return h.value, nil
	}
	return h.read(h.width)
}

// levels begins those of a page, up to most, which are the next n bytes of r, or told there
// by their length.
func (c *cursor) levels(r io.Reader, n int64, most int, inBits bool) (numbers, error) {
	if most == 0 {
		if n > 0 { // some writers write levels that are all 0
			_, err := io.CopyN(io.Discard, r, n)
			return nil, err
		}
		return nil, nil
	}
	width := bits.Len(uint(most))
	if n < 0 && inBits {
		n = (int64(c.left)*int64(width) + 7) / 8
	} else if n < 0 {
		var b [4]byte
		if _, err := io.ReadFull(r, b[:]); err != nil {
			return nil, err
		}
		n = int64(binary.LittleEndian.Uint32(b[:]))
	}
	b, err := c.take(r, n)
	if err != nil {
		return nil, err
	}
	if inBits {
		return &highest{packed{r: bytes.NewReader(b)}, width}, nil
	}
	return newHybrid(bytes.NewReader(b), width)
}

// delta reads whole numbers of which the differences are packed.
type delta struct {
	packed
	left    int64 // numbers
	minis   int   // of which a block consists
	size    int   // of each, in numbers
	value   int64
	least   int64 // of the differences of the block
	widths  []byte
	mini, i int
}

func newDelta(r io.ByteReader, most int64) (*delta, error) {
	d := &delta{packed: packed{r: r}}
	var n [3]uint64
	for i := range n {
		var err error
		if n[i], err = binary.ReadUvarint(r); err != nil {
			return nil, early(err)
		}
	}
	if n[0] == 0 || n[0] > 1<<20 || n[1] == 0 || n[1] > 1<<12 || n[0]%(8*n[1]) != 0 || n[2] > uint64(most) {
		return nil, errValues
	}
	d.minis, d.size, d.left = int(n[1]), int(n[0]/n[1]), int64(n[2])
	v, err := binary.ReadVarint(r)
	d.value = v
	d.mini, d.i = d.minis, d.size
	d.widths = make([]byte, d.minis)
	return d, early(err)
}

// next gives the number that was made before it makes another, so that of a number that is
// the last nothing behind it is read.
func (d *delta) next() (uint64, error) {
	if d.left == 0 {
		return 0, errEarly
	}
	v := d.value
	if d.left--; d.left == 0 {
		return uint64(v), d.end()
	}
	if d.i == d.size {
		d.i = 0
		if d.mini++; d.mini >= d.minis {
			d.mini = 0
			var err error
			if d.least, err = binary.ReadVarint(d.r); err != nil {
				return 0, early(err)
			}
			for i := range d.widths {
				if d.widths[i], err = d.r.ReadByte(); err != nil {
					return 0, early(err)
				}
				if d.widths[i] > 64 {
					return 0, errValues
				}
			}
		}
	}
	more, err := d.read(int(d.widths[d.mini]))
	d.value += d.least + int64(more)
	d.i++
	return uint64(v), err
}

// end passes over what fills up the last miniblock.
func (d *delta) end() error {
	for ; d.i < d.size; d.i++ {
		if _, err := d.read(int(d.widths[d.mini])); err != nil {
			return err
		}
	}
	return nil
}
