package personal

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPersonalDataIsTakenOut(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"an address", "Write to jane.doe+jobs@mail.example.com.", "Write to [e-mail]."},
		{"an address in a link", `<a href="mailto:jane@example.com?subject=Hi">`, `<a href="mailto:[e-mail]?subject=Hi">`},
		{"an address with an entity", "jane&#64;example.com", "[e-mail]"},
		{"an address in an address", "?to=jane%40example.com&x=1", "?to=[e-mail]&x=1"},
		{"an address after an escape of JSON", `"\u003cjane@example.com\u003e"`, `"\u003c[e-mail]\u003e"`},
		{"an address after a line end of JSON", `"a\njane@example.com"`, `"a\n[e-mail]"`},
		{"two in a row", "a@b.example,c@d.example", "[e-mail],[e-mail]"},
		{"no address: a handle", "Follow @rung on the web", "Follow @rung on the web"},
		{"no address: a picture", "logo@2x.png", "logo@2x.png"},
		{"no address: a style", "@media screen", "@media screen"},
		{"an international number", "Call +49 30 1234-567 now", "Call [phone] now"},
		{"one in a link", `<a href="tel:+14155550123">`, `<a href="tel:[phone]">`},
		{"a link without a plus", `<a href="tel:4155550123">`, `<a href="tel:[phone]">`},
		{"a North American number", "at (415) 555-0123.", "at [phone]."},
		{"another", "at 415-555-0123", "at [phone]"},
		{"a number after a word", "Telefon: 030 1234567", "Telefon: [phone]"},
		{"no number: years", "10+ years, 2019-2025", "10+ years, 2019-2025"},
		{"no number: pay", "$150,000 - $190,000 a year", "$150,000 - $190,000 a year"},
		{"no number: an ID", `{"id":4155550123,"req":"R-415-555-0123"}`, `{"id":4155550123,"req":"R-415-555-0123"}`},
		{"no number: a path", "/jobs/415-555-0123", "/jobs/415-555-0123"},
		{"no number: a date and time", "2026-03-01T12:00:00+00:00", "2026-03-01T12:00:00+00:00"},
		{"a name after contact", "Contact: Jane Doe for more.", "Contact: [name] for more."},
		{"a name after a link", "Your recruiter is Dr. Jane A. Doe-Smith, who", "Your recruiter is Dr. [name], who"},
		{"a name in tags", "<b>Recruiter:</b> <i>Jane Doe</i>", "<b>Recruiter:</b> <i>[name]</i>"},
		{"an address before the name", `Contact: <a href="mailto:jane@example.com">Jane Doe</a>`, `Contact: <a href="mailto:[e-mail]">[name]</a>`},
		{"a name beyond ASCII", "Ansprechpartnerin: Zoë Müller", "Ansprechpartnerin: [name]"},
		{"no name: a centre", "You run our Contact Center Operations.", "You run our Contact Center Operations."},
		{"no name: an invitation", "Contact Us Today", "Contact Us Today"},
		{"no name: a step", "1. Recruiter Screen\n2. Team", "1. Recruiter Screen\n2. Team"},
		{"no name: a text in lower case", "stay in contact with customers and Sales", "stay in contact with customers and Sales"},
		{"no name: another word", "contactless Payment Systems", "contactless Payment Systems"},
		{"a value of JSON", `{"recruiterName": "Jane \"J\" Doe", "x": 1}`, `{"recruiterName": "[name]", "x": 1}`},
		{"a person of JSON", `{"creator":{"id":7,"name":"Jane Doe"}}`, `{"creator":{"id":7,"name":"[name]"}}`},
		{"no person", `{"creator":null,"name":"Director"}`, `{"creator":null,"name":"Director"}`},
		{"nothing", "You report to the VP of Engineering.", "You report to the VP of Engineering."},
	} {
		got, n := Redact([]byte(c.in))
		if string(got) != c.want || (n > 0) != (c.in != c.want) {
			t.Errorf("%s: %q with %d places, want %q", c.name, got, n, c.want)
		}
		if again, n := Redact(got); n != 0 {
			t.Errorf("%s: taken out again: %q", c.name, again)
		}
	}
}

func FuzzRedact(f *testing.F) {
	f.Add(`{"a":"\u003cjane@example.com tel: +49 30 1234567 contact Jane Doe"}`)
	f.Fuzz(func(t *testing.T, s string) {
		r := reader{b: []byte(s)}
		out, n := r.redact()
		if r.steps > 1000+400*len(s) {
			t.Errorf("%d bytes looked at in %d", r.steps, len(s))
		}
		if n == 0 && string(out) != s {
			t.Error("changed without a place")
		}
		if utf8.ValidString(s) && !utf8.Valid(out) {
			t.Errorf("%q became invalid: %q", s, out)
		}
		if json.Valid([]byte(s)) && !json.Valid(out) {
			t.Logf("a record was broken: %q", out) // it is not kept then
		}
	})
}

func BenchmarkRedact(b *testing.B) {
	text := []byte(strings.Repeat("You lead four teams and report to the VP. Contact us, or call 3 people in 2026. ", 60))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Redact(text)
	}
}
