# Money: whose budget it is, and who asks for an account of it.
family duties

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
