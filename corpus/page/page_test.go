package page

import (
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"rung/corpus/attacktest"
)

var update = flag.Bool("update", false, "write the goldens anew")

func (p Page) show() string {
	var b strings.Builder
	for _, f := range [][2]string{{"id", p.ID}, {"url", p.URL}, {"title", p.Title}, {"company", p.Company}, {"location", p.Location}, {"employment", p.Employment}} {
		if f[1] != "" {
			fmt.Fprintf(&b, "%s: %s\n", f[0], f[1])
		}
	}
	if !p.Posted.IsZero() {
		fmt.Fprintf(&b, "posted: %s\n", p.Posted.Format("2006-01-02"))
	}
	if !p.ValidThrough.IsZero() {
		fmt.Fprintf(&b, "valid through: %s\n", p.ValidThrough.Format("2006-01-02"))
	}
	for _, n := range p.Notes {
		fmt.Fprintf(&b, "note: %s\n", n)
	}
	return fmt.Sprintf("%v\n%s\n%s\n", p.Kind, b.String(), p.Text)
}

// TestGolden reads testdata/*.txtar: "page.html" is the page, "want" what Parse
// makes of it.
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
			p, err := Parse(a.Files[0].Data, "")
			if err != nil {
				t.Fatal(err)
			}
			got := p.show()
			if *update {
				a.Files = []txtar.File{a.Files[0], {Name: "want", Data: []byte(got)}}
				if err := os.WriteFile(path, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(a.Files) < 2 {
				t.Fatal("no file \"want\": run with -update and look at it")
			}
			if d := cmp.Diff(string(a.Files[1].Data), got); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
}

func TestParseFindsNoText(t *testing.T) {
	for _, s := range []string{"", " \n", "<html><head><title>Director</title></head><body><script>draw()</script></body></html>", "<div style='display:none'>x</div>"} {
		if p, err := Parse([]byte(s), ""); err == nil || !strings.Contains(err.Error(), "holds no text") {
			t.Errorf("%q: %+v, %v", s, p, err)
		}
	}
}

func TestJobsAreThoseReadWithoutAGuess(t *testing.T) {
	d, err := Open([]byte(`<script type="application/ld+json">{"@type":"Organization"}</script>
<script type="application/LD+JSON">{"@type":"JobPosting","title":"VP"}</script><script type="application/ld+json">{"@type":"JobPosting","title":"CTO",}</script>
<script type="application/ld+json">{"@type":"JobPosting","title":"the "CFO""}</script><p>Text`), "")
	if err != nil {
		t.Fatal(err)
	}
	p, err := d.Page()
	if err != nil || p.Title != "VP" || p.Kind != Listing || len(d.Jobs) != 2 || d.Jobs[0]["title"] != "VP" || d.Jobs[1]["title"] != "CTO" {
		t.Fatalf("%+v, %v, %+v", p, err, d.Jobs)
	}
}

func TestParseReadsEveryDepth(t *testing.T) {
	for _, tag := range []string{"div", "b", "ul><li", "table><tr><td", "a href=x", "section"} {
		s := "<html><body>" + strings.Repeat("<"+tag+">", 20_000) + "You will lead four teams and own what they build."
		p, err := Parse([]byte(s), "")
		if err != nil || !strings.Contains(p.Text, "lead four teams") {
			t.Errorf("20,000 <%s>: %q, %v", tag, p.Text, err)
		}
		if got := HTMLToText(s); !strings.Contains(got, "lead four teams") {
			t.Errorf("20,000 <%s> in a fragment: %.80q", tag, got)
		}
	}
}

func TestDecode(t *testing.T) {
	const text = "You will lead Zürich’s platform team, and own its plan."
	for _, c := range []struct{ name, in, contentType string }{
		{"UTF-8, undeclared", "<p>" + text, ""},
		{"UTF-8, declared as Latin-1", "<meta charset=iso-8859-1><p>" + text, ""},
		{"UTF-8 with mark", "\ufeff<p>" + text, ""},
		{"windows-1252, undeclared", "<p>You will lead Z\xfcrich\x92s platform team, and own its plan.", ""},
		{"windows-1252, declared as UTF-8", "<meta charset=utf-8><p>You will lead Z\xfcrich\x92s platform team, and own its plan.", ""},
		{"Latin-1 by its meta element", "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><p>You will lead Z\xfcrich\x92s platform team, and own its plan.", ""},
		{"by the answer's header", "<p>You will lead Z\x81rich\xd5s platform team, and own its plan.", "text/html; charset=macintosh"},
		{"with the head of the answer", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=macintosh\r\n\r\n<p>You will lead Z\x81rich\xd5s platform team, and own its plan.", ""},
		{"UTF-16", "\xff\xfe" + strings.Join(strings.Split("<p>", ""), "\x00") + "\x00" + utf16(text), ""},
	} {
		p, err := Parse([]byte(c.in), c.contentType)
		want := text
		if strings.Contains(c.in, "\x81") {
			want = strings.Replace(text, "ü", "Å", 1) // 0x81 of Macintosh
		}
		if err != nil || p.Text != want {
			t.Errorf("%s: %q, %v; want %q", c.name, p.Text, err, want)
		}
	}
	const japanese = "<meta charset=shift_jis><p>\x83e\x83X\x83g"
	if p, err := Parse([]byte(japanese), ""); err != nil || p.Text != "テスト" || len(p.Notes) != 1 || p.Notes[0] != "read as shift_jis" {
		t.Errorf("Shift-JIS: %q, %q, %v", p.Text, p.Notes, err)
	}
}

// utf16 is s in UTF-16, little end first.
func utf16(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteByte(byte(r))
		b.WriteByte(byte(r >> 8))
	}
	return b.String()
}

func TestTitles(t *testing.T) {
	const body = "<p>You will lead the four teams that build what all the others build upon.</p>"
	for _, c := range []struct{ name, in, want string }{
		{"the first heading", "<title>Acme</title><h1>VP of Engineering</h1>" + body, "VP of Engineering"},
		{"a heading that is the site's", "<title>Careers</title><h1>Careers</h1><h2>VP of Engineering</h2>" + body, "VP of Engineering"},
		{"the title before the site's name", "<title>VP of Engineering | Acme</title>" + body, "VP of Engineering"},
		{"the title behind the site's name", "<title>Acme :: VP of Engineering</title>" + body, "VP of Engineering"},
		{"a hyphen of its own", "<title>Director - Payments - Careers</title>" + body, "Director - Payments"},
		{"the site's name behind a hyphen", "<title>Director – Payments – Acme</title><meta property=og:site_name content=Acme>" + body, "Director - Payments"},
		{"for sharing", "<title>Portal</title><meta property='og:title' content='VP of Engineering'>" + body, "VP of Engineering"},
		{"a class that says so", "<title>Search results</title><div class='job-title'>VP of Engineering</div>" + body, "VP of Engineering"},
		{"a label in a table", "<title>Job details</title><table><tr><td>Job Title<td>VP of Engineering</table>" + body, "VP of Engineering"},
		{"a title in words unknown", "<h1>Chaos Wrangler</h1>" + body, "Chaos Wrangler"},
		{"none", "<title>Careers</title><h1>Jobs</h1>" + body, ""},
	} {
		if p, err := Parse([]byte(c.in), ""); err != nil || p.Title != c.want {
			t.Errorf("%s: %q, %v; want %q", c.name, p.Title, err, c.want)
		}
	}
}

func TestKinds(t *testing.T) {
	row := "<tr><td><a href=/1>Senior Engineer</a><td>Berlin</tr>"
	prose := "<p>You will lead the four teams that build what all the others build upon.</p>"
	for _, c := range []struct {
		name, in string
		want     Kind
	}{
		{"a posting", "<h1>VP of Engineering</h1>" + prose, Posting},
		{"a posting with others beside it", "<h1>VP of Engineering</h1>" + prose + "<table>" + strings.Repeat(row, 12) + "</table>", Posting},
		{"a table of jobs", "<h1>Careers</h1><table>" + strings.Repeat(row, 12) + "</table>", Listing},
		{"the results of a search", "<h1>Careers</h1><p>Showing 1 - 4 of 44</p><table>" + strings.Repeat(row, 4) + "</table>", Listing},
		{"a posting that is no more", "<h1>VP of Engineering</h1><p>Sorry, this position has been filled.</p>", Expired},
		{"a text that speaks of what is closed", "<h1>VP of Engineering</h1>" + strings.Repeat(prose, 30) + "<p>The ticket is closed when it is solved.</p>", Posting},
		{"two postings as data", `<script type="application/ld+json">[{"@type":"JobPosting","title":"A","description":"Lead one team of engineers."},{"@type":"JobPosting","title":"B","description":"Lead."}]</script>` + prose, Listing},
	} {
		p, err := Parse([]byte(c.in), "")
		if err != nil || p.Kind != c.want || (len(p.Notes) == 0) != (c.want == Posting) {
			t.Errorf("%s: %v, %q, %v; want %v", c.name, p.Kind, p.Notes, err, c.want)
		}
	}
}

// shared is the folder of saved pages beside the repository, or a skip.
func shared(t testing.TB) string {
	t.Helper()
	dir, err := filepath.Abs("../../../shared/data/pages")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no pages to measure on: %v", err)
	}
	return dir
}

