package classify_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"strings"
	"sync"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/read"
	"rung/report/row"
)

// A verdict says what the duties read, and proves it: every reason quotes the
// posting.
func Example() {
	v := classify.Default().Classify(corpus.Posting{
		Title: "VP of Engineering",
		Text:  "You report to the VP of Engineering. You lead four engineering managers in one product area and run the weekly incident review.",
	})
	fmt.Println(v.Level, "while the title says", v.Claim)
	for _, r := range v.Reasons[:2] {
		fmt.Printf("%s: %q\n", r.Rule, r.Evidence[0].Of(v.Doc.Text))
	}
	// Output:
	// director while the title says vp
	// reporting/vp: "report to the VP"
	// scope/area: "lead four engineering managers in one product area"
}

// Text from elsewhere is brought into the normal form that offsets count in.
func ExampleClassifier_Classify() {
	text := corpus.Normalize("You report to the CEO and lead five directors\u00a0and 200 people.\r\nYou set the three-year strategy and present to the board.")
	v := classify.Default().Classify(corpus.Posting{Title: "Director of Engineering", Text: text})
	fmt.Println("speaks for VP:", v.LogOdds > 0)
	// Output:
	// speaks for VP: true
}

// A model file, as rung model build and rung model train write it, takes the
// place of the built-in ones.
func ExampleLoad() {
	f, err := os.Open("models/reference.model")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	c, err := classify.Load(f, f.Name())
	if err != nil {
		log.Fatal(err)
	}
	v := c.Classify(corpus.Posting{Text: "You report to the CEO and present to the board."})
	fmt.Println(c.Model().Name, v.LogOdds > v.Bias)
	// Output:
	// reference true
}

// One Classifier serves any number of goroutines. ClassifyTop lists the heaviest
// reasons only, which is what a batch wants.
func ExampleClassifier_ClassifyTop_concurrent() {
	postings := []corpus.Posting{
		{ID: "a", Text: "You report to the CEO and lead all of engineering: five directors and 200 people. You own the engineering budget, set the three-year technical strategy and present to the board."},
		{ID: "b", Text: "You report to the VP of Engineering and lead three engineering managers."},
		{ID: "c", Text: "You prepare breakfast for eighty guests each morning, order the food and keep the kitchen clean."},
	}
	c := classify.Default()
	verdicts := make([]classify.Verdict, len(postings))
	var wait sync.WaitGroup
	for i, p := range postings {
		wait.Go(func() { verdicts[i] = c.ClassifyTop(p, 3) })
	}
	wait.Wait()
	for _, v := range verdicts {
		fmt.Println(v.ID, v.Level)
	}
	// Output:
	// a vp
	// b director
	// c neither
}

// A file of any format that rung reads becomes rows: here JSON Lines become CSV.
func Example_batch() {
	in := strings.NewReader(`{"id":"1","company":"Elm","title":"VP Engineering","text":"You report to the CEO and lead all of engineering: five directors and 200 people. You own the engineering budget, set the three-year technical strategy and present to the board."}
{"id":"2","company":"Elm","title":"Director Engineering","text":"You report to the VP of Engineering and lead three engineering managers."}
not a record
`)
	c := classify.Default()
	format := row.CSV(row.Options{Levels: c.Model().Levels})
	out := format.Head(nil)
	for p, err := range read.Postings(context.Background(), in, "jobs.jsonl", read.Auto) {
		if err != nil {
			fmt.Println("skipped", err)
			continue
		}
		v := c.ClassifyTop(p, 1)
		out = format.Row(out, p, &v)
	}
	for row := range strings.Lines(string(out)) {
		fmt.Println(strings.Join(strings.SplitN(row, ",", 6)[:5], ","))
	}
	// Output:
	// skipped jobs.jsonl:3: not JSON: 'n' where an object {…} is wanted at byte 1 of the record
	// id,source,company,title,level
	// 1,jobs.jsonl:1,Elm,VP Engineering,vp
	// 2,jobs.jsonl:2,Elm,Director Engineering,director
}
