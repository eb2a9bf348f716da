package read

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// book is a workbook that change was done to.
func book(t testing.TB, change func(*excelize.File)) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	change(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func fill(f *excelize.File, sheet string, rows ...[]any) {
	f.NewSheet(sheet)
	for i, r := range rows {
		f.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &r)
	}
}

func TestReadSheets(t *testing.T) {
	head := []any{"title", "text"}
	about := [][]any{{"Made", "by hand"}, {"On", "Monday"}}
	months := []string{"January", "February"}
	for _, c := range []struct {
		name, in string
		o        Options
		want     string
	}{
		{"title rows above the header", sheets(t, []string{"x"}, [][]any{{"Open roles"}, {}, {"Made on", "2024-03-01"}, head, {"VP", lead}}), Options{},
			"5 VP||" + lead + "\n~ the columns are named in line 4; what stands above it is left out\n"},
		{"several sheets with postings", sheets(t, months, [][]any{head, {"VP", lead}}, [][]any{{"text", "title"}, {steer, "Head"}}), Options{},
			"2 VP||" + lead + "\na.xlsx#February:2 Head||" + steer + "\n~ the postings of sheet \"February\" are read, too\n"},
		{"one sheet with postings and another", sheets(t, []string{"About", "Jobs"}, about, [][]any{head, {"VP", lead}}), Options{},
			"2 VP||" + lead + "\n~ the postings are read from sheet \"Jobs\"\n~ sheet \"About\" is not read: none of its columns has a name for the text\n"},
		{"an empty sheet beside", sheets(t, []string{"Jobs", "Sheet2"}, [][]any{head, {"VP", lead}}, nil), Options{}, "2 VP||" + lead + "\n"},
		{"a sheet by its name", sheets(t, months, [][]any{head, {"VP", lead}}, [][]any{head, {"Head", steer}}), Options{Sheet: "february"}, "2 Head||" + steer + "\n"},
		{"a sheet that is not there", sheets(t, months, [][]any{head, {"VP", lead}}, nil), Options{Sheet: "March"}, "! a.xlsx: no sheet \"March\"; the sheets are January, February\n"},
		{"no usual name", sheets(t, []string{"x", "y"}, about, [][]any{{"k", "v"}, {"1", lead}}), Options{},
			"2 ||" + lead + "\n~ no column has a usual name; the text is read from column \"v\", whose cells are the longest\n~ the postings are read from sheet \"y\"\n~ sheet \"x\" is not read: none of its columns has a name for the text\n"},
		{"a hidden sheet is told", book(t, func(f *excelize.File) {
			fill(f, "Sheet1", head, []any{"VP", lead})
			fill(f, "Old", head, []any{"Head", steer})
			f.SetSheetVisible("Old", false)
		}), Options{}, "2 VP||" + lead + "\n~ sheet \"Old\" is hidden, and not read\n"},
		{"a hidden sheet by its name", book(t, func(f *excelize.File) {
			fill(f, "Sheet1", head, []any{"VP", lead})
			fill(f, "Old", head, []any{"Head", steer})
			f.SetSheetVisible("Old", false)
		}), Options{Sheet: "Old"}, "2 Head||" + steer + "\n"},
		{"merged cells", book(t, func(f *excelize.File) {
			fill(f, "Sheet1", []any{"company", "title", "text"}, []any{"Elm", "VP", lead}, []any{nil, "Head", steer}, []any{nil, nil, nurse}, []any{"Ash", "Nurse", nurse}, []any{nil, "Lead", lead})
			f.MergeCell("Sheet1", "A2", "A4")
			f.MergeCell("Sheet1", "B3", "B4")
		}), Options{}, "2 VP|Elm|" + lead + "\n3 Head|Elm|" + steer + "\n4 Head|Elm|" + nurse + "\n5 Nurse|Ash|" + nurse + "\n6 Lead||" + lead + "\n"},
		{"a title of the table merged over columns, and rows below all", book(t, func(f *excelize.File) {
			fill(f, "Sheet1", []any{"Open roles"}, []any{"company", "title", "text"}, []any{"Elm", "VP", lead}, []any{nil, "Head", steer})
			f.MergeCell("Sheet1", "A1", "C1")
			f.MergeCell("Sheet1", "A3", "A9")
		}), Options{}, "3 VP|Elm|" + lead + "\n4 Head|Elm|" + steer + "\n~ the columns are named in line 2; what stands above it is left out\n"},
		{"a total and a header met again", sheets(t, []string{"x"}, [][]any{head, {"VP", lead}, head, {"Head", steer}, {"Total", 2}}), Options{},
			"2 VP||" + lead + "\n4 Head||" + steer + "\n~ line 5, \"Total\", is left out: a total or a note, and no posting\n"},
	} {
		if got := told(c.in, "a.xlsx", c.o); got != c.want {
			t.Errorf("%s:\ngot:\n%swant:\n%s", c.name, got, c.want)
		}
	}
}

