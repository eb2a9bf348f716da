package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"rung/corpus"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/unicode"
)

// show is what a stream gives, a line a value: "3 Title|Company|text" for a
// posting of line 3, "3! error" for a bad record, "! error" for the end.
func show(in, name string, o Options) string {
	var b strings.Builder
	for p, err := range o.Read(context.Background(), strings.NewReader(in), name) {
		var le *corpus.LineError
		switch {
		case errors.As(err, &le):
			fmt.Fprintf(&b, "%s! %v\n", strings.TrimSuffix(fmt.Sprintf("%d#%d", le.Line, le.Record), "#0"), le.Err)
		case err != nil:
			fmt.Fprintf(&b, "! %v\n", err)
		default:
			line := strings.TrimPrefix(p.Source, name+":")
			fmt.Fprintf(&b, "%s %s|%s|%s\n", line, p.Title, p.Company, strings.ReplaceAll(p.Text, "\n", "/"))
		}
	}
	return b.String()
}

func TestReadRecords(t *testing.T) {
	for _, c := range []struct{ name, file, in, want string }{
		{"JSON Lines", "a.jsonl",
			`{"title":"VP","company":"Acme","text":"Lead\n\n- Own"}` + "\n" + `{"text":"Two"}`,
			"1 VP|Acme|Lead//- Own\n2 ||Two\n"},
		{"a malformed line among good ones, a blank one, CRLF", "a.jsonl",
			"{\"text\":\"one\"}\r\n\r\n{\"text\":\"two}\r\n{\"text\":\"three\"}\r\n",
			"1 ||one\n3! not JSON: a string that does not end begins at byte 9 of the record\n4 ||three\n"},
		{"usual names and nested values", "a.jsonl",
			`{"jobTitle":"VP","hiringOrganization":{"@type":"Organization","name":"Acme"},"jobDescription":"Lead"}`,
			"1 VP|Acme|Lead\n"},
		{"the better name wins wherever it stands, an empty one does not", "a.jsonl",
			`{"body":"worse","description":"better","text":""}`,
			"1 ||better\n"},
		{"text in parts", "a.jsonl",
			`{"description":["One","Two"]}` + "\n" + `{"description":{"heading":"You will","content":"<li>Own</li>"}}`,
			"1 ||One/Two\n2 ||You will/- Own\n"},
		{"sections in columns of their own", "a.jsonl",
			`{"description":"Lead.","requirements":"Ten years","benefits":null,"responsibilities":"Lead."}`,
			"1 ||Lead.//Requirements/Ten years\n"},
		{"a HTML field, plain and escaped", "a.jsonl",
			`{"content":"&lt;p&gt;You lead&lt;/p&gt;&lt;ul&gt;&lt;li&gt;R&amp;amp;D&lt;/li&gt;&lt;/ul&gt;"}` + "\n" + `{"content":"<p>A</p><ul><li>B</li></ul>","title":"R&amp;D"}`,
			"1 ||You lead//- R&D\n2 R&D||A//- B\n"},
		{"a Markdown field", "a.jsonl",
			`{"description":"**About us**\n\n* hands\\-on\n* P\\&L"}`,
			"1 ||About us//- hands-on/- P&L\n"},
		{"duplicate keys, a lone surrogate, NaN, a raw tab", "a.jsonl",
			`{"text":"first","text":"\ud800x","salary":NaN,"a":"` + "\t" + `"}`,
			"1 ||first\n"},
		{"a lone surrogate", "a.jsonl", `{"text":"a\ud800b"}`, "1 ||a\ufffdb\n"},
		{"no text, an empty one, no object", "a.jsonl",
			`{"a":1,"b":{"c":2}}` + "\n" + `{"text":" "}` + "\n[1]\n",
			"1! no column of a usual name holds the text; the columns are a, b\n2! the text is empty\n3! not JSON: '[' where an object {…} is wanted at byte 1 of the record\n"},
		{"a text that is none", "a.jsonl",
			`{"text":4711}` + "\n" + `{"text":true,"description":"Lead."}` + "\n" + `{"text":{"id":7,"on":true}}` + "\n" + `{"description":[{"id":7,"text":"Own."}]}`,
			"1! the text is 4711, and not a string\n2 ||Lead.\n3! the text is empty\n4 ||Own.\n"},
		{"an array over lines", "a.json",
			"[\n {\"text\":\"one\"},\n {\"text\":\n  \"two\"} , {\"text\":\"three\"},\n 5,\n {\"text\":\"four\"}\n]\n",
			"2 ||one\n3 ||two\n4 ||three\n5! not JSON: '5' where an object {…} is wanted at byte 1 of the record\n6 ||four\n"},
		{"a mistake within an array costs one element", "a.json",
			`[{"text":"one"},{"text" "x"},{"text":"three"}]`,
			"1 ||one\n1#2! not JSON: '\"' where \":\" is wanted at byte 9 of the record\n1#3 ||three\n"},
		{"an array cut short", "a.json", `[{"text":"one"},{"text":"tw`, "1 ||one\n1#2! not JSON: a string that does not end begins at byte 9 of the record\n"},
		{"one object over lines", "a.json", "{\n \"title\": \"VP\",\n \"text\": \"Lead\"\n}\n", "1 VP||Lead\n"},
		{"a board's answer", "a.json",
			"{\"meta\":{\"total\":2},\n\"jobs\":[\n{\"title\":\"VP\",\"content\":\"one\"},\n{\"content\":\"two\"}]}",
			"3 VP||one\n4 ||two\n"},
		{"a posting within the object, and what stands around it", "a.jsonl",
			`{"id":"7","job":{"title":"VP","description":"one","company":{"name":"Elm","description":"about"}},"tags":[{"name":"x"}]}` + "\n" +
				`{"company":"Ash","data":{"attributes":{"body":"two"}}}` + "\n" + `{"company":{"description":"about Elm"},"id":"8"}`,
			"1 VP|Elm|one\n2 |Ash|two\n3! no column of a usual name holds the text; the columns are company, id\n"},
		{"an array deep within", "a.json",
			"{\n\"data\":{\"page\":{\"n\":1,\"links\":[{\"name\":\"x\"}],\"items\":[\n{\"title\":\"VP\",\"text\":\"one\"},\n{\"text\":\"two\"}]}}}",
			"3 VP||one\n4 ||two\n"},
		{"verdicts without texts are one bad record each", "a.jsonl",
			`{"id":"1","level":"vp","reasons":[{"rule":"a","evidence":[{"quote":"x"}]},{"rule":"b"}]}` + "\n" + `{"id":"2","level":"vp","reasons":[]}`,
			"1! no column of a usual name holds the text; the columns are id, level, reasons\n" +
				"2! no column of a usual name holds the text; the columns are id, level, reasons\n"},
		{"numbers in the columns of sections are no text", "a.csv", "title,duties,benefits\nVP,-0.25,\nVP,2.1,Lunch.\nVP,Lead 3 teams.,0\n",
			"2! the text is empty\n3 VP||Benefits/Lunch.\n4 VP||Responsibilities/Lead 3 teams.\n"},
		{"CSV", "a.csv", "title,company,text\nVP,Acme,Lead\n\"A, B\",\"\"\"C\"\"\",\"one\ntwo, three\"\nX,Y,last",
			"2 VP|Acme|Lead\n3 A, B|\"C\"|one/two, three\n5 X|Y|last\n"},
		{"CSV with mark, semicolons and CRLF", "a.csv", "\ufeffid;Job Title;Job Description\r\n1;VP;\"Lead\r\nand own\"\r\n", "2 VP||Lead/and own\n"},
		{"Excel's separator line", "a.csv", "sep=;\nTitle;Text\nVP;Lead, own\n", "3 VP||Lead, own\n"},
		{"ragged rows", "a.csv", "title,text\nVP\nVP,Lead,more\nVP,\nVP,ok\n",
			"2! 1 field where the header has 2\n3! 3 fields where the header has 2\n4! the text is empty\n5 VP||ok\n"},
		{"a quote that does not close costs its line", "a.csv", "title,text\nA,\"open\nB,fine\nC,\"x \"\"y\"\" z\"\n",
			"2! a field in quotes does not end: its closing \" is missing\n3 B||fine\n4 C||x \"y\" z\n"},
		{"quotes inside a field", "a.csv", "title,text\nA,5\" disk\nB,\"a \"bold\" word\"\n", "2 A||5\" disk\n3 B||a \"bold\" word\n"},
		{"TSV", "a.tsv", "title\ttext\nVP, all\tLead \"it\"\n", "2 VP, all||Lead \"it\"\n"},
		{"no column of text", "a.csv", "a,b\n1,2\n", "! a.csv: no column of a usual name holds the text; the columns are a, b\n"},
		{"a header alone", "a.csv", "title,text\n", "! a.csv: the file holds no record\n"},
		{"an empty file", "a.csv", "", "! a.csv: the file is empty\n"},
		{"an empty file of JSON", "a.jsonl", "\n \n", "! a.jsonl: the file holds nothing but white space\n"},
		{"windows-1252 in one record", "a.jsonl", "{\"text\":\"caf\xe9\"}\n{\"text\":\"café\"}\n{\"text\":\"é \xe9\"}\n", "1 ||café\n2 ||café\n3 ||é \ufffd\n"},
		{"windows-1252 in a table", "a.csv", "title,text\nVP,\"we\x92re, all\"\n", "2 VP||we’re, all\n"},
	} {
		if got := show(c.in, c.file, Options{}); got != c.want {
			t.Errorf("%s:\ngot:\n%swant:\n%s", c.name, got, c.want)
		}
	}
}

