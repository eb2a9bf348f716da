package web

import (
	"slices"
	"strconv"
	"strings"

	"rung/classify"
	"rung/corpus/profile"
	"rung/corpus/text"
	"rung/report"
	"rung/report/card"
)

// checkView is one check in words, for the templates.
type checkView struct {
	Prefix      string // of anchors: two checks may stand on one page
	Name, Where string
	Level       string // key: director, vp, unsure, neither, unread
	Leans       bool   // the level is not sure
	Headline    string
	Claim       string
	Known       bool // a probability is worth showing
	Percent     int  // 1…99, of VP
	Odds        string
	Gauge       gauge
	Ladder      []card.Step // the highest first; empty where it is not known
	Function    string
	Facts       []factView
	Dimmed      []string // why parts of the text are not read, each once
	Names       [2]string
	Text        []piece
	Reasons     []reasonView // numbered from 1, heaviest first
	Differences []differenceView
	Flags       []string
	Missing     []string
	Notes       []string
	More        bool
	Advice      []adviceView
	Settled     string // why there is no advice; empty: there is, or it was not asked for
	Profile     []factsView
	Model       string
	Permalink   string // empty: it has none
	Cards       string // where its cards are, "" when they are asked for by the form
}

// factView is a fact of the job, and where the page says it.
type factView struct {
	card.JobFact
	Anchor string // "" where it is not said
}

// gauge is a scale from 0 to 100. Low and High are equal where no zone is to be
// shown between them.
type gauge struct{ At, Low, High int }

// Zone is the width of the unsure zone.
func (g gauge) Zone() int { return g.High - g.Low }

// Rest is the width of what lies above the zone.
func (g gauge) Rest() int { return 100 - g.High }

// adviceView is how to come to one level.
type adviceView struct {
	Heading string
	Changes []changeView
	Closing string // how far they lead
}

// changeView is one change that is advised.
type changeView struct {
	card.Advised
	Place string // the line after which Add is meant to stand; empty: the end
}

// voice says verdicts in the words of the page.
func (s *Server) voice() card.Voice {
	return card.Voice{Say: s.Words.Say, Levels: s.levels(), Names: s.names()}
}

// view says a check in words.
func (s *Server) view(c *checked, prefix string) *checkView {
	w, p, v, o := s.Words, &c.Posting, &c.Verdict, s.voice()
	view := &checkView{
		Prefix: prefix, Name: v.Title, Names: s.names(),
		Where:    strings.Join(slices.DeleteFunc([]string{v.Company, p.Location}, func(s string) bool { return s == "" }), ", "),
		Level:    v.Level.String(),
		Leans:    strings.HasPrefix(report.Answer(v), "leans"),
		Headline: o.Headline(v),
		Claim:    o.Claim(v),
		Known:    report.HasOdds(v),
		Percent:  report.Percent(v.Probability),
		Odds:     o.Odds(v),
		Ladder:   o.Ladder(v),
		Function: o.Function(v),
		Flags:    w.SayAll("flag", card.FlagsToTell(v)),
		Notes:    c.Notes,
		More:     c.More,
		Model:    w.Say("ui", "model", "{model}", v.Model, "{lexicon}", v.Lexicon),
	}
	if view.Name == "" {
		view.Name = w.Say("ui", "untitled")
	}
	view.Gauge = gauge{view.Percent, view.Percent, view.Percent}
	m := s.Classifier.Model()
	if low, high, ok := card.Zone(v, m.Low, m.High); ok {
		view.Gauge.Low, view.Gauge.High = low, high
	}
	if view.Known && s.levels().BuiltIn() { // a nurse's posting need not say who reports to whom
		view.Missing = w.SayAll("missing", card.MissingToTell(v))
	}
	told, doubt := card.ToldOf(v, s.levels())
	for i := range told { // heaviest first
		if t := &told[i]; worth(t) {
			view.Reasons = append(view.Reasons, s.reason(t, len(view.Reasons)+1, p.Text, doubt))
		}
	}
	for _, f := range o.Facts(v, p.Text) {
		view.Facts = append(view.Facts, factView{JobFact: f})
	}
	paint := paint{prefix, view.Reasons, view.Facts, v.Unread, func(cause string) string { return w.Say("unread", cause) }}
	view.Text = paint.pieces(p.Text)
	for _, part := range view.Text {
		if part.Unread != "" && !slices.Contains(view.Dimmed, part.Unread) {
			view.Dimmed = append(view.Dimmed, part.Unread)
		}
	}
	if view.Known {
		view.Differences = s.differences(v, view)
	}
	s.advise(c, view)
	if c.Profile != nil {
		view.Profile = s.profile(c.Profile, len(view.Facts) > 0)
	}
	return view
}

