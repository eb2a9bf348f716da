package row

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"rung/classify"
	"rung/corpus/store"
	"rung/report"
)

// column is a field of Record.
type column struct {
	name   string
	field  int
	typ    reflect.Type
	inJSON bool   // and in a database
	omits  bool   // what is zero there
	note   string // of the schema of a database
	sheet  int    // its place in a sheet; 0: none
	blank  bool   // an empty text or a zero is no cell there
	level  bool   // nor is there one where the posting has no level
	cells  []cell // in a sheet
}

// cell is one of the cells of a column in a sheet.
type cell struct {
	name  string
	key   string                                      // in the object that the column is in JSON
	width float64                                     // in characters; 0: that of a number
	share bool                                        // shown as per cent
	kept  bool                                        // it holds a column of the input: value gives a corpus.Field
	value func(r reflect.Value) (reflect.Value, bool) // of a Record: a string, float64, int64 or bool; false: there is none
}

// columns are those of a row, as the tags of Record have them.
var columns = func() (list []column) {
	t := reflect.TypeFor[Record]()
	for i := range t.NumField() {
		f := t.Field(i)
		name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		c := column{name: name, field: i, typ: f.Type, inJSON: name != "-", omits: option == "omitempty", note: f.Tag.Get("note")}
		if !c.inJSON {
			c.name = strings.ToLower(f.Name)
		}
		if tag := f.Tag.Get("sheet"); tag != "" {
			c.placeInSheet(strings.Split(tag, ","))
		}
		list = append(list, c)
	}
	return list
}()

// placeInSheet reads the tag sheet.
func (c *column) placeInSheet(tag []string) {
	prefix, width, share := "", 0.0, false
	for i, option := range tag {
		key, value, _ := strings.Cut(option, "=")
		var err error
		switch {
		case i == 0:
			c.sheet, err = strconv.Atoi(option)
		case key == "prefix":
			prefix = value
		case key == "width":
			width, err = strconv.ParseFloat(value, 64)
		case key == "share":
			share = true
		case key == "blank":
			c.blank = true
		case key == "name":
			c.name = value
		case key == "level":
			c.level = true
		default:
			err = fmt.Errorf("unknown option %q", option)
		}
		if err != nil {
			panic(fmt.Sprintf("the tag sheet of %s: %v", c.name, err))
		}
	}
	add := func(name string, value func(reflect.Value) (reflect.Value, bool)) {
		c.cells = append(c.cells, cell{name: prefix + name, key: name, width: width, share: share, value: value})
	}
	field, blank, level := c.field, c.blank, c.level
	of := c.typ
	if of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	switch {
	case of.Kind() == reflect.Struct:
		for i := range of.NumField() {
			name, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
			add(name, func(r reflect.Value) (reflect.Value, bool) {
				v, ok := there(r.Field(field))
				if !ok {
					return v, false
				}
				if v = v.Field(i); v.Kind() == reflect.Struct { // a fact
					v = v.Field(0)
				}
				return there(v)
			})
		}
	case of == reflect.TypeFor[[]string]():
		add(c.name, func(r reflect.Value) (reflect.Value, bool) {
			list := r.Field(field).Interface().([]string)
			return reflect.ValueOf(strings.Join(list, " ")), true
		})
	case of == reflect.TypeFor[[]Reason]():
		add(c.name, func(r reflect.Value) (reflect.Value, bool) {
			return reflect.ValueOf(reasonsCell(r.Field(field).Interface().([]Reason))), true
		})
	default:
		add(c.name, func(r reflect.Value) (reflect.Value, bool) {
			v := r.Field(field)
			return v, !(blank && v.IsZero() || level && noLevel(r.Addr().Interface().(*Record).Level))
		})
	}
}

// noLevel reports whether what stands in the column level is none.
func noLevel(key string) bool {
	return key == classify.Neither.String() || key == classify.Unread.String()
}

// there is what v points to, if it is a pointer; false of nil.
func there(v reflect.Value) (reflect.Value, bool) {
	if v.Kind() != reflect.Pointer {
		return v, true
	}
	return v.Elem(), !v.IsNil()
}

// reasonsCell lists reasons in one line.
func reasonsCell(reasons []Reason) string {
	var b []byte
	for i := range reasons {
		r := &reasons[i]
		if i > 0 {
			b = append(b, "; "...)
		}
		b = append(append(b, r.Rule...), ' ')
		contribution := r.contribution
		if contribution == 0 {
			contribution = r.Weight * r.Value
		}
		b = report.AppendFloat(b, contribution)
		if len(r.Evidence) > 0 && r.Evidence[0].Quote != "" {
			b = append(b, " “"...)
			b = report.AppendClean(b, r.Evidence[0].Quote)
			b = append(b, "”"...)
		}
	}
	return string(b)
}

// reasonsText lists them in words, in one line.
func reasonsText(reasons []classify.Reason) string {
	var b []byte
	for i := range reasons {
		if i > 0 {
			b = append(b, "; "...)
		}
		b = report.AppendClean(b, reasons[i].Gloss)
	}
	return string(b)
}

// cellsOf are the cells of a row in a sheet, in their order.
var cellsOf = func() (of struct{ plain, withText []cell }) {
	var in []column
	for _, c := range columns {
		if c.sheet > 0 {
			in = append(in, c)
		}
	}
	slices.SortStableFunc(in, func(a, b column) int { return a.sheet - b.sheet })
	for _, c := range in {
		of.withText = append(of.withText, c.cells...)
		if c.name != textColumn {
			of.plain = append(of.plain, c.cells...)
		}
	}
	return of
}()

const textColumn = "text"

func sheetCells(opt Options) []cell {
	cells := cellsOf.plain
	if opt.Text {
		cells = cellsOf.withText
	}
	return append(slices.Clip(cells), keptCells(opt.Kept)...)
}

// storedColumns are those of a database.
var storedColumns = slices.DeleteFunc(slices.Clone(columns), func(c column) bool { return !c.inJSON })

// StoreColumns are the columns of a row in a database. Numbers are rounded as in
// JSON Lines; a list or an object stands there as JSON.
func StoreColumns() (list []store.Column) {
	for _, c := range storedColumns {
		s := store.Column{Name: c.name, Type: "TEXT", Note: c.note}
		switch c.typ.Kind() {
		case reflect.Float64:
			s.Type = "REAL"
		case reflect.Bool, reflect.Int64:
			s.Type = "INTEGER"
		}
		if !c.omits {
			s.Type += " NOT NULL"
		}
		list = append(list, s)
	}
	return list
}

// StoreValues are the values of StoreColumns, as a database gives them back.
func (r *Record) StoreValues() []any {
	v := reflect.ValueOf(r).Elem()
	values := make([]any, 0, len(storedColumns))
	for _, c := range storedColumns {
		field := v.Field(c.field)
		switch {
		case c.omits && field.IsZero():
			values = append(values, nil)
		case c.typ == reflect.TypeFor[[]string]():
			values = append(values, string(report.AppendStrings(nil, field.Interface().([]string))))
		case c.typ.Kind() == reflect.String || c.typ.Kind() == reflect.Float64 || c.typ.Kind() == reflect.Int64:
			values = append(values, field.Interface())
		case c.typ.Kind() == reflect.Bool:
			n := int64(0)
			if field.Bool() {
				n = 1
			}
			values = append(values, n)
		default:
			b, _ := json.Marshal(field.Addr().Interface()) // strings and finite numbers
			values = append(values, string(b))
		}
	}
	return values
}
