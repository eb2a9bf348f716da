package parquet

import (
	"fmt"
	"math"

	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

func errEncoding(encoding int64) error {
	return refusal(fmt.Sprintf("its values are encoded as %s, which is not read for values of their kind", format.Encoding(encoding)))
}

// decoder reads the values of the page, which come next in c.in.
func (c *cursor) decoder(encoding int64) (func() (pq.Value, error), error) {
	switch encoding {
	case encodingPlain:
		return c.plain()
	case encodingPlainDictionary, encodingDictionary:
		return c.indexed()
	case encodingRLE:
		if c.kind == pq.Boolean {
			return c.booleans()
		}
	case encodingDelta:
		if c.kind == pq.Int32 || c.kind == pq.Int64 {
			return c.deltas()
		}
	case encodingDeltaLength:
		if c.kind == pq.ByteArray {
			return c.lengths()
		}
	case encodingDeltaBytes:
		if c.kind == pq.ByteArray || c.kind == pq.FixedLenByteArray {
			return c.prefixes()
		}
	case encodingSplit:
		if n, number := c.number(); n > 0 && c.kind != pq.Int96 {
			return c.split(n, number)
		}
	}
	return nil, errEncoding(encoding)
}

// indexed reads places in the dictionary.
func (c *cursor) indexed() (func() (pq.Value, error), error) {
	width, err := c.in.ReadByte()
	if err != nil {
		return nil, early(err)
	}
	places, err := newHybrid(c.in, int(width))
	return func() (pq.Value, error) {
		i, err := places.next()
		if err != nil {
			return pq.Value{}, err
		}
		if i >= uint64(len(c.dictionary)) {
			return pq.Value{}, errValues
		}
		if v := c.dictionary[i]; !v.IsNull() {
			return v, nil
		}
		return pq.Value{}, errLong
	}, err
}

func (c *cursor) booleans() (func() (pq.Value, error), error) {
	if _, err := c.in.Discard(4); err != nil { // their length
		return nil, early(err)
	}
	values, err := newHybrid(c.in, 1)
	return func() (pq.Value, error) {
		v, err := values.next()
		return pq.BooleanValue(v == 1), err
	}, err
}

func (c *cursor) deltas() (func() (pq.Value, error), error) {
	values, err := newDelta(c.in, math.MaxInt32)
	return func() (pq.Value, error) {
		v, err := values.next()
		if c.kind == pq.Int32 {
			return pq.Int32Value(int32(v)), err
		}
		return pq.Int64Value(int64(v)), err
	}, err
}

// ahead reads numbers that stand before the bytes that they tell of.
func (c *cursor) ahead() ([]int32, error) {
	d, err := newDelta(c.in, int64(c.left))
	if err != nil {
		return nil, err
	}
	var all []int32
	for d.left > 0 {
		v, err := d.next()
		if err != nil {
			return nil, err
		}
		if v > math.MaxInt32 {
			return nil, errValues
		}
		if len(all) == cap(all) {
			if err := c.codec.mem.hold(&c.held, c.held+4*max(len(all), 1024)); err != nil {
				return nil, err
			}
			all = append(make([]int32, 0, max(2*len(all), 1024)), all...)
		}
		all = append(all, int32(v))
	}
	return all, nil
}

// lengths reads values of which the lengths stand before them all.
func (c *cursor) lengths() (func() (pq.Value, error), error) {
	all, err := c.ahead()
	return func() (pq.Value, error) {
		if len(all) == 0 {
			return pq.Value{}, errEarly
		}
		n := all[0]
		all = all[1:]
		b, err := c.bytes(int(n))
		return pq.ByteArrayValue(b), err
	}, err
}

// prefixes reads values of which only what follows what they share with the one before
// is there.
func (c *cursor) prefixes() (func() (pq.Value, error), error) {
	shared, err := c.ahead()
	if err != nil {
		return nil, err
	}
	rest, err := c.ahead()
	var last []byte
	return func() (pq.Value, error) {
		if len(shared) == 0 || len(rest) == 0 {
			return pq.Value{}, errEarly
		}
		n, more := int(shared[0]), int(rest[0])
		shared, rest = shared[1:], rest[1:]
		if n > len(last) || more > maxValue-n {
			return pq.Value{}, errValues
		}
		b, err := c.bytes(more)
		if err != nil {
			return pq.Value{}, err
		}
		if n+more > cap(last) {
			grown := 2 * (n + more)
			if err := c.codec.mem.hold(&c.held, c.held+grown); err != nil {
				return pq.Value{}, err
			}
			last = append(make([]byte, 0, grown), last...)
		}
		last = append(last[:n], b...)
		return pq.ByteArrayValue(last), nil
	}, err
}

// split reads numbers of which the first bytes stand together, then the second ones.
func (c *cursor) split(width int, number func([]byte) pq.Value) (func() (pq.Value, error), error) {
	all, err := c.take(c.in, c.codec.left+int64(c.in.Buffered()))
	n, i := len(all)/width, 0
	value := make([]byte, width)
	return func() (pq.Value, error) {
		if i >= n {
			return pq.Value{}, errEarly
		}
		for k := range value {
			value[k] = all[k*n+i]
		}
		i++
		return number(value), nil
	}, err
}
