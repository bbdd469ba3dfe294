"""What can be wrong in the room `publish`: code to sentence."""

WORDING: dict[str, str] = {}
