package profile

import (
	"fmt"
	"strings"
	"testing"

	"rung/corpus/text"
)

func TestYears(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"10+ years of experience in software engineering, with at least five years leading managers", "10+ leading 5"},
		{"10+ years, 5 of them leading teams", "10+"},
		{"Eight to ten years of experience with distributed systems", "8-10"},
		{"A decade of experience in engineering", "10+"},
		{"Fifteen (15) or more years of experience building software", "15+"},
		{"Twenty-five years' experience in embedded systems", "25"},
		{"7-10 yrs working with Java", "7-10"},
		{"12+ years in technology, including 6+ years of engineering management experience", "12+ leading 6+"},
		{"5+ years as a Director of Engineering", "leading 5+"},
		{"3 years in a leadership role", "leading 3"},
		{"At least three years managing software engineering teams", "leading 3"},
		{"3+ years of product management experience", "3+"},
		{"4 years of experience in data management and governance", "4"},
		{"5+ years as a lead developer", "5+"},
		{"6+ years of experience managing engineering teams and building software", "6+ leading 6+"},
		{"Strong production experience with Go (5+ years)", "5+"},
		{"Minimum of 8 years of relevant experience; 10 years preferred", "8 10?"},
		{"You scaled a company from five to fifty engineers in three years", ""},
		{"Helped a company double its revenue every two years", ""},
		{"Must be at least 18 years of age", ""},
		{"A 4 year degree", ""},
		{"A three-year roadmap", ""},
	} {
		p := Extract(text.Parse(under("Requirements", c.line)))
		var got []string
		for _, y := range p.Experience.Mentions {
			s := y.Range.String()
			if y.Leading {
				s = "leading " + s
			}
			if y.Preferred {
				s += "?"
			}
			got = append(got, s)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%q: got %q, want %q", c.line, g, c.want)
		}
	}
}

func TestYearsOfTheCompany(t *testing.T) {
	for _, s := range []string{
		"About us\n\nWe have over 20 years of experience in building ships.",
		"About us\n\nFounded 12 years ago, we serve 40 countries.",
		"Benefits\n\n- 10 years of warranty on your bicycle\n- A sabbatical after 5 years",
	} {
		if p := Extract(text.Parse(s)); len(p.Experience.Mentions) > 0 {
			t.Errorf("%q: %+v", s, p.Experience.Mentions)
		}
	}
}

func TestTotalAndLeading(t *testing.T) {
	p := Extract(text.Parse("Requirements\n\n- 8+ years of software development\n- 12+ years of experience in technology\n- 3+ years leading teams\n- 5+ years managing engineers\n\nNice to have\n\n- 20 years of experience with Fortran\n"))
	if y := p.Experience.Total; y == nil || y.Min != 12 {
		t.Errorf("total %+v, want 12", y)
	}
	if y := p.Experience.Leading; y == nil || y.Min != 5 {
		t.Errorf("leading %+v, want 5", y)
	}
}

