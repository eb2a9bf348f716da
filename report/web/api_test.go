package web

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/text"
	"rung/report/row"
)

func TestCheckForPrograms(t *testing.T) {
	s := server(t, Options{})
	quoted, _ := json.Marshal(example(t, "director"))
	for _, c := range []struct {
		name, kind, body string
		status           int
		want             string
	}{
		{"plain text", "text/plain; charset=utf-8", example(t, "director"), 200, `"level":"director"`},
		{"an object", "application/json", `{"text":` + string(quoted) + `,"title":"VP of Engineering"}`, 200, `"agreement":"reads_lower"`},
		{"with changes", "application/json", `{"text":` + string(quoted) + `,"change":true}`, 200, `"change":["`},
		{"with the level that is meant", "application/json", `{"text":` + string(quoted) + `,"means":"vp"}`, 200, `"change":["`},
		{"markup as text", "text/plain", hostile, 200, `<script>hit=1</script>`},
		{"no text", "application/json", `{"title":"VP"}`, 422, "no text"},
		{"at other odds", "application/json", `{"text":` + string(quoted) + `,"prior_vp":0.2}`, 200, `"prior_vp":0.2,`},
		{"at even odds, unless others are asked for", "text/plain", example(t, "director"), 200, `"prior_vp":0.5,`},
		{"at odds that are none", "application/json", `{"text":` + string(quoted) + `,"prior_vp":1}`, 400, "prior_vp is 1: want the share of VPs"},
		{"at odds that are no number", "application/json", `{"text":"x","prior_vp":"few"}`, 400, "prior_vp"},
		{"an unknown key", "application/json", `{"text":"x","texts":"y"}`, 400, "texts"},
		{"two objects", "application/json", `{"text":"x"} {"text":"y"}`, 400, "one object"},
		{"not an object", "application/json", `[1`, 400, "reading the question"},
		{"a level that is none", "application/json", `{"text":"x","means":"king"}`, 400, "king"},
		{"another kind", "image/png", "x", 415, "application/json"},
		{"no kind", "", "x", 415, "application/json"},
	} {
		w := ask(s, "POST", "/api/v1/check", c.body, "Content-Type", c.kind)
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.want) {
			t.Errorf("%s: %d %.200s, want %d and %q", c.name, w.Code, w.Body, c.status, c.want)
		}
		if !json.Valid(w.Body.Bytes()) || w.Header().Get("Content-Type") != "application/json" {
			t.Errorf("%s: no JSON: %.80q", c.name, w.Body)
		}
	}
	for query, want := range map[string]string{"?prior_vp=0.2": `"prior_vp":0.2,`, "?prior_vp=2": "prior_vp is 2: want", "?prior_vp=": `prior_vp is \"\": want`, "?prior_vp=NaN": "want the share"} {
		if w := ask(s, "POST", "/api/v1/check"+query, example(t, "director"), "Content-Type", "text/plain"); !strings.Contains(w.Body.String(), want) {
			t.Errorf("%s is answered %d %.200s", query, w.Code, w.Body)
		}
	}
	if w := ask(s, "POST", "/api/v1/check?prior_vp=0.9", `{"text":`+string(quoted)+`,"prior_vp":0.1}`, "Content-Type", "application/json"); !strings.Contains(w.Body.String(), `"prior_vp":0.1,`) {
		t.Errorf("the body does not go before the address: %.200s", w.Body)
	}
	if w := ask(s, "GET", "/api/v1/check", ""); w.Code != 404 && w.Code != 405 {
		t.Errorf("GET is answered %d", w.Code)
	}
}

