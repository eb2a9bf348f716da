package web

import (
	"context"
	"strings"
	"testing"
	"time"
)

// TestMemoryIsGivenBackWhenNobodyAsks, and only after something was asked.
func TestMemoryIsGivenBackWhenNobodyAsks(t *testing.T) {
	s := server(t, Options{})
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { defer close(ended); s.rest(ctx, time.Millisecond) }()
	garbage = strings.Repeat("x", 256<<20)
	if held := mapped(); held < 256<<20 {
		t.Fatalf("%d MB are held with 256 MB in use", held>>20)
	}
	garbage = ""
	ask(s, "GET", "/healthz", "")
	until(t, func() bool { return mapped() < 128<<20 })
	cancel()
	<-ended
}

var garbage string
