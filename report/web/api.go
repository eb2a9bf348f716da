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

// classifier is the one at the share of VPs that is asked for, in the body or as
// prior_vp in the address; else the server's.
func (s *Server) classifier(r *http.Request, body *float64) (*classify.Classifier, error) {
	share := body
	if q := r.URL.Query(); share == nil && q.Has("prior_vp") {
		f, err := strconv.ParseFloat(q.Get("prior_vp"), 64)
		if err != nil {
			return nil, fmt.Errorf("prior_vp is %q: %s", q.Get("prior_vp"), wantShare)
		}
		share = &f
	}
	switch {
	case share == nil:
		return s.Classifier, nil
	case !(*share > 0 && *share < 1):
		return nil, fmt.Errorf("prior_vp is %v: %s", *share, wantShare)
	}
	return s.Classifier.AtPrior(*share), nil
}

const wantShare = "want the share of VPs among Directors and VPs, above 0 and below 1"

func (s *Server) apiDescription(w http.ResponseWriter, _ *http.Request) {
	send(w, http.StatusOK, "application/json", description)
}

// writeError is how a program is refused.
func writeError(w http.ResponseWriter, status int, why string) {
	send(w, status, "application/json", append(appendRowError(nil, 0, why), '\n'))
}

// apiCheck answers one posting with its card. Of a usual answer the memory is
// asked for once.
func (s *Server) apiCheck(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 6*s.Limits.Text+16<<10) // \u00e9 is six bytes
	var q question
	switch kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind {
	case "application/json":
		d := json.NewDecoder(r.Body)
		d.DisallowUnknownFields()
		err := d.Decode(&q)
		if err == nil {
			if _, more := d.Token(); !errors.Is(more, io.EOF) {
				err = errors.New("one object is read, and there is more")
			}
		}
		var large *http.MaxBytesError
		if err != nil && !errors.As(err, &large) {
			writeError(w, http.StatusBadRequest, "reading the question: "+strings.TrimPrefix(err.Error(), "json: "))
			return
		}
		if err != nil {
			s.fail(w, r, err)
			return
		}
	case "text/plain":
		b, err := slurp(r.Body, r.ContentLength, s.Limits.Text)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		q.Text = string(b)
	default:
		s.refuse(w, r, http.StatusUnsupportedMediaType, "kind")
		return
	}
	if int64(len(q.Text)) > s.Limits.Text {
		s.fail(w, r, errTooLarge)
		return
	}
	if q.Means != "" && q.Means != "director" && q.Means != "vp" {
		writeError(w, http.StatusBadRequest, fmt.Sprintf("means is %q: want director or vp, or leave it out", q.Means))
		return
	}
	by, err := s.classifier(r, q.PriorVP)
	if err != nil {
		writeError(w, http.StatusBadRequest, err.Error())
		return
	}
	answer, err := s.answer(r.Context(), by, &q)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	send(w, http.StatusOK, "application/json", answer)
}

// answer does all that costs time in one turn of the queue. With a turn for the
// verdict and none for the rest, those whose verdict is there would crowd the
// processors, and some answers would take twice as long as others.
func (s *Server) answer(ctx context.Context, by *classify.Classifier, q *question) ([]byte, error) {
	if err := s.queue.enter(ctx); err != nil {
		return nil, err
	}
	defer s.queue.leave()
	p, err := pasted(form{Text: q.Text, Title: q.Title, Company: q.Company})
	if err != nil {
		return nil, err
	}
	c := s.verdict(by, p)
	if q.Change || q.Means != "" {
		s.supplement(c, q.Means)
	}
	const usual = 16 << 10
	return append(s.card(c).AppendJSON(make([]byte, 0, usual)), '\n'), nil
}

