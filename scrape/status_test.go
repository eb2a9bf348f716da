package scrape

import (
	"fmt"
	"testing"
)

func TestStatuses(t *testing.T) {
	for _, c := range []struct {
		statuses []int
		want     meaning
		why      string // behind the number
	}{
		{[]int{200, 203}, readable, ""},
		{[]int{204}, empty, ": it is empty"},
		{[]int{304}, unchanged, " to a request without a condition"},
		{[]int{300, 301, 302, 303, 307, 308}, moved, " without an address that can be read"},
		{[]int{404, 410}, absent, ": it is not there"},
		{[]int{429, 503}, postponed, ": the host asks for patience"},
		{[]int{408, 425, 500, 502, 504, 599, 999}, postponed, ": the host failed"},
		{[]int{401, 402, 403, 405, 451, 206}, denied, ": the host does not give it"},
	} {
		for _, s := range c.statuses {
			m, why := statusMeans(s)
			want := ""
			if c.why != "" {
				want = fmt.Sprint(s, c.why)
			}
			if m != c.want || why != want {
				t.Errorf("%d means %d (%s), want %d (%s)", s, m, why, c.want, want)
			}
		}
	}
}
