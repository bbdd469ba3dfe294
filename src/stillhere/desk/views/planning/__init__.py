"""The plan of a day, handing it out, and its sheets on paper."""