func TestReadFields(t *testing.T) {
	in := `{"job_id":4711,"url":" https://example.com/1 ","company_name":"Acme\n Inc","location":[{"name":"Berlin"},{"name":"Zürich"}],"date_posted":"2024-02-03","scraped_at":1700000000,"text":"Lead"}`
	for p, err := range Postings(context.Background(), strings.NewReader(in), "a.jsonl", JSONL) {
		if err != nil {
			t.Fatal(err)
		}
		want := corpus.Posting{ID: "4711", URL: "https://example.com/1", Company: "Acme Inc", Location: "Berlin, Zürich", Text: "Lead", Source: "a.jsonl:1",
			Posted: time.Date(2024, 2, 3, 0, 0, 0, 0, time.UTC), Fetched: time.Unix(1700000000, 0).UTC()}
		if fmt.Sprint(p) != fmt.Sprint(want) {
			t.Errorf("got  %+v\nwant %+v", p, want)
		}
	}
}

func TestReadNamedColumnsAndWhatIsSaid(t *testing.T) {
	in := "heading,about,Text,employer,ref\nVP,Lead,no,Acme,7\nVP,Own,no,Acme,8\n"
	var said []string
	o := Options{TextColumn: "ABOUT", TitleColumn: "heading", Said: func(s string) { said = append(said, s) }}
	if got, want := show(in, "a.csv", o), "2 VP|Acme|Lead\n3 VP|Acme|Own\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := strings.Join(said, "; "), `company is read from column "employer"; id is read from column "ref"`; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	if got, want := show(in, "a.csv", Options{IDColumn: "key"}), "! a.csv: no column \"key\"; the columns are heading, about, Text, employer, ref\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := show(`{"a":"x"}`, "a.jsonl", Options{TextColumn: "b"}); got != "1! no column \"b\"; the columns are a\n" {
		t.Errorf("got %q", got)
	}
}

