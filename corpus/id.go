package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// ContentID is the identity of a posting whose source gives it none: the first 64 bits
// of a SHA-256 of its company and text. The title has no part in it, so a posting whose
// title is changed or masked keeps its ID. Nor has the letter case of the company, or
// white space, so the same words in another layout keep it too.
func ContentID(p Posting) ID {
	b := make([]byte, 0, len(p.Company)+len(p.Text)+64)
	b = appendWords(b, strings.ToLower(Normalize(p.Company)))
	b = append(b, 0)
	b = appendWords(b, Normalize(p.Text))
	h := sha256.Sum256(b)
	return ID("sha:" + hex.EncodeToString(h[:8]))
}

// appendWords appends s with every run of spaces and line ends as one space.
func appendWords(b []byte, s string) []byte {
	gap := false
	start := len(b)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case ' ', '\n':
			gap = true
		default:
			if gap && len(b) > start {
				b = append(b, ' ')
			}
			gap = false
			b = append(b, c)
		}
	}
	return b
}
