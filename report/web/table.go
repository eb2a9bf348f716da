package web

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"slices"
	"strings"
	"sync"

	"rung/classify"
	"rung/corpus"
	"rung/report"
)

// Source is a set of postings that is browsed as a table: a database, or what
// was dropped. Postings gives all and is called once. Posting gives the n-th of
// those that Postings gave, counted from 0, also while Postings still runs; it
// fails with ErrNoRow where there is none.
type Source interface {
	Name() string
	Postings() iter.Seq2[corpus.Posting, error]
	Posting(ctx context.Context, n int) (corpus.Posting, error)
}

// memory is a Source of what was dropped.
type memory struct {
	name     string
	postings []corpus.Posting
}

func (m *memory) Name() string { return m.name }

func (m *memory) Postings() iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		for _, p := range m.postings {
			if !yield(p, nil) {
				return
			}
		}
	}
}

func (m *memory) Posting(_ context.Context, n int) (corpus.Posting, error) {
	if n < 0 || n >= len(m.postings) {
		return corpus.Posting{}, ErrNoRow
	}
	return m.postings[n], nil
}

// ErrNoRow says that a source has no posting of that number.
var ErrNoRow = errors.New("no such row")

// entry is what a table shows of a posting, small enough for 100,000 of them.
type entry struct {
	N                        int // in the source
	Company, Title, Location string
	Reason                   string // gloss of the heaviest reason, or why the verdict is neither or unread
	Answer                   string // see report.Answer
	folded                   string // what a search looks through
	Percent                  int8
	Level                    classify.Level
	Claim                    classify.Claim
	Agreement                classify.Agreement
}

// table is the rows of a source, in its order, growing while they are judged.
type table struct {
	source Source
	bad    []string // why records could not be read

	mu     sync.RWMutex
	rows   []entry
	done   bool
	failed string
	sorted map[string][]int32 // of a whole table: the order by each key
}

func newTable(s Source) *table { return &table{source: s, sorted: map[string][]int32{}} }

// bytes is about what it takes in memory. What a source outside of it keeps does not
// count.
func (t *table) bytes() int64 {
	t.mu.RLock()
	defer t.mu.RUnlock()
	n := int64(len(t.rows)) * rowBytes
	if m, ok := t.source.(*memory); ok {
		for i := range m.postings {
			p := &m.postings[i]
			n += int64(len(p.Text)+len(p.Title)+len(p.Company)+len(p.URL)+len(p.Location)) + rowBytes
		}
	}
	return n
}

// rowBytes is about what a row takes beside the text of its posting.
const rowBytes = 512

// fill judges every posting of the source, many at a time but each in its turn
// of the queue, so that whoever asks meanwhile waits for a posting and not for a
// table.
func (s *Server) fill(ctx context.Context, t *table) {
	const batch = 128
	var some []corpus.Posting
	n := 0
	flush := func() {
		rows := make([]entry, len(some))
		var group sync.WaitGroup
		for w := range s.short.places {
			group.Go(func() {
				for i := w; i < len(some); i += s.short.places {
					if s.goOn(ctx, len(some[i].Text), func() error { rows[i] = s.entry(n+i, &some[i]); return nil }) != nil {
						return
					}
				}
			})
		}
		group.Wait()
		if ctx.Err() == nil {
			n += len(some)
			t.mu.Lock()
			t.rows = append(t.rows, rows...)
			t.mu.Unlock()
		}
		some = some[:0]
	}
	failed := ""
	for p, err := range t.source.Postings() {
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			failed = oneLine(err.Error())
			break
		}
		if some = append(some, p); len(some) == batch {
			flush()
		}
	}
	flush()
	t.mu.Lock()
	defer t.mu.Unlock()
	t.done, t.failed = ctx.Err() == nil, failed
}

