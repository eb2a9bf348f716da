# The work of the day: schedules, status, releases against strategy and decisions.
family duties

rule duties/scheduling
  gloss schedules people and projects
  cite  003:14 003:47 domain:21
  lean  director ++
  say   ~schedule|~assign|~allocate|scheduling|allocation|allocating ..3 work|tasks|team|members|staff|projects|resources|engineers|resource|developers
  say   resource|capacity|workload|project|release planning|allocation|management|scheduling|plans
  say   project|delivery timelines|timeline|schedule|schedules|plans|milestones
  unless flexible|your|work schedule
  unless human resource
  yes   Assign tasks to developers.
  yes   Keep project timelines honest.
  no    Enjoy a flexible schedule.

rule duties/on-schedule
  gloss delivers on time
  cite  003:56 003:14 domain:55
  lean  director +
  difference metrics
  say   (on time)|(on schedule)|(timely delivery)|(timely manner)|(time and budget)|(on time delivery)|(timely releases)|(predictable delivery)|(delivery dates)
  say   ~meet|~ensure ..3 deadlines|timelines|milestones|commitments|deliverables|schedules
  say   (release|delivery|sprint) predictability|cadence|commitments
  unless paid|part|full time
  yes   Deliver projects on time.
  no    Work full time on site.

rule duties/status
  gloss tracks status and progress
  cite  003:47 000:52 domain:22
  lean  director ++
  say   status reports|report|updates|meetings|reporting|update
  say   ~track|~monitor|~report ..3 progress|status|project|projects|milestones|deliverables|velocity
  say   project|team status|progress
  unless protected|veteran|marital|regard|disability|citizenship|immigration|military|application status
  yes   Track progress against milestones.
  no    Without regard to veteran status.

rule duties/delivery
  gloss drives delivery and execution of projects
  cite  000:40 000:52
  lean  director +
  say   ~oversee|~manage|~lead|~drive|~ensure|~plan ..4 project|projects|program|programs|release|releases|delivery|deliverables|execution
  say   (software|technical|product|project|feature|engineering) delivery|execution|releases
  say   (sdlc)|(software development life cycle)|(software development lifecycle)|(development lifecycle)|(development life cycle)
  yes   Oversee the delivery of projects.
  no    Free delivery for staff.

rule duties/process
  gloss improves engineering processes
  cite  000:44 000:51
  lean  director +
  say   ~improve|~implement|~establish|~refine|~define|~optimize|~streamline ..4 process|processes|workflows|practices|methodologies
  say   continuous|process improvement|improvements|optimization
  yes   Refine release processes.
  no    Your application is processed in a week.

rule duties/blockers
  gloss clears blockers
  cite  003:50 domain:32
  lean  director ++
  difference meetings
  say   ~unblock|blockers|blocker|roadblocks|roadblock|impediments|obstacles|bottlenecks
  yes   Clear roadblocks for the team.
  no    The sun block is in the drawer.

rule duties/quality
  gloss looks after quality and tests
  cite  000:44 003:56
  lean  director +
  say   quality assurance|standards|metrics|gates|control|engineering
  say   testing [strategies|strategy|practices|frameworks]
  yes   Raise quality metrics across releases.
  no    Quality time with family.

rule duties/technical-debt
  gloss works off technical debt
  cite  000:40 000:54
  lean  director +
  say   (technical|tech) debt|debts
  yes   Pay down technical debt.
  no    Help people out of debt.

rule duties/requirements
  gloss turns requirements into designs and features
  cite  000:69 003:16
  lean  director ++
  say   ~gather|~translate|~define|~review|~analyze|~develop ..4 requirements|specifications|(user stories)
  say   (functional|technical|product|business|feature|system) [and] [functional|non functional|technical] requirements|specifications
  say   user stories|story|acceptance
  unless job|education|minimum|experience|legal|eligibility|regulatory|physical|position|visa requirements
  yes   Translate product requirements into designs.
  no    The minimum requirements are listed below.

rule duties/features
  gloss ships features
  cite  003:56 000:43
  lean  director +
  say   ~ship|~deliver|~build|~launch|~release|~develop ..4 features|feature|functionality|enhancements
  say   roadmap features|items|delivery|execution
  say   (new|product|key|customer) features
  yes   Ship new features each month.
  no    This office features a garden.

