package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/memfs"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/read"
	"rung/report"
	"rung/report/row"
)

// serverPort is set in the environment of a copy of the test that is to be a
// job server.
const serverPort = "RUNG_BEAM_JOB_SERVER_PORT"

func TestMain(m *testing.M) {
	if port, err := strconv.Atoi(os.Getenv(serverPort)); err == nil {
		if _, err := prism.CreateJobServer(context.Background(), prism.Options{Port: port}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println("ready")
		select {} // until it is killed
	}
	flag.Parse()
	setup()
	beam.Init()
	os.Exit(m.Run())
}

// posting is a text of our own, with a number that tells it from the others.
func posting(n int) string {
	if n%3 == 0 {
		return fmt.Sprintf("VP of Engineering, office %d\n\nYou report to the CEO and sit on the executive team. You set the technical strategy for the next three years, own the R&D budget and present to the board every quarter. Directors of engineering report to you.", n)
	}
	return fmt.Sprintf("Director of Engineering, team %d\n\nYou report to the VP of Engineering and lead %d engineering managers. You run sprint reviews, coach managers one to one, keep delivery on schedule, hire for the teams and share the on-call rota.", n, n%7+2)
}

// inputFiles writes files of every kind, in an order that sorting keeps, and
// returns the folder.
func inputFiles(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "jobs")
	var a bytes.Buffer
	for n := range 60 {
		switch {
		case n == 7:
			a.WriteString("{\"title\": \"torn\n")
		case n == 13:
			a.WriteString("\n") // a line without a record counts
		case n == 20:
			a.WriteString("{\"text\": \"\xff\xfe a byte that is no character\", \"url\": 1, }\n")
		default:
			b, err := json.Marshal(map[string]any{"title": fmt.Sprintf("Leader %d", n), "company": "Larkfield", "text": posting(n)})
			if err != nil {
				t.Fatal(err)
			}
			a.Write(append(b, '\n'))
		}
	}
	write(t, dir+"/a.jsonl", a.Bytes())
	write(t, dir+"/b.csv", []byte("id,title,description\nx1,Director,\""+posting(1)+"\"\nx2,VP,\n"))
	write(t, dir+"/deep/c.txt", []byte(posting(3)))
	write(t, dir+"/deep/.hidden.txt", []byte(posting(4)))
	write(t, dir+"/e.jsonl.gz", zip(t, a.Bytes()))
	page := "<html><body><main><h1>Director</h1><p>" + posting(2) + "</p></main></body></html>"
	write(t, dir+"/f.html", []byte(page))
	write(t, dir+"/g.jsonl", nil)
	return dir
}

func zip(t *testing.T, b []byte) []byte {
	t.Helper()
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	if _, err := w.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return z.Bytes()
}

func write(t *testing.T, name string, b []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, b, 0o644); err != nil {
		t.Fatal(err)
	}
}

// job is one with the flags' defaults.
func job(output string) *Job {
	return &Job{Output: output, From: "auto", Model: "default", Explain: 3, Split: 64 << 20}
}

// onePass is what one machine makes of the inputs, in one pass.
func onePass(args ...string) (rows, bad []byte, tally report.Tally) {
	c := classify.Default()
	for p, err := range (read.Options{}).Files(context.Background(), args) {
		var line *corpus.LineError
		if errors.As(err, &line) {
			kept, err := json.Marshal(line)
			if err != nil {
				panic(err) // strings
			}
			bad = append(append(bad, kept...), '\n')
			tally.Skip(1)
			continue
		}
		v := c.ClassifyTop(p, 3)
		tally.Add(&v)
		rows = append(row.Append(rows, p, &v, row.Options{}), '\n')
	}
	return rows, bad, tally
}

// concat is the content of the files that match, in order.
func concat(t *testing.T, pattern string) (all []byte, files int) {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, b...)
	}
	return all, len(names)
}

// compare runs a job over the inputs and compares what it wrote with onePass.
func compare(t *testing.T, j *Job, atLeast int, args ...string) {
	t.Helper()
	rows, bad, tally := onePass(args...)
	var said bytes.Buffer
	skipped, err := run(t.Context(), j, args, &said)
	if err != nil {
		t.Fatal(err)
	}
	if skipped != tally.Skipped() {
		t.Errorf("%d skipped, want %d", skipped, tally.Skipped())
	}
	if want := fmt.Sprintf("rung-beam: %d classified, %d skipped\n", tally.Postings(), skipped); said.String() != want {
		t.Errorf("said %q, want %q", said.String(), want)
	}
	got, n := concat(t, j.Output+"-[0-9]*.jsonl")
	if !bytes.Equal(got, rows) {
		t.Errorf("the shards one after the other differ from the rows of one pass:\n%s\nwant:\n%s", got, rows)
	}
	if n < atLeast {
		t.Errorf("%d shards, want at least %d", n, atLeast)
	}
	if got, _ := concat(t, j.Output+"-bad-*.jsonl"); !bytes.Equal(got, bad) {
		t.Errorf("bad records:\n%s\nwant:\n%s", got, bad)
	}
	if got, _ := concat(t, j.tally()); !bytes.Equal(got, tally.JSON(report.Levels{})) {
		t.Errorf("tally:\n%s\nwant:\n%s", got, tally.JSON(report.Levels{}))
	}
	if left, _ := filepath.Glob(filepath.Dir(j.Output) + "/.*"); len(left) > 0 {
		t.Errorf("left over: %q", left)
	}
}

