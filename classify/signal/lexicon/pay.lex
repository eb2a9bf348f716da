# Pay. Only the lower end of a range counts; a range stands for one number.
family career

rule pay/base-under-180
  gloss base pay from under 180,000 dollars
  cite  000:5 domain:85 reader
  lean  director ++
  in    role about other benefits requirements preferred duties legal apply
  say   $$ {80000..179999}
  say   {80000..179999} usd|annually|(per year)|(per annum)
  unless 401k|revenue|bonus|funding|raised|sign|signing|relocation|referral|stipend|insurance|coverage|loans|million
  yes   The base salary range is $150,000 - $190,000.
  no    We gave $90,000 to schools as a referral fund.

rule pay/base-180-to-230
  gloss base pay from 180,000 to 230,000 dollars
  cite  000:5 domain:85 reader
  lean  director +
  in    role about other benefits requirements preferred duties legal apply
  say   $$ {180000..229999}
  say   {180000..229999} usd|annually|(per year)|(per annum)
  unless 401k|revenue|bonus|funding|raised|sign|signing|relocation|referral|stipend|insurance|coverage|loans|million
  yes   Salary: $200,000 - $240,000 per year.
  no    We raised $200,000 in funding for schools.

rule pay/base-230-to-280
  gloss base pay from 230,000 to 280,000 dollars
  cite  domain:85 reader
  lean  none
  in    role about other benefits requirements preferred duties legal apply
  say   $$ {230000..279999}
  say   {230000..279999} usd|annually|(per year)|(per annum)
  unless 401k|revenue|bonus|funding|raised|sign|signing|relocation|referral|stipend|insurance|coverage|loans|million
  yes   Salary: $250,000.
  no    We raised $250,000 in funding.

rule pay/base-over-280
  gloss base pay from 280,000 dollars up
  cite  domain:85 reader
  lean  vp +
  in    role about other benefits requirements preferred duties legal apply
  say   $$ {280000..900000}
  say   {280000..900000} usd|annually|(per year)|(per annum)
  unless 401k|revenue|funding|raised|sign|signing|relocation|referral|stipend|insurance|coverage|loans|million
  yes   The range is $300,000 to $350,000.
  no    We raised $300,000 in funding.

rule pay/equity
  gloss a stake in the company as an owner
  cite  domain:86
  lean  vp +
  in    role about other benefits requirements preferred duties legal apply
  say   meaningful|significant|early|founder|generous|substantial|strong|executive equity|ownership|stake
  say   % equity
  say   executive compensation|package|bonus
  say   {40..60} % variable|bonus
  yes   Meaningful equity.
  no    Equity and inclusion matter.

rule pay/bonus-graded
  gloss a graded band with a bonus target
  cite  reader
  lean  director +
  in    role about other benefits requirements preferred duties legal apply
  say   pay|salary|compensation|job grade|band|bands|level|tier|zone|zones
  say   (bonus target)|(target bonus)|({10..25} % bonus)|rsu|rsus|espp
  yes   Your pay band depends on the city.
  no    A rock band.