// xml2003 is a sheet as Excel of 2003 wrote it.
func xml2003(sheets ...string) string {
	s := "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\n"
	for i, rows := range sheets {
		s += fmt.Sprintf("<Worksheet ss:Name=\"S%d\"><Table>%s</Table></Worksheet>\n", i+1, rows)
	}
	return s + "</Workbook>"
}

func TestReadTablesThatAreSavedAsSheets(t *testing.T) {
	row := func(tag string, cells ...string) string {
		return "<tr><" + tag + ">" + strings.Join(cells, "</"+tag+"><"+tag+">") + "</" + tag + "></tr>"
	}
	ml := func(cells ...string) string {
		return "<Row><Cell><Data ss:Type=\"String\">" + strings.Join(cells, "</Data></Cell><Cell><Data ss:Type=\"String\">") + "</Data></Cell></Row>"
	}
	two := "2 Director|Lark & Sons|" + lead + "\n3 VP|Elm|Lead./Own.\n"
	for _, c := range []struct{ name, file, in, want string }{
		{"th in the header", "a.xls", "<html><body><table border=1>" + row("th", "title", "company", "text") + row("td", "Director", "Lark &amp; Sons", lead) + row("td", "VP", "Elm", "Lead.<br>Own.") + "</table></body></html>", two},
		{"td in the header, thead and tbody, capitals, no ends", "a.xls", "<TABLE><THEAD><TR><TD>title<TD>company<TD><B>text</B><TBODY><TR><TD>Director<TD>Lark &amp; Sons<TD>" + lead + "<TR><TD>VP<TD>Elm<TD><p>Lead.</p><p>Own.</p></TABLE>", strings.Replace(two, "Lead./Own.", "Lead.//Own.", 1)},
		{"of Excel itself", "a.xls", "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><style>td{}</style></head><body><table>\r\n <tr>\r\n  <td>title</td>\r\n  <td>company</td>\r\n  <td>text</td>\r\n </tr>\r\n" +
			"<tr><td>Director</td><td>Lark &amp;\r\n  Sons</td><td class=xl65>" + lead + "</td></tr><tr><td>VP</td><td>Elm</td><td>Lead.<br style='mso-data-placement:same-cell;'>Own.</td></tr></table></body></html>", two},
		{"a page of another name", "a.html", "<html><body><p>Roles<table>" + row("th", "Title", "Company", "Text") + row("td", "Director", "Lark &amp; Sons", lead) + row("td", "VP", "Elm", "Lead.<br>Own.") + "</table>", two},
		{"in UTF-16", "a.xls", utf16of("<table>" + row("td", "title", "company", "text") + row("td", "Director", "Lark &amp; Sons", lead) + row("td", "VP", "Elm", "Lead.<br>Own.") + "</table>"), two},
		{"a title of the table, and cells that span", "a.xls", "<table><tr><th colspan=3>Roles</th></tr>" + row("th", "company", "title", "text") + "<tr><td rowspan=2>Elm</td><td>VP</td><td>" + lead + "</td></tr>" + row("td", "Head", steer) + row("td", "Ash", "Nurse", nurse) + "</table>",
			"3 VP|Elm|" + lead + "\n4 Head|Elm|" + steer + "\n5 Nurse|Ash|" + nurse + "\n"},
		{"a table within a table", "a.xls", "<table><tr><td>x</td><td><table>" + row("td", "title", "text") + row("td", "VP", lead) + "</table></td></tr><tr><td>y</td></tr></table>", "2 VP||" + lead + "\n"},
		{"no usual name", "a.xls", "<table>" + row("td", "a", "b") + row("td", "1", lead) + "</table>", "2 ||" + lead + "\n"},
		{"XML of 2003", "a.xls", xml2003(ml("title", "company", "text") + ml("Director", "Lark &amp; Sons", lead) + ml("VP", "Elm", "Lead.&#10;Own.")), two},
		{"XML of 2003, by the name of .xml, with gaps and several sheets", "a.xml", xml2003(ml("x", "y"), ml("Roles")+ml("title", "company", "text")+
			"<Row ss:Index=\"5\"><Cell ss:MergeDown=\"1\"><Data ss:Type=\"String\">VP</Data></Cell><Cell ss:Index=\"3\"><Data ss:Type=\"String\">"+lead+"</Data></Cell></Row><Row><Cell ss:Index=\"3\"><Data ss:Type=\"String\">"+steer+"</Data></Cell></Row>", ml("title", "text")+ml("Nurse", nurse)),
			"5 VP||" + lead + "\n6 VP||" + steer + "\n" + "a.xml#S3:2 Nurse||" + nurse + "\n"},
		{"XML of 2003, cut short", "a.xls", xml2003(ml("title", "text") + ml("VP", lead) + "<Row>|")[:strings.IndexByte(xml2003(ml("title", "text")+ml("VP", lead)+"<Row>|"), '|')], "2 VP||" + lead + "\n! a.xls: reading on after row 3: the file is cut short\n"},
		{"a page with a table of facts is one posting", "a.html", "<html><body><h1>VP of Engineering</h1><table>" + row("td", "Location", "Leeds") + row("td", "Company", "Elm") + "</table><p>" + lead + "<p>" + steer + "</body></html>", "1 VP of Engineering|Elm|VP of Engineering//Location/Leeds/Company/Elm//" + lead + "//" + steer + "\n"},
	} {
		if got := show(c.in, c.file, Options{}); got != c.want {
			t.Errorf("%s:\ngot:\n%swant:\n%s", c.name, got, c.want)
		}
	}
}

