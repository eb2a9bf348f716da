package read

import (
	"regexp"
	"strings"
	"testing"
)

var hashes = regexp.MustCompile(`sha:[0-9a-f]+`)

// hashless is s without the identities that are made of contents.
func hashless(s string) string { return hashes.ReplaceAllString(s, "sha") }

func TestMessagesAreReadByTheirText(t *testing.T) {
	head := "From: a@example.org\nTo: b@example.org\nSubject: =?utf-8?q?VP_=E2=80=93_Caf=C3=A9?=\nMIME-Version: 1.0\n"
	for _, c := range []struct{ name, in, want string }{
		{"plain", head + "Content-Type: text/plain\n\nYou lead.\n", "1 VP – Café||You lead.\n"},
		{"a label of the text before the subject", head + "\nTitle: Head\nCompany: Acme\n\nYou lead.\n", "1 Head|Acme|Title: Head/Company: Acme//You lead.\n"},
		{"base64, and CRLF", strings.ReplaceAll(head+"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nWW914oCZbGwg\nbGVhZC4K\n", "\n", "\r\n"), "1 VP – Café||You’ll lead.\n"},
		{"quoted-printable of Latin-1", head + "Content-Type: text/plain; charset=ISO-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nYou lead the caf=E9=\n and all.\n", "1 VP – Café||You lead the café and all.\n"},
		{"a page beside its plain text", head + "Content-Type: multipart/alternative; boundary=\"=_b\"\n\nFor old programs.\n--=_b\nContent-Type: text/plain\n\nplain\n--=_b\nContent-Type: text/html; charset=utf-8\n\n<p>You’ll lead.</p><ul><li>Own</li></ul>\n--=_b--\n", "1 VP – Café||You’ll lead.//- Own\n"},
		{"parts within parts, the last not ended", head + "Content-Type: multipart/mixed;\n boundary=o\n\n--o\nContent-Type: multipart/alternative; boundary=i\n\n--i\nContent-Type: text/plain\n\nYou lead.\n--i--\n--o\nContent-Type: application/pdf; name=job.pdf\nContent-Disposition: attachment; filename=job.pdf\n\nxx\n", "1 VP – Café||You lead.\n"},
		{"forwarded", head + "Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: message/rfc822\n\nSubject: inner\n\nYou lead.\n--o--\n", "1 VP – Café||You lead.\n"},
		{"an answer", "Subject: Re: FWD: VP\nMessage-ID: <x>\nFrom: a\n\nYou lead.\n", "1 VP||You lead.\n"},
		{"MHTML", "From: <Saved by Blink>\nSnapshot-Content-Location: https://x.example/1\nSubject: Jobs\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"--b\"\n\n----b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://x.example/1\n\n<html><body><h1>VP</h1><p class=3D\"x\">You lead.</p></body></html>\n----b\nContent-Type: text/css\n\np {}\n----b--\n", "1 VP||VP//You lead.\n"},
		{"a mailbox", "From a@b Mon Mar  4 10:00:00 2024\n" + head + "\nYou lead.\n\nFrom here on it is easy.\n\nFrom a@b Mon Mar  4 11:00:00 2024\nSubject: Head\nMessage-ID: <y>\n\nYou own.\n", "1 VP – Café||You lead.//From here on it is easy.\n2 Head||You own.\n"},
		{"without a text", head + "Content-Type: image/png; name=a.png\n\nxx\n", "1! the message holds no text\n"},
	} {
		if got := show(c.in, "a", Options{Format: Mail}); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
		if got := show(c.in, "a.eml", Options{}); got != c.want {
			t.Errorf("%s, by its name:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
	var said string
	in := head + "Content-Type: multipart/mixed; boundary=o\n\n--o\n\nYou lead.\n--o\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=\"job.pdf\"\n\nxx\n--o--\n"
	for p := range (Options{Said: func(s string) { said += s }}).Read(t.Context(), strings.NewReader(in), "a") {
		if p.Text != "You lead." {
			t.Errorf("text %q", p.Text)
		}
	}
	if said != "a message has attachments, which are not read: job.pdf: save them, and name the files" {
		t.Errorf("said %q", said)
	}
}
