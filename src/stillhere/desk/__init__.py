"""The desk: the program people open in a browser, a thin shell over the rooms.

In: an operation's store and the requests of people who signed in. Out: pages, and
reports appended to the store. Promise: every page is computed from the picture or from
rows derived from it; every write is a report; nobody sees a page their role does not
ask for; no request leaves the machine.
"""