// On saved pages of real boards: the kind is that of the index, postings have
// a title and a text. Four of the index's postings are closed or a template.
func TestSharedPages(t *testing.T) {
	dir := shared(t)
	f, err := os.Open(filepath.Join(dir, "index.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma = '\t'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	kinds, postings, titles, texts := 0, 0, 0, 0
	for _, row := range rows[1:] {
		b, err := os.ReadFile(filepath.Join(dir, row[0]))
		if err != nil {
			t.Fatal(err)
		}
		p, err := Parse(b, "")
		if err != nil {
			t.Errorf("%s: %v", row[0], err)
		}
		if p.Kind.String() == row[1] {
			kinds++
		} else {
			t.Logf("%s: %v, in the index %s", row[0], p.Kind, row[1])
		}
		if row[1] == "posting" {
			postings++
			if p.Title != "" {
				titles++
			}
			if len(p.Text) > 300 {
				texts++
			}
		}
	}
	t.Logf("kind %d of %d; of %d postings, %d with a title, %d with a text", kinds, len(rows)-1, postings, titles, texts)
	if kinds < 56 || titles*100 < postings*95 || texts*100 < postings*90 {
		t.Error("worse than it was")
	}
}

func FuzzPage(f *testing.F) {
	for _, s := range []string{
		"<h1>VP</h1><p>a<ul><li>b<li>c<ul><li>d", `<script type="application/ld+json">{"@type":"JobPosting","title":"x",}</script>`,
		`<div itemscope itemtype="http://schema.org/JobPosting"><b itemprop=title>x</b>`, "<pre>a\n\nb</pre>", "<table><tr><td>a<td>b", "<title>a | b - c</title><a href=x>y",
		"HTTP/1.1 200\n\n<p>x", "<meta charset=utf-16><p>x", "<p>Location<p>Berlin", "<frameset><frame>", "<svg><p>x",
	} {
		f.Add([]byte(s), "")
	}
	f.Fuzz(func(t *testing.T, b []byte, contentType string) {
		p, err := Parse(b, contentType)
		if (err == nil) != (p.Text != "") {
			t.Fatalf("%q: text %q, error %v", b, p.Text, err)
		}
		for _, s := range []string{p.Title, p.Company, p.Location} {
			if strings.ContainsAny(s, "\n") {
				t.Fatalf("%q: a field over lines: %q", b, s)
			}
		}
		HTMLToText(string(b))
		attacktest.Bounded(t, string(b), 1<<20, 1500, func() { Parse(b, contentType) })
	})
}

func BenchmarkParse(b *testing.B) {
	a, err := txtar.ParseFile("testdata/main.txtar")
	if err != nil {
		b.Fatal(err)
	}
	page := a.Files[0].Data
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := Parse(page, ""); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHTMLToText(b *testing.B) {
	s := strings.Repeat("<p>You will lead the <b>four</b> teams that build what all the others build upon.</p><ul><li>Own the plan</li><li>Hire &amp; coach</li></ul>", 40)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		HTMLToText(s)
	}
}
