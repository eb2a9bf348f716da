# Is an organisation to be built, rebuilt, grown or redrawn: rules that state
# it of the job, not of the company.
family authority

# People who lead nobody, and people of any kind.
set crowd     = engineers|developers|programmers|technologists|testers|technicians|coders|devs|sres|sdets|qas|administrators|analysts|scientists|researchers|designers|architects|specialists|consultants
set folk      = people|persons|staff|fte|ftes|employees|associates|heads|pax|professionals|colleagues|members|souls|resources|headcount|specialists|individuals|(direct reports)|staffers|hires

set raises    = ~build|~create|~establish|~scale|~grow|~form|~assemble|~develop|~launch|~start|~found
set org_body  = org|organization|organisation|department|function|division|team|teams|group|practice|capability|squad|discipline|office|unit|directorate|house
set org_field = engineering|technology|technical|software|tech|development|product|r&d|it|data|platform|digital|infrastructure|cloud|ai|ml|security|qa|quality|analytics|science|research|hardware|firmware|design|delivery|enablement|commercial|sales|marketing|finance|people|operations|support|testing
set all_of    = org|organization|organisation|department|function|division|directorate

rule build/from-scratch
  gloss builds the organisation from nothing
  cite  domain:50 reader
  lean  vp +
  gate  +
  fact  build_org 1
  difference duties
  say   @raises|(stand up)|(set up)|(build out)|(build up) ..6 @org_body ..4 (from scratch)|(ground up)|(from zero)|(from nothing)|(blank sheet)|(from day one)|(zero to one)|greenfield
  say   (from scratch)|(ground up)|(from zero) ..4 @org_body
  say   ~build|~hire|~recruit|~assemble|~grow|~lead ..3 (founding [engineering|technical|software|product|data] team)|(founding engineers)|(first engineering hires)|(first technical hires)|(first engineers)
  say   (first managers)|(first leads)|(first ems)|(first directors)|(first engineers) ..4 (hires)|(hired by)|(hire)
  say   (what is now|today|currently) ..4 into [a] ..2 @org_body
  unless (first|founding engineering hire)|employee|(founding engineer)
  unless experience|previously|record|proven|background|history ..8 (scratch|(ground up))
  unless ~join|alongside|we|founder|founders ..4 (founding team)|(first engineers)|(founding engineers)
  unless @crowd|applications|services|products|systems|features|platforms|code (from scratch)|(ground up)
  yes   Build the engineering team from scratch.
  yes   Set up a data practice from the ground up.
  yes   Your first managers will be hired by you.
  no    Build services from scratch.
  no    Join our founding team.

rule build/builds-organization
  gloss builds a whole function, or doubles it
  cite  domain:50 003:34
  lean  vp +
  gate  +
  fact  build_org 1
  difference duties
  say   build|builds|establish|create|(build out)|(build up) [and] [lead|scale|manage|grow|evolve|retain] [the|our|a|an|your|its] ..2 @org_field [and] [@org_field] org|organization|organisation|department|division|directorate|function
  say   build|builds|building [and] [scale|scaling|lead|leading|grow|growing] the|our|your|a|an (org|organization|organisation|department)
  say   building [and] [scaling|leading|growing] the|our|your|a|an ..2 @org_field org|organization|organisation|department
  say   ~double|~triple|~quadruple|doubling|tripling|quadrupling ..4 @org_body|headcount|(our size)|(its size)
  say   (own|owns|owning) ..2 (engineering|technical|technology) hiring
  say   org|organization|organisation building
  say   ~double|~triple|~quadruple [the] size of
  say   ~double|~triple|~quadruple engineering|development|r&d
  say   ~build|~hire|~recruit|~assemble your own [engineering|leadership] team
  say   (build|building|built up) ..3 site|department|location|team|organization|organisation|function
  say   ~design|~assess|~reshape|~reorganize|~reorganise|~restructure ..2 (the|our [current|existing|whole] org|organization|organisation)
  say   (ramp|ramping up) [the|our|a] ..1 team|organization|centre|center|site
  unless experience|experienced|record|proven|success|ability|background|history|previously|demonstrated|years|successfully|skilled ..8 @all_of|@org_body
  unless who|has|have|helped|passionate|know|knows ..5 (built|building|build)
  unless we|we're|company|~help|~support|as|continue|continues ..3 ~build|~double|doubling|tripling
  unless (culture|processes|trust|relationships|partnerships|careers|(thought leadership)|rapport|credibility|strategy) ..4 @all_of
  unless ~build|building|establish|create ..2 (with|within|across|between)
  yes   Build and lead the engineering organization.
  yes   Double the lab's headcount by next May.
  no    Build trust with the organization.
  no    Experience in building engineering organizations.

