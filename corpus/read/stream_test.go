package read

import (
	"compress/gzip"
	"context"
	"io"
	"os"
	"path/filepath"
	"rung/corpus"
	"runtime"
	"strings"
	"testing"
)

// A stream of 100 MB must not cost more memory than a few records.
func TestReadInBoundedMemory(t *testing.T) {
	r := io.LimitReader(&endless{text: strings.Repeat(`You lead 40 people.\n\n- Own the “plan”. `, 100)}, 100<<20)
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	n, most := 0, uint64(0)
	for _, err := range Postings(context.Background(), r, "a.jsonl", JSONL) {
		if n++; n%5000 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&now)
			most = max(most, now.HeapAlloc)
		}
		if err != nil && n < 20000 { // the last record is cut by the limit
			t.Fatal(err)
		}
	}
	if n < 20000 || most > before.HeapAlloc+8<<20 {
		t.Errorf("%d records, up to %d bytes above %d", n, most-before.HeapAlloc, before.HeapAlloc)
	}
}

// shared is the folder of measured data beside the repository, or a skip.
func shared(t testing.TB, name string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Skip("not in the repository")
		}
	}
	path := filepath.Join(dir, "..", "shared", "data", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no data to measure on: %v", err)
	}
	return path
}

func TestReadSharedBackground(t *testing.T) {
	n := 0
	for p, err := range (Options{}).Files(t.Context(), []string{shared(t, "background.jsonl.gz")}) {
		if n++; err != nil {
			t.Fatal(err)
		}
		if p.Text != corpus.Normalize(p.Text) || p.ID == "" {
			t.Fatalf("%s: a text that is not normal, or no ID", p.Source)
		}
	}
	if n < 19000 {
		t.Errorf("%d records", n)
	}
}

func background(b *testing.B) string {
	f, err := os.Open(shared(b, "background.jsonl.gz"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	all, err := io.ReadAll(z)
	if err != nil {
		b.Fatal(err)
	}
	return string(all)
}

func drain(b *testing.B, in, name string) {
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for _, err := range Postings(context.Background(), strings.NewReader(in), name, Auto) {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n == 0 {
			b.Fatal("no posting")
		}
	}
}

func BenchmarkReadSharedBackground(b *testing.B) { drain(b, background(b), "a.jsonl") }

const benchText = "About us\n\nWe’re building the platform that others build on — in Berlin & Zürich.\n\nYou will\n\n" +
	"- Own the roadmap of four teams and defend it before the board\n- Hire, coach and keep managers of managers\n- Answer for a budget of $12m\n"

func BenchmarkReadJSONL(b *testing.B) {
	line := `{"id":"1","title":"VP of Engineering","company":"Acme","salary":null,"tags":["a","b"],"text":"` + strings.ReplaceAll(strings.Repeat(benchText, 8), "\n", `\n`) + "\"}\n"
	drain(b, strings.Repeat(line, 1000), "a.jsonl")
}

func BenchmarkReadCSV(b *testing.B) {
	drain(b, "id,title,company,text\n"+strings.Repeat("1,VP of Engineering,Acme,\""+strings.Repeat(benchText, 8)+"\"\n", 1000), "a.csv")
}
