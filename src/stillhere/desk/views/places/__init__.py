"""Places: settlements with how far each is known, and one settlement or dwelling."""
