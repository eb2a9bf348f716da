package reference

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write goldens and the default background anew")

// study is a txtar file of testdata, parsed.
type study struct {
	levels  [2]Level
	sources []Source
	files   map[string]string
}

func readStudy(t *testing.T, a *txtar.Archive) study {
	t.Helper()
	s := study{files: map[string]string{}}
	for _, f := range a.Files {
		s.files[f.Name] = string(f.Data)
	}
	n := 0
	for line := range strings.Lines(string(a.Comment)) {
		key, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch key {
		case "level":
			name, names, _ := strings.Cut(rest, ": ")
			s.levels[n] = Level{name, strings.Split(names, ", ")}
			n++
		case "source":
			level, file, _ := strings.Cut(rest, " ")
			doc, err := Read(strings.TrimSuffix(file, filepath.Ext(file)), strings.NewReader(s.files[file]))
			if err != nil {
				t.Fatal(err)
			}
			s.sources = append(s.sources, Source{strings.TrimPrefix(level, "-"), doc})
		}
	}
	if n != 2 || len(s.sources) == 0 {
		t.Fatal("a study needs two levels and a source")
	}
	return s
}

func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no studies in testdata", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			s := readStudy(t, a)
			passages := Attribute(s.levels, s.sources)
			golden := map[string]string{
				"lines.golden":    showLines(s.sources),
				"passages.golden": showPassages(passages),
				"keywords.golden": showKeywords(Mine(passages, DefaultBackground(), Options{Levels: s.levels}), 25),
			}
			for _, name := range []string{"lines.golden", "passages.golden", "keywords.golden"} {
				if *update {
					set(a, name, golden[name])
				} else if d := cmp.Diff(s.files[name], golden[name]); d != "" {
					t.Errorf("%s: (-want +got)\n%s", name, d)
				}
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func set(a *txtar.Archive, name, data string) {
	for i := range a.Files {
		if a.Files[i].Name == name {
			a.Files[i].Data = []byte(data)
			return
		}
	}
	a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(data)})
}

func showLines(sources []Source) string {
	var b strings.Builder
	for _, s := range sources {
		for _, l := range s.Doc.Lines {
			fmt.Fprintf(&b, "%s:%d %s %s", s.Doc.Name, l.Row(0), l.Kind, l.Text)
			if l.Note != "" {
				fmt.Fprintf(&b, " {%s}", l.Note)
			}
			b.WriteByte('\n')
		}
		for _, n := range s.Doc.Notes {
			fmt.Fprintf(&b, "%s: %s\n", s.Doc.Name, n)
		}
	}
	return b.String()
}

func showPassages(passages []Passage) string {
	var b strings.Builder
	for _, p := range passages {
		fmt.Fprintf(&b, "%s:%d %s %s %.2f %s\n", p.Doc, p.Line, p.Level, p.Difference, p.Weight, p.Text)
	}
	return b.String()
}

// showKeywords shows the first of each side.
func showKeywords(ks []Keyword, most int) string {
	var b bytes.Buffer
	for _, sign := range []float64{-1, 1} {
		n := 0
		for _, k := range ks {
			if k.Z*sign < 0 {
				continue
			}
			if n++; n > most {
				break
			}
			fmt.Fprintf(&b, "%+.2f %s (%s)", k.Z, k.Term, k.Difference)
			for _, c := range k.Cites {
				fmt.Fprintf(&b, " %s:%d", c.Doc, c.Line)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// String names a kind in goldens.
func (k Kind) String() string {
	return map[Kind]string{Paragraph: "paragraph", Item: "item", Heading: "heading", Noise: "noise"}[k]
}
