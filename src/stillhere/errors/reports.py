"""What can be wrong in the room `reports`: code to sentence."""

WORDING: dict[str, str] = {
    "reports/key-file-damaged": (
        "The key file {path} does not hold a key of this program ({reason}). Nothing "
        "was read or written. Restore the file from its copy, or name another one."
    ),
    "reports/key-file-exists": (
        "There is already a file at {path}. It was left as it is and no key was "
        "written. Name another file; a key that is replaced cannot be had back."
    ),
    "reports/key-file-unwritable": (
        "No key file can be written at {path}. Nothing was written. Choose a folder "
        "that exists and that you may write to."
    ),
    "reports/body-unreadable": (
        "The body of report {report} is not the canonical text it should be. It is "
        "left out of the picture. Run `stillhere check` and restore from a backup."
    ),
    "reports/decision-without-target": (
        "The {kind} {report} names a report that is not here ({target}). It is kept "
        "and takes effect when that report arrives."
    ),
    "reports/decision-without-effect": (
        "The {kind} {report} names nothing it could act on. It is kept and changes "
        "nothing. Enter it again with the report or the source it is about."
    ),
    "reports/profile-unreadable": (
        "The profile {report} of the source {source} cannot be read. It is kept and "
        "not used. Correct it in a new one."
    ),
}
