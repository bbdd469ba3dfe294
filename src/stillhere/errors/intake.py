"""What can be wrong in the room `intake`: code to sentence."""

WORDING: dict[str, str] = {
    # The whole file: nothing of it is read, the other files go on.
    "intake/file-not-found": (
        "There is no file {file}. Nothing was read. Check the name and the folder."
    ),
    "intake/file-empty": (
        "{file} is empty. Nothing was read. Ask its sender for the list again."
    ),
    "intake/file-too-large": (
        "{file} has {size} bytes, more than the {cap} that are read at once. Nothing "
        "was read. Split it into several lists."
    ),
    "intake/unzips-too-large": (
        "{file} would unpack to more than {cap} bytes. It was not unpacked and nothing "
        "was read. Ask its sender for a plain list; do not open it elsewhere."
    ),
    "intake/zip-damaged": (
        "{file} is damaged: it is not a whole ZIP or Excel file. Nothing was read. "
        "Copy it again, or save it again as XLSX or CSV."
    ),
    "intake/workbook-unreadable": (
        "{file} cannot be read as a workbook ({reason}). Nothing was read. Open it in "
        "a spreadsheet program, take off any password and save it as XLSX or CSV."
    ),
    "intake/encoding-unreadable": (
        "{file} is written in letters that cannot be told (first at byte {byte}). "
        "Nothing was read. Save it again as CSV UTF-8."
    ),
    "intake/text-unreadable": (
        "{file} cannot be read as a list of rows ({reason}). Nothing was read. Save it "
        "again as XLSX or CSV."
    ),
    "intake/too-many-columns": (
        "{file} has a header of {columns} columns, more than {cap}. Nothing was read. "
        "Keep the columns that are needed and read it again."
    ),
    "intake/too-many-cells": (
        "{file} has more than {cap} cells. Nothing was read. Split it into several "
        "lists."
    ),
    "intake/takes-too-long": (
        "Reading {file} took more than {seconds} seconds and was stopped. Nothing was "
        "read. Split it, or save it again as CSV."
    ),
    "intake/needs-too-much": (
        "Reading {file} needed more memory than is allowed and was stopped. Nothing "
        "was read. Split it, or save it again as CSV."
    ),
    "intake/profile-misses-table": (
        "{file} has {tables} sheets with rows and was given one profile. Nothing was "
        "read. Read it without a profile, or save the sheets as lists of their own."
    ),
    "intake/world-table-damaged": (
        "{file} cannot be read ({reason}). Nothing was read. Correct that line and "
        "read the folder again."
    ),
    # The whole file: told beside the result.
    "intake/no-rows": (
        "{file} has a header and no rows under it. Its profile is kept; nothing else "
        "was there to read."
    ),
    "intake/no-header": (
        "{file} has no line that looks like a header. Its columns are called Column 1, "
        "Column 2 and so on, and every row is kept. Say in the profile what they mean."
    ),
    "intake/cells-without-header": (
        "{rows} rows of {file} (first: row {row}) have cells beyond the last header. "
        "They are kept under the name Column and their number. Look whether those "
        "rows are shifted."
    ),
    "intake/profile-unsure": (
        "The proposed profile of {source} is unsure about: {about}. The rows are kept "
        "and read with it. Look at the profile and confirm or correct it."
    ),
    "intake/not-a-list": (
        "{file} is not a list this program reads (CSV, TSV, TXT, XLSX, XLSM, XLS or "
        "ODS). It was left where it is. Save it as one of those to have it read."
    ),
    "intake/header-missing": (
        "The profile given for {source} names columns the file does not have: "
        "{headers}. They are read as empty. Correct the profile if they were renamed."
    ),
    "intake/header-unknown": (
        "{source} has columns its profile does not know: {headers}. They are kept as "
        "written and read as nothing. Say in the profile what they mean."
    ),
    "intake/header-twice": (
        "The profile of {source} says more than once what a column means: {headers}. "
        "All that it says is read. Keep one meaning for each column."
    ),
    # The profile: told while it is looked at.
    "intake/kind-not-of-lists": (
        "The rows of {source} cannot each be a {kind}. They would be kept and state "
        "nothing. Choose what one row says."
    ),
    "intake/profile-lacks": (
        "No column of {source} is read as any of {fields}, and each row is to be a "
        "{kind}. Its rows would be kept and state nothing. Say which column it is, or "
        "choose what else one row says."
    ),
    "intake/keys-several": (
        "The profile of {source} calls several columns a key: {headers}. Together they "
        "are taken for the key of a row. Keep the one that is different in every row."
    ),
    "intake/key-repeats": (
        "{header} of {source} is called a key, and of its texts {count} stand in more "
        "than one row. The rows are kept apart all the same. Look whether it is a key."
    ),
    "intake/register-lacks": (
        "{source} is called a complete register and has no column for {fields}. Others "
        "would be measured by it. Look whether it lists every resident of its place."
    ),
    "intake/dates-unread": (
        "{unread} of the first {cells} filled cells under {header} of {source} are no "
        "dates the program reads. They are kept as written. Look whether that column "
        "holds dates."
    ),
    "intake/date-order": (
        "The dates of {source} show another order of day and month than its profile "
        "says. Doubtful ones would be read by the profile. Correct the order there."
    ),
    "intake/list-date-unreadable": (
        "{text} is no date of a list. {source} would be read as if it had none. Write "
        "it as 2023-10-05."
    ),
    "intake/ages-without-date": (
        "{source} states ages and has no date. They would be kept as a note and tell "
        "nothing of a year of birth. Say in the profile of which date the list is."
    ),
    # Lists and rows that are here already.
    "intake/read-before": (
        "{file} was read before, as the source {source}. Nothing was stored, so that "
        "one list does not become two witnesses. To read it again, read it as that "
        "source; to rename it, withdraw that source first."
    ),
    "intake/list-known": (
        "All {rows} rows of {file} are here already. No row is new; a profile that was "
        "corrected reads them anew."
    ),
    "intake/rows-taken-back": (
        "{rows} of the {total} rows of {file} were taken back before. They are kept and "
        "still do not count. Bring them back if this list is right."
    ),
    "intake/nothing-to-undo": (
        "The import of {file} has no row that no other list brought too, or is undone "
        "already. Nothing was taken back. Undo the other imports of its rows first."
    ),
    # One row set aside.
    "intake/row-above-header": (
        "Row {row} of {file} stands above the header and is no row of the list. It is "
        "kept aside. If it is one, move it under the header and read the file again."
    ),
    "intake/row-repeats-header": (
        "Row {row} of {file} repeats the header. It is kept aside; nothing is to do."
    ),
    "intake/row-totals": (
        "Row {row} of {file} is a line of totals. It is kept aside, so that nobody is "
        "counted twice; nothing is to do."
    ),
    "intake/row-below-list": (
        "Row {row} of {file} is a remark or signature and no row of the list. It is "
        "kept aside. If it is one, fill its cells and read the file again."
    ),
    "intake/row-only-number": (
        "Row {row} of {file} has a running number and nothing else. It is kept aside. "
        "If someone is meant, fill in the row and read the file again."
    ),
    "intake/row-too-wide": (
        "Row {row} of {file} has {cells} filled cells, more than {cap}. It is kept "
        "aside. Check that row in the file and read it again."
    ),
    "intake/row-erased": (
        "Row {row} of {file} may speak of somebody whose reports were erased. It is kept "
        "aside and not stored. An officer decides whether it is someone else."
    ),
    "intake/erased-by-other-version": (
        "Reports of some people were erased by another version of this program, which "
        "compared names in another way. Rows that speak of these people are not known "
        "again and are stored like others. Look for them and erase their reports anew."
    ),
    # One report that cannot be stated.
    "intake/row-without-profile": (
        "Report {report} of {source} has no profile that says what its columns mean. "
        "It is kept and not counted. Read the file again, or give it a profile."
    ),
    "intake/row-without-person": (
        "Report {report} of {source} has neither a name nor a document number. It is "
        "kept and counts for nobody; open it to complete it."
    ),
    "intake/row-without": (
        "Report {report} of {source} does not say {what}. It is kept and takes no part "
        "in the picture; open it to complete it."
    ),
    "intake/other-kind": (
        "{file} is {kind}, not a list. Nothing was read. Ask its sender for the list as "
        "XLSX or CSV, or type it in."
    ),
    "intake/body-unreadable": (
        "Report {report} of {source} has lost its body or it is damaged. It takes no "
        "part in the picture. Run `stillhere check`."
    ),
    "intake/no-names": (
        "{file} has no column in which names of people were recognised. Nothing was "
        "linked. Say which column holds them; its columns are {headers}."
    ),
    "intake/no-such-header": (
        "{file} has no column called {header}. Nothing was read. Its columns are {known}."
    ),
}
