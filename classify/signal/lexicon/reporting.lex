# Whom the job answers to. Only a statement about this job's own line counts,
# not a team's, not a written report, not an interview.
family authority

set answers_to    = (report|reports|reporting|accountable [directly] [in|up] to|into [directly])
set line_to       = (direct report to|of)|(reporting|supervisory line|structure|relationship|manager [is] [to])|(supervisor|(line manager)|(hiring manager) [is])
# Written reports, and what others do.
set others_report = (@prepares ..2 report|reports|reporting)|(who|that|which report|reports|reporting)

rule reporting/ceo
  gloss reports to the CEO or a founder
  cite  domain:2 003:37
  lean  vp +++
  gate  +
  say   @answers_to [@the] ..2 @ceo
  say   @line_to [@the] ..1 @ceo
  unless @others_report
  unless managing director ..3 head|technology|engineering|it
  unless ^ the|our|each team|teams|department|group reports|report
  yes   You will report to the CEO.
  yes   Reports to: Founder & CEO
  yes   As a direct report to our co-founder you set the pace.
  no    You will prepare reports for the CEO's staff.
  no    Reports to the Managing Director who is Head of Technology.
  no    Present weekly reports to the CEO and the sales leads.
  no    No one here reports to the CEO.
  no    The team reports to the CEO.
  no    Our CEO founded the company after a decade in logistics.

rule reporting/president
  gloss reports to the president or the board
  cite  domain:2
  lean  vp ++
  say   @answers_to [@the] [company|division|group] president|gm|(general manager)|(board of directors)
  unless @others_report
  yes   This position reports directly to the company President.
  no    This position reports to the Vice President of Engineering.
  no    Prepare quarterly reports to the board of directors.

rule reporting/cto
  gloss reports to the CTO
  cite  domain:3 003:50
  lean  vp +
  gate  +
  say   @answers_to [@the] ..2 @cto
  say   @answers_to [@the] ..2 @vps [and|&] @cto
  say   @line_to [@the] ..1 @cto
  unless @others_report
  unless deputy|associate|assistant @cto
  unless ^ the|our|each team|teams|department|group reports|report
  unless report|reports|reporting [directly] to|into ..4 @vps|director|head of|for|who|engineering|software ..6 @cto
  yes   Reports to: CTO (Berlin)
  yes   You report to the Executive Vice President and CTO.
  yes   Your manager will change once; after May you report to our chief technology officer.
  yes   This position reports directly into the company's Chief Product and Technology Officer.
  no    The CTO wrote the first version in a garage.
  no    You report to the office of finance and present to the CTO.
  no    Lead managers who report to the CTO.

rule reporting/cio
  gloss reports to the CIO, CDO or CISO
  cite  domain:3
  lean  vp +
  gate  +
  say   @answers_to [@the] ..2 @cio
  say   @line_to [@the] ..1 @cio
  unless @others_report
  unless deputy|associate|assistant @cio
  yes   The position reports to the Chief Information Officer.
  no    Produce monthly reports to the CIO.
  no    The post reports to the Deputy Chief Digital Officer.

rule reporting/chief
  gloss reports to the COO, CPO or another chief officer
  cite  domain:2 domain:3
  lean  vp ++
  gate  +
  say   @answers_to [@the] ..2 @chiefs
  say   @line_to [@the] ..1 @chiefs
  unless @others_report
  unless deputy|associate|assistant @chiefs
  unless ^ the|our|each team|teams|department|group reports|report
  yes   Reports to: Chief Operating Officer
  yes   You will be reporting directly to the CPO.
  no    Each department reports to the CFO at year end.
  no    Create reporting dashboards for the COO.

rule reporting/vp
  gloss reports to a vice president
  cite  domain:1
  lean  director +++
  gate  +
  say   @answers_to [@the] ..2 [senior|executive|group] @vps
  say   @line_to [@the] ..1 @vps
  unless @others_report
  unless directors|heads ..8 report to
  unless directors|heads|managers|leads|leaders|engineers|teams report [directly] to
  unless @vps ..1 @cto|@cio|@chiefs
  unless ^ the|our|each team|teams|department|group reports|report
  yes   Reporting to our VP of Software, you look after three product groups.
  yes   Reports to: Senior Vice President, Product Development
  no    Directors who report to the VP meet on Mondays.
  no    Two directors for data and for tools report to the Vice President.
  no    You report to the Executive Vice President and CTO.
  no    The VPN gateway reports to the monitoring host.

rule reporting/director
  gloss reports to a director or senior director
  cite  domain:1
  lean  director +++
  gate  -
  say   @answers_to [@the] ..2 [senior|sr] director
  say   @line_to [@the] ..1 director
  unless @others_report
  unless executive|managing director
  unless ^ the|our|each team|teams|department|group reports|report
  yes   You report to the Senior Director, Cloud Services.
  no    You report to the Executive Director of the foundation.
  no    Status reports to the art director are due on Friday.

rule reporting/head-of
  gloss reports to a head of
  cite  domain:1 reader
  lean  director ++
  say   @answers_to [@the] ..3 head of|for
  unless @others_report
  yes   For now the job reports to our acting Head of Software; a Director may be hired above it.
  no    Head of analytics and reporting to be hired later.

rule reporting/manager
  gloss reports to an engineering manager
  cite  domain:4
  lean  director ++
  gate  --
  say   @answers_to [@the] [senior|sr|group] engineering|development|software|delivery|it|technical|project|r&d manager
  say   report|reports|reporting [directly] to [@the] ..3 engineering manager
  unless @prepares ..2 report|reports|reporting
  yes   You will report to the Senior Engineering Manager for developer tools.
  no    Engineering managers will report to you.
  no    Prepare weekly reports to the engineering manager.

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
