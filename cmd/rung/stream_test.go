package main

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"rung/corpus/warc"
)

func packedAs(t *testing.T, extension string, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	switch extension {
	case ".gz":
		w := gzip.NewWriter(&out)
		w.Write(b)
		w.Close()
	case ".zst":
		w, err := zstd.NewWriter(&out)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(b)
		w.Close()
	default:
		return b
	}
	return out.Bytes()
}

// What is piped in is known by its first bytes, as a file is.
func TestAStreamIsReadAsAFileIs(t *testing.T) {
	page := `<html><body><script type="application/ld+json">{"@type":"JobPosting","title":"Director, Payments","description":"<p>You lead four engineering managers and report to the VP of Engineering. You plan each sprint with product managers, hire engineers, and run the reviews of incidents.</p>"}</script></body></html>`
	var archive bytes.Buffer
	block := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s", len(page), page)
	w := warc.NewWriter(&archive, false)
	if _, err := w.Write("response", time.Unix(0, 0), "application/http; msgtype=response", []byte(block), len(block)-len(page), warc.Field{Name: "WARC-Target-URI", Value: "https://jobs.example/1"}); err != nil {
		t.Fatal(err)
	}
	line := `{"title":"Director, Payments","text":"You lead four engineering managers and report to the VP of Engineering."}` + "\n"
	for _, c := range []struct {
		name, in string
		args     []string
	}{
		{"a web archive", archive.String(), nil},
		{"a web archive that is named so", archive.String(), []string{"--from", "warc"}},
		{"JSON Lines", line, nil},
	} {
		for _, zip := range []string{"", ".gz", ".zst"} {
			t.Run(c.name+zip, func(t *testing.T) {
				var stdout, stderr bytes.Buffer
				args := append([]string{"classify", "--to", "jsonl", "-"}, c.args...)
				code := run(context.Background(), args, bytes.NewReader(packedAs(t, zip, []byte(c.in))), &stdout, &stderr)
				if code != exitClean || strings.Count(stdout.String(), "\n") != 1 || !strings.Contains(stdout.String(), `"title":"Director, Payments"`) {
					t.Errorf("exit %d\n%s%s", code, stdout.String(), stderr.String())
				}
			})
		}
	}
}

func TestADatabaseIsNotReadFromAStream(t *testing.T) {
	var stdout, stderr bytes.Buffer
	code := run(context.Background(), []string{"classify", "-"}, strings.NewReader("SQLite format 3\x00 and so on"), &stdout, &stderr)
	want := "rung: reading stdin: a database is not read from a stream: save it as a file, and name that\nhint: nothing was classified\n"
	if code != exitNot || stderr.String() != want {
		t.Errorf("exit %d, %q\nwant %q", code, stderr.String(), want)
	}
}
