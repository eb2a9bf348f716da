package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// guarded parts of the standard library need a line in deps.txt.
var guarded = []string{"net/http", "database/sql", "os", "log", "log/slog"}

// rule is one line of deps.txt.
type rule struct{ who, what string }

func (r rule) allows(who, what string) bool {
	below, isTree := strings.CutSuffix(r.who, "/...")
	if who != r.who && !(isTree && (who == below || strings.HasPrefix(who, below+"/"))) {
		return false
	}
	if what == r.what {
		return true
	}
	// A package from elsewhere has a dot in its first element and stands for
	// all below it; one of ours stands for itself.
	return strings.Contains(r.what, ".") && strings.HasPrefix(what, r.what+"/")
}

func readRules(t *testing.T) []rule {
	t.Helper()
	b, err := os.ReadFile("deps.txt")
	if err != nil {
		t.Fatal(err)
	}
	var rules []rule
	n := 0
	for line := range strings.Lines(string(b)) {
		n++
		f := strings.Fields(line)
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		if len(f) < 4 || f[1] != "imports" {
			t.Errorf("deps.txt:%d: want PACKAGE imports WHAT and a reason", n)
			continue
		}
		rules = append(rules, rule{f[0], f[2]})
	}
	return rules
}

func TestImportsFollowTheHouse(t *testing.T) {
	rules := readRules(t)
	used := make([]bool, len(rules))
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (name != "." && strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || name == "cmd/rung-beam"):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, filepath.Join("../..", name), nil, 0)
		if err != nil {
			return err
		}
		who := path.Dir(name)
		for what, pos := range uses(file) {
			if what, ours := strings.CutPrefix(what, "rung/"); !ours && !strings.Contains(strings.Split(what, "/")[0], ".") && !slices.Contains(guarded, what) && what != "time.Now" {
				continue
			} else if i := slices.IndexFunc(rules, func(r rule) bool { return r.allows(who, what) }); i < 0 {
				t.Errorf("%s:%d: %s may not use %s: see cmd/rung/deps.txt", name, files.Position(pos).Line, who, what)
			} else {
				used[i] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range rules {
		if !used[i] {
			t.Errorf("deps.txt: nothing needs that %s imports %s", r.who, r.what)
		}
	}
}

// uses are the imports of a file, and time.Now where it stands.
func uses(file *ast.File) map[string]token.Pos {
	found := map[string]token.Pos{}
	for _, spec := range file.Imports {
		what, _ := strconv.Unquote(spec.Path.Value)
		found[what] = spec.Pos()
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok && s.Sel.Name == "Now" {
			if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" {
				found["time.Now"] = s.Pos()
			}
		}
		return true
	})
	return found
}

func TestRulesOfImports(t *testing.T) {
	for _, c := range []struct {
		rule
		who, what string
		want      bool
	}{
		{rule{"corpus", "os"}, "corpus", "os", true},
		{rule{"corpus", "os"}, "corpus", "os/exec", false},
		{rule{"corpus", "os"}, "corpus/text", "os", false},
		{rule{"corpus/profile/...", "corpus/text"}, "corpus/profile/skills", "corpus/text", true},
		{rule{"corpus/profile/...", "corpus/text"}, "corpus/profiles", "corpus/text", false},
		{rule{"report", "github.com/a/b"}, "report", "github.com/a/b/c", true},
		{rule{"report", "github.com/a/b"}, "report", "github.com/a/bc", false},
		{rule{"cmd/rung", "classify"}, "cmd/rung", "classify/eval", false},
	} {
		if got := c.rule.allows(c.who, c.what); got != c.want {
			t.Errorf("%v allows %s to use %s: %v, want %v", c.rule, c.who, c.what, got, c.want)
		}
	}
}
