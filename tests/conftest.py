"""What every test shares: how long to look, and always in the same order.

`make test` runs each property on a small, fixed set of examples; `make check`
(`pytest --whole`) looks much further. Neither depends on chance or on the clock:
examples are derived from the test itself, and no property has a deadline.
"""

from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

from tests.postgres import in_one_line, postgres, postgres_url

__all__ = ["postgres", "postgres_url"]

_SLOW_IS_FINE = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile(
    "small",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=30,
    stateful_step_count=20,
    suppress_health_check=_SLOW_IS_FINE,
)
settings.register_profile(
    "whole",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=400,
    stateful_step_count=60,
    suppress_health_check=_SLOW_IS_FINE,
)
settings.load_profile("small")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--whole",
        action="store_true",
        default=False,
        help="run the long proofs whole instead of their small seeded part",
    )


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("whole" if config.getoption("--whole") else "small")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[
    None, pytest.TestReport, pytest.TestReport
]:
    report = yield
    in_one_line(report)
    return report


@pytest.fixture(scope="session")
def whole(request: pytest.FixtureRequest) -> bool:
    """True when the long proofs are to run at their full length."""
    return bool(request.config.getoption("--whole"))
