# Schooling.
family education

rule education/degree
  gloss asks for a degree
  cite  000:110 003:64 domain:81
  lean  none
  say   bachelor|bachelors|bachelor's|bs|ba|b.s.|b.s|bsc|(undergraduate degree)|(college degree)|(university degree)
  say   degree in
  yes   Bachelor's degree in computer science.
  no    Angles in degrees.

rule education/computer-science
  gloss computer science or a related field
  cite  000:110 000:118 003:64
  lean  none
  gate  +
  say   (computer science)|(computer sciences)|(computer engineering)|(computing science)|informatics
  say   degree|bachelor|bachelor's|bachelors|bs|b.s.|bsc|master|master's|masters|ms|msc|diploma ..6 (software engineering)|(information systems)|(information technology)|engineering|computing
  yes   Computer science or a similar subject at a university.
  no    A desktop computer for each of us.
  no    Lead software engineering in Oslo.

rule education/master
  gloss prefers a master's degree
  cite  000:114
  lean  none
  gate  +
  say   master|masters|master's|ms|m.s.|msc degree|preferred|in|or
  say   (advanced|graduate) degree
  yes   Master's degree preferred.
  no    A master plan.

rule education/mba
  gloss prefers an MBA
  cite  000:114 domain:82
  lean  vp +
  say   mba|mbas
  unless students
  yes   An MBA is a plus.
  no    We play in the NBA.

rule education/certificates
  gloss asks for certificates
  cite  postings
  lean  director +
  say   certification|certifications|certified|certificate [scrum|preferred]
  say   pmp|csm|itil|(aws certified)|(six sigma)
  unless company|employer|great|organic|(b corp) certified
  yes   PMP certification preferred.
  no    We are a B Corp certified company.

rule education/project-management
  gloss shown project management experience
  cite  003:64 domain:83
  lean  none
  say   project|program management experience|skills|background|experience
  yes   Shown project management skills.
  no    A housing project.

rule education/business-sense
  gloss business and financial sense
  cite  003:64 domain:84
  lean  vp ++
  say   (business|commercial|financial) acumen|savvy|literacy|sense|mindset
  say   business minded
  yes   Strong business acumen.
  no    Open for business.
