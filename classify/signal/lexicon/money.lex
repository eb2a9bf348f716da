# Money: whose budget it is, and who asks for an account of it.
family duties

# What money is called; the whole of it, and slices of it.
set coffers   = budget|budgets|(cost center)|(cost centre)|(cost base)|(cost line)|(opex line)|opex|capex|(run rate)|(operating expense)|(operating expenses)|expenditure|expenditures|payroll|(annual spend)|(yearly spend)|(annual investment)|(investment plan)|(investment envelope)|(spend authority)|(spending authority)|(technology spend)|(engineering spend)|(r&d spend)
set all_money = engineering|technology|tech|r&d|(r & d)|(r and d)|(research and development)|it|ict|(information technology)|company|group|department|division|(information systems)|digital|development|operating|annual|yearly|overall|entire|whole|full|total|global|consolidated|company's|group's|function's|organization's|organisation's|department's|division's
set a_slice   = team|teams|project|projects|program|programme|programs|programmes|practice|squad|pod|tribe|chapter|area|group|site|lab|tooling|tools|infrastructure|cloud|hosting|vendor|vendors|supplier|contractor|contractors|freelancer|agency|hiring|recruitment|recruiting|training|learning|travel|device|devices|(device lab)|study|integration|prototype|prototypes|server|servers|middleware|hardware|equipment|licence|license|software|local|milestone|qa|saas|subcontractor|subcontractors|compute|gpu|renewal|renewals|(sub team)|workstream|nre|npi|(capital equipment)|(test equipment)|(work package)|section|conference|staffing|outsourcing|overtime

rule money/profit-and-loss
  gloss answers for profit and loss
  cite  domain:44
  lean  vp ++
  difference metrics
  say   p&l|pnl|(p & l)|(p and l)|(profit and loss)|(profit & loss)
  say   profitability|ebitda|(gross margin)|(gross margins)|(operating margin)|(operating margins)|(operating income)
  unless p&l|(profit and loss) [is|are] owned|held|set|controlled by
  unless report|reports|dashboard|software|module|systems
  unless ^ @others_do
  unless while|whereas|where|but|since|because|though @others_do
  yes   Own the P&L for the product line.
  yes   You answer for gross margin.
  no    Others own the P&L.
  no    The P&L is owned by the CFO.
  no    The CTO owns the P&L.
  no    Build a P&L dashboard for finance.

