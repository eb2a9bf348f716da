package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// output is where a command's data goes. A named file appears whole or not at
// all: it is written beside its place and moved there by commit.
type output struct {
	io.Writer
	file *os.File // nil: stdout
	path string   // final name
	temp string   // "" where the file is written in place
}

// create opens path for writing; "" and "-" are stdout. A path that is one of
// the inputs, or lies in a folder that is, is refused.
func (a *app) create(path string, inputs []string) (*output, error) {
	if path == "" || path == "-" {
		return &output{Writer: a.stdout}, nil
	}
	if in := a.sameFile(path, inputs); in != "" {
		return nil, withHint(fmt.Errorf("writing %q: it is read as part of the input %q", path, in), "write to another place")
	}
	o := &output{path: path}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return nil, withHint(fmt.Errorf("writing %q: is a folder", path), "name a file in it")
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
		return nil, cannotWrite(path, err)
	}
	o.Writer = o.file
	return o, nil
}

// cannotWrite says why an output cannot be begun.
func cannotWrite(path string, err error) error {
	hint := "the folder must exist and be writable"
	if errors.Is(err, errLocked) {
		hint = "wait until it is done, or name another file"
	}
	return withHint(fmt.Errorf("writing %q: %w", path, cause(err)), hint)
}

// commit finishes the file.
func (o *output) commit() error {
	if o.file == nil {
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
		o.abort()
		return fmt.Errorf("writing %q: %w", o.path, cause(err))
	}
	o.file = nil
	return nil
}

// abort leaves no trace, unless commit came before. It may be nil.
func (o *output) abort() {
	if o == nil || o.file == nil {
		return
	}
	if o.temp != "" {
		os.Remove(o.temp) // before the lock is given up
	}
	o.file.Close()
	o.file = nil
}

// sameFile returns the input that path is, or is part of.
func (a *app) sameFile(path string, inputs []string) string {
	out, err := os.Stat(path)
	for _, in := range inputs {
		info, failed := os.Stat(in)
		if in == "-" {
			if f, ok := a.stdin.(*os.File); ok && err == nil && out.Mode().IsRegular() {
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

// cause is the reason of a file error without the name, which is told already.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}
