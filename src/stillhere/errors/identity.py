"""What can be wrong in the room `identity`: code to sentence."""

WORDING: dict[str, str] = {}
