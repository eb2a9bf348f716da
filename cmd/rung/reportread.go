package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"strconv"
	"strings"
	"sync"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/read"
	"rung/report/study"
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
		f.count.read.Store(0)
		n := 0
		for _, arg := range args {
			for it, err := range a.itemsOf(f, arg) {
				if !yield(it, err) {
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
						yield(item{}, &corpus.LineError{File: arg, Err: cause(err)})
						return
					}
					defer r.Close()
					rows(r, arg, &f.count)(yield)
				}
			}
		}
	}
	if rows, ok := classified(arg, &f.count.read); ok && f.input.from == "auto" {
		return rows
	}
	return func(yield func(item, error) bool) {
		in, err := a.sources(&f.input, []string{arg})
		if err != nil {
			yield(item{}, err)
			return
		}
		before := f.count.read.Load()
		for p, err := range in.postings() {
			f.count.read.Store(before + in.read.Load())
			it := item{posting: p}
			if f.labels.wanted && err == nil && arg != "-" {
				it.label = f.labels.at(p.Source)
			}
			if !yield(it, err) {
				return
			}
		}
		f.count.read.Store(before + in.read.Load())
	}
}

// isRows looks at the first line that holds something.
func isRows(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n\ufeff")
	line, _, _ := bytes.Cut(head, []byte{'\n'})
	return len(line) > 0 && line[0] == '{' && study.IsRow(line)
}

// labels looks up what a file of JSON Lines says in the key label, line by line.
type labels struct {
	wanted bool
	file   string // looked up last
	lines  []string
}

// at is the label of the posting at file:line, "" for none.
func (l *labels) at(source string) string {
	i := strings.LastIndexByte(source, ':')
	line, err := strconv.Atoi(source[i+1:])
	if i < 0 || err != nil {
		return ""
	}
	if source[:i] != l.file {
		l.file = source[:i]
		l.lines = readLabels(l.file)
	}
	if line < 1 || line > len(l.lines) {
		return ""
	}
	return l.lines[line-1]
}

// readLabels are the labels of a file by line, none where it does not begin with
// an object. A label with bank_vp beside it is one.
func readLabels(name string) []string {
	r, err := read.Open(name)
	if err != nil {
		return nil // told by whoever reads the postings
	}
	defer r.Close()
	br := bufio.NewReaderSize(r, 1<<16)
	if head, _ := br.Peek(512); !bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n\ufeff"), []byte{'{'}) {
		return nil
	}
	var lines []string
	known := map[string]string{}
	for {
		b, err := br.ReadBytes('\n')
		var row struct {
			Label  string
			BankVP bool `json:"bank_vp"`
		}
		if bytes.Contains(b, []byte(`"label"`)) && json.Unmarshal(b, &row) == nil {
			row.Label = strings.ToLower(strings.TrimSpace(row.Label))
			if row.BankVP && row.Label == "vp" {
				row.Label = "bank_vp"
			}
			if _, ok := known[row.Label]; !ok {
				known[row.Label] = row.Label
			}
		}
		lines = append(lines, known[row.Label])
		if err != nil {
			return lines
		}
	}
}

// rows reads the lines of rung classify --to jsonl, whose bytes are counted
// unless count is nil.
func rows(r io.Reader, name string, count *sources) iter.Seq2[item, error] {
	return func(yield func(item, error) bool) {
		if count != nil {
			r = &tap{Reader: r, n: &count.read}
		}
		br := bufio.NewReaderSize(r, 1<<20)
		for line := 1; ; line++ {
			b, err := br.ReadBytes('\n')
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

// batchOfItems are items on their way, and what was read of them.
type batchOfItems struct {
	items []item
	bad   []error // before the items
	read  []*study.Reading
	fail  []error
	done  chan struct{}
}

// readAll reads items on jobs goroutines and gives what was read, or why it
// could not be, to add on the caller's, in the order of the input.
func readAll(ctx context.Context, in iter.Seq2[item, error], jobs int, opt study.Options, c *classify.Classifier, add func(*study.Reading, error) error) error {
	ctx, cancel := context.WithCancel(ctx)
	order, work := make(chan *batchOfItems, 2*jobs), make(chan *batchOfItems)
	var wait sync.WaitGroup
	defer wait.Wait()
	defer cancel()
	wait.Go(func() {
		defer close(order)
		defer close(work)
		b := &batchOfItems{done: make(chan struct{})}
		send := func() bool {
			for _, to := range []chan<- *batchOfItems{work, order} {
				select {
				case to <- b:
				case <-ctx.Done():
					return false
				}
			}
			b = &batchOfItems{done: make(chan struct{})}
			return true
		}
		for it, err := range in {
			if err != nil {
				if len(b.items) > 0 && !send() {
					return
				}
				b.bad = append(b.bad, err)
			} else {
				b.items = append(b.items, it)
			}
			if len(b.items) >= chunkPostings && !send() || ctx.Err() != nil {
				return
			}
		}
		send()
	})
	for range jobs {
		wait.Go(func() {
			r := study.NewReader(opt)
			for b := range work {
				for _, it := range b.items {
					read, err := readItem(r, c, it)
					b.read, b.fail = append(b.read, read), append(b.fail, err)
				}
				close(b.done)
			}
		})
	}
	for {
		select {
		case b, more := <-order:
			if !more {
				return ctx.Err()
			}
			<-b.done
			for _, err := range b.bad {
				if err := add(nil, err); err != nil {
					return err
				}
			}
			for i := range b.read {
				if err := add(b.read[i], b.fail[i]); err != nil {
					return err
				}
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func readItem(r *study.Reader, c *classify.Classifier, it item) (*study.Reading, error) {
	if it.row == nil {
		v := c.ClassifyTop(it.posting, 0)
		read := r.Posting(it.posting, &v)
		read.Label = it.label
		return read, nil
	}
	read, err := r.Row(it.row)
	if err != nil {
		file, line := splitSource(it.source)
		return nil, &corpus.LineError{File: file, Line: line, Err: err, Raw: it.row}
	}
	return read, nil
}

func splitSource(s string) (file string, line int) {
	i := strings.LastIndexByte(s, ':')
	line, _ = strconv.Atoi(s[i+1:])
	return s[:i], line
}
