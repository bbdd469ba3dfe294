"""Quick entry: five forms, the returned sheets, and the undo of what was just typed."""
