package read

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

const long = lead + " " + nurse

func TestReadFindsTheTextByWhatTheCellsHold(t *testing.T) {
	for _, c := range []struct{ name, file, in, want string }{
		{"no usual name", "a.csv", "a,b,c\n1,Director of Engineering,\"" + lead + "\"\n2,VP,\"" + steer + "\"\n",
			"2 ||" + lead + "\n3 ||" + steer + "\n~ no column has a usual name; the text is read from column \"c\", whose cells are the longest\n"},
		{"two long ones: the longest, and the other is told", "a.csv", "title,was_macht,wen\nVP,\"" + long + "\",\"" + steer + " " + steer + "\"\n",
			"2 VP||" + steer + " " + steer + "\n~ no column has a usual name; the text is read from column \"wen\", whose cells are the longest\n~ also there, not read: \"was_macht\"\n"},
		{"in another language", "a.csv", "Stelle;Firma;Aufgabe\nLeiter;Elm;\"Sie leiten vier Gruppen und sprechen jeden Monat mit dem Vorstand.\"\n",
			"2 ||Sie leiten vier Gruppen und sprechen jeden Monat mit dem Vorstand.\n~ no column has a usual name; the text is read from column \"Aufgabe\", whose cells are the longest\n"},
		{"HTML", "a.csv", "k,v\n1,<p>" + lead + "</p>\n", "2 ||" + lead + "\n~ no column has a usual name; the text is read from column \"v\", whose cells are the longest\n"},
		{"no header", "a.csv", "1,Director,\"" + lead + "\"\n2,VP,\"" + steer + "\"\n",
			"1 ||" + lead + "\n2 ||" + steer + "\n~ no row names the columns; the text is read from column 3, whose cells are the longest\n"},
		{"below a title of the table", "a.csv", "Roles of 2024\n\na,b\n1,\"" + lead + "\"\n", "4 ||" + lead + "\n~ no column has a usual name; the text is read from column \"b\", whose cells are the longest\n"},
		{"addresses, lists and titles are no text", "a.csv", "a,b,c\nhttps://example.com/jobs/director-of-engineering-payments-platform,\"['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k.']\",Senior Director of Engineering for the Payments Platform\n",
			"! a.csv: no column of a usual name holds the text; the columns are a, b, c\n"},
	} {
		if got := told(c.in, c.file, Options{}); strings.ReplaceAll(got, "~ title is read from column \"title\"\n", "") != c.want {
			t.Errorf("%s:\ngot:\n%swant:\n%s", c.name, got, c.want)
		}
	}
}

func TestReadJoinsAPostingThatIsSpreadOverColumns(t *testing.T) {
	want := "2 VP||One text.//Responsibilities/" + lead + "//Requirements/Ten years with teams.//Qualifications/A degree in the field.\n"
	for _, header := range []string{
		"title,description,majorDuties,JobRequirment,RequiredQual", "title,Job Description,Job Duties,Requirements,BASIC QUALIFICATIONS",
		"Title,job_description,key_responsibilities,job_requirements,minimum_qualifications", "title,jobDescription,Duties & Responsibilities,Main requirements,Qualifications",
		"title,description,What you'll do,What we're looking for,Your qualifications", "title,description,Daily duties,Requirements of the job,Quals",
	} {
		if got := show(header+"\nVP,One text.,"+lead+",Ten years with teams.,A degree in the field.\n", "a.csv", Options{}); got != want {
			t.Errorf("%s:\ngot  %swant %s", header, got, want)
		}
	}
	// numbers and short codes under such a name are no part of the posting
	if got, want := show("title,description,requirement_count,qualif_code\nVP,"+lead+",12,QX\n", "a.csv", Options{}), "2 VP||"+lead+"\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	// what is long and left unread is told, once
	in := "title,description,about_them,n\nVP," + lead + "," + long + ",1\nHead," + lead + "," + long + ",2\n"
	if got := told(in, "a.csv", Options{}); strings.Count(got, "~ also there, not read: \"about_them\"\n") != 1 || strings.Count(got, "also there") != 1 {
		t.Errorf("%s", got)
	}
	// the name of the format's own text is the whole text
	if got, want := show("title,text,duties\nVP,"+lead+","+steer+"\n", "a.csv", Options{}), "2 VP||"+lead+"\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestReadSeveralTextColumnsInTheirOrder(t *testing.T) {
	csv := "title,b_part,duties,summary\nVP,Two.,Three.,One.\nHead,,Three.,One.\n"
	for _, c := range []struct{ file, in, columns, want string }{
		{"a.csv", csv, "summary,b_part,duties", "2 VP||One.//b part/Two.//Responsibilities/Three.\n3 Head||One.//Responsibilities/Three.\n"},
		{"a.csv", csv, "DUTIES, Summary", "2 VP||Responsibilities/Three.//One.\n3 Head||Responsibilities/Three.//One.\n"},
		{"a.csv", csv, "summary,nothing", "! a.csv: no column \"nothing\"; the columns are title, b_part, duties, summary\n"},
		{"a.csv", "title,\"a,b\",a\nVP,One.,Two.\n", "a,b", "2 VP||One.\n"},
		{"a.jsonl", `{"title":"VP","b_part":"Two.","duties":"Three.","summary":"One."}` + "\n", "summary,duties", "1 VP||One.//Responsibilities/Three.\n"},
		{"a.parquet", columned(t, struct{ Title, Duties, Summary string }{"VP", "Three.", "One."}), "Summary,Duties", "1 VP||One.//Responsibilities/Three.\n"},
		{"a.parquet", columned(t, struct{ Title, Duties, Summary string }{"VP", "Three.", "One."}), "Summary,x", "! a.parquet: no column \"x\"; the columns are Title, Duties, Summary\n"},
		{"a.xlsx", sheets(t, []string{"x"}, [][]any{{"title", "duties", "summary"}, {"VP", "Three.", "One."}}), "summary,duties", "2 VP||One.//Responsibilities/Three.\n"},
	} {
		if got := told(c.in, c.file, Options{TextColumn: c.columns}); got != c.want {
			t.Errorf("%s, %s:\ngot  %swant %s", c.file, c.columns, got, c.want)
		}
	}
}

