"""Doubtful links: two mentions side by side, and a person's decision on them."""
