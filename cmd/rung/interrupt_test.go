//go:build unix

package main

import (
	"context"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// waiting starts the real program on an input that goes on but says nothing more,
// and returns it once it has asked for more.
func waiting(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command("rung", args...)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	// More than a pipe holds: when it is written, the program reads, and no longer starts.
	if _, err := in.Write([]byte(strings.Repeat("You lead four engineering managers.\n", 8<<10))); err != nil {
		t.Fatal(err)
	}
	return cmd
}

// ends fails where the program does not end by itself.
func ends(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	late := time.AfterFunc(time.Minute, func() {
		t.Errorf("%q did not end", cmd.Args)
		cmd.Process.Kill()
	})
	defer late.Stop()
	cmd.Wait()
}

func TestOneInterruptEndsEveryCommandThatReads(t *testing.T) {
	for _, args := range [][]string{{"check", "-"}, {"classify", "-"}, {"extract", "-"}, {"report", "-", "--table", "levels"}} {
		for signal, want := range map[os.Signal]int{os.Interrupt: 130, syscall.SIGTERM: 143} {
			cmd := waiting(t, args...)
			cmd.Process.Signal(signal)
			if ends(t, cmd); cmd.ProcessState.ExitCode() != want {
				t.Errorf("%q, %v: %v", args, signal, cmd.ProcessState)
			}
		}
	}
}

func TestASecondInterruptEndsAtOnce(t *testing.T) {
	cmd := waiting(t, "classify", "-")
	stop := make(chan struct{})
	go func() { // until one comes after the first was seen
		for {
			select {
			case <-stop:
				return
			case <-time.After(10 * time.Millisecond):
				cmd.Process.Signal(os.Interrupt)
			}
		}
	}()
	ends(t, cmd)
	close(stop)
	status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus)
	if !ok || !status.Signaled() || status.Signal() != syscall.SIGINT {
		t.Errorf("it ended with %v, and not by the signal", cmd.ProcessState)
	}
}

// TestWorkThatLooksAtNoContextIsNotWaitedFor long, and what ends in time is.
func TestWorkThatLooksAtNoContextIsNotWaitedFor(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	a := &app{ctx: ctx}
	if err := a.unlessInterrupted(func() error { return io.EOF }); err != io.EOF {
		t.Errorf("%v before the interruption", err)
	}
	never := make(chan error)
	err := a.unlessInterrupted(func() error { cancel(); return <-never })
	if err == nil || err.Error() != "interrupted" {
		t.Errorf("%v after the interruption", err)
	}
	if err := a.unlessInterrupted(func() error { return io.EOF }); err != io.EOF && err.Error() != "interrupted" {
		t.Errorf("%v of work that ended", err)
	}
}
