package corpus

import (
	"strings"
	"unicode"
)

// nobody are the names under which postings hide who hires, or with which data
// sets say that they do not know it, as EmployerKey spells them. Two postings of
// one such name have nothing in common.
var nobody = map[string]bool{
	"":     true,                            // "-"
	"none": true, "null": true, "nan": true, // of programs
	"na": true, "n a": true, "unknown": true, "not specified": true, // of data sets
	"undisclosed": true, "not disclosed": true, "confidential": true, "company confidential": true, "anonymous": true, // of employers and their agents
	"stealth": true, "stealth mode": true, "stealth startup": true, "stealth mode startup": true,
}

// EmployerKey reduces an employer's name to what its spellings share: lower
// case, no punctuation, no legal form. "" where it names nobody: "Confidential
// Company", "N/A", "Stealth Startup".
func EmployerKey(name string) string {
	words := strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(name, ".", "")), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
	for len(words) > 1 {
		switch words[len(words)-1] {
		case "inc", "incorporated", "llc", "ltd", "limited", "corp", "corporation", "co", "company", "gmbh", "ag", "plc", "sa", "bv", "pbc":
			words = words[:len(words)-1]
			continue
		}
		break
	}
	if key := strings.Join(words, " "); !nobody[key] {
		return key
	}
	return ""
}

// Employer is a company's name on one line as it is written, "" where it names
// nobody.
func Employer(company string) string {
	if EmployerKey(company) == "" {
		return ""
	}
	return strings.Join(strings.Fields(company), " ")
}
