package personal

import "strings"

var phoneWords = map[string]bool{"tel": true, "telephone": true, "telefon": true, "phone": true, "mobile": true, "mobil": true, "fax": true}

// phone returns the end of a number at i that is a phone's by its form alone:
// international with its plus, or North American with its separators.
func phone(b []byte, i int) int {
	if isDigit(b[i]) && !(i+4 < len(b) && isDigit(b[i+1]) && isDigit(b[i+2]) && strings.IndexByte(" .-()/", b[i+3]) >= 0) {
		return 0 // most numbers
	}
	end, digits, groups := number(b, i)
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

// number reads digits in groups; groups tells the length of each, a digit each.
func number(b []byte, i int) (end, digits int, groups string) {
	j := i
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
		c := b[j]
		if c >= '0' && c <= '9' {
			run++
			digits++
			end = j + 1
			continue
		}
		// One sign between groups, or ") " and " (".
		if strings.IndexByte(" .-()/", c) < 0 || j-end >= 2 && digits > 0 {
			break
		}
		flush()
	}
	flush()
	return end, digits, string(lengths)
}
