# How much of engineering the job holds: all of it, a slice, a few teams.
family authority

rule scope/whole
  gloss holds the whole of engineering
  cite  domain:9 reader
  lean  vp ++
  gate  ++
  say   @leads|@sets_out|accountable|responsible|responsibility|leadership|lead|leader|drive|head ..4 (entire|whole|full|overall|complete) [of|our|the|software|product|global] ..1 (engineering|technology|technical|tech|r&d|software) [and] [product] @org|team|teams|operation|operations|vision|strategy|direction|portfolio|stack|leadership
  say   all|every facets|aspects|parts|facet|aspect|side of ..2 (engineering|technology|r&d|(product and engineering))
  say   all of [@the] engineering|technology|r&d
  say   @leads|lead|responsible|responsibility|accountable ..2 all [of] [our|the] (engineering|technology|technical|development|r&d) [and] [product] @org|team|teams|operations
  say   @leads|@sets_out|responsible ..3 entire|whole (solution|product|platform|technology|software) suite|portfolio|platform|stack
  say   entire|whole|full (software|technology|tech|technical|engineering|product) organization|organisation|department|function|team
  unless lifecycle|(life cycle)|projects|initiatives|schedules
  unless @works|across|with|throughout [@the] entire|whole|all ..3 engineering
  unless collaborate|knowledge|understanding|background|experience ..6 entire|whole|all|full
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
  say   (senior most)|(most senior)|top|highest|(highest ranking)|sole|(number one)|principal ..1 (engineering|technology|technical|tech|software) executive|leader|authority|officer|person|lead|leadership|voice
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
