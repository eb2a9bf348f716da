package read

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"rung/corpus"
)

// fields is what a stream gives, a line a value: place, id, title, company, location,
// address, day and text of a posting, those that are not empty.
func fields(in, name string, o Options) string {
	var b strings.Builder
	for p, err := range o.Read(context.Background(), strings.NewReader(in), name) {
		var le *corpus.LineError
		switch {
		case errors.As(err, &le):
			fmt.Fprintf(&b, "%s\n", strings.Replace(le.Error(), name+":", "", 1))
		case err != nil:
			fmt.Fprintf(&b, "! %v\n", err)
		default:
			day := ""
			if !p.Posted.IsZero() {
				day = p.Posted.Format("2006-01-02")
			}
			if strings.HasPrefix(string(p.ID), "sha:") {
				p.ID = ""
			}
			b.WriteString(strings.TrimPrefix(p.Source, name+":"))
			for _, v := range []string{string(p.ID), p.Title, p.Company, p.Location, p.URL, day, strings.ReplaceAll(p.Text, "\n", "/")} {
				if v != "" {
					b.WriteString("|" + v)
				}
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

func TestReadJSONShapes(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"pandas, by columns", `{"title":{"0":"VP","1":"Head"},"text":{"0":"one","1":"two"},"pay":{"0":1,"1":NaN}}`,
			"1|VP|one\n1#2|Head|two\n"},
		{"pandas, by columns, ids for index", `{"title":{"a-1":"VP","a-2":null},"description":{"a-1":"one","a-2":"two"}}`,
			"1|a-1|VP|one\n1#2|a-2|two\n"},
		{"pandas, by columns, one row", `{"title":{"7":"VP"},"text":{"7":"one"}}`,
			"1|7|VP|one\n"},
		{"pandas, by columns, over lines", "{\n\"title\":{\n\"0\":\"VP\",\n\"1\":\"Head\"},\n\"text\":{\"0\":\"one\",\n\"1\":\"\"}}",
			"1|VP|one\n1#2: the text is empty\n"},
		{"columns as lists", `{"title":["VP","Head"],"text":["one","two"],"n":[1,2]}`,
			"1|VP|one\n1#2|Head|two\n"},
		{"a text in parts is no column", `{"title":"VP","description":["one","two"]}`,
			"1|VP|one/two\n"},
		{"languages are no rows", `{"title":{"en":"VP","de":"VP"},"description":{"en":"one","de":"eins"}}`,
			"1|VP, VP|one/eins\n"},
		{"WordPress", `{"id":7,"title":{"rendered":"VP"},"content":{"rendered":"<p>one</p>","protected":false},"link":"https://x.example/7","date":"2024-03-05T10:00:00"}`,
			"1|7|VP|https://x.example/7|2024-03-05|one\n"},
		{"pandas, by index", `{"0":{"title":"VP","text":"one"},"1":{"title":"Head","text":"two"}}`,
			"1|VP|one\n1#2|Head|two\n"},
		{"pandas, split", `{"columns":["title","text"],"index":[0,1],"data":[["VP","one"],["Head","two"]]}`,
			"1|VP|one\n1#2|Head|two\n"},
		{"pandas, split, ids for index", "{\"columns\":[\"title\",\"text\"],\n\"index\":[\"a\",\"b\",\"c\"],\"data\":[\n[\"VP\",\"one\"],\n[\"Head\",\"two\"],\n[\"x\"]]}",
			"3|a|VP|one\n4|b|Head|two\n5: 1 field where the header has 2\n"},
		{"header and rows", `{"headers":[{"name":"title"},{"name":"text"}],"rows":[["VP","one"]]}`,
			"1|VP|one\n"},
		{"columns without a text", `{"columns":["a","b"],"data":[[1,2]]}`,
			"! a.json: no column of a usual name holds the text; the columns are a, b\n"},
		{"pandas, values without names", `[["VP","one"],["Head","two"]]`,
			"! a.json: rows of values without the names of their columns (pandas calls it orient=\"values\"): write objects, with to_json(orient=\"records\")\n"},
		{"rows of values, the first of names", `[["title","text"],["VP","one"],["Head","two"],["x"]]`,
			"1|VP|one\n1#2|Head|two\n1#3: 1 field where the header has 2\n"},
		{"rows of values a line", "[\"title\",\"text\"]\n[\"VP\",\"one\"]\n[\"Head\",null]\n",
			"2|VP|one\n3: the text is empty\n"},
		{"rows of a spreadsheet's answer", `{"range":"A1:B2","values":[["title","text"],["VP","one"]]}`,
			"1|VP|one\n"},
		{"pandas, table", `{"schema":{"fields":[{"name":"index","type":"integer"},{"name":"title","type":"string"},{"name":"text","type":"string"}],"primaryKey":["index"]},"data":[{"index":0,"title":"VP","text":"one"},{"index":1,"title":"Head","text":"two"}]}`,
			"1|VP|one\n1#2|Head|two\n"},
		{"keyed by id", `{"123":{"title":"VP","text":"one"},"124":{"title":"Head","text":"two"},"125":{"title":"x","text":null}}`,
			"1|123|VP|one\n1#2|124|Head|two\n1#3: the text is empty\n"},
		{"keyed by id, records with ids of their own", `{"k1":{"id":"a","text":"one"},"k2":{"text":"two"}}`,
			"1|a|one\n1#2|k2|two\n"},
		{"keyed by address", `{"https://x.example/1":{"title":"VP","text":"one"},"https://x.example/2":{"text":"two"}}`,
			"1|VP|https://x.example/1|one\n1#2|https://x.example/2|two\n"},
		{"keyed by id, in an envelope", `{"status":"ok","jobs":{"j1":{"title":"VP","text":"one"},"j2":{"title":"Head","text":"two"}}}`,
			"1|j1|VP|one\n1#2|j2|Head|two\n"},
		{"keyed by company", `{"Acme":[{"title":"VP","text":"one"},{"title":"Lead","text":"two"}],"Fern":[{"title":"Head","text":"three"}],"None":[]}`,
			"1|VP|Acme|one\n1#2|Lead|Acme|two\n1#3|Head|Fern|three\n"},
		{"keyed by company, with companies of their own", `{"acme":[{"company":"Acme Ltd","text":"one"}],"fern":[{"company":null,"text":"two"}]}`,
			"1|Acme Ltd|one\n1#2|fern|two\n"},
		{"keyed by company, wrapped", `{"Acme":{"jobs":[{"text":"one"}]},"Fern":{"jobs":[{"text":"two"}]}}`,
			"1|Acme|one\n1#2|Fern|two\n"},
		{"a company around its list", `{"company":{"name":"Acme"},"jobs":[{"text":"one"},{"text":"two","company":"Elm"}]}`,
			"1|Acme|one\n1#2|Elm|two\n"},
		{"written as a string", `"[{\"title\":\"VP\",\"text\":\"one\"},{\"text\":\"it is \\\"two\\\"\"}]"`,
			"1|VP|one\n1#2|it is \"two\"\n"},
		{"a list of strings of JSON", `["{\"text\":\"one\"}","{\"text\":\"two\"}"]`,
			"1|one\n1#2|two\n"},
		{"written as a string a line", `"{\"text\":\"one\"}"` + "\n" + `"two"` + "\n",
			"1|one\n2: not JSON: '\"' where an object {…} is wanted at byte 1 of the record\n"},
		{"two lists", `{"featured":[{"title":"VP","text":"one"}],"jobs":[{"title":"Head","text":"two"}]}`,
			"1|VP|one\n1#2|Head|two\n"},
		{"two lists, over lines", "{\"featured\":[\n{\"text\":\"one\"},\n{\"text\":\"two\"}],\n\"total\":3,\n\"results\":[{\"text\":\"three\"}]}",
			"2|one\n3|two\n5|three\n"},
		{"two lists, deep", `{"data":{"featured":{"items":[{"text":"one"}]},"all":{"items":[{"text":"two"}]}}}`,
			"1|one\n1#2|two\n"},
		{"a list of other things", `{"categories":[{"name":"Tech","description":"all of it"}],"jobs":[{"title":"VP","description":"one"}]}`,
			"1|VP|one\n"},
		{"what is said of a site, and its jobs", `{"meta":{"description":"Jobs of Lark"},"jobs":[{"title":"VP","description":"one"}]}`,
			"1|VP|one\n"},
		{"GraphQL", `{"data":{"jobs":{"edges":[{"cursor":"x","node":{"id":"7","title":"VP","description":"one"}},{"node":{"title":"Head","description":"two"}}],"pageInfo":{"hasNextPage":false}}}}`,
			"1|7|VP|one\n1#2|Head|two\n"},
		{"GraphQL, the first without a text", `{"data":{"jobs":{"edges":[{"node":{"title":"x","description":null}},{"node":{"title":"Head","description":"two"}}]}}}`,
			"1: no column of a usual name holds the text; the columns are node\n1#2|Head|two\n"},
		{"Elasticsearch", `{"took":3,"hits":{"total":{"value":2},"hits":[{"_index":"j","_id":"7","_source":{"title":"VP","description":"one"}},{"_id":"8","_source":{"title":"Head","description":"two"}}]}}`,
			"1|7|VP|one\n1#2|8|Head|two\n"},
		{"Elasticsearch, a line each", `{"_index":"j","_id":"7","_source":{"title":"VP","description":"one"}}` + "\n" + `{"_index":"j","_id":"8","_source":{"title":"Head","description":"two"}}`,
			"1|7|VP|one\n2|8|Head|two\n"},
		{"Solr", `{"responseHeader":{"status":0},"response":{"numFound":1,"docs":[{"id":"7","title":["VP"],"description":["one"]}]}}`,
			"1|7|VP|one\n"},
		{"The Muse", `{"page":1,"results":[{"contents":"<p>one</p>","name":"VP","type":"external","publication_date":"2024-03-05T00:00:00Z","short_name":"vp","id":7,"locations":[{"name":"Dublin"}],"company":{"id":3,"name":"Lark"}}]}`,
			"1|7|VP|Lark|Dublin|2024-03-05|one\n"},
		{"a page of Spring", `{"content":[{"title":"VP","description":"one","company":"Lark"}],"totalPages":1}`,
			"1|VP|Lark|one\n"},
		{"a list that says little of each", `{"totalFound":1,"content":[{"id":"7","name":"VP","location":{"city":"Dublin"}}]}`,
			"1: no column of a usual name holds the text; the columns are totalFound, content\n"},
		{"parts of a text with ids", `{"description":[{"id":1,"title":"You will","content":"Own."}]}`,
			"1|You will/Own.\n"},
		{"a list in a list", `[[{"text":"one"}],[{"text":"two"}]]`,
			"1|one\n1#2|two\n"},
		{"Lever", `[{"id":"x","text":"VP","description":"<div>one</div>","descriptionPlain":"one","lists":[{"text":"You will","content":"<li>Hire</li><li>Plan</li>"}],"additional":"<p>Fair</p>","categories":{"location":"Dublin","team":"Eng"},"hostedUrl":"https://l.example/x","applyUrl":"https://l.example/x/apply","createdAt":1709596800000}]`,
			"1|x|VP|Dublin|https://l.example/x|2024-03-05|one//You will/- Hire/- Plan//Fair\n"},
		{"Lever, plain", `{"id":"x","text":"VP","descriptionPlain":"one","additionalPlain":"Fair","hostedUrl":"https://l.example/x","lists":[]}`,
			"1|x|VP|https://l.example/x|one//Fair\n"},
		{"Lever, opening and body", `{"text":"VP","opening":"Hello","descriptionBody":"one","categories":{},"description":""}`,
			"1|VP|Hello//one\n"},
		{"a text beside a description is a text", `{"text":"one","title":"VP","description":"short"}`,
			"1|VP|one\n"},
		{"Greenhouse", `{"jobs":[{"absolute_url":"https://g.example/7","internal_job_id":5,"location":{"name":"Dublin"},"metadata":null,"id":7,"updated_at":"2024-04-01T00:00:00-04:00","first_published":"2024-03-05T00:00:00-04:00","requisition_id":"R1","title":"VP","content":"&lt;p&gt;one&amp;nbsp;two&lt;/p&gt;","departments":[{"id":1,"name":"Eng"}],"offices":[{"id":2,"name":"Dublin"}]}],"meta":{"total":1}}`,
			"1|7|VP|Dublin|https://g.example/7|2024-03-05|one two\n"},
		{"Ashby", `{"jobs":[{"id":"u","title":"VP","department":"Eng","location":"Dublin","publishedAt":"2024-03-05T00:00:00Z","jobUrl":"https://a.example/u","applyUrl":"https://a.example/u/application","descriptionHtml":"<p>one</p>","descriptionPlain":"one"}],"apiVersion":"1"}`,
			"1|u|VP|Dublin|https://a.example/u|2024-03-05|one\n"},
		{"SmartRecruiters", `{"id":"7","name":"VP","uuid":"u","company":{"identifier":"Lark","name":"Lark"},"releasedDate":"2024-03-05T00:00:00Z","location":{"city":"Dublin","country":"ie"},"jobAd":{"sections":{"companyDescription":{"title":"Company Description","text":"<p>We are</p>"},"jobDescription":{"title":"Job Description","text":"<p>one</p>"},"qualifications":{"title":"Qualifications","text":"<p>ten</p>"},"videos":{"urls":[]}}},"postingUrl":"https://s.example/7"}`,
			"1|7|VP|Lark|Dublin, ie|https://s.example/7|2024-03-05|Company Description//We are//Job Description//one//Qualifications//ten\n"},
		{"Workday", `{"jobPostingInfo":{"id":"u","title":"VP","jobDescription":"<p>one</p>","location":"Dublin","jobReqId":"R7","externalUrl":"https://w.example/7"},"hiringOrganization":{"name":"Lark","url":""}}`,
			"1|u|VP|Lark|Dublin|https://w.example/7|one\n"},
		{"schema.org", `{"@context":"https://schema.org","@type":"JobPosting","title":"VP","description":"<p>one</p>","identifier":{"@type":"PropertyValue","name":"Lark","value":"R-7"},"hiringOrganization":{"@type":"Organization","name":"Lark","sameAs":"https://lark.example"},"jobLocation":{"@type":"Place","address":{"@type":"PostalAddress","addressLocality":"Dublin","addressCountry":"IE"}},"datePosted":"2024-03-05","responsibilities":"lead","skills":["Go","SQL"],"qualifications":"ten","experienceRequirements":{"@type":"OccupationalExperienceRequirements","monthsOfExperience":60}}`,
			"1|R-7|VP|Lark|Dublin, IE|2024-03-05|one//Responsibilities/lead//Qualifications/ten//Skills/Go/SQL\n"},
		{"schema.org, a graph", `{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Lark","description":"about"},{"@type":"WebPage","name":"x","text":"page"},{"@type":["JobPosting"],"title":"VP","description":"one","experienceRequirements":"ten"}]}`,
			"1|VP|one//Experience/ten\n"},
		{"schema.org, a list of items", `{"@type":"ItemList","itemListElement":[{"@type":"ListItem","position":1,"item":{"@type":"JobPosting","title":"VP","description":"one"}},{"@type":"ListItem","position":2,"item":{"@type":"JobPosting","title":"Head","description":"two"}}]}`,
			"1|VP|one\n1#2|Head|two\n"},
		{"schema.org, an array", `[{"@type":"Organization","name":"Lark","description":"about"},{"@type":"http://schema.org/JobPosting","title":"VP","description":"one","skills":"Go"}]`,
			"1|VP|one//Skills/Go\n"},
		{"skills of other records are no text", `{"title":"VP","text":"one","skills":"Go"}`,
			"1|VP|one\n"},
	} {
		if got := fields(c.in, "a.json", Options{}); got != c.want {
			t.Errorf("%s:\ngot:\n%swant:\n%s", c.name, got, c.want)
		}
	}
}

func TestReadJSONRecordsOneBehindTheOther(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"on one line", `{"text":"one"}{"text":"two"} {"text":"three"}`,
			"1|one\n1#2|two\n1#3|three\n"},
		{"on two lines", `{"text":"one"}{"text":"two"}` + "\n" + `{"text":"three"}{"text":"four"}`,
			"1|one\n1#2|two\n2|three\n2#2|four\n"},
		{"commas behind", "{\"text\":\"one\"},\n{\"text\":\"two\"},\n",
			"1|one\n2|two\n"},
		{"one malformed in the middle", `{"text":"one"}{"text" "x"}{"text":"three"}`,
			"1|one\n1#2: not JSON: '\"' where \":\" is wanted at byte 9 of the record\n1#3|three\n"},
		{"the last cut short", `{"text":"one"}{"text":"tw`,
			"1|one\n1#2: not JSON: a string that does not end begins at byte 9 of the record\n"},
		{"braces and quotes in texts", `{"text":"a } { \" b"}{"text":"}{"}`,
			"1|a } { \" b\n1#2|}{\n"},
		{"something else behind", `{"text":"one"} x {"text":"two"}`,
			"1: not JSON: 'x' where the end of the record is wanted at byte 16 of the record\n"},
		{"objects over lines", "{\n\"text\":\"one\"\n}{\n\"text\":\"two\"\n}\n{\n\"text\":\"three\"}",
			"1|one\n3|two\n6|three\n"},
		{"lists", `[{"text":"one"}][{"text":"two"}]`,
			"1|one\n1#2|two\n"},
		{"lists over lines", "[\n{\"text\":\"one\"}\n]\n[\n{\"text\":\"two\"}\n]\n",
			"2|one\n5|two\n"},
		{"an empty list first", `[][{"text":"two"}]`,
			"1|two\n"},
		{"a list a line", "[{\"text\":\"one\"},{\"text\":\"two\"}]\n[{\"text\":\"three\"}]\n",
			"1|one\n1#2|two\n2|three\n"},
		{"record separators", "\x1e{\"text\":\"one\"}\n\x1e{\"text\":\n\"two\"}\n\x1e{\"text\":\"three\"}\n",
			"1|one\n2|two\n4|three\n"},
		{"byte order marks", "\ufeff{\"text\":\"one\"}\n\ufeff{\"text\":\"two\"}\n",
			"1|one\n2|two\n"},
		{"byte order marks of lists", "\ufeff[{\"text\":\"one\"}]\ufeff[{\"text\":\"two\"}]",
			"1|one\n1#2|two\n"},
		{"commas behind the last", "[{\"text\":\"one\",\"tags\":[1,2,],},\n{\"text\":\"two\",},]",
			"1|one\n2|two\n"},
		{"comments", "// of 2024\n[\n// one\n{\"text\":\"one\"},\n{\"text\":\"two\" /* x */}\n] // end",
			"4|one\n5: not JSON: '/' where \",\" or \"}\", and no comment, is wanted at byte 15 of the record\n"},
		{"not a number", `{"text":"one","title":NaN,"a":Infinity,"b":-Infinity}`,
			"1|one\n"},
	} {
		if got := fields(c.in, "a.json", Options{}); got != c.want {
			t.Errorf("%s:\ngot:\n%swant:\n%s", c.name, got, c.want)
		}
	}
}

