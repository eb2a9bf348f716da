package web

import (
	"bytes"
	"cmp"
	"context"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"math"
	"net/http"
	"strconv"
	"strings"

	"rung/corpus"
)

//go:embed template/*.html
var templates embed.FS

//go:embed static
var files embed.FS

// saved is a check that has a link while the server runs.
type saved struct {
	form    form
	posting corpus.Posting
}

// checkPage is the page of one posting.
type checkPage struct {
	Form     form
	Check    *checkView   // nil: nothing was asked yet
	Compare  *comparePage // an edit beside what it began with; nil: none
	Priors   []optionView // shares of VPs to choose from
	Share    string       // the share that is chosen, of 100
	URL      bool         // there is a field for an address
	Database bool         // there is a table to browse
	Back     string       // the table that the posting stands in; empty: none
	Problem  string
}

// comparePage is two checks side by side.
type comparePage struct {
	A, B   *checkView
	Gone   []reasonView  // of A, not in B
	New    []reasonView  // of B, not in A
	Edit   bool          // B is an edit of A
	Lines  [2][]lineView // of an edit
	Back   string
	Change string // by how much an edit moved the answer, in words
}

// problemPage says why something was not done.
type problemPage struct {
	Title, Problem string
	Back           string // the table where it was asked; empty: none
}

// parsePages reads the templates. They ask for words by {{say kind key}}.
func parsePages(w *Words) (map[string]*template.Template, error) {
	pages := map[string]*template.Template{}
	for _, name := range []string{"check", "table", "compare", "problem", "token"} {
		t := template.New("base.html").Funcs(template.FuncMap{
			"say":  func(kind, key string) string { return w.say(kind, key) },
			"pack": func(list ...any) []any { return list },
		})
		t, err := t.ParseFS(templates, "template/base.html", "template/parts.html", "template/"+name+".html")
		if err != nil {
			return nil, fmt.Errorf("reading the templates: %w", err)
		}
		pages[name] = t
	}
	return pages, nil
}

// page answers with a whole page.
func (s *Server) page(w http.ResponseWriter, status int, name string, data any) {
	s.render(w, status, name, "base.html", data)
}

// render writes nothing before all of it is made, so that a page is whole.
func (s *Server) render(w http.ResponseWriter, status int, name, part string, data any) {
	var b bytes.Buffer
	if err := s.pages[name].ExecuteTemplate(&b, part, data); err != nil {
		http.Error(w, "the page could not be made", http.StatusInternalServerError)
		return
	}
	send(w, status, "text/html; charset=utf-8", b.Bytes())
}

const plain = "text/plain; charset=utf-8"

// send answers with what is ready.
func send(w http.ResponseWriter, status int, kind string, b []byte) {
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Length", strconv.Itoa(len(b)))
	w.WriteHeader(status)
	_, _ = w.Write(b) // whoever asked may be gone
}

// refuse says why a request is not answered: to a program as JSON, to a person
// as a page.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, status int, key string) {
	s.refuseWith(w, r, status, s.Words.say("refused", key))
}

func (s *Server) refuseWith(w http.ResponseWriter, r *http.Request, status int, why string) {
	if status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "1")
	}
	if forProgram(r) {
		writeError(w, status, why)
		return
	}
	s.page(w, status, "problem", problemPage{s.Words.say("ui", "refused"), why, ""})
}

// forProgram reports whether a request is one of the API.
func forProgram(r *http.Request) bool {
	return strings.HasPrefix(r.URL.Path, "/api/") || r.URL.Path == "/metrics"
}

// fail refuses by the kind of err.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	status, key := reasonOf(err)
	s.refuse(w, r, status, key)
}

// reasonOf is the status and the key of the words of an error.
func reasonOf(err error) (int, string) {
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large), errors.Is(err, errTooLarge):
		return http.StatusRequestEntityTooLarge, "too_large"
	case errors.Is(err, errEmpty):
		return http.StatusUnprocessableEntity, "empty"
	case errors.Is(err, errTooMany):
		return http.StatusRequestEntityTooLarge, "too_many"
	case errors.Is(err, errBusy):
		return http.StatusServiceUnavailable, "busy"
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return http.StatusServiceUnavailable, "too_long"
	}
	return http.StatusUnprocessableEntity, "unread"
}