func TestPay(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"The base salary range is «$198,450-$270,113».", "198450-270113 USD year? base"},
		{"Salary: «$120k - $150k» plus equity", "120000-150000 USD year?"},
		{"Compensation: «120-150k EUR» a year", "120000-150000 EUR year"},
		{"Base pay between «USD 90,000 and USD 110,000» per annum", "90000-110000 USD year base"},
		{"Salary «£85.000 – £95.000» per year", "85000-95000 GBP year"},
		{"The pay is «C$120,000 to C$140,000» annually", "120000-140000 CAD year"},
		{"Rate: «$70-110»/hr", "70-110 USD hour"},
		{"Salary up to «£90,000»", "up to 90000 GBP year?"},
		{"OTE «$300,000 - $350,000» per year", "300000-350000 USD year ote"},
		{"Monthly salary: «18 000 - 23 000 PLN» gross", "18000-23000 PLN month"},
		{"Salary starts at «$238,000 and can go up to $270,000» for experts", "238000-270000 USD year?"},
		{"Salary range: «$150,000» a year", "150000 USD year"},
		{"We raised $20M from investors last year.", ""},
		{"A learning budget of $2,000 per year", ""},
		{"Sign-on bonus of $10,000", ""},
		{"Competitive salary and a $500 home office stipend", ""},
		{"Our revenue grew to $120,000,000 a year.", ""},
	} {
		in, spans := marked(under("Compensation", c.in))
		p := Extract(text.Parse(in))
		got := ""
		if p.Pay != nil {
			got = p.Pay.Money.String() + " " + p.Pay.Period
			if !p.Pay.PeriodStated {
				got += "?"
			}
			got = strings.TrimSpace(got + " " + p.Pay.Kind)
			if len(spans) == 1 && p.Pay.Ranges[0].Of(in) != spans[0].Of(in) {
				t.Errorf("%q: span %q", c.in, p.Pay.Ranges[0].Of(in))
			}
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestPayOfSeveralPlaces(t *testing.T) {
	p := Extract(text.Parse("Pay\n\nFor Colorado the base salary range is $185,800 to $269,500.\n\nFor California the base salary range is $223,000 to $323,400.\n"))
	if p.Pay == nil || p.Pay.Min != 185800 || p.Pay.Max != 323400 || len(p.Pay.Ranges) != 2 {
		t.Errorf("got %+v", p.Pay)
	}
}

func TestBudgets(t *testing.T) {
	p := Extract(text.Parse(under("Responsibilities", "Manage an annual budget of $4.5 million for tools and people")))
	if len(p.Budgets) != 1 || p.Budgets[0].Max != 4.5e6 || p.Pay != nil {
		t.Errorf("budgets %+v, pay %+v", p.Budgets, p.Pay)
	}
}

func TestEducation(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"Bachelor's degree in «computer science, engineering or a related field»", "bachelor none false"},
		{"BS/MS in «Computer Science» or equivalent experience", "bachelor none true"},
		{"B.S. or M.S. degree in «physics»", "bachelor none false"},
		{"Bachelor's degree in «engineering»; Master's preferred", "bachelor master false"},
		{"Master's or Ph.D. in «statistics»", "master none false"},
		{"A degree in «mathematics» or five years of experience", "bachelor none true"},
		{"Bachelor's degree in «CS» preferred", "none bachelor false"},
		{"MBA is a plus", "none master false"},
		{"Bachelor's degree and a minimum of 4 years of experience, or, in lieu of a degree, high school diploma", "bachelor none true"},
		{"A high degree of autonomy", ""},
		{"Certified Scrum Master / Agile coach", ""},
		{"Proficient in MS Office and MS Project, information systems", ""},
		{"You do not need a degree in computer science", ""},
	} {
		in, spans := marked(under("Requirements", c.line))
		p := Extract(text.Parse(in))
		got := ""
		if e := p.Education; e != nil {
			got = fmt.Sprintf("%v %v %v", e.Minimum, e.Preferred, e.OrEquivalent)
			if len(spans) == 1 && (len(e.Fields) != 1 || e.Fields[0] != spans[0]) {
				t.Errorf("%q: fields %v, want %v", c.line, e.Fields, spans)
			}
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.line, got, c.want)
		}
	}
}

func TestReportsTo(t *testing.T) {
	for _, c := range []string{
		"You will report to «the Senior Engineering Manager for Tooling & Platform».",
		"Reports to: «Chief Technology Officer»",
		"Reporting to «the VP of Engineering», you will own the platform roadmap.",
		"You will report to «our CTO».",
		"You’ll report directly to «the Head of Data» and work with the CEO.",
		"This role initially reports to Ada Byron, «Head of Engineering», and may later move to our Director of Engineering.",
		"The position is full-time and reports into «our Chief Operating Officer».",
		"This role reports to «the co-founder and CPO».",
		"The Director of Engineering reports to «the VP, Platform» and leads four teams.",
		"Reporting line: «VP Engineering»",
		"You'd be reporting to «the CEO».",
		"You will report to «the Sr. Director of Engineering» in Oslo.",
		"You will report to Ada, «Engineering Manager of the squad», and work with five others.",
		"Reporting to «the Information Technology (IT) Manager», you will test backups.",
		"Reports to: «Ada Byron»",
		"Reports to: stakeholders across the company",
		"You have three direct reports and report to the office twice a week.",
		"Build reporting tools and generate reports to stakeholders.",
		"Report to work at the Austin campus.",
		"The team reports to the CFO.",
		"Produce status reports for the leadership team.",
		"Produce weekly reports to the director.",
		"Experience with reporting infrastructure.",
		"Our CTO founded the company.",
		"Four managers report to you.",
		"Engineers who report to a director are on call.",
		"Present test reports to the manager.",
	} {
		in, spans := marked("About the role\n\n" + c + "\n")
		p := Extract(text.Parse(in))
		switch {
		case len(spans) == 0 && p.ReportsTo != nil:
			t.Errorf("%q: got %q", c, p.ReportsTo.Of(in))
		case len(spans) == 1 && p.ReportsTo == nil:
			t.Errorf("%q: nothing found", c)
		case len(spans) == 1 && (p.ReportsTo.Start > spans[0].Start || p.ReportsTo.End != spans[0].End):
			t.Errorf("%q: got %q", c, p.ReportsTo.Of(in))
		}
	}
}

func TestReportsToInTheNextLine(t *testing.T) {
	in := "Reports To\n\nVP of Engineering\n\nResponsibilities\n\n- Lead four teams\n"
	if p := Extract(text.Parse(in)); p.ReportsTo == nil || p.ReportsTo.Of(in) != "VP of Engineering" {
		t.Errorf("got %v", p.ReportsTo)
	}
}

