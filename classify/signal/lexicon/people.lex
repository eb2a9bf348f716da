# What stands below the job: titled leaders, engineering managers, or engineers.
family authority

# What a number of people is told of: "a group of 40"; crowd and folk are sets of build.lex.
set bodies    = team|organization|organisation|org|department|division|group|function|unit|workforce|centre|center|practice|squad|crew|staff|directorate|office|site|house
set looks_to  = (report|reports|reporting|answer|answers|answering [directly|straight|in|up|back|functionally] [in|up] to|into you|((this|the|that [successful] role|position|post|job|incumbent|office|seat|postholder|jobholder|candidate|holder)))|(look|looks|looking to you)|(work|works|working|sit|sits|sitting for|under|beneath|below you|(this|the role|position|post))|(are|is yours|(your [direct] (reports|team|staff)))|((will|would|to) be yours)|(rely|relies on you)|(under|beneath|below|behind you)
set directs   = ~manage|~lead|~coach|~mentor|~develop|~grow|~supervise|~support|~hire|~recruit|~guide|~appraise|~oversee|~direct|~inspire|~empower|~evaluate|~promote|~inherit|~appoint|~challenge
set made_of   = including|comprising|includes|comprises|(consists of)|(consisting of)|(made up of)|(composed of)|(consist of)
set by_way    = through|via|(by way of)|(by means of)
set lone_managers = product|project|program|programme|account|accounts|hiring|channel|territory|case|office|property|category|relationship|success|community|release|portfolio|change|brand|event|store|campaign|stakeholder|customer|partner|alliance|contract|facilities|password|package|care|partnership|partnerships|volunteer|vendor|supplier|asset|fund|risk

