package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"rung/report/batch"
	"strings"
	"syscall"
	"testing"
	"time"
)

// stalling gives some postings, then nothing more until it is closed; it tells
// when it is asked for more.
type stalling struct {
	io.Reader
	asked chan struct{}
	close chan struct{}
}

func (s *stalling) Read(b []byte) (int, error) {
	n, err := s.Reader.Read(b)
	if err == io.EOF {
		select {
		case s.asked <- struct{}{}:
		default:
		}
		<-s.close
	}
	return n, err
}

// asks runs the command in this process, and gives what it says.
func asks(t *testing.T, stdin io.Reader, args ...string) (code int, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	code = run(t.Context(), args, stdin, &out, &err)
	if out.Len() > 0 {
		t.Errorf("rung %q: stdout %q", args, out.String())
	}
	return code, err.String()
}

// interrupt runs the command, gives it the beginning of an input, and interrupts
// it as Ctrl-C does.
func interrupt(t *testing.T, beginning string, args ...string) (code int, stderr string) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	in := &stalling{strings.NewReader(beginning), make(chan struct{}, 1), make(chan struct{})}
	go func() {
		<-in.asked
		time.Sleep(50 * time.Millisecond)
		cancel()
		close(in.close)
	}()
	var out, err bytes.Buffer
	code = run(ctx, args, in, &out, &err)
	return code, err.String()
}

// batchInput is an input whose beginning holds a whole chunk and more.
func batchInput(t *testing.T, dir string) (all, beginning string) {
	t.Helper()
	name := filepath.Join(dir, "jobs.jsonl")
	damagedPostings(t, name, 300, 50)
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(b), "\n")
	return string(b), strings.Join(lines[:200], "")
}

func contents(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestInterruptedRunGoesOn(t *testing.T) {
	t.Chdir(t.TempDir())
	all, beginning := batchInput(t, ".")
	for _, args := range [][]string{
		{"classify", "-o", "x.jsonl"}, {"classify", "-o", "x.csv"}, {"classify", "-o", "x.tsv"}, {"classify", "-o", "x.html"}, {"classify", "-o", "x.tex"},
		{"classify", "-o", "x.md"}, {"classify", "-o", "x.jsonl", "--only", "director", "--prior-vp", "0.4"}, {"extract", "-o", "x.json", "--to", "labelstudio"}, {"extract", "-o", "x.csv"},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			name := args[2]
			args = append(args, "--quarantine", "bad.jsonl")
			if code, stderr := asks(t, strings.NewReader(all), args...); code != exitLook {
				t.Fatalf("exit code %d: %s", code, stderr)
			}
			want, wantBad := contents(t, name), contents(t, "bad.jsonl")
			os.Remove(name)

			code, stderr := interrupt(t, beginning, args...)
			if code != exitSignal+2 || !strings.Contains(stderr, "rung: interrupted after ") || !strings.Contains(stderr, "hint: the same command with --resume goes on") {
				t.Errorf("interrupted: exit code %d: %s", code, stderr)
			}
			if _, err := os.Stat(name); err == nil {
				t.Error("the interrupted output is there")
			}
			os.WriteFile(name, []byte("of an earlier run"), 0o666)
			if code, stderr := asks(t, strings.NewReader(all), append(args, "--resume")...); code != exitLook {
				t.Errorf("resumed: exit code %d: %s", code, stderr)
			}
			if contents(t, name) != want || contents(t, "bad.jsonl") != wantBad {
				t.Error("resumed: other bytes than undisturbed")
			}
			m := batch.ReadManifest(name)
			if m == nil || m.Resumed != 1 || m.Postings != 294 || m.Skipped != 6 || m.Inputs[0].SHA256 == "" || m.Quarantine != "bad.jsonl" {
				t.Errorf("manifest %+v", m)
			}
			code, stderr = asks(t, strings.NewReader(all), append(args, "--resume")...)
			if code != exitClean || stderr != "rung: \""+name+"\" is complete\n" {
				t.Errorf("resumed once more: exit code %d: %s", code, stderr)
			}
			for _, file := range entries(t, ".") {
				if strings.HasPrefix(file, ".") {
					t.Errorf("left behind: %s", file)
				}
			}
		})
	}
}