func TestReadGivesUpAFileWithoutText(t *testing.T) {
	got := show(strings.Repeat("{\"a\":1}\n", 500), "a.jsonl", Options{})
	if n := strings.Count(got, "\n"); n != rowsWithoutText || !strings.HasSuffix(got, "! a.jsonl: no column of a usual name holds the text; the columns are a\n") {
		t.Errorf("%d lines, the last of %q", n, got[max(0, len(got)-200):])
	}
}

func TestReadKeepsABadRecordWhole(t *testing.T) {
	in := "{\"text\":\"one\"}\n{\"text\": oops, \"b\": \"\xff\"}\n{\"text\":\"two\"}\n"
	for _, err := range Postings(context.Background(), strings.NewReader(in), "a.jsonl", Auto) {
		var le *corpus.LineError
		if errors.As(err, &le) && string(le.Raw) != "{\"text\": oops, \"b\": \"\xff\"}" {
			t.Errorf("Raw = %q", le.Raw)
		}
	}
}

func TestReadStops(t *testing.T) {
	for _, c := range []struct{ file, in string }{
		{"a.jsonl", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n"}, {"a.json", `[{"text":"a"},{"text":"b"}]`}, {"b.json", `{"jobs":[{"text":"a"},{"text":"b"}]}`},
		{"a.csv", "title,text\na,b\nc,d\n"}, {"a.txt", "a"}, {"bad.jsonl", "{\n{\n"}, {"bad.csv", "title,text\na\nb\n"},
	} {
		n := 0
		for range Postings(context.Background(), strings.NewReader(c.in), c.file, Auto) {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%s: %d values", c.file, n)
		}
	}
}

func TestReadEncodingsOfAStream(t *testing.T) {
	in := "title,text\nVP,Größe “zählt”\n"
	want := "2 VP||Größe “zählt”\n"
	for name, e := range map[string]struct {
		order unicode.Endianness
		bom   unicode.BOMPolicy
	}{"little": {unicode.LittleEndian, unicode.UseBOM}, "big": {unicode.BigEndian, unicode.UseBOM}, "unmarked": {unicode.LittleEndian, unicode.IgnoreBOM}} {
		b, err := unicode.UTF16(e.order, e.bom).NewEncoder().String(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := show(b, "a.csv", Options{}); got != want {
			t.Errorf("UTF-16, %s: %q, want %q", name, got, want)
		}
		if got := show(b, "a", Options{}); got != want {
			t.Errorf("UTF-16, %s, format by content: %q, want %q", name, got, want)
		}
	}
}

func TestReadCompressedAndTorn(t *testing.T) {
	var in bytes.Buffer
	for i := range 2000 {
		fmt.Fprintf(&in, "{\"id\":\"%d\",\"text\":\"Lead team %d of %d\"}\n", i, i*7919%1000, i)
	}
	var gz, zs bytes.Buffer
	z := gzip.NewWriter(&gz)
	z.Write(in.Bytes())
	z.Close()
	zw, err := zstd.NewWriter(&zs)
	if err != nil {
		t.Fatal(err)
	}
	zw.Write(in.Bytes())
	zw.Close()
	for name, b := range map[string][]byte{"a.jsonl.gz": gz.Bytes(), "a.jsonl.zst": zs.Bytes()} {
		n := 0
		for _, err := range Postings(context.Background(), bytes.NewReader(b), name, Auto) {
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			n++
		}
		if n != 2000 {
			t.Errorf("%s: %d records, want 2000", name, n)
		}
	}
	n := 0
	var last error
	for _, err := range Postings(context.Background(), bytes.NewReader(gz.Bytes()[:gz.Len()*3/4]), "a.jsonl.gz", Auto) {
		if last = err; err == nil {
			n++
		}
	}
	if n < 500 || last == nil || !strings.HasPrefix(last.Error(), fmt.Sprintf("a.jsonl.gz: reading on after line %d: ", n)) || !strings.Contains(last.Error(), "cut short") {
		t.Errorf("torn: %d records, then %v", n, last)
	}
	if got := show(gz.String()[:5], "a.gz", Options{}); !strings.HasPrefix(got, "! a.gz: ") {
		t.Errorf("torn in the head: %q", got)
	}
}

func TestReadLongLines(t *testing.T) {
	long := strings.Repeat("You will lead. ", maxText/15)
	in := `{"text":"` + long + `"}` + "\n" + `{"text":"` + long + long + `"}` + "\n" + `{"text":"` + strings.Repeat("x", maxRecord) + `"}` + "\n" + `{"text":"after"}` + "\n"
	var got []string
	for p, err := range Postings(context.Background(), strings.NewReader(in), "a.jsonl", Auto) {
		if err != nil {
			got = append(got, err.Error())
		} else {
			got = append(got, fmt.Sprint(len(p.Text)))
		}
	}
	want := fmt.Sprintf("%d; a.jsonl:2: %v; a.jsonl:3: %v; 5", len(strings.TrimSpace(long)), errLongText, corpus.ErrTooLong)
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
}

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		name, head string
		want       Format
	}{
		{"a.jsonl", `{"a":1}`, JSONL}, {"a.ndjson.gz", `{"a":1}`, JSONL}, {"a", `{"a":1}`, JSONL}, {"a", "[ {}", JSONL}, {"a.json", "[]", JSONL},
		{"a.csv", "x", CSV}, {"a.TSV", "x", TSV}, {"a", "title,description,company\n", CSV}, {"a", "id\tJob Title\ttext\n", TSV}, {"a", "Dear all, we seek, today, a lead\n", Text},
		{"a.txt", "Lead", Text}, {"a.txt", "# Lead\n", Text}, {"a", "# Lead\n\nx", Markdown}, {"a.md", "Lead", Markdown}, {"a", "[Remote] Lead\n", Text},
		{"a.html", "x", HTML}, {"a.txt", "\n<!DOCTYPE html><html>", HTML}, {"a", "<div class=x>", HTML}, {"a", "<Lead> x", Text},
		{"a", "%PDF-1.7", PDF}, {"a", "PAR1", Parquet}, {"a", "PARE", Parquet}, {"a.xlsx", "PK\x03\x04", XLSX}, {"a.doc", "\xd0\xcf\x11\xe0", DOCX}, {"a.docx", "PK\x03\x04", DOCX}, {"a", "WARC/1.0\r\n", WARC}, {"a.db", "SQLite format 3\x00", DB},
		{"a.odt", "PK\x03\x04", ODT}, {"a.ods", "PK\x03\x04", ODS}, {"a", "{\\rtf1", RTF}, {"a.json", "{\\rtf1", RTF},
		{"a", "<?xml version='1.0'?>\n<!-- jobs -->\n<source>", XML}, {"a", "<rss version='2.0'>", XML}, {"a.xml", "<Stellen><Stelle>", XML}, {"a", "<?xml version='1.0'?><!DOCTYPE html><html>", HTML}, {"a", "<?xml version='1.0'?>\n<html xmlns='x'>", HTML},
		{"a", "Received: from x\n\tby y\nFrom: a\nSubject: b\n\nc", Mail}, {"a", "From a@b Mon Mar  4 2024\nMIME-Version: 1.0\nTo: a\nDate: b\n\nc", Mail}, {"a.eml", "x", Mail}, {"a.mht", "x", Mail},
		{"a", "Title: VP\nFrom: London\nDate: May\nTo: you\n\nLead", Text}, {"a.txt", "Subject: VP\nDate: May\n\nLead", Text}, {"a", "+++\ntitle = \"VP\"\n+++\n", Markdown},
		{"a.bin", "\x00\x01\x02\x03\x7fELF", Auto}, {"a.txt", "\xff\xfeL\x00e\x00", Text},
	} {
		if got := Detect(c.name, []byte(c.head)); got != c.want {
			t.Errorf("Detect(%q, %q) = %v, want %v", c.name, c.head, got, c.want)
		}
	}
}

