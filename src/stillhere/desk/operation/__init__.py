"""The operation this process has open: store, picture and the one who writes.

In: an unlocked store. Out: an `Operation` every thread may read, with its newest picture.
Promise: a report is on the disk before it is in the picture; the picture is always that
of all reports stored; two writers never meet.
"""
