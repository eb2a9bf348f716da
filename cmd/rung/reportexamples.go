package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rung/report/study"
	"rung/scrape/inputs"
)

// writeExamples writes the sentences behind the tables of words as CSV: for each
// table, term and group, the first sentences of postings of the group that hold it, in
// the order of the input, with their place in bytes of the normalised text.
func (a *app) writeExamples(ctx context.Context, f *reportFlags, s *study.Study, args []string) error {
	q := f.query()
	field := q.By
	if field == "" {
		field = "level"
	}
	wanted := map[string]map[string]string{}
	left := map[[3]string]int{} // sentences still to come, by table, group and term
	for _, name := range f.worded() {
		t, err := s.Table(name, q)
		if err != nil {
			return err
		}
		wanted[name] = map[string]string{}
		for _, row := range t.Rows {
			group, term := row[0].Text, row[1].Text
			wanted[name][strings.ToLower(term)] = term
			left[[3]string{name, group, term}] = f.perTerm
		}
	}
	out, err := a.create(f.examples, args)
	if err != nil {
		return err
	}
	defer out.Abort()
	w := csv.NewWriter(out)
	w.Write([]string{"table", "group", "term", "id", "company", "source", "start", "end", "sentence"})
	opt := s.Options()
	opt.Facts, opt.Terms = false, false
	r := study.NewReader(opt)
	i, n := 0, 0
	for it, err := range a.items(f, args) {
		if err != nil {
			continue // told when the input was read first
		}
		if it.row != nil {
			if _, err := r.Row(it.row); err != nil {
				continue
			}
		}
		if ctx.Err() != nil {
			return fmt.Errorf("interrupted while writing %q", f.examples)
		}
		if n++; n <= len(f.left) && f.left[n-1] {
			continue
		}
		if i == s.Len() {
			break
		}
		o := s.At(i)
		i++
		if o.Duplicate && !q.Duplicates {
			continue
		}
		text := it.posting.Text
		if it.row != nil {
			text = study.RowText(it.row)
		}
		group := s.Value(o, field)
		for _, found := range r.Sentences(o.Company, text, wanted) {
			key := [3]string{found.Table, group, found.Term}
			if left[key] == 0 {
				continue
			}
			left[key]--
			row := []string{found.Table, group, found.Term, o.ID, o.Company, o.Source, strconv.Itoa(found.Start), strconv.Itoa(found.End), found.Text}
			for k := range row {
				row[k] = harmless(row[k])
			}
			w.Write(row)
		}
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return fmt.Errorf("writing %q: %w", f.examples, inputs.Cause(err))
	}
	return out.Commit()
}

// harmless is a text that no spreadsheet takes for a formula.
func harmless(s string) string {
	if s != "" && slices.Contains([]byte("=+-@\t\r"), s[0]) {
		return "'" + s
	}
	return s
}
