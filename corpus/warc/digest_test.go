package warc

import (
	"bytes"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base32"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// record writes a record by hand, so that it may say anything.
func record(kind, contentType, block string, fields ...string) string {
	head := "WARC/1.1\r\nWARC-Type: " + kind + "\r\n"
	if contentType != "" {
		head += "Content-Type: " + contentType + "\r\n"
	}
	for _, f := range fields {
		head += f + "\r\n"
	}
	return head + fmt.Sprintf("Content-Length: %d\r\n\r\n%s\r\n\r\n", len(block), block)
}

// differs are the fields that the records of an archive differ from.
func differs(t *testing.T, r io.Reader, thorough bool) string {
	t.Helper()
	in := NewReader(r)
	in.Thorough = thorough
	var all []string
	for {
		rec, err := in.Next()
		if err == io.EOF {
			return strings.Join(all, " ")
		}
		if err != nil {
			t.Fatal(err)
		}
		io.CopyN(io.Discard, rec.Block, int64(rec.Number)) // a part of it was read before
		if field := rec.Differs(); field != "" {
			all = append(all, field)
		}
	}
}

func TestWhatIsWrittenHasItsDigests(t *testing.T) {
	for _, zip := range []bool{false, true} {
		if got := differs(t, bytes.NewReader(archive(t, zip)), true); got != "" {
			t.Errorf("zip %v: %s", zip, got)
		}
	}
	changed := strings.Replace(string(archive(t, false)), "body", "bodY", 1)
	if got := differs(t, strings.NewReader(changed), true); got != "WARC-Block-Digest" {
		t.Errorf("changed: %q", got)
	}
}

func TestDigests(t *testing.T) {
	const (
		http    = "application/http; msgtype=response"
		message = "HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody\r\n\r\nof it"
		body    = "body\r\n\r\nof it"
		chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6;x=y\r\nbody\r\n\r\n7\r\n\r\nof it\r\n0\r\nTrailer: x\r\n\r\n"
		payload = "WARC-Payload-Digest: "
		block   = "WARC-Block-Digest: "
	)
	sha := func(s string) []byte { h := sha1.Sum([]byte(s)); return h[:] }
	long := func(s string) []byte { h := sha256.Sum256([]byte(s)); return h[:] }
	short := func(s string) []byte { h := md5.Sum([]byte(s)); return h[:] }
	b32, b64 := base32.StdEncoding.EncodeToString, base64.StdEncoding.EncodeToString
	for _, c := range []struct{ name, record, want string }{
		{"none", record("response", http, message), ""},
		{"SHA-1 in base 32", record("response", http, message, block+Digest([]byte(message)), payload+Digest([]byte(body))), ""},
		{"in small letters", record("response", http, message, block+strings.ToLower(Digest([]byte(message)))), ""},
		{"in hexadecimal digits", record("response", http, message, block+"SHA1:"+hex.EncodeToString(sha(message))), ""},
		{"in base 64", record("response", http, message, block+"sha-1:"+b64(sha(message))), ""},
		{"SHA-256", record("response", http, message, block+"sha256:"+hex.EncodeToString(long(message)), payload+"sha-256:"+b32(long(body))), ""},
		{"MD5", record("response", http, message, block+"md5:"+hex.EncodeToString(short(message)), payload+"md5:"+strings.TrimRight(b32(short(body)), "=")), ""},
		{"an algorithm that is not known", record("response", http, message, block+"blake9:AAAA", payload+"crc:1"), ""},
		{"no algorithm", record("response", http, message, block+"AAAA", payload+""), ""},
		{"another SHA-256", record("response", http, message, block+"sha256:"+hex.EncodeToString(long("other"))), "WARC-Block-Digest"},
		{"another MD5", record("response", http, message, payload+"md5:"+hex.EncodeToString(short(message))), "WARC-Payload-Digest"},
		{"another payload", record("response", http, message, block+Digest([]byte(message)), payload+Digest([]byte("other"))), "WARC-Payload-Digest"},
		{"a digest cut short", record("response", http, message, block+Digest([]byte(message))[:20]), "WARC-Block-Digest"},
		{"lines that end in LF alone", record("response", http, "HTTP/1.1 200 OK\nA: b\n\n"+body, payload+Digest([]byte(body))), ""},
		{"chunks as they were sent", record("response", http, chunked, payload+Digest([]byte(chunked[strings.Index(chunked, "6;"):]))), ""},
		{"chunks put together", record("response", http, chunked, payload+Digest([]byte(body))), ""},
		{"chunks of something else", record("response", http, strings.Replace(chunked, "of", "if", 1), payload+Digest([]byte(body))), "WARC-Payload-Digest"},
		{"chunks that are none", record("response", http, strings.Replace(chunked, "6;", "zz", 1), payload+Digest([]byte(body))), "WARC-Payload-Digest"},
		{"a file is its own payload", record("resource", "text/html", message, payload+Digest([]byte(message))), ""},
		{"a payload of an earlier record", record("revisit", http, message, payload+Digest([]byte("other"))), ""},
		{"a payload that was cut", record("response", http, message, "WARC-Truncated: length", payload+Digest([]byte("other"))), ""},
		{"a block that was cut, and changed", record("response", http, message, "WARC-Truncated: length", block+Digest([]byte("other"))), "WARC-Block-Digest"},
		{"a part of a payload", record("response", http, message, "WARC-Segment-Number: 1", payload+Digest([]byte("other"))), ""},
		{"no payload at all", record("response", http, "HTTP/1.1 200 OK", payload+Digest(nil)), ""},
	} {
		for name, r := range map[string]io.Reader{"": strings.NewReader(c.record), ", byte by byte": iotest.OneByteReader(strings.NewReader(c.record))} {
			if got := differs(t, r, true); got != c.want {
				t.Errorf("%s%s: %q, want %q", c.name, name, got, c.want)
			}
		}
	}
	// Of both digests one is enough to count by.
	both := record("response", http, message, block+Digest([]byte(message)), payload+Digest([]byte("other")))
	if got := differs(t, strings.NewReader(both), false); got != "" {
		t.Errorf("not thorough: %q", got)
	}
	if got := differs(t, strings.NewReader(record("response", http, message, payload+Digest([]byte("other")))), false); got != "WARC-Payload-Digest" {
		t.Errorf("not thorough, of the payload alone: %q", got)
	}
}

// An archive that is cut anywhere gives all records before the cut, and no record of
// it is taken for a changed one.
func TestCutAnywhereTheWholeRecordsAreRead(t *testing.T) {
	good := archive(t, false)
	var ends []int // of records
	for i := range good {
		if bytes.HasPrefix(good[i:], []byte("\r\n\r\nWARC/")) {
			ends = append(ends, i)
		}
	}
	for n := range good {
		in := NewReader(bytes.NewReader(good[:n]))
		whole := 0
		for {
			rec, err := in.Next()
			if err != nil {
				break
			}
			if field := rec.Differs(); field != "" {
				t.Fatalf("cut at %d, record %d differs from its %s", n, rec.Number, field)
			}
			if b := rec.Block.(*block); b.wire.N == 0 {
				whole++
			}
		}
		want := 0
		for _, end := range ends {
			if n >= end {
				want++
			}
		}
		if whole < want {
			t.Fatalf("cut at %d: %d whole records, want %d", n, whole, want)
		}
	}
}
