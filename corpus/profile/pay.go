package profile

import (
	"rung/corpus/text"
)

// Currencies by the sign or code that stands beside a sum.
var currencies = byHash(map[string]string{
	"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "usd": "USD", "us$": "USD", "eur": "EUR", "euro": "EUR", "euros": "EUR",
	"gbp": "GBP", "pounds": "GBP", "cad": "CAD", "cdn": "CAD", "aud": "AUD", "nzd": "NZD", "chf": "CHF", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "pln": "PLN",
	"inr": "INR", "sgd": "SGD", "hkd": "HKD", "jpy": "JPY", "brl": "BRL", "mxn": "MXN", "zar": "ZAR", "ils": "ILS", "aed": "AED", "czk": "CZK", "₪": "ILS", "zł": "PLN",
	"dollars": "USD", "php": "PHP", "clp": "CLP", "cop": "COP", "ars": "ARS", "myr": "MYR", "thb": "THB", "idr": "IDR", "krw": "KRW", "twd": "TWD", "huf": "HUF", "ron": "RON",
	"uah": "UAH", "ngn": "NGN", "kes": "KES", "egp": "EGP", "sar": "SAR", "qar": "QAR", "pkr": "PKR", "vnd": "VND", "₱": "PHP", "₦": "NGN", "₩": "KRW",
})

// Letters before "$" that name the country: C$120k, A$120k, US$120k.
var dollars = byHash(map[string]string{"c": "CAD", "ca": "CAD", "cad": "CAD", "cdn": "CAD", "a": "AUD", "au": "AUD", "aud": "AUD", "nz": "NZD", "s": "SGD", "sg": "SGD", "hk": "HKD", "us": "USD", "r": "BRL", "mx": "MXN"})

// plausible are the least and the most that a period can pay, in any currency.
var plausible = map[string][2]float64{
	"hour": {7, 1000}, "day": {80, 8000}, "week": {300, 20000}, "month": {800, 100000}, "year": {10000, 5000000},
}

// sum is an amount or a range in a text.
type sum struct {
	Money
	first, next int  // tokens
	single      bool // one amount
	upTo        bool
	marked      bool // a currency stands beside it
}

// sum reads money at token i: "$120k", "120-150k EUR", "up to £90,000".
func (r *reader) sum(i, end int) (m sum, ok bool) {
	m.first = i
	currency, j := r.currency(i, end)
	low, unit, next := 0.0, "", j
	if j < end {
		low, unit, next = r.number(j, end)
	}
	if next == j || unit != "" {
		return m, false
	}
	low, next = r.spaced(low, next, end)
	after := ""
	if c, n := r.code(next, end); n > next {
		after, next = c, n
	}
	next = r.plus(next, end)
	high := low
	k := r.between(next, end)
	switch {
	case k == next && next < end && r.word(next, "and") && r.word(i-1, "between"):
		k = next + 1
	case k == next && next+1 < end && r.oneOf(next, "up") && r.word(next+1, "to"):
		k = next + 2
	}
	m.single = true
	if k > next && k < end {
		c, n := r.currency(k, end)
		if n < end {
			if v, unit, stop := r.number(n, end); stop > n && unit == "" {
				v, stop = r.spaced(v, stop, end)
				if v >= low || n > k {
					high, next, m.single = v, stop, false
					if currency == "" {
						currency = c
					}
				}
			}
		}
	}
	if low < 1000 && high >= 10000 && low >= 10 && !m.single && low*1000 <= high {
		low *= 1000 // "120-150k"
	}
	if c, n := r.code(next, end); n > next {
		after, next = c, n
	}
	if after != "" && (currency == "" || currency == "USD") {
		currency = after
	}
	m.marked = currency != ""
	m.Money = Money{Span: r.span(i, next), Min: min(low, high), Max: max(low, high), Currency: currency}
	m.next = next
	if m.single && i > 1 && r.word(i-1, "to") && r.word(i-2, "up") {
		m.upTo, m.Min = true, 0
	}
	return m, true
}

// spaced joins groups of three digits that spaces part: "90 000".
func (r *reader) spaced(v float64, next, end int) (float64, int) {
	for next < end && r.d.Tokens[next].Class == text.Number && r.d.Tokens[next].End-r.d.Tokens[next].Start == 3 && v < 1000 && v >= 1 {
		w, unit, ok := digits(r.d.TokenText(next))
		if !ok || unit != "" {
			break
		}
		v, next = v*1000+w, next+1
	}
	return v, next
}

