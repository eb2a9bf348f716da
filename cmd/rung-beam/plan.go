package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"rung/corpus/read"
	"rung/scrape/inputs"
	"slices"
	"strings"
	"sync"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// unit is the input of one shard: a few files, or a range of one. Unit n of of
// comes before unit n+1 in the input, so the shards one after the other are the
// output of rung classify.
type unit struct {
	N, Of int
	Files []string
	// Start and End are the range in bytes of the only file; End 0 is all of it.
	// A range has the lines that begin in it.
	Start, End int64
}

// file is an input file and its size in bytes.
type file struct {
	name string
	size int64
}

// planFn turns the patterns into units. It runs once.
type planFn struct{ Job Job }

func (f *planFn) ProcessElement(ctx context.Context, _ []byte, emit func(unit)) error {
	files, err := list(ctx, f.Job.Inputs)
	if err != nil {
		return err
	}
	format := f.Job.options().Format
	units := pack(files, f.Job.Split, func(name string) bool { return splittable(ctx, name, format) })
	for _, u := range units {
		emit(u)
	}
	return nil
}

// list expands the inputs: in their order, the files of one sorted by name, each
// file once, as rung classify does.
func list(ctx context.Context, inputs []string) ([]file, error) {
	var files []file
	seen := map[string]bool{}
	for _, input := range inputs {
		names, err := expand(ctx, input)
		if err == nil && len(names) == 0 {
			err = errors.New("no file matches")
		}
		if err != nil {
			return nil, fmt.Errorf("reading %q: %w", input, err)
		}
		names = slices.DeleteFunc(names, func(name string) bool {
			if isLocal(name) {
				name = filepath.Clean(name)
			}
			old := seen[name]
			seen[name] = true
			return old
		})
		sized, err := sizes(ctx, names)
		if err != nil {
			return nil, err
		}
		files = append(files, sized...)
	}
	return files, nil
}

func isLocal(name string) bool { return !strings.Contains(name, "://") }

// expand gives the files of a pattern, or of a local folder and all below it
// without what is hidden.
func expand(ctx context.Context, input string) ([]string, error) {
	if !isLocal(input) {
		fs, err := filesystem.New(ctx, input)
		if err != nil {
			return nil, err
		}
		defer fs.Close()
		names, err := fs.List(ctx, input)
		slices.Sort(names)
		return names, err
	}
	found, err := inputs.Find(input)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var names []string
	for _, root := range found {
		names = append(names, inputs.Below(root)...)
	}
	return names, nil
}

// asking is how many sizes are asked for at a time: an object store answers in
// milliseconds, and there may be a hundred thousand objects.
const asking = 32

func sizes(ctx context.Context, names []string) ([]file, error) {
	files, errs := make([]file, len(names)), make([]error, len(names))
	var wait sync.WaitGroup
	turns := make(chan struct{}, asking)
	var store filesystem.Interface
	if len(names) > 0 && !isLocal(names[0]) {
		var err error
		if store, err = filesystem.New(ctx, names[0]); err != nil {
			return nil, err
		}
		defer store.Close()
	}
	for i, name := range names {
		files[i].name = name
		if store == nil { // Beam's own way leaves the file open
			if info, err := os.Stat(name); err == nil { // else told when it is read
				files[i].size = info.Size()
			}
			continue
		}
		turns <- struct{}{}
		wait.Go(func() {
			defer func() { <-turns }()
			if files[i].size, errs[i] = store.Size(ctx, name); errs[i] != nil {
				errs[i] = fmt.Errorf("reading %q: %w", name, errs[i])
			}
		})
	}
	wait.Wait()
	return files, errors.Join(errs...)
}

// pack makes units of about split bytes: small files together, and large ones
// cut where splittable says that they can be.
func pack(files []file, split int64, splittable func(name string) bool) []unit {
	var units []unit
	var u unit
	var size int64
	flush := func() {
		if len(u.Files) > 0 {
			units = append(units, u)
		}
		u, size = unit{}, 0
	}
	for _, f := range files {
		if size > 0 && size+f.size > split {
			flush()
		}
		if f.size > split && splittable(f.name) {
			for n, start := cmp.Or((f.size+split/2)/split, 1), int64(0); n > 0; n-- {
				end := start + (f.size-start)/n
				units = append(units, unit{Files: []string{f.name}, Start: start, End: end})
				start = end
			}
			continue
		}
		u.Files, size = append(u.Files, f.name), size+f.size
	}
	flush()
	for i := range units {
		units[i].N, units[i].Of = i, len(units)
	}
	return units
}

// splittable reports whether a file is JSON Lines that can be cut at any line
// end: plain UTF-8, one record a line, as its beginning shows, on a filesystem
// whose files can be entered in the middle. Others are one unit's, whole.
func splittable(ctx context.Context, name string, format read.Format) bool {
	if format != read.Auto && format != read.JSONL {
		return false
	}
	f, err := open(ctx, name, 0)
	if err != nil {
		return false
	}
	defer f.Close()
	if _, ok := f.ReadCloser.(io.Seeker); !ok {
		return false
	}
	head, _ := bufio.NewReaderSize(f, headBytes).Peek(headBytes)
	return (format == read.JSONL || read.Detect(name, head[:min(len(head), 4096)]) == read.JSONL) && onePerLine(head)
}

// headBytes is how much of a file corpus looks at to tell JSON Lines from a
// document.
const headBytes = 64 << 10

// onePerLine is the condition under which corpus reads JSON by lines: the first
// two begin objects.
func onePerLine(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	first, rest, _ := bytes.Cut(head, []byte{'\n'})
	rest = bytes.TrimLeft(rest, " \t\r\n")
	return len(first) > 0 && first[0] == '{' && len(rest) > 0 && rest[0] == '{' && bytes.IndexByte(head, 0) < 0
}
