package personal

import "strings"

var phoneWords = map[string]bool{"tel": true, "telephone": true, "telefon": true, "phone": true, "mobile": true, "mobil": true, "fax": true}

// phone returns the end of a number at i that is a phone's by its form alone:
// international with its plus, or North American with its separators.
func (r *reader) phone(i int) int {
	b := r.b
	if isDigit(b[i]) && !(i+4 < len(b) && isDigit(b[i+1]) && isDigit(b[i+2]) && strings.IndexByte(" .-()/", b[i+3]) >= 0) {
		return 0 // most numbers
	}
	end, digits, groups := r.number(i)
	if end == 0 || end < len(b) && (isWord(b[end]) || b[end] == '-') {
		return 0
	}
	if b[i] == '+' && digits >= 8 && digits <= 15 {
		return end
	}
	if digits == 10 && groups == "334" {
		return end
	}
	return 0
}

// mostSigns is how many signs stand before the first digit of a number at most. Brackets
// without end are none, and must not be read again at each of them.
const mostSigns = 8

// number reads digits in groups; groups tells the length of each, a digit each.
func (r *reader) number(i int) (end, digits int, groups string) {
	b, j := r.b, i
	if b[j] == '+' {
		j++
	}
	run := 0
	var lengths []byte
	flush := func() {
		if run > 0 {
			lengths = append(lengths, byte('0'+min(run, 9)))
		}
		run = 0
	}
	for ; j < len(b) && digits <= 16; j++ {
		r.steps++
		c := b[j]
		if c >= '0' && c <= '9' {
			run++
			digits++
			end = j + 1
			continue
		}
		// One sign between groups, or ") " and " (".
		if strings.IndexByte(" .-()/", c) < 0 || j-end >= 2 && digits > 0 || j-i > mostSigns && digits == 0 {
			break
		}
		flush()
	}
	flush()
	return end, digits, string(lengths)
}
