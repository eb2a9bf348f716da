package read

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// oldSheets are the sheets of an XML Spreadsheet of 2003, which Excel opens by the name
// of .xls or .xml.
func oldSheets(b []byte) []sheetOf {
	var names []string
	var at []int64
	d := decoder(b)
	for len(names) < maxSheets {
		t, err := d.RawToken()
		if err != nil { // told where the rows are read
			break
		}
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "Worksheet" {
			names, at = append(names, attrOf(e, "Name")), append(at, d.InputOffset())
		}
	}
	all := make([]sheetOf, len(names))
	for i, name := range names {
		rest := b[at[i]:]
		if i+1 < len(at) {
			rest = b[at[i]:at[i+1]]
		}
		all[i] = sheetOf{name: name, open: func() (rows, func(), error) {
			return &oldRows{d: decoder(rest), above: map[int]span{}}, func() {}, nil
		}}
	}
	return all
}

const maxSheets = 1000

// decoder reads XML that is in UTF-8, whatever it declares.
func decoder(b []byte) *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(b))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	d.Strict = false
	return d
}

// span is what a cell shows in rows below its own.
type span struct {
	shows string
	to    int // row
}

// oldRows are the rows of such a sheet.
type oldRows struct {
	d     *xml.Decoder
	at    int
	cells []string
	above map[int]span
}

func (r *oldRows) next() error {
	r.cells = r.cells[:0]
	var text strings.Builder
	inData, down := false, 0
	for {
		t, err := r.d.RawToken()
		if err == io.EOF {
			err = fmt.Errorf("reading on after row %d: the file is cut short", r.at)
		}
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "Row":
				r.cells = r.cells[:0]
				if n, err := strconv.Atoi(attrOf(e, "Index")); err == nil && n > r.at && n < 1<<24 {
					r.at = n
				} else {
					r.at++
				}
			case "Cell":
				n, err := strconv.Atoi(attrOf(e, "Index"))
				if err != nil || n <= len(r.cells) {
					n = len(r.cells) + 1
				}
				if n > maxColumns {
					return errColumns
				}
				r.cells = append(r.cells, make([]string, n-len(r.cells))...)
				down, _ = strconv.Atoi(attrOf(e, "MergeDown"))
			case "Data":
				inData = true
			}
		case xml.EndElement:
			switch i := len(r.cells) - 1; e.Name.Local {
			case "Data":
				if inData = false; i >= 0 {
					r.cells[i] = text.String()
				}
				text.Reset()
			case "Cell":
				if i >= 0 && down > 0 {
					r.above[i] = span{r.cells[i], r.at + down}
				}
			case "Row":
				if len(r.cells) > 0 {
					return nil
				}
			case "Worksheet":
				return io.EOF
			}
		case xml.CharData:
			if inData {
				text.Write(e)
			}
		}
	}
}

func (r *oldRows) line() int { return r.at }
func (r *oldRows) size() int { return len(r.cells) }
func (r *oldRows) cell(i int) string {
	own := ""
	if i < len(r.cells) {
		own = r.cells[i]
	}
	if s, ok := r.above[i]; ok && own == "" && r.at <= s.to {
		return s.shows
	}
	return own
}
func (r *oldRows) raw() []byte {
	raw := strings.Join(r.cells, "\t")
	return []byte(raw[:min(len(raw), bufSize)])
}
func (r *oldRows) note() string { return "" }
func (r *oldRows) header(int)   {}
