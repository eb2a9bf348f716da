package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"rung/classify"
)

// bounds are the upper ends of the buckets of durations.
var bounds = [...]time.Duration{time.Millisecond, 2 * time.Millisecond, 5 * time.Millisecond, 10 * time.Millisecond, 25 * time.Millisecond,
	50 * time.Millisecond, 100 * time.Millisecond, 250 * time.Millisecond, time.Second, 5 * time.Second}

type answers struct {
	route  string
	status int
}

// meter counts what was answered.
type meter struct {
	mu       sync.Mutex
	answers  map[answers]int64
	buckets  [len(bounds) + 1]int64
	sum      time.Duration
	verdicts [classify.Unread + 1]atomic.Int64 // by level
	open     atomic.Int64                      // requests that are not answered yet
	lost     atomic.Int64                      // answers whose end could not be sent
}

func (m *meter) answered(route string, status int, d time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.answers == nil {
		m.answers = map[answers]int64{}
	}
	m.answers[answers{route, status}]++
	at, _ := slices.BinarySearch(bounds[:], d)
	m.buckets[at]++
	m.sum += d
}

// all is how many requests were answered.
func (m *meter) all() (n int64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, k := range m.answers {
		n += k
	}
	return n
}

func (m *meter) judged(l classify.Level) { m.verdicts[l].Add(1) }

// metrics answers in the text format of Prometheus.
func (s *Server) metrics(w http.ResponseWriter, _ *http.Request) error {
	var b strings.Builder
	family := func(name, kind, help string) { fmt.Fprintf(&b, "# HELP %s %s\n# TYPE %[1]s %[3]s\n", name, help, kind) }
	m := &s.meter
	m.mu.Lock()
	family("rung_answers_total", "counter", "Answers by route and status.")
	var lines []string
	for a, n := range m.answers {
		route := a.route
		if route == "" {
			route = "refused"
		}
		lines = append(lines, fmt.Sprintf("rung_answers_total{route=%q,status=\"%d\"} %d\n", route, a.status, n))
	}
	slices.Sort(lines)
	b.WriteString(strings.Join(lines, ""))
	family("rung_answer_seconds", "histogram", "Time from the request's header to the answer's end.")
	total := int64(0)
	for i, n := range m.buckets {
		total += n
		le := "+Inf"
		if i < len(bounds) {
			le = fmt.Sprint(bounds[i].Seconds())
		}
		fmt.Fprintf(&b, "rung_answer_seconds_bucket{le=%q} %d\n", le, total)
	}
	fmt.Fprintf(&b, "rung_answer_seconds_sum %g\nrung_answer_seconds_count %d\n", m.sum.Seconds(), total)
	m.mu.Unlock()
	family("rung_verdicts_total", "counter", "Postings judged, by what they read.")
	for l := range m.verdicts {
		fmt.Fprintf(&b, "rung_verdicts_total{level=%q} %d\n", classify.Level(l), m.verdicts[l].Load())
	}
	family("rung_lost_total", "counter", "Answers of which the end could not be sent.")
	fmt.Fprintf(&b, "rung_lost_total %d\n", m.lost.Load())
	gauge := func(name, help string, n int) {
		family(name, "gauge", help)
		fmt.Fprintf(&b, "%s %d\n", name, n)
	}
	gauge("rung_open", "Requests that are not answered yet.", int(m.open.Load()))
	working, waiting, _ := s.short.state()
	longWorking, longWaiting, _ := s.queue.state()
	gauge("rung_working", "Requests that use a processor.", working+longWorking)
	gauge("rung_waiting", "Requests that wait for a processor.", waiting+longWaiting)
	gauge("rung_bodies_left", "Bytes of long bodies for which there is room.", int(s.room.free()))
	gauge("rung_saved", "Checks that have a link.", s.saved.len())
	gauge("rung_tables", "Dropped tables that are kept.", s.tables.len())
	send(w, http.StatusOK, "text/plain; version=0.0.4; charset=utf-8", []byte(b.String()))
	return nil
}

// health answers 200, and 503 once the server is ending.
func (s *Server) health(w http.ResponseWriter, _ *http.Request) error {
	_, _, short := s.short.state()
	_, _, other := s.queue.state()
	switch {
	case s.ending.Load():
		http.Error(w, "ending", http.StatusServiceUnavailable)
	case short || other:
		send(w, http.StatusOK, plain, []byte("degraded: the queue is full\n"))
	default:
		send(w, http.StatusOK, plain, []byte("ok\n"))
	}
	return nil
}