// TestDamagedPartIsCutOrBegunAnew: whatever a crash of the machine left, the
// result is the same.
func TestDamagedPartIsCutOrBegunAnew(t *testing.T) {
	t.Chdir(t.TempDir())
	all, beginning := batchInput(t, ".")
	args := []string{"classify", "-o", "x.jsonl", "-q", "--resume"}
	asks(t, strings.NewReader(all), args...)
	want := contents(t, "x.jsonl")
	const part, journal = ".x.jsonl.part", ".x.jsonl.journal"
	edit := func(name string, change func([]byte) []byte) func() {
		return func() { os.WriteFile(name, change([]byte(contents(t, name))), 0o666) }
	}
	for _, c := range []struct {
		name   string
		damage func()
	}{
		{"nothing", func() {}},
		{"a torn last row", edit(part, func(b []byte) []byte { return append(b, `{"id":"torn`...) })},
		{"half of the rows", edit(part, func(b []byte) []byte { return b[:len(b)/2] })},
		{"zeros amid the rows", edit(part, func(b []byte) []byte { clear(b[len(b)/2 : len(b)/2+512]); return b })},
		{"no rows", edit(part, func(b []byte) []byte { return nil })},
		{"no part", func() { os.Remove(part) }},
		{"no journal", func() { os.Remove(journal) }},
		{"an empty journal", edit(journal, func(b []byte) []byte { return nil })},
		{"a torn head of the journal", edit(journal, func(b []byte) []byte { return b[:20] })},
		{"a torn last line of the journal", edit(journal, func(b []byte) []byte { return append(b, `{"at":{"postings":1000000`...) })},
		{"zeros at the end of the journal", edit(journal, func(b []byte) []byte { return append(b, make([]byte, 100)...) })},
		{"a part and no position", edit(journal, func(b []byte) []byte { return b[:bytes.IndexByte(b, '\n')+1] })},
	} {
		os.Remove("x.jsonl")
		if code, stderr := interrupt(t, beginning, args...); code != exitSignal+2 {
			t.Fatalf("%s: exit code %d: %s", c.name, code, stderr)
		}
		c.damage()
		if code, stderr := asks(t, strings.NewReader(all), args...); code != exitLook {
			t.Errorf("%s: exit code %d: %s", c.name, code, stderr)
		}
		if contents(t, "x.jsonl") != want {
			t.Errorf("%s: other bytes than undisturbed", c.name)
		}
	}
}

func TestOnlyTheSameRunGoesOn(t *testing.T) {
	t.Chdir(t.TempDir())
	all, beginning := batchInput(t, ".")
	if code, _ := interrupt(t, beginning, "classify", "-o", "x.jsonl", "-q"); code != exitSignal+2 {
		t.Fatal("not interrupted")
	}
	other := strings.Replace(all, "You report", "You answer", 1)
	for _, c := range []struct{ stdin, args, why string }{
		{all, "classify -o x.jsonl --explain 1", "it was begun with --explain 3, not with 1"},
		{all, "classify -o x.jsonl --model reference", "it was begun with the model default@"},
		{all, "classify -o x.jsonl --prior-vp 0.2", "it was begun with --prior-vp 0.5, not with 0.2"},
		{all, "classify -o x.jsonl --only vp", `it was begun with --only "", not with vp`},
		{all, "classify -o x.jsonl --warc-verify", `it was begun with --warc-verify "", not with true`},
		{all, "classify -o x.jsonl --to csv", "it was begun with --to jsonl, not with csv"},
		{all, "extract -o x.jsonl", "it was begun by rung classify"},
		{all, "classify jobs.jsonl -o x.jsonl", `it was begun without the input "jobs.jsonl"`},
		{all, "classify - jobs.jsonl -o x.jsonl", `it was begun without the input "jobs.jsonl"`},
		{other, "classify -o x.jsonl", "the input does not begin with the postings that were done before"},
		{"{}\n", "classify -o x.jsonl", "the input does not begin with the postings that were done before"},
		{all, "classify", "resuming stdout"},
		{all, "classify -o -", "resuming stdout"},
		{all, "classify -o /dev/null", "it is no file"},
		{all, "classify -o x.xlsx", "not with this format"},
		{all, "classify -o x.txt", "not with this format"},
		{all, "classify -o x.parquet", "not with this format"},
	} {
		code, stderr := asks(t, strings.NewReader(c.stdin), append(strings.Fields(c.args), "-q", "--resume")...)
		if code != exitNot || !strings.Contains(stderr, c.why) || !strings.Contains(stderr, "\nhint: ") {
			t.Errorf("rung %s: exit code %d: %swant %s", c.args, code, stderr, c.why)
		}
	}
	// All that harmed nothing.
	if code, stderr := asks(t, strings.NewReader(all), "classify", "-o", "x.jsonl", "-q", "--resume"); code != exitLook {
		t.Errorf("exit code %d: %s", code, stderr)
	}
	if code, stderr := asks(t, strings.NewReader(all), "classify", "-o", "x.jsonl", "--explain", "1", "--resume"); code != exitNot || !strings.Contains(stderr, "it is complete, but") {
		t.Errorf("complete: exit code %d: %s", code, stderr)
	}
	os.Remove("x.jsonl.manifest.json")
	if code, stderr := asks(t, strings.NewReader(all), "classify", "-o", "x.jsonl", "--resume"); code != exitNot || !strings.Contains(stderr, "nothing tells which command wrote it") {
		t.Errorf("no manifest: exit code %d: %s", code, stderr)
	}
}

