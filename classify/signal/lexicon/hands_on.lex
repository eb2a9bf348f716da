# How near to the code the job stands.
family duties

set tools = java|python|kotlin|golang|typescript|javascript|ruby|rails|scala|php|c#|c++|.net|node|node.js|react|angular|vue|django|spring|swift|rust|graphql|postgres|postgresql|mysql|mongodb|redis|kafka|spark|snowflake|databricks|kubernetes|docker|terraform|jenkins|ansible|elasticsearch|airflow|dynamodb|lambda

rule hands-on/hands-on
  gloss hands-on
  cite  003:14 domain:25 reader
  lean  director +
  say   (hands on)|handson
  unless hands on training|learning|benefits
  unless product (hands on)
  yes   A hands-on leader.
  no    Get your hand on a great laptop.

rule hands-on/codes
  gloss still writes code
  cite  domain:25 reader
  lean  director ++
  gate  -
  say   ~write|~contribute|~ship|~review ..4 code|codebase
  say   coding|(pair programming)|(in the code)|(code base)|codebase|programming
  say   (still|occasionally|regularly|can|able|willing|ability) [to] code
  say   ~contribute ..3 (the|our|core) code|codebase|development
  say   hands dirty|(dirty hands)
  unless code of conduct|ethics
  unless no|low code
  unless ~define|~establish|~enforce|~set ..3 coding standards
  yes   You still write code each week.
  yes   Contribute to the core codebase.
  no    Follow our code of conduct.

rule hands-on/code-review
  gloss reviews code
  cite  000:54 domain:24
  lean  director +
  say   code review|reviews|quality|reviewing
  say   ~review|reviewing ..2 code|(pull requests)|(merge requests)|prs
  say   pull|merge requests
  yes   Take part in code reviews.
  no    Review our codes of conduct.

rule hands-on/coding-standards
  gloss sets coding standards
  cite  000:54 domain:24
  lean  director ++
  say   (coding|development|engineering|programming|software|technical|design) [and] [coding|design|architecture] standards|guidelines
  yes   Keep coding standards alive.
  no    The gold standard of clocks.

rule hands-on/design-review
  gloss reviews designs and architecture
  cite  000:54 domain:26
  lean  director +
  say   design|architecture|architectural|technical|system review|reviews|discussions|discussion
  say   technical|architectural|architecture|design decisions|decision|choices|tradeoffs|(trade offs)
  yes   Run architecture reviews with the staff engineers.
  no    Our design studio won a prize.

rule hands-on/architecture
  gloss designs or owns the architecture
  cite  000:42 domain:26
  lean  none
  say   ~design|~architect|~own|~define|~lead|~guide|~oversee|~evolve|~drive|~shape ..4 architecture|architectures
  say   ~architect ..4 systems|solutions|platform|platforms|applications|services
  say   architectural|technical guidance|oversight|direction|assistance
  yes   Guide the architecture of our services.
  no    Landscape art in our park.

rule hands-on/stack
  gloss names the tools and languages of the work
  cite  000:78 000:89 domain:27
  lean  director +
  say   @tools ..2 @tools ..2 @tools
  yes   Python, Kafka and Postgres in production.
  no    Fans of Python and hiking.

rule hands-on/stack-evolution
  gloss evolves the stack of the teams
  cite  003:19 domain:28
  lean  none
  say   ~evolve|~modernize|~improve|~maintain|~upgrade ..4 stack
  say   tech|technology|technical stack
  unless (entire|whole|full) ..1 stack
  yes   Modernize the stack that the group has inherited.
  no    Own the entire technology stack.

rule hands-on/pipelines
  gloss builds delivery pipelines and test automation
  cite  000:47
  lean  director +
  say   ci/cd|(continuous integration)|(continuous delivery)|(continuous deployment)|(infrastructure as code)|(test automation)|(automated testing)|(automated tests)|(unit testing)|(unit tests)
  yes   Own CI/CD for the group.
  no    Continuous learning is part of life.

rule hands-on/services
  gloss works on microservices, APIs and distributed systems
  cite  000:42 000:78
  lean  director +
  say   microservices|microservice|(distributed systems)|(restful apis)|(rest apis)|(event driven)|(api design)
  yes   Background in distributed systems.
  no    Distributed offices in two cities.