func (s *Server) entry(n int, p *corpus.Posting) entry {
	v := s.Classifier.ClassifyTop(*p, reasonsOfRow)
	s.meter.judged(v.Level)
	r := entry{N: n, Company: oneLine(p.Company), Title: oneLine(p.Title), Location: oneLine(p.Location),
		Percent: int8(report.Percent(v.Probability)), Level: v.Level, Answer: report.Answer(&v), Claim: v.Claim, Agreement: v.Agreement}
	r.Reason = s.reasonOfRow(&v)
	r.folded = strings.ToLower(r.Title + "\n" + r.Company + "\n" + r.Location)
	return r
}

// reasonsOfRow is how many of the heaviest reasons are searched for one that is
// not a single word.
const reasonsOfRow = 6

// reasonOfRow is the strongest reason in a few words.
func (s *Server) reasonOfRow(v *classify.Verdict) string {
	if !report.HasOdds(v) {
		return s.voice().Headline(v)
	}
	return report.Strongest(v, s.levels())
}

// query is what is asked of a table.
type query struct {
	Search, Level, Title string // Level: a level's key, or an answer's; Title: a claim's key, or an agreement's
	Sort                 string // one of sortKeys; empty: the source's order
	Down                 bool
	Page                 int // from 1
}

const pageRows = 50

// sortKeys compare rows; ties keep the order of the source.
var sortKeys = map[string]func(a, b *entry) int{
	"title":   func(a, b *entry) int { return strings.Compare(a.folded, b.folded) },
	"company": func(a, b *entry) int { return strings.Compare(strings.ToLower(a.Company), strings.ToLower(b.Company)) },
	"level": func(a, b *entry) int {
		return cmp.Or(cmp.Compare(a.Level, b.Level), strings.Compare(a.Answer, b.Answer))
	},
	"probability": func(a, b *entry) int { return cmp.Compare(a.Percent, b.Percent) },
	"agreement":   func(a, b *entry) int { return cmp.Compare(a.Agreement, b.Agreement) },
}

// matches reports whether a row is asked for.
func (q *query) matches(r *entry) bool {
	return (q.Level == "" || q.Level == r.Level.String() || q.Level == r.Answer) &&
		(q.Title == "" || q.Title == r.Claim.String() || q.Title == r.Agreement.String()) &&
		(q.Search == "" || strings.Contains(r.folded, q.Search))
}

// selected calls yield for the rows that are asked for, in the order that is
// asked for. The table is locked for reading meanwhile.
func (t *table) selected(q *query, yield func(*entry) bool) {
	order := t.order(q.Sort)
	t.mu.RLock()
	defer t.mu.RUnlock()
	n := len(t.rows)
	if order != nil {
		n = len(order)
	}
	for i := range n {
		at := i
		if q.Down {
			at = n - 1 - i
		}
		if order != nil {
			at = int(order[at])
		}
		if r := &t.rows[at]; q.matches(r) && !yield(r) {
			return
		}
	}
}

// order is the numbers of the rows, sorted; nil for the order of the source. It is
// kept once the table is whole.
func (t *table) order(key string) []int32 {
	compare := sortKeys[key]
	if compare == nil {
		return nil
	}
	t.mu.RLock()
	order, rows, done := t.sorted[key], t.rows, t.done
	t.mu.RUnlock()
	if order != nil {
		return order
	}
	order = make([]int32, len(rows))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return compare(&rows[a], &rows[b]) })
	if done {
		t.mu.Lock()
		t.sorted[key] = order
		t.mu.Unlock()
	}
	return order
}

// cut is one page of a table.
func (t *table) cut(q *query) (rows []entry, total int) {
	from := (q.Page - 1) * pageRows
	t.selected(q, func(r *entry) bool {
		if total >= from && total < from+pageRows {
			rows = append(rows, *r)
		}
		total++
		return true
	})
	return rows, total
}

// state is how far a table is.
func (t *table) state() (rows int, done bool, failed string) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return len(t.rows), t.done, t.failed
}
