package board_test

import (
	"testing"

	"rung/scrape/board"
)

// BenchmarkParse reads the small web's answers, a board at a time.
func BenchmarkParse(b *testing.B) {
	all := samples(b)
	for _, x := range board.All() {
		b.Run(x.Name(), func(b *testing.B) {
			var bytes int64
			for _, s := range all[x.Name()] {
				bytes += int64(len(s.Body))
			}
			b.SetBytes(bytes)
			b.ReportAllocs()
			for b.Loop() {
				for _, s := range all[x.Name()] {
					if _, err := board.Parse(s.Request, s.Body, s.ContentType, board.MaxTags); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
