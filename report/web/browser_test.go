package web

import (
	"context"
	"encoding/json"
	"flag"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/read"
	"rung/report"
)

var shots = flag.String("shots", "", "folder to put screenshots in")

// chromium is started by the first test that wants it, and serves all: each has
// tabs of its own.
var chromium struct {
	once sync.Once
	ctx  context.Context // nil: there is none
	err  error
	end  []func()
}

func TestMain(m *testing.M) {
	code := m.Run()
	for _, end := range slices.Backward(chromium.end) {
		end()
	}
	os.Exit(code)
}

// browser is Chromium, or skips the test.
func browser(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes a while")
	}
	chromium.once.Do(startChromium)
	switch {
	case chromium.err != nil:
		t.Fatal(chromium.err)
	case chromium.ctx == nil:
		t.Skip("there is no Chromium here: apt-get install chromium")
	}
	return chromium.ctx
}

func startChromium() {
	var path string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		return
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, // root has no sandbox
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true))
	ctx, endAllocator := chromedp.NewExecAllocator(context.Background(), opts...)
	ctx, endBrowser := chromedp.NewContext(ctx)
	chromium.ctx, chromium.end = ctx, []func(){endAllocator, endBrowser}
	chromium.err = chromedp.Do(ctx, chromedp.Navigate("about:blank"))
}

// patience is for a page that never comes to what is waited for; no test is to
// be failed by a machine that has other work.
const patience = 3 * time.Minute

// tab is a page of the browser that notes every request beyond the server and
// every complaint of the console.
type tab struct {
	t   *testing.T
	ctx context.Context
	srv *httptest.Server
	url string // of srv
	mu  sync.Mutex
	bad []string
}

func open(ctx context.Context, t *testing.T, s *Server, width int64) *tab {
	t.Helper()
	srv := httptest.NewServer(s)
	t.Cleanup(srv.Close)
	ctx, cancel := chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	b := &tab{t: t, ctx: ctx, srv: srv, url: srv.URL}
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil { // makes the tab
		t.Fatal(err)
	}
	if err := chromedp.Listen(ctx, func(e any) {
		b.mu.Lock()
		defer b.mu.Unlock()
		switch e := e.(type) {
		case *network.EventRequestWillBeSent:
			if u := e.Request.URL; !strings.HasPrefix(u, srv.URL) && !strings.HasPrefix(u, "about:") {
				b.bad = append(b.bad, "asked elsewhere: "+u)
			}
		case *runtime.EventExceptionThrown:
			b.bad = append(b.bad, "script: "+e.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			b.bad = append(b.bad, "console: "+string(e.Type))
		case *page.EventJavascriptDialogOpening:
			b.bad = append(b.bad, "dialog: "+e.Message)
		}
	}); err != nil {
		t.Fatal(err)
	}
	call(b, network.Enable, network.EnableParams{})
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 900, DeviceScaleFactor: 1, Mobile: width < 500})
	b.run(chromedp.Navigate(srv.URL))
	t.Cleanup(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, s := range b.bad {
			t.Error(s)
		}
	})
	return b
}

func (b *tab) run(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// get runs an action that returns something.
func get[T any](b *tab, a chromedp.Action[T]) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, a)
	if err != nil {
		b.t.Fatal(err)
	}
	return v
}

// call sends a command of the protocol.
func call[P, R any](b *tab, c cdp.Command[P, R], params P) {
	b.t.Helper()
	b.run(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	}))
}

// js evaluates an expression.
func js[T any](b *tab, expression string) T {
	b.t.Helper()
	return get(b, chromedp.Evaluate[T](expression))
}

// until waits for an expression to hold, over changes of the page.
func (b *tab) until(expression string) {
	b.t.Helper()
	for begun := time.Now(); time.Since(begun) < patience; time.Sleep(20 * time.Millisecond) {
		if ok, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool]("!!("+expression+")")); err == nil && ok {
			return
		}
	}
	if *shots != "" {
		b.shot("failed", true)
	}
	b.t.Fatalf("the page never came to %s", expression)
}

// paste puts a text on the page as a paste does, with its event.
func (b *tab) paste(text string) {
	b.t.Helper()
	quoted, err := json.Marshal(text)
	if err != nil {
		b.t.Fatal(err)
	}
	b.run(chromedp.Focus("#text"))
	js[bool](b, `(() => { const t = document.getElementById("text"); t.select();
		t.dispatchEvent(new ClipboardEvent("paste", {bubbles: true}));
		return document.execCommand("insertText", false, `+string(quoted)+`) })()`)
}

