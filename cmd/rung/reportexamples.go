package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"

	"rung/report/study"
)

// writeExamples writes the sentences behind the table of terms as CSV: for each
// term and group, the first sentences of postings of the group that hold it, in
// the order of the input, with their place in bytes of the normalised text.
func (a *app) writeExamples(ctx context.Context, f *reportFlags, s *study.Study, args []string) error {
	q := f.query()
	t, err := s.Table("terms", q)
	if err != nil {
		return err
	}
	field := q.By
	if field == "" {
		field = "level"
	}
	wanted := map[string]bool{}
	left := map[[2]string]int{} // sentences still to come, by group and term
	for _, row := range t.Rows {
		wanted[row[1].Text] = true
		left[[2]string{row[0].Text, row[1].Text}] = f.perTerm
	}
	out, err := a.create(f.examples, args)
	if err != nil {
		return err
	}
	defer out.abort()
	w := csv.NewWriter(out)
	w.Write([]string{"group", "term", "id", "company", "source", "start", "end", "sentence"})
	opt := s.Options()
	opt.Facts, opt.Terms = false, false
	r := study.NewReader(opt)
	i := 0
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
			key := [2]string{group, found.Term}
			if left[key] == 0 {
				continue
			}
			left[key]--
			row := []string{group, found.Term, o.ID, o.Company, o.Source, strconv.Itoa(found.Start), strconv.Itoa(found.End), found.Text}
			for _, k := range []int{2, 3, 4, 7} {
				row[k] = harmless(row[k])
			}
			w.Write(row)
		}
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return fmt.Errorf("writing %q: %w", f.examples, cause(err))
	}
	return out.commit()
}

// harmless is a text that no spreadsheet takes for a formula.
func harmless(s string) string {
	if s != "" && slices.Contains([]byte("=+-@\t\r"), s[0]) {
		return "'" + s
	}
	return s
}
