package main

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"rung/report/batch"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
)

var crashes = flag.Int("crash", 2, "kills that each format of the crash test takes")

// damagedPostings writes a file of n postings as JSON Lines, of which one in
// damaged is no JSON; 0 is none. Some postings come twice.
func damagedPostings(t *testing.T, name string, n, damaged int) {
	t.Helper()
	r := rand.New(rand.NewPCG(1, uint64(n)))
	sentences := []string{
		"You report to the CEO and present to the board.", "You report to the VP of Engineering.", "You lead four engineering managers in one area.",
		"You own the budget of %d million dollars.", "You plan each sprint with product managers.", "You hire %d engineers this year.",
		"You set the technical strategy for the next three years.", "You run the on-call rotation and the incident reviews.", "Café, \"quotes\", =sums & 漢字 – %d.",
	}
	var b bytes.Buffer
	var last []byte
	for i := range n {
		switch {
		case damaged > 0 && i%damaged == damaged/2:
			fmt.Fprintf(&b, "{\"id\":\"%d\",\"text\":\"torn\n", i)
			continue
		case len(last) > 0 && r.IntN(10) == 0:
			b.Write(last)
			continue
		}
		var text strings.Builder
		for range 20 + r.IntN(60) {
			s := sentences[r.IntN(len(sentences))]
			if strings.Contains(s, "%d") {
				s = fmt.Sprintf(s, r.IntN(1000))
			}
			text.WriteString(s + "\n")
		}
		last, _ = json.Marshal(map[string]string{"id": fmt.Sprint(i), "title": "VP, Engineering", "company": "Elm & Ash", "text": text.String()})
		last = append(last, '\n')
		b.Write(last)
	}
	if err := os.WriteFile(name, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// rung runs the real program; after is when it is killed, 0: never. It returns
// whether it came to its end.
func rung(t *testing.T, after time.Duration, args ...string) (ended bool) {
	t.Helper()
	cmd := exec.Command("rung", args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if after > 0 {
		timer := time.AfterFunc(after, func() { cmd.Process.Kill() })
		defer timer.Stop()
	}
	err := cmd.Wait()
	switch code := cmd.ProcessState.ExitCode(); {
	case code == -1 && after > 0: // a signal
		return false
	case code == exitNot || code > exitSignal || code == -1:
		t.Fatalf("rung %q: %v\n%s", args, err, stderr.String())
	}
	return true
}

// TestKilledAtRandomMomentsNothingIsLostOrDoubled kills the program again and
// again, lets it go on, and compares with an undisturbed run.
func TestKilledAtRandomMomentsNothingIsLostOrDoubled(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "jobs.jsonl")
	postings := 800 + 50**crashes
	damagedPostings(t, in, postings, 20)
	whole := func(name string) string { // of a file
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	some := []string{"classify", "--prior-vp", "0.4", "--only", "director"}
	for _, c := range []struct {
		name, output string
		args         []string
		content      func(name string) string
	}{
		{"classify to JSON Lines", "levels.jsonl", []string{"classify"}, whole},
		{"classify to CSV", "levels.csv", []string{"classify"}, whole},
		{"classify to compressed JSON Lines", "levels.jsonl.gz", []string{"classify", "--explain", "0"}, whole},
		{"classify to shards of Parquet", "shards/", []string{"classify", "--shard-rows", fmt.Sprint(postings / 40)}, func(name string) string { return shardRows(t, name) }},
		{"classify to a database", "levels.db", []string{"classify"}, func(name string) string { return verdictRows(t, name) }},
		{"classify some to JSON Lines", "some.jsonl", some, whole},
		{"classify some to shards of Parquet", "some/", append(some, "--shard-rows", "10"), func(name string) string { return shardRows(t, name) }},
		{"classify some to a database", "some.db", some, func(name string) string { return verdictRows(t, name) }},
		{"extract to tasks", "tasks.json", []string{"extract", "--to", "labelstudio", "--limit", "300"}, whole},
		{"extract to CSV", "items.csv", []string{"extract", "--limit", "300"}, whole},
	} {
		t.Run(c.name, func(t *testing.T) {
			calm, wild := filepath.Join(dir, "calm"), filepath.Join(dir, "wild")
			os.Mkdir(calm, 0o777)
			os.Mkdir(wild, 0o777)
			command := func(place string) []string {
				out := filepath.Join(place, c.output)
				if strings.HasSuffix(c.output, "/") {
					out += "/"
				}
				return append(c.args, in, "-q", "-o", out, "--quarantine", filepath.Join(place, "bad.jsonl"))
			}
			began := time.Now()
			rung(t, 0, command(calm)...)
			took := time.Since(began)
			began = time.Now()
			rung(t, 0, append(command(wild), "--limit", "1")...)
			start := time.Since(began)
			os.RemoveAll(wild)
			os.Mkdir(wild, 0o777)
			// Between two kills about that part of the work is done that brings all
			// of them into one batch, after a start or a part of it.
			work := max(took-start, took/10)
			r := rand.New(rand.NewPCG(2, uint64(time.Now().UnixNano())))
			kills, ended := 0, false
			for !ended {
				after := time.Duration(0)
				if kills < *crashes {
					after = start/2 + time.Duration(r.Int64N(int64(start/2+3*work/time.Duration(*crashes))))
				}
				if ended = rung(t, after, append(command(wild), "--resume")...); !ended {
					kills++
				} else if kills < *crashes {
					os.RemoveAll(wild) // once more from the beginning
					os.Mkdir(wild, 0o777)
					ended = false
				}
			}
			if c.content(filepath.Join(wild, c.output)) != c.content(filepath.Join(calm, c.output)) {
				t.Errorf("after %d kills other rows than without any", kills)
			}
			if whole(filepath.Join(wild, "bad.jsonl")) != whole(filepath.Join(calm, "bad.jsonl")) {
				t.Error("other records in quarantine")
			}
			var m [2]batch.Manifest
			for i, place := range []string{calm, wild} {
				m[i] = *batch.ReadManifest(filepath.Join(place, c.output))
			}
			if m[0].Postings != m[1].Postings || m[0].Skipped != m[1].Skipped || m[0].LeftOut != m[1].LeftOut || fmt.Sprint(m[0].Levels, m[0].Inputs) != fmt.Sprint(m[1].Levels, m[1].Inputs) {
				t.Errorf("the manifests differ:\n%+v\n%+v", m[0], m[1])
			}
			for _, name := range entries(t, wild) {
				if strings.HasPrefix(name, ".") {
					t.Errorf("left behind: %s", name)
				}
			}
			t.Logf("%d kills in runs of %v; %d of %d postings left out", kills, took.Round(time.Millisecond), m[0].LeftOut, m[0].Postings)
			os.RemoveAll(wild)
			os.RemoveAll(calm)
		})
	}
}

// shardRows are the rows of all shards, one a line.
func shardRows(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	for i, name := range entries(t, dir) {
		if want := fmt.Sprintf("part-%05d.parquet", i); name != want {
			t.Errorf("there is %s, want %s", name, want)
		}
		rows, err := parquet.ReadFile[any](filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			fmt.Fprintln(&b, row)
		}
	}
	return b.String()
}

// verdictRows are the rows of the table verdicts, one a line.
func verdictRows(t *testing.T, name string) string {
	t.Helper()
	db, err := sql.Open("sqlite", name)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query("SELECT rowid, * FROM verdicts ORDER BY rowid")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, _ := rows.Columns()
	values, into := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	var b strings.Builder
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&b, values...)
	}
	return b.String()
}

// TestDamagedRecordsGoToQuarantine: of a file in which every twentieth record is
// damaged, every other one is classified, and each damaged one is kept with its
// place.
func TestDamagedRecordsGoToQuarantine(t *testing.T) {
	dir := t.TempDir()
	in, out, bad := filepath.Join(dir, "jobs.jsonl"), filepath.Join(dir, "levels.jsonl"), filepath.Join(dir, "bad.jsonl")
	damagedPostings(t, in, 2000, 20)
	rung(t, 0, "classify", in, "-o", out, "--quarantine", bad, "--explain", "0", "-q")
	records, err := os.ReadFile(in)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{} // place to record, of the damaged
	good := map[string]bool{}
	n := 0
	for line := range strings.Lines(string(records)) {
		n++
		place := fmt.Sprintf("%s:%d", in, n)
		if json.Valid([]byte(line)) {
			good[place] = true
		} else {
			want[place] = strings.TrimSuffix(line, "\n")
		}
	}
	if len(want) != 100 || len(good) != 1900 {
		t.Fatalf("the input has %d damaged and %d good records", len(want), len(good))
	}
	rows, _ := os.ReadFile(out)
	for line := range strings.Lines(string(rows)) {
		var row struct{ Source string }
		if err := json.Unmarshal([]byte(line), &row); err != nil || !good[row.Source] {
			t.Fatalf("row %q: %v", line, err)
		}
		delete(good, row.Source)
	}
	kept, _ := os.ReadFile(bad)
	for line := range strings.Lines(string(kept)) {
		var r struct{ Source, Reason, Record string }
		if err := json.Unmarshal([]byte(line), &r); err != nil || r.Reason == "" || want[r.Source] != r.Record {
			t.Fatalf("quarantine %q: %v, want %q", line, err, want[r.Source])
		}
		delete(want, r.Source)
	}
	if len(good)+len(want) > 0 {
		t.Errorf("neither classified nor kept: %d good, %d damaged", len(good), len(want))
	}
}
