"""What can be wrong in the room `places`: code to sentence."""

WORDING: dict[str, str] = {
    "places/row": (
        "The row of the place {place} in the table of places cannot be read: it lacks a "
        "column, a name or a coordinate on Earth. No place of the table was used; "
        "correct the row and read the table again."
    ),
    "places/twice": (
        "The place {place} stands twice in the tables of places, with different values. "
        "No place was used; keep one of the two rows and read the tables again."
    ),
}
