package scrape

import (
	"bytes"
	"strconv"
	"strings"
	"time"
)

const (
	// robotsLimit is how much of a robots.txt is read; RFC 9309 wants at least
	// 500 KiB.
	robotsLimit = 512 << 10
	// robotsFresh is how long one is used; RFC 9309 allows a day.
	robotsFresh = 24 * time.Hour
	// robotsRetry is how soon one that could not be had is asked for again.
	robotsRetry = time.Hour
)

// product is the token by which robots.txt names this crawler.
const product = "rung"

// rules is what a robots.txt says to one crawler. The zero rules allow all.
type rules struct {
	list  []rule
	delay time.Duration // Crawl-delay; 0: none
	none  string        // why nothing at all may be asked; empty: see list
	later bool          // none holds for now only
}

type rule struct {
	pattern string // normalised; may hold * and end in $
	allow   bool
}

// parseRobots reads a robots.txt by RFC 9309 for one product token. All groups
// that name the token count as one; where none does, those for "*" do. It
// cannot fail: lines that it does not know are passed over.
func parseRobots(b []byte, token string) rules {
	b = bytes.TrimPrefix(b[:min(len(b), robotsLimit)], []byte("\xef\xbb\xbf"))
	var ours, others rules
	named := false
	// The current group's agents; rules is true when rules followed them, so
	// that the next user-agent line begins another group.
	var forUs, forAll, ruled bool
	for len(b) > 0 {
		end := bytes.IndexAny(b, "\r\n")
		if end < 0 {
			end = len(b)
		}
		line := string(b[:end])
		b = b[min(end+1, len(b)):]
		line, _, _ = strings.Cut(line, "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		value = strings.TrimSpace(value)
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "user-agent", "useragent", "user agent":
			if ruled {
				forUs, forAll, ruled = false, false, false
			}
			if value == "*" || strings.HasPrefix(value, "* ") {
				forAll = true
			} else if strings.EqualFold(agentToken(value), token) {
				forUs, named = true, true
			}
		case "allow", "disallow":
			ruled = true
			if value == "" {
				continue
			}
			r := rule{normalizePath(value, true), len(strings.TrimSpace(key)) == len("allow")}
			if forUs {
				ours.list = append(ours.list, r)
			}
			if forAll {
				others.list = append(others.list, r)
			}
		case "crawl-delay":
			seconds, err := strconv.ParseFloat(value, 64)
			if err != nil || !(seconds > 0 && seconds < 1e6) {
				continue
			}
			if d := time.Duration(seconds * float64(time.Second)); forUs {
				ours.delay = max(ours.delay, d)
			} else if forAll {
				others.delay = max(others.delay, d)
			}
		}
	}
	if named {
		return ours
	}
	return others
}

// agentToken is the product token that a user-agent line begins with.
func agentToken(s string) string {
	return s[:len(s)-len(strings.TrimLeft(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"))]
}

// allows reports whether a path with its query, as it stands in a request, may
// be asked: the longest rule that matches decides, and Allow between equals.
func (r *rules) allows(path string) bool {
	if r.none != "" {
		return false
	}
	if len(r.list) == 0 || path == "/robots.txt" {
		return true
	}
	path = normalizePath(path, false)
	best, allow := -1, true
	for _, rule := range r.list {
		n := len(rule.pattern)
		if (n > best || n == best && rule.allow) && matchPath(rule.pattern, path) {
			best, allow = n, rule.allow
		}
	}
	return allow
}

// matchPath reports whether a pattern matches the beginning of a path: * is any
// run of bytes, $ at the end is the path's end. The parts between stars are
// searched for one after the other, each behind the one before, so that time is
// bounded by the product of both lengths.
func matchPath(pattern, path string) bool {
	anchored := strings.HasSuffix(pattern, "$")
	parts := strings.Split(strings.TrimSuffix(pattern, "$"), "*")
	if !strings.HasPrefix(path, parts[0]) {
		return false
	}
	path = path[len(parts[0]):]
	for i, part := range parts[1:] {
		if anchored && i == len(parts)-2 {
			return strings.HasSuffix(path, part)
		}
		n := strings.Index(path, part)
		if n < 0 {
			return false
		}
		path = path[n+len(part):]
	}
	return !anchored || path == ""
}

const upperHex = "0123456789ABCDEF"

// normalizePath writes a path so that equal ones are equal bytes: escapes of
// letters, digits and -._~ are undone, other escapes have upper-case digits,
// bytes beyond ASCII are escaped. The signs with a meaning in a pattern are
// escaped in a path, so that they match themselves only.
func normalizePath(s string, pattern bool) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] > ' ' && s[i] < 0x7f && s[i] != '%' && (pattern || s[i] != '*' && s[i] != '$')
	}
	if plain {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		stays := c > ' ' && c < 0x7f && (pattern || c != '*' && c != '$')
		if c == '%' && i+2 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				c = byte(n)
				i += 2
				stays = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0
			}
		}
		if stays {
			b.WriteByte(c)
			continue
		}
		b.Write([]byte{'%', upperHex[c>>4], upperHex[c&15]})
	}
	return b.String()
}

// robotsOf is what an answer to a request for robots.txt means. Status 0 stands
// for no answer.
func robotsOf(status int, body []byte) rules {
	switch {
	case status >= 200 && status < 300:
		return parseRobots(body, product)
	case status == 0:
		return rules{none: "robots.txt could not be reached, which forbids all until it can", later: true}
	case status == 429 || status >= 500:
		return rules{none: "robots.txt answers " + strconv.Itoa(status) + ", which forbids all until it is there", later: true}
	}
	return rules{} // 4xx, and redirects without end: there is none
}
