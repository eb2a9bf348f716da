package signal

import (
	"math"
	"strconv"
	"strings"

	"rung/corpus/text"
)

const maxNumber = math.MaxFloat64

// numberWords are the numbers that postings write out.
var numberWords = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
	"seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12, "decade": 10, "hundred": 100,
}

// multipliers may follow a number as a word of their own.
var multipliers = map[string]float64{
	"hundred": 100, "hundreds": 100, "thousand": 1e3, "k": 1e3, "million": 1e6, "millions": 1e6, "m": 1e6, "mm": 1e6, "mn": 1e6,
	"billion": 1e9, "bn": 1e9, "b": 1e9,
}

// Number returns the first number of a quotation, in digits or words; of a range, the
// lower end: 8 of "a team of 8-12 engineers", 25 of "some twenty-five people".
func Number(s string) (float64, bool) {
	tokens := text.Tokenize(nil, s)
	for i, t := range tokens {
		w := strings.ToLower(s[t.Start:t.End])
		v, ok := parseNumber(w)
		if t.Class == text.Word {
			v, ok = numberWords[w]
		}
		if !ok {
			continue
		}
		for _, next := range tokens[i+1:] {
			w := strings.ToLower(s[next.Start:next.End])
			switch unit := numberWords[w]; {
			case w == "-":
				continue
			case multipliers[w] > 1 && len(w) > 2:
				return v * multipliers[w], true // two hundred
			case t.Class == text.Word && v >= 20 && v < 100 && unit > 0 && unit < 10:
				return v + unit, true // twenty-five
			}
			break
		}
		return v, true
	}
	return 0, false
}

// parseNumber reads a number written in digits: 12, 1,200, 2.5, 250k, 1.5m.
// Ordinals (3rd), times (24/7) and versions (1.2.3) are not numbers.
func parseNumber(s string) (float64, bool) {
	if s == "" || s[0] < '0' || s[0] > '9' {
		return 0, false
	}
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || s[end] == '.' || s[end] == ',') {
		end++
	}
	factor := 1.0
	if end < len(s) {
		f, ok := multipliers[strings.ToLower(s[end:])]
		if !ok {
			return 0, false
		}
		factor = f
	}
	digits := s[:end]
	// 1.200 and 1,200 are thousands; 2,5 is a decimal comma.
	if i := strings.LastIndexAny(digits, ",."); i >= 0 && digits[i] == ',' && len(digits)-i-1 != 3 {
		return 0, false
	}
	digits = strings.ReplaceAll(digits, ",", "")
	if i := strings.IndexByte(digits, '.'); i >= 0 && len(digits)-i-1 == 3 && factor == 1 && digits[0] != '0' {
		digits = strings.ReplaceAll(digits, ".", "")
	}
	v, err := strconv.ParseFloat(digits, 64)
	return v * factor, err == nil
}
