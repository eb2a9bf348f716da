package parquet

import (
	"encoding/hex"
	"math"
	"math/big"
	"strconv"
	"time"

	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// logical is the logical type of t; nil if it has only a physical one.
func logical(t pq.Type) format.LogicalTypeValue {
	if t == nil || t.LogicalType() == nil {
		return nil
	}
	return t.LogicalType().Value
}

// appendValue appends a value of a leaf as JSON: a number or a boolean as such, all
// else as a string.
func appendValue(dst []byte, t pq.Type, v *pq.Value) []byte {
	switch l := logical(t).(type) {
	case *format.TimestampType:
		return appendTime(dst, l.Unit, v.Int64())
	case *format.DateType:
		return appendString(dst, time.Unix(int64(v.Int32())*86400, 0).UTC().Format(time.DateOnly))
	case *format.DecimalType:
		return appendDecimal(dst, v, int(l.Scale))
	case *format.IntType:
		if !l.IsSigned {
			return strconv.AppendUint(dst, unsigned(v), 10)
		}
	case *format.UUIDType:
		b := v.ByteArray()
		if len(b) == 16 {
			h := hex.EncodeToString(b)
			return appendString(dst, h[:8]+"-"+h[8:12]+"-"+h[12:16]+"-"+h[16:20]+"-"+h[20:])
		}
	}
	switch v.Kind() {
	case pq.Boolean:
		return strconv.AppendBool(dst, v.Boolean())
	case pq.Int32:
		return strconv.AppendInt(dst, int64(v.Int32()), 10)
	case pq.Int64:
		return strconv.AppendInt(dst, v.Int64(), 10)
	case pq.Int96: // the time of older writers: nanoseconds of a Julian day
		i := v.Int96()
		nanos := int64(i[1])<<32 | int64(i[0])
		const epoch = 2440588
		return appendString(dst, time.Unix((int64(i[2])-epoch)*86400, nanos).UTC().Format(time.RFC3339Nano))
	case pq.Float:
		return appendFloat(dst, float64(v.Float()), 32)
	case pq.Double:
		return appendFloat(dst, v.Double(), 64)
	}
	return appendString(dst, v.ByteArray())
}

func unsigned(v *pq.Value) uint64 {
	if v.Kind() == pq.Int32 {
		return uint64(v.Uint32())
	}
	return v.Uint64()
}

func appendTime(dst []byte, unit format.TimeUnit, n int64) []byte {
	t := time.Unix(0, n)
	switch unit.Value.(type) {
	case *format.MilliSeconds:
		t = time.UnixMilli(n)
	case *format.MicroSeconds:
		t = time.UnixMicro(n)
	}
	return appendString(dst, t.UTC().Format(time.RFC3339Nano))
}

// maxDecimal is more bytes than a decimal has; of very many, the digits would take long.
const maxDecimal = 64

// appendDecimal appends the number that v stands for, with scale digits after
// the point.
func appendDecimal(dst []byte, v *pq.Value, scale int) []byte {
	n := new(big.Int)
	switch v.Kind() {
	case pq.Int32:
		n.SetInt64(int64(v.Int32()))
	case pq.Int64:
		n.SetInt64(v.Int64())
	default: // two's complement, the highest byte first
		b := v.ByteArray()
		if len(b) > maxDecimal {
			return appendString(dst, b)
		}
		if n.SetBytes(b); len(b) > 0 && b[0] >= 0x80 {
			n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
		}
	}
	if scale <= 0 || scale > 100 {
		return append(dst, n.String()...)
	}
	one := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(scale)), nil)
	return append(dst, new(big.Rat).SetFrac(n, one).FloatString(scale)...)
}

func appendFloat(dst []byte, f float64, bits int) []byte {
	switch {
	case math.IsNaN(f), math.IsInf(f, 0):
		return append(dst, "null"...)
	case math.Abs(f) < 1e15: // ids and times that a data frame turned into floats
		return strconv.AppendFloat(dst, f, 'f', -1, bits)
	}
	return strconv.AppendFloat(dst, f, 'g', -1, bits)
}

const digits = "0123456789abcdef"

// appendString appends s as a JSON string. Bytes that are no UTF-8 stay as they are:
// whoever reads them knows what to do about them.
func appendString[T string | []byte](dst []byte, s T) []byte {
	dst = append(dst, '"')
	from := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		dst = append(dst, s[from:i]...)
		from = i + 1
		switch c {
		case '"', '\\':
			dst = append(dst, '\\', c)
		case '\n':
			dst = append(dst, '\\', 'n')
		default:
			dst = append(dst, '\\', 'u', '0', '0', digits[c>>4], digits[c&15])
		}
	}
	dst = append(dst, s[from:]...)
	return append(dst, '"')
}
