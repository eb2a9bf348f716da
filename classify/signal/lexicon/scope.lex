# How much of engineering the job holds: all of it, a slice, a few teams.
family authority

set scope_craft  = engineering|technology|technologies|tech|technical|development|(software development)|(software engineering)|(product engineering)|(product development)|programming|r&d|(r & d)|(research and development)|ict|(information technology)|(information services)|(digital and technology)|(technology and digital)|(technology and data)|hardware|(design and development)|(engineering and technology)
set scope_field  = software|hardware|firmware|mechanical|electrical|electronics|mechanics|controls|embedded|robotics|silicon|algorithms|mobile|web|backend|frontend|(back end)|(front end)|apps|app|applications|cloud|infrastructure|platform|data|security|cybersecurity|cyber|networks|qa|quality|test|testing|devops|sre|reliability|it|(internal it)|(corporate it)|(service desk)|telephony|analytics|(data science)|ml|ai|(machine learning)|validation|verification|tooling|integrations|integration|compute|storage|identity|(technical art)|(production support)|(quality assurance)
set scope_trade  = sales|marketing|finance|legal|procurement|communications|hr|(human resources)|(medical affairs)|(supply chain)|commercial|manufacturing|regulatory|enrollment|advancement|development|design|product|(data science)|analytics|data|research|brand|revenue|operations|logistics|academic|enablement|(customer success)
set scope_slice  = @slices|algorithm|algorithms|software|mlops|ci|core|protocol|perception|ledger|claims|clinical|game|gameplay|graphics|networks|architecture|design|operations|r&d|sysops|secops|it|dba|database|systems|ui|ux|client|server|services|science|engineering|development|infra
set scope_past   = experience|experienced|proven|track|history|record|background|previously|years|demonstrated|ability|skills|skill|expertise|success
set scope_touch  = ~contribute|~participate|~impact|~reach|~elevate|~influence|~help|~enable|~improve|involved|efficiency|productivity|proficient|proficiency|curiosity|curious|~join|~expand|works|work|used|toward|towards|passion|~serve|~share|~support|~provide|~expect|seeing|~see|behind|~advise|input|~partake|~guide
set scope_hold   = @leads|~own|owner|ownership|responsible|responsibility|accountable|accountability|charge|oversight|oversee|oversees|overseeing|leadership|leader|~inherit|~take|~transform|~spearhead
set scope_region = emea|apac|latam|amer|americas|europe|asia|nordics|dach|iberia|benelux|india|china|canada|mexico|brazil|australia|africa|(north america)|(north american)|(latin america)|(south america)|(asia pacific)|(middle east)|(western us)|(united states)|(east coast)|(west coast)|(northeast)|(southeast)|(midwest)
set scope_reach  = region|regions|regional|territory|territories|country|division|divisional|(business unit)|district|state
set scope_crafts = engineers|developers|programmers|technologists|scientists|analysts|designers|testers|technicians|marketers|researchers|administrators|sres|devs

rule scope/whole
  gloss holds the whole of engineering
  cite  domain:9 reader
  lean  vp ++
  gate  ++
  fact  scope whole
  say   @leads|@sets_out|accountable|responsible|responsibility|leadership|lead|leader|drive|head ..4 (entire|whole|full|overall|complete) [of|our|the|software|product|global] ..1 (engineering|technology|technical|tech|r&d|software) [and] [product] @org|team|teams|operation|operations|vision|strategy|direction|portfolio|stack|leadership
  say   all|every facets|aspects|parts|facet|aspect|side of ..2 (engineering|technology|r&d|(product and engineering))
  say   all of [@the] engineering|technology|r&d
  say   @leads|lead|responsible|responsibility|accountable ..2 all [of] [our|the] (engineering|technology|technical|development|r&d) [and] [product] @org|team|teams|operations
  say   @leads|@sets_out|responsible ..3 entire|whole (solution|product|platform|technology|software) suite|portfolio|platform|stack
  say   entire|whole|full (software|technology|tech|technical|engineering|product) organization|organisation|department|function|team
  unless lifecycle|(life cycle)|projects|initiatives|schedules
  unless @works|across|with|throughout [@the] entire|whole|all ..3 engineering
  unless collaborate|knowledge|understanding|background|experience ..6 entire|whole|all|full
  unless @scope_touch ..6 all|every|entire|whole|overall|full
  unless (overall|entire|whole) ..4 of|for|and ..2 (android|ios|team|systems|platform|sre|applications|project|projects)
  unless (entire|whole|full|overall) ..3 (team|organization|organisation) (works|is|to|with|has|move|moves)
  yes   Lead the entire engineering organization.
  yes   You are accountable for all aspects of technology.
  yes   Define the overall engineering strategy.
  no    Work across the entire engineering organization to share tools.
  no    A full stack engineer with taste.

rule scope/organization
  gloss leads the engineering organisation
  cite  domain:9
  lean  vp ++
  gate  +++
  say   @leads|@grows|~transform|~shape|~evolve|~design|~own|~mature [and] [@grows|@leads] [@the] [global|high|performing|world|class|growing|product|software|talented|strong] ..2 (engineering|technology|technical|tech|(r & d)|r&d|development) [and] [product|data|engineering|technology] organization|org|organisation|department|function
  say   @leads|@grows|~transform|~shape ..1 our|the engineering|technology|technical team|teams through|into|across|as
  say   leadership|direction|management|oversight|vision of|for|to|across [@the] ..1 (engineering|technology|technical|tech|r&d) [and] [product|data|engineering] organization|org|organisation|department|function
  unless part|member of
  unless @works with
  unless within [@the] ..3 organization|org|department
  yes   Build and lead the engineering organization.
  yes   Provide leadership for our technology function.
  no    Be a part of the engineering organization.
  no    You work within the engineering department.

