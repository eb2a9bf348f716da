package board

import (
	"cmp"
	"html"
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"rung/corpus"
	"rung/corpus/page"
)

// newJob is a posting by its number, which may be empty.
func newJob(number string) *Job {
	return &Job{Number: number, Fields: map[string]string{}}
}

// id is "board/company/number"; a posting of a page that has more than one is
// a part of it.
func id(r Ref, number string) corpus.ID {
	company := r.Token
	switch r.Board {
	case "lever":
		company = strings.TrimPrefix(company, "eu/")
	case "workday":
		company = tenant(company)
	case "web":
		if u, err := url.Parse(company); err == nil {
			return webID(u) + "#" + corpus.ID(number)
		}
	}
	return corpus.ID(r.Board + "/" + company + "/" + number)
}

// set sets a field that is not set yet, and remembers its source.
func (j *Job) set(field *string, name, v, source string) {
	if v = oneLine(v); v != "" && *field == "" {
		*field = v
		j.Fields[name] = source
	}
}

// setters are the fields that fill sets from words.
var setters = map[string]func(j *Job, v, source string){
	"title": (*Job).title, "company": (*Job).company, "url": (*Job).url, "apply": (*Job).apply, "location": (*Job).location,
	"department": (*Job).department, "workplace": (*Job).workplace, "employment": (*Job).employment,
}

// fill sets fields of the posting from members of v. rules are of the form
// "field=path", the names of a path joined by dots; of a field that holds one value,
// the first rule that finds one sets it. "locations" adds each of a list, and a
// workplace is set where the member is true. source names v, as "api".
func (j *Job) fill(v value, source, rules string) {
	for rule := range strings.FieldsSeq(rules) {
		field, path, _ := strings.Cut(rule, "=")
		member, from := v.get(strings.Split(path, ".")...), source+" "+path
		switch field {
		case "posted":
			j.posted(member.time(), from)
		case "until":
			j.validThrough(member.time(), from)
		case "text":
			j.text("", member.str(), from)
		case "locations":
			for _, l := range member.list() {
				j.location(l.str(), from)
			}
		case "remote", "hybrid", "on-site":
			if member.is() {
				j.workplace(field, from)
			}
		default:
			setters[field](j, member.str(), from)
		}
	}
}

func (j *Job) title(v, source string)      { j.set(&j.Title, "title", v, source) }
func (j *Job) company(v, source string)    { j.set(&j.Company, "company", v, source) }
func (j *Job) url(v, source string)        { j.set(&j.URL, "url", absolute(v), source) }
func (j *Job) apply(v, source string)      { j.set(&j.ApplyURL, "applyurl", absolute(v), source) }
func (j *Job) department(v, source string) { j.set(&j.Department, "department", v, source) }
func (j *Job) workplace(v, source string)  { j.set(&j.Workplace, "workplace", workplaceOf(v), source) }
func (j *Job) employment(v, source string) {
	j.set(&j.Employment, "employment", employmentOf(v), source)
}
func (j *Job) posted(t time.Time, source string) { j.setTime(&j.Posted, "posted", t, source) }
func (j *Job) validThrough(t time.Time, source string) {
	j.setTime(&j.ValidThrough, "validthrough", t, source)
}

func (j *Job) setTime(field *time.Time, name string, t time.Time, source string) {
	if field.IsZero() && !t.IsZero() {
		*field = t
		j.Fields[name] = source
	}
}

// absolute is s if it is the address of a page, else empty.
func absolute(s string) string {
	if u, err := url.Parse(s); err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return s
}

// location adds a place, unless it is there.
func (j *Job) location(v, source string) {
	if v = oneLine(v); v == "" || slices.Contains(j.Locations, v) || len(j.Locations) >= 50 {
		return
	}
	j.Locations = append(j.Locations, v)
	j.Location = strings.Join(j.Locations, "; ")
	j.Fields["location"] = cmp.Or(j.Fields["location"], source)
}

