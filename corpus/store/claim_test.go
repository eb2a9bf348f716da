package store

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"rung/corpus"
)

var (
	childDoes = flag.String("child", "", "what the program does that tests of this package start: crawl or read")
	childDB   = flag.String("child-db", "", "with which database")
)

// TestChild is that program: it crawls until it is killed, or reads once.
func TestChild(t *testing.T) {
	switch *childDoes {
	case "crawl":
		s, err := Open(*childDB)
		must(t, err)
		for n := 0; ; n++ {
			keep(t, s, n)
			fmt.Printf("kept %d\n", n)
		}
	case "read":
		s, err := OpenReader(*childDB)
		if err != nil {
			fmt.Printf("refused: %v\n", err)
			return
		}
		fmt.Printf("read %d\n", count(t, s))
		must(t, s.Close())
	default:
		t.Skip("it is started by other tests only")
	}
}

// keep writes one page with its posting.
func keep(t testing.TB, s *Store, n int) {
	t.Helper()
	p := page(n)
	p.State, p.Asked = Done, day
	one := posting(n, fmt.Sprint("You lead team ", n))
	one.ID = corpus.ID(fmt.Sprintf("a/b/%08d", n))
	_, err := s.Do(&Step{Now: day, Page: p, Postings: []Posting{one}})
	must(t, err)
}

// count reads every posting, each of which must be whole.
func count(t testing.TB, s *Store) (n int) {
	t.Helper()
	for p, err := range s.Postings() {
		must(t, err)
		if p.Posting.Text != fmt.Sprint("You lead team ", n) || p.Details["pay"] != "€1" {
			t.Fatalf("posting %d is %+v", n, p)
		}
		n++
	}
	return n
}

// child is this program, which does something with a database. Where uid is not 0
// and may be, somebody else runs it.
func child(t *testing.T, does, db string, uid int) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	if uid != 0 {
		b, err := os.ReadFile(self)
		must(t, err)
		self = filepath.Join(public(t), "test")
		must(t, os.WriteFile(self, b, 0o755))
	}
	c := exec.Command(self, "-test.run=^TestChild$", "-child="+does, "-child-db="+db)
	c.Stderr = os.Stderr
	if uid != 0 && os.Getuid() == 0 {
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(uid)}}
		c.Dir = filepath.Dir(self)
	}
	return c
}

// public is a folder that everybody can look into.
func public(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	must(t, os.Chmod(dir, 0o755))
	must(t, os.Chmod(filepath.Dir(dir), 0o755))
	return dir
}

// read is what a child says of a database that it reads.
func read(t *testing.T, db string, uid int) string {
	t.Helper()
	out, err := child(t, "read", db, uid).Output()
	must(t, err)
	line, _, _ := strings.Cut(string(out), "\n")
	return line
}

// crawling starts a child that crawls and has kept some, and returns what kills it.
func crawling(t *testing.T, db string, kept int) (kill func()) {
	t.Helper()
	c := child(t, "crawl", db, 0)
	out, err := c.StdoutPipe()
	must(t, err)
	must(t, c.Start())
	lines := bufio.NewScanner(out)
	for n := 0; n < kept && lines.Scan(); n++ {
	}
	go io.Copy(io.Discard, out) // it goes on
	kill = func() {
		c.Process.Kill()
		c.Wait()
	}
	t.Cleanup(kill)
	return kill
}

// beside are the files of a database, without the folder.
func beside(t *testing.T, db string) (names []string) {
	t.Helper()
	files, err := os.ReadDir(filepath.Dir(db))
	must(t, err)
	for _, f := range files {
		if strings.HasPrefix(f.Name(), filepath.Base(db)) {
			names = append(names, f.Name())
		}
	}
	return names
}

// oneFile complains unless a database is one file, which says so.
func oneFile(t *testing.T, db string) {
	t.Helper()
	if names := beside(t, db); len(names) != 1 {
		t.Errorf("the database is %q", names)
	}
	if head := mustRead(t, db)[18:20]; string(head) != "\x01\x01" {
		t.Errorf("it says that there may be more of it: % x", head)
	}
}

func mustRead(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	must(t, err)
	return b
}

func TestADatabaseIsReadWhileACrawlWritesIt(t *testing.T) {
	db := filepath.Join(t.TempDir(), "a.db")
	kill := crawling(t, db, 200)
	r, err := OpenReader(db)
	must(t, err)
	n := count(t, r)
	if n < 200 {
		t.Errorf("%d postings, 200 were kept", n)
	}
	for again := n; again < n+100; { // it goes on, and what it keeps is seen
		again = count(t, r)
	}
	if got := read(t, db, 0); !strings.HasPrefix(got, "read ") {
		t.Errorf("another program: %s", got)
	}
	if _, err := Open(db); !errors.Is(err, ErrLocked) {
		t.Errorf("a second crawl: %v", err)
	}
	if _, err := CreateResults(db, verdicts); !errors.Is(err, ErrLocked) {
		t.Errorf("verdicts during the crawl: %v", err)
	}
	kill()
	if n := count(t, r); n < 300 {
		t.Errorf("%d postings after its death", n)
	}
	must(t, r.Close())
	oneFile(t, db)
	if got := read(t, db, 0); got == "read 0" || !strings.HasPrefix(got, "read ") {
		t.Errorf("when nobody uses it: %s", got)
	}
}

