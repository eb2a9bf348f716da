package board_test

import (
	"testing"

	"rung/scrape/board"
	"rung/scrape/board/boardtest"
)

// addresses of every board, as people paste them.
var addresses = map[string][]string{
	"greenhouse": {
		"https://boards.greenhouse.io/acme", "https://job-boards.greenhouse.io/acme/jobs/4001?gh_src=x", "https://job-boards.eu.greenhouse.io/acme", "https://boards.greenhouse.io/embed/job_board?for=acme",
		"https://boards.greenhouse.io/embed/job_board/js?for=acme", "https://boards.greenhouse.io/embed/job_app?for=acme&token=4001", "https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true",
	},
	"lever":           {"https://jobs.lever.co/acme", "https://jobs.lever.co/acme/5f0c2d1e-1111/apply", "https://jobs.eu.lever.co/acme/5f0c2d1e-1111", "https://api.lever.co/v0/postings/acme?mode=json"},
	"ashby":           {"https://jobs.ashbyhq.com/acme", "https://jobs.ashbyhq.com/acme/90fb3621-0000", "https://jobs.ashbyhq.com/acme/embed?version=2", "https://api.ashbyhq.com/posting-api/job-board/acme", "https://jobs.ashbyhq.com/The%20Acme%20Company"},
	"smartrecruiters": {"https://jobs.smartrecruiters.com/Acme", "https://careers.smartrecruiters.com/Acme", "https://jobs.smartrecruiters.com/Acme/743999671674844-vp-engineering", "https://api.smartrecruiters.com/v1/companies/Acme/postings"},
	"workable":        {"https://apply.workable.com/acme/", "https://apply.workable.com/acme/j/DD136DD7E7/", "https://acme.workable.com/j/DD136DD7E7", "https://apply.workable.com/api/v1/widget/accounts/acme?details=true"},
	"recruitee":       {"https://acme.recruitee.com", "https://acme.recruitee.com/o/vp-engineering", "https://acme.recruitee.com/api/offers"},
	"personio":        {"https://acme.jobs.personio.de", "https://acme.jobs.personio.de/job/1834171?language=de", "https://acme.jobs.personio.com/xml"},
	"teamtailor":      {"https://acme.teamtailor.com/jobs", "https://acme.teamtailor.com/jobs/7167985-vp", "https://acme.na.teamtailor.com"},
	"workday": {
		"https://acme.wd5.myworkdayjobs.com/External", "https://acme.wd5.myworkdayjobs.com/en-US/External/job/Oslo/VP-Engineering_R-101", "https://acme.wd1.myworkdayjobs.com/de-DE/External/details/VP_R-1",
		"https://acme.wd5.myworkdayjobs.com/wday/cxs/acme/External/jobs", "https://wd5.myworkdaysite.com/recruiting/acme/External", "https://wd5.myworkdaysite.com/en-US/recruiting/acme/External/job/Oslo/VP_R-101",
	},
	"bamboohr": {"https://acme.bamboohr.com/careers", "https://acme.bamboohr.com/careers/86", "https://acme.bamboohr.com/jobs/view.php?id=86", "https://acme.bamboohr.com/careers/list"},
	"icims":    {"https://careers-acme.icims.com/jobs/intro", "https://careers-acme.icims.com/jobs/1201/vp/job", "https://careers-acme.icims.com/jobs/search?ss=1"},
	"web":      {"https://www.acme.example/careers", "http://acme.example:8080/jobs?page=2#top", "https://acme.example/sitemap.xml"},
}

// samples are all answers of the small web that one source leads to.
func samples(t testing.TB) map[string][]boardtest.Sample {
	t.Helper()
	routes := readRoutes(t)
	sources, _ := readAnswers(t)
	out := map[string][]boardtest.Sample{}
	for _, source := range sources {
		ref, _ := board.ParseRef(source)
		queue := board.Start(ref)
		for asked := map[string]bool{}; len(queue) > 0; queue = queue[1:] {
			r := queue[0]
			if asked[r.URL+r.Body] {
				continue
			}
			asked[r.URL+r.Body] = true
			body, contentType, ok := ask(t, routes, r)
			if !ok {
				t.Errorf("%s has no answer", r.URL)
				continue
			}
			out[r.Board] = append(out[r.Board], boardtest.Sample{Request: r, Body: body, ContentType: contentType})
			a, err := board.Parse(r, body, contentType, board.MaxTags)
			if err != nil {
				t.Errorf("%s: %v", r.URL, err)
			}
			queue = append(queue, a.Next...)
		}
	}
	return out
}

func TestEveryBoardConforms(t *testing.T) {
	all := samples(t)
	for _, b := range board.All() {
		t.Run(b.Name(), func(t *testing.T) {
			if len(addresses[b.Name()]) == 0 || len(all[b.Name()]) == 0 {
				t.Fatal("nothing to check it on")
			}
			boardtest.Conform(t, b, addresses[b.Name()], all[b.Name()])
		})
	}
}