func TestChangedInputIsSeen(t *testing.T) {
	t.Chdir(t.TempDir())
	batchInput(t, ".")
	if code, stderr := asks(t, nil, "classify", "jobs.jsonl", "-o", "x.jsonl", "-q"); code != exitLook {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	// As a kill right after the beginning leaves it.
	m := batch.ReadManifest("x.jsonl")
	head, _ := json.Marshal(map[string]any{"run": m.Run, "started": m.Started})
	os.WriteFile(".x.jsonl.journal", append(head, '\n'), 0o666)
	os.WriteFile(".x.jsonl.part", []byte("{"), 0o666)
	f, _ := os.OpenFile("jobs.jsonl", os.O_APPEND|os.O_WRONLY, 0)
	io.WriteString(f, `{"text":"You report to the CEO."}`+"\n")
	f.Close()
	if code, stderr := asks(t, nil, "classify", "jobs.jsonl", "-o", "x.jsonl", "-q", "--resume"); code != exitNot || !strings.Contains(stderr, `the input "jobs.jsonl" has changed since`) {
		t.Errorf("exit code %d: %s", code, stderr)
	}
}

// TestTwoRunsDoNotWriteTheSameFile: the first waits for its input.
func TestTwoRunsDoNotWriteTheSameFile(t *testing.T) {
	t.Chdir(t.TempDir())
	all, beginning := batchInput(t, ".")
	ctx, cancel := context.WithCancel(t.Context())
	in := &stalling{strings.NewReader(beginning), make(chan struct{}, 1), make(chan struct{})}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		run(ctx, []string{"classify", "-o", "x.jsonl"}, in, io.Discard, io.Discard)
	}()
	<-in.asked
	for _, args := range []string{"classify -o x.jsonl", "classify -o x.jsonl --resume"} {
		if code, stderr := asks(t, strings.NewReader(all), strings.Fields(args)...); code != exitNot || stderr != "rung: writing \"x.jsonl\": another run is writing it\nhint: wait until it is done, or name another file\n" {
			t.Errorf("rung %s: exit code %d: %s", args, code, stderr)
		}
	}
	cancel()
	close(in.close)
	<-ended
}

func TestABatchThatStoppedSaysHowItGoesOn(t *testing.T) {
	for want, err := range map[string]error{
		"writing the rows: no space left on device | make room, and the same command with --resume goes on after 63 postings":                                          &batch.Stopped{Err: syscall.ENOSPC, Postings: 64, Safe: 63},
		"writing the rows: input/output error | the same command with --resume goes on":                                                                                &batch.Stopped{Err: syscall.EIO, Postings: 64, Safe: 64},
		"writing the rows: input/output error | ":                                                                                                                      &batch.Stopped{Err: syscall.EIO, Postings: 64},
		"interrupted after 1 posting | \"x\" was not written":                                                                                                          &batch.Stopped{Err: context.Canceled, Postings: 1},
		"interrupted after 2 postings | the same command with --resume goes on after 1 posting":                                                                        &batch.Stopped{Err: context.Canceled, Postings: 2, Safe: 1},
		"reading a.csv b: no posting in it | is it the right file? --from names its format":                                                                            &batch.NoPosting{Inputs: []string{"a.csv", "b"}},
		"reading a.csv: nothing was judged: every record was skipped | the lines above say why; --text-column names the column that holds the text, --from the format": &batch.NoPosting{Inputs: []string{"a.csv"}, Skipped: 2},
	} {
		got := notFinished(err, "x", "judged")
		hint := ""
		var h *hinted
		if errors.As(got, &h) {
			hint = h.hint
		}
		if said := got.Error() + " | " + hint; said != want {
			t.Errorf("%#v: %q, want %q", err, said, want)
		}
	}
}
