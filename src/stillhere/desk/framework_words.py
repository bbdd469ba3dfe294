"""Words of others that our pages can show, marked so that our catalogues hold them.

Sentences of Django, where its own catalogues lack them (the Armenian one lacks some) or
differ from ours (the Azerbaijani one has another word for a password); and why a disk or
database failed, as the system, SQLite and SQLCipher say it, for the place of a reason in
a sentence of ours. Nothing reads these tables.
"""

from django.utils.translation import gettext_noop, ngettext_lazy

WORDS = (
    gettext_noop("The two password fields didn’t match."),
    gettext_noop(
        "Your password can’t be too similar to your other personal information."
    ),
    gettext_noop("Your password can’t be a commonly used password."),
    gettext_noop("Your password can’t be entirely numeric."),
    gettext_noop("This password is too common."),
    gettext_noop("The password is too similar to the %(verbose_name)s."),
    gettext_noop("Old password"),
    gettext_noop("New password"),
    gettext_noop("New password confirmation"),
    gettext_noop("Enter the same password as before, for verification."),
    gettext_noop("Your old password was entered incorrectly. Please enter it again."),
    gettext_noop("Null characters are not allowed."),
    gettext_noop("“%(pk)s” is not a valid value."),
    ngettext_lazy(
        "Your password must contain at least %(min_length)d character.",
        "Your password must contain at least %(min_length)d characters.",
        "min_length",
    ),
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
        "min_length",
    ),
)
REASONS = (
    gettext_noop("No such file or directory"),
    gettext_noop("Permission denied"),
    gettext_noop("Operation not permitted"),
    gettext_noop("File exists"),
    gettext_noop("Not a directory"),
    gettext_noop("Is a directory"),
    gettext_noop("Input/output error"),
    gettext_noop("No space left on device"),
    gettext_noop("Read-only file system"),
    gettext_noop("No such device"),
    gettext_noop("Device or resource busy"),
    gettext_noop("File name too long"),
    gettext_noop("Too many open files"),
    gettext_noop("Connection refused"),
    gettext_noop("no reason given"),
    gettext_noop("disk I/O error"),
    gettext_noop("database disk image is malformed"),
    gettext_noop("file is not a database"),
    gettext_noop("unable to open database file"),
    gettext_noop("out of memory"),
)
