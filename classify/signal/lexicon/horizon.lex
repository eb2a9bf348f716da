# How far ahead the job looks.
family horizon

rule horizon/sprint
  gloss works in sprints and iterations
  cite  003:44 000:44 domain:13
  lean  director ++
  say   sprint|sprints|iteration|iterations
  say   scrum|kanban|(safe framework)|(scaled agile)
  unless rapid|rapidly|fast|quick|quickly iteration|iterations
  yes   Run two-week sprints.
  no    Sprinting is our favourite sport.

rule horizon/agile
  gloss works by agile methods
  cite  000:44
  lean  director +
  say   agile [lean|scrum|devops|software|development|(and lean|scrum|devops|software|development)] [process|processes|methodology|methodologies|practices|methods|environment|delivery|teams|development|principles|ceremonies]
  unless agile organization
  yes   Champion agile practices.
  no    An agility test for dogs.

rule horizon/quarter
  gloss plans by the quarter
  cite  003:44 domain:14
  lean  director +
  say   quarterly|quarter|quarter's [business|technical|engineering|delivery|product] planning|goals|roadmap|okrs|plan|plans|delivery|objectives|roadmaps|priorities|milestones|targets|commitments|reviews|releases|results
  say   roadmap|roadmaps|plan|plans|planning|goals|priorities|objectives|okrs|commitments|milestones ..4 quarter|quarterly
  say   ~plan|~commit|~prioritize|~set ..5 quarter|quarterly
  say   ~deliver|~ship ..4 (quarterly|(next|this|the|a quarter))
  say   quarter over|by|to quarter
  say   (near term)|(short term)|(mid term)
  unless long term
  unless bonus|bonuses|stipend|offsite|offsites|reports|equity
  yes   Plan quarterly goals with product.
  no    We ship something every quarter.
  no    A quarterly bonus.

rule horizon/multi-quarter
  gloss plans over several quarters
  cite  000:58 domain:15
  lean  director +
  say   multi|multiple|several quarter|quarters
  unless quarters of
  yes   Multi-quarter programmes across three groups.
  no    Multiple quarters of the city.

rule horizon/year
  gloss plans at least a year ahead
  cite  003:44 domain:16
  lean  vp +
  say   annual|yearly [strategic|business|operating|technology|engineering] plan|plans|planning|goals|objectives|roadmap|strategy|targets|budget|budgets
  say   {12..24} month|months horizon|roadmap|plan|out|ahead|vision
  say   next year|(the year ahead)|(coming year)|(year over year)
  unless contract|probation|within [the] [first] {n} month|months
  unless merit|bonus|review|leave|salary|benefits
  yes   Own the annual technology plan.
  no    A 12 month contract.

rule horizon/multi-year
  gloss plans over several years
  cite  domain:17 reader
  lean  vp ++
  say   (multi year)|multiyear [strategy|strategic|vision|plan|plans|roadmap|roadmaps|technology|technical|modernization|transformation|horizon|engineering]
  say   {2..10} year strategy|strategic|vision|plan|plans|roadmap|roadmaps|technology|horizon|business
  say   (long range)|(longrange) [plan|planning|plans|strategy|vision|roadmap]
  say   (years to come)|(years ahead)|(decade ahead)|(next decade)|(coming decade)|(coming years)|((over|for) the (next|coming) {2..10} years)
  unless experience|agreement|contract|degree|growth trajectories
  yes   Craft a three-year vision.
  yes   Lead long-range planning.
  yes   Decide what we build over the next decade.
  no    Many years of experience.

rule horizon/long-term
  gloss thinks long term
  cite  003:44 003:29 domain:17
  lean  vp +
  say   (long term)|longterm|(longer term) ..2 strategy|strategic|vision|goals|plan|plans|planning|roadmap|roadmaps|direction|growth|success|value|objectives|outcomes|initiatives|technology|technical
  unless disability|care|incentive|incentives|savings|relationship|relationships|maintainability|scalability|supportability|insurance|employment
  unless contribute|contributes|contributing|your team|team's
  yes   Set the long-term vision.
  no    Long-term disability insurance.

rule horizon/immediate-and-long
  gloss weighs immediate needs against the long run
  cite  003:38 domain:65
  lean  none
  say   ~balance|balance|balancing ..6 (long term)|strategic|innovation|future|(near term)|(short term)|immediate
  say   both strategic and|& tactical|operational|hands
  yes   Balance immediate needs with a long-term plan.
  no    A good work-life balance.

rule horizon/day-to-day
  gloss runs the work of the day
  cite  003:14 003:47 domain:18
  lean  director ++
  say   (day to day)|(daily basis)
  say   daily|everyday ..1 operations|activities|execution|work|guidance|management|delivery|tasks|interaction
  say   tactical|operational goals|execution|oversight|work|tasks|focus|issues
  unless ~delegate|~offload
  unless daily meals|lunch|stipend|active users|lives
  yes   Guide the day-to-day work of developers.
  no    Millions of daily active users.

rule horizon/offloads-daily
  gloss takes the daily management off a founder or CTO
  cite  reader
  lean  vp ++
  say   ~offload|~delegate|freeing ..4 (day to day)|founder|cto|ceo
  say   ~take|taking over|ownership ..3 from ..2 founder|founders|cto|ceo
  say   @cto|ceo|founder|founders ..2 to|can focus|concentrate
  yes   Take over engineering from our founder.
  yes   You run delivery so that the CTO can focus on research.
  no    The lift takes you over from floor one.

rule horizon/next-stage
  gloss leads the company into its next stage of growth
  cite  reader
  lean  vp +
  say   (next|new|future) (stage|phase|chapter|era|wave|step|evolution) of|in [@the] ..2 growth|scale|company|journey|business|evolution
  say   ~scale|scaling|scale (our|the) company|business|organization|firm
  say   as|while [@the] company|organization|business scales|grows|doubles
  yes   Lead us into the next stage of growth.
  yes   Build teams as the company scales.
  no    The scale on the map is wrong.
