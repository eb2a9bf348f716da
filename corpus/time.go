package corpus

import (
	"strconv"
	"strings"
	"time"
)

// ParseTime reads a date in the first of the layouts that fits, or a Unix time in
// seconds or milliseconds. It returns the zero time for anything else.
func ParseTime(s string, layouts []string) time.Time {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 64 {
		return time.Time{}
	}
	for _, l := range layouts {
		if t, err := time.Parse(l, s); err == nil {
			return t.UTC()
		}
	}
	n, _ := strconv.ParseFloat(s, 64)
	switch {
	case n > 1e8 && n < 1e10:
		return time.Unix(int64(n), 0).UTC()
	case n > 1e11 && n < 1e13:
		return time.UnixMilli(int64(n)).UTC()
	}
	return time.Time{}
}
