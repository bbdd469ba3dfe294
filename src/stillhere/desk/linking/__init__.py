"""Decisions on doubtful links: what a person says of two mentions becomes a report.

In: two mentions and a decision. Out: reports to store, and what they moved. Promise: a
decision taken back leaves everything as it was before.
"""
