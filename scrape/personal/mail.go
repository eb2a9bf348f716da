package personal

import (
	"bytes"
	"strings"
)

// mail returns the address around an at-sign at i; end is 0 when it is none.
func (r *reader) mail(i int) (start, end int) {
	b := r.b
	start, end = i, i+1
	if b[i] == '&' {
		end = i + len("&#64;")
	} else if b[i] == '%' {
		end = i + len("%40")
	}
	for start > 0 && i-start < 64 && (isWord(b[start-1]) || strings.IndexByte("._+-", b[start-1]) >= 0) {
		start--
	}
	r.steps += i - start
	// "\u003cjane@…" and "\njane@…" in JSON: the escape is not of the name.
	if start > 0 && b[start-1] == '\\' {
		if b[start] == 'u' {
			start = min(start+5, i)
		} else {
			start++
		}
	}
	domain, dot := end, 0
	for end < len(b) && end-domain < 255 && (isWord(b[end]) || b[end] == '-' || b[end] == '.') {
		if b[end] == '.' {
			dot = end
		}
		end++
	}
	r.steps += end - domain
	for end > domain && (b[end-1] == '.' || b[end-1] == '-') { // the sentence's
		end--
	}
	if dot >= end {
		dot = bytes.LastIndexByte(b[domain:end], '.') + domain
	}
	if start >= i || dot <= domain || end-dot < 3 {
		return 0, 0
	}
	switch tld := b[dot+1 : end]; {
	case !isLetter(tld[0]), bytes.ContainsAny(tld, "0123456789"):
		return 0, 0
	default:
		switch strings.ToLower(string(tld)) {
		case "png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js": // logo@2x.png
			return 0, 0
		}
	}
	return start, end
}
