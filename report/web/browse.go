package web

import (
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

// rowView is a row in words.
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

// table is the one that a request names: a dropped one, or "db" for
// Options.Source.
func (s *Server) table(r *http.Request) (*table, error) {
	id := r.PathValue("id")
	if id == "db" && s.source != nil {
		return s.source, nil
	}
	t, ok := s.tables.get(id)
	if !ok {
		return nil, errGone
	}
	return t, nil
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

func (s *Server) tablePage(w http.ResponseWriter, r *http.Request) error {
	t, err := s.table(r)
	if err != nil {
		return err
	}
	id, q := r.PathValue("id"), asking(r.URL.Query())
	all, done, failed := t.state()
	var rows []entry
	total := 0
	// A row that is looked at is about as much work as a byte of a text.
	if err := s.turn(r.Context(), all, func() error { rows, total = t.cut(&q); return nil }); err != nil {
		return err
	}
	v := &tableView{ID: id, Asked: asked(r), Name: t.source.Name(), Query: q, Total: total, All: all, Failed: failed, Bad: t.bad, Pages: (total + pageRows - 1) / pageRows,
		Count:       s.Words.Say("ui", "rows", "{n}", strconv.Itoa(total), "{all}", strconv.Itoa(all)),
		Probability: s.sayNamed("ui", "probability")}
	if !done {
		v.Working = s.Words.Say("ui", "working", "{n}", strconv.Itoa(all))
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
		c := columnView{Name: s.Words.Say("column", key), Sorted: "none"}
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
	return s.page(w, http.StatusOK, "table", v)
}

func (s *Server) options(kind, chosen string, keys ...string) []optionView {
	out := []optionView{{"", s.Words.Say(kind, "any"), chosen == ""}}
	for _, k := range keys {
		out = append(out, optionView{k, s.sayNamed(kind, k), chosen == k})
	}
	return out
}

func (s *Server) rowView(r entry) rowView {
	v := rowView{entry: r, Key: r.Level.String(), LevelName: s.sayNamed("short", r.Answer),
		Against: s.Words.Say("against", r.Agreement.String()),
		Leans:   strings.HasPrefix(r.Answer, "leans"), Known: r.Level != classify.Neither && r.Level != classify.Unread}
	if v.Title == "" {
		v.Title = s.Words.Say("ui", "untitled")
	}
	return v
}

// posting is that of the row n of the table that is asked for.
func (s *Server) posting(r *http.Request, n string) (k saved, err error) {
	t, err := s.table(r)
	if err != nil {
		return k, err
	}
	i, err := strconv.Atoi(n)
	if err != nil {
		return k, ErrNoRow
	}
	k.posting, err = t.source.Posting(r.Context(), i)
	return k, err
}

// rowAsked is the posting of the row that is asked for.
func (s *Server) rowAsked(_ http.ResponseWriter, r *http.Request) (saved, error) {
	return s.posting(r, r.PathValue("n"))
}

// tablePosting is a row in full.
func (s *Server) tablePosting(w http.ResponseWriter, r *http.Request) error {
	k, err := s.rowAsked(w, r)
	if err != nil {
		return err
	}
	c, err := s.whole(r.Context(), k)
	if err != nil {
		return err
	}
	return s.renderInTurn(w, r, len(k.posting.Text), "check", wholePage, func() any {
		page := s.newPage(form{Text: k.posting.Text, Title: k.posting.Title, Company: k.posting.Company})
		page.Check, page.Back = s.view(c, ""), back(r)
		page.Check.Cards = fmt.Sprintf("/t/%s/p/%s/card/", r.PathValue("id"), r.PathValue("n"))
		return page
	})
}

// comparePage shows two rows side by side.
func (s *Server) comparePage(w http.ResponseWriter, r *http.Request) error {
	rows := r.URL.Query()["n"]
	if len(rows) != 2 {
		return &refusal{status: http.StatusUnprocessableEntity, key: "two", back: back(r)}
	}
	var both [2]*checked
	size := 0
	for i, n := range rows {
		k, err := s.posting(r, n)
		if err != nil {
			return err
		}
		if both[i], err = s.judge(r.Context(), k.posting, 0); err != nil {
			return err
		}
		size += len(k.posting.Text)
	}
	return s.renderInTurn(w, r, size, "compare", wholePage, func() any {
		p := compare(s.view(both[0], "a"), s.view(both[1], "b"))
		p.Back = back(r)
		return p
	})
}
