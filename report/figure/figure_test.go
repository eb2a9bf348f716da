package figure

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"rung/report/table"
)

func render(t *testing.T, name, format string, tab *table.Table, opt Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Draw(&b, name, format, tab, opt); err != nil {
		t.Fatalf("%s as %s: %v", name, format, err)
	}
	return b.Bytes()
}

func TestEveryFigureIsDrawnInBothFormatsTheSameTwice(t *testing.T) {
	for _, name := range Figures() {
		for _, format := range Formats() {
			first := render(t, name, format, samples()[name], Options{DPI: 100})
			if !bytes.Equal(first, render(t, name, format, samples()[name], Options{DPI: 100})) {
				t.Errorf("%s as %s: other bytes the second time", name, format)
			}
			if format == "png" {
				img, err := png.Decode(bytes.NewReader(first))
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				if got, want := img.Bounds().Dx(), int(math.Round(84/25.4*100)); got < want-1 || got > want+1 {
					t.Errorf("%s: %d pixels wide, want %d for 84 mm at 100 an inch", name, got, want)
				}
			}
		}
	}
}

// texts are the texts of an SVG, in the order of drawing.
func texts(t *testing.T, svg []byte) []string {
	t.Helper()
	var list []string
	d := xml.NewDecoder(bytes.NewReader(svg))
	in := ""
	for {
		token, err := d.Token()
		if err == io.EOF {
			return list
		}
		if err != nil {
			t.Fatalf("not XML: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			in = token.Name.Local
		case xml.CharData:
			if s := strings.TrimSpace(string(token)); s != "" && in != "style" {
				list = append(list, s)
			}
		}
	}
}

func TestFiguresSayWhatTheyShow(t *testing.T) {
	for name, want := range map[string][]string{
		"levels":           {"Director", "VP", "Unsure", "Neither", "Larkfield Commerce (18)", "Northwind Traders… (54)", "Share of postings (%)", "n = 1,288, missing 12. Lines: 95 % low to 95 % high.", "60"},
		"differences":      {"Time horizon", "Mean contribution (log-odds)", "Hedges’ g", "0.30", "−0.5"},
		"terms":            {"Log-odds of the term", "p&l 0", "sprint planning and…", "n = 512. Lines: 95 % low to 95 % high. Director: the strongest 12 of 15. VP: the"},
		"pay":              {"Director (120)", "Neither (3)", "Pay (USD a year)", "200,000"},
		"experience":       {"In all (350)", "Experience (years)"},
		"time":             {"Share of postings (%)", "Month of posting", "2025-01", "Director", "VP", "Unsure"},
		"calibration":      {"Stated probability of VP (%)", "Observed share of VP (%)", "100"},
		"coverage":         {"Part of the postings decided (%)", "Accuracy of these (%)", "n = 288. Bands: 95 % low to 95 % high."},
		"skills":           {"equity 4"},
		"responsibilities": {"equity 4"},
	} {
		got := texts(t, render(t, name, "svg", samples()[name], Options{}))
		for _, w := range want {
			if !slices.Contains(got, w) {
				t.Errorf("%s: no %q in %q", name, w, got)
			}
		}
	}
}

func TestAPictureHasATitleForThoseWhoDoNotSeeIt(t *testing.T) {
	got := string(render(t, "levels", "svg", samples()["levels"], Options{}))
	for _, want := range []string{`role="img"`, "<title>Levels by company</title>", "<desc>Postings by level &amp; company.</desc>", "Arial,Helvetica,sans-serif"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s", want)
		}
	}
}

// circles are the centres of the filled circles of an SVG, the marks of Director.
var circles = regexp.MustCompile(`<path d="M([0-9.]+),([0-9.]+)A[^"]*" style="fill:#0072B2`)

