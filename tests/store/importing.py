"""A program of its own that imports batches until it is killed.

Usage: importing.py STORE DESCRIPTOR FIRST LAST. Prints the number of each batch once it
is acknowledged.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from stillhere.store import Store, read_passphrase
from tests.store.made import batch, lines


def main() -> None:
    where, descriptor, first, last = sys.argv[1:]
    passphrase = read_passphrase(int(descriptor), "")
    on_server = where.startswith("postgresql://")
    with (
        Store.connect(where)
        if on_server
        else Store.open(Path(where), passphrase) as store
    ):
        print("open", flush=True)  # noqa: T201 (it is a program)
        for number in range(int(first), int(last)):
            reports = batch(number)
            store.append(reports, lines(reports, f"{number}.csv"))
            print(number, flush=True)  # noqa: T201 (it is a program)


if __name__ == "__main__":
    main()
