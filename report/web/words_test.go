package web

import (
	"strings"
	"testing"
)

// A key that stands twice would silently be said in the later words.
func TestWordsStandOnce(t *testing.T) {
	first := map[string]int{}
	n := 0
	for line := range strings.Lines(english) {
		n++
		f := strings.Fields(line)
		if len(f) < 2 || f[0][0] == '#' {
			continue
		}
		key := f[0] + " " + f[1]
		if was := first[key]; was > 0 {
			t.Errorf("words.txt:%d: %s stands on line %d too", n, key, was)
		}
		first[key] = n
	}
	if len(first) < 100 {
		t.Errorf("%d keys", len(first))
	}
}
