// Package content undoes the content codings of HTTP (RFC 9110, section 8.4) in
// bounded memory: gzip, deflate, brotli and zstd. How much comes out is for the
// caller to bound.
package content

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/zlib"
	"fmt"
	"io"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Codings are those that Decode reads, as a value of Accept-Encoding.
const Codings = "gzip, deflate, br, zstd"

// Refused says why an answer is not decoded. Asking again cannot help.
type Refused struct{ Why string }

func (r *Refused) Error() string { return r.Why }

// Decode undoes a content coding; coding is the value of Content-Encoding, in any
// case. The decoder is opened at the first read and must be closed. Of a coding
// that is not read, the error is a *Refused; so is that of the first read where
// the decoder would need too much memory.
func Decode(coding string, r io.Reader) (io.ReadCloser, error) {
	switch coding = strings.ToLower(strings.TrimSpace(coding)); coding {
	case "", "identity":
		// A file that is gzip itself, as sitemaps are, is unpacked within the
		// same limits.
		return &lazy{open: func() (io.Reader, error) {
			var head [2]byte
			n, err := io.ReadFull(r, head[:])
			if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
				return nil, err
			}
			r = io.MultiReader(bytes.NewReader(head[:n]), r)
			if head == [2]byte{0x1f, 0x8b} {
				return gzip.NewReader(r)
			}
			return r, nil
		}}, nil
	case "gzip", "x-gzip":
		return &lazy{open: func() (io.Reader, error) { return gzip.NewReader(r) }}, nil
	case "deflate":
		return &lazy{open: func() (io.Reader, error) {
			// With zlib's frame, as the standard says, or without, as some do.
			br := bufio.NewReader(r)
			if head, _ := br.Peek(2); len(head) == 2 && head[0]&15 == 8 && (int(head[0])<<8|int(head[1]))%31 == 0 {
				return zlib.NewReader(br)
			}
			return flate.NewReader(br), nil
		}}, nil
	case "br":
		return &lazy{open: func() (io.Reader, error) {
			// Its first bits are the size of the window, which is held in
			// memory: at most 8 MB, as of zstd, so not 16 MB.
			br := bufio.NewReader(r)
			if head, _ := br.Peek(1); len(head) == 1 && head[0]&15 == 15 {
				return nil, &Refused{"its compression looks back over 16 MB, which no page needs"}
			}
			return brotli.NewReader(br), nil
		}}, nil
	case "zstd":
		return &lazy{open: func() (io.Reader, error) {
			return zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(8<<20), zstd.WithDecoderMaxMemory(16<<20))
		}}, nil
	}
	return nil, &Refused{fmt.Sprintf("the answer is in the encoding %q, which was not asked for", coding)}
}

// lazy opens a decoder at the first read: an answer without a body, as to a
// conditional request, has no frame to open.
type lazy struct {
	open func() (io.Reader, error)
	r    io.Reader
}

func (l *lazy) Read(p []byte) (int, error) {
	if l.r == nil {
		r, err := l.open()
		if err != nil {
			return 0, err
		}
		l.r = r
	}
	return l.r.Read(p)
}

// Close lets go of the decoder's memory, and leaves what it reads from open.
func (l *lazy) Close() error {
	if z, ok := l.r.(*zstd.Decoder); ok {
		z.Close()
	}
	return nil
}
