package page

import (
	"errors"
	"strings"
	"testing"
)

// TestAPageOfMoreTextThanAnyIsNotRead; what a person does not see does not count.
func TestAPageOfMoreTextThanAnyIsNotRead(t *testing.T) {
	much := strings.Repeat("You lead the group. ", MaxText/20+1)
	const job = "<h1>Director</h1><p>You lead the group of engineers and answer for what they build.</p>"
	for _, c := range []struct {
		name, in string
		want     error
	}{
		{"text", "<p>" + much, ErrLong},
		{"text in two parts", "<p>" + much[:len(much)/2] + "</p><p>" + much[len(much)/2:] + job, ErrLong},
		{"text behind a script", "<script>a</script>" + much, ErrLong},
		{"a script", "<script>" + much + "</script>" + job, nil},
		{"a style in capitals", "<STYLE>" + much + "</STYLE>" + job, nil},
		{"a comment", "<!-- <p>" + much + "-->" + job, nil},
		{"a picture within the page", `<img src="data:image/png;base64,` + much + `">` + job, nil},
		{"a script that does not end", job + "<script>" + much, nil},
	} {
		if _, err := Open([]byte("<html><body>"+c.in), ""); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	p, err := Parse([]byte(job+`<script type="application/ld+json">{"@type":"JobPosting","title":"`+much+`"}</script>`), "")
	if err != nil || len(p.Notes) == 0 || !strings.Contains(p.Notes[0], "longer than 4 MB") || p.Title != "Director" {
		t.Errorf("long JSON-LD: %v, %.100q, %.50q", err, p.Notes, p.Title)
	}
}