rule hands-on/incidents
  gloss takes part in incidents and on-call
  cite  000:53 000:60 domain:38
  lean  director ++
  say   (on call)|oncall|runbooks|runbook|(root cause)|postmortem|postmortems|(post mortem)|(post mortems)|(post incident)|pagerduty
  say   incident|incidents response|(follow up)|process|management|reviews|review|handling|resolution|commander|analysis
  say   production issues|support|incidents|problems
  say   ~troubleshoot|~debug|debugging|troubleshooting|triage
  yes   Join the on-call rotation.
  yes   Lead the review after production incidents.
  no    Call us on Monday.

rule hands-on/observability
  gloss looks after monitoring, SLOs and availability
  cite  000:45 domain:58
  lean  director +
  say   slo|slos|sla|slas|sli|slis|observability|(monitoring and alerting)|(uptime)|mttr|(mean time)
  say   availability reliability|performance|scalability
  say   reliability availability|scalability|performance|security
  yes   Define SLOs with the teams.
  no    Up in time for breakfast.

rule hands-on/technical-depth
  gloss goes deep in technical problems
  cite  domain:23 003:47 reader
  lean  director +
  say   deep|deeply|strong|extensive technical [expertise|depth|knowledge|background|mentorship|role|leader]
  say   go|goes|going deep
  say   (deep dive)|(dive deep)|(dives into)|(dive into)|(in the weeds)|(get into the details)|(deeply technical)|(subject matter expert)
  say   technical assistance|expert|expertise|mentor|mentorship|problems|challenges|issues
  yes   Dive into hard problems with the team.
  no    Dive trips off the coast.

rule hands-on/player-coach
  gloss a player-coach, rolls up the sleeves
  cite  domain:25
  lean  director +
  say   (player coach)|(player and coach)|(playing coach)
  say   ~roll ..3 sleeves
  say   lead|leads|leading by example
  say   {10..90} % ..3 (hands on)|coding|code|technical|engineering|development|ic|individual
  yes   A player-coach for a young team.
  yes   Roll up your sleeves.
  no    Roll out the plan to all players.

rule hands-on/not-coding
  gloss does not need to code
  cite  domain:25
  lean  vp +
  keep  negated
  say   not|n't [be] [a] [need|required|expected|necessarily] [to] ..2 coding|(write code)|(hands on)|(writing code)|(hands on coding)
  say   less [about] coding|code
  yes   You will not be writing code.
  no    You will be writing code.

rule hands-on/startup-hands-on
  gloss hands-on head of a young company
  cite  domain:89 003:68 reader
  lean  vp +
  flag  startup
  difference career
  say   (many|multiple|different) hats
  say   (from scratch)|(ground up)|(zero to one)|(0 to 1)|(0 1)|(greenfield)
  say   (founding team)|(founding engineer)|(founding member)|(early stage)|(seed stage)
  yes   You will wear many hats.
  no    We sell hats.

