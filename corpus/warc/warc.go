// Package warc reads and writes WARC 1.1 (ISO 28500), the format of web
// archives: records of what was asked and answered, each gzipped by itself or
// not. It does not read HTTP or pages, and asks nothing.
package warc

import (
	"bufio"
	"crypto/sha1"
	"encoding/base32"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
)

// Field is a named field of a record's head.
type Field struct{ Name, Value string }

// Record is one record of an archive.
type Record struct {
	Fields []Field   // in their order; names are compared without regard to case
	Block  io.Reader // what follows the head; good until the next call of Next
	Number int       // its place in the archive: 1, 2, …
}

// Get is the value of a field; empty when there is none.
func (r *Record) Get(name string) string {
	for _, f := range r.Fields {
		if strings.EqualFold(f.Name, name) {
			return f.Value
		}
	}
	return ""
}

// Type is the kind of a record: "response", "request", "warcinfo", …
func (r *Record) Type() string { return strings.ToLower(r.Get("WARC-Type")) }

// Date is when the record was made; zero when it does not say.
func (r *Record) Date() time.Time {
	t, _ := time.Parse(time.RFC3339Nano, r.Get("WARC-Date"))
	return t
}

// maxHead bounds the head of a record.
const maxHead = 1 << 20

// ErrNot says that what is read is no WARC.
var ErrNot = errors.New("not a WARC")

// Reader reads an archive record by record, whatever its size.
type Reader struct {
	// Thorough is set before reading where all digests of a record are to be compared
	// with it, and not one alone.
	Thorough bool

	r    *bufio.Reader
	last *block
	n    int // records begun
	err  error
}

// NewReader reads an archive that is gzipped, record by record or as a whole,
// or plain.
func NewReader(r io.Reader) *Reader {
	br := bufio.NewReaderSize(r, 64<<10)
	if head, _ := br.Peek(2); len(head) == 2 && head[0] == 0x1f && head[1] == 0x8b {
		z, err := gzip.NewReader(br)
		if err != nil {
			return &Reader{err: fmt.Errorf("%w: %v", ErrNot, err)}
		}
		br = bufio.NewReaderSize(z, 64<<10)
	}
	return &Reader{r: br}
}

// Next returns the next record, and io.EOF at the end of the archive. After another
// error there is no more to read: the archive is torn, or none.
func (r *Reader) Next() (*Record, error) {
	if r.err != nil {
		return nil, r.err
	}
	rec, err := r.next()
	if err != nil && err != io.EOF {
		if errors.Is(err, io.ErrUnexpectedEOF) {
			err = errors.New("the archive is cut short")
		}
		err = fmt.Errorf("record %d: %w", max(r.n, 1), err)
	}
	r.err = err
	return rec, err
}

func (r *Reader) next() (*Record, error) {
	if r.last != nil {
		if _, err := io.Copy(io.Discard, &r.last.wire); err != nil {
			return nil, err
		}
		if r.last.wire.N > 0 {
			return nil, io.ErrUnexpectedEOF
		}
		r.last = nil
	}
	budget := maxHead
	line, err := r.line(&budget)
	for err == nil && line == "" { // two line ends close a record
		line, err = r.line(&budget)
	}
	if err != nil {
		switch {
		case err == io.ErrUnexpectedEOF && line == "":
			err = io.EOF
		case err == io.ErrUnexpectedEOF && !strings.HasPrefix(line, "WARC/"):
			err = ErrNot
		}
		return nil, err
	}
	r.n++
	if !strings.HasPrefix(line, "WARC/") {
		return nil, ErrNot
	}
	rec := &Record{Number: r.n}
	for {
		if line, err = r.line(&budget); err != nil {
			return nil, err
		}
		if line == "" {
			break
		}
		if n := len(rec.Fields); (line[0] == ' ' || line[0] == '\t') && n > 0 { // folded
			rec.Fields[n-1].Value += " " + strings.TrimSpace(line)
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			return nil, fmt.Errorf("%q is no field of a head", line[:min(len(line), 60)])
		}
		rec.Fields = append(rec.Fields, Field{strings.TrimSpace(name), strings.TrimSpace(value)})
	}
	length, err := strconv.ParseInt(rec.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return nil, fmt.Errorf("Content-Length is %q", rec.Get("Content-Length"))
	}
	r.last = &block{wire: io.LimitedReader{R: r.r, N: length}}
	r.last.sums = rec.sums(r.Thorough)
	rec.Block = r.last
	return rec, nil
}

