package text

import (
	"strings"
	"testing"
)

// bracket shows the sentences of s between « and ».
func bracket(s string) string {
	d := Parse(s)
	var b strings.Builder
	at := 0
	for _, x := range d.Sentences {
		b.WriteString(s[at:x.Start] + "«" + x.Of(s) + "»")
		at = x.End
	}
	return b.String() + s[at:]
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"two plain sentences", "«We build boats.» «You lead the yard.»"},
		{"question and exclamation", "«Ready?» «Then join!» «We are.»"},
		{"a small letter goes on", "«We ship on the 1st. of May, approx. at noon.»"},
		{"for example", "«Tools, e.g. Terraform, i.e. Infrastructure as code, vs. Clicks.»"},
		{"a company in the middle", "«You join Acme Inc. as its second leader.»"},
		{"a state in the middle", "«Work from the U.S. or Canada.»"},
		{"an acronym at the end", "«We run on AWS.» «You own it.»"},
		{"a number at the end", "«We began in 2016.» «Today we are 85.»"},
		{"a decimal number", "«Grow revenue by 2.5 times in 3.5 years.»"},
		{"a quotation", "«She said \"Own it.\"» «He did.»"},
		{"a sentence in brackets", "«We are remote.» «(Mostly.)» «You travel.»"},
		{"dots of omission", "«We wait...» «You act.»"},
		{"glued sentences", "«Build great teams.»«Lead them well.»"},
		{"a file name is not glued", "«Know Node.js and ASP.NET well.»"},
		{"lines end sentences", "«We build\nboats»"},
		{"a bullet is one line", "• «Lead the team.» «Coach it.»\n• «Hire»"},
		{"a flattened list", "«Your tasks» • «Lead the team» • «Own the roadmap.» «Report on it» • «Hire»"},
		{"a flattened list with stars", "«In this position, which is a new one in our growing company, you are going to do all of the following» * «Lead the team of engineers» * «Own the roadmap of the platform» * «Hire people»"},
		{"a dash or two is no list", "«Acme - the boat builder - hires.»"},
		{"a bullet sign inside a word is none", "«Fahrenheit 20•30»"},
		{"a list number is no sentence", "1. «Lead the team.» «Coach it.»"},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := c.want
			if c.name == "lines end sentences" {
				want = "«We build»\n«boats»"
			}
			in := strings.NewReplacer("«", "", "»", "").Replace(want)
			if got := bracket(in); got != want {
				t.Errorf("\n got %s\nwant %s", got, want)
			}
		})
	}
}

// TestFastPath compares the sentences with those of punkt alone. They differ by
// intent where punkt takes "in 2016." for an ordinal and goes on.
func TestFastPath(t *testing.T) {
	for _, s := range []string{
		"We build software for ports. Our team of 85 works from three cities. You will lead four teams.",
		"You report to the CTO. The role is remote. It pays $180,000 a year.",
		"Do you like boats? We do! Come and build them with us.",
		"The product runs on Kubernetes. It serves 12 countries, e.g. Portugal and Norway. Customers love it.",
		"Harbour Labs Inc. was founded by sailors. It grew to $4.5 million in revenue. Investors noticed.",
		"Our offices are in the U.S. and Europe. We meet twice a year. Dr. Silva leads research.",
		"We value candour, i.e. we say what we think. Everybody listens. Nobody shouts.",
	} {
		var want []string
		for _, x := range punkt().Tokenize(s) {
			want = append(want, strings.TrimSpace(x.Text))
		}
		var got []string
		for _, x := range Parse(s).Sentences {
			got = append(got, x.Of(s))
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%q\n got %q\nwant %q", s, got, want)
		}
	}
}

// TestPunktIsSeldomAsked demands that most full stops are decided without it.
func TestPunktIsSeldomAsked(t *testing.T) {
	d := Parse(sample)
	asked, all := 0, 0
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for j := s.First; j < s.Last; j++ {
			if d.Text[d.Tokens[j].End-1] == '.' {
				all++
				if _, v := d.boundary(d.Tokens, s.First, j); v == unsure {
					asked++
				}
			}
		}
	}
	if all < 10 || asked*20 > all {
		t.Errorf("%d of %d full stops are unsure", asked, all)
	}
}
