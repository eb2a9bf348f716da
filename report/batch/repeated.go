package batch

import (
	"hash/maphash"
	"iter"

	"rung/corpus"
)

// seenIDs counts the ids that occur more than once, in bounded memory: a hash of
// 63 bits each, in a table that is open, and in the lowest bit whether it came again.
type seenIDs struct {
	seed  maphash.Seed
	table []uint64 // 0: free; as long as a power of two
	n     int      // ids in it
	twice int      // of them, those that came again
	most  int      // ids; what comes behind is not looked at
	over  bool     // something was not looked at
}

// mostIDs takes 32 MB.
const mostIDs = 1 << 21

func newSeenIDs(most int) *seenIDs {
	return &seenIDs{seed: maphash.MakeSeed(), table: make([]uint64, 1024), most: most}
}

// add looks at an id.
func (s *seenIDs) add(id corpus.ID) {
	h := maphash.String(s.seed, string(id)) | 1
	at := s.at(h)
	switch {
	case *at == 0 && s.n == s.most:
		s.over = true
	case *at == 0:
		*at = h &^ 1
		if *at == 0 {
			*at = 2
		}
		if s.n++; 2*s.n > len(s.table) && s.n < s.most {
			s.grow()
		}
	case *at&1 == 0:
		*at = h
		s.twice++
	}
}

// at is the place of a hash, whose lowest bit does not count.
func (s *seenIDs) at(h uint64) *uint64 {
	for i := h >> 1; ; i++ {
		if e := &s.table[i&uint64(len(s.table)-1)]; *e == 0 || *e|1 == h {
			return e
		}
	}
}

func (s *seenIDs) grow() {
	old := s.table
	s.table = make([]uint64, 2*len(old))
	for _, e := range old {
		if e != 0 {
			*s.at(e | 1) = e
		}
	}
}

// looking looks at the ids of all postings that go by.
func (s *seenIDs) looking(in iter.Seq2[corpus.Posting, error]) iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		for p, err := range in {
			if err == nil {
				s.add(p.ID)
			}
			if !yield(p, err) {
				return
			}
		}
	}
}
