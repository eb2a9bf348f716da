package web

import (
	_ "embed"
	"fmt"
	"io"
	"sync"

	"rung/report"
)

//go:embed words.txt
var english string

// English is the words of words.txt. A translation is a file of the same keys.
var English = sync.OnceValue(func() report.Words {
	w, err := report.ParseWords(english, nil)
	if err != nil {
		panic(err) // a mistake in words.txt, which every test would meet
	}
	return w
})

// ReadWords reads a translation; name is that of the file, for errors. A key that
// it lacks is said in English. A key that English lacks is an error, since nothing
// would say it.
func ReadWords(r io.Reader, name string) (report.Words, error) {
	b, err := io.ReadAll(io.LimitReader(r, 1<<20))
	if err != nil {
		return nil, fmt.Errorf("reading the words: %w", err)
	}
	w, err := report.ParseWords(string(b), English())
	if err != nil {
		return nil, fmt.Errorf("%s%w", name, err)
	}
	return w, nil
}