// currency reads what names the currency before a number, from token i on.
func (r *reader) currency(i, end int) (string, int) {
	if i >= end {
		return "", i
	}
	name := ""
	if c, ok := dollars[r.d.Tokens[i].Hash]; ok && i+1 < end && r.is(i+1, '$') && r.glued(i+1) {
		return c, i + 2
	}
	if i >= r.run.to || i < r.run.from || end != r.run.end {
		r.run = currencyRun{from: i, to: i, end: end, foreignAt: -1}
		for r.run.to < end {
			c, ok := currencies[r.d.Tokens[r.run.to].Hash]
			if !ok {
				break
			}
			if c != "USD" {
				r.run.foreign, r.run.foreignAt = c, r.run.to
			}
			r.run.to++
			r.steps++
		}
	}
	switch {
	case r.run.to == i:
	case r.run.foreignAt >= i:
		name = r.run.foreign
	default:
		name = "USD"
	}
	return name, r.run.to
}

// currencyRun is the last run of tokens that name currencies, within end. Each of them may
// begin a sum, and the run is walked only once.
type currencyRun struct {
	from, to, end int
	foreign       string // the last that is no dollar
	foreignAt     int    // its token, -1 where there is none
}

// code reads a currency after a number: "120k EUR", "90.000 €".
func (r *reader) code(i, end int) (string, int) {
	if i < end {
		if c, ok := currencies[r.d.Tokens[i].Hash]; ok {
			if i+1 < end && r.d.Tokens[i+1].Class == text.Number {
				return "", i // it belongs to the next number
			}
			return c, i + 1
		}
	}
	return "", i
}

// period reads "per year", "/hour", "annually", "a month" in the few tokens
// from i on.
func (r *reader) period(i, end int) string {
	for k := i; k < min(i+6, end); k++ {
		switch {
		case r.has(k, cAnnual):
			return "year"
		case r.has(k, cHour):
			return "hour"
		case r.has(k, cDay) && k > i && (r.is(k-1, '/') || r.oneOf(k-1, "per", "a")):
			return "day"
		case r.has(k, cWeek) && (r.word(k, "weekly") || k > i && (r.is(k-1, '/') || r.oneOf(k-1, "per", "a"))):
			return "week"
		case r.has(k, cMonth):
			return "month"
		case r.d.Tokens[k].Class == text.Symbol && !r.is(k, '+'), r.d.Tokens[k].Class == text.Number, r.is(k, ';'), r.is(k, '.'):
			return ""
		}
	}
	return ""
}

// pay finds what the job pays, and the budgets it answers for.
func (r *reader) pay(p *Profile) {
	var found []sum
	var pay *Pay
	for s := range r.d.Sentences {
		sent := &r.d.Sentences[s]
		for i := sent.First; i < sent.Last; {
			if c := r.d.Tokens[i]; c.Class != text.Number && c.Class != text.Symbol && !(c.Class == text.Word && r.payCode(i, sent.Last)) {
				i++
				continue
			}
			m, ok := r.sum(i, sent.Last)
			if !ok {
				i++
				continue
			}
			i = m.next
			if r.isBudget(sent, m) {
				p.Budgets = append(p.Budgets, m.Money)
				continue
			}
			period, stated, ok := r.isPay(s, &m)
			if !ok {
				continue
			}
			if pay == nil {
				pay = &Pay{Money: m.Money, Period: period, PeriodStated: stated, Kind: r.payKind(sent, m.first)}
				found = append(found[:0], m)
				continue
			}
			last := &found[len(found)-1]
			if m.Currency == "" {
				m.Currency = pay.Currency
			}
			switch {
			case period != pay.Period || m.Currency != pay.Currency && pay.Currency != "":
			case last.single && m.single && m.Max > last.Max && m.first-last.next < 14 && m.first > last.next && r.find(last.next, m.first, cNotPay) < 0 && r.joined(last.next, m.first):
				// "starts at $120k and can go up to $150k"
				last.Max, last.End, last.single = m.Max, m.End, false
			case m.single && !last.single, m.single && last.single:
				// Beside a range a sum is a point of it; a second sum belongs to another job.
			default:
				found = append(found, m)
			}
			pay.PeriodStated = pay.PeriodStated || stated
		}
	}
	if pay == nil {
		return
	}
	ranges := found
	if found[0].single && len(found) > 1 {
		ranges = found[1:] // a range says more than the sum before it
	}
	pay.Money = ranges[0].Money
	for _, m := range ranges {
		pay.Ranges = append(pay.Ranges, m.Money)
		pay.Min, pay.Max = min(pay.Min, m.Min), max(pay.Max, m.Max)
	}
	p.Pay = pay
}

