# Marks of jobs below a Director: engineering managers, leads, staff engineers.
# A posting's own title is never looked at; these are duties.
family authority

rule level-below/one-team
  gloss leads one small team itself
  cite  reader domain:6
  lean  director +
  gate  -
  fact  below ics
  say   @leads|~coach|~mentor|~hire ..2 team of {2..12} [@engineers|people|software|senior|backend|frontend|full|talented]
  say   {3..9} (direct reports)|engineers
  say   your team of {2..12}
  unless managers|directors|years
  yes   Lead a team of 7 engineers.
  no    Lead a team of managers.

rule level-below/junior-mentor
  gloss mentors junior engineers
  cite  reader
  lean  director +
  gate  ---
  say   ~mentor|~coach|~guide|~train ..3 (junior|(mid level)|(less experienced)|younger) ..2 (engineers|developers|members|staff|talent|team)
  say   (junior engineers)|(junior developers)
  yes   Mentor junior engineers.
  no    Mentor managers.

rule level-below/feature-work
  gloss builds features with its own hands
  cite  reader
  lean  director +
  gate  ---
  say   ^ build|develop|implement|design|write|ship|create ..3 (features|services|apis|components|code|systems|tools)
  say   ~implement|~code|~develop ..2 (features|components|apis|endpoints|(unit tests)|(integration tests))
  say   {50..90} % ..3 (coding|(hands on)|development|technical|time)
  unless teams|organization|managers|strategy
  yes   Implement new APIs.
  no    Build the teams that ship features.

rule level-below/technical-lead
  gloss leads by technical authority, not by line
  cite  reader
  lean  director +
  gate  --
  say   (technical lead)|(tech lead)|(lead engineer)|(lead developer)|(team lead) [role|you|will]
  say   as a|the (tech|technical|team) lead
  say   (set|raise|raising|setting) the (technical|engineering|quality) bar
  say   (without direct authority)|(influence without authority)|(lead by influence)
  unless leads
  unless ~mentor|~coach|~manage|~support|@works ..4 (technical|tech|team) lead
  unless experience|years ..6 lead
  yes   You are the tech lead of checkout.
  no    Manage every tech lead in the group.

rule level-below/staff-scope
  gloss the scope of a staff or principal engineer
  cite  reader
  lean  none
  gate  ---
  say   (staff|principal) (engineer|engineers|software) [you|will|at|on|role]
  say   (write|writing|authoring|author) ..3 (design documents)|(design docs)|rfcs|(technical specifications)
  say   (cross team)|(system wide) (technical|architecture) (impact|leadership|initiatives)
  unless ~mentor|~manage|~hire|~lead|~coach|~support|@works|report ..5 (staff|principal)
  unless years|experience ..5 (staff|principal)
  yes   As a staff engineer you will guide design.
  no    Manage two staff engineers.

rule level-below/manages-delivery
  gloss an engineering manager's everyday duties
  cite  reader domain:13
  lean  director +
  gate  -
  say   (facilitate|run|lead|facilitating|running|leading) ..3 (sprint|standups|scrum|retrospectives|ceremonies|(stand ups)|planning meetings)
  say   (sprint planning)|(daily standups)|(daily stand ups)|(team ceremonies)|(team velocity)
  say   remove|removing|clear|clearing blockers|impediments|obstacles|roadblocks
  yes   Facilitate sprint planning.
  no    Plan a wedding.

rule level-below/em-role
  gloss described as an engineering manager's job
  cite  reader
  lean  director ++
  gate  --
  say   (as|an|a|our|experienced|seasoned|senior) [senior] (engineering manager|(development manager))
  unless ~mentor|~manage|~hire|~lead|~coach|~support|@works|experience|background ..6 (engineering manager)
  yes   As an engineering manager you will own hiring.
  no    Experience as an engineering manager is a must.

rule level-below/multi-level-ad
  gloss one text for several openings
  cite  reader
  lean  none
  gate  --
  say   multiple|several|various|many|{2..99} ..2 roles|positions|openings|vacancies
  say   all|open|following [of] [our] [open] roles|positions|openings|jobs
  say   (junior|mid) [to|and|or] (senior|mid)
  unless hundred|hundreds|thousand|thousands|million|millions|billion|billions|trades|trading|portfolio
  yes   Several openings in two cities.
  no    We price several hundred million positions a day.
  no    Rolls of paper.

rule level-below/hourly-contract
  gloss paid by the hour or on contract
  cite  reader
  lean  none
  gate  --
  in    role about other benefits requirements preferred duties legal apply
  say   (per hour)|(hourly rate)|(an hour)|(b2b contract)|(contract role)|(contract position)|(hours per week)|c2c|w2|(month contract)
  unless {30..48} (hours per week)
  yes   Paid per hour.
  no    Happy hour.