rule build/scales-organization
  gloss scales or grows a whole function
  cite  domain:50 003:34
  lean  vp +
  gate  +
  difference duties
  say   scale|scales|grow|grows|expand|expands|evolve|shape [and] [lead|scale|manage|grow|build|evolve|retain] the|our|a|an|your|its ..2 @org_field [and] [@org_field] @all_of
  say   scaling|growing|expanding|evolving the|our|a|an|your|its ..2 @org_field [and] [@org_field] org|organization|organisation|department
  say   scale [and] [lead|manage] the|our|this org|organization|organisation|department
  unless experience|experienced|record|proven|success|ability|background|history|previously|demonstrated|years|successfully|skilled ..8 @all_of|@org_body
  unless who|has|have|helped|passionate|know|knows ..5 (scaled|grown|scaling|growing|scale)
  unless we|we're|company|fast|rapidly|ever|~help|~support|~participate|as|continue|continues ..3 ~grow|~scale|~expand
  unless grow within|in|with
  unless (culture|processes|trust|relationships|partnerships|careers|(thought leadership)) ..4 @all_of
  yes   Scale our firmware organization.
  no    Grow with the organization.
  no    Experience in scaling engineering organizations.

rule build/grows-headcount
  gloss grows the organisation from one size to another
  cite  domain:50 reader
  lean  none
  gate  +
  fact  build_org 1
  difference duties
  say   ~grow|~scale|~expand|~build|~bring|~take|~double|~increase|go|goes|growing|growth|up ..6 from {4..900} [@crowd|@folk|today|now] to [about|around|roughly|some|over|nearly|approximately] {8..3000}
  say   {4..900} [@crowd|@folk|today] to [about|around|roughly|some|over] {8..3000} [+] @crowd|@folk
  say   ~grow|~scale|~expand|~build|~double|bring ..3 (team|org|organization|organisation|department|group|centre|center|it|them|headcount|function|site) ..2 to [about|around|roughly|some|over|nearly|approximately|well] [over] {8..3000}
  say   (headcount|team|department|organization|organisation|group) ..3 (doubles|double|triples|triple|doubling)
  say   from {4..900} [@crowd|@folk] today|now to
  # A range is one number, its lower end: "from 40 to 120".
  say   ~grow|~scale|~expand|~bring|~take|~increase|~double|ramp|ramping ..3 team|org|organization|organisation|engineering|headcount|group|department|site|us|it|them|size|centre|center|function ..3 from {4..900}
  say   ~grow|~scale|~expand|~bring|~take|ramp|go|goes|going from {4..900} @crowd|@folk
  say   from (a handful)|(a few)|{2..900} ..1 [@crowd|@folk|people] to [a|an] ..2 (full|department|organization|organisation|{8..3000} @crowd|@folk|@org_body)
  say   ramp|ramping ..4 to {8..3000}
  unless revenue|users|customers|arr|$$|%|€|£|cost|costs|tps|traffic|transactions ..3 (from {4..900})
  unless {4..900} to {8..3000} ..1 %|million|countries|stores|hours|requests|tps|transactions|users|customers|days|minutes
  unless experience|record|proven|years ..8 (from {4..900})|(to {8..900})
  unless company|we|we're ..3 grown|grew|growing|went
  yes   Grow the department from 40 engineers to 90.
  yes   Bring the lab from nine people to thirty.
  yes   Grow the lab's team to some 80.
  no    Grow revenue from 40 to 90 million.
  no    We have grown from 10 to 60 people.

