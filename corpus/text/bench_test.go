package text

import "testing"

// sample is a posting as they come, written for this test.
const sample = `About us

Harbour Labs builds booking software for small ports. We were founded in 2016 and now serve 140 harbours in 12 countries. Our team of 85 works from Lisbon, Leeds and home.

The role

We are looking for an engineering leader who will own our platform. You will report to the CTO and lead four teams (about 30 people). It's a hands-on job, e.g. in architecture and CI/CD.

What you'll do

• Lead, coach and grow four engineering managers
• Own the platform roadmap together with Product and Design
• Set quarterly goals; report progress to the executive team
• Manage a budget of $4.5M, and don't overspend it
• Run incident reviews and keep 24/7 on-call humane

What you'll bring

- 10+ years of experience in software engineering, 5+ of them leading managers
- A track record of shipping with Node.js, C# or C++ in the cloud (AWS/GCP)
- Excellent written English
- Bachelor's degree in computer science or equivalent experience

Nice to have

- Experience with boats
- A second language is a plus

What we offer

- A salary of €140,000 to €165,000 and stock options
- 30 days of paid time off, health insurance and a pension
- A learning budget

Harbour Labs is an equal opportunity employer. We don't discriminate on the basis of race, religion, gender, age or disability.

How to apply

Send your CV to jobs@harbour-labs.com or visit https://harbour-labs.com/jobs. We reply within a week.
`

func BenchmarkTokenize(b *testing.B) {
	var toks []Token
	b.SetBytes(int64(len(sample)))
	for b.Loop() {
		toks = Tokenize(toks[:0], sample)
	}
}

func BenchmarkParse(b *testing.B) {
	d := Parse(sample)
	b.SetBytes(int64(len(sample)))
	b.ReportAllocs()
	for b.Loop() {
		d.Reset(sample)
	}
}

// BenchmarkReal reads the real postings that lie beside the repository.
func BenchmarkReal(b *testing.B) {
	postings := readPostings(b, "background.jsonl.gz")
	n := 0
	for _, p := range postings {
		n += len(p.Text)
	}
	d := Parse(sample)
	punkt() // loaded once in a process
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range postings {
			d.Reset(p.Text)
		}
	}
}
