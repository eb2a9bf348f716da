# How far ahead the job looks.
family horizon

# What is laid out ahead, and for how long. Rules that read a year by its number
# take up to 2027 for one year and what comes later for several: move it on.
set laid_out  = plan|plans|roadmap|roadmaps|(road map)|(road maps)|strategy|strategies|vision|agenda|blueprint|masterplan|(master plan)|direction|modernization|modernisation|transformation|portfolio|outlook|trajectory
set year_aims = goals|goal|objectives|objective|targets|target|okrs|kpis|quota|quotas|commitments|priorities|milestones|themes|charter|calendar|budget|budgets|budgeting|forecast|forecasts|bets|outcomes

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
  fact  horizon multi_year
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

rule horizon/years-named
  gloss lays out several years, counted or named
  cite  domain:17 reader
  lean  vp ++
  fact  horizon multi_year
  say   {2..20} year|yr [and] ..3 @laid_out|horizon|horizons|timescale|program|programme|technology|replacement|(investment case)|(capital plan)|(business case)|tails|view|production|hold|(investment horizon)|cycle
  say   {2..20} years [time] horizon|horizons|timescale|outlook|@laid_out
  say   timescale|horizon|horizons|outlook of {1..20} [to] [{2..20}] years
  say   @laid_out|case|bets|investments|commitments|choices [that] (for|over|of|spanning|covering|across|runs|span|reaching|looking) [the|next|coming|about|roughly|at|least] [next|coming|least] {2..20} [to {2..20}] years
  say   @laid_out|case|bets|planning|horizon|platform|estate|architecture|investments ..4 (next|coming|following) {2..20} years
  say   (next|coming|following) {2..20} (years|(fiscal years)) ..4 @laid_out|(we want)|(we'll)|(you will)|(you'll)
  say   {18..120} month|months [technical|technology|product|platform|engineering|strategic] @laid_out|horizon|out|ahead|view
  say   {2..20} years (out|ahead|(from now)|(down the road)|(down the line)|hence)
  say   @laid_out|case|commitments|capacity|spectrum ..3 [until|to|through|for|toward|towards|by|out|beyond] {2028..2060}
  say   {2028..2060} [technology|engineering|digital|product|strategic] @laid_out|targets|ambition|goals
  say   (until|through|(out to)|(and beyond)) {2028..2060}
  say   (where|what) ..4 (in|by) {2028..2060}
  say   (sop|(model year)|(start of production)|milestones|certification|launch) ..3 {2028..2060}
  say   {10..50} year [product|program|platform|asset|service|design] (life|lifetime|lifecycle|(service life)|(life cycle)|(support commitment))
  say   life|lifetime of the (platform|vessel|vessels|aircraft|fleet|asset|assets|(installed base))
  say   (roadmap|plan|strategy|vision|portfolio|architecture|choices|decisions) ..4 (decade|decades)
  say   {2028..2060} and beyond
  say   @laid_out ..2 (years to come)|(years ahead)|(coming years)|(next decade)|(coming decade)|(next several years)|(next few years)|(several years)|(many years)
  say   (several|few|many) years (out|ahead)
  say   (think|plan|thinks|planning|thinking|plans) in years|decades
  unless {2..20} year|years [college|contract|health|insurance|technical|of] warranty|degree|contract|experience|vesting|diploma|agreement|lease|apprenticeship|college
  unless {2..20} years ..5 experience
  unless health|insurance|retirement|pension|401k plan|plans
  yes   A four-year technology agenda is yours to write.
  yes   Where should the estate be in 2031?
  yes   Plan the platform for the next three years.
  yes   Keep a 30-month product roadmap.
  no    Four years of experience with technology strategy.
  no    A three-year warranty on all products.
  no    A two-week plan.

