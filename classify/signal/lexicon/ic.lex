# The work of a single contributor, however senior: these rules tell it from
# the leading of engineering and speak for neither level.
family duties

set you_will  = (you will)|(you'll)|(you ll)|(you would)|(you'd)|(you d)
set languages = python|java|javascript|typescript|c++|c#|golang|go|ruby|php|sql|react|kotlin|swift|rust|html|css|scala|angular|vue|perl|bash|node.js|node|nodejs|django|rails|spring|laravel|flask|.net
set makes     = design|designs|designing|develop|develops|developing|build|builds|building|implement|implements|implementing|create|creates|creating|architect|maintain|maintaining|deploy|optimize|write|writing|code|coding|ship|shipping
set parts     = software|systems|services|apis|api|pipelines|pipeline|applications|components|models|features|integrations|tools|infrastructure|solutions|dashboards|workflows|interfaces|microservices|databases|algorithms|scripts|code|prototypes|agents

rule ic/joins-team
  gloss joins a team as one of its members
  cite  reader
  lean  none
  gate  --
  say   to join our|the|a|their ..4 team|teams|squad
  say   @you_will [be] join|joining ..4 team|squad
  say   join|joining ..2 team|squad of ..4 @ics
  say   (member|part) of [@the] ..2 team|squad [of] @ics
  say   part of [@the] ..3 scrum|agile|squad|development|backend|frontend|platform|data team
  unless leadership|executive|management|lead|leads|manage|manages team
  unless to|who lead|manage
  yes   We look for someone to join our payments team.
  yes   You will join a small team in Leeds.
  no    A place in the leadership team.
  no    Lead the team that built it.

rule ic/works-on
  gloss says what the engineer will work on
  cite  reader
  lean  none
  gate  -
  say   @you_will [be] working|work on
  say   (what|projects|problems|things|features) @you_will [be] working|work on
  say   ~work on ..3 features|projects|services|code|codebase|tasks|tickets|bugs|pipelines|products
  say   be working on
  unless teams that|who
  yes   You'll be working on search.
  no    Teams who work on features report here.

rule ic/with-product-and-design
  gloss builds with product managers and designers as a member of the team
  cite  reader
  lean  none
  gate  -
  say   @works|alongside ..4 designers
  say   @works|alongside ..3 (product manager)|(product owner)
  say   @works|alongside ..3 (product managers)|(product owners) ..3 engineers|designers|developers|(data scientists)
  unless @leads|strategy ..6 teams|organization
  yes   Work with designers on new screens.
  no    Designers and others sit upstairs.

rule ic/code-reviews
  gloss takes part in code reviews and pull requests
  cite  reader
  lean  none
  gate  -
  say   ~participate|~contribute|~conduct|~perform|~review|~join|~do|~write|~provide ..4 (code reviews)|(code review)|(pull requests)|(peer reviews)|(peer code reviews)|(design reviews)|code
  say   (pull requests)|(pull request)|prs|(merge requests)
  unless ensure|oversee|standards for
  yes   Take part in and perform code reviews.
  no    A review of the book.

rule ic/on-call
  gloss takes a turn on call
  cite  reader
  lean  none
  gate  --
  say   ~participate|~join|~share|~take|part|~support|~rotate|~provide ..4 (on call)|oncall
  say   (on call) [support] rotation|rotations|duties|schedule|shifts|shift
  unless @leads|~establish|~define|~own|healthy ..4 (on call)|oncall
  yes   Join the on-call rotation.
  no    Define a fair on-call rotation.

rule ic/data-structures
  gloss asks for a programmer's basics
  cite  reader
  lean  none
  gate  --
  say   (data structures)|algorithms|(object oriented)|(design patterns)|multithreading|concurrency|(test driven)|tdd|(version control)|(coding skills)|(programming skills)|(coding standards)|(programming language)|(programming languages)|(scripting languages)|(unit testing)|(unit tests)|(coding challenge)|(problem solving and debugging)
  unless recommendation algorithms
  unless teams|managers|oversee
  yes   Know your data structures.
  no    The structure of the data team.

rule ic/languages-asked
  gloss asks for named programming languages at hand
  cite  reader
  lean  none
  gate  --
  say   ~know|knowledge|experience|experienced|expertise|proficiency|proficient|skills|skilled|familiarity|familiar|expert|fluent|fluency|background|command|understanding|mastery ..6 @languages
  say   @languages ..1 experience|skills|expertise|knowledge|developer|programming|development|coding
  say   @languages [or|and] @languages
  unless teams|team|leading
  yes   Solid knowledge of Python.
  yes   Python and Kotlin.
  no    A python lives in the terrarium.

