package read

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// cleaned is the text of a record, its line ends as "/", and its notes.
func cleaned(t *testing.T, text string) string {
	t.Helper()
	b, err := json.Marshal(map[string]string{"text": text})
	if err != nil {
		t.Fatal(err)
	}
	var out string
	for p, err := range Postings(context.Background(), strings.NewReader(string(b)), "a.jsonl", JSONL) {
		if err != nil {
			return err.Error()
		}
		out = fmt.Sprint(strings.ReplaceAll(p.Text, "\n", "/"), p.Notes)
	}
	return out
}

func TestWhatProgramsDidToATextIsUndone(t *testing.T) {
	const (
		lines   = "[line ends were written as \\n]"
		garbled = "[read in a wrong encoding before, and repaired: “â€™” was an apostrophe]"
		slashes = "[backslashes before signs were taken out]"
		none    = "[]"
	)
	for _, c := range []struct{ name, in, want string }{
		{"line ends escaped twice", `You will:\n- Lead four teams\n- Own the plan`, "You will:/- Lead four teams/- Own the plan" + lines},
		{"with returns and tabs", `Duties\r\n\tLead teams\r\n\tOwn\r\n`, "Duties/ Lead teams/ Own" + lines},
		{"with bullets by number", `Duties\n\u2022 Lead\n\u2022 Own \ud83d\ude00 it\u2019s`, "Duties/• Lead/• Own 😀 it’s" + lines},
		{"one, after a sentence", `Lead four teams.\nown the plan`, `Lead four teams.\nown the plan` + none},
		{"one, after a sentence, before a capital", `Lead four teams.\nOwn the plan`, "Lead four teams./Own the plan" + lines},
		{"escaped three times", `Duties:\\nLead\\nOwn`, "Duties:/Lead/Own" + lines},
		{"with quotes", `Own \"it\"\nLead \"them\"\nPlan`, `Own "it"/Lead "them"/Plan` + lines},
		{"between tags", `<p>Lead</p>\n<ul>\n<li>Own</li>\n</ul>`, "Lead//- Own" + lines},
		{"a text that has line ends", "Split at \\n\nand \\n\nThen", "Split at \\n/and \\n/Then" + none},
		{"a sentence about them", `You parse \n and \t of old files, and \n too.`, `You parse \n and \t of old files, and \n too.` + none},
		{"a path", `Copy C:\New\Names to D:\Net`, `Copy C:\New\Names to D:\Net` + none},
		{"a share", `Read \\server\New\Names first`, `Read \\server\New\Names first` + none},
		{"a pattern", `Know what ^\d+\n[A-Z]\n$ finds`, `Know what ^\d+\n[A-Z]\n$ finds` + none},
		{"a formula", `Prove \nabla f = \nu and \neq \textbf{x}`, `Prove \nabla f = \nu and \neq \textbf{x}` + none},
		{"UTF-8 read as windows-1252", "Youâ€™ll lead â€“ and own â€œitâ€\u009d in ZÃ¼rich", "You’ll lead – and own “it” in Zürich" + garbled},
		{"with a quote that lost its end", "Own â€œitâ€ and â€œthatâ€.", "Own “it” and “that”." + garbled},
		{"with spaces that do not break", "LeadÂ\u00a0four teams. Â\u00a0â€¢ Own", "Lead four teams.  • Own" + garbled},
		{"with smileys", "Leadâ€™s ðŸš€ fast", "Lead’s 🚀 fast" + garbled},
		{"only one place", "A Ã© alone", "A Ã© alone" + none},
		{"names in other languages", "Âge of José, Ärger, Ãrea", "Âge of José, Ärger, Ãrea" + none},
		{"not all of it", "Youâ€™ll – and â€œit", "Youâ€™ll – and â€œit" + none},
		{"entities escaped twice", `R&amp;amp;D and Q&amp;amp;amp;A, it&amp;#39;s&amp;nbsp;ours`, "R&D and Q&A, it's ours" + none},
		{"a company's name", `AT&amp;T; and Q&amp;A`, "AT&T; and Q&A" + none},
		{"backslashes of Markdown", `data\-driven R\&D`, "data-driven R&D" + none},
		{"escaped once more", `A data\\-driven, hands\\-on R\\&D`, "A data-driven, hands-on R&D" + slashes},
		{"quotes of a writer of tables", `Own \"it\" and what\'s next`, `Own "it" and what's next` + slashes},
		{"a pattern with quotes", `Match [a-z]+\"x\"`, `Match [a-z]+\"x\"` + none},
		{"a path beside quotes", `Own \"it\" in C:\data`, `Own \"it\" in C:\data` + none},
		{"bytes of Python", `b'You\xe2\x80\x99ll lead\nand own it\'s'`, "You’ll lead/and own it's[written as bytes of Python: b'…']"},
		{"a letter and a quotation", `b'plan' and c'plan`, `b'plan' and c'plan` + none},
	} {
		if got := cleaned(t, c.in); got != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.name, c.in, got, c.want)
		}
	}
}

