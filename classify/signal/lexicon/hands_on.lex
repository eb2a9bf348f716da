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
