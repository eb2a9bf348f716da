# Whom the job answers to. Only a statement about this job's own line counts,
# not a team's, not a written report, not an interview.
family authority

set answers_to    = (report|reports|reporting|accountable [directly|functionally|administratively|solely|jointly|operationally|organizationally|organisationally|hierarchically|formally|initially|currently|locally|typically|normally|usually|only|both] [in|up|back|straight] to|into [directly])
set line_to       = (direct report to|of)|(reporting|supervisory line|structure|relationship|manager [is|runs|goes] [directly] [to|into])|((line of report)|(line management) [is] [provided|comes] [to|from|by|with])|(supervisor|(line manager)|(hiring manager) [is])
# Written reports, and what others do.
set others_report = (@prepares ..2 reports)|(@prepares ..1 report|reporting)|(engineers|managers|directors|leads|leaders|heads|people|team|teams|developers|staff|those|all|others|squads|groups|members|function|functions|vps|executives|manager|specialist|analyst|coordinator who|that|which report|reports|reporting)

# The same relation in other words, before a superior's name and after it.
set ranked        = co|group|global|regional|divisional|country|local|corporate|interim|acting|new|incoming|current|founding|senior|executive|us|uk|emea|european
set stands_under  = ((answer|answers|answering|answerable|responsible|respond|responds [directly|only|solely] to)|(work|works|working [directly] for|under|to)|(sit|sits|sitting|placed|positioned|be|are|is|you're|role|post|position [directly] under|beneath|below)|((report|reports to) and ..2 support|supports|(work with)) [@the] [@ranked [based] [@ranked]])
set named_under   = ((answer|answers|answering|answerable|work|works|working [directly] to|for|under)|(lead|leads|run|runs|sit|sits under) ..2 our|the)
set directed_by   = ((under|at|receive|receives|receiving|take|takes|taking|general|overall|direct|administrative|limited|broad|strategic|technical|day [the] [general|overall|direct|administrative|limited|broad|strategic|policy|executive] direction|guidance|supervision|oversight|instruction|instructions|leadership|pleasure [and|& guidance|supervision|oversight|direction|leadership] of|from|by)|(role|position|post|job|incumbent|holder|be|is|are|you're (line managed)|managed|supervised|directed|guided|overseen ..2 by) [@the] [@ranked [based] [@ranked]])
set boss_is       = ((your|line|direct|reporting|immediate|functional|first [own|direct|line|immediate|functional|future|new|reporting] manager|boss|supervisor|superior|leader|lead|line ..4 is|be)|(line|reporting|direct|immediate|functional|hiring manager|supervisor|superior)|(solid|direct|straight|hard|hierarchical line [straight] to|into)|(line straight to)|(aligned|attached|seconded to)|(line of accountability|responsibility to)|(reporting|supervisory line ..2 our|the)|(your|(who is) [the] manager|boss) [@the] [@ranked [based] [@ranked]])
set is_boss       = (your [own|direct|line|immediate|functional|future|new|reporting] manager|boss|supervisor|superior|line)|(your direct|immediate leader|lead)
set whom_you      = ((whose [other|direct] reports|directs|departments)|(whose team|staff|organisation|organization|org|group|area|portfolio you|this|it|the)|([to] who|whom you|(this|the role|position|post|job) [..1] [directly] report|reports|answer|answers|respond|work)|(you'll|you'd|you|(you will)|(you would) [directly] report|answer to|into)|(person|one|whom|who you ..1 work|report|answer|answering))
set in_staff      = (in|on|of|for|within|join|joins|joining [@the] [@ranked [based] [@ranked]])
set own_staff     = ([direct|senior|extended|own|immediate] [leadership|management] team|staff|group|org|organization|organisation|directorate|area|office|department|remit|division|reports|lieutenants|directs|deputies)
set staff_of      = (team|staff|organization|organisation|org|area|portfolio|directorate|division|department|remit of the|our [@ranked])
set stands_in     = ((right hand)|(number two)|(second in command)|deputy|understudy|lieutenant|lieutenants to|for|of [@the] [@ranked [based] [@ranked]])
set speaks        = (i'm|(i am)|(to|with|for me) [@the|currently|also])
set is_hiring     = (is|are [now|currently|also] hiring|(seeking|recruiting|((looking|searching) for) a|an|someone|somebody|his|her|their))
set dotted        = (dotted|matrix [line] ..1 reporting|report|reports|relationship|accountability [line|relationship] [in] to|into [@the] ..2)

set reviewed      = (((absence|behalf) of)|(~deputise|~deputize|(stand|stands|standing in)|cover|covers for)|((appointed|appraised|reviewed|assessed|mentored|coached) by)|(~escalate ..2 to)|((weekly|fortnightly|biweekly|monthly|regular ..1 (1:1s)|(1:1)|(1 1s)|(one to ones)|(one on ones)|(one to one)|(one on one)|checkins|(check ins)) with)|((direct reports to|of)|(rolls|roll|rolling [up] to|into|under)|((goals|objectives|targets|priorities agreed|set) with|by)|(positions|position|post|role in|within the office of)) [@the] [@ranked [based] [@ranked]])

# Superiors.
set ceo_s         = ceo's|founder's|cofounder's|(chief executive's)|(managing director's)|md's|president's
set cto_s         = cto's|cpto's|ctpo's|(chief technology officer's)
set cio_s         = cio's|cdo's|ciso's|(information officer's)
set chief_s       = coo's|cpo's|cfo's|cro's|cmo's|cco's|chro's|officer's
set vp_s          = vp's|svp's|evp's
set top_boss      = @ceo|(director general)|(general director)|(secretary general)|(general secretary)|(chief exec)|(executive chairman)|owners|(the|our owner)|(managing partner)|(general partners)|(vice chancellor)|(managing directors)|geschäftsführer|geschäftsführerin|geschäftsführung|(the|our|group|division md)
set other_chief   = @chiefs|(chief of staff)|(chief scientist)|(chief information|technology and|& ..2 officer)|(chief ..1 medical|growth|trust|science|scientific|administrative|administration|analytics|risk|compliance|engineering|development|transformation|innovation|strategy|quality|research|program|programme|academic|business|experience|ai|delivery|services|digital|product|operating|human|talent|people|content|creative|infrastructure|platform|security|affairs|legal|sales|marketing|communications|investment|privacy|nursing|actuarial|lending|credit ..2 officer)
set one_manager   = (engineering|development|software|delivery|it|technical|project|program|programme|r&d|team|qa|qe|test|testing|quality|data|platform|application|applications|department|section|squad|infrastructure|network|security|support|services|group|senior|sr|unit|area manager|mgr)|(senior|sr|engineering|software|development manager [of] engineering|software|development)|(team|tech|technical|engineering|squad|chapter|tribe|dev|development|project|qa|test|discipline lead|leader)
set higher        = @vps|@cto|@cio|@chiefs|@ceo|president|chief|officer|head|board

rule reporting/board
  gloss reports to the board
  cite  domain:2
  lean  vp ++
  fact  above board
  in    other about role duties requirements preferred benefits apply heading
  say   @answers_to [@the] [full|executive|supervisory|advisory|company] board|(board of directors)|trustees|shareholders|(governing body)
  say   @answers_to [@the] [executive|board] chair|chairman|chairwoman|chairperson
  say   answerable|answers|answer [directly|only|solely] to [@the] ..1 board|trustees|shareholders|chairman
  say   @boss_is board|(board of directors)|chairman|chair|trustees
  unless @others_report
  unless ~present|~prepare|papers|decks|updates|~produce|committee|job|kanban|regularly|quarterly|progress|results|performance|communications|presentations
  unless report|reports|reporting ..1 [and|or|&] ..1 report|reports|reporting to [@the] ..1 board
  unless board|trustees level|member|members|room|reporting
  unless management|advisory|editorial board
  yes   You are accountable directly to the board.
  yes   Reporting to: the Board of Trustees
  yes   In this post you answer only to the chairman.
  no    Prepare quarterly reports to the board of directors.
  no    Reporting to the board on progress is part of the job.
  no    Present and report to the board.

rule reporting/ceo
  gloss reports to the CEO or a founder
  cite  domain:2 003:37
  lean  vp +++
  gate  +
  fact  above ceo
  in    other about role duties requirements preferred benefits apply heading
  say   @answers_to [@the] ..2 @ceo
  say   @answers_to [@the] ..1 @top_boss
  say   @line_to [@the] ..1 @ceo
  say   @line_to ..2 our|the|& @ceo
  say   @stands_under @top_boss
  say   @named_under @ceo
  say   (under|receive|receives|take|takes [the] [general|overall|direct|broad] direction|guidance|supervision|instructions of|from)|((line managed)|managed|supervised by) [@the] [@ranked] @top_boss
  say   @boss_is @top_boss
  say   @top_boss ..4 @is_boss
  say   @top_boss ..6 @whom_you
  say   @in_staff @ceo_s @own_staff
  say   @staff_of @ceo
  say   @stands_in @ceo
  say   @reviewed @top_boss
  say   @ceo_s [other] [{2..12}] [direct] reports|lieutenants|directs|deputy|(right hand)|(number two)
  say   accountable|answerable ..5 to the|our|your [@ranked] @ceo
  say   ^ under ..2 our|the [@ranked] @ceo
  say   supervisor|manager|superior title [is] [@the] [@ranked] @ceo
  say   report|reports|reporting directly to [@the] (management board)|(executive board)|(company management)|(executive management)|management|geschäftsleitung|vorstand
  say   @ceo_s absence
  say   @stands_under {2..4}|both [of] [our|the] @ceo
  say   @answers_to [the|our|both] {2..4} @ceo
  say   @answers_to md
  unless @others_report
  unless managing|executive director ..3 head|technology|engineering|it
  unless managing|executive director [of|for|in] software|data|analytics|platform|security|product|production|digital|infrastructure|operations|marketing|communications|risk|architecture|public|external|finance|sales|development
  unless an (executive|managing director)
  unless ^ the|our|each team|teams|department|group reports|report
  unless @dotted @ceo
  unless founder|founders|ceo led|owned|run|backed|friendly|mode
  unless deputy|associate|assistant ..1 executive|managing director
  unless product|process|data|business|system|(the owner of) owner|owners
  unless @ceo and|or|& [@the] your
  unless @ceo_s requests|questions|desk|assistant
  unless report|reports|reporting directly to [@the] management of|on|about|team
  unless @ceo_s deputy ..3 our
  yes   You will report to the CEO.
  yes   Reports to: Founder & CEO
  yes   As a direct report to our co-founder you set the pace.
  yes   You answer to the managing partner and nobody else.
  yes   Your superior is our chief executive.
  yes   The founder acts as your line manager.
  yes   Our CEO, Sam, is who you would answer to.
  yes   You work for our CEO.
  yes   Reporting line: Rosa, our CEO
  yes   Be the right hand of the founder.
  yes   You join the CEO's leadership team.
  no    You will prepare reports for the CEO's staff.
  no    Reports to the Managing Director who is Head of Technology.
  no    Present weekly reports to the CEO and the sales leads.
  no    No one here reports to the CEO.
  no    The team reports to the CEO.
  no    Our CEO founded the company after a decade in logistics.
  no    You report to the product owner.
  no    Come and work for a founder-led company.
  no    The job has a dotted reporting line to the CEO.
  no    Talk to the founders and your manager once a quarter.

rule reporting/beside-ceo
  gloss works directly with the CEO or founders, with nobody between
  cite  003:37 reader
  lean  vp ++
  fact  above ceo
  say   work|works|working|partner|partnering|collaborate|collaborating|pair|pairing [very] [closely] [and] directly|daily|(hand in hand)|(side by side)|(shoulder to shoulder)|(in tandem)|(as a pair)|(one on one) with|alongside [@the] ..1 @ceo
  say   work|works|working|partner|partnering with [@the] ..1 @ceo directly|daily|(every day)|(day to day)|(side by side)
  say   (sparring partner)|(trusted partner)|(thought partner)|(strategic partner)|confidant|counterpart|(right hand) to|for|of [@the] ..1 @ceo
  say   next to|alongside [@the] ..1 @ceo
  say   (direct access)|(direct line)|(straight line)|(direct exposure) to [@the] ..1 @ceo
  say   weekly|daily|fortnightly|regular ..1 (1:1s)|(1 on 1)|(one to one)|(one to ones)|(one on one)|(one on ones) with [@the] ..1 @ceo
  say   sit|sits|sitting [right] with|beside|(next to)|alongside [@the] @ceo
  say   work|works|working|partner|partners|partnering|collaborate|collaborates|collaborating|~liaise [very] closely with [@the] ..1 @ceo
  say   no|nobody|nothing|zero [one] [layer|layers|manager|managers|management|hierarchy|levels] [stands|sits|in] between you and [@the] ..1 @ceo
  say   ~talk|~speak|~meet|weekly|daily with [@the] ..1 @ceo (every day)|(every week)|daily|weekly|(each week)|(each day)
  say   weekly|daily|(every day)|(every week)|(each week) with [@the] ..1 @ceo
  say   work|works|working with [@the|both|two] [two|three] @ceo
  say   you and our|the @ceo
  unless report|reports|reporting
  unless founder|founders|ceo led|owned|run|backed|friendly
  unless assistant|(managing director)|(executive director)
  unless team|teams ~work
  yes   You work side by side with our founders.
  yes   A sparring partner for the CEO on hiring and architecture.
  yes   You sit with the founders and decide with them.
  yes   Daily and weekly one-on-ones with the CEO.
  no    Our team works directly with founders of the start-ups we back.
  no    Sell to chief executives.
  no    You work directly with customers.

rule reporting/founder-hires
  gloss the founder or CEO writes the posting or hires for the job
  cite  reader
  lean  vp +
  fact  above ceo
  in    other about role duties requirements preferred benefits apply heading
  say   @speaks @ceo
  say   @ceo @is_hiring
  unless @others_report
  unless founder|founders|ceo led|owned|run|backed|friendly|mode
  unless @ceo and|or|& [@the] your
  unless @ceo [and|&] @cto
  unless @ceo [of] ..3 (is|are looking for) ..2 partner|partners|investment|ways
  yes   I'm the founder and I write all the code today.
  yes   The founder is searching for a partner in code.
  no    The founder is looking back on ten good years.
  no    Come to me with questions, not to the founder.

rule reporting/cto-hires
  gloss the CTO writes the posting or hires for the job
  cite  reader
  lean  none
  fact  above cxo
  in    other about role duties requirements preferred benefits apply heading
  say   @speaks @cto
  say   @cto [@the] [(co founder)] @is_hiring
  unless @others_report
  unless deputy|associate|assistant|former @cto
  unless @cto and|or|& [@the] your
  yes   I'm the CTO and I need somebody to run the teams.
  yes   Our CTO is hiring.
  no    We are looking for a CTO who is kind.
  no    The CTO wrote to me once.

rule reporting/president
  gloss reports to the president or general manager of the company or a division
  cite  domain:2
  lean  vp ++
  fact  above ceo
  in    other about role duties requirements preferred benefits apply heading
  say   @answers_to [@the] [company|division|group|divisional|business|unit|regional] president|gm|(general manager)|(city manager)|(county administrator)|(county manager)|(city administrator)|mayor|chancellor|provost
  say   @answers_to [@the] ..3 president
  say   @line_to [@the] ..1 president
  say   @stands_under president|gm|(general manager)|(city manager)|mayor|chancellor
  say   @boss_is president|gm|(general manager)
  say   president ..4 @is_boss
  say   president ..6 @whom_you
  say   under [the] [general|overall|direct|broad] direction|guidance|supervision of [@the] ..1 president|(general manager)|(city manager)|(county administrator)|(county manager)
  say   (in|on|of|within|join|joining)|(member of) [@the] president's cabinet|council|team|staff|(leadership team)
  unless @others_report
  unless president ..1 @cto
  unless vice|deputy|associate|assistant president|provost|(general manager)
  unless @answers_to ..3 @vps
  unless ^ the|our|each team|teams|department|group reports|report
  yes   This position reports directly to the company President.
  yes   Under the direction of the County Administrator you plan the networks of every library.
  yes   The President acts as your superior.
  no    This position reports to the Vice President of Engineering.
  no    Prepare quarterly reports to the president of the region.
  no    This position reports to the Associate Vice President.

rule reporting/cto
  gloss reports to the CTO
  cite  domain:3 003:50
  lean  vp +
  gate  +
  fact  above cxo
  in    other about role duties requirements preferred benefits apply heading
  say   @answers_to [@the] ..2 @cto
  say   @answers_to [@the] ..2 @vps [and|&] @cto
  say   @line_to [@the] ..1 @cto
  say   @line_to ..2 our|the|& @cto
  say   @stands_under @cto
  say   @named_under [@ranked] @cto
  say   @directed_by @cto
  say   @boss_is @cto
  say   @cto ..6 @is_boss
  say   @cto ..6 @whom_you
  say   @in_staff @cto_s @own_staff
  say   @staff_of @cto
  say   @stands_in @cto
  say   @cto_s [other] [{2..9}] reports|lieutenants|(direct reports)|(right hand)|deputy
  say   @reviewed @cto
  say   under [the|our|your] ..1 @cto
  say   cto organization|organisation|org
  say   @cto_s [direct] directs|deputy|(number two)
  say   accountable|answerable ..5 to the|our|your [@ranked] @cto
  say   ^ under ..2 our|the [@ranked] @cto
  say   supervisor|manager|superior title [is] [@the] [@ranked] @cto
  say   team|group|organisation|organization|org|department|unit|division [is|are] led|headed|run|managed by ..2 @cto
  say   @cto_s absence
  say   sits|stays|rests|remains|lies|stay|remain with the|our|your [@ranked] @cto
  say   come|comes|flow|flows|cascade|cascades|cascaded from the|our|your [@ranked] @cto
  say   answers|answer for ..5 to the|our|your [@ranked] @cto
  say   ~escalate|escalation|escalations ..5 to the|our|your [@ranked] @cto
  say   @cto_s monthly|weekly|quarterly|staff|regular review|reviews|meeting|meetings
  say   @in_staff @cto leadership|management|senior|extended|direct [leadership|management] team|staff|group|reports
  say   set|given|assigned|delegated by the|our|your [@ranked] @cto
  say   @cto_s [technology|technical|digital|strategic] priorities|goals|plan|objectives|agenda
  say   your cto
  say   you and our|your|the @cto
  unless @others_report
  unless deputy|associate|assistant @cto
  unless ^ the|our|each team|teams|department|group reports|report
  unless report|reports|reporting [directly] to|into ..4 @vps|director|head of|for|who|engineering|software ..6 @cto
  unless @dotted @cto
  unless @cto and|or|& [@the] your
  unless deputy @cto
  unless as [@the] ..3 @cto ..4 you
  yes   Reports to: CTO (Berlin)
  yes   You report to the Executive Vice President and CTO.
  yes   Your manager will change once; after May you report to our chief technology officer.
  yes   This position reports directly into the company's Chief Product and Technology Officer.
  yes   Expect the CTO as your direct supervisor.
  yes   You work for our CTO.
  yes   You sit in the CTO's staff with the other directors.
  yes   The CTO, to whom you report, wrote the first version.
  yes   Your line manager is the group CTO.
  no    The CTO wrote the first version in a garage.
  no    You report to the office of finance and present to the CTO.
  no    Lead managers who report to the CTO.
  no    Meet the CTO and your manager on the first day.

rule reporting/cio
  gloss reports to the CIO, CDO or CISO
  cite  domain:3
  lean  vp +
  gate  +
  fact  above cxo
  in    other about role duties requirements preferred benefits apply heading
  say   @answers_to [@the] ..2 @cio
  say   @line_to [@the] ..1 @cio
  say   @line_to ..2 our|the|& @cio
  say   @stands_under ..1 @cio
  say   @named_under [@ranked] @cio
  say   (under [@the] ..2 @cio)
  say   @directed_by @cio
  say   @boss_is @cio
  say   @cio ..6 @is_boss
  say   @cio ..6 @whom_you
  say   @in_staff @cio_s @own_staff
  say   @staff_of @cio
  say   belong|belongs to [@the] @cio
  say   @stands_in @cio
  say   @speaks @cio
  say   @cio @is_hiring
  say   @reviewed @cio
  say   under [the|our|your] ..1 @cio
  say   @cio_s [other] [{2..12}] [direct] reports|lieutenants|directs|deputy|(right hand)|(number two)
  say   accountable|answerable ..5 to the|our|your [@ranked] @cio
  say   ^ under ..2 our|the [@ranked] @cio
  say   supervisor|manager|superior title [is] [@the] [@ranked] @cio
  say   team|group|organisation|organization|org|department|unit|division [is|are] led|headed|run|managed by ..2 @cio
  say   @cio_s absence
  say   in|within|of the|our [@ranked] cio|cdo|ciso organisation|organization|function|division|area|line|team
  say   sits|stays|rests|remains|lies|stay|remain with the|our|your [@ranked] @cio
  say   come|comes|flow|flows|cascade|cascades|cascaded from the|our|your [@ranked] @cio
  say   answers|answer for ..5 to the|our|your [@ranked] @cio
  say   ~escalate|escalation|escalations ..5 to the|our|your [@ranked] @cio
  say   @cio_s monthly|weekly|quarterly|staff|regular review|reviews|meeting|meetings
  say   @in_staff @cio leadership|management|senior|extended|direct [leadership|management] team|staff|group|reports
  say   set|given|assigned|delegated by the|our|your [@ranked] @cio
  say   @cio_s [technology|technical|digital|strategic] strategy|priorities|goals|vision|plan|roadmap|objectives|agenda
  say   your cio|ciso
  unless @others_report
  unless deputy|associate|assistant @cio
  unless @dotted @cio
  unless @cio and|or|& [@the] your
  unless ^ the|our|each team|teams|department|group reports|report
  yes   The position reports to the Chief Information Officer.
  yes   Takes broad direction from the CIO.
  yes   The CISO acts as your superior.
  yes   Answerable to the regional CIO for every depot.
  no    Produce monthly reports to the CIO.
  no    The post reports to the Deputy Chief Digital Officer.
  no    Explain the plan to the CIO and your team.

rule reporting/chief
  gloss reports to the COO, CPO or another chief officer
  cite  domain:2 domain:3
  lean  vp ++
  gate  +
  fact  above cxo
  in    other about role duties requirements preferred benefits apply heading
  say   @answers_to [@the] ..2 @chiefs
  say   @answers_to [@the] ..3 @other_chief
  say   @line_to [@the] ..1 @other_chief
  say   @line_to ..2 our|the|& @other_chief
  say   @stands_under @other_chief
  say   @named_under [@ranked] @other_chief
  say   @directed_by @other_chief
  say   @boss_is @other_chief
  say   @other_chief ..6 @is_boss
  say   @other_chief ..6 @whom_you
  say   @in_staff ..1 @chief_s @own_staff
  say   @staff_of @other_chief
  say   @stands_in @other_chief
  say   @speaks @other_chief
  say   (officer|coo|cpo @is_hiring)
  say   @reviewed @other_chief
  say   under [the|our|your] ..1 @other_chief
  say   @chief_s [other] [{2..12}] [direct] reports|lieutenants|directs|deputy|(right hand)|(number two)
  say   accountable|answerable ..5 to the|our|your [@ranked] @other_chief
  say   ^ under ..2 our|the [@ranked] @other_chief
  say   supervisor|manager|superior title [is] [@the] [@ranked] @other_chief
  say   @chief_s absence
  say   in|within|of the|our [@ranked] coo|cfo|cpo organisation|organization|function|division|area|line
  say   sits|stays|rests|remains|lies|stay|remain with the|our|your [@ranked] @other_chief
  say   come|comes|flow|flows|cascade|cascades|cascaded from the|our|your [@ranked] @other_chief
  say   answers|answer for ..5 to the|our|your [@ranked] @other_chief
  say   ~escalate|escalation|escalations ..5 to the|our|your [@ranked] @other_chief
  say   @chief_s monthly|weekly|quarterly|staff|regular review|reviews|meeting|meetings
  say   @in_staff @other_chief leadership|management|senior|extended|direct [leadership|management] team|staff|group|reports
  unless @others_report
  unless deputy|associate|assistant @chiefs
  unless deputy|associate|assistant chief
  unless ^ the|our|each team|teams|department|group reports|report
  unless @dotted @other_chief
  unless @other_chief and|or|& [@the] your
  unless president ..1 @chiefs
  unless officer's|@chief_s deputy
  unless as [@the] ..3 @other_chief ..4 you
  yes   Reports to: Chief Operating Officer
  yes   You will be reporting directly to the CPO.
  yes   You report to our Chief Nursing Officer.
  yes   The Chief Quality & Research Officer acts as your superior.
  yes   You serve on the COO's staff.
  no    Each department reports to the CFO at year end.
  no    Create reporting dashboards for the COO.
  no    Reporting to the Deputy Chief Research Officer.

rule reporting/vp
  gloss reports to a vice president
  cite  domain:1
  lean  director +++
  gate  +
  fact  above vp
  in    other about role duties requirements preferred benefits apply heading
  say   @answers_to [@the] ..2 [senior|executive|group] @vps
  say   @line_to [@the] ..1 @vps
  say   @line_to ..2 our|the|& @vps
  say   @stands_under ..1 @vps
  say   @named_under [@ranked] @vps
  say   @directed_by ..1 @vps
  say   @boss_is @vps
  say   @vps ..6 @is_boss
  say   @vps ..6 @whom_you
  say   @in_staff ..1 @vp_s @own_staff
  say   @in_staff @vps of|for ..2 team|staff
  say   @in_staff @vps of|for ..3 (leadership|management|direct|own team)|staff
  say   @staff_of @vps
  say   @stands_in @vps
  say   @speaks @vps
  say   @vps ..3 @is_hiring
  say   your vp|svp|evp|avp
  say   set|given|agreed|delegated by|with your|the|our @vps
  say   keep|keeps|keeping the|your|our @vps ..3 informed|updated
  say   @answers_to [@the] deputy chief ..3 officer
  say   (under [@the] ..1 @vps)
  say   @reviewed @vps
  say   under [the|our|your] ..1 @vps
  say   support|supporting|assist|assisting|supports|assists [the|our|your] @vps in|with|by
  say   @vp_s [other] [{2..12}] [direct] reports|lieutenants|directs|deputy|(right hand)|(number two)
  say   accountable|answerable ..5 to the|our|your [@ranked] @vps
  say   ^ under ..2 our|the [@ranked] @vps
  say   supervisor|manager|superior title [is] [@the] [@ranked] @vps
  say   team|group|organisation|organization|org|department|unit|division [is|are] led|headed|run|managed by ..3 @vps
  say   approved|decided|reviewed|delegated|(signed off) by|with your|the|our @vps
  say   @vp_s absence
  say   sits|stays|rests|remains|lies|stay|remain with the|our|your [@ranked] @vps
  say   come|comes|flow|flows|cascade|cascades|cascaded from the|our|your [@ranked] @vps
  say   answers|answer for ..5 to the|our|your [@ranked] @vps
  say   ~escalate|escalation|escalations ..5 to the|our|your [@ranked] @vps
  say   @vp_s monthly|weekly|quarterly|staff|regular review|reviews|meeting|meetings
  say   @in_staff @vps leadership|management|senior|extended|direct [leadership|management] team|staff|group|reports
  say   @vp_s strategy|priorities|goals|vision|plan|plans|roadmap|objectives|direction|agenda
  say   @answers_to [@the] deputy|associate|assistant @cio|@cto|@chiefs
  say   (guided|supported|mentored|sponsored|coached|led by) [@the] ..1 @vps
  say   you and our|your|the @vps
  unless @others_report
  unless your vp|svp|evp|avp title|role|level|badge|experience|team
  unless directors|heads ..8 report to [@the] ..2 @vps
  unless directors|heads|managers|leads|leaders|engineers|teams report [directly] to [@the] ..2 @vps
  unless @vps ..1 @cto|@cio|@chiefs
  unless ^ the|our|each team|teams|department|group reports|report
  unless @vps and|or|& [@the] your
  unless report|reports|reporting to you ..2 @vps
  unless the|our|{2..} vps
  unless as [@the] ..3 @vps ..4 you
  yes   Reporting to our VP of Software, you look after three product groups.
  yes   Reports to: Senior Vice President, Product Development
  yes   The VP Logistics will be your supervisor.
  yes   Your line manager is the VP of Mapping.
  yes   The desk is positioned beneath the EVP of Studios.
  yes   You work on the staff of our VP of Tooling.
  yes   Priorities are agreed with your VP each quarter.
  yes   Receives broad guidance from the Vice President, Shipping.
  yes   Your plans are set with the VP, Data, who you answer to.
  no    Directors who report to the VP meet on Mondays.
  no    Two directors for data and for tools report to the Vice President.
  no    You report to the Executive Vice President and CTO.
  no    The VPN gateway reports to the monitoring host.
  no    Three VPs report to you.
  no    Speak with the VP and your manager about pay.

rule reporting/director
  gloss reports to a director or senior director
  cite  domain:1
  lean  director +++
  gate  -
  fact  above director
  in    other about role duties requirements preferred benefits apply heading
  say   @answers_to [@the] [senior|sr] director
  say   @answers_to [@the] ..4 director
  say   @line_to [@the] ..3 director
  say   @stands_under ..2 director
  say   @named_under ..2 director
  say   @directed_by ..2 director
  say   @boss_is ..2 director
  say   director ..4 @is_boss
  say   director ..6 @whom_you
  say   @in_staff ..1 director's @own_staff
  say   @staff_of ..1 director
  say   @stands_in ..1 director
  say   set|given|assigned|agreed|delegated by|with your|the|our ..2 director
  say   your director
  say   @reviewed ..2 director
  say   under [the|our|your] ..1 director
  say   support|supporting|assist|assisting|supports|assists [the|our|your] director in|with|by
  say   director's [other] [{2..12}] [direct] reports|lieutenants|directs|deputy|(right hand)|(number two)
  say   accountable|answerable ..5 to the|our|your [@ranked] director
  say   ^ under ..2 our|the [@ranked] director
  say   supervisor|manager|superior title [is] [@the] [@ranked] director
  say   team|group|organisation|organization|org|department|unit|division [is|are] led|headed|run|managed by ..4 director
  say   director's absence
  say   sits|stays|rests|remains|lies|stay|remain with the|our|your ..2 director
  say   come|comes|flow|flows|cascade|cascades|cascaded from the|our|your ..2 director
  say   answers|answer for ..5 to the|our|your ..2 director
  say   ~escalate|escalation|escalations ..5 to the|our|your ..2 director
  say   director's monthly|weekly|quarterly|staff|regular review|reviews|meeting|meetings
  say   director's strategy|priorities|goals|vision|plan|plans|roadmap|objectives|direction|agenda
  say   approved|reviewed|decided|(signed off) by the|our|your ..2 director
  say   @answers_to [@the] ..1 bereichsleiter|entwicklungsleiter|hauptabteilungsleiter
  say   @answers_to [@the] bureau|division|branch chief|chair|manager
  say   you and our|your|the ..2 director
  unless @others_report
  unless your director title|role|level|experience|of|badge
  unless executive|managing director
  unless ^ the|our|each team|teams|department|group reports|report
  unless @answers_to [@the] ..2 @higher ..4 director
  unless @answers_to [@the] ..3 manager|lead ..3 director
  unless report|reports|reporting to you ..4 director
  unless board|art|creative|funeral|film|medical director
  unless @dotted director
  unless director and|or|& [@the] your
  unless as [@the] ..3 director ..4 you
  unless director general|(general director)|(corporate director)
  yes   You report to the Senior Director, Cloud Services.
  yes   Your supervisor is the director for optics.
  yes   Welders and you work under the quality director.
  yes   Reports to the Catering and Estates Director.
  yes   Once a month you walk your director through the ledger.
  no    You report to the Executive Director of the foundation.
  no    Status reports to the art director are due on Friday.
  no    Reporting to the VP for Shipping, a Director runs the depots.
  no    Reporting to you is a director of data.

rule reporting/functional-md
  gloss reports to a managing or executive director of one function
  cite  domain:1 reader
  lean  director +
  fact  above director
  in    other about role duties requirements preferred benefits apply heading
  say   @answers_to [@the] [deputy|associate] managing|executive director [of|for|in] ..1 technology|engineering|software|it|data|analytics|platform|platforms|security|product|production|digital|infrastructure|operations|marketing|communications|risk|architecture|cloud|delivery|finance|sales|development|head|(public affairs)|(external affairs)
  say   @answers_to an (managing|executive director)
  say   @answers_to [@the] deputy|associate|assistant [managing|executive] director
  unless @others_report
  yes   Reporting to the Managing Director, Core Technology, you lead two squads.
  yes   The post reports to the Deputy Executive Director.
  no    You report to the Managing Director.

rule reporting/head-of
  gloss reports to a head of
  cite  domain:1 reader
  lean  director ++
  fact  above director
  in    other about role duties requirements preferred benefits apply heading
  say   @answers_to [@the] ..3 head of|for
  say   @line_to [@the] ..2 head of|for
  say   @answers_to [@the] ..2 department|division|unit|section|business|technology|engineering|it|product|data|delivery head
  say   @stands_under ..1 head of|for
  say   @named_under [@ranked] head of|for
  say   @directed_by ..1 head of|for
  say   @boss_is head of|for
  say   head of|for ..5 @is_boss
  say   head of|for ..6 @whom_you
  say   @in_staff head of|for ..3 own|direct|leadership|management team
  say   @stands_in head of|for
  say   @reviewed head of|for
  say   @answers_to [@the] head it|engineering|technology|delivery|development|qa|operations|product|products|r&d
  say   team|group|department led|headed|run|managed by our|the|your head of|for
  unless @others_report
  unless @dotted head
  unless report|reports|reporting to you ..3 head
  unless as [@the] ..3 head ..4 you
  yes   For now the job reports to our acting Head of Software; a Director may be hired above it.
  yes   Your line manager is the Head of Engineering.
  yes   Our Head of Platform will be your boss.
  no    Head of analytics and reporting to be hired later.
  no    The head of sales sits next door.

rule reporting/manager
  gloss reports to an engineering manager
  cite  domain:4
  lean  director ++
  gate  --
  fact  above manager
  in    other about role duties requirements preferred benefits apply heading
  say   @answers_to [@the] [senior|sr|group] engineering|development|software|delivery|it|technical|project|r&d manager
  say   report|reports|reporting [directly] to [@the] ..3 engineering manager
  say   @answers_to [@the] ..3 @one_manager
  say   @answers_to [@the] manager
  say   @line_to [@the] ..2 @one_manager
  say   @stands_under ..2 @one_manager
  say   @named_under ..1 @one_manager
  say   @directed_by ..2 @one_manager
  say   @boss_is ..1 @one_manager
  say   @one_manager ..4 @is_boss
  say   @one_manager ..6 @whom_you
  say   @in_staff ..2 manager's @own_staff
  say   your|the ..2 @one_manager leads the team
  say   (1:1s)|(1 on 1s)|(one to ones)|(one on ones)|(one to one)|(one on one) with your (engineering|development|team|line manager)|lead|(team lead)|(tech lead)
  say   ~escalate ..4 to your (engineering|line|senior|development|team|project|delivery manager|lead|leader)
  say   @reviewed ..2 @one_manager
  say   under the|our|your ..1 @one_manager
  say   team|squad|group|pod led|headed|run|managed by [@the] ..2 @one_manager
  say   supervisor|manager|superior title [is] ..1 @one_manager
  say   @one_manager ..3 [is] [your] (first point of contact)|(point of escalation)
  say   @answers_to [@the] ..2 supervisor|(group leader)|(section leader)|(section head)|(line manager)|abteilungsleiter|teamleiter|gruppenleiter
  say   ~escalate|escalation|escalations ..5 to the|our|your ..2 @one_manager
  say   your (engineering|development|delivery|team|project|software|qa|test manager)|(team|tech|squad lead)
  unless @prepares ..2 report|reports|reporting
  unless @answers_to [@the] ..2 @higher|director ..3 @one_manager|manager
  unless report|reports|reporting to you|me ..3 @one_manager|manager
  unless general|city|account|country|hiring manager
  unless @dotted @one_manager
  unless managers|leads report|reports|reporting to
  unless as [@the] ..3 @one_manager ..4 you
  unless absence|behalf of ..3 @one_manager
  unless your (engineering|development|delivery|team|project|software|qa|test manager)|(team|tech|squad lead) experience|skills|role|title|career
  unless (coach|mentor|develop|grow|support|help|guide your)
  yes   You will report to the Senior Engineering Manager for developer tools.
  yes   Testers work under the harbour project manager.
  yes   Fortnightly one-on-ones with your team lead.
  yes   Blocked work is escalated to your project lead.
  yes   Reporting to the Payments tech lead, you write services in Go.
  no    Engineering managers will report to you.
  no    Prepare weekly reports to the engineering manager.
  no    Reporting to the CTO, the Engineering Manager leads two squads.

rule reporting/not-top
  gloss sits in somebody else's organisation
  cite  domain:10 reader
  lean  director ++
  say   in [close] partnership|consultation|coordination with [@the] ..1 @vps|(senior director)
  say   [under] the guidance|direction|leadership|supervision of [@the] ..2 @vps|(senior director)
  say   ~support|~assist|~advise [@the] ..1 @vps [of] [engineering|technology|software|product|r&d]
  say   backup|deputy|delegate [to|for] ..2 @vps|(senior management)|(senior director)
  unless support [of|from|for] vps
  yes   In partnership with the VP of Product Development you manage the department's budget.
  yes   Working under the direction of the Vice President, you execute the plan.
  no    In partnership with the CEO you set the plan.
