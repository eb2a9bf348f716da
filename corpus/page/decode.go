package page

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode is the page in UTF-8, by its byte order mark, what it declares, and
// what its bytes can be. note says which encoding was taken if that was not
// UTF-8.
func decode(b []byte, contentType string) (out []byte, note string) {
	if bytes.HasPrefix(b, []byte("\ufeff")) {
		return b[3:], ""
	}
	if isASCII(b) && !strings.Contains(strings.ToLower(contentType), "utf-16") {
		return b, "" // it reads alike in nearly every encoding
	}
	if e := sniffUTF16(b); e != nil {
		if d, err := e.NewDecoder().Bytes(b); err == nil {
			return d, "read as utf-16"
		}
	}
	// A page that is valid UTF-8 beyond ASCII is that, whatever it declares:
	// by chance no other text is.
	whole := utf8.Valid(b)
	if whole && HasUTF8(b) {
		return b, ""
	}
	e, name, _ := charset.DetermineEncoding(b, contentType)
	if name == "utf-8" {
		if whole {
			return b, ""
		}
		if HasUTF8(b) { // with bytes that are broken
			return []byte(string([]rune(string(b)))), ""
		}
		e, name = charmap.Windows1252, "windows-1252"
	}
	d, err := e.NewDecoder().Bytes(b)
	if err != nil || whole && bytes.Equal(b, d) {
		return b, ""
	}
	return d, "read as " + name
}

// sniffUTF16 is the UTF-16 that b is by its byte order mark or by the zero
// bytes around its first "<", else nil.
func sniffUTF16(b []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case bytes.HasPrefix(b, []byte{'<', 0}):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case bytes.HasPrefix(b, []byte{0, '<'}):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// cutAnswer takes off the head of an HTTP answer that was saved with its page.
func cutAnswer(b []byte, contentType string) ([]byte, string) {
	if !bytes.HasPrefix(b, []byte("HTTP/")) {
		return b, contentType
	}
	b = bytes.ReplaceAll(b, []byte("\r\n"), []byte{'\n'})
	head, body, ok := bytes.Cut(b, []byte("\n\n"))
	if !ok {
		return b, contentType
	}
	for l := range bytes.Lines(head) {
		if k, v, ok := bytes.Cut(l, []byte{':'}); ok && bytes.EqualFold(k, []byte("Content-Type")) {
			contentType = string(bytes.TrimSpace(v))
		}
	}
	return body, contentType
}

// isASCII reports whether b is ASCII without NUL and without ESC, which may
// change what follows.
func isASCII(b []byte) bool {
	if bytes.IndexByte(b, 0x1b) >= 0 || bytes.IndexByte(b, 0) >= 0 {
		return false
	}
	for ; len(b) >= 8; b = b[8:] {
		if binary.NativeEndian.Uint64(b)&0x8080808080808080 != 0 {
			return false
		}
	}
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// HasUTF8 reports whether b holds a whole character of UTF-8 beyond ASCII.
func HasUTF8(b []byte) bool {
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r != utf8.RuneError && size > 1 {
			return true
		}
		i += size
	}
	return false
}

// Decode is a page in UTF-8, as Parse takes it.
func Decode(b []byte) []byte {
	out, _ := decode(b, "")
	return out
}
