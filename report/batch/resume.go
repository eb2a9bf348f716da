package batch

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"rung/corpus/store"
	"rung/report/row"
	"rung/scrape/inputs"
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
func manifests(out sink) bool {
	switch s := out.(type) {
	case *streamSink:
		return s.temp != ""
	case *recordSink:
		return s.temp != ""
	}
	return true
}

// open opens the output; where it goes on, j.at is set to what is there.
func (j *Job) open() (sink, error) {
	info, err := os.Stat(j.Output)
	device := err == nil && !info.Mode().IsRegular() && !info.IsDir()
	switch {
	case j.folder:
		return j.openJournaled(filepath.Clean(j.Output))
	case j.Output == "" || j.Output == "-" || device || slices.Contains(inOnePiece, j.Task.Format) || err == nil && info.IsDir():
		if j.Resume {
			return nil, &Error{Problem: NoFile, Resume: true, Path: j.Output, Err: errors.New("it is no file")}
		}
		out, err := Create(j.Output, j.Stream, j.Input)
		if err != nil {
			return nil, err
		}
		if j.Task.Records != nil {
			return &recordSink{out, j.Task.Records(out)}, nil
		}
		s, err := newStreamSink(out, j.Task.Layout)
		if err != nil {
			out.Abort()
			return nil, &Stopped{Err: inputs.Cause(err)}
		}
		if j.Task.Table != nil {
			table := j.Task.Table(out)
			s.to, s.close = table, table.Close
		}
		return s, nil
	}
	path := j.Output
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // the link stays
	}
	return j.openJournaled(path)
}

// openJournaled opens an output with a journal beside it: a file, or a folder of
// shards.
func (j *Job) openJournaled(path string) (out sink, err error) {
	if err := notAnInput(j.Output, j.Input); err != nil {
		return nil, err
	}
	log, positions, err := openJournal(path)
	if err != nil {
		return nil, notOpened(j.Output, err)
	}
	known := log.Identity.Command != ""
	defer func() {
		switch {
		case err == nil:
		case known && !errors.Is(err, errComplete):
			log.close()
		default:
			log.remove()
		}
	}()
	isDB := j.Task.Format == "db"
	part := beside(path, ".part")
	var file *os.File
	if !j.Resume {
		positions = nil
	}
	if j.Resume {
		if err := j.mayResume(path, log, known); err != nil {
			return nil, err
		}
		switch {
		case j.folder:
			j.at = lastShards(path, positions)
		case isDB:
		default:
			if file, j.at, err = openPart(part, positions); err != nil {
				return nil, notOpened(j.Output, err)
			}
		}
	} else if known && j.Anew != nil {
		j.Anew()
	}
	now := time.Now()
	if j.Resume && known {
		err = log.resume(now)
	} else {
		err = log.begin(&j.identity, now)
	}
	if err != nil {
		return nil, notOpened(j.Output, err)
	}
	switch {
	case j.folder:
		return j.openShards(path, log, known)
	case isDB:
		s, at, err := openDB(path, log, positions)
		if err != nil {
			return nil, j.noDatabase(err)
		}
		j.at = at
		return s, nil
	}
	if file == nil {
		if file, err = os.Create(part); err != nil {
			return nil, notOpened(j.Output, err)
		}
	}
	if info, err := os.Stat(path); err == nil {
		file.Chmod(info.Mode().Perm()) // as well as the system lets
	}
	_, zip := packed(j.Output)
	head := j.Task.Layout.Head
	s := &partSink{journal: log, Layout: j.Task.Layout, file: file, path: path, bytes: j.at.Bytes, sum: j.at.Sum, pack: packer(zip), synced: now}
	s.begun = j.at.Bytes > int64(len(head)) || zip != "" && j.at.Bytes > 0
	if j.at.Bytes == 0 {
		if _, err := s.Write(head); err != nil {
			s.abort(false)
			return nil, notOpened(j.Output, err)
		}
	}
	return s, nil
}

// mayResume says why a run cannot go on, or that it need not.
func (j *Job) mayResume(path string, log *journal, known bool) error {
	_, noPart := os.Stat(beside(path, ".part"))
	_, noFinal := os.Stat(path)
	isDB := j.Task.Format == "db"
	refused := func(problem Problem, what string) error {
		return &Error{Problem: problem, Resume: true, Path: j.Output, Err: errors.New(what)}
	}
	if known {
		if what := j.identity.differs(&log.Identity, j.Called); what != "" {
			return refused(OtherRun, what)
		}
		if !j.folder && !isDB && noPart != nil && noFinal == nil {
			return errComplete // it died between the last two steps
		}
		return nil
	}
	if j.folder && noFinal == nil {
		if shards, _ := shardFiles(path); len(shards) == 0 {
			return nil
		}
	}
	if noFinal != nil || isDB && !store.HoldsResults(path) {
		return nil // nothing was begun
	}
	m := ReadManifest(j.Output)
	if m == nil {
		return refused(Whole, "it lies there, and nothing tells which command wrote it")
	}
	if what := j.identity.differs(&m.Run, j.Called); what != "" {
		return refused(Whole, "it is complete, but "+what)
	}
	return errComplete
}

// noDatabase says why a database cannot be written.
func (j *Job) noDatabase(err error) error {
	problem := NotOpened
	switch {
	case errors.Is(err, errOtherRows):
		problem = OtherRows
	case errors.Is(err, store.ErrNotOurs):
		problem = NotOurs
	}
	what := strings.TrimPrefix(inputs.Cause(err).Error(), j.Output+": ")
	return &Error{Problem: problem, Path: j.Output, Err: errors.New(what)}
}

// openPart opens an unfinished file, cuts it behind the last position that its
// bytes bear out, and returns that; nil where there is none.
func openPart(name string, positions []Position) (*os.File, Position, error) {
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if errors.Is(err, os.ErrNotExist) {
		return nil, Position{}, nil
	}
	if err != nil {
		return nil, Position{}, err
	}
	var last Position
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
				return nil, Position{}, err
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
		return nil, Position{}, err
	}
	return f, last, nil
}

// openShards opens a folder, new or with the shards of j.at in it.
func (j *Job) openShards(dir string, log *journal, known bool) (sink, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, notOpened(j.Output, err)
	}
	if j.at.Shards == 0 {
		if err := clearShards(dir, known || ReadManifest(j.Output) != nil); err != nil {
			return nil, err
		}
	} else {
		_, torn := shardFiles(dir)
		for _, name := range torn {
			os.Remove(name)
		}
	}
	return &shardSink{journal: log, dir: dir, shards: j.at.Shards, open: func(f *os.File) row.RecordWriter { return j.Task.Records(f) }}, nil
}