// payCode reports whether the word at token i is a currency before a number.
func (r *reader) payCode(i, end int) bool {
	_, n := r.currency(i, end)
	return n > i && n < end && r.d.Tokens[n].Class == text.Number
}

// joined reports whether "to" or "and" stands between two sums.
func (r *reader) joined(i, j int) bool {
	for ; i < j; i++ {
		if r.oneOf(i, "to", "and") {
			return true
		}
		if r.is(i, '|') || r.is(i, ';') {
			return false
		}
	}
	return false
}

// near is how many tokens around a sum say what it is.
const near = 14

// isBudget reports whether the job answers for the sum.
func (r *reader) isBudget(sent *text.Sentence, m sum) bool {
	if !m.marked || m.Max < 50000 || sent.Kind != text.Duties && sent.Kind != text.Role && sent.Kind != text.Requirements {
		return false
	}
	return r.find(max(sent.First, m.first-6), min(m.next+4, sent.Last), cBudget) >= 0
}

// isPay decides by the words around a sum whether it is what the job pays, for what
// period, and whether the period is stated.
func (r *reader) isPay(s int, m *sum) (period string, stated, ok bool) {
	sent := &r.d.Sentences[s]
	if m.Max < 7 || sent.Kind == text.Duties && m.single {
		return "", false, false
	}
	from, to := max(sent.First, m.first-near), min(m.next+6, sent.Last)
	said := r.find(from, m.first, cPayWord) >= 0
	if !said && s > 0 && m.first-sent.First < 6 { // "Salary range" may be the line before
		prev := &r.d.Sentences[s-1]
		said = prev.Last-prev.First < 24 && r.find(prev.First, prev.Last, cPayWord) >= 0 && r.find(prev.First, prev.Last, cNotPay) < 0
	}
	period = r.period(m.next, sent.Last)
	for k := from; k < m.first && period == ""; k++ {
		switch {
		case r.has(k, cHour) && !r.has(k-1, cNotYears) && r.word(k, "hourly"):
			period = "hour"
		case r.oneOf(k, "annual", "annually", "yearly"):
			period = "year"
		case r.word(k, "monthly"):
			period = "month"
		}
	}
	stated = period != ""
	if !m.marked && !(said && m.Max >= 1000 && (m.Max >= 20000 && !m.single || stated && period != "hour")) || !stated && r.word(m.next, "per") {
		return "", false, false
	}
	if !m.marked && m.Max >= 1900 && m.Max <= 2100 { // a year
		return "", false, false
	}
	if period == "" {
		switch {
		case m.Max >= 15000:
			period = "year"
		case m.Max <= 300 && said && !m.single:
			period = "hour"
		default:
			return "", false, false
		}
	}
	if lim := plausible[period]; m.Max < lim[0] || m.Max > lim[1] || !m.upTo && m.Min < lim[0]/2 {
		return "", false, false
	}
	// What money is for stands close by: "$2,000 learning budget".
	stop := r.find(m.next, min(m.next+5, sent.Last), cNotPay)
	if at := r.find(max(from, m.first-6), m.first, cNotPay); stop < 0 || at >= 0 {
		stop = at
	}
	if stop >= 0 && !(stop > m.first && r.plused(m.next, stop)) {
		strong := r.find(max(from, m.first-9), m.first, cPayWord)
		if strong < 0 || strong < stop && stop < m.first || m.single {
			return "", false, false
		}
	}
	switch {
	case said:
	case m.single:
		// A sum by itself must be said to be pay: "$150k base".
		ok := r.find(m.next, to, cBase, cOTE) >= 0 || stated && (m.Max >= 30000 || period == "hour" && m.Max >= 10) || r.find(m.next, min(m.next+3, to), cPayWord) >= 0 || m.Max >= 30000 && r.header(s)
		if !ok {
			return "", false, false
		}
	case m.Max < 30000 && !stated, m.Max > 3*m.Min && m.Max > 1e6:
		return "", false, false
	}
	return period, stated, true
}

// plused reports whether a plus or comma parts the sum from what follows: in
// "$150k + equity" the equity is something else.
func (r *reader) plused(i, j int) bool {
	for ; i < j; i++ {
		if r.is(i, '+') || r.is(i, ',') || r.is(i, '.') || r.is(i, '(') || r.is(i, '|') || r.oneOf(i, "plus", "and", "with") {
			return true
		}
	}
	return false
}

func (r *reader) payKind(sent *text.Sentence, i int) string {
	switch {
	case r.find(back(sent, i), min(i+window, sent.Last), cOTE) >= 0:
		return "ote"
	case r.find(back(sent, i), min(i+window, sent.Last), cBase) >= 0:
		return "base"
	}
	return ""
}
