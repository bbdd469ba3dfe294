"""Brief and situation report behind the desk: written once for each picture.

In: the operation. Out: a page of `publish` with the picture it was made from. Promise:
nobody waits in a request for a page that takes long to write; a page never mixes two
pictures.
"""
