package read

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"rung/corpus"
	"slices"
	"strings"
)

// Open opens a file, or standard input for "-", and undoes gzip and zstd, which
// it knows by their first bytes.
func Open(path string) (io.ReadCloser, error) {
	f := os.Stdin
	if path != "-" {
		var err error
		if f, err = os.Open(path); err != nil {
			return nil, err
		}
	}
	r, err := Decompress(f)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", path, torn(err, 0))
	}
	return &opened{r, f}, nil
}

type opened struct {
	io.Reader
	file *os.File
}

func (o *opened) Close() error {
	if z, ok := o.Reader.(interface{ Close() }); ok { // zstd's has no error
		z.Close()
	}
	if o.file == os.Stdin {
		return nil
	}
	return o.file.Close()
}

// Files reads the postings of files, of folders and all below them, of globs
// ("boards/*.jsonl") and of standard input ("-"): the arguments in their order, the
// files of a folder or glob sorted by name, each file once. Hidden files in folders
// are left out, and what is no data in the folders of Spark. Every error is a *corpus.LineError. One without a line is about a
// whole file: it is missing (the error wraps fs.ErrNotExist), holds no postings, or
// could be read no further. The stream goes on with the next file.
func (o Options) Files(ctx context.Context, args []string) iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		o := o.SayOnce() // not once a file
		done := map[string]bool{}
		for _, arg := range args {
			for path, err := range Expand(arg) {
				if err != nil {
					if !yield(corpus.Posting{}, &corpus.LineError{File: arg, Err: err}) {
						return
					}
					continue
				}
				if clean := filepath.Clean(path); done[clean] {
					continue
				} else {
					done[clean] = true
				}
				if !o.file(ctx, path, yield) {
					return
				}
			}
		}
	}
}

// file reads one file; false means stop.
func (o Options) file(ctx context.Context, path string, yield func(corpus.Posting, error) bool) bool {
	name := path
	if path == "-" {
		name = "stdin"
	}
	f, err := Open(path)
	if err != nil {
		var pe *fs.PathError
		if errors.As(err, &pe) {
			err = pe.Err
		}
		return yield(corpus.Posting{}, &corpus.LineError{File: name, Err: err})
	}
	defer f.Close()
	for p, err := range o.Read(ctx, f, name) {
		if line := (*corpus.LineError)(nil); err != nil && !errors.As(err, &line) {
			err = &corpus.LineError{File: name, Err: errors.Unwrap(err)} // which adds the name
		}
		if !yield(p, err) {
			return false
		}
	}
	return true
}

// SayOnce returns the options with a Said that is told everything only once, however
// many files are read with them.
func (o Options) SayOnce() Options {
	if said := o.Said; said != nil {
		told := map[string]bool{}
		o.Said = func(s string) {
			if !told[s] {
				told[s] = true
				said(s)
			}
		}
	}
	return o
}

// Expand gives the files that an argument of Files stands for. What cannot be
// listed is an error, and the others follow.
func Expand(arg string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		info, err := os.Stat(arg)
		switch {
		case arg == "-", err == nil && !info.IsDir():
			yield(arg, nil)
		case err == nil:
			walk(arg, yield)
		case strings.ContainsAny(arg, "*?["):
			paths, err := filepath.Glob(arg)
			switch {
			case err != nil:
				yield("", fmt.Errorf("not a pattern of file names: %w", err))
			case len(paths) == 0:
				yield("", missing("no file matches"))
			}
			slices.Sort(paths)
			for _, p := range paths {
				if info, err := os.Stat(p); err == nil && info.IsDir() {
					if !walk(p, yield) {
						return
					}
				} else if !yield(p, nil) {
					return
				}
			}
		case errors.Is(err, fs.ErrNotExist):
			yield("", missing("no such file or folder"))
		default:
			yield("", err)
		}
	}
}

// missing is fs.ErrNotExist with words of its own.
type missing string

func (m missing) Error() string        { return string(m) }
func (m missing) Is(target error) bool { return target == fs.ErrNotExist }

// aside reports whether a file or folder within a folder holds no data by its name:
// hidden ones, and what Hadoop, Spark and Delta write beside their data.
func aside(d fs.DirEntry) bool {
	name := d.Name()
	switch {
	case strings.HasPrefix(name, "."), strings.HasSuffix(name, ".crc"):
		return true
	case strings.HasPrefix(name, "part-") && !d.IsDir(): // of a part without rows
		info, err := d.Info()
		return err == nil && info.Size() == 0 && info.Mode().IsRegular()
	case !strings.HasPrefix(name, "_"):
		return false
	case d.IsDir():
		return strings.HasPrefix(name, "_temporary") || strings.HasPrefix(name, "_delta_") || strings.HasPrefix(name, "_spark_")
	}
	_, known := extensions[extension(name)]
	return !known
}

// walk gives the files below a folder, sorted, without hidden ones. Links to
// files are followed, links to folders are not: they may lead back.
func walk(dir string, yield func(string, error) bool) bool {
	n, more := 0, true
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch hidden := path != dir && aside(d); {
		case err != nil:
			var pe *fs.PathError
			if errors.As(err, &pe) {
				err = pe.Err
			}
			more = yield("", fmt.Errorf("%s: %w", path, err))
		case hidden && d.IsDir():
			return fs.SkipDir
		case hidden, d.IsDir():
			return nil
		default:
			if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
				return nil
			}
			n++
			more = yield(path, nil)
		}
		if !more {
			return fs.SkipAll
		}
		return nil
	})
	if more && err != nil {
		return yield("", err)
	}
	if more && n == 0 {
		return yield("", missing("the folder holds no file"))
	}
	return more
}
