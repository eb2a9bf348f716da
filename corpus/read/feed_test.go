package read

import (
	"fmt"
	"strings"
	"testing"
)

// all is what a stream gives, with all that a posting says of itself.
func all(t *testing.T, in, name string) string {
	var b strings.Builder
	for p, err := range Postings(t.Context(), strings.NewReader(in), name, Auto) {
		if err != nil {
			fmt.Fprintf(&b, "! %v\n", err)
			continue
		}
		at := ""
		if !p.Posted.IsZero() {
			at = p.Posted.Format("2006-01-02")
		}
		fmt.Fprintf(&b, "%s|%s|%s|%s|%s|%s|%s|%s\n", p.Source, p.ID, p.Title, p.Company, p.Location, p.URL, at, strings.ReplaceAll(p.Text, "\n", "/"))
	}
	return b.String()
}

func TestFeedsOfJobsAreReadJobByJob(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"Indeed", `<?xml version="1.0" encoding="utf-8"?><source><publisher>Board</publisher><description>All our jobs in one place, every day</description>
			<job><title><![CDATA[VP]]></title><date><![CDATA[Tue, 5 Mar 2024 10:00:00 GMT]]></date><referencenumber>7</referencenumber><url>https://x.example/7</url><company><![CDATA[A & B]]></company>
			<city>Leeds</city><state>Yorkshire</state><country>GB</country><description><![CDATA[<p>You lead.</p><ul><li>Own</li></ul>]]></description></job>
			<job><title>Nurse</title><description>You &lt;b&gt;nurse&lt;/b&gt; &amp;amp; write.</description></job></source>`,
			"a:1|7|VP|A & B|Leeds, Yorkshire, GB|https://x.example/7|2024-03-05|You lead.//- Own\na:2|sha|Nurse|||||You nurse & write.\n"},
		{"Trovit", `<?xml version="1.0"?><trovit><ad><id>1</id><title>VP</title><url>https://x.example</url><content>You lead.</content><city>Rome</city><company>Acme</company></ad></trovit>`,
			"a:1|1|VP|Acme|Rome|https://x.example||You lead.\n"},
		{"RSS", `<rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>Jobs</title><link>https://x.example</link><description>Jobs of Acme, all of them</description><item><title>VP</title><link>https://x.example/1</link><guid>g1</guid>
			<pubDate>Mon, 04 Mar 2024 10:00:00 +0000</pubDate><description>You …</description><content:encoded><![CDATA[<p>You lead &amp; own.</p>]]></content:encoded></item></channel></rss>`,
			"a:1|g1|VP|||https://x.example/1|2024-03-04|You lead & own.\n"},
		{"Atom, with markup within", `<feed xmlns="http://www.w3.org/2005/Atom"><title>Jobs</title><entry><title>VP</title><id>u1</id><link rel="self" href="https://x.example/self"/><link href="https://x.example/1"/><updated>2024-03-04T10:00:00Z</updated>
			<summary>short</summary><content type="xhtml"><div xmlns="x"><p>You lead A&amp;B.</p><ul><li>Own</li></ul></div></content></entry></feed>`,
			"a:1|u1|VP|||https://x.example/1|2024-03-04|You lead A&B.//- Own\n"},
		{"Personio", `<?xml version="1.0" encoding="UTF-8"?><workzag-jobs><position><id>9</id><subcompany>Acme GmbH</subcompany><office>Berlin</office><name>VP</name><jobDescriptions><jobDescription><name>Your tasks</name><value><![CDATA[<ul><li>Lead</li></ul>]]></value></jobDescription>
			<jobDescription><name>Your profile</name><value><![CDATA[<p>Ten years</p>]]></value></jobDescription></jobDescriptions><createdAt>2024-03-04T10:00:00+00:00</createdAt></position></workzag-jobs>`,
			"a:1|9|VP|Acme GmbH|Berlin||2024-03-04|Your tasks/- Lead//Your profile/Ten years\n"},
		{"HR-XML", `<?xml version="1.0"?><Envelope><JobPositionPosting><JobPositionPostingId>3</JobPositionPostingId><HiringOrg><HiringOrgName>Acme</HiringOrgName></HiringOrg><JobPositionInformation><JobPositionTitle>VP</JobPositionTitle>
			<JobPositionDescription><JobPositionPurpose>You lead.</JobPositionPurpose><EssentialFunctions>You own.</EssentialFunctions></JobPositionDescription></JobPositionInformation></JobPositionPosting></Envelope>`,
			"a:1|sha|VP|Acme||||You lead.//You own.\n"},
		{"sections, and a company with a description of its own", `<?xml version="1.0"?><jobs><job id="4"><position>VP</position><company><name>Acme</name><description>We make bolts.</description><url>https://acme.example</url></company><description>You lead.</description><requirements>Ten years.</requirements></job></jobs>`,
			"a:1|4|VP|Acme||||You lead.//Requirements/Ten years.\n"},
		{"parts with headings", `<?xml version="1.0"?><data><vacancy><title>VP</title><parts><part><heading>Role</heading><text>You lead.</text></part><part><heading>You</heading><text>Ten years.</text></part></parts></vacancy></data>`,
			"a:1|sha|VP|||||Role/You lead.//You/Ten years.\n"},
		{"names of no known feed", `<?xml version="1.0"?><Stellen><Stelle><Titel/><title>VP</title><detail><description>You lead.</description></detail></Stelle><Stelle><title>Head</title><detail><description>You own.</description></detail></Stelle></Stellen>`,
			"a:1|sha|VP|||||You lead.\na:2|sha|Head|||||You own.\n"},
		{"Latin-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><jobs><job><title>Caf\xe9 manager</title><description>You lead.</description></job></jobs>",
			"a:1|sha|Café manager|||||You lead.\n"},
		{"a bad byte, a bare ampersand, a control character, an entity of HTML", "<?xml version=\"1.0\"?><jobs><job><title>V\xffP é R&D</title><description>You\x01lead&nbsp;all.</description></job><job><title>b</title><description>c</description></job></jobs>",
			"a:1|sha|V\ufffdP é R&D|||||You lead all.\na:2|sha|b|||||c\n"},
		{"elements left open", `<rss><channel><item><title>VP</title><description>You lead.<br>All.</description></item></wrong><item><title>b</title><description>c</description></item></channel></rss>`,
			"a:1|sha|VP|||||You lead./All.\na:2|sha|b|||||c\n"},
		{"one without a text", `<rss><channel><item><title>VP</title></item><item><title>b</title><description>c</description></item></channel></rss>`,
			"! a:1: no column of a usual name holds the text; the columns are title\na:2|sha|b|||||c\n"},
		{"cut short", `<rss><channel><item><title>VP</title><description>You lead.</description></item><item><title>Head</title><desc`,
			"a:1|sha|VP|||||You lead.\n! a:2: the file is cut short within this record\n"},
		{"XML of another kind", `<?xml version="1.0"?><cars><car><wheels>4</wheels></car></cars>`,
			"! a: XML of a kind that is not known: no element in <cars> holds a posting as <job>, <item> or <entry> do; save it as CSV or JSON\n"},
		{"a sitemap", `<?xml version="1.0"?><urlset><url><loc>https://x.example</loc></url></urlset>`,
			"! a: not a file of postings, but a sitemap, which names pages and holds no posting: save the pages\n"},
		{"an address, and no XML", "<?xml version=\"1.0\"?>\n", "! a: the file is not XML\n"},
	} {
		if got := hashless(all(t, c.in, "a")); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// TestAFeedSaysWhatItDoesNotRead: prose under a name that no field has.
func TestAFeedSaysWhatItDoesNotRead(t *testing.T) {
	var said []string
	in := `<source><job><title>VP</title><description>You lead.</description><small_print>` + strings.Repeat("We are an employer of all. ", 10) + `</small_print></job></source>`
	for _, err := range (Options{Said: func(s string) { said = append(said, s) }}).Read(t.Context(), strings.NewReader(in+in), "a") {
		if err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.Join(said, "; "); !strings.Contains(got, "also there, not read: small_print;") || strings.Count(got, "small_print") != 1 {
		t.Errorf("said %s", got)
	}
}

func TestSeveralPostingsOfAPageAreReadOneByOne(t *testing.T) {
	long := " You will lead four managers, own delivery for the platform, and answer for the budget."
	job := func(title, text string) string {
		return fmt.Sprintf(`{"@context":"https://schema.org","@type":"JobPosting","title":%q,"description":%q}`, title, text)
	}
	script := func(s string) string { return `<script type="application/ld+json">` + s + `</script>` }
	page := func(s string) string { return "<html><body><h1>Jobs</h1>" + s + "</body></html>" }
	a, b := job("VP", "One."+long), job("Head", "Two."+long)
	item := func(title, text string) string {
		return `<div itemscope itemtype="https://schema.org/JobPosting"><h2 itemprop="title">` + title + `</h2><div itemprop="description">` + text + `</div></div>`
	}
	two := "1 VP||One." + long + "\n2 Head||Two." + long + "\n"
	for _, c := range []struct{ name, in, want string }{
		{"a script each", page(script(a) + script(b)), two},
		{"a list", page(script("[" + a + "," + b + "]")), two},
		{"@graph", page(script(`{"@graph":[` + a + "," + b + "]}")), two},
		{"ItemList", page(script(`{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":` + a + `},{"@type":"ListItem","item":` + b + "}]}")), two},
		{"microdata", page(item("VP", "One."+long) + item("Head", "Two."+long)), two},
		{"the same twice", page(script(a) + script(a) + script(b)), two},
		{"one without its text", page(script("["+a+","+b+"]") + script(job("Nurse", ""))), two + "0! 1 more posting named on the page without a text of its own: save the page of each\n"},
		{"UTF-16", "\xff\xfe" + strings.Join(strings.Split(page(script(a)+script(b)), ""), "\x00") + "\x00", two},
	} {
		if got := show(c.in, "a.html", Options{}); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
	if got := show(page(script(job("VP", "Short."))+script(job("Head", "Too."))+"<p>"+long), "a.html", Options{}); strings.Count(got, "\n") != 1 {
		t.Errorf("a list without texts is read as several: %s", got)
	}
}
