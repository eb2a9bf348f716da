# Marks of leading as such: people, results and direction of engineering.
# They open the gate; both levels have them.
family duties

rule leads/experience-leading
  gloss asks for experience in leading teams
  cite  000:128 003:64
  lean  none
  gate  ++
  difference career
  say   experience|experienced|record|ability|able|success|successfully|history|background|proven|expertise|demonstrated|skilled|adept ..4 leading|managing|scaling|building|growing|developing|lead|build|manage|scale ..5 teams|departments|engineers|developers|(engineering team)
  say   ~lead|~run|~manage ..2 (teams|people|departments) (before|through|across|previously|successfully)
  unless ~work|across ..2 teams
  yes   Experience leading large teams.
  yes   You have run teams through managers before.
  no    Experience with leading brands.

rule leads/heads-people
  gloss names the people below: leads, managers, heads, directors
  cite  000:41 000:61
  lean  none
  gate  +++
  say   @leads|~coach|~mentor|~develop|~hire|~appraise ..4 {2..20} ..2 managers|leads|directors|heads|leaders|teams|groups|squads
  say   {2..20} [engineering|technical|development|associate|team|software] managers|leads|directors|heads ..5 (report|reports|reporting|answer|answers|reports)
  say   {2..20} ..2 (engineering managers)|(team leads)|(team leaders)|(tech leads)|(technical directors)|(technical leads)|(development managers)|directors|(managers and leads)
  say   (team leads)|(team leaders)|(engineering managers)|(tech leads)|managers|leads|directors|heads ..3 report|reports|reporting|answer [directly] to (you|this|the) [role|position|job|vice|director]
  say   through|via [your|their|other|several|a] [layer] [of] [engineering|team] managers|leads|leaders|directors
  say   report|reporting [directly|in|up] to you|(this role)
  say   {1..30} (teams|managers|leads) ..1 [and] {5..900} (people|engineers|developers)
  unless product|project|program|account|store|sales|property|marketing managers|leads|directors
  unless @works|with ..2 managers|leads|directors
  unless years|year
  yes   Lead five team leaders in two cities.
  yes   Three heads report to you.
  yes   Teams run through managers.
  no    Work with four managers of other units.

rule leads/manages-engineers
  gloss manages a number of engineers
  cite  000:41
  lean  none
  gate  ++
  say   @leads|department|organization|organisation|team|group|workforce|unit|all ..6 {8..3000} [or] [more] [software|talented|strong|full|time|other] engineers|developers|technologists|programmers|people|specialists|staff|technicians|members
  say   {15..3000} engineers|developers|technologists|programmers [between]
  say   (person|people|strong|member) [engineering|technology|development] organization|department|org|group
  unless company|employees|customers|users|companies|serve|serving|join|joined|founded
  unless we|we're ..4 team|group
  unless (team|group) of over
  yes   Lead a department of 60 developers.
  no    The company has 300 people.

rule leads/oversees
  gloss oversees projects, teams, budgets
  cite  000:40 003:14
  lean  none
  gate  ++
  say   ~oversee|oversight ..6 team|teams|engineering|development|delivery|operations|architecture|implementation|projects|programs|project|staff|infrastructure|budget|budgets|design|platform|software|technology|technical
  say   ~direct|~supervise ..4 team|teams|staff|engineers|engineering|development|developers|work|activities|operations
  unless audit|regulatory|financial oversight
  yes   Oversee the work of several teams.
  no    An oversight in the minutes.

rule leads/hires-and-keeps
  gloss hires, keeps and grows people
  cite  000:41 003:47
  lean  none
  gate  ++
  say   ~hire|~recruit|~attract|~retain|~onboard|recruitment|recruiting ..3 (retain|develop|grow|mentor|coach|lead|manage|develops|retaining|developing|growing|mentoring|managing|train|promote|retention)
  say   ~attract|~recruit|~hire|~retain|~build ..4 talent|engineers|(engineering talent)|(technical talent)|leaders|managers
  say   (team building)|(talent development)|(talent management)|(staff development)|(succession planning)|(talent acquisition)|(grow the team)|(scale the team)|(build the team)|(growing the team)|(building teams)|(build teams)
  unless agencies|@works ..4 recruiters
  unless us|we ..3 hire|attract|retain
  yes   Hire, coach and retain engineers.
  no    We hire all year.

