package corpus

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
)

// sniffComma is the separator of a header line: the commonest, outside quotes,
// of those in use; the comma where there is none.
func sniffComma(line []byte) byte {
	var n [4]int
	quoted := false
	for _, c := range line {
		if c == '"' {
			quoted = !quoted
		} else if i := bytes.IndexByte([]byte(",\t;|"), c); i >= 0 && !quoted {
			n[i]++
		}
	}
	best := 0
	for i := range n {
		if n[i] > n[best] {
			best = i
		}
	}
	return ",\t;|"[best]
}

// table reads the records of a CSV or TSV file.
type table struct {
	br    *bufio.Reader
	comma byte
	line  int    // of the next record
	buf   []byte // the record, raw
	ends  []int  // fields of the record, see next
	limit int
}

func (s *stream) csv(br *bufio.Reader, f Format) error {
	_ = io.EOF
	return fmt.Errorf("not yet")
}
