package scrape

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"

	"rung/corpus"
	"rung/corpus/read"
	"rung/corpus/store"
	"rung/corpus/warc"
	"rung/scrape/archive"
	"rung/scrape/board"
)

// replay reads an archive as if its answers came now, and asks nothing.
func (c *crawl) replay(ctx context.Context, s Source) error {
	warcs := 0
	paths := []string{s.archive}
	if info, err := os.Stat(s.archive); err == nil && info.IsDir() {
		for _, pattern := range []string{"*.warc", "*.warc.gz"} {
			found, _ := filepath.Glob(filepath.Join(s.archive, pattern)) // the pattern is good
			paths = append(paths, found...)
		}
	}
	for _, path := range paths {
		ok, err := c.replayWARC(ctx, path, s.Name)
		if err != nil {
			return err
		}
		if ok {
			warcs++
		}
	}
	if warcs > 0 && len(paths) == warcs {
		return nil
	}
	return c.replayFiles(ctx, s)
}

// replayWARC reads a WARC; ok is false when it is something else.
func (c *crawl) replayWARC(ctx context.Context, path, source string) (ok bool, err error) {
	if info, err := os.Stat(path); err != nil || info.IsDir() {
		return false, nil // of a folder, only its files
	}
	f, err := read.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	differ, err := archive.Each(f, c.opt.Limits.Body, c.opt.Verify, func(x archive.Response) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if changed := (*archive.DigestError)(nil); errors.As(x.Err, &changed) {
			c.tell(path, cmp.Or(x.URL.String(), path), FailedFor, x.Err.Error(), Tally{Errors: 1, Skipped: 1})
			return nil
		}
		return c.replayResponse(ctx, x, source)
	})
	if differ > 0 && !c.opt.Verify {
		c.notes = append(c.notes, archive.Differ(path, differ))
	}
	var torn *archive.TornError
	switch {
	case errors.Is(err, warc.ErrNot):
		return false, nil
	case errors.As(err, &torn):
		c.tell(path, "", FailedFor, err.Error(), Tally{Errors: 1, Skipped: 1})
		return true, nil // what was read before stays
	}
	return true, err
}

func (c *crawl) replayResponse(ctx context.Context, x archive.Response, source string) error {
	r := x.Request
	if x.Date.IsZero() {
		x.Date = c.started
	}
	st := &store.Step{Now: x.Date, Fresh: c.fresh(), Diff: diff, Context: ctx, Page: store.Page{
		Method: cmp.Or(r.Method, "GET"), URL: r.URL, Body: r.Body, Host: hostName(x.URL), Source: source, List: r.Kind == board.List,
		State: store.Done, Tries: 1, Asked: x.Date, Status: x.Status,
	}}
	st.Page.Request, _ = json.Marshal(r) // strings and numbers always can be written
	t, what := Tally{Asked: 1}, Asked
	if why := reserved(x.Header, x.Body); why != "" {
		st.Page.State, st.Page.Reason, what = store.Refused, why, RefusedBy
		t.Refused++
	} else {
		body := x.Body
		if x.Err == nil {
			st.Response, body = c.respond(st.Now, &exchange{sent: x.Sent, status: x.Status, header: x.Header, body: x.Body, truncated: x.Truncated})
		}
		var bad error
		if err := meanwhile(ctx, func() {
			var a board.Answer
			if a, bad = x.Parse(body, c.opt.Limits.Tags); bad == nil {
				c.take(st, &a, &t)
			}
		}); err != nil {
			return err
		}
		if bad != nil {
			st.Page.State, st.Page.Reason, what = store.Failed, bad.Error(), FailedFor
			t.Errors, t.Skipped = 1, 1
		}
	}
	out, err := c.store.Do(st)
	if err != nil {
		return err
	}
	t.New, t.Changed, t.Gone = out.New, out.Changed, out.Gone
	c.tell(st.Page.Host, x.URL.String(), what, st.Page.Reason, t)
	return nil
}

func (c *crawl) replayFiles(ctx context.Context, s Source) error {
	for p, err := range (read.Options{}).Files(ctx, []string{s.archive}) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		var line *corpus.LineError
		if errors.As(err, &line) {
			if read.Detect(line.File, nil) != read.WARC {
				c.tell(s.Name, line.File, FailedFor, line.Err.Error(), Tally{Errors: 1, Skipped: 1})
			}
			continue
		}
		if err != nil {
			return err
		}
		at := "file:" + filepath.ToSlash(p.Source)
		st := &store.Step{Now: c.started, Fresh: c.fresh(), Diff: diff, Context: ctx, Page: store.Page{
			Method: "GET", URL: at, Host: s.Name, Source: s.Name, State: store.Done, Tries: 1, Asked: c.started, Request: []byte("{}"),
		}}
		p.URL = cmp.Or(p.URL, at)
		st.Postings = []store.Posting{c.posting(&board.Job{Posting: p}, c.started)}
		out, err := c.store.Do(st)
		if err != nil {
			return err
		}
		c.tell(s.Name, p.Source, Asked, "", Tally{Asked: 1, Kept: 1, New: out.New, Changed: out.Changed})
	}
	return nil
}