// line reads a line without its end; io.ErrUnexpectedEOF where the input ends
// within or before it.
func (r *Reader) line(budget *int) (string, error) {
	var b []byte
	for {
		part, err := r.r.ReadSlice('\n')
		if *budget -= len(part); *budget < 0 {
			return "", errors.New("the head is too long")
		}
		b = append(b, part...)
		switch err {
		case nil:
			return strings.TrimRight(string(b), "\r\n"), nil
		case bufio.ErrBufferFull:
		case io.EOF:
			return string(b), io.ErrUnexpectedEOF
		default:
			return "", err
		}
	}
}

// block is the block of the record being read, which its digests are taken of.
type block struct {
	wire io.LimitedReader
	sums []sum
}

func (b *block) Read(p []byte) (int, error) {
	n, err := b.wire.Read(p)
	for _, s := range b.sums {
		s.Write(p[:n])
	}
	if err == io.EOF && b.wire.N > 0 {
		err = errors.New("the archive is cut short")
	}
	return n, err
}

// Digest is the digest of b as archives write it: SHA-1 in base 32.
func Digest(b []byte) string {
	h := sha1.Sum(b)
	return "sha1:" + base32.StdEncoding.EncodeToString(h[:])
}

// Writer writes an archive.
type Writer struct {
	w   io.Writer
	zip bool
	buf []byte
}

// NewWriter writes to w. Where zip is true, each record is gzipped by itself, so
// that readers can seek.
func NewWriter(w io.Writer, zip bool) *Writer { return &Writer{w: w, zip: zip} }

// Write writes a record and returns its ID. kind is its WARC-Type; payload is
// where in block its payload begins, or negative where it has none. The ID is
// made of all that the record says, so that equal input makes equal archives.
func (w *Writer) Write(kind string, date time.Time, contentType string, block []byte, payload int, more ...Field) (id string, err error) {
	fields := []Field{
		{"WARC-Type", kind},
		{"WARC-Date", date.UTC().Format(time.RFC3339)},
		{"Content-Type", contentType},
		{"WARC-Block-Digest", Digest(block)},
	}
	if payload >= 0 {
		fields = append(fields, Field{"WARC-Payload-Digest", Digest(block[payload:])})
	}
	for _, f := range more {
		if f.Value != "" {
			fields = append(fields, Field{f.Name, strings.Map(oneLine, f.Value)})
		}
	}
	h := sha1.New()
	for _, f := range fields {
		io.WriteString(h, f.Name+":"+f.Value+"\n")
	}
	u := h.Sum(nil)[:16]
	u[6], u[8] = u[6]&0x0f|0x50, u[8]&0x3f|0x80 // a UUID of version 5: from a hash
	id = fmt.Sprintf("<urn:uuid:%x-%x-%x-%x-%x>", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
	fields = slices.Insert(fields, 1, Field{"WARC-Record-ID", id})
	w.buf = append(w.buf[:0], "WARC/1.1\r\n"...)
	for _, f := range fields {
		w.buf = append(w.buf, f.Name+": "+f.Value+"\r\n"...)
	}
	w.buf = append(w.buf, "Content-Length: "+strconv.Itoa(len(block))+"\r\n\r\n"...)
	w.buf = append(append(w.buf, block...), "\r\n\r\n"...)
	if !w.zip {
		_, err = w.w.Write(w.buf)
		return id, err
	}
	z := gzip.NewWriter(w.w)
	if _, err = z.Write(w.buf); err == nil {
		err = z.Close()
	}
	return id, err
}

// oneLine keeps a value from becoming another field.
func oneLine(r rune) rune {
	if r == '\n' || r == '\r' || r == 0 {
		return ' '
	}
	return r
}
