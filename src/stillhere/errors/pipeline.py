"""What can be wrong in the room `pipeline`: code to sentence."""

WORDING: dict[str, str] = {
    "pipeline/snapshot-damaged": (
        "The saved picture cannot be read. It is not used and the picture is built anew "
        "from the reports, of which nothing is lost; run `stillhere check` to see "
        "whether the store is whole."
    ),
    "pipeline/snapshot-other-program": (
        "The saved picture was made by another version of this program. It is not used "
        "and the picture is built anew from the reports; nothing needs to be done."
    ),
    "pipeline/snapshot-other-rules": (
        "The saved picture was made with other rules. It is not used and the picture is "
        "built anew from the reports; nothing needs to be done."
    ),
    "pipeline/truth-unreadable": (
        "{file} does not have a column {column}. No marks were given. Write one pair of "
        "ids a line under the headers left_id and right_id."
    ),
    "pipeline/truth-elsewhere": (
        "Ids of the truth that {file} does not have: {rows}. They were left out of the "
        "marks. Check that truth and lists belong together."
    ),
}