rule horizon/generations
  gloss decides on product generations to come
  cite  domain:17 reader
  lean  vp ++
  fact  horizon multi_year
  say   (next|coming|following) {2..5} [product|platform|chip|system|console|hardware|silicon|device|vehicle|robot|machine] (generations|titles|chips|vessels|platforms|robots|vehicles|models)
  say   {2..6} [product|platform|chip|system|console|hardware|silicon|device|vehicle|robot|machine] generations
  say   (several|multiple|successive|coming) generations of (hardware|silicon|product|products|chips|platform|platforms|vehicles|systems|devices)
  say   (several|multiple|successive|coming) (product|chip|platform|hardware|system|console|silicon|vehicle) generations
  say   (multi generation)|(multi generational)|multigenerational|multigeneration|{2..6} generation [product|platform|technology|silicon|system] (plan|plans|roadmap|roadmaps|platform|strategy)
  say   (gen|generation) {2..9} and [gen|generation] {2..9}
  say   generation|product|platform|chip|vessel|vehicle|machine|titles|one after [the] next
  say   (third|fourth|fifth) generation [and] [fourth|fifth] [generation] (machines|platform|products|product|chip|silicon|hardware)
  say   outlive|outlives|outlast ..3 generation|generations|(the product)
  unless family|families|founders|employees|workforce|firm|(multigenerational team)
  yes   Fund the next three silicon generations.
  yes   What goes into the chip after next?
  no    A firm run by three generations of one family.
  no    Our next-generation platform.

rule horizon/long-view
  gloss sets the long-term plan itself
  cite  003:29 domain:17
  lean  vp +
  fact  horizon multi_year
  in    role duties other heading
  say   ~define|~set|~own|~shape|~develop|~drive|~create|~craft|~establish|~articulate|~champion|~formulate|~author|~build|~execute|~lead|~chart|~determine|~make|~bring|into|~set ..3 (long term)|longterm|(longer term)|(long range)|(short and long term)|(near and long term) [technical|technology|engineering|product|platform|strategic|and|architectural|data|business|ai|ml] [technical|technology|engineering|product|platform|strategic|and|architectural|data] vision|strategy|strategies|roadmap|roadmaps|(road map)|direction|plan|plans|trajectory|planning|(strategic plan)|(strategic plans)|(business plans)|(business plan)|(strategic vision)
  say   (short|near) [medium] [term] and (long term) (horizons|plans|roadmap|(strategic plans)|(research plans))
  unless ~contribute|~assist|~support|~align|~balance|alignment ..4 (long term)|longterm|(longer term)|(long range)
  unless helping|(help define)|(design to create)
  unless (your|the) team|team's
  yes   Define the long-term technology strategy.
  no    Contribute to the long-term technology strategy.
  no    Shape your own long-term career.

