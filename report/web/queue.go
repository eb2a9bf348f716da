package web

import (
	"context"
	"sync/atomic"
)

// queue lets as many requests classify at a time as there are processors. More
// would only share them, and each answer would take longer. The request that has
// waited longest is next: the runtime wakes senders to a channel in the order in
// which they came.
type queue struct {
	slots   chan struct{}
	waiting atomic.Int64
	most    int64
}

func newQueue(n, most int) *queue { return &queue{slots: make(chan struct{}, n), most: int64(most)} }

// enter waits for a turn, and leave gives it back. It fails with errBusy where
// too many wait already, and where ctx ends.
func (q *queue) enter(ctx context.Context) error {
	if q.waiting.Add(1) > q.most {
		q.waiting.Add(-1)
		return errBusy
	}
	defer q.waiting.Add(-1)
	select {
	case q.slots <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (q *queue) leave() { <-q.slots }

// full reports whether the next that comes would be sent away.
func (q *queue) full() bool { return q.waiting.Load() >= q.most }

// turn calls f when it is its turn.
func (q *queue) turn(ctx context.Context, f func()) error {
	if err := q.enter(ctx); err != nil {
		return err
	}
	defer q.leave()
	f()
	return nil
}
