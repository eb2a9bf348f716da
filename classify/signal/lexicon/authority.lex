# A seat among the executives, the last word, and setting against executing.
family authority

# The bodies that run a company, how one belongs to them, and those that run
# no more than a function.
set exec_body   = exco|excom|comex|codir|elt|slt|(executive|management|operating|exec|leadership committee)|(executive|leadership|operating|management|directors council)|(executive|management|managing board)|(executive group)|(board of management)|(company|group|corporate management)|(executive|exec leadership|management team)|(executive|exec team|table|staff|bench|group)|(senior|company|corporate|core|founding|top|group|global leadership|management|executive team|group|circle|table|council|forum)|(top team|table)|boardroom|(cxo team|group|council|forum)|geschäftsleitung|geschäftsführung|vorstand|direktion|(c suite)|(management|leadership circle|round|table)
set belongs_to  = (member|members|part|seat|chair|place|voice|join|joins|joining|joined|sit|sits|sitting|serve|serves|serving|belong|belongs|belonging [directly|also] of|on|in|at|to)|(join|joins|joining)|((be|been|you're|are|is|you'd|you'll [be] in|on) [@the])
set of_function = (engineering|product|sales|marketing|design|technical|tech|technology|it|ict|database|data|r&d|people|development|data|gtm|revenue|commercial|operations|finance|security|analytics|digital|platform|cloud|software|hardware|infrastructure|regional|department|departmental|departments|department's|division|divisional|division's|directorate|site|unit|project|program|programme|team's|customer|success|delivery|services|portfolio|domain|area|tribe|plant|hub|center|centre|country|segment|line|vp's|svp's|evp's|avp's|cto's|cio's|ciso's|cdo's|coo's|cpo's|officer's|director's|head's|manager's leadership|management|executive|exec|(senior leadership)|(extended leadership) [team|group|committee|council|meetings|meeting|forum])

rule authority/executive-seat
  gloss sits in the executive or senior leadership team
  cite  domain:36 reader
  lean  vp +++
  fact  exec 1
  say   member|members|part|seat|join|joins|joining|sit|sits|sitting|serve|serves|serving [of|on|in|at] ..3 @execs|senior|company|company's|corporate|our|global|core leadership|management team|committee|group|table|council
  say   member|members|part|seat|join|joins|joining|sit|sits|sitting|serve|serves|serving [of|on|in|at] ..3 @execs team|committee|table|board|staff
  say   member|part|seat|join|joins|joining|sit|sits|serve|serves [of|on|in|at] [the|our] (leadership team)|slt|elt
  say   other|fellow @execs [team] [members|peers|leaders]
  say   member|members|part|seat|belong|belongs|sit|sits|sitting [of|on|in|to] [@the] ..1 (management board)|(executive board)|(group management)|(board of management)|(senior management)|(company management)|directorate
  say   (executive peers)|(peer executives)|(executive colleagues)
  unless engineering|product|sales|marketing|design|technical|tech|it|r&d|people|development leadership|management [team]
  unless leadership team's
  unless interview|presentation
  unless active part|member of
  unless liaison|~advise|~interact|~present|~brief|~communicate ..8 other @execs
  unless members|member and|& senior|executive
  unless apply to join
  unless @vps|director|head of|for ..3 leadership|management team|group
  unless vp's|svp's|cto's|cio's|coo's|cpo's|officer's|director's [senior|extended] leadership|management team|group
  yes   You are a member of the executive team.
  yes   Join our leadership team and help steer the company.
  yes   Partner with other executive team members.
  yes   The post belongs to the group management.
  no    Nobody in this role sits on the executive team.
  no    Present updates to the executive team.
  no    Join the engineering leadership team.

rule authority/leadership-team
  gloss belongs to the leadership team of the company
  cite  domain:36 reader
  lean  vp ++
  fact  exec 1
  in    other about role duties requirements preferred benefits heading
  say   member|part of [@the] [company|company's] management team
  say   @belongs_to [@the] [extended] @exec_body
  say   @belongs_to ..3 exco|excom|comex|codir|elt|geschäftsleitung|geschäftsführung|vorstand|(c suite)|(management committee)|(operating committee)|(executive committee)|(executive council)
  say   (be|are|is|sit|sits|sitting|you're|take|takes|have|with on|in|at) ..2 leadership|management|executive team|group|committee|table|circle
  say   voice|seat|chair|place|vote on|at|in ..3 leadership|executive|exec|management|company's|top|senior team|table|group|board|committee|council|round
  say   (@belongs_to [@the] president's|chancellor's|provost's|superintendent's|ceo's|founder's|founders|mayor's|dean's|(executive's)|(managing director's) [senior|executive] cabinet|council|staff|(executive group)|(leadership team)|(executive team)|(senior team)|(management team)|(direct team))
  say   as a (c suite)|(c level) ..4 member|peer
  say   seat|place|part|member in|of [@the] ..1 company|company's|firm|business|group management
  say   (rest of)|((other|fellow) members of)|(peers on|in|across) [@the] ..2 leadership|executive|management|senior team|group|committee
  say   sit|sits|sitting|seat|place|member on|of the executive
  say   @belongs_to [@the] ..1 (operating board)|(trust board)|(chief officers group)|(staff group)|(executive forum)|(executive leadership group)|(directors group)|(partners meeting)|(partner group)
  say   ~occupy ..2 seat|chair in|on|at ..2 executive|management|leadership|board
  say   ~complete|~strengthen|~reinforce [@the] ..1 leadership|management|executive team|board
  say   colleagues|peers in|on|from [@the] leadership|management|executive team|board|committee
  say   equal vote in|on|at|with
  unless @of_function
  unless engineering|sales|marketing|technology|tech|it|data|platform|division|department|directorate ..2 leadership team|group|council|forum
  unless ~present|~report|~brief|~support|updates|papers|presentations|assistant|access|exposure ..4 @exec_body
  unless ~lead|~manage|~build|~develop|~coach|~mentor|~grow|~hire|your ..3 leadership|management|senior|executive team|group
  unless excited|thrilled|invite|opportunity to ..3 join ..1 leadership
  unless active part|member
  unless (leadership|management|senior|executive [leadership|management] team|group|committee|council|forum) of|for|in|within|under [@the] ..2 directorate|division|department|function|unit|portfolio|technology|engineering|it|director|@vps|@cio|@cto
  unless @vps|@cio|@cto|director ..1 leadership|management|senior
  unless @vps|director|head of|for ..3 leadership|management|senior team|group
  unless your|his|her|their [own|senior|extended] leadership|management|senior team
  unless my|name leadership|management team
  unless extended leadership|senior
  unless leadership|management|executive|senior team's
  unless interview|presentation
  yes   The postholder belongs to the ExCo of the bank.
  yes   It comes with a vote in the leadership committee.
  yes   You will be on the leadership team.
  yes   The post belongs to the Geschäftsleitung.
  yes   You are in the CEO's executive group.
  no    A member of the data leadership team.
  no    Present papers to the executive committee.
  no    Lead a senior leadership team of seven managers.

rule authority/named-leadership-team
  gloss belongs to the leadership team of a named company or business
  cite  domain:36 reader
  lean  vp ++
  fact  exec 1
  in    other about role duties requirements preferred benefits heading
  say   member|members|part|seat of ..4 (leadership|executive|senior|directors team|committee|council|cabinet|group|board|forum)|(management committee|council)
  unless @of_function
  unless of the|our|a [senior|broader|wider] ..1 leadership|senior team|group|council|forum|board
  unless engineering|sales|marketing|technology|tech|it|data|platform|division|department|directorate ..2 leadership team|group|council|forum
  unless (leadership|management|senior|executive [leadership|management] team|group|committee|council|forum) of|for|in|within|under [@the] ..2 directorate|division|department|function|unit|portfolio|technology|engineering|it|director|@vps|@cio|@cto
  unless @vps|@cio|@cto|director ..1 leadership|management|senior
  unless @vps|director|head of|for ..3 leadership|management|senior team|group
  unless your|his|her|their [own|senior|extended] leadership|management|senior team
  unless my|name leadership|management team
  unless extended leadership|senior
  unless ~lead|~manage|~build|~develop|~coach|~mentor|~grow|~hire|your ..3 leadership|senior|executive team|group
  unless excited|thrilled|invite|opportunity to ..3 join ..1 leadership
  unless active part|member
  unless members|member|part of ..3 leadership|senior|executive teams
  unless advisory|school|editorial|medical|parent board|committee|council
  yes   You are a key member of the association's leadership team.
  yes   A member of the University's executive committee.
  no    A member of the data leadership team.
  no    A member of the claims leadership team.
  no    You lead a senior leadership team of seven managers.

rule authority/runs-company
  gloss one of the few who run the company
  cite  reader domain:36
  lean  vp +++
  fact  exec 1
  in    other about role duties requirements preferred benefits heading
  say   (executive|leadership|management|exec|(senior leadership|management) [leadership|management] team|group|committee|circle|table|board)|executive|exec|exco of {3..15}
  say   {3..15} person|people|strong|member|headed|seat executive|exec|leadership|management|exco|(senior leadership)
  say   one of|among [only|just|the|our] {2..15} [people|members|leaders|directors|(of us)] ..2 leadership|executive|management|exec team|group|committee|board|table
  say   one of|among [only|just|the|our] {2..15} [people|members|(of us)] ..2 exco|excom|(who run)|(who runs)|(who lead)|(executive directors)|executives|officers|(at his|her|their|our|the table)
  say   {2..9} of us|you ..2 who|that|to run|lead|decide|decides|steer
  say   {2..9} of us|you are|is|make|form|become the|our leadership|management|executive|exec
  say   run|runs|running|steer|lead [the|our|this] company|firm|business|studio together|jointly|(with the|our @ceo|founders|others)|(side by side)
  say   runs|run the company|business with you
  say   {n} [or] (executive directors)
  say   (second|third|fourth|fifth|sixth|seventh|eighth member|person|seat) of|on|in|at [@the] ..1 leadership|management|executive|exec|geschäftsführung|geschäftsleitung|vorstand
  say   one|some of|among ..3 ceo's|founder's|president's|(chief executive's)|(managing director's) [{2..12}] [direct] reports
  say   {2..12} [direct] reports of [@the] @ceo|president
  say   help|helps|helping [us|to] run the|our|this company|firm|business
  unless @of_function
  unless ~lead|~manage|~build|~develop|~coach|~mentor|~grow|~hire|~support|~assist|your|through|inherit ..3 leadership|management|senior|executive team|group
  unless of {n} ..3 managers|leads|engineers|heads|directors|supervisors
  unless in|of|within [@the] ..2 department|division|unit
  unless ~report|~present to ..3 {n}
  yes   There is an executive committee of nine, and you are in it.
  yes   You are one of eight people on the executive board.
  yes   A four-person executive shares all big choices.
  yes   The five of you form the executive.
  yes   You run the company together with the founders.
  no    You lead a leadership team of six managers.
  no    One of seven engineering managers.
  no    A management team of five in the data department is yours.

rule authority/executive-meetings
  gloss sits in the meetings of the leadership of the company
  cite  domain:36 domain:34
  lean  vp ++
  difference meetings
  fact  exec 1
  say   (~attend|~join|~participate|~sit|take|takes|taking|part|chair|place|seat|table ..3 executive|exec|leadership|exco|(c level)|(c suite)|(management team)|(executive team)|(leadership team)|(executive staff)|(senior management)|(senior leadership) meeting|meetings|weekly|session|sessions|round|offsite|offsites|away|huddle|table)
  say   (weekly|monday|tuesday|wednesday|thursday|friday|monthly|fortnightly company|executive|exec|leadership|management [leadership|management|staff|team] meeting|meetings|round|session|table)
  say   (in|to|at|into|with on|for)|to|at|in [@the|our|all] board|(board of directors) meetings|meeting with|alongside us|(the ceo)|(the founders)
  say   attend|attends|attending|come|comes|(take part)|present [with us] [to|in|at] [all|every|the|our|full] board meetings|meeting|(board away)
  say   (weekly|monday|tuesday|wednesday|thursday|friday|fortnightly exec|exco|(executive committee))
  say   ~attend|~join [@the] exco|excom
  unless @of_function
  unless project|team|status|planning|sprint|standup|product|change|risk|account|client|customer|incident|release|delivery|stakeholder|performance meeting|meetings|management
  unless ~prepare|decks|materials|minutes|~schedule|calendars|~organize|~organise|assistant|~facilitate ..6 meeting|meetings
  unless coffee|all hands
  yes   Attend the executive meeting every Monday.
  yes   You take part in the leadership meetings.
  yes   Twice a year you attend all board meetings of the bank.
  no    Attend project management meetings.
  no    Prepare minutes of the executive meetings.
  no    Our company meeting is on Fridays.

rule authority/executive-peers
  gloss a peer of the chief officers
  cite  domain:36 domain:73
  lean  vp ++
  fact  exec 1
  say   peer|peers|equal|equals|counterpart|counterparts|colleague|colleagues to|of|with|are|include|including|is|being [@the] ..2 @chiefs
  say   sit|sits|sitting|sat with|alongside|beside|(next to)|(at the table with) [@the] ..2 @chiefs
  say   alongside|beside|(next to) [@the] [@ceo|@cto] [and|&] ..1 @chiefs ..1 @chiefs|@cto
  say   (at|around the|one|our|his|her|their table with) [@the] ..1 @ceo|@chiefs|(heads of)|finance|sales|product|merchandising|commercial|operations
  say   (c level)|(c suite)|exco|(management team)|(leadership team)|(executive team) peers|colleagues|counterparts
  say   your peers|colleagues|counterparts ..6 @chiefs
  say   your peers|colleagues|counterparts ..3 finance|sales|hr|commercial|legal|(heads of)
  say   alongside|beside|(next to) [the|our] [heads of] finance|sales|commercial|operations|people|marketing [and|&] finance|sales|commercial|operations|people|hr|marketing|legal
  unless @of_function team
  unless ~report|reports|reporting
  unless peers across|in engineering
  yes   Your peers are the CFO and the CPO.
  yes   You sit with the COO and the CFO.
  yes   You are at the table with finance and sales.
  no    Your peers are other engineering managers.
  no    Prepare figures for the CFO.

rule authority/company-officer
  gloss a director or officer of the company in law, or a founder
  cite  reader domain:36
  lean  vp +++
  fact  exec 1
  say   (appointed|elected|named|join|joins|joining to the|our)|(seat|place|sit|sits on|at [@the]) ..1 board of|as|seat|directors|from|and|with
  say   (statutory|(whole time)|registered|board|(board level) director of|at|under|in|for|on)
  say   (corporate|company|executive officer)|officer of the company|corporation|bank|firm|group
  say   prokura|prokurist|handelsregister|(companies house)|(commercial register)
  say   (become|becomes|becoming|be|as|seeking|want|need|wanted|for|(looking for) a|an|our|the [technical|missing|third|second|fourth|fifth|real|true|(hands on)] (co founder)|cofounder)
  say   (founding executive)|(founding leadership|executive team)
  say   (equal|full partner in the firm|company|business)
  say   (section 16 officer)|(authorised|authorized signatory)|(co managing director)|((joint|sole) managing director)
  unless advisory|school|job|kanban|medical|management board
  unless (co founder)|cofounder mentality|mindset|attitude|energy|spirit
  unless work|works|working|report|reports|partner|partnering with|to|for ..2 (co founder)|cofounder
  unless chief executive officer of
  unless (board of directors is|was|has|and)
  unless our|the (co founder)|cofounder|founder|founders is|are|was|has|have|will|who
  yes   They mean to have the successor elected to the board as a director.
  yes   You become our technical co-founder.
  yes   You are a statutory director of the subsidiary.
  no    You work for our technical co-founder.
  no    She joined the board game club.

rule authority/executive-role
  gloss an executive role
  cite  reader
  lean  vp ++
  say   executive|exec presence|mandate|accountability|ownership|sponsorship|visibility
  say   an|this|technical|critical executive|exec [level] role|position|leader|leadership|level
  say   (seasoned|technology|engineering|experienced|accomplished|transformational|strategic) executive
  say   executive|exec [level] leadership|communication [skills|experience]
  say   at the executive|exec|(c suite)|(c level) [level]
  say   (c level)|(c suite) role|position|experience|leadership
  say   (senior level)|senior|executive [and] executive [leadership|management] roles|role|experience|capacity|positions
  unless @works|~present|~report|~brief|briefings|communicating ..5 executive|(c level)|(c suite)|executives [leadership|management|team|level|stakeholders|audiences]
  unless to|with|for|between [senior|our|the|multiple] executives|(executive leadership)|(executive management)|(executive stakeholders)|(executive level)
  unless executive order|assistant|search|director|recruiter|summary|sponsors|coaching|orders|recruiting|vp
  unless account|sales|marketing|project executive
  yes   We need a seasoned executive who scales companies.
  yes   Strong executive presence.
  no    Communicate with senior executives.
  no    The account executive sells.

rule authority/works-with-executives
  gloss works directly with the executives
  cite  domain:34 003:50 003:64
  lean  vp ++
  difference meetings
  say   @works|~present|~report|~advise|~brief|~influence|advisor|trusted ..5 (@execs [leadership|team|stakeholders|leaders|partners|staff|management|members|level|peers])
  say   (other|fellow|peer|senior) @execs
  say   updates|presentations|communication|reporting to|with|for ..2 @execs
  unless account|sales executives
  yes   Partner with executive leadership on priorities.
  no    Sell to account executives.

rule authority/works-with-ceo
  gloss works side by side with the CEO or founders
  cite  003:37 domain:62
  lean  vp ++
  difference meetings
  say   @works|~advise|~support|~meet|~join|trusted|partner|alongside|directly|sparring|(right hand) ..5 ceo|founder|founders|cofounder|cofounders|(co founder)|(co founders)|(chief executive)
  say   @works ..5 (c suite)|(c level)|@chiefs
  say   ceo [and|or] @cto|@chiefs
  unless our|the founder|founders|ceo|cofounder is|was|has|started|built|founded|are|were
  unless report|reports|reporting
  yes   Work closely with our co-founders on the plan.
  yes   Partner with the CFO and the CRO.
  no    Our founders are two doctors who met at work.

rule authority/works-with-cto
  gloss works with the CTO
  cite  003:37
  lean  vp +
  difference meetings
  say   @works|~advise|~support|partner|alongside|~assist ..5 @cto
  unless report|reports|reporting
  yes   Partner closely with the CTO.
  no    Reports to the CTO.

rule authority/board
  gloss speaks to the board
  cite  domain:35
  lean  vp ++
  difference meetings
  say   (board of directors)|(board members)|(board level)|(board meetings)|(board meeting)|(board decks)|(board presentations)|(board reporting)|(board materials)|(board updates)|(board briefings)|(board communications)|(board audiences)|(members of the board)|(supervisory board)|(managing board)|(management board)|(board of trustees)|trustees
  say   ~present|~report|~answer|~speak|~communicate|~explain|~defend|~articulate|presentations|updates|reporting|accountable|exposure|visibility|partner|advisor ..7 to|with|before [@the] ..1 board
  say   ~brief|~advise|~inform [@the] board
  say   ~update [@the] board on|about
  say   board and|or (@execs|investors|ceo|shareholders|leadership)
  say   (@execs|investors|ceo|shareholders|leadership) [leadership|management|team] and|or [@the] board
  unless on|across [the] board|boards
  unless job|white|kanban|scrum|jira|trello|notice|message|drawing|story|sprint|circuit|advisory|bulletin|printed|evaluation|review|school|certification|score|medical|exam|change [the] board
  unless our board of directors is|was|has
  yes   Present results to the board twice a year.
  yes   Answer to the board for the plan.
  yes   Prepare papers for executive management and the board.
  no    Lower prices across the board.
  no    Update the board each shift.
  no    Write it on the ward's white board.
  no    Post it on the job board.

rule authority/final-decision
  gloss has the last word
  cite  003:53 domain:40
  lean  vp ++
  say   final|ultimate|ultimately decision|decisions|say|authority|accountability|accountable|responsibility|responsible|ownership|owner|(decision maker)|autonomy
  say   (decision making) authority|power|responsibility
  say   (buck stops)|(tie breaker)|(single point of accountability)|(highest stakes)
  say   (build|make) [vs|versus|or|and] buy
  unless final hiring
  yes   You have the final decision on technology.
  yes   Ultimately accountable for what we ship.
  no    The final interview is on site.

rule authority/company-strategy
  gloss shapes the strategy of the company
  cite  003:37 domain:62
  lean  vp ++
  difference horizon
  say   @sets_out|~influence|~inform|~guide|~impact|~codevelop|~contribute ..3 company|corporate|enterprise|company's|organization's [wide|level] [growth|business] strategy|direction|strategies|vision
  say   @sets_out|~influence|~inform|~steer ..3 direction|future|trajectory|strategy|success of [the|our|a] company|business|firm
  say   contributor to (company|corporate|enterprise) strategy
  say   translate|translates|translating ..3 (company|business|corporate) [vision|goals|strategy] ..3 into ..3 (engineering|technology|technical) strategies|strategy|roadmap|execution|vision
  unless align|aligned|aligns|aligning|alignment|support|supports|supporting|line|consistent ..4 strategy|direction|vision
  unless ai|sales|marketing|data strategy
  yes   Shape company strategy together with the founders.
  yes   Help set the direction of the company.
  yes   Translate our company vision into engineering strategy.
  no    Align team plans with company strategy.

rule authority/aligns-with-company
  gloss aligns technology with the goals of the business
  cite  003:47 domain:63 domain:64
  lean  vp +
  difference horizon
  say   ~align|~translate|~connect|alignment|aligned|~tie ..5 (@company|strategic|corporate|overall|overarching) [wide|level|and] [business|company|organizational|growth] goals|objectives|strategy|priorities|vision|outcomes|mission|needs|strategies
  say   in line with ..2 @company goals|objectives|strategy|priorities
  say   business strategy|objectives|outcomes|goals|results|growth
  yes   Align technology with business objectives.
  no    Align the text to the left.

rule authority/strategic-partner
  gloss a strategic partner of the business
  cite  domain:62
  lean  vp +
  say   strategic|thought|business|trusted [business] partner|advisor|adviser|leader
  say   (thought leadership)|(strategic leadership)|(executive leadership)|(visionary leader)|visionary
  unless partners
  yes   Be a strategic partner to the business.
  no    A list of strategic partners.

rule authority/org-design
  gloss designs the organisation
  cite  domain:50
  lean  vp ++
  gate  +
  difference duties
  say   organization|organizational|organisational|organisation|org design|restructuring|transformation|redesign|effectiveness|maturity|change|strategy
  say   ~design|~evolve|~shape|~define|~build|~restructure ..3 (organizational|org|organization|organisation|team|leadership) structure|structures
  say   (engineering operating model)|(operating model)|(operating rhythm)|(operating cadence)|(operating mechanisms)
  unless organizational change management
  yes   Own organizational design as we double.
  yes   Evolve our operating model.
  no    Excellent organizational skills.

rule authority/executes
  gloss executes or contributes to a given plan
  cite  domain:20
  lean  director +
  difference duties
  say   ~execute|execution ..2 on|of|against ..2 roadmap|roadmaps|plan|plans|projects|initiatives|commitments
  say   ~contribute to ..3 strategy|vision|roadmap|planning|initiatives|direction|culture
  say   ~participate|~assist|~help in|with|to ..3 planning|strategy|define|drive|design|development|hiring|shape
  say   ~provide ..2 input|feedback|recommendations|guidance|updates
  say   ~recommend|recommendations
  yes   Contribute to the strategy of the platform.
  yes   Provide input on the roadmap.
  no    Set the strategy of the platform.

rule authority/sets-technology-strategy
  gloss sets the technology strategy
  cite  003:29 domain:20 domain:63
  lean  vp +
  gate  ++
  difference horizon
  say   @sets_out ..4 (engineering|technology|technical|software|product|ai|digital|it|architecture|architectural) [and] [product|technology|engineering|technical|ai|data|business|architectural] [development] strategy|strategies|vision
  say   (strategic vision)|(technology vision)|(technical vision)|(engineering vision)|(engineering strategy)|(technology strategy)|(technology roadmap)|(strategic direction)|(technology direction)
  unless ~contribute|~help|~support|~participate|~assist|~align|aligned ..4 strategy|vision|roadmap
  unless for|of|within your|the|our|their ..2 team|area|domain|group|platform|teams|department
  yes   Define the technology strategy and own it.
  no    Contribute to the engineering strategy.
  no    Set the technical vision for your team.

rule authority/team-strategy
  gloss sets the direction of one team or area
  cite  domain:10 domain:20
  lean  director ++
  gate  +
  difference horizon
  say   strategy|vision|direction|roadmap|strategies|roadmaps|plan|priorities|goals|objectives|culture for|of|within [@the] ..3 team|teams|area|areas|domain|domains|group|squad|portfolio
  say   team|teams|department|divisional|departmental vision|strategy|goals|objectives|roadmap|roadmaps|priorities|okrs|plans|velocity|performance|health|capacity|efficiency
  unless management leadership|executive team
  yes   Set the vision for the payments team.
  yes   Plan team goals and follow them.
  no    Set the vision for the company.

rule authority/consults
  gloss keeps superiors informed
  cite  domain:41 003:53
  lean  director ++
  difference meetings
  say   ~report|~communicate|~provide|~escalate|update|updates|keep|status|informed ..5 to|for|with|informed [the|our|your] senior|upper|executive management|leadership|leaders|stakeholders
  say   ~escalate ..3 issues|risks|problems|to|blockers
  say   (point of escalation)|(escalation point)|(escalation path)
  say   keep|keeps|keeping ..2 senior|upper|executive management|leadership|leaders|stakeholders ..2 informed|updated
  say   ~represent ..3 team|teams ..3 to|with|in leadership|management|stakeholders
  unless member|part|seat of
  yes   Keep senior management informed of progress.
  no    Become a member of senior management.

rule authority/policies
  gloss keeps work in line with policies and processes
  cite  003:14 domain:75
  lean  director +
  difference duties
  say   ~ensure|~enforce|~follow|~implement|adherence|compliance ..5 policies|procedures|processes|standards|regulations|requirements
  yes   Ensure work follows our policies.
  no    Read our policies on the site.

rule authority/leads-change
  gloss transforms the organisation
  cite  reader domain:50
  lean  vp +
  difference duties
  say   @leads|~drive|~champion|~spearhead ..3 (organizational|business|cultural|company|technology|digital|enterprise|(large scale)) transformation|transformations|turnaround
  say   (transform|transforming|reinvent|reinventing) ..2 (organization|organizations|engineering|company|business|industry)
  yes   Lead a cultural transformation.
  no    A transformer in the yard.

rule authority/public-face
  gloss represents engineering to the outside
  cite  003:64 domain:69 domain:71
  lean  vp ++
  difference meetings
  say   ~represent ..5 externally|company|conferences|events|industry|forums|partners|media|press|clients|customers|brand
  say   face|voice|ambassador|evangelist|spokesperson|reputation of ..3 engineering|technology|company|organization
  say   (industry events)|(industry conferences)|(employer brand)|(talent brand)|(engineering brand)|keynote|keynotes
  say   ~speak at ..2 conferences|events|meetups
  yes   Represent the company at conferences.
  yes   Build our engineering brand.
  no    Each month we hold events for staff.

rule authority/external-executives
  gloss meets customers and partners at executive level
  cite  domain:71 003:64
  lean  vp +
  difference meetings
  say   (external stakeholders)|(strategic partners)|(strategic partnerships)|(executive relationships)|(key customers)|(technology partners)|(strategic alliances)|(external partners)
  say   customers|partners|clients ..3 executive|(c level)|(c suite) [level|executives|relationships|sponsor]
  yes   Build strategic partnerships with carriers.
  no    We are partners in life.

rule authority/risk
  gloss answers for security, compliance and risk of the company
  cite  domain:38 000:48
  lean  none
  difference duties
  say   risk management|mitigation|posture|governance|tolerance|appetite
  say   governance|regulatory [compliance|risk|framework|frameworks|(and compliance|risk|framework|frameworks)]
  say   (business continuity)|(disaster recovery)|(intellectual property)|patents|patent
  yes   Own governance and risk.
  no    Take the risk, jump in.

rule authority/pivotal
  gloss described as pivotal to the company
  cite  reader postings
  lean  vp +
  say   pivotal|(key leadership role)|(senior leadership role)|(critical leadership role)|(strategic role)|(strategic leadership role)
  say   visionary ..2 leader|engineering|technology|executive
  unless pivotal moment|time
  yes   You play a pivotal role here.
  no    A pivot table.
