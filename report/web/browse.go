package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"rung/classify"
)

// tableView is one page of a table.
type tableView struct {
	ID, Name    string
	Asked       string // the query as a part of an address: "?q=x", or ""
	Query       query
	Rows        []rowView
	Total, All  int
	Count       string
	Working     string // how far the judging is; empty when it is done
	Failed      string
	Bad         []string
	Pages       int
	Prev, Next  string // addresses; empty: none
	Columns     []columnView
	Downloads   []linkView
	Levels      []optionView
	Titles      []optionView
	Probability string
}

type rowView struct {
	entry
	Key, LevelName, Against string
	Leans, Known            bool // see checkView
}

type columnView struct{ Name, URL, Sorted string } // Sorted: ascending, descending or none

type linkView struct{ Name, URL string }

type optionView struct {
	Value, Name string
	Chosen      bool
}

// byID finds a table: a dropped one, or "db" for Options.Source.
func (s *Server) byID(id string) (*table, bool) {
	if id == "db" {
		return s.source, s.source != nil
	}
	return s.tables.get(id)
}

// asking reads a query from an address. What makes no sense is left out.
func asking(v url.Values) query {
	q := query{Search: strings.ToLower(oneLine(v.Get("q"))), Level: v.Get("level"), Title: v.Get("title"), Sort: v.Get("sort"), Down: v.Get("down") == "1"}
	if sortKeys[q.Sort] == nil {
		q.Sort = ""
	}
	q.Page, _ = strconv.Atoi(v.Get("page")) // 0 where it is no number
	q.Page = min(max(q.Page, 1), 1_000_000)
	return q
}

// Values is the inverse of asking.
func (q query) Values() url.Values {
	v := url.Values{}
	for k, s := range map[string]string{"q": q.Search, "level": q.Level, "title": q.Title, "sort": q.Sort} {
		if s != "" {
			v.Set(k, s)
		}
	}
	if q.Down {
		v.Set("down", "1")
	}
	if q.Page > 1 {
		v.Set("page", strconv.Itoa(q.Page))
	}
	return v
}

// asked is the query of a request as a part of an address.
func asked(r *http.Request) string {
	if v := asking(r.URL.Query()).Values(); len(v) > 0 {
		return "?" + v.Encode()
	}
	return ""
}

// back is the page of the table that a request came from.
func back(r *http.Request) string { return "/t/" + r.PathValue("id") + asked(r) }

func (s *Server) tablePage(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	t, ok := s.byID(id)
	if !ok {
		s.refuse(w, r, http.StatusNotFound, "gone")
		return
	}
	q := asking(r.URL.Query())
	all, done, failed := t.state()
	rows, total := t.cut(&q)
	v := &tableView{ID: id, Asked: asked(r), Name: t.source.Name(), Query: q, Total: total, All: all, Failed: failed, Bad: t.bad, Pages: (total + pageRows - 1) / pageRows,
		Count:       s.Words.say("ui", "rows", "{n}", strconv.Itoa(total), "{all}", strconv.Itoa(all)),
		Probability: s.Words.say("ui", "probability", "{higher}", s.names()[1])}
	if !done {
		v.Working = s.Words.say("ui", "working", "{n}", strconv.Itoa(all))
	}
	for _, r := range rows {
		v.Rows = append(v.Rows, s.rowView(r))
	}
	at := func(change func(*query)) string {
		q := q
		q.Page = 1
		change(&q)
		return "/t/" + id + "?" + q.Values().Encode()
	}
	if q.Page > 1 {
		v.Prev = at(func(n *query) { n.Page = q.Page - 1 })
	}
	if q.Page < v.Pages {
		v.Next = at(func(n *query) { n.Page = q.Page + 1 })
	}
	for _, key := range []string{"title", "level", "probability", "agreement", "company"} {
		c := columnView{Name: s.Words.say("column", key), Sorted: "none"}
		if key == "probability" {
			c.Name = v.Probability
		}
		if q.Sort == key {
			c.Sorted = "ascending"
			if q.Down {
				c.Sorted = "descending"
			}
		}
		c.URL = at(func(n *query) { n.Down = q.Sort == key && !q.Down; n.Sort = key })
		v.Columns = append(v.Columns, c)
	}
	for _, f := range exports {
		v.Downloads = append(v.Downloads, linkView{f.name, "/t/" + id + "/rows/" + f.name + "?" + q.Values().Encode()})
	}
	v.Levels = s.options("filter_level", q.Level, "director", "reads_director", "leans_director", "vp", "reads_vp", "leans_vp", "unsure", "neither", "below", "above", "other_function", "unread")
	v.Titles = s.options("filter_title", q.Title, "director", "vp", "bank_vp", "other", "none", "agrees", "reads_lower", "reads_higher")
	s.page(w, http.StatusOK, "table", v)
}