// place adds a place by its parts.
func (j *Job) place(source string, parts ...string) {
	var kept []string
	for _, p := range parts {
		if p = oneLine(p); p != "" && !slices.Contains(kept, p) {
			kept = append(kept, p)
		}
	}
	j.location(strings.Join(kept, ", "), source)
}

// text adds a part to the text: HTML, HTML written as entities, or plain. The
// heading, which the site shows over the part, is left out where the part
// brings one of its own.
func (j *Job) text(heading, markup, source string) {
	t := corpus.Normalize(page.HTMLToText(markup))
	if t == "" {
		return
	}
	if heading = oneLine(heading); heading != "" && !isHeaded(t, heading) {
		t = heading + "\n\n" + t
	}
	if j.Text != "" {
		t = j.Text + "\n\n" + t
	}
	j.Text = corpus.Normalize(t)
	j.Fields["text"] = cmp.Or(j.Fields["text"], source)
}

func isHeaded(t, heading string) bool {
	first, _, _ := strings.Cut(t, "\n")
	return strings.EqualFold(strings.Trim(first, " :"), strings.Trim(heading, " :"))
}

// pay sets what the source states in numbers, and keeps its words; where it has no
// words, they are made of the numbers.
func (j *Job) pay(lo, hi float64, currency, per, words, source string) {
	if lo < 0 || hi < 0 || math.IsInf(lo, 0) || math.IsInf(hi, 0) || lo == 0 && hi == 0 || j.Pay != (Pay{}) {
		return
	}
	currency = strings.ToUpper(oneLine(currency))
	if words = oneLine(words); words == "" {
		amounts := amount(lo)
		if hi != lo && hi != 0 {
			amounts = strings.TrimPrefix(amounts+" - "+amount(hi), "0 - ")
		}
		words = oneLine(currency + " " + amounts + " " + per)
	}
	j.Pay = Pay{Min: lo, Max: hi, Currency: currency, Per: perOf(per), Text: words}
	j.Fields["pay"] = source
}

