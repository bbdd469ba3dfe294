"""What can be wrong in the room `exercise`: code to sentence."""

WORDING: dict[str, str] = {
    "exercise/full-world-not-yet": (
        "The full world of {town} does not exist yet in this version. Nothing was "
        "written. Add --core to make the core world, or choose --town tutorial."
    ),
    "exercise/town-unknown": (
        "There is no town called {town}. Nothing was written. Choose one of {known}."
    ),
    "exercise/scale-not-usable": (
        "A scale of {scale} cannot be used. Nothing was written. Give a number above 0 "
        "and up to 100, for example 0.1."
    ),
    "exercise/seed-not-usable": (
        "A seed of {seed} cannot be used. Nothing was written. Give a whole number from "
        "0 upwards."
    ),
    "exercise/folder-not-empty": (
        "{path} is not an empty folder. Nothing was written. Choose a new folder, or "
        "empty this one."
    ),
    "exercise/truth-not-readable": (
        "{path} is missing, cannot be read or lacks a column. Nothing was judged. Point "
        "to a world folder that holds lists/ and truth/, or make one with 'stillhere "
        "exercise make'."
    ),
}
