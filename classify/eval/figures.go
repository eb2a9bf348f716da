package eval

import (
	"encoding/json"
	"io"
)

// Figures is what an audit and a diff can be written as.
type Figures interface {
	WriteText(io.Writer) error
	WriteCSV(io.Writer) error
}

// FiguresAs returns what writes figures as table, csv or json; nil for another format.
func FiguresAs(f Figures, format string) func(io.Writer) error {
	switch format {
	case "table":
		return f.WriteText
	case "csv":
		return f.WriteCSV
	case "json":
		return func(w io.Writer) error {
			b, err := json.MarshalIndent(f, "", " ")
			if err == nil {
				_, err = w.Write(append(b, '\n'))
			}
			return err
		}
	}
	return nil
}
