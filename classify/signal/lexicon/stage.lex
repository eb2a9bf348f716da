# The company's stage. It moves what a title means, not the duties themselves.
family career

set stage_firm   = company|startup|firm|business|organization|organisation|scaleup|(scale up)|studio|team|platform|provider|fintech|saas|marketplace|brand|vendor
set stage_anykind = company|companies|startup|startups|(start up)|firm|business|organization|organisation|scaleup|(scale up)|fintech|saas

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
  fact  scope whole
  say   first|founding|sole|only ..1 engineering|technology|technical|software leader|executive|manager|head|hire|leadership
  say   our|their first head of engineering
  say   ~build ..4 engineering|technology|technical ..2 from [the] scratch|ground|zero
  unless first line
  unless (ai first)|include|includes|(first local)
  yes   You will be our first engineering leader.
  yes   Build the engineering organization from the ground up.
  no    On the first day engineering meets.

rule stage/growth
  gloss a company in its growth stage
  cite  reader
  lean  none
  fact  stage growth
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
  fact  stage large
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

rule stage/seed
  gloss a company that has just begun
  cite  domain:89 003:68 reader
  lean  vp +
  flag  startup
  fact  stage seed
  in    role duties about requirements preferred benefits apply
  say   (pre seed)|preseed|(pre series a)|(pre revenue)|(pre product)|(pre funding)
  say   seed (stage|round|funded|funding|backed|extension|capital|investment|financed|money)
  say   (raised|closed|closing|raising) ..6 seed
  say   angel (backed|round|funded|investment)
  say   (ycombinator|(y combinator)|yc|techstars|antler|(entrepreneur first)) (backed|funded|company|startup|graduate)
  say   yc (s|w|f|x|startup|company|alum|batch)
  say   (stealth mode)|(stealth startup)|(in stealth)|(stealth company)|(emerging from stealth)
  say   (very|extremely|still) early|young|small (stage|days|startup|company|team)
  say   founding (engineer|engineers|(engineering team)|cto|hire|member|designer|(head of engineering)|developer)
  say   (building|join|joining|part|on|build) ..2 founding team
  say   (first|second|third|fourth|fifth) (engineer|(engineering hire)|employee|(technical hire)|(product hire))
  say   (join|joining|are|be) [@the] [our] (founders|(two founders)|(three founders)|cofounders|(co founders)) (as|in|to)
  say   (technical cofounder)|(technical co founder)|(cto and|& co founder)|(founding cto)
  say   (we are)|(we're)|(are just)|(team is) {2..14} (people|humans|persons|folks|(of us)) [in|and|at|from|so|spread|across|working|today|now]
  say   {2..14} (person|people|strong|man) (company|startup|firm|outfit|business)
  say   (from zero to one)|(0 to 1 stage)|(zero to one)|(0 1 stage) ..3 (company|startup|product)
  say   sweat equity|(equity only)|(founder equity)|(founding equity)|(unpaid until)|(until funding)
  say   (find|finding|found|toward|towards|reach|reaching) [our] (product market) fit
  say   just ..3 (founders|us|me) ..3 (now|today|(so far))
  unless (series b)|(series c)|(series d)|(growth stage)
  unless was|been|as|being ..1 first
  unless experience|worked|background|alumni|investing|invested|portfolio|customers|clients ..4 startups|companies|startup|founders|seed|stage
  yes   We closed our seed round in May.
  yes   You join as a founding engineer.
  yes   We are 9 people in Ghent.
  no    The seed of every good design is a talk.
  no    Our fund helps a portfolio of seed stage companies.

rule stage/series-a-to-e
  gloss raised a round of venture money
  cite  domain:89 reader
  lean  none
  fact  stage growth
  say   series (b|c|d|e|f|g) [round|funding|stage|company|startup|funded|financing|raise|backed|from|led|with|scale|software|and|in]
  say   (closed|raised|raising|announced|after|completed|secured|following) ..3 (series|round) (a|b|c|d|e|f)
  say   (a|b|c|growth|third|fourth|second) round (of|from|led|last|closed|with|this)
  say   (raised|raising|secured|funding|funded|backed) ..4 ($$|€|£|usd|eur) ..1 {10..900} [m|mm|million|mn]
  say   (raised|secured|funding|backed|investment) ..4 {5000000..900000000}
  say   (venture|vc|growth) (backed|funded|financed) [@stage_firm|high|growth]
  say   (backed|funded|supported) by ..3 (investors|vcs|(venture capital)|(venture capitalists)|funds|(tier one)|(tier 1)|(tier i)|a16z|sequoia|(andreessen horowitz)|accel|(index ventures)|benchmark|greylock|(general catalyst)|insight|(tiger global)|softbank|(bessemer)|balderton|lightspeed|(kleiner perkins)|(union square)|(founders fund))
  say   (top|leading|marquee|renowned|prominent|blue chip|tier|prestigious) ..1 (investors|vcs|(venture capital)|(venture firms))
  say   investors ..1 (including|include|like|such)
  unless seed|(series a startups)|angel
  unless @works|report|brief|briefing|update|presentations|relations|institutional
  yes   A Series C company in Porto.
  yes   We raised $48 million last year.
  yes   We are backed by leading investors.
  no    Brief investors and analysts each quarter.

rule stage/growing-fast
  gloss a company that grows fast
  cite  domain:89 reader
  lean  none
  fact  stage growth
  in    role duties about benefits
  say   (fast|rapidly|quickly|rapid) growing ..3 @stage_anykind
  say   (fastest growing) ..4 @stage_anykind
  say   (high|hyper|rapid) growth ..1 (@stage_anykind|phase|journey)
  say   (a|an|our|growing|european|tech|saas|fintech|software|this|into) (scale up)
  say   hypergrowth|scaleup|scaleups|(scale ups)|unicorn|decacorn|(pre ipo)|(soonicorn)
  say   (@stage_anykind|we|we're) ..4 (growing|scaling) (fast|quickly|rapidly|(at pace)|exponentially)
  say   (grown|growing|grew|gone|expanded) ..2 from {5..400} ..4 (people|employees|staff|colleagues|engineers|countries|customers)
  say   (doubled|tripled|quadrupled) ..2 (headcount|revenue|arr|team|(in size))
  say   {1..900000000} [in|of] (arr|(annual recurring revenue))
  say   (profitable|bootstrapped|(founder led)|(founder owned)|(privately held)|(employee owned)|independent) ..2 (company|startup|business|firm|saas|studio|and growing)
  unless experience|worked|working|proven|track|background|clients|customers|previously|career
  unless world's|industries|segment|market|fortune|city|area
  yes   We are a rapidly growing fintech company.
  yes   We've grown from 60 to 190 people.
  no    Experience in a high growth startup.

rule stage/mid-headcount
  gloss a few dozen to some hundred people
  cite  reader domain:89
  lean  none
  fact  stage growth
  say   {40..450} (employees|colleagues|teammates|employee|staff) [and|across|in|worldwide|strong|of|from|work]
  say   {40..450} (person|people|employee|strong) [global|remote|software|growing|tech] (company|firm|business|startup|(scale up)|scaleup|studio|organization|organisation)
  say   (team|company|family|crew|@stage_firm|we're|(we are)|now|about|over) of {40..450} (people|humans|employees|colleagues|professionals|specialists|experts|persons)
  say   (we're|(we are)|now|already) [about|around|roughly|some|over|nearly|almost] {30..450} (people|humans|colleagues|strong)
  unless customers|clients|supervise|lead|manage|leads|leading|managing|engineers|(organization of)|led|companies|fewer|least|employers|(more employees)|(per year)|managed
  unless fortune|listed|nyse|nasdaq|group
  yes   A 260-person company in Utrecht.
  yes   We are now 340 people.
  no    Manage over 200 employees.

rule stage/young-company-perks
  gloss options on shares
  cite  reader postings
  lean  none
  fact  stage growth
  in    role duties about requirements preferred benefits legal apply
  say   (stock|share|equity) options|(option plan)|(option scheme)|(option grant)
  say   (emi [share] (options|scheme))|vsop|bspce
  unless (stock purchase)|espp|(restricted stock)|rsu|rsus|trader|trading|pricing
  yes   Stock options for everyone.
  yes   EMI share options.
  no    An employee stock purchase plan and stock options.

rule stage/listed
  gloss a listed or very large company
  cite  003:68 domain:91 reader
  lean  director +
  fact  stage large
  in    role duties about requirements preferred benefits legal apply
  say   nyse|nasdaq|ftse|nikkei|sensex|(s & p 500)|s&p|(dow jones)|(dax 40)|euronext|asx|(bse listed)|(publicly listed)|(publicly traded)|(publicly held)|(listed company)|(public company)|(stock exchange)
  say   fortune {1..1000} [company|retailer|insurer|bank|firm|employer|organization|leader|manufacturer|mutual|global]
  say   (global|ftse|forbes) {100..2000} (company|group|employer)
  say   (employee|associate|colleague) stock (purchase|ownership)|(share purchase)
  say   espp|(stock purchase (plan|program))|(share save)|sharesave|(share incentive plan)
  say   (restricted stock) [units|unit|awards]|rsus
  unless customers|clients|serve|serves|serving|trusted|used|brands|from|partners|prefer|experience ..6 fortune|nyse|nasdaq|global|public|listed
  unless experience|preferably|background|readiness|ready|pre
  unless fortune {1..1000} ..1 customers|clients|companies|enterprises|brands|organizations|innovators
  yes   Listed on the New York Stock Exchange.
  yes   Employee stock purchase plan.
  no    Used by Fortune 500 companies.

rule stage/thousands
  gloss thousands of employees
  cite  reader domain:91
  lean  director +
  fact  stage large
  say   {1500..1989}|{2031..3000000} [of] [talented|dedicated|global|passionate] (employees|associates|colleagues|teammates|staff|professionals|crew|specialists|(team members)|personnel) [in|across|worldwide|globally|who|and|around|strong|at|from|spread|united|dedicated|work|working|operating|serving]
  say   {1500..900000} strong
  say   (thousands|(tens of thousands)) of (employees|associates|colleagues|(team members)|professionals|employee)
  say   {1500..900000} (person|people|employee|engineer|strong|associate) [global|strong] (company|group|firm|business|organization|organisation|enterprise|bank|insurer|retailer|leader|workforce|operation)
  say   (we are)|(we're)|(group of)|(family of) ..2 {1500..} people
  say   {1000000..} (policyholders|(policy holders)|ratepayers|cardholders|(account holders)|(service connections)|(members in)|(retail customers)|insureds)
  say   workforce of ..2 {1500..}
  say   (our|operates|operate|runs|owns|with|operating|through) ..3 {100..} (stores|branches|restaurants|hospitals|hotels|depots|supermarkets|dealerships|locations)
  say   (revenue|revenues|sales|turnover|assets|capitalization|(market cap)|premium|premiums) ..5 {1000000000..}
  say   {1000000000..} ..5 (revenue|revenues|sales|turnover|assets|company|corporation|enterprise|business|group|(market cap)|organization)
  say   (multibillion|(multi billion)) [dollar] (company|corporation|enterprise|business|organization|group|retailer|brand)
  say   (operating|operates|operate|presence|present|offices|employees|operations|locations|people|teams|active) ..3 {20..200} (countries|markets)
  unless customers|clients|users|patients|members|trusted|used|helps ..4 {1..}
  unless {1..} customers|clients|users|companies|brands
  unless market|opportunity|industry|problem|raised|valuation|valued|processed|transactions|experience|manage|lead|leading
  yes   We are 22,000 colleagues.
  yes   A company with revenue of $4 billion.
  yes   We operate in 60 countries.
  no    A market of $40 billion waits.

rule stage/corporate
  gloss words of a large employer: grades, units, divisions
  cite  reader domain:91
  lean  director +
  fact  stage large
  say   (operating units)|(business segments)|(business segment)|(operating company)|(operating companies)|(group companies)|subsidiaries|(wholly owned subsidiary)|(subsidiary of)|(parent company)|(an affiliate of)
  say   matrixed|(matrix organization)|(matrix organisation)|(matrix environment)|(matrix structure)|(matrix reporting)
  say   ((division of)|(part of)|(member of)|(brand of)|(company of)|(subsidiary of)) ..4 ((group plc)|(group of companies)|(group inc)|(group ag)|(group ltd)|holdings|corporation|plc)
  say   (ipo (readiness|candidate|preparation|ready))|((planned|upcoming|(preparing for)) ..2 (ipo|listing))|(late stage (company|startup|scale))
  say   (family of companies)|(family of brands)|conglomerate
  say   (world's|nation's|country's|uk's|america's|europe's|india's|canada's|africa's|asia's|germany's|australia's|(one of the)|(among the)|(the second)|(the third)) ..1 (largest|biggest) ..4 (company|companies|bank|banks|insurer|insurers|retailer|retailers|employers|employer|provider|providers|manufacturer|manufacturers|group|groups|operator|operators|carriers|airline|airlines|firm|firms|distributor|networks|producers)
  say   (global|world|worldwide) leader in ..4 (technology|manufacturing|services|solutions|insurance|healthcare|energy|medical|financial|automotive|semiconductor|aerospace|analytics|payments|logistics|equipment|products|life)
  say   (integrated health)|(hospital network)|(financial services company)|(financial services corporation)|(financial services group)|(mutual insurer)|(investment bank)|(big four)|(big 4)
  say   (century old)|(more than a century)|(over a century)|({100..180} year history)|({75..200} years) [of|in|ago]
  unless startup|(start up)|(series a)|(series b)|(series c)|(venture backed)|seed
  unless experience|customers|clients|worked|background|serving|serve|preferably|partner|trusted
  unless (portfolio companies)|(fastest growing)|team|(some of)|(many of)|(several of)|(the fastest)|trusted|graph|serve|serves|powers
  yes   One of the world's largest insurers.
  yes   We are part of the Halden Group of companies.
  yes   A matrixed organization.
  no    Experience in a matrixed company.

rule stage/large-benefits
  gloss perks and notices of large employers
  cite  reader postings
  lean  none
  fact  stage large
  in    role duties about requirements preferred benefits legal apply
  say   tuition (reimbursement|assistance)
  say   ((short term)|(long term)|annual|sales|discretionary) [annual] (incentive|incentives) [plan|program|compensation|bonus|pay|plans]
  say   incentive compensation|(incentive plan)|(incentive program)|(incentive programs)|(deferred compensation)|(pension plan)|(defined benefit)|(retirement savings plan)|(shift differential)|(adoption assistance)|(employee discount)|(employee discounts)
  say   affirmative action ..1 employer
  say   (requisition|req) (id|number) ..1 {1000..}
  say   business resource groups
  unless design|designing|administer|(responsible for)|oversee|manage|develop
  unless startup|(start up)
  yes   Tuition reimbursement after a year.
  yes   An affirmative action employer.
  no    Design the incentive plan for our sales people.

rule stage/public-body
  gloss a public body, a hospital or a university
  cite  reader
  lean  none
  fact  stage large
  say   (civil service)|(nhs trust)|(nhs foundation)|(city council)|(county council)|(public sector employer)|(combined authority)|(borough council)|(state government)|(crown corporation)|(statutory board)
  say   (university|college|hospital|(health system)|bank|ministry|council|trust|authority|agency|(credit union)) (seeks|invites|employs|(is seeking)|(is recruiting)|(is looking))
  say   (university|universities) [of] ..3 (seeks|invites|employs|campus)
  unless degree|clients|customers|accredited|experience|graduate|partner
  yes   The University seeks a leader of its digital services.
  yes   A post in the civil service.
  no    A degree of the university is asked.

rule stage/owned
  gloss bought or carved out by an investor or a group
  cite  reader
  lean  vp +
  fact  stage growth
  say   (pe|(private equity)) (backed|owned|sponsored|funded|held|investor|investment|minority)
  say   (backed|owned|acquired|bought|supported) by ..3 (private equity)|(buyout fund)|(financial investor)|(investment fund)
  say   (majority|minority) (stake|investor|investment|owned|shareholder) ..3 (fund|equity|capital|investor)
  say   (carve out)|(carved out) (of|from)
  unless experience|(portfolio companies)|clients
  yes   We are private-equity-backed.
  yes   Newly carved out of a supplier.
  no    Experience in PE-backed firms.

rule stage/young-perks
  gloss open holidays and stipends, perks of young companies
  cite  reader postings
  lean  none
  in    role duties about requirements preferred benefits legal apply
  say   (unlimited|uncapped) ..1 (pto|vacation|(paid time off)|holidays|holiday|(time off)|leave)
  say   (flexible|open) pto
  say   ((home office)|wfh|remote|(learning and development)|wellness|internet|coworking|(co working)|setup|equipment|phone|education|lifestyle|health|(professional development)|monthly|annual) [office] stipend
  unless stipend ..2 intern|interns
  yes   Unlimited PTO.
  yes   A home office stipend.
  no    A stipend for travel.

rule stage/founder-writes
  gloss the founders write themselves
  cite  reader
  lean  vp +
  in    role duties about requirements preferred benefits apply
  say   (i am|i'm|i) ..2 (founder|(co founder)|cofounder|ceo|cto) (of|at|here|and|email|reach)
  say   (email|write|message|ping|dm|reach) me (at|directly|with|on)
  say   (work|working|report|reporting|pair|pairing|partner|sit|sitting) [directly|closely|next|side] [by|to] [with|to|side] ..1 (founders|(co founders)|cofounders|(founding team)|(both founders))
  say   ((two|three|both) [(technical|our)] (founders|cofounders|(co founders)))
  unless portfolio|startups|entrepreneurs|programme
  yes   You will work closely with the founders.
  yes   Email me at the address below.
  no    We help founders.

rule stage/early
  gloss says it is at an early stage
  cite  domain:89 reader
  lean  vp +
  flag  startup
  fact  stage seed
  in    role about duties benefits apply
  say   (early stage) (startup|(start up)|company|team|venture|business|environment|equity|firm|product|package|stock)
  say   (we are)|(we're) ..2 (early stage)|(early in)|(just (starting|started|launched|founded))|(a young (company|startup))
  say   (young|small|tiny|new|brand|nascent|fledgling) ..1 (startup|(start up))
  say   (founding|core|initial) team ..2 (of|is|member|members) ..1 {1..9}
  say   (true|real|rare) ..2 (ground floor)|(ground up) ..1 opportunity
  say   (on|at) the ground floor
  unless experience|worked|background|previously|investor|investors|invest|invests|fund|portfolio|customers|clients
  unless (series b)|(series c)|(series d)
  yes   An early stage startup in Madrid.
  yes   Join us on the ground floor.
  no    We invest in early stage startups.
