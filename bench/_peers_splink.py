"""Splink on DuckDB, run as a program of its own by the Python of the peers.

    python _peers_splink.py link LEFT RIGHT OUT     the best right row of each left row
    python _peers_splink.py one LEFT RIGHT OUT      one left row at a time, some hundred

The CSV files have the columns of `COLUMNS`. The model is trained on them without labels,
as its handbook says: chance from rules that are nearly always right, u from random pairs,
m by expectation maximisation. OUT is a JSON file of what was found and how long it took.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

COLUMNS = ("unique_id", "given", "family", "dob", "year", "sex", "settlement")
SINGLE = 100
"""Left rows asked about one at a time."""

_BLOCKS = (
    ("given", "family", "year"),
    ("family", "dob"),
    ("given", "dob"),
    ("given", "family", "settlement"),
)
_SURE = (("given", "family", "dob"),)
PAIRS = 2e5
"""Pairs from which m is learned; more take longer than all the rest at a million rows."""

_ROW = "select * from rows_left limit 1 offset (? :: bigint)"
_BEST = """
select unique_id_l, unique_id_r, match_probability from (
  select *, row_number() over (
    partition by unique_id_l order by match_weight desc, unique_id_r) as place
  from {pairs}) where place = 1
"""


def settings() -> SettingsCreator:
    """Two levels of likeness for names and dates, exact ones for the rest."""
    return SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("given", [0.92, 0.8]),
            cl.JaroWinklerAtThresholds("family", [0.92, 0.8]).configure(
                term_frequency_adjustments=True
            ),
            cl.LevenshteinAtThresholds("dob", [1, 2]),
            cl.ExactMatch("year"),
            cl.ExactMatch("sex"),
            cl.ExactMatch("settlement").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[block_on(*b) for b in _BLOCKS],
        retain_matching_columns=False,
    )


def trained(left: Any, right: Any) -> Linker:  # noqa: ANN401 (tables of the peer)
    linker = Linker([left, right], settings(), log_level="ERROR")
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on(*columns) for columns in _SURE], recall=0.6
    )
    training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for columns in (("given", "family"), ("dob",)):
        training.estimate_parameters_using_expectation_maximisation(
            block_on(*columns), max_pairs=PAIRS
        )
    return linker


def main() -> None:
    task, left_path, right_path, out = sys.argv[1:]
    start = time.perf_counter()
    database = DuckDBAPI()
    connection = database.duckdb_con
    tables = []
    for name, path in (("left", left_path), ("right", right_path)):
        rows = connection.read_csv(path, all_varchar=True, na_values="")
        rows.to_table(f"rows_{name}")
        shown = {"dataset_display_name": name}
        tables.append(database.register(f"rows_{name}", **shown))
    linker = trained(*tables)
    found: dict[str, Any] = {"trained": time.perf_counter() - start}
    if task == "link":
        pairs = linker.inference.predict(threshold_match_probability=0.01)
        best = connection.execute(_BEST.format(pairs=pairs.physical_name)).fetchall()
        found["best"] = best
    else:
        found["milliseconds"] = _single(linker, database, tables[1])
    found["seconds"] = time.perf_counter() - start
    Path(out).write_text(json.dumps(found), encoding="utf-8")


def _single(linker: Linker, database: DuckDBAPI, right: Any) -> list[float]:  # noqa: ANN401 (tables of the peer)
    """Milliseconds to score one left row against all right ones."""
    connection = database.duckdb_con
    for column in ("family", "settlement"):
        linker.table_management.compute_tf_table(column)
    spent = []
    for place in range(SINGLE):
        start = time.perf_counter()
        connection.execute("create or replace table one as " + _ROW, [place * 37])
        one = database.register("one", dataset_display_name=f"left{place}")
        linker.inference.predict_between(one, right).as_record_list()
        spent.append((time.perf_counter() - start) * 1000)
    return spent


if __name__ == "__main__":
    main()