rule build/redraws-organization
  gloss redesigns how the organisation is set up
  cite  domain:50
  lean  vp ++
  gate  +
  fact  build_org 1
  difference duties
  say   ~redesign|~restructure|~reorganize|~reorganise|~reshape|~redraw|redrawing|~rebuild|rebuilding|~rethink|~realign|~reset|~remodel|~revamp|~reconfigure|~overhaul ..4 (org|organization|organisation|department|team|teams|group|function|division|(operating model)|(reporting lines)|(engineering|technology|it|delivery|departmental structure)|(target operating)|house|directorate)
  say   @leads|~drive|~own ..2 (organizational|organisational restructuring|redesign)
  say   @leads ..2 (organizational|organisational transformation) of
  say   ~move|~shift|~transition ..4 from project|projects|components|functional|component [teams] to ..2 product|products|value|domain
  say   ~reorganize|~reorganise|~restructure|~redesign how ..3 (work|teams|engineering|report)
  say   right people in the right (seats|roles|places)
  say   ~transform [the|our|your|a|an|its] ..1 (engineering|technology|it|testing|development|r&d) (organization|organisation|department|function|group)
  say   ~design|~define|~decide|~determine|~establish|~develop|~create|~evolve|~own|~shape|~set|~implement|~optimize ..3 (organizational|organisational|organization|organisation|org|team|departmental|reporting structure|structures|design|model|models)|(operating model)|(org chart)|(organizational design)|(organisational design)|(sourcing mix)|(staffing model)|(location strategy)
  say   (organizational|organisational|organization|organisation|org design) and|decisions|for|of|as|to
  say   (org|organization|organisation|organizational|team structure) ..1 (you|yours|needs|today)
  say   (call|say|decision|decisions on ..2 (org|organization|organisation|organizational|team structure))
  say   ~reset|~redesign|~rethink|~reshape|~redraw|~recommend|~decide|~choose [its|their|the|our] (structure|shape|layers|(reporting lines))
  say   how many layers
  say   how (it is)|(they are) structured|organised|organized
  say   ~shape|~evolve|~define|~redesign ..6 (operating model)
  say   ~decide ..1 which roles
  say   (team topology)|(team topologies)|(reorganization of)|(reorganisation of)|(restructuring of)
  say   ~own|~lead ..2 (design|redesign of [the] ..1 org|organization|organisation|department)
  say   ~evolve|~redefine|~redraw|~set ..2 (reporting lines)
  say   transition|shift|move to [a|an] product [led|centric|based|oriented] (operating model)|organization|organisation
  say   ~turn ..3 (group|team|department|function) into [a|an] ..2 org|organization|organisation|department|function|powerhouse
  say   (location|locations|sourcing|skills|footprint) [and] [partner|location|sourcing] mix
  say   ~set|~own|~decide|~define|~determine|~formulate ..3 (workforce|location|sourcing) [and] [location] strategy
  say   how [the|this|our|your|we] (department|organization|organisation|team|function|group|engineering|division) is|are|gets|(should be)|(will be) structured|organized|organised|shaped|built|staffed|(set up)
  say   (shape|layout|makeup|design|structure|structuring) of [the|your|our] (team|department|organization|organisation|function|group|division|directorate)
  say   what [the] (organization|organisation|department|group|team|function) (should look)|(needs to look)|(will look)|becomes
  say   (new|target|future) operating model
  unless knowledge|degree|experience|experienced|expertise|understanding|background|familiarity|studies|psychology ..6 (organizational|organisational|organization|org|operating)
  unless ~contribute|~support|~participate|~assist|~influence|recommendations ..5 (organizational|organisational|org|structure|design|operating)
  unless crm|sales|gtm|business operating model
  unless how revenue|sales|our
  unless ~work|~partner|~collaborate ..6 (organizational|organization|organisational)
  yes   Redesign the engineering organisation around products.
  yes   Define the organisational structure and the roles in it.
  yes   Settle how the department will be organised.
  yes   Own organisational design for the group.
  no    Knowledge of organisational design.
  no    Rebuild the billing service.

