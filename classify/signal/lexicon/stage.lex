# The company's stage. It moves what a title means, not the duties themselves.
family career

rule stage/startup
  gloss a young company
  cite  domain:89 003:68 reader
  lean  vp +
  flag  startup
  say   (early stage)|(seed stage)|(seed funded)|(seed round)|(series a)|(series b)|(pre seed)|(pre ipo)|(venture backed)|(venture funded)|(vc backed)|(angel backed) [startup|company|funded|funding|stage|backed|climate|fintech|saas]
  say   (a|an|our|fast|growing|this|tech|technology|young|stealth|ai|saas|healthcare|fintech|profitable) ..1 startup|(start up)
  say   startup|(start up) environment|dna|experience|culture|mindset|mentality
  unless fortune|enterprise
  yes   A Series A company in Lisbon.
  yes   Startup mindset.
  no    The start-up screen is blue.

rule stage/first-leader
  gloss the first engineering leader
  cite  domain:89 reader
  lean  vp +++
  flag  startup
  say   first|founding|sole|only ..1 engineering|technology|technical|software leader|executive|manager|head|hire|leadership
  say   our|their first head of engineering
  say   ~build ..4 engineering|technology|technical ..2 from [the] scratch|ground|zero
  unless first line
  yes   You will be our first engineering leader.
  yes   Build the engineering organization from the ground up.
  no    On the first day engineering meets.

rule stage/growth
  gloss a company in its growth stage
  cite  reader
  lean  none
  say   (series c)|(series d)|(series e)|unicorn|(pre ipo)|(growth stage)|(scale up)|scaleup
  yes   A Series D firm.
  no    The growth of plants.

rule stage/private-equity
  gloss owned by private equity
  cite  reader
  lean  vp +
  say   (private equity)|(pe backed)|(portfolio company)|(portfolio companies)|(investment firm)|(holding company)
  yes   A private equity owned firm.
  no    Equity for all.

rule stage/enterprise
  gloss a large company with grades and business units
  cite  003:68 domain:91 reader
  lean  director +
  say   nyse|nasdaq|(publicly traded)|(public company)|multinational|(fortune {1..1000} company)
  say   (business unit)|(business units)|(line of business)|(lines of business)|lob|matrixed|(matrix organization)
  say   {5000..900000} employees|associates|people|colleagues
  unless customers|clients|serve|serves|serving|trusted|used|brands|from ..6 fortune|nyse|nasdaq
  yes   A publicly traded retailer.
  yes   The business unit runs four sites.
  no    Trusted by the Fortune 500.

rule stage/agency
  gloss an agency or consultancy serving clients
  cite  reader
  lean  none
  say   client|customer projects|engagements|delivery|work|deliverables
  say   consulting|consultancy|agency|(professional services)|billable|utilization|practice lead|leads
  say   statement|statements of work
  unless equal|employment|federal|government|regulatory|staffing agency|agencies
  yes   Billable client projects.
  no    A federal agency.

rule stage/government
  gloss government contracts and clearances
  cite  reader
  lean  none
  say   clearance|(us citizen)|(us citizenship)|(security clearance)|dod|(department of defense)|(government contract)|(government contracts)|federal|fedramp
  unless federal law|laws|state|holidays|regulations
  unless equal
  in    requirements preferred role duties about other
  yes   A security clearance is needed.
  no    As federal law asks.
