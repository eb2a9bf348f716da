package learn

import (
	"strings"
	"testing"
)

func TestTitlesOfALevel(t *testing.T) {
	for _, c := range []struct {
		level string
		given []string
		want  string
	}{
		{"director", nil, "director directors"}, {"vp", nil, "vp vps vice president vice presidents"}, {"nurse", nil, "nurse nurses"},
		{"vp", []string{" SVP", ""}, "svp svps"}, {"vp", []string{""}, ""},
	} {
		if got := strings.Join(Titles(c.level, c.given), " "); got != c.want {
			t.Errorf("%s, %q: %q, want %q", c.level, c.given, got, c.want)
		}
	}
}
