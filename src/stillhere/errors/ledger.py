"""What can be wrong in the room `ledger`: code to sentence."""

WORDING: dict[str, str] = {}
