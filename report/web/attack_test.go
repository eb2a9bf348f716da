package web

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// workbook is an XLSX file of n rows of which each text is a string of its own.
func workbook(n int) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	put := func(name, content string) {
		w, _ := z.Create(name)
		_, _ = io.WriteString(w, `<?xml version="1.0"?>`+content)
	}
	const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	var strs, rows strings.Builder
	strs.WriteString("<si><t>text</t></si>")
	rows.WriteString(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`)
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&strs, "<si><t>You will lead %d engineers and report to the VP of Engineering.</t></si>", i)
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%[1]d" t="s"><v>%d</v></c></row>`, i+1, i)
	}
	put("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`)
	put("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	put("xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`)
	put("xl/workbook.xml", `<workbook `+main+` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>`)
	put("xl/sharedStrings.xml", "<sst "+main+">"+strs.String()+"</sst>")
	put("xl/worksheets/sheet1.xml", "<worksheet "+main+"><sheetData>"+rows.String()+"</sheetData></worksheet>")
	_ = z.Close()
	return b.String()
}

// hostileRequest is what a hostile client sends in a loop over some connections.
type hostileRequest struct {
	name, request string
	connections   int
}

// hostileRequests are the families of an attack; size is in parts of what is tried for
// long.
func hostileRequests(size int) []hostileRequest {
	vp := strings.Repeat("VP ", (1<<20)/3)
	dropped := func(name, file string) string {
		body, kind := uploading(name, file)
		return sending("POST", "/upload", kind, body)
	}
	line := `{"text":"` + strings.Repeat("VP of Engineering ", (4<<20)/18) + "\"}\n"
	return []hostileRequest{
		{"texts to the API", sending("POST", "/api/v1/check", "text/plain", vp), 8},
		{"texts to the form", sending("POST", "/check", formType, url.Values{"text": {vp}}.Encode()), 8},
		{"texts while one types", sending("POST", "/fragment", formType, url.Values{"text": {vp}}.Encode()), 8},
		{"texts just short", sending("POST", "/api/v1/check", "text/plain", vp[:shortText-1]), 50},
		{"long lines", sending("POST", "/api/v1/classify", "application/x-ndjson", line), 50},
		{"long documents", sending("POST", "/api/v1/classify", "application/json", "["+line+"]"), 8},
		{"Markdown", dropped("x.md.gz", zipped(strings.Repeat("You will lead engineers.\n\n", 1_000_000/size))), 4},
		{"HTML", dropped("x.html.gz", zipped("<html>"+strings.Repeat("<p>You will <b>lead</b> engineers.</p>", 800_000/size))), 4},
		{"a workbook", dropped("x.xlsx", workbook(100_000/size)), 4},
		{"paper", dropped("x.pdf", pdf(8000/size)), 4},
	}
}

// answered reads one answer and gives its status.
func answered(in *bufio.Reader) (status int, open bool, err error) {
	res, err := http.ReadResponse(in, nil)
	if err != nil {
		return 0, false, err
	}
	defer res.Body.Close()
	_, err = io.Copy(io.Discard, res.Body)
	return res.StatusCode, !res.Close, err
}

// inALoop sends a request over one connection after the other until stop, and calls
// told with each status and how long it took.
func inALoop(address, request string, pause time.Duration, stop <-chan struct{}, told func(status int, took time.Duration, err error)) {
	for {
		c, err := net.Dial("tcp", address)
		if err != nil {
			told(0, 0, err)
			return
		}
		done := make(chan struct{})
		go func() { // an answer that is waited for is cut off at the end
			select {
			case <-stop:
			case <-done:
			}
			c.Close()
		}()
		in := bufio.NewReader(c)
		for open := true; open; {
			begun := time.Now()
			go func() { _, _ = io.WriteString(c, request) }() // it may be answered before it is taken
			var status int
			status, open, err = answered(in)
			select {
			case <-stop:
				close(done)
				return
			default:
			}
			told(status, time.Since(begun), err)
			open = open && err == nil
			time.Sleep(pause)
		}
		close(done)
	}
}

// TestAttackHonestClientsAreServed lets hostile clients send what costs most, all kinds
// at once, while honest ones check postings of 5 KB. Those are all answered, and
// afterwards the server is as before. How long that takes is printed, and no more: other
// programs use the same processors. RUNG_ATTACK=60s makes it as long, and as heavy, as
// it should be tried before a release.
func TestAttackHonestClientsAreServed(t *testing.T) {
	size, long := 20, time.Duration(0) // until there are answers
	if d, err := time.ParseDuration(os.Getenv("RUNG_ATTACK")); err == nil {
		size, long = 1, d
	} else if testing.Short() {
		t.Skip("it takes a while")
	}
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as rung serve does
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(512 << 20))
	s := server(t, Options{})
	address, end := serving(t, s)
	posting := postingOf5KB(t)
	honest := map[string]string{
		"POST /api/v1/check": sending("POST", "/api/v1/check", "text/plain", posting),
		"POST /fragment":     sending("POST", "/fragment", formType, url.Values{"text": {posting}}.Encode()),
	}
	var hostile []hostileRequest
	for _, h := range hostileRequests(size) {
		if only := os.Getenv("RUNG_ATTACK_ONLY"); only == "" || strings.Contains(h.name, only) {
			hostile = append(hostile, h)
		}
	}
	for _, request := range honest { // warm
		stop := make(chan struct{})
		inALoop(address, request, 0, stop, func(int, time.Duration, error) {
			select {
			case <-stop:
			default:
				close(stop)
			}
		})
	}
	asBefore(t, s)
	http.DefaultClient.CloseIdleConnections()
	goroutines, files := runtime.NumGoroutine(), descriptors()
	heap := heapAfterGC()

	stop := make(chan struct{})
	var group sync.WaitGroup
	var answers [10]atomic.Int64 // to the hostile, by the status's first digit
	for range 2 {                // clients
		for _, h := range hostile {
			for range (h.connections + 1) / 2 {
				group.Go(func() {
					inALoop(address, h.request, 0, stop, func(status int, _ time.Duration, err error) { answers[status/100].Add(1) })
				})
			}
		}
	}
	var mu sync.Mutex
	times := map[string][]time.Duration{}
	for name, request := range honest {
		for range 2 {
			group.Go(func() {
				inALoop(address, request, 20*time.Millisecond, stop, func(status int, took time.Duration, err error) {
					mu.Lock()
					defer mu.Unlock()
					if err != nil {
						t.Errorf("%s: %v", name, err)
						return
					}
					times[name] = append(times[name], took)
					if status != http.StatusOK {
						t.Errorf("%s is answered %d", name, status)
					}
				})
			})
		}
	}
	var most uint64
	group.Go(func() {
		for {
			most = max(most, memoryUsed())
			select {
			case <-stop:
				return
			case <-time.After(10 * time.Millisecond):
			}
		}
	})
	time.Sleep(long)
	until(t, func() bool {
		mu.Lock()
		defer mu.Unlock()
		for name := range honest {
			if len(times[name]) < 20 {
				return false
			}
		}
		return answers[2].Load()+answers[3].Load() > 0
	})
	close(stop)
	group.Wait()
	for name, took := range times {
		slices.Sort(took)
		t.Logf("%s: %d answers, p50 %v, p99 %v, max %v", name, len(took), took[len(took)/2], took[len(took)*99/100], took[len(took)-1])
	}
	t.Logf("memory %d MB at most; hostile requests answered 2xx %d, 3xx %d, 4xx %d, 5xx %d, not %d", most>>20, answers[2].Load(), answers[3].Load(), answers[4].Load(), answers[5].Load(), answers[0].Load())
	if limit := uint64(1 << 30); most > limit {
		t.Errorf("the server and its clients took %d MB", most>>20)
	}

	// Afterwards all is as before. What is kept for links is let go first.
	asBefore(t, s)
	s.saved, s.tables = newShelf(1, 1<<20, saved.bytes), newShelf(1, 1<<20, (*table).bytes)
	until(t, func() bool { return runtime.NumGoroutine() <= goroutines })
	until(t, func() bool { return descriptors() <= files })
	if now := heapAfterGC(); now > heap+heap/5+16<<20 {
		t.Errorf("the heap has grown from %d to %d MB", heap>>20, now>>20)
	}
	if err := end(); err != nil {
		t.Error(err)
	}
}

// memoryUsed is what the program has of the machine, without what it has given back.
func memoryUsed() uint64 {
	m := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(m)
	return m[0].Value.Uint64() - m[1].Value.Uint64()
}

// descriptors is how many files and connections are open; 0 where that is not told.
func descriptors() int {
	open, _ := os.ReadDir("/proc/self/fd")
	return len(open)
}

func heapAfterGC() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