func TestReadSkipsLinesAndSplitsAsAsked(t *testing.T) {
	for _, c := range []struct {
		name, file, in string
		o              Options
		want           string
	}{
		{"lines skipped", "a.csv", "text,title\nx,y\ntitle,text\nVP,Lead.\n", Options{SkipLines: 2}, "4 VP||Lead.\n"},
		{"more than there are", "a.csv", "title,text\nVP,Lead.\n", Options{SkipLines: 5}, "! a.csv: the file has no more lines than are skipped\n"},
		{"rows of a sheet skipped", "a.xlsx", sheets(t, []string{"x"}, [][]any{{"text", "title"}, {"x", "y"}, {"title", "text"}, {"VP", "Lead."}}), Options{SkipLines: 2}, "4 VP||Lead.\n"},
		{"a separator", "a.csv", "title:text\nVP:Lead, own.\n", Options{Separator: ':'}, "2 VP||Lead, own.\n"},
		{"in a text", "a.txt", "title:text\nVP:Lead, own.\n", Options{Separator: ':'}, "2 VP||Lead, own.\n"},
		{"over the one that is seen", "a.csv", "title;text,x\nVP;Lead.,y\n", Options{Separator: ','}, "! a.csv: no column of a usual name holds the text; the columns are title;text, x\n"},
	} {
		if got := told(c.in, c.file, c.o); got != c.want {
			t.Errorf("%s:\ngot  %swant %s", c.name, got, c.want)
		}
	}
	for in, want := range map[string]string{"tab": "tab", "TAB": "tab", `\t`: "tab", ";": ";", "": "", "ab": "!", "\"": "!", "é": "!"} {
		var s Separator
		if err := s.UnmarshalText([]byte(in)); (err != nil) != (want == "!") {
			t.Errorf("%q: %v", in, err)
		} else if b, _ := s.MarshalText(); err == nil && string(b) != want {
			t.Errorf("%q is written %q", in, b)
		}
	}
}

func TestReadDatesWithSlashesByTheWholeColumn(t *testing.T) {
	const open = "~ dates such as \"03/04/2024\" may name the month first or the day, and nothing in the column tells which: they are not read\n"
	far := strings.Repeat("01/02/2024\n", 1500)
	for _, c := range []struct{ name, dates, want, said string }{
		{"the day first", "03/04/2024\n26/01/2026", "2024-04-03 2026-01-26", ""},
		{"the month first", "03/04/2024\n01/26/2026\n12/31/24 9:05 PM", "2024-03-04 2026-01-26 2024-12-31", ""},
		{"it stands at the beginning", "26-01-2026\n3-4-2024\n3/4/2024 09:30", "2026-01-26 2024-04-03 2024-04-03", ""},
		{"it cannot be known", "03/04/2024\n01/02/2024", "- -", open},
		{"both ways", "03/04/2024\n26/01/2026\n01/26/2026", "- 2026-01-26 2026-01-26", open},
		{"other dates beside", "2024-05-06\n03/04/2024\n26/01/2026\n\n1.2.2024", "2024-05-06 2024-04-03 2026-01-26 - 2024-02-01", ""},
		{"far below", far[:11*900] + "26/01/2026", "far", ""},
		{"too far below", far + "26/01/2026", "", "~ dates such as \"01/02/2024\" may name the month first or the day, and nothing in the column tells which: they are not read\n"},
		{"a year that leads and one that is none", "2024/05/06\n13/13/2024\n99/99/9999", "2024-05-06 - -", "~ x"},
	} {
		in := "text,posted\nx," + strings.ReplaceAll(c.dates, "\n", "\nx,") + "\n"
		said, got, n := "", []string{}, 0
		for p, err := range (Options{Said: func(s string) { said += "~ " + s + "\n" }}).Read(t.Context(), strings.NewReader(in), "a.csv") {
			if err != nil {
				t.Fatal(err)
			}
			if n++; n == 1 && c.want == "far" && p.Posted != time.Date(2024, 2, 1, 0, 0, 0, 0, time.UTC) {
				t.Errorf("%s: %v", c.name, p.Posted)
			}
			if p.Posted.IsZero() {
				got = append(got, "-")
			} else {
				got = append(got, p.Posted.Format(time.DateOnly))
			}
		}
		if s := strings.Join(got, " "); len(c.want) > 3 && s != c.want || said != c.said && c.said != "~ x" {
			t.Errorf("%s: %s, said %q, want %s", c.name, s, said, c.want)
		}
	}
	// in a sheet, and in a stream that cannot look ahead only what a date says itself
	in := sheets(t, []string{"x"}, [][]any{{"text", "posted"}, {"a", "03/04/2024"}, {"b", "26/01/2026"}})
	for file, in := range map[string]string{"a.xlsx": in, "a.jsonl": `{"text":"a","posted":"03/04/2024"}` + "\n" + `{"text":"b","posted":"26/01/2026"}`} {
		var got []string
		for p, err := range (Options{}).Read(t.Context(), strings.NewReader(in), file) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, p.Posted.Format(time.DateOnly))
		}
		want := "[2024-04-03 2026-01-26]"
		if file == "a.jsonl" {
			want = "[0001-01-01 2026-01-26]"
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%s: %v, want %s", file, got, want)
		}
	}
}
