package web

import (
	"crypto/rand"
	"sync"
)

// shelf keeps the newest few things under names that cannot be guessed, and
// forgets older ones: a link lives no longer than the server.
type shelf[T any] struct {
	mu    sync.Mutex
	most  int
	byID  map[string]T
	order []string // oldest first
}

func newShelf[T any](most int) *shelf[T] { return &shelf[T]{most: most, byID: map[string]T{}} }

// put returns the name of x.
func (s *shelf[T]) put(x T) string {
	id := rand.Text()
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.order) == s.most {
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
