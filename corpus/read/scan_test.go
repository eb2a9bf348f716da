package read

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"rung/corpus/attacktest"
)

// value is what our scanner makes of the JSON string in b, for comparison.
func scanned(b []byte) (string, error) {
	end, err := skipValue(b, 0, 0)
	if err != nil {
		return "", err
	}
	if end != len(b) {
		return "", badJSON(b, end, "the end")
	}
	if b[0] != '"' {
		return "", nil
	}
	out, err := unescape(nil, b[1:len(b)-1])
	return string(out), err
}

// What encoding/json accepts we accept, and read the same.
func FuzzScan(f *testing.F) {
	for _, s := range []string{`{"a":[1,-2.5e+3,true,null,{"b":"c\n\u00e9\ud83d\ude00"}]}`, `"\"\\\/\b\f\n\r\t"`, `[]`, `{}`, `-0`, `1e5`, `"\ud800"`, ` 1`, `{"a":1,}`, `"\\"`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		b := []byte(strings.Trim(s, " \t\r\n"))
		attacktest.Bounded(t, s, 64<<10, 200, func() { scanned(b) })
		got, err := scanned(b)
		var want any
		if json.Unmarshal(b, &want) != nil || strings.Count(s, "[")+strings.Count(s, "{") > maxDepth {
			return
		}
		if err != nil {
			t.Fatalf("%q: %v, but it is JSON", b, err)
		}
		if w, ok := want.(string); ok && utf8.Valid(b) && w != got {
			t.Fatalf("%q: %q, want %q", b, got, w)
		}
	})
}

func TestScanRefuses(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{``, "ends where a value"},
		{`{"a"`, `ends where ":"`},
		{`{"a":1`, `ends where "," or "}"`},
		{`{a:1}`, `'a' where a key in "quotes" is wanted at byte 2`},
		{`{"a":'x'}`, `'\'' where a value is wanted at byte 6`},
		{`{"a":1,,}`, `',' where a key`},
		{"{\"a\":1, // one\n}", `'/' where a key in "quotes", and no comment, is wanted`},
		{`[1 2]`, `'2' where "," or "]"`},
		{`"abc`, "a string that does not end begins at byte 1"},
		{`"a\"`, "does not end"},
		{`1.2.3`, "'1' where a value"},
		{`--1`, "'-' where a value"},
		{`nul`, "'n' where a value"},
		{`"\x"`, `unknown escape "\\x"`},
		{`"\u12"`, "four hexadecimal digits"},
		{strings.Repeat("[", 2000), "more than 1000 deep"},
		{strings.Repeat(`{"a":`, 2000), "more than 1000 deep"},
	} {
		if _, err := scanned([]byte(c.in)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.20q: error %v, want one with %q", c.in, err, c.want)
		}
	}
}
