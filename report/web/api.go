package web

import (
	"bufio"
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/read"
	"rung/report/row"
)

//go:embed openapi.json
var description []byte

// question is the body of POST /api/v1/check.
type question struct {
	Text    string   `json:"text"`
	Title   string   `json:"title"`
	Company string   `json:"company"`
	Means   string   `json:"means"`
	Change  bool     `json:"change"`
	PriorVP *float64 `json:"prior_vp"` // nil: as the address says
}

// classifier is at the share of VPs that is asked for, in the body or else as
// prior_vp in the address. Where none is asked for it is the server's.
func (s *Server) classifier(r *http.Request, body *float64) (*classify.Classifier, error) {
	share := body
	if q := r.URL.Query(); share == nil && q.Has("prior_vp") {
		f, err := strconv.ParseFloat(q.Get("prior_vp"), 64)
		if err != nil {
			return nil, badRequest("prior_vp is %q: %s", q.Get("prior_vp"), wantShare)
		}
		share = &f
	}
	switch {
	case share == nil:
		return s.Classifier, nil
	case !(*share > 0 && *share < 1):
		return nil, badRequest("prior_vp is %v: %s", *share, wantShare)
	}
	return s.Classifier.AtPrior(*share), nil
}

const wantShare = "want the share of VPs among Directors and VPs, above 0 and below 1"

func apiDescription(w http.ResponseWriter, _ *http.Request) error {
	send(w, http.StatusOK, "application/json", description)
	return nil
}

// apiCheck answers one posting with its card. All that costs time is done in one turn
// of the queue. With a turn for the verdict and none for the rest, the requests that
// have their verdict would crowd the processors, and some answers would take twice as
// long as others.
func (s *Server) apiCheck(w http.ResponseWriter, r *http.Request) error {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	most := s.Limits.Text
	switch kind {
	case "text/plain":
	case "application/json":
		most = 6*most + 16<<10 // \u00e9 is six bytes
	default:
		return errKind
	}
	body, err := s.inMemory(w, r, most)
	if err != nil {
		return err
	}
	var answer []byte
	err = s.turn(r.Context(), len(body), func() error {
		q, err := s.question(body, kind)
		if err != nil {
			return err
		}
		by, err := s.classifier(r, q.PriorVP)
		if err != nil {
			return err
		}
		answer, err = s.answer(r.Context(), by, &q)
		return err
	})
	if err == nil {
		send(w, http.StatusOK, "application/json", answer)
	}
	return err
}

// question reads what is asked of apiCheck.
func (s *Server) question(body []byte, kind string) (q question, err error) {
	if kind == "text/plain" {
		q.Text = string(body)
		return q, nil
	}
	d := json.NewDecoder(bytes.NewReader(body))
	d.DisallowUnknownFields()
	err = d.Decode(&q)
	if err == nil {
		if _, more := d.Token(); !errors.Is(more, io.EOF) {
			err = errors.New("one object is read, and there is more")
		}
	}
	switch {
	case err != nil:
		return q, badRequest("reading the question: %s", strings.TrimPrefix(err.Error(), "json: "))
	case int64(len(q.Text)) > s.Limits.Text:
		return q, errTooLarge
	case q.Means != "" && q.Means != "director" && q.Means != "vp":
		return q, badRequest("means is %q: want director or vp, or leave it out", q.Means)
	}
	return q, nil
}

// answer is the card of a posting. The memory of a usual one is asked for once.
func (s *Server) answer(ctx context.Context, by *classify.Classifier, q *question) ([]byte, error) {
	p, err := pasted(ctx, form{Text: q.Text, Title: q.Title, Company: q.Company})
	if err != nil {
		return nil, err
	}
	c := s.verdict(by, p)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if q.Change || q.Means != "" {
		s.supplement(ctx, c, q.Means)
	}
	const usual = 16 << 10
	return append(s.card(c).AppendJSON(make([]byte, 0, usual)), '\n'), nil
}