rule ic/tools-asked
  gloss asks for named tools of the trade at hand
  cite  reader
  lean  none
  gate  -
  say   ~know|knowledge|experience|experienced|expertise|proficiency|proficient|familiarity|familiar|understanding|(hands on) [hands|on|working|strong|practical|deep] [experience|knowledge|understanding] with|of|in|using ..5 terraform|docker|kubernetes|postgres|postgresql|mysql|mongodb|redis|kafka|elasticsearch|graphql|git|github|gitlab|jenkins|ansible|linux|spark|airflow|snowflake|dbt|(ci/cd)|aws|gcp|azure|pytorch|tensorflow|figma|selenium|splunk
  unless teams|leading|organizations
  yes   Familiarity with Docker and Kafka.
  no    Docker workers load the ship.

rule ic/few-years
  gloss asks for one to four years of experience
  cite  reader
  lean  none
  gate  --
  difference education
  say   {1..4} [or] [more] year|years ..4 experience
  say   {1..4} [or] [more] years ..1 in|with|as|working
  unless leadership|management|managing|leading
  unless {5..40} [or] [more] years
  yes   3+ years of experience with networks.
  no    Three years of experience in management.

rule ic/independent
  gloss works independently, asks little guidance
  cite  reader
  lean  none
  gate  -
  difference career
  say   ~work|working ..2 independently|autonomously|unsupervised
  say   independently|autonomously and|or|as
  say   (self starter)|(self motivated)|(self directed)|(team player)|(attention to detail)|(detail oriented)
  say   (minimal|little|limited|without|general|close) [direct] supervision|guidance|oversight
  yes   Able to work independently.
  no    An independent firm.

rule ic/learns
  gloss eager to learn
  cite  reader
  lean  none
  gate  -
  difference career
  say   eager|willing|willingness|desire|excited|love|ability|quick|keen|passion|curious|able|opportunity [to] [quickly] learn|learning|learner
  say   quickly|fast learn|learner|learning
  say   learn|learning ..2 new (technologies|skills|tools|things|languages|technology)
  yes   Eager to learn.
  no    Machine learning in production.

rule ic/performs-tasks
  gloss a list of tasks done with one's own hands
  cite  reader
  lean  none
  gate  -
  say   ^ perform|performs|participate|participates|assist|assists|analyze|analyse|troubleshoot|debug|write|writes|document|test|investigate|configure|research|prototype|automate|optimize|refactor|deploy|monitor|contribute|maintain|maintains|install
  unless hiring|interviews|budget|budgets|strategy|teams|team|performance reviews
  yes   Perform load tests.
  no    Load tests run at night.

rule ic/builds-things
  gloss designs, builds and maintains parts of a system itself
  cite  reader
  lean  none
  gate  --
  say   ^ @makes [and] [@makes] [and] [@makes] ..4 @parts
  say   @you_will [be] [responsible] [for] @makes [and] [@makes] ..4 @parts|code|products
  unless team|teams|organization|strategy|roadmap|hiring
  yes   Design, build and maintain data pipelines.
  yes   You'll build new services.
  no    Build the team and its systems.

rule ic/ships-own-work
  gloss carries its own features from design to production
  cite  reader
  lean  none
  gate  -
  say   ~own|~take|ownership ..3 features|projects|services|components|systems|tasks ..3 (end to end)|(from start|idea|concept|design|conception|inception)
  say   (end to end) (features|feature|projects|ownership|development)
  say   (hands on) ..1 coding|programming|coder|engineer|developer
  say   (own|write|ship|shipping|writing) ..2 (production code)|(quality code)|(clean code)
  say   (technical|system|software|architectural) design documents|docs|specifications|documentation
  say   ~write|~maintain|~create ..3 documentation
  unless teams|managers
  yes   Own features end to end.
  no    An end to meetings.

rule ic/data-and-models
  gloss builds data flows or models itself
  cite  reader
  lean  none
  gate  -
  say   ~build|~develop|~design|~maintain|~train|~deploy|~optimize|~implement|~create ..4 (data pipelines)|(data pipeline)|etl|elt|(data models)|(machine learning models)|(ml models)|models|queries|(data warehouse)|datasets|prompts|(ai models)|agents
  unless team|teams|operating|leadership
  yes   Build ETL jobs each night.
  no    Build the team for data models.

