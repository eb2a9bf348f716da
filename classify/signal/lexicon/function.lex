# Is this the leading of software engineering at all? These rules speak for
# neither level: lean none, only the gate.
family duties

rule function/leads-engineers
  gloss leads engineering teams
  cite  000:41 003:21
  lean  none
  gate  +++
  say   @leads|~hire|~scale|~mentor|~coach|~build|~grow ..3 engineering|(software development)|technology|technical|software [and] [product|data|development|engineering] team|teams|organization|org|department|function|group|groups|squads
  say   @leads|~mentor|~coach|~build|~grow ..3 team|teams|group|organization|org of ..4 @engineers
  say   @leads|~mentor|~coach|~build|~grow ..3 development|dev|scrum|agile teams|team
  unless @works with
  unless join|joining|member|(part of) ..6 team|teams
  unless (mechanical|electrical|civil|facilities|plant|field|sales|chemical|process|solution|solutions) engineers|engineering
  unless tools|help|helps|platform that|to ..4 teams|organizations
  yes   Build and lead engineering teams.
  yes   Manage a group of seasoned developers.
  no    Work with engineering teams on pricing.
  no    Join our growing engineering team.

rule function/engineering-managers
  gloss engineering managers are named as reports
  cite  000:61 domain:4
  lean  none
  gate  ++
  say   (engineering managers)|(development managers)|(software managers)|(tech leads)|(team leads)|(staff engineers)|(principal engineers)
  unless @works with
  yes   Our engineering managers answer to you.
  no    Work with engineering managers.

rule function/software-delivery
  gloss answers for building software
  cite  000:44
  lean  none
  gate  ++
  say   software development|engineering|delivery|architecture|products|lifecycle|(life cycle)|systems
  say   saas|(web applications)|(software products)|(cloud native)
  yes   Run software development for three products.
  no    A soft scarf.

rule function/technical-strategy
  gloss holds a technical strategy
  cite  000:40
  lean  none
  gate  ++
  say   technical|technology|engineering|architectural strategy|vision|roadmap|direction|leadership|leader
  unless marketing technology
  yes   Set the technical direction.
  no    Technical support by phone.

rule function/scaling-systems
  gloss scalable, reliable systems
  cite  000:11
  lean  none
  say   scalable|scalability|reliability|reliable|availability|resilient [secure|reliable|available|scalable|performance|security|(and secure|reliable|available|scalable|performance|security)] [systems|platform|platforms|software|architecture|services|infrastructure]
  yes   Build reliable systems.
  no    Reliably friendly people.

rule function/people-leadership
  gloss leads and grows people
  cite  000:41
  lean  none
  gate  ++
  say   (people management)|(people leader)|(people leadership)|(direct reports)|(performance management)|(leadership experience)|(leadership role)|(management experience)
  say   years ..5 leadership|managing|leading
  yes   Experience with people management.
  no    People like us.

rule function/individual-contributor
  gloss a job for a single contributor
  cite  reader
  lean  none
  gate  --
  say   (individual contributor) [role|position]
  say   (you will)|you'll|you write|code|implement|design|build ..3 (code|features|tests|components|apis|services|pipelines|applications)
  say   ~write ..3 (clean|maintainable|testable|efficient|reusable|(high quality)|production|(well tested)) ..2 code
  say   ~collaborate|~work ..3 (other|fellow|senior|backend|frontend|software) (developers|engineers)
  unless manager|managers|directs|(from individual contributor)
  unless ics|and individual contributors
  yes   Write clean code with us.
  yes   This is an individual contributor role.
  no    Grow managers from individual contributor to leader.

