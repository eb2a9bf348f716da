package web

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// until waits for something that comes. It fails only where it never does.
func until(t testing.TB, is func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !is(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("it does not come")
		}
	}
}

// working is how many have a place.
func working(q *queue) int { n, _, _ := q.state(); return n }

// lineUp lets requests of some sizes come one after the other while the place of a
// queue is taken, and gives the numbers of those that are let in, in order.
func lineUp(t *testing.T, q *queue, sizes []int) (order []int, errs []error) {
	t.Helper()
	if err := q.enterWith(t.Context(), 0, false); err != nil {
		t.Fatal(err)
	}
	in := make(chan int, len(sizes))
	errs = make([]error, len(sizes))
	ended := make(chan struct{}, len(sizes))
	for i, n := range sizes {
		q.mu.Lock()
		before := q.came
		q.mu.Unlock()
		go func() {
			defer func() { ended <- struct{}{} }()
			if errs[i] = q.enterWith(t.Context(), n, false); errs[i] == nil {
				in <- i
				q.leave()
			}
		}()
		until(t, func() bool { q.mu.Lock(); defer q.mu.Unlock(); return q.came > before })
	}
	q.leave()
	for range sizes {
		<-ended
	}
	close(in)
	for i := range in {
		order = append(order, i)
	}
	return order, errs
}

func TestThoseOfOneSizeAreLetInInTheirOrder(t *testing.T) {
	if got, _ := lineUp(t, newQueue(1, 100), []int{5, 5, 5, 5, 5, 5}); !slices.Equal(got, []int{0, 1, 2, 3, 4, 5}) {
		t.Errorf("the order is %v", got)
	}
}

func TestWhoAsksForLittleGoesBeforeWhoAsksForMuch(t *testing.T) {
	if got, _ := lineUp(t, newQueue(1, 100), []int{60_000, 60_000, 5000, 30_000, 5000}); !slices.Equal(got, []int{2, 4, 3, 0, 1}) {
		t.Errorf("the order is %v", got)
	}
}

// TestNobodyWaitsForEver lets small requests come for as long as a large one waits.
func TestNobodyWaitsForEver(t *testing.T) {
	q := newQueue(1, 100)
	if err := q.enterWith(t.Context(), 1, false); err != nil {
		t.Fatal(err)
	}
	const large, small = 10_000, 1000
	in := make(chan error, 1)
	go func() { in <- q.enterWith(t.Context(), large, false) }()
	until(t, func() bool { _, n, _ := q.state(); return n == 1 })
	for before := 0; ; before += small { // the next is always there before the place is free
		next := make(chan error, 1)
		go func() { next <- q.enterWith(t.Context(), small, false) }()
		until(t, func() bool { _, n, _ := q.state(); return n == 2 })
		q.leave()
		select {
		case err := <-in:
			if err != nil {
				t.Fatal(err)
			}
			return
		case err := <-next:
			if err != nil {
				t.Fatal(err)
			}
		}
		if before > overtaken*large {
			t.Fatal("the large request waits for ever")
		}
	}
}

func TestAFullQueueSendsTheLargestAway(t *testing.T) {
	order, errs := lineUp(t, newQueue(1, 2), []int{60_000, 60_000, 5000})
	if !slices.Equal(order, []int{2, 0}) || !errors.Is(errs[1], errBusy) {
		t.Errorf("the order is %v, the errors %v", order, errs)
	}
}

// TestAPlaceIsNotLostToWhoGaveUp ends the waiting and gives the turn at once.
func TestAPlaceIsNotLostToWhoGaveUp(t *testing.T) {
	q := newQueue(1, 100)
	if err := q.enter(t.Context()); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() { done <- q.enter(ctx) }()
	until(t, func() bool { _, n, _ := q.state(); return n == 1 })
	q.mu.Lock()
	cancel()
	q.next()
	q.mu.Unlock()
	if err := <-done; err == nil {
		q.leave()
	}
	if working, waiting, _ := q.state(); working != 0 || waiting != 0 {
		t.Errorf("%d work, %d wait", working, waiting)
	}
}

// TestLongWorkLeavesAProcessor: however much long work there is, a short text is
// checked.
func TestLongWorkLeavesAProcessor(t *testing.T) {
	s := server(t, Options{})
	for range s.queue.places {
		if err := s.queue.enter(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	var code atomic.Int64
	go func() {
		code.Store(int64(ask(s, "POST", "/api/v1/check", example(t, "vp"), "Content-Type", "text/plain").Code))
	}()
	until(t, func() bool { return code.Load() != 0 })
	if code.Load() != 200 {
		t.Errorf("a short text is answered %d", code.Load())
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() { done <- s.turn(ctx, shortText, func() error { return nil }) }()
	until(t, func() bool { _, n, _ := s.queue.state(); return n == 1 })
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("a long text took a place for short ones: %v", err)
	}
}

// TestAShortEditOfALongTextIsLongWork: no step of what is done in one turn is long.
func TestAShortEditOfALongTextIsLongWork(t *testing.T) {
	s := server(t, Options{})
	posting := example(t, "vp")
	before := post(s, "/save", "text", strings.Repeat(posting+"\n\n", shortText/len(posting)+1)).Body.String()
	for range s.queue.places {
		if err := s.queue.enter(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	answered := make(chan string)
	go func() { answered <- post(s, "/fragment", "text", posting, "before", before).Body.String() }()
	until(t, func() bool { _, n, _ := s.queue.state(); return n == 1 })
	if n := working(s.short); n != 0 {
		t.Errorf("%d places for short work are held meanwhile", n)
	}
	for range s.queue.places {
		s.queue.leave()
	}
	if got := <-answered; !strings.Contains(got, "Your edit") {
		t.Errorf("the edit is answered %.300s", got)
	}
}

// TestATableHasNoHolesWhereTheQueueIsFull: what has begun is not sent away.
func TestATableHasNoHolesWhereTheQueueIsFull(t *testing.T) {
	s := server(t, Options{Source: endless{n: 100}, Limits: Limits{Waiting: 1}})
	for range s.short.places {
		if err := s.short.enter(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	waits := make(chan error)
	go func() { waits <- s.short.enterWith(t.Context(), 0, false) }()
	until(t, func() bool { _, _, full := s.short.state(); return full })
	done := make(chan struct{})
	go func() { s.fill(t.Context(), s.source); close(done) }()
	until(t, func() bool { _, n, _ := s.short.state(); return n > 1 })
	for range s.short.places {
		s.short.leave()
	}
	if err := <-waits; err != nil {
		t.Errorf("one that waited is sent away for it: %v", err)
	} else {
		s.short.leave()
	}
	<-done
	for i, r := range s.source.rows {
		if r.N != i || r.Title == "" {
			t.Fatalf("row %d is %+v", i, r)
		}
	}
	if n, whole, _ := s.source.state(); n != 100 || !whole {
		t.Errorf("%d rows, whole: %v", n, whole)
	}
}