// ask reads the form of one posting.
func (s *Server) ask(w http.ResponseWriter, r *http.Request) (form, error) {
	// In a form a byte may take three, and there are a few fields more.
	r.Body = http.MaxBytesReader(w, r.Body, 3*s.Limits.Text+16<<10)
	var f form
	err := r.ParseForm()
	if strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data") && err == nil {
		err = r.ParseMultipartForm(4 * s.Limits.Text) // above what may come: nothing is put on disk
	}
	if err != nil {
		return f, err
	}
	f = form{Text: r.PostForm.Get("text"), Title: r.PostForm.Get("title"), Company: r.PostForm.Get("company"),
		Means: r.PostForm.Get("means"), Before: r.PostForm.Get("before"), Prior: share(r.PostForm.Get("prior"), r.PostForm.Get("share"))}
	if int64(len(f.Text)) > s.Limits.Text {
		return f, errTooLarge
	}
	if f.Means != "director" && f.Means != "vp" {
		f.Means = ""
	}
	return f, nil
}

// share is the share of VPs that a form asks for: a choice, of 100, or its own
// number; 0 for none, and for what is none.
func share(choice, own string) float64 {
	if choice == "own" {
		choice = own
	}
	n, err := strconv.ParseFloat(strings.TrimSpace(choice), 64)
	if err != nil || !(n > 0 && n < 100) {
		return 0
	}
	return n / 100
}

// newPage is the page with its form filled in.
func (s *Server) newPage(f form) *checkPage {
	of := cmp.Or(f.Prior, s.prior)
	page := &checkPage{Form: f, URL: s.Fetch != nil, Database: s.source != nil, Share: strconv.FormatFloat(math.Round(of*1e4)/100, 'f', -1, 64)}
	own := true
	for _, o := range []struct{ value, key string }{{"50", "even"}, {"20", "fifth"}, {"own", "own"}} {
		chosen := o.value == page.Share || o.value == "own" && own
		own = own && !chosen
		page.Priors = append(page.Priors, optionView{o.value, s.Words.say("prior", o.key), chosen})
	}
	return page
}

// asked reads and judges the posting of a form.
func (s *Server) asked(w http.ResponseWriter, r *http.Request) (form, *checked, error) {
	f, err := s.ask(w, r)
	if err != nil {
		return f, nil, err
	}
	p, err := pasted(f)
	if err != nil {
		return f, nil, err
	}
	c, err := s.judge(r.Context(), p, f.Prior)
	return f, c, err
}

// checkForm keeps the check and leads to its link, so that going back and
// reloading ask nothing twice.
func (s *Server) checkForm(w http.ResponseWriter, r *http.Request) {
	f, id, err := s.keep(w, r)
	switch {
	case errors.Is(err, errEmpty), errors.Is(err, errUnread):
		_, key := reasonOf(err)
		page := s.newPage(f)
		page.Problem = s.Words.say("refused", key)
		s.page(w, http.StatusUnprocessableEntity, "check", page)
	case err != nil:
		s.fail(w, r, err)
	default:
		http.Redirect(w, r, savedAt(id), http.StatusSeeOther)
	}
}