func TestPlaceholdersAreEmpty(t *testing.T) {
	for _, c := range []struct{ name, file, in, want string }{
		{"JSON", "a.jsonl", `{"id":"None","title":"N/A","company":-1,"location":"-","url":"null","date":"NaT","text":"Lead"}` + "\n" + `{"title":"VP","text":"nan"}` + "\n" + `{"text":" NULL ","description":"Own"}` + "\n",
			"1|Lead\n2: the text is empty\n3|Own\n"},
		{"CSV", "a.csv", "id,title,company,location,url,date,text\n#N/A,na,-1,None,-,nan,Lead\n1,VP,Acme,Dublin,u,2024-03-05,undefined\n",
			"2|Lead\n3: the text is empty\n"},
		{"a worse column where the better holds none", "a.csv", "text,summary,benefits\nNA,Lead,\nOwn,NA,nan\nnull,-,Lunch\n",
			"2|Lead\n3|Own\n4|Benefits/Lunch\n"},
		{"they are parts of longer values", "a.csv", "title,company,text\nN/A Lead,None Ltd,nan is no number\n", "2|N/A Lead|None Ltd|nan is no number\n"},
		{"an id of none beside a key", "a.json", `{"k1":{"id":null,"text":"one"},"k2":{"id":"nan","text":"two"}}`, "1|k1|one\n1#2|k2|two\n"},
	} {
		var said []string
		o := Options{Said: func(s string) { said = append(said, s) }}
		if got := fields(c.in, c.file, o); got != c.want {
			t.Errorf("%s:\ngot:\n%swant:\n%s", c.name, got, c.want)
		}
		n := strings.Count(strings.Join(said, ";"), "read as empty")
		if told := strings.HasPrefix(c.name, "they"); n > 1 || told && n > 0 || c.name == "CSV" && n != 1 {
			t.Errorf("%s: said %q", c.name, said)
		}
	}
}

func TestWhatIsGuessedOfJSONIsSaid(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`{"title":{"0":"a"},"text":{"0":"one"}}`, "the table is read by its columns, as pandas writes it"},
		{`{"12":{"text":"one"},"13":{"text":"two"}}`, `id is read from what stands around the records, such as "12"`},
		{`{"Acme":[{"text":"one"}],"Fern":[{"text":"two"}]}`, `company is read from what stands around the records, such as "Acme"`},
		{`{"jobs":[{"title":"a","text":"one"}],"teams":[{"name":"b","text":"x"}]}`, `what stands under "teams" is not read: it is of another kind than what stands under "jobs"`},
		{`{"@graph":[{"@type":"Organization","description":"x"},{"@type":"JobPosting","text":"one"}]}`, `what is of the type "Organization" and no JobPosting is not read`},
		{`{"company":"Acme","jobs":[{"text":"one"}]}`, `company is read from what stands around the records, such as "Acme"`},
		{`"{\"text\":\"one\"}"`, "JSON within strings is read as JSON"},
		{`{'text':'one'}`, "Python's own notation is read as JSON"},
		{"[\n// two\n{\"text\":\"one\"}]", "comments, which JSON does not have, are left out"},
		{`{"text":"a","descriptionPlain":"one","lists":[{"text":"b","content":"c"}]}`, `more text is read from column "lists"; text is read from column "descriptionPlain"; title is read from column "text"`},
		{`[{"text":"one","title":"a"}]`, ""},
	} {
		var said []string
		show(c.in, "a.json", Options{Said: func(s string) { said = append(said, s) }})
		if got := strings.Join(said, "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}
