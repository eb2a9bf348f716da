// Package row writes verdicts one a row, and profiles, in the formats that
// programs and people read: JSON Lines, CSV, TSV, Parquet, XLSX, rows of a
// database, Markdown, HTML, LaTeX, and a table for a terminal. Numbers are rounded
// here and nowhere before. It computes no verdict and opens no file; a cell is
// never a formula, nor a sign that moves a cursor.
package row

import (
	"math/bits"
	"strconv"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
	"rung/report"
)

// Options says what a row holds beyond the verdict.
type Options struct {
	Text   bool          // the posting's normalised text, as the key "text"
	Levels report.Levels // of the model; zero: director and vp
}

// Append appends the verdict as one JSON object without a line break. The
// reasons are those of v: all, or the first n after ClassifyTop. The evidence
// of v must lie in p.Text.
//
// Every number is rounded to six decimals. So that the printed numbers still
// add up, "rest" is what log_odds lacks after bias and the printed reasons; it
// differs from v.Rest by the rounding of the others, a few millionths.
func Append(dst []byte, p corpus.Posting, v *classify.Verdict, opt Options) []byte {
	claim, agreement, missing := testimony(v, opt.Levels)
	dst = append(dst, `{"id":`...)
	dst = report.AppendString(dst, string(v.ID))
	dst = append(dst, `,"source":`...)
	dst = report.AppendString(dst, v.Source)
	dst = append(dst, `,"company":`...)
	dst = report.AppendString(dst, v.Company)
	dst = append(dst, `,"title":`...)
	dst = report.AppendString(dst, v.Title)
	dst = append(dst, `,"level":`...)
	dst = report.AppendString(dst, opt.Levels.Key(v.Level))
	dst = append(dst, `,"probability":`...)
	dst = report.AppendFloat(dst, v.Probability)
	dst = append(dst, `,"log_odds":`...)
	dst = report.AppendFloat(dst, v.LogOdds)
	dst = append(dst, `,"title_claim":"`...)
	dst = append(dst, claim.String()...)
	dst = append(dst, `","agreement":"`...)
	dst = append(dst, agreement.String()...)
	dst = append(dst, `","reasons":`...)
	dst, sum := appendReasons(dst, p.Text, v.Reasons)
	dst = append(dst, `,"differences":{`...)
	for d, odds := range v.Differences {
		if d > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, '"')
		dst = append(dst, differences[d]...)
		dst = append(dst, `":`...)
		dst = report.AppendFloat(dst, odds)
	}
	dst = append(dst, `},"flags":`...)
	dst = report.AppendStrings(dst, v.Flags)
	dst = append(dst, `,"model":`...)
	dst = report.AppendString(dst, v.Model)
	dst = append(dst, `,"lexicon":`...)
	dst = report.AppendString(dst, v.Lexicon)
	dst = append(dst, `,"bias":`...)
	dst = report.AppendFloat(dst, v.Bias)
	dst = append(dst, `,"rest":`...)
	dst = report.AppendFloat(dst, report.Round(v.LogOdds)-report.Round(v.Bias)-sum)
	dst = append(dst, `,"gate":`...)
	dst = report.AppendFloat(dst, v.Gate)
	dst = append(dst, `,"missing":`...)
	dst = report.AppendStrings(dst, missing)
	dst = appendStanding(dst, p.Text, v)
	if opt.Text {
		dst = append(dst, `,"text":`...)
		dst = report.AppendString(dst, p.Text)
	}
	return append(dst, '}')
}

// testimony is what only the built-in pair has: the title's claim, how the
// duties agree with it, and what the posting does not say.
func testimony(v *classify.Verdict, l report.Levels) (classify.Claim, classify.Agreement, []string) {
	if l.BuiltIn() {
		return v.Claim, v.Agreement, v.Missing
	}
	return classify.ClaimNone, classify.Unclear, nil
}

// AppendReasons appends reasons as those of a row, all with their places in the
// text.
func AppendReasons(dst []byte, text string, reasons []classify.Reason) []byte {
	dst, _ = appendReasons(dst, text, reasons)
	return dst
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
		sum += report.Round(r.Weight) * report.Round(r.Value)
		dst = append(dst, `{"rule":`...)
		dst = report.AppendString(dst, r.Rule)
		dst = append(dst, `,"difference":"`...)
		dst = append(dst, r.Difference.String()...)
		dst = append(dst, `","weight":`...)
		dst = report.AppendFloat(dst, r.Weight)
		dst = append(dst, `,"value":`...)
		dst = report.AppendFloat(dst, r.Value)
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
			dst = report.AppendString(dst, report.Quote(text, e.Span))
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
		dst = report.AppendString(dst, s)
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

// differences are the names in the order of signal's constants.
var differences = func() (names [signal.NumDifferences]string) {
	for d := range names {
		names[d] = signal.Difference(d).String()
	}
	return names
}()