rule build/unites-teams
  gloss merges groups into one
  cite  domain:50 reader
  lean  vp +
  gate  +
  fact  build_org 1
  difference duties
  say   ~merge|merging|~unify|~consolidate|~combine|~integrate|~fold|~amalgamate|~unite|~fuse ..6 (teams|groups|departments|organizations|organisations|functions|centers|centres|units|divisions) ..3 (into|under|to|in) ..2 one|single|two
  say   ~merge|merging|~unify|~amalgamate|~unite|~fuse ..5 (teams|departments|organizations|organisations|functions|divisions)
  say   bring|bringing|pull|pulling ..4 teams|groups|departments ..1 (under one)|(together (into|under|as|in) ..1 one|single)
  say   ~integrate|integration ..2 {2..9}|acquired ..2 (teams|departments|organizations|organisations|groups)
  say   one (organization|organisation|department|team|group|function) from|(out of) {2..12}
  say   (separate|disparate|siloed|fragmented|acquired|inherited) ..2 (teams|groups|departments) ..3 into|under|together ..2 one|single
  unless ~work|~collaborate ..3 (teams|groups|departments)
  unless ~merge|merging|~consolidate|~combine|~integrate ..2 (pull request)|(pull requests)|branches|data|systems|code|sources
  unless experience|record
  unless teams tools|data
  yes   Merge four teams into a single organisation.
  yes   Bring the acquired groups under one roof.
  no    Merge pull requests of other teams.
  no    Consolidate data from three sources.

rule build/new-site
  gloss opens a site or a centre
  cite  reader domain:90
  lean  vp +
  gate  +
  fact  build_org 1
  difference duties
  say   ~open|~establish|~launch|~start|(set up)|(setting up)|(stand up)|(standing up)|~found|~seed|~build [up|out] [a|an|our|the] ..3 (development center)|(development centre)|(engineering center)|(engineering centre)|(engineering hub)|(tech hub)|(technology hub)|hub|(new site)|(second site)|(new office)|(second location)|(second office)|(second studio)|(second campus)|(test lab)|(competence center)|(competence centre)|(center of excellence)|(centre of excellence)|(capability center)|(capability centre)|gcc|(delivery center)|(delivery centre)|(nearshore ..2 (location|center|centre|team|site|hub))|(offshore center|centre|team|site|hub)|(shared services)|(r & d center|centre)
  say   (a|our second|third|new) [engineering|development|r&d|tech] (location|site|hub|centre|center)
  say   (new|second|third|another) ..1 (hub|site|campus|studio|location) (in|near|abroad|overseas)
  say   ~expand ..3 (capability|presence|team|site|footprint|office in)
  say   ~open|~seed|~establish|~launch ..3 (site|office|studio|hub|team|centre|center|lab) in
  unless we|company|has|have [have] [recently|just|proudly|also] opened|opening|launched|established
  unless proudly opened
  unless rapidly|whether|company|market
  unless @works|travel|based|join
  unless experience|record
  yes   Open a second engineering hub in Porto.
  yes   Set up a nearshore team in Sofia.
  no    We opened a new office in Leeds.
  no    Open the door to the site.

