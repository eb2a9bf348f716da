package read

import (
	"strconv"
	"strings"
	"time"
)

var layouts = []string{
	time.RFC3339Nano, "2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04:05.999999",
	"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700 MST", "2006-01-02 15:04", "2006-01-02T15:04:05-0700", "2006-01", "2006/01/02",
	time.RFC1123, time.RFC1123Z, time.ANSIC, "January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "02.01.2006", "20060102",
}

// parseTime reads a date as data sets write it, or a Unix time in seconds or
// milliseconds. It returns the zero time for anything else, also for dates with slashes
// and the year last: nobody can say which number is the month.
func parseTime(s string) time.Time {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 64 {
		return time.Time{}
	}
	for _, l := range layouts {
		if t, err := time.Parse(l, s); err == nil {
			return t.UTC()
		}
	}
	if n, err := strconv.ParseFloat(s, 64); err == nil {
		switch {
		case n > 1e8 && n < 1e10:
			return time.Unix(int64(n), 0).UTC()
		case n > 1e11 && n < 1e13:
			return time.UnixMilli(int64(n)).UTC()
		}
	}
	return time.Time{}
}