func TestACrawlWhereNoMemoryCanBeShared(t *testing.T) {
	db := filepath.Join(t.TempDir(), "a.db")
	must(t, os.Symlink("/no/where/at/all", db+"-shm")) // what is shared has no place
	s, err := Open(db)
	must(t, err)
	keep(t, s, 0)
	if got := read(t, db, 0); !strings.HasPrefix(got, "refused: ") {
		t.Errorf("meanwhile: %s", got)
	}
	must(t, s.Close())
	must(t, os.Remove(db+"-shm"))
	oneFile(t, db)
	if got := read(t, db, 0); got != "read 1" {
		t.Errorf("afterwards: %s", got)
	}
}

func TestReaderAndCrawlDoNotWaitForEachOther(t *testing.T) {
	s := openNew(t)
	keep(t, s, 0)
	r, err := OpenReader(s.path)
	must(t, err)
	must(t, s.run(func() error { // in the middle of a step
		if _, err := s.exec("UPDATE posting SET text = 'half'"); err != nil {
			return err
		}
		if n := count(t, r); n != 1 {
			t.Errorf("%d postings", n)
		}
		_, err := s.exec("UPDATE posting SET text = 'You lead team 0'")
		return err
	}))
	must(t, r.run(func() error { // in the middle of reading
		var n int
		if err := r.row("SELECT count(*) FROM posting").Scan(&n); err != nil {
			return err
		}
		for n := 1; n <= 300; n++ {
			keep(t, s, n)
		}
		must(t, do(s.conn, "PRAGMA wal_checkpoint(PASSIVE)"))
		if err := r.row("SELECT count(*) FROM posting").Scan(&n); err != nil || n != 1 {
			t.Errorf("%d postings within one reading, %v", n, err)
		}
		return nil
	}))
	if n := count(t, r); n != 301 {
		t.Errorf("%d postings", n)
	}
	must(t, s.Close())
	if n := count(t, r); n != 301 {
		t.Errorf("%d postings after the crawl", n)
	}
	// What is copied now is whole, though the reader is still there.
	copied := filepath.Join(t.TempDir(), "b.db")
	must(t, os.WriteFile(copied, mustRead(t, s.path), 0o666))
	if got := read(t, copied, 0); got != "read 301" {
		t.Errorf("a copy: %s", got)
	}
	must(t, r.Close())
	oneFile(t, s.path)
}

func TestWhatAKilledCrawlLeftIsReadAndGoneOnWith(t *testing.T) {
	for name, use := range map[string]func(t *testing.T, db string){
		"a reader": func(t *testing.T, db string) {
			if got := read(t, db, 0); got == "read 0" || !strings.HasPrefix(got, "read ") {
				t.Error(got)
			}
		},
		"a crawl": func(t *testing.T, db string) {
			s, err := Open(db)
			must(t, err)
			if n := count(t, s); n < 50 {
				t.Errorf("%d postings", n)
			}
			must(t, s.Close())
		},
	} {
		t.Run(name, func(t *testing.T) {
			db := filepath.Join(t.TempDir(), "a.db")
			crawling(t, db, 50)()
			if names := beside(t, db); len(names) != 4 {
				t.Errorf("left behind: %q", names) // else this tests nothing
			}
			use(t, db)
			oneFile(t, db)
		})
	}
}

func TestACopyThatIsNotWholeIsReadOrSaysWhatToDo(t *testing.T) {
	db := filepath.Join(t.TempDir(), "a.db")
	crawling(t, db, 50)()
	copied := filepath.Join(t.TempDir(), "b.db")
	must(t, os.WriteFile(copied, mustRead(t, db), 0o666))
	if got := read(t, copied, 0); !strings.Contains(got, "needs b.db-wal too") {
		t.Errorf("without what was written last: %s", got)
	}
	must(t, os.WriteFile(copied+"-wal", mustRead(t, db+"-wal"), 0o666))
	if got := read(t, copied, 0); got == "read 0" || !strings.HasPrefix(got, "read ") {
		t.Errorf("with all of it: %s", got)
	}
	oneFile(t, copied)
}

func TestADatabaseThatCannotBeWrittenIsReadOrSaysWhatToDo(t *testing.T) {
	const nobody = 65534
	dir := public(t)
	db := filepath.Join(dir, "a.db")
	kill := crawling(t, db, 50)
	if got := read(t, db, nobody); got == "read 0" || !strings.HasPrefix(got, "read ") {
		t.Errorf("while somebody else's crawl writes it: %s", got)
	}
	kill()
	if got := read(t, db, nobody); got == "read 0" || !strings.HasPrefix(got, "read ") {
		t.Errorf("after that was killed: %s", got)
	}
	must(t, os.Remove(db+"-shm"))
	if got := read(t, db, nobody); !strings.Contains(got, "a part of it is in a.db-wal, and no file can be made in their folder: copy both") {
		t.Errorf("without its index: %s", got)
	}
	s, err := Open(db)
	must(t, err)
	must(t, do(s.conn, "PRAGMA wal_checkpoint(TRUNCATE)"))
	n := count(t, s)
	used := mustRead(t, db)
	must(t, s.Close())
	if got := read(t, db, nobody); got != fmt.Sprint("read ", n) {
		t.Errorf("when nobody uses it: %s, want %d", got, n)
	}
	must(t, os.WriteFile(db, used, 0o644))
	if got := read(t, db, nobody); got != fmt.Sprint("read ", n) {
		t.Errorf("as it was in use, alone: %s, want %d", got, n)
	}
}
