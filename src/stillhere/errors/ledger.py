"""What can be wrong in the room `ledger`: code to sentence."""

WORDING: dict[str, str] = {
    "ledger/household-too-large": (
        "The source {source} puts more than {limit} people into one household, "
        "{groups} times. These texts are kept and not read as households. If they "
        "stand for nothing, set their column to ignore in the profile of the source."
    ),
    "ledger/death-without-person": (
        "The death established in report {report} names a person no report in force "
        "mentions. It is kept and takes effect when that report arrives."
    ),
    "ledger/rows-unread": (
        "{rows} rows of the source {source} say nothing that can be read by its "
        "profile. They are kept. Open the source and correct its profile."
    ),
    "ledger/rows-replaced": (
        "{rows} rows of the source {source} were replaced by later rows with the same "
        "key. All are kept; the latest counts. If the key column does not name one row "
        "each, correct the profile of the source."
    ),
}
