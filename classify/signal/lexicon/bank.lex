# Grades of banks and insurers. A "VP" there is often a senior engineer.
family career

rule bank/grade
  gloss a grade of a bank or insurer, not the head of a function
  cite  domain:85 reader
  lean  director ++
  gate  --
  flag  bank_grade
  in    role about other requirements preferred duties benefits legal apply
  say   avp|avps|(assistant vice president)|(associate vice president)
  say   (corporate title)|(corporate titles)|(grade {n})|(level l {n})|(l1)|(officer title)
  say   (svp)|(evp) level|grade
  say   assistant vp
  unless report|reports|reporting
  yes   Corporate title: Assistant Vice President.
  yes   The AVP owns the code of the desk.
  no    You report to the SVP of Engineering.

rule bank/markets-technology
  gloss technology of an investment bank or card issuer
  cite  reader
  lean  director ++
  gate  -
  flag  bank_grade
  say   (global markets)|(investment bank)|(investment banking)|(trading desk)|(trading desks)|(capital markets)|(prime brokerage)|(equities technology)|(fixed income)|(wholesale banking)|(asset servicing)|(front office)|(middle office)
  say   (banking|markets|risk|treasury) technology [team|group|division]
  yes   Global markets technology.
  yes   Code for the trading desk.
  no    Markets in the open air.

rule bank/consumer-bank
  gloss a consumer bank's or card company's internal post
  cite  reader
  lean  director +
  gate  -
  flag  bank_grade
  say   (essential responsibilities)|(grade {8..16})|(level {8..16} +)|(internal applicants)|(current level)|(performance rating)|(for internal)|(must not be on any corrective)|(corrective action plan)
  say   l [{n}] employees
  yes   Internal applicants: ask your manager first.
  no    Our internal tools are good.
