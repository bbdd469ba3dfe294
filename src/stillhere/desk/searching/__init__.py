"""What was searched, for the pages that show it.

In: an operation and a picture. Out: effort by the end of a day, worked out once; small
pictures of it as plain SVG paths. Promise: effort alone; expected people come from
elsewhere, as a second figure.
"""
