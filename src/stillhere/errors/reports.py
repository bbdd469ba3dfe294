"""What can be wrong in the room `reports`: code to sentence."""

WORDING: dict[str, str] = {
    "reports/key-file-damaged": (
        "The key file {path} does not hold a key of this program ({reason}). Nothing "
        "was read or written. Restore the file from its copy, or name another one."
    ),
    "reports/body-unreadable": (
        "The body of report {report} is not the canonical text it should be. It is "
        "left out of the picture. Run `stillhere check` and restore from a backup."
    ),
    "reports/judgement-without-target": (
        "The {kind} {report} names a report that is not here ({target}). It is kept "
        "and takes effect when that report arrives."
    ),
    "reports/profile-unreadable": (
        "The profile {report} of the source {source} cannot be read ({reason}). It is "
        "kept and not used. Correct the profile in a new one."
    ),
}
