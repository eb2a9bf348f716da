package read

import (
	"strings"
	"testing"
	"time"

	"rung/corpus"
)

func TestReduceMarkdown(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a list below a line", "You will:\n- Lead\n- Own\n", "You will:\n- Lead\n- Own"},
		{"a wrapped item", "- Lead the team and\n  own the roadmap\n- Hire\n", "- Lead the team and own the roadmap\n- Hire"},
		{"items of items", "* Lead\n    * hire\n        * coach\n+ Own\n", "- Lead\n    - hire\n        - coach\n- Own"},
		{"a numbered list below a line", "We plan:\n1. Lead\n10. Own\n", "We plan:\n1. Lead\n10. Own"},
		{"loose items", "- Lead\n\n- Own\n\n  and more\n", "- Lead\n\n- Own\n\n  and more"},
		{"a table", "| Area | Level |\n|------|:-----:|\n| Core | **VP** |\n\nApply.", "Area\nLevel\n\nCore\nVP\n\nApply."},
		{"code", "Use `kubectl` and\n\n```go\nfunc main() {}\n```\n\nDone", "Use kubectl and\n\nfunc main() {}\n\nDone"},
		{"code that does not end", "Lead\n~~~\n# Own\n", "Lead\n# Own"},
		{"links", "See [our site](https://acme.com \"t\"), [docs][1] and <https://x.org>.\n\n[1]: https://docs.acme.com\n", "See our site, docs and https://x.org."},
		{"brackets that are no link", "A [remote] job [of two](", "A [remote] job [of two]("},
		{"a picture", "![Logo](a.png) Acme", "Logo Acme"},
		{"HTML", "<div>Lead &amp; own</div>\n\nTeams <b>of ten</b><br>now, 3 < 4", "Lead & own\n\nTeams of ten now, 3 < 4"},
		{"a break with a backslash", "Line one\\\nLine two\nLine three", "Line one\nLine two Line three"},
		{"headings", "About us\n========\n\nWe lead.\n\n## Duties ##\n- a\n#none\n", "About us\n\nWe lead.\n\nDuties\n- a #none"},
		{"a quotation", "> Lead teams\n> and own it\n\nNext", "Lead teams and own it\n\nNext"},
		{"emphasis and signs", "**Lead** the _team_, snake_case, 2*3*4, a * b", "Lead the team, snake_case, 234, a * b"},
		{"backslashes", `hands\-on P\&L 1\. \#1 C:\x`, `hands-on P&L 1. #1 C:\x`},
		{"a rule", "a\n\n---\n\nb\n***\nc", "a\n\nb\n\nc"},
		{"no Markdown", "• Lead\n– Own $1 < $2", "• Lead – Own $1 < $2"},
	} {
		if got := corpus.Normalize(reduce(c.in, true)); got != c.want {
			t.Errorf("%s:\n%q\nwant\n%q", c.name, got, c.want)
		}
	}
	if got := reduce("**Location:** Berlin\n**Pay:** $200k", false); got != "Location: Berlin\nPay: $200k" {
		t.Errorf("lines of a field: %q", got)
	}
}

// TestReduceLinear demands that signs which open and never close end in time.
func TestReduceLinear(t *testing.T) {
	began := time.Now()
	for _, unit := range []string{"[", "<", "[a](", "[![", "[![a](", "<http", "*a ", "> ", "- ", "a\n", "|a", "`", "![", "[a]", "<a@"} {
		for _, end := range []string{"", "](x", ">", "](x)"} {
			reduce(strings.Repeat(unit, 1<<20/len(unit))+end, true)
		}
	}
	wrapped := strings.Repeat(strings.Repeat("leads ", 12)+"a\n", 1<<20/74)
	if got, joined := unwrap(wrapped); !joined || len(got) != len(wrapped) {
		t.Errorf("%d of %d bytes, joined %v", len(got), len(wrapped), joined)
	}
	if d := time.Since(began); d > 30*time.Second {
		t.Errorf("took %v", d)
	}
}

func TestFrontMatterOfYAMLAndTOML(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"YAML", "---\ntitle: \"VP: all\" # mine\ncompany: 'Acme'\n---\nLead", "1 VP: all|Acme|Lead\n"},
		{"TOML", "+++\ntitle = \"VP = all\"\ncompany = 'Acme' # mine\n+++\n\nLead", "1 VP = all|Acme|Lead\n"},
		{"CRLF", "+++\r\ntitle = \"VP\"\r\n+++\r\n\r\nLead", "1 VP||Lead\n"},
		{"tables of TOML", "+++\ntitle = \"VP\"\n[extra]\ncompany = \"Acme\"\n+++\nLead", "1 VP|Acme|Lead\n"},
		{"fences only", "+++\nLead", "1 ||+++ Lead\n"},
	} {
		if got := show(c.in, "a.md", Options{}); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	for _, in := range []string{"---\ntitle: VP\nlocation:\n  - Dublin\n  - \"Cork\"\n---\nLead", "---\nlocation: [Dublin, \"Cork\"]\n---\nLead", "+++\nlocation = [\"Dublin\", 'Cork']\n+++\nLead"} {
		for p := range Postings(t.Context(), strings.NewReader(in), "a.md", Auto) {
			if p.Location != "Dublin, Cork" {
				t.Errorf("%q: location %q", in, p.Location)
			}
		}
	}
}
