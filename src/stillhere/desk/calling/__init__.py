"""Calls to numbers on file at the desk: the list at hand, who has which, what is said.

In: the picture and what is believed of it. Out: calls in their order, and the words of a
caller in four languages. Promise: who has which number is known in memory alone; what came
of a call is reports; no number is in an address or a log.
"""
