"""What can be wrong in the room `desk`: code to sentence."""

WORDING: dict[str, str] = {
    "desk/names-busy": (
        "A long import is working on the names just now. Nothing was changed. Search "
        "again in a moment; lists and pages of people answer meanwhile."
    ),
    "desk/start-failed": (
        "The desk could not start because of a mistake in the program ({reason}). The "
        "store was left as it is. Run 'stillhere check' on it and start again."
    ),
    "desk/port-taken": (
        "Another program answers at {host}, port {port}. The desk was not started. "
        "Close that program, or choose another port with --port."
    ),
    "desk/address-not-here": (
        "This machine has no address {host}. The desk was not started. Leave --host "
        "out to answer on this machine alone, or name one of its addresses."
    ),
    "desk/backup-folder": (
        "There is no folder {path} to copy to. Nothing was copied. Put the stick in, or "
        "type the folder as the system names it, beginning with a slash or a drive."
    ),
    "desk/backup-on-server": (
        "This operation rests on a database server, so its copy needs a passphrase of "
        "its own. Nothing was copied. Run 'stillhere backup' with the address of the "
        "database, or ask whoever runs the server for its backups."
    ),
    "desk/draft-gone": (
        "This file is no longer kept: it was taken in or left, an hour has gone by, or "
        "the program was started anew. If it was not taken in, nothing of it is "
        "stored. Look among the past imports, or send the file once more."
    ),
    "desk/header-changed": (
        "{file} was read before as the source {source}, with its header in another "
        "line. Taken like this, its rows would stand in that source a second time. "
        "Undo that import first, or leave the header where it was."
    ),
    "desk/import-nothing": (
        "There is no row to read in what is to be read of {file}. Nothing was stored. "
        "Choose a sheet with rows, or leave the file."
    ),
    "desk/import-other-purpose": (
        "{rows} rows of {file} were read in before for other purposes, and nobody could "
        "use them any more. Nothing was stored. Tick the purposes they were read in "
        "for. To change them, take that import back and read the list in under another "
        "name of its source."
    ),
    "desk/upload-too-large": (
        "What was sent is larger than the {limit} MiB that are taken at once. Nothing "
        "of it was read. Split the list, send fewer files at a time, or let whoever "
        "looks after the program raise STILLHERE_UPLOAD_MIB."
    ),
}
