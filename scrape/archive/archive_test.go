package archive_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"testing"
	"time"

	"rung/corpus"
	"rung/corpus/warc"
	"rung/scrape/archive"
)

const (
	ad = `<html><head><title>Director of Engineering</title></head><body><h1>Director of Engineering</h1>
<p>You lead four teams of engineers in our payments group and report to the VP of Engineering. You own the delivery of the roadmap.</p>
<ul><li>Coach engineering managers and plan hiring with them</li><li>Agree quarterly goals with product</li><li>Keep the services up</li></ul></body></html>`
	jobs = `{"jobs":[{"id":7,"title":"VP of Engineering","content":"&lt;p&gt;You lead the engineering of the books of harbours.&lt;/p&gt;"}]}`
)

// add writes an answer as other programs archive it: without what it was parsed by.
func add(t *testing.T, w *warc.Writer, address, head, body string) {
	t.Helper()
	answer := "HTTP/1.1 " + head + "\r\n\r\n" + body
	if _, err := w.Write("response", time.Unix(1e9, 0), "application/http; msgtype=response", []byte(answer), len(answer)-len(body), warc.Field{Name: "WARC-Target-URI", Value: address}); err != nil {
		t.Fatal(err)
	}
}

func zipped(t *testing.T, s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.WriteString(z, s); err != nil {
		t.Fatal(err)
	}
	z.Close()
	return b.String()
}

func sample(t *testing.T) []byte {
	var b bytes.Buffer
	w := warc.NewWriter(&b, true)
	add(t, w, "https://jobs.example/1", "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", zipped(t, ad))
	add(t, w, "https://boards-api.greenhouse.io/v1/boards/elm/jobs?content=true&pay_transparency=true", "200 OK\r\nContent-Type: application/json", jobs)
	add(t, w, "https://jobs.example/2", "404 Not Found", "gone")
	add(t, w, "https://jobs.example/3", "200 OK\r\nContent-Encoding: lzma", "x")
	add(t, w, "https://jobs.example/4", "200 OK\r\nContent-Type: text/html", ad)
	return b.Bytes()
}

func TestPostingsAreReadAndFailuresAreValues(t *testing.T) {
	var ids, failed []string
	for p, err := range archive.Read(bytes.NewReader(sample(t)), "a.warc.gz", false, nil) {
		var line *corpus.LineError
		switch {
		case errors.As(err, &line):
			failed = append(failed, err.Error())
		case err != nil:
			t.Errorf("%v is no LineError", err)
		default:
			ids = append(ids, string(p.ID))
		}
	}
	if got := strings.Join(ids, " "); got != "web/jobs.example/1 greenhouse/elm/7 web/jobs.example/4" {
		t.Errorf("postings %s", got)
	}
	if len(failed) != 1 || !strings.Contains(failed[0], `https://jobs.example/3: the answer is in the encoding "lzma"`) {
		t.Errorf("failures %q", failed)
	}
}

func TestAnArchiveThatIsCutGivesWhatItHolds(t *testing.T) {
	b := sample(t)
	n, last := 0, error(nil)
	for _, err := range archive.Read(bytes.NewReader(b[:len(b)-20]), "a.warc.gz", false, nil) {
		if n++; err != nil {
			last = err
		}
	}
	if n < 4 || last == nil || !strings.Contains(last.Error(), "a.warc.gz") {
		t.Errorf("%d values, then %v", n, last)
	}
	for _, err := range archive.Read(strings.NewReader("no archive"), "a.warc", false, nil) {
		if !errors.Is(err, warc.ErrNot) {
			t.Errorf("no archive: %v", err)
		}
	}
	for range archive.Read(bytes.NewReader(b), "a.warc.gz", false, nil) {
		break // the reader has enough
	}
}

// A record that was changed is read, and counted, or left out where that is wanted.
func TestChangedRecords(t *testing.T) {
	var b bytes.Buffer
	w := warc.NewWriter(&b, false)
	if _, err := w.Write("warcinfo", time.Unix(1e9, 0), "application/warc-fields", []byte("software: test\r\n"), -1); err != nil {
		t.Fatal(err)
	}
	add(t, w, "https://jobs.example/1", "200 OK\r\nContent-Type: text/html", ad)
	add(t, w, "https://jobs.example/robots.txt", "200 OK\r\nContent-Type: text/plain", "User-agent: *")
	add(t, w, "https://jobs.example/2", fmt.Sprintf("200 OK\r\nContent-Type: text/html\r\nContent-Length: %d", len(ad)), ad)
	add(t, w, "https://jobs.example/3", "200 OK\r\nContent-Type: text/html", ad)
	good := b.String()
	parts := strings.SplitAfter(good, "\r\n\r\nWARC/1.1")
	spoil := func(n int, old, new string) {
		if !strings.Contains(parts[n], old) {
			t.Fatalf("%q is not in record %d", old, n+1)
		}
		parts[n] = strings.Replace(parts[n], old, new, 1)
	}
	spoil(0, "software", "softwear")
	spoil(1, "lead four", "lead five")
	spoil(2, "agent: *", "agent: x")
	spoil(3, "lead four", "lead five")
	const said = "archive a.warc has 4 records that differ from their digests, which were read all the same"
	for _, c := range []struct {
		name, archive string
		verify        bool
		ids, failed   string
		said          string
	}{
		{"whole", good, false, "1 2 3", "", ""},
		{"whole, verified", good, true, "1 2 3", "", ""},
		{"changed", strings.Join(parts, ""), false, "1 2 3", "", said},
		{"changed, verified", strings.Join(parts, ""), true, "3", `a.warc: record 1, a warcinfo, differs from its WARC-Block-Digest: it was changed or damaged
a.warc: https://jobs.example/1: record 2, a response, differs from its WARC-Block-Digest: it was changed or damaged
a.warc: https://jobs.example/robots.txt: record 3, a response, differs from its WARC-Block-Digest: it was changed or damaged
a.warc: https://jobs.example/2: record 4, a response, differs from its WARC-Block-Digest: it was changed or damaged`, ""},
	} {
		var ids, failed, told []string
		for p, err := range archive.Read(strings.NewReader(c.archive), "a.warc", c.verify, func(s string) { told = append(told, s) }) {
			if err != nil {
				failed = append(failed, err.Error())
			} else {
				ids = append(ids, strings.TrimPrefix(string(p.ID), "web/jobs.example/"))
			}
		}
		if got := strings.Join(ids, " "); got != c.ids {
			t.Errorf("%s: postings %s, want %s", c.name, got, c.ids)
		}
		if got := strings.Join(failed, "\n"); got != c.failed {
			t.Errorf("%s: errors\n%s\nwant\n%s", c.name, got, c.failed)
		}
		if got := strings.Join(told, "\n"); got != c.said {
			t.Errorf("%s: said %q, want %q", c.name, got, c.said)
		}
	}
}

func TestNothingOfTheNetworkOrOfAStoreIsLinked(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Skip(err)
	}
	for _, p := range strings.Fields(string(out)) {
		if p == "rung/corpus/store" || p == "rung/scrape" || p == "database/sql" || strings.Contains(p, "/colly") {
			t.Errorf("it links %s", p)
		}
	}
}