rule scope/top-seat
  gloss the most senior engineering leader of the company
  cite  reader domain:9
  lean  vp +++
  gate  +
  fact  scope whole
  say   (senior most)|(most senior)|top|highest|(highest ranking)|sole|(number one)|principal ..1 (engineering|technology|technical|tech|software) executive|leader|authority|officer|person|lead|leadership|voice|role|position|post|seat|hire|appointment
  say   serve|serves|serving|act|acts|acting|role as|of [@the] ..1 head of engineering|technology
  say   ~head [up] [all|our|the] engineering
  say   ~take over|responsibility ..3 engineering from
  unless @works|report|reports|reporting|with|of [the] head
  unless authority on|in projects
  yes   You are the most senior engineering leader in the company.
  yes   Serve as head of engineering and grow the team.
  no    Work with the head of engineering.

rule scope/product-and-engineering
  gloss holds product and engineering both
  cite  reader domain:87
  lean  vp ++
  gate  +
  say   @leads|@grows|leadership|strategy|own|owns|oversight|executive|across ..4 (product|(product management)|it) and|& (engineering|technology|development) [teams|organization|functions|function|strategy|roadmap|team]
  say   @leads|@grows|leadership|own|owns ..4 (engineering|technology) and|& (product|(product management)|it|operations) [teams|organization|functions|function|strategy|team]
  say   product|technology and|& engineering organization|organizations|functions|executive|leader
  unless @works|with|between|~coordinate|partnership|collaboration ..4 product
  unless partnerships
  yes   Lead the product and engineering functions.
  yes   You own engineering and IT.
  no    Work with product and engineering to plan.
  no    Liaise between product and engineering.

rule scope/many-functions
  gloss oversees several functions of engineering
  cite  domain:87 003:29
  lean  vp ++
  say   @leads|~span|spanning|including ..3 engineering|development|technology|software ..1 @functions ..1 @functions ..1 and|& ..1 @functions
  say   @leads|~own|responsible|responsibility|accountable [for] [our|the|all] [enterprise|software|product|it|cloud|quality] @functions ..1 @functions ..1 and|& ..1 @functions
  say   @leads|~own (software development)|(software engineering) ..1 @functions ..1 and|& ..1 @functions
  say   @leads|~span|spanning ..3 teams|functions|organization across|spanning|including ..2 @functions ..1 @functions ..1 and|& ..1 @functions
  say   @functions ..2 @functions ..3 report|reports|reporting [directly] [in|up] to|into you|(this role)|(this position)|(the role)
  say   multiple|several|all|different|various engineering|technical|technology functions|disciplines|departments
  unless @works|~align|~partner [closely] with
  yes   Oversee engineering, QA, DevOps and support.
  yes   QA, DevOps and security report to you.
  yes   You are responsible for infrastructure, security, and IT.
  no    Partner with engineering, product and data teams.

rule scope/company-wide
  gloss a company-wide mandate
  cite  domain:9
  lean  vp +
  say   (company wide)|companywide|(enterprise wide)|(organization wide)|(org wide)|(organisation wide)|(business wide)|enterprisewide
  say   across|throughout [@the] entire|whole company|business|enterprise|organization|organisation
  say   (company level)|(enterprise level) ..1 strategy|technical|decisions|goals|priorities|conversations|initiatives|roadmap
  unless bonus|benefits|holiday|holidays|stipend|applications|software|product|products|solutions|shutdown|events
  yes   Lead company-wide technology change.
  no    We have a company-wide holiday bonus.

rule scope/global
  gloss a global or multi-site organisation
  cite  domain:90
  lean  vp +
  say   @leads|@grows ..3 @reach ..3 engineering|technology|development|technical @org
  say   global|international|worldwide engineering|technology|development organization|organizations|function|capability|teams
  say   organization|teams across|in multiple|several|different countries|regions|continents|sites|geographies
  yes   Lead a global engineering organization.
  no    We are a global leader in shipping.

rule scope/slice
  gloss leads one named slice of engineering
  cite  domain:88 domain:10
  lean  director ++
  gate  +
  say   @leads|@grows|~own|~join [@the] ..2 @slices [and|&] [@slices] [engineering|development] team|teams|group|groups|squad|squads|pod|area|domain
  say   (responsible|responsibility|accountable) for [@the] ..2 @slices [and] [@slices] [engineering] team|teams|group|area|domain
  say   (team|teams|group) responsible for ..6 @slices
  say   @leads ..4 team|teams|group [that|who|which] [is|are] responsible|building|managing|covering|supporting|developing|focused|working|builds|build|owns|powers|own
  unless product and|& engineering
  unless software|technical|development or|and application|applications|product|data team|teams
  unless @works with
  yes   Lead the payments platform team.
  yes   You are responsible for the mobile engineering group.
  yes   Run teams that build our editor.
  no    Work with the platform team.
  no    Years of managing software or application teams.

rule scope/slice-engineering
  gloss leads platform, data, quality or another single discipline
  cite  domain:88
  lean  director +
  gate  ++
  say   @leads|@grows|head|leader|leadership|function|discipline ..4 (platform|infrastructure|mobile|(front end)|frontend|(back end)|backend|data|security|quality|reliability|analytics|firmware|embedded|hardware|cloud|network|(machine learning)|ml|(site reliability)|automation|(developer experience)|(developer productivity)|systems|integration|test|validation|web|ui) [software] engineering
  say   mobile|platform|data|infrastructure|quality|reliability|security|cloud|firmware|network engineering [and] [operations] team|teams|group|director|leader
  unless @works with
  yes   Lead data engineering for our lending products.
  yes   Grow the reliability engineering group.
  no    Work with data engineering.

rule scope/area
  gloss one product area, domain or product line
  cite  domain:8 domain:10
  lean  director ++
  say   @leads|~own|responsible|charge|oversight|oversee|overseeing|scope|ownership ..5 product|business|functional|technical|feature|critical area|areas|line|lines|domain|domains|vertical|verticals|track|stream|streams|pillar
  say   your|their|assigned area|areas|domain|domains|portfolio|pillar
  say   an|one area|vertical|domain of|within [@the] product|business|platform|company
  say   within your|their area|domain|scope|org|portfolio
  say   portfolio of ..2 products|applications|services|projects|systems
  yes   You own one product area from plan to launch.
  yes   Keep quality high within your domain.
  no    The office is in a quiet area.

