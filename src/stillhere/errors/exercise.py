"""What can be wrong in the room `exercise`: code to sentence."""

WORDING: dict[str, str] = {
    "exercise/full-world-not-yet": (
        "The full world of {town} does not exist yet in this version. Nothing was "
        "written. Add --core to make the core world, or choose --town tutorial."
    ),
}
