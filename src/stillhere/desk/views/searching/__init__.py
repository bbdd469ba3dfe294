"""What was searched by day, the end of a search, and follow-up visits."""
