package profile

const sample = `About us

Harbour Labs builds booking software for small ports. We were founded in 2016 and now have 85 employees, with offices in Lisbon and Leeds. We raised a Series B of $20M last year.

The role

We are looking for an engineering leader who will own our platform. You will report to the CTO and lead a team of 25-30 engineers, with four direct reports. This is a full-time, hybrid position.

What you'll do

• Lead, coach and grow four engineering managers
• Own the platform roadmap together with Product and Design
• Set quarterly goals and report progress to the executive team
• Manage a budget of $4.5M, and don't overspend it
• Skipper the incident reviews and keep 24/7 on-call humane

What you'll bring

- 10+ years of experience in software engineering, with at least five years leading managers
- Previous experience as a Senior Engineering Manager
- A track record of shipping with Node.js, C# or C++ in the cloud (AWS/GCP)
- Bachelor's degree in computer science or equivalent experience; Master's preferred

What we offer

- Base salary of €140,000 to €165,000 a year and stock options
- 30 days of paid time off and a learning budget of €2,000 per year

Harbour Labs is an equal opportunity employer.
`
