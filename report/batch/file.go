package batch

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"rung/scrape/inputs"
	"strings"
)

// File is where data goes. A named file appears whole or not at all: it is written
// beside its place and moved there by Commit.
type File struct {
	io.Writer
	file *os.File // nil: a stream
	path string   // final name
	temp string   // "" where the file is written in place
}

// Named reports whether the data goes to a name, and not to a stream.
func (f *File) Named() bool { return f.file != nil }

// Create opens path for writing; "" and "-" are stream. A path that is one of the
// inputs, or lies in a folder that is, is refused with an *Error. in may be nil.
func Create(path string, stream io.Writer, in *inputs.Set) (*File, error) {
	if path == "" || path == "-" {
		return &File{Writer: stream}, nil
	}
	if err := notAnInput(path, in); err != nil {
		return nil, err
	}
	o := &File{path: path}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return nil, &Error{Problem: IsFolder, Path: path, Err: errors.New("is a folder")}
	case err == nil && !info.Mode().IsRegular():
		o.file, err = os.OpenFile(path, os.O_WRONLY, 0) // a device or a pipe has no beside
	default:
		if real, err := filepath.EvalSymlinks(path); err == nil {
			o.path = real // the link stays
		}
		o.temp = beside(o.path, ".part")
		mode := fs.FileMode(0o666)
		if info != nil {
			mode = info.Mode().Perm()
		}
		if o.file, err = openLocked(o.temp, mode); err == nil {
			err = o.file.Truncate(0)
			if info != nil && err == nil {
				err = o.file.Chmod(mode) // also where it lay there from an earlier run
			}
		}
	}
	if err != nil {
		return nil, notOpened(path, err)
	}
	o.Writer = o.file
	return o, nil
}

// Commit finishes the file: it is on the disk, under its name. o may be nil.
func (o *File) Commit() error {
	if o == nil || o.file == nil {
		return nil
	}
	var err error
	if o.temp != "" {
		err = o.file.Sync()
	}
	if closed := o.file.Close(); err == nil {
		err = closed
	}
	if err == nil && o.temp != "" {
		err = os.Rename(o.temp, o.path)
	}
	if err != nil {
		o.Abort()
		return fmt.Errorf("writing %q: %w", o.path, inputs.Cause(err))
	}
	o.file = nil
	return nil
}

// Abort leaves no trace, unless Commit came before. o may be nil.
func (o *File) Abort() {
	if o == nil || o.file == nil {
		return
	}
	if o.temp != "" {
		os.Remove(o.temp) // before the lock is given up
	}
	o.file.Close()
	o.file = nil
}

// notAnInput refuses a path that is an input, or is part of one.
func notAnInput(path string, in *inputs.Set) error {
	if name := sameFile(path, in); name != "" {
		return &Error{Problem: IsInput, Path: path, Err: fmt.Errorf("it is read as part of the input %q", name)}
	}
	return nil
}

// sameFile returns the input that path is, or is part of.
func sameFile(path string, set *inputs.Set) string {
	if set == nil {
		return ""
	}
	out, err := os.Stat(path)
	for _, in := range set.Names {
		info, failed := os.Stat(in)
		if in == "-" {
			if f, ok := set.Stdin.(*os.File); ok && err == nil && out.Mode().IsRegular() {
				if info, err := f.Stat(); err == nil && os.SameFile(out, info) {
					return "stdin"
				}
			}
			continue
		}
		switch {
		case realPath(path) == realPath(in), err == nil && failed == nil && os.SameFile(out, info):
			return in
		case failed == nil && info.IsDir():
			rel, err := filepath.Rel(realPath(in), realPath(path))
			if err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
				return in
			}
		}
	}
	return ""
}

// realPath is absolute and without links, as far as the path exists.
func realPath(path string) string {
	if r, err := filepath.Abs(path); err == nil {
		path = r
	}
	if r, err := filepath.EvalSymlinks(path); err == nil {
		return r
	}
	if r, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		return filepath.Join(r, filepath.Base(path))
	}
	return path
}

// beside is the hidden file next to path.
func beside(path, ending string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+ending)
}

// openLocked opens a file to read and write, makes it if there is none, and
// locks it. The file that another process moved away meanwhile is not taken.
func openLocked(path string, mode fs.FileMode) (*os.File, error) {
	for {
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, mode)
		if err != nil {
			return nil, err
		}
		if !lock(f) {
			f.Close()
			return nil, errBusy
		}
		here, err := f.Stat()
		if there, gone := os.Stat(path); err == nil && gone == nil && os.SameFile(here, there) {
			return f, nil
		}
		f.Close()
		if err != nil {
			return nil, err
		}
	}
}
