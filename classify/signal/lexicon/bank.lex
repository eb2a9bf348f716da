# Grades of banks and insurers. A "VP" there is often a senior engineer.
family career

rule bank/grade
  gloss a grade of a bank or insurer, not the head of a function
  cite  reader postings
  lean  director ++
  gate  --
  flag  bank_grade
  in    role about other requirements preferred duties benefits legal apply
  say   avp|avps|(assistant vp)|(associate vp)
  say   corporate|officer title|titles
  say   grade level {6..20}
  unless report|reports|reporting
  unless @leads|liaison|advises ..5 avps|avp|(assistant vp)|(associate vp)
  yes   Corporate title: Assistant Vice President.
  yes   The AVP owns the code of the desk.
  no    You report to the SVP of Engineering.

rule bank/markets-technology
  gloss technology of an investment bank
  cite  reader
  lean  director ++
  gate  -
  flag  bank_grade
  say   (trading desk)|(trading desks)|(prime brokerage)|(equities technology)|(wholesale banking)|(front office technology)
  say   (global|capital|financial) markets [and] ..2 technology|engineering|it
  say   corporate|commercial and|& investment bank|banking
  say   banking|markets|treasury technology team|group|division
  say   leader|leaders|provider in|of investment|commercial|consumer [and|investment|commercial|consumer] banking
  unless experience|background|including|saas|platform|software
  yes   Global markets technology.
  yes   Code for the trading desk.
  no    Experience with a trading desk is welcome.