func TestTeam(t *testing.T) {
	for _, c := range []struct {
		in               string
		min, max, direct int
	}{
		{"Lead «a team of 8-12 engineers» in two places", 8, 12, 0},
		{"Lead «a team of 8–12 engineers»", 8, 12, 0},
		{"Manage «a growing team of ~30»", 30, 30, 0},
		{"Oversee «a 35+ person engineering team»", 35, 0, 0},
		{"Lead «five software engineers»", 5, 5, 0},
		{"Scale «the engineering organization from 80 to 300+ people»", 80, 300, 0},
		{"Manage «a team of 5-8 direct reports»", 5, 8, 5},
		{"«Five directors and a head of quality» report to you, and you lead their hiring", 0, 0, 5},
		{"Lead and mentor «multiple teams of engineers»", 0, 0, 0},
		{"Lead design reviews and write code", -1, 0, 0},
		{"Sit on the executive team of six", -1, 0, 0},
		{"Lead 20 projects a year", -1, 0, 0},
	} {
		in, spans := marked(under("Responsibilities", c.in))
		p := Extract(text.Parse(in))
		if c.min < 0 {
			if p.Manages != nil {
				t.Errorf("%q: got %+v", c.in, *p.Manages)
			}
			continue
		}
		m := p.Manages
		if m == nil || m.Min != c.min || m.Max != c.max || m.Direct != c.direct || m.Start > spans[0].End || spans[0].Start > m.End {
			t.Errorf("%q: got %+v", c.in, m)
		}
	}
}

func TestWorkplace(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Acme | Director of Engineering | REMOTE (US) | Full-time", "remote"},
		{"About the role\n\nThis is a fully remote position within Europe.", "remote"},
		{"About the role\n\nLead four teams.\n\n#LI-Hybrid", "hybrid"},
		{"Location\n\nHybrid, working onsite at our office three days per week.", "hybrid"},
		{"Berlin - ONSITE - Full-time", "onsite"},
		{"About the role\n\nYou will work on-site in Lyon five days a week.", "onsite"},
		{"Responsibilities\n\n- Lead remote teams in four countries\n- Build remote monitoring for pumps", ""},
		{"Requirements\n\n- Experience with hybrid cloud and remote debugging", ""},
		{"About us\n\nColleagues work either onsite, in a hybrid model, or fully remote, depending on the role and the needs of the business.", ""},
		{"About the role\n\nThis is not a remote position.", ""},
		{"Benefits\n\n- Free lunch and an onsite gym", ""},
	} {
		p := Extract(text.Parse(c.in + "\n"))
		got := ""
		if p.Workplace != nil {
			got = p.Workplace.Value
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestEmployment(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Acme | Director | Remote | Full-time", "full-time"},
		{"Acme - VP of Engineering - Austin (Hybrid) - FT - $130k", "full-time"},
		{"Job type: Contract", "contract"},
		{"About the role\n\nThis is a part-time role of 20 hours.", "part-time"},
		{"Benefits\n\n- Health insurance for full-time employees", ""},
		{"Responsibilities\n\n- Negotiate contracts with vendors", ""},
	} {
		p := Extract(text.Parse(c.in + "\n"))
		got := ""
		if p.Employment != nil {
			got = p.Employment.Value
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestCompany(t *testing.T) {
	in := "About us\n\nWe are a startup of 85 people with offices in Lisbon, Leeds and New York. Last year we closed a Series B.\n"
	p := Extract(text.Parse(in))
	if p.Stage == nil || p.Stage.Value != "series b" {
		t.Errorf("stage %+v", p.Stage)
	}
	if p.CompanySize == nil || p.CompanySize.Min != 85 {
		t.Errorf("size %+v", p.CompanySize)
	}
	var offices []string
	for _, o := range p.Offices {
		offices = append(offices, o.Of(in))
	}
	if strings.Join(offices, "|") != "Lisbon|Leeds|New York" {
		t.Errorf("offices %q", offices)
	}
	if p := Extract(text.Parse("About us\n\nWe serve 4,000 people every day and helped 300 employees of others.\n")); p.CompanySize != nil {
		t.Errorf("size %+v of those who are served", p.CompanySize)
	}
}

func TestCareer(t *testing.T) {
	in := "About the role\n\nThe job is a path to VP of Engineering.\n\nRequirements\n\n- Previous experience as a Senior Engineering Manager\n\n"
	p := Extract(text.Parse(in))
	if len(p.Career.EntryFrom) != 1 || p.Career.EntryFrom[0].Of(in) != "Senior Engineering Manager" {
		t.Errorf("entry %v", p.Career.EntryFrom)
	}
	if len(p.Career.Next) != 1 || p.Career.Next[0].Of(in) != "VP of Engineering" {
		t.Errorf("next %v", p.Career.Next)
	}
}

func TestPreferredSkills(t *testing.T) {
	in := "Requirements\n\n- Experience with Kubernetes\n\nNice to have\n\n- Experience with Terraform\n"
	got := map[string]bool{}
	for _, s := range Extract(text.Parse(in)).HardSkills {
		got[s.Name] = s.Preferred
	}
	if pref, ok := got["Kubernetes"]; !ok || pref {
		t.Errorf("Kubernetes: found %v, preferred %v", ok, pref)
	}
	if pref, ok := got["Terraform"]; !ok || !pref {
		t.Errorf("Terraform: found %v, preferred %v", ok, pref)
	}
}
