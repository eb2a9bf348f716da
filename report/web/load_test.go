package web

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"net"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"rung/corpus"
)

// postingOf5KB is an example, repeated and cut to 5 KB.
func postingOf5KB(t testing.TB) string {
	return strings.Repeat(example(t, "vp")+"\n\n", 3)[:5000]
}

// load asks with n clients, each over its own connection that is kept, until
// stop says so. The clients write what is ready beforehand and look for little
// in the answers, so that the processors are the server's. It returns how long
// each request took that was answered whole, sorted, and how many were written
// on a connection that the server had not said to close, and not answered.
func load(t testing.TB, address, body string, n int, stop func() bool) (times []time.Duration, lost int64) {
	request := []byte("POST /api/v1/check HTTP/1.1\r\nHost: " + address + "\r\nContent-Type: text/plain\r\nContent-Length: " + strconv.Itoa(len(body)) + "\r\n\r\n" + body)
	var mu sync.Mutex
	var bad atomic.Int64
	var group sync.WaitGroup
	for range n {
		group.Go(func() {
			c, err := net.Dial("tcp", address)
			if err != nil {
				return // the server is gone
			}
			defer c.Close()
			in := bufio.NewReaderSize(c, 32<<10)
			var own []time.Duration
			for open := true; open && !stop(); {
				begun := time.Now()
				if _, err := c.Write(request); err != nil {
					bad.Add(1)
					break
				}
				if open, err = answer(in); err != nil {
					bad.Add(1)
					break
				}
				own = append(own, time.Since(begun))
			}
			mu.Lock()
			times = append(times, own...)
			mu.Unlock()
		})
	}
	group.Wait()
	slices.Sort(times)
	return times, bad.Load()
}

// answer reads an answer of 200 and says whether another may be asked for.
func answer(in *bufio.Reader) (open bool, err error) {
	length, open := 0, true
	for first := true; ; first = false {
		line, err := in.ReadSlice('\n')
		if err != nil || first && !bytes.HasPrefix(line, []byte("HTTP/1.1 200 ")) {
			return false, fmt.Errorf("%q, %v", line, err)
		}
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			break
		}
		if v, ok := bytes.CutPrefix(line, []byte("Content-Length: ")); ok {
			length, _ = strconv.Atoi(string(v))
		}
		open = open && !bytes.Equal(line, []byte("Connection: close"))
	}
	if length == 0 {
		return false, errors.New("an answer without a length")
	}
	_, err = in.Discard(length)
	return open, err
}

func serving(t testing.TB, s *Server) (address string, end func() error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return servingOn(s, l)
}

func servingOn(s *Server, l net.Listener) (address string, end func() error) {
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l) }()
	return l.Addr().String(), func() error { stop(); return <-ended }
}

// BenchmarkLoad asks over loopback with 200 clients. The clients are in the same
// process and take their share of the processors: BenchmarkClients says which.
func BenchmarkLoad(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as rung serve does
	address, end := serving(b, server(b, Options{}))
	measure(b, address)
	if err := end(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkClients is the same with a server that reads the question and sends
// an answer of the same size that it had ready.
func BenchmarkClients(b *testing.B) {
	w := ask(server(b, Options{}), "POST", "/api/v1/check", postingOf5KB(b), "Content-Type", "text/plain")
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	ready := fmt.Appendf(nil, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s", w.Body.Len(), w.Body)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				question := make([]byte, 8<<10)
				for {
					n := 0
					for n < 5000 { // the head comes with the body
						k, err := c.Read(question[n:])
						if err != nil {
							return
						}
						n += k
					}
					if _, err := c.Write(ready); err != nil {
						return
					}
				}
			}()
		}
	}()
	measure(b, l.Addr().String())
}

func measure(b *testing.B, address string) {
	body := postingOf5KB(b)
	b.SetBytes(int64(len(body)))
	var left atomic.Int64
	left.Store(20)
	load(b, address, body, 2, func() bool { return left.Add(-1) < 0 }) // warm
	left.Store(int64(b.N))
	b.ResetTimer()
	cpu := processor()
	times, lost := load(b, address, body, 200, func() bool { return left.Add(-1) < 0 })
	b.StopTimer()
	b.ReportMetric(float64((processor()-cpu).Microseconds())/float64(b.N), "cpu-µs/op")
	if lost > 0 || len(times) == 0 {
		b.Fatalf("%d of %d lost", lost, len(times))
	}
	b.ReportMetric(float64(len(times))/b.Elapsed().Seconds(), "checks/s")
	b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, "p99-ms")
	b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "p50-ms")
}

// processor is the time that this process has used of all processors.
func processor() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkKey is one key of someone who types: the time that the server has.
func BenchmarkKey(b *testing.B) {
	s := server(b, Options{})
	text := postingOf5KB(b)
	id := post(s, "/save", "text", text).Body.String()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if w := post(s, "/fragment", "text", text+"x", "before", id); w.Code != 200 {
			b.Fatal(w.Code)
		}
	}
}

