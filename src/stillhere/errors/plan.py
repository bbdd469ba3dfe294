"""What can be wrong in the room `plan`: code to sentence."""

WORDING: dict[str, str] = {}
