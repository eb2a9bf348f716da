package read_test

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"rung/corpus"
	"rung/corpus/read"
)

// A record that cannot be read is a value in the stream, which goes on behind it.
func ExamplePostings() {
	in := strings.NewReader("job_title;employer;job_description\nCook;Elm;You prepare breakfast.\nBaker;Ash;\n")
	for p, err := range read.Postings(context.Background(), in, "jobs.csv", read.Auto) {
		var line *corpus.LineError
		if errors.As(err, &line) {
			fmt.Printf("record %d is kept: %q\n", line.Line, line.Raw)
			continue
		}
		fmt.Printf("%s at %s, %s: %s\n", p.Title, p.Company, p.Source, p.Text)
	}
	// Output:
	// Cook at Elm, jobs.csv:2: You prepare breakfast.
	// record 3 is kept: "Baker;Ash;\n"
}

// Files reads folders, patterns and compressed files as well.
func ExampleOptions_Files() {
	o := read.Options{Said: func(s string) { fmt.Println(s) }}
	n := 0
	for _, err := range o.Files(context.Background(), []string{"../../testdata/postings/*.txt", "nosuch.csv"}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		n++
	}
	fmt.Println(n, "postings")
	// Output:
	// nosuch.csv: no such file or folder
	// 5 postings
}

func ExampleNormalize() {
	fmt.Printf("%q\n", corpus.Normalize("Lead\u00a0the team.\r\n\r\n\r\n\r\n•\tOwn the cafe\u0301."))
	// Output:
	// "Lead the team.\n\n• Own the café."
}
