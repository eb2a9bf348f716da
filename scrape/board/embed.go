package board

import (
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// embeds are the boards that a page shows as its own: by a script or frame of
// theirs, or because the whole site is such a board under the company's domain.
func (d *doc) embeds() (refs []Ref) {
	add := func(address string) {
		if u := d.resolve(address); u != nil {
			if ref, _ := Match(u); ref.Board != "web" && Start(ref) != nil {
				refs = addRef(refs, ref)
			}
		}
	}
	d.Find("script[src], iframe[src], iframe[data-src], embed[src]").Each(func(_ int, s *goquery.Selection) {
		for _, k := range []string{"src", "data-src"} {
			v, _ := s.Attr(k)
			add(v)
		}
	})
	d.Find("script:not([src])").Each(func(_ int, s *goquery.Selection) {
		t := strings.ReplaceAll(s.Text(), `\/`, "/")
		if !slices.ContainsFunc(apiHosts, func(h string) bool { return strings.Contains(t, h) }) && !strings.Contains(t, "leverJobsOptions") {
			return
		}
		name := ""
		for part := range strings.FieldsFuncSeq(t, func(r rune) bool { return r == '"' || r == '\'' || r == '`' }) {
			switch {
			case slices.ContainsFunc(apiHosts, func(h string) bool { return strings.Contains(part, h) }):
				add(part)
			case strings.HasSuffix(name, "accountName:") && isToken(part): // leverJobsOptions = {accountName: 'acme'}
				refs = addRef(refs, Ref{Board: "lever", Token: part})
			}
			name = strings.ReplaceAll(part, " ", "")
		}
	})
	d.Find("#BambooHR[data-domain]").Each(func(_ int, s *goquery.Selection) {
		v, _ := s.Attr("data-domain")
		add("https://" + v + "/careers")
	})
	// The makers of these two let a company's own domain point at them.
	if d.Find(`link[type="application/rss+xml"][href$="/jobs.rss"], script[src*="teamtailor"]`).Length() > 1 {
		refs = addRef(refs, Ref{Board: "teamtailor", Token: hostOf(d.base)})
	}
	if d.Find(`script[src*="recruitee"], link[href*="recruitee"]`).Length() > 0 && d.Find(`a[href^="/o/"]`).Length() > 0 {
		refs = addRef(refs, Ref{Board: "recruitee", Token: hostOf(d.base)})
	}
	return refs
}

// apiHosts are what scripts that draw a board call.
var apiHosts = []string{
	"greenhouse.io/", "api.lever.co/v0/postings/", "api.eu.lever.co/v0/postings/", "api.ashbyhq.com/posting-api/", "jobs.ashbyhq.com/",
	"api.smartrecruiters.com/v1/companies/", "apply.workable.com/api/", ".recruitee.com/", ".jobs.personio.", ".myworkdayjobs.com/", ".bamboohr.com/", ".icims.com/",
}

// addRef adds a board as a whole, once.
func addRef(refs []Ref, ref Ref) []Ref {
	ref.Posting = ""
	if slices.Contains(refs, ref) {
		return refs
	}
	return append(refs, ref)
}

// boards are those that a page links to as a whole.
func (d *doc) boards() (refs []Ref) {
	d.anchors.Each(func(_ int, s *goquery.Selection) {
		if u := d.link(s); u != nil {
			if ref, _ := Match(u); ref.Board != "web" && ref.Posting == "" && Start(ref) != nil {
				refs = addRef(refs, ref)
			}
		}
	})
	return refs
}
