package table

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// dash stands for a missing cell where people read.
const dash = "–"

// textual reports whether the cells of a column are texts.
func (c Column) textual() bool { return c.Kind == Text || c.Kind == Month }

// unit is the unit that people read.
func (c Column) unit() string {
	if c.Kind == Share {
		return "%"
	}
	return clean(c.Unit)
}

// Heading is the head with its unit in brackets.
func (c Column) Heading() string {
	head := clean(c.Head)
	if unit := c.unit(); unit != "" {
		head += " (" + unit + ")"
	}
	return head
}

// missing reports whether a cell has no value to show: an unknown one, or a
// number that is none.
func (c Column) missing(cell Cell) bool {
	return cell.Missing || !c.textual() && (math.IsNaN(cell.Number) || math.IsInf(cell.Number, 0))
}

// Format is what people read in a cell of the column: text on one line, without
// control characters, or a number rounded to the column's Digits, a share as per
// cent without its sign, with commas from 1,000 on; a dash where it is missing.
func (c Column) Format(cell Cell) string {
	switch {
	case c.missing(cell):
		return dash
	case c.textual():
		return clean(cell.Text)
	case c.Kind == Share:
		return round(cell.Number, 2, max(c.Digits, 0))
	case c.Kind == Count:
		return round(cell.Number, 0, 0)
	}
	return round(cell.Number, 0, max(c.Digits, 0))
}

// exact is the shortest decimal that reads back as the same number.
func exact(f float64) string {
	format := byte('f')
	if a := math.Abs(f); a != 0 && a < 1e-6 || a >= 1e21 {
		format = 'e'
	}
	return strconv.FormatFloat(f+0, format, -1, 64) // without the sign of a zero
}

// value is what programs read in a cell: a string, an int64 or a float64; nil where
// it is missing.
func (c Column) value(cell Cell) any {
	switch {
	case c.missing(cell):
		return nil
	case c.textual():
		return clean(cell.Text)
	case c.Kind == Count:
		return int64(cell.Number)
	}
	return cell.Number
}

// decimal is a number that value gives.
func decimal(v any) string {
	if f, ok := v.(float64); ok {
		return exact(f)
	}
	return fmt.Sprint(v)
}

// round writes f times ten to the power of shift with so many decimals. It
// rounds the decimal that exact shows, halves away from zero, as people and
// spreadsheets do: 0.285 as per cent is 29, though its nearest binary number is
// a little less. Zero has no sign.
func round(f float64, shift, digits int) string {
	r, _ := new(big.Rat).SetString(strconv.FormatFloat(f, 'e', -1, 64))
	for range shift {
		r.Mul(r, big.NewRat(10, 1))
	}
	s := r.FloatString(digits)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	}
	end, _, _ := strings.Cut(s, ".")
	for i := len(end) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// clean makes a text one line that no format and no reader's screen takes for
// anything but text: spaces for line breaks and tabs, one for many; no control
// characters; no marks that turn the direction of what follows; bad bytes as
// U+FFFD.
func clean(s string) string {
	if plain(s) {
		return s
	}
	var kept []string
	for field := range strings.FieldsSeq(s) {
		field = strings.Map(func(r rune) rune {
			if hidden(r) {
				return -1
			}
			return r
		}, field)
		if field != "" {
			kept = append(kept, field)
		}
	}
	return strings.Join(kept, " ")
}

// plain reports whether s is clean already, as nearly all texts are.
func plain(s string) bool {
	space := true // none at the beginning
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c >= utf8.RuneSelf || c == 0x7f || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return !space || s == ""
}

// hidden reports control characters, marks that embed or override a direction,
// and code points that XML does not know.
func hidden(r rune) bool {
	switch {
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0xfeff, r == 0xfffe, r == 0xffff:
		return true
	}
	return unicode.IsControl(r)
}

// Formula reports whether a spreadsheet may take a text for a formula: where it
// begins with one of the signs that begin one, of either width, or with a tab or a
// carriage return, which some programs drop; also behind quotation marks, which
// they take for those of a cell. Every writer of the program asks it.
func Formula(s string) bool {
	if s = strings.TrimLeft(s, `"`); s == "" {
		return false
	}
	switch s[0] {
	case '=', '+', '-', '@', '\t', '\r':
		return true
	case "＝"[0]:
		return strings.IndexAny(s[:min(len(s), len("＝"))], "＝＋－＠") == 0
	}
	return false
}

// Harmless is a text that no spreadsheet takes for a formula, because an
// apostrophe stands before it where it would.
func Harmless(s string) string {
	if Formula(s) {
		return "'" + s
	}
	return s
}

// people is a minus sign as people print it.
func people(s, minus string) string {
	if rest, negative := strings.CutPrefix(s, "-"); negative {
		return minus + rest
	}
	return s
}
