package main

import (
	"io"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

// cut reads text in ranges that end at the cuts, and returns their lines, each
// with the number that a worker gives it from the counts of the ranges before.
func cut(t *testing.T, text string, cuts []int) (all string, numbers []int) {
	t.Helper()
	start, before := 0, int64(0)
	for _, end := range append(cuts, len(text)) {
		r := io.Reader(strings.NewReader(text[max(start-1, 0):]))
		part, err := newLineRange(iotest.OneByteReader(r), start == 0, int64(end-start))
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		first := int(before) + 1
		if part.skipped {
			first++
		}
		for range strings.SplitAfter(strings.TrimSuffix(string(b), "\n"), "\n") {
			if len(b) > 0 {
				numbers = append(numbers, first)
				first++
			}
		}
		all += string(b)
		n, err := countLines(strings.NewReader(text[start:end]))
		if err != nil {
			t.Fatal(err)
		}
		start, before = end, before+n
	}
	return all, numbers
}

func check(t *testing.T, text string, cuts []int) {
	t.Helper()
	all, numbers := cut(t, text, cuts)
	if all != text {
		t.Errorf("cut at %v: %q, want %q", cuts, all, text)
	}
	for i, n := range numbers {
		if n != i+1 {
			t.Errorf("%q cut at %v: lines are numbered %v", text, cuts, numbers)
			break
		}
	}
}

func TestRangesHaveEveryLineOnce(t *testing.T) {
	for name, text := range map[string]string{
		"lines":            "one\ntwo\nthree\n",
		"no line end":      "one\ntwo",
		"empty lines":      "\n\none\n\n",
		"one long line":    strings.Repeat("x", 40),
		"a long last line": "a\n" + strings.Repeat("x", 40) + "\n",
	} {
		t.Run(name, func(t *testing.T) {
			for a := 1; a < len(text); a++ {
				for b := a + 1; b < len(text); b++ {
					check(t, text, []int{a, b})
				}
			}
		})
	}
}

func FuzzRanges(f *testing.F) {
	f.Add("one\ntwo\n", uint8(3), uint8(5))
	f.Fuzz(func(t *testing.T, text string, a, b uint8) {
		cuts := []int{int(a), int(b)}
		slices.Sort(cuts)
		cuts = slices.DeleteFunc(slices.Compact(cuts), func(c int) bool { return c == 0 || c >= len(text) })
		check(t, text, cuts)
	})
}

func TestALineLongerThanAnyBuffer(t *testing.T) {
	text := "a\n" + strings.Repeat("x", 300<<10) + "\nb\n"
	check(t, text, []int{1, 100, 200 << 10})
}

func TestPack(t *testing.T) {
	always := func(string) bool { return true }
	never := func(string) bool { return false }
	type span struct {
		files      string
		start, end int64
	}
	for name, c := range map[string]struct {
		files      []file
		splittable func(string) bool
		want       []span
	}{
		"nothing":                     {nil, always, nil},
		"small ones together":         {[]file{{"a", 40}, {"b", 60}, {"c", 1}}, always, []span{{"a b", 0, 0}, {"c", 0, 0}}},
		"a large one cut evenly":      {[]file{{"a", 301}}, always, []span{{"a", 0, 100}, {"a", 100, 200}, {"a", 200, 301}}},
		"a large one that is whole":   {[]file{{"a", 301}, {"b", 1}}, never, []span{{"a", 0, 0}, {"b", 0, 0}}},
		"a large one keeps its place": {[]file{{"a", 10}, {"b", 200}, {"c", 10}}, always, []span{{"a", 0, 0}, {"b", 0, 100}, {"b", 100, 200}, {"c", 0, 0}}},
		"a little more than one":      {[]file{{"a", 120}}, always, []span{{"a", 0, 120}}},
		"empty files":                 {[]file{{"a", 0}, {"b", 0}}, always, []span{{"a b", 0, 0}}},
		"beyond 32 bits":              {[]file{{"a", math.MaxInt32 * 2}}, never, []span{{"a", 0, 0}}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []span
			for i, u := range pack(c.files, 100, c.splittable) {
				got = append(got, span{strings.Join(u.Files, " "), u.Start, u.End})
				if u.N != i || u.Of != len(c.want) {
					t.Errorf("unit %d of %d, want %d of %d", u.N, u.Of, i, len(c.want))
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}

func TestOnePerLine(t *testing.T) {
	for name, c := range map[string]struct {
		head string
		want bool
	}{
		"objects on lines":     {"{}\n{}\n", true},
		"a mark and spaces":    {"\ufeff\n {} \n\n {", true},
		"an array":             {"[{}\n,{}]", false},
		"an object over lines": {"{\n \"a\": 1\n}", false},
		"one object":           {"{}", false},
		"UTF-16":               {"{\x00}\x00\n\x00{\x00", false},
		"nothing":              {"", false},
	} {
		if got := onePerLine([]byte(c.head)); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestAPlaceInARangeIsOneInTheFile(t *testing.T) {
	for _, c := range [][2]string{{"gs://a/b.jsonl:3", "gs://a/b.jsonl:13"}, {"gs://a/b.jsonl:3#2", "gs://a/b.jsonl:13#2"}, {"https://example.com/7", "https://example.com/7"}} {
		if got := moved(c[0], "gs://a/b.jsonl", 10); got != c[1] {
			t.Errorf("%s moved to %s, want %s", c[0], got, c[1])
		}
	}
}
