"""Two mentions compared: a level for each part, and from the levels a weight.

In: columns of features. Out: levels, millibits and the rarity of what met, in whole
numbers. Nothing here knows of company, judgements or what is accepted.
"""