// shot writes a screenshot where -shots says.
func (b *tab) shot(name string, whole bool) {
	b.t.Helper()
	if *shots == "" {
		return
	}
	take := chromedp.CaptureScreenshot()
	if whole {
		take = chromedp.FullScreenshot(100)
	}
	png := get(b, take)
	if err := os.WriteFile(filepath.Join(*shots, name+".png"), png, 0o666); err != nil {
		b.t.Fatal(err)
	}
}

// axe runs axe-core over the page. It is under the Mozilla Public License 2.0
// and not part of this module: AXE_CORE names its axe.min.js, or npm install put it
// into a node_modules on the way to the root or, with -g, for all.
func (b *tab) axe() {
	b.t.Helper()
	name := os.Getenv("AXE_CORE")
	folders := []string{os.Getenv("NODE_PATH"), "/usr/local/lib/node_modules", "/usr/lib/node_modules"} // npm install -g
	for dir := "."; len(dir) < 40; dir += "/.." {
		folders = append(folders, filepath.Join(dir, "node_modules"))
	}
	for _, dir := range folders {
		if at := filepath.Join(dir, "axe-core", "axe.min.js"); name == "" && exists(at) {
			name = at
		}
	}
	if name == "" {
		b.t.Log("axe-core is not here, so the page was not checked with it: npm install axe-core, or AXE_CORE=…/axe.min.js")
		return
	}
	script, err := os.ReadFile(name)
	if err != nil {
		b.t.Fatal(err)
	}
	js[int](b, string(script)+";0")
	type violation struct {
		ID, Help string
		Nodes    []struct {
			HTML           string
			FailureSummary string
		}
	}
	found := get(b, chromedp.Evaluate[[]violation](`axe.run(document).then(r => r.violations)`, chromedp.EvalAwaitPromise))
	for _, v := range found {
		for _, n := range v.Nodes[:min(3, len(v.Nodes))] {
			b.t.Errorf("axe %s: %s\n%s\n%s", v.ID, v.Help, n.HTML, n.FailureSummary)
		}
	}
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// overflow is by how many pixels the page is wider than its window.
const overflow = `document.documentElement.scrollWidth - document.documentElement.clientWidth`

func TestBrowserPasteEditCompare(t *testing.T) {
	b := open(browser(t), t, server(t, Options{}), 1440)
	b.shot("empty", false)
	b.axe()
	b.paste(example(t, "director"))
	b.until(`document.querySelector(".level.director")`)
	b.until(`document.querySelector("#more .advice")`)
	b.until(`document.getElementById("before").value`)
	b.shot("director", false)
	b.shot("director-whole", true)
	b.axe()
	if n := js[int](b, `document.querySelectorAll("a.mark.director").length`); n < 5 {
		t.Errorf("%d pieces speak for Director, want more", n)
	}
	if got := js[string](b, `document.getElementById("say").textContent`); got != "" && !strings.Contains(got, "Director") {
		t.Errorf("the live region says %q", got)
	}
	// A mark tells its reason when it is pointed at.
	b.run(chromedp.ScrollIntoView("a.mark.director:not(.slight)"))
	b.run(chromedp.Focus("a.mark.director:not(.slight)"))
	if tip := js[string](b, `document.getElementById("tip").hidden ? "" : document.getElementById("tip").textContent`); !strings.Contains(tip, "speaks for Director") || !strings.Contains(tip, "weight") {
		t.Errorf("the tip says %q", tip)
	}
	b.shot("tip", false)
	b.run(chromedp.KeyEvent(kb.Escape))
	if !js[bool](b, `document.getElementById("tip").hidden`) {
		t.Error("Escape does not close the tip")
	}
	// What is advised is put into the text, and before and after stand side by side.
	b.paste(leavesOpen(t))
	b.until(`document.querySelector("button[data-add]") && document.getElementById("before").value`)
	was := js[string](b, `document.querySelector("#result .odds").textContent`)
	b.run(chromedp.Click("button[data-add]"))
	b.until(`document.querySelector("section.edit")`)
	if now := js[string](b, `document.querySelector(".answer .odds").textContent`); now == was {
		t.Error("the edit did not move the answer")
	}
	if js[int](b, `document.querySelectorAll("section.edit .side").length`) != 2 {
		t.Error("want before and after")
	}
	b.until(`!document.querySelector("#more.stale")`)
	js[int](b, `document.querySelector("section.edit details").open = true; scrollTo(0, 0); 0`)
	b.shot("edit", true)
	b.axe()
	if n := js[int](b, overflow); n > 0 {
		t.Errorf("the page is %d pixels too wide", n)
	}
}

// leavesOpen is a posting of the benchmark that is advised to say something.
func leavesOpen(t *testing.T) string {
	t.Helper()
	for p, err := range (read.Options{}).Files(t.Context(), []string{"../../testdata/gold/gold.jsonl"}) {
		if err != nil {
			t.Fatal(err)
		}
		v := classify.Default().Classify(p)
		if changes := classify.Default().Suggest(t.Context(), p, classify.VP, 3); v.Level == classify.Director && len(changes) > 0 && changes[0].Open {
			return p.Text
		}
	}
	t.Skip("no posting of the benchmark leaves anything open")
	return ""
}

func TestBrowserChoosesAShareOfVPs(t *testing.T) {
	b := open(browser(t), t, server(t, Options{}), 1440)
	b.paste(example(t, "startup-vp"))
	b.until(`document.querySelector("#result .odds")`)
	was := js[string](b, `document.querySelector("#result .odds").textContent`)
	hidden := `document.getElementById("share").getClientRects().length == 0`
	if !js[bool](b, hidden) {
		t.Error("a share is asked for before another one is chosen")
	}
	choose := func(value string) {
		js[bool](b, `(() => { const s = document.getElementById("prior"); s.value = "`+value+`"; return s.dispatchEvent(new Event("input", {bubbles: true})) })()`)
	}
	choose("20")
	b.until(`document.querySelector("#result .odds").textContent.includes("20 of 100 jobs")`)
	if now := js[string](b, `document.querySelector("#result .odds").textContent`); now == was {
		t.Error("the share did not move the answer")
	}
	choose("own")
	if js[bool](b, hidden) {
		t.Error("there is no field for another share")
	}
	b.axe()
	b.run(chromedp.SetValue("#share", "10"))
	js[bool](b, `document.getElementById("share").dispatchEvent(new Event("input", {bubbles: true}))`)
	b.until(`document.querySelector("#result .odds").textContent.includes("10 of 100 jobs")`)
}

// TestBrowserShowsAVerdictThatKnowsAll looks at the page of a verdict with a
// ladder, facts, and parts that were not read.
func TestBrowserShowsAVerdictThatKnowsAll(t *testing.T) {
	s := server(t, Options{})
	ctx := browser(t)
	for name, width := range map[string]int64{"known": 1440, "known-narrow": 360} {
		b := open(ctx, t, s, width)
		view := s.view(known(t), "")
		view.Cards = "/s/x/card/"
		mux := http.NewServeMux()
		mux.HandleFunc("GET /known", func(w http.ResponseWriter, _ *http.Request) {
			page := s.newPage(form{Text: sample})
			page.Check = view
			s.page(w, http.StatusOK, "check", page)
		})
		mux.Handle("/", s)
		b.srv.Config.Handler = mux
		b.run(chromedp.Navigate(b.url + "/known"))
		b.until(`document.querySelector(".ladder") && document.querySelector(".facts")`)
		b.shot(name, true)
		b.axe()
		if n := js[int](b, overflow); n > 0 {
			t.Errorf("%s: the page is %d pixels too wide", name, n)
		}
		js[int](b, `document.querySelectorAll("details").forEach(d => d.open = true); 0`)
		b.axe()
		js[int](b, `location.hash = document.querySelector(".facts .quote").getAttribute("href"); 0`)
		if got := js[string](b, `document.querySelector(":target").textContent`); !strings.HasPrefix("lead all of engineering Report to the CEO", got) && !strings.HasPrefix("Report to the CEO", got) {
			t.Errorf("%s: a fact leads to %q", name, got)
		}
	}
}

func TestBrowserNarrowDarkAndRightToLeft(t *testing.T) {
	ctx := browser(t)
	rtl, err := ReadWords(strings.NewReader("page dir rtl\n"), "rtl")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		width int64
		dark  bool
		words report.Words
	}{
		{"narrow", 360, false, nil},
		{"narrow-dark", 360, true, nil},
		{"dark", 1440, true, nil},
		{"rtl", 1440, false, rtl},
		{"rtl-narrow", 360, false, rtl},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(ctx, t, server(t, Options{Words: c.words}), c.width)
			if c.dark {
				call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}})
			}
			b.paste(example(t, "vp"))
			b.until(`document.querySelector(".level.vp") && document.querySelector("#more .advice")`)
			b.until(`document.querySelector(".level").getBoundingClientRect().bottom < innerHeight`)
			js[int](b, `scrollTo(0, 0); 0`)
			b.shot(c.name, true)
			b.axe()
			if n := js[int](b, overflow); n > 0 {
				t.Errorf("the page is %d pixels too wide", n)
			}
		})
	}
}

