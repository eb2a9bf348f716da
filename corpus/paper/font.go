package paper

import (
	"strings"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

// font decodes the strings that are drawn with it, and knows how wide they are.
type font struct {
	encoder pdf.TextEncoding
	wide    bool // codes have two bytes
	widths  map[int]float64
	usual   float64 // width of the codes that widths lacks
	unit    float64 // of widths, in thousandths of the size
	cost    int     // of a byte to decode: the library looks through all that the font says, for each
}

// mute decodes nothing.
type mute struct{}

func (mute) Decode(string) string { return "" }

// font returns the font of a dictionary and reads each only once. A font is known again
// by its dictionary as a string: the library does not say where in the file it stands.
func (d *drawing) font(v pdf.Value) *font {
	if v.Kind() != pdf.Dict {
		return nil
	}
	key := v.String()
	d.work(len(key) / 10)
	if f, ok := d.fonts[key]; ok {
		return f
	}
	f := &font{widths: map[int]float64{}, usual: 500, unit: 1, cost: 1}
	d.fonts[key] = f
	kind := v.Key("Subtype").Name()
	known := v.Key("ToUnicode").Kind() == pdf.Stream
	// A simple font is better read by the names of its glyphs, if it has them.
	switch encoding := v.Key("Encoding").Name(); {
	case known && encoding != "WinAnsiEncoding" && encoding != "MacRomanEncoding" && v.Key("Encoding").Key("Differences").Kind() == pdf.Null:
		says := d.contents(v.Key("ToUnicode"))
		f.cost += len(says) / 512
		v, _ := again("<</ToUnicode 2 0 R>>", says)
		f.encoder = (&pdf.Font{V: v}).Encoder()
	case kind == "Type0" && !known && strings.HasPrefix(encoding, "Identity"):
		f.encoder = mute{} // its codes are numbers of glyphs
		d.mute = true
	default:
		f.encoder = (&pdf.Font{V: v}).Encoder()
	}
	if kind == "Type3" {
		f.unit = v.Key("FontMatrix").Index(0).Float64() * 1000
	}
	if kind == "Type0" {
		f.wide = true
		f.usual = 1000
		cid := v.Key("DescendantFonts").Index(0)
		if w := cid.Key("DW"); w.Kind() != pdf.Null {
			f.usual = w.Float64()
		}
		d.composite(f, cid.Key("W"))
		return f
	}
	first, list := int(v.Key("FirstChar").Int64()), v.Key("Widths")
	for i := range min(list.Len(), 256) {
		f.widths[first+i] = list.Index(i).Float64()
	}
	if w := v.Key("FontDescriptor").Key("MissingWidth").Float64(); w > 0 {
		f.usual = w
	}
	return f
}

// composite reads widths as "first [w w …]" and "first last w".
func (d *drawing) composite(f *font, w pdf.Value) {
	for i := 0; i+1 < w.Len(); {
		first := int(w.Index(i).Int64())
		if list := w.Index(i + 1); list.Kind() == pdf.Array {
			d.work(min(list.Len(), 1<<16))
			for j := range min(list.Len(), 1<<16) {
				f.widths[first+j] = list.Index(j).Float64()
			}
			i += 2
			continue
		}
		last := min(int(w.Index(i+1).Int64()), 1<<16-1)
		first = max(first, 0)
		d.work(max(last-first, 0) + 10)
		for code := first; code <= last; code++ {
			f.widths[code] = w.Index(i + 2).Float64()
		}
		i += 3
	}
}

// ligatures from U+FB00 on.
var ligatures = [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}

// decode returns what a string reads, its width in thousandths of the font's
// size, how many codes it has, and how many of these are the space that word
// spacing widens.
func (f *font) decode(raw string) (text string, width float64, codes, spaces int) {
	var b strings.Builder
	for _, c := range f.encoder.Decode(raw) {
		switch {
		case c >= 0xe000 && c <= 0xf8ff: // a glyph that only its font knows: a bullet or an icon
			c = '•'
		case c >= 0xfb00 && c <= 0xfb06:
			b.WriteString(ligatures[c-0xfb00])
			continue
		case c == 0x7f: // what WinAnsi does not use is a bullet
			c = '•'
		case c >= 0x80 && c < 0xa0: // a code that the library left as it was
			c = charmap.Windows1252.DecodeByte(byte(c))
		case c == '\t' || c == '\n' || c == '\r':
			c = ' ' // Qt, and so wkhtmltopdf, says that its space is a tab
		case c < ' ':
			continue
		}
		b.WriteRune(c)
	}
	step := 1
	if f.wide {
		step = 2
	}
	for i := 0; i+step <= len(raw); i += step {
		code := int(raw[i])
		if f.wide {
			code = code<<8 | int(raw[i+1])
		} else if code == ' ' {
			spaces++
		}
		w, ok := f.widths[code]
		if !ok {
			w = f.usual
		}
		width += w
		codes++
	}
	return b.String(), width * f.unit, codes, spaces
}
