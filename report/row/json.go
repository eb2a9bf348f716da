package row

import (
	"reflect"
	"strconv"
	"strings"

	"rung/classify"
	"rung/corpus"
	"rung/report"
)

// Append appends the row of a verdict as one JSON object without a line break:
// NewRecord as JSON, under its keys and in their order.
func Append(dst []byte, p corpus.Posting, v *classify.Verdict, opt Options) []byte {
	w := writtens.Get().(*written)
	w.fill(&w.Record, p, v, Options{Levels: opt.Levels})
	dst = encodeRecord(dst, reflect.ValueOf(&w.Record).Elem())
	writtens.Put(w)
	if opt.Text { // the last, since it is long
		dst = append(dst[:len(dst)-1], `,"text":`...)
		dst = append(report.AppendString(dst, p.Text), '}')
	}
	return dst
}

// AppendReasons appends reasons as those of a row, with their places in the text
// of the posting.
func AppendReasons(dst []byte, text string, reasons []classify.Reason) []byte {
	list, _ := new(room).fillReasons(text, reasons)
	return encodeReasons(dst, reflect.ValueOf(list))
}

var (
	encodeRecord  = encoderOf(reflect.TypeFor[Record]())
	encodeReasons = encoderOf(reflect.TypeFor[[]Reason]())
	encodeFacts   = encoderOf(reflect.TypeFor[Facts]())
)

// encoder appends a value as JSON, with the strings and the numbers of package
// report.
type encoder func(dst []byte, v reflect.Value) []byte

// encoderOf is that of a type, which is made once: rows are written by the
// million.
func encoderOf(t reflect.Type) encoder {
	if t == reflect.TypeFor[Kept]() {
		return func(dst []byte, v reflect.Value) []byte { return v.Interface().(Kept).append(dst) }
	}
	switch t.Kind() {
	case reflect.String:
		return func(dst []byte, v reflect.Value) []byte { return report.AppendString(dst, v.String()) }
	case reflect.Float64:
		return func(dst []byte, v reflect.Value) []byte { return report.AppendFloat(dst, v.Float()) }
	case reflect.Int64:
		return func(dst []byte, v reflect.Value) []byte { return strconv.AppendInt(dst, v.Int(), 10) }
	case reflect.Bool:
		return func(dst []byte, v reflect.Value) []byte { return strconv.AppendBool(dst, v.Bool()) }
	case reflect.Pointer:
		of := encoderOf(t.Elem())
		return func(dst []byte, v reflect.Value) []byte {
			if v.IsNil() {
				return append(dst, "null"...)
			}
			return of(dst, v.Elem())
		}
	case reflect.Slice:
		of := encoderOf(t.Elem())
		return func(dst []byte, v reflect.Value) []byte {
			dst = append(dst, '[')
			for i := range v.Len() {
				if i > 0 {
					dst = append(dst, ',')
				}
				dst = of(dst, v.Index(i))
			}
			return append(dst, ']')
		}
	case reflect.Struct:
		return structEncoder(t)
	}
	panic("no JSON of a " + t.String())
}

// structEncoder encodes the fields under the keys of their tags.
func structEncoder(t reflect.Type) encoder {
	type member struct {
		field int
		key   string
		omits bool
		of    encoder
	}
	var members []member
	for i := range t.NumField() {
		f := t.Field(i)
		name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" || name == "-" {
			continue
		}
		members = append(members, member{i, `"` + name + `":`, option == "omitempty", encoderOf(f.Type)})
	}
	return func(dst []byte, v reflect.Value) []byte {
		dst = append(dst, '{')
		first := true
		for i := range members {
			m := &members[i]
			f := v.Field(m.field)
			if m.omits && f.IsZero() {
				continue
			}
			if !first {
				dst = append(dst, ',')
			}
			first = false
			dst = append(dst, m.key...)
			dst = m.of(dst, f)
		}
		return append(dst, '}')
	}
}
