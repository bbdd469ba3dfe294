"""Doubtful places: names nobody can be sure of, and a person's decision on each."""