// save keeps the check and answers with its name alone.
func (s *Server) save(w http.ResponseWriter, r *http.Request) {
	_, id, err := s.keep(w, r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	send(w, http.StatusOK, plain, []byte(id))
}

func (s *Server) keep(w http.ResponseWriter, r *http.Request) (f form, id string, err error) {
	if f, err = s.ask(w, r); err != nil {
		return f, "", err
	}
	p, err := pasted(f)
	if err != nil {
		return f, "", err
	}
	return f, s.saved.put(&saved{f, p}), nil
}

// savedAt is where a check stands: on a small screen its answer, below the form.
func savedAt(id string) string { return "/s/" + id + "#result" }

// fragment answers a key: the verdict at once, and what takes longer when the
// script asks for it.
func (s *Server) fragment(w http.ResponseWriter, r *http.Request) {
	f, c, err := s.asked(w, r)
	switch {
	case errors.Is(err, errEmpty), errors.Is(err, errUnread):
		s.render(w, http.StatusOK, "check", "result", &checkPage{})
		return
	case err == nil && r.PostForm.Get("more") != "":
		err = s.complete(r.Context(), c, f.Means)
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	data := &checkPage{Form: f, Check: s.view(c, "")}
	if r.PostForm.Get("more") != "" {
		s.render(w, http.StatusOK, "check", "more", data.Check)
		return
	}
	if data.Compare, err = s.edit(r.Context(), f, c, data.Check); err != nil {
		s.fail(w, r, err)
		return
	}
	s.render(w, http.StatusOK, "check", "result", data)
}

// edit compares a check with the one that the form says it began with; nil where
// there is none, or nothing was changed.
func (s *Server) edit(ctx context.Context, f form, now *checked, view *checkView) (*comparePage, error) {
	before, ok := s.saved.get(f.Before)
	if !ok || before.posting.Text == now.Posting.Text && before.posting.Title == now.Posting.Title {
		return nil, nil
	}
	c, err := s.judge(ctx, before.posting, f.Prior)
	if err != nil {
		return nil, err
	}
	p := s.compare(s.view(c, "a"), view)
	p.Edit = true
	if p.A.Known && p.B.Known {
		p.Change = s.Words.say("ui", "moved", "{from}", strconv.Itoa(p.A.Percent), "{to}", strconv.Itoa(p.B.Percent), "{higher}", p.A.Names[1])
	}
	p.Lines = [2][]lineView{beside(p.A.Text, now.Posting.Text), beside(p.B.Text, before.posting.Text)}
	return p, nil
}

// compare says what sets two checks apart.
func (s *Server) compare(a, b *checkView) *comparePage {
	only := func(x, y *checkView) (out []reasonView) {
		has := map[string]bool{}
		for i := range y.Reasons {
			has[y.Reasons[i].Rule] = true
		}
		for _, r := range x.Reasons {
			if !has[r.Rule] {
				out = append(out, r)
			}
		}
		return out
	}
	return &comparePage{A: a, B: b, Gone: only(a, b), New: only(b, a)}
}

func (s *Server) savedPage(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	kept, ok := s.saved.get(id)
	if !ok {
		s.refuse(w, r, http.StatusNotFound, "gone")
		return
	}
	f := kept.form
	data := s.newPage(f)
	c, err := s.judge(r.Context(), kept.posting, f.Prior)
	if err == nil {
		err = s.complete(r.Context(), c, f.Means)
	}
	if err == nil {
		data.Check = s.view(c, "")
		data.Compare, err = s.edit(r.Context(), f, c, data.Check)
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	data.Check.Permalink, data.Check.Cards = "/s/"+id, "/s/"+id+"/card/"
	if _, ok := s.saved.get(f.Before); !ok {
		f.Before = id // what is edited from here on began here
	}
	data.Form = f
	s.page(w, http.StatusOK, "check", data)
}

// Cards are the forms in which one check is taken along.
var cardTypes = map[string]string{
	"html": "text/html; charset=utf-8", "txt": plain,
	"md": "text/markdown; charset=utf-8", "json": "application/json",
}

// sendCard answers with a self-contained card. A page is saved and not shown:
// shown from here it would stand under this server's name.
func (s *Server) sendCard(w http.ResponseWriter, r *http.Request, c *checked, means string) {
	format := r.PathValue("format")
	kind, ok := cardTypes[format]
	if !ok {
		s.refuse(w, r, http.StatusNotFound, "no_page")
		return
	}
	if err := s.complete(r.Context(), c, means); err != nil {
		s.fail(w, r, err)
		return
	}
	card := s.card(c)
	var b []byte
	var err error
	switch format {
	case "html":
		b, err = card.HTML()
	case "txt":
		b = []byte(card.Text())
	case "md":
		b = []byte(card.Markdown())
	case "json":
		b = append(card.AppendJSON(nil), '\n')
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if format != "txt" {
		w.Header().Set("Content-Disposition", `attachment; filename="check.`+format+`"`)
	}
	send(w, http.StatusOK, kind, b)
}

func (s *Server) cardForm(w http.ResponseWriter, r *http.Request) {
	f, c, err := s.asked(w, r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.sendCard(w, r, c, f.Means)
}

func (s *Server) savedCard(w http.ResponseWriter, r *http.Request) {
	kept, ok := s.saved.get(r.PathValue("id"))
	if !ok {
		s.refuse(w, r, http.StatusNotFound, "gone")
		return
	}
	c, err := s.judge(r.Context(), kept.posting, kept.form.Prior)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.sendCard(w, r, c, kept.form.Means)
}

// static serves the style and the script.
func (s *Server) static(w http.ResponseWriter, r *http.Request) {
	kind, ok := map[string]string{"page.css": "text/css; charset=utf-8", "page.js": "text/javascript; charset=utf-8", "icon.svg": "image/svg+xml"}[r.PathValue("name")]
	if !ok {
		s.refuse(w, r, http.StatusNotFound, "no_page")
		return
	}
	b, err := files.ReadFile("static/" + r.PathValue("name"))
	if err != nil {
		s.refuse(w, r, http.StatusNotFound, "no_page")
		return
	}
	w.Header().Set("Cache-Control", "no-cache")
	send(w, http.StatusOK, kind, b)
}
