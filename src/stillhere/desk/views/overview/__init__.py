"""The overview: where the operation stands, and what changed since the last look."""
