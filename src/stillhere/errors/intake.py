"""What can be wrong in the room `intake`: code to sentence."""

WORDING: dict[str, str] = {}
