package read

import (
	"time"

	"rung/corpus"
)

var layouts = []string{
	time.RFC3339Nano, "2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04:05.999999",
	"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700 MST", "2006-01-02 15:04", "2006-01-02T15:04:05-0700", "2006-01", "2006/01/02",
	time.RFC1123, time.RFC1123Z, time.ANSIC, "January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "02.01.2006", "20060102",
}

// parseTime reads a date as data sets write it, but none with slashes and the year
// last: nobody can say which number is the month.
func parseTime(s string) time.Time { return corpus.ParseTime(s, layouts) }