func TestMarksStandWhereTheTableSays(t *testing.T) {
	tab := samples()["calibration"]
	svg := render(t, "calibration", "svg", tab, Options{})
	found := circles.FindAllSubmatch(svg, -1)
	if len(found) != len(tab.Rows) {
		t.Fatalf("%d marks for %d rows", len(found), len(tab.Rows))
	}
	at := func(i, j int) float64 {
		f, err := strconv.ParseFloat(string(found[i][j]), 64)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	// Places must be a straight line of the values, in both directions.
	for j, key := range []int{3, 4} { // mean_probability, observed
		last := len(found) - 1
		v := func(i int) float64 { return tab.Rows[i][key].Number }
		slope := (at(last, j+1) - at(0, j+1)) / (v(last) - v(0))
		for i := range found {
			if want := at(0, j+1) + slope*(v(i)-v(0)); math.Abs(at(i, j+1)-want) > .05 {
				t.Errorf("row %d: mark at %v, want %v", i+1, at(i, j+1), want)
			}
		}
		if slope <= 0 {
			t.Errorf("column %d runs backwards", key)
		}
	}
}

func TestNoTextRunsOverTheEdge(t *testing.T) {
	rotated := regexp.MustCompile(`<g transform="rotate\(90\)">[^§]*?</g>`)
	place := regexp.MustCompile(`<text x="([-0-9.]+)" y="[-0-9.]+"[^>]*>([^<]*)`)
	for _, width := range []float64{60, 84, 174} {
		for name, tab := range samples() {
			svg := rotated.ReplaceAll(render(t, name, "svg", tab, Options{Width: width}), nil)
			found := place.FindAllSubmatch(svg, -1)
			if len(found) < 8 {
				t.Errorf("%s: %d texts", name, len(found))
			}
			for _, m := range found {
				x, _ := strconv.ParseFloat(string(m[1]), 64)
				text := strings.NewReplacer("&amp;", "&", "&#39;", "'", "&lt;", "<").Replace(string(m[2]))
				size := vg.Length(bodySize)
				if bytes.Contains(m[0], []byte("font-size:6px")) {
					size = footSize
				}
				end := x + letters(size, black).Width(text).Points()
				if limit := width / 25.4 * 72; end > limit+.5 || x < -.5 {
					t.Errorf("%s at %v mm: %q from %.1f to %.1f of %.1f", name, width, text, x, end, limit)
				}
			}
		}
	}
}

func TestLevelsAreToldApartWithoutColour(t *testing.T) {
	type look struct {
		shape  string
		filled bool
	}
	seen := map[look]bool{}
	for i, s := range styles {
		l := look{"circle", s.filled}
		if s.shape != nil {
			l.shape = strconv.Itoa(len(s.shape)) + " " + strconv.FormatFloat(float64(s.shape[0].X), 'f', 2, 64)
		}
		if seen[l] {
			t.Errorf("style %d looks in grey like one before it: %v", i, l)
		}
		seen[l] = true
	}
	other := stylesOf([]string{"staff", "director", "principal"})
	if !other[1].filled || other[0].color == other[2].color || other[0].color == other[1].color {
		t.Errorf("other levels take styles that are taken: %v", other)
	}
}

func TestKeynessOfTwoLevelsRunsToTwoSides(t *testing.T) {
	tab := samples()["terms"]
	for _, row := range tab.Rows { // each level's own terms, as positive numbers
		if row[3].Number < 0 {
			row[3].Number, row[4].Number, row[5].Number = -row[3].Number, -row[5].Number, -row[4].Number
		}
	}
	got := texts(t, render(t, "terms", "svg", tab, Options{}))
	if !slices.Contains(got, "← Director\u00a0\u00a0\u00a0\u00a0\u00a0Log-odds of the term\u00a0\u00a0\u00a0\u00a0\u00a0VP →") || slices.Contains(got, "−2") {
		t.Errorf("%q", got)
	}
}

func TestWhatCannotBeDrawnIsAnError(t *testing.T) {
	empty := samples()["levels"]
	empty.Rows = nil
	missing := samples()["coverage"]
	for _, row := range missing.Rows {
		row[0] = table.Missing
	}
	for _, c := range []struct {
		name, format string
		t            *table.Table
		want         string
	}{
		{"pie", "svg", empty, `unknown figure "pie": want one of levels, differences`},
		{"levels", "gif", empty, `unknown format "gif"`},
		{"levels", "svg", empty, `table "levels" has no row with a share to draw`},
		{"coverage", "png", missing, `table "coverage" has no row with a coverage to draw`},
		{"pay", "svg", samples()["coverage"], `figure pay: table "coverage" has no column level, but coverage, accuracy, low, high`},
		{"terms", "svg", &table.Table{Name: "t", Columns: samples()["levels"].Columns}, "has no column term"},
	} {
		if err := Draw(io.Discard, c.name, c.format, c.t, Options{}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %q", err, c.want)
		}
	}
	for _, name := range Figures() {
		bare := *samples()[name]
		bare.Rows = nil
		if err := Draw(io.Discard, name, "svg", &bare, Options{}); err == nil {
			t.Errorf("%s of nothing is drawn", name)
		}
	}
}

func TestSingleRowsAndOddNumbersAreDrawn(t *testing.T) {
	for _, name := range Figures() {
		for _, value := range []float64{0, -3, 1e-12, 7e11} {
			tab := samples()[name]
			tab.Rows = tab.Rows[:1]
			for j, c := range tab.Columns {
				if c.Kind == table.Number || c.Kind == table.Money {
					tab.Rows[0][j] = table.Float(value)
				}
			}
			if got := render(t, name, "svg", tab, Options{Width: 60}); bytes.Contains(got, []byte("NaN")) || bytes.Contains(got, []byte("Inf")) {
				t.Errorf("%s of %v: a place that is no number", name, value)
			}
		}
	}
}

type full struct{}

var errFull = errors.New("no room")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestAWritersErrorComesBack(t *testing.T) {
	for _, format := range Formats() {
		if err := Draw(full{}, "levels", format, samples()["levels"], Options{}); !errors.Is(err, errFull) {
			t.Errorf("%s: %v", format, err)
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	tab := samples()["levels"]
	for _, format := range Formats() {
		b.Run(format, func(b *testing.B) {
			var out bytes.Buffer
			for b.Loop() {
				out.Reset()
				if err := Draw(&out, "levels", format, tab, Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.SetBytes(int64(out.Len()))
		})
	}
}
