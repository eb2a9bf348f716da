package row

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"unicode"

	"rung/corpus"
	"rung/report"
	"rung/report/table"
)

// Kept are columns of the input that a row carries, in their order: in JSON an
// object, in sheets and in Parquet columns of their own (Options.Kept).
type Kept []corpus.Field

// keptPrefix stands before the names of such columns.
const keptPrefix = "kept."

// MarshalJSON writes an object: strings as they were, and other values of JSON as
// such.
func (k Kept) MarshalJSON() ([]byte, error) { return k.append(nil), nil }

func (k Kept) append(dst []byte) []byte {
	dst = append(dst, '{')
	for i, f := range k {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(report.AppendString(dst, f.Name), ':')
		if f.JSON {
			dst = append(dst, f.Value...)
		} else {
			dst = report.AppendString(dst, f.Value)
		}
	}
	return append(dst, '}')
}

// UnmarshalJSON reads what MarshalJSON writes.
func (k *Kept) UnmarshalJSON(b []byte) error {
	d := json.NewDecoder(bytes.NewReader(b))
	if _, err := d.Token(); err != nil {
		return err
	}
	*k = nil
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		var v json.RawMessage
		if err := d.Decode(&v); err != nil {
			return err
		}
		f := corpus.Field{Name: name.(string), Value: string(v), JSON: true}
		if f.JSON = v[0] != '"'; !f.JSON {
			if err := json.Unmarshal(v, &f.Value); err != nil {
				return err
			}
		}
		*k = append(*k, f)
	}
	return nil
}

// at is the value of the i-th column of names, where one usually looks for it;
// false where there is none, or null.
func (k Kept) at(name string, i int) (corpus.Field, bool) {
	if i >= len(k) || k[i].Name != name {
		for i = 0; i < len(k) && k[i].Name != name; i++ {
		}
	}
	if i == len(k) || k[i].JSON && k[i].Value == "null" {
		return corpus.Field{}, false
	}
	return k[i], true
}

// keptCells are the cells of a sheet that hold what is kept.
func keptCells(names []string) (list []cell) {
	field := columns[len(columns)-1].field
	for i, name := range names {
		list = append(list, cell{name: keptPrefix + name, kept: true, width: 20, value: func(r reflect.Value) (reflect.Value, bool) {
			f, ok := r.Field(field).Interface().(Kept).at(name, i)
			if !ok {
				return reflect.Value{}, false
			}
			return reflect.ValueOf(f), true
		}})
	}
	return list
}

// keptText is what is kept for a cell of a workbook: as it was, but for characters that
// XML cannot hold, and no longer than a cell may be.
func keptText(s string) string { return cutCell(strings.Map(printable, s)) }

// printable drops control characters but for line ends and tabs.
func printable(c rune) rune {
	if c != '\n' && c != '\t' && unicode.IsControl(c) || c == '\ufffe' || c == '\uffff' {
		return -1
	}
	return c
}

// appendKept appends what is kept as a cell: between commas as it was, lines and all,
// but for control characters; between tabs on one line. What is a number is no formula.
func appendKept(dst []byte, s string, comma byte) []byte {
	s = strings.Map(printable, s)
	if comma == '\t' {
		s = strings.NewReplacer("\t", " ", "\n", " ").Replace(s)
	}
	if _, err := strconv.ParseFloat(s, 64); err != nil {
		s = table.Harmless(s)
	}
	if comma == '\t' || !strings.ContainsAny(s, "\",\n") {
		return append(dst, s...)
	}
	return append(append(append(dst, '"'), strings.ReplaceAll(s, `"`, `""`)...), '"')
}

// gatherKept makes one object of the columns that are kept, as JSON Lines have it.
func gatherKept(line []byte) ([]byte, error) {
	if !bytes.Contains(line, []byte(`"`+keptPrefix)) {
		return line, nil
	}
	var row map[string]json.RawMessage
	if err := json.Unmarshal(line, &row); err != nil {
		return nil, err
	}
	kept := map[string]json.RawMessage{}
	for key, v := range row {
		if name, ok := strings.CutPrefix(key, keptPrefix); ok {
			delete(row, key)
			if string(v) != "null" {
				kept[name] = v
			}
		}
	}
	var err error
	if row["kept"], err = json.Marshal(kept); err != nil {
		return nil, err
	}
	return json.Marshal(row)
}
