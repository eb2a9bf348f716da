// Command train writes the two learned files of package skills: the word
// clusters, from postings, and the span tagger, from labelled sentences. It
// measures the tagger too. README.md of package skills says how to run it.
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"rung/corpus/profile/skills"
)

func main() {
	if err := run(os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(2)
	}
}

var errUsage = errors.New("usage: train clusters POSTINGS.jsonl.gz > clusters.txt | train tagger TRAIN.json > tagger.model | train eval DEV.json")

func run(w io.Writer, args []string) error {
	if len(args) != 2 {
		return errUsage
	}
	f, err := os.Open(args[1])
	if err != nil {
		return err
	}
	defer f.Close()
	var out bytes.Buffer // so that a failure leaves no half a file
	switch args[0] {
	case "clusters":
		var lines []string
		if lines, err = readLines(f); err == nil {
			err = skills.Clusters(&out, lines)
		}
	case "tagger":
		var examples []skills.Example
		if examples, err = skills.ReadExamples(f); err == nil {
			err = skills.Train(&out, examples)
		}
	case "eval":
		var r skills.Result
		if r, err = skills.Default().Eval(f); err == nil {
			err = json.NewEncoder(&out).Encode(r)
		}
	default:
		return errUsage
	}
	if err != nil {
		return fmt.Errorf("%s: %w", args[1], err)
	}
	_, err = w.Write(out.Bytes())
	return err
}

// readLines returns the different lines of the postings, in order.
func readLines(r io.Reader) ([]string, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	s := bufio.NewScanner(z)
	s.Buffer(nil, 1<<26)
	var out []string
	known := map[string]bool{}
	for n := 1; s.Scan(); n++ {
		var p struct {
			Text string `json:"text"`
		}
		if err := json.Unmarshal(s.Bytes(), &p); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		for line := range strings.Lines(p.Text) {
			if line = strings.TrimSpace(line); line != "" && !known[line] {
				known[line] = true
				out = append(out, line)
			}
		}
	}
	return out, s.Err()
}