rule people/directors
  gloss manages directors, heads of or managers of managers
  cite  domain:5 domain:92
  lean  vp +++
  gate  ++
  fact  below directors
  say   @leads|@grows|~promote|~guide ..3 directors
  unless expect|expects
  say   directors and their teams|managers
  say   @directors ..3 report|reports|reporting [in|up|directly] to you|(this role)|(the role)
  say   ~hire|~recruit|~manage ..3 (heads of)
  say   @leads|~mentor ..4 vps|(vice presidents)
  say   manager|leader of directors
  say   @directors|(heads of) ..3 beneath|below|under you
  say   @leads|~mentor|~coach|~develop ..2 managers of managers
  say   managers of managers ..3 report|reports|reporting [in|up|directly] to you|(this role)
  say   (direct reports) ..3 @directors
  unless board of directors
  unless hire|hiring|recruiting ..2 multiple|several|two|new directors
  unless @works|with|peer|peers|alongside|fellow ..4 @directors
  unless report|reports|reporting to|into ..4 @directors
  unless (art|creative|medical|clinical|funeral|sales|marketing|account|managing|executive|program) @directors
  unless lead|leads director|directors
  unless (is|are|we're hiring)|volunteer|deputy|stakeholders|(e.g)
  yes   Manage and mentor directors across three regions.
  yes   Your direct reports are two directors and a principal engineer.
  yes   Directors beneath you run the groups.
  yes   You will be leading managers of managers.
  no    Serve on the board of directors.
  no    Work with the directors of product and design.
  no    Maintain Active Directory.

rule people/engineering-managers
  gloss manages engineering managers
  cite  domain:4 000:61
  lean  director ++
  gate  +++
  fact  below managers
  say   @leads|@grows|~support|~guide ..5 engineering|development|software|technical|delivery|eng|em managers
  say   @leads|@grows|~support|~guide ..4 ems
  say   engineering|development|software|delivery managers ..3 report|reports|reporting [in|up|directly] to you|(this role)
  say   through [a] [layer] [of] ..2 engineering managers
  say   {2..12} engineering managers
  unless @works with
  unless hiring managers
  unless no|into [engineering] managers
  yes   Coach engineering managers and help them grow.
  yes   You will lead 4 to 6 engineering managers.
  no    Work with engineering managers and designers.
  no    Talk to our hiring managers about the plan.

rule people/managers-of-managers
  gloss a manager of managers
  cite  domain:4 000:61
  lean  director ++
  gate  +++
  in    role duties about other
  fact  below managers
  say   manager of managers
  say   ~manage|~lead|~supervise|~coach [other|people|a|team] [of] managers
  say   second line manager|management
  # Those who lead managers of managers lead directors by another name.
  unless managers of managers
  unless experience|experienced|background|record|years ..8 managers|manager
  unless product|project|program|account|store|district|branch|case|office|sales|property managers
  yes   You are a manager of managers here.
  yes   Comfortable managing managers in a remote setting.
  no    You will be leading managers of managers.
  no    Experience in managing managers.
  no    Managing product managers is part of the work.

rule people/team-leads
  gloss supervises team leads directly
  cite  003:21 domain:6
  lean  director ++
  gate  +
  say   @leads|@grows|~support ..4 team|tech|technical|engineering|development|squad leads
  say   direct [line] management|supervision [responsibility] of|to|for
  say   line management|manager
  say   through|via [your|our|their] [team|tech|technical] leads
  say   (team leads)|(tech leads)|leads [are] (in place)
  say   @grows|@leads ..3 staff|principal|lead|senior engineers
  unless (senior engineering leaders)
  unless @works with
  unless @leads|@grows ..3 engineering leaders
  yes   Supervise our team leads and set their goals.
  yes   Mentor tech leads as they learn to plan.
  no    Work with the team leads of marketing.

rule people/engineering-leaders
  gloss develops engineering leaders
  cite  domain:49 reader
  lean  vp +
  gate  ++
  say   @grows|@leads ..4 [senior] engineering|technology|technical leaders
  say   @grows|@leads|~develop ..3 senior|strong|future leaders
  say   developing [a] leaders
  unless @works with
  unless (team|tech|technical) leaders
  yes   Hire and develop engineering leaders who outgrow you.
  yes   Track record of coaching senior leaders.
  no    Work with engineering leaders in other regions.

rule people/leadership-bench
  gloss builds the leadership team or a bench of leaders
  cite  domain:49
  lean  vp +++
  gate  +
  say   leadership|management|talent|succession bench|pipeline
  say   bench of ..2 leaders|managers|talent
  say   @grows|~assemble|~strengthen|~evolve ..4 (engineering|technology|technical|product) leadership [team|bench|capability]
  say   @grows|~assemble|~strengthen ..3 [senior] (leadership team)
  say   succession planning|plans|plan
  unless @works with
  unless your|demonstrated|proven|provide|technical [engineering] leadership
  yes   Build a strong leadership bench.
  yes   Assemble the engineering leadership team over the next year.
  yes   Own succession planning.
  no    Work with the engineering leadership team on hiring.
  no    Show leadership in meetings.

rule people/leads-a-team
  gloss leads a team of engineers
  cite  domain:6 reader
  lean  director ++
  gate  ++
  fact  below ics
  say   @leads|@grows ..1 a|our|your|the ..4 team|teams of ..6 @ics
  say   @leads|@grows [and|or|@grows|@leads] a|our|your|the team to
  say   @leads|@grows a|our|your|the ..2 team of {n}
  unless team of ..4 leaders|managers|directors
  unless we|we're|are ..2 scaling|growing|building|expanding
  unless experience|experienced|ability|record|proven|desire ..2 (in|of|to|as) [@leads] [and] leading|lead|managing|building
  unless experience|experienced leading|mentoring
  yes   Lead a gifted team of two dozen engineers.
  yes   Manage a growing team of 12 people.
  no    Join a team of engineers who love to teach.
  no    Lead a team of engineering managers.

rule people/small-team
  gloss a team of fewer than ten engineers
  cite  domain:6 reader
  lean  director ++
  gate  -
  fact  below ics
  say   team|group|squad of [about|around|roughly|up] [to] {2..9} ..3 @ics|people|members|reports
  say   {2..9} [direct|software|talented] @engineers
  say   small [but] ..2 team of ..2 @ics
  say   @leads|@grows ..1 [a] small ..2 team|teams|group
  unless years|year
  yes   Lead a team of 6 developers.
  yes   You manage a small team and still ship.
  no    An organization of 200 engineers.
  no    Needs 5 years as an engineer.

rule people/team-of-tens
  gloss 10 to 49 people
  cite  domain:11
  lean  director +
  gate  ++
  fact  size
  say   {10..49} [software|talented|full|time|r&d] @engineers|(engineering team)|(person team)|(person engineering)|(direct reports)|(technical resources)
  say   @leads|@grows|~lead ..3 team|teams|organization|org|group|department|organisation of ..3 {10..49}
  say   {2..9} teams ..1 {10..49} people|@ics
  say   teams of ..2 {10..49} people|members|engineers|developers|resources
  say   {10..49} people|person ..2 team|teams|organization|department
  unless years|year|days|months|weeks|hours
  yes   Manage 25 to 30 engineers.
  yes   Lead a team of around 35.
  no    Ten years of engineering experience.
  no    Ship within 30 days.

rule people/fifty-to-99
  gloss 50 to 99 people
  cite  domain:12 reader
  lean  vp +
  gate  +
  fact  size
  say   {50..99} [or] [more] [person|people|software] @engineers|(engineering team)|(engineering organization)|staff
  say   team|teams|organization|organizations|org|orgs|group|department|organisation of [about|around|roughly|over|up|more|at] [to|than|least] {50..99}
  unless years|year|days
  yes   Lead an organization of 60+.
  yes   Grow from 50 to 80 engineers.
  no    Manage 20 engineers.

rule people/hundreds
  gloss an organisation of a hundred people or more
  cite  domain:12
  lean  vp ++
  gate  +
  fact  size
  say   {100..3000} [software] @engineers|(person engineering)|(person global)|(person technology)|(person organization)|(engineering team)
  say   @leads|@grows|leading|experience ..3 team|teams|organization|organizations|org|orgs|department|organisation of ..3 {100..3000}
  say   ~scale|~grow ..5 (engineering|technology|team|organization|org|department|teams) ..2 from {30..3000}
  unless employs|employ|join|joining|headquartered
  unless years|customers|users|fortune|revenue|arr
  yes   Run an engineering organization of 150.
  yes   Grow the department from 80 to 240.
  no    Join 300 employees across the globe.

rule people/one-on-ones
  gloss one-to-ones with the engineers
  cite  domain:52 reader
  lean  director ++
  difference meetings
  say   {1..1} {1..1} meetings|meeting|s
  say   one on one|ones
  say   {1..1} on {1..1}
  say   1:1s|1:1
  yes   Hold weekly one-on-ones with each engineer.
  no    One team on one mission.

rule people/performance-of-individuals
  gloss reviews the performance of individuals
  cite  003:14 domain:52
  lean  director +
  gate  +
  difference duties
  say   ~conduct|~write|~deliver|~perform|~complete|~give|~provide ..4 performance reviews|appraisals|evaluations|assessments|feedback
  say   performance reviews|appraisals|evaluations
  say   ~measure|~evaluate|~assess|~monitor|~appraise ..3 individual|employee|staff|member's [performance|success|progress]
  say   disciplinary|discipline action|actions|issues|matters
  yes   Conduct performance reviews twice a year.
  no    Measure the performance of the index.

rule people/careers-of-engineers
  gloss grows the careers of individual engineers
  cite  003:21 domain:52
  lean  director ++
  difference duties
  say   ~mentor|~coach|~guide|~train|~support|~teach ..3 engineers|developers
  say   ~mentor|~coach|~train|~guide [and] ..2 (junior|senior|mid|level) [level] engineers|developers|members|talent|staff
  say   career|professional growth|development|plans|paths|path|goals [of|for] [@the] ..2 (team members)|engineers|developers
  say   career|professional growth|development of [@the] ..2 (team members)|engineers|individuals
  unless ~mentor|~coach|~guide|~support ..3 engineering managers
  yes   Mentor developers at every stage.
  yes   Support the career development of engineers.
  no    Coach engineering managers.

rule people/hires-engineers
  gloss hires engineers for the team
  cite  domain:48
  lean  director ++
  gate  +
  difference duties
  say   ~hire|~recruit|~interview|~onboard|~attract ..5 engineers|developers|candidates|(team members)
  say   ~interview|~screen ..2 candidates|applicants
  say   ~conduct|~participate|~run|~lead ..3 interviews|interviewing
  say   recruiting|hiring|recruitment for your|the|their|own team|teams
  yes   Interview candidates for the payments team.
  no    Interview customers about their needs.

rule people/talent-strategy
  gloss sets the talent or workforce strategy
  cite  domain:47 domain:51
  lean  vp ++
  gate  +
  difference duties
  say   talent|hiring|workforce|people|staffing|headcount|recruiting strategy|strategies
  say   workforce planning
  say   headcount|hiring planning|plan|plans|roadmap
  say   @sets_out|~implement|experience ..5 compensation|leveling|levelling|career philosophy|framework|frameworks|ladder|ladders|bands
  unless @works with
  unless attached|pay|salary
  yes   Write the talent strategy for all of R&D.
  yes   Define the levelling framework.
  no    Our pay follows our compensation philosophy.

rule people/culture
  gloss shapes the culture of the whole department
  cite  domain:51
  lean  vp +
  difference duties
  say   ~build|~shape|~define|~drive|~foster|~champion|~set|~create ..4 (engineering|company|organizational|technology|technical) culture
  say   culture across|throughout [@the] ..2 organization|org|company|department|function|engineering
  yes   Shape the engineering culture for the years ahead.
  no    We love our culture of lunch.

rule people/contractors
  gloss manages contractors, onshore and offshore staff
  cite  reader
  lean  director +
  say   onshore|offshore|nearshore|(off shore)|(on shore)|(near shore)
  say   @leads|~engage ..4 contractors|consultants|vendors|freelancers
  yes   Lead offshore developers in two cities.
  no    Sail a boat off the coast.

rule people/manager-experience
  gloss asks for some years managing engineers
  cite  domain:79 reader
  lean  director ++
  gate  +++
  difference career
  say   {2..9} [or] [more] years|year [of] ..4 ~manage|~lead|leadership|management ..5 (engineering|development|software|technical) teams|team|engineers
  say   {2..9} [or] [more] years|year [of] ..3 managing [software] engineers|managers|developers|teams
  yes   Six years of leading software teams through growth.
  no    5+ years of experience selling to teams.

rule people/led-organizations
  gloss asks for having led whole engineering organisations
  cite  domain:79 reader
  lean  vp ++
  gate  +++
  difference career
  in    requirements preferred role duties about other
  say   leading|managing|scaling|scaled|led|managed|ran|building|built|growing|grown|run [and] [leading|managing|scaling|growing] ..3 [large|global|high] ..2 (engineering|technology|technical|software|product) [and] [product|engineering|development] organizations|orgs|organization|org|organisations|departments|functions
  yes   Experience scaling engineering organizations through rapid growth.
  no    Experience scaling engineering systems.

rule people/directors-report
  gloss directors, vice presidents or heads report to it
  cite  domain:5 domain:92
  lean  vp +++
  gate  ++
  fact  below directors
  say   {2..15} ..2 directors
  say   {2..15} ..1 (vice presidents)|vps|svps|(department heads)|(division heads)|(heads of)|(functional heads)
  say   {1..3} director and|plus|or|& {1..20} ..1 managers
  say   your [own|{2..15}|several|direct] [engineering|regional|senior|functional|technical|delivery|it] directors|vps
  say   directors|vps|(vice presidents)|(heads of ..3) ..3 @looks_to
  say   (director level)|(vp level) leaders|managers|reports|staff|people|talent|leader
  say   (vp|(vice president)|head|director of) ..4 (reports|reporting to you)|(as your [direct] (team|reports|report))|((are|is) your [direct] (team|reports|report))
  say   (direct reports)|(positions supervised)|(direct supervision)|(your direct team) ..6 (director|vp|head of)
  say   directors|vps|(vice presidents) ..6 (are|is) ..2 (core of)|(your team)|(your direct)|(your reports)
  say   @directs ..3 (heads of)|(department heads)|(division heads)|(unit heads)
  say   manages|supervises|(line manages) the (head of)|(heads of)|(director of)|(directors of)|(vp of)
  say   (reports|reporting into this) ..5 director
  say   ~inherit ..5 directors|vps
  say   pair|couple|handful|trio of ..1 directors|vps
  say   @by_way|under ..3 directors|vps|(vice presidents)
  say   team|bench|layer|staff|cadre|group|tier|leaders of ..3 directors|vps|(vice presidents)
  say   @made_of ..4 directors|vps|(vice presidents)
  say   (direct reports)|(direct span)|(direct team)|(your reports)|(span of control)|(reporting to you) ..6 directors|vps|(vice presidents)|(heads of)
  say   directors and|or|& [their|senior|sr|engineering] [engineering] managers
  say   managers and|or|& [senior|engineering|technical|associate] directors
  say   @directs ..2 (senior|sr|associate|engineering|regional|technical|delivery|it directors)|(vice presidents)|vps
  say   (one on ones)|(one to ones)|1:1s with ..3 directors
  unless board|council|committee of ..2 directors
  unless board members|directors
  unless non executive|exec directors
  unless ~work|~partner|~collaborate|~liaise|~align|~meet|~interface|~communicate|~interact ..2 with ..5 directors|vps|(vice presidents)|(heads of)
  unless peer|peers|alongside|fellow|other|among|amongst|join|sister|(one of)|between|to|with|our ..3 directors|vps|(vice presidents)|(heads of)
  unless report|reports|reporting|answer|answers|presentations ..3 (to|into) ..4 directors|vps|(vice presidents)|(heads of)
  unless stakeholders|clients|customers|influence ..5 directors|vps|(vice presidents)
  unless art|creative|medical|clinical|funeral|managing|executive|program|programme|active|film|music|school|campaign|company|account directors
  yes   Three directors report to the role.
  yes   You inherit two directors and a group of architects.
  yes   Run the division through your engineering directors.
  yes   Heads of engineering in two countries answer to you.
  yes   One director and four managers make up the group.
  no    One of four directors in the region.
  no    Present to the board of directors.
  no    Partner with two directors of product.

rule people/managers-report
  gloss managers report to it
  cite  domain:4 000:61
  lean  director ++
  gate  +++
  fact  below managers
  say   {2..20} ..2 managers
  say   {2..20} ..1 ems|sdms|(people leaders)|(people managers)|(section heads)|(section leaders)|(group leaders)|(group product managers)|(practice leads)
  say   managers|ems|(people leaders)|(section heads) ..6 @looks_to
  say   ~set ..2 goals|objectives for ..2 managers
  say   (engineering manager)|(development manager)|(delivery manager)|(software manager)|(test manager) ..3 @looks_to
  say   your [own|{2..20}|direct|senior|line|delivery|engineering] managers
  say   managers [that|who|whom] you ~lead|~manage|~coach|~inherit|~hire|~grow
  say   pair|couple|handful|trio of ..1 managers|ems
  say   (supervise|supervises|supervising|oversees a|an|one) ..3 manager
  say   each|every ..4 has|with|under|(led by)|(run by)|(headed by)|(managed by) [its|their|a|an] [own] [engineering|line|people|delivery|section|software|development|group] manager
  say   ~inherit ..5 managers
  say   (direct reports)|(direct span)|(direct team)|(your reports)|(span of control)|(reporting to you)|supervises ..6 managers|ems
  unless @lone_managers [success] managers
  unless ~work|~partner|~collaborate|~liaise|~align|~interface|~interact ..2 with ..3 managers|ems
  unless peer|peers|alongside|fellow|other|among|amongst|sister|(one of)|between|join ..3 managers|ems
  unless report|reports|reporting|answer ..3 (to|into) ..4 managers|manager
  unless into|no managers
  unless years
  yes   Four delivery managers work for you.
  yes   Five section heads answer to the post.
  yes   Each tribe is run by an engineering manager.
  yes   Your direct reports: six managers and one architect.
  yes   You inherit a couple of good managers.
  no    You are one of four managers.
  no    Work with three product managers.
  no    Report to one of two managers.

rule people/through-managers
  gloss leads engineers through their managers
  cite  domain:4 domain:6
  lean  director ++
  gate  +++
  fact  below managers
  say   @by_way ..3 managers|ems|(people leaders)
  say   @bodies|teams|layer|bench|tier|cadre of ..3 managers|ems|(people leaders)|(people managers)
  say   managers and|&|or [senior|sr|lead|key|other|their] [software|senior] (individual contributors)|ics|engineers|developers|(staff engineers)|(principal engineers)|(tech leads)|(team leads)|(technical leads)|technologists|architects|principals|(their teams)|(their staff)|(their people)
  say   engineers|ics|(individual contributors)|developers|scientists|analysts|(tech leads)|(team leads) and|&|plus|to [up] [emerging|new|their|engineering|people|line|other|first|outstanding] [line] managers|ems|(people leaders)
  say   @made_of ..3 managers|ems|(people leaders)
  say   (multi layered)|(multi level)|(multi tier)|(multi tiered)|(multiple layers)|(two layers)|(several layers)|(layer of) [of] ..1 team|teams|org|organization|organisation|management|leadership
  unless @lone_managers [success] managers
  unless ~work|~partner|~collaborate|~liaise|~align|~interface|~interact|~engage ..2 with ..8 managers|ems
  unless peer|peers|alongside|fellow|other|among|amongst|between|from|across|join ..3 managers
  unless report|reports|reporting|answer ..3 (to|into) ..4 managers|manager
  unless recommendations|communicate|presentations|influence|stakeholders|interviews
  yes   Lead some forty engineers by way of their managers.
  yes   Grow managers and staff engineers alike.
  yes   The group spans several layers of management.
  no    Collaborate with managers and engineers.
  no    Lead a crew of product managers.

rule people/manages-managers
  gloss coaches and develops managers
  cite  domain:4 000:61
  lean  director ++
  gate  ++
  fact  below managers
  say   @directs ..2 [engineering|software|line|senior|people|development|regional|first] [line] managers|ems|(people leaders)
  say   @directs ..3 (first line)|(front line)|frontline|emerging|aspiring|new|future|middle managers|supervisors
  say   @directs ..3 (first line)|(front line)|frontline leaders
  say   @directs ..2 (senior leaders)|(people leaders)|(people managers)
  say   (leader of leaders)|(leaders of leaders)|(leading leaders)|(managing leaders)|(manage leaders)|(manage other leaders)
  say   managing|managed|manage|manages|leading|led [other|people|software|engineering|sales|line|several|multiple|many] managers
  say   guidance|coaching|mentoring|mentorship|development|leadership|support|direction for|of|to ..2 (people managers)|(engineering managers)|(line managers)|(development managers)|(first line managers)
  say   (second line|level leadership|leader)
  unless @lone_managers [success] managers
  unless into managers
  unless team|tech|technical|the|their|our|{2..20} leads ..3 managers
  unless ~work|~partner|~collaborate|~liaise|~align|~interface|~interact ..2 with ..5 managers|leaders
  unless support|supports|supporting ..2 (senior leaders)|managers
  unless report|reports|reporting|answer ..3 (to|into) ..4 managers|manager
  unless clients|customers|stakeholders
  yes   Coach first-line managers through their hardest talks.
  yes   Ideally someone who has managed managers on two continents.
  yes   Be a leader of leaders.
  no    Support hiring managers.
  no    Develop product managers.

rule people/leads-report
  gloss team leads or supervisors report to it
  cite  003:21 domain:6
  lean  director ++
  gate  +
  fact  below leads
  say   {2..12} ..1 [team|tech|technical|engineering|squad|group|discipline|shift|chapter|section|module|area|stream] leads|(team leaders)|(group leads)|(section leads)|(squad leaders)|(lead engineers)|(lead developers)|(lead programmers)|(lead architects)|supervisors|foremen|teamleads
  say   each|every ..4 has|have|with|under|(led by)|(headed by)|(run by) [its|their|a|an|one] [own] (tech lead)|(team lead)|(technical lead)|(team leader)|(lead engineer)|supervisor|lead
  say   @bodies|teams|engineers|developers|people under ..3 leads|supervisors|(team leaders)|(lead engineers)
  say   (team leads)|(tech leads)|(technical leads)|(team leaders)|(squad leads)|(chapter leads)|(lead engineers)|tls|supervisors ..3 @looks_to
  say   (team lead)|(tech lead)|(lead engineer) ..1 reports|((reports|reporting) to you)
  say   (line management)|supervision|coaching|mentoring of ..1 (tech leads)|(team leads)|(team leaders)|(squad leads)
  say   {2..9} tls
  say   your (tech lead)|(team lead)|(technical lead)
  say   @by_way ..2 leads|supervisors|(team leaders)
  say   (reporting to you)|(you have)|(you'll have)|(you will have) ..4 (team leads)|(tech leads)|leads|supervisors|(team leaders)
  say   @bodies of ..2 (lead engineers)|leads|supervisors|(team leaders)
  say   leaders and|& [software] engineers|developers|(individual contributors)|ics
  say   engineers|developers|(individual contributors) and|& leaders
  say   @bodies|teams of [engineering|technical|software|sales] leaders
  say   pair|couple|handful|trio of ..1 leads
  say   leads and|&|plus [their|senior|staff] [software] engineers|developers|teams|testers
  say   engineers|developers and|&|plus [tech|team|technical|engineering|emerging|their] leads|(team leaders)|(technical leaders)
  say   @directs ..3 (tech leads)|(team leads)|(technical leads)|(team leaders)|(squad leads)|(engineering leads)|(technical leaders)|supervisors
  say   your [own|{2..12}|three|tech|team|technical] (team leads)|(tech leads)|leads|(team leaders)
  say   (direct reports) ..5 leads|(team leads)|supervisors
  unless sales|qualified|inbound|marketing|new|generate|generating|generation|warm|outbound|customer|potential leads
  unless ~work|~partner|~collaborate|~liaise|~align|~interface|~interact ..2 with ..5 leads|leaders|supervisors
  unless peer|peers|alongside|fellow|other|among|between|(one of) ..3 leads|leaders
  unless who|that|which|it|he|she leads
  unless managers|directors
  unless years
  unless ability to (coach|manage|lead|mentor)
  unless (hand in hand)|(technical direction)|(track record)
  yes   Two team leads and their testers are yours.
  yes   Supervisors of both shifts answer to you.
  yes   Four tech leads work for you.
  no    Work with two tech leads from other groups.
  no    Generate three sales leads a day.

rule people/individuals-report
  gloss engineers report to it directly
  cite  domain:6 reader
  lean  director +
  gate  +
  fact  below ics
  say   @directs ..3 team|group|squad|staff|crew|pod|unit of ..4 @crowd|@folk
  say   supervise|supervises|supervising|supervised ..2 [{1..12}] @crowd|staff|employees|interns|associates|(team members)
  say   manage|manages|managing [and] [@directs] [a|the|our|your] ..2 @crowd
  say   {2..12} (direct reports)
  say   have|has|with {2..12} reports
  say   supervision of ..3 @crowd|staff|interns|technicians
  say   (people manager|leader|management) for|of ..3 team|@crowd
  say   @crowd|(individual contributors) ..3 @looks_to
  say   (line manager) (of|to|for) ..3 @crowd|people
  say   supervise|supervises|supervising [and] [@directs] [and] [@directs] staff|employees|(team members)
  say   (look after)|(looks after)|(looking after)|(take care of)|(takes care of) ..2 {2..15} ..2 @crowd|@folk
  say   manage|manages|managing|supervise|supervising|lead|leading [and] [@directs] a|the|our|your small ..2 team
  say   {2..12} ..2 @engineers ..3 @looks_to
  unless managers|directors|leads|tls|(senior leaders)|supervisors|heads|teams
  unless join|member|(part of)
  unless with|alongside|other ..2 @crowd
  unless years
  unless experience|experienced|ability|record|proven|desire ..2 (in|of|to|as) [@leads] [and] leading|lead|managing|building
  unless experience|experienced leading|mentoring
  yes   Manage a close-knit team of five testers.
  yes   Supervise two analysts.
  yes   Seven engineers report to you.
  no    Join a team of five testers.
  no    Lead teams of engineers through managers.

rule people/one-team-of-its-own
  gloss leads a team of engineers itself
  cite  domain:6 reader
  lean  director +
  gate  +
  fact  below ics
  say   coach|coaching [and] [@directs] [a|an|the|our|your] ..2 (engineering|development|data|software|qa|testing) team
  say   manage|manages|managing|lead|leads|leading|supervise|supervising|build|grow|scale [and] [@directs] [and] [@directs] [a|an|the|our|your] ..2 (engineering|development|dev|software|data|analytics|qa|testing|devops|sre|it|technical|technology|science|research|design) team
  say   coach|coaching|manage|managing|grow|growing|hire|hiring [and] [@directs] ..2 @crowd|staff ..2 (on|in|within [@the] team)
  say   ~coach|~grow|~manage|~supervise [and] [@directs] [@the] {2..14} ..2 @crowd
  say   {2..14} ..2 @crowd needs|need|want|wants a (manager|lead|leader|boss)
  say   (leader|manager|lead|leadership of|for) [a|an|our|the] ..3 team of ..4 @crowd
  say   team consisting|composed|comprised|made [up] of ..3 @crowd
  unless managers|directors|leads|(senior leaders)|supervisors|heads|teams
  unless join|member|(part of)|(team lead)|(technical lead)|(tech lead)
  unless with|alongside|help|helping ..4 team
  unless we|we're|are ..2 scaling|growing|building|expanding
  unless leadership team
  unless experience|experienced|ability|record|proven|desire ..2 (in|of|to|as) [@leads] [and] leading|lead|managing|building
  unless experience|experienced leading|mentoring
  yes   Coach and develop the data engineering team.
  yes   Line manage six testers.
  no    Join the engineering team.
  no    Work with the development team.

rule people/direct-reports
  gloss looks after people of its own: reviews, careers, one-to-ones
  cite  domain:52 reader
  lean  director +
  gate  +
  fact  below ics
  say   your direct reports|report
  say   (people|engineers|developers|analysts|individuals|staff) (that|who|whom) you manage|lead|supervise|(line manage)
  say   you [directly] manage|supervise ..2 @crowd|people
  say   (one on ones)|(one to ones)|1:1s|(1 on 1s) with ..3 @crowd|(team members)|(direct reports)|reports|(your team)
  say   ~coach|~mentor|~develop|~manage|coaching|mentoring|performance|development [and] [@directs] [of] (direct reports)
  say   (line manage)|(line manages)|(line managing) ..4 @crowd|people|staff|team
  say   (people management)|(line management)|(performance management) for|of|to ..5 @crowd|team|staff|(team members)
  say   supervise|supervises|supervising|manage|manages|managing [and] [@directs] ..2 (junior|assigned|technical|data|regional|support|direct) staff|employees|interns|analysts
  unless managers|directors|leads|(senior leaders)|supervisors|heads
  unless years
  yes   Weekly one-to-ones with engineers.
  yes   You line manage five testers.
  yes   You help your direct reports grow.
  no    Weekly one-to-ones with managers.

rule people/people-led
  gloss says how many people it leads
  cite  domain:11 domain:12
  lean  none
  gate  +
  fact  size
  say   {2..3000} [or] [so|more|odd|plus|+] [strong|in|full|time|highly|talented|skilled|software|house|embedded|firmware|backend|platform|data|qa|product|quality|test|technical|permanent|other|senior|automation|security|cloud|mobile|application|field|network|ai|ml|devops|frontend|stack|hardware|design|verification|web|systems] [house|time|engineering|controls|stack|learning|and] @crowd
  say   @bodies|headcount|strength of [about|around|approximately|approx|roughly|over|up|more|at|some|circa|ca|just|nearly|almost|under|currently] [to|than|least|under|over] {2..3000} [@folk|@crowd]
  say   ~manage|~lead|~oversee|~supervise|~direct|~head|~run|responsible|charge|accountable ..5 {2..3000} [or] [so|more|odd|plus|+] [team|talented|skilled|technical|engineering|technology|full|it|data|direct] [time|and] @folk
  say   ~manage|~lead|~coach|~mentor|~grow|~supervise|~guide|~oversee|~direct|~inspire|~empower|~inherit|~handle ..1 {2..3000} ..1 @folk|@crowd
  say   @bodies {3..3000} ..1 @folk|@crowd
  say   {3..1900} [regular|continuing|permanent|unionized|unionised|full|non] [and] [non|time] [union|it|technical|finance|support|professional|total|engineering|technology|academic|administrative|marketing|sales|operations|laboratory|lab] staff
  say   {3..3000} ..1 @folk|@crowd ..1 including|under|plus|with|(and {2..30}) ..2 managers|directors|leads|supervisors|testers|contractors
  say   {2..3000} [or] [so|more|odd|plus] [+] (person|people|strong|member|man|engineer|developer|head) ..3 @bodies
  say   some|about|around|approximately|approx|roughly|circa {3..3000} ..1 @folk|@crowd
  say   {3..3000} ..1 @folk|@crowd ..2 report|reports|across|in|at|between|today|spread|split|(work for you)|(under you)|(under your)
  say   {3..3000} fte|ftes|pax|(permanent staff)|(technical staff)
  say   {2..60} (direct reports)|(direct and indirect reports)
  say   @bodies [now|currently|today] (is|are|has|have|counts|count|numbers|totals|comprises|(consists of)|(made up of)|(stands at)) [about|around|approximately|roughly|over|some|now|currently|today] {3..3000} ..2 @folk|@crowd
  say   headcount ..6 is|of|from|(stands at) {3..3000}
  say   (team size)|(team strength)|(group size)|(span of control)|(number of reports)|(no of reports)|(number of direct reports)|(reports)|(employees supervised)|(staff supervised)|(people managed)|(size of the team)|(size of team)|(total team)|(total staff)|(total headcount)|headcount|(total fte)|(total ftes)|(ftes managed)|(number of employees) [is|of|about|around|approximately|roughly|over|up] [to] {2..3000}
  say   (look after)|(looks after)|(looking after)|(take care of)|(takes care of)|(care for) ..2 {2..400} ..1 @folk|@crowd
  say   {3..3000} people who
  say   {10..3000} hc
  say   responsibility for ..2 {2..3000} [@crowd|@folk]
  say   area|domain|position|portfolio|remit has|have|covers|includes|counts ..2 {4..3000} ..1 @folk|@crowd
  say   there are {5..400} of (them|you)
  say   @bodies [now|currently|today] (stands at)|counts|numbers|totals [about|around|some|roughly] {3..3000}
  say   ~grow|~scale|~expand|~double|bring|take ..5 from {4..3000} [@folk|@crowd] to
  unless years|year|months ..8 {2..3000}
  unless experience|record|proven|success|ability|background|history|previously|led|candidates ..8 {2..3000}
  unless part|member of ..4 {2..3000}
  unless we|(are a) ..3 team|group|crew of
  unless team|group of over|(more than)
  unless each|per team|squad|pod|group
  unless teams|groups|pods|squads of ..2 {2..3000}
  unless employs|employ|employing|employer|headquartered|founded|founders|backed|fortune|revenue
  unless join|joins|joining|joined|grown|grew ..5 {2..3000}
  unless company|firm|startup|employer|business|practice ..3 {2..3000}
  unless {2..3000} ..1 person|people|employee|employees|strong company|startup|firm|business|corporation|worldwide|globally
  unless {2..3000} ..1 @folk ..3 offices|countries|continents|world|globe|companies|(in locations)
  unless we|we're|among ..2 {2..3000}
  unless (one of) ..2 {20..3000}
  unless (one of) {2..20} @crowd|@folk
  unless executive|leadership|management|exec|founding|red [leadership|management] team|group|committee of {2..20}
  unless series ..4 {20..3000}
  unless ~partner|~share|~work|~collaborate ..5 with ..1 {2..3000}
  unless for|serving|serve|serves|by [more|over|about|some] [than] {200..3000}
  unless who each
  unless {2..30} functions|years
  unless with|by|support|supports our ..2 {2..3000}
  yes   Lead a department of 140 developers.
  yes   Some 85 people across two cities.
  yes   A team of eight.
  yes   A 35-strong unit.
  yes   You are responsible for 45 staff.
  no    Join 300 colleagues across Europe.
  no    The company of 200 people is privately held.
  no    A 40-person startup.
