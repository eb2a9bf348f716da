package classify_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/read"
	"rung/report/row"
)

// posting is a shipped example, or b fails.
func posting(b testing.TB, name string) corpus.Posting {
	t, err := os.ReadFile("../testdata/postings/" + name)
	if err != nil {
		b.Fatal(err)
	}
	return corpus.Posting{Text: corpus.Normalize(string(t))}
}

func BenchmarkClassifyTop(b *testing.B) {
	c, p := classify.Default(), posting(b, "vp.txt")
	b.SetBytes(int64(len(p.Text)))
	b.ReportAllocs()
	for b.Loop() {
		c.ClassifyTop(p, 3)
	}
}

// BenchmarkBatch has the floor, reading and decoding JSON Lines, beside the
// whole: reading, classifying, and rendering rows with their evidence.
func BenchmarkBatch(b *testing.B) {
	var lines bytes.Buffer
	enc := json.NewEncoder(&lines)
	for range 50 {
		for _, name := range []string{"director.txt", "vp.txt"} {
			if err := enc.Encode(map[string]string{"title": "Head of it", "company": "Larkfield", "text": posting(b, name).Text}); err != nil {
				b.Fatal(err)
			}
		}
	}
	readAll := func(b *testing.B, each func(p corpus.Posting)) {
		b.SetBytes(int64(lines.Len()))
		b.ReportAllocs()
		for b.Loop() {
			n := 0
			for p, err := range read.Postings(context.Background(), bytes.NewReader(lines.Bytes()), "postings.jsonl", read.JSONL) {
				if err != nil {
					b.Fatal(err)
				}
				each(p)
				n++
			}
			if n != 100 {
				b.Fatalf("%d postings read, want 100", n)
			}
		}
	}
	b.Run("floor", func(b *testing.B) { readAll(b, func(corpus.Posting) {}) })
	b.Run("whole", func(b *testing.B) {
		c := classify.Default()
		opt := row.Options{Levels: c.Model().Levels}
		var line []byte
		readAll(b, func(p corpus.Posting) {
			v := c.ClassifyTop(p, 3)
			line = row.Append(line[:0], p, &v, opt)
		})
	})
}

func BenchmarkLoad(b *testing.B) {
	var text strings.Builder
	if _, err := classify.Default().Model().WriteTo(&text); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		if _, err := classify.Load(strings.NewReader(text.String()), "default"); err != nil {
			b.Fatal(err)
		}
	}
}
