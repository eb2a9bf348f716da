package batch

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"rung/report/row"
)

// shardSink writes records to the files part-00000.parquet, part-00001.parquet …
// of a folder. Each appears whole, and the journal beside the folder tells of it
// before: a run that died goes on behind the last one.
type shardSink struct {
	*journal
	dir    string
	shards int // complete
	open   func(f *os.File) row.RecordWriter
	file   *os.File // of the shard that is written; nil: none
	w      row.RecordWriter
}

func shardName(dir string, n int) string {
	return filepath.Join(dir, fmt.Sprintf("part-%05d.parquet", n))
}

// shardFiles are the shards that lie in a folder, and those that were not finished.
func shardFiles(dir string) (shards, torn []string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		const digits = "[0-9][0-9][0-9][0-9][0-9]"
		if ok, _ := filepath.Match("part-"+digits+".parquet", e.Name()); ok {
			shards = append(shards, filepath.Join(dir, e.Name()))
		}
		if ok, _ := filepath.Match(".part-"+digits+".parquet.part", e.Name()); ok {
			torn = append(torn, filepath.Join(dir, e.Name()))
		}
	}
	return shards, torn
}

// lastShards returns the last Position all of whose shards lie in the folder, as
// long as they were.
func lastShards(dir string, positions []Position) (last Position) {
	for _, p := range positions {
		info, err := os.Stat(shardName(dir, p.Shards-1))
		if p.Shards != last.Shards+1 || err != nil || info.Size() != p.Bytes {
			break
		}
		last = p
	}
	return last
}

func (s *shardSink) write(r *Rows, from, to int) (err error) {
	start, end := r.span(from, to)
	if start == end {
		return nil // no shard is begun for nothing
	}
	if s.file == nil {
		if s.file, err = os.Create(beside(shardName(s.dir, s.shards), ".part")); err != nil {
			return err
		}
		s.w = s.open(s.file)
	}
	return s.w.Write(r.Records[start:end])
}

// mark ends a shard.
func (s *shardSink) mark(p Position) error {
	if s.file == nil {
		return nil
	}
	if err := cmp.Or(s.w.Close(), s.file.Sync()); err != nil {
		return err
	}
	info, err := s.file.Stat()
	if err != nil {
		return err
	}
	s.shards++
	p.Shards, p.Bytes = s.shards, info.Size()
	name := s.file.Name()
	err = cmp.Or(s.at(p, true), s.journal.file.Sync(), s.file.Close(), os.Rename(name, shardName(s.dir, s.shards-1)))
	s.file = nil
	if err == nil {
		s.safe = p.Postings
	}
	return err
}

func (s *shardSink) finish(p Position) error { return s.mark(p) }
func (s *shardSink) commit() error           { return s.remove() }

func (s *shardSink) abort(keep bool) {
	if s.file != nil {
		os.Remove(s.file.Name()) // without its end it is no file
		s.file.Close()
		s.file = nil
	}
	if s.journal.file == nil {
		return
	}
	if !keep {
		for n := range s.shards {
			os.Remove(shardName(s.dir, n))
		}
		os.Remove(s.dir) // if nothing else is in it
		s.remove()
	}
	s.journal.close()
}

// clear removes the shards of an earlier run, which ours tells apart from files
// that are not rung's.
func clearShards(dir string, ours bool) error {
	shards, torn := shardFiles(dir)
	if len(shards) > 0 && !ours {
		return &Error{Problem: OtherShards, Path: dir, Err: errors.New("it holds shards, and nothing tells whose")}
	}
	for _, name := range append(shards, torn...) {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
