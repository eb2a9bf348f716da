package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

func TestWhatOthersWroteIsSafeOnATerminal(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                          "plain",
		"a\x1b[2Jb\x1b]0;title\x07c":     "a[2Jb]0;titlec",
		"c1 \u009b31m and \u202egnidaer": "c1 31m and gnidaer",
		"one\n  two\rthree":              "one\n  two three",
		strings.Repeat("x", 10_000):      strings.Repeat("x", longestLine-1) + "…",
	} {
		if got := told(in); got != want {
			t.Errorf("%.80q: %.80q, want %.80q", in, got, want)
		}
	}
}

// TestNamesFromOutsideReachTheTerminalWithoutEscapes: of files, columns, cells.
func TestNamesFromOutsideReachTheTerminalWithoutEscapes(t *testing.T) {
	t.Chdir(t.TempDir())
	evil := "\x1b[31mjobs\u202e\u009b2J.csv"
	for name, content := range map[string]string{
		evil:         "a\x1b[2J,b\u202e\n1,2\n",
		"rows.jsonl": "{\"text\":\"\x1b[2J\n" + `{"id":"\u001b]0;x\u0007","text":""}` + "\n",
		"bad.pdf":    "%PDF-1.4\n\x1b[2J\x1b]0;t\x07",
		"bad.xlsx":   "PK\x03\x04\x1b[2J",
	} {
		if err := os.WriteFile(filepath.Join(".", name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{{"classify", name}, {"check", name}, {"report", name}, {"classify", name, "-o", evil + ".pdf"}, {"serve", name}, {"eval", "--gold", name}} {
			var stdout, stderr bytes.Buffer
			run(t.Context(), args, strings.NewReader(""), &stdout, &stderr)
			for _, r := range stdout.String() + stderr.String() {
				if r != '\n' && (unicode.IsControl(r) || r == '\u202e') {
					t.Errorf("rung %.40q: %.300q", args, stdout.String()+stderr.String())
					break
				}
			}
		}
	}
}
