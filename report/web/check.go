package web

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"math"
	"net/http"
	"strconv"
	"strings"

	"rung/corpus"
	"rung/report/card"
)

// form is what a person asks: the posting and what it is meant to be.
type form struct {
	Text, Title, Company string
	Means                string  // "director", "vp", or "" when the recruiter does not say
	Before               string  // link of the check that an edit began with; may be empty
	Prior                float64 // share of VPs among the two levels; 0: as the server is set
}

// saved is a form with the posting that was read from it. It has a link while
// the server runs.
type saved struct {
	form    form
	posting corpus.Posting
}

// bytes is about what it takes in memory.
func (k saved) bytes() int64 {
	return int64(len(k.form.Text)+len(k.posting.Text)+len(k.posting.Title)+len(k.posting.Company)) + 1024
}

// checkPage is the page of one posting.
type checkPage struct {
	Form     form
	Check    *checkView   // nil: nothing was asked yet
	Compare  *comparison  // an edit beside what it began with; nil: none
	Priors   []optionView // shares of VPs to choose from
	Share    string       // the share that is chosen, of 100
	URL      bool         // there is a field for an address
	Database bool         // there is a table to browse
	Back     string       // the table that the posting stands in; empty: none
	Problem  string
}

// newPage is the page with its form filled in.
func (s *Server) newPage(f form) *checkPage {
	of := cmp.Or(f.Prior, s.prior)
	page := &checkPage{Form: f, URL: s.Fetch != nil, Database: s.source != nil, Share: strconv.FormatFloat(math.Round(of*1e4)/100, 'f', -1, 64)}
	own := true
	for _, o := range []struct{ value, key string }{{"50", "even"}, {"20", "fifth"}, {"own", "own"}} {
		chosen := o.value == page.Share || o.value == "own" && own
		own = own && !chosen
		page.Priors = append(page.Priors, optionView{o.value, s.Words.Say("prior", o.key), chosen})
	}
	return page
}

// ask reads the form of one posting. With an error it gives the form as far as
// it was read.
func (s *Server) ask(w http.ResponseWriter, r *http.Request) (k saved, err error) {
	size, err := s.formInMemory(w, r)
	if err != nil {
		return k, err
	}
	err = s.turn(r.Context(), size, func() (err error) { k, err = s.asked(r); return err })
	return k, err
}

// formInMemory takes the form of one posting. A byte of a text may take three in it, and
// there are a few fields more.
func (s *Server) formInMemory(w http.ResponseWriter, r *http.Request) (size int, err error) {
	b, err := s.inMemory(w, r, 3*s.Limits.Text+16<<10)
	r.Body = io.NopCloser(bytes.NewReader(b))
	return len(b), err
}

// asked is what ask does when it is its turn.
func (s *Server) asked(r *http.Request) (saved, error) {
	err := r.ParseForm()
	if strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data") && err == nil {
		err = r.ParseMultipartForm(4 * s.Limits.Text) // above what may come: nothing is put on disk
	}
	if err != nil {
		return saved{}, err
	}
	f := form{Text: r.PostForm.Get("text"), Title: r.PostForm.Get("title"), Company: r.PostForm.Get("company"),
		Means: r.PostForm.Get("means"), Before: r.PostForm.Get("before"), Prior: share(r.PostForm.Get("prior"), r.PostForm.Get("share"))}
	if int64(len(f.Text)) > s.Limits.Text {
		return saved{form: f}, errTooLarge
	}
	if f.Means != "director" && f.Means != "vp" {
		f.Means = ""
	}
	p, err := pasted(r.Context(), f)
	return saved{f, p}, err
}

// share is the share of VPs that a form asks for: a choice, of 100, or a number
// of its own; 0 for none, and for what is not a share.
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

// nothingToRead reports whether there is no posting in a form that may still be
// filled in.
func nothingToRead(err error) bool { return errors.Is(err, errEmpty) || errors.Is(err, errUnread) }

// checkForm keeps the check and leads to its link, so that going back and
// reloading ask nothing twice.
func (s *Server) checkForm(w http.ResponseWriter, r *http.Request) error {
	k, err := s.ask(w, r)
	if nothingToRead(err) {
		page := s.newPage(k.form)
		page.Problem = s.Words.Say("refused", refusalOf(err).key)
		return s.page(w, http.StatusUnprocessableEntity, "check", page)
	}
	if err == nil {
		http.Redirect(w, r, s.keep(k), http.StatusSeeOther)
	}
	return err
}

// keep gives a check a link, and says where it stands: on a small screen its
// answer, below the form.
func (s *Server) keep(k saved) string { return "/s/" + s.saved.put(k) + "#result" }

// save keeps the check and answers with its name alone.
func (s *Server) save(w http.ResponseWriter, r *http.Request) error {
	k, err := s.ask(w, r)
	if err == nil {
		send(w, http.StatusOK, plain, []byte(s.saved.put(k)))
	}
	return err
}

// fragment answers while a person types: the verdict at once, and what takes
// longer when the script asks for more.
func (s *Server) fragment(w http.ResponseWriter, r *http.Request) error {
	size, err := s.formInMemory(w, r)
	if err != nil {
		return err
	}
	var b []byte
	err = s.together(r.Context(), size, func(ctx context.Context) (err error) {
		b, err = s.fragmentOf(ctx, r, size)
		return err
	})
	if err == nil {
		send(w, http.StatusOK, htmlKind, b)
	}
	return err
}