func TestBrowserWithoutScript(t *testing.T) {
	b := open(browser(t), t, server(t, Options{}), 360)
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	b.run(chromedp.Reload(), chromedp.Focus("#text"))
	call(b, input.InsertText, input.InsertTextParams{Text: example(t, "startup-vp")})
	b.run(chromedp.Click("#check button.main"), chromedp.WaitReady(".answer .level"))
	whole := get(b, chromedp.OuterHTML("html"))
	for _, want := range []string{"a link that lives", "speaks for", "The seven differences", "To read"} {
		if !strings.Contains(strings.ToLower(whole), strings.ToLower(want)) {
			t.Errorf("the page without script does not say %q", want)
		}
	}
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{})
	// On a small screen the form comes first; what was asked for is what is seen.
	if at := js[float64](b, `document.querySelector(".answer .level").getBoundingClientRect().bottom`); at < 0 || at > 900 || js[string](b, `document.activeElement.id`) != "result" {
		t.Errorf("the answer stands at %v and the focus at %q", at, js[string](b, `document.activeElement.id`))
	}
	b.shot("no-script-view", false)
	b.shot("no-script", true)
}

func TestBrowserKeyboardAlone(t *testing.T) {
	b := open(browser(t), t, server(t, Options{}), 1440)
	active := `document.activeElement.id || document.activeElement.className`
	b.run(chromedp.KeyEvent(kb.Tab))
	if got := js[string](b, active); got != "skip" {
		t.Errorf("the first stop is %q, want the link past the heading", got)
	}
	b.run(chromedp.KeyEvent(kb.Enter))
	for range 3 {
		if js[string](b, active) == "text" {
			break
		}
		b.run(chromedp.KeyEvent(kb.Tab))
	}
	if got := js[string](b, active); got != "text" {
		t.Fatalf("Tab leads to %q, want the text", got)
	}
	call(b, input.InsertText, input.InsertTextParams{Text: example(t, "vp")})
	b.until(`document.querySelector(".level.vp")`)
	stops := 0
	for ; stops < 200 && !js[bool](b, `document.activeElement.matches("a.mark")`); stops++ {
		b.run(chromedp.KeyEvent(kb.Tab))
	}
	if stops == 200 {
		t.Fatalf("Tab leads to no evidence; it stands at %q of %d", js[string](b, active), js[int](b, `document.querySelectorAll("a.mark:not(.slight)").length`))
	}
	if js[bool](b, `document.getElementById("tip").hidden`) {
		t.Error("evidence does not tell its reason when it has the focus")
	}
	b.run(chromedp.KeyEvent(kb.Enter))
	b.until(`document.querySelector(".every").open`)
}

