package scrape

import (
	"strings"
	"testing"
	"time"
)

func TestRobots(t *testing.T) {
	for _, c := range []struct {
		name, robots, path string
		allow              bool
	}{
		{"an empty file allows", "", "/a", true},
		{"no group for us", "User-agent: other\nDisallow: /", "/a", true},
		{"the group for all", "User-agent: *\nDisallow: /", "/a", false},
		{"our group goes before that for all", "User-agent: *\nDisallow: /\n\nUser-agent: rung\nDisallow: /b", "/a", true},
		{"an empty group of ours too", "User-agent: *\nDisallow: /\nUser-agent: rung\n", "/a", true},
		{"names without regard to case", "user-AGENT: RuNg\ndisALLOW: /a", "/a", false},
		{"a name with a version", "User-agent: rung/2.1\nDisallow: /a", "/a", false},
		{"a name that begins with ours is another", "User-agent: rungs\nDisallow: /", "/a", true},
		{"groups that name us count as one", "User-agent: rung\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: rung\nDisallow: /b", "/b", false},
		{"several agents share a group", "User-agent: x\nUser-agent: rung\nDisallow: /a", "/a", false},
		{"a rule ends the list of agents", "User-agent: rung\nDisallow: /a\nUser-agent: x\nDisallow: /", "/b", true},
		{"a line between agents that is no rule does not", "User-agent: rung\nCrawl-delay: 1\nUser-agent: x\nDisallow: /a", "/a", false},
		{"rules before any agent are nobody's", "Disallow: /\nUser-agent: rung\nAllow: /", "/a", true},
		{"empty disallow", "User-agent: *\nDisallow:", "/a", true},
		{"the longest rule wins", "User-agent: *\nAllow: /p\nDisallow: /\n", "/page", true},
		{"the longest rule wins, whatever the order", "User-agent: *\nDisallow: /page/x\nAllow: /page\n", "/page/x/y", false},
		{"allow wins between equals", "User-agent: *\nDisallow: /folder\nAllow: /folder", "/folder/page", true},
		{"a prefix is enough", "User-agent: *\nDisallow: /fish", "/fishheads/yummy.html", false},
		{"case of paths counts", "User-agent: *\nDisallow: /fish", "/Fish.asp", true},
		{"a star inside", "User-agent: *\nDisallow: /fish*.php", "/fishheads/catfish.php?parameters", false},
		{"a star at the end is nothing", "User-agent: *\nDisallow: /fish*", "/fish", false},
		{"an end", "User-agent: *\nDisallow: /*.php$", "/folder/file.php", false},
		{"an end that is none", "User-agent: *\nDisallow: /*.php$", "/file.php?x=1", true},
		{"an end of the whole", "User-agent: *\nDisallow: /$", "/a", true},
		{"many stars", "User-agent: *\nDisallow: /" + strings.Repeat("*a", 200) + "b", "/" + strings.Repeat("a", 5000), true},
		{"the query counts", "User-agent: *\nDisallow: /*?page=", "/jobs?page=2", false},
		{"escapes of plain letters are undone", "User-agent: *\nDisallow: /foo/bar/baz", "/foo/bar/%62%61%7A", false},
		{"and in rules", "User-agent: *\nDisallow: /foo/bar/%62%61%7a", "/foo/bar/baz", false},
		{"bytes beyond ASCII are escaped", "User-agent: *\nDisallow: /foo/ツ", "/foo/%E3%83%84", false},
		{"in lower case too", "User-agent: *\nDisallow: /foo/%e3%83%84", "/foo/%E3%83%84", false},
		{"an escaped slash is not a slash", "User-agent: *\nDisallow: /a/b", "/a%2Fb", true},
		{"an escaped star is a star only", "User-agent: *\nDisallow: /a%2Ab", "/axb", true},
		{"and matches itself", "User-agent: *\nDisallow: /a%2Ab", "/a*b", false},
		{"comments and spaces", "User-agent : rung # us\n  Disallow :  /a  # why", "/a", false},
		{"line ends of all kinds", "User-agent: rung\rDisallow: /a\r\nDisallow: /b", "/b", false},
		{"a mark at the beginning", "\ufeffUser-agent: rung\nDisallow: /a", "/a", false},
		{"robots.txt itself", "User-agent: *\nDisallow: /", "/robots.txt", true},
		{"a page of HTML is no rules", "<html><body>User agents welcome: all</body></html>", "/a", true},
	} {
		r := parseRobots([]byte(c.robots), product)
		if got := r.allows(c.path); got != c.allow {
			t.Errorf("%s: %s is allowed: %v, want %v", c.name, c.path, got, c.allow)
		}
	}
}