func (s *Server) fragmentOf(ctx context.Context, r *http.Request, size int) (b []byte, err error) {
	var k saved
	err = s.turn(ctx, size, func() (err error) { k, err = s.asked(r); return err })
	if nothingToRead(err) {
		return s.fillIn("check", "result", &checkPage{})
	}
	if err != nil {
		return nil, err
	}
	if r.PostForm.Get("more") != "" {
		c, err := s.whole(ctx, k)
		if err != nil {
			return nil, err
		}
		return s.inItsTurn(ctx, size, "check", "more", func() any { return s.view(c, "") })
	}
	c, err := s.judge(ctx, k.posting, k.form.Prior)
	if err != nil {
		return nil, err
	}
	before, err := s.before(ctx, k.form, c)
	if err != nil {
		return nil, err
	}
	return s.inItsTurn(ctx, size, "check", "result", func() any {
		data := &checkPage{Form: k.form, Check: s.view(c, "")}
		data.Compare = s.edit(before, c, data.Check)
		return data
	})
}

// kept is the check that a request names by its link.
func (s *Server) kept(_ http.ResponseWriter, r *http.Request) (saved, error) {
	k, ok := s.saved.get(r.PathValue("id"))
	if !ok {
		return k, errGone
	}
	return k, nil
}

func (s *Server) savedPage(w http.ResponseWriter, r *http.Request) error {
	k, err := s.kept(w, r)
	if err != nil {
		return err
	}
	c, err := s.whole(r.Context(), k)
	if err != nil {
		return err
	}
	before, err := s.before(r.Context(), k.form, c)
	if err != nil {
		return err
	}
	return s.renderInTurn(w, r, len(k.posting.Text), "check", wholePage, func() any {
		data := s.newPage(k.form)
		data.Check = s.view(c, "")
		data.Compare = s.edit(before, c, data.Check)
		id := r.PathValue("id")
		data.Check.Permalink, data.Check.Cards = "/s/"+id, "/s/"+id+"/card/"
		if _, ok := s.saved.get(k.form.Before); !ok {
			data.Form.Before = id // what is edited from here on began here
		}
		return data
	})
}

// cards are the forms in which one check is taken along, by their endings.
var cards = map[string]struct {
	kind string
	of   func(*card.Card) ([]byte, error)
}{
	"html": {"text/html; charset=utf-8", (*card.Card).HTML},
	"txt":  {plain, func(c *card.Card) ([]byte, error) { return []byte(c.Text()), nil }},
	"md":   {"text/markdown; charset=utf-8", func(c *card.Card) ([]byte, error) { return []byte(c.Markdown()), nil }},
	"json": {"application/json", func(c *card.Card) ([]byte, error) { return append(c.AppendJSON(nil), '\n'), nil }},
}

// sendCard answers with a self-contained card of the check that asked gives. A
// page is saved and not shown: shown from here it would stand under this server's
// name.
func (s *Server) sendCard(asked func(http.ResponseWriter, *http.Request) (saved, error)) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		k, err := asked(w, r)
		if err != nil {
			return err
		}
		format := r.PathValue("format")
		as, ok := cards[format]
		if !ok {
			return errNoPage
		}
		c, err := s.whole(r.Context(), k)
		if err != nil {
			return err
		}
		var b []byte
		err = s.turn(r.Context(), len(k.posting.Text), func() (err error) { b, err = as.of(s.card(c)); return err })
		if err != nil {
			return err
		}
		if format != "txt" {
			w.Header().Set("Content-Disposition", `attachment; filename="check.`+format+`"`)
		}
		send(w, http.StatusOK, as.kind, b)
		return nil
	}
}

// comparison is two checks side by side.
type comparison struct {
	A, B   *checkView
	Gone   []reasonView  // of A, not in B
	New    []reasonView  // of B, not in A
	Edit   bool          // B is an edit of A
	Lines  [2][]lineView // of an edit
	Back   string
	Change string // by how much an edit moved the answer, in words
}

// before is the check that the form says this one began with; nil where there is none,
// or nothing was changed.
func (s *Server) before(ctx context.Context, f form, now *checked) (*checked, error) {
	before, ok := s.saved.get(f.Before)
	if !ok || before.posting.Text == now.Posting.Text && before.posting.Title == now.Posting.Title {
		return nil, nil
	}
	return s.judge(ctx, before.posting, f.Prior)
}

// edit compares a check with the one that it began with; nil where there is none.
func (s *Server) edit(before, now *checked, view *checkView) *comparison {
	if before == nil {
		return nil
	}
	p := compare(s.view(before, "a"), view)
	p.Edit = true
	if p.A.Known && p.B.Known {
		p.Change = s.sayNamed("ui", "moved", "{from}", strconv.Itoa(p.A.Percent), "{to}", strconv.Itoa(p.B.Percent))
	}
	p.Lines = [2][]lineView{beside(p.A.Text, now.Posting.Text), beside(p.B.Text, before.Posting.Text)}
	return p
}

// compare says what sets two checks apart.
func compare(a, b *checkView) *comparison {
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
	return &comparison{A: a, B: b, Gone: only(a, b), New: only(b, a)}
}