// apiClassify answers each posting of a stream with a row, as it comes. A record
// that could not be read is a row with an error, and the stream goes on. It is
// answered as JSON Lines, or as one array where the asker accepts JSON alone.
func (s *Server) apiClassify(w http.ResponseWriter, r *http.Request) error {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if !slices.Contains([]string{"application/json", "application/x-ndjson", "application/jsonl"}, kind) {
		return errKind
	}
	explain := 3
	if e := r.URL.Query().Get("explain"); e != "" {
		n, err := strconv.Atoi(e)
		if err != nil || n < -1 {
			return badRequest("explain is %q: want a number of reasons, or -1 for all", e)
		}
		explain = n
	}
	by, err := s.classifier(r, nil)
	if err != nil {
		return err
	}
	array := strings.Contains(r.Header.Get("Accept"), "application/json")
	control := http.NewResponseController(w)
	_ = control.EnableFullDuplex() // where it cannot be had, the question is read before the answer
	out := bufio.NewWriterSize(w, 32<<10)
	before, between, after, tail := "", "", "\n", ""
	w.Header().Set("Content-Type", "application/x-ndjson")
	if array {
		before, between, after, tail = "[", ",\n", "", "]\n"
		w.Header().Set("Content-Type", "application/json")
	}
	n := 0
	var line []byte
	write := func() error {
		_, _ = out.WriteString(before) // the last write says what went wrong
		before = between
		n++
		_, _ = out.Write(line)
		_, err := out.WriteString(after)
		return err
	}
	body := &patient{s: s, r: r.Body, control: control, flush: out}
	records := s.lines(r.Context(), body)
	parsing := &seat{ctx: r.Context(), queue: s.short, bytes: shortText} // of one document, which is parsed as it comes
	defer parsing.leave()
	if kind == "application/json" {
		if r.ContentLength < 0 || r.ContentLength >= shortText {
			parsing.queue = s.queue
		}
		if r.ContentLength < 0 || r.ContentLength > s.Limits.Text {
			if err := s.large.enter(r.Context()); err != nil {
				return err
			}
			defer s.large.leave()
			body.hurry()
		}
		body.seat = parsing
		records = read.Options{Format: read.JSONL}.Read(r.Context(), body, "body")
	}
	for p, err := range records {
		parsing.leave()
		var at *corpus.LineError
		switch {
		case err == nil && int64(len(p.Text)) > s.Limits.Text:
			line = appendError(line[:0], 0, s.Words.Say("refused", "too_large"))
		case err == nil:
			var v classify.Verdict
			turn := s.turn
			if n > 0 {
				turn = s.goOn
			}
			if err := turn(r.Context(), len(p.Text), func() error {
				v = by.ClassifyTop(p, explain)
				line = row.Append(line[:0], p, &v, row.Options{Levels: s.levels()})
				return nil
			}); err != nil {
				if n > 0 {
					return nil // it has begun; whoever asked is gone
				}
				return err
			}
			s.meter.judged(v.Level)
		case errors.As(err, &at):
			line = appendError(line[:0], at.Line, at.Err.Error())
		case n == 0 && (tooLarge(err) || errors.Is(err, errBusy)):
			return err
		default:
			line = appendError(line[:0], 0, strings.TrimPrefix(err.Error(), "body: "))
		}
		if write() != nil {
			return nil // whoever asked is gone
		}
		if body.seat != nil && parsing.enter() != nil {
			return nil
		}
	}
	parsing.leave()
	if n == 0 {
		tail = before + tail
	}
	_, _ = out.WriteString(tail)
	_ = out.Flush() // whoever asked may be gone
	return nil
}

// lines reads JSON Lines one by one: a reader of the whole stream would look far
// ahead before it gives the first posting. A line is parsed in its turn of the queue,
// and one that is long takes one of few places first: what it costs in memory does
// not grow with the number of those who ask.
func (s *Server) lines(ctx context.Context, body *patient) iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		in := bufio.NewReaderSize(body, shortLine)
		for n := 1; ; n++ {
			records, err := s.line(ctx, in, body, n)
			for _, r := range records {
				if !yield(r.posting, r.err) {
					return
				}
			}
			if err != nil {
				if err != io.EOF {
					yield(corpus.Posting{}, err)
				}
				return
			}
		}
	}
}

