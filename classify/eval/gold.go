package eval

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"rung/corpus"
)

// Label is what a posting is, as its labeller judged.
type Label uint8

const (
	Other Label = iota // engineering leadership of another level: manager, principal, head of, CTO
	Director
	VP
)

var labelNames = [...]string{"other", "director", "vp"}

// String is the label's name: "vp".
func (l Label) String() string {
	if int(l) < len(labelNames) {
		return labelNames[l]
	}
	return fmt.Sprintf("label %d", uint8(l))
}

func (l Label) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

func (l *Label) UnmarshalText(b []byte) error {
	i := slices.Index(labelNames[:], string(b))
	if i < 0 {
		return fmt.Errorf("unknown label %q (want director, vp or other)", b)
	}
	*l = Label(i)
	return nil
}

// Example is a labelled posting.
type Example struct {
	corpus.Posting
	Label  Label
	BankVP bool   // the title is a grade of a bank or an insurer
	Repo   string // where the posting was gathered, or the voice it was written in; may be empty
}

// Voice is the part before the dash of an id such as w3-017: postings written for
// the purpose are numbered by their voice. Empty for another id.
func Voice(id string) string {
	voice, number, ok := strings.Cut(id, "-")
	if !ok || voice == "" || number == "" || strings.Trim(number, "0123456789") != "" {
		return ""
	}
	return voice
}

// scored says whether the levels are told apart on this row: a Director's or a
// VP's posting, and not a bank's grade.
func (e *Example) scored() bool { return e.Label != Other && !e.BankVP }

// ReadGold reads labelled postings from JSON Lines with the keys id, title,
// company, text, label (director, vp or other) and, where there is one,
// location, url, bank_vp and source_repo. The name stands in positions and
// errors. A figure over part of a gold file would be another figure, so one bad
// line fails the file; the error lists every bad line, up to twenty. A file that
// is not JSON Lines at all is one error.
func ReadGold(r io.Reader, name string) ([]Example, error) {
	var gold []Example
	err := readLines(r, name, func(line []byte, at string) (string, error) {
		var row struct {
			ID, Title, Company, Location, URL, Text string

			Label  *Label
			BankVP bool   `json:"bank_vp"`
			Repo   string `json:"source_repo"`
		}
		if err := json.Unmarshal(line, &row); err != nil {
			return "", err
		}
		row.Text = corpus.Normalize(row.Text)
		switch {
		case row.Label == nil:
			return "", errors.New("no label (want director, vp or other)")
		case row.Text == "":
			return "", errors.New("no text")
		}
		gold = append(gold, Example{
			Posting: corpus.Posting{ID: corpus.ID(row.ID), URL: row.URL, Company: row.Company, Title: row.Title,
				Location: row.Location, Text: row.Text, Source: at},
			Label: *row.Label, BankVP: row.BankVP, Repo: cmp.Or(row.Repo, Voice(row.ID)),
		})
		return row.ID, nil
	})
	return gold, err
}

// readLines hands each line that is not blank to parse, which answers with the
// record's id, and sees to it that every record has one of its own.
func readLines(r io.Reader, name string, parse func(line []byte, at string) (id string, err error)) error {
	const most = 20
	var bad []error
	first := map[string]int{} // id → line
	object := false           // some line is one
	br := bufio.NewReader(corpus.BoundLines(r))
	for n := 1; len(bad) < most; n++ {
		line, err := br.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
		if line := bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\ufeff"))); len(line) > 0 { // editors put a byte order mark in front
			at := fmt.Sprintf("%s:%d", name, n)
			object = object || line[0] == '{' && json.Valid(line)
			id, perr := parse(line, at)
			switch {
			case perr != nil:
				bad = append(bad, fmt.Errorf("%s: %w", at, perr))
			case id == "":
				bad = append(bad, fmt.Errorf("%s: no id", at))
			case first[id] > 0:
				bad = append(bad, fmt.Errorf("%s: id %q stands on line %d too", at, id, first[id]))
			default:
				first[id] = n
			}
		}
		if err == io.EOF {
			break
		}
	}
	switch {
	case len(bad) == 0 && len(first) == 0:
		return fmt.Errorf("%s: no records", name)
	case !object:
		return fmt.Errorf("%s: not JSON Lines: every line holds one object {…}", name)
	}
	return errors.Join(bad...)
}
