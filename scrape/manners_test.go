package scrape

import (
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"
)

func TestSitesThatAreNotAsked(t *testing.T) {
	for address, refused := range map[string]bool{
		"https://www.linkedin.com/jobs/view/1":   true,
		"https://de.linkedin.com/jobs":           true,
		"https://LINKEDIN.COM./jobs":             true,
		"https://media.licdn.com/x":              true,
		"https://uk.indeed.com/viewjob":          true,
		"https://www.indeed.co.uk/viewjob":       true,
		"https://www.glassdoor.de/job":           true,
		"https://glassdoor.com.au/job":           true,
		"https://linkedin.jobs.example/":         false,
		"https://notlinkedin.com/":               false,
		"https://boards.greenhouse.io/indeed":    false,
		"https://indeed.engineering.example.com": false,
		"https://example.com/?u=linkedin.com":    false,
	} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		why, instead, ok := Refusal(u)
		if ok != refused || ok && (why == "" || instead == "") {
			t.Errorf("%s is refused: %v (%q, %q), want %v", address, ok, why, instead, refused)
		}
	}
}

func TestReservations(t *testing.T) {
	for _, c := range []struct {
		name, header, page string
		reserved           bool
	}{
		{"none", "", "<html><head></head></html>", false},
		{"the header", "1", "", true},
		{"the header says no", "0", "", false},
		{"the element", "", `<head><meta name="tdm-reservation" content="1"></head>`, true},
		{"the element the other way round", "", `<head><META content='1' name='tdm-reservation'/></head>`, true},
		{"the element says no", "", `<head><meta name="tdm-reservation" content="0"></head>`, false},
		{"a second element says yes", "", `<meta name="tdm-reservation" content="0"><meta name=tdm-reservation content=1>`, true},
		{"the words in a text", "", `<p>We set tdm-reservation to content=1</p>`, false},
	} {
		h := http.Header{}
		if c.header != "" {
			h.Set("TDM-Reservation", c.header)
		}
		if why := reserved(h, []byte(c.page)); (why != "") != c.reserved {
			t.Errorf("%s: %q", c.name, why)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	for v, want := range map[string]time.Duration{
		"": 0, "120": 2 * time.Minute, " 5 ": 5 * time.Second, "-1": 0, "soon": 0, "NaN": 0,
		"1e20": longestPause, "99999999999999999999": longestPause, "Inf": longestPause, "Fri, 31 Dec 9999 23:59:59 GMT": longestPause,
		"Sun, 01 Mar 2026 12:01:00 GMT": time.Minute, "Sun, 01 Mar 2026 11:00:00 GMT": 0,
	} {
		if got := retryAfter(http.Header{"Retry-After": {v}}, now); got != want {
			t.Errorf("%q: %v, want %v", v, got, want)
		}
	}
}

func TestBackoffDoublesAndHasALimit(t *testing.T) {
	for _, c := range []struct {
		failures  int
		random    float64
		low, high time.Duration
	}{
		{1, 0, time.Second, time.Second},
		{1, 0.999, 1990 * time.Millisecond, 2 * time.Second},
		{3, 0, 4 * time.Second, 4 * time.Second},
		{60, 0.999, 299 * time.Second, 5 * time.Minute},
	} {
		if d := backoff(time.Second, c.failures, c.random); d < c.low || d > c.high {
			t.Errorf("after %d failures: %v, want %v to %v", c.failures, d, c.low, c.high)
		}
	}
}

func TestAddresses(t *testing.T) {
	for address, reason := range map[string]string{
		"8.8.8.8":                "",
		"2606:4700::1111":        "",
		"2002:808:808::1":        "", // 6to4 of 8.8.8.8
		"64:ff9b::808:808":       "",
		"10.1.2.3":               "private",
		"172.31.255.255":         "private",
		"172.32.0.1":             "",
		"192.168.0.1":            "private",
		"100.64.0.1":             "CGNAT",
		"100.127.255.255":        "CGNAT",
		"127.0.0.1":              "loopback",
		"127.255.0.9":            "loopback",
		"0.0.0.0":                "this network",
		"169.254.1.1":            "link-local",
		"169.254.169.254":        "metadata",
		"100.100.100.200":        "metadata",
		"224.0.0.1":              "multicast",
		"255.255.255.255":        "reserved",
		"::":                     "unspecified",
		"::1":                    "loopback",
		"::ffff:10.0.0.1":        "private",
		"::10.0.0.1":             "private",
		"64:ff9b::a00:1":         "private",
		"2002:a00:1::":           "private",
		"2002:a9fe:a9fe::":       "metadata",
		"2001:0:4136:e378::":     "Teredo",
		"fd00:ec2::254":          "metadata",
		"fd12::1":                "private",
		"fe80::1%eth0":           "link-local",
		"ff02::1":                "multicast",
		"2001:db8::1":            "documentation",
		"::ffff:169.254.169.254": "metadata",
	} {
		err := checkAddress(netip.MustParseAddr(address), false)
		if (err == nil) != (reason == "") || err != nil && !strings.Contains(err.Error(), reason) {
			t.Errorf("%s: %v, want %q", address, err, reason)
		}
		err = checkAddress(netip.MustParseAddr(address), true)
		if (err == nil) == (reason == "metadata") {
			t.Errorf("%s, private ones allowed: %v", address, err)
		}
	}
}
