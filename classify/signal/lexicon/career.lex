# Where one comes from and where one goes.
family career

rule career/was-executive
  gloss asks for a former VP, CTO or head of engineering
  cite  domain:79 reader
  lean  vp ++
  gate  +
  say   (experience|background|history|years|success|served|record|previously|role|previous|prior|as) ..3 (as|in) [@the] ..2 vp|cto|(chief technology officer)|(head of engineering)|(senior engineering leader)|(head of technology)|(technology executive)|(engineering executive)
  say   (vp|cto|(head of engineering)) [or] (equivalent|similar|director|cto|vp|head)
  say   senior|executive [level] leadership|management (role|roles|position|positions|capacity|experience)
  unless report|reports|reporting|@works
  unless interview
  yes   Prior experience as a VP or CTO at a growing firm.
  yes   Ten years in senior leadership roles.
  no    Experience in a leadership course.

rule career/was-director
  gloss asks for a former Director
  cite  domain:79 domain:78
  lean  none
  say   (experience|background|years|success|served|previously|level|previous|prior) ..3 (as|in|at) [@the] ..3 director [level|role|roles]
  say   director|directors level [leadership|experience|role|position]
  unless report|reports|reporting|@works
  unless art|creative director
  yes   Five years as a Director or above.
  no    The director of the film is famous.

rule career/was-manager
  gloss asks for a former engineering manager
  cite  000:20 000:132 domain:79
  lean  director ++
  say   (experience|background|years|success|served|previously|previous|prior|worked) ..3 (as|in) [@the] ..2 (engineering manager|managers)|(software manager)|(development manager)|(technical lead)|(tech lead)|(team lead)|(lead engineer)|(staff engineer)|(principal engineer)|(architect)
  say   (engineering|development) manager experience|role|roles|level
  yes   Prior experience as a senior engineering manager.
  no    Our engineering manager started as an intern.

rule career/management-years
  gloss a few years of people management are enough
  cite  domain:77 reader
  lean  director ++
  say   {1..4} year|years ..5 (managing|leading|management|leadership|manager|managers|supervisory|supervising|lead|people)
  say   {1..4} [or] [more] year|years ..2 experience [in|of|with] [a|an] ..2 (managing|leading|management|leadership|managers|supervisory|supervising)
  say   {1..4} of them|which|those|these ..3 (managing|leading|management|leadership|supervising)
  say   of which|them|those [at] [least] {1..4} [years] ..2 (managing|leading|management|leadership|supervising)
  yes   Ten years in software, four of them managing.
  yes   At least 3 years of people management.
  no    Three years ago we moved.

rule career/leadership-years-5
  gloss five to nine years of leading
  cite  000:128 domain:77
  lean  director +
  gate  ++
  say   {5..7} year|years ..5 (managing|leading|management|leadership|supervisory|manager|managers|lead)
  say   {5..7} of them|which|those|these ..3 (managing|leading|management|leadership|supervising)
  say   of which|them|those [at] [least] {5..7} [years] ..2 (managing|leading|management|leadership|supervising)
  unless senior|executive|director [or] [executive|level] leadership|management|roles|role|level
  yes   Twelve years in software, five of them managing people.
  yes   5+ years of leading teams.
  no    Five years from now.

rule career/leadership-years-10
  gloss eight years or more of leading
  cite  domain:78 reader
  lean  vp ++
  gate  +
  say   {8..30} year|years ..5 (managing|leading|management|leadership|executive|(progressive leadership)|(progressive management))
  say   {8..30} [in|of] [a|an] senior|executive [leadership|management]
  unless company|founded|serving
  # "Ten years in software, four of them managing": the smaller number counts.
  unless {8..30} [or] [more] year|years ..2 (software|engineering|experience|development|technology|tech|industry) ..2 {1..7} [or] [more] [year|years|in|as|of] ..3 (managing|leading|management|leadership|executive)
  unless {8..30} [or] [more] year|years ..2 (software|engineering|experience|development|technology|tech|industry) ..1 (of|with|including [which|them|those|these]) [at] [least] {1..7} ..4 (managing|leading|management|leadership|executive)
  yes   12+ years of progressive leadership.
  no    For 20 years we have sold bread.
  yes   Ten years of progressive leadership, five of them as an executive.
  no    Ten years in software, four of them managing.
  no    12 years in software, of which at least five in leadership.

