package batch

import (
	"io"

	"rung/classify"
	"rung/corpus"
	"rung/report/row"
)

// Rows are what a worker makes of a run of postings: of each its rows, in one of
// Text, Records and Results, and then End.
type Rows struct {
	Text    []byte           // rows of text, one after the other
	Records []row.Record     // or rows as values
	Results [][]any          // or rows of a database
	Levels  []classify.Level // of the postings, where they are judged
	Left    []bool           // which postings have no row because nobody asked for it; nil: none

	ends []int // of each posting's rows
}

// End ends the rows of a posting.
func (r *Rows) End() { r.ends = append(r.ends, len(r.Text)+len(r.Records)+len(r.Results)) }

// span is where the rows of the postings [from, to) begin and end.
func (r *Rows) span(from, to int) (start, end int) {
	if from > 0 {
		start = r.ends[from-1]
	}
	return start, r.ends[to-1]
}

// text are the rows of the postings [from, to).
func (r *Rows) text(from, to int) []byte {
	start, end := r.span(from, to)
	return r.Text[start:end]
}

// reset empties the rows, and keeps their memory.
func (r *Rows) reset() {
	clear(r.Records)
	clear(r.Results)
	r.Text, r.Records, r.Results, r.Levels, r.Left, r.ends = r.Text[:0], r.Records[:0], r.Results[:0], r.Levels[:0], r.Left[:0], r.ends[:0]
}

// Task is what is done with postings: how each becomes rows, and what these
// depend on. Classify and the command make them.
type Task struct {
	Command        string            // "classify"
	Options        map[string]string // what the rows depend on, for a run that is taken up again
	Model, Lexicon string            // the same
	Format         string            // of the rows, as Formats names it
	Levels         []string          // names by classify.Level; nil where none is judged
	Most           int               // postings a worker takes at once; 0: ChunkItems

	Columns func(kept []string)                  // told, before anything else, which columns of the input the rows have where they have columns; nil: none
	Worker  func() func([]corpus.Posting, *Rows) // gives each goroutine what makes rows
	Layout  Layout                               // of rows of text
	Table   func(io.Writer) io.WriteCloser       // draws rows of text as a table; nil: they are written as they are
	Records func(io.Writer) row.RecordWriter     // of formats that hold values
}
