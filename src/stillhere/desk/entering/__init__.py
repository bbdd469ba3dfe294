"""Entries typed in at the desk: fields to reports, and what a report moved.

In: what a form holds. Out: reports for `Operation.enter`, and their effect as ids and
codes. Promise: nothing here knows a request; a double press gives the same report, an
entry typed again after it was taken back a new one.
"""
