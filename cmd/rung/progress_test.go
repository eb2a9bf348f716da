package main

import (
	"bytes"
	"rung/report/batch"
	"strings"
	"testing"
	"time"
)

func TestProgressSaysWhatIsDoneAndLeft(t *testing.T) {
	began := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	for _, c := range []struct {
		name string
		progress
		to   batch.Position
		want string
	}{
		{"by bytes", progress{bytes: 1000}, batch.Position{Postings: 50}, "25 % · 50 postings · 5/s · 30s left · 2 skipped"},
		{"by a limit", progress{bytes: 1000, total: 100}, batch.Position{Postings: 50}, "50 % · 50 postings · 5/s · 10s left · 2 skipped"},
		{"of an unknown size", progress{}, batch.Position{Postings: 1}, "1 posting · 0/s · 2 skipped"},
		{"the rate is of this run alone", progress{from: batch.Position{Postings: 40}}, batch.Position{Postings: 50}, "50 postings · 1/s · 2 skipped"},
		{"with levels", progress{levels: []string{"unsure", "director", "vp", "neither"}}, batch.Position{Postings: 5, Levels: batch.LevelCounts{1, 2, 0, 2}}, "5 postings · 0/s · unsure 1 director 2 vp 0 neither 2 · 2 skipped"},
	} {
		p := &c.progress
		p.started, p.to, p.done, p.skipped = began, c.to, func() int64 { return 250 }, func() int { return 2 }
		if got := p.line(began.Add(10 * time.Second)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestProgressWithoutATerminalIsALineFromTimeToTime(t *testing.T) {
	var stderr bytes.Buffer
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	p := &progress{app: &app{stderr: &stderr}, done: func() int64 { return 0 }, skipped: func() int { return 0 }}
	p.at(batch.Position{}, now)
	for range 100 {
		now = now.Add(time.Second)
		p.at(batch.Position{Postings: 1}, now)
	}
	p.end(now)
	if n := strings.Count(stderr.String(), "rung: 1 posting"); n != 4 || strings.Contains(stderr.String(), "\r") {
		t.Errorf("%d lines in 100 s, want 3 and the last:\n%s", n, stderr.String())
	}
}

func TestProgressOnATerminalIsOneLine(t *testing.T) {
	var stderr bytes.Buffer
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	long := []string{strings.Repeat("long", 10), strings.Repeat("name", 10), "c", "d"}
	p := &progress{app: &app{stderr: &stderr}, done: func() int64 { return 0 }, levels: long, skipped: func() int { return 0 }}
	p.at(batch.Position{}, now)
	p.redraw = true
	p.every = redrawEvery
	for range 10 {
		now = now.Add(redrawEvery)
		p.at(batch.Position{Postings: 1}, now)
	}
	p.end(now)
	got := stderr.String()
	got, last, _ := strings.Cut(got, "\r\x1b[Krung: ")
	if strings.Contains(got, "\n") || strings.Count(got, "\r") != 10 || !strings.HasPrefix(last, "1 posting · ") || !strings.HasSuffix(last, " · 0 skipped · took 2s\n") {
		t.Errorf("%q, and at the end %q", got, last)
	}
	for _, line := range strings.Split(got, "\r") {
		if n := len([]rune(strings.TrimSuffix(line, "\x1b[K"))); n >= 80 {
			t.Errorf("%d signs in a terminal of 80: %q", n, line)
		}
	}
	var none *progress
	none.at(batch.Position{}, now)
	none.at(batch.Position{}, now)
	none.end(now)
}
