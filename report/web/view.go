package web

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus/profile"
	"rung/corpus/text"
)

// checkView is one check in words, for the templates.
type checkView struct {
	Prefix      string // of anchors: two checks may stand on one page
	Name, Where string
	Level       string // key: director, vp, unsure, neither
	Headline    string
	Claim       string
	Known       bool // a probability is worth showing
	Percent     int  // 1…99, of VP
	Odds        string
	Gauge       gauge
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

// gauge is a scale of 0 to 100.
type gauge struct{ At, Low, High int }

// Zone is the width of the unsure zone, Rest that of what lies above it.
func (g gauge) Zone() int { return g.High - g.Low }
func (g gauge) Rest() int { return 100 - g.High }

type reasonView struct {
	reason  *classify.Reason
	N       int
	Gloss   string
	Side    string // director, vp or doubt
	For     string // the level's name; empty for a doubt
	Weight  string // slight, clear, strong
	Amount  string // "+0.82", in natural log-odds
	Diff    string // the difference, in words
	Quotes  []quoteView
	More    int // places beyond Quotes
	Sources []string
	Rule    string
	Halved  []string // why it counts less
}

type quoteView struct {
	start   int
	Text    string
	Section string
	Anchor  string
}

type differenceView struct {
	Key, Name     string
	Lower, Higher int // widths of the bars, 0…100
	Lean          string
	Side          string
	Reasons       []*reasonView
	LowerX        int // where the left bar begins
}

type adviceView struct {
	Heading string
	Changes []changeView
	None    string // said when they do not lead there
}

type changeView struct {
	Add, Find string // a sentence to add, or one to reword
	Place     string // the line after which Add is meant to stand; empty: the end
	Gloss     string
	After     string
}

type factsView struct {
	Heading string
	Items   []string
}

// view says a check in words.
func (s *Server) view(c *checked, prefix string) *checkView {
	w, p, v, m := s.Words, &c.Posting, &c.Verdict, s.Classifier.Model()
	names := s.names()
	view := &checkView{
		Prefix: prefix, Name: v.Title, Names: names,
		Where:   strings.Join(slices.DeleteFunc([]string{v.Company, p.Location}, func(s string) bool { return s == "" }), ", "),
		Level:   v.Level.String(),
		Known:   v.Level != classify.Neither,
		Percent: percent(v.Probability),
		Flags:   w.sayAll("flag", v.Flags),
		Notes:   c.Notes,
		More:    c.More,
		Model:   w.say("ui", "model", "{model}", v.Model, "{lexicon}", v.Lexicon),
	}
	if view.Name == "" {
		view.Name = w.say("ui", "untitled")
	}
	view.Gauge = gauge{view.Percent, percent(m.Low), percent(m.High)}
	view.Headline = w.say("level", view.Level)
	view.Odds = w.say("ui", "odds", "{higher}", names[1], "{lower}", names[0], "{n}", strconv.Itoa(view.Percent), "{rest}", strconv.Itoa(100-view.Percent))
	if s.levels().BuiltIn() {
		view.Claim = w.say("claim", v.Claim.String()+"/"+view.Level)
		view.Missing = w.sayAll("missing", v.Missing)
	} else {
		view.Headline = w.say("pair", view.Level, "{lower}", names[0], "{higher}", names[1])
	}
	reasons := v.Reasons
	if v.Level == classify.Neither {
		view.Missing = nil // nobody misses the reporting line of a nurse
		reasons = slices.DeleteFunc(slices.Clone(v.GateReasons), func(r classify.Reason) bool { return r.Contribution() >= 0 })
		for _, f := range []string{classify.FlagNotEnglish, classify.FlagEmpty, classify.FlagShortText} {
			if slices.Contains(v.Flags, f) {
				view.Headline, view.Claim, reasons = w.say("unread", f), "", nil
				view.Flags = w.sayAll("flag", slices.DeleteFunc(slices.Clone(v.Flags), func(s string) bool { return s == f }))
				break
			}
		}
	}
	for i, r := range shown(reasons) {
		view.Reasons = append(view.Reasons, s.reason(r, i+1, p.Text, v.Level == classify.Neither))
	}
	view.Text = paint(p.Text, view.Reasons, prefix)
	if view.Known {
		view.Differences = s.differences(v, view)
	}
	for _, a := range c.Change {
		view.Advice = append(view.Advice, s.advice(a, view, v.Doc))
	}
	if c.More && len(c.Change) == 0 && s.levels().BuiltIn() {
		view.Settled = w.say("ui", "fits", "{level}", w.say("name", view.Level))
		if v.Level == classify.Neither {
			view.Settled = w.say("ui", "no_advice")
		}
	}
	if c.Profile != nil {
		view.Profile = s.facts(c.Profile, v.Doc.Text)
	}
	return view
}

// names are the two levels for a reader, the lower first.
func (s *Server) names() [2]string {
	if s.levels().BuiltIn() {
		return [2]string{s.Words.say("name", "director"), s.Words.say("name", "vp")}
	}
	l := s.levels()
	return [2]string{oneLine(strings.ReplaceAll(l[0], "_", " ")), oneLine(strings.ReplaceAll(l[1], "_", " "))}
}

// percent never says 0 or 100: the model cannot be that sure.
func percent(p float64) int { return min(max(int(math.Round(p*100)), 1), 99) }

func (s *Server) reason(r *classify.Reason, n int, t string, doubt bool) reasonView {
	x := r.Contribution()
	v := reasonView{reason: r, N: n, Gloss: capital(r.Gloss), Weight: weightWord(x), Amount: fmt.Sprintf("%+.2f", x),
		Diff: s.Words.say("difference", r.Difference.String()), Rule: r.Rule}
	switch names := s.names(); {
	case doubt:
		v.Side = "doubt"
	case x < 0:
		v.Side, v.For = "director", names[0]
	default:
		v.Side, v.For = "vp", names[1]
	}
	const quotes = 3
	hedged, repeated := true, true
	for _, e := range r.Evidence {
		hedged, repeated = hedged && e.Hedged, repeated && e.Boilerplate
		if len(v.Quotes) == quotes || e.Start < 0 || e.Start > e.End || e.End > len(t) {
			continue
		}
		words := strings.Join(strings.Fields(e.Of(t)), " ")
		if !slices.ContainsFunc(v.Quotes, func(q quoteView) bool { return strings.EqualFold(q.Text, words) }) {
			v.Quotes = append(v.Quotes, quoteView{start: e.Start, Text: words, Section: s.Words.say("section", e.Section.String())})
		}
	}
	v.More = len(r.Evidence) - len(v.Quotes)
	if hedged {
		v.Halved = append(v.Halved, s.Words.say("ui", "hedged"))
	}
	if repeated {
		v.Halved = append(v.Halved, s.Words.say("ui", "boilerplate"))
	}
	for _, cite := range r.Cite {
		source := ""
		switch {
		case cite == "postings":
			source = s.Words.say("ui", "from_postings")
		case s.Cite != nil:
			source = s.Cite(cite)
		}
		if source != "" && len(v.Sources) < 3 && !slices.Contains(v.Sources, source) {
			v.Sources = append(v.Sources, source)
		}
	}
	return v
}

// differences are the seven as pairs of bars, all to one scale.
func (s *Server) differences(v *classify.Verdict, view *checkView) []differenceView {
	var sums [signal.NumDifferences][2]float64
	top := 1.0 // a posting that says little shows short bars
	out := make([]differenceView, signal.NumDifferences)
	for i := range v.Reasons { // all, also those too light to show
		r, side := &v.Reasons[i], 0
		if r.Contribution() > 0 {
			side = 1
		}
		sum := &sums[r.Difference][side]
		*sum += math.Abs(r.Contribution())
		top = max(top, *sum)
	}
	for i := range view.Reasons {
		r := &view.Reasons[i]
		out[r.reason.Difference].Reasons = append(out[r.reason.Difference].Reasons, r)
	}
	for d := range out {
		o := &out[d]
		o.Key = signal.Difference(d).String()
		o.Name = s.Words.say("difference", o.Key)
		o.Lower, o.Higher = int(math.Round(100*sums[d][0]/top)), int(math.Round(100*sums[d][1]/top))
		o.LowerX = 100 - o.Lower
		switch x := sums[d][1] - sums[d][0]; {
		case math.Abs(x) < markRule:
			o.Lean, o.Side = s.Words.say("ui", "even"), "even"
		case x < 0:
			o.Lean, o.Side = s.Words.say("weight", weightWord(x), "{level}", view.Names[0]), "director"
		default:
			o.Lean, o.Side = s.Words.say("weight", weightWord(x), "{level}", view.Names[1]), "vp"
		}
	}
	return out
}

func (s *Server) advice(a advice, view *checkView, d *text.Document) adviceView {
	w := s.Words
	name := view.Names[0]
	if a.Target == classify.VP {
		name = view.Names[1]
	}
	v := adviceView{Heading: w.say("ui", "to_read", "{level}", name)}
	for _, c := range a.Changes {
		n := percent(c.Probability)
		after := w.say("ui", "after", "{higher}", view.Names[1], "{n}", strconv.Itoa(n))
		if c.Level == a.Target {
			after = w.say("ui", "after_done", "{higher}", view.Names[1], "{n}", strconv.Itoa(n), "{level}", name)
		}
		v.Changes = append(v.Changes, changeView{Add: c.Add, Find: c.Quote, Gloss: capital(c.Gloss), After: after, Place: place(d)})
	}
	if n := len(a.Changes); n == 0 || a.Changes[n-1].Level != a.Target {
		v.None = w.say("ui", "no_few", "{level}", name)
	}
	return v
}

// place is the line after which a duty may be added: the last of the duties, or
// of the description of the role, as where the advice was tried.
func place(d *text.Document) string {
	for _, k := range []text.Kind{text.Duties, text.Role} {
		if i := slices.IndexFunc(d.Lines, func(l text.Line) bool { return l.Kind == k }); i >= 0 {
			for i+1 < len(d.Lines) && d.Lines[i+1].Kind == k {
				i++
			}
			return d.Lines[i].Of(d.Text)
		}
	}
	return ""
}

// facts is the profile: what the posting states, by heading.
func (s *Server) facts(p *profile.Profile, t string) []factsView {
	const most = 24
	values := map[string]string{}
	for _, f := range p.Facts(t) {
		values[f.Name] = f.Value
	}
	var out []factsView
	add := func(key string, items ...string) {
		items = slices.DeleteFunc(items, func(s string) bool { return strings.TrimSpace(s) == "" })
		if len(items) > most {
			items = append(items[:most], s.Words.say("ui", "and_more", "{n}", strconv.Itoa(len(items)-most)))
		}
		if len(items) > 0 {
			out = append(out, factsView{s.Words.say("fact", key), items})
		}
	}
	years := func(name, key string) string {
		if values[name] == "" {
			return ""
		}
		return s.Words.say("fact", key, "{n}", values[name])
	}
	add("reports_to", values["reports_to"])
	add("manages", values["manages"])
	add("experience", years("years_total_min", "years"), years("years_leading_min", "years_leading"))
	if values["degree"] != "none" {
		add("degree", values["degree"])
	}
	add("pay", pay(values))
	add("place", values["workplace"], values["employment"])
	var duties []string
	for _, d := range p.Responsibilities {
		duties = append(duties, d.Of(t))
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

// capital begins s with a capital letter.
func capital(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}
