package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"
	"os"
	"sync/atomic"

	"rung/corpus"
	"rung/corpus/read"
	"rung/report/batch"
	"rung/report/study"
	"rung/scrape/inputs"
)

// item is a posting, or a row that was classified already.
type item struct {
	posting corpus.Posting
	label   string // of the posting
	row     []byte // nil: posting is meant
	source  string // of the row: file:line
}

// items reads postings and rows in the order of the arguments.
func (a *app) items(f *reportFlags, args []string) iter.Seq2[item, error] {
	return func(yield func(item, error) bool) {
		f.done.Store(0)
		n := 0
		for _, arg := range args {
			for it, err := range a.itemsOf(f, arg) {
				if !yield(it, worded(err)) {
					return
				}
				if err == nil {
					if n++; n == f.limit {
						return
					}
				}
			}
		}
	}
}

// headBytes is how much of an input is looked at to tell rows from postings: a
// row with all its reasons fits.
const headBytes = 1 << 20

func (a *app) itemsOf(f *reportFlags, arg string) iter.Seq2[item, error] {
	if arg == "-" {
		in, ok := a.stdin.(*bufio.Reader)
		if !ok {
			in = bufio.NewReaderSize(a.stdin, headBytes)
			a.stdin = in
		}
		if head, _ := in.Peek(headBytes); isRows(head) {
			return rows(in, "stdin", nil)
		}
	} else if info, err := os.Stat(arg); err == nil && info.Mode().IsRegular() {
		if r, err := read.Open(arg); err == nil {
			head, _ := io.ReadAll(io.LimitReader(r, headBytes))
			r.Close()
			if isRows(head) {
				return func(yield func(item, error) bool) {
					r, err := read.Open(arg)
					if err != nil {
						yield(item{}, &corpus.LineError{File: arg, Err: inputs.Cause(err)})
						return
					}
					defer r.Close()
					rows(r, arg, &f.done)(yield)
				}
			}
		}
	}
	if rows, ok := batch.ReadRows(arg, &f.done); ok && f.input.from == "auto" {
		return func(yield func(item, error) bool) {
			for w, err := range rows {
				if !yield(item{row: w.Row, source: w.Source}, err) {
					return
				}
			}
		}
	}
	return func(yield func(item, error) bool) {
		in, err := a.open(&f.input, []string{arg})
		if err != nil {
			yield(item{}, err)
			return
		}
		before := f.done.Load()
		for p, err := range in.Postings(a.ctx) {
			f.done.Store(before + in.Done())
			it := item{posting: p}
			if f.labels.Wanted && err == nil && arg != "-" {
				it.label = f.labels.At(p.Source)
			}
			if !yield(it, err) { // items puts it into words
				return
			}
		}
		f.done.Store(before + in.Done())
	}
}

// isRows looks at the first line that holds something.
func isRows(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n\ufeff")
	line, _, _ := bytes.Cut(head, []byte{'\n'})
	return len(line) > 0 && line[0] == '{' && study.IsRow(line)
}

// rows reads the lines of rung classify --to jsonl. Their bytes are added to done,
// unless it is nil.
func rows(r io.Reader, name string, done *atomic.Int64) iter.Seq2[item, error] {
	return func(yield func(item, error) bool) {
		br := bufio.NewReaderSize(corpus.BoundLines(r), 1<<20)
		for line := 1; ; line++ {
			b, err := br.ReadBytes('\n')
			if done != nil {
				done.Add(int64(len(b)))
			}
			if text := bytes.TrimSpace(b); len(text) > 0 && !yield(item{row: text, source: fmt.Sprintf("%s:%d", name, line)}, nil) {
				return
			}
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(item{}, &corpus.LineError{File: name, Line: line, Err: err})
				return
			}
		}
	}
}
