package text

import (
	"fmt"
	"strings"
	"testing"
)

// outline shows the sections of a text: kind, heading and number of lines.
func outline(s string) string {
	d := Parse(s)
	var b strings.Builder
	for _, x := range d.Sections {
		n := 0
		for _, l := range d.Lines {
			if l.Start >= x.Start && l.End <= x.End && l.Kind != Heading {
				n++
			}
		}
		fmt.Fprintf(&b, "%s[%s]%d ", x.Kind, x.Heading.Of(s), n)
	}
	return strings.TrimSpace(b.String())
}

func TestSections(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a whole posting", sample, "about[About us]1 role[The role]1 duties[What you'll do]5 requirements[What you'll bring]4 preferred[Nice to have]2 benefits[What we offer]3 legal[]1 apply[How to apply]1"},
		{"headings in capitals and with colons", "KEY RESPONSIBILITIES:\n- Lead four teams\n- Set the roadmap\n\nREQUIREMENTS:\n- 10+ years of experience\n- A degree in computer science", "duties[KEY RESPONSIBILITIES:]2 requirements[REQUIREMENTS:]2"},
		{"a question and a pictograph", "🚀 What will you do?\n- Lead four teams\n- Hire engineers\n\n## Perks & Benefits\n- Health insurance\n- Paid time off", "duties[What will you do?]2 benefits[## Perks & Benefits]2"},
		{"headings in bold", "**Responsibilities**\n* Coach the managers\n* Own delivery\n\n**Nice to have**\n* Experience with boats is a plus", "duties[**Responsibilities**]2 preferred[**Nice to have**]1"},
		{"no headings", "Lead and mentor a team of engineers\nOwn the roadmap and deliver it on time\n\n10+ years of experience in software development\nStrong knowledge of distributed systems\n\n401(k) with company match, paid time off and health insurance\nStock options and an annual bonus\n\nWe are an equal opportunity employer and do not discriminate on the basis of race or religion", "duties[]2 requirements[]2 benefits[]2 legal[]1"},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := outline(c.in); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestFlattenedPosting(t *testing.T) {
	in := "About us Harbour Labs builds booking software for ports. What you'll do • Lead and mentor four teams of engineers • Define the technical roadmap with Product • Manage the engineering budget Qualifications • 10+ years of experience in software engineering • Bachelor's degree in computer science • Experience with AWS Benefits • Health insurance • 401(k) match and paid time off"
	want := map[string]Kind{"Lead and mentor": Duties, "Define the": Duties, "10+ years": Requirements, "Bachelor's degree": Requirements, "Health insurance": Benefits, "401(k) match": Benefits}
	d := Parse(in)
	for _, s := range d.Sentences {
		for begin, k := range want {
			if strings.HasPrefix(s.Of(in), begin) {
				delete(want, begin)
				if s.Kind != k {
					t.Errorf("%q is %v, want %v", s.Of(in), s.Kind, k)
				}
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("no sentence begins with %v", want)
	}
}

// TestHeadings demands that no heading is listed under two kinds.
func TestHeadings(t *testing.T) {
	listed := map[uint64]string{}
	kind := ""
	for e := range entries(headingText) {
		if strings.HasPrefix(e, "[") {
			kind = strings.Trim(e, "[]")
			if k, ok := ParseKind(kind); !ok || k == Heading {
				t.Errorf("headings.txt: no kind %q", kind)
			}
			continue
		}
		h := phrase(Tokenize(nil, strings.TrimSuffix(e, " ?")))
		if before, ok := listed[h]; ok {
			t.Errorf("headings.txt: %q under %s stands under %s too", e, kind, before)
		}
		listed[h] = kind
	}
	for _, s := range []string{"Our Skills & Experience:", "SKILLS AND EXPERIENCE", "✨ Skills, experience"} {
		if h, ok := headings.find(phrase(Tokenize(nil, s))); !ok || h.kind != Requirements {
			t.Errorf("%q is not known for a heading of requirements", s)
		}
	}
}

// TestReset demands that a Document used again holds nothing of the text before,
// and that a warm one makes no garbage.
func TestReset(t *testing.T) {
	d := Parse(sample + sample)
	d.Reset(sample)
	check(t, d)
	if got, want := fmt.Sprint(d.Lines, d.Sections, d.Sentences, d.Tokens), fmt.Sprint(Parse(sample).Lines, Parse(sample).Sections, Parse(sample).Sentences, Parse(sample).Tokens); got != want {
		t.Errorf("read again:\n got %s\nwant %s", got, want)
	}
	if n := testing.AllocsPerRun(10, func() { d.Reset(sample) }); n > 0 {
		t.Errorf("%v allocations to read a text again", n)
	}
}

func TestKindNames(t *testing.T) {
	for k := range Kind(NumKinds) {
		if got, ok := ParseKind(k.String()); !ok || got != k {
			t.Errorf("ParseKind(%q) = %v, %v", k, got, ok)
		}
	}
	if _, ok := ParseKind("duty"); ok {
		t.Error(`ParseKind("duty") is ok`)
	}
}