// TestLoadLosesNothingAndKeepsMemoryFlat ends the server in the midst of many
// requests.
func TestLoadLosesNothingAndKeepsMemoryFlat(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes a while")
	}
	s := server(t, Options{Limits: Limits{Body: time.Hour, Grace: time.Hour}})
	address, end := serving(t, s)
	body := postingOf5KB(t)
	answered := 0
	wave := func() { // of 200 clients
		const most = 250
		var begun atomic.Int64
		times, failed := load(t, address, body, 200, func() bool { return begun.Add(1) > most })
		if failed > 0 || len(times) != most {
			t.Fatalf("%d of %d failed", failed, len(times))
		}
		answered += most
	}
	wave()
	wave() // the third must not need more than the second
	heap := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap()
	wave()
	if after := heap(); after > before+16<<20 {
		t.Errorf("the heap has grown from %d to %d MB", before>>20, after>>20)
	}

	// Clients ask until the server has ended; told to end it is when each may have
	// asked once.
	var done atomic.Bool
	var begun atomic.Int64
	ended := make(chan error, 1)
	times, lost := load(t, address, body, 200, func() bool {
		if begun.Add(1) == 200 {
			go func() { ended <- end(); done.Store(true) }()
		}
		return done.Load()
	})
	answered += len(times)
	if err := <-ended; err != nil || lost > 0 {
		t.Errorf("%d questions were lost; %v", lost, err)
	}
	// Whatever the server began it has answered, and the asker has it whole.
	given := s.meter.answers[answers{"POST /api/v1/check", 200}]
	if open, lost := s.meter.open.Load(), s.meter.lost.Load(); open != 0 || lost != 0 || given != int64(answered) {
		t.Errorf("%d given, of which %d arrived; %d open, %d lost", given, answered, open, lost)
	}
}

// endless is a Source of many short postings. It stops half-way until gate is
// closed, where there is one.
type endless struct {
	n    int
	gate chan struct{}
}

func (e endless) Name() string { return "endless" }

func (e endless) Postings() iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		for i := range e.n {
			if e.gate != nil && i == e.n/2 {
				<-e.gate
			}
			if p, _ := e.Posting(context.Background(), i); !yield(p, nil) {
				return
			}
		}
	}
}

func (e endless) Posting(_ context.Context, n int) (corpus.Posting, error) {
	if n < 0 || n >= e.n {
		return corpus.Posting{}, ErrNoRow
	}
	lines := []string{"You report to the CEO.", "You lead one team of engineers.", "Own the engineering budget.", "Write clean code."}
	return corpus.Posting{Title: fmt.Sprintf("Director of Engineering %d", n*7919%e.n), Company: fmt.Sprintf("Company %d", n%977), Text: lines[n%len(lines)]}, nil
}

// TestATableIsShownWhileItIsRead asks for a table in the midst of its judging.
func TestATableIsShownWhileItIsRead(t *testing.T) {
	source := endless{1000, make(chan struct{})}
	s := server(t, Options{Source: source})
	done := make(chan bool)
	go func() { s.fill(context.Background(), s.source); close(done) }()
	for rows := 0; rows == 0; rows, _, _ = s.source.state() {
		time.Sleep(time.Millisecond)
	}
	if got := ask(s, "GET", "/t/db?sort=probability&down=1", "").Body.String(); !strings.Contains(got, "Still reading") {
		t.Error("the page does not say that the table is still being read")
	}
	if w := ask(s, "POST", "/api/v1/check", example(t, "vp"), "Content-Type", "text/plain"); w.Code != 200 {
		t.Errorf("a check beside it is answered %d", w.Code)
	}
	close(source.gate)
	<-done
	if got := ask(s, "GET", "/t/db?sort=title", "").Body.String(); strings.Contains(got, "Still reading") || !strings.Contains(got, "1000 of 1000 postings") {
		t.Error("the page does not say that the table is whole")
	}
}

// hundredThousand is a server whose table is whole: the first rows are judged, and
// the others are like them.
func hundredThousand(t testing.TB) (s *Server, n int) {
	source := endless{n: 100_000}
	s = server(t, Options{Source: source})
	for i := range source.n {
		p, _ := source.Posting(context.Background(), i)
		r := entry{}
		if i < 4 {
			r = s.entry(i, &p)
		} else {
			r = s.source.rows[i%4]
			r.N, r.Title, r.Company, r.folded = i, p.Title, p.Company, strings.ToLower(p.Title+"\n"+p.Company+"\n"+p.Location)
		}
		s.source.rows = append(s.source.rows, r)
	}
	s.source.done = true
	return s, source.n
}

// TestAHundredThousandRowsWithoutAPause holds that a page costs no more than its
// own rows once the table is sorted. How long it takes BenchmarkTableOf100000
// says.
func TestAHundredThousandRowsWithoutAPause(t *testing.T) {
	s, n := hundredThousand(t)
	for _, q := range []string{"?sort=title", "?sort=title&page=1000", "?q=engineering+99&level=neither", "?sort=company&down=1&q=company+976", "?page=2000"} {
		code := 0
		allocs := testing.AllocsPerRun(1, func() { code = ask(s, "GET", "/t/db"+q, "").Code })
		if code != 200 || allocs > float64(n)/5 {
			t.Errorf("%s: %d, with %v allocations", q, code, allocs)
		}
	}
	if a, b := s.source.order("title"), s.source.order("title"); &a[0] != &b[0] {
		t.Error("a whole table is sorted for every page")
	}
	if rows := strings.Count(ask(s, "GET", "/t/db/rows/csv?q=company+976", "").Body.String(), "\n"); rows != 1+n/977 {
		t.Errorf("%d lines are taken along, want %d", rows, 1+n/977)
	}
}

func BenchmarkTableOf100000(b *testing.B) {
	s, _ := hundredThousand(b)
	for _, q := range []string{"", "?sort=title&page=1000", "?q=company+976"} {
		b.Run(q, func(b *testing.B) {
			for b.Loop() {
				if w := ask(s, "GET", "/t/db"+q, ""); w.Code != 200 {
					b.Fatal(w.Code)
				}
			}
		})
	}
}
