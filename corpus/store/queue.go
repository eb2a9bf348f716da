package store

import "time"

// op is one piece of work of the only goroutine that uses the database.
type op struct {
	do        func() error
	done      chan error
	announced bool
}

const (
	// batch is how many steps at most share one transaction.
	batch = 64
	// patience is how long a transaction waits for steps that are announced.
	patience = 2 * time.Millisecond
)

// Announce says that a step may soon come: a transaction that could begin waits
// a moment for it. Do it with Announced set, or Withdraw it.
func (s *Store) Announce() { s.coming.Add(1) }

// Withdraw takes an Announce back.
func (s *Store) Withdraw() { s.coming.Add(-1) }

// work is the only goroutine that uses the database. What waits at the same
// time is written in one transaction, which costs little more than one step. It
// begins when half as many steps are announced as are here, so that a third of
// those who ask goes on while the steps of the others are written.
func (s *Store) work() {
	defer close(s.ended)
	for first := range s.ops {
		ops := []op{first}
		arrived := func(o op, ok bool) bool {
			if ok {
				ops = append(ops, o)
			}
			if ok && o.announced {
				s.coming.Add(-1)
			}
			return ok
		}
		if first.announced {
			s.coming.Add(-1)
		}
		late := time.NewTimer(patience)
	gather:
		for len(ops) < batch {
			select {
			case o, ok := <-s.ops:
				if !arrived(o, ok) {
					break gather
				}
				continue
			default:
			}
			if 2*int(s.coming.Load()) <= len(ops) {
				break
			}
			select {
			case o, ok := <-s.ops:
				if !arrived(o, ok) {
					break gather
				}
			case <-late.C:
				break gather
			}
		}
		late.Stop()
		err := s.transaction(ops...)
		if err != nil && len(ops) > 1 {
			for _, o := range ops { // one spoils it for all: each by itself
				o.done <- s.transaction(o)
			}
			continue
		}
		for _, o := range ops {
			o.done <- err
		}
	}
}

func (s *Store) transaction(ops ...op) error {
	seq := s.seq
	_, err := s.exec("BEGIN")
	for i := 0; i < len(ops) && err == nil; i++ {
		err = ops[i].do()
	}
	if err == nil {
		err = s.writeHosts()
	}
	clear(s.hosts)
	if err == nil {
		_, err = s.exec("COMMIT")
	}
	if err != nil {
		s.seq = seq
		s.exec("ROLLBACK") // fails where SQLite has rolled back itself
	}
	return s.word(err)
}

// run does one piece of work, all or nothing.
func (s *Store) run(do func() error) error { return s.send(op{do: do}) }

func (s *Store) send(o op) error {
	o.done = make(chan error, 1)
	s.ops <- o
	return <-o.done
}
