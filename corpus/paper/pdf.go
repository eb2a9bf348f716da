package paper

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/ledongthuc/pdf"
)

const (
	maxPages = 200
	maxWork  = 50_000_000 // of a file, see drawing.work
	maxForms = 8          // forms within each other
	maxTree  = 40         // nodes above a page
	maxRead  = 256 << 20  // bytes that the library may ask for, again and again
)

// PDF reads a document: the words in the order in which they were drawn, joined to lines
// and paragraphs by where they stand. It fails soon after ctx ended.
func PDF(ctx context.Context, b []byte) (text string, err error) {
	defer recovered(&err)
	b = mend(b)
	packed, err := check(ctx, b)
	if err != nil {
		return "", err
	}
	r, err := pdf.NewReader(&budget{ctx: ctx, r: bytes.NewReader(b), each: 4096 + int64(packed/16), left: maxRead}, int64(len(b)))
	if ctx.Err() != nil {
		return "", ctx.Err() // which the library has put into words of its own
	}
	if err != nil {
		return "", why(err)
	}
	d := &drawing{ctx: ctx, left: maxWork, fonts: map[string]*font{}}
	var pages [][]line
	d.tree(r.Trailer().Key("Root").Key("Pages"), pdf.Value{}, 0, func(page, resources pdf.Value) {
		if len(pages) == maxPages {
			panic(limit(fmt.Sprintf("more than %d pages, which no posting has", maxPages)))
		}
		pages = append(pages, d.typeset(d.page(page, resources)))
	})
	if len(pages) == 0 {
		return "", errors.New("the file is damaged: it has no page")
	}
	text, err = d.compose(pages)
	if err != nil && d.mute {
		err = errors.New("the fonts of the file do not say which letters they draw: print it to a new PDF, or paste its text")
	}
	return text, err
}

// mend changes a file so that the library takes it: that knows headers up to 1.7, and
// allows nothing after the end.
func mend(b []byte) []byte {
	if i := bytes.LastIndex(b, []byte("%%EOF")); i >= 0 {
		b = b[:i+5]
	}
	if len(b) > 9 && (b[5] != '1' || b[7] > '7' || b[8] != '\n' && b[8] != '\r') {
		b = bytes.Clone(b)
		copy(b, "%PDF-1.7\n")
	}
	return b
}

// why words an error of the library.
func why(err error) error {
	switch s := err.Error(); {
	case strings.Contains(s, "encrypt") || strings.Contains(s, "password"):
		return errors.New("the file is encrypted: save it without a password, or paste its text")
	case strings.Contains(s, "EOF"), strings.Contains(s, "startxref"):
		return errors.New("the file is cut short: its end is missing")
	case strings.Contains(s, "PDF"):
		return fmt.Errorf("the file is damaged: %w", err)
	default:
		return err
	}
}

// budget ends a library that reads in a circle.
type budget struct {
	ctx  context.Context
	r    io.ReaderAt
	each int64 // what a small read costs at least: behind it may stand objects to be unpacked
	left int64
}

func (b *budget) ReadAt(p []byte, off int64) (int, error) {
	alive(b.ctx)
	if b.left -= max(int64(len(p)), b.each); b.left < 0 {
		panic(limit("the file is damaged: reading it does not end"))
	}
	if off < 0 {
		return 0, io.EOF
	}
	return b.r.ReadAt(p, off)
}

// run is a string as it was drawn: where it begins and ends, and how large.
type run struct {
	x, end, y, size float64
	text            string
}

// drawing follows the operations of pages and keeps only what places text.
type drawing struct {
	ctx      context.Context
	left     int // work that may come
	size     int // bytes of text
	inflated int // bytes of streams

	fonts map[string]*font
	mute  bool // a font does not say what it draws
	runs  []run
	dots  []dot
	path  box
}

// dot is a small round or square shape: where browsers draw the bullets of lists.
type dot struct{ x, y, size float64 }