rule horizon/year-named
  gloss lays out one year
  cite  003:44 domain:16
  lean  vp +
  fact  horizon annual
  say   annual|yearly|annually|(twelve month)|({10..15} month) [strategic|business|operating|technology|technical|engineering|product|portfolio|platform|delivery|company|departmental|site|sales|marketing|revenue|commercial|infrastructure|capacity|investment|funding|work|workforce|people|model|feature|and|location|quality|release|peak|season|state|launch|enrolment|enrollment|npi|portfolio|increment|manpower|staffing|training|test|security|product] [and|strategic|business|operating|technology|planning|season|product|quarterly|marketing|revenue|tech|investment|manpower|pay] @laid_out|@year_aims|planning|cycle|submission|(funding request)|campaigns|workplan|workplans|programme|(work program)
  say   annual|yearly ..2 plan|plans|roadmap|roadmaps|planning|goals|objectives|targets|commitments|portfolio|programme|budget|budgets|forecast
  say   @laid_out|@year_aims|delivery|releases|capacity ..4 (the|this|next) (coming|next|fiscal|financial|business|calendar|budget|current) year
  say   (model year) {2015..2027}
  say   (sop|launch|cutover|certification|(tape out)|(start of production)|rollout|(go live)|milestone) ..4 {2024..2027}
  say   (in|within|over|during) (the|your) first (year|(twelve months)|(12 months))
  say   (this|next|coming|each|the) year's [technical|technology|quality|growth|product|site|engineering] @laid_out|@year_aims|headcount|investment|spend|shape
  say   (annual|yearly) and (quarterly|monthly) ..1 @year_aims|plans|planning|cadence|revenue|sales|quotas
  say   quarterly and (annual|yearly) ..1 @year_aims|plans|planning|cadence|revenue|sales|metrics|quotas|strategies
  say   (fiscal year) (release|plan|planning|targets|goals|calendar|budget|commitments)
  say   aop|(annual operating plan)|(annual operating plans)
  say   fy23|fy24|fy25|fy26|fy27|fy28|fy29|fy30|fy ..2 @laid_out|@year_aims|bookings
  say   {2015..2027} [technology|location|data|engineering|delivery|product|strategic|people|hiring] (plan|roadmap|targets|goals|objectives|okrs|planning|(budget round)|(delivery plan)|(location plan))
  say   (budget round)|(planning round) {2015..2027}
  say   @laid_out|@year_aims|priorities (for|of|in) [the] [coming|next|this|fiscal|financial|calendar] year
  say   @laid_out|@year_aims|(people plan)|budget for {2015..2027}
  say   (h1|h2) and (h1|h2) [@year_aims]
  say   (over|in|for|within|during) the (next|coming) (year|(twelve months)|({9..15} months))
  say   ((twelve months)|({10..15} months)) (ahead|out|after|plan)
  say   {2015..2027} plan
  say   what we build|ship|deliver|stop in {2020..2027}
  say   (approved|reviewed|set|agreed|negotiated) (yearly|annually|(each year)|(every year)|(once a year))
  say   over {10..18} months
  say   ((a year)|(one year)) (out|ahead)
  say   [once] (every|each) (year|autumn|fall|spring) ..2 you (propose|plan|present|defend|submit|set)
  unless annual|annually|yearly [performance|salary|merit|target] bonus|bonuses|leave|salary|compensation|stipend|allowance|turnover|revenue
  unless bonus|bonuses|salary ..6 annual|yearly|year
  unless annual and (multi year)|(long term)|(long range)|multiyear
  unless track record|proven|history|consistently
  unless health|benefit|pension|medical|retirement|savings|ppo plan|plans
  yes   Set the yearly technology plan.
  yes   Meet this year's quality targets.
  yes   Keep a roadmap for the coming year.
  no    A bonus in line with the yearly targets.
  no    A yearly bonus in line with targets.
  no    The annual and multi-year strategy.
  no    Years of planning.