rule money/budget-ownership
  gloss owns the engineering budget
  cite  domain:42 003:36 003:47
  lean  vp +
  say   ~own|~set|~defend|~control|ownership|owner|accountable|accountability|responsible|responsibility|~optimize|~steward ..5 budget|budgets|budgeting|(cost center)|opex|capex
  say   (operating|development|engineering|technology|department|departmental|r&d|annual|organizational|organization's|(multi million)|it) [and] [operating|capital|development] budget|budgets|budgeting
  say   budget|budgetary|fiscal|financial accountability|ownership|responsibility|responsibilities|stewardship|authority
  unless @slices team budget
  unless ~contribute|input|~assist|~help|~support ..3 budget|budgets|budgeting
  unless (on|within|under|time) [and] [the|on|within] budget
  unless performance|error|latency budget|budgets
  unless your|team|teams|project|projects [teams|team|project] budget|budgets
  unless budgeting|budget exercise|exercises|tool|tools|software|app|apps|owner|owners
  unless budget|budgets|budgeting [is|are] owned|held|set|controlled by
  unless ^ @others_do
  unless while|whereas|where|but|since|because|though @others_do
  yes   Own the engineering budget and defend it before finance.
  yes   Fiscal accountability for the year.
  no    The CFO owns the budget.
  no    Deliver on time and on budget.
  no    Help with the annual budgeting exercise.
  no    The IT budget is held by the finance chief.
  no    Assist with the project budget.

rule money/team-budget
  gloss manages a budget for teams or projects
  cite  000:50 domain:43
  lean  none
  say   team|teams|project|projects|program|practice|area|group [level] budget|budgets|budgeting
  say   budget|budgets|budgeting for [your|the|their|a] ..1 team|teams|area|group|projects|project
  say   ~manage|~track|~monitor|~forecast|~develop|~contribute|~assist|input ..3 budget|budgets|budgeting
  say   (on|within|under) budget|budgets
  unless engineering|technology|annual|operating|departmental|department budget
  unless ^ @others_do
  unless while|whereas|where|but|since|because|though @others_do
  yes   Manage the team budget.
  yes   Deliver projects on time and within budget.
  no    The CFO manages the project budget.
  no    Own the engineering budget.

rule money/headcount
  gloss plans headcount
  cite  000:50 domain:47
  lean  vp +
  say   headcount|(head count)
  unless from {n}
  unless ^ @others_do
  unless while|whereas|where|but|since|because|though @others_do
  yes   Plan headcount for next year.
  no    Finance controls headcount.
  no    Count the heads of cabbage.

rule money/return-on-investment
  gloss measures the return on investments
  cite  003:29 003:56 domain:45
  lean  vp +
  difference metrics
  say   roi|(return on investment)|(return on investments)|(returns on investment)|(cost benefit)
  unless campaign|campaigns|advertisers|advertising|ads|customer|customers|clients|marketing
  yes   Judge the ROI of new ventures.
  no    Show customers the ROI of our product.

rule money/investments
  gloss decides what the company invests in
  cite  003:56 reader
  lean  vp ++
  gate  +
  say   engineering|technology|technical|r&d|platform investment|investments [decisions|priorities|strategy]
  say   ~allocate|allocation|allocating ..2 capital|investment|investments|resources across
  unless performance management
  unless ^ @others_do
  unless while|whereas|where|but|since|because|though @others_do
  yes   Set technology investments for the year.
  no    The CEO approves technology investments.
  no    Our investment bank clients love it.

rule money/investors
  gloss talks to investors, raises money
  cite  domain:68
  lean  vp ++
  difference meetings
  say   @works|~present|~report|~represent|~speak|relationships|~brief|update|updates ..6 investor|investors
  say   investor|investors relations|updates|meetings|diligence|presentations|communications
  say   ~support|~lead|~assist|~influence|~help|~drive|role|influence ..4 fundraising|fundraise|(raise capital)|(raising capital)|(capital raise)
  say   fundraising efforts|rounds|round|conversations|process|activities
  say   investors and|or [external] board|executives|customers|partners|stakeholders
  say   customers|partners|board|executives|stakeholders [and] investors
  unless backed|our|top|tier|leading|world investors
  unless backed by|funded
  yes   Present the roadmap to investors.
  yes   Support fundraising with a clear story.
  no    We are backed by investors who know the field.

rule money/mergers
  gloss due diligence, mergers and acquisitions
  cite  domain:67
  lean  vp ++
  say   m&a|(mergers and acquisitions)|(merger and acquisition)|(mergers & acquisitions)|(due diligence)|(technical diligence)
  say   acquisition|acquisitions|acquired integration|integrations|strategy|targets|companies
  say   ~integrate|~evaluate ..2 acquisitions|acquired
  unless data|customer|talent|user|candidate acquisition
  unless deals|transactions|lawyers|law
  yes   Lead technical due diligence.
  yes   Evaluate acquisitions of small studios.
  no    Own talent acquisition strategy.

rule money/revenue
  gloss answers for revenue and growth
  cite  domain:61
  lean  vp +
  difference metrics
  say   revenue|revenues|arr [and] profit|margin|margins|growth|goals|goal|targets|target|objectives|strategy|generation|streams
  say   ~grow|~drive|~increase|~deliver|~own|~accelerate ..3 revenue|revenues|arr|(market share)
  unless {n} revenue|arr
  unless our|annual|recurring revenue
  unless revenue operations|recognition|cycle|team|teams|leaders|enablement
  yes   Drive revenue by shipping sooner.
  no    Work with revenue operations.
  no    Revenue was up last year.

rule money/finance-partner
  gloss works with finance and the CFO on plans
  cite  domain:33 003:50
  lean  vp ++
  difference meetings
  say   @works ..4 finance|cfo|fp&a
  say   annual|yearly|fiscal|financial|(long range)|(annual operating)|operating planning|plans|forecasting|plan
  say   budget approval|approvals|planning|cycle|cycles|process|review|reviews
  say   financial planning|management|acumen|discipline|targets|stewardship|oversight
  unless experiences|banking|customers|clients
  yes   Work with finance on the yearly plan.
  yes   Take part in budget reviews.
  no    We build apps for personal savings.

rule money/spend
  gloss keeps spending and unit costs in line
  cite  003:56 003:64 domain:46
  lean  vp +
  difference metrics
  say   unit economics|(cost of goods)|cogs|(spend management)|(budget variance)|(budget expenditures)|(operating expenses)|(operating costs)|(total cost of ownership)|tco
  say   aligning spending|spend
  say   (engineering|technology|r&d|organizational) spend|spending|expenses
  unless ^ @others_do
  unless while|whereas|where|but|since|because|though @others_do
  yes   Watch unit economics as volume grows.
  yes   Keep engineering spend in line with goals.
  no    The CFO controls operating expenses.
  no    Spend a day with our users.

rule money/cloud-costs
  gloss keeps cloud costs down
  cite  000:46 domain:72
  lean  director +
  say   (cloud|infrastructure|hosting|aws|compute) cost|costs|spend|spending
  say   cost optimization|efficiency|efficiencies|effective|effectiveness|control|controls|savings
  yes   Reduce cloud costs without slowing teams.
  no    Our costs are our own affair.

rule money/vendors
  gloss manages vendors and their contracts
  cite  000:49 003:20 domain:72
  lean  director +
  gate  +
  say   @leads|~evaluate|~select|~negotiate|~maintain|~own ..4 vendor|vendors|suppliers|(third party)|contracts|licenses
  say   vendor|supplier|contract management|relationships|selection|negotiation|negotiations|relationship|evaluation
  yes   Negotiate contracts with vendors.
  no    A vending machine on every floor.


rule money/whole-budget
  gloss owns the budget for all of its engineering
  cite  domain:42 003:36
  lean  vp ++
  fact  budget own
  say   ~own|~hold|~set|~defend|~carry|~steward|~control|~govern|ownership|owner|custodian|(accountable for)|(accountability for)|(answerable for)|(~answer for)|(charge of) ..2 [the|our|its|a|of] @all_money|departmental|department|divisional|division|marketing|sales|security|commercial|platform's|team's [own|and] [@all_money|capital] [@all_money] @coffers
  say   ~manage|~oversee|~run|~direct|(responsible for)|(responsibility for) [and ~optimize|~control|~forecast] [the|our|your|a|an|all] [full|large|significant|multimillion|(multi million dollar)|(multi million)] [the|all] ..1 (engineering|technology|tech|r&d|(r & d)|it|ict|(research and development)|digital) [and] [@all_money|capital|product] [department|organization|division] @coffers
  say   ~build|~set|~prepare|~develop|~draw and ~defend|~own ..3 budget|budgets
  say   (put together)|(putting together) and ~defend ..4 budget|budgets
  say   ~develop|~prepare and ~manage|~control|~execute ..3 (annual|departmental|department|division|divisional|commercial|operating|function|organizational|technology|engineering) [and] [operating|annual|capital|commercial] budget|budgets
  say   ~develop|~manage|~lead|~set ..2 annual strategic|operating|business plan|plans and budget|budgets
  say   ~manage|~own|~oversee|~run the [annual|engineering|technology|whole|full] (budget and p&l)|(p&l and budget)
  say   ~stand behind ..2 budget
  say   (full|complete|(end to end)|sole|total|ultimate|overall|direct|fiduciary|(profit and)) (budget|budgetary|financial|cost|fiscal|(budget and p&l)|(p&l and budget)) responsibility|accountability|ownership|authority
  say   (budget|budgetary|(cost center)|(cost centre)|(personnel and budget)|(staff and budget)|(disciplinary and budget)) (responsibility|accountability|authority) (for|over|of) (engineering|technology|r&d|it|about|approx|approximately|around|$$|€|£|{1000000..}|(the department)|(the division)|(the function)|(the organization)|(the organisation)|(the company))
  say   full|complete|(end to end) ownership|accountability|responsibility|control (of|for|over) ..3 budget|budgets|p&l|finances
  say   (r&d|engineering|technology|it|development) (spend|spending|investment|cost|costs|budget|expense) ..3 (percentage|share|percent|proportion) of ..1 (revenue|revenues|sales|turnover|income)
  say   (financial|fiscal|budget) (stewardship|management|health) (of|for) [the|our|all] [whole|entire] (department|division|engineering|technology|r&d|it|(engineering organization))
  say   ~own|~lead|~run|~drive ..2 (budgeting|budget|(financial planning)) [process|cycle|planning] (for|of|across) [the|our|all] [whole|entire] (engineering|technology|r&d|it|department|division|function|organization)
  say   budget holder|owner for|of ..2 @all_money|engineering
  say   (budget ownership)|(budget owner)|(budgetary authority)|(budget authority)|(full budget)
  say   (~own|~hold|accountable|answerable|(~answer)) [for] [the|our|all|total] (engineering|technology|technical|r&d|it|development|(cost of)) [and] [product|delivery|engineering|r&d] (costs|cost|spend|spending|expense|expenses|financials|economics|(operating plan)|(financial plan)|investment|investments)
  say   engineering's|technology's|r&d's (financial plan)|(operating plan)|financials|(cost base)|budget|opex
  say   ~allocate|~decide|~set ..2 (our|(the company's)|(the group's)|(the firm's)|all|total) (engineering|technology|r&d|technical) (investment|investments|capital|money|spend|funding)
  say   ((how much)|where|what) (we|(the company)|(the group)|(the firm)) (invest|invests|spend|spends) [in|on] [engineering|technology|r&d|it|development] (is|are|(will be)) your
  say   budget|budgets|spend|money|purse|envelope ..3 (in|into) your hands
  say   (total|overall|whole|entire|all) (r&d|engineering|technology|it|development) (expense|cost|costs|spend|expenditure|budget)
  say   budget|budgets|(operating plan)|(cost base) [that|which] you|(you'll)|(you will)|(you'd) (own|owns|set|hold|control|defend|answer|run|stand)
  say   (technology|engineering|r&d|it|tech|development|operating|annual) budget|budgets [and headcount] [is|are] (is|are) your (responsibility|own|call|job|account)
  say   ~manage|~oversee [a|an|our|the] (significant|substantial|sizeable|sizable|large|multimillion|(multi million)|(multi million dollar)|(seven figure)|(eight figure)|(nine figure)) [dollar|pound|euro|annual|operating|technology|engineering|departmental] [annual|operating|technology|engineering] budget|budgets|portfolio|(cost base)
  unless ~assist|~contribute|~participate|input|inputs|~propose|~recommend|~collaborate|collaboratively|jointly|co
  unless ~help|~support ..4 budget|budgets|budgeting
  unless (in partnership with the) @vps|@cto|@directors
  unless within|inside|under ..2 limits|constraints|guidelines|targets|parameters|ceiling|envelope|allocation
  unless (allocated|delegated|allotted|set|given|owned|held|controlled|agreed) by|to|from
  unless @slices team budget
  unless your|team|teams|project|projects ['s] [teams|team|project] budget|budgets
  unless ^ @others_do
  unless while|whereas|where|but|since|because|though @others_do
  yes   Own and forecast the annual technology budget.
  yes   You will manage our R&D budget and the plan behind it.
  yes   Build and defend the budget each autumn.
  yes   Full budget responsibility comes with the seat.
  yes   There is a budget which you control.
  yes   Manage a multi-million dollar technology budget.
  no    Contribute to the engineering budget.
  no    The CFO owns the technology budget.
  no    Manage the team budget.

rule money/stated-sum
  gloss answers for a stated sum of money
  cite  domain:42
  lean  vp ++
  fact  budget own
  in    role duties about requirements preferred other heading
  say   @coffers|spend|cogs|(cloud commitments)|(cloud commitment)|(compute plan)|(spend portfolio) ..4 {1000000..}
  say   {1000000..} [a|per|in] [year|annual|operating|technology|engineering|r&d|yearly|tech|it|development|cost|capital|project] [and] [operating|technology|engineering|capital|platform|compute|cloud|run] @coffers|spend|(cost center)|(cost centre)|(annual investment)|(compute plan)|p&l|(in opex)|(in spend)|(in capex)|(in expense)
  say   {1000000..} [a|per] [year|annual] expense|expenses|capital and expense|expenses|capital
  say   {1000000..} [a|per] [year|annually|annum] is|are yours
  say   (accountable|answerable|answer|responsible) for $$|€|£|usd|eur|gbp|sek|inr|php|cad|aud|sgd|aed|chf [$$] {1000000..}
  say   @coffers|spend|p&l ..4 {n} crore|crores|cr|lakh|lakhs|milliard|meur|musd|mio
  say   {n} crore|crores|cr|meur|musd|mio ..2 @coffers|spend|p&l
  unless campaign|campaigns|media|advertising|ad|ads|grants|raised
  unless (clients|customers) ..4 budget|budgets|spend
  unless licences|licenses|licence|license|saas|device|tooling|lab|site|local|freelancer|contractor|contractors [and] [partners|device|devices] budget|budgets|spend
  unless local ..2 budget|budgets
  unless ~administer|~propose|~contribute|~assist|~prepare|co|jointly|allocated|delegated
  unless agency|charity|nonprofit|(non profit)|foundation|association|organization with [a|an] [annual] [operating] budget
  unless ~double|~triple ..4 budget
  unless has|with an annual [operating] budget
  unless (successful|successfully) experience|managed
  unless experience ~manage|~lead|with|~own
  yes   A cost centre of roughly €26m comes with the seat.
  yes   Carry an operating budget of $31 million.
  yes   A spend of INR 40 crore answers to you.
  no    Clients trust us with campaign budgets of $5 million.
  no    You administer a $2 million lab budget.
  no    We raised 12 million last year.

rule money/small-sum
  gloss may spend a small stated sum
  cite  domain:43
  lean  director +
  fact  budget part
  say   @coffers|spend|budgets|authority|purchases|purchasing ..4 {5000..999999} [a|per] [year|month|item|order|purchase]
  say   {5000..999999} [annual|training|tooling|tools|lab|team|a|year|per|project|discretionary] [year] @coffers|spend
  unless salary|base|stipend|ote|allowance|campaign|campaigns|clients|customers
  yes   A training budget of $45k is there to be used.
  yes   Purchasing authority to $250,000.
  no    A base salary of 150,000.

rule money/owns-profit-and-loss
  gloss holds a profit-and-loss account of its own
  cite  domain:44
  lean  vp ++
  fact  budget own
  difference metrics
  in    role duties about other heading
  say   ~own|~hold|~carry|~run|~assume|ownership|accountability|accountable|answerable|(~answer for)|full|(full responsibility)|(ultimate responsibility) [of|for|over|the|our|its|a|and|~manage|full|regional|engineering|technology|direct] [full|the|regional|engineering|technology|divisional|direct] p&l|pnl|(p & l)|(profit and loss)|(profit & loss)
  say   p&l|pnl|(p & l)|(profit and loss) ownership|owner|accountability|responsibility|responsibilities
  say   (technology|tech|engineering|r&d|infrastructure|entity|center|centre) p&l
  say   (~take|taking) [on] [full] responsibility for ..4 p&l
  say   (you'll|you'd|(you will)|(you would)|you) [have] (own|have|run|hold|carry) the p&l
  say   p&l (of|for) the (entity|centre|center|unit|division|business|region)
  unless p&l|(profit and loss) [is|are] owned|held|set|controlled by
  unless p&l|(profit and loss) report|reports|reporting|dashboard|module|software|statements|systems
  unless understanding|familiarity|knowledge|owners
  unless ~support|~assist|~help|~contribute|input
  unless (managing director)|ceo|cfo|president|gm|(general manager)|business [management] [who|unit] @holds [the] p&l
  unless ^ @others_do
  unless while|whereas|where|but|since|because|though @others_do
  yes   Full P&L ownership for the product house.
  yes   You own the P&L of the centre.
  no    Build P&L reports for partners.
  no    The CEO owns the P&L.

rule money/has-the-purse
  gloss has the last word on what is spent
  cite  domain:42 reader
  lean  vp ++
  gate  +
  fact  budget own
  keep  negated
  say   ~hold|~control|~own|holder|keeper ..1 purse [strings]
  say   purse strings [is|are] [all] yours
  say   (final|last|sole) signatory|(sign off)|(say on spend) [on|for] [spend|spending|budget|budgets|capex|contracts|purchases]
  say   budget|budgets|spend|spending|money|capex|opex|p&l|payroll|(run rate) [is|are|will|being|a|year|and|become|becomes] [be|is|become] yours
  say   yours to spend|allocate|commit|invest|budget
  say   (budget|budgets|budgetary|spending|spend|investment|financial|funding) [decisions|decision|authority|responsibility|calls|and|headcount|for|technology|engineering|in] [decisions|authority|calls|technology|engineering|for|in] [technology|engineering] (rest|rests|sit|sits|lie|lies|live|lives|end|ends|stop|stops|belong|belongs) [squarely|entirely] (with|to|on) you|(this role)|(this post)|(this position)|(the role)|(the postholder)|(the post holder)
  say   you decide|choose|determine|set [where|how|what] [much] [the|our|its|we] [engineering|technology|r&d] (money|budget|capital|funds|(seed round)|spend|spending) [goes|go|(is spent)|(are spent)]
  say   (~answer|accountable|responsible) for|to ..2 what ..2 (costs|cost|spend|spends)
  say   (r&d|(r & d)|engineering|technology|tech|development) [spend|spending|budget|cost|costs|investment|expense] [of|at|to|under|below|within|around|from|is|stays|held|kept|keep] [about|around|roughly|under] [{1..60} %] {3..60} % of [our|group|net|total] revenue|revenues|turnover|sales|income
  say   ~set|~own|~approve|~agree|~defend|~author ..1 [group|r&d|technology|engineering|platform|annual] [the] (r&d|technology|platform|engineering|security|tech|product) (investment|funding|spending|capital|spend) (plan|plans|portfolio|envelope|thesis|case)
  say   (~own|steward|stewardship|custodian|owner) [of] [the|our|a] [total|whole|annual] (technology|r&d|engineering|platform|product|it) (investment|spend|cost|funding) (plan|plans|portfolio|envelope|base)
  say   ~approve|~authorise|~authorize|~control [and ~control] [all|the|operating|technology|engineering|it|capital] [and|technology|operating|engineering] [capital|operating] (expenditure|expenditures|spending|spend|purchases|procurement)
  say   (capex and opex)|(opex and capex)|(capital and operating)|(operating and capital) authority|responsibility|accountability|budget|budgets|ownership|expenditure|expenditures
  say   (make|making|build|present|defend|write|an|the) [an|the] investment case for (the|our) ..2 (function|organization|organisation|department|program|programme|engineering|technology|security|platform)
  unless no|not|never|n't ..3 purse|budget|signatory|yours
  unless ~assist|~contribute|~recommend|~help|input|jointly|joint|~propose|~collaborate
  unless @a_slice spend|budget|bill
  unless while|whereas|where|but|since|because|though @others_do
  yes   In this seat you control the purse strings.
  yes   The investment calls for engineering stop with you.
  yes   The budget is yours.
  yes   Hold technology cost under 12% of turnover.
  no    Choose a purse from our store.
  no    Recommend suppliers; the last signatory is finance and not you, whose budget it is.
  no    The choice of laptop is yours.

rule money/slice-budget
  gloss manages a budget of a team, a project or a kind of cost
  cite  000:50 domain:43
  lean  director +
  fact  budget part
  say   @a_slice ['s|level] [and|or] [@a_slice|vendor|licence] budget|budgets|budgeting
  say   budget|budgets|budgeting (for|of) [your|the|their|a|his|its|each] ..1 (team|teams|area|group|groups|projects|project|subteams|squads|site|lab|tools|tooling|equipment|domain)
  say   [~plan|~manage|~track|~monitor|~own] your|team's|teams' [own|team|teams|site|area|domain|element|slice|share|part|local|section] [of] [the|our] budget|budgets
  say   your (element|slice|share|part|section|portion) of ..2 (budget|budgets|dollars|spend|money|funding)
  say   ~manage|~oversee|~administer|~track ..3 (timeline|timelines|schedule|schedules|scope|resources|people|staffing|priorities|headcount|vendors|talent) [and] budget|budgets
  unless error|performance|latency|power|memory|thermal|link|your|client's|customer's budget|budgets
  unless budgeting|budget tool|tools|software|app|apps
  unless @all_money budget|budgets
  unless clients|customers|client|customer ..3 budget|budgets
  unless manage all
  unless ^ @others_do
  unless while|whereas|where|but|since|because|though @others_do
  yes   Manage the team's budget with care.
  yes   Oversee project budgets and vendor budgets.
  yes   Plan your share of the budget.
  no    Own the engineering budget.
  no    Keep the error budget of each service.

rule money/budget-input
  gloss gives input to a budget that others own
  cite  000:50 domain:43
  lean  director +
  fact  budget part
  say   ~contribute|~participate|~assist|~help|~support|input|inputs|~propose|~recommend|~prepare|~draft|~compile|~collaborate|collaboratively|~estimate|~administer|~coordinate|~argue|~motivate ..4 budget|budgets|budgeting|budgetary
  say   ~bid for budget|budgets|funding
  say   ~track|~monitor|~forecast ..2 budget|budgets|spend|spending|expenses|expenditure|(budget variances)|(costs against)
  say   ~provide|~give|~offer|~supply ..2 input|inputs|estimates|figures|numbers (to|for|into) ..2 budget|budgets|budgeting|(investment planning)|(annual plan)|(financial planning)|(planning process)|(planning cycle)|(cost plan)|forecast|aop
  say   (input|inputs) (to|into) ..3 (budget|budgeting|(cost submission)|(investment planning)|forecast|(cost plan)|aop)
  say   ~manage|~track|~monitor|~control ..2 (project|program|programme|(work package)|engagement|product) [and] [schedule] cost|costs|financials|spend|expenditure|(cost baseline)
  say   (estimate at completion)|(cost to complete)|(earned value)|(control account)|evms|(cost account)
  say   (capital|capex|equipment|purchase) (requests|request|requisitions|requisition|proposals)
  say   (the|our) [own] [engineering|software|development|application] side of ..2 budget
  say   (engineering|software|development|application|your) (side|side's|team|team's|area|domain) ['s] share of ..2 (budget|money|funding)
  say   (a|have|has|real) say in|on|over ..3 (budget|money|(seed round)|spend|spending|funding)
  say   ~agree|~decide|~negotiate|~set ..4 (spend|budget|budgets|(seed money)|money) (with|together|jointly)
  say   (~decide|~agree) with (them|us|(the founders)|him|her|finance) ..4 (money|budget|spend|funding)
  say   budget|budgeting|funding|headcount|capex (proposal|proposals|submission|submissions|request|requests|estimates|input|inputs|tracking|monitoring|preparation|bids|bid|ask|asks|variances)
  say   (within|inside|to|against) [the|an|your|our|its|a] [approved|agreed|allotted|allocated|given|assigned|set|delegated] (approved|agreed|allotted|allocated|given|assigned|delegated|defined) [annual] (budget|budgets|spend|spending|limits|funding|aop|headcount|envelope)
  say   (approved|agreed|given|allotted|allocated) [annual] budget|budgets|spend|funding|aop
  say   budget|budgets|dollars|funds|lines [that|which|you|'re|are|is|as] [you|'re|are|is] (allotted|allocated|delegated|given|assigned) (to|by|from)
  say   budget|budgets (you're)|(you are) given
  say   (budget|budgets|headcount|funding|limits|envelope|spend) (agreed|approved|fixed|allocated|assigned|granted) (with|by|for|to)
  say   your (team|group|area|domain|site|pillar|org|portfolio|chapter|section|programme|program|squads|teams|unit|department) ['s] (budget|budgets|spend|costs|cost|opex|capex|expenses|headcount|(cost centre)|(cost center)|(run cost))
  say   your own [small] ((cost centre)|(cost center))
  say   (expenses|opex|capex|spend|spending|costs|expenditure) ..3 (within|inside|against|under) ..2 (plan|forecast|budget|limits|allocation|guidance|envelope)
  say   (share|slice|portion) of ..3 (budget|budgets|spend|opex|capex|headcount|funding)
  say   (budget|spend|cost|financial|capex) (tracking|planning|forecasting|reporting|forecasts|inputs|estimates) (for|of) (your|the|his|her|their|our) (team|teams|area|domain|site|group|section|project|projects|programme|program|squads|lab|line|product)
  say   business case|cases for (headcount|new|additional|tools|tooling|equipment|hires|kit|investment)
  say   (spend|sign|approve|purchase|purchases|authority|commit) ..3 (up to) [$$|€|£] {1000..999999}
  say   ~approve|~sign|~raise|~authorise|~authorize ..2 (purchase orders)|(purchase order)|requisitions|(purchase requisitions)|timesheets and expenses
  say   (burn rate)|actuals|variances|overspend|underspend (against|versus|vs|to|and) [the|your] (plan|budget|forecast|baseline|finance)
  say   ~track|~report|~explain|~watch|~monitor ..2 actuals|variances|overspend|(budget burn)
  say   annual|yearly|quarterly budget|budgeting|planning (input|inputs|contribution|submission|exercise)
  say   (request|requests|requesting|secure|seek|seeking) (funding|funds|money|headcount) (for|from)
  say   delegated|limited (financial|spending|purchasing|budget) authority
  say   co own|owns|owning|ownership|manage ..3 budget|spend|bill|p&l
  say   (jointly|joint|shared) (responsible|responsibility|accountability|own|manage|agreed) ..3 budget|budgets|runway|spend
  unless error|performance|latency|campaign|campaigns|client|clients|customer|customers|household|personal budget|budgets|spend
  unless budgeting|budget tool|tools|software|app|apps|exercise
  unless and ~defend|~own|~manage ..3 budget|budgets
  unless ^ @others_do
  unless while|whereas|where|but|since|because|though @others_do
  yes   Contribute to the yearly budget.
  yes   Forecast spend and explain variances.
  yes   Submit budget requests each spring.
  yes   Staff within the approved headcount.
  no    Own the engineering budget.
  no    An app that helps families track budgets: a budgeting app.

rule money/on-budget
  gloss delivers projects within their budget
  cite  003:56 domain:43
  lean  director +
  fact  budget part
  in    role duties
  say   (on time) ..4 (on|within|under|to) [the] [agreed|approved|planned] budget|budgets
  say   (on time and [on|within|under] budget)|(time and budget)|(within scope and budget)|(scope and budget)|(schedule and budget)|(cost and schedule)|(timelines and budgets)|(timeline and budget)
  say   (on|within|under) budget ..2 (on time)|(on schedule)
  unless (track record)|experience|proven|success|history
  unless customers|clients rely|trust|expect
  yes   Projects are delivered on time and within budget.
  yes   Keep schedule and budget in balance.
  no    A track record of work on time and within budget.
  no    The team works on time zones and a budget airline.

rule money/slice-spend
  gloss keeps an eye on what tools, vendors and clouds cost
  cite  domain:43 000:46
  lean  director +
  fact  budget part
  say   ~own|~manage|~forecast|~monitor|~track|~control|~optimize|~keep|~watch|~reduce|~plan [and|the|our|your] [~optimize|~reduce|~forecast|~control|~manage] [the|our|your|all] [@a_slice|aws|gcp|azure|snowflake|databricks|and|vendor] (@a_slice|aws|gcp|azure|snowflake|databricks|ci) [and] [@a_slice|vendor] (spend|spending|bill|bills|expense|expenses)
  say   (@a_slice|aws|gcp|azure|snowflake|databricks) [and] [@a_slice] (spend|spending|bill) (sits|is|are|reports|falls|lands)
  say   ~watch|~track|~forecast|~monitor|~keep|~reduce|~hold ..2 (server|hosting|gpu|compute|tooling|contractor|licence|license|vendor|aws|cloud|run) [and] [hosting|contractor] cost|costs|needs|quotas ..3 (inside|within|under|against|flat|per|for|allotted|in)
  say   (contractor|tooling|vendor|agency|licence|license|lab|prototype|ci|device) [and] [tooling|vendor|advertising|lab] spend|spending|renewals
  say   (gpu|compute|cloud) (allocation|allocations|quota|quotas|capacity) (between|for|among|across|that)
  say   ~manage [$$|€|£] {n} of|in (licences|licenses|tools|tooling|partners|contracts|vendors)
  unless @all_money budget|spend
  unless ^ @others_do
  unless while|whereas|where|but|since|because|though @others_do
  unless customers|clients|customer|client
  yes   Track contractor spend month by month.
  yes   Own the AWS bill of your squads.
  no    Spend a day in the cloud lab.
  no    Customers cut their cloud spend with us.

rule money/headcount-plan
  gloss plans and asks for headcount
  cite  000:50 domain:47
  lean  director +
  fact  budget part
  say   headcount|seats|(open reqs) request|requests|allocation|split|forecast|forecasting|proposals|proposal
  say   ~propose|~forecast|~request|~negotiate|~argue|~motivate [for|your|the|next|year|year's|site|team|and] ['s] [year|team|site|your|budget] [and] headcount|(head count)|seats
  say   (how many) seats|heads|people we|you|(the team) can|could afford
  say   (your|(the team's)|(the area's)|area|site|annual) [annual|yearly] headcount plan
  say   ~freeze|~release|~prioritise|~prioritize ..2 (open reqs)|(open requisitions)|headcount
  unless ^ @others_do
  unless while|whereas|where|but|since|because|though @others_do
  yes   Propose headcount for next year.
  yes   Draft headcount requests when planning opens.
  no    Finance controls headcount.
  no    Our headcount doubled.

rule money/held-elsewhere
  gloss the budget is somebody else's
  cite  domain:43 reader
  lean  director ++
  fact  budget none
  keep  negated
  say   (budget|budgets|spend|spending|p&l|money|funding|finances|headcount) [decisions|authority|and|headcount|approval|approvals|hiring] [decisions|headcount|hiring|budgets] (is|are|stays|stay|remains|remain|sits|sit|rests|rest|lies|lie|lives|live|belongs|belong) [firmly|all] (with|to) [the|our|my|your|a] [@cto|@cio|@chiefs|@ceo|@vps|@directors|@heads|manager|managers|finance|group|procurement|headquarters|hq|owner|others|(someone else)|parent]
  say   budget|budgets|spend|spending|p&l [is|are] owned|held|controlled|managed|decided by [the|our|my|your] (@cto|@cio|@chiefs|@ceo|@vps|@directors|@heads|manager|managers|finance|group|procurement|others)
  say   (no|without) [direct|formal|own|line] (budget|budgetary|p&l|financial) [or] [line|people|hiring] (responsibility|responsibilities|authority|accountability|ownership|(of your own)|(to manage)|(to run))
  say   (do|does|will|would) (not|n't) (own|hold|have|manage|carry|run) [a|the|any|your] [own] (budget|budgets|p&l|headcount)
  unless you|yourself|(this role) [and|will|alone] (with|to)
  unless (with|to) you
  yes   The budget sits with the CTO.
  yes   There is no budget responsibility in this role.
  yes   You don't own a budget; others do.
  no    The budget sits with you.
  no    Own the engineering budget.
