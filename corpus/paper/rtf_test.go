package paper

import (
	"context"
	"errors"
	"strings"
	"testing"
)

func TestRTF(t *testing.T) {
	head := `{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times;}{\f1\fnil\fcharset2 Symbol;}{\f2\fcharset204 Arial Cyr;}}{\colortbl;\red0\green0\blue0;}{\stylesheet{\s1 heading 1;}}{\info{\title no}{\author no}}`
	for _, c := range []struct{ name, in, want string }{
		{"paragraphs, letters in code pages and in Unicode", head + `\pard\f0 You\'92ll lead\par caf\'e9 \u8211-\u8217 ?s\line {\f2 \'cf\'f0} na\u239\'efve\par}`, "You’ll lead\ncafé –’s\nПр naïve"},
		{"words for letters", head + `\lquote a\rquote\tab\emdash  \ldblquote b\rdblquote\par c\~d\_e coop\-eration \{x\}\\\par}`, "‘a’ — “b”\nc d-e cooperation {x}\\"},
		{"items as Word writes them", head + `{\listtext\pard\plain\f1 \'b7\tab}\ls1 Hire\par{\pntext\f1\'B7\tab}Coach\par{\listtext 2.\tab}Own\par}`, "• Hire\n• Coach\n2. Own"},
		{"items as WordPad and TextEdit write them", head + `\pard{\pntext\f1\'B7\tab}{\*\pn\pnlvlblt\pnf1\pnindent0{\pntxtb\'B7}}Hire\par` + "\n" + `{\listtext	\uc0\u8226 	}Coach\` + "\n" + `Own\par}`, "• Hire\n• Coach\nOwn"},
		{"a heading and empty paragraphs", head + `a\par{\pard\outlinelevel0 About\par}\pard b\par\par c\par}`, "a\n\nAbout\nb\n\nc"},
		{"what is not seen", head + `{\header no}{\footer no}{\pict\pngblip 89504e47}{\*\generator no}a{\v no}{\*\bkmkstart x}b{\footnote no}\deleted no\deleted0 c\par}`, "abc"},
		{"a link", head + `{\field{\*\fldinst HYPERLINK "https://x.example"}{\fldrslt{\ul apply}}} here\par}`, "apply here"},
		{"a table", head + `\trowd\cellx1\cellx2\pard\intbl Location\cell Dublin\cell\row\trowd\pard\intbl a\cell b\cell c\cell\row\pard after\par}`, "Location: Dublin\na | b | c\nafter"},
		{"bytes that are no text", head + `a{\pict\bin5 }}}}}}b\par}`, "ab"},
		{"lines of the file are none", head + "One \r\nand two\\par\r\n}", "One and two"},
		{"letters beyond the first plane, in halves", head + `\u-10179?\u-8704?\par}`, "😀"},
		{"Macintosh", `{\rtf1\mac You\'d5ll\par}`, "You’ll"},
		{"not ended", head + `{\b Lead`, "Lead"},
	} {
		if got, err := RTF(context.Background(), []byte(c.in)); got != c.want || err != nil {
			t.Errorf("%s:\n%s (%v)\nwant\n%s", c.name, got, err, c.want)
		}
	}
	if _, err := RTF(context.Background(), []byte(head+"}")); !errors.Is(err, ErrNoText) {
		t.Errorf("without text: %v", err)
	}
	if _, err := RTF(context.Background(), []byte(strings.Repeat("{", 1<<20))); err == nil || !strings.Contains(err.Error(), "groups within each other") {
		t.Errorf("groups without end: %v", err)
	}
}
