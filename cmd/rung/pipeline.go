package main

import (
	"context"
	"io"
	"iter"
	"time"

	"rung/classify"
	"rung/corpus"
	"rung/report"
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
	out      []byte
	done     chan struct{} // receives when out is complete
}

// pipeline reads on one goroutine, classifies and renders on jobs others, and
// writes on the caller's, in the order of the input: the bytes are the same at
// any number of jobs. The number of chunks bounds the memory.
type pipeline struct {
	in          iter.Seq2[corpus.Posting, error]
	classifier  *classify.Classifier
	boilerplate *classify.Boilerplate // what employers repeat; may be nil
	explain     int                   // reasons a verdict; negative: all
	abstain     float64
	limit       int // postings; 0: all
	jobs        int
	format      report.Format
	out         io.Writer
	bad         func(error) error // told of every record that could not be read, in order
	wrote       func(n int)       // told of every chunk
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
			for c := range work {
				p.render(c)
				c.done <- struct{}{}
			}
		}()
	}
	if p.format.Head != nil {
		if _, err := p.out.Write(p.format.Head(nil)); err != nil {
			return 0, err
		}
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
			if err := p.write(c); err != nil {
				return n, err
			}
			n += len(c.postings)
			p.wrote(len(c.postings))
			clear(c.postings)
			c.postings, c.bad, c.out = c.postings[:0], c.bad[:0], c.out[:0]
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
	size, total := 0, 0
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
		} else {
			c.postings = append(c.postings, posting)
			size += len(posting.Text)
			if total++; total == p.limit {
				return
			}
		}
		if len(c.postings)+len(c.bad) >= chunkPostings || size >= chunkBytes {
			send()
		}
	}
}

func (p *pipeline) render(c *chunk) {
	for _, posting := range c.postings {
		v := p.classifier.ClassifyIn(p.boilerplate, posting, p.explain)
		abstain(&v, p.abstain)
		c.out = p.format.Row(c.out, posting, &v)
	}
}

func (p *pipeline) write(c *chunk) error {
	for _, err := range c.bad {
		if err := p.bad(err); err != nil {
			return err
		}
	}
	if len(c.out) == 0 {
		return nil
	}
	_, err := p.out.Write(c.out)
	return err
}

// abstain makes a verdict unsure whose level is less probable than least.
func abstain(v *classify.Verdict, least float64) {
	p := v.Probability
	if v.Level == classify.Director {
		p = 1 - p
	}
	if (v.Level == classify.VP || v.Level == classify.Director) && p < least {
		v.Level, v.Agreement = classify.Unsure, classify.Unclear
	}
}
