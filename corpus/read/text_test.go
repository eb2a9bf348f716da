package read

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write the goldens anew")

// TestGolden reads testdata/*.txtar: the first file of each is the input, under
// its name; "want" is what Read makes of it.
func TestGolden(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no goldens", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			for p, err := range Postings(context.Background(), strings.NewReader(string(a.Files[0].Data)), a.Files[0].Name, Auto) {
				if err != nil {
					fmt.Fprintf(&b, "error: %v\n", err)
					continue
				}
				fmt.Fprintf(&b, "title: %s\ncompany: %s\nlocation: %s\nurl: %s\nposted: %s\nsource: %s\n", p.Title, p.Company, p.Location, p.URL, p.Posted.Format("2006-01-02"), p.Source)
				for _, n := range p.Notes {
					fmt.Fprintf(&b, "note: %s\n", n)
				}
				fmt.Fprintf(&b, "\n%s\n", p.Text)
			}
			if *update {
				a.Files = []txtar.File{a.Files[0], {Name: "want", Data: []byte(b.String())}}
				if err := os.WriteFile(path, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(a.Files) < 2 {
				t.Fatal("no file \"want\": run with -update and look at it")
			}
			if d := cmp.Diff(string(a.Files[1].Data), b.String()); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
}

func TestTitleOfPlainText(t *testing.T) {
	for _, c := range []struct{ name, in, title, company string }{
		{"a short first line", "VP of Engineering\n\nYou will lead.", "VP of Engineering", ""},
		{"labels", "About us\n\nJob Title: VP of Engineering\nCompany: Acme Inc.\nLead.", "VP of Engineering", "Acme Inc."},
		{"a label as an item", "- Position: Director of Engineering\n- Employer: Acme\n\nLead.", "Director of Engineering", "Acme"},
		{"a label goes before the first line", "Come and lead\nRole: VP of Engineering", "VP of Engineering", ""},
		{"a label before a sentence", "Role: You will lead the team and own what it does.\nMore.", "", ""},
		{"a sentence", "You will lead the team.\nMore.", "", ""},
		{"a sentence without an end", "We are looking for a leader\n\nMore.", "", ""},
		{"a wrapped sentence", "Our platform team needs somebody who can\nlead it.", "", ""},
		{"the heading of a part", "About the role\n\nYou will lead.", "", ""},
		{"a bullet", "- Lead\n- Own", "", ""},
		{"one line only", "VP of Engineering", "", ""},
		{"too long", "VP of Engineering for all of the many products that we make and sell\nMore.", "", ""},
	} {
		for p, err := range Postings(context.Background(), strings.NewReader(c.in), "a.txt", Text) {
			if err != nil || p.Title != c.title || p.Company != c.company {
				t.Errorf("%s: %q, %q, %v; want %q, %q", c.name, p.Title, p.Company, err, c.title, c.company)
			}
			if p.Text != c.in {
				t.Errorf("%s: the text was changed: %q", c.name, p.Text)
			}
		}
	}
}

func TestEncodingOfPlainText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"windows-1252", "We\x92re Z\xfcrich \x96 all\n", "We’re Zürich – all"},
		{"UTF-8 with mark", "\ufeffZürich\n", "Zürich"},
		{"UTF-16", "\xff\xfeZ\x00\xfc\x00r\x00i\x00c\x00h\x00", "Zürich"},
		{"UTF-8 with a torn character", "Zürich \xc3", "Zürich \ufffd"},
	} {
		for p, err := range Postings(context.Background(), strings.NewReader(c.in), "a.txt", Auto) {
			if err != nil || p.Text != c.want {
				t.Errorf("%s: %q, %v; want %q", c.name, p.Text, err, c.want)
			}
		}
	}
}
