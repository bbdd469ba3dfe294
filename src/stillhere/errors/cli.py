"""What can be wrong in the room `cli`: code to sentence."""

WORDING: dict[str, str] = {
    "cli/usage": (
        "{reason} Nothing was done. 'stillhere --help' lists the commands, and each "
        "says more with --help."
    ),
    "cli/nothing-there": (
        "There is neither a store nor a world folder at {path}. Nothing was read. Check "
        "the name, or make a store with 'stillhere init'."
    ),
    "cli/no-rules-file": (
        "There is no file of rules at {path}. Nothing was read or written. Check the "
        "name; 'stillhere calibrate' and 'stillhere train' write such files."
    ),
    "cli/rules-empty": (
        "The file of rules {path} states nothing. Nothing was built or changed. Leave "
        "--rules out to keep the rules in force; to go back to those that are shipped, "
        "give a file that says format = 1 and nothing else."
    ),
    "cli/no-lists": (
        "The folder {path} holds no list that could be read. Nothing was computed. Name "
        "a world folder, the one that holds lists/, or a store."
    ),
    "cli/needs-store": (
        "{path} is a folder, and {action} is kept in a store. Nothing was written. Make "
        "a store with 'stillhere init' and read the lists into it."
    ),
    "cli/date-unreadable": (
        "{text} is no date the program reads. Nothing was done. Write it as 2023-10-05 "
        "or 2023-10-05T08:00+04:00."
    ),
    "cli/nobody-found": (
        "Nobody in {path} answers to {text}. Nothing was shown. Try fewer words or "
        "another spelling with 'stillhere find'."
    ),
    "cli/several-found": (
        "{count} people in {path} answer equally well to {text}. None was shown. Take "
        "the id of the one you mean from 'stillhere find'."
    ),
    "cli/no-such-place": (
        "No place known in {path} answers to {text}. Nothing was shown. Try its code, "
        "or another of its names in any script."
    ),
    "cli/no-such-report": (
        "No report in {path} has an id that begins with {text}. Nothing was shown. Take "
        "the id from 'stillhere show' of a person, a place or a figure."
    ),
    "cli/no-such-figure": (
        "Nothing is counted under the name {text}. Nothing was shown. Choose one of "
        "{known}."
    ),
    "cli/no-such-source": (
        "{path} has no source called {text}. Nothing was changed. 'stillhere profile' "
        "lists the sources."
    ),
    "cli/no-such-column": (
        "The source {source} has no column called {text}. Nothing was changed. Write "
        "the header as 'stillhere profile' shows it."
    ),
    "cli/no-such-word": (
        "{text} is no {what} this program knows. Nothing was changed. Choose one of "
        "{known}."
    ),
    "cli/key-not-chosen": (
        "A new store needs the key of its operation, and none was named. Nothing was "
        "written. Give --key FILE for an operation that has one, --new-key FILE to "
        "begin one, or --exercise."
    ),
    "cli/passphrases-differ": (
        "The two passphrases are not the same. Nothing was written. Type them again."
    ),
    "cli/not-our-folder": (
        "{path} holds files this command did not make. Nothing was written or removed. "
        "Choose another folder with --out."
    ),
    "cli/file-failed": (
        "{path} cannot be used ({reason}). What was finished before is kept. Check the "
        "name, the rights and the room on the disk, then try again."
    ),
    "cli/not-two-names": (
        "Line {line} does not hold two cells, but {count}. It was given the chance "
        "0. Write two names a line, parted by a comma, in quotation marks where a name "
        "holds a comma."
    ),
    "cli/names-not-utf8": (
        "Line {line} is not UTF-8. Its unreadable letters were left out and the rest "
        "compared. Save the file as UTF-8."
    ),
    "cli/more-lines-amiss": (
        "{count} more lines are amiss. Each has a line of its own in the result. Look "
        "through the file as you did after the first ones."
    ),
    "cli/no-picture-yet": (
        "The store {path} has no picture yet. Its reports were checked. Build one with "
        "'stillhere build' and check again."
    ),
    "cli/picture-older": (
        "The picture of {path} is older than its latest reports. It could not be "
        "compared. Build it anew with 'stillhere build' and check again."
    ),
    "cli/picture-differs": (
        "A picture built anew differs from the one before ({now}, was {before}). "
        "Nothing was changed. Keep a backup of the store and send both digests to "
        "whoever looks after the program."
    ),
    "cli/rules-differ": (
        "The picture of {path} was built by other rules ({before}, now {now}). It was "
        "not compared. Build it anew with 'stillhere build' and check again."
    ),
    "cli/report-altered": (
        "The report {report} does not hold what its id says. It was left as it is. Read "
        "its list once more."
    ),
    "cli/rows-lost": (
        "{read} rows were read, but {reports} reports and {aside} rows set aside came "
        "of them. The reports are kept as they are. Send the list's header to whoever "
        "looks after the program."
    ),
    "cli/no-such-folder": (
        "There is no folder {path}. Nothing was written. Put in the stick, or make the "
        "folder, and name it again."
    ),
    "cli/passphrase-short": (
        "The passphrase has fewer than {least} characters. No store was made. Take "
        "several words that only you would put together."
    ),
    "cli/no-store": (
        "{path} is a list or another file, not a store. Nothing was read. Name the "
        "store first and the list after it: 'stillhere read STORE {path}'."
    ),
    "cli/interrupted": (
        "Stopped as you asked. What was acknowledged before is kept; nothing of the "
        "rest was stored. Run the command again to go on."
    ),
    "cli/fault": (
        "The program met a fault of its own ({kind} at {place}). Nothing of this request "
        "was stored; everything acknowledged before is whole. Send these words to "
        "whoever looks after the program."
    ),
    "cli/no-desk": (
        "The libraries of the desk are not installed. Nothing was started. Install the "
        "program with them: pip install 'stillhere[desk]'."
    ),
    "cli/map-unreadable": (
        "{text} says nothing of a column. Nothing was linked. Write --map "
        "left:COLUMN=FIELD or --map right:COLUMN=FIELD; FIELD is one of {known}."
    ),
    "cli/same-file": (
        "{path} is named twice. Nothing was linked or written. Give every file a name "
        "of its own."
    ),
    "cli/decision-no-column": (
        "The file {path} has no column {text}. Nothing of it was stored. Its first line "
        "has to name mention_a, mention_b and judgement; 'stillhere decide STORE "
        "--export NEW.csv' writes a new file with every column."
    ),
    "cli/export-exists": (
        "{path} is there already, and may be filled in. Nothing was written. Name a new "
        "file, or move that one away."
    ),
    "cli/decision-no-rows": (
        "The file {path} holds no decision. Nothing was stored. Write same, different "
        "or unsure into the column judgement."
    ),
    "cli/decision-no-judgement": (
        "Row {row} says {text}, which is no decision. It was left out. Write same, "
        "different or unsure, and give the file again."
    ),
    "cli/decision-nobody": (
        "Row {row} does not say who decided. It was left out. Write the name the person "
        "signs in with at the desk into the column who, or give it with --who."
    ),
    "cli/decision-no-account": (
        "Row {row} names somebody who has no account of this store as who decided. It "
        "was left out. Write the name the person signs in with at the desk into the "
        "column who, or make an account for the person there."
    ),
    "cli/decision-may-not": (
        "Row {row} names somebody as who decided whose account may not decide on links. "
        "It was left out. Let somebody decide who may, or ask whoever keeps the accounts "
        "at the desk to give the person such a role."
    ),
    "cli/decision-own-second": (
        "Row {row} would confirm what row {first} of the same file decides, and much "
        "hangs on it. It was left out. Rows of one file do not confirm each other: the "
        "second person gives a file of their own, or confirms it at the desk."
    ),
    "cli/decision-second-unknown": (
        "Row {row} would confirm what somebody else decided, and nobody has an account "
        "of this store by which two people are told apart. It was left out. Make an "
        "account for each at the desk ('stillhere desk') and give the row again."
    ),
    "cli/decision-date": (
        "Row {row} has {text} as the time of the decision, which is no date this "
        "program reads. It was left out. Write it as 2023-10-05 or 2023-10-05T08:00."
    ),
    "cli/decision-unknown-mention": (
        "Row {row} names {text}, and no report in force about a person answers to it. "
        "It was left out. Write the id of the report, or its source, a colon and the "
        "row."
    ),
    "cli/decision-several-mentions": (
        "Row {row} names {text}, and several reports answer to it. It was left out. "
        "Write the whole id of the one you mean."
    ),
    "cli/decision-same-mention": (
        "Row {row} names one report twice. It was left out. A decision is about two "
        "reports."
    ),
    "cli/decision-one-list": (
        "Row {row} says that two people of one list, or of one household of it, are the "
        "same. It was left out, for it cannot hold. Where the list names somebody twice, "
        "say so in its profile first: 'stillhere profile --no-once'."
    ),
    "cli/decision-twice": (
        "Row {row} decides on the same two reports as row {first}, by the same person. "
        "It was left out. Keep the one that is meant."
    ),
    "cli/decision-waits": (
        "Row {row} is stored and counts only once a second person says the same, for it "
        "would take somebody of high concern off the list, or tie somebody to a death. "
        "Ask a second officer to look at the two."
    ),
    "cli/decision-beaten": (
        "Row {row} is stored and cannot hold together with another decision or a list. "
        "People judged different stay apart. Everybody who decided sees it at the desk; "
        "settle with them which decision is taken back."
    ),
}