func (s *Server) options(kind, chosen string, keys ...string) []optionView {
	names := s.names()
	out := []optionView{{"", s.Words.say(kind, "any"), chosen == ""}}
	for _, k := range keys {
		out = append(out, optionView{k, s.Words.say(kind, k, "{lower}", names[0], "{higher}", names[1]), chosen == k})
	}
	return out
}

func (s *Server) rowView(r entry) rowView {
	names := s.names()
	v := rowView{entry: r, Key: r.Level.String(), LevelName: s.Words.say("short", r.Answer, "{lower}", names[0], "{higher}", names[1]),
		Against: s.Words.say("against", r.Agreement.String()),
		Leans:   strings.HasPrefix(r.Answer, "leans"), Known: r.Level != classify.Neither && r.Level != classify.Unread}
	if v.Title == "" {
		v.Title = s.Words.say("ui", "untitled")
	}
	return v
}

// posting is the check of a row.
func (s *Server) posting(r *http.Request, n string) (*checked, error) {
	t, ok := s.byID(r.PathValue("id"))
	i, err := strconv.Atoi(n)
	if !ok || err != nil {
		return nil, ErrNoRow
	}
	p, err := t.source.Posting(r.Context(), i)
	if err != nil {
		return nil, err
	}
	return s.judge(r.Context(), p, 0)
}

func (s *Server) failRow(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, ErrNoRow) {
		s.refuse(w, r, http.StatusNotFound, "gone")
		return
	}
	s.fail(w, r, err)
}

// tablePosting is a row in full.
func (s *Server) tablePosting(w http.ResponseWriter, r *http.Request) {
	c, err := s.posting(r, r.PathValue("n"))
	if err == nil {
		err = s.complete(r.Context(), c, "")
	}
	if err != nil {
		s.failRow(w, r, err)
		return
	}
	view := s.view(c, "")
	view.Cards = fmt.Sprintf("/t/%s/p/%s/card/", r.PathValue("id"), r.PathValue("n"))
	page := s.newPage(form{Text: c.Posting.Text, Title: c.Posting.Title, Company: c.Posting.Company})
	page.Check, page.Back = view, back(r)
	s.page(w, http.StatusOK, "check", page)
}

func (s *Server) tableCard(w http.ResponseWriter, r *http.Request) {
	c, err := s.posting(r, r.PathValue("n"))
	if err != nil {
		s.failRow(w, r, err)
		return
	}
	s.sendCard(w, r, c, "")
}

// comparePage shows two rows side by side.
func (s *Server) comparePage(w http.ResponseWriter, r *http.Request) {
	rows := r.URL.Query()["n"]
	if len(rows) != 2 {
		s.page(w, http.StatusUnprocessableEntity, "problem", problemPage{s.Words.say("ui", "refused"), s.Words.say("refused", "two"), back(r)})
		return
	}
	var views [2]*checkView
	for i, n := range rows {
		c, err := s.posting(r, n)
		if err != nil {
			s.failRow(w, r, err)
			return
		}
		views[i] = s.view(c, string(rune('a'+i)))
	}
	p := s.compare(views[0], views[1])
	p.Back = back(r)
	s.page(w, http.StatusOK, "compare", p)
}