func TestShardsAreTheRowsOfOnePass(t *testing.T) {
	dir := inputFiles(t)
	for _, split := range []int64{300, 2500, 64 << 20} {
		t.Run(fmt.Sprintf("%d bytes a shard", split), func(t *testing.T) {
			j := job(t.TempDir() + "/levels")
			j.Split = split
			atLeast := 1
			if split == 2500 {
				atLeast = 8
			}
			compare(t, j, atLeast, dir)
		})
	}
	t.Run("files and patterns, some twice", func(t *testing.T) {
		compare(t, job(t.TempDir()+"/new/levels"), 1, dir+"/f.html", dir+"/*.csv", dir+"/b.csv", dir+"/deep/../b.csv")
	})
}

func TestAJobServerInAnotherProcess(t *testing.T) {
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	port := strconv.Itoa(l.Addr().(*net.TCPAddr).Port)
	l.Close()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	server := exec.CommandContext(t.Context(), self)
	server.Env = append(os.Environ(), serverPort+"="+port)
	ready, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		server.Process.Kill()
		server.Wait()
	}()
	if _, err := ready.Read(make([]byte, 1)); err != nil {
		t.Fatalf("the job server: %v", err)
	}
	endpoint, environment := *jobopts.Endpoint, *jobopts.EnvironmentType
	defer func() { *jobopts.Endpoint, *jobopts.EnvironmentType = endpoint, environment }()
	*jobopts.Endpoint, *jobopts.EnvironmentType = "localhost:"+port, "LOOPBACK"
	j := job(t.TempDir() + "/levels")
	j.Split = 2500
	compare(t, j, 8, inputFiles(t))
}

func TestOtherFilesystems(t *testing.T) {
	// A file of this one cannot be entered in the middle.
	var a bytes.Buffer
	for n := range 9 {
		fmt.Fprintf(&a, "{\"text\": %q}\n", posting(n))
	}
	memfs.Write("memfs://in/a.jsonl", a.Bytes())
	memfs.Write("memfs://in/b.txt", []byte(posting(9)))
	j := job("memfs://out/levels.jsonl")
	j.Split, j.WithText = 100, true
	if _, err := run(t.Context(), j, []string{"memfs://in/*"}, &bytes.Buffer{}); err != nil {
		t.Fatal(err)
	}
	for name, lines := range map[string]int{"memfs://out/levels-00000-of-00002.jsonl": 9, "memfs://out/levels-00001-of-00002.jsonl": 1} {
		b, err := readFile(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(b, []byte(`"text":"`)); n != lines {
			t.Errorf("%s: %d rows with a text, want %d", name, n, lines)
		}
	}
}

func TestAskingForWhatCannotBe(t *testing.T) {
	dir := inputFiles(t)
	old := t.TempDir() + "/old"
	write(t, old+"-00000-of-00001.jsonl", nil)
	for name, c := range map[string]struct {
		change func(*Job)
		inputs []string
		want   string
	}{
		"no input":             {func(*Job) {}, nil, "no posting to read"},
		"a pattern of nothing": {func(*Job) {}, []string{dir + "/*.doc"}, "no file matches"},
		"no output":            {func(j *Job) { j.Output = "" }, []string{dir}, "nowhere to write"},
		"shards are there":     {func(j *Job) { j.Output = old }, []string{dir}, "is there already"},
		"an unknown scheme":    {func(j *Job) { j.Output = "ftp://x/y" }, []string{dir}, "ftp"},
		"an unknown format":    {func(j *Job) { j.From = "word" }, []string{dir}, "word"},
		"a database":           {func(j *Job) { j.From = "db" }, []string{dir}, "--from db"},
		"no model":             {func(j *Job) { j.Model = dir + "/no.model" }, []string{dir}, "no.model"},
		"no model at all":      {func(j *Job) { j.Model = dir + "/b.csv" }, []string{dir}, "reading the model"},
		"a probability of 2":   {func(j *Job) { j.Least = 2 }, []string{dir}, "--min-probability 2"},
		"fewer reasons than 0": {func(j *Job) { j.Explain = -2 }, []string{dir}, "--explain -2"},
		"shards of nothing":    {func(j *Job) { j.Split = 0 }, []string{dir}, "--split 0"},
	} {
		t.Run(name, func(t *testing.T) {
			j := job(t.TempDir() + "/levels")
			c.change(j)
			_, err := run(t.Context(), j, c.inputs, &bytes.Buffer{})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want one that says %q", err, c.want)
			}
		})
	}
}