rule career/scaled-company
  gloss has scaled a company's engineering before
  cite  reader domain:79
  lean  vp ++
  say   (experience|record|history|success|ability|proven|successfully|have|has|having) ..6 (scaling|scaled|growing|grown|building|built) ..4 (company|companies|startup|startups|org|organization|organizations|organisation|business|businesses|function|functions|departments)
  say   experience|experienced|leadership|leading|led|record|success|successful|worked|teams|time|thrive|thrives|background ..6 (growth stage)|(scale up)|scaleup|scaleups|(high growth)|(pe backed)|(private equity backed)|(vc backed)|(venture backed)
  unless we|our are|have|been ..2 backed
  yes   Track record of scaling startups.
  yes   Time spent at PE-backed firms.
  no    Scaling walls at the gym.

rule career/path-up
  gloss names the next step: to vice president
  cite  000:26 003:60 domain:80
  lean  director ++
  say   (path|growth|promotion|advance|advancement|grow|(next step)) ..3 to|into ..2 @vps|director|(senior director)
  unless report|reports|reporting
  yes   There is a path to VP.
  no    The path to the lake.

rule career/path-cto
  gloss names the next step: an executive or CTO
  cite  domain:80 003:60
  lean  vp ++
  say   path|growth|promotion|advance|evolve|grow|opportunity [up] to|into|toward ..3 @cto|(c level)|(c suite)|executive|(executive role)|(executive leadership)
  say   future|potential|next @cto
  say   ~become|~step|~transition|evolving|growing ..4 @cto|(c level)|(c suite) [role|position]
  say   @cto track|trajectory|potential
  unless interview|interviews
  unless @works|~present|~report|communicate|communication|account ..6 @cto|executive
  yes   Grow into the CTO seat.
  no    Talk to the CTO.

rule career/from-engineer
  gloss asks for a coder's background
  cite  003:60 000:89 domain:25
  lean  director +
  say   background|experience|years|career|worked ..3 as ..3 (software|(full stack)|backend|frontend|mobile|data|web) engineer|developer
  say   (software|application|web) (development|engineering) experience|background
  say   {2..12} year|years ..4 software|web|application|mobile development|engineering|engineer|developer
  yes   8 years of software development.
  no    A development bank.

rule career/experience-15
  gloss asks for fifteen years or more
  cite  domain:78
  lean  vp ++
  gate  +
  difference education
  say   {15..40} [or] [more] year|years ..4 experience|(in the)|progressive|professional|industry|(software)|engineering|leadership|technology
  say   (minimum|least) [of] {15..40} years
  unless for|over|past|last|our|founded|celebrating [the] [past|last] {15..40} years of|we|serving|as
  yes   Eighteen years of experience in the field.
  no    For over 20 years we have made maps.

rule career/experience-8
  gloss asks for fewer than ten years
  cite  domain:77 000:128
  lean  director +
  gate  -
  difference education
  say   {3..9} [or] [more] year|years ..5 experience
  unless {10..40} [or] [more] year|years
  yes   7+ years of engineering experience.
  no    12 years of experience.

rule career/experience-10
  gloss asks for ten to fourteen years
  cite  000:128 domain:77
  lean  none
  gate  +
  difference education
  say   {10..14} [or] [more] year|years ..5 experience
  yes   10+ years of experience.
  no    5 years of experience.

rule career/track-record
  gloss asks for a proven record of leading
  cite  003:64 postings
  lean  vp +
  say   (proven|demonstrated|strong|successful) ..1 (track record)|(ability)|(success)|(experience) ..3 (leading|scaling|building|managing|growing|transforming|lead|scale|build|manage|developing)
  yes   Proven track record of scaling teams.
  yes   Demonstrated success building companies.
  no    We record each track twice.

rule career/led-managers
  gloss asks for experience of leading through managers
  cite  domain:79 reader
  lean  none
  gate  ++
  in    requirements preferred
  say   manager|managers of managers
  say   ~manage|~lead|~supervise|~coach ..2 (managers|leaders|(team leads)|leads|directors)
  say   @leads ..3 through [other] managers|leads|leaders
  unless product|project|program|account|store|branch|case|office|sales|property managers
  yes   Has led managers before.
  yes   Two years as a manager of managers.
  no    Talked with managers.
