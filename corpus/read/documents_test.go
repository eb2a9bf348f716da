package read

import (
	archive "archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"

	"rung/corpus"
	"rung/corpus/page"
	"rung/corpus/paper/papertest"
)

// document is a DOCX of paragraphs, which are XML.
func document(paragraphs ...string) string {
	body := ""
	for _, p := range paragraphs {
		body += "<w:p>" + p + "</w:p>"
	}
	return zipped("[Content_Types].xml", "<x/>", "word/document.xml", `<w:document xmlns:w="w"><w:body>`+body+`</w:body></w:document>`)
}

func zipped(nameAndText ...string) string {
	var b bytes.Buffer
	z := archive.NewWriter(&b)
	for i := 0; i < len(nameAndText); i += 2 {
		w, err := z.Create(nameAndText[i])
		if err != nil {
			panic(err)
		}
		io.WriteString(w, nameAndText[i+1])
	}
	z.Close()
	return b.String()
}

// printed is a PDF of one page with a line each.
func printed(lines ...string) string {
	draw := "BT /F 12 Tf 16 TL 72 700 Td "
	for _, l := range lines {
		draw += "(" + l + ") Tj T* "
	}
	return string(papertest.PDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(draw+"ET"), draw+"ET"),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"))
}

func columned[T any](t testing.TB, rows ...T) string {
	t.Helper()
	var b bytes.Buffer
	if err := parquet.Write(&b, rows); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

type row3 struct {
	Job_Title   string
	Description string
	Company     struct{ Name string }
}

func row3s(t testing.TB) string {
	a := row3{Job_Title: "VP", Description: "<p>Lead</p><ul><li>Own</ul>"}
	a.Company.Name = "Acme"
	return columned(t, a, row3{Description: " "}, row3{Description: "Two"})
}

func sheets(t testing.TB, names []string, rows ...[][]any) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, name := range names {
		if i == 0 {
			f.SetSheetName("Sheet1", name)
		} else if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for j, r := range rows[i] {
			if err := f.SetSheetRow(name, fmt.Sprintf("A%d", j+1), &r); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestReadColumnsAndDocuments(t *testing.T) {
	type payload struct {
		K       int
		Payload struct {
			Body  string
			Title string
			Org   struct{ Employer string }
		}
	}
	var nested payload
	nested.Payload.Body, nested.Payload.Title = "Lead people", "VP"
	type board struct {
		Jobs []struct{ Title, Description string }
	}
	listed := board{}
	listed.Jobs = append(listed.Jobs, struct{ Title, Description string }{"VP", "Lead a"}, struct{ Title, Description string }{"Head", "Lead b"})
	type foo struct {
		Foo string
		Bar struct{ Baz int64 }
	}
	for _, c := range []struct{ name, file, in, want string }{
		{"Parquet, nested and with an empty text", "a.parquet", row3s(t), "1 VP|Acme|Lead//- Own\n2! the text is empty\n3 ||Two\n"},
		{"Parquet by content, gzipped", "a", zip(row3s(t)), "1 VP|Acme|Lead//- Own\n2! the text is empty\n3 ||Two\n"},
		{"Parquet, the last part of a name", "a.parquet", columned(t, nested), "1 VP||Lead people\n"},
		{"Parquet, several postings in a row", "a.parquet", columned(t, listed), "1 VP||Lead a\n1#2 Head||Lead b\n"},
		{"Parquet without a text", "a.parquet", columned(t, foo{}), "! a.parquet: no column of a usual name holds the text; the columns are Foo, Bar.Baz\n"},
		{"Parquet without rows", "a.parquet", columned[foo](t), "! a.parquet: the file holds no record\n"},
		{"Parquet, cut short", "a.parquet", row3s(t)[:200], "! a.parquet: the file is cut short: its footer is missing\n"},
		{"Parquet, encrypted", "a", "PARE" + row3s(t)[4:], "! a: the file is encrypted\n"},
		{"DOCX", "a.docx", document("<w:r><w:t>VP of Engineering</w:t></w:r>", "<w:r><w:t>Company: Acme</w:t></w:r>"), "1 VP of Engineering|Acme|VP of Engineering/Company: Acme\n"},
		{"DOCX by content", "a", document("<w:r><w:t>VP of Engineering</w:t></w:r>", "<w:r><w:t>Lead</w:t></w:r>"), "1 VP of Engineering||VP of Engineering/Lead\n"},
		{"DOCX, cut short", "a.docx", document("")[:100], "! a.docx: the archive is damaged or cut short: zip: not a valid zip file\n"},
		{"a zip of something else", "a.zip", zipped("x.txt", "Lead"), "a.zip/x.txt:1 ||Lead\n"},
		{"a picture", "a.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\x0d", "! a.png: not a file of postings, but a picture: recognise its text first (OCR), or paste it as plain text\n"},
		{"Arrow", "a.feather", "ARROW1\x00\x00\xff\xff\xff\xff", "! a.feather: not a file of postings, but an Arrow or Feather file: save it as Parquet\n"},
		{"a word that begins like a file of another kind", "a.txt", "ORC is hiring a VP.", "1 ||ORC is hiring a VP.\n"},
		{"7-Zip", "a.7z", "7z\xbc\xaf\x27\x1c\x00\x04\x00\x00\x00\x01", "! a.7z: not a file of postings, but a 7-Zip archive: unpack it, and name the files or their folder\n"},
		{"an old workbook", "a.xls", "\xd0\xcf\x11\xe0" + strings.Repeat("\x00", 100), "! a.xls: a file of an old or encrypted Office format: save it as DOCX or XLSX without a password\n"},
		{"a presentation", "a", zipped("ppt/presentation.xml", ""), "! a: not a file of postings, but a presentation: save it as PDF\n"},
		{"PDF", "a.pdf", printed("VP of Engineering", "You will lead."), "1 VP of Engineering||VP of Engineering/You will lead.\n"},
		{"PDF without text", "a.pdf", printed(), "! a.pdf: the file holds no text, only pictures or nothing: recognise the text first (OCR), or paste it as plain text\n"},
		{"PDF, cut short", "a.pdf", printed("x")[:300], "! a.pdf: the file is cut short: its end is missing\n"},
		{"XLSX", "a.xlsx", sheets(t, []string{"Jobs"}, [][]any{{"Job Title", "Company", " Description "}, {"VP", "Acme", "Lead\n• Own"}, {}, {"Head", "", ""}, {"Head", nil, "Two"}}),
			"2 VP|Acme|Lead/• Own\n4! the text is empty\n5 Head||Two\n"},
		{"XLSX, the second sheet", "a", sheets(t, []string{"About", "Jobs"}, [][]any{{"Source", "x"}}, [][]any{{"id", "text"}, {7, "Lead"}}), "2 ||Lead\n"},
		{"XLSX without a text", "a.xlsx", sheets(t, []string{"Jobs"}, [][]any{{"a", "b"}, {1, 2}}),
			"! a.xlsx: no column of a usual name holds the text; the columns are a, b\n"},
		{"XLSX, empty", "a.xlsx", sheets(t, []string{"Jobs"}, nil), "! a.xlsx: the workbook holds no record\n"},
	} {
		if got := show(c.in, c.file, Options{}); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestReadNamedColumnsOfParquet(t *testing.T) {
	in := columned(t, struct {
		Text, Title string
		Raw         struct{ Blob, Head string }
	}{"no", "no", struct{ Blob, Head string }{"Lead", "VP"}})
	for _, c := range []struct{ text, title, want string }{
		{"Raw.Blob", "Raw.Head", "1 VP||Lead\n"},
		{"blob", "", "1 no||Lead\n"},
		{"x", "", "! a: no column \"x\"; the columns are Text, Title, Raw.Blob, Raw.Head\n"},
		{"", "y", "! a: no column \"y\"; the columns are Text, Title, Raw.Blob, Raw.Head\n"},
	} {
		if got := show(in, "a", Options{TextColumn: c.text, TitleColumn: c.title}); got != c.want {
			t.Errorf("%q, %q: %q, want %q", c.text, c.title, got, c.want)
		}
	}
}

func TestReadSaysWhichColumnsItTook(t *testing.T) {
	var said []string
	for _, err := range (Options{Said: func(s string) { said = append(said, s) }}).Read(t.Context(), strings.NewReader(row3s(t)), "a") {
		var line *corpus.LineError
		if err != nil && !errors.As(err, &line) {
			t.Fatal(err)
		}
	}
	if got, want := strings.Join(said, "; "), `text is read from column "Description"; title is read from column "Job_Title"; company is read from column "Company.Name"`; got != want {
		t.Errorf("said %s, want %s", got, want)
	}
}

// A damaged row group costs its rows, told as one error that counts them, and no others.
func TestReadDamagedParquet(t *testing.T) {
	type row struct{ ID, Text string }
	var b bytes.Buffer
	w := parquet.NewGenericWriter[row](&b, parquet.MaxRowsPerRowGroup(100))
	for i := range 300 {
		if _, err := w.Write([]row{{fmt.Sprint(i), strings.Repeat(fmt.Sprintf("lead %d ", i), 20)}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	in := b.Bytes()
	f, err := parquet.OpenFile(bytes.NewReader(in), int64(len(in)))
	if err != nil {
		t.Fatal(err)
	}
	at := f.Metadata().RowGroups[1].Columns[1].MetaData.DataPageOffset
	for i := range int64(30) {
		in[at+i] ^= 0x5a
	}
	good, bad, lost := 0, "", 0
	for _, err := range Postings(t.Context(), bytes.NewReader(in), "a.parquet", Auto) {
		if err != nil {
			bad += err.Error()
			lost += corpus.Records(err)
			continue
		}
		good++
	}
	if good != 200 || lost != 100 || !strings.HasPrefix(bad, "a.parquet:101: rows 101 to 200 cannot be read: the file is damaged: column \"Text\", the page at byte ") {
		t.Errorf("%d good, %d lost, then %s", good, lost, bad)
	}
}

func TestFilesOfAllKindsTogether(t *testing.T) {
	tree(t, map[string]string{
		"in/1.docx": document("<w:r><w:t>docx</w:t></w:r>"), "in/2.pdf": printed("pdf"), "in/3.parquet": columned(t, struct{ Text string }{"parquet"}),
		"in/4.xlsx": sheets(t, []string{"x"}, [][]any{{"text"}, {"xlsx"}}), "in/5.parquet.gz": zip(columned(t, struct{ Text string }{"parquet gz"})),
		"in/6.txt": "txt", "in/7.csv": "title,text\na,csv\n", "in/8.zip": zipped("a", ""), "in/9.md": "md", "in/other.docx": printed("named otherwise"),
	})
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	want := `in/1.docx:1 docx
in/2.pdf:1 pdf
in/3.parquet:1 parquet
in/4.xlsx:2 xlsx
in/5.parquet.gz:1 parquet gz
in/6.txt:1 txt
in/7.csv:2 csv
! in/8.zip/a: the file is empty
in/9.md:1 md
in/other.docx:1 named otherwise`
	if got := list(Options{}, "in"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if left, _ := filepath.Glob(temp + "/*"); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

// A reader that can only go forwards gives the same as one that can be read
// anywhere, also when the consumer stops.
func TestReadParquetFromAPipe(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	in := row3s(t)
	for _, r := range []io.Reader{strings.NewReader(in), io.MultiReader(strings.NewReader(in)), bytes.NewBufferString(in)} {
		n := 0
		for p, err := range Postings(t.Context(), r, "stdin", Auto) {
			if n++; err != nil || p.Title != "VP" {
				t.Errorf("%T: %+v, %v", r, p, err)
			}
			break
		}
		if n != 1 {
			t.Errorf("%T: %d postings", r, n)
		}
	}
	if left, _ := os.ReadDir(temp); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// FuzzReadDocuments reads anything as what is no text: no panic, no endless
// stream, every posting normal.
func FuzzReadDocuments(f *testing.F) {
	for i, s := range []string{row3s(f), printed("You will lead", "a"), document("<w:r><w:t>a</w:t></w:r>"), sheets(f, []string{"a"}, [][]any{{"text"}, {"x"}}),
		"<rss><channel><item><title>a</title><description>&lt;p&gt;b</description></item></channel></rss>", "Subject: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nc\n--b--\n",
		`{\rtf1\ansi{\fonttbl{\f0 A;}}\f0 a\par\u8217?b\'92\trowd c\cell d\cell\row}`, openText("<text:p>a</text:p>"), openSheet("<table:table-row><table:table-cell><text:p>text</text:p></table:table-cell></table:table-row>"), zipped("a.txt", "b")} {
		f.Add([]byte(s), uint8(i), uint16(0), byte(0))
		f.Add([]byte(s), uint8(i), uint16(len(s)/2), byte(0xff))
	}
	f.Fuzz(func(t *testing.T, b []byte, format uint8, at uint16, x byte) {
		if len(b) > 0 {
			b = bytes.Clone(b)
			b[int(at)%len(b)] ^= x
		}
		n := 0
		for p, err := range Postings(t.Context(), bytes.NewReader(b), "name", Parquet+Format(format)%(Zip-Parquet+1)) {
			if err == nil && (p.Text == "" || p.Text != corpus.Normalize(p.Text) || p.ID == "") {
				t.Fatalf("%+v", p)
			}
			if n++; n > 10_000 {
				break
			}
		}
	})
}

// TestWhatHasTooManyTagsIsToldAndNotRead: as a page, compressed, and in a field; the
// record behind it is read.
func TestWhatHasTooManyTagsIsToldAndNotRead(t *testing.T) {
	many := strings.Repeat("<b>x</b>", page.MaxTags)
	for name, in := range map[string]string{
		"a.html":  "<html><body>" + many,
		"a.jsonl": `{"text":"` + many + `"}` + "\n" + `{"text":"You lead teams."}` + "\n",
	} {
		told, read := "", 0
		for _, err := range Postings(t.Context(), strings.NewReader(in), name, Auto) {
			if err != nil {
				told += err.Error()
			} else {
				read++
			}
		}
		if !strings.Contains(told, page.ErrTags.Error()) || read != strings.Count(in, "You lead") {
			t.Errorf("%s: %q, %d read", name, told, read)
		}
	}
}
