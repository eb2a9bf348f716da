# Circumstances shown beside the verdict. They speak for neither level.
family career

rule flags/agency
  gloss advertised by a recruiting agency
  cite  domain:89 reader
  lean  none
  flag  agency
  in    role about other benefits requirements preferred duties legal apply
  say   (our|my|the) client [is|are|has|seeks|needs]
  say   (partnered with)|(working on behalf of)|(retained by)|(on behalf of our) ..2 (client|startup|start|company|business|firm)
  say   (executive search)|(search firm)|(recruitment agency)|(staffing agency)|(recruitment partner)
  say   i|we am|are working|partnered|recruiting with|for a
  unless (our client success)|(our client base)|no|not|from|unsolicited ..6 agency|agencies|firm|firms
  unless accept|unsolicited|engineering
  yes   Our client is a growing firm.
  no    Agencies: we do not accept unsolicited resumes from a search firm.

rule flags/interim
  gloss interim, fractional or acting
  cite  domain:89
  lean  none
  flag  interim
  say   (interim|fractional|acting) [role|position|basis|leader|head|@cto|capacity|executive|engagement]
  say   (maternity|parental) leave cover
  unless acting as|on|with|like
  yes   An interim role of nine months.
  no    Acting with honesty.

rule flags/not-software
  gloss engineering of buildings and plants, not of software
  cite  domain:88 reader
  lean  none
  gate  ---
  flag  not_software
  say   hvac|boilers|boiler|chillers|plumbing|(building systems)|(facilities engineering)|(facilities management)|(guest rooms)|(hotel engineering)|(building maintenance)|(preventative maintenance)|(preventive maintenance)|(life safety)|(refrigeration)|(electrical systems)|(fire alarm)|(broadcast engineering)|(civil engineers)|(wastewater)|(highway)|(construction projects)
  unless software|saas|cloud
  yes   Keep boilers and guest rooms in order.
  no    Software for hvac firms.

rule flags/internship
  gloss a trainee's post
  cite  reader
  lean  none
  gate  ---
  say   (internship|intern|apprentice|apprenticeship|trainee|(entry level)|(graduate programme)|(graduate program)|(recent graduates)|(no experience))
  unless ~mentor|~manage|~hire|~supervise ..3 (intern|interns)
  unless staff
  yes   An internship of six months.
  no    Manage the intern programme of interns.

rule flags/board-seat
  gloss unpaid, advisory or volunteer
  cite  reader
  lean  none
  gate  --
  flag  advisory
  say   (volunteer role)|(volunteer position)|unpaid|(advisory board seat)|(equity only)|(technical cofounder)|(technical co founder)
  unless unpaid leave|time|(volunteer time)
  yes   An equity only post.
  no    Unpaid leave after one year.
