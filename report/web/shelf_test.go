package web

import (
	"strings"
	"testing"

	"rung/corpus"
)

func TestAShelfForgetsTheOldestByNumberAndByMemory(t *testing.T) {
	size := func(s string) int64 { return int64(len(s)) }
	s := newShelf(3, 10, size)
	var ids []string
	for _, x := range []string{"aaa", "bbb", "ccc", "dddddd", strings.Repeat("e", 50), "f"} {
		ids = append(ids, s.put(x))
		left := ""
		for _, id := range ids {
			if x, ok := s.get(id); ok {
				left += x[:1]
			}
		}
		want := map[string]string{"a": "a", "b": "ab", "c": "abc", "d": "cd", "e": "e", "f": "f"}[x[:1]]
		if left != want || s.len() != len(want) {
			t.Errorf("after %.1s: %q is kept, want %q", x, left, want)
		}
	}
	if s.held != 1 {
		t.Errorf("%d bytes are held, 1 is there", s.held)
	}
}

func TestWhatIsKeptIsWeighedWithItsTexts(t *testing.T) {
	text := strings.Repeat("x", 1<<20)
	if n := (saved{form{Text: text}, corpus.Posting{Text: text}}).bytes(); n < 2<<20 {
		t.Errorf("a check weighs %d bytes", n)
	}
	if n := newTable(&memory{"x", []corpus.Posting{{Text: text}, {Text: text}}}).bytes(); n < 2<<20 {
		t.Errorf("a table weighs %d bytes", n)
	}
}
