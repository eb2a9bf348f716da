package profile

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"rung/corpus/text"
)

// background returns every nth of the real postings that lie beside the
// repository, where they do.
func background(t testing.TB, nth int) (texts []string) {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; filepath.Dir(dir) != dir; dir = filepath.Dir(dir) {
		f, err := os.Open(filepath.Join(dir, "shared", "data", "background.jsonl.gz"))
		if err != nil {
			continue
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(z)
		lines.Buffer(nil, 16<<20)
		for n := 0; lines.Scan(); n++ {
			if n%nth != 0 {
				continue
			}
			var p struct{ Text string }
			if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
				t.Fatal(err)
			}
			texts = append(texts, p.Text)
		}
		return texts
	}
	t.Skip("shared/data/background.jsonl.gz is not beside the repository")
	return nil
}

// BenchmarkReal parses and extracts real postings, one after the other.
func BenchmarkReal(b *testing.B) {
	texts := background(b, 20)
	Extract(text.Parse(sample)) // load
	n := 0
	for _, t := range texts {
		n += len(t)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	d := new(text.Document)
	for b.Loop() {
		for _, t := range texts {
			d.Reset(t)
			Extract(d)
		}
	}
	b.ReportMetric(float64(len(texts)*b.N)/b.Elapsed().Seconds(), "postings/s")
}

// BenchmarkExtract reads one posting of every kind of fact.
func BenchmarkExtract(b *testing.B) {
	d := text.Parse(sample)
	Extract(d)
	b.SetBytes(int64(len(sample)))
	b.ReportAllocs()
	for b.Loop() {
		Extract(d)
	}
}

// BenchmarkFacts leaves out the skills, which cost most.
func BenchmarkFacts(b *testing.B) {
	d := text.Parse(sample)
	b.SetBytes(int64(len(sample)))
	b.ReportAllocs()
	for b.Loop() {
		r := newReader(d)
		r.facts(new(Profile))
		r.free()
	}
}