func TestTheModelTravels(t *testing.T) {
	dir := inputFiles(t)
	model := dir + "/../own.model"
	b, err := os.ReadFile("../../classify/models/reference.model")
	if err != nil {
		t.Fatal(err)
	}
	write(t, model, b)
	j := job(t.TempDir() + "/levels")
	j.Model, j.Least, j.Explain = model, 1, 0
	if _, err := run(t.Context(), j, []string{dir + "/b.csv"}, &bytes.Buffer{}); err != nil {
		t.Fatal(err)
	}
	rows, _ := concat(t, j.Output+"-0*.jsonl")
	var row row.Record
	if err := json.Unmarshal(rows, &row); err != nil {
		t.Fatal(err)
	}
	c, err := classify.Builtin("reference")
	if err != nil {
		t.Fatal(err)
	}
	if row.Model != c.Model().String() || row.Level == "vp" || row.Level == "director" || len(row.Reasons) > 0 {
		t.Errorf("row %+v", row)
	}
}

func TestNamesAreGivenOnce(t *testing.T) {
	f := &commitFn{Job: *job(t.TempDir() + "/levels")}
	s := shard{N: 1, Of: 2, Mark: "mark", Bad: true}
	var tally report.Tally
	tally.Skip(3)
	var err error
	if s.Tally, err = json.Marshal(tally); err != nil {
		t.Fatal(err)
	}
	write(t, hidden(f.Job.shard("", 1, 2), s.Mark), []byte("row\n"))
	write(t, hidden(f.Job.shard("-bad", 1, 2), s.Mark), []byte("bad\n"))
	for range 2 { // as after a worker that died before it could tell
		var got report.Tally
		if err := f.ProcessElement(t.Context(), s, func(t report.Tally) { got = t }); err != nil {
			t.Fatal(err)
		}
		if got.Skipped() != 3 {
			t.Errorf("%d skipped", got.Skipped())
		}
	}
	if all, n := concat(t, f.Job.Output+"*-00001-of-00002.jsonl"); n != 2 || string(all) != "row\nbad\n" && string(all) != "bad\nrow\n" {
		t.Errorf("%d files: %q", n, all)
	}
	s.N = 0
	if err := f.ProcessElement(t.Context(), s, func(report.Tally) { t.Error("told of a shard that is not there") }); err == nil {
		t.Error("no error for a shard that is not there")
	}
}

func TestAFailedAttemptLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	f := &classifyFn{Job: *job(dir + "/out/levels")}
	if err := f.Setup(); err != nil {
		t.Fatal(err)
	}
	none := func(*lines) bool { return false }
	// A folder opens, and fails when it is read, as a broken disk does.
	err := f.ProcessElement(t.Context(), unit{Of: 1, Files: []string{dir}}, none, func(shard) { t.Error("gave a shard") })
	if err == nil {
		t.Fatal("no error")
	}
	if left, _ := os.ReadDir(dir + "/out"); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
	// A file that went away is a bad record.
	var s shard
	if err := f.ProcessElement(t.Context(), unit{Of: 1, Files: []string{dir + "/gone.txt"}}, none, func(x shard) { s = x }); err != nil || !s.Bad {
		t.Errorf("%v, %+v", err, s)
	}
}

func TestARangeWithoutTextsAtItsBeginning(t *testing.T) {
	var a bytes.Buffer
	row := fmt.Sprintf("{\"text\": %q}\n", posting(1))
	for range 5 {
		a.WriteString(row)
	}
	start := a.Len()
	for n := range 150 {
		fmt.Fprintf(&a, "{\"nothing\": %d}\n", n)
	}
	a.WriteString(row)
	name := t.TempDir() + "/a.jsonl"
	write(t, name, a.Bytes())
	rows, bad := 0, 0
	for p, err := range postings(t.Context(), read.Options{}, unit{Files: []string{name}, Start: int64(start), End: int64(a.Len())}, 5) {
		if err != nil {
			bad++
			continue
		}
		rows++
		if want := name + ":156"; p.Source != want {
			t.Errorf("source %q, want %q", p.Source, want)
		}
	}
	if rows != 1 || bad != 150 {
		t.Errorf("%d rows and %d bad, want 1 and 150", rows, bad)
	}
}

// A web archive of one page, as crawls write them.
func TestAWebArchive(t *testing.T) {
	page := "<html><head><title>Director</title><script type=\"application/ld+json\">" +
		`{"@context":"https://schema.org","@type":"JobPosting","title":"Director of Engineering","description":"<p>` + strings.ReplaceAll(posting(2), "\n", " ") + `</p>"}` +
		"</script></head><body></body></html>"
	answer := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
	record := fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://larkfield.example/jobs/1\r\nWARC-Date: %s\r\n"+
		"WARC-Record-ID: <urn:uuid:5b1e0f5e-9d3b-4d8f-9f0f-0123456789ab>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC).Format(time.RFC3339), len(answer), answer)
	dir := t.TempDir()
	write(t, dir+"/a.warc", []byte(record))
	write(t, dir+"/b.bin", zip(t, []byte(record)))
	for p, err := range postings(t.Context(), read.Options{}, unit{Files: []string{dir + "/a.warc", dir + "/b.bin"}}, 0) {
		if err != nil {
			t.Fatal(err)
		}
		if p.Title != "Director of Engineering" || !strings.Contains(p.Text, "lead 4 engineering managers") {
			t.Errorf("%+v", p)
		}
	}
}
