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
}