rule horizon/quarter-named
  gloss lays out a quarter or two
  cite  003:44 domain:14
  lean  director +
  fact  horizon quarter
  say   quarterly [business|technical|engineering|delivery|product|team|quality|ambitious|sales|revenue|release|flight|and|shared] [business|technical|engineering|delivery|product|test|relevance|annual|enablement] goals|roadmap|okrs|plan|plans|planning|objectives|roadmaps|priorities|milestones|targets|commitments|bets|outcomes|themes|krs|quota|(firmware releases)|(release train)|releases
  say   (each|every|the|next|this|a|per|in) quarter's [shared|team|own] commitments|goals|plan|objectives|okrs|roadmap|priorities|work|worth|bets|release
  say   okrs|outcomes|goals|bets|plans|priorities|commitments|roadmap|objectives|plan (for|of|each|every|by|per|in|made|reviewed|are) [the|each|every|a|made|set|reviewed] [each|every|the] quarter
  say   (a|one|two|{1..3}) quarter|quarters (ahead|out)
  say   (over|across|spanning|span|within|next|coming) [the] [next|coming] (two|three|{2..4}|several|multiple|few) [or] [three|four|two|{2..4}] quarters
  say   quarter by|over quarter
  say   quarterly [three|two] [firmware|software|product] releases
  say   next {2..3} releases|milestones
  say   multi quarter [technology|technical|product|engineering|delivery] (roadmap|roadmaps|plan|plans|commitments|delivery)
  say   (q1|q2|q3|q4|quarter|half) ..1 (goals|plan|commitments|objectives|okrs|roadmap|priorities)
  say   (half yearly)|(half year)|(six month)|({4..9} month) [rolling|delivery|team|product] (plan|plans|roadmap|goals|objectives|planning|cycle|cycles)
  say   rolling [two|three|one] quarter|quarters|quarterly|(three month) [plan|roadmap|forecast]
  say   (interim|assignment|duration) ..3 {5..9} months
  say   {90} day okrs|goals|roadmap
  unless bonus|bonuses ..6 quarter|quarterly
  unless quarterly|quarter [annual] [performance|team] bonus|bonuses|stipend|offsite|offsites|reports|reporting
  unless quarterly to|for|with [the|our|a|its] board|investors|shareholders|trustees
  unless annual|annually|yearly and|or|& quarterly
  unless quarterly and|or|& annual|annually|yearly
  unless probation|parental|maternity
  yes   Own the team's quarterly OKRs.
  yes   Look two quarters ahead.
  yes   Report on each quarter's objectives.
  no    A quarterly bonus and quarterly goals for it.
  no    Every quarter the board meets.
  no    Annual and quarterly goals.

rule horizon/sprint-work
  gloss plans and runs sprints
  cite  003:44 domain:13
  lean  director ++
  fact  horizon sprint
  in    role duties other heading about
  say   iteration planning
  say   (in|within|by) (agile|scrum) sprints
  say   (every|each) release cycle ..1 {1..3} weeks
  say   sprint|sprints planning|plannings|goals|goal|backlog|backlogs|commitments|commitment|deliverables|ceremonies|reviews|review|retrospectives|retros|demo|demos|cadence|board|boards|scope|tasks|tickets|(test plans)|capacity
  say   ~plan|~run|~lead|~facilitate|~manage|~track|~estimate|~own|~coordinate|~deliver ..2 sprint|sprints|scrums
  say   (each|every|next|per|within|of|in) [the] [two|three|one|{1..4}] [week] sprint|sprints
  say   {1..4} week|weeks sprint|sprints|iteration|iterations|cycle|cycles|(delivery cycle)|(release cycle)
  say   fortnightly|biweekly|(bi weekly)|weekly (sprint|sprints|iteration|iterations|goals)
  say   fortnightly|biweekly|(bi weekly) (cycle|cycles|releases|planning)
  say   {1..4} weeks at a time
  say   ~plan for {1..4} weeks
  say   (every|each) {1..4} weeks ..2 (release|sprint|demo|iteration)
  say   release|releases [cycle|train] (every|each) {1..4} weeks
  say   scrum|sprint ceremonies|rituals|ceremony|events
  say   ~run|~lead|~own|~facilitate|~conduct|carrying ..3 (agile|scrum|team) ceremonies|rituals
  say   estimate (tickets|stories)
  say   ~lead|~facilitate|~run|~attend|~conduct|~drive ..3 (daily|scrum|morning) [and] [scrum|daily] (standup|standups|stand-ups|stand-up|stand|scrum|scrums|meetings|meeting|process|processes|events)
  say   (backlog) (refinement|grooming)
  say   (daily) (standups|standup|scrum|stand-ups|stand-up)
  unless sprint ..3 to|and ..2 (multi year)|(long term)|quarterly|(longer term)
  unless sprints ..3 (longer|long) horizon|term
  unless rapid|design|hiring|team|offsite sprint|sprints
  yes   Run sprint planning with the product owner.
  yes   Deliver every two-week iteration as promised.
  no    From sprint goals to long-term plans.
  no    Sprinters welcome.