func lineOf(t testing.TB, id, name string) string {
	b, err := json.Marshal(map[string]string{"id": id, "text": example(t, name)})
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestClassifyForPrograms(t *testing.T) {
	s := server(t, Options{})
	body := lineOf(t, "a", "vp") + "\n{broken\n" + lineOf(t, "b", "nurse") + "\n"
	w := ask(s, "POST", "/api/v1/classify?explain=1", body, "Content-Type", "application/x-ndjson")
	lines := strings.Split(strings.TrimSpace(w.Body.String()), "\n")
	if w.Code != 200 || len(lines) != 3 {
		t.Fatalf("%d, %d lines: %s", w.Code, len(lines), w.Body)
	}
	for i, want := range []string{`"id":"a"`, `"error":`, `"level":"neither"`} {
		if !json.Valid([]byte(lines[i])) || !strings.Contains(lines[i], want) {
			t.Errorf("line %d is %.200s, want %s", i, lines[i], want)
		}
	}
	if n := strings.Count(lines[0], `"rule":`); n != 1 {
		t.Errorf("%d reasons, want 1", n)
	}
	array := ask(s, "POST", "/api/v1/classify", "["+lineOf(t, "a", "vp")+","+lineOf(t, "b", "nurse")+"]", "Content-Type", "application/json", "Accept", "application/json")
	var rows []map[string]any
	if err := json.Unmarshal(array.Body.Bytes(), &rows); err != nil || len(rows) != 2 || rows[1]["id"] != "b" {
		t.Errorf("%v: %.200s", err, array.Body)
	}
	for body, want := range map[string]string{"": "[", "not json at all": "error"} {
		w := ask(s, "POST", "/api/v1/classify", body, "Content-Type", "application/json", "Accept", "application/json")
		if !json.Valid(w.Body.Bytes()) || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%q is answered %d %s", body, w.Code, w.Body)
		}
	}
	if w := ask(s, "POST", "/api/v1/classify?explain=many", body, "Content-Type", "application/x-ndjson"); w.Code != 400 {
		t.Errorf("explain=many is answered %d", w.Code)
	}
	if w := ask(s, "POST", "/api/v1/classify?prior_vp=0", body, "Content-Type", "application/x-ndjson"); w.Code != 400 {
		t.Errorf("prior_vp=0 is answered %d", w.Code)
	}
}

// TestOtherOddsMoveTheProbability asks the server at several shares of VPs.
func TestOtherOddsMoveTheProbability(t *testing.T) {
	s := server(t, Options{Classifier: classify.Default().AtPrior(0.3)})
	at := func(query string) (row row.Record) {
		t.Helper()
		w := ask(s, "POST", "/api/v1/classify?explain=0"+query, lineOf(t, "a", "vp"), "Content-Type", "application/x-ndjson")
		if err := json.Unmarshal(w.Body.Bytes(), &row); err != nil {
			t.Fatalf("%v: %s", err, w.Body)
		}
		return row
	}
	few, own, many := at("&prior_vp=0.05"), at(""), at("&prior_vp=0.9")
	if few.PriorVP != 0.05 || own.PriorVP != 0.3 || many.PriorVP != 0.9 {
		t.Errorf("priors %v, %v, %v", few.PriorVP, own.PriorVP, many.PriorVP)
	}
	if !(few.Probability < own.Probability && own.Probability < many.Probability) || few.LogOdds != many.LogOdds {
		t.Errorf("probabilities %v, %v, %v", few.Probability, own.Probability, many.Probability)
	}
}

// TestClassifyAnswersWhileItIsAsked sends a line, reads its row, and only then
// sends the next.
func TestClassifyAnswersWhileItIsAsked(t *testing.T) {
	srv := httptest.NewServer(server(t, Options{}))
	defer srv.Close()
	r, w := io.Pipe()
	req, err := http.NewRequest("POST", srv.URL+"/api/v1/classify", r)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-ndjson")
	go fmt.Fprintln(w, lineOf(t, "0", "vp"))
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	in := bufio.NewReader(res.Body)
	for i := range 3 {
		row, err := in.ReadString('\n')
		if err != nil || !strings.Contains(row, fmt.Sprintf(`"id":"%d"`, i)) {
			t.Fatalf("row %d: %v %.100s", i, err, row)
		}
		if i < 2 {
			if _, err := fmt.Fprintln(w, lineOf(t, fmt.Sprint(i+1), "vp")); err != nil {
				t.Fatal(err)
			}
		}
	}
	w.Close()
}

// schema is the part of JSON Schema that the description uses.
type schema struct {
	Ref                  string             `json:"$ref"`
	Type                 kinds              `json:"type"`
	Properties           map[string]*schema `json:"properties"`
	Required             []string           `json:"required"`
	Items                *schema            `json:"items"`
	AllOf                []*schema          `json:"allOf"`
	OneOf                []*schema          `json:"oneOf"`
	Enum                 []any              `json:"enum"`
	AdditionalProperties any                `json:"additionalProperties"`
}

// kinds are the types that a value may have; none: any.
type kinds []string

