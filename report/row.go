package report

import (
	"math/bits"
	"strconv"

	"rung/classify"
	"rung/corpus"
)

// RowOptions says what a row holds beyond the verdict.
type RowOptions struct {
	Text   bool   // the posting's normalised text, as the key "text"
	Levels Levels // of the model; zero: director and vp
}

// AppendRow appends the verdict as one JSON object without a line break. The
// reasons are those of v: all, or the first n after ClassifyTop. The evidence
// of v must lie in p.Text.
//
// Every number is rounded to six decimals. So that the printed numbers still
// add up, "rest" is what log_odds lacks after bias and the printed reasons; it
// differs from v.Rest by the rounding of the others, a few millionths.
func AppendRow(dst []byte, p corpus.Posting, v *classify.Verdict, opt RowOptions) []byte {
	dst = appendRow(dst, p.Text, v, opt.Levels)
	if opt.Text {
		dst = append(dst, `,"text":`...)
		dst = appendString(dst, p.Text)
	}
	return append(dst, '}')
}

// appendRow leaves the object open for more keys.
func appendRow(dst []byte, text string, v *classify.Verdict, levels Levels) []byte {
	claim, agreement, missing := levels.testimony(v)
	dst = append(dst, `{"id":`...)
	dst = appendString(dst, string(v.ID))
	dst = append(dst, `,"source":`...)
	dst = appendString(dst, v.Source)
	dst = append(dst, `,"company":`...)
	dst = appendString(dst, v.Company)
	dst = append(dst, `,"title":`...)
	dst = appendString(dst, v.Title)
	dst = append(dst, `,"level":`...)
	dst = appendString(dst, levels.key(v.Level))
	dst = append(dst, `,"probability":`...)
	dst = appendFloat(dst, v.Probability)
	dst = append(dst, `,"log_odds":`...)
	dst = appendFloat(dst, v.LogOdds)
	dst = append(dst, `,"title_claim":"`...)
	dst = append(dst, claim.String()...)
	dst = append(dst, `","agreement":"`...)
	dst = append(dst, agreement.String()...)
	dst = append(dst, `","reasons":`...)
	dst, sum := appendReasons(dst, text, v.Reasons)
	dst = append(dst, `,"differences":{`...)
	for d, odds := range v.Differences {
		if d > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, '"')
		dst = append(dst, differences[d]...)
		dst = append(dst, `":`...)
		dst = appendFloat(dst, odds)
	}
	dst = append(dst, `},"flags":`...)
	dst = appendStrings(dst, v.Flags)
	dst = append(dst, `,"model":`...)
	dst = appendString(dst, v.Model)
	dst = append(dst, `,"lexicon":`...)
	dst = appendString(dst, v.Lexicon)
	dst = append(dst, `,"bias":`...)
	dst = appendFloat(dst, v.Bias)
	dst = append(dst, `,"rest":`...)
	dst = appendFloat(dst, round6(v.LogOdds)-round6(v.Bias)-sum)
	dst = append(dst, `,"gate":`...)
	dst = appendFloat(dst, v.Gate)
	dst = append(dst, `,"missing":`...)
	dst = appendStrings(dst, missing)
	return appendStanding(dst, text, v)
}

// appendReasons also returns the sum of the contributions as printed.
func appendReasons(dst []byte, text string, reasons []classify.Reason) ([]byte, float64) {
	runes := newRuneCounter(text)
	sum := 0.0
	dst = append(dst, '[')
	for i := range reasons {
		r := &reasons[i]
		if i > 0 {
			dst = append(dst, ',')
		}
		sum += round6(r.Weight) * round6(r.Value)
		dst = append(dst, `{"rule":`...)
		dst = appendString(dst, r.Rule)
		dst = append(dst, `,"difference":"`...)
		dst = append(dst, r.Difference.String()...)
		dst = append(dst, `","weight":`...)
		dst = appendFloat(dst, r.Weight)
		dst = append(dst, `,"value":`...)
		dst = appendFloat(dst, r.Value)
		dst = append(dst, `,"evidence":[`...)
		for j := range r.Evidence {
			e := &r.Evidence[j]
			if j > 0 {
				dst = append(dst, ',')
			}
			dst = append(dst, `{"start":`...)
			dst = strconv.AppendInt(dst, int64(e.Start), 10)
			dst = append(dst, `,"end":`...)
			dst = strconv.AppendInt(dst, int64(e.End), 10)
			dst = append(dst, `,"rune_start":`...)
			dst = strconv.AppendInt(dst, int64(runes.at(e.Start)), 10)
			dst = append(dst, `,"rune_end":`...)
			dst = strconv.AppendInt(dst, int64(runes.at(e.End)), 10)
			dst = append(dst, `,"quote":`...)
			dst = appendString(dst, quote(text, e.Span))
			dst = append(dst, `,"section":"`...)
			dst = append(dst, e.Section.String()...)
			dst = append(dst, '"')
			if e.Boilerplate {
				dst = append(dst, `,"boilerplate":true`...)
			}
			dst = append(dst, '}')
		}
		dst = append(dst, `],"cite":`...)
		dst = appendJoined(dst, r.Cite)
		dst = append(dst, '}')
	}
	return append(dst, ']'), sum
}

// appendJoined appends the list as one JSON string, with spaces between.
func appendJoined(dst []byte, list []string) []byte {
	dst = append(dst, '"')
	for i, s := range list {
		if i > 0 {
			dst = append(dst, ' ')
		}
		at := len(dst)
		dst = appendString(dst, s)
		dst = append(dst[:at], dst[at+1:len(dst)-1]...) // without its own quotes
	}
	return append(dst, '"')
}

// runeCounter turns byte offsets into code-point offsets, in any order, and
// reads each part of the text once: it keeps the count at 64 marks.
type runeCounter struct {
	text  string
	step  int       // bytes between two marks
	known int       // marks[:known] are counted
	marks [65]int32 // marks[i] = code points before byte i*step
}

func newRuneCounter(text string) runeCounter {
	return runeCounter{text: text, step: max(64, (len(text)+63)/64), known: 1}
}

func (c *runeCounter) at(offset int) int {
	offset = min(max(offset, 0), len(c.text))
	mark := offset / c.step
	for ; c.known <= mark; c.known++ {
		c.marks[c.known] = c.marks[c.known-1] + int32(countRunes(c.text[(c.known-1)*c.step:c.known*c.step]))
	}
	return int(c.marks[mark]) + countRunes(c.text[mark*c.step:offset])
}

// countRunes counts the bytes that begin a code point, eight at a time. Unlike
// utf8.RuneCountInString it may be asked for a part that ends inside one.
func countRunes(s string) int {
	n := len(s)
	for len(s) >= 8 {
		x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56 // one load
		n -= bits.OnesCount64(x >> 7 &^ (x >> 6) & 0x0101010101010101) // continuation bytes are 10xxxxxx
		s = s[8:]
	}
	for i := range len(s) {
		if s[i]&0xc0 == 0x80 {
			n--
		}
	}
	return n
}
