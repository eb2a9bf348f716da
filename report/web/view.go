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

// gauge is a scale of 0 to 100. Low and High are equal where no zone between is
// to be shown.
type gauge struct{ At, Low, High int }

// Zone is the width of the unsure zone, Rest that of what lies above it.
func (g gauge) Zone() int { return g.High - g.Low }
func (g gauge) Rest() int { return 100 - g.High }

type reasonView struct {
	told    *card.Told
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
	Halved  []string   // why it counts less
	Words   []wordView // of the wording as a whole, heaviest first
}

// wordView is a word of the wording as a whole.
type wordView struct {
	start     int // of its first place; -1 where it has none
	Word      string
	Side, For string
	Amount    string
	Anchor    string // "" where the text does not show it
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
	Wording       string // which way the wording as a whole leans here; empty: none
	LowerX        int    // where the left bar begins
}

type adviceView struct {
	Heading string
	Changes []changeView
	Closing string // how far they lead
}

type changeView struct {
	card.Advised
	Place string // the line after which Add is meant to stand; empty: the end
}

type factsView struct {
	Heading string
	Items   []string
}

// voice says verdicts in the words of the page.
func (s *Server) voice() card.Voice {
	return card.Voice{Say: s.Words.say, Levels: s.levels(), Names: s.names()}
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
		Percent:  percent(v.Probability),
		Odds:     o.Odds(v),
		Ladder:   o.Ladder(v),
		Function: o.Function(v),
		Flags:    w.sayAll("flag", card.FlagsToTell(v)),
		Notes:    c.Notes,
		More:     c.More,
		Model:    w.say("ui", "model", "{model}", v.Model, "{lexicon}", v.Lexicon),
	}
	if view.Name == "" {
		view.Name = w.say("ui", "untitled")
	}
	view.Gauge = gauge{view.Percent, view.Percent, view.Percent}
	m := s.Classifier.Model()
	if low, high, ok := card.Zone(v, m.Low, m.High); ok {
		view.Gauge.Low, view.Gauge.High = low, high
	}
	if view.Known && s.levels().BuiltIn() { // nobody misses the reporting line of a nurse
		view.Missing = w.sayAll("missing", card.MissingToTell(v))
	}
	told, doubt := card.ToldOf(v, s.levels())
	for i, t := range shown(told) {
		view.Reasons = append(view.Reasons, s.reason(t, i+1, p.Text, doubt))
	}
	for _, f := range o.Facts(v, p.Text) {
		view.Facts = append(view.Facts, factView{JobFact: f})
	}
	paint := paint{prefix, view.Reasons, view.Facts, v.Unread, func(cause string) string { return w.say("unread", cause) }}
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

