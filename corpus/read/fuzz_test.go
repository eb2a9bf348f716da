package read

import (
	"errors"
	"rung/corpus"
	"strings"
	"testing"
)

// FuzzRead reads anything as every format: no panic, no endless stream, every
// posting normal and with a place, every error with the file's name, and
// nothing after the error that ends a stream.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		`{"text":"a","title":"<b>x</b>"}` + "\n{", "[{\"text\":1},{}", "{\n\"jobs\":[{\"body\":\"x\"}]}", "title,text\na,\"b\nc\"\n\"", "\ufeffa;description\n1;\"x\"\"y\"\n",
		"# T\n\n* [a](b) **c\n---\n", "---\ntitle: x\n---\ny", "<h1>T</h1><p>a<ul><li>b", "\xff\xfea\x00", "Title: x\n\nwe\nwrap", "\x1f\x8b\x08\x00", "&lt;p&gt;", "sep=;\na;text\n;b",
		"a,\n\ntitle,text\r\nb,\"\\\"c\\\",\"\n#\nTotal: 1\ntitle,text\n", "text\tposted\ra\t1/2/2024\rb\t31-1-24", "<table><tr><td>title<td>text<tr><td rowspan=3>a<td>b<tr><td>c",
		"<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet><Row><Cell><Data>text</Data></Cell></Row><Row><Cell MergeDown=\"2\"><Data>a</Data></Cell></Row>",
	} {
		f.Add(s, uint8(0))
		f.Add(s, uint8(len(s)))
	}
	f.Fuzz(func(t *testing.T, s string, format uint8) {
		n, ended := 0, false
		for p, err := range Postings(t.Context(), strings.NewReader(s), "name", Format(format%uint8(TSV+1))) {
			if n++; n > len(s)+2 {
				t.Fatal("more records than bytes")
			}
			if ended {
				t.Fatal("a record after the error that ended the stream")
			}
			var le *corpus.LineError
			switch {
			case err == nil:
				if p.Text == "" || p.Text != corpus.Normalize(p.Text) || p.ID == "" || !strings.HasPrefix(p.Source, "name:") {
					t.Fatalf("%+v", p)
				}
				if strings.ContainsAny(p.Title+p.Company+p.Location, "\n\r") {
					t.Fatalf("a field over lines: %+v", p)
				}
			case errors.As(err, &le):
				if le.File != "name" || le.Line < 0 || le.Line > strings.Count(s, "\n")+strings.Count(s, "\r")+strings.Count(s, "<")+1 { // rows of a page are counted
					t.Fatalf("%+v", le)
				}
			default:
				ended = true
				if !strings.HasPrefix(err.Error(), "name: ") {
					t.Fatal(err)
				}
			}
		}
	})
}
