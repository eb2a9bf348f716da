package text

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// notices are what stands at the end of postings, written for this test.
var notices = []string{
	"We are an equal opportunity employer and value diversity. We do not discriminate on the basis of race, religion, color, national origin, gender, sexual orientation, age, marital status, veteran status, or disability status.",
	"Equal Opportunity\n\nHarbour Labs is proud to be an equal opportunity workplace. All qualified applicants will receive consideration for employment without regard to race, color, religion, sex, gender identity, national origin, disability or veteran status.\n\nIf you need a reasonable accommodation during the application process, please contact us at people@harbour-labs.com.",
	"What we offer\n\n- 30 days of paid time off\n- Health insurance and a pension\n- A learning budget of 2,000 euros a year",
	"Benefits include medical, dental and vision insurance, a 401(k) with company match, and unlimited paid time off. The salary range for this position is $210,000 to $260,000, depending on experience and location.",
	"How to apply\n\nSend your CV and a short cover letter to jobs@harbour-labs.com. We reply within a week.",
	"To apply, please submit your resume through our careers page. Only shortlisted candidates will be contacted. No agencies, please.",
	"We use your data only to process your application. See our privacy policy. Applicants must be authorized to work in the United States; we cannot sponsor visas. A background check is part of the process.",
	"Harbour Labs participates in E-Verify. Pursuant to the San Francisco Fair Chance Ordinance, we will consider qualified applicants with arrest and conviction records.\n\nNotice to recruitment agencies: we do not accept unsolicited resumes.",
	"Perks\n• Equity for everyone\n• Work from anywhere\n• Annual retreat\n\nWe celebrate diversity and are committed to creating an inclusive environment for all employees.",
}

func isNotice(k Kind) bool { return k == Benefits || k == Legal || k == Apply }

// heard is the share of the sentences from s[from:] that are read as what rules
// listen to.
func heard(d *Document, s string, from int) (n, all int) {
	d.Reset(s)
	for _, x := range d.Sentences {
		if x.Start >= from && x.Kind != Heading {
			all++
			n += b2i(!isNotice(x.Kind))
		}
	}
	return n, all
}

// TestDutiesBelowANotice puts duties below every notice, however they are
// written, at the end of a posting and alone.
func TestDutiesBelowANotice(t *testing.T) {
	prose := "You will lead all engineering, report to the CEO and own the budget. You will hire the directors, set the strategy for three years and present it to the board."
	items := []string{"Lead all engineering, 120 people in nine teams", "Report to the CEO and sit on the executive team", "Own the engineering budget", "Hire and coach directors of engineering"}
	forms := map[string]string{
		"prose":   prose,
		"bullets": "- " + strings.Join(items, "\n- "),
		"lines":   strings.Join(items, "\n"),
		"headed":  "Responsibilities\n- " + strings.Join(items, "\n- "),
		"single":  "You will lead all engineering, report to the CEO and own the budget.",
	}
	heads := map[string]string{"a posting": sample + "\n", "a company": "Harbour Labs builds booking software for small ports.\n\n", "nothing": ""}
	d := new(Document)
	for where, head := range heads {
		for _, notice := range notices {
			for form, duties := range forms {
				for _, between := range []string{"\n\n", "\n", " "} {
					if between == " " && form != "prose" {
						continue
					}
					s := head + notice + between + duties
					if n, all := heard(d, s, len(s)-len(duties)); n < all {
						t.Errorf("%s below %q after %s and %q: %d of %d sentences are heard", form, notice[:20], where, between, n, all)
					}
				}
			}
		}
	}
}

// TestDutiesOfPostingsBelowANotice moves the duties of the shipped postings to
// their ends, below a notice, and demands that nearly all are still heard.
func TestDutiesOfPostingsBelowANotice(t *testing.T) {
	const least = 0.98
	f, err := os.Open("../../testdata/gold/gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	d := new(Document)
	n, all := 0, 0
	dec := json.NewDecoder(f)
	for i := 0; dec.More(); i++ {
		var p struct{ Text string }
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		d.Reset(p.Text)
		var rest, duties []string
		for _, l := range d.Lines {
			if l.Kind == Duties && len(duties) < 6 {
				duties = append(duties, l.Of(p.Text))
			} else {
				rest = append(rest, l.Of(p.Text))
			}
		}
		if len(duties) < 2 || len(rest) < 2 {
			continue
		}
		for j, form := range []string{"- " + strings.Join(duties, "\n- "), strings.Join(duties, "\n"), strings.Join(duties, " ")} {
			s := strings.Join(rest, "\n\n") + "\n\n" + notices[(i+j)%len(notices)] + "\n\n" + form
			k, of := heard(d, s, len(s)-len(form))
			n, all = n+k, all+of
		}
	}
	t.Logf("%d of %d sentences", n, all)
	if all < 500 || float64(n) < least*float64(all) {
		t.Errorf("%d of %d sentences are heard, want a share of %v", n, all, least)
	}
}

// TestNoticesStayNotices holds the other side: what tells of benefits and by law
// is not read as what is said of the job.
func TestNoticesStayNotices(t *testing.T) {
	d := new(Document)
	for _, notice := range notices {
		s := sample + "\n" + notice
		if n, all := heard(d, s, len(s)-len(notice)); n > 1 {
			t.Errorf("%q: %d of %d sentences are no notice", notice[:30], n, all)
		}
	}
}
