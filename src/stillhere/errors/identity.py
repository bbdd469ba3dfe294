"""What can be wrong in the room `identity`: code to sentence."""

WORDING: dict[str, str] = {
    "identity/judgement-cannot-hold": (
        "Reports {a} and {b} were judged the same person, but other decisions or their "
        "own list say that they are two. Both stay apart. Open the two and settle which "
        "decision is withdrawn."
    ),
}
