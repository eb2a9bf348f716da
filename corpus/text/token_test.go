package text

import (
	"strings"
	"testing"
)

// classLetters names the classes in the expectations below.
const classLetters = "wnsp"

func TestTokenize(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"words and a full stop", "Lead the team.", "w:Lead w:the w:team p:."},
		{"languages", "C++, C# and F#, .NET", "w:C++ p:, w:C# w:and w:F# p:, w:.NET"},
		{"a version after C++", "C++17", "w:C++ n:17"},
		{"slashes", "CI/CD, TCP/IP, I/O, A/B tests, AWS/GCP", "w:CI/CD p:, w:TCP/IP p:, w:I/O p:, w:A/B w:tests p:, w:AWS p:/ w:GCP"},
		{"around the clock", "24/7 on-call", "n:24/7 w:on p:- w:call"},
		{"ampersands", "P&L, R&D; M&A Q&A AT&T", "w:P&L p:, w:R&D p:; w:M&A w:Q&A w:AT&T"},
		{"an ampersand between words", "Design & Build", "w:Design s:& w:Build"},
		{"initials", "U.S. e.g. i.e., a.m.", "w:U.S. w:e.g. w:i.e. p:, w:a.m."},
		{"degrees", "Ph.D. or M.Sc.", "w:Ph.D. w:or w:M.Sc."},
		{"pensions", "401(k) and 401k", "n:401(k) w:and n:401k"},
		{"JavaScript", "Node.js, D3.js/React", "w:Node.js p:, w:D3.js p:/ w:React"},
		{"clitics", "you'll we're it's I'd I'm we've", "w:you w:'ll w:we w:'re w:it w:'s w:I w:'d w:I w:'m w:we w:'ve"},
		{"curly clitics", "you’ll don’t", "w:you w:’ll w:do w:n’t"},
		{"negations", "don't can't won't isn't", "w:do w:n't w:ca w:n't w:wo w:n't w:is w:n't"},
		{"a name with an apostrophe", "O'Reilly's", "w:O'Reilly w:'s"},
		{"a plural genitive", "five years' work", "w:five w:years p:' w:work"},
		{"a decade", "1990's", "n:1990 w:'s"},
		{"quotes", "'own' “own”", "p:' w:own p:' p:“ w:own p:”"},
		{"numbers", "1,000 2.5 250k 3rd 10+ 50%", "n:1,000 n:2.5 n:250k n:3rd n:10 s:+ n:50 s:%"},
		{"money", "$1.5M-$2M", "s:$ n:1.5M p:- s:$ n:2M"},
		{"a range", "3-5 years, 3–5", "n:3 p:- n:5 w:years p:, n:3 p:– n:5"},
		{"a number before a full stop", "in 2020. Then", "w:in n:2020 p:. w:Then"},
		{"hyphens", "end-to-end", "w:end p:- w:to p:- w:end"},
		{"an address", "see https://acme.test/a?b=c. Now", "w:see w:https://acme.test/a?b=c p:. w:Now"},
		{"an address in brackets", "(https://acme.test/a), x", "p:( w:https://acme.test/a p:) p:, w:x"},
		{"a site", "at www.acme.test/jobs or acme.com.", "w:at w:www.acme.test/jobs w:or w:acme.com p:."},
		{"a site with a path", "jobs.acme-labs.com/eu, x", "w:jobs.acme-labs.com/eu p:, w:x"},
		{"mail", "to jane.doe+jobs@acme.co.uk.", "w:to w:jane.doe+jobs@acme.co.uk p:."},
		{"a handle", "follow @acme", "w:follow s:@ w:acme"},
		{"glued sentences", "teams.Lead the org", "w:teams p:. w:Lead w:the w:org"},
		{"a glued acronym", "teams.AI work", "w:teams p:. w:AI w:work"},
		{"letters beyond ASCII", "Zürich naïve 東京", "w:Zürich w:naïve w:東京"},
		{"spaces beyond ASCII", "a\u00a0b\u200bc", "w:a w:b w:c"},
		{"bytes that are no UTF-8", "caf\xe9 \xffx", "w:caf s:\xe9 s:\xff w:x"},
		{"bullets and dashes", "• a — b", "p:• w:a p:— w:b"},
		{"emoji", "🚀 go", "s:🚀 w:go"},
		{"low lines", "snake_case __x", "w:snake_case p:_ p:_ w:x"},
		{"nothing", " \t\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, tok := range Tokenize(nil, c.in) {
				words := c.in[tok.Start:tok.End]
				got = append(got, classLetters[tok.Class:tok.Class+1]+":"+words)
				if tok.Hash != Hash(words) {
					t.Errorf("token %q: hash differs from Hash of its text", words)
				}
			}
			if g := strings.Join(got, " "); g != c.want {
				t.Errorf("Tokenize(%q)\n got %s\nwant %s", c.in, g, c.want)
			}
		})
	}
}

func TestHash(t *testing.T) {
	for _, c := range [][2]string{{"Lead", "lead"}, {"N’T", "n't"}, {"ZÜRICH", "zürich"}, {"’S", "'s"}} {
		if Hash(c[0]) != Hash(c[1]) {
			t.Errorf("Hash(%q) != Hash(%q)", c[0], c[1])
		}
	}
	if Hash("lead") == Hash("led") {
		t.Error("two words with one hash")
	}
}