func (s *Server) reason(told *card.Told, n int, t string, doubt bool) reasonView {
	v := reasonView{told: told, N: n, Weight: weightWord(told.Sum), Amount: amount(told.Sum)}
	v.Side, v.For = s.side(told.Sum, doubt)
	if told.Reason == nil {
		v.Gloss, v.Rule = s.Words.say("reason", "wording"), "wording"
		for _, r := range told.Words {
			w := wordView{start: -1, Word: report.Word(r), Amount: amount(r.Contribution())}
			w.Side, w.For = s.side(r.Contribution(), doubt)
			if len(r.Evidence) > 0 {
				w.start = r.Evidence[0].Start
			}
			v.Words = append(v.Words, w)
		}
		return v
	}
	r := told.Reason
	v.Gloss, v.Rule, v.Diff = capital(r.Gloss), r.Rule, s.Words.say("difference", r.Difference.String())
	s.quote(&v, t)
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

// side is the level that log-odds speak for, as a key and as a name.
func (s *Server) side(x float64, doubt bool) (key, name string) {
	switch {
	case doubt:
		return "doubt", ""
	case x < 0:
		return "director", s.names()[0]
	}
	return "vp", s.names()[1]
}

func amount(x float64) string { return fmt.Sprintf("%+.2f", x) }

// quote fills in what the reason rests on.
func (s *Server) quote(v *reasonView, t string) {
	const quotes = 3
	hedged, repeated := true, true
	for _, e := range v.told.Evidence {
		hedged, repeated = hedged && e.Hedged, repeated && e.Boilerplate
		if len(v.Quotes) == quotes || !fits(e.Span, t) {
			continue
		}
		words := strings.Join(strings.Fields(e.Of(t)), " ")
		if !slices.ContainsFunc(v.Quotes, func(q quoteView) bool { return strings.EqualFold(q.Text, words) }) {
			v.Quotes = append(v.Quotes, quoteView{start: e.Start, Text: words, Section: s.Words.say("section", e.Section.String())})
		}
	}
	v.More = len(v.told.Evidence) - len(v.Quotes)
	if hedged {
		v.Halved = append(v.Halved, s.Words.say("ui", "hedged"))
	}
	if repeated {
		v.Halved = append(v.Halved, s.Words.say("ui", "boilerplate"))
	}
}

// differences are the seven as pairs of bars, all to one scale.
func (s *Server) differences(v *classify.Verdict, view *checkView) []differenceView {
	var sums [signal.NumDifferences][2]float64
	top := 1.0 // a posting that says little shows short bars
	out := make([]differenceView, signal.NumDifferences)
	add := func(d signal.Difference, x float64) {
		side := 0
		if x > 0 {
			side = 1
		}
		sums[d][side] += math.Abs(x)
		top = max(top, sums[d][side])
	}
	told := card.Tell(v.Reasons, s.levels()) // all, also those too light to show
	for i := range told {
		if t := &told[i]; t.Reason != nil {
			add(t.Reason.Difference, t.Sum)
		}
	}
	for i := range view.Reasons {
		if r := view.Reasons[i].told.Reason; r != nil {
			out[r.Difference].Reasons = append(out[r.Difference].Reasons, &view.Reasons[i])
		}
	}
	for d := range out {
		o := &out[d]
		if x := card.WordingOf(signal.Difference(d), told); x != 0 {
			add(signal.Difference(d), x)
			if math.Abs(x) >= least {
				o.Wording = s.lean(x)
			}
		}
	}
	for d := range out {
		o := &out[d]
		o.Key = signal.Difference(d).String()
		o.Name = s.Words.say("difference", o.Key)
		o.Lower, o.Higher = int(math.Round(100*sums[d][0]/top)), int(math.Round(100*sums[d][1]/top))
		o.LowerX = 100 - o.Lower
		if x := v.Differences[d]; math.Abs(x) < least {
			o.Lean, o.Side = s.Words.say("ui", "even"), "even"
		} else {
			o.Lean = s.lean(x)
			o.Side, _ = s.side(x, false)
		}
	}
	return out
}

// lean says which level log-odds speak for, and how strongly.
func (s *Server) lean(x float64) string {
	_, name := s.side(x, false)
	return s.Words.say("weight", weightWord(x), "{level}", name)
}

// advise fills in what to change, or why nothing is advised.
func (s *Server) advise(c *checked, view *checkView) {
	w, v, o := s.Words, &c.Verdict, s.voice()
	for _, a := range c.Change {
		name := view.Names[0]
		if a.Target == classify.VP {
			name = view.Names[1]
		}
		heading := "to_read"
		if a.Target == v.Level {
			heading = "to_read_surely"
		}
		changes, closing := o.Advice(v, a.Target, a.Changes)
		advised := adviceView{Heading: w.say("ui", heading, "{level}", name), Closing: closing}
		for _, change := range changes {
			advised.Changes = append(advised.Changes, changeView{change, place(v.Doc)})
		}
		view.Advice = append(view.Advice, advised)
	}
	if c.More && len(c.Change) == 0 && s.levels().BuiltIn() {
		view.Settled = w.say("ui", "fits", "{level}", w.say("name", view.Level))
		if !view.Known {
			view.Settled = w.say("ui", "no_advice")
		}
	}
}

// place is the line after which a duty may be added, as where the advice was
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
