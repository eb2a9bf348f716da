package main

import (
	"errors"
	"path/filepath"
	"strings"

	"rung/report/batch"
	"rung/scrape/inputs"
)

// create opens path for writing; "" and "-" are stdout. A path that is one of
// the inputs, or lies in a folder that is, is refused.
func (a *app) create(path string, names []string) (*batch.File, error) {
	return batch.Create(path, a.stdout, &inputs.Set{Names: names, Stdin: a.stdin})
}

// inParts says of the formats that cannot be written in parts what can.
var inParts = map[string]string{
	"table":   "a table for the eye is written whole or not at all; --to jsonl, csv and others can be resumed",
	"xlsx":    "a workbook is written whole or not at all; write a .csv, or a folder of Parquet shards",
	"parquet": "a Parquet file is written whole or not at all; name a folder (-o NAME/) for shards, which can be resumed",
}

// outputHint names the way out of a problem with an output; "" is none.
func outputHint(err error) string {
	var e *batch.Error
	if !errors.As(err, &e) {
		return ""
	}
	switch e.Problem {
	case batch.NotInParts:
		return inParts[e.Format]
	case batch.NotPacked:
		return "leave out " + strings.ToLower(filepath.Ext(e.Path))
	}
	return map[batch.Problem]string{
		batch.NotOpened:    "the folder must exist and be writable",
		batch.IsInput:      "write to another place",
		batch.IsFolder:     "name a file in it",
		batch.IsQuarantine: "name two files",
		batch.Busy:         "wait until it is done, or name another file",
		batch.NoFile:       "name a file with -o",
		batch.Whole:        "without --resume it is written anew",
		batch.OtherRun:     "the command that began it goes on; without --resume it is begun anew",
		batch.OtherRows:    "without --resume they are written anew",
		batch.OtherInput:   "without --resume it is begun anew",
		batch.NotOurs:      "name another file",
		batch.Existing:     "--force writes over it; else name another file",
		batch.OtherShards:  "empty the folder, or name another",
		batch.ShardsOnly:   "leave out --to and --shard-rows, or name a folder and --to parquet",
	}[e.Problem]
}
