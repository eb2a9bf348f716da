package learn

import "strings"

// Titles lists the titles that name a level in documents, in lower case and with plurals:
// those given or, where these are nil, the usual ones of director and vp, or its name.
func Titles(level string, given []string) []string {
	if given == nil {
		given = map[string][]string{"director": {"director"}, "vp": {"vp", "vice president"}}[level]
	}
	if given == nil {
		given = []string{level}
	}
	var out []string
	for _, t := range given {
		if t = strings.ToLower(strings.TrimSpace(t)); t != "" {
			out = append(out, t, t+"s")
		}
	}
	return out
}
