package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"path"
	"strings"

	"rung/corpus"
)

// upload reads what was dropped: one posting leads to its check, many to a
// table. Files stay in memory; nothing is put on disk.
func (s *Server) upload(w http.ResponseWriter, r *http.Request) error {
	files, means, err := s.files(w, r)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return errEmpty
	}
	ctx, cancel := context.WithTimeout(r.Context(), s.Limits.Read)
	defer cancel()
	// Only so many are read at a time, and each is here as a whole by now: who sends
	// slowly keeps nobody waiting.
	if err := s.drops.enter(ctx); err != nil {
		return err
	}
	defer s.drops.leave()
	found, bad, err := s.read(ctx, files)
	if err != nil {
		return err
	}
	name := files[0].name
	if len(files) > 1 {
		name = s.Words.Say("ui", "files", "{n}", fmt.Sprint(len(files)))
	}
	return s.take(w, r, name, found, bad, means)
}

// take leads to what was read.
func (s *Server) take(w http.ResponseWriter, r *http.Request, name string, found []corpus.Posting, bad []string, means string) error {
	switch {
	case len(found) == 0:
		no := *errUnread
		if len(bad) > 0 {
			no.why = s.Words.Say("refused", no.key) + " (" + oneLine(bad[0]) + ")"
		}
		return &no
	case len(found) == 1 && len(bad) == 0:
		p := found[0]
		at := s.keep(saved{form{Text: p.Text, Title: p.Title, Company: p.Company, Means: means}, p})
		http.Redirect(w, r, at, http.StatusSeeOther)
	default:
		t := newTable(&memory{name, found})
		t.bad = bad
		s.fill(r.Context(), t)
		if err := r.Context().Err(); err != nil {
			return err
		}
		http.Redirect(w, r, "/t/"+s.tables.put(t), http.StatusSeeOther)
	}
	return nil
}

// files reads the parts of the form.
func (s *Server) files(w http.ResponseWriter, r *http.Request) (files []dropped, means string, err error) {
	const most = 2000 // files
	s.hold(w, r, s.Limits.Upload)
	parts, err := r.MultipartReader()
	if err != nil {
		return nil, "", errUnread
	}
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			_, err = io.Copy(io.Discard, r.Body) // from its end on the server sees when the asker is gone
			return files, means, err
		}
		if err != nil {
			return nil, "", err
		}
		if part.FormName() == "means" {
			b, err := slurp(part, -1, 100)
			if err != nil {
				return nil, "", err
			}
			means = string(b)
			continue
		}
		if part.FormName() != "file" || part.FileName() == "" {
			continue
		}
		b, err := slurp(part, -1, s.Limits.Upload)
		if err != nil {
			return nil, "", err
		}
		if len(files) == most {
			return nil, "", errTooMany
		}
		files = append(files, dropped{fileName(part), b})
	}
}

// fileName is the last part of the name under which a file was dropped. It is
// shown, and its ending tells the format.
func fileName(p *multipart.Part) string {
	name := strings.ReplaceAll(p.FileName(), "\\", "/")
	return oneLine(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, path.Base("/"+name)))
}

// fetchForm reads a web address by Options.Fetch, which keeps to its manners and
// guards.
func (s *Server) fetchForm(w http.ResponseWriter, r *http.Request) error {
	if s.Fetch == nil {
		return errNoPage
	}
	r.Body = http.MaxBytesReader(w, r.Body, 16<<10)
	if err := r.ParseForm(); err != nil {
		return err
	}
	address := strings.TrimSpace(r.PostForm.Get("url"))
	if !strings.HasPrefix(address, "http://") && !strings.HasPrefix(address, "https://") {
		return errAddress
	}
	ctx, cancel := context.WithTimeout(r.Context(), s.Limits.Fetch)
	defer cancel()
	found, err := s.Fetch(ctx, address)
	switch {
	case ctx.Err() != nil:
		return errNoAnswer
	case err != nil:
		return &refusal{status: http.StatusBadGateway, why: s.Words.Say("refused", "fetch", "{why}", oneLine(err.Error()))}
	}
	if len(found) > s.Limits.Postings {
		found = found[:s.Limits.Postings]
	}
	return s.take(w, r, address, found, nil, r.PostForm.Get("means"))
}