func amount(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// payWords sets what the source states in words: "$24 per hour", "€150,000 —
// €190,000 EUR". Without an amount it sets nothing.
func (j *Job) payWords(s, source string) {
	s = oneLine(s)
	if s == "" || len(s) > 200 || j.Pay != (Pay{}) {
		return
	}
	lo, hi := amounts(s)
	if hi > 0 {
		j.pay(lo, hi, currencyOf(s), s, s, source)
	}
}

// amounts are the first two sums of money in s, equal where there is one.
func amounts(s string) (lo, hi float64) {
	for i := 0; i < len(s); {
		if s[i] < '0' || s[i] > '9' {
			i++
			continue
		}
		end := i
		for end < len(s) && (s[end] >= '0' && s[end] <= '9' || (s[end] == ',' || s[end] == '.') && end+1 < len(s) && s[end+1] >= '0' && s[end+1] <= '9') {
			end++
		}
		digits := s[i:end]
		// A last part of three digits is thousands, another is a fraction.
		if k := strings.LastIndexAny(digits, ",."); k >= 0 && len(digits)-k-1 != 3 {
			digits = key(digits[:k]) + "." + digits[k+1:]
		} else {
			digits = key(digits)
		}
		f, err := strconv.ParseFloat(digits, 64)
		if i = end; err != nil || strings.HasPrefix(s[end:], "%") || strings.HasPrefix(s[end:], "(") {
			continue
		}
		switch rest := strings.ToLower(s[end:]); {
		case strings.HasPrefix(rest, "k"):
			f *= 1e3
		case strings.HasPrefix(rest, "m ") || rest == "m":
			f *= 1e6
		}
		if lo == 0 {
			lo, hi = f, f
			continue
		}
		if f >= lo {
			hi = f
		}
		break
	}
	return lo, hi
}

// currencyOf is the currency that s names by its code, else by its sign. A sign
// that several currencies share is read as the most usual one's.
func currencyOf(s string) string {
	for f := range strings.FieldsFuncSeq(s, func(r rune) bool { return (r|0x20) < 'a' || (r|0x20) > 'z' }) {
		if slices.Contains(currencies, f) {
			return f
		}
	}
	for _, c := range []struct{ sign, code string }{
		{"C$", "CAD"}, {"CA$", "CAD"}, {"A$", "AUD"}, {"S$", "SGD"}, {"R$", "BRL"}, {"$", "USD"}, {"€", "EUR"}, {"£", "GBP"}, {"₹", "INR"}, {"zł", "PLN"}, {"¥", "JPY"},
	} {
		if strings.Contains(s, c.sign) {
			return c.code
		}
	}
	return ""
}

var currencies = strings.Fields("USD EUR GBP CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF RON BGN INR JPY CNY HKD SGD BRL MXN ZAR ILS AED TRY KRW")

// perOf is the unit of time of a pay, however it is worded: "1 YEAR",
// "per-year-salary", "ANNUALLY".
func perOf(s string) string {
	s = strings.ToLower(s)
	for _, p := range []struct{ in, per string }{
		{"year", "year"}, {"annual", "year"}, {"annum", "year"}, {"p.a.", "year"}, {"month", "month"}, {"week", "week"}, {"hour", "hour"}, {"/hr", "hour"}, {"day", "day"}, {"daily", "day"},
	} {
		if strings.Contains(s, p.in) {
			return p.per
		}
	}
	return ""
}

// workplaceOf is remote, hybrid or on-site where s says so, else empty.
func workplaceOf(s string) string {
	switch s = key(s); {
	case strings.Contains(s, "hybrid"), s == "temporary":
		return "hybrid"
	case strings.Contains(s, "remote"), s == "fully", s == "telecommute":
		return "remote"
	case strings.Contains(s, "onsite"), strings.Contains(s, "inoffice"), s == "office", s == "none":
		return "on-site"
	}
	return ""
}

// employmentOf is one of the module's words for a kind of employment, else the
// source's own.
func employmentOf(s string) string {
	s = oneLine(s)
	var out []string
	for part := range strings.SplitSeq(s, ", ") {
		p := key(part)
		for _, e := range []struct{ in, word string }{
			{"full", "full-time"}, {"part", "part-time"}, {"intern", "internship"}, {"contract", "contract"}, {"freelance", "contract"}, {"temp", "temporary"},
		} {
			if strings.Contains(p, e.in) && !strings.Contains(p, "international") {
				part = e.word
				break
			}
		}
		if part != "" && !slices.Contains(out, part) {
			out = append(out, part)
		}
	}
	return strings.Join(out, ", ")
}

// unescaped is HTML that may have been written as entities.
func unescaped(s string) string {
	if !strings.Contains(s, "<") && strings.Contains(s, "&lt;") {
		return html.UnescapeString(s)
	}
	return s
}

// oneLine is a short field: without marks, on one line.
func oneLine(s string) string {
	if strings.ContainsAny(s, "<&") {
		s = page.HTMLToText(s)
		for i := 0; i < 2 && strings.Contains(s, "&"); i++ {
			s = html.UnescapeString(s)
		}
	}
	return strings.Join(strings.Fields(corpus.Normalize(s)), " ")
}

// merge puts together a posting that a board lists once for each place: locations
// are joined, all else is the first one's.
func merge(jobs []Job) []Job {
	at := map[corpus.ID]int{}
	out := jobs[:0]
	for _, j := range jobs {
		i, twice := at[j.ID]
		if !twice {
			at[j.ID] = len(out)
			out = append(out, j)
			continue
		}
		for _, l := range j.Locations {
			out[i].location(l, j.Fields["location"])
		}
		if out[i].Text == "" {
			out[i].Text, out[i].Fields["text"] = j.Text, j.Fields["text"]
		}
	}
	return out
}
