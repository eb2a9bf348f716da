package web

import (
	"crypto/rand"
	"sync"
)

// shelf keeps the newest few things under names that cannot be guessed, and
// forgets older ones, when they are too many or take too much memory: a link lives no
// longer than the server.
type shelf[T any] struct {
	mu    sync.Mutex
	most  int           // things
	bytes int64         // of all together; the newest is kept in any case
	weigh func(T) int64 // bytes of a thing
	held  int64
	byID  map[string]T
	order []string // oldest first
}

func newShelf[T any](most int, bytes int64, weigh func(T) int64) *shelf[T] {
	return &shelf[T]{most: most, bytes: bytes, weigh: weigh, byID: map[string]T{}}
}

// put returns the name of x.
func (s *shelf[T]) put(x T) string {
	id := rand.Text()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.held += s.weigh(x)
	for len(s.order) > 0 && (len(s.order) >= s.most || s.held > s.bytes) {
		s.held -= s.weigh(s.byID[s.order[0]])
		delete(s.byID, s.order[0])
		s.order = append(s.order[:0], s.order[1:]...)
	}
	s.byID[id] = x
	s.order = append(s.order, id)
	return id
}

func (s *shelf[T]) get(id string) (T, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	x, ok := s.byID[id]
	return x, ok
}

func (s *shelf[T]) len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.order)
}