func (k *kinds) UnmarshalJSON(b []byte) error {
	if b[0] == '[' {
		return json.Unmarshal(b, (*[]string)(k))
	}
	*k = make(kinds, 1)
	return json.Unmarshal(b, &(*k)[0])
}

// are reports whether one of the types fits.
func (k kinds) are(types ...string) bool {
	return len(k) == 0 || slices.ContainsFunc(types, func(t string) bool { return slices.Contains(k, t) })
}

type media struct {
	Content map[string]struct{ Schema *schema } `json:"content"`
}

type openapi struct {
	OpenAPI string `json:"openapi"`
	Paths   map[string]map[string]struct {
		RequestBody media            `json:"requestBody"`
		Responses   map[string]media `json:"responses"`
	} `json:"paths"`
	Components struct{ Schemas map[string]*schema }
}

// check says where v is not what the schema describes; known collects the names
// of properties.
func (o *openapi) check(s *schema, v any, at string, known map[string]bool) (wrong []string) {
	if s.Ref != "" {
		name := s.Ref[strings.LastIndexByte(s.Ref, '/')+1:]
		if s = o.Components.Schemas[name]; s == nil {
			return []string{at + ": no schema " + name}
		}
	}
	for _, sub := range s.AllOf {
		wrong = append(wrong, o.check(sub, v, at, known)...)
	}
	if s.OneOf != nil {
		fits := 0
		for _, sub := range s.OneOf {
			if o.check(sub, v, at, map[string]bool{}) == nil {
				fits++
			}
		}
		if fits != 1 {
			wrong = append(wrong, fmt.Sprintf("%s: fits %d of its schemas", at, fits))
		}
	}
	if s.Enum != nil && !slices.Contains(s.Enum, v) {
		wrong = append(wrong, fmt.Sprintf("%s: %v is none of %v", at, v, s.Enum))
	}
	switch v := v.(type) {
	case map[string]any:
		if !s.Type.are("object") {
			return append(wrong, at+": an object")
		}
		for _, name := range s.Required {
			if _, ok := v[name]; !ok {
				wrong = append(wrong, at+": no "+name)
			}
		}
		for name, x := range v {
			if sub := s.Properties[name]; sub != nil {
				known[name] = true
				wrong = append(wrong, o.check(sub, x, at+"."+name, map[string]bool{})...)
			}
		}
	case []any:
		if !s.Type.are("array") {
			return append(wrong, at+": an array")
		}
		for i, x := range v {
			if s.Items != nil {
				wrong = append(wrong, o.check(s.Items, x, fmt.Sprintf("%s[%d]", at, i), map[string]bool{})...)
			}
		}
	case string:
		if !s.Type.are("string") {
			wrong = append(wrong, at+": a string")
		}
	case float64:
		if !s.Type.are("number", "integer") {
			wrong = append(wrong, at+": a number")
		}
	case bool:
		if !s.Type.are("boolean") {
			wrong = append(wrong, at+": a boolean")
		}
	case nil:
		if !s.Type.are("null") {
			wrong = append(wrong, at+": null")
		}
	}
	return wrong
}

// describedAs are the mistakes in an answer against a schema that is to describe
// every key of it.
func (o *openapi) describedAs(t *testing.T, name string, answer []byte) (wrong []string) {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal(answer, &v); err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	wrong = o.check(o.Components.Schemas[name], v, name, known)
	for key := range v {
		if !known[key] {
			wrong = append(wrong, key+" is not described")
		}
	}
	return wrong
}

