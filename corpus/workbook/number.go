package workbook

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
)

// epoch is the day that a workbook counts as zero.
type epoch time.Time

var (
	// Day 1 is the first of January 1900, and there is a 29th of February in that
	// year, which there was not: from March on this is right.
	since1900 = epoch(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC))
	since1904 = epoch(time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC))
)

// format says how the numbers of a style are shown, as far as it matters here.
type format struct {
	date   bool
	digits int // at least so many, with zeros before them
}

// maxFormats is how many styles of cells there may be (Excel: 65,490).
const maxFormats = 1 << 16

// usual are the dates among the formats that have a number and no words (ECMA-376,
// part 1, 18.8.30, with those of Chinese, Japanese and Korean).
func usual(id int) format {
	return format{date: id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58}
}

func (b *Book) readFormats(name string) error {
	p, err := b.open(name)
	if errors.Is(err, errAbsent) {
		return nil
	}
	if err != nil {
		return err
	}
	defer p.close()
	own := map[string]format{}
	cells := false
	for len(b.formats) < maxFormats {
		t, err := p.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "numFmt":
				if len(own) < maxFormats {
					own[attr(e, "numFmtId")] = formatOf(attr(e, "formatCode"))
				}
			case "cellXfs":
				cells = true
			case "xf":
				if !cells {
					continue
				}
				id := attr(e, "numFmtId")
				f, known := own[id]
				if n, err := strconv.Atoi(id); !known && err == nil {
					f = usual(n)
				}
				b.formats = append(b.formats, f)
			}
		case xml.EndElement:
			if e.Name.Local == "cellXfs" {
				return nil
			}
		}
	}
	return nil
}

// formatOf reads the code of a format, such as "dd.mm.yyyy" or "00000".
func formatOf(code string) format {
	if code != "" && len(code) < 20 && strings.Trim(code, "0") == "" {
		return format{digits: len(code)}
	}
	quoted := byte(0)
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case quoted != 0:
			if c == quoted {
				quoted = 0
			}
		case c == '"':
			quoted = '"'
		case c == '[':
			if rest := strings.ToLower(code[i+1:]); strings.HasPrefix(rest, "h") || strings.HasPrefix(rest, "m]") || strings.HasPrefix(rest, "mm]") || strings.HasPrefix(rest, "s") {
				return format{} // a span of time
			}
			quoted = ']'
		case c == '\\', c == '_', c == '*':
			i++
		case strings.IndexByte("yYdD", c) >= 0:
			return format{date: true}
		case c == ';':
			return format{} // the first part is that of numbers above zero
		}
	}
	return format{}
}

// show is the number in s as its format shows it, a date as ISO 8601.
func (e epoch) show(f format, s string) string {
	n, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	switch {
	case err != nil || math.IsInf(n, 0) || math.IsNaN(n):
		return s
	case f.date && n >= 1 && n < 2958466: // the year 10000
		// to the second: a day is a number with fifteen digits
		t := time.Time(e).Add(time.Duration(math.Round(n*86400)) * time.Second)
		if t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 {
			return t.Format(time.DateOnly)
		}
		return t.Format("2006-01-02T15:04:05")
	}
	form := byte('g')
	if a := math.Abs(n); a < 1e15 && a >= 1e-4 { // numbers and times that are ids
		form = 'f'
	}
	out := strconv.FormatFloat(n, 'g', 15, 64) // as many digits as a workbook has
	if form == 'f' {
		n, _ = strconv.ParseFloat(out, 64)
		out = strconv.FormatFloat(n, 'f', -1, 64)
	}
	if n >= 0 && len(out) < f.digits && n == math.Trunc(n) {
		out = strings.Repeat("0", f.digits-len(out)) + out
	}
	return out
}
