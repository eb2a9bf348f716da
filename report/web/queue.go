package web

import (
	"context"
	"errors"
	"sync/atomic"
)

// errBusy says that too many wait already.
var errBusy = errors.New("too many requests are waiting; ask again in a moment")

// queue lets as many classify at a time as there are processors. More would
// only share them, and each answer would take longer. Who waits longest is next:
// the runtime wakes senders to a channel in the order in which they came.
type queue struct {
	slots   chan struct{}
	waiting atomic.Int64
	most    int64
}

func newQueue(n, most int) *queue { return &queue{slots: make(chan struct{}, n), most: int64(most)} }

// enter waits for a turn; leave gives it back.
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