rule duties/roadmap
  gloss keeps a roadmap
  cite  000:40 domain:14
  lean  director +
  gate  +
  say   (product|technical|engineering|delivery|platform|team) [and] roadmap|roadmaps
  say   ~prioritize|prioritization ..3 work|roadmap|features|backlog|projects|initiatives
  say   roadmap planning|execution|delivery|priorities
  unless multi year|{n} year
  yes   Plan the platform roadmap.
  no    A road map of Ohio.

rule duties/product-partner
  gloss works with product and design on features
  cite  000:43 domain:73
  lean  none
  gate  +
  say   @works ..4 product [management|design|managers|owners|teams]
  yes   Partner with product and design.
  no    Our product won a prize.

rule duties/customers
  gloss answers customers' and clients' technical questions
  cite  000:56 domain:71
  lean  director +
  say   customer|client issues|escalations|conversations|problems|requests|questions|support|requirements|engagements|projects|meetings|demos
  say   @works ..3 customers|clients
  unless customer support|success team|teams
  unless executive
  yes   Take part in customer conversations.
  no    Customers love the product.

rule duties/crisis
  gloss the one to turn to in a crisis
  cite  003:29 domain:39
  lean  vp +
  say   crisis|crises
  say   (go to) (person|leader|expert|authority)
  unless (in|housing|climate|health|opioid|mental|financial|global|the) crisis
  unless subject matter
  yes   The go-to person when things break.
  yes   Calm through a crisis.
  no    Go to the office.

rule duties/hiring-decisions
  gloss makes hiring decisions for the organisation
  cite  003:47 domain:47
  lean  vp +
  say   (final|make|making|own|owns|owning|drive|lead) hiring|recruiting|recruitment [decisions|strategy|efforts|process]
  say   hiring decisions
  say   ~attract|~recruit|~hire|~retain ..4 (top|best|(world class)|exceptional|great|diverse|(high caliber)) ..2 talent|(engineering talent)|leaders
  say   talent magnet
  unless employment|eeo|discriminate|equal|background
  yes   Attract top talent in every city.
  no    Talented people work here.

rule duties/high-performing
  gloss builds high-performing teams
  cite  000:41 postings
  lean  vp +
  gate  +
  say   (high performing)|(high performance)|(high caliber)|(world class) [and] ..2 team|teams|organization|organizations|engineering|org
  yes   Build high-performing teams.
  no    High-performance batteries.

rule duties/tooling
  gloss picks tools and technologies for the teams
  cite  000:62
  lean  director +
  say   ~evaluate|~select|~adopt|~implement|~introduce|~choose ..4 tools|technologies|frameworks|tooling|platforms
  say   (emerging|new|latest|modern|(cutting edge)) technologies|tools|frameworks|technology
  unless ~leverage|~use
  yes   Evaluate tools for testing.
  no    A belt full of tools.

rule duties/ai-adoption
  gloss brings AI into the work of the organisation
  cite  reader
  lean  vp +
  say   ai|(artificial intelligence)|(generative ai)|genai strategy|adoption|transformation|roadmap|vision|initiatives|capabilities|native|first|forward|driven
  unless ai team|engineer|research|models
  yes   Set the AI strategy.
  no    A film about AI.

rule duties/security
  gloss looks after security practice
  cite  000:48
  lean  none
  say   soc|iso|hipaa|gdpr|pci|fedramp|hitrust|sox
  say   security [and] (best practices)|compliance|posture|standards
  yes   Keep SOC 2 audits simple.
  no    Security guard at night.

rule duties/innovation
  gloss stands for innovation and culture in general words
  cite  domain:19
  lean  none
  say   culture of ..3 innovation|excellence|accountability|learning|collaboration|improvement|ownership|trust
  yes   Foster a culture of innovation.
  no    A yoghurt culture.

rule duties/define-execute
  gloss both defines and carries out the plan
  cite  000:11 postings
  lean  vp +
  gate  +
  say   define|develop|set|own|lead|drive|create and execute
  say   (strategy|vision|roadmap|planning) and execution
  yes   Define and execute the plan.
  no    Execute the script.

rule duties/to-audiences
  gloss explains technical matters to other audiences
  cite  000:95 postings
  lean  director +
  say   (technical concepts)|(technical information)|(technical topics)|(non technical audiences)|(nontechnical audiences)|(complex technical)|(technical audiences)|(technical and non technical)|(non technical stakeholders)
  yes   Explain technical concepts plainly.
  no    A technical knockout.

rule duties/best-practices
  gloss brings in good practice
  cite  000:44 000:54 postings
  lean  director ++
  say   best practices|practice
  yes   Spread best practices among the teams.
  no    Practice the piano.