func TestBrowserDropTableDrillDown(t *testing.T) {
	b := open(browser(t), t, server(t, Options{}), 1440)
	dir := t.TempDir()
	var names []string
	for _, n := range []string{"director", "vp", "startup-vp", "bank-vp", "nurse"} {
		at := filepath.Join(dir, n+".txt")
		if err := os.WriteFile(at, []byte(example(t, n)), 0o600); err != nil {
			t.Fatal(err)
		}
		names = append(names, at)
	}
	// A drop: the files come by the drag of the operating system.
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: names, DragOperationsMask: 1}
	for _, kind := range []input.DispatchDragEventType{input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop} {
		call(b, input.DispatchDragEvent, input.DispatchDragEventParams{Type: kind, X: 700, Y: 400, Data: data})
	}
	b.until(`document.querySelectorAll("tbody tr").length == 5`)
	b.shot("table", false)
	b.axe()
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 360, Height: 900, DeviceScaleFactor: 1, Mobile: true})
	b.shot("table-narrow", false)
	b.axe()
	if n := js[int](b, overflow); n > 0 {
		t.Errorf("the table makes the page %d pixels too wide", n)
	}
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 1440, Height: 900, DeviceScaleFactor: 1})
	js[string](b, `document.getElementById("level").value = "vp"`)
	b.run(chromedp.Click(".filters button"))
	b.until(`location.search.includes("level=vp") && [...document.querySelectorAll("tbody .chip")].every(c => c.textContent.endsWith("VP"))`)
	b.run(chromedp.Navigate(b.url + js[string](b, "location.pathname")))
	b.run(chromedp.Click(`//thead//th[5]/a`))
	b.until(`document.querySelector('[aria-sort=ascending]')`)
	js[int](b, `[...document.querySelectorAll("tbody input")].slice(0, 2).map(c => c.click()).length`)
	b.run(chromedp.Click(`form[action$=compare] button`))
	b.until(`document.querySelectorAll(".pair .side").length == 2`)
	b.shot("compare", true)
	b.axe()
	b.run(chromedp.Click(".back a"))
	b.until(`document.querySelector("tbody")`)
	b.run(chromedp.Click("tbody th a"))
	b.until(`document.querySelector(".answer .level") && document.querySelector(".back")`)
}