rule scope/several-teams
  gloss leads several teams
  cite  000:40 domain:8
  lean  director ++
  gate  ++
  say   @leads|@grows|leadership|leader ..4 multiple|several|various|(a number of)|numerous|{2..9} [cross|functional|software|engineering|agile|scrum|development|product|distributed|technical|talented|feature|of] ..2 teams|squads|pods|groups
  say   leader|manager of [multiple|several] [engineering|software|scrum] teams
  say   across multiple|several [engineering|product|development|software|agile|scrum|technical] teams|squads
  unless @works|~collaborate|~coordinate with
  unless influence
  yes   Lead several product teams.
  yes   Manage four scrum teams in two cities.
  no    Collaborate with several teams.

rule scope/within
  gloss part of a larger engineering organisation
  cite  domain:10 reader
  lean  director ++
  say   within [@the] ..2 (engineering|technology|technical|product|platform|it|r&d|software|development) [and] [product] organization|org|department|division|group|function
  say   part|member|members of [@the] [broader|larger|wider|global|senior|core] ..2 (engineering|technology|product|platform|technical|development|software) [and] [product] organization|org|department|group|division|team|leadership
  say   other|fellow|peer engineering|technology|development|software directors|managers|leaders|teams|leads
  say   (other|fellow|peer|sister) directors
  say   your|the (part|corner|side|piece) of the ..2 org|organization|business
  unless executive|senior leadership team
  unless all|entire
  yes   You join a group of leaders within the engineering organization.
  yes   Align your plans with other directors.
  no    Join the executive leadership team of the company.

rule scope/department
  gloss holds the department
  cite  003:14
  lean  none
  gate  +
  say   engineering|technology|development|software department|departments
  yes   Run the engineering department.
  no    A department store with history.

rule scope/peers-vp
  gloss peers are vice presidents or heads of functions
  cite  domain:36 reader
  lean  vp ++
  say   fellow|peer|other|alongside|(peer to|of) [@the] ..2 vps|(vice presidents)|executives|(c level)|(department heads)|(heads of)|(functional heads)
  say   peer|peers|counterpart|counterparts|alongside|partner|partners|partnering|colleague|(work with)|(working with) [are|to|of|with|in] [closely] [with] [@the] ..2 (head of|(vp of)|vp) (product|design|sales|marketing|operations|data|people|finance|customer) 
  say   peer|peers to|of|with [@the] ..2 @chiefs
  unless account|sales executives
  unless report|reports|reporting
  yes   Your peers are the head of product and the head of sales.
  yes   Fellow executives rely on your judgement.
  no    You report to the VP of Product.

rule scope/stakeholders-local
  gloss works with managers, product owners and other teams
  cite  003:18 003:50 domain:74
  lean  director ++
  difference meetings
  say   @works ..3 with ..4 (product owner|owners)|(product managers)|(project managers)|(program managers)|(scrum masters)|(product manager)|(project manager)|(technical program managers)|tpms
  say   @works ..3 with [other] ..1 teams
  yes   Work hand in hand with two product managers.
  no    Work with executives of our clients.

rule scope/all-of-it
  gloss the whole of technology is this job's
  cite  domain:9 reader
  lean  vp ++
  gate  ++
  fact  scope whole
  say   @scope_hold ..4 (all [of] [@the] [product|software|global|company|our] @scope_craft functions|disciplines|departments|teams|matters|operations|staff|facets|efforts|resources|personnel)|(all|every|complete|entire|whole|full ..1 facets|breadth|side|aspects ..2 engineering|technology|technologies|tech|technical|r&d|(r & d))|((all things (tech|technical|technology|engineering))|(everything (technical|(tech related)|(technology related)|(from architecture to))))|((whole|entire|complete|full) [@the] (tech|technical|technology|engineering|development|r&d|(product engineering)|(software engineering)) side|organization|organisation|org|department|function|team|group|stack|house|estate|roadmap)|((whole|entirety|entire) of [@the] [product|software] (engineering|technology|development|r&d))|((all|complete|entire|whole) [of] [@the] ((product engineering)|(software engineering)|(product development)|r&d|(it and engineering)|(engineering and it)|(information and digital technology)|(digital technology)|(information technology)))|((engineering|technology|r&d|it|ict|digital) [function|functions|operations] of|for|at|throughout [@the] (whole|entire|complete) (company|group|firm|business|organisation|organization|institution|university|trust|council|bank|enterprise))|((group|company|firm|enterprise|corporation) wide (engineering|technology|it|ict|digital|r&d) [function|organisation|organization|operations|department|team])
  say   (autonomously|singlehandedly|solely) ..3 all technical facets
  say   (everything|anything) (technical|(from architecture to)|(with a plug)|(with a screen)|(that runs on)) ..3
  say   (whole|entire|complete|full) [@the] (tech|technical|technology|engineering|development|r&d) side|organization|organisation|org|department|function|team|group ..4 (sits|reports|rolls|yours|(under you)|(looks to)|answers)
  say   ((look after)|(looks after)|(looking after)|(lead)|(leads)|(run)|(runs)) ..3 (technical|tech|technology) side of [@the] (company|business|house|firm|studio|agency)
  say   (whole|entire|all) ..1 (development|engineering|technology) of [@the] company|firm|business|house|studio
  say   @scope_craft in its|their entirety|(full breadth)|breadth
  say   own|owning|owns [@the] entire|whole stack
  say   (all|complete|entire|whole) [of] [@the] (software engineering)|(product engineering)|engineering|technology|r&d ..6 ((will be)|falls|comes|sits|sit) ..2 (under|with|yours|(this role)|you|your)
  say   (all|every) dev|engineering|development|scrum|product teams|squads|pods ..3 report|reports|roll|yours|under|answer
  say   (lead|leads|run|runs) all dev|engineering|development|product teams
  say   {4..} (engineers|eng|developers|devs|people|technologists) [and] all [of] [them] yours
  say   ((lead)|(leads)|(run)|(in our)|(bring out)) ..6 (engineering|technology|tech|development) (department|organisation|organization) of {5..}
  say   (engineering|technology|tech) (looks|look|answers|rolls|reports) [up] to you|(this role)|(the role)
  say   (engineering|technology|tech) ..1 (for|across) ..1 ((whole group)|(entire group)|(all companies)|(all subsidiaries)|(all brands)|(whole company)|(entire company)|(whole business)|({3..20} companies)|({3..20} operating companies)|({3..20} subsidiaries)|({3..20} brands))
  say   buck stops with you
  say   (mechanical|electrical|hardware|electronics) ..4 (firmware|software) ..6 (all|every) ..2 (disciplines|trades|crafts)
  say   (all|every) ..1 (engineering|technical) (discipline|disciplines) ..3 (report|reports|yours|company|under)
  say   (executive|top|overall|single|sole) (owner|responsibility|lead|accountability|leadership) (of|for) [@the] (engineering|technology|r&d|it|ict|digital)
  say   engineering's|technology's [only|sole|single] (voice|representative) ..2 (board|table|committee|team)
  say   (represent|represents|speak|speaks|voice) ..2 (engineering|technology|r&d) ..2 (on|at|in) [@the] ..1 (executive|management|leadership) (team|committee|board|table)
  say   ((end to end)|overall|full|complete) (charge|responsibility|ownership|accountability) ..2 (technology|engineering|tech|r&d) function|vertical|organization|organisation|department|operations|team
  say   (take|takes|taking|bring|bringing) [our|the] (engineering|tech|technology|development) (org|organization|organisation|team|function|department) to [the|its] next level|stage|chapter|phase
  unless @scope_touch|@works|across|knowledge|understanding|experience ..3 all|entire|every|whole|full|complete
  unless aspects of software development|engineering
  unless (that of)|required|(responsible ai)
  unless (core of)|lifecycle|(life cycle)
  unless team has|is|are ..4 responsibility|responsible
  yes   You take charge of the whole tech side of the business.
  yes   Lead all engineering functions of the company.
  yes   You will own the entire technology stack.
  yes   All of software engineering comes under this role.
  no    You collaborate with all engineering teams.
  no    Knowledge of all technical matters around invoicing.
  no    Contribute to all aspects of our engineering culture.

