package page

import (
	"strings"
	"testing"
)

func TestHTMLToText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain text", "Lead & own\n- it", "Lead & own\n- it"},
		{"less and more", "a < b, 5 <6 and c > d", "a < b, 5 <6 and c > d"},
		{"entities alone", "R&amp;D &#8211; all\nof it", "R&D – all\nof it"},
		{"paragraphs", "<p>One</p><p>Two</p>", "One\n\nTwo"},
		{"line breaks", "One<br>Two<br/><br>Three", "One\nTwo\n\nThree"},
		{"list", "<ul><li>One</li><li>Two</li></ul>", "- One\n- Two"},
		{"paragraphs in items", "You will:<ul><li><p>One</p><p>more</p></li><li><p>Two</p></li></ul>Then", "You will:\n\n- One\nmore\n- Two\n\nThen"},
		{"lists in lists", "<ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul>", "- One\n  - Two\n- Three"},
		{"an item that is a list", "<ul><li><ul><li>One</li></ul></li></ul>", "  - One"},
		{"a bullet within an item", "<ul><li>• One</li><li>&bull;&nbsp; Two</li><li>Three</li></ul>", "- One\n- Two\n- Three"},
		{"an empty item", "<ul><li></li><li>One</li></ul>", "- One"},
		{"headings", "<h2>You</h2>lead<h3>We</h3>pay", "You\n\nlead\n\nWe\n\npay"},
		{"cells", "<table><tr><td>Place</td><td>Lisbon</td></tr><tr><td>Pay</td><td>good</td></tr></table>", "Place\nLisbon\nPay\ngood"},
		{"words in pieces", "<p>Engi<b>neer</b>ing <i>and</i> more</p>", "Engineering and more"},
		{"white space", "<p>\n  One \t two\n</p>\n\n\n<p> three</p>", "One two\n\nthree"},
		{"blank paragraphs", "<p>One</p><p>&nbsp;</p><p> </p><p>Two</p>", "One\n\nTwo"},
		{"what is kept as written", "<pre>One\n  two\n\nthree</pre>", "One\ntwo\n\nthree"},
		{"marked words in lines", "One <b>two</b>\n- three\n\nfour", "One two\n- three\n\nfour"},
		{"what is not shown", "<p>One</p><script>x</script><style>y</style><p hidden>z</p><p style='display: none'>w</p><select><option>v</select>", "One"},
		{"escaped once", "&lt;p&gt;One&lt;/p&gt;&lt;p&gt;R&amp;amp;D&lt;/p&gt;", "One\n\nR&D"},
		{"escaped twice", "&amp;lt;li&amp;gt;One&amp;lt;/li&amp;gt;", "- One"},
		{"unknown tags", "Write <your name> here", "Write <your name> here"},
	} {
		if got := strings.TrimSpace(HTMLToText(c.in)); got != strings.TrimSpace(c.want) {
			t.Errorf("%s: HTMLToText(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestLooseJSON(t *testing.T) {
	for _, c := range []struct{ name, in, note string }{
		{"as it should be", `{"a":"b"}`, ""},
		{"two values", `{"x":1}{"a":"b"}`, ""},
		{"in an HTML comment", `<!-- {"a":"b"} -->`, "comment or CDATA"},
		{"in CDATA", "//<![CDATA[\n{\"a\":\"b\"}\n//]]>", "comment or CDATA"},
		{"ended by a semicolon", `{"a":"b"};`, "comment or CDATA"},
		{"with comments", "{// one\n\"a\":/* two */\"b\"}", "a comment dropped"},
		{"with trailing commas", `{"x":[1,2,],"a":"b",}`, "superfluous comma"},
		{"without a comma", "{\"x\":\"1\"\n\"a\":\"b\"}", "missing comma"},
		{"without a bracket", `{"a":"b","x":[1,2`, "missing bracket"},
		{"with raw line ends", "{\"x\":\"1\n2\",\"a\":\"b\"}", "line ends"},
		{"with control characters", "{\"x\":\"1\x01\t2\",\"a\":\"b\"}", "control characters"},
		{"with quotes within", `{"x":"he said "no" to it","a":"b"}`, "a quote within"},
		{"with an unknown escape", `{"x":"it\'s","a":"b"}`, "unknown escape"},
		{"with a word that is no value", `{"x":undefined,"a":"b"}`, ""},
		{"written with entities", `{&quot;a&quot;:&quot;b&quot;}`, "entities"},
	} {
		v, repairs, ok := looseJSON(c.in)
		if list, many := v.([]any); many {
			v = list[len(list)-1]
		}
		m, _ := v.(map[string]any)
		if !ok || m["a"] != "b" {
			t.Errorf("%s: %q is read as %v", c.name, c.in, v)
		}
		if all := strings.Join(repairs.notes, "; "); !strings.Contains(all, c.note) || c.note == "" && strings.Contains(all, "quote") {
			t.Errorf("%s: notes %q, want one of %q", c.name, all, c.note)
		}
	}
	if _, _, ok := looseJSON("not at all"); ok {
		t.Error("words were read as JSON")
	}
}

func TestFirstWordsOfAFoldedLine(t *testing.T) {
	for _, c := range []struct {
		in   string
		most int
		want string
		more bool
	}{
		{"Jobs you may like", 4, "jobs you may like", false},
		{"Jobs you may like", 3, "jobs you may", true},
		{" – It's #1 … ", 9, "its #1", false},
		{"Über uns", 1, "über", true},
		{"©", 1, "", false},
	} {
		if got, more := appendFold(nil, c.in, c.most); string(got) != c.want || more != c.more {
			t.Errorf("%d words of %q: %q, more %v; want %q, %v", c.most, c.in, got, more, c.want, c.more)
		}
	}
}

func TestWordsFile(t *testing.T) {
	for _, l := range []string{"class", "line", "start", "tail", "tail-first", "tail-last", "generic", "label", "closed", "listing", "role"} {
		if len(words()[l]) == 0 {
			t.Errorf("words.txt has no list %q", l)
		}
	}
	if len(words()) != 11 {
		t.Errorf("%d lists in words.txt, want 11", len(words()))
	}
	for p := range words()["listing"] {
		if p != numberless(p) && !strings.Contains(p, "#") {
			t.Errorf("%q holds a number: write #", p)
		}
	}
}
