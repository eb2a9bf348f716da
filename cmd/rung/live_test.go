package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"rung/scrape"
)

func TestLiveLines(t *testing.T) {
	var screen bytes.Buffer
	l := (&app{stderr: &screen}).live("on")
	for i := range 10 {
		l.last = time.Time{} // drawn each time
		l.event(scrape.Event{Host: fmt.Sprintf("host%d.example", i), What: scrape.Asked, Tally: scrape.Tally{Asked: i, Kept: 1, Pace: time.Second}})
	}
	last := screen.String()[strings.LastIndex(screen.String(), "\x1b[8A\x1b[J"):]
	if strings.Count(last, "\n") != liveHosts || strings.Contains(last, "host1.") || !strings.Contains(last, "host9.example                    asked 9, kept 1, refused 0, errors 0, one each 1s\n") {
		t.Errorf("the screen ends with %q", last)
	}
	screen.Reset()
	for i := range toldPages + 3 {
		l.event(scrape.Event{Host: "h", URL: "https://h/\x1b[2J", What: scrape.FailedFor, Reason: fmt.Sprint("reason ", i)})
	}
	l.end()
	if told := screen.String(); strings.Count(told, "rung: https://h/[2J: reason") != toldPages || !strings.Contains(told, "3 more pages went wrong") {
		t.Errorf("it tells %q", told)
	}
}

func TestLiveIsSilentWhereNobodyLooks(t *testing.T) {
	var out bytes.Buffer
	for _, l := range []*live{(&app{stderr: &out}).live("auto"), (&app{stderr: &out, quiet: true}).live("off")} {
		l.event(scrape.Event{Host: "h", What: scrape.Asked})
		l.end()
	}
	if out.Len() > 0 {
		t.Errorf("it tells %q", out.String())
	}
}

// A private address is refused with the flag that would let it be asked; other
// reasons are told as they are.
func TestRefusalNamesTheFlag(t *testing.T) {
	for reason, want := range map[string]string{
		"address 10.0.0.1 is a private network, " + scrape.NotPublic: "; --allow-private would allow it",
		"robots.txt forbids it": "",
	} {
		if got := refusal(reason); got != reason+want {
			t.Errorf("%q is told as %q", reason, got)
		}
	}
}
