"""The databases that tests are given hold what they should."""

from tests.postgres import Databases

MAKE = "CREATE TABLE things AS SELECT 1 AS number"
COUNT = "SELECT count(*) FROM things"
TABLES = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"


def test_a_database_given_out_again_is_empty(postgres: Databases) -> None:
    address = postgres.take()
    postgres.execute(MAKE, address)
    postgres.give_back(address)
    again = postgres.take()
    assert again == address
    assert postgres.execute(TABLES, again) == [(0,)]
    postgres.give_back(again)


def test_what_was_kept_comes_back(postgres: Databases) -> None:
    address = postgres.take()
    postgres.execute(MAKE, address)
    postgres.keep(address)
    postgres.execute("INSERT INTO things VALUES (2)", address)
    postgres.again(address)
    assert postgres.execute(COUNT, address) == [(1,)]
    postgres.give_back(address)
