package paper

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// RTF reads the text of a file of Rich Text Format: what stands in its body, as DOCX does.
// It fails soon after ctx ended.
func RTF(ctx context.Context, b []byte) (text string, err error) {
	defer recovered(&err)
	r := &rtf{b: b, page: charmap.Windows1252, fonts: map[int]encoding.Encoding{}}
	r.group.uc = 1
	for r.at < len(r.b) {
		if r.ops++; r.ops%1024 == 0 {
			alive(ctx)
		}
		r.step()
	}
	r.flush()
	r.paragraph()
	r.endTable()
	return r.lines.text()
}

// maxGroups is how many groups of a file may stand within each other.
const maxGroups = 10_000

// rtfGroup is what holds until a group ends.
type rtfGroup struct {
	skip    bool // what stands there is not seen
	fonts   bool // it tells the fonts
	uc      int  // letters that stand in for one of Unicode
	font    int
	inTable bool
}

type rtf struct {
	b     []byte
	at    int
	ops   int
	group rtfGroup
	stack []rtfGroup
	fresh bool // a group has just begun: its first word may name what it holds
	star  bool // after \*

	page    encoding.Encoding // of the file
	fonts   map[int]encoding.Encoding
	defined int    // the font that the table of fonts tells of
	bytes   []byte // in an old encoding, not yet decoded
	left    int    // stand-ins to pass over
	high    rune   // the first half of a character

	para    strings.Builder
	size    int
	heading bool
	cells   [][]string // of the row so far
	cell    []string
	lines   lines
}

func (r *rtf) step() {
	switch c := r.b[r.at]; c {
	case '{':
		r.flush()
		if r.stack = append(r.stack, r.group); len(r.stack) > maxGroups {
			panic(limit("the file has more groups within each other than a document"))
		}
		r.at++
		r.fresh, r.star, r.left = true, false, 0
	case '}':
		r.flush()
		if n := len(r.stack); n > 0 {
			r.group, r.stack = r.stack[n-1], r.stack[:n-1]
		}
		r.at++
		r.fresh, r.star, r.left = false, false, 0
	case '\\':
		r.control()
	case '\r', '\n':
		r.at++
	default:
		r.fresh = false
		n := 1
		if r.left > 0 {
			r.left--
		} else {
			n = bytes.IndexAny(r.b[r.at:], "{}\\\r\n")
			if n < 0 {
				n = len(r.b) - r.at
			}
			r.raw(r.b[r.at : r.at+n])
		}
		r.at += n
	}
}

// raw adds bytes of an old encoding.
func (r *rtf) raw(b []byte) {
	if !r.group.skip && !r.group.fonts {
		r.bytes = append(r.bytes, b...)
	}
}

// flush decodes the bytes so far.
func (r *rtf) flush() {
	if len(r.bytes) == 0 {
		return
	}
	b := r.bytes
	r.bytes = b[:0]
	e := r.page
	if own, ok := r.fonts[r.group.font]; ok {
		if own == nil { // a font of symbols
			for _, c := range b {
				if c > ' ' {
					r.write(symbol("Symbol", strconv.FormatInt(int64(c), 16)))
				} else {
					r.write(" ")
				}
			}
			return
		}
		e = own
	}
	if s, err := e.NewDecoder().Bytes(b); err == nil {
		r.write(string(s))
	}
}

func (r *rtf) write(s string) {
	if r.group.skip || s == "" {
		return
	}
	if r.size += len(s); r.size > maxText {
		panic(limit(fmt.Sprintf("more than %d MB of text, which no posting has", maxText>>20)))
	}
	r.para.WriteString(s)
}

// control reads a control word or sign.
func (r *rtf) control() {
	r.at++
	if r.at == len(r.b) {
		return
	}
	c := r.b[r.at]
	if c|0x20 < 'a' || c|0x20 > 'z' {
		r.at++
		r.sign(c)
		return
	}
	from := r.at
	for r.at < len(r.b) && r.at-from < 40 && r.b[r.at]|0x20 >= 'a' && r.b[r.at]|0x20 <= 'z' {
		r.at++
	}
	word := string(r.b[from:r.at])
	from = r.at
	if r.at < len(r.b) && r.b[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.b) && r.at-from < 12 && r.b[r.at] >= '0' && r.b[r.at] <= '9' {
		r.at++
	}
	n, err := strconv.Atoi(string(r.b[from:r.at]))
	given := err == nil
	if r.at < len(r.b) && r.b[r.at] == ' ' {
		r.at++
	}
	r.word(word, n, given)
}

func (r *rtf) sign(c byte) {
	switch c {
	case '\'':
		if r.at+2 > len(r.b) {
			return
		}
		n, err := strconv.ParseUint(string(r.b[r.at:r.at+2]), 16, 8)
		if err != nil {
			return
		}
		r.at += 2
		if r.left > 0 {
			r.left--
			return
		}
		r.raw([]byte{byte(n)})
	case '*':
		r.star = true
		return // the name of the group follows
	case '\n', '\r':
		r.flush()
		r.paragraph()
	case '~':
		r.flush()
		r.write("\u00a0")
	case '_':
		r.raw([]byte{'-'})
	case '{', '}', '\\':
		r.raw([]byte{c})
	case '-': // a place where a word may be broken
	}
	r.fresh = false
}