rule scope/every-engineer
  gloss everyone who builds the product belongs to this job
  cite  domain:9 reader
  lean  vp ++
  gate  ++
  fact  scope whole
  say   everyone|everybody|anyone|anybody|(all those)|(all people) who|that [@the] writes|write|builds|build|ships|codes|programs|makes|develops|designs|tests [tests|runs|ships|or|and] ..4 software|product|products|code|systems|platform
  say   every|each engineer|developer|programmer|technologist|squad|pod|(dev team)|(engineering team) ..1 in|at|across [@the] company|business|firm|studio|group
  say   {10..} people|staff|colleagues|technologists|engineers|developers who|that build|write|make|develop|design|test [test|run|and] ..3 software|product|products|platform
  say   all {4..} [of] [@the] [software] @scope_crafts ..4 yours|(your team)|report|reports|reporting
  say   all|every [of] [our|the] engineers|developers|programmers|pods|squads ..6 report|reports|roll|rolls|answer|answers|look|looks ..1 to|into|up
  say   (entire|whole|complete) [@the] {5..} [person|strong|people] (engineering|technology|tech|development|technical) team|organization|organisation|department|group
  unless works|work|partner with
  unless @scope_reach
  unless (we are)|(team of) ..3 {10..}
  yes   You lead everyone who writes, tests or runs our software.
  yes   All our engineers will report to you.
  no    Every engineer owns quality.
  no    Work with everyone who builds the product.

rule scope/takes-over-from-founder
  gloss takes engineering over from a founder or the CEO
  cite  reader domain:89
  lean  vp +++
  gate  +
  fact  scope whole
  say   (take|takes|taking) ..4 (engineering|technology|tech|technical|development|team) ..4 (off|from) ..3 @ceo|@cto
  say   founder|founders|cofounder|ceo|cto ..6 (has|have) been|(so far)|(until now)|(till now)|(to date)|(up to now) ..2 running|leading|managing|(looking after)|heading ..3 engineering|technology|tech|development|product
  say   technical cofounder|(co founder)|founder ..4 (moving|stepping|transitioning|leaving|retiring|shifting|wants)
  say   (hand|handing|hands) over ..2 (engineering|technology|tech|development)
  say   replace|succeed|succeeds|replacing|succeeding [@the|my] [outgoing|current|retiring|founding|technical|first] cto|(head of engineering)|(vp of engineering)|(vp engineering)|(technical co founder)|(technical cofounder)
  yes   You will take engineering over from our founder.
  yes   Our CTO has been running engineering and wants to write code again.
  no    The founder codes every day.

rule scope/first-engineering-leader
  gloss the first or only leader of engineering
  cite  domain:89 reader
  lean  vp +++
  gate  +
  fact  scope whole
  say   (first|founding|sole|only) [(non founder)|nonfounder|dedicated|senior|full|time|real|professional] (engineering|technology|technical|tech|software|it) leader|executive|head|leadership|(hire who leads)
  say   (join|joining|come|become|role) ..4 technical (cofounder|(co founder)|founder)
  say   (join|joining|become|as|seeking|need|role|want|visionary) ..4 cto and|& (cofounder|(co founder))
  say   sole responsibility for [@the] ..1 (engineering|technology|development|software|it)
  say   sole|single|ultimate|overall owner|responsibility|accountability|responsible|accountable of|for [@the] ..1 (engineering|technology|technical|tech|software) [strategy|vision|organization|function|team|direction|department|side|operations|leadership]
  say   ~build ..2 (engineering|technology|tech|technical|development) (team|department|function|organization|organisation|org|group) from [the] scratch|ground|zero
  say   ~build ..2 founding|first|initial (engineering|technical|tech|development) team
  unless reports|reporting|report|support|with ..1 technical
  unless design|designs|projects|(first line)|(ai first)|include|includes
  yes   We look for our first non-founder engineering leader.
  yes   You would build the engineering team from scratch.
  no    The first engineering team in the programme was small.
  no    Report to the technical co-founder.