rule function/implements
  gloss implements and tests software itself
  cite  reader
  lean  none
  gate  --
  say   ^ design|develop|implement|write|code|debug|test|maintain|build|program|create [and] [develop|implement|build|maintain|test|deploy] ..3 (software|features|applications|apis|code|tests|scripts|components|pages|services|queries|interfaces|modules|(unit tests)|pipelines|dashboards)
  say   proficient|proficiency|fluent|fluency in|with ..3 (java|python|javascript|typescript|c++|c#|go|golang|ruby|php|sql|react|kotlin|swift|rust|html|css|scala|excel)
  say   {1..8} year|years ..4 (python|java|javascript|typescript|react|php|ruby|golang|c++|c#|.net|node.js|angular|sql|kotlin|swift)
  yes   Develop features for our app.
  yes   Proficient in Python.
  no    Lead the teams that develop our app.

rule function/mentors-juniors
  gloss mentors juniors without leading them
  cite  reader
  lean  none
  gate  -
  say   ~mentor|~coach|~guide|~help ..3 junior|(less experienced)|(more junior)|newer
  yes   Mentor junior colleagues.
  no    Mentor directors.

rule function/sales
  gloss a job in sales
  cite  reader
  lean  none
  gate  ---
  say   quota|quotas|prospecting|(sales pipeline)|(new business)|(account executives)|(sales team)|(sales teams)|(sales leaders)|(sales strategy)|(sales organization)|(sales leadership)|(book of business)|(cold calling)|(sales enablement)|(closing deals)|(sales targets)
  unless @works ..5 sales
  yes   Beat the quota.
  yes   Run the sales organization.
  no    Work with the sales team.

rule function/marketing
  gloss a job in marketing
  cite  reader
  lean  none
  gate  ---
  say   (marketing campaigns)|(demand generation)|(brand strategy)|(content marketing)|(marketing strategy)|(marketing team)|(paid media)|(email marketing)|(social media strategy)|(marketing operations)|copywriting|(marketing programs)|(lead generation)|(media buying)
  unless @works ..5 marketing
  yes   Plan marketing campaigns.
  no    Work with the marketing team.

rule function/finance-job
  gloss a job in finance or accounting
  cite  reader
  lean  none
  gate  ---
  say   gaap|(general ledger)|(month end)|(financial statements)|(financial reporting)|cpa|(accounts payable)|fp&a|(internal audit)|(tax planning)|underwriting|(treasury)|(audit committee)|(financial modeling)
  yes   Close the books at month end.
  no    Money is not all.

rule function/legal-job
  gloss a job in law
  cite  reader
  lean  none
  gate  ---
  say   (juris doctor)|jd|(state bar)|litigation|paralegal|(legal counsel)|(law firm)|attorney|attorneys|(contract law)
  unless statement|matters
  in    requirements preferred role duties about
  yes   A member of the state bar.
  no    Legal age is eighteen.

rule function/health-job
  gloss a job in care or medicine
  cite  reader
  lean  none
  gate  ---
  say   (registered nurse)|rn|nursing|(patient care)|(clinical trials)|(clinical operations)|bedside|(medical director)|physician|physicians|(care home)|(residents' care)|surgery
  unless @works|platform|software|serving|for ..5 physicians|physician|(clinical operations)|nursing|rn
  in    requirements preferred role duties
  yes   A registered nurse on nights.
  no    Work with physicians on our software platform.

rule function/teaching-job
  gloss a job in teaching
  cite  reader
  lean  none
  gate  ---
  say   (teaching experience)|(classroom management)|(lesson plans)|(faculty)|(tenure track)|(curriculum development)|(postdoctoral)
  yes   Plan lessons: lesson plans and classroom management.
  no    We teach by doing.

rule function/recruiting-job
  gloss a job in recruiting or personnel
  cite  reader
  lean  none
  gate  ---
  say   (full cycle recruiting)|(talent acquisition team)|(employee relations)|(hr business partner)|(human resources team)|(payroll)|(recruitment consultant)|(recruitment consultants)|(recruitment industry)|(recruitment sector)|(recruitment business)|(recruitment desk)|(recruitment experience)|(benefits administration)|(source candidates)
  unless benefits|(payroll software)
  in    role duties requirements
  yes   Handle employee relations.
  no    Candidates are welcome.

rule function/support-job
  gloss a job in customer service
  cite  reader
  lean  none
  gate  --
  say   (customer service)|(call center)|(contact center)|(customer success managers)|(customer inquiries)|(help desk)|(support tickets)|(customer success team)|(account management)|(account managers)
  unless @works ..5 (customer success team)|(customer service)
  yes   Run a call center.
  no    Work with our customer success team.

rule function/product-job
  gloss a job in product management
  cite  reader
  lean  none
  gate  --
  say   (product management experience)|(product managers who)|(user research)|(product marketing)|(lead product managers)|(product management team)|(product discovery)|(product requirements documents)
  say   years ..4 (product management)
  unless @works ..5 product
  yes   Seven years of product management.
  no    Work with product marketing.

rule function/design-job
  gloss a job in design or the arts
  cite  reader
  lean  none
  gate  --
  say   (design portfolio)|(visual design)|(graphic design)|figma|(creative director)|(art direction)|typography|(motion graphics)|photography|(brand design)|illustrator|(video production)|journalism|editorial
  yes   Send your design portfolio.
  no    Systems design matters.

rule function/data-job
  gloss a job in analysis or data science
  cite  reader
  lean  none
  gate  --
  say   (data analysts)|(data scientists)|(data science team)|(statistical modeling)|(statistical analysis)|tableau|(power bi)|(voter file)|(data visualization)|(business intelligence)|(statistical models)|(predictive models)|(quantitative)|econometrics|biostatistics
  unless @works ..5 (data scientists)|(data analysts)
  yes   Build statistical models of demand.
  no    Work with data scientists.

rule function/political-job
  gloss a job in campaigns and advocacy
  cite  reader
  lean  none
  gate  ---
  say   (voter|voters|canvassing|(get out the vote)|gotv|votebuilder|van|democratic|republican|(political campaign)|electoral|advocacy|grassroots|(field program))
  unless van insurance|driver|lines
  in    requirements preferred role duties about
  yes   Keep the voter file clean.
  no    Vote for lunch.

rule function/trades-job
  gloss a job in trades, logistics, plants or shops
  cite  reader
  lean  none
  gate  ---
  say   forklift|forklifts|(store manager)|(retail store)|(driving licence)|machinist|welding|(preventive maintenance)|(heavy equipment)|(food safety)|(plant manager)|toolmaker|cnc|plumbing
  say   ~work|shift|shifts|~run|~keep|~manage|~supervise|~oversee|~clean ..3 (kitchen|warehouse|restaurant|(production line)|(shop floor)|(factory floor))
  say   kitchen|warehouse|restaurant staff|crew|manager|managers|supervisor|operative|operatives|associate|associates|experience
  say   ~ensure|~enforce|~follow|~promote|officer|training|inspections ..3 (health and safety)
  say   (health and safety)|(health & safety) officer|manager|inspections|regulations|legislation|standards|compliance|training
  say   procurement|(supply chain) officer|manager|managers|specialist|buyer|planner|analyst|professional|professionals
  say   years|experience|background|~manage|~oversee|~lead ..2 (procurement|(supply chain))
  unless software|platform|platforms|customers|solutions|saas|app|apps|applications|systems|product|products|tech
  unless data warehouse|warehouses
  in    requirements preferred role duties
  yes   Keep the production line safe.
  yes   Operate forklifts at night.
  yes   Work in a busy kitchen.
  yes   Six years in procurement.
  no    We write software for a warehouse.
  no    Bring ideas to the kitchen whiteboard.
  no    Build procurement tools for hospitals.
  no    Lead the supply chain platform.

rule function/operations-job
  gloss a job in business operations or strategy
  cite  reader
  lean  none
  gate  --
  say   (business development)|(revenue cycle)|(investment management)|(portfolio management)|(asset management)|(wealth management)|(actuarial)|(insurance claims)|(real estate development)|(management consulting)|(corporate development)|(public relations)|(policy analysis)|(grant writing)|(donors)|philanthropy
  unless software|platform|@works
  in    requirements preferred role duties
  yes   Drive business development in the north.
  no    Software for asset management.

rule function/solutions-engineering
  gloss engineering that sells: pre-sales and solution engineering
  cite  reader
  lean  director +
  gate  -
  say   presales|(pre sales)|(solution engineers)|(solutions engineers)|(sales engineers)|(sales engineering)|(solution engineering)|(solutions engineering)|(proof of concept)|(proofs of concept)|(technical sales)|demos
  unless @works ..5 sales
  yes   Run a presales team.
  no    Work with sales engineers.

rule function/it-job
  gloss internal information technology
  cite  reader
  lean  director +
  gate  -
  say   (help desk)|helpdesk|(desktop support)|(end user)|(active directory)|(office 365)|(it operations)|(it infrastructure)|(it support)|erp|(it department)|(it systems)|(information systems)|servicenow|(it strategy)|(business applications)
  yes   Run IT operations and the help desk.
  no    It works.

rule function/research-job
  gloss research science
  cite  reader
  lean  none
  gate  --
  say   (peer reviewed)|publications|(phd in)|(ph.d. in)|(research scientists)|(drug discovery)|(laboratory)|genomics|(wet lab)
  yes   A record of peer reviewed publications.
  no    Research our firm online.

rule function/hardware-job
  gloss engineering of things, not software
  cite  reader postings
  lean  none
  gate  --
  say   (mechanical engineering)|(civil engineering)|(electrical engineering team)|(structural engineering)|(chemical engineering)|(manufacturing engineering)|(process engineering)|autocad|solidworks|(building services)|(rf engineering)|asic|fpga|pcb|(mechanical design)|(professional engineer)|(geotechnical)|hvac
  unless (degree|computer|science) ..8 engineering
  yes   Years in civil engineering.
  no    A degree in computer science or electrical engineering.

rule function/engineering-leader
  gloss speaks of engineering leaders and engineering as an organisation
  cite  000:11
  lean  none
  gate  +
  say   engineering|technology leadership|leader|leaders|organization|org|excellence|strategy|management|operations
  unless report|reports|reporting [directly] to|into
  unless @works with
  yes   We look for an engineering leader.
  no    You report to the head of engineering operations.