// rtfLetters are words for letters.
var rtfLetters = map[string]string{
	"tab": " ", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•",
	"lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
}

// rtfHidden are groups that hold nothing of what a reader sees in the text.
var rtfHidden = listed("colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf footnote annotation " +
	"atnid atnauthor atndate fldinst xe tc sp nonshppict listtable listoverridetable revtbl rsidtbl generator themedata datastore bkmkstart bkmkend pn pnseclvl filetbl")

func (r *rtf) word(word string, n int, given bool) {
	if word != "u" && word != "uc" || r.fresh {
		r.flush()
	}
	fresh, star := r.fresh, r.star
	r.fresh, r.star = false, false
	on := !given || n != 0
	if s, ok := rtfLetters[word]; ok {
		r.write(s)
		return
	}
	switch word {
	case "ansicpg":
		if e := codePage(n); e != nil {
			r.page = e
		}
	case "mac":
		r.page = charmap.Macintosh
	case "pca", "pc":
		r.page = charmap.CodePage437
	case "u":
		r.unicode(n)
	case "uc":
		r.group.uc = min(max(n, 0), 100)
	case "bin":
		r.at = min(len(r.b), r.at+max(n, 0))
	case "par", "line", "page", "sect", "column", "softline":
		if !r.group.skip {
			r.paragraph()
		}
	case "pard":
		r.heading, r.group.inTable = false, false
	case "intbl":
		r.group.inTable = true
	case "outlinelevel":
		r.heading = n < 9
	case "cell", "nestcell":
		r.endCell()
	case "row", "nestrow":
		r.endRow()
	case "f":
		if r.group.fonts {
			r.defined = n
		} else {
			r.group.font = n
		}
	case "fcharset":
		if r.group.fonts && len(r.fonts) < 10_000 {
			r.charset(n)
		}
	case "plain":
		r.group.font = 0
	case "v", "deleted":
		r.group.skip = on
	case "fonttbl":
		r.group.fonts = true
	case "shpinst", "shppict": // after \*, and to be looked into
	default:
		if fresh && (star || rtfHidden[word]) {
			r.group.skip = true
		}
	}
}

// unicode adds a letter; above U+FFFF it comes in two halves.
func (r *rtf) unicode(n int) {
	c := rune(n)
	if c < 0 {
		c += 1 << 16
	}
	r.flush()
	switch {
	case c >= 0xd800 && c < 0xdc00:
		r.high = c
	case c >= 0xdc00 && c < 0xe000:
		if r.high != 0 {
			r.write(string((r.high-0xd800)<<10 | (c - 0xdc00) + 0x10000))
		}
		r.high = 0
	case c == 0 || c > 0xffff:
	default:
		r.write(visible(string(c)))
	}
	r.left = r.group.uc
}

// charset notes the encoding of the font that is told of, as Windows counts them.
func (r *rtf) charset(n int) {
	pages := map[int]int{0: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250}
	if n == 2 {
		r.fonts[r.defined] = nil
	} else if e := codePage(pages[n]); e != nil {
		r.fonts[r.defined] = e
	}
}

func codePage(n int) encoding.Encoding {
	switch n {
	case 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258:
		return [...]encoding.Encoding{charmap.Windows1250, charmap.Windows1251, charmap.Windows1252, charmap.Windows1253, charmap.Windows1254,
			charmap.Windows1255, charmap.Windows1256, charmap.Windows1257, charmap.Windows1258}[n-1250]
	case 437:
		return charmap.CodePage437
	case 850:
		return charmap.CodePage850
	case 852:
		return charmap.CodePage852
	case 866:
		return charmap.CodePage866
	case 874:
		return charmap.Windows874
	case 932:
		return japanese.ShiftJIS
	case 936:
		return simplifiedchinese.GBK
	case 949:
		return korean.EUCKR
	case 950:
		return traditionalchinese.Big5
	case 10000:
		return charmap.Macintosh
	case 65001:
		return encoding.Nop
	}
	return nil
}

// paragraph ends one.
func (r *rtf) paragraph() {
	s := strings.Join(strings.Fields(strings.ReplaceAll(r.para.String(), "\u00a0", " ")), " ")
	r.para.Reset()
	if s == "" {
		if !r.group.inTable {
			r.lines.gap()
		}
		return
	}
	s = mark(s)
	if r.group.inTable {
		r.cell = append(r.cell, s)
		return
	}
	r.endTable()
	r.lines.add(s, r.heading)
}

func (r *rtf) endCell() {
	r.flush()
	in := r.group.inTable
	r.group.inTable = true
	r.paragraph()
	r.group.inTable = in
	r.cells = append(r.cells, r.cell)
	r.cell = nil
}

func (r *rtf) endRow() {
	layRow(r.cells, r.lines.add)
	r.cells = nil
}

// endTable gives what was left open of a row.
func (r *rtf) endTable() {
	if len(r.cell) > 0 {
		r.cells = append(r.cells, r.cell)
		r.cell = nil
	}
	if len(r.cells) > 0 {
		r.endRow()
	}
}