rule build/new-team
  gloss sets up a team or a function that is not there yet
  cite  reader domain:50
  lean  none
  gate  +
  fact  build_org 1
  difference duties
  say   (set up)|(setting up)|(stand up)|(standing up)|(build out)|(building out)|(spin up) [a|an|our|the|its|your|new] ..2 (team|function|organization|organisation|org|department|practice|capability|discipline|office|group|squad)
  say   ~establish|~create|~found|~form|~launch|~start|~add|~build a|an|our|its|new|your [brand] [new] [internal|dedicated|central] sre|devops|platform|data|security|qa|quality|testing|ml|ai|mobile|design|product|engineering|architecture|reliability|observability|finops|firmware|hardware|verification|identity [engineering|assurance|science] team|function|practice|department|discipline|capability|guild
  say   ~build|~create|~form|~establish|~launch|~add [a] new ..2 (team|function|group|department|practice|squad)
  say   (set up)|(setting up) ..1 teams
  say   (build out)|(ramp up)|(buildout) of [the|our|your|a] ..1 team|org|organization|organisation|function|department
  say   ~found a|an|the|your ..2 (team|office|practice|function|lab|studio)
  say   new ..3 (team|function|group|department|hub|hubs|office|practice|site|lab) ..6 (you will)|(you'll)|(to be) [have] [to] [be] found|founded|build|built|create|created|hire|hired|establish|established|start|started|(set up)|(stand up)
  say   team|function|group|department|hub|hubs|office|practice|site|lab|organization|organisation|centre|center ..8 which|that (you will)|(you'll) [have] [to] found|build|create|hire|establish|(set up)|(stand up)
  say   (start up)|(kick off) [a|our|the] new ..3 team
  say   first [{2..6}] managers|leads|ems|directors|(team leads)|engineers are|(will be) ..1 hires|yours
  say   function|team|department|organization|organisation|practice that (does not)|(doesn't)|(do not) [yet] exist
  unless experience|record|proven|background
  unless @works|~join|~support|~assist|~help|involved
  unless team strategy|members|plan
  unless business|core|key|strategic|product function
  unless we|we're|company ..3 (building|setting|standing|creating|launching)
  yes   Stand up a platform team.
  yes   Establish an SRE practice.
  yes   Create a new team for identity.
  no    Join a team that we are setting up.
  no    Set up the printer for the team.

rule build/hires-leaders
  gloss hires the layer of leaders below it
  cite  domain:49 reader
  lean  vp ++
  gate  ++
  fact  build_org 1
  difference duties
  say   ~build|~assemble|~hire|~recruit|~strengthen|~establish|~create|~grow|~deepen|~rebuild|~develop [and] [~mentor|~lead|~develop|~coach] [a|an|the|our|your|its] ..3 (leadership bench)|(bench of)|(leadership team)|(leadership layer)|(management layer)|(management team)|(layer of management|leadership|leaders|managers)|(next layer)|(leadership pipeline)|(leadership depth)|(management bench)
  say   ~hire|~recruit|~appoint [the|your|our|its|{2..9}|more] ..2 (managers|directors|leads|(heads of)|vps|ems|(engineering leaders)|(senior leaders))
  say   managers|directors|leads|ems are|(will be)|(to be) ..2 (hires|hired|hire|recruited)
  unless (hire|recruit|hiring|recruiting) ..6 (engineers|developers|ics|(individual contributors)|retain|staff|analysts|sales)
  unless experience|record|proven|ability|success|history
  unless hiring|recruiting managers|manager|leaders
  unless (plan|excited|looking to)|hard
  unless @works|~partner|~collaborate|~support ..3 (leadership|management team)
  unless (is|are|we're|we hiring|recruiting)
  unless member|part|join|sit of|our|the
  unless (account|product|project|program|sales|store|shift|office|territory|district|branch) managers|manager|leaders|leads|directors
  yes   Build a leadership bench for the years ahead.
  yes   Appoint two directors this spring.
  yes   Assemble the management layer you need.
  no    Lunch with the leadership team.
  no    Ask our hiring managers.

rule build/hiring-plan
  gloss fills many posts or runs a hiring plan
  cite  domain:47 reader
  lean  none
  gate  +
  fact  build_org 1
  difference duties
  say   ~hire|~recruit|~add|~fill|~close [the|another|roughly|about|some|a|further] [next] {3..300} [more|open|vacant|new|further|additional] ..2 (positions|vacancies|roles|seats|posts|heads|@crowd|people|@folk) ..4 this|by|before|within|until|next|(in the)|(over the)
  say   ~fill ..2 {4..300} [open|vacant|new] ..1 (positions|vacancies|roles|seats|posts)
  say   ~hire|~recruit the|your [next|first] {3..300}
  say   ~hire|~recruit ..1 (first few) ..1 @crowd
  say   ~hire|~recruit {2..300} more
  say   ~hire|~recruit {2..300} ..3 before|by|this|within ..2 (summer|spring|autumn|fall|winter|year|quarter|half|christmas|easter|end|month|months|january|march|june|july|september|december)
  say   bring|bringing {2..99} ..3 (on board)
  say   ~hire|~recruit the ..3 (we are)|(we're)|(you are)|(you're) missing
  say   (workforce|talent|location) [and] [location] strategy
  say   (talent strategy)|(workforce planning)|(workforce strategy)|(insource|insourcing|(bring ..3 in house))
  unless years|we|we're|@works|support|supports|experience
  unless hr|(human resources)|(total rewards)
  yes   Hire six more engineers before the summer.
  yes   Fill eight open positions this year.
  yes   Write the talent strategy for Asia.
  no    We hire ten people each year.
  no    Fill the form in the next two days.
