# What the matcher handles once for all rules: negation and conditions.

# What follows within four words is denied.
negates not|n't|no|never|without|nor|neither|cannot|isn't|non
negates rather than
negates instead of
negates as opposed to
negates lack|lacks|lacking
negates nobody|none
negates someone|somebody else
# "Inspire others, lead teams" denies nothing.
negates ^ others
negates while|whereas|but others

# Looks like a negation and is none.
affirms not only|just|merely|simply|to
affirms no later|less|fewer|more than
affirms whether or not
affirms without limitation
affirms no matter
affirms limited to
affirms but not limited to
affirms no two|job|task|detail|day
affirms no one job|task|detail|day|size|is better
affirms nobody|(no one) but|else|better|(is better)
affirms second to none
affirms none other
affirms why not
affirms if not

# The sentence is conditional: the evidence counts half.
hedges (when|where|if|as) (required|needed|necessary|requested|appropriate)
hedges if
hedges may|might|could
hedges occasionally|ideally|preferably|optionally
hedges from time to time
hedges nice to have
hedges [is|are] [a|strongly|highly|also] (plus|preferred|desirable|desired|bonus|optional)
hedges eventually|someday
hedges in the future
hedges potential to
hedges would be
hedges good to have
