# Circumstances shown beside the verdict. They speak for neither level.
family career

rule flags/agency
  gloss advertised by a recruiting agency
  cite  reader postings
  lean  none
  flag  agency
  in    role about other benefits requirements preferred duties legal apply
  say   our|my|the client is|are|has|seeks|needs|wants [a|an|the|seeking|looking|hiring|currently|now]
  say   my client
  say   ~partner|retained with|by an|a ..3 startup|(start up)|company|business|firm|client to|who|that
  say   (on behalf of) our|my client
  say   i|we am|are working|partnered|recruiting|hiring with|for a|an|one|our
  unless @works|agreement|base|needs|project|relationship ..3 client
  unless when|if|whether|that|where|what our|the client
  yes   Our client is a growing firm.
  yes   We are partnered with a start-up to find its next leader.
  no    Agencies: we do not accept unsolicited resumes from a search firm.

rule flags/interim
  gloss interim, fractional or acting
  cite  reader postings
  lean  none
  flag  interim
  say   interim|fractional [engineering|technology] role|position|basis|leader|head|@cto|executive|engagement|assignment|contract
  say   maternity|parental leave cover
  say   acting head|@cto|leader
  unless with|founder|and|our|the fractional|interim|acting @cto
  yes   An interim role of nine months.
  no    Acting with honesty.

rule flags/not-software
  gloss engineering of buildings and plants, not of software
  cite  reader postings
  lean  none
  gate  ---
  flag  not_software
  say   (~maintain|maintenance|~repair|~operate|operation|~install|~inspect) ..5 hvac|boilers|chillers|pumps|elevators|buildings|refrigeration|machinery|plumbing
  say   (facilities engineering)|(guest rooms)|(hotel engineering)|(building maintenance)|(preventative maintenance)|(preventive maintenance)|(life safety systems)|(fire alarm)|(broadcast engineering)|(wastewater treatment)|(construction projects)|(plant engineering)|(plant maintenance)|(hotel property)
  unless software|saas|cloud|iot|platform|ai
  yes   Maintain boilers and guest rooms.
  no    Software for hvac firms.

rule flags/internship
  gloss a trainee's post
  cite  reader
  lean  none
  gate  ---
  say   (this|our|an|the|paid|summer) internship
  say   as an|a ..4 intern
  say   internship|apprenticeship program|programme|opportunity|role|position
  say   (graduate programme)|(graduate program)
  say   (entry level) position|role|engineer
  unless ~mentor|~manage|~hire|~supervise|~support|~lead ..4 intern|interns|internship
  yes   An internship of six months.
  no    Manage the internship programme.

rule flags/unpaid
  gloss unpaid or for a share only
  cite  reader
  lean  none
  gate  --
  flag  unpaid
  say   (volunteer role)|(volunteer position)|(equity only)|(unpaid role)|(unpaid position)
  say   looking|seeking for|a ..3 technical cofounder
  say   looking|seeking for|a ..3 technical co founder
  yes   An equity only post.
  no    Unpaid leave after one year.
