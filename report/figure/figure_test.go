package figure

import (
	"bytes"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"

	"rung/report/table"
)

func render(t *testing.T, name, format string, tab *table.Table, opt Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Draw(&b, name, format, tab, opt); err != nil {
		t.Fatalf("%s as %s: %v", name, format, err)
	}
	if dir := os.Getenv("FIGURES"); dir != "" { // to look at them
		if err := os.WriteFile(filepath.Join(dir, name+"."+format), b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

func TestEveryFigureIsDrawnInBothFormatsTheSameTwice(t *testing.T) {
	for _, name := range Figures() {
		for _, format := range Formats() {
			first := render(t, name, format, samples()[name], Options{})
			if !bytes.Equal(first, render(t, name, format, samples()[name], Options{})) {
				t.Errorf("%s as %s: other bytes the second time", name, format)
			}
			if format == "png" {
				img, err := png.Decode(bytes.NewReader(first))
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				if got, want := img.Bounds().Dx(), int(math.Round(84/25.4*300)); got < want-1 || got > want+1 {
					t.Errorf("%s: %d pixels wide, want %d for 84 mm at 300 a inch", name, got, want)
				}
			}
		}
	}
}
