package batch

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Extensions name a format of some command.
var extensions = map[string]string{
	".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".md": "markdown", ".markdown": "markdown",
	".html": "html", ".htm": "html", ".tex": "latex", ".parquet": "parquet", ".xlsx": "xlsx",
	".db": "db", ".sqlite": "db", ".sqlite3": "db",
}

// inOnePiece are the formats that cannot be written in parts.
var inOnePiece = []string{"table", "xlsx", "parquet"}

// ShardRows are the rows of a shard where nobody says how many.
const ShardRows = 50_000

// packed splits an extension of compressed files off a name.
func packed(path string) (name, extension string) {
	switch ext := strings.ToLower(filepath.Ext(path)); ext {
	case ".gz", ".zst":
		return path[:len(path)-len(ext)], ext
	}
	return path, ""
}

// Foreign reports whether the extension of a file promises what no command
// writes as text.
func Foreign(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".gz", ".zst", ".zip", ".parquet", ".xls", ".xlsx", ".tex", ".db", ".sqlite", ".pdf", ".doc", ".docx":
		return true
	}
	return false
}

// FormatOf is the format, one of formats, that the name of an output asks for, ""
// where it asks for none. An extension that promises another is an *Error.
func FormatOf(path string, formats []string) (string, error) {
	if strings.HasSuffix(path, "/") && slices.Contains(formats, "parquet") {
		return "parquet", nil
	}
	name, _ := packed(path)
	ext := strings.ToLower(filepath.Ext(name))
	switch named := extensions[ext]; {
	case slices.Contains(formats, named):
		return named, nil
	case ext == ".txt" && slices.Contains(formats, "table"):
		return "table", nil
	case ext != "" && !strings.HasSuffix(path, "/") && path != "-": // a name without one asks for nothing
		return "", &Error{Problem: NoFormat, Path: path, Err: errors.New("files of that kind are not written")}
	}
	return "", nil
}

// CheckOutput tells whether an output of a format is a folder of shards, and
// refuses one that cannot be written so, or not resumed. shardRows is 0 where no
// folder is asked for by it.
func CheckOutput(path, format string, shardRows int, resume bool) (folder bool, err error) {
	stream := path == "" || path == "-"
	info, statErr := os.Stat(path)
	folder = !stream && (strings.HasSuffix(path, "/") || shardRows > 0 || format == "parquet" && statErr == nil && info.IsDir())
	whole := slices.Contains(inOnePiece, format) && !folder
	_, zip := packed(path)
	bad := func(problem Problem, format, what string) error {
		return &Error{Problem: problem, Resume: resume && problem != ShardsOnly && problem != NotPacked, Path: path, Format: format, Err: errors.New(what)}
	}
	switch {
	case folder && format != "parquet", shardRows > 0 && !folder:
		err = bad(ShardsOnly, format, "a folder holds shards of Parquet")
	case zip != "" && (folder || whole || format == "db"):
		err = bad(NotPacked, format, fmt.Sprintf("%s is not compressed as a whole", format))
	case resume && stream:
		err = bad(NoFile, format, "what was written there is gone")
	case resume && whole:
		err = bad(NotInParts, format, "not with this format")
	}
	return folder, err
}
