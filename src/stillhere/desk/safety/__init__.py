"""Watching over teams that are out.

In: the sheets that are out and what was said of them. Out: who is out, who is overdue and
by how much. Promise: what alarms follows from reports alone, so a restart silences
nothing; where a team is stays in the memory of this process, and goes when it is back.
"""