// box bounds the path that is being drawn.
type box struct {
	left, bottom, right, top float64
	begun                    bool
}

func (b *box) add(x, y float64) {
	if !b.begun {
		*b = box{x, y, x, y, true}
	}
	b.left, b.right = min(b.left, x), max(b.right, x)
	b.bottom, b.top = min(b.bottom, y), max(b.top, y)
}

// shape ends a path that is seen.
func (d *drawing) shape() {
	w, h := d.path.right-d.path.left, d.path.top-d.path.bottom
	if d.path.begun && w > 1 && w < 10 && math.Abs(w-h) < 0.2*w && len(d.dots) < 10_000 {
		d.dots = append(d.dots, dot{(d.path.left + d.path.right) / 2, (d.path.bottom + d.path.top) / 2, w})
	}
	d.path = box{}
}

// matrix is the first two columns of a transformation: x' = ax+cy+e,
// y' = bx+dy+f.
type matrix struct{ a, b, c, d, e, f float64 }

var unit = matrix{a: 1, d: 1}

// then applies m before n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

// state is the graphics state.
type state struct {
	ctm, text, line           matrix
	font                      *font
	size, chars, words, scale float64
	lead, rise                float64
}

// tree gives the pages below a node, each with the resources that it has or
// inherits.
func (d *drawing) tree(node, resources pdf.Value, depth int, page func(page, resources pdf.Value)) {
	if own := node.Key("Resources"); !own.IsNull() {
		resources = own
	}
	if d.work(10); depth > maxTree {
		return
	}
	kids := node.Key("Kids")
	if kids.Kind() != pdf.Array {
		if node.Kind() == pdf.Dict {
			page(node, resources)
		}
		return
	}
	for i := range min(kids.Len(), maxObjects) {
		d.tree(kids.Index(i), resources, depth+1, page)
	}
}

// work charges n units, of about a tenth of a microsecond, and ends a page that is made
// to cost more than any.
func (d *drawing) work(n int) {
	if d.left -= n; d.left < 0 {
		panic(limit("the file is made of more than any posting: print it to a new PDF, or paste its text"))
	}
	alive(d.ctx)
}

func (d *drawing) page(page, resources pdf.Value) []run {
	d.runs, d.dots, d.path = d.runs[:0], d.dots[:0], box{}
	if page.Key("Contents").Kind() != pdf.Null {
		d.draw(page.Key("Contents"), resources, unit, 0)
	}
	return d.runs
}

// points is how many points the operations have that build a path.
var points = map[string]int{"m": 1, "l": 1, "v": 2, "y": 2, "c": 3}