rule hands-on/writes-code
  gloss writes code itself, and how much of the week
  cite  domain:25 reader
  lean  director ++
  gate  -
  fact  hands_on 1
  in    role duties about other heading requirements
  say   (write|writes|writing|ship|shipping|commit|committing|push|pushing|produce|producing|author|authoring|develop|developing) [and|review|test|debug|reviewing|refining|some|the|of|good|great|your|own|high|quality|clean|maintainable|reusable|robust|efficient|elegant|tested|documented|well|scalable|production|secure|performant|readable|testable|solid|simple|new] [and|review|test|debug|reviewing|refining|quality|clean|maintainable|reusable|robust|efficient|elegant|tested|documented|well|scalable|production|secure|performant|readable|testable|grade|ready] [and|clean|maintainable|reusable|robust|efficient|elegant|tested|documented|well|scalable|secure|performant|readable|testable|quality|production|infrastructure] [and|tested|maintainable|documented|reusable|scalable|testable|well|efficient] [tested|documented|maintainable|scalable|readable] code
  say   ~contribute|~contributing|~commit|~add [actively|directly|regularly] [code|production|directly] [code] (to|into) [the|our|production|core] [core|critical|main|product|platform|production] (code|codebase|(code base)|repository|repositories)
  say   ~contribute ..1 (code|(pull requests)|commits)
  say   (hands on) [technical|software|practical] (coding|programming|coder|(software development)|development|(code contributions)|(code reviews)|contributor)
  say   (you|you'll|you'd|we|still|also|can|must|to|will|who) (code|codes) [a|every|most|daily|alongside|with|about|some|too|lot|on]  (lot|days|week|weeks|daily|some|too|alongside|with|about|of)
  say   (still|able|want|wants|love|loves|happy|happiest|comfortable|willing|expected|expect) [to|be|when] (code|coding|(writing code)|(write code)|(hands on keyboard)|(writing software)|(write software)|program|programming)
  say   {5..100} % ..4 (coding|(hands on)|(writing code)|(in code)|(individual contributor)|(individual contribution)|(in the code)|(heads down)|code|programming)
  say   coding|(hands on)|(writing code)|(in code)|programming ..3 {5..100} %
  say   (half|third|quarter|most|majority|part|some|much|chunk|(a day)|(one day)|(two days)|days) [of] (of|a|in|per|writing|your) ..3 (code|coding|(hands on)|codebase|editor|programming|(writing software)|rust|python|java|go|typescript|terraform)
  say   (code|coding) (about|for|roughly|maybe|most|half|around) ..2 (half|third|quarter|day|days|week|time)
  say   (in|into|inside|around|deep) (the|our) (codebase|(code base)|code|editor|repo) [most|every|daily|each|with|yourself|alongside]
  say   (hands on keyboard)|(hands on the keyboard)|(on the tools)
  say   (pair program)|(pair programs)|(pair programming) with
  say   pairing with ..2 engineers|developers|(the team)|juniors
  say   (build|write|fix|configure|debug|test|check|open|run|review|try) ..4 yourself
  say   ((pick up)|(picking up)|take|taking|close|closing|fix|fixing|write|writing|build|building) ..1 (tickets|bugs|pipelines|features|tests|(pull requests)) (yourself|(when we're)|(alongside)|(with the team))
  say   (odd|occasional|regular|own|your) ((pull request)|(pull requests)|commit|commits|prs)
  say   (coding|code) (alongside|shoulder|beside|with) ..2 (team|engineers|developers|them)
  say   write|writes|writing ..1 (production|infrastructure|embedded|backend|firmware|application) (code|software)
  say   (rust|python|java|kotlin|go|golang|c++|c#|typescript|javascript|ruby|php|terraform|swift|scala|elixir|sql|bash) [and|or] [rust|python|java|kotlin|go|golang|c++|c#|typescript|javascript|ruby|php|terraform|kubernetes|swift|scala|elixir|sql] (yourself|daily|(every day)|(day to day)|(are your)|(is your))
  say   (code|coding|program|programming|(develop software)) [mostly] in (rust|python|java|kotlin|go|golang|c++|c#|typescript|javascript|ruby|php|swift|scala|elixir|c)
  say   (write|writing|writes) [mostly|well|structured|complex|some|and|optimize] (rust|python|java|kotlin|go|golang|c++|c#|typescript|javascript|ruby|php|terraform|swift|scala|elixir|sql|bash|c|verilog|vhdl|(unit tests)|(sql queries)|queries|scripts)
  unless code of conduct|ethics|practice
  unless ai|(ai agents)|copilot ~write ..3 code
  unless (best practices)|standards|culture|guidelines|bar|principles ..4 code|coding
  unless no|low code
  unless ~ensure|~enforce|~lead|~help|~enable|teams|engineers|~oversee|~guide|~mentor|~manage|~encourage|~teach|~promote to|that|who|in|of|on ~write|writing|deliver|ship|produce|develop ..3 code
  unless teams|engineers|developers|they|people|eight|whom (who|to|can|that|write|ship) [write|ship] [code]
  unless ((not just)|(not only)|merely) (writing code)
  unless less|rather ..3 code|coding
  unless {1..30} years
  unless (hands on) ..2 experience
  unless proven|previous|prior|deep experience
  unless as code
  yes   Ship readable, documented code.
  yes   Some 40% of the job is coding.
  yes   You still code every week.
  yes   Expect hands-on programming on two days of five.
  no    Help engineers to write better code.
  no    Follow the code of conduct.
  no    You will not be writing code.

rule hands-on/does-reviews
  gloss takes part in code reviews itself
  cite  000:54 domain:24
  lean  director +
  gate  -
  fact  hands_on 1
  in    role duties other heading
  say   ~conduct|~perform|~participate|~do|~give|~join|~undertake|~engage [in|and|regular|thorough|~lead|regularly|design|technical|peer|architecture|actively|constructive] [in|and|regular|thorough|~lead|design|technical|peer|architecture|architectural|feedback] [and|in|during|design|peer] code|peer|pr review|reviews|reviewing
  say   ~review [your|the|our|their|each|other|team|team's|peer|peers'|complex|critical|designs|schematics|others'] [other|other's|and|team|teams|members|members'] (code|(pull requests)|prs|(merge requests)|(code changes)|schematics)
  unless ~ensure|~establish|~implement|~promote|~culture|robust|~enforce|standards|processes|including|(such as) ..5 code review|reviews
  unless (best practices)|methodologies|practices|culture ..6 review|reviews
  unless (when|where|as|if) needed|necessary|required
  yes   Participate in code reviews with the team.
  yes   Review pull requests of peers.
  no    Establish code review practice in all groups.

rule hands-on/builds-itself
  gloss designs, builds and tests software itself
  cite  domain:25 003:16
  lean  director +
  gate  -
  fact  hands_on 1
  in    role duties
  say   ^ (design|develop|build|implement|code|test|write|create|architect|maintain|deploy|prototype|engineer|designing|developing|building|implementing|writing) [and] (develop|build|implement|code|test|maintain|deploy|debug|optimize|ship|document|refactor|design|developing|building|implementing|maintaining|testing) [and] [develop|build|implement|code|test|maintain|deploy|debug|optimize|ship|support|document|scale|refactor|maintaining] ..4 (software|features|applications|application|apis|api|services|microservices|pipelines|models|components|systems|code|etl|dashboards|queries|scripts|modules|firmware|drivers|interfaces|infrastructure|algorithms|prototypes|tools|tooling|websites|databases)
  say   (debug|debugging|troubleshoot|troubleshooting|fix|fixing|resolve) [and] [fix|debug|resolve|troubleshoot|optimize|complex|production|software|application|technical] [production|software|complex|application|the] (bugs|defects|code|(software issues)|(performance issues)|(technical issues)|(production issues)|hardware|firmware|queries)
  say   (write|writing|develop|create|automate|author|maintain) [and] [maintain|execute|automated|unit|integration|sql|complex|clear|optimized|python|technical] [and] [unit|integration|automated|sql|test] (tests|(test cases)|scripts|queries|(technical documentation)|(design documents)|(test plans)|sql|macros)
  say   (build|develop|create|train|validate|deploy|run|design) [and] [maintain|validate|train|deploy|statistical|predictive|machine|complex|new|automated] [statistical|predictive|learning|machine|data|interactive] [learning] (models|dashboards|visualizations|(data pipelines)|(etl pipelines)|queries|(data models)|datasets)
  say   (build|develop|create|code|write|building|developing) ..2 (prototypes|(proofs of concept)|(proof of concepts)|pocs)
  say   (solder|soldering|oscilloscope|(logic analyzer)|(logic analyser)|schematics|schematic|multimeter|(on the bench)|(lab bench)|(step through)|(bring up boards)|(board bring up))
  say   (configure|configuring|install|patch|patching|wire|rack) [and] [maintain|manage|the|troubleshoot] (switches|servers|routers|firewalls|(network devices)|networks|systems)
  say   (estimate|(pick up)|picking) ..2 (tickets|stories) [from|every|in|and]
  say   ~query|~clean|~manipulate|~wrangle ..3 (data|datasets|databases) (from|using|with|in|for)
  unless ~lead|~manage|~oversee|~guide|~mentor|~coach|~direct|~supervise [and] [mentor|manage|grow|coach] [a|the|our|your] [team|teams|group]
  unless teams|engineers|managers|organization|organizations|roadmap|strategy|strategies
  yes   Design, develop and test software for ports.
  yes   Write unit tests and fix defects.
  yes   Train and deploy statistical models.
  no    Lead teams that design and build software.
  no    Build a team of managers.

rule hands-on/engineer-at-work
  gloss says what the engineer in the job will build
  cite  domain:25 003:16
  lean  director +
  gate  -
  fact  hands_on 1
  in    role duties about other
  say   you'll|(you will)|(you'd)|(you get to)|(will be) [be] [help|helping|also|primarily|responsible|for|hands|on] [be|us|to|for] (design|build|develop|write|code|implement|designing|building|developing|writing|coding|implementing|prototyping|maintaining) [and|out|new|our|the|a|high|scalable|robust|complex] [and|build|develop|building|developing|implementing|implement|deploy|ship|maintain|new|our|scalable|quality|performance] [new|our|scalable|the|a] ..2 (software|features|applications|application|apis|api|services|microservices|pipelines|models|components|code|etl|dashboards|queries|scripts|firmware|infrastructure|algorithms|prototypes|tooling|integrations|interfaces|algorithms|backends|frontends)
  say   responsible for (designing|building|developing|writing|coding|implementing|maintaining|programming) [and|testing|building|developing|implementing|maintaining] [and|testing|building|developing|implementing|maintaining|deploying] ..3 (software|features|applications|application|apis|api|services|microservices|pipelines|models|components|code|etl|dashboards|queries|scripts|firmware|infrastructure|algorithms|websites)
  say   ^ (develop|implement|code|write|optimize|build|design|create|maintain|ship) [and] [maintain|optimize|test|new|our|scalable|robust|complex|secure|responsive|high|quality|performant|reusable|clean|efficient] ..2 (apis|microservices|firmware|(unit tests)|(automated tests)|queries|etl|(user interfaces)|ui|components|algorithms|scripts|modules|dashboards|(web applications)|(mobile apps)|(mobile applications)|endpoints|integrations|libraries|sdks|(data pipelines)|(data models)|(machine learning models)|(ml models)|(new features)|(technical designs)|(design documents)|(production code))
  say   (as a)|(as an)|seeking|(looking for)|hiring|wanted [a|an|our|talented|experienced|skilled|passionate] [a|an|talented|experienced|skilled|strong|motivated] [senior|staff|principal|associate|junior|lead|mid|level] [level|staff|senior] [full|front|back|software|backend|frontend|data|platform|mobile|security|machine|cloud|site|devops|embedded|web|java|python|ios|android|qa|fullstack|ruby|react|infrastructure|systems|firmware|ai|ml] [stack|end|learning|reliability|software|platform|infrastructure|web] (engineer|developer|programmer|sdet) [i|ii|iii|iv] (you|to|who|on|with|joining|for|in|will|at|and|like)
  unless ~lead|~manage|~oversee|~supervise [and] [mentor|manage|grow|coach] [a|the|our|your] [growing|talented] [team|teams|group|organization]
  unless teams|managers|organization|organizations|roadmap|experience|strategy|people|executive|graphical
  unless team (responsible|who|that)
  yes   You will design and build our APIs.
  yes   Develop responsive user interfaces.
  yes   We are looking for a senior backend engineer to take over billing.
  no    You will lead the team that builds our APIs.
  no    Build teams that own services.

rule hands-on/data-work
  gloss works with the data itself
  cite  reader
  lean  director +
  gate  -
  fact  hands_on 1
  in    role duties other
  say   ~pull|~cut|~generate|~build|~create|~run|~write [and] [custom|targeted|accurate|regular|sql|call|walk|mail|voter|contact] [sql|contact|voter|data] (lists|queries|universes|turf|(pivot tables)|(data sets)|datasets|(sql queries)|scripts|(data pulls)|macros)
  say   (~analyze|~extract|~import|~process|~match|~append|~upload) ..2 (data|files|datasets) (from|using|into|with|in)
  say   ~administer|~maintain|~troubleshoot [and] [troubleshoot|maintain|update|administer|the|our|all] [the|our|all] [voter|contact|member|donor|state|relational|sql] (database|databases|(voter file)|(data warehouse)|crm|(data hygiene)|spreadsheets|dashboards|reports)
  say   (cleaning|clean|manipulate|manipulating|wrangling|scraping) [and] [analyzing|analyze|managing|large|complex] [large|complex] (data|datasets|(data sets))
  say   ~provide|~conduct|~perform|~produce [timely|ongoing|quantitative|statistical|relevant|detailed|ad|rigorous|and|hoc] [and|relevant|quantitative|statistical|hoc] [relevant] (analysis|analyses|(data analysis)|(statistical analysis)|(ad hoc analysis)|(data support)) [of|for]
  say   ~build|~create|~develop|~fit|~validate ..1 (statistical|predictive|regression|turnout) (models|model)
  unless ~lead|~manage|~oversee ..2 team|teams|department|analysts|staff
  unless teams|managers|strategy|executive|leadership|sales|market|financial|competitive|competitor|pipeline
  yes   Write SQL queries and pull contact lists.
  yes   Maintain the member database.
  no    Lead the team that runs queries for sales.
  no    Provide leadership to analysts.

rule hands-on/technical-leader
  gloss wanted as a hands-on technical leader
  cite  003:14 domain:25
  lean  director +
  fact  hands_on 1
  say   (hands on) [and] [experienced|senior|strategic] (technical|engineering|software|coding|technology|tech) [engineering|software|and|people|coding] (leader|lead|leadership|contributor|architect|manager|role|position|coach|engineer|developer|individual|contribution|guidance)
  say   (hands on) [senior|staff|principal|lead] (engineer|developer|(engineering manager)|contributor|architect|cto|coder|builder|programmer)
  say   (remain|stay|be|being|staying|remaining|still|very|highly|extremely|deeply|truly|is|are|'re) (hands on)
  say   (player coach)|(player manager)|(playing coach)|(player and coach)|(tech lead manager)|tlm
  say   (hands dirty)|(dirty hands)
  say   ~roll ..2 sleeves ..6 code|build|technical|debug|engineering|(hands on)|ship
  say   (hands on) ..2 (with|in) [the] (code|codebase|architecture|stack)
  say   both|balance|balancing ..3 (hands on) ..3 (leadership|management|strategy|strategic|managing)
  unless (hands on) ..3 experience
  unless earlier|previously|formerly|(used to be)|(have been)
  unless guiding|oversee|(background as)|sales|marketing
  unless hands on training|learning|benefits|customer|care
  unless less|no|not|longer hands on
  yes   We want a hands-on technical leader.
  yes   You stay hands-on with the architecture.
  yes   A player-coach for the first team.
  no    Hands-on training in the first week.

rule hands-on/no-code
  gloss is not expected to write code
  cite  domain:25 reader
  lean  vp +
  gate  +
  fact  hands_on 0
  keep  negated
  say   (not|n't) ..2 (expect|ask|need|want|require) ..2 (you|one) ..1 to (code|(write code)|(commit code)|(be hands on)|program|(write software)|(ship code)|commit) [daily|every]
  say   (not|n't) [be] (expected|required|asked|needed) to (code|(write code)|(commit code)|(be hands on)|program|(ship code))
  say   (wo|will|would|do|does|are|is) (n't|not) [be|longer] [be|directly|personally] (writing|write|committing|commit|shipping) [much|any|production|the] code
  say   (is|'s|was) (n't|not) [a|an] [hands] [on|full] [time|daily] [keyboard|individual] (coding|programming|(individual contributor)|contributor|ic|(hands on)) (role|job|position|seat)
  say   (hands off) [coding|technical|role]
  say   (no|without|zero) [hands] [on] [day] [to] [day] (coding|programming) [expected|required|needed|in|is|duties|role|anymore]
  say   (coding|programming|(writing code)|(hands on coding)) [experience|skills|yourself] (is|are) (not|n't|(no longer)) [a] [required|expected|needed|necessary|part|requirement]
  say   ((no longer)|nobody|(no one)|(no-one)) [will|is|would] [ask|asks|expect|expects|required|expected|need|needs|asked|asking|expecting] [you|to] [to|be] (code|coding|(write code)|(on keyboard)|(hands on)|commit|program)
  say   (have|had|has) (not|n't) ((had to)|written|(needed to)|coded) [code] [for|in|any]
  say   (lead|leads|leading|deliver|delivers|work|works|working|build|builds) (through|via) (others|(other people)|(your managers)|(other leaders)|(your leaders))
  say   ((rather than)|(instead of)) [by] (writing|write|coding|committing) [it|code|the] [code|yourself]
  unless (not|n't) just|only|all|enjoy|mind
  unless (when|while|time|times) you're not
  unless no|low code platform|tools|tool|development|solutions
  unless most of the time|day|week
  unless daily but|however
  unless full time coding
  yes   You will not be writing code.
  yes   We don't expect you to code.
  yes   It is not a hands-on coding role.
  yes   You deliver through others rather than writing code.
  no    We don't just write code.
  no    You will be writing code.
