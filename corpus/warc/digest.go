package warc

import (
	"bytes"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base32"
	"encoding/base64"
	"encoding/hex"
	"hash"
	"io"
	"strconv"
	"strings"
)

// Differs reads what is left of the block, and names the field whose digest is not
// that of the record; "" where there is none. Of both digests only that of the block
// is compared, unless the Reader is Thorough. Digests of other algorithms than SHA-1,
// SHA-256 and MD5 are not compared, nor is what the payload was before it was cut.
func (r *Record) Differs() string {
	b, ok := r.Block.(*block)
	if !ok {
		return ""
	}
	if _, err := io.Copy(io.Discard, b); err != nil || b.wire.N > 0 {
		return "" // torn, which Next tells
	}
	for _, s := range b.sums {
		if !s.same() {
			return s.field()
		}
	}
	return ""
}

// sum takes a digest of what is written to it.
type sum interface {
	io.Writer
	field() string
	same() bool // as the record says
}

// sums are those that a record's block is compared with.
func (r *Record) sums(all bool) (list []sum) {
	if h, want := algorithm(r.Get("WARC-Block-Digest")); h != nil {
		list = append(list, &ofBlock{h(), want})
	}
	// The digest of a payload may be that of one which is not here, or not whole.
	if len(list) > 0 && !all || r.Type() == "revisit" || r.Get("WARC-Truncated") != "" || r.Get("WARC-Segment-Number") != "" {
		return list
	}
	h, want := algorithm(r.Get("WARC-Payload-Digest"))
	if h == nil {
		return list
	}
	p := &ofPayload{sent: h(), make: h, want: want}
	p.inHead = strings.HasPrefix(strings.ToLower(r.Get("Content-Type")), "application/http")
	return append(list, p)
}

// algorithm reads a labelled digest; the hash is nil for one that is not known.
func algorithm(digest string) (h func() hash.Hash, want string) {
	label, want, _ := strings.Cut(digest, ":")
	switch strings.ToLower(label) {
	case "sha1", "sha-1":
		return sha1.New, want
	case "sha256", "sha-256":
		return sha256.New, want
	case "md5":
		return md5.New, want
	}
	return nil, ""
}

// is reports whether a digest is written as want: in base 32, as the standard's
// examples are, in hexadecimal digits or in base 64.
func is(h hash.Hash, want string) bool {
	got := h.Sum(nil)
	bare := strings.TrimRight(want, "=")
	return strings.EqualFold(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(got), bare) ||
		strings.EqualFold(hex.EncodeToString(got), want) || base64.RawStdEncoding.EncodeToString(got) == bare
}

// ofBlock is the digest of a whole block.
type ofBlock struct {
	hash.Hash
	want string
}

func (s *ofBlock) field() string { return "WARC-Block-Digest" }

func (s *ofBlock) same() bool { return is(s.Hash, s.want) }

// ofPayload is the digest of a payload: of a message of HTTP, what follows its head.
// Of one that was sent in chunks, some take the digest as it was sent, and some as
// it was put together, which is what the standard means; both are good.
type ofPayload struct {
	sent   hash.Hash
	joined hash.Hash // of what was sent in chunks; else nil
	make   func() hash.Hash
	want   string

	inHead bool
	head   []byte // as much of it as was seen
	chunks chunks
}

func (s *ofPayload) field() string { return "WARC-Payload-Digest" }

func (s *ofPayload) same() bool {
	return is(s.sent, s.want) || s.joined != nil && is(s.joined, s.want)
}

func (s *ofPayload) Write(p []byte) (int, error) {
	n := len(p)
	if s.inHead {
		seen := max(0, len(s.head)-3)
		s.head = append(s.head, p...)
		end, size := bytes.Index(s.head[seen:], []byte("\r\n\r\n")), 4
		if bare := bytes.Index(s.head[seen:], []byte("\n\n")); bare >= 0 && (end < 0 || bare < end) {
			end, size = bare, 2
		}
		if end < 0 {
			if len(s.head) > maxHead { // no message of HTTP: it has no payload to speak of
				s.head = s.head[:0]
			}
			return n, nil
		}
		end += seen + size
		s.inHead = false
		for line := range bytes.Lines(s.head[:end]) {
			name, value, _ := bytes.Cut(bytes.ToLower(line), []byte{':'})
			if string(bytes.TrimSpace(name)) == "transfer-encoding" && bytes.Contains(value, []byte("chunked")) {
				s.joined = s.make()
			}
		}
		p = s.head[end:]
		defer func() { s.head = nil }()
	}
	s.sent.Write(p)
	if s.joined != nil {
		s.chunks.join(s.joined, p)
	}
	return n, nil
}

// chunks joins what was sent in chunks (RFC 9112, section 7.1).
type chunks struct {
	left int64  // of the chunk under way
	size []byte // the line before it, as much of it as was seen
	over bool   // the last chunk was seen
}

func (c *chunks) join(w io.Writer, p []byte) {
	for len(p) > 0 && !c.over {
		if c.left > 0 {
			n := min(c.left, int64(len(p)))
			w.Write(p[:n])
			c.left, p = c.left-n, p[n:]
			continue
		}
		line, rest, whole := bytes.Cut(p, []byte{'\n'})
		if c.size = append(c.size, line...); !whole {
			c.over = len(c.size) > 4096
			return
		}
		p = rest
		digits, _, _ := bytes.Cut(c.size, []byte{';'})
		if digits = bytes.TrimSpace(digits); len(digits) > 0 { // else the end of the chunk before
			n, err := strconv.ParseInt(string(digits), 16, 64)
			c.left, c.over = n, err != nil || n <= 0
		}
		c.size = c.size[:0]
	}
}
