"""The engine of headquarters: the tables of one store in a database of a server.

In: an address without a password. Out: a `Server` to ask. Promise: one writer, batches
whole or not at all, nothing changed or deleted but by an erasure, as in a file; what lies
on the server's disk is as safe as the server's administrators make it.
"""

from stillhere.store.postgres.address import parameters
from stillhere.store.postgres.server import Server

__all__ = ["Server", "parameters"]
