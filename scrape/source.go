package scrape

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"strings"

	"rung/corpus/read"
	"rung/scrape/board"
)

// Source is what a user named to gather from.
type Source struct {
	Name    string          // as it is kept: an address, or "greenhouse:acme"
	start   []board.Request // what to ask first; none for an archive
	archive string          // a file or folder that is read instead of asking
}

// Requests is what is asked first.
func (s Source) Requests() []board.Request { return s.start }

// ParseSource reads what a user typed: a careers page, one posting, a sitemap
// or a feed by its address; a board as "greenhouse:acme"; a file that lists any
// of these, a line each, # begins a comment; a WARC, a saved page, or a folder
// of saved pages. The error names what was typed.
func ParseSource(arg string) ([]Source, error) {
	arg = strings.TrimSpace(arg)
	if s, ok := remote(arg); ok {
		return []Source{s}, nil
	}
	if strings.Contains(arg, "://") {
		return nil, fmt.Errorf("source %q: only http and https addresses are asked", arg)
	}
	info, err := os.Stat(arg)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("source %q: neither an address with http:// or https://, nor a board such as greenhouse:acme, nor a file", arg)
	}
	if err != nil {
		return nil, fmt.Errorf("source %q: %w", arg, errors.Unwrap(err))
	}
	archive := []Source{{Name: arg, archive: arg}}
	if info.IsDir() {
		return archive, nil
	}
	f, err := read.Open(arg)
	if err != nil {
		return nil, fmt.Errorf("source %w", err)
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, 64<<10)
	head, err := r.Peek(4096)
	if len(head) == 0 {
		return nil, fmt.Errorf("source %q: the file is empty", arg)
	}
	if err != nil && err != io.EOF {
		return nil, fmt.Errorf("source %q: %w", arg, err)
	}
	if f := read.Detect(arg, head); f != read.Text && f != read.Markdown {
		return archive, nil
	}
	return parseList(r, arg)
}

// remote reads an address or a board's name.
func remote(arg string) (Source, bool) {
	ref, ok := board.ParseRef(arg)
	if !ok {
		return Source{}, false
	}
	name := arg
	if u, err := url.Parse(arg); err == nil && u.Host != "" {
		u.Fragment, u.Host, u.Scheme = "", strings.ToLower(u.Host), strings.ToLower(u.Scheme)
		name = u.String()
	}
	start := board.Start(ref)
	return Source{Name: name, start: start}, len(start) > 0
}

func parseList(r io.Reader, name string) ([]Source, error) {
	var list []Source
	seen := map[string]bool{}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if before, _, ok := strings.Cut(line, " #"); ok {
			line = strings.TrimSpace(before)
		}
		if line == "" || line[0] == '#' {
			continue
		}
		s, ok := remote(line)
		if !ok {
			return nil, fmt.Errorf("%s:%d: %q is neither an address with http:// or https://, nor a board such as greenhouse:acme", name, n, line)
		}
		if !seen[s.Name] {
			seen[s.Name] = true
			list = append(list, s)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("%s: no source in it", name)
	}
	return list, nil
}