// TestEveryVerdictIsDescribed compares rows of verdicts made by hand with the
// description, and the facts with all values that they may have.
func TestEveryVerdictIsDescribed(t *testing.T) {
	var o openapi
	if err := json.Unmarshal(description, &o); err != nil {
		t.Fatal(err)
	}
	p := corpus.Posting{Text: "You lead all of engineering."}
	full := classify.Verdict{Level: classify.VP, Sure: true, PriorVP: 0.5, Engineering: 0.9, Ladder: classify.Ladder{0, 0, 0.1, 0.9},
		Unread: []classify.UnreadSpan{{Span: text.Span{Start: 0, End: 3}, Cause: "legal"}}}
	verdicts := []classify.Verdict{full, {}}
	for k := range signal.Fact(signal.NumFacts) {
		for i := range max(len(k.Values()), 1) {
			v := full
			v.Facts[k] = classify.FactValue{Value: uint8(i), Evidence: signal.Evidence{Span: text.Span{Start: 4, End: 8}}}
			if k == signal.FactSize {
				v.Facts[k].Number = 40
			}
			verdicts = append(verdicts, v)
		}
	}
	for w := classify.NoWhy; w <= classify.OtherFunction; w++ {
		v := full
		v.Level, v.Why = classify.Neither, w
		verdicts = append(verdicts, v)
	}
	for c := classify.NoCause; c <= classify.SeveralJobs; c++ {
		verdicts = append(verdicts, classify.Verdict{Level: classify.Unread, Cause: c})
	}
	for i := range verdicts {
		row := row.Append(nil, p, &verdicts[i], row.Options{})
		if wrong := o.describedAs(t, "Row", row); wrong != nil {
			t.Errorf("%q of\n%s", wrong, row)
		}
	}
	bad := []byte(`{"sure":1,"facts":{"scope":{"value":"planet"},"size":{"value":"many"}},"unread":[{}],"ladder":{"vp":1}}`)
	wrong := o.describedAs(t, "Row", bad)
	for _, want := range []string{"sure: a number", "planet is none", "size.value: a string", "unread[0]: no start", "ladder: no chief", "facts: no stage"} {
		if !slices.ContainsFunc(wrong, func(s string) bool { return strings.Contains(s, want) }) {
			t.Errorf("nothing says %q: %q", want, wrong)
		}
	}
}

// TestDescriptionIsWhatIsAnswered compares every answer with the description
// that is served.
func TestDescriptionIsWhatIsAnswered(t *testing.T) {
	s := server(t, Options{})
	var o openapi
	if err := json.Unmarshal(ask(s, "GET", "/api/v1/openapi.json", "").Body.Bytes(), &o); err != nil {
		t.Fatal(err)
	}
	if o.OpenAPI != "3.1.0" || len(o.Paths) != 5 {
		t.Fatalf("OpenAPI %s of %d paths", o.OpenAPI, len(o.Paths))
	}
	quoted, _ := json.Marshal(example(t, "startup-vp"))
	asked := map[string]bool{}
	for _, c := range []struct{ method, path, kind, body string }{
		{"post", "/api/v1/check", "application/json", `{"text":` + string(quoted) + `,"change":true}`},
		{"post", "/api/v1/check", "text/plain", example(t, "nurse")},
		{"post", "/api/v1/check", "application/json", `{"txt":"x"}`},
		{"post", "/api/v1/check", "image/png", `x`},
		{"post", "/api/v1/check", "text/plain", ``},
		{"post", "/api/v1/classify", "application/x-ndjson", lineOf(t, "a", "bank-vp")},
		{"post", "/api/v1/classify", "application/x-ndjson", "{broken"},
		{"post", "/api/v1/classify", "image/png", `x`},
		{"get", "/api/v1/openapi.json", "", ""},
		{"get", "/healthz", "", ""},
		{"get", "/metrics", "", ""},
	} {
		operation, ok := o.Paths[c.path][c.method]
		if !ok {
			t.Errorf("%s %s is not described", c.method, c.path)
			continue
		}
		asked[c.path] = true
		w := ask(s, strings.ToUpper(c.method), c.path, c.body, "Content-Type", c.kind)
		described, ok := operation.Responses[fmt.Sprint(w.Code)]
		if !ok {
			t.Errorf("%s %s: %d is not described", c.method, c.path, w.Code)
			continue
		}
		kind, _, _ := strings.Cut(w.Header().Get("Content-Type"), ";")
		content, ok := described.Content[kind]
		if !ok {
			t.Errorf("%s %s: %d as %s is not described", c.method, c.path, w.Code, kind)
			continue
		}
		if kind == "text/plain" {
			continue
		}
		var v any
		if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
			t.Errorf("%s %s: %v", c.method, c.path, err)
			continue
		}
		known := map[string]bool{}
		for _, wrong := range o.check(content.Schema, v, c.path, known) {
			t.Error(wrong)
		}
		if answered, ok := v.(map[string]any); ok && w.Code == 200 && c.path == "/api/v1/check" {
			for name := range answered {
				if !known[name] {
					t.Errorf("%s answers %q, which is not described", c.path, name)
				}
			}
		}
	}
	for _, path := range []string{"/api/v1/check", "/api/v1/classify"} { // what is answered where there is no room, see guard and queue
		for _, no := range []*refusal{errNoToken, errOrigin, errTooLarge, errKind, errHost, errTooOften, errTries, errBusy, errTooLong} {
			if _, ok := o.Paths[path]["post"].Responses[fmt.Sprint(no.status)]; !ok {
				t.Errorf("%s: %d is not described", path, no.status)
			}
		}
	}
	for path := range o.Paths {
		if !asked[path] {
			t.Errorf("%s is described and not tested", path)
		}
	}
}

