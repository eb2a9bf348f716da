package read

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"io"
	"unicode/utf8"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/therootcompany/xz"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"rung/corpus/page"
)

// Decompress undoes gzip, zstd, bzip2 and xz, which it knows by their first bytes.
func Decompress(r io.Reader) (io.Reader, error) {
	br := bufio.NewReaderSize(r, bufSize)
	switch head, _ := br.Peek(4); {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		return gzip.NewReader(br)
	case bytes.HasPrefix(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		// One goroutine and a bounded window: a stream must not cost more
		// than it holds.
		z, err := zstd.NewReader(br, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(128<<20))
		if err != nil {
			return nil, err
		}
		return z, nil
	case bytes.HasPrefix(head, []byte("BZh")) && head[3] >= '1' && head[3] <= '9':
		if head, _ = br.Peek(10); len(head) == 10 && (string(head[4:]) == "1AY&SY" || string(head[4:]) == "\x17rE8P\x90") {
			return bzip2.NewReader(br), nil
		}
	case bytes.HasPrefix(head, []byte("\xfd7zX")):
		return xz.NewReader(br, 64<<20) // as xz -9 needs; a file that asks for more is an error
	}
	return br, nil
}

var bomUTF8 = []byte("\ufeff")

// utf16Of returns the encoding of a text that begins with head if that is UTF-16, or
// nil. It goes by the byte order mark or by where the zero bytes are.
func utf16Of(head []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	head = head[:min(len(head), 512)&^1]
	var zero [2]int
	for i, c := range head {
		if c == 0 {
			zero[i&1]++
		}
	}
	switch n := len(head) / 2; {
	case n >= 4 && zero[1] > n*2/3 && zero[0] == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case n >= 4 && zero[0] > n*2/3 && zero[1] == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// utf16Head is head in UTF-8 if it is UTF-16.
func utf16Head(head []byte) ([]byte, bool) {
	e := utf16Of(head)
	if e == nil {
		return head, false
	}
	b, err := e.NewDecoder().Bytes(head)
	return b, err == nil
}

// decodeStream converts UTF-16 to UTF-8 and drops a byte order mark.
func decodeStream(br *bufio.Reader) *bufio.Reader {
	head, _ := br.Peek(512)
	if e := utf16Of(head); e != nil {
		return bufio.NewReaderSize(e.NewDecoder().Reader(br), bufSize)
	}
	if bytes.HasPrefix(head, bomUTF8) {
		br.Discard(len(bomUTF8))
	}
	return br
}

// fixUTF8 returns b as UTF-8 and, if it was not, a note of that. A text that holds no
// whole character of UTF-8 beyond ASCII is windows-1252, of which Latin-1 is a part.
// In others the broken bytes are left for Normalize to mark.
func fixUTF8(b []byte) ([]byte, string) {
	if utf8.Valid(b) {
		return b, ""
	}
	if !page.HasUTF8(b) {
		if b, err := charmap.Windows1252.NewDecoder().Bytes(b); err == nil {
			return b, "read as windows-1252"
		}
	}
	return b, "broken UTF-8: some characters are lost"
}
