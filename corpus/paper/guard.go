package paper

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"regexp"
	"unicode"

	"github.com/ledongthuc/pdf"
)

// The library trusts a file: it makes tables as large as the file says, inflates
// streams however large they become, and looks for ever for the end of a string of
// hexadecimal digits. What is here keeps such files from it.

// maxObjects is more than any posting has.
const maxObjects = 2_000_000

const (
	maxPacked = 4 << 20  // bytes of a stream of objects, inflated: the library does so for each object anew
	allPacked = 64 << 20 // of all of them
	maxPage   = 4 << 20  // bytes of one stream of operations, inflated
)

// check refuses a file before it is opened, and says how large its largest stream of
// objects is, inflated.
func check(ctx context.Context, b []byte) (packed int, err error) {
	for _, key := range []string{"/Size", "/Index", "xref"} {
		for rest := b; ; {
			_, after, ok := bytes.Cut(rest, []byte(key))
			if !ok {
				break
			}
			rest = after
			if n := largest(after); n > maxObjects && !(key == "xref" && n <= len(b)) { // after startxref stands a place
				return 0, fmt.Errorf("the file is damaged: it counts %d objects", n)
			}
		}
	}
	if tricked(b) {
		return 0, errors.New("the file is damaged: it hides how many objects it has")
	}
	all := 0
	for rest := b; ; {
		_, after, ok := bytes.Cut(rest, []byte("/ObjStm"))
		if !ok {
			return packed, nil
		}
		_, data, ok := bytes.Cut(after, []byte("stream"))
		if !ok {
			return packed, nil
		}
		rest = data
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		z, err := zlib.NewReader(bytes.NewReader(bytes.TrimLeft(data, "\r\n")))
		if err != nil {
			continue // not packed, or encrypted
		}
		objects, _ := io.ReadAll(io.LimitReader(z, maxPacked+1)) // what is damaged ends it for the library, too
		packed = max(packed, len(objects))
		all += len(objects)
		if packed > maxPacked || all > allPacked || unended(objects) {
			return 0, errors.New("the file is damaged: a stream of objects does not end")
		}
	}
}

// tricked reports whether a file says by a detour what is looked for here: in names
// written with "#" and digits, or how many objects stand in a stream by a number that
// is an object itself, or is none that a file can have.
func tricked(b []byte) bool {
	for rest := b; ; {
		_, name, ok := bytes.Cut(rest, []byte{'/'})
		if !ok {
			return false
		}
		rest = name
		if len(name) > 1 && name[0] == 'N' && (space(name[1]) || name[1] >= '0' && name[1] <= '9') {
			if n := largest(name[1:]); n > maxObjects || reference.Match(name[1:min(len(name), 40)]) {
				return true
			}
		}
		if name = name[:min(len(name), 18)]; bytes.IndexByte(name, '#') < 0 {
			continue
		}
		if plain := escape.ReplaceAllFunc(name, func(e []byte) []byte { n, _ := hex.DecodeString(string(e[1:])); return n }); !bytes.Equal(plain, name) {
			for _, key := range []string{"N", "Size", "Index", "ObjStm"} {
				if after, ok := bytes.CutPrefix(plain, []byte(key)); ok && (len(after) == 0 || !unicode.IsLetter(rune(after[0]))) {
					return true
				}
			}
		}
	}
}

var (
	escape    = regexp.MustCompile(`#[0-9A-Fa-f]{2}`)
	reference = regexp.MustCompile(`^\s*\d+\s+\d+\s+R`)
)

// largest is the greatest of the whole numbers at the beginning of b.
func largest(b []byte) int {
	n, most := 0, 0
	for _, c := range b[:min(len(b), 200)] {
		switch {
		case c >= '0' && c <= '9':
			n = min(n*10+int(c-'0'), 1<<40)
			most = max(most, n)
		case c == ' ', c == '\n', c == '\r', c == '[':
			n = 0
		default:
			return most
		}
	}
	return most
}

