package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/parquet"
	"rung/corpus/read"
	"rung/corpus/store"
	"rung/scrape/inputs"
)

// classified gives the rows that rung classify wrote to a database, a Parquet
// file, a folder of its shards, or a sheet (CSV, TSV), as the JSON that it writes
// a line of; ok is false where there are none. A sheet's rows have no reasons, no
// facts and no text, since its cells hold no lines and no places. The database of
// a crawl is one of postings, whatever else it holds. Every error is a
// *corpus.LineError. The bytes of the files are added to read as they are done.
func classified(name string, read *atomic.Int64) (rows iter.Seq2[item, error], ok bool) {
	files := inputs.Below(name)
	for _, file := range files {
		if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() || verdictsOf(file) == nil {
			return nil, false
		}
	}
	return func(yield func(item, error) bool) {
		for _, file := range files {
			n := 0
			for row, err := range verdictsOf(file) {
				n++
				it := item{row: row, source: fmt.Sprintf("%s:%d", file, n)}
				if err != nil {
					var lost *parquet.Lost
					if errors.As(err, &lost) {
						n = int(lost.To)
					}
					err = &corpus.LineError{File: file, Line: n, Err: errors.New(strings.TrimPrefix(err.Error(), file+": "))}
				}
				if !yield(it, err) {
					return
				}
			}
			if info, err := os.Stat(file); err == nil {
				read.Add(info.Size())
			}
		}
	}, true
}

// verdictsOf gives the rows of one file, nil where it holds none.
func verdictsOf(file string) iter.Seq2[[]byte, error] {
	switch inputs.Kind(read.Auto, file) {
	case read.DB:
		return databaseRows(file)
	case read.Parquet:
		return parquetRows(file)
	}
	return sheetRows(file)
}

// holdsPostings reports whether a file is the database of a crawl.
func holdsPostings(path string) bool {
	db, err := store.OpenReader(path)
	if err == nil {
		db.Close()
	}
	return err == nil
}

// resultRow is a row of a database as the row of JSON Lines.
type resultRow struct {
	ID          string          `json:"id"`
	Source      string          `json:"source"`
	Company     string          `json:"company"`
	Title       string          `json:"title"`
	Level       string          `json:"level"`
	Probability float64         `json:"probability"`
	LogOdds     float64         `json:"log_odds"`
	TitleClaim  string          `json:"title_claim"`
	Agreement   string          `json:"agreement"`
	Reasons     json.RawMessage `json:"reasons,omitempty"`
	Differences json.RawMessage `json:"differences"`
	Flags       json.RawMessage `json:"flags,omitempty"`
	Model       string          `json:"model"`
	Lexicon     string          `json:"lexicon,omitempty"`
	Bias        float64         `json:"bias,omitempty"`
	Rest        float64         `json:"rest,omitempty"`
	Gate        float64         `json:"gate,omitempty"`
	Missing     json.RawMessage `json:"missing,omitempty"`
	Sure        bool            `json:"sure"`
	Ladder      json.RawMessage `json:"ladder,omitempty"`
	Function    json.RawMessage `json:"function,omitempty"`
	Facts       json.RawMessage `json:"facts,omitempty"`
	WhyNeither  string          `json:"why_neither,omitempty"`
	WhyUnread   string          `json:"why_unread,omitempty"`
	PriorVP     float64         `json:"prior_vp"`
	Unread      json.RawMessage `json:"unread,omitempty"`
	Text        string          `json:"text,omitempty"`
}

func databaseRows(file string) iter.Seq2[[]byte, error] {
	if holdsPostings(file) || !inputs.HoldsVerdicts(file) {
		return nil
	}
	return func(yield func([]byte, error) bool) {
		for r, err := range store.ReadResults(file) {
			var row []byte
			if err == nil {
				row, err = json.Marshal(resultRow{r.ID, r.Source, r.Company, r.Title, r.Level, r.Probability, r.LogOdds, r.TitleClaim, r.Agreement,
					json.RawMessage(r.Reasons), json.RawMessage(r.Differences), json.RawMessage(r.Flags), r.Model, r.Lexicon, r.Bias, r.Rest, r.Gate,
					json.RawMessage(r.Missing), r.Sure, json.RawMessage(r.Ladder), json.RawMessage(r.Function), json.RawMessage(r.Facts),
					r.WhyNeither, r.WhyUnread, r.PriorVP, json.RawMessage(r.Unread), r.Text})
			}
			if !yield(row, err) {
				return
			}
		}
	}
}

