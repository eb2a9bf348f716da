// Package read turns files of many formats into streams of postings: JSON, CSV,
// Parquet, workbooks, text, Markdown, HTML, PDF and DOCX, compressed or not. What
// an input could not give is a value in the stream, and nothing is left out in
// silence. It asks no site, and it does not read what only a crawl knows: web
// archives and databases are recognised here and read in scrape/inputs.
package read

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"rung/corpus"
	"slices"
	"strconv"
	"strings"
)

const (
	// maxRecord is the longest record, or file of one posting, that is read:
	// far beyond any posting, and what one record may cost in memory.
	maxRecord = corpus.MaxLine
	// maxText is the longest text: to parse one costs many times its length.
	maxText = 4 << 20
	bufSize = 64 << 10
)

// Options says how to read. The zero value recognises every format that the package
// reads, and guesses the columns.
type Options struct {
	Format Format

	// Columns of a table, or keys of JSON objects; empty means guessed from
	// the usual names (columns.txt).
	// TextColumn may name several, with commas between: their texts are joined in this
	// order under their headings.
	TextColumn, TitleColumn, CompanyColumn, IDColumn string

	// SkipLines is how many lines, or rows of a sheet, stand above a table and are left out.
	SkipLines int
	// Separator stands between the columns of a table in a file of text.
	Separator Separator
	// Sheet names the one sheet of a workbook that is read; empty means all that hold
	// postings and are not hidden.
	Sheet string

	// SQL is the query that selects the rows of a database of whatever tables. This
	// package only hands it on.
	SQL string

	// NoFiles says that nothing may be put into a temporary file: what needs one is an
	// error.
	NoFiles bool

	// Verify has the records of a web archive left out, and told as errors, that differ
	// from their digests.
	Verify bool

	// Keep names the columns, or keys of JSON objects, that postings carry as they
	// stand (Kept); KeepAll carries all.
	Keep []string

	// Said, if not nil, is told in plain words, once each, what was guessed, and what
	// was read though something is wrong with it.
	Said func(string)

	packed bool // the file stands in an archive
}

// Postings reads postings with the zero Options but for the format.
func Postings(ctx context.Context, r io.Reader, name string, f Format) iter.Seq2[corpus.Posting, error] {
	return Options{Format: f}.Read(ctx, r, name)
}

// Read reads the postings of one file, which messages and Source call name. It undoes
// gzip and zstd and converts UTF-16 and windows-1252. An error in the stream is a
// *corpus.LineError, after which the stream goes on, or another error, which is the
// last: the file is torn or unreadable, no column holds a text (*NoColumnError), or ctx
// ended, also in the middle of a posting.
func (o Options) Read(ctx context.Context, r io.Reader, name string) iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		s := &stream{ctx: ctx, o: o, m: o.mapping(), name: name, yield: yield}
		if err := s.read(r); err != nil && !s.stopped {
			yield(corpus.Posting{}, fmt.Errorf("%s: %w", name, err))
		}
		s.keep.tell(s)
	}
}

// stream is one file while it is read.
type stream struct {
	ctx     context.Context
	o       Options
	m       *mapping
	name    string
	yield   func(corpus.Posting, error) bool
	stopped bool // the consumer wants no more
	n       int  // postings and bad records given
	texts   int  // records that held a text
	row     row  // the record being read
	buf     []byte
	scratch []byte

	line   int // on which the last record that was given begins
	nth    int // of the records that begin there
	level  int // of lists around the record
	listed bool
	python bool     // strings may be in single quotes
	header [][]byte // of rows of values, quoted
	given  given

	orders  [numSingle]order // of day and month in the dates of a column
	slashes [numSingle]bool  // it has dates with slashes
	undated bool             // it is told that some are not read

	keep keep
}

// post gives a posting.
func (s *stream) post(p corpus.Posting) {
	s.n++
	s.stopped = !s.yield(p, nil)
}

// bad gives a record that could not be read. raw is copied.
func (s *stream) bad(line int, raw []byte, err error) {
	s.n++
	s.stopped = !s.yield(corpus.Posting{}, &corpus.LineError{File: s.name, Line: line, Record: s.record(line), Err: err, Raw: bytes.Clone(raw)})
}

// record counts the records that begin on the same line. It is the number of this one, 0
// for the first.
func (s *stream) record(line int) int {
	if s.nth++; line != s.line || line == 0 {
		s.line, s.nth = line, 1
		return 0
	}
	return s.nth
}

// lost gives a record that could not be read, and more behind it that are lost with it.
func (s *stream) lost(line, more int, err error) {
	s.n++
	s.stopped = !s.yield(corpus.Posting{}, &corpus.LineError{File: s.name, Line: line, Err: err, More: more})
}

// source is the place of the next record that is given: "jobs.json:7", and for the second
// of those that begin on a line "jobs.json:7#2".
func (s *stream) source(line int) string {
	at := s.name + ":" + strconv.Itoa(line)
	if n := s.record(line); n > 0 {
		at += "#" + strconv.Itoa(n)
	}
	return at
}

