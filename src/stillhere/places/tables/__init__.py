"""Tables of places from outside: GeoNames, p-codes, OpenStreetMap.

In: files as their publishers give them. Out: places, districts and streets with the
codes, the source and the licence of each, and all tables joined into one gazetteer.
Promise: the same files give the same gazetteer in any order; every name is kept; who
holds a place is never read; what was joined says why, what contradicts is a finding. The readers of files are in `tables.loading`, which only who
loads imports.
"""

from stillhere.places.tables.joining import Joined, Joining, join_tables
from stillhere.places.tables.loaded import LoadedTable, Street, TableForm

__all__ = [
    "Joined",
    "Joining",
    "LoadedTable",
    "Street",
    "TableForm",
    "join_tables",
]
