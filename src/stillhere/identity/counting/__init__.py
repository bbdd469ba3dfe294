"""What two lists from outside tell about themselves: names, settlements, nobody.

A picture never counts: there all of this is frozen data. An index that counted is never
updated.
"""