rule scope/company-direction
  gloss sets the company's technology direction
  cite  domain:9 domain:62
  lean  vp ++
  gate  +
  fact  scope whole
  say   (company's|(company wide)|companywide|(organization wide)|(company level)|(business wide)) [overall|global|entire] (technology|technical|engineering|tech|r&d) strategy|vision|direction|roadmap|agenda
  say   (engineering|technology|technical) [strategy|roadmap|direction|decisions] at [the|a] (company level)|(corporate level)
  say   (engineering|technology|technical|tech) (strategy|vision|direction|roadmap) of|for [@the] (whole|entire) [@company]
  say   (engineering|technology|technical|tech) (strategy|vision|direction|roadmap) of|for [@the] company|firm|studio|startup
  say   own|owning|set|setting|lead|leading|drive|driving|define|pioneer|pioneering|shape ..1 [our|the] [overall|entire|end|long|term] (technical|technology|engineering) vision|strategy|direction ..2 (end to end)|(as we scale)
  say   own|owns|owning ..1 (engineering|technical|technology) (strategy|vision) and execution
  say   own|owns|owning ..1 (end to end) (technical|technology|engineering) (strategy|vision|roadmap)
  say   (development and execution)|(development and implementation) of [@the] ..2 technology|technical|engineering vision|strategy
  unless @works|~align|~contribute|~support|~influence|~inform|~advise|input|accordance|understanding ..6 company|corporate|technology|technical|tech|engineering
  unless (aligned with)|(alignment with)|(in line with)
  unless security|data|marketing|test|platform strategy|vision|roadmap
  yes   You set the company's technology strategy.
  yes   Own the technical vision end to end.
  no    Align your team with the company's technology strategy.

rule scope/grow-from-to
  gloss grows engineering from one size to another
  cite  domain:8 domain:47
  lean  vp ++
  gate  ++
  fact  scope whole
  say   (grow|scale|build|take|expand|growing|scaling) [out|up] ..1 (engineering|technology|tech|technical|development|r&d) ..1 [team|organization|organisation|org|department|function] ..3 from ..3 {2..}
  say   (double|triple|quadruple) ..1 [size of] ..1 (engineering|tech|technology|technical|development) team|organization|organisation|org|department|headcount
  say   {5..} engineers|developers|people ..3 (today|now|currently) ..6 {10..} ..3 (by|within|(next year)|(in two years)|(in a year))
  unless experience|proven|track|history|previously|(you have)|(you've)
  unless (we're)|(we are)|(we have)|likely|poised|last
  yes   Scale the engineering organization from 20 to 60.
  yes   Double our engineering team within a year.
  no    Experience growing an engineering team from 5 to 30.

rule scope/leads-engineering-of-company
  gloss leads the engineering organisation, not a part of it
  cite  domain:9
  lean  vp ++
  gate  ++
  fact  scope whole
  say   (@leads|~scale|~transform|~own) [and] [@leads|@grows|~scale|~transform] [our|the|a] [global|distributed|entire|whole|growing|world|high|small|talented] [class|performing|performance|growing] (engineering|technology|technical|tech|development|r&d|(software engineering)) (organization|organisation|org|department|function)
  say   (represent|represents|(accountable for)|(responsible for)|(in charge of)|(direction for)|(owner of)) [our|the] [global|entire|whole] (engineering|technology|technical|tech|r&d) (organization|organisation|org|department|function|teams)
  unless @scope_past ..4 @leads|@grows|~scale|responsible
  in    role duties about
  unless with|part|member|parts|within|support|across [of] [@the] engineering|technology|technical
  unless organization|organisation|org|department|function for|of|behind|within|responsible|supporting|through|that
  unless multiple|several|other
  unless division|vertical|portfolio|(business unit)|segment|site|centre|region|domain|area
  unless @cio|officer|who|team ..2 leads|manages|oversees|runs
  unless join|rapidly|fast|quickly ..3 scaling
  yes   You lead our engineering organization and report to the founder.
  yes   You represent the engineering function in the management team.
  no    Experience leading an engineering organization.
  no    Lead the engineering organization for our lending division.

rule scope/list-of-crafts
  gloss a list of all the crafts of engineering
  cite  domain:87 003:29
  lean  vp +
  fact  scope whole
  say   (@leads|~own|responsible|responsibility|accountable|charge|oversight|spanning|includes|include|areas|inherit|scope) ..3 @scope_field [engineering|development] [@scope_field] [engineering|development] @scope_field [engineering|development] and|& [internal|corporate|production] (it|qa|support|security|data|devops|(service desk)|(quality assurance)|(internal it)|(data science)|cybersecurity|(production support)|infrastructure) [teams|functions|operations]
  say   @scope_hold ..4 (software|hardware) [development|engineering] (hardware|firmware|mechanical|electronics|electrical|algorithms|data|qa|it) [engineering|science] @scope_field [@scope_field] and|& (@scope_field)
  say   @scope_hold ..4 (mechanical|electrical|electronics|hardware) (electrical|firmware|electronics|controls|mechanical|embedded) [@scope_field] [@scope_field] and|& (software|(software engineering)|(software development)|(embedded software)|firmware)
  say   (software|engineering|development) [@scope_field] [@scope_field] (qa|devops|security|data|hardware|infrastructure|support|it|(quality assurance)) and|& (it|qa|support|security|data|devops|hardware|firmware|(data science)|(quality assurance)|operations) ..6 (report|reports|reporting|yours|(under you)|(your responsibility)|(roll up)|(rolls up))
  unless knowledge|experience|@works|familiarity|understanding|background|skills|tools|technologies|partner|stakeholders
  unless team|teams ..2 responsible
  unless leading advocate|provider|edge
  yes   You are responsible for software, hardware, data and IT.
  no    Knowledge of cloud, data, security and DevOps.

rule scope/whole-of-a-function
  gloss holds the whole of another function
  cite  reader domain:9
  lean  vp +
  gate  -
  fact  scope whole
  say   (@leads|responsible|responsibility|accountable|leadership) ..3 (all|every|entire|whole) [of] [@the] (sales|marketing|legal|procurement|communications|finance|hr|fundraising|academic|research|commercial) [and|&] [marketing|sales|communications|operations|services|policy] (activities|efforts|functions|function|operations|organization|organisation|department|programs|engine|matters|team)
  say   all aspects|facets of ..2 (company's|organization's|university's|college's|firm's) ..3 (function|sales|marketing|operations|network|program|legal|finance)
  say   (entire|whole|overall|complete|full) ..1 (@scope_trade) [and|&] [@scope_trade] (function|organization|organisation|department|motion|engine)
  say   @scope_hold|@sets_out ..4 (company's|organization's|firm's|university's|college's|foundation's|(company wide)|(enterprise wide)) ..1 (@scope_trade) [and|&] [@scope_trade] (strategy|function|functions|department|organization|efforts|activities|program|operations)
  say   ((overall leadership)|(executive leadership)|(strategic leadership)|(enterprise leadership)) for|of|to [@the] ..1 (@scope_trade) [and|&] [@scope_trade] (function|department|organization|strategy)
  say   (lead|leads|manage|manages|direct|directs|oversee|oversees|head) [@the] (research|data|sales|marketing|procurement|finance|communications|legal|analytics|fundraising|targeting) [and|&] [targeting|analytics|data|marketing|sales|technology|research|communications] department
  say   chief (academic|development|marketing|commercial|revenue|financial|legal|people|advancement|communications) officer of [@the]
  say   (@leads|~own|responsible|accountable|~oversee) ..1 (all|entire|full|whole) ..1 (sales|revenue|marketing|commercial|enablement|gtm|(go to market)) (motion|engine|function|organization|strategy|lifecycle)
  say   (lead|leads|set|sets|own|owns|drive|drives|develop|develops|execute|setting|executing) ..4 (enterprise|company|firm|(organization wide)|corporate) [wide] (data|ai|analytics|(artificial intelligence)|marketing|brand|communications|talent) ..2 (strategy|agenda)
  say   (senior most|(most senior)|top|chief) (marketing|sales|commercial|data|legal|finance|product|hr|people|medical|academic) (leader|executive|officer|voice|staff)
  say   (first|sole|founding) (sales|marketing|data|product|finance|legal|people|hr|communications|design) (leader|executive|head)
  unless engineering|software|agile|@works|~assist|report|reports|@scope_touch|experience
  unless region|regional|territory|division|brand|segment
  yes   Lead the entire sales function of the company.
  yes   Direct the research department.
  no    Support all marketing activities.
  no    Lead the sales function for one region.

rule scope/division
  gloss a division, a business unit or a large named organisation
  cite  domain:10 domain:87 reader
  lean  none
  fact  scope division
  say   (@leads|leadership|leader|head|responsible|accountable|own|owns) ..4 (for|of|across) [@the] ..4 (division|(business unit)|(business segment)|(business group)|(line of business)|directorate|(business area)|(product division))
  say   (@leads|~scale|~build|leadership|~transform) [and] [@grows|@leads|~scale] [@the] ..2 (platform|infrastructure|cloud|mobile|security|reliability|hardware|firmware|embedded|silicon|payments|marketplace|core|forward|applied|foundations|enterprise|corporate|applications|application|(machine learning)|ml|consumer|commerce|network|networking|production|ads|search|offensive|quality|devices|identity) [platform|systems|infrastructure|quality|applications|data] [and|&] [(data)|services|ai|platform] [engineering|development|software|science] (organization|organisation|org|division|directorate)
  say   (divisional|(business unit)|segment) (cto|cio|(technology leader)|(engineering leader)|engineering|technology|president|leadership)
  say   (@leads|~run|~direct) your (division|(business unit)|directorate)
  say   (@leads|~direct|~own) ..3 (directorate|(business line)|(product group)|(engineering group)|(product family)|vertical) of|for|with|comprising|spanning
  say   {50..900} (person|people|strong|engineer) [global|engineering|technology|software|cross|functional|multi] [global|engineering|technology|site] (organization|organisation|org|department|division|group|function|centre|center)
  say   ({3..20}|several|multiple|critical|key) product|business [areas|lines|groups|units|families|domains] (that|which) [together] (form|make|are)
  unless @works|report|reports|reporting|stakeholders|support|supports|member|part|join|across|customers|clients|between ..6 division|(business unit)|(business segment)|(line of business)|directorate|organization|org
  unless @scope_past ..6 @leads|@grows|leadership|organization|org|division
  unless engineer for|in|within the
  unless (under the)|join|joining|rapidly
  yes   Lead the platform engineering organization.
  yes   Technology leadership for the insurance division.
  yes   You run a 140-person engineering organization.
  no    Report to the head of the division.
  no    Partner with each business unit.

rule scope/site
  gloss leads a site or a country
  cite  domain:92 reader
  lean  none
  fact  scope division
  say   (site|centre|center|hub|office|campus|country|location) (lead|leader|head|leadership) [role|for|of|in|at|responsibility]
  say   (@leads|head|leadership|responsible|charge|leader|~build) ..4 (engineering|development|technology|design|r&d|tech|delivery|capability|innovation) (centre|center|hub|site|office|campus)
  say   ((global capability)|(offshore development)|(global delivery)) (centre|center|hub)
  say   {30..} (engineers|developers|technologists|people|staff) in ..1 (our|the) ..2 (centre|center|hub|office|site|campus)
  unless @works|report|visit|near|from|support|fundraising|campaign|(on site)|supply
  unless data|contact|call|medical|distribution|operations|fulfillment center|centre|centers|centres
  unless center|centre|centers of excellence
  yes   You act as site lead for our office in Pune.
  yes   Lead the development centre in Gdansk.
  no    Work with the site lead in Pune.

rule scope/region
  gloss leads the teams of a region or a territory
  cite  domain:10 domain:92
  lean  none
  gate  -
  fact  scope division
  in    role duties
  say   (@leads|responsible|accountable|leadership|direction) ..4 (sales|commercial|field|marketing|operations|account|service|retail|store) ..1 (teams|team|organization|leaders|managers|efforts|operations|execution) ..3 (across|throughout|for|in|within) ..2 (@scope_region|region|regions|territory|territories|states|country)
  say   your|their|assigned|given (region|regions|territory|district) ..3 (teams|managers|leaders|p&l|budget|operations|associates)
  say   (@leads|~develop|responsible) ..2 (regional|area|district) (sales|marketing|operations|commercial|business|general) (teams|leaders|managers|directors|organization|organisation)
  say   (@leads|leadership|leader|direction) ..3 (our|the|my) (east|west|western|eastern|northern|southern|central|northeast|southeast|midwest|north|south|(north america)|(north american)|emea|apac|latam) [sales|commercial] (region|division|territory|organization|business|team|teams)
  say   (p & l)|p&l ..4 (region|country|territory|division|(business unit))
  unless individual|quota|prospect|prospecting|report|reports|reporting|partner|collaborate|support|supports
  unless engineers|developers|education|training|the|our leading
  yes   You lead sales teams across the North America region.
  yes   Answer for your region's budget.
  no    Support teams across the region.

rule scope/multiple-teams
  gloss leads several teams
  cite  000:40 domain:8
  lean  director ++
  gate  ++
  fact  scope teams
  in    role duties about
  say   (@leads|~guide|~direct|~own|~mentor|responsible|responsibility|accountable|accountability|leadership|management) [and|for|of|over] [@leads|@grows|~guide] [@the|up] (multiple|several|numerous|various|{2..9}) [to|{2..12}] ..4 teams|squads|pods|tribes
  say   (across|over|of|with) (multiple|several|{2..9}) [to|{2..12}] [cross|functional|software|engineering|agile|scrum|development|product|distributed|delivery] teams|squads|pods ..3 (under|reporting|you|your|managed|led)
  say   {2..9} (squads|pods|(scrum teams)|(agile teams)|(engineering teams)|(product teams)|(delivery teams)|(development teams)|(feature teams)|(cross functional teams)) (with|each|led|under|reporting)
  say   team of teams
  say   {2..12} teams of {2..15}
  say   (spans|spanning|comprises|comprising|covers|covering|contains|includes|have|has|having|own|owning|with|shape) ..2 {2..12} ..3 teams|squads|pods ..2 (of|each|with|led|through|in|who|that|reporting|{6..})
  say   (vision|execution|leadership|accountability|(people management)) ..3 across (multiple|several|{2..12}|all|both) ..2 (teams|squads|pods)
  say   (@leads|~head|responsible|charge) ..3 (handful|cluster|pair|group|set|number|portfolio) of ..3 (teams|squads|pods)
  say   (@leads|~head|~run|lead) ..2 tribe|(value stream)|(value streams)|tribes
  say   (two|three|four|both) of (our|the) ..2 (teams|squads|titles|pods)
  say   (through|via|(by means of)|with) {2..9} ((engineering managers)|(team leads)|(tech leads)|managers|leads|(team leaders)|(delivery managers)|(section heads))
  say   (your|the|these|all) (teams|squads|pods) (under you)|(you lead)|(you manage)|(reporting to you)|(in your)
  say   (organization|org|group|area|portfolio) of (teams|squads|pods)
  say   (@leads|~mentor|~coach) [and|@leads|@grows] [@the] [team] (managers|(team leads)|(tech leads)|(engineering managers)) ..6 (teams|squads|pods)
  unless @works|~coordinate|~influence|liaise|between|among ..5 teams|squads|pods
  unless @scope_past ..4 @leads|@grows|with|across|multiple|several|{1..}
  unless (projects|initiatives|work|problems|relationships) ..3 multiple|several teams
  unless collaborate|work|partner|coordinate|releases|shared|timelines ..8 teams|squads
  yes   You lead four engineering teams.
  yes   Manage multiple product teams through their managers.
  no    Collaborate across multiple teams.
  no    Experience with 3 scrum teams.

rule scope/named-teams
  gloss leads two or three named teams
  cite  domain:10 domain:88
  lean  director ++
  gate  +
  fact  scope teams
  in    role duties about
  say   (@leads|~build|~grow|~scale|~mentor|responsible|accountable|oversight) ..2 (@scope_slice) [(@scope_slice)] and|& (@scope_slice) [(@scope_slice)] [(@scope_slice)] teams|squads|groups|pods
  say   (@leads|~build|~grow|~scale|~mentor|responsible|accountable) ..2 (@scope_slice) [(@scope_slice)] (@scope_slice) [(@scope_slice)] and|& (@scope_slice) [(@scope_slice)] teams|squads|groups|pods
  say   (@leads|~build|~grow|~scale|~mentor|responsible) ..2 both ..3 (and) ..3 teams|squads|groups
  say   @leads [the|our] (@slices) [engineering|development|platform] teams
  unless @works|(head of) ..5 teams|groups|squads
  unless software|development|test|testing teams
  unless @scope_past ..4 @leads|@grows
  unless product|tech|team|engineering leads
  yes   Lead the data and ML engineering teams.
  yes   You run the payments and billing teams.
  no    Collaborate with the data and ML teams.

rule scope/one-team
  gloss leads one team
  cite  reader domain:8
  lean  director +
  fact  scope team
  in    role duties about
  say   (@leads|~mentor|~guide|~coach|~supervise) [and|or] [@leads|@grows|~mentor|~guide] (a|the|our) [small|growing|talented|new|nimble|dynamic|skilled|focused|diverse|strong|high|performing|cross|functional|distributed|remote|lean|tight|knit] ..2 (team|squad|pod|group) of ..3 @scope_crafts
  say   (@leads|~mentor|~guide|~coach) [and|or] [@leads|@grows] (a|our|one) ..2 (small|nimble|lean|compact) ..3 (team|squad|pod)
  say   team of [about|around|roughly|up|to|approximately] {2..12} [to|{3..15}] [talented|skilled|highly|backend|software|senior|full|stack|data] (@scope_crafts|people|(direct reports)|staff|reports)
  say   (@leads|~mentor|~guide) {3..9} [to] [{4..12}] [talented|skilled|backend|software|senior|full|stack|data] (engineers|developers|analysts|designers|scientists)
  say   (@leads) one of [our|the] ..3 teams|squads|pods
  say   {2..12} (direct reports)
  say   ((line manage)|(line managing)|(line managed)) {2..12} [talented|backend|software|senior|full|stack|data] (engineers|developers|analysts|people|testers|technicians|staff)
  say   your team of {2..14}
  say   (lead|head|leader|manager) of a ..3 (team|squad|pod) of {2..14}
  say   (scrum team)|squad|pod of {3..12}
  say   (@leads|~join) [@the] (@slices) [engineering|development] team (responsible|that|which|who|building|of)
  unless multiple|several|teams|managers|directors
  unless @scope_past ..4 @leads|~mentor|~guide|~coach
  yes   Lead a small team of engineers.
  yes   You manage a team of 6 developers.
  no    Lead a team of engineering managers.
  no    Experience leading a team of engineers.

rule scope/no-team
  gloss leads nobody, a single contributor
  cite  reader 000:14
  lean  none
  gate  --
  fact  scope none
  say   individual contributor|ic (role|position|seat|job|track|level|capacity)
  say   (no|without) [any|formal|current] (direct reports)|(line management)|(people management)|(management responsibility)|(management responsibilities)|(supervisory responsibilities)|(supervisory responsibility)|(reports)
  say   (not) [a|an] [people] (management|managerial|supervisory|manager) (role|position|job)
  say   staff level (builder|engineer|contributor)
  keep  negated
  unless transition|transitioning|former|years|both|managers|manager
  unless grow|mentor|manage|lead|leads|manages|coach individual
  yes   This is an individual contributor role.
  yes   A role without direct reports.
  no    Mentor individual contributors on the platform team.

rule scope/engineering-teams
  gloss leads engineering teams, in the plural
  cite  domain:8
  lean  director +
  gate  +
  in    role duties about
  say   (@leads) [and] [@grows|@leads] [@the] [high|performing|talented|strong|world|class|global|our|caliber] [(@slices)|software|(full stack)|product] (engineering|development|engineers|software) teams [building|responsible|that|who|for|in|working|focused|across]
  unless @works ..5 teams
  unless @scope_past ..4 @leads|@grows
  unless best practices
  yes   You lead and grow engineering teams in two places.
  no    Collaborate with the development teams.

rule scope/one-of-several
  gloss one of several such leaders, the others lead the rest
  cite  domain:10 reader
  lean  director +
  gate  +
  fact  scope division
  say   one of {2..9} [sister|peer|engineering|equal] (groups|divisions|organisations|organizations|(peer groups)|leaders|directors|heads|posts|positions|vps|roles|towers|verticals) ..2 (reporting|report|in|under|within|who|that|into)
  say   sister (group|groups|division|divisions|directorate|directorates)
  say   {1..9} (peers|colleagues|counterparts|siblings) ..4 (lead|leads|run|runs|look|looks|head|heads|hold|cover) (other|the|security|data|platform|infrastructure|product|mobile|applications|after)
  say   (data|security|platform|infrastructure|mobile|applications|product|hardware|firmware|it|devops|qa) (has|have) (its|their|a) own (leader|leaders|head|heads|lead)
  say   (data|security|platform|infrastructure|mobile|applications|hardware|firmware|it|devops|qa|architecture) ..2 (sits|sit|are|is) (elsewhere|(outside your)|separate|(with a colleague)|(with another)|(run separately)|(led separately))
  say   (outside|(not part of)|(not in)|beyond) your (remit|scope|area|line)
  say   ((your counterpart)|(your counterparts)|(colleagues at your level)|(peers at your level)|(leaders at your level)) ..2 (in|at|for|lead|leads|look|run|runs|who)
  say   (other|second) half of engineering|technology|(the team)
  say   (lead|leads|run|cover) the (rest|part|remainder) of engineering|technology
  say   (separate|neighbouring|neighboring|parallel) (group|groups|organization|organisations|organizations|divisions|directorates) ..3 (under|reporting|led|with)
  unless account|sales|client|customers
  unless companies|startups|product|design|designers
  yes   Platform is one of four groups reporting to the CTO.
  yes   Your counterparts in Data and Mobile sit next to you.
  yes   Security and data have their own leader.
  no    One of three teams in sales.

rule scope/discipline-across
  gloss one discipline across all products or the whole group
  cite  domain:88 domain:10
  lean  none
  gate  +
  fact  scope division
  say   (quality|(quality engineering)|security|(security engineering)|reliability|sre|infrastructure|(data engineering)|firmware|(product security)|(test engineering)|(platform engineering)|(developer experience)|(network engineering)|(user experience)) across [all|the|our|every] ..2 (products|markets|portfolio|families|lines|brands|channels|regions|(product lines)|estate|programs|programmes|sites)
  say   (enterprise|group|global|corporate) ((quality engineering)|(platform engineering)|(infrastructure engineering)|(data engineering)|(security engineering)|(cloud engineering)|(application development)) (function|organization|organisation|team|strategy|leader|capability|roadmap)
  say   (charge|leadership|responsible|accountable|owner) ..2 (infrastructure|networks|network|cloud|compute|(data centres)|(data centers)|(service desk)|terminals) (storage|network|compute|cloud|networks|databases|(service desk)|(end user computing)|middleware|databases|gateway) ..3 (and|&)
  unless experience|knowledge|understanding|@works|ensure|ensuring|maintain
  unless team|teams ..2 responsible|(enterprise security engineering team)
  yes   You lead security engineering across all markets.
  yes   Responsible for cloud, networks, databases and SRE.
  no    Ensure quality across all products.

rule scope/the-engineering-team
  gloss leads the engineering team, as if there were one
  cite  domain:9 reader
  lean  none
  gate  ++
  in    role duties about
  say   (@leads|~own) [and] [@leads|@grows|~scale] (our|the) [growing|entire|global|talented|whole|small|distributed|remote|in|house] [house] (engineering|technology|tech|development|technical|r&d|(product engineering)|(software engineering)|(software development)) team
  say   (@grows|~scale|~double) [and] [@leads|@grows|~scale] (our|the) [growing|entire|global|talented|whole|small|distributed|remote] (engineering|technology|tech|technical|r&d) team
  unless @scope_past ..4 @leads|@grows
  unless @works ..4 team
  unless team lead|leads
  yes   You lead and grow our engineering team.
  no    Work with the engineering team.