func TestReadPythonAndScripts(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"dictionaries", "{'title': 'VP', 'text': 'Lead \"it\"', 'pay': None, 'remote': True}\n{'title': \"Head's\", 'text': 'it\\'s {one}\\nline', 'x': (1, 2)}\n",
			"1|VP|Lead \"it\"\n2|Head's|it's {one}/line\n"},
		{"a list of them", "[{'title': 'VP', 'text': 'it is \"}\" one'}, {'text': \"two's\"}]",
			"1|VP|it is \"}\" one\n1#2|two's\n"},
		{"as pprint prints", "[{'company': 'Lark',\n  'text': 'You lead '\n          'four teams.',\n  'title': 'VP'},\n {'text': 'two',\n  'title': 'Head'}]\n",
			"1|VP|Lark|You lead four teams.\n5|Head|two\n"},
		{"times and numbers", "{'text': 'one', 'posted': datetime.datetime(2024, 3, 5, 0, 0), 'pay': nan, 'id': UUID('u-7'), 'x': -inf}\n{'text': 'two', 'date': Timestamp('2024-03-06 00:00:00')}",
			"1|u-7|2024-03-05|one\n2|2024-03-06|two\n"},
		{"of a database's shell", `{"_id": ObjectId("65e6"), "text": "one", "date": ISODate("2024-03-05T00:00:00Z")}`,
			"1|65e6|2024-03-05|one\n"},
		{"bytes", "b'{\"title\": \"VP\", \"text\": \"it\\xe2\\x80\\x99s\"}'\n",
			"1|VP|it’s\n"},
		{"accents", `{'text': 'caf\xe9 \u2019'}`,
			"1|café ’\n"},
		{"what cannot be read", "{'text': 'one', 'x': <object at 0x7f>}\n{'text': 'two'}",
			"1: in Python's own notation, and not JSON: write it with json.dumps\n2|two\n"},
		{"a script", "var jobs = [{\"text\":\"one\"}];",
			"! a.json: a script around JSON (\"var jobs = […]\" or \"callback(…)\"), and no JSON: keep what stands between the first \"[\" or \"{\" and the last \"]\" or \"}\"\n"},
		{"a script of a page", "window.__DATA__ = {\"text\":\"one\"};",
			"! a.json: a script around JSON (\"var jobs = […]\" or \"callback(…)\"), and no JSON: keep what stands between the first \"[\" or \"{\" and the last \"]\" or \"}\"\n"},
		{"an exported list", "export default [\n{\"text\":\"one\"}]",
			"! a.json: a script around JSON (\"var jobs = […]\" or \"callback(…)\"), and no JSON: keep what stands between the first \"[\" or \"{\" and the last \"]\" or \"}\"\n"},
		{"a call around it", "callback({\"text\":\"one\"});",
			"! a.json: a script around JSON (\"var jobs = […]\" or \"callback(…)\"), and no JSON: keep what stands between the first \"[\" or \"{\" and the last \"]\" or \"}\"\n"},
		{"a call of jQuery", "/**/jQuery123_4([{\"text\":\"one\"}])",
			"! a.json: a script around JSON (\"var jobs = […]\" or \"callback(…)\"), and no JSON: keep what stands between the first \"[\" or \"{\" and the last \"]\" or \"}\"\n"},
	} {
		if got := fields(c.in, "a.json", Options{}); got != c.want {
			t.Errorf("%s:\ngot:\n%swant:\n%s", c.name, got, c.want)
		}
	}
}
