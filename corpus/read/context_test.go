package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"rung/corpus/attacktest"
	"strconv"
	"strings"
	"testing"
)

// large are files of every format, of a quarter of a megabyte or more.
func large(t *testing.T) map[string]string {
	line := "You will lead four teams.\n"
	rows := make([][]any, 3000)
	rows[0] = []any{"title", "text"}
	for i := range rows[1:] {
		rows[i+1] = []any{"VP", strings.Repeat(line, 4)}
	}
	jobs := make([]struct{ Title, Text string }, 20_000)
	for i := range jobs {
		jobs[i].Title, jobs[i].Text = "VP", strings.Repeat(line, 4)
	}
	object := `{"title":"VP","text":"` + strings.Repeat("You will lead. ", 20) + `"}`
	return map[string]string{
		"a.txt":     strings.Repeat(line, 10_000),
		"a.md":      strings.Repeat("- "+line, 10_000),
		"a.html":    "<html><body><h1>VP</h1>" + strings.Repeat("<p>"+line, 10_000),
		"a.csv":     "title,text\n" + strings.Repeat("VP,You will lead four teams.\n", 20_000),
		"a.tsv":     "title\ttext\n" + strings.Repeat("VP\tYou will lead four teams.\n", 20_000),
		"a.jsonl":   strings.Repeat(object+"\n", 2000),
		"a.json":    "[" + strings.Repeat(object+",", 2000) + object + "]",
		"a.json.gz": zip("[" + strings.Repeat(object+",", 2000) + object + "]"),
		"a.csv.gz":  zip("title,text\n" + strings.Repeat("VP,You will lead four teams.\n", 20_000)),
		"a.docx":    document(strings.Repeat("<w:r><w:t>You will lead.</w:t></w:r>", 10_000)),
		"a.pdf":     printed(strings.Split(strings.Repeat(line, 5000), "\n")...),
		"a.xlsx":    sheets(t, []string{"x"}, rows),
		"a.parquet": columned(t, jobs...),
		"one.json":  `{"jobs":[` + strings.Repeat(object+",", 2000) + object + "]}",
		"a.xml":     "<source>" + strings.Repeat("<job><title>VP</title><description>You will lead four teams.</description></job>", 5000) + "</source>",
		"a.mbox":    strings.Repeat("From a@b Mon Mar 4 10:00:00 2024\nMessage-ID: <a>\nSubject: VP\nFrom: a\n\nYou will lead four teams.\n\n", 3000),
		"a.rtf":     `{\rtf1 ` + strings.Repeat(`You will lead.\par `, 20_000) + "}",
		"a.odt":     openText(strings.Repeat("<text:p>You will lead.</text:p>", 10_000)),
		"a.ods":     openSheet(openRow("title", "text") + strings.Repeat(openRow("VP", "You will lead four teams."), 5000)),
		"a.zip":     zipped("a.csv", "title,text\n"+strings.Repeat("VP,You will lead four teams.\n", 10_000), "b.txt", strings.Repeat(line, 1000)),
		"a.tar.gz":  zip(tarred("a.csv", "title,text\n"+strings.Repeat("VP,You will lead four teams.\n", 10_000), "b.txt", strings.Repeat(line, 1000))),

		"a.xls":        "<table><tr><td>title<td>text" + strings.Repeat("<tr><td>VP<td>"+line, 5000),
		"old.xls":      xml2003("<Row><Cell><Data>title</Data></Cell><Cell><Data>text</Data></Cell></Row>" + strings.Repeat("<Row><Cell><Data>VP</Data></Cell><Cell><Data>"+line+"</Data></Cell></Row>", 5000)),
		"mac.csv":      "title,text\r" + strings.Repeat("VP,You will lead four teams.\r", 20_000),
		"slash.csv":    "title,text\n" + strings.Repeat("VP,\"You \\\"will\\\", and lead\"\n", 20_000),
		"quotes.csv":   "title,text\n" + strings.Repeat("VP,\"You will\n", 20_000),
		"columns.json": `{"title":{` + numbered(`"VP"`) + `},"text":{` + numbered(`"`+strings.Repeat("You will lead. ", 20)+`"`) + "}}",
		"split.json":   `{"columns":["title","text"],"data":[` + strings.Repeat(`["VP","`+strings.Repeat("You will lead. ", 20)+`"],`, 2000) + "]}",
		"keyed.json":   "{" + numbered(object) + "}",
		"python.jsonl": strings.Repeat(strings.ReplaceAll(object, `"`, "'")+"\n", 2000),
		"follow.jsonl": strings.Repeat(object, 2000),
	}
}

// TestAttackEveryFormatEndsWithItsContext: at whatever look, the last that is given is
// the context's error, and little is given after it ended.
func TestAttackEveryFormatEndsWithItsContext(t *testing.T) {
	for name, in := range large(t) {
		for kind, open := range map[string]func() io.Reader{
			"at any place": func() io.Reader { return strings.NewReader(in) },
			"forwards":     func() io.Reader { return io.MultiReader(bytes.NewReader([]byte(in))) },
		} {
			all := attacktest.Unending()
			for range Postings(all, open(), name, Auto) {
			}
			looks := all.Looks()
			if looks < 4 {
				t.Errorf("%s, %s: the context is looked at %d times", name, kind, looks)
			}
			for _, at := range []int{0, 1, looks / 2} {
				ctx := &attacktest.Countdown{Context: context.Background(), Left: at}
				var last error
				after, limit := 0, 4000
				if strings.Contains(name, ".json") {
					limit = 1 // also of many records in one object
				}
				for _, err := range Postings(ctx, open(), name, Auto) {
					if last = err; ctx.Left < 0 {
						after++
					}
				}
				if !errors.Is(last, context.DeadlineExceeded) || after > limit {
					t.Errorf("%s, %s, ended at look %d of %d: %v, %d given after it", name, kind, at, looks, last, after)
				}
			}
		}
	}
}

// numbered are 2,000 members of an object, all of one value.
func numbered(value string) string {
	var b strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&b, "%q:%s,", strconv.Itoa(i), value)
	}
	return strings.TrimSuffix(b.String(), ",")
}
