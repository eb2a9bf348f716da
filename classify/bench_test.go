package classify

import (
	"os"
	"strings"
	"testing"

	"rung/corpus"
)

// posting is a shipped example, or b skips.
func posting(b testing.TB) corpus.Posting {
	t, err := os.ReadFile("../testdata/postings/vp.txt")
	if err != nil {
		b.Fatal(err)
	}
	return corpus.Posting{Text: corpus.Normalize(string(t))}
}

func BenchmarkClassifyTop(b *testing.B) {
	c, p := Default(), posting(b)
	b.SetBytes(int64(len(p.Text)))
	b.ReportAllocs()
	for b.Loop() {
		c.ClassifyTop(p, 3)
	}
}

func BenchmarkLoad(b *testing.B) {
	var text strings.Builder
	if _, err := Default().Model().WriteTo(&text); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		if _, err := Load(strings.NewReader(text.String()), "default"); err != nil {
			b.Fatal(err)
		}
	}
}
