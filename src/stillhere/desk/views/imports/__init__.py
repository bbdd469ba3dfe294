"""Pages of the import: send a list, look at it, take it, and take it back."""
