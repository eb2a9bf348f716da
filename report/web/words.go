package web

import (
	_ "embed"
	"fmt"
	"io"
	"strings"
	"sync"
)

//go:embed words.txt
var english string

// Words are what the page says, by kind and key. A translation is a file of the
// same keys as words.txt.
type Words struct{ of map[string]string }

// English is the words of words.txt.
var English = sync.OnceValue(func() *Words {
	w, err := parseWords(english, nil)
	if err != nil {
		panic(err) // a mistake in words.txt, which every test would meet
	}
	return w
})

// ReadWords reads a translation; name is that of the file, for errors. A key that
// it lacks is said in English. A key that English lacks is an error, since nothing
// would say it.
func ReadWords(r io.Reader, name string) (*Words, error) {
	b, err := io.ReadAll(io.LimitReader(r, 1<<20))
	if err != nil {
		return nil, fmt.Errorf("reading the words: %w", err)
	}
	w, err := parseWords(string(b), English())
	if err != nil {
		return nil, fmt.Errorf("%s%w", name, err)
	}
	return w, nil
}

func parseWords(file string, base *Words) (*Words, error) {
	w := &Words{map[string]string{}}
	if base != nil {
		for k, v := range base.of {
			w.of[k] = v
		}
	}
	n := 0
	for line := range strings.Lines(file) {
		n++
		f := strings.Fields(line)
		if len(f) == 0 || strings.HasPrefix(f[0], "#") {
			continue
		}
		if len(f) < 3 {
			return nil, fmt.Errorf(":%d: want a kind, a key and the words", n)
		}
		key := f[0] + " " + f[1]
		if base != nil {
			if _, ok := base.of[key]; !ok {
				return nil, fmt.Errorf(":%d: nothing says %q: take the kinds and keys of words.txt", n, key)
			}
		}
		w.of[key] = strings.Join(f[2:], " ")
	}
	return w, nil
}

// say returns the words of a key with the pairs of with replaced, or the key
// itself in plain letters.
func (w *Words) say(kind, key string, with ...string) string {
	s, ok := w.of[kind+" "+key]
	if !ok {
		return strings.ReplaceAll(key, "_", " ")
	}
	if len(with) > 0 {
		s = strings.NewReplacer(with...).Replace(s)
	}
	return s
}

func (w *Words) sayAll(kind string, keys []string) []string {
	said := make([]string, len(keys))
	for i, k := range keys {
		said[i] = w.say(kind, k)
	}
	return said
}
