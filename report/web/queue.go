package web

import (
	"container/heap"
	"context"
	"errors"
	"sync"
)

// shortText is how long a text may be whose check is short work, in bytes.
const shortText = 64 << 10

// sizeUnknown is what a request weighs in the queue of which the work is not known: as
// much as the longest text.
const sizeUnknown = 1 << 20

// turn calls f when it is its turn. Short work has places of its own, which long work
// cannot take: with two processors a long text holds one of them at most, and a check
// of a usual posting never waits for it. bytes is the size of what is worked on.
func (s *Server) turn(ctx context.Context, bytes int, f func() error) error {
	if ctx.Value(inTurn{}) != nil {
		if bytes >= shortText {
			return errNotShort
		}
		return f()
	}
	return s.lane(bytes).turn(ctx, bytes, false, f)
}

// inTurn marks the context of what is done in one turn together, and has a turn of its
// own nowhere.
type inTurn struct{}

// errNotShort says that what is done in one turn together holds long work.
var errNotShort = errors.New("long work in a turn of short work")

// together is turn for several steps that are short work: small questions would else
// wait once for each. Where one of them is long, f is called again, and each has a turn
// of its own.
func (s *Server) together(ctx context.Context, bytes int, f func(context.Context) error) error {
	err := errNotShort
	if bytes < shortText {
		err = s.turn(ctx, bytes, func() error { return f(context.WithValue(ctx, inTurn{}, true)) })
	}
	if errors.Is(err, errNotShort) {
		return f(ctx)
	}
	return err
}

// goOn is turn for a part of work that has begun, which is not sent away.
func (s *Server) goOn(ctx context.Context, bytes int, f func() error) error {
	return s.lane(bytes).turn(ctx, bytes, true, f)
}

func (s *Server) lane(bytes int) *queue {
	if bytes < shortText {
		return s.short
	}
	return s.queue
}

// queue lets only so many requests work at a time. More would only share the
// processors, and each answer would take longer. Those of one size are let in in the
// order in which they came; one that asks for less goes before one that asks for more,
// up to overtaken times the work of the latter. So who sends much waits for himself,
// and nobody for ever.
type queue struct {
	mu     sync.Mutex
	places int
	free   int // where one is, nobody waits
	most   int // that wait
	line   line
	done   int64 // work that was let in, in bytes
	came   int64 // those that had to wait
}

// overtaken is how much work is let in before a request that came earlier, at the
// most, in terms of its own.
const overtaken = 256

func newQueue(places, most int) *queue { return &queue{places: places, free: places, most: most} }

// enter is enterWith for work of which the size is not known.
func (q *queue) enter(ctx context.Context) error { return q.enterWith(ctx, sizeUnknown, false) }

// enterWith waits for a place, and leave gives it back. It fails where ctx ends, and
// with errBusy where too many wait already that ask for less, unless it is for a part of
// work that has begun.
func (q *queue) enterWith(ctx context.Context, bytes int, begun bool) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	q.mu.Lock()
	if q.free > 0 {
		q.free--
		q.done += int64(bytes)
		q.mu.Unlock()
		return nil
	}
	q.came++
	w := &waiting{bytes: int64(bytes), turn: q.done + overtaken*int64(bytes), number: q.came, begun: begun, in: make(chan error, 1)}
	heap.Push(&q.line, w)
	if !begun && len(q.line) > q.most {
		last := q.line.last() // w, if there is no other
		heap.Remove(&q.line, last.at)
		last.in <- errBusy
	}
	q.mu.Unlock()
	select {
	case err := <-w.in:
		return err
	case <-ctx.Done():
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	if w.at >= 0 {
		heap.Remove(&q.line, w.at)
	} else if err := <-w.in; err == nil { // its turn came just now
		q.next()
	}
	return ctx.Err()
}

func (q *queue) leave() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.next()
}

// next gives a place on.
func (q *queue) next() {
	if len(q.line) == 0 {
		q.free++
		return
	}
	w := heap.Pop(&q.line).(*waiting)
	q.done += w.bytes
	w.in <- nil
}

// turn calls f between enterWith and leave.
func (q *queue) turn(ctx context.Context, bytes int, begun bool, f func() error) error {
	if err := q.enterWith(ctx, bytes, begun); err != nil {
		return err
	}
	defer q.leave()
	return f()
}

// state is how many work and how many wait, and whether one more would be sent away.
func (q *queue) state() (working, waiting int, full bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.places - q.free, len(q.line), len(q.line) >= q.most && q.free == 0
}

// waiting is a request that waits for a place.
type waiting struct {
	bytes  int64
	turn   int64      // what comes first, in terms of the work that was let in
	number int64      // among equals the first that came
	begun  bool       // it is not sent away
	at     int        // in the line; -1: no longer there
	in     chan error // told once
}

func (w *waiting) before(o *waiting) bool {
	return w.turn < o.turn || w.turn == o.turn && w.number < o.number
}

// line is a heap of those that wait.
type line []*waiting

func (l line) Len() int           { return len(l) }
func (l line) Less(i, j int) bool { return l[i].before(l[j]) }
func (l line) Swap(i, j int)      { l[i], l[j] = l[j], l[i]; l[i].at, l[j].at = i, j }
func (l *line) Push(x any)        { w := x.(*waiting); w.at = len(*l); *l = append(*l, w) }

func (l *line) Pop() any {
	n := len(*l) - 1
	w := (*l)[n]
	(*l)[n] = nil
	*l = (*l)[:n]
	w.at = -1
	return w
}

// last is the one whose turn comes last, of those that may be sent away.
func (l line) last() (last *waiting) {
	for _, w := range l {
		if !w.begun && (last == nil || last.before(w)) {
			last = w
		}
	}
	return last
}

// seat is a place in a queue that is given back while its holder waits for a network.
type seat struct {
	ctx   context.Context
	queue *queue
	bytes int // of work between two waits
	held  bool
	begun bool // it was held before
}

func (p *seat) enter() error {
	if p.held {
		return nil
	}
	err := p.queue.enterWith(p.ctx, p.bytes, p.begun)
	p.begun = p.begun || err == nil
	p.held = err == nil
	return err
}

func (p *seat) leave() {
	if p.held {
		p.held = false
		p.queue.leave()
	}
}

// without calls f, which waits for somebody, outside of the place.
func (p *seat) without(f func() (int, error)) (int, error) {
	held := p.held
	p.leave()
	n, err := f()
	if err == nil && held {
		err = p.enter()
	}
	return n, err
}
