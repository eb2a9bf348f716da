package batch

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"sync/atomic"
	"time"

	"rung/corpus"
)

// A chunk is what one hand-over between goroutines costs, so it holds many
// items, but not many large ones.
const (
	ChunkItems = 64
	chunkBytes = 512 << 10
)

// Pipeline reads on one goroutine, works on Jobs others, and writes on the
// caller's, in the order of the input: what is written is the same at any number
// of jobs. The number of chunks bounds the memory.
type Pipeline[T, R any] struct {
	In     iter.Seq2[T, error]
	Jobs   int
	Most   int                  // items a chunk; 0: ChunkItems
	Size   func(*T) int         // bytes of an item; nil: items are small
	Worker func() func([]T, *R) // gives each goroutine what makes a result of items
	Write  func([]T, *R) error  // takes results, in order
	Bad    func(error) error    // told of every error of In, in order, before the items of its chunk
	Reset  func(*R)             // empties a result that was written, for the next chunk
}

type chunk[T, R any] struct {
	items []T
	bad   []error
	out   R
	done  chan struct{} // receives when out is complete
}

// grace is how long an interrupted run waits for a reader that may be waiting for
// its input, and for chunks that are worked on.
const grace = time.Second / 2

// Run returns the number of items written, and an error unless all input was
// read: that of ctx, or of Write or Bad. After an interruption what was read is
// still written, as far as it is ready soon.
func (p *Pipeline[T, R]) Run(ctx context.Context) (n int, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	chunks := 2*p.Jobs + 2
	free := make(chan *chunk[T, R], chunks)
	for range chunks {
		free <- &chunk[T, R]{done: make(chan struct{}, 1)}
	}
	// Both can hold every chunk, so that only free makes anyone wait.
	work, order := make(chan *chunk[T, R], chunks), make(chan *chunk[T, R], chunks)
	go func() {
		defer close(order)
		defer close(work)
		p.read(ctx, free, work, order)
	}()
	var over atomic.Bool // nobody takes more results
	defer over.Store(true)
	for range p.Jobs {
		go func() {
			make := p.Worker()
			for c := range work {
				if over.Load() {
					return
				}
				make(c.items, &c.out)
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
			for ready := false; !ready; {
				select {
				case <-c.done:
					ready = true
				case <-stop:
					stop, late = nil, time.After(grace)
				case <-late:
					return n, ctx.Err()
				}
			}
			for _, err := range c.bad {
				if err := p.Bad(err); err != nil {
					return n, err
				}
			}
			if len(c.items) > 0 {
				if err := p.Write(c.items, &c.out); err != nil {
					return n, err
				}
			}
			n += len(c.items)
			clear(c.items)
			clear(c.bad)
			c.items, c.bad = c.items[:0], c.bad[:0]
			p.Reset(&c.out)
			free <- c
		case <-stop:
			// What was read is finished, if it is soon; what the reader waits for is not.
			stop, late = nil, time.After(grace)
		case <-late:
			return n, ctx.Err()
		}
	}
}

// read fills chunks and hands each to work and to order.
func (p *Pipeline[T, R]) read(ctx context.Context, free <-chan *chunk[T, R], work, order chan<- *chunk[T, R]) {
	most := cmp.Or(p.Most, ChunkItems)
	var c *chunk[T, R]
	size := 0
	send := func() {
		if c != nil {
			order <- c
			work <- c
		}
		c, size = nil, 0
	}
	defer send()
	for item, err := range p.In {
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
			c.items = append(c.items, item)
			if p.Size != nil {
				size += p.Size(&item)
			}
		}
		if len(c.items)+len(c.bad) >= most || size >= chunkBytes {
			send()
		}
	}
}