// TestLongLinesWaitForAPlace: however many ask, few long lines are held at a time,
// and every one is answered.
func TestLongLinesWaitForAPlace(t *testing.T) {
	s := server(t, Options{Limits: Limits{Drops: 2}})
	line := `{"text":"` + strings.Repeat("You lead four engineering managers. ", 10_000) + `"}` + "\n"
	var most, now atomic.Int64
	var group sync.WaitGroup
	stop := make(chan struct{})
	go func() {
		for {
			select {
			case <-stop:
				return
			default:
				now.Store(int64(working(s.large)))
				most.Store(max(most.Load(), now.Load()))
				time.Sleep(time.Millisecond)
			}
		}
	}()
	for range 12 {
		group.Go(func() {
			r := httptest.NewRequest("POST", "/api/v1/classify", strings.NewReader(line+line))
			r.Header.Set("Content-Type", "application/x-ndjson")
			r.Host = "localhost"
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			if n := strings.Count(w.Body.String(), `"level":`); w.Code != http.StatusOK || n != 2 {
				t.Errorf("%d, %d rows: %.200s", w.Code, n, w.Body)
			}
		})
	}
	group.Wait()
	close(stop)
	if most.Load() > 2 || working(s.large) != 0 {
		t.Errorf("%d long lines were held at a time, %d are at the end", most.Load(), working(s.large))
	}
}

func TestALineMayHoldAnArrayAndBlankLinesHoldNothing(t *testing.T) {
	s := server(t, Options{})
	r := httptest.NewRequest("POST", "/api/v1/classify", strings.NewReader("\n"+`[{"text":"You lead teams."},{"text":"You report to the CEO."}]`+"\n \n{bad\n"+`{"text":"The end."}`))
	r.Header.Set("Content-Type", "application/x-ndjson")
	r.Host = "localhost"
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	lines := strings.Split(strings.TrimSpace(w.Body.String()), "\n")
	if len(lines) != 4 || !strings.Contains(lines[2], `"line":4`) && !strings.Contains(lines[2], "error") || !strings.Contains(lines[3], `"level"`) {
		t.Errorf("%d: %s", w.Code, w.Body)
	}
}

// TestASlowLongLineGivesItsPlaceBack: who sends a byte from time to time may go on
// with a stream, but not with the only place for long lines.
func TestASlowLongLineGivesItsPlaceBack(t *testing.T) {
	s := server(t, Options{Now: time.Now, Limits: Limits{Drops: 1, Fetch: 300 * time.Millisecond}})
	h := httptest.NewServer(s)
	t.Cleanup(h.Close)
	post := func(body io.Reader) (int, string) {
		res, err := http.Post(h.URL+"/api/v1/classify", "application/x-ndjson", body)
		if err != nil {
			return 0, err.Error()
		}
		defer res.Body.Close()
		b, _ := io.ReadAll(res.Body)
		return res.StatusCode, string(b)
	}
	slow, w := io.Pipe()
	gone := make(chan struct{})
	go func() {
		defer close(gone)
		io.WriteString(w, `{"text":"`+strings.Repeat("x", 2*shortLine))
		for {
			if _, err := io.WriteString(w, "x"); err != nil {
				return
			}
			time.Sleep(20 * time.Millisecond)
		}
	}()
	go post(slow)
	for working(s.large) == 0 {
		time.Sleep(time.Millisecond)
	}
	code, said := post(strings.NewReader(`{"text":"` + strings.Repeat("You lead teams. ", shortLine/8) + `"}` + "\n"))
	if code != http.StatusOK || !strings.Contains(said, `"level"`) {
		t.Errorf("%d: %.200s", code, said)
	}
	w.Close()
	<-gone
}
