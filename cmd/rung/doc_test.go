package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestManualTellsTheTruth runs every "$ rung" of the manual and of README.md,
// in the root of the module, and compares what it prints, stdout before stderr.
// In the expected output a line "…" stands for any number of lines. With
// -update the output is rewritten where it is wrong; where it ended in such a
// line, it ends so again, after the line that stood before it.
func TestManualTellsTheTruth(t *testing.T) {
	t.Chdir("../..")
	t.Setenv("NO_COLOR", "1")
	for _, doc := range []struct{ name, indent string }{
		{"cmd/rung/doc.go", "//\t"},
		{"README.md", "    "},
	} {
		b, err := os.ReadFile(doc.name)
		if os.IsNotExist(err) && doc.name == "README.md" {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		told, wrong := retell(string(b), doc.indent, doc.name)
		if *update && told != string(b) {
			if err := os.WriteFile(doc.name, []byte(told), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		for _, w := range wrong {
			t.Error(w)
		}
	}
}

// retell returns the document with the output of its commands as it is now, and
// what was wrong in it.
func retell(doc, indent, name string) (told string, wrong []string) {
	lines := strings.Split(doc, "\n")
	var out []string
	for i := 0; i < len(lines); {
		out = append(out, lines[i])
		command, ok := strings.CutPrefix(lines[i], indent+"$ rung ")
		i++
		if !ok {
			continue
		}
		at := i
		var want []string
		for i < len(lines) && inBlock(lines[i:], indent) && !strings.HasPrefix(lines[i], indent+"$ ") {
			want = append(want, strings.TrimPrefix(lines[i], indent))
			if strings.TrimSpace(strings.TrimPrefix(lines[i], "//")) == "" {
				want[len(want)-1] = ""
			}
			i++
		}
		got := answer(command)
		if matches(want, got) {
			out = append(out, lines[at:i]...)
			continue
		}
		wrong = append(wrong, fmt.Sprintf("%s:%d: rung %s\n--- it says\n%s\n--- the command says\n%s", name, at, command, strings.Join(want, "\n"), strings.Join(got, "\n")))
		for _, line := range shortened(want, got) {
			out = append(out, strings.TrimRight(indent+line, " \t"))
		}
	}
	return strings.Join(out, "\n"), wrong
}

// shortened is what was got, up to where want leaves off.
func shortened(want, got []string) []string {
	for len(want) > 0 && want[len(want)-1] == "" {
		want = want[:len(want)-1]
	}
	n := len(want) - 1
	if n < 0 || want[n] != "…" {
		return got
	}
	if n > 0 {
		if at := slices.Index(got, want[n-1]); at >= 0 {
			n = at + 1
		}
	}
	return append(slices.Clone(got[:min(n, len(got))]), "…")
}

// inBlock reports whether the first line belongs to an indented block, which
// blank lines do not end.
func inBlock(lines []string, indent string) bool {
	for _, line := range lines {
		if strings.HasPrefix(line, indent) {
			return true
		}
		if strings.TrimSpace(strings.TrimPrefix(line, "//")) != "" {
			return false
		}
	}
	return false
}

// answer runs a command line with quotes but without other shell.
func answer(command string) []string {
	var stdout, stderr bytes.Buffer
	run(context.Background(), words(command), strings.NewReader(""), &stdout, &stderr)
	return strings.Split(strings.TrimRight(stdout.String()+stderr.String(), "\n"), "\n")
}

func words(s string) (list []string) {
	var word strings.Builder
	quote, inWord := rune(0), false
	for _, c := range s + " " {
		switch {
		case quote != 0 && c == quote:
			quote = 0
		case quote == 0 && (c == '\'' || c == '"'):
			quote, inWord = c, true
		case quote == 0 && c == ' ':
			if inWord {
				list = append(list, word.String())
			}
			word.Reset()
			inWord = false
		default:
			word.WriteRune(c)
			inWord = true
		}
	}
	return list
}

// matches compares lines, where "…" in want is any number of them.
func matches(want, got []string) bool {
	if len(want) == 0 {
		return len(got) == 0
	}
	if want[0] == "…" {
		for i := range len(got) + 1 {
			if matches(want[1:], got[i:]) {
				return true
			}
		}
		return false
	}
	return len(got) > 0 && want[0] == got[0] && matches(want[1:], got[1:])
}

func TestElision(t *testing.T) {
	for _, c := range []struct {
		want, got string
		match     bool
	}{
		{"a b", "a b", true},
		{"a … c", "a b b c", true},
		{"… c", "c", true},
		{"a …", "a b c", true},
		{"a … d", "a b c", false},
		{"a", "a b", false},
		{"a b", "a", false},
	} {
		if matches(strings.Fields(c.want), strings.Fields(c.got)) != c.match {
			t.Errorf("%q against %q: want %v", c.want, c.got, c.match)
		}
	}
}

func TestAnElidedEndStaysElided(t *testing.T) {
	for _, c := range []struct{ want, got, shortened string }{
		{"a b …", "x b c d", "x b …"},
		{"a b …", "x y c d", "x y …"},
		{"a b …", "x", "x …"},
		{"…", "x y", "…"},
		{"a b", "x y z", "x y z"},
	} {
		if s := strings.Join(shortened(strings.Fields(c.want), strings.Fields(c.got)), " "); s != c.shortened {
			t.Errorf("%q of %q: %q, want %q", c.want, c.got, s, c.shortened)
		}
	}
}

func TestWordsOfACommandLine(t *testing.T) {
	got := words(`check 'a b.txt' --title "" x"y z"`)
	if want := []string{"check", "a b.txt", "--title", "", "xy z"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