rule ic/security-work
  gloss tests and watches systems for security itself
  cite  reader
  lean  none
  gate  -
  say   ~perform|~conduct|~do|~run|~support|~carry ..3 (penetration|vulnerability|(threat modeling)|threat|(security reviews)|(security assessments)|(risk assessments)|forensics|(security testing))
  say   (vulnerability management)|(threat modeling)|(threat modelling)|(penetration testing)|siem|(threat detection)|(incident responders)|cissp|oscp|(security controls)|iam
  yes   Perform penetration tests.
  no    The guard performs a dance.

rule ic/mentors-peers
  gloss mentors other engineers without leading them
  cite  reader
  lean  none
  gate  -
  say   ~mentor|~coach|~guide|~help|~support ..2 (other|fellow|team|peer|peers|your|more|less) ..1 engineers|developers|members|teammates|colleagues|peers
  say   ~mentor|~mentoring (engineers|developers|teammates|peers)
  say   (technical mentorship)|(share knowledge)|(knowledge sharing)|(sharing knowledge)
  unless managers|~hire|@leads|leaders ..6 engineers|developers|members
  yes   Mentor other engineers on the team.
  no    Mentor managers of other teams.

rule ic/architects
  gloss draws architectures for others to build
  cite  reader
  lean  none
  gate  -
  say   (solution|solutions|enterprise|reference|data|cloud|technical|security) architectures|architect|architects
  say   togaf|archimate|(architecture review board)|(architecture reviews)|(architectural decisions)|(architecture diagrams)|(technical designs)|(technical design)
  unless @leads|~hire|@grows ..5 architects|engineers
  yes   Draw reference architectures.
  no    Lead architects and engineers.

rule ic/founding-engineer
  gloss an early engineer of a young company
  cite  reader
  lean  none
  gate  -
  say   founding|first|early engineer|engineers|(engineering hire)|employee|employees|hire|hires|(team member)
  say   (ship fast)|(move fast)|(in the codebase)|(our codebase)
  unless @leads ..6 engineers
  yes   You are an early engineer here.
  no    The first engine.

rule ic/reports-to-lead
  gloss takes work from a lead or a manager
  cite  reader
  lean  none
  gate  --
  say   @works|report|reports|reporting|guidance|guided|direction|led|mentored|supervision|managed ..3 (engineering manager)|(tech lead)|(technical lead)|(team lead)|(development manager)|(lead engineer)|(senior engineers)|(senior developers)|(project manager)|(software manager)
  unless @leads|~coach|~hire ..4 manager|lead|engineers
  yes   Work closely with your tech lead.
  no    Lead the manager of the lab.

rule ic/no-reports
  gloss has nobody below it
  cite  domain:7 reader
  lean  none
  gate  ---
  fact  below none
  keep  negated
  say   no|without|zero|not|nobody ..3 (direct reports)|(people management)|(line management)|(managerial responsibilities)|(management responsibilities)|(supervisory responsibilities)|(supervisory responsibility)|(line reports)|(personnel responsibility)|(disciplinary responsibility)
  say   not|non|isn't ..2 ([a] (managerial|supervisory|management|(people management)|(people manager)|(line management)|(people leader)) role|position|job|post|track)
  say   not|never|n't ..2 (supervise|manage|lead) ..1 (people|others|employees|staff)
  say   (individual contributor)|ic [level] role|position|job|capacity|track|post|contributor
  say   (is|are|be) an (individual contributor)|ic
  say   nobody|(no one) reports to you|this|the
  say   (direct reports)|(supervisory responsibility)|(supervisory responsibilities)|(management responsibility)|(management responsibilities)|(people management)|(positions supervised) [is|are] none|nil|no|n/a|0|zero
  say   ^ as an (individual contributor)
  say   work|operate|working|operating as an (individual contributor)|ic
  say   not|n't|no|without ..2 (people reporting)|(people responsibility)|(personnel responsibility)
  say   n't ..3 (direct reports)|(people management)|(line management)
  say   without managing|leading|supervising anyone|anybody|people|(direct reports)|(a team)|others
  unless manage|managing|leading|coaching|mentoring ..4 (individual contributor)|ic
  unless just|only|merely|pure|purely|traditional|solely ..2 management
  unless management only
  unless (if i)|happy|manage|manages|managing|leading ..6 an ic
  unless progression|years|previously|former|from|(first time) ..6 (individual contributor)|ic
  yes   This role has no direct reports.
  yes   The post is an individual contributor role in the lab.
  yes   Mind that it's not a supervisory post.
  no    Twelve direct reports in two cities.
  no    Managing people in an individual contributor track.
