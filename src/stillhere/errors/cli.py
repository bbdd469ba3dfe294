"""What can be wrong in the room `cli`: code to sentence."""

WORDING: dict[str, str] = {}
