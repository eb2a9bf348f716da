package batch

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync/atomic"

	"rung/corpus"
	"rung/corpus/read"
)

// What is looked at of an input to see which columns it has: a table has its head
// before its rows.
const (
	peekPostings = 1000
	peekBytes    = 32 << 20
)

// keeping tells the task which columns of the input its rows carry, and gives all
// of the input. done frees what is held.
func (j *Job) keeping(in iter.Seq2[corpus.Posting, error]) (all iter.Seq2[corpus.Posting, error], done func()) {
	j.kept = nil
	names := j.Input.Options.Keep
	columnar := slices.Contains([]string{"csv", "tsv", "xlsx", "parquet"}, j.Task.Format)
	if len(names) == 0 || !columnar || j.Task.Columns == nil {
		return in, func() {}
	}
	if !slices.Contains(names, read.KeepAll) {
		j.Task.Columns(names)
		return in, func() {}
	}
	type result struct {
		p   corpus.Posting
		err error
	}
	var first []result
	next, stop := iter.Pull2(in)
	size := 0
	j.kept = map[string]bool{}
	names = nil
	more := true
	for more && len(first) < peekPostings && size < peekBytes {
		var r result
		if r.p, r.err, more = next(); !more {
			break
		}
		first = append(first, r)
		size += len(r.p.Text)
		for _, f := range r.p.Kept {
			size += len(f.Value)
			if !j.kept[f.Name] {
				j.kept[f.Name] = true
				names = append(names, f.Name)
			}
		}
	}
	j.Task.Columns(names)
	var begun atomic.Bool
	unread := func() { // whoever reads ends it, and may still wait for its input
		if begun.CompareAndSwap(false, true) {
			stop()
		}
	}
	return func(yield func(corpus.Posting, error) bool) {
		if !begun.CompareAndSwap(false, true) {
			return
		}
		defer stop()
		for len(first) > 0 {
			r := first[0]
			first[0] = result{}
			if first = first[1:]; !yield(r.p, r.err) {
				return
			}
		}
		for more {
			p, err, ok := next()
			if !ok || !yield(p, err) {
				return
			}
		}
	}, unread
}

// mostLate is how many names of columns are told that came too late.
const mostLate = 20

// late notes the columns of a posting for which the head has no place.
func (j *Job) late(res *Result, p *corpus.Posting) {
	if j.kept == nil {
		return
	}
	for _, f := range p.Kept {
		if !j.kept[f.Name] && len(res.Late) < mostLate && !slices.Contains(res.Late, f.Name) {
			res.Late = append(res.Late, f.Name)
		}
	}
}

// Notes are what is to be told of a run that is done, in words.
func (r *Result) Notes() (notes []string) {
	switch {
	case r.Repeated == 1:
		notes = append(notes, "1 id occurs more than once; the column row tells its records apart")
	case r.Repeated > 1:
		notes = append(notes, fmt.Sprintf("%d ids occur more than once; the column row tells their records apart", r.Repeated))
	}
	if r.Unseen {
		notes = append(notes, fmt.Sprintf("whether ids behind the first %d occur more than once was not looked at", mostIDs))
	}
	if len(r.Late) > 0 {
		notes = append(notes, "columns that came late, behind the first records, are not in the table: "+strings.Join(r.Late, ", "))
	}
	return notes
}
