package report

import (
	"math"
	"strconv"
	"unicode/utf8"
)

const hex = "0123456789abcdef"

// jsonPlain marks the bytes that stand for themselves in a JSON string and
// cannot begin a character that must be looked at.
var jsonPlain = func() (plain [256]bool) {
	for c := range plain {
		plain[c] = c >= ' ' && c != '"' && c != '\\' && c != 0xc2 && c != 0xe2
	}
	return plain
}()

// appendString appends s as a JSON string. Invalid UTF-8 becomes U+FFFD. The
// line separators U+0085, U+2028 and U+2029 are escaped, because many readers
// of JSON Lines split at them.
func AppendString(dst []byte, s string) []byte {
	if !utf8.ValidString(s) {
		s = string([]rune(s)) // the conversion replaces every bad byte
	}
	dst = append(dst, '"')
	from := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if jsonPlain[c] {
			continue
		}
		var escape string
		width := 1
		switch {
		case c == '"':
			escape = `\"`
		case c == '\\':
			escape = `\\`
		case c == '\n':
			escape = `\n`
		case c == '\t':
			escape = `\t`
		case c == '\r':
			escape = `\r`
		case c == 0xc2:
			if s[i+1] != 0x85 {
				continue
			}
			escape, width = `\u0085`, 2
		case c == 0xe2:
			if s[i+1] != 0x80 || s[i+2]|1 != 0xa9 {
				continue
			}
			escape, width = `\u202`+hex[s[i+2]&15:s[i+2]&15+1], 3
		default:
			dst = append(dst, s[from:i]...)
			dst = append(dst, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
			from = i + 1
			continue
		}
		dst = append(dst, s[from:i]...)
		dst = append(dst, escape...)
		i += width - 1
		from = i + 1
	}
	dst = append(dst, s[from:]...)
	return append(dst, '"')
}

// appendStrings appends list as a JSON array of strings, [] when it is nil.
func AppendStrings(dst []byte, list []string) []byte {
	dst = append(dst, '[')
	for i, s := range list {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = AppendString(dst, s)
	}
	return append(dst, ']')
}

// Floats carry six decimals at most: model weights have four, and more would
// only show the noise of the last bits.
const micro = 1e6

// round6 rounds to six decimals, half away from zero.
func Round(f float64) float64 { return math.Round(f*micro) / micro }

// appendFloat appends f rounded to six decimals, without trailing zeros. What
// JSON has no number for becomes null.
func AppendFloat(dst []byte, f float64) []byte {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return append(dst, "null"...)
	}
	if math.Abs(f) > 1e9 {
		return strconv.AppendFloat(dst, f, 'g', -1, 64)
	}
	n := int64(math.Round(f * micro))
	if n < 0 {
		dst = append(dst, '-')
		n = -n
	}
	dst = strconv.AppendInt(dst, n/micro, 10)
	n %= micro
	if n == 0 {
		return dst
	}
	digits := [7]byte{0: '.'}
	last := 0
	for i := 6; i > 0; i-- {
		digits[i] = byte('0' + n%10)
		if last == 0 && digits[i] != '0' {
			last = i
		}
		n /= 10
	}
	return append(dst, digits[:last+1]...)
}
