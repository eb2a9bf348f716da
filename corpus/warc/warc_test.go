package warc

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

var day = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func archive(t testing.TB, zip bool) []byte {
	t.Helper()
	var b bytes.Buffer
	w := NewWriter(&b, zip)
	for _, r := range []struct{ kind, block string }{{"warcinfo", "software: test\r\n"}, {"request", "GET / HTTP/1.1\r\n\r\n"}, {"response", "HTTP/1.1 200 OK\r\n\r\nbody\n\n"}} {
		payload := -1
		if i := strings.Index(r.block, "\r\n\r\n"); i > 0 {
			payload = i + 4
		}
		if _, err := w.Write(r.kind, day, "application/http", []byte(r.block), payload, Field{"WARC-Target-URI", "https://a.example/\r\nX: 1"}, Field{"Empty", ""}); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	for _, zip := range []bool{false, true} {
		b := archive(t, zip)
		if !bytes.Equal(b, archive(t, zip)) {
			t.Error("the same records make two archives")
		}
		r := NewReader(bytes.NewReader(b))
		var kinds, blocks []string
		for {
			rec, err := r.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			block, err := io.ReadAll(rec.Block)
			if err != nil {
				t.Fatal(err)
			}
			kinds, blocks = append(kinds, rec.Type()), append(blocks, string(block))
			if !rec.Date().Equal(day) || rec.Get("warc-target-uri") != "https://a.example/  X: 1" || !strings.HasPrefix(rec.Get("WARC-Record-ID"), "<urn:uuid:") {
				t.Errorf("fields: %q", rec.Fields)
			}
		}
		if strings.Join(kinds, " ") != "warcinfo request response" || blocks[2] != "HTTP/1.1 200 OK\r\n\r\nbody\n\n" {
			t.Errorf("zip %v: %q %q", zip, kinds, blocks)
		}
	}
}

func TestBlocksNeedNotBeRead(t *testing.T) {
	r := NewReader(bytes.NewReader(archive(t, true)))
	n := 0
	for ; ; n++ {
		if _, err := r.Next(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if n != 3 {
		t.Errorf("%d records", n)
	}
}

// all reads everything and returns the error that ends it.
func all(b []byte) (n int, err error) {
	r := NewReader(bytes.NewReader(b))
	r.Thorough = true
	for {
		rec, err := r.Next()
		if err != nil {
			return n, err
		}
		if _, err := io.ReadAll(rec.Block); err != nil {
			return n, err
		}
		rec.Differs()
		n++
	}
}

func TestDefects(t *testing.T) {
	good := string(archive(t, false))
	for _, c := range []struct{ name, archive, want string }{
		{"cut short in a block", good[:len(good)-8], "cut short"},
		{"cut short in a head", good[:40], "record 1: the archive is cut short"},
		{"no length", strings.Replace(good, "Content-Length", "Content-Width", 1), `Content-Length is ""`},
		{"a negative length", strings.Replace(good, "Content-Length: ", "Content-Length: -", 1), "Content-Length is"},
		{"a line that is no field", strings.Replace(good, "WARC-Date: ", "WARC-Date ", 1), "EOF"}, // the time's colons make it one
		{"a head without end", "WARC/1.1\r\n" + strings.Repeat("a: b\r\n", 400_000), "the head is too long"},
		{"one line without end", "WARC/1.1\r\n" + strings.Repeat("a", 3<<20), "the head is too long"},
		{"a page", "<html></html>\n", "not a WARC"},
		{"an older version", strings.ReplaceAll(good, "WARC/1.1", "WARC/1.0"), "EOF"},
	} {
		if _, err := all([]byte(c.archive)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
	zipped := archive(t, true)
	if _, err := all(zipped[:len(zipped)-20]); err == nil || err == io.EOF {
		t.Errorf("a gzip that is cut short: %v", err)
	}
	if _, err := NewReader(strings.NewReader("plain text")).Next(); !errors.Is(err, ErrNot) {
		t.Errorf("a text: %v", err)
	}
	if _, err := NewReader(strings.NewReader("")).Next(); err != io.EOF {
		t.Errorf("nothing: %v", err)
	}
}

func FuzzReader(f *testing.F) {
	f.Add(archive(f, false))
	f.Add(archive(f, true))
	f.Fuzz(func(t *testing.T, b []byte) {
		if n, err := all(b); err == nil || n > len(b) {
			t.Errorf("%d records, %v", n, err)
		}
	})
}

func BenchmarkReader(b *testing.B) {
	var a bytes.Buffer
	w := NewWriter(&a, true)
	block := bytes.Repeat([]byte("You lead four teams. "), 250)
	for range 200 {
		w.Write("response", day, "application/http", block, 0)
	}
	b.SetBytes(int64(200 * len(block)))
	for b.Loop() {
		if n, _ := all(a.Bytes()); n != 200 {
			b.Fatal(n)
		}
	}
}