func (d *drawing) draw(of, resources pdf.Value, ctm matrix, depth int) {
	_, stream := again("null", withoutImages(d.contents(of)))
	g := state{ctm: ctm, text: unit, line: unit, scale: 1}
	var saved []state
	fonts := map[string]*font{} // by their names in resources
	pdf.Interpret(stream, func(stack *pdf.Stack, op string) {
		d.work(10)
		var args [8]pdf.Value // the last ones, in order
		n := min(stack.Len(), len(args))
		for i := n - 1; i >= 0; i-- {
			args[i] = stack.Pop()
		}
		for stack.Len() > 0 {
			stack.Pop()
		}
		num := func(i int) float64 {
			if f := args[i].Float64(); !math.IsNaN(f) && !math.IsInf(f, 0) {
				return f
			}
			return 0
		}
		move := func(x, y float64) {
			g.line = matrix{1, 0, 0, 1, x, y}.then(g.line)
			g.text = g.line
		}
		point := func(i int) {
			d.path.add(num(i)*g.ctm.a+num(i+1)*g.ctm.c+g.ctm.e, num(i)*g.ctm.b+num(i+1)*g.ctm.d+g.ctm.f)
		}
		switch op {
		case "m", "l", "v", "y", "c":
			for i := range points[op] {
				point(2 * i)
			}
		case "f", "F", "f*", "B", "B*", "b", "b*", "S", "s":
			d.shape()
		case "n":
			d.path = box{}
		case "q":
			if len(saved) < 1000 {
				saved = append(saved, g)
			}
		case "Q":
			if n := len(saved); n > 0 {
				g, saved = saved[n-1], saved[:n-1]
			}
		case "re":
			point(0)
			d.path.add((num(0)+num(2))*g.ctm.a+(num(1)+num(3))*g.ctm.c+g.ctm.e, (num(0)+num(2))*g.ctm.b+(num(1)+num(3))*g.ctm.d+g.ctm.f)
		case "cm":
			g.ctm = matrix{num(0), num(1), num(2), num(3), num(4), num(5)}.then(g.ctm)
		case "Do":
			form := resources.Key("XObject").Key(args[0].Name())
			if depth < maxForms && form.Kind() == pdf.Stream && form.Key("Subtype").Name() == "Form" {
				m := unit
				if v := form.Key("Matrix"); v.Len() == 6 {
					m = matrix{v.Index(0).Float64(), v.Index(1).Float64(), v.Index(2).Float64(), v.Index(3).Float64(), v.Index(4).Float64(), v.Index(5).Float64()}
				}
				own := form.Key("Resources")
				if own.IsNull() {
					own = resources
				}
				d.draw(form, own, m.then(g.ctm), depth+1)
			}
		case "BT":
			g.text, g.line = unit, unit
		case "Tf":
			name := args[0].Name()
			f, ok := fonts[name]
			if !ok {
				f = d.font(resources.Key("Font").Key(name))
				fonts[name] = f
			}
			g.font, g.size = f, num(1)
		case "Tc":
			g.chars = num(0)
		case "Tw":
			g.words = num(0)
		case "Tz":
			g.scale = num(0) / 100
		case "TL":
			g.lead = num(0)
		case "Ts":
			g.rise = num(0)
		case "Td":
			move(num(0), num(1))
		case "TD":
			g.lead = -num(1)
			move(num(0), num(1))
		case "Tm":
			g.line = matrix{num(0), num(1), num(2), num(3), num(4), num(5)}
			g.text = g.line
		case "T*":
			move(0, -g.lead)
		case "Tj":
			d.show(&g, args[0].RawString())
		case "'":
			move(0, -g.lead)
			d.show(&g, args[0].RawString())
		case "\"":
			g.words, g.chars = num(0), num(1)
			move(0, -g.lead)
			d.show(&g, args[2].RawString())
		case "TJ":
			for i := range args[0].Len() {
				d.work(1)
				if v := args[0].Index(i); v.Kind() == pdf.String {
					d.show(&g, v.RawString())
				} else {
					g.advance(-v.Float64() / 1000 * g.size * g.scale)
				}
			}
		}
	})
}

func (g *state) advance(x float64) { g.text = matrix{1, 0, 0, 1, x, 0}.then(g.text) }

func (d *drawing) show(g *state, raw string) {
	if g.font == nil || raw == "" {
		return
	}
	d.work(len(raw) * g.font.cost)
	text, width, codes, spaces := g.font.decode(raw)
	if d.size += len(text); d.size > maxText {
		panic(limit(fmt.Sprintf("more than %d MB of text, which no posting has", maxText>>20)))
	}
	start := matrix{1, 0, 0, 1, 0, g.rise}.then(g.text).then(g.ctm)
	g.advance((width/1000*g.size + float64(codes)*g.chars + float64(spaces)*g.words) * g.scale)
	end := g.text.then(g.ctm)
	size := math.Abs(g.size) * math.Hypot(start.c, start.d)
	if size == 0 || math.Abs(start.b) > math.Abs(start.a) {
		return // not seen, or along the edge of the page
	}
	d.runs = append(d.runs, run{start.e, end.e, start.f, size, text})
}