// unended reports whether b ends within a string of hexadecimal digits.
func unended(b []byte) bool {
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '%':
			for i < len(b) && b[i] != '\n' && b[i] != '\r' {
				i++
			}
		case '(':
			for depth := 1; depth > 0 && i+1 < len(b); {
				i++
				switch b[i] {
				case '(':
					depth++
				case ')':
					depth--
				case '\\':
					i++
				}
			}
		case '<':
			if i+1 < len(b) && b[i+1] == '<' {
				i++
				continue
			}
			n := bytes.IndexByte(b[i:], '>')
			if n < 0 {
				return true
			}
			i += n
		}
	}
	return false
}

// contents are the bytes of a stream, or of several that are one.
func (d *drawing) contents(v pdf.Value) (b []byte) {
	streams := []pdf.Value{v}
	if v.Kind() == pdf.Array {
		streams = streams[:0]
		for i := range min(v.Len(), 10_000) {
			streams = append(streams, v.Index(i))
		}
	}
	for _, s := range streams {
		if s.Kind() != pdf.Stream {
			continue
		}
		alive(d.ctx)
		r := s.Reader()
		more, _ := io.ReadAll(io.LimitReader(r, int64(min(maxPart-d.inflated, maxPage)+1))) // of a damaged stream, what there is
		r.Close()
		b = append(append(b, more...), '\n')
		if d.inflated += len(more); d.inflated > maxPart || len(b) > maxPage {
			panic(limit(fmt.Sprintf("a page of more than %d MB, which no posting has", maxPage>>20)))
		}
	}
	// Each "begin" of the language that operations are part of would make all later
	// ones dearer, and no page has one.
	if bytes.Count(b, []byte("begin "))+bytes.Count(b, []byte("begin\n"))+bytes.Count(b, []byte("begin\r")) > 100 {
		panic(limit("the file is damaged: a page that is a program"))
	}
	return b
}

// withoutImages drops the pictures that stand between the operations: their bytes are
// no operations.
func withoutImages(b []byte) []byte {
	var out []byte
	for {
		begin := bytes.Index(b, []byte("BI"))
		if begin < 0 || begin+2 >= len(b) {
			return append(out, b...)
		}
		head, data, ok := bytes.Cut(b[begin+2:min(len(b), begin+1000)], []byte("ID"))
		isImage := ok && len(data) > 0 && space(data[0]) && space(b[begin+2]) && (begin == 0 || space(b[begin-1])) && bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("/"))
		if !isImage {
			out, b = append(out, b[:begin+2]...), b[begin+2:]
			continue
		}
		out = append(out, b[:begin]...)
		b = b[begin+2+len(head)+2:]
		for {
			end := bytes.Index(b, []byte("EI"))
			if end < 0 {
				return out
			}
			whole := end > 0 && space(b[end-1]) && (end+2 == len(b) || space(b[end+2]))
			if b = b[end+2:]; whole {
				break
			}
		}
	}
}

func space(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

// again makes a file of a stream and of an object before it, which may refer to the
// stream as 2 0 R, and returns both. The stream is closed with the end of a dictionary:
// it does no harm where no dictionary is open, and ends a string that has no end.
func again(object string, b []byte) (first, stream pdf.Value) {
	var f bytes.Buffer
	f.WriteString("%PDF-1.7\n")
	one := f.Len()
	fmt.Fprintf(&f, "1 0 obj\n%s\nendobj\n", object)
	two := f.Len()
	fmt.Fprintf(&f, "2 0 obj\n<</Length %d>>\nstream\n", len(b)+4)
	f.Write(b)
	f.WriteString("\n>>\n\nendstream\nendobj\n")
	start := f.Len()
	fmt.Fprintf(&f, "xref\n0 3\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \ntrailer\n<</Size 3/One 1 0 R/Two 2 0 R>>\nstartxref\n%d\n%%%%EOF\n", one, two, start)
	r, err := pdf.NewReader(bytes.NewReader(f.Bytes()), int64(f.Len()))
	if err != nil {
		panic(err)
	}
	return r.Trailer().Key("One"), r.Trailer().Key("Two")
}