func TestBrowserTellsThatTheServerIsGone(t *testing.T) {
	b := open(browser(t), t, server(t, Options{}), 1440)
	b.srv.Close()
	b.paste(example(t, "vp"))
	b.until(`document.querySelector("#result .problem") && document.querySelector("#result .problem").textContent.includes("keep a copy")`)
}

func TestBrowserPrintsAll(t *testing.T) {
	b := open(browser(t), t, server(t, Options{}), 1440)
	b.paste(example(t, "director"))
	b.until(`document.querySelector("#more .advice")`)
	js[bool](b, `dispatchEvent(new Event("beforeprint"))`)
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	b.shot("print", true)
	if n := js[int](b, `document.querySelectorAll("main details:not([open])").length`); n > 0 {
		t.Errorf("%d parts of the page are not printed", n)
	}
	if js[bool](b, `[...document.querySelectorAll("button, form")].some(e => e.getClientRects().length > 0)`) {
		t.Error("a print shows buttons")
	}
	js[bool](b, `dispatchEvent(new Event("afterprint"))`)
	if js[bool](b, `document.querySelector(".every").open`) {
		t.Error("what was closed is open after a print")
	}
}

func TestBrowserAddress(t *testing.T) {
	s := server(t, Options{Fetch: func(_ context.Context, address string) ([]corpus.Posting, error) {
		return []corpus.Posting{{URL: address, Title: "VP of Engineering", Text: corpus.Normalize(example(t, "vp"))}}, nil
	}})
	b := open(browser(t), t, s, 1440)
	b.run(chromedp.SendKeys("#url", "https://jobs.example.com/1\r"))
	b.until(`document.querySelector(".answer .level.vp")`)
	if got := js[string](b, "location.pathname"); !strings.HasPrefix(got, "/s/") {
		t.Errorf("an address leads to %q", got)
	}
}

func TestBrowserShowsAHostilePostingAndRunsNothing(t *testing.T) {
	b := open(browser(t), t, server(t, Options{}), 1440)
	js[int](b, `window.hit = 0`)
	b.run(chromedp.SetValue("#title", `"><img src=x onerror=hit=1><script>hit=1</script>`))
	b.paste(hostile)
	b.until(`document.querySelector(".answer .level")`)
	b.until(`document.querySelector("#more .advice, #more .profile, #more:empty")`)
	b.shot("hostile", true)
	if js[int](b, `window.hit || 0`) != 0 {
		t.Error("the posting ran")
	}
	if n := js[int](b, `document.querySelectorAll("#result script, #result img, #result iframe, #result style, #result [onclick], #result [onerror], #result [style]").length`); n != 0 {
		t.Errorf("%d elements of the posting are elements of the page", n)
	}
	if got := js[string](b, `document.querySelector(".posting").textContent`); !strings.Contains(got, "<script>") {
		t.Errorf("the markup is not shown as text: %.200q", got)
	}
	b.run(chromedp.Click("#check button.main"))
	b.until(`location.pathname.startsWith("/s/")`)
	if js[int](b, `window.hit || 0`) != 0 {
		t.Error("the posting ran on its own page")
	}
}