// TestAttackCellsThatSpanManyRowsAreFilledToABound, and the rows are all read.
func TestAttackCellsThatSpanManyRowsAreFilledToABound(t *testing.T) {
	in := "<table><tr><td>title<td>text<tr>" + strings.Repeat("<td rowspan=60000>a", 10_000) + strings.Repeat("<tr><td>b", 50_000)
	r := &pageRows{t: tablesOf([]byte(in))[0], spans: map[int]pageCell{}}
	n := 0
	for ; r.next() == nil; n++ {
	}
	if n != 50_002 || r.filled > maxSpans+maxColumns {
		t.Errorf("%d rows, %d cells filled", n, r.filled)
	}
}

func TestFoldersOfSparkHoldOnlyTheirParts(t *testing.T) {
	tree(t, map[string]string{
		"out/_SUCCESS": "", "out/_committed_12": "{}", "out/_started_12": "", "out/_metadata": "PAR1", "out/_common_metadata": "PAR1", "out/.part-0.csv.crc": "x", "out/part-0.crc": "x",
		"out/part-0.csv.gz": zip("title,text\nVP,Lead.\n"), "out/part-1.csv": "title,text\nHead,Own.\n", "out/part-2.csv": "", "out/_temporary/0/part-3.csv": "title,text\nx,no\n",
		"out/_delta_log/0.json": `{"text":"no"}`, "out/year=2024/part-0.csv": "title,text\nLead,Hire.\n", "out/_jobs.csv": "title,text\nMine,Mine.\n",
	})
	want := "out/_jobs.csv:2 Mine.\nout/part-0.csv.gz:2 Lead.\nout/part-1.csv:2 Own.\nout/year=2024/part-0.csv:2 Hire."
	if got := list(Options{}, "out"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	// named, a file is read whatever its name
	if got := list(Options{}, "out/_SUCCESS"); got != "! out/_SUCCESS: the file is empty" {
		t.Errorf("got %s", got)
	}
}
