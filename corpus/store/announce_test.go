package store

import (
	"sync"
	"testing"
)

func TestAStepThatIsAnnouncedAndNeverComesHoldsNobodyUp(t *testing.T) {
	s := openNew(t)
	pages := waiting(t, s, 3)
	s.Announce() // and nothing comes of it
	for _, p := range pages[:2] {
		p.State, p.Asked = Done, day
		if _, err := s.Do(&Step{Now: day, Page: p}); err != nil {
			t.Fatal(err)
		}
	}
	s.Withdraw()
	if n := s.coming.Load(); n != 0 {
		t.Errorf("%d steps are still announced", n)
	}
}

func TestStepsThatAreAnnouncedAreAllWritten(t *testing.T) {
	s := openNew(t)
	pages := waiting(t, s, 40)
	var all sync.WaitGroup
	for _, p := range pages {
		s.Announce()
		all.Go(func() {
			p.State, p.Asked = Done, day
			st := Step{Now: day, Page: p, Announced: true}
			if _, err := s.Do(&st); err != nil || st.Announced {
				t.Errorf("%v, still announced: %v", err, st.Announced)
			}
		})
	}
	all.Wait()
	n, err := s.Count()
	if err != nil || n[Done] != 40 || s.coming.Load() != 0 {
		t.Errorf("%v pages, %d still announced, %v", n, s.coming.Load(), err)
	}
}