func TestFiveHundredKilobytesOfRobotsAreRead(t *testing.T) {
	filler := strings.Repeat("# nothing\n", 50_000) // 500 kB
	r := parseRobots([]byte("User-agent: *\n"+filler+"Disallow: /late\n"), product)
	if r.allows("/late") {
		t.Error("a rule after 500 kB was not read")
	}
	if r = parseRobots([]byte("User-agent: *\n"+strings.Repeat(filler, 3)+"Disallow: /late\n"), product); !r.allows("/late") {
		t.Error("a rule after 1.5 MB was read")
	}
}

func TestWhatAnAnswerForRobotsMeans(t *testing.T) {
	for status, allow := range map[int]bool{200: false, 204: true, 301: true, 401: true, 403: true, 404: true, 410: true, 429: false, 500: false, 503: false, 0: false} {
		body := ""
		if status == 200 {
			body = "User-agent: *\nDisallow: /"
		}
		if r := robotsOf(status, []byte(body)); r.allows("/a") != allow || !allow && status != 200 && r.none == "" {
			t.Errorf("%d: allowed is %v, want %v; reason %q", status, !allow, allow, r.none)
		}
	}
}

func TestCrawlDelay(t *testing.T) {
	for robots, want := range map[string]time.Duration{
		"User-agent: *\nCrawl-delay: 5":                                   5 * time.Second,
		"User-agent: *\nCrawl-delay: 0.5":                                 500 * time.Millisecond,
		"User-agent: *\nCrawl-delay: 5\nUser-agent: rung\nCrawl-delay: 2": 2 * time.Second,
		"User-agent: *\nCrawl-delay: 5\n\nUser-agent: rung\nDisallow: /a": 0, // groups are not added up
		"User-agent: *\nCrawl-delay: -1":                                  0,
		"User-agent: *\nCrawl-delay: NaN":                                 0,
		"User-agent: *\nCrawl-delay: 1e300":                               0,
		"User-agent: *\nCrawl-delay: soon":                                0,
		"User-agent: other\nCrawl-delay: 5":                               0,
	} {
		if got := parseRobots([]byte(robots), product).delay; got != want {
			t.Errorf("%q: %v, want %v", robots, got, want)
		}
	}
}

func FuzzRobots(f *testing.F) {
	f.Add("User-agent: rung\nDisallow: /*a$\nCrawl-delay: 1", "/b%2")
	f.Fuzz(func(t *testing.T, robots, path string) {
		r := parseRobots([]byte(robots), product)
		if r.delay < 0 {
			t.Errorf("a delay of %v", r.delay)
		}
		r.allows(path)
		for _, rule := range r.list {
			if n := normalizePath(rule.pattern, true); n != rule.pattern {
				t.Errorf("%q normalised again is %q", rule.pattern, n)
			}
		}
	})
}

func BenchmarkRobots(b *testing.B) {
	file := []byte("User-agent: *\n" + strings.Repeat("Disallow: /private/*/x\nAllow: /jobs/\n", 200))
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		r := parseRobots(file, product)
		r.allows("/jobs/director-of-engineering?page=2")
	}
}
