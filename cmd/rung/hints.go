package main

import (
	"errors"
	"strings"

	"rung/corpus"
	"rung/corpus/read"
	"rung/scrape/inputs"
)

// hintFor is what to type against an error of the libraries, which name no flags;
// "" where nothing that is typed helps.
func hintFor(err error) string {
	var no *read.NoColumnError
	var tables *inputs.TablesError
	switch {
	case errors.As(err, &no) && no.Want == "":
		return "name it with --text-column"
	case errors.As(err, &tables) && len(tables.Tables) > 0:
		return "select rows with --sql 'select … from …'"
	}
	return ""
}

// hinting is what the libraries say of an input, with what to type against it.
func hinting(said string) string {
	for begins, hint := range map[string]string{
		"archive ":                    "; --warc-verify leaves such out",
		"columns that came late":      "; --keep with their names, or -o with .jsonl, keeps them",
		"no column has a usual name":  ": --text-column names another",
		"no row names the columns":    ": where it does, --skip-lines and --text-column help",
		"also there, not read: ":      "; --text-column a,b joins columns",
		"some rows have fewer fields": "; --separator names what stands between them",
	} {
		if strings.HasPrefix(said, begins) {
			return said + hint
		}
	}
	if strings.HasPrefix(said, "sheet ") {
		return said + "; --sheet NAME reads it alone"
	}
	return said
}

// worded puts the hint for a record that could not be read into its reason,
// behind what is wrong and before the columns that there are.
func worded(err error) error {
	var line *corpus.LineError
	hint := hintFor(err)
	if hint == "" || !errors.As(err, &line) {
		return err
	}
	l := *line
	what, rest, _ := strings.Cut(line.Err.Error(), ";")
	l.Err = errors.New(what + ": " + hint + ";" + rest)
	return &l
}
