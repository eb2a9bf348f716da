package web

import (
	"io"
	"net/http"
	"sync"
)

// smallBody is how much of a body is not counted, in bytes: a usual question finds room
// however much others send.
const smallBody = 64 << 10

// room is what the bodies that are held may take together. One of them may take no more
// than it leaves: few large ones that come slowly, or never come to their end, do not
// keep the others out.
type room struct {
	mu   sync.Mutex
	left int64 // bytes
}

// take reports whether a body that holds some bytes may hold n more.
func (r *room) take(holds, n int64) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if holds+n > r.left-n {
		return false
	}
	r.left -= n
	return true
}

func (r *room) give(n int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.left += n
}

func (r *room) free() int64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.left
}

// hold bounds the body of a request that is held in memory, at most most bytes of it.
// It counts until the request is answered. Reading fails with errBusy where there is no
// room for more.
func (s *Server) hold(w http.ResponseWriter, r *http.Request, most int64) {
	c, _ := w.(*counted) // as guard made it
	r.Body = &held{ReadCloser: http.MaxBytesReader(w, r.Body, most), room: &s.room, c: c}
}

// held counts what is read of a body.
type held struct {
	io.ReadCloser
	room *room
	c    *counted
	came int64
}

func (h *held) Read(b []byte) (int, error) {
	n, err := h.ReadCloser.Read(b)
	h.came += int64(n)
	if more := h.came - smallBody - h.c.holds; more > 0 {
		if !h.room.take(h.c.holds, more) {
			return 0, errBusy
		}
		h.c.holds += more
	}
	return n, err
}

// inMemory reads the body of a request to its end, so that it can be looked through in
// one go, and so that the server sees when its asker is gone.
func (s *Server) inMemory(w http.ResponseWriter, r *http.Request, most int64) ([]byte, error) {
	s.hold(w, r, most)
	return slurp(r.Body, r.ContentLength, most)
}