rule leads/performance
  gloss holds people to goals: reviews, feedback, careers
  cite  000:41 003:14 003:21
  lean  none
  gate  ++
  say   (performance management)|(performance reviews)|(performance evaluations)|(performance expectations)|(career development)|(career growth)|(professional development)|(career paths)|(people development)|(staff development)|(coaching and mentoring)|(mentoring and coaching)|(direct reports)|(people management)|(line management)|(one on ones)|(team morale)|underperformance
  unless offer|offers|benefits|budget|stipend|allowance|opportunities|your|we|our|annual|reimbursement|support
  yes   Guide careers through performance reviews.
  no    We offer career development.

rule leads/culture
  gloss builds a culture of work
  cite  000:41 003:27
  lean  none
  gate  ++
  say   ~foster|~build|~cultivate|~champion|~create|~promote|~shape|~drive|~instill|~nurture|~establish|~develop|~set ..5 culture
  say   culture of ..3 innovation|excellence|accountability|learning|collaboration|improvement|ownership|trust|quality|transparency|inclusion|inclusivity
  unless we|our|us ..5 culture
  yes   Foster a culture of candour.
  no    We build our culture on trust.

rule leads/strategic
  gloss plans strategically
  cite  000:40 003:33
  lean  none
  gate  ++
  say   strategic planning|plan|plans|direction|goals|objectives|leadership|leader|initiatives|vision|roadmap|roadmaps|priorities|decisions|alignment|execution|guidance|growth|investments|partnerships
  say   (set|define|develop|drive|own|shape|execute|align|establish|setting|defining|driving|owning|develops|formulate) ..5 strategy|strategies|vision
  say   strategy and|to|into execution|vision|roadmap|roadmaps
  unless sales|marketing|customer|account|investment strategy|strategies
  # Strategy of several years or of the whole company is for horizon and authority.
  unless (multi year)|multiyear|((company|org|organization|organisation|enterprise) wide)|(across [@the] [entire|whole] company|organization|organisation)
  yes   Own the strategic direction.
  no    Set the multi-year engineering strategy.
  no    Define the company-wide technology strategy.
  no    Chess is a game of strategy.

rule leads/delivery-of-teams
  gloss makes teams deliver
  cite  000:40 000:52
  lean  none
  gate  ++
  say   ~ensure|~drive|~lead|~manage|~oversee|~own|~guarantee ..5 (delivery|execution|(operational excellence)|(on time)|timely|predictability)
  say   (engineering|operational|technical|delivery|execution|software) excellence|rigor
  say   (team|engineering|organizational) performance|efficiency|effectiveness|productivity|velocity|capacity
  say   strategy|planning|plan and|to|through delivery|execution
  yes   Drive predictable delivery.
  no    Delivery to your door.

rule leads/money
  gloss handles budgets, headcount, resources
  cite  000:50 003:36
  lean  none
  gate  ++
  say   budget|budgets|budgeting|headcount|(head count)|(resource allocation)|(resource planning)|(resource management)|(allocate resources)|(workforce planning)|(p&l)|capex|opex|(cost management)
  unless (on|within|under) [and] [time|scope] budget
  unless learning|training|equipment|travel|wellness|education|development|personal|home|conference|office|annual|marketing|advertising|error budget
  unless customers|agency|agencies|firm|campaign
  unless ^ @others_do
  unless while|whereas|where|but|since|because|though @others_do
  yes   Plan headcount and budgets.
  no    The CFO owns the budget.
  no    A learning budget of 2,000.

rule leads/wanted-leader
  gloss seeks a leader
  cite  000:11
  lean  none
  gate  ++
  say   seek|seeks|seeking|looking|need|needs|want|wants|hiring|searching|as|be|are ..8 leader
  say   leader [who|with|to|responsible]
  say   leadership role|position|experience|capacity|responsibilities
  say   senior|engineering|technology|people|strategic|visionary leader|leadership
  say   experienced|technical|seasoned|proven leader
  say   (someone|person|leader) [who] [can|will|to] lead|run|head|manage ..3 engineering|technology|development|teams|department
  unless [is|are|as|s|global|world|industry|market|category|recognized|a|the] leader|leaders in|of
  unless (market|industry|global|world|category|technical|tech|team|thought) leader|leaders
  unless we|our|company ..6 leader|leadership
  yes   This is a senior leadership position.
  yes   We need someone to run engineering.
  no    A world leader in shoes.

rule leads/roadmap
  gloss owns a roadmap
  cite  000:40 000:43
  lean  none
  gate  ++
  say   ~own|~define|~set|~drive|~lead|~shape|~develop|~manage|~align|~create|~establish|~plan|~execute|~deliver|~keep|~oversee ..5 roadmap|roadmaps
  say   (technology|engineering|technical|platform|product|digital|architecture|multi year) [and] roadmap|roadmaps
  unless contribute|contributing|influence
  yes   Own the platform's roadmap.
  no    A road map of Wales.
