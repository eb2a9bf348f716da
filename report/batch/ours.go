package batch

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"

	"rung/corpus/read"
)

// mayOverwrite refuses an output where a file lies that none of these runs wrote:
// it is lost for good, and it may be anything.
func (j *Job) mayOverwrite() error {
	info, err := os.Stat(j.Output)
	if j.Force || j.Resume || j.folder || j.Output == "" || j.Output == "-" || err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
		return nil
	}
	if err := notAnInput(j.Output, j.Input); err != nil {
		return err
	}
	if ReadManifest(j.Output) != nil || j.wrote(j.Output, info.Size()) {
		return nil
	}
	return &Error{Problem: Existing, Path: j.Output, Err: errors.New("there is a file that is not of a run like this one, and it would be lost")}
}

// wrote reports whether a file looks like one that such a task writes. Databases
// are looked at when they are opened.
func (j *Job) wrote(path string, size int64) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 16)
	n, _ := io.ReadFull(f, head)
	switch head = head[:n]; {
	case bytes.HasPrefix(head, []byte("SQLite format 3")):
		return true
	case bytes.HasPrefix(head, []byte("PAR1")):
		tail := make([]byte, min(size, 64<<10))
		f.ReadAt(tail, size-int64(len(tail)))
		return bytes.Contains(tail, []byte("rung version"))
	case bytes.HasPrefix(head, []byte("PK")):
		return ourWorkbook(f, size)
	}
	r, err := read.Open(path)
	if err != nil {
		return false
	}
	defer r.Close()
	text := make([]byte, 64<<10)
	n, _ = io.ReadFull(r, text)
	return j.begins(text[:n])
}

// begins reports whether a text begins as rows do: under the head of the format, or
// with their first keys.
func (j *Job) begins(text []byte) bool {
	const telling = 24 // bytes of a head that no other file begins with
	if head := j.Task.Layout.Head; len(head) >= telling {
		return bytes.HasPrefix(text, head[:min(len(head), 60)])
	}
	if j.Task.Table != nil {
		return bytes.Contains(text, []byte("vs title"))
	}
	text = bytes.TrimPrefix(bytes.TrimPrefix(text, j.Task.Layout.Head), []byte(`{"data":`))
	line, _, _ := bytes.Cut(text, []byte{'\n'})
	return bytes.HasPrefix(line, []byte(`{"id":"`)) && bytes.Contains(line, []byte(`,"source":"`)) && bytes.Contains(line, []byte(`,"company":"`)) &&
		bytes.Contains(line, []byte(`,"title":"`))
}

// ourWorkbook reports whether a workbook says that it is.
func ourWorkbook(f *os.File, size int64) bool {
	z, err := zip.NewReader(f, size)
	if err != nil {
		return false
	}
	core, err := z.Open("docProps/core.xml")
	if err != nil {
		return false
	}
	defer core.Close()
	b, _ := io.ReadAll(io.LimitReader(core, 64<<10))
	return bytes.Contains(b, []byte("creator>rung<"))
}
