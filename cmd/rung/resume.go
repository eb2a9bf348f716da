package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"rung/corpus/store"
	"rung/report/row"
)

// errComplete says that there is nothing left to do.
var errComplete = errors.New("the output is complete")

// journalOf is the journal of an output that can be resumed, or nil.
func journalOf(out sink) *journal {
	switch s := out.(type) {
	case *partSink:
		return s.journal
	case *shardSink:
		return s.journal
	case *dbSink:
		return s.journal
	}
	return nil
}

// manifests reports whether an output is a file that a manifest may stand beside.
func (b *batch) manifests(out sink) bool {
	switch s := out.(type) {
	case *streamSink:
		return s.temp != ""
	case *recordSink:
		return s.temp != ""
	}
	return true
}

// open opens the output; where it goes on, b.at is set to what is there.
func (b *batch) open() (sink, error) {
	info, err := os.Stat(b.path)
	device := err == nil && !info.Mode().IsRegular() && !info.IsDir()
	switch {
	case b.folder:
		return b.openJournaled(filepath.Clean(b.path))
	case b.path == "" || b.path == "-" || device || whole[b.to] != "" || err == nil && info.IsDir():
		if b.resume {
			return nil, withHint(fmt.Errorf("resuming %q: it is no file", b.path), "name a file with -o")
		}
		out, err := b.app.create(b.path, b.args)
		if err != nil {
			return nil, err
		}
		if b.records != nil {
			return &recordSink{out, b.records(out)}, nil
		}
		s, err := newStreamSink(out, b.layout)
		if err != nil {
			out.abort()
			return nil, fmt.Errorf("writing the rows: %w", cause(err))
		}
		if b.table != nil {
			table := b.table(out)
			s.to, s.close = table, table.Close
		}
		return s, nil
	}
	path := b.path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // the link stays
	}
	return b.openJournaled(path)
}

// openJournaled opens an output with a journal beside it: a file, or a folder of
// shards.
func (b *batch) openJournaled(path string) (out sink, err error) {
	if in := b.app.sameFile(path, b.args); in != "" {
		return nil, withHint(fmt.Errorf("writing %q: it is read as part of the input %q", b.path, in), "write to another place")
	}
	j, positions, err := openJournal(path)
	if err != nil {
		return nil, cannotWrite(b.path, err)
	}
	known := j.Identity.Command != ""
	defer func() {
		switch {
		case err == nil:
		case known && !errors.Is(err, errComplete):
			j.close()
		default:
			j.remove()
		}
	}()
	part := beside(path, ".part")
	var file *os.File
	if !b.resume {
		positions = nil
	}
	if b.resume {
		if err := b.mayResume(path, j, known); err != nil {
			return nil, err
		}
		switch {
		case b.folder:
			b.at = lastShards(path, positions)
		case b.to == "db":
		default:
			if file, b.at, err = openPart(part, positions); err != nil {
				return nil, cannotWrite(b.path, err)
			}
		}
	} else if known {
		b.app.say("%q was begun before, and is begun anew; --resume would have gone on", b.path)
	}
	now := time.Now()
	if b.resume && known {
		err = j.resume(now)
	} else {
		err = j.begin(&b.run, now)
	}
	if err != nil {
		return nil, cannotWrite(b.path, err)
	}
	switch {
	case b.folder:
		return b.openShards(path, j, known)
	case b.to == "db":
		s, at, err := openDB(path, j, positions)
		if err != nil {
			return nil, b.cannotResume(err)
		}
		b.at = at
		return s, nil
	}
	if file == nil {
		if file, err = os.Create(part); err != nil {
			return nil, cannotWrite(b.path, err)
		}
	}
	if info, err := os.Stat(path); err == nil {
		file.Chmod(info.Mode().Perm()) // as well as the system lets
	}
	_, zip := packed(b.path)
	s := &partSink{journal: j, layout: b.layout, file: file, path: path, bytes: b.at.Bytes, sum: b.at.Sum, pack: packer(zip), synced: now}
	s.begun = b.at.Bytes > int64(len(b.layout.head)) || zip != "" && b.at.Bytes > 0
	if b.at.Bytes == 0 {
		if _, err := s.Write(b.layout.head); err != nil {
			s.abort(false)
			return nil, fmt.Errorf("writing %q: %w", b.path, cause(err))
		}
	}
	return s, nil
}