func TestFormatNames(t *testing.T) {
	for f := range Format(len(formatNames)) {
		if got, err := ParseFormat(f.String()); err != nil || got != f {
			t.Errorf("ParseFormat(%q) = %v, %v", f.String(), got, err)
		}
	}
	if _, err := ParseFormat("doc"); err == nil || !strings.Contains(err.Error(), `unknown format "doc" (want one of auto, text,`) {
		t.Errorf("error = %v", err)
	}
}

func TestReadRefusesWhatItCannotRead(t *testing.T) {
	if got := show("SQLite format 3\x00", "a.db", Options{}); got != "! a.db: a db file is not read here; convert it to text, HTML, CSV or JSON Lines\n" {
		t.Errorf("got %q", got)
	}
	if got := show("\x00\x01\x02\x03", "a", Options{}); got != "! a: not a file of postings: the content is binary of an unknown kind\n" {
		t.Errorf("got %q", got)
	}
}

func TestColumnsFile(t *testing.T) {
	c := columns()
	for _, f := range []string{"text", "title", "company", "id", "url", "location", "posted", "fetched"} {
		if got := c.names[f]; fieldNames.Of(got.field) != f || got.rank != 0 {
			t.Errorf("%q is not the canonical name of its field: %+v", f, got)
		}
	}
	for line := range strings.Lines(columnsFile) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		if _, ok := fieldNames.Parse(words[0]); !ok && words[0] != "untitled" && words[0] != "unlabel" && words[0] != "sentence" && words[0] != "list" && words[0] != "thing" && words[0] != "empty" && words[0] != "stem" && words[0] != "total" && words[0] != "foot" {
			t.Errorf("unknown list %q in columns.txt", words[0])
		}
	}
	for n, s := range c.names {
		if s.field == fNone {
			t.Errorf("%q belongs to no field", n)
		}
	}
}