// sayNamed says words in which the two levels are named, with more pairs.
func (s *Server) sayNamed(kind, key string, with ...string) string {
	names := s.names()
	return s.Words.Say(kind, key, append(with, "{lower}", names[0], "{higher}", names[1])...)
}

// names are the two levels for a reader, the lower first.
func (s *Server) names() [2]string {
	l := s.levels()
	if l.BuiltIn() {
		return [2]string{s.Words.Say("name", "director"), s.Words.Say("name", "vp")}
	}
	return [2]string{oneLine(strings.ReplaceAll(l[0], "_", " ")), oneLine(strings.ReplaceAll(l[1], "_", " "))}
}

// advise fills in what to change, or why nothing is advised.
func (s *Server) advise(c *checked, view *checkView) {
	w, v, o := s.Words, &c.Verdict, s.voice()
	for _, a := range c.Change {
		heading := "to_read"
		if a.Target == v.Level {
			heading = "to_read_surely"
		}
		changes, closing := o.Advice(v, a.Target, a.Changes)
		advised := adviceView{Heading: w.Say("ui", heading, "{level}", o.Level(a.Target)), Closing: closing}
		for _, change := range changes {
			advised.Changes = append(advised.Changes, changeView{change, place(v.Doc)})
		}
		view.Advice = append(view.Advice, advised)
	}
	if c.More && len(c.Change) == 0 && s.levels().BuiltIn() {
		view.Settled = w.Say("ui", "fits", "{level}", w.Say("name", view.Level))
		if !view.Known {
			view.Settled = w.Say("ui", "no_advice")
		}
	}
}

// place is the line after which a duty may be added, which is where the advice was
// tried; "" for the end of the text.
func place(d *text.Document) string {
	at := classify.LineAfter(d)
	for i := range d.Lines {
		if d.Lines[i].End == at {
			return d.Lines[i].Of(d.Text)
		}
	}
	return ""
}

// factsView is what a posting states under one heading.
type factsView struct {
	Heading string
	Items   []string
}

// profile is what the posting states, by heading. Whom the job answers to and
// whom it leads are among the facts of the job, where these are known.
func (s *Server) profile(p *profile.Profile, known bool) []factsView {
	const most = 24
	values := map[string]string{}
	for _, f := range p.Facts() {
		values[f.Name] = f.Value
	}
	var out []factsView
	add := func(key string, items ...string) {
		items = slices.DeleteFunc(items, func(s string) bool { return strings.TrimSpace(s) == "" })
		if len(items) > most {
			items = append(items[:most], s.Words.Say("ui", "and_more", "{n}", strconv.Itoa(len(items)-most)))
		}
		if len(items) > 0 {
			out = append(out, factsView{s.Words.Say("fact", key), items})
		}
	}
	years := func(name, key string) string {
		if values[name] == "" {
			return ""
		}
		return s.Words.Say("fact", key, "{n}", values[name])
	}
	if !known {
		add("reports_to", values["reports_to"])
		add("manages", values["manages"])
	}
	add("experience", years("years_total_min", "years"), years("years_leading_min", "years_leading"))
	if values["degree"] != "none" {
		add("degree", values["degree"])
	}
	add("pay", pay(values))
	add("place", values["workplace"], values["employment"])
	var duties []string
	for _, d := range p.Responsibilities {
		duties = append(duties, d.Of(p.Text))
	}
	add("duties", duties...)
	for _, l := range []struct {
		key  string
		list []profile.Skill
	}{{"hard_skills", p.HardSkills}, {"soft_skills", p.SoftSkills}} {
		var names []string
		for _, k := range l.list {
			if !slices.Contains(names, k.Name) {
				names = append(names, k.Name)
			}
		}
		add(l.key, names...)
	}
	return out
}

// pay is a range of pay in one line; "" where none is stated.
func pay(f map[string]string) string {
	low, high := f["salary_min"], f["salary_max"]
	switch {
	case low == "" && high == "":
		return ""
	case low == "" || high == "" || low == high:
		low = max(low, high)
	default:
		low += "–" + high
	}
	if f["salary_period"] != "" {
		low += " / " + f["salary_period"]
	}
	return strings.TrimSpace(f["salary_currency"] + " " + low)
}
