package web

import (
	"bytes"
	"context"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"strconv"

	"rung/report"
)

//go:embed template/*.html
var templates embed.FS

//go:embed static
var files embed.FS

// parsePages reads the templates. They ask for words by {{say kind key}}.
func parsePages(w report.Words) (map[string]*template.Template, error) {
	pages := map[string]*template.Template{}
	for _, name := range []string{"check", "table", "compare", "problem", "token"} {
		t := template.New("base.html").Funcs(template.FuncMap{
			"say":  w.Say,
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
func (s *Server) page(w http.ResponseWriter, status int, name string, data any) error {
	return s.render(w, status, name, wholePage, data)
}

// wholePage is the part of a page that is all of it.
const wholePage = "base.html"

// render writes nothing before all of it is made, so that a page is whole.
func (s *Server) render(w http.ResponseWriter, status int, name, part string, data any) error {
	b, err := s.fillIn(name, part, data)
	if err == nil {
		send(w, status, htmlKind, b)
	}
	return err
}

// renderInTurn answers with what data gives, which is made when it is its turn; bytes is
// the size of what is shown.
func (s *Server) renderInTurn(w http.ResponseWriter, r *http.Request, bytes int, name, part string, data func() any) error {
	b, err := s.inItsTurn(r.Context(), bytes, name, part, data)
	if err == nil {
		send(w, http.StatusOK, htmlKind, b)
	}
	return err
}

func (s *Server) inItsTurn(ctx context.Context, bytes int, name, part string, data func() any) (b []byte, err error) {
	err = s.turn(ctx, bytes, func() (err error) { b, err = s.fillIn(name, part, data()); return err })
	return b, err
}

func (s *Server) fillIn(name, part string, data any) ([]byte, error) {
	var b bytes.Buffer
	if err := s.pages[name].ExecuteTemplate(&b, part, data); err != nil {
		return nil, &refusal{status: http.StatusInternalServerError, why: "the page could not be made"}
	}
	return b.Bytes(), nil
}

const (
	plain    = "text/plain; charset=utf-8"
	htmlKind = "text/html; charset=utf-8"
)

// send answers with what is ready.
func send(w http.ResponseWriter, status int, kind string, b []byte) {
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Length", strconv.Itoa(len(b)))
	w.WriteHeader(status)
	_, _ = w.Write(b) // whoever asked may be gone
}

// home is the empty page.
func (s *Server) home(w http.ResponseWriter, r *http.Request) error {
	return s.page(w, http.StatusOK, "check", s.newPage(form{Means: r.URL.Query().Get("means")}))
}

func noPage(http.ResponseWriter, *http.Request) error { return errNoPage }

// static serves the style, the script and the icon.
func static(w http.ResponseWriter, r *http.Request) error {
	name := r.PathValue("name")
	kind, ok := map[string]string{"page.css": "text/css; charset=utf-8", "page.js": "text/javascript; charset=utf-8", "icon.svg": "image/svg+xml"}[name]
	b, err := files.ReadFile("static/" + name)
	if !ok || err != nil {
		return errNoPage
	}
	w.Header().Set("Cache-Control", "no-cache")
	send(w, http.StatusOK, kind, b)
	return nil
}
