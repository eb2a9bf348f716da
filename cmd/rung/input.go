package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rung/corpus/read"
	"rung/scrape"
	"rung/scrape/inputs"
)

// inputFlags are the same on every command that reads postings.
type inputFlags struct {
	from string
	opt  read.Options
}

// inputFormats are those of corpus that are read, and the two that a source reads.
var inputFormats = []string{"auto", "text", "html", "markdown", "jsonl", "csv", "tsv", "parquet", "pdf", "docx", "xlsx", "xml", "eml", "rtf", "odt", "ods", "zip", "warc", "db"}

func (f *inputFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.from, "from", "auto", "format of the input: "+strings.Join(inputFormats, ", ")+"; .gz, .zst, .bz2 and .xz are opened")
	offer(cmd, "from", inputFormats...)
	flags.StringVar(&f.opt.TextColumn, "text-column", "", "column or key that holds the text, or several that are joined: a,b,c (default: guessed)")
	flags.StringVar(&f.opt.TitleColumn, "title-column", "", "column or key that holds the title (default: guessed)")
	flags.StringVar(&f.opt.CompanyColumn, "company-column", "", "column or key that holds the company (default: guessed)")
	flags.IntVar(&f.opt.SkipLines, "skip-lines", 0, "lines, or rows of a sheet, that stand above a table and are left out")
	flags.TextVar(&f.opt.Separator, "separator", read.Separator(0), "what stands between the columns of a text file: one character, or tab (default: seen)")
	flags.StringVar(&f.opt.Sheet, "sheet", "", "the one sheet of a workbook to read (default: all that hold postings and are not hidden)")
	flags.BoolVar(&f.opt.Verify, "warc-verify", false, "leave out the records of a web archive that differ from their digests")
	flags.StringVar(&f.opt.SQL, "sql", "", "query that selects the rows of an SQLite database of other tables")
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
		if arg == "" {
			return nil, withHint(errors.New("an input is an empty name"), "write - for stdin")
		}
		found, err := inputs.Find(arg)
		if err != nil {
			return nil, withHint(fmt.Errorf("reading %q: %w", arg, inputs.Cause(err)), "files, folders, patterns such as 'jobs/*.txt', and - for stdin can be named")
		}
		names = append(names, found...)
	}
	return names, nil
}

// open lists what is read.
func (a *app) open(f *inputFlags, names []string) (*inputs.Set, error) {
	format, err := read.ParseFormat(f.from)
	if err != nil || !slices.Contains(inputFormats, f.from) {
		return nil, withHint(fmt.Errorf("reading the flags: --from %q is not read", f.from), "it takes "+strings.Join(inputFormats, ", ")+"; left out, the format is seen from the content")
	}
	opt := f.opt
	opt.Format = format
	if said := opt.Said; said != nil {
		opt.Said = func(s string) { said(hinting(s)) }
	}
	s := inputs.New(opt, names...)
	s.Stdin, s.Fetch = a.stdin, scrape.FetchOne
	return s, nil
}

// readable says why a file cannot be opened for reading, or nil.
func readable(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return withHint(fmt.Errorf("reading %q: %w", name, inputs.Cause(err)), "check the name, and that the file may be read")
	}
	return f.Close()
}
