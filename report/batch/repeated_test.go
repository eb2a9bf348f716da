package batch

import (
	"strconv"
	"testing"

	"rung/corpus"
)

func TestIDsThatOccurMoreThanOnceAreCountedOnce(t *testing.T) {
	s := newSeenIDs(10_000)
	for i := range 9_000 {
		s.add(corpus.ID(strconv.Itoa(i)))
	}
	for range 3 {
		for i := range 12 {
			s.add(corpus.ID(strconv.Itoa(i * 700)))
		}
	}
	if s.twice != 12 || s.over || s.n != 9_000 {
		t.Errorf("%d of %d ids, over: %v", s.twice, s.n, s.over)
	}
}

func TestIDsBehindTheMostAreToldAndTakeNoMemory(t *testing.T) {
	s := newSeenIDs(2_000)
	for i := range 50_000 {
		s.add(corpus.ID(strconv.Itoa(i)))
	}
	s.add("1")
	if s.twice != 1 || !s.over || s.n != 2_000 || len(s.table) > 4096 {
		t.Errorf("%d of %d ids in %d places, over: %v", s.twice, s.n, len(s.table), s.over)
	}
	if notes := (&Result{Repeated: 12, Unseen: true, Late: []string{"x"}}).Notes(); len(notes) != 3 || notes[0] != "12 ids occur more than once; the column row tells their records apart" {
		t.Errorf("told as %q", notes)
	}
}
