package main

import (
	"context"
	"errors"
	"iter"
	"time"

	"rung/classify"
	"rung/corpus"
	"rung/report/row"
)

// A chunk is what one hand-over between goroutines costs, so it holds many
// postings, but not many large ones.
const (
	chunkPostings = 64
	chunkBytes    = 512 << 10
)

// chunk is a run of postings on their way, reused when it is written.
type chunk struct {
	postings []corpus.Posting
	bad      []error
	out      []byte           // rows of text, one after the other
	records  []row.Record     // or rows as values
	results  [][]any          // or rows of a database
	ends     []int            // of each posting's rows in the one of these that is used
	levels   []classify.Level // of the postings, where they were judged
	left     []bool           // which of them --only leaves out; nil: none
	done     chan struct{}    // receives when the rows are complete
}

// end ends the rows of a posting.
func (c *chunk) end() { c.ends = append(c.ends, len(c.out)+len(c.records)+len(c.results)) }

// span is where the rows of the postings [from, to) begin and end.
func (c *chunk) span(from, to int) (start, end int) {
	if from > 0 {
		start = c.ends[from-1]
	}
	return start, c.ends[to-1]
}

// rows are those of the postings [from, to), as text.
func (c *chunk) rows(from, to int) []byte {
	start, end := c.span(from, to)
	return c.out[start:end]
}

// reset makes the chunk empty, and keeps its memory.
func (c *chunk) reset() {
	clear(c.postings)
	clear(c.bad)
	clear(c.records)
	clear(c.results)
	c.postings, c.bad, c.out, c.ends = c.postings[:0], c.bad[:0], c.out[:0], c.ends[:0]
	c.records, c.results, c.levels, c.left = c.records[:0], c.results[:0], c.levels[:0], c.left[:0]
}

// pipeline reads on one goroutine, makes rows on jobs others, and writes on the
// caller's, in the order of the input: the bytes are the same at any number of
// jobs. The number of chunks bounds the memory.
type pipeline struct {
	in     iter.Seq2[corpus.Posting, error]
	jobs   int
	most   int                 // postings a chunk
	worker func() func(*chunk) // gives each goroutine what makes its rows
	write  func(*chunk) error  // takes the rows, in order
	bad    func(error) error   // told of every record that could not be read, in order
}

// grace is how long an interrupted run waits for the next chunk of a reader
// that may be waiting for its input.
const grace = time.Second

// run returns the number of postings written and whether all input was read.
func (p *pipeline) run(ctx context.Context) (n int, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	chunks := 2*p.jobs + 2
	free := make(chan *chunk, chunks)
	for range chunks {
		free <- &chunk{done: make(chan struct{}, 1)}
	}
	// Both can hold every chunk, so that only free makes anyone wait.
	work, order := make(chan *chunk, chunks), make(chan *chunk, chunks)
	go func() {
		defer close(order)
		defer close(work)
		p.read(ctx, free, work, order)
	}()
	for range p.jobs {
		go func() {
			render := p.worker()
			for c := range work {
				render(c)
				c.done <- struct{}{}
			}
		}()
	}
	stop := ctx.Done()
	var late <-chan time.Time
	for {
		select {
		case c, more := <-order:
			if !more {
				return n, ctx.Err()
			}
			<-c.done
			for _, err := range c.bad {
				if err := p.bad(err); err != nil {
					return n, err
				}
			}
			if len(c.postings) > 0 {
				if err := p.write(c); err != nil {
					return n, err
				}
			}
			n += len(c.postings)
			c.reset()
			free <- c
			if stop == nil {
				late = time.After(grace)
			}
		case <-stop:
			// What was read is finished; what the reader waits for is not.
			stop, late = nil, time.After(grace)
		case <-late:
			return n, ctx.Err()
		}
	}
}

// read fills chunks and hands each to work and to order.
func (p *pipeline) read(ctx context.Context, free <-chan *chunk, work, order chan<- *chunk) {
	var c *chunk
	size := 0
	send := func() {
		if c != nil {
			order <- c
			work <- c
		}
		c, size = nil, 0
	}
	defer send()
	for posting, err := range p.in {
		if ctx.Err() != nil {
			return
		}
		if c == nil {
			select {
			case c = <-free:
			case <-ctx.Done():
				return
			}
		}
		if err != nil {
			c.bad = append(c.bad, err)
			var line *corpus.LineError
			if errors.As(err, &line) {
				size += len(line.Raw)
			}
		} else {
			c.postings = append(c.postings, posting)
			size += len(posting.Text)
		}
		if len(c.postings)+len(c.bad) >= p.most || size >= chunkBytes {
			send()
		}
	}
}
