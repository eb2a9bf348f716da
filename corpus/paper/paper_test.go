package paper

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"rung/corpus/paper/papertest"
)

func stream(head, s string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", head, len(s), s)
}

func packed(s string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	io.WriteString(z, s)
	z.Close()
	return b.String()
}

// pages is a PDF with a page for each text of drawing operations; F is a font
// whose letters are half as wide as high.
func pages(draw ...string) []byte {
	widths := strings.TrimSpace(strings.Repeat("500 ", 224))
	list := []string{"<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/TrueType/Encoding/WinAnsiEncoding/FirstChar 32/Widths[" + widths + "]>>",
		stream("/Type/XObject/Subtype/Form/Matrix[1 0 0 1 0 -100]", "BT /F 10 Tf 72 500 Td (In a form) Tj ET")}
	kids := ""
	for _, d := range draw {
		n := len(list) + 1
		kids += fmt.Sprintf("%d 0 R ", n)
		list = append(list, fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R/Resources<</Font<</F 3 0 R>>/XObject<</X 4 0 R>>>>>>", n+1), stream("/Filter/FlateDecode", packed(d)))
		list[len(list)-1] = stream("/Filter/FlateDecode", packed(d))
	}
	list[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids, len(draw))
	return papertest.PDF(list...)
}

// set is the drawing of lines from (72, y) down, 12 apart, of 10 each.
func set(y int, lines ...string) string {
	return fmt.Sprintf("BT /F 10 Tf 12 TL 72 %d Td (%s) Tj ET ", y, strings.Join(lines, ") Tj T* ("))
}

func TestPDFPutsLinesTogether(t *testing.T) {
	long := "You will own the plan for three years and answer for it to the board of"
	for _, c := range []struct{ name, in, want string }{
		{"a paragraph", set(700, long, "the company, with a hyphen-", "ated word and a cross-functional cross-", "functional team."),
			long + " the company, with a hyphenated word and a cross-functional cross-functional team."},
		{"a narrow column", set(700, "You will own the plan for", "three years. It is dif-", "ficult, and you confirm", "the staffing of teams."), "You will own the plan for three years. It is difficult, and you confirm the staffing of teams."},
		{"hyphens at full lines", set(700, long+" engi-", "neering, engineering, and everything that goes with it, in a cross-", "functional group."),
			long + " engineering, engineering, and everything that goes with it, in a cross-functional group."},
		{"items", set(700, long, "\x95 Lead", "\x95 "+long, "- Own"), long + "\n• Lead\n• " + long + "\n• Own"},
		{"an item that hangs", set(700, "\x95 "+long) + "BT /F 10 Tf 80 688 Td (directors.) Tj ET", "• " + long + " directors."},
		{"a gap between paragraphs", set(700, long) + set(676, "Next"), long + "\n\nNext"},
		{"a heading", "BT /F 14 Tf 72 730 Td (About) Tj ET " + set(712, long), "About\n\n" + long},
		{"a bullet that is drawn", "60 703 m 63 703 l 63 706 l 60 706 l f " + set(700, "Lead"), "• Lead"},
		{"words placed one by one", "BT /F 10 Tf 72 700 Td [(Le) 20 (ad) -400 (people)] TJ ET", "Lead people"},
		{"a form", "q 1 0 0 1 0 0 cm /X Do Q", "In a form"},
		{"drawn twice to look bold", set(700, "Lead") + set(700, "Lead"), "Lead"},
		{"along the edge", "BT /F 10 Tf 0 1 -1 0 20 100 Tm (aside) Tj ET " + set(700, "Lead"), "Lead"},
		{"signs of Windows", set(700, "\x93Lead\x94 \x96 gr\xf6\xdfer \x80"), "“Lead” – größer €"},
		{"a picture among the words", "BI /W 2 /H 2 ID \x00(<\x01EI>\xff)\nEI " + set(700, "BI is not ID or EI"), "BI is not ID or EI"},
		{"a string that does not end", set(700, "Lead") + "BT <4", ""},
	} {
		got, err := PDF(context.Background(), pages(c.in))
		if got != c.want || (err != nil) != (c.want == "") {
			t.Errorf("%s:\n%s (%v)\nwant\n%s", c.name, got, err, c.want)
		}
	}
}

func TestPDFGoesOnOverPages(t *testing.T) {
	long := "You will own the plan for three years and answer for it to the board of"
	head := set(780, "Acme Careers")
	foot := func(n int) string { return set(30, fmt.Sprintf("Page %d of 3", n)) }
	got, err := PDF(context.Background(), pages(head+set(700, long)+foot(1), head+set(700, "directors.", "Lead")+foot(2), head+set(700, "Own")+foot(3)))
	if want := long + " directors.\nLead\nOwn"; got != want || err != nil {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
}

func TestPDFSaysWhatIsWrong(t *testing.T) {
	good := pages(set(700, "Lead"))
	mute := papertest.PDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		stream("", set(700, "Lead")), "<</Type/Font/Subtype/Type0/Encoding/Identity-H>>")
	for _, c := range []struct {
		name string
		in   []byte
		want string
	}{
		{"pictures only", pages("q 100 0 0 100 0 0 cm /Im Do Q"), "the file holds no text, only pictures"},
		{"fonts that do not tell", mute, "the fonts of the file do not say which letters they draw"},
		{"cut short", good[:len(good)/2], "the file is cut short"},
		{"too many objects", bytes.Replace(good, []byte("/Size "), []byte("/Size 99999999"), 1), "the file is damaged: it counts"},
		{"too many pages", pages(make([]string, maxPages+1)...), "more than 200 pages"},
		{"pages within themselves", papertest.PDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1>>"), "the file is damaged: reading it does not end"},
		{"no page", papertest.PDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"), "the file is damaged: it has no page"},
		{"encrypted", bytes.Replace(good, []byte("/Root"), []byte("/Encrypt<</Filter/Odd/V 9>>/ID[(a)(b)]/Root"), 1), "the file is encrypted"},
		{"a stream that inflates", pages(strings.Repeat(" ", maxPage+1)), "a page of more than 4 MB"},
		{"objects that do not end", append(papertest.PDF("<</Type/Catalog>>", stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", packed("5 0 <4"))), ' '), "the file is damaged: a stream of objects does not end"},
		{"what makes the library panic", bytes.Replace(good, []byte(" 0 R/Resources"), []byte(" 0 ]/Resources"), 1), "the file is damaged: save it anew, or paste its text"},
		{"a form in itself", papertest.PDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
			stream("", "/X Do"), stream("/Subtype/Form/Resources<</XObject<</X 5 0 R>>>>", "/X Do /X Do")), "the file holds no text"},
	} {
		got, err := PDF(context.Background(), c.in)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %q, %v; want %q", c.name, got, err, c.want)
		}
	}
}

func TestPDFOfOtherVersions(t *testing.T) {
	in := bytes.Replace(pages(set(700, "Lead")), []byte("%PDF-1.4\n"), []byte("%PDF-2.0\n"), 1)
	if got, err := PDF(context.Background(), append(in, "\n\x00\x00"...)); got != "Lead" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

// doc is a DOCX with this body.
func doc(body string, more ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i, s := range append([]string{"word/document.xml", `<w:document xmlns:w="w" xmlns:mc="mc"><w:body>` + body + "</w:body></w:document>"}, more...) {
		if i%2 == 0 {
			continue
		}
		name := append([]string{"word/document.xml", ""}, more...)[i-1]
		w, err := z.Create(name)
		if err != nil {
			panic(err)
		}
		io.WriteString(w, s)
	}
	z.Close()
	return b.Bytes()
}

func p(style, text string) string {
	return `<w:p><w:pPr>` + style + `</w:pPr><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

func TestDOCX(t *testing.T) {
	const item = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>`
	styles := `<w:styles xmlns:w="w"><w:style w:styleId="a"><w:name w:val="List Bullet"/></w:style><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
		<w:style w:styleId="b"><w:name w:val="Mine"/><w:basedOn w:val="a"/></w:style><w:style w:styleId="n"><w:name w:val="Own"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style></w:styles>`
	cell := func(ps ...string) string { return "<w:tc>" + strings.Join(ps, "") + "</w:tc>" }
	row := func(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }
	for _, c := range []struct{ name, in, want string }{
		{"paragraphs, a heading, items", p("", "Lead") + p(`<w:pStyle w:val="berschrift1"/>`, "About") + p(item, "one") + p(`<w:pStyle w:val="b"/>`, "two") + p(`<w:pStyle w:val="n"/>`, "three"),
			"Lead\n\nAbout\n• one\n• two\n• three"},
		{"an item that is none any more", p(`<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>`, "plain"), "plain"},
		{"empty paragraphs part", p("", "a") + p("", "") + p("", "") + p("", "b"), "a\n\nb"},
		{"glyphs of fonts of symbols", `<w:p><w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r><w:r><w:t xml:space="preserve"> a</w:t></w:r></w:p><w:p><w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:t> b</w:t></w:r></w:p><w:p><w:r><w:t> c</w:t></w:r></w:p><w:p><w:r><w:t>d</w:t><w:sym w:font="Wingdings" w:char="F0E0"/><w:t>e</w:t></w:r></w:p><w:p><w:r><w:sym w:font="Symbol" w:char="B3"/><w:t>5 years</w:t></w:r></w:p>`, "• a\n• b\n• c\nd→e\n≥5 years"},
		{"hyphens that show at line ends only", `<w:p><w:r><w:t>coop</w:t><w:softHyphen/><w:t>eration and man` + "\u00ad" + `agers</w:t></w:r></w:p>`, "cooperation and managers"},
		{"breaks, tabs, hyphens", `<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>`, "a\nb c-d"},
		{"changes accepted", `<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>`, "new"},
		{"a text box once", `<w:p><w:r><w:t>out</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>` + p("", "in") + `</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>` + p("", "in") + `</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`, "in\nout"},
		{"a field", `<w:p><w:r><w:instrText>HYPERLINK x</w:instrText></w:r><w:r><w:t>link</w:t></w:r></w:p>`, "link"},
		{"a table of facts", "<w:tbl>" + row(cell(p("", "Location:")), cell(p("", "Dublin"))) + row(cell(p("", "a")), cell(p("", "")), cell(p("", "b")), cell(p("", "c"))) + "</w:tbl>", "Location: Dublin\na | b | c"},
		{"a table that sets side by side", "<w:tbl>" + row(cell(p("", "Left"), p(item, "one")), cell(p("", "Right"))) + "</w:tbl>", "Left\n• one\n\nRight"},
		{"a table in a table", "<w:tbl>" + row(cell("<w:tbl>"+row(cell(p("", "x")), cell(p("", "y")))+"</w:tbl>", p("", "z")), cell(p("", "q"))) + "</w:tbl>", "x: y\nz\n\nq"},
	} {
		got, err := DOCX(context.Background(), doc(c.in, "word/styles.xml", styles))
		if got != c.want || err != nil {
			t.Errorf("%s:\n%s (%v)\nwant\n%s", c.name, got, err, c.want)
		}
	}
}

func TestDOCXSaysWhatIsWrong(t *testing.T) {
	many := make([]string, 0, 2*maxEntries+2)
	for i := range maxEntries + 1 {
		many = append(many, fmt.Sprint(i), "")
	}
	for _, c := range []struct {
		name string
		in   []byte
		want string
	}{
		{"no text", doc(p("", " ")), "the file holds no text"},
		{"XML that does not end", doc("<w:p>"), "word/document.xml is damaged"},
		{"a bomb", doc("<w:p><w:r><w:t>" + strings.Repeat("a", maxPart)), "word/document.xml is larger than 32 MB"},
		{"much text", doc("<w:p><w:r><w:t>" + strings.Repeat("a", maxText+1) + "</w:t></w:r></w:p>"), "more than 8 MB of text"},
		{"deep", doc(strings.Repeat("<w:p>", 2000) + strings.Repeat("</w:p>", 2000)), "word/document.xml is nested deeper"},
		{"many files", doc(p("", "a"), many...), "the archive holds 10002 files"},
		{"cut short", doc(p("", "a"))[:50], "the archive is damaged or cut short"},
	} {
		got, err := DOCX(context.Background(), c.in)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %.40q, %v; want %q", c.name, got, err, c.want)
		}
	}
}

// FuzzPDF and FuzzDOCX read anything: no panic, an end, a text or an error.
func FuzzPDF(f *testing.F) {
	f.Add(pages(set(700, "Lead", "\x95 Own")), uint16(0), byte(0))
	f.Add(papertest.PDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		stream("", set(700, "Lead")), "<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 6 0 R>>",
		stream("", "1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <00> <ff> <0000> endbfrange")), uint16(300), byte(1))
	f.Fuzz(func(t *testing.T, b []byte, at uint16, x byte) {
		if len(b) > 0 {
			b = bytes.Clone(b)
			b[int(at)%len(b)] ^= x
		}
		if text, err := PDF(context.Background(), b); (err == nil) != (strings.TrimSpace(text) != "") {
			t.Fatalf("%q, %v", text, err)
		}
	})
}

func FuzzDOCX(f *testing.F) {
	f.Add("<w:p><w:r><w:t>a</w:t></w:r></w:p>")
	f.Add("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p><w:tbl></w:tbl></w:tc></w:tr></w:tbl>")
	f.Add("<w:tr><w:tc></w:p></w:tbl>")
	f.Fuzz(func(t *testing.T, body string) {
		if text, err := DOCX(context.Background(), doc(body)); (err == nil) != (strings.TrimSpace(text) != "") {
			t.Fatalf("%q, %v", text, err)
		}
	})
}

func BenchmarkPDF(b *testing.B) {
	in := pages(set(700, strings.Split(strings.Repeat("You will lead the group and answer for it.\n", 50), "\n")...))
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		if _, err := PDF(context.Background(), in); err != nil {
			b.Fatal(err)
		}
	}
}