// shortLine is how long a line may be that needs no place, in bytes.
const shortLine = 64 << 10

// line reads and parses the next line; the error of the last is io.EOF. A long line
// has its place no longer than it takes to read and parse it.
func (s *Server) line(ctx context.Context, in *bufio.Reader, body *patient, n int) (records []record, err error) {
	line, end := in.ReadSlice('\n')
	if errors.Is(end, bufio.ErrBufferFull) {
		if err := s.large.enter(ctx); err != nil {
			return nil, err
		}
		defer s.large.leave()
		defer body.hurry()()
		if line, end = restOfLine(line, in, int(6*s.Limits.Text)+shortLine); errors.Is(end, bufio.ErrTooLong) { // \u00e9 is six bytes
			return nil, fmt.Errorf("line %d: %s", n, s.Words.Say("refused", "too_large"))
		}
	}
	if end != nil && end != io.EOF {
		return nil, end
	}
	if len(bytes.TrimSpace(line)) > 0 {
		if err := s.turn(ctx, len(line), func() error { records = recordsOf(ctx, line, n); return nil }); err != nil {
			return nil, err
		}
	}
	return records, end
}

// restOfLine goes on with a line that did not fit the reader's buffer.
func restOfLine(begun []byte, in *bufio.Reader, most int) ([]byte, error) {
	line := bytes.Clone(begun)
	for {
		part, err := in.ReadSlice('\n')
		if line = append(line, part...); len(line) > most {
			return nil, bufio.ErrTooLong
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, err
		}
	}
}

// record is a posting of a line, or why there is none.
type record struct {
	posting corpus.Posting
	err     error
}

// recordsOf reads the line of a number: one posting, or an array of them.
func recordsOf(ctx context.Context, line []byte, n int) (found []record) {
	for p, err := range (read.Options{Format: read.JSONL}).Read(ctx, bytes.NewReader(line), "body") {
		if err != nil {
			if cause := errors.Unwrap(err); cause != nil {
				err = cause
			}
			err = &corpus.LineError{File: "body", Line: n, Err: err}
		}
		found = append(found, record{p, err})
	}
	return found
}

// patient reads the body of a stream. As long as it goes on, so may the answer:
// each read moves the deadlines, and sends what is ready before it waits.
type patient struct {
	s       *Server
	r       io.Reader
	control *http.ResponseController
	flush   *bufio.Writer
	begun   bool
	seat    *seat     // taken for what was read; nil: none is needed
	until   time.Time // it must be read by then, however it goes on; zero: there is no hurry
}

// hurry bounds the time of what is read while few others can be, until the function
// is called that it returns.
func (p *patient) hurry() (done func()) {
	if now := p.s.Now(); !now.IsZero() {
		p.until = now.Add(p.s.Limits.Fetch)
	}
	return func() { p.until = time.Time{} }
}

func (p *patient) Read(b []byte) (int, error) {
	if p.seat == nil {
		return p.read(b)
	}
	p.seat.leave()
	n, err := p.read(b)
	if turned := p.seat.enter(); err == nil {
		err = turned
	}
	return n, err
}

func (p *patient) read(b []byte) (int, error) {
	if now := p.s.Now(); !now.IsZero() {
		deadline := now.Add(p.s.Limits.Body)
		if !p.until.IsZero() && p.until.Before(deadline) {
			deadline = p.until
		}
		_ = p.control.SetReadDeadline(deadline) // a test's recorder has none
	}
	if p.begun && p.flush.Buffered() > 0 && p.flush.Flush() == nil {
		_ = p.control.Flush() // what cannot be sent now is sent later
	}
	p.begun = true
	return p.r.Read(b)
}
