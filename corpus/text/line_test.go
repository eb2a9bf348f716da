package text

import (
	"fmt"
	"strings"
	"testing"
)

func TestLines(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain lines", "one\n\n  two \n", "0 [one] 2 [two]"},
		{"bullet signs", "• a\n- b\n* c\n– d\n‣ e\n◦ f\n▪ g\n· h\n● i\no j", "0 •[a] 1 •[b] 2 •[c] 3 •[d] 4 •[e] 5 •[f] 6 •[g] 7 •[h] 8 •[i] 9 •[j]"},
		{"numbers", "1. a\n2) b\n(c) c\n(4) d\na) e\n12. f", "0 •[a] 1 •[b] 2 •[c] 3 •[d] 4 •[e] 5 •[f]"},
		{"glued signs", "•Lead\n-Lead\n1.Lead", "0 •[Lead] 1 •[Lead] 2 •[Lead]"},
		{"no bullets", "-5 degrees\n*note\n3.5 years\n10 people\nown it\no", "0 [-5 degrees] 1 [*note] 2 [3.5 years] 3 [10 people] 4 [own it] 5 [o]"},
		{"a pictograph", "🚀 Launch it\n✅ Done", "0 •[Launch it] 1 •[Done]"},
		{"two signs", "• - a", "0 •[a]"},
		{"a sign on a line of its own", "•\nLead\nCoach", "1 •[Lead] 2 [Coach]"},
		{"white space beyond ASCII", "\u00a0a\u00a0\r\n\u200b\n", "0 [a]"},
		{"signs alone", "• • • • •", "0 •[• •]"},
		{"nothing", "\n \n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, l := range Parse(c.in).Lines {
				sign := ""
				if l.Bullet {
					sign = "•"
				}
				got = append(got, fmt.Sprintf("%d %s[%s]", l.Number, sign, l.Of(c.in)))
			}
			if g := strings.Join(got, " "); g != c.want {
				t.Errorf("lines of %q\n got %s\nwant %s", c.in, g, c.want)
			}
		})
	}
}
