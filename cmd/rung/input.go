package main

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rung/corpus"
	"rung/corpus/read"
)

// inputFlags are the same on every command that reads postings.
type inputFlags struct {
	from string
	opt  read.Options
}

// inputFormats are those of corpus that are read, and the two that a source reads.
var inputFormats = []string{"auto", "text", "html", "markdown", "jsonl", "csv", "tsv", "parquet", "pdf", "docx", "xlsx", "warc", "db"}

func (f *inputFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.from, "from", "auto", "format of the input: "+strings.Join(inputFormats, ", ")+"; .gz and .zst are opened")
	offer(cmd, "from", inputFormats...)
	flags.StringVar(&f.opt.TextColumn, "text-column", "", "column or key that holds the text (default: guessed)")
	flags.StringVar(&f.opt.TitleColumn, "title-column", "", "column or key that holds the title (default: guessed)")
	flags.StringVar(&f.opt.CompanyColumn, "company-column", "", "column or key that holds the company (default: guessed)")
	flags.StringVar(&f.opt.IDColumn, "id-column", "", "column or key that holds the id (default: guessed)")
}

// inputs checks what was named, before anything is read or written, and
// completes it: without a name stdin is meant, unless someone sits there;
// patterns are replaced by what they match now, so that no file that the run
// itself creates is among them.
func (a *app) inputs(args []string, example string) ([]string, error) {
	if len(args) == 0 {
		if terminal(a.stdin) {
			return nil, withHint(errors.New("no posting to read: name a file, or pipe one in"), "for example: "+example)
		}
		return []string{"-"}, nil
	}
	var names []string
	for _, arg := range args {
		found, err := find(arg)
		if err != nil {
			return nil, err
		}
		names = append(names, found...)
	}
	return names, nil
}

// find returns the files and folders that an argument names.
func find(arg string) ([]string, error) {
	switch {
	case arg == "-", isAddress(arg):
		return []string{arg}, nil
	case arg == "":
		return nil, withHint(errors.New("an input is an empty name"), "write - for stdin")
	}
	_, err := os.Stat(arg)
	if err == nil {
		return []string{arg}, nil
	}
	if names, bad := filepath.Glob(arg); bad == nil && len(names) > 0 {
		return names, nil
	}
	return nil, withHint(fmt.Errorf("reading %q: %w", arg, cause(err)), "files, folders, patterns such as 'jobs/*.txt', and - for stdin can be named")
}

func isAddress(arg string) bool {
	return strings.HasPrefix(arg, "http://") || strings.HasPrefix(arg, "https://")
}

// postings reads the inputs in order. Every error in the stream is a
// *corpus.LineError, and the stream goes on after it.
func (a *app) postings(f *inputFlags, args []string) (iter.Seq2[corpus.Posting, error], error) {
	s, err := a.sources(f, args)
	if err != nil {
		return nil, err
	}
	return s.postings(), nil
}

// sources lists what is read: the files of folders one by one.
func (a *app) sources(f *inputFlags, args []string) (*sources, error) {
	format, err := read.ParseFormat(f.from)
	if err != nil || !slices.Contains(inputFormats, f.from) {
		return nil, withHint(fmt.Errorf("reading the flags: --from %q is not read", f.from), "it takes "+strings.Join(inputFormats, ", ")+"; left out, the format is seen from the content")
	}
	s := &sources{opt: f.opt.SayOnce(), stdin: a.stdin, ctx: a.ctx}
	s.opt.Format = format
	seen := map[string]bool{}
	for _, arg := range args {
		for _, name := range below(arg) {
			clean := filepath.Clean(name)
			if isAddress(name) {
				clean = name
			}
			if seen[clean] {
				continue
			}
			seen[clean] = true
			src := &source{inputState: inputState{Name: name}}
			if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
				src.Bytes, src.Modified = info.Size(), info.ModTime().UTC()
			}
			s.list = append(s.list, src)
		}
	}
	return s, nil
}

// below lists the files of a folder and of all below it. What cannot be listed,
// or is no folder, is given back: reading it tells why.
func below(name string) []string {
	if info, err := os.Stat(name); err != nil || !info.IsDir() {
		return []string{name}
	}
	var files []string
	for path, err := range read.Expand(name) {
		if err != nil {
			return []string{name}
		}
		files = append(files, path)
	}
	return files
}

// readable says why a file cannot be opened for reading, or nil.
func readable(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return withHint(fmt.Errorf("reading %q: %w", name, cause(err)), "check the name, and that the file may be read")
	}
	return f.Close()
}
