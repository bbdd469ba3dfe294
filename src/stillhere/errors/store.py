"""What can be wrong in the room `store`: code to sentence."""

WORDING: dict[str, str] = {}
