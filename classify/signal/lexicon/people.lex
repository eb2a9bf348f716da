# What stands below the job: titled leaders, engineering managers, or engineers.
family authority

rule people/directors
  gloss manages directors, heads of or managers of managers
  cite  domain:5 domain:92
  lean  vp +++
  gate  ++
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
  say   @leads|@grows|~support|~guide ..5 engineering|development|software|technical|delivery|eng|em managers
  say   @leads|@grows|~support|~guide ..4 ems
  say   engineering|development|software|delivery managers ..3 report|reports|reporting [in|up|directly] to you|(this role)
  say   through [a] [layer] [of] ..2 engineering managers
  say   {2..12} engineering managers
  unless @works with
  unless hiring managers
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
  say   @leads|@grows ..1 a|our|your|the ..4 team|teams of ..6 @ics
  say   @leads|@grows [and|or|@grows|@leads] a|our|your|the team to
  say   @leads|@grows a|our|your|the ..2 team of {n}
  unless team of ..4 leaders|managers|directors
  yes   Lead a gifted team of two dozen engineers.
  yes   Manage a growing team of 12 people.
  no    Join a team of engineers who love to teach.
  no    Lead a team of engineering managers.

rule people/small-team
  gloss a team of fewer than ten engineers
  cite  domain:6 reader
  lean  director ++
  gate  -
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
  say   {100..3000} [software] @engineers|(person engineering)|(person global)|(person technology)|(person organization)|(engineering team)
  say   @leads|@grows|leading|experience ..3 team|teams|organization|organizations|org|orgs|department|organisation of ..3 {100..3000}
  say   ~scale|~grow ..5 (engineering|technology|team|organization|org|department|teams) ..2 from {30..3000}
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
