package signal

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

// Lexicon is a set of rules, compiled. It is immutable and safe for
// concurrent use.
type Lexicon struct {
	Rules    []*Rule // in the order of the files' names and of their lines
	Version  string  // hash of the files' names and contents, 12 hexadecimal digits
	Sources  Sources // what the cites of the rules stand for
	proofs   []proof // the yes and no lines of the rules, for the test that runs them
	patterns *patterns
}

// proof is a yes or no line of a rule.
type proof struct {
	rule     int
	yes      bool
	sentence string
	line     int
}

// patternUse says what a match of a pattern means. The pattern belongs to a rule, or
// to the context, which the matcher handles once for all rules.
type patternUse uint8

const (
	useSay     patternUse = iota // the rule fires
	useUnless                    // the rule does not fire in this sentence
	useNegates                   // context.lex: what follows is denied
	useAffirms                   // context.lex: looks like a negation and is none
	useHedges                    // context.lex: the sentence is conditional
)

//go:embed lexicon
var embedded embed.FS

// Default returns the lexicon that is built into the program. A mistake in it
// is a mistake in the program, which its tests find: Default panics.
var Default = sync.OnceValue(func() *Lexicon {
	dir, _ := fs.Sub(embedded, "lexicon") // fails for a malformed name only
	lx, err := Load(dir)
	if err != nil {
		panic(err)
	}
	return lx
})

// None returns a lexicon without rules, for models of keywords only.
func None() *Lexicon {
	var b builder
	return &Lexicon{Version: "none", Sources: Sources{}, patterns: b.finish(nil)}
}

// Load reads and compiles all *.lex files of a folder, and its sources.txt if
// there is one. Errors name file, line and rule.
func Load(dir fs.FS) (*Lexicon, error) {
	names, err := fs.Glob(dir, "*.lex")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("the folder holds no .lex file")
	}
	// sets.lex is read first: its sets serve all the others.
	order := func(name string) string { return strings.TrimPrefix(name, "sets.lex") }
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(order(a), order(b)) })
	lx := &Lexicon{Sources: Sources{}}
	hash := sha256.New()
	c := &compiler{lx: lx, sets: map[string]node{}, rules: map[string]int{}}
	for _, name := range names {
		b, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(hash, "%s %d\n%s", name, len(b), b)
		if err := c.file(name, string(b)); err != nil {
			return nil, err
		}
	}
	if b, err := fs.ReadFile(dir, "sources.txt"); err == nil {
		if lx.Sources, err = parseSources("sources.txt", string(b)); err != nil {
			return nil, err
		}
	}
	lx.Version = hex.EncodeToString(hash.Sum(nil))[:12]
	lx.patterns = c.build.finish(lx.Rules)
	if n := len(lx.patterns.spelled); n > maxTable {
		return nil, fmt.Errorf("the rules name %d words, and may name %d", n, maxTable)
	}
	return lx, nil
}