// apiClassify answers each posting of a stream with a row, as it comes. A record
// that could not be read is a row with an error, and the stream goes on. It is
// answered as JSON Lines, or as one array where the asker accepts JSON alone.
func (s *Server) apiClassify(w http.ResponseWriter, r *http.Request) {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if !slices.Contains([]string{"application/json", "application/x-ndjson", "application/jsonl"}, kind) {
		s.refuse(w, r, http.StatusUnsupportedMediaType, "kind")
		return
	}
	explain := 3
	if e := r.URL.Query().Get("explain"); e != "" {
		n, err := strconv.Atoi(e)
		if err != nil || n < -1 {
			writeError(w, http.StatusBadRequest, fmt.Sprintf("explain is %q: want a number of reasons, or -1 for all", e))
			return
		}
		explain = n
	}
	by, err := s.classifier(r, nil)
	if err != nil {
		writeError(w, http.StatusBadRequest, err.Error())
		return
	}
	array := strings.Contains(r.Header.Get("Accept"), "application/json")
	control := http.NewResponseController(w)
	_ = control.EnableFullDuplex() // where it cannot be had, the question is read before the answer
	out := bufio.NewWriterSize(w, 32<<10)
	head, between, after, tail := "", "", "\n", ""
	w.Header().Set("Content-Type", "application/x-ndjson")
	if array {
		head, between, after, tail = "[", ",\n", "", "]\n"
		w.Header().Set("Content-Type", "application/json")
	}
	n := 0
	var answer []byte
	write := func() error {
		if n == 0 {
			_, _ = out.WriteString(head) // the next write says what went wrong
		} else {
			_, _ = out.WriteString(between)
		}
		n++
		_, _ = out.Write(answer)
		_, err := out.WriteString(after)
		return err
	}
	body := &patient{s: s, r: r.Body, control: control, flush: out}
	records := read.Options{Format: read.JSONL}.Read(body, "body")
	if kind != "application/json" {
		records = s.lines(body)
	}
	for p, err := range records {
		var line *corpus.LineError
		switch {
		case err == nil && int64(len(p.Text)) > s.Limits.Text:
			answer = appendRowError(answer[:0], 0, s.Words.say("refused", "too_large"))
		case err == nil:
			if err := s.queue.enter(r.Context()); err != nil {
				if n == 0 {
					s.fail(w, r, err)
				}
				return
			}
			v := by.ClassifyTop(p, explain)
			s.queue.leave()
			s.meter.judged(v.Level)
			answer = row.Append(answer[:0], p, &v, row.Options{Levels: s.levels()})
		case errors.As(err, &line):
			answer = appendRowError(answer[:0], line.Line, line.Err.Error())
		default:
			var large *http.MaxBytesError
			if errors.As(err, &large) && n == 0 {
				s.fail(w, r, err)
				return
			}
			answer = appendRowError(answer[:0], 0, strings.TrimPrefix(err.Error(), "body: "))
		}
		if write() != nil {
			return
		}
	}
	if n == 0 {
		_, _ = out.WriteString(head)
	}
	_, _ = out.WriteString(tail)
	_ = out.Flush() // whoever asked may be gone
}

// lines reads JSON Lines one by one: a reader of the whole would look far ahead
// before it gives the first.
func (s *Server) lines(r io.Reader) iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		in := bufio.NewScanner(r)
		in.Buffer(make([]byte, 0, 32<<10), int(6*s.Limits.Text)+64<<10) // \u00e9 is six bytes
		n := 0
		for in.Scan() {
			n++
			if len(bytes.TrimSpace(in.Bytes())) == 0 {
				continue
			}
			for p, err := range (read.Options{Format: read.JSONL}).Read(bytes.NewReader(in.Bytes()), "body") {
				if err != nil {
					if cause := errors.Unwrap(err); cause != nil {
						err = cause
					}
					err = &corpus.LineError{File: "body", Line: n, Err: err}
				}
				if !yield(p, err) {
					return
				}
			}
		}
		if err := in.Err(); err != nil {
			if errors.Is(err, bufio.ErrTooLong) {
				err = fmt.Errorf("line %d: %s", n+1, s.Words.say("refused", "too_large"))
			}
			yield(corpus.Posting{}, err)
		}
	}
}

func appendRowError(dst []byte, line int, why string) []byte {
	b, err := json.Marshal(struct {
		Error string `json:"error"`
		Line  int    `json:"line,omitempty"`
	}{why, line})
	if err != nil {
		return append(dst, `{"error":"unread"}`...)
	}
	return append(dst, b...)
}

// patient reads the body of a stream. As long as it goes on, so may the answer:
// each read moves the deadlines, and sends what is ready before it waits.
type patient struct {
	s       *Server
	r       io.Reader
	control *http.ResponseController
	flush   *bufio.Writer
	begun   bool
}

func (p *patient) Read(b []byte) (int, error) {
	if now := p.s.Now(); !now.IsZero() {
		_ = p.control.SetReadDeadline(now.Add(p.s.Limits.Body)) // a test's recorder has none
	}
	if p.begun && p.flush.Buffered() > 0 && p.flush.Flush() == nil {
		_ = p.control.Flush() // what cannot be sent now is sent later
	}
	p.begun = true
	return p.r.Read(b)
}
