package row_test

import (
	"bytes"
	"encoding/json"
	"fmt"

	"rung/classify"
	"rung/corpus"
	"rung/report/row"
)

var examplePosting = corpus.Posting{ID: "1", Company: "Elm", Title: "VP Engineering", Text: "You report to the VP of Engineering and lead three engineering managers."}

// A row is one JSON object, which Row reads back. Its offsets count bytes and
// code points of the posting's text.
func ExampleAppend() {
	v := classify.Default().ClassifyTop(examplePosting, 1)
	line := row.Append(nil, examplePosting, &v, row.Options{})
	var back row.Row
	if err := json.Unmarshal(line, &back); err != nil {
		fmt.Println(err)
	}
	e := back.Reasons[0].Evidence[0]
	fmt.Println(back.Level, back.TitleClaim, back.Reasons[0].Rule)
	fmt.Println(e.Quote == examplePosting.Text[e.Start:e.End])
	// Output:
	// director vp reporting/vp
	// true
}

// A Format makes a file: its head, then a row a posting, then its foot.
func ExampleFormat() {
	c := classify.Default()
	f := row.Markdown(c.Model().Levels)
	v := c.ClassifyTop(examplePosting, 1)
	fmt.Print(string(f.Row(f.Head(nil), examplePosting, &v)))
	// Output:
	// | id | company | title | level | P(VP) | vs title | reason |
	// |---|---|---|---|---|---|---|
	// | 1 | Elm | VP Engineering | leans director | 4 % | lower | reports to a vice president |
}

// Records go to files with columns.
func ExampleNewParquet() {
	c := classify.Default()
	var file bytes.Buffer
	w := row.NewParquet(&file, row.Options{})
	v := c.ClassifyTop(examplePosting, 3)
	if err := w.Write([]row.Record{row.NewRecord(examplePosting, &v, row.Options{})}); err != nil {
		fmt.Println(err)
	}
	if err := w.Close(); err != nil {
		fmt.Println(err)
	}
	fmt.Printf("%s…%s\n", file.Bytes()[:4], file.Bytes()[file.Len()-4:])
	// Output:
	// PAR1…PAR1
}
