# Which meetings, with whom.
family meetings

rule meetings/standups
  gloss stand-ups, refinement, retrospectives
  cite  003:50 domain:29 domain:30 domain:31
  lean  director ++
  say   standup|standups|(stand up)|(stand ups)|(daily scrum)|(agile ceremonies)|(scrum ceremonies)|(agile rituals)|ceremonies
  say   retrospective|retrospectives|retros|backlog|backlogs|grooming|(sprint planning)|(sprint review)|(sprint reviews)|demos
  unless stand up|ups comedy|for
  yes   Lead stand-ups and retrospectives.
  no    Stand up for what is right.

rule meetings/project-meetings
  gloss project and team meetings
  cite  003:50 domain:29
  lean  director ++
  say   (project|status|team|weekly|staff|planning|daily|regular) meetings|meeting|checkins|(check ins)
  unless zoom|lunch|happy
  yes   Chair weekly meetings on the release.
  no    Nice meeting rooms.

rule meetings/all-hands
  gloss leads all-hands meetings and offsites
  cite  domain:37
  lean  vp +
  say   ~lead|~run|~host|~present|~speak|~own ..4 (all hands)|(town halls)|(town hall)|offsites
  say   (executive|leadership|board) meetings|briefings|offsites|briefing|syncs
  yes   Host the engineering all-hands.
  no    We hold an all-hands on Fridays.

rule meetings/okr-updates
  gloss reports on goals to the executives
  cite  003:50 domain:34
  lean  vp ++
  gate  +
  say   ~report|~present|~communicate|updates ..6 (okrs|okr|kpis|outcomes|results|performance|progress|strategy|metrics|investment|investments) ..4 to|with ..2 @execs|board|ceo|investors
  say   ~present|~communicate|~articulate ..5 (strategy|vision|direction|roadmap|investments) ..4 to|with ..3 @execs|board|ceo|investors|company|organization
  yes   Present OKR results to the executive team each month.
  no    Report bugs to the team.

rule meetings/team-leads
  gloss meets team leads and developers on details
  cite  003:50 003:47
  lean  director ++
  say   @works ..4 (tech leads)|(team leads)|developers|engineers|architects|(engineering managers)|(technical leads)|(lead engineers)
  unless sales engineers
  yes   Meet engineers and tech leads to plan.
  yes   Work closely with developers on details.
  no    Work closely with people in sales.

rule meetings/senior-stakeholders
  gloss works with leaders of other functions
  cite  domain:73
  lean  vp +
  gate  +
  say   @works ..4 (senior|business|company|functional|(cross functional)|product|clinical|commercial) leaders|leadership
  say   (cross functional)|(other) leadership|leaders|executives
  unless report|reports|reporting
  yes   Partner with business leaders in each region.
  no    Partner with agencies.

rule meetings/cross-functional
  gloss works across functions
  cite  000:43 domain:73
  lean  none
  say   (cross functional)|(crossfunctional)|(cross functionally)
  yes   Work cross-functionally.
  no    The cross on the hill.

rule meetings/sales-marketing
  gloss works with sales, marketing and finance as equals
  cite  domain:66 000:71 reader
  lean  vp +
  say   @works ..5 (sales|marketing|finance|legal|hr|commercial|(customer success)) ..2 (sales|marketing|finance|legal|hr|operations|commercial|(customer success)|support)
  say   (go to market)|gtm
  yes   Work with sales and marketing to grow.
  no    Work with design.
