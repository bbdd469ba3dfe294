"""Plans at the desk: worked out beside the pages, handed out as numbered sheets.

In: the picture and what a person wishes of a day. Out: stops per team, and the report
that hands them out. Promise: a sheet that was handed out is a report; nothing else
remembers it.
"""
