package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"rung/classify"
	"rung/corpus"
	"rung/scrape/inputs"
)

// stream gives n postings of about the size of a real one, with a bad record
// after every hundredth.
func stream(n int) iter.Seq2[corpus.Posting, error] {
	body := strings.Repeat("You will lead three teams and report to the VP of Engineering. ", 60)
	return func(yield func(corpus.Posting, error) bool) {
		for i := range n {
			p := corpus.Posting{ID: corpus.ID(fmt.Sprint(i)), Title: "Director of Engineering", Text: fmt.Sprintf("Posting %d.\n%s", i, body)}
			if !yield(p, nil) {
				return
			}
			if i%100 == 99 && !yield(corpus.Posting{}, &corpus.LineError{File: "in", Line: i, Err: errors.New("bad")}) {
				return
			}
		}
	}
}

// testPipeline writes the rows to out, and counts them with wrote.
func testPipeline(in iter.Seq2[corpus.Posting, error], out io.Writer, wrote func(n int)) *Pipeline[corpus.Posting, Rows] {
	task := Classify(classify.Reference(), ClassifyOptions{Format: "jsonl", Explain: 1})
	return &Pipeline[corpus.Posting, Rows]{
		In: in, Jobs: 3, Size: func(p *corpus.Posting) int { return len(p.Text) }, Worker: task.Worker, Reset: (*Rows).reset,
		Write: func(postings []corpus.Posting, rows *Rows) error {
			_, err := out.Write(rows.text(0, len(postings)))
			wrote(len(postings))
			return err
		},
		Bad: func(error) error { return nil },
	}
}

func TestRowsKeepTheirOrderAtAnyNumberOfJobs(t *testing.T) {
	var want []byte
	for _, jobs := range []int{1, 2, 5, 16} {
		var out bytes.Buffer
		bad, wrote := 0, 0
		p := testPipeline(stream(1000), &out, func(n int) { wrote += n })
		p.Jobs = jobs
		p.Bad = func(err error) error {
			bad++
			if want := fmt.Sprintf("in:%d: bad", bad*100-1); err.Error() != want {
				t.Errorf("%d jobs: error %q, want %q", jobs, err, want)
			}
			return nil
		}
		n, err := p.Run(t.Context())
		if n != 1000 || wrote != 1000 || bad != 10 || err != nil {
			t.Errorf("%d jobs: %d postings, %d told, %d bad, err %v", jobs, n, wrote, bad, err)
		}
		if want == nil {
			want = bytes.Clone(out.Bytes())
		}
		if !bytes.Equal(out.Bytes(), want) {
			t.Errorf("%d jobs: other bytes than one job", jobs)
		}
	}
	if n := bytes.Count(want, []byte("\n")); n != 1000 {
		t.Errorf("%d rows", n)
	}
}

func TestLimitReadsNoFurther(t *testing.T) {
	var read atomic.Int64
	in := func(yield func(corpus.Posting, error) bool) {
		for p, err := range stream(1000) {
			read.Add(1)
			if !yield(p, err) {
				return
			}
		}
	}
	var out bytes.Buffer
	p := testPipeline(inputs.Limit(in, 70), &out, func(int) {})
	n, err := p.Run(t.Context())
	if n != 70 || err != nil || read.Load() != 70 || bytes.Count(out.Bytes(), []byte("\n")) != 70 {
		t.Errorf("%d postings of %d read, err %v", n, read.Load(), err)
	}
}

func TestInterruptedRunWritesWholeRows(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	in := func(yield func(corpus.Posting, error) bool) {
		for p, err := range stream(1 << 30) {
			if !yield(p, err) {
				return
			}
		}
	}
	var out bytes.Buffer
	p := testPipeline(in, &out, func(int) { cancel() })
	n, err := p.Run(ctx)
	if !errors.Is(err, context.Canceled) || n == 0 || bytes.Count(out.Bytes(), []byte("\n")) != n || !bytes.HasSuffix(out.Bytes(), []byte("}\n")) {
		t.Errorf("%d postings, %d rows, err %v", n, bytes.Count(out.Bytes(), []byte("\n")), err)
	}
}

func TestInterruptDoesNotWaitForASilentReader(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	block := make(chan struct{})
	defer close(block)
	in := func(yield func(corpus.Posting, error) bool) {
		for p, err := range stream(ChunkItems) {
			if !yield(p, err) {
				return
			}
		}
		<-block
	}
	var out bytes.Buffer
	p := testPipeline(in, &out, func(int) { cancel() })
	started := time.Now()
	n, err := p.Run(ctx)
	if n != ChunkItems || !errors.Is(err, context.Canceled) || time.Since(started) > 200*grace {
		t.Errorf("%d postings, err %v, after %v", n, err, time.Since(started))
	}
}

// TestInterruptDoesNotWaitForALongChunk: a posting that takes for ever is given up.
func TestInterruptDoesNotWaitForALongChunk(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	block := make(chan struct{})
	defer close(block)
	var out bytes.Buffer
	p := testPipeline(stream(1<<10), &out, func(int) {})
	p.Worker = func() func([]corpus.Posting, *Rows) {
		return func([]corpus.Posting, *Rows) {
			cancel()
			<-block
		}
	}
	if n, err := p.Run(ctx); n != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("%d postings, err %v", n, err)
	}
}

// failing fails from the second write on, as a closed pipe does.
type failing struct{ n int }

func (f *failing) Write(b []byte) (int, error) {
	if f.n++; f.n > 1 {
		return 0, syscall.EPIPE
	}
	return len(b), nil
}

func TestFailingWriterEndsTheRun(t *testing.T) {
	before := runtime.NumGoroutine()
	p := testPipeline(stream(1<<30), &failing{}, func(int) {})
	if _, err := p.Run(t.Context()); !errors.Is(err, syscall.EPIPE) {
		t.Errorf("err = %v", err)
	}
	for range 2000 { // a loaded machine may take its time
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

func TestMemoryDoesNotGrowWithTheInput(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(20)) // near what is in use
	peak := func(n int) uint64 {
		var most uint64
		p := testPipeline(stream(n), io.Discard, func(int) {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		})
		if _, err := p.Run(t.Context()); err != nil {
			t.Fatal(err)
		}
		return most
	}
	small, large := peak(1000), peak(8000)
	if large > small+20<<20 { // the texts of the larger input take 31 MB
		t.Errorf("heap peaks at %d MB with 1,000 postings and at %d MB with 8,000", small>>20, large>>20)
	}
}

func BenchmarkPipeline(b *testing.B) {
	var postings []corpus.Posting
	size := 0
	for p, err := range stream(512) {
		if err == nil {
			postings = append(postings, p)
			size += len(p.Text)
		}
	}
	in := func(yield func(corpus.Posting, error) bool) {
		for _, p := range postings {
			if !yield(p, nil) {
				return
			}
		}
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		p := testPipeline(in, io.Discard, func(int) {})
		p.Jobs = runtime.GOMAXPROCS(0)
		if _, err := p.Run(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}