// mayResume says why a run cannot go on, or that it need not.
func (b *batch) mayResume(path string, j *journal, known bool) error {
	_, noPart := os.Stat(beside(path, ".part"))
	_, noFinal := os.Stat(path)
	if known {
		if what := b.run.differs(&j.Identity); what != "" {
			return withHint(fmt.Errorf("resuming %q: %s", b.path, what), "the command that began it goes on; without --resume it is begun anew")
		}
		if !b.folder && b.to != "db" && noPart != nil && noFinal == nil {
			return errComplete // it died between the last two steps
		}
		return nil
	}
	if b.folder && noFinal == nil {
		if shards, _ := shardFiles(path); len(shards) == 0 {
			return nil
		}
	}
	if noFinal != nil || b.to == "db" && !store.HoldsResults(path) {
		return nil // nothing was begun
	}
	m := readManifest(b.path)
	if m == nil {
		return withHint(fmt.Errorf("resuming %q: it lies there, and nothing tells which command wrote it", b.path), "without --resume it is written anew")
	}
	if what := b.run.differs(&m.Run); what != "" {
		return withHint(fmt.Errorf("resuming %q: it is complete, but %s", b.path, what), "without --resume it is written anew")
	}
	return errComplete
}

// cannotResume says why a database cannot be written.
func (b *batch) cannotResume(err error) error {
	hint := "the folder must exist and be writable"
	switch {
	case errors.Is(err, errOtherRows):
		hint = "without --resume they are written anew"
	case errors.Is(err, store.ErrNotOurs):
		hint = "name another file"
	}
	return withHint(fmt.Errorf("writing %q: %w", b.path, errors.New(strings.TrimPrefix(cause(err).Error(), b.path+": "))), hint)
}

// openPart opens an unfinished file, cuts it behind the last position that its
// bytes bear out, and returns that; nil where there is none.
func openPart(name string, positions []position) (*os.File, position, error) {
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if errors.Is(err, os.ErrNotExist) {
		return nil, position{}, nil
	}
	if err != nil {
		return nil, position{}, err
	}
	var last position
	at, soFar := int64(0), uint32(0)
	r := bufio.NewReaderSize(f, 1<<20)
	buf := make([]byte, 1<<20)
read:
	for _, p := range positions {
		for at < p.Bytes {
			n, err := r.Read(buf[:min(int64(len(buf)), p.Bytes-at)])
			soFar = sum(soFar, buf[:n])
			at += int64(n)
			if err == io.EOF {
				break read
			}
			if err != nil {
				f.Close()
				return nil, position{}, err
			}
		}
		if soFar == p.Sum && at == p.Bytes {
			last = p
		}
	}
	if err = f.Truncate(last.Bytes); err == nil {
		_, err = f.Seek(last.Bytes, io.SeekStart)
	}
	if err != nil {
		f.Close()
		return nil, position{}, err
	}
	return f, last, nil
}

// openShards opens a folder, new or with the shards of b.at in it.
func (b *batch) openShards(dir string, j *journal, known bool) (sink, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, cannotWrite(b.path, err)
	}
	if b.at.Shards == 0 {
		if err := clearShards(dir, known || readManifest(b.path) != nil); err != nil {
			return nil, err
		}
	} else {
		_, torn := shardFiles(dir)
		for _, name := range torn {
			os.Remove(name)
		}
	}
	return &shardSink{journal: j, dir: dir, shards: b.at.Shards, open: func(f *os.File) row.RecordWriter { return b.records(f) }}, nil
}
