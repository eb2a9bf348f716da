# Sets used by the rules of all files. Read first.
family authority

# People. A title stands here only to be used inside a relation (reports to,
# manages, a peer of); alone it is testimony and no rule looks at it.
set ceo       = ceo|ceos|founder|founders|cofounder|cofounders|(co founder)|(co founders)|(chief executive)|(executive director)|(managing director)
set cto       = cto|(chief technology officer)|(chief technical officer)|cpto|ctpo|(chief product and technology officer)|(chief technology and product officer)|(chief product & technology officer)
set cio       = cio|(chief information officer)|(chief digital officer)|(chief data officer)|cdo|ciso|(chief information security officer)
set chiefs    = coo|(chief operating officer)|cpo|(chief product officer)|cfo|(chief financial officer)|cro|(chief revenue officer)|cmo|(chief marketing officer)|cco|(chief commercial officer)|(chief customer officer)|chro|(chief people officer)|(chief strategy officer)
set vps       = vp|vps|svp|svps|evp|evps|avp|(vice president)|(vice presidents)
set directors = director|directors
set heads     = head|heads
set managers  = manager|managers
set leaders   = leader|leaders
set engineers = engineer|engineers|developer|developers|programmer|programmers|technologist|technologists
set ics       = engineer|engineers|developer|developers|programmers|architects|scientists|ics|(individual contributors)
set execs     = executive|executives|exec|execs|(c suite)|(c level)|csuite

# Fields and bodies.
set eng       = engineering|technology|technical|software|tech|development|(r & d)|(r&d)
set org       = organization|organisation|org|orgs|organizations|organisations|function|functions|department|departments
set teams     = team|teams|squad|squads|pod|pods|tribe|tribes|group|groups
set reach     = global|globally|international|worldwide|distributed|multinational
set company   = company|business|firm|enterprise|organization|organisation|corporate
set slices    = platform|platforms|infrastructure|mobile|ios|android|backend|frontend|(back end)|(front end)|fullstack|(full stack)|web|data|analytics|security|cybersecurity|devops|sre|reliability|cloud|qa|quality|test|testing|automation|integration|integrations|payments|billing|checkout|search|growth|identity|api|apis|ml|(machine learning)|ai|network|networking|storage|database|firmware|embedded|hardware|integrations|ecommerce|(e commerce)|experience|experiences|tooling|tools|applications|application|solutions|solution|product
set functions = qa|(quality assurance)|devops|infrastructure|security|cybersecurity|data|it|support|operations|product|design|architecture|sre|ai|cloud|ml|platform|analytics|(data science)|(software development)|(software engineering)

# What is done.
set leads     = ~lead|~manage|~oversee|~supervise|~direct|~head|~run
set grows     = ~build|~grow|~scale|~develop|~hire|~recruit|~mentor|~coach|~attract|~retain|~inspire|~nurture|~expand
set sets_out  = ~define|~set|~own|~shape|~establish|~create|~drive|~formulate|~craft|~develop|~articulate|~author
set works     = ~meet|~partner|~collaborate|~work|~align|~interface|~engage|~liaise|~communicate|partnership|collaboration
set the       = the|our|your|a|an|this|its|their
set holds     = owns|holds|manages|sets|controls|approves|keeps|runs|((is|remains) accountable|responsible)|(answers for)
set others_do = ([@the] (@cto|@cio|@chiefs|@ceo|president|finance|(finance team)) @holds)|(@chiefs who|that|which @holds)
set prepares  = generate|generates|generating|prepare|prepares|preparing|produce|produces|producing|write|writing|deliver|delivers|delivering|provide|provides|providing|submit|submits|submitting|create|creates|creating|status|weekly|monthly|quarterly|regular|annual
