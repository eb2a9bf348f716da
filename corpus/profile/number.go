package profile

import (
	"strconv"
	"strings"

	"rung/corpus/text"
)

// Numbers in words. Hundred and what stands above multiply.
var numberWords = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
	"seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12, "couple": 2,
}

var multipliers = map[string]float64{
	"hundred": 100, "hundreds": 100, "thousand": 1e3, "thousands": 1e3, "k": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "million": 1e6, "millions": 1e6,
	"bn": 1e9, "b": 1e9, "billion": 1e9, "billions": 1e9,
}

// Both tables by hash, so that a token is looked up without being lowered.
var (
	wordNumbers = byHash(numberWords)
	factors     = byHash(multipliers)
)

func byHash[V any](words map[string]V) map[uint64]V {
	m := make(map[uint64]V, len(words))
	for w, v := range words {
		m[text.Hash(w)] = v
	}
	return m
}

// number reads the number that begins with token i and returns the token after it;
// next is i where none begins. unit is the letters that are glued to it and are no
// multiple: "yrs" of "10yrs".
func (r *reader) number(i, end int) (v float64, unit string, next int) {
	if i >= end || i >= len(r.d.Tokens) {
		return 0, "", i
	}
	t := r.d.Tokens[i]
	s := r.d.Text[t.Start:t.End]
	if t.Class == text.Number {
		v, unit, ok := digits(s)
		if !ok {
			return 0, "", i
		}
		next = i + 1
		if unit == "" && next < end && r.d.Tokens[next].Class == text.Word {
			if f, ok := factors[r.d.Tokens[next].Hash]; ok && (f >= 1e6 || r.glued(next) || len(r.d.TokenText(next)) > 1) {
				return v * f, "", next + 1
			}
		}
		return v, unit, next
	}
	v, ok := wordNumbers[t.Hash]
	if !ok || t.Class != text.Word {
		return 0, "", i
	}
	next = i + 1
	if v >= 20 { // "twenty-five", "twenty five"
		unit := next
		if next+1 < end && r.is(next, '-') {
			unit++
		}
		if unit < end {
			if w, ok := wordNumbers[r.d.Tokens[unit].Hash]; ok && w < 10 {
				v, next = v+w, unit+1
			}
		}
	}
	if next < end {
		if f, ok := factors[r.d.Tokens[next].Hash]; ok && f > 1 && len(r.d.TokenText(next)) > 2 {
			v, next = v*f, next+1
		}
	}
	if next+2 < end && r.is(next, '(') && r.d.Tokens[next+1].Class == text.Number { // "fifteen (15)"
		if r.is(next+2, ')') {
			next += 3
		} else if next+3 < end && r.is(next+2, '+') && r.is(next+3, ')') {
			next += 4
		}
	}
	return v, "", next
}

// glued reports whether no space stands before token i.
func (r *reader) glued(i int) bool {
	return i > 0 && i < len(r.d.Tokens) && r.d.Tokens[i-1].End == r.d.Tokens[i].Start
}

// digits reads a token that begins with a digit: 10, 1,000, 2.5, 250k, 90.000.
func digits(s string) (v float64, unit string, ok bool) {
	n := 0
	for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == ',' || s[n] == '.') {
		n++
	}
	number, unit := strings.TrimRight(s[:n], ".,"), s[n:]
	if number == "" || len(number) > 18 {
		return 0, "", false
	}
	if groups(number, ',') {
		number = strings.ReplaceAll(number, ",", "")
	} else if groups(number, '.') {
		number = strings.ReplaceAll(number, ".", "") // 90.000 is how the continent writes it
	}
	v, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return 0, "", false
	}
	if unit != "" {
		if f, ok := multipliers[strings.ToLower(unit)]; ok {
			return v * f, "", true
		}
	}
	return v, unit, true
}

// groups reports whether sep parts s into a group of one to three digits and
// groups of three, with a decimal part at most after another sign.
func groups(s string, sep byte) bool {
	if dot := strings.LastIndexByte(s, '.'); sep == ',' && dot >= 0 {
		s = s[:dot]
	}
	first := strings.IndexByte(s, sep)
	if first < 1 || first > 3 {
		return false
	}
	for s = s[first:]; s != ""; s = s[4:] {
		if len(s) < 4 || s[0] != sep || strings.IndexByte(s[1:4], sep) >= 0 {
			return false
		}
	}
	return true
}

// between returns the token after the sign or word that joins the two ends of a range
// (-, –, —, to), or i where there is none.
func (r *reader) between(i, end int) int {
	if i >= end {
		return i
	}
	switch {
	case r.is(i, '-'), r.dash(i), r.word(i, "to"):
		return i + 1
	}
	return i
}

func (r *reader) dash(i int) bool {
	switch r.at(i) {
	case "–", "—", "−", "‑", "~":
		return true
	}
	return false
}

// plus returns the token after a "+", "plus" or "or more" that opens a range,
// or i.
func (r *reader) plus(i, end int) int {
	switch {
	case i < end && r.is(i, '+'), r.word(i, "plus"):
		return i + 1
	case i+1 < end && r.word(i, "or") && r.oneOf(i+1, "more", "greater", "above", "over"):
		return i + 2
	}
	return i
}

// count reads "8", "8+", "8-12", "eight to ten", "10 or more" from token i.
// Max is 0 where it is open, and equals Min for one number. next is i where no
// count begins.
func (r *reader) count(i, end int) (low, high float64, unit string, next int) {
	low, unit, next = r.number(i, end)
	if next == i {
		return 0, 0, "", i
	}
	high = low
	if n := r.plus(next, end); n > next {
		high, next = 0, n
	}
	if unit != "" {
		return low, high, unit, next
	}
	if j := r.between(next, end); j > next && j < end {
		if v, u, n := r.number(j, end); n > j && (v > low || v == low && low > 0) {
			high, unit, next = v, u, n
			if n := r.plus(next, end); n > next {
				next = n
				high = v
			}
		}
	}
	return low, high, unit, next
}
