package inputs

import (
	"bufio"
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"rung/corpus"
	"rung/corpus/read"
)

// Labels looks up what files of JSON Lines say in the key label, line by line.
type Labels struct {
	Wanted bool   // somebody looks them up
	file   string // looked up last
	lines  []string
}

// At is the label of the posting at file:line, "" for none.
func (l *Labels) At(source string) string {
	i := strings.LastIndexByte(source, ':')
	line, err := strconv.Atoi(source[i+1:])
	if i < 0 || err != nil {
		return ""
	}
	if source[:i] != l.file {
		l.file = source[:i]
		l.lines = readLabels(l.file)
	}
	if line < 1 || line > len(l.lines) {
		return ""
	}
	return l.lines[line-1]
}

// readLabels are the labels of a file by line, none where it does not begin with
// an object. A label with bank_vp beside it is one.
func readLabels(name string) []string {
	r, err := read.Open(name)
	if err != nil {
		return nil // told by whoever reads the postings
	}
	defer r.Close()
	br := bufio.NewReaderSize(corpus.BoundLines(r), 1<<16)
	if head, _ := br.Peek(512); !bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n\ufeff"), []byte{'{'}) {
		return nil
	}
	var lines []string
	known := map[string]string{}
	for {
		b, err := br.ReadBytes('\n')
		var row struct {
			Label  string
			BankVP bool `json:"bank_vp"`
		}
		if bytes.Contains(b, []byte(`"label"`)) && json.Unmarshal(b, &row) == nil {
			row.Label = strings.ToLower(strings.TrimSpace(row.Label))
			if row.BankVP && row.Label == "vp" {
				row.Label = "bank_vp"
			}
			if _, ok := known[row.Label]; !ok {
				known[row.Label] = row.Label
			}
		}
		lines = append(lines, known[row.Label])
		if err != nil {
			return lines
		}
	}
}