func (s *stream) read(r io.Reader) error {
	at, size := randomAccess(r)
	if at != nil {
		at = untilAt{s.ctx, at}
	}
	r, err := Decompress(Until(s.ctx, r))
	if err != nil {
		return err
	}
	if _, plain := r.(*bufio.Reader); !plain {
		at = nil
	}
	br := bufio.NewReaderSize(Until(s.ctx, r), bufSize) // again: little may inflate to much
	head, err := br.Peek(4096)
	if len(head) == 0 {
		if err == nil || errors.Is(err, io.EOF) {
			return errors.New("the file is empty")
		}
		return torn(err, 0)
	}
	f := s.o.Format
	if f == Auto {
		switch what := other(head); {
		case what != "":
			return errors.New("not a file of postings, but " + what)
		case isTar(head) && s.o.packed:
			return errArchives
		case isTar(head):
			return s.tar(br)
		}
		if f = Detect(s.name, head); f == Auto {
			return errors.New("not a file of postings: the content is binary of an unknown kind")
		}
	}
	if f == Text && s.o.Separator != 0 {
		f = CSV
	}
	switch f {
	case JSONL, CSV, TSV:
		br = decodeStream(br)
		if f == JSONL {
			return s.json(br)
		}
		return s.csv(br, f)
	case XML:
		return s.xml(br)
	case Parquet:
		if at == nil {
			var done func()
			if at, size, done, err = s.spool(br); err != nil {
				return err
			}
			defer done()
		}
		return s.parquet(at, size)
	case WARC, DB:
		return fmt.Errorf("a %s file is not read here; convert it to text, HTML, CSV or JSON Lines", f)
	case DOCX, XLSX, ODT, ODS, Zip:
		return s.archive(br, at, size, f)
	}
	b, err := whole(br, f)
	if err != nil {
		return err
	}
	switch f {
	case Text:
		s.text(b)
	case Markdown:
		s.markdown(b)
	case HTML:
		return s.page(b)
	case PDF:
		return s.pdf(b)
	case Mail:
		return s.mail(b)
	case RTF:
		return s.rtf(b)
	default:
		return fmt.Errorf("unknown format %v", f)
	}
	return nil
}

// torn words an error of the reader below; line is the last line that was read whole.
func torn(err error, line int) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = fmt.Errorf("%w (the file is cut short)", err)
	}
	if line > 0 {
		return fmt.Errorf("reading on after line %d: %w", line, err)
	}
	return fmt.Errorf("reading: %w", err)
}

// finish makes a posting of s.row; false means that it holds no text.
func (s *stream) finish(line int) (corpus.Posting, bool) {
	r := &s.row
	if s.m.list != nil {
		slices.SortStableFunc(r.sections, func(a, b part) int { return a.rank - b.rank })
	}
	if r.tooLong() || r.tooManyTags() {
		return corpus.Posting{}, false
	}
	s.fill()
	notes := s.cleanRow()
	text := corpus.Normalize(unmark(r.value[fText]))
	if r.column[fText].rank != 0 || text == "" {
		text = addSections(text, r.sections)
	}
	if strings.Trim(text, "\ufffd \n") == "" {
		return corpus.Posting{}, false
	}
	s.texts++
	for f := fText; f < numSingle; f++ {
		if r.value[f] != "" {
			s.m.tell(r.column[f], r.name[f])
		}
	}
	for _, p := range r.sections {
		s.m.tell(p.column, p.name)
	}
	p := corpus.Posting{
		ID:       corpus.ID(oneLine(r.value[fID])),
		URL:      strings.TrimSpace(r.value[fURL]),
		Company:  oneLine(unrated(r.value[fCompany])),
		Title:    oneLine(r.value[fTitle]),
		Location: oneLine(r.value[fLocation]),
		Fetched:  s.date(fFetched),
		Posted:   s.date(fPosted),
		Text:     text,
		Source:   s.source(line),
		Notes:    notes,
	}
	if p.ID == "" {
		p.ID = corpus.ContentID(p)
	}
	return p, true
}

// without reports a record that holds no text. Where it returns an error, the file
// ends: its columns have other names, and to say so once is enough.
func (s *stream) without(line int, raw []byte) error {
	err := s.m.noText(&s.row)
	if s.row.column[fText].field == fNone && s.texts == 0 && s.n+1 >= rowsWithoutText {
		return err
	}
	s.bad(line, raw, err)
	return nil
}

// rowsWithoutText is how many records without a text may come before the first that has
// one.
const rowsWithoutText = 100

// addSections adds the parts of a posting that stand in columns of their own
// and are not in its text already.
func addSections(text string, parts []part) string {
	for _, p := range parts {
		v := corpus.Normalize(unmark(p.value))
		if v == "" || strings.Contains(text, v) {
			continue
		}
		if text != "" {
			text += "\n\n"
		}
		if p.heading != "" {
			text += p.heading + "\n"
		}
		text += v
	}
	return text
}

// unrated is a company without the rating that some data sets put behind it:
// "Acme\n4.1", "Acme 3.9 ★".
func unrated(s string) string {
	t := strings.TrimRight(s, " \n\r\t")
	star := strings.TrimRight(t, "★☆⭐*\ufe0f ")
	cut := strings.TrimRight(star, "0123456789.,")
	n, err := strconv.ParseFloat(strings.Replace(star[len(cut):], ",", ".", 1), 64)
	if err != nil || n > 5 || len(star)-len(cut) > 4 {
		return s
	}
	if name := strings.TrimRight(cut, " \t"); name != "" && (strings.HasSuffix(name, "\n") || strings.HasSuffix(name, "\r") || star != t && name != cut) {
		return strings.TrimSpace(name)
	}
	return s
}

// oneLine is a short field in normal form on one line.
func oneLine(s string) string {
	if s == "" {
		return ""
	}
	s = corpus.Normalize(unmark(s))
	if strings.Contains(s, "\n") || strings.Contains(s, "  ") || s != "" && s[0] == ' ' {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}
