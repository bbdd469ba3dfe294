"""Pages of calls to make: the list, one call, the list on paper."""
