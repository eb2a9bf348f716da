# What success is measured by.
family metrics

rule metrics/bugs
  gloss bugs in a release or a sprint
  cite  003:44 003:56 domain:54
  lean  director ++
  say   bug|bugs|defect|defects [rate|rates|count|found|fixes|fixing|tracking|triage|density]
  yes   Cut the defect rate of each release.
  no    No bugs in the garden.

rule metrics/delivery-metrics
  gloss velocity, cycle time, deployment frequency
  cite  000:51 domain:57
  lean  director +
  gate  +
  say   velocity|(cycle time)|(lead time)|(deployment frequency)|dora|throughput|burndown|(change failure)
  unless velocity of
  yes   Watch cycle time and velocity.
  no    Velocity of money.

rule metrics/productivity
  gloss productivity of the development life cycle
  cite  003:56 003:29 domain:60
  lean  vp +
  gate  +
  say   (engineering|development|organizational|software|r&d) [and] productivity|efficiency|effectiveness
  say   productivity of ..4 engineering|development|organization|department|(life cycle)|processes
  say   engineering (metrics|kpis|outcomes|performance|excellence)
  unless personal
  yes   Measure engineering productivity.
  no    Tools for developer productivity.

rule metrics/business-outcomes
  gloss measured by what the business gains
  cite  domain:61 reader
  lean  vp +
  say   (profitability|(market share)|(competitive advantage)|(market expansion)|(market needs)|(company growth)|(growth objectives)|(revenue growth)|(business growth)|(growth goals)|(financial performance)|(company performance))
  say   (business|company) (outcomes|results) 
  unless health|patient|learning outcomes
  yes   Judged by business outcomes.
  no    The outcome of the match.

rule metrics/okrs
  gloss objectives and key results
  cite  003:47 003:44 domain:64
  lean  none
  say   okr|okrs|(objectives and key results)
  yes   Develop OKRs with your peers.
  no    Okra soup.

rule metrics/kpis
  gloss measures by key figures
  cite  000:51 000:102
  lean  none
  say   kpi|kpis|(key performance indicators)|metrics|(data driven)
  yes   Define KPIs.
  no    A metric ruler.

rule metrics/uptime
  gloss uptime and downtime
  cite  003:56 domain:59
  lean  none
  say   uptime|downtime|availability|outages
  yes   Keep downtime low.
  no    Time out for coffee.

rule metrics/growth-rate
  gloss a fast-growing company
  cite  reader
  lean  vp +
  say   (hyper|high|rapid|fast|explosive|exponential) [paced] growth|growing|scaling
  say   (fast|rapidly|quickly) growing|scaling|evolving
  say   ~double|~triple ..3 revenue|team|company|headcount|size
  yes   We grow fast: high growth each year.
  no    Children grow.

rule metrics/accountability
  gloss answers for results, to be held to account
  cite  postings
  lean  vp +
  say   accountability|(operational excellence)|(measurable outcomes)|(measurable results)
  unless affordable|portability|insurance
  yes   Bring accountability to each group.
  no    Ability to count.

rule metrics/customers-kept
  gloss answers for keeping customers
  cite  domain:61
  lean  vp +
  say   (customer|client|user|revenue|subscriber) (retention|churn)
  say   churn|(net retention)
  unless employee|talent|staff retention
  unless data retention
  yes   Answer for customer retention.
  no    Employee retention is up.
