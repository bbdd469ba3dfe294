"""Doubtful places: what a person says a name means becomes a report.

In: names no table reads for sure, and a decision. Out: reports to store, and the picture
read anew by them. Promise: a decision taken back leaves everything as it was before.
"""
