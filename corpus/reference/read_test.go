package reference

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"
)

func TestReadRepairs(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"a number glued to a heading is taken off", "3Daily tasks\n\nThey bake.\n", "1 heading Daily tasks|3 paragraph They bake."},
		{"a numbered heading above a paragraph", "2. Daily tasks\n\nThey bake bread all day.\n", "1 heading Daily tasks|3 paragraph They bake bread all day."},
		{"a numbered list stays a list", "1. Bake\n2. Sell\n", "1 item Bake|2 item Sell"},
		{"a number that belongs to the word stays", "3D models of cakes are made.\n", "1 paragraph 3D models of cakes are made."},
		{"a number before a word stays", "20 bakers work there.\n", "1 paragraph 20 bakers work there."},
		{"a stray letter after the full stop goes", "They bake bread. S\n", "1 paragraph They bake bread."},
		{"a letter that ends a sentence stays", "They eat vitamin C\nand more.\n", "1 paragraph They eat vitamin C|2 paragraph and more."},
		{"Markdown headings, bullets and bold", "## Tasks\n* **Bake** bread\n", "1 heading Tasks|2 item Bake bread"},
		{"pictures before a heading go", "🥐 Tasks\n\n• Bake bread\n", "1 heading Tasks|3 item Bake bread"},
		{"a line that introduces a list is a heading", "Their tasks include:\n• Bake bread\n", "1 heading Their tasks include:|2 item Bake bread"},
		{"a short sentence is no heading", "They bake bread every day.\n\nThey sell it.\n", "1 paragraph They bake bread every day.|3 paragraph They sell it."},
		{"a last line is no heading", "They bake.\n\nBread and cakes\n", "1 paragraph They bake.|3 paragraph Bread and cakes"},
		{"CR LF and no-break spaces", "They\u00a0bake.\r\n\r\nThey\u00a0\u00a0sell.\r\n", "1 paragraph They bake.|3 paragraph They sell."},
		{"bytes that are no UTF-8", "They \xffbake.\n", "1 paragraph They bake."},
		{"a pay line is noise", "€30,000 - €40,000\nThey bake.\n", "1 noise €30,000 - €40,000|2 paragraph They bake."},
		{"an advertisement is noise, with its heading", "Bakers\n\nThey bake bread.\n\nBake better bread\n\nSign up for our course today.\n\nTasks\n\n- Bake\n",
			"1 heading Bakers|3 paragraph They bake bread.|5 noise Bake better bread|7 noise Sign up for our course today.|9 heading Tasks|11 item Bake"},
		{"a call within a sober sentence is none", "Bakers learn from millers.\n", "1 paragraph Bakers learn from millers."},
		{"a list of words that the text uses is no list of names", "Bakers know flour, yeast, salt, butter and ovens.\n\n- flour\n- yeast\n- salt\n- butter\n- ovens\n",
			"1 paragraph Bakers know flour, yeast, salt, butter and ovens.|3 item flour|4 item yeast|5 item salt|6 item butter|7 item ovens"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, err := Read("doc", strings.NewReader(tt.in))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, l := range d.Lines {
				got = append(got, fmt.Sprintf("%d %s %s", l.Row(0), l.Kind, l.Text))
			}
			if g := strings.Join(got, "|"); g != tt.want {
				t.Errorf("\n got %s\nwant %s", g, tt.want)
			}
		})
	}
}

func TestReadWrapped(t *testing.T) {
	in := "The baker rises at three in the morning and fires the\nbig oven. The miller sleeps until the bread is on the\ntable. Then he eats.\n\n- Fill the trays and carry them to the oven, one by one,\n  until the last is in.\n"
	d, err := Read("doc", strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Lines) != 2 || d.Lines[1].Kind != Item {
		t.Fatalf("want a paragraph and an item, got %d lines: %+v", len(d.Lines), d.Lines)
	}
	for _, tt := range []struct {
		line  int
		words string
		row   int
	}{{0, "The baker", 1}, {0, "big oven", 2}, {0, "The miller", 2}, {0, "Then", 3}, {1, "Fill", 5}, {1, "until the last", 6}} {
		l := &d.Lines[tt.line]
		at := strings.Index(l.Text, tt.words)
		if at < 0 {
			t.Fatalf("%q is lost from %q", tt.words, l.Text)
		}
		if got := l.Row(at); got != tt.row {
			t.Errorf("%q stands on line %d of the file, not %d", tt.words, tt.row, got)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	broken := errors.New("broken pipe")
	for _, tt := range []struct{ name, in, want string }{
		{"nothing", "", `reference document "x.txt": no sentence in it`},
		{"noise only", "$5 - $6\n\n***\n", `reference document "x.txt": no sentence in it`},
		{"a binary file", "PK\x00\x01", `reference document "x.txt": not a text; save it as plain text or Markdown`},
		{"too much", strings.Repeat("bread ", maxBytes/6+1), `reference document "x.txt": larger than 8 MiB; give the text alone`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := Read("x.txt", strings.NewReader(tt.in)); err == nil || err.Error() != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
	if _, err := Read("x.txt", iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("a reader's error must be kept: %v", err)
	}
}

func TestHash(t *testing.T) {
	d, err := Read("doc", strings.NewReader("They bake.\n"))
	if err != nil {
		t.Fatal(err)
	}
	if want := "9ce1ddf8e892bf26"; d.Hash != want {
		t.Errorf("hash %q, want %q", d.Hash, want)
	}
}
