package read

import (
	"archive/tar"
	"bytes"
	"encoding/base64"
	"io"
	"strings"
	"testing"
)

func tarred(nameAndText ...string) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i < len(nameAndText); i += 2 {
		w.WriteHeader(&tar.Header{Name: nameAndText[i], Mode: 0o600, Size: int64(len(nameAndText[i+1]))})
		io.WriteString(w, nameAndText[i+1])
	}
	w.Close()
	return b.String()
}

// openText and openSheet are OpenDocument files of paragraphs and of rows, which are XML.
func openText(body string) string {
	return zipped("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>`+body+`</office:text></office:body></office:document-content>`)
}

func openSheet(rows ...string) string {
	body := ""
	for _, r := range rows {
		body += `<table:table table:name="Sheet">` + r + "</table:table>"
	}
	return zipped("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:spreadsheet>`+body+`</office:spreadsheet></office:body></office:document-content>`)
}

func openRow(cells ...string) string {
	row := ""
	for _, c := range cells {
		row += "<table:table-cell><text:p>" + c + "</text:p></table:table-cell>"
	}
	return "<table:table-row>" + row + "</table:table-row>"
}

func TestFilesOfAnArchiveAreReadOneByOne(t *testing.T) {
	files := []string{"jobs/a.csv", "title,text\nVP,Lead\nHead,\n", "b.txt", "Own", ".hidden", "no", "__MACOSX/b.txt", "no", "c.docx", document("<w:r><w:t>docx</w:t></w:r>"), "logo.bin", "\x00\x01\x02", "in.zip", zipped("x.txt", "deep")}
	want := "a/jobs/a.csv:2 VP||Lead\n3! the text is empty\na/b.txt:1 ||Own\na/c.docx:1 ||docx\n0! not a file of postings: the content is binary of an unknown kind\n0! an archive within an archive: unpack the outer one, and name its folder\n"
	for name, in := range map[string]string{"zip": zipped(files...), "tar": tarred(files...), "tar.gz": zip(tarred(files...))} {
		if got := show(in, "a", Options{}); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
	n := 0
	for _, err := range Postings(t.Context(), strings.NewReader(zipped(files...)), "a", Auto) {
		if n++; err != nil {
			t.Error(err)
		}
		break
	}
	if n != 1 {
		t.Errorf("%d values after the first was enough", n)
	}
	if got := show(zipped(), "a.zip", Options{}); got != "! a.zip: the archive holds no file\n" {
		t.Errorf("an empty archive: %q", got)
	}
}

func TestBzip2AndXZAreUndone(t *testing.T) {
	for name, packed := range map[string]string{
		"a.csv.bz2": "QlpoOTFBWSZTWTu3Ax8AAAhXgAAQAAQABEEAJiQEQCAAMQNA0CAGQaKNC4O5i8Rx8XckU4UJA7twMfA=",
		"a.csv.xz":  "/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQASdGl0bGUsdGV4dApWUCxMZWFkCgAAQQMGIBxHngMAASsTnAlI0h+2830BAAAAAARZWg==",
	} {
		b, err := base64.StdEncoding.DecodeString(packed)
		if err != nil {
			t.Fatal(err)
		}
		if got := show(string(b), name, Options{}); got != "2 VP||Lead\n" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestOpenDocumentsAreRead(t *testing.T) {
	repeated := `<table:table-row><table:table-cell office:value-type="date" office:date-value="2024-03-04T00:00:00"><text:p>4 March</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"><text:p>Lead</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>`
	for _, c := range []struct{ name, in, want string }{
		{"a text", openText(`<text:h text:outline-level="1">VP</text:h><text:p>You  <text:s text:c="2"/>lead<text:line-break/>all.</text:p><text:list><text:list-item><text:p>Own</text:p><text:list><text:list-item><text:p>Deep</text:p></text:list-item></text:list></text:list-item></text:list><text:p>a<office:annotation><text:p>no</text:p></office:annotation>b</text:p>`),
			"1 VP||VP/You   lead/all./• Own/• Deep/ab\n"},
		{"a table", openText(`<table:table><table:table-row><table:table-cell><text:p>Location</text:p></table:table-cell><table:table-cell><text:p>Dublin</text:p></table:table-cell></table:table-row></table:table><text:p>You lead.</text:p>`),
			"1 Location: Dublin||Location: Dublin/You lead.\n"},
		{"a sheet", openSheet(openRow("title", "text") + `<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>` + openRow("VP", "Lead") + openRow("Head", "")),
			"5 VP||Lead\n6! the text is empty\n"},
		{"the second sheet, a title above", openSheet(openRow("About"), openRow("Our jobs")+openRow("title", "text")+openRow("VP", "Lead")), "3 VP||Lead\n"},
		{"cells and rows that repeat", openSheet(openRow("posted", "title", "text") + strings.Replace(repeated, "<table:table-row>", `<table:table-row table:number-rows-repeated="2">`, 1)), "2 Lead||Lead\n3 Lead||Lead\n"},
		{"rows without end", openSheet(openRow("title", "text") + strings.Replace(openRow("a", strings.Repeat("b", 1000)), "<table:table-row>", `<table:table-row table:number-rows-repeated="1000000">`, 1)),
			"! a: reading on after row 2: a row of 1001 bytes that is there 1000000 times\n"},
		{"no sheet of postings", openSheet(openRow("a", "b")), "! a: no column of a usual name holds the text; the columns are a, b\n"},
		{"an empty one", openSheet(""), "! a: the workbook holds no record\n"},
		{"a presentation", zipped("mimetype", "application/vnd.oasis.opendocument.presentation", "content.xml", ""), "! a: not a file of postings, but a presentation: save it as PDF\n"},
		{"an e-book", zipped("mimetype", "application/epub+zip", "META-INF/container.xml", ""), "! a: not a file of postings, but an e-book: save it as HTML or text\n"},
	} {
		if got := show(c.in, "a", Options{}); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}
