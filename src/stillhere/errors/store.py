"""What can be wrong in the room `store`: code to sentence."""

WORDING: dict[str, str] = {
    "store/not-found": (
        "There is no store at {path}. Nothing was read or written. Check the name, or "
        "make a new store there."
    ),
    "store/exists": (
        "Something already stands at {path}. Nothing was written over it. Choose "
        "another name, or open what is there."
    ),
    "store/keys-missing": (
        "The store {path} has no key file {keys} beside it. The store was not touched. "
        "Put the key file back from its copy or from a backup: without it nobody can "
        "read the store."
    ),
    "store/keys-damaged": (
        "The key file {keys} is damaged ({reason}). The store itself was not touched. "
        "Put the key file back from a backup of this store; the passphrase stays the "
        "same."
    ),
    "store/wrong-passphrase": (
        "The passphrase does not open {keys}. The key file is whole and nothing was "
        "changed. Try again: look at the keyboard layout and at capital letters."
    ),
    "store/empty-passphrase": (
        "An empty passphrase protects nothing. Nothing was written. Choose one of "
        "several words; a descriptor gives one line for each store."
    ),
    "store/no-terminal": (
        "There is no terminal to ask for the passphrase on. Nothing was opened. Start "
        "the program in a terminal, or give an open descriptor with --passphrase-fd."
    ),
    "store/passphrase-unreadable": (
        "No passphrase could be read from descriptor {fd} ({reason}). Nothing was "
        "opened. Write one line of UTF-8 text to it and try again."
    ),
    "store/damaged": (
        "The store {path} cannot be read although the passphrase is right ({reason}). "
        "The file was left as it is. Restore the latest backup to a new place; if the "
        "key file was exchanged by mistake, put back the one that belongs to it."
    ),
    "store/not-encrypted": (
        "The file {path} is an ordinary database, not an encrypted store. It was not "
        "opened. Name the right file; if people's names stand in this one, delete it."
    ),
    "store/no-encryption": (
        "The database library on this machine cannot encrypt. Nothing was opened or "
        "written. Install the program again with its own libraries."
    ),
    "store/newer": (
        "The store {path} was written by a newer version of this program (format "
        "{found}, this one knows {known}). It was left as it is. Update the program."
    ),
    "store/being-written": (
        "Another program is writing to the store {path}. Nothing of this request was "
        "stored. Wait until it has finished or close it, then try again."
    ),
    "store/disk-full": (
        "There is no room left on the disk of {path}. Nothing of this request was "
        "stored; everything acknowledged before is whole. Free some space and try "
        "again."
    ),
    "store/read-only": (
        "The store {path} may not be written here. Nothing of this request was stored. "
        "Copy the store to a disk you may write to, or ask for the right to."
    ),
    "store/disk-failed": (
        "The disk did not answer while working on {path} ({reason}). Nothing of this "
        "request was stored. Check the disk and its cable, then run `stillhere check`."
    ),
    "store/not-an-erasure": (
        "The report {report} is a {kind}, not an erasure. Nothing was emptied. Write "
        "an erasure that names the reports to empty."
    ),
    "store/provenance-without-report": (
        "A line of {file} is said to hold the report {report}, which is not in this "
        "store. Nothing of this request was stored. Append the report with its line."
    ),
    "store/not-a-backup": (
        "The folder {path} is not a backup of a store ({reason}). Nothing was "
        "restored. Name the folder that holds manifest.json."
    ),
    "store/backup-damaged": (
        "The backup {path} is damaged ({reason}). Nothing was restored. Use another "
        "backup."
    ),
    "store/erasure-unfinished": (
        "{count} reports are emptied, but another program was reading, so encrypted "
        "remains may stand in {path} until it closes. Close the other program and "
        "open the store once more."
    ),
    "store/page-damaged": (
        "The store {path} fails its own check: {reason}. Nothing was changed. Restore "
        "the latest backup to a new place and compare."
    ),
    "store/report-altered": (
        "The report {report} does not hold what its id says. It was left as it is. "
        "Restore the latest backup to a new place and compare."
    ),
    "store/body-missing": (
        "{count} reports have no body in this store. Nothing was changed. Restore the "
        "latest backup to a new place and compare."
    ),
    "store/erased-not-empty": (
        "The report {report} was erased and still holds text. Nothing was changed. "
        "Append its erasure once more."
    ),
    "store/address-unreadable": (
        "The address {path} cannot be read as that of a database. Nothing was opened. "
        "Write postgresql://USER@HOST/DATABASE."
    ),
    "store/password-in-address": (
        "The address {path} was given with a password in it, where other programs of "
        "the machine can read it. Nothing was opened. Write the password into a "
        "password file only you may read, change it on the server, and leave it out of "
        "the address."
    ),
    "store/address-unprotected": (
        "The address {path} leads to another machine and allows talking to it in the "
        "clear (sslmode {mode}). Nothing was opened. Leave sslmode out, or write "
        "verify-full, verify-ca or require."
    ),
    "store/no-postgres": (
        "The library that speaks to PostgreSQL is not installed. Nothing was opened. "
        "Install the program with its extra: pip install 'stillhere[postgres]'."
    ),
    "store/server-unreachable": (
        "No database server answers at {path} ({reason}). Nothing was opened. Check "
        "the address, the network, and whether the server is running."
    ),
    "store/server-password": (
        "The server of {path} did not accept the password, or found none ({reason}). "
        "Nothing was opened. Write the right one into the password file, which only "
        "its owner may be allowed to read."
    ),
    "store/server-refused": (
        "The server of {path} answered and refused ({reason}). Nothing was opened. "
        "Check the names of user and database, or ask who runs the server."
    ),
    "store/server-unfit": (
        "The database {path} cannot hold a store: {reason}. Nothing was opened. Use "
        "another database, or ask who runs the server."
    ),
    "store/server-lost": (
        "The connection to {path} broke ({reason}). What was acknowledged is whole; "
        "this request was stored whole or not at all. Try again: what is there already "
        "is not stored twice."
    ),
    "store/server-failed": (
        "The server of {path} could not do what was asked ({reason}). Nothing of this "
        "request was stored. Try again, and if it stays so, ask who runs the server."
    ),
    "store/not-a-store": (
        "The database {path} holds no store. It was left as it is. Check the name of "
        "the database, or make a new store there."
    ),
    "store/backup-passphrase": (
        "A backup of {path} needs a passphrase of its own, since the copy is an "
        "encrypted file. Nothing was written. Give one of several words."
    ),
}
