"""Teams that are out: who is overdue, what to do, and what was said of them."""
