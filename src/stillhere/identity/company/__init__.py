"""Who stands beside a mention in its own list, and what that adds to a pair.

In: keyed pairs, households, parties and seats. Out: millibits on top of what the two
mentions say for themselves, one round, never fed back.
"""
