package read

import (
	"fmt"
	"strings"
	"testing"
)

const (
	lead  = "You lead four engineering managers and own the delivery of payments."
	steer = "You manage directors and the strategy and present to the board each quarter."
	nurse = "You care for patients on the night ward and give medicines and write notes."
)

// told is what is shown and said of a file.
func told(in, name string, o Options) string {
	said := ""
	o.Said = func(s string) { said += "~ " + s + "\n" }
	return show(in, name, o) + said
}

func TestReadTablesAsOtherProgramsWriteThem(t *testing.T) {
	const two = "2 Director||" + lead + "\n3 VP||" + steer + "\n"
	for _, c := range []struct{ name, file, in, want string }{
		// quotes behind backslashes
		{"Spark: quotes behind backslashes", "a.csv", "title,text\nDirector,\"You \\\"own\\\" it, and lead\"\nVP,\"Say \\\"no\\\", and yes\"\n", "2 Director||You \"own\" it, and lead\n3 VP||Say \"no\", and yes\n"},
		{"Spark: over lines", "a.csv", "title,text\nDirector,\"You \\\"own\\\"\nit, and\\\\or lead\"\nVP,\"He said \\\"\"\n", "2 Director||You \"own\"/it, and\\or lead\n4 VP||He said \"\n"},
		{"Spark: quotes behind backslashes, a text that ends in one", "a.csv", "title,text,company\nDirector,\"Own \\\"it\\\"\",Elm\nVP,\"Lead \\\"us\\\"\",Ash\n", "2 Director|Elm|Own \"it\"\n3 VP|Ash|Lead \"us\"\n"},
		{"Redshift: every field in quotes", "a.csv", "\"title\",\"text\"\n\"VP, \\\"Ops\\\"\",\"Lead, \\\"own\\\", hire\"\n", "2 VP, \"Ops\"||Lead, \"own\", hire\n"},
		{"MySQL: tabs, line ends behind backslashes, nothing as \\N", "a.tsv", "title\tcompany\ttext\nVP\t\\N\tLead\\\nand own\\\tall\nHead\tElm\tHire\n", "2 VP||Lead/and own all\n4 Head|Elm|Hire\n"},
		{"Hive: separators behind backslashes", "a.csv", "title,text\nVP,Lead\\, own\nHead,Hire\\, coach\n", "2 VP||Lead, own\n3 Head||Hire, coach\n"},
		{"doubled quotes behind a backslash are as they were", "a.csv", "title,text\nVP,\"In C:\\\"\nHead,\"a \"\"b\"\" \\c\"\n", "2 VP||In C:\\\n3 Head||a \"b\" \\c\n"},
		// delimiters at the end, short and long rows
		{"an empty field at the end of each row", "a.csv", "title,text\nDirector," + lead + ",\nVP," + steer + ",\n", two},
		{"several, and in the header too", "a.csv", "title;text;;\nDirector;" + lead + ";;\nVP;" + steer + ";;;;\n", two},
		{"in the header alone", "a.csv", "title,text,\nDirector," + lead + "\nVP," + steer + "\n", two},
		{"in the header alone, and something below it", "a.csv", "title,text,\nVP,Lead, own\n", "2 VP||Lead\n~ some rows hold something in columns without a name; it is not read\n"},
		{"tabs at the end", "a.tsv", "title\ttext\nDirector\t" + lead + "\t\nVP\t" + steer + "\t\t\n", two},
		{"fields that are missing at the end are empty, and told", "a.csv", "title,text,company,url\nDirector," + lead + "\nVP," + steer + ",Elm\n",
			"2 Director||" + lead + "\n3 VP|Elm|" + steer + "\n~ some rows have fewer fields than the header; those that are missing are read as empty\n"},
		{"a field too many that holds something", "a.csv", "title,text\nVP,Lead, own\nHead,Hire,\n", "2! 3 fields where the header has 2\n3 Head||Hire\n"},
		{"row names of R, without a name in the header", "a.csv", "\"title\",\"text\"\n\"1\",\"Director\",\"" + lead + "\"\n\"2\",\"VP\",\"" + steer + "\"\n", two},
		// line ends
		{"line ends of an old Mac", "a.csv", "title,text\rDirector," + lead + "\rVP," + steer + "\r", two},
		{"of an old Mac, with others in quotes", "a.csv", "title,text\rDirector,\"Lead\nand own\"\rVP,Hire\r", "2 Director||Lead/and own\n4 VP||Hire\n"},
		{"of an old Mac, by tabs, without an extension", "a", "title\ttext\rDirector\t" + lead + "\rVP\t" + steer + "\r", two},
		{"of an old Mac, by semicolons", "a.csv", "title;text\rDirector;" + lead + "\rVP;" + steer, two},
		{"a carriage return within a field is none", "a.csv", "title,text\r\nVP,\"Lead\rown\"\r\n", "2 VP||Lead/own\n"},
		// a header met again
		{"files joined", "a.csv", "title,text\nDirector," + lead + "\ntitle,text\nVP," + steer + "\n", "2 Director||" + lead + "\n4 VP||" + steer + "\n"},
		{"files joined with their byte order marks", "a.csv", "\ufefftitle,text\r\nDirector," + lead + "\r\n\ufefftitle,text\r\nVP," + steer + "\r\n", "2 Director||" + lead + "\n4 VP||" + steer + "\n"},
		{"files joined three times, with quotes", "a.csv", "\"title\",\"text\"\nDirector," + lead + "\ntitle,text\n\"title\",\"text\"\nVP," + steer + "\n", "2 Director||" + lead + "\n5 VP||" + steer + "\n"},
		{"files joined whose columns stand otherwise", "a.csv", "title,text\nDirector," + lead + "\ntext,title\n" + steer + ",VP\n",
			"2 Director||" + lead + "\n4 VP||" + steer + "\n~ the columns are named anew within the table, in another order, and read so from there\n"},
		{"a posting whose title is Title", "a.csv", "title,text\nTitle," + lead + "\n", "2 Title||" + lead + "\n"},
		// lines above the header
		{"a name of the table above", "a.csv", "\"Open roles, March 2024\"\n\ntitle,text\nDirector," + lead + "\n", "4 Director||" + lead + "\n~ the columns are named in line 3; what stands above it is left out\n"},
		{"many lines above, of other widths", "a.csv", "Report,\nFrom,2024-03-01,to,2024-03-31\nBy,\"A, B\"\n,\n,\nid;x\ntitle,text\nVP," + steer + "\n", "8 VP||" + steer + "\n~ the columns are named in line 7; what stands above it is left out\n"},
		{"a title of the table that is a name of a column", "a.csv", "Summary\n\ntitle;text\nVP;" + steer + "\n", "4 VP||" + steer + "\n~ the columns are named in line 3; what stands above it is left out\n"},
		{"comments above, and one below", "a.csv", "# made by hand\n# 2024, v2\ntitle,text\nDirector," + lead + "\n# the rest is old\nVP," + steer + "\n",
			"4 Director||" + lead + "\n6 VP||" + steer + "\n~ line 5, \"# the rest is old\", is left out: a comment\n"},
		{"a header that begins like a comment", "a.tsv", "#title\ttext\nDirector\t" + lead + "\nVP\t" + steer + "\n", two},
		// rows that are no postings
		{"rows of separators", "a.csv", "title;text\nDirector;" + lead + "\n;\n;\n ; \n\"\";\"\"\n", "2 Director||" + lead + "\n"},
		{"rows of separators between", "a.tsv", "title\ttext\n\t\nVP\t" + steer + "\n\t\t\n", "3 VP||" + steer + "\n"},
		{"rows of white space", "a.csv", "title,text\nVP," + steer + "\n \u00a0,\u00a0\n", "2 VP||" + steer + "\n"},
		{"a total", "a.csv", "title,text,n\nVP," + steer + ",1\nTotal: 12,,\nTotal,,12\n", "2 VP||" + steer + "\n~ line 3, \"Total: 12\", is left out: a total or a note, and no posting\n~ line 4, \"Total\", is left out: a total or a note, and no posting\n"},
		{"what a database says below", "a.csv", "title|text\nVP|" + steer + "\n(1 row)\n", "2 VP||" + steer + "\n~ line 3, \"(1 row)\", is left out: a total or a note, and no posting\n"},
		{"when it was made", "a.csv", "title,text\nVP," + steer + "\nExported on 2024-03-01 by A\n", "2 VP||" + steer + "\n~ line 3, \"Exported on 2024-03-01 by A\", is left out: a total or a note, and no posting\n"},
		{"a job without a text is no total", "a.csv", "title,text\nTotal Rewards Director,\nVP," + steer + "\n", "2! the text is empty\n3 VP||" + steer + "\n"},
		// separators and quotes
		{"bars", "a.csv", "title|text\nDirector|" + lead + "\nVP|" + steer + "\n", two},
		{"Hive: its own separator", "a.csv", "title\x01text\nDirector\x01" + lead + "\nVP\x01" + steer + "\n", two},
		{"carets", "a.csv", "title^text\nDirector^" + lead + "\nVP^" + steer + "\n", two},
		{"commas by the name of tabs", "a.tsv", "title,text\nDirector,\"" + lead + "\"\nVP,\"" + steer + "\"\n", two},
		{"semicolons, and commas in a name", "a.csv", "title;\"text\";\"city, country, region\"\nDirector;" + lead + ";\nVP;" + steer + ";x\n", two + "~ no\n"},
		{"the separator line for tabs", "a.csv", "sep=\t\ntitle\ttext\nDirector\t" + lead + "\n", "3 Director||" + lead + "\n"},
		{"the separator line over the guess", "a.csv", "sep=|\ntitle,x|text\nVP|" + steer + "\n", "3 ||" + steer + "\n"},
		{"a quote that begins a field and ends none", "a.tsv", "title\ttext\nDirector\t\"Best\" team of all. " + lead + "\nVP\t" + steer + "\n", "2 Director||\"Best\" team of all. " + lead + "\n3 VP||" + steer + "\n"},
		{"inches and feet", "a.tsv", "title\ttext\nDirector\t27\" screens and 6' desks\nVP\t" + steer + "\n", "2 Director||27\" screens and 6' desks\n3 VP||" + steer + "\n"},
		{"a quoted word first, in commas", "a.csv", "title,text\nVP,\"Own\" it all and lead\nHead,Hire\n", "2 VP||\"Own\" it all and lead\n3 Head||Hire\n"},
		// tables by other names
		{"Excel's text by tabs", "a.txt", "title\ttext\r\nDirector\t" + lead + "\r\nVP\t" + steer + "\r\n", two},
		{"a text by semicolons", "a.txt", "title;text\nDirector;" + lead + "\nVP;" + steer + "\n", two},
		{"a text by tabs, below a title", "a.txt", "Open roles\n\ntitle\ttext\nDirector\t" + lead + "\n", "4 Director||" + lead + "\n~ the columns are named in line 3; what stands above it is left out\n"},
		{"tabs by the name of a sheet", "a.xls", "title\ttext\nDirector\t" + lead + "\nVP\t" + steer + "\n", two},
		{"tabs of UTF-16 by the name of a sheet", "a.xls", utf16of("title\ttext\r\nDirector\t" + lead + "\r\nVP\t" + steer + "\r\n"), two},
		{"a text whose first line lists things", "a.txt", "Title, company, description\n\nWe seek a director.\n", "1 Title, company, description||Title, company, description//We seek a director.\n"},
		// ratings
		{"ratings in the company", "a.csv", "company,text\n\"Acme\n4.1\",x\nAsh 3.9 ★,x\nStudio 3.0,x\n\"Elm Ltd\r\n3,7\",x\nOak 4.5★,x\n\"Fir\n-1\",x\n7 Seas,x\nArea\u00a051,x\n",
			"2 |Acme|x\n4 |Ash|x\n5 |Studio 3.0|x\n6 |Elm Ltd|x\n8 |Oak|x\n9 |Fir -1|x\n11 |7 Seas|x\n12 |Area 51|x\n"},
	} {
		got := told(c.in, c.file, Options{})
		if !strings.Contains(c.want, "~") {
			got = show(c.in, c.file, Options{})
		}
		if want := strings.TrimSuffix(c.want, "~ no\n"); strings.TrimSuffix(got, "~ no\n") != want {
			t.Errorf("%s:\ngot:\n%swant:\n%s", c.name, got, want)
		}
	}
}

func utf16of(s string) string {
	var b strings.Builder
	b.WriteString("\xff\xfe")
	for _, r := range s {
		b.WriteByte(byte(r))
		b.WriteByte(byte(r >> 8))
	}
	return b.String()
}

// A backslash that first stands before a quote far below is read as what it is there.
func TestReadBackslashesThatComeLate(t *testing.T) {
	in := "title,text\n" + strings.Repeat("VP,\""+steer+"\"\n", sampleSize/40) + "Head,\"Say \\\"no\\\", and \\\"yes\\\"\"\nLead,\"Say \\\"a\\\", \\\"b\\\"\"\n"
	got := show(in, "a.csv", Options{})
	if n := strings.Count(got, "VP||"); n != sampleSize/40 || !strings.HasSuffix(got, "Head||Say \"no\", and \"yes\"\n"+fmt.Sprint(n+3)+" Lead||Say \"a\", \"b\"\n") {
		t.Errorf("%d rows, then %q", n, got[len(got)-200:])
	}
}