func parquetRows(file string) iter.Seq2[[]byte, error] {
	open := func() (*os.File, *parquet.File, error) {
		f, err := os.Open(file)
		if err != nil {
			return nil, nil, err
		}
		info, err := f.Stat()
		if err == nil {
			var p *parquet.File
			if p, err = parquet.Open(f, info.Size()); err == nil {
				return f, p, nil
			}
		}
		f.Close()
		return nil, nil, err
	}
	f, p, err := open()
	if err != nil {
		return nil // as postings it tells why
	}
	f.Close()
	var columns []string
	for _, name := range p.Columns() {
		if top, _, _ := strings.Cut(name, "."); !slices.Contains(columns, top) {
			columns = append(columns, top)
		}
	}
	for _, name := range []string{"level", "log_odds", "differences"} {
		if !slices.Contains(columns, name) {
			return nil
		}
	}
	return func(yield func([]byte, error) bool) {
		f, p, err := open()
		if err != nil {
			yield(nil, err)
			return
		}
		defer f.Close()
		for row, err := range p.Read(columns) {
			if !yield(slices.Clone(row.JSON), err) {
				return
			}
		}
	}
}

// sheetRows reads what row.CSV and row.TSV write: no cell holds a line
// break.
func sheetRows(file string) iter.Seq2[[]byte, error] {
	r, err := read.Open(file)
	if err != nil {
		return nil
	}
	first, _ := bufio.NewReader(r).ReadSlice('\n')
	r.Close()
	line := strings.TrimRight(string(first), "\r\n")
	tabs := strings.Contains(line, "\t")
	head := cutSheet(line, tabs)
	if slices.ContainsFunc(sheetColumns(), func(name string) bool { return !slices.Contains(head, name) }) {
		return nil
	}
	return func(yield func([]byte, error) bool) {
		r, err := read.Open(file)
		if err != nil {
			yield(nil, err)
			return
		}
		defer r.Close()
		lines := bufio.NewReaderSize(r, 64<<10)
		for n := 0; err == nil; n++ {
			var line string
			line, err = lines.ReadString('\n')
			if line = strings.TrimRight(line, "\r\n"); n > 0 && line != "" && !yield(sheetRow(head, cutSheet(line, tabs))) {
				return
			}
		}
		if err != io.EOF {
			yield(nil, err)
		}
	}
}

// sheetColumns are those without which a sheet is none of verdicts: beside the
// texts, one a difference.
func sheetColumns() []string {
	names := []string{"level", "probability", "log_odds", "title_claim", "agreement"}
	for d := range signal.NumDifferences {
		names = append(names, signal.Difference(d).String())
	}
	return names
}

// cutSheet cuts a line; between tabs nothing is quoted.
func cutSheet(line string, tabs bool) []string {
	if tabs {
		return strings.Split(line, "\t")
	}
	r := csv.NewReader(strings.NewReader(line))
	r.LazyQuotes = true
	cells, _ := r.Read()
	return cells
}

func sheetRow(head, cells []string) ([]byte, error) {
	if len(cells) != len(head) {
		return nil, fmt.Errorf("%s where the header has %d", plural(len(cells), "cell"), len(head))
	}
	cell := map[string]string{}
	for i, name := range head {
		cell[name] = cells[i]
	}
	text := func(name string) string { // without the apostrophe that keeps a spreadsheet from computing
		if s, ok := strings.CutPrefix(cell[name], "'"); ok && strings.IndexAny(s, "=+-@＝＋－＠") == 0 {
			return s
		}
		return cell[name]
	}
	row := resultRow{ID: text("id"), Source: text("source"), Company: text("company"), Title: text("title"), Level: text("level"),
		TitleClaim: text("title_claim"), Agreement: text("agreement"), Model: text("model")}
	numbers := map[string]float64{}
	for _, name := range sheetColumns() {
		if name == "level" || name == "title_claim" || name == "agreement" {
			continue
		}
		f, err := strconv.ParseFloat(cell[name], 64)
		if err != nil {
			return nil, fmt.Errorf("the %s is %q, and no number", name, cell[name])
		}
		numbers[name] = f
	}
	if err := row.standing(cell); err != nil {
		return nil, err
	}
	row.Probability, row.LogOdds = numbers["probability"], numbers["log_odds"]
	delete(numbers, "probability")
	delete(numbers, "log_odds")
	var err error
	if row.Differences, err = json.Marshal(numbers); err != nil {
		return nil, err
	}
	return json.Marshal(row)
}

// standing reads the cells of a sheet on how sure the verdict is and why it reads
// no level. A sheet of an earlier version has none of them: its verdicts
// were at even odds and not said to be sure.
func (r *resultRow) standing(cell map[string]string) error {
	r.Sure, r.PriorVP = strings.EqualFold(cell["sure"], "true"), evenOdds // a spreadsheet saves TRUE
	if s := cell["prior_vp"]; s != "" {
		f, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return fmt.Errorf("the prior_vp is %q, and no number", s)
		}
		r.PriorVP = f
	}
	ladder := map[string]float64{} // that there is one says that a level may lean
	for rung := range classify.Rung(classify.NumRungs) {
		if f, err := strconv.ParseFloat(cell["ladder_"+rung.String()], 64); err == nil {
			ladder[rung.String()] = f
		}
	}
	if len(ladder) == classify.NumRungs {
		var err error
		if r.Ladder, err = json.Marshal(ladder); err != nil {
			return err
		}
	}
	switch r.Level {
	case classify.Neither.String():
		r.WhyNeither = cell["why"]
	case classify.Unread.String():
		r.WhyUnread = cell["why"]
	}
	return nil
}
