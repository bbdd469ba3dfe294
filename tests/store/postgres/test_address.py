import pytest

from stillhere.errors import StillHereError
from stillhere.store.postgres.address import parameters, shown

SECRET = "verySecret42"  # noqa: S105 (protects nobody)


def refusal(address: str) -> StillHereError:
    with pytest.raises(StillHereError) as caught:
        parameters(address)
    return caught.value


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://desk:{SECRET}@localhost/town",
        f"postgresql://desk:{SECRET}@@localhost/town",
        f"postgresql://localhost/town?user=desk&password={SECRET}",
        f"host=localhost password={SECRET}",
        f"desk:{SECRET}@localhost/town",
        f"postgresql://desk:{SECRET}@localhost/town?nonsense=1",
        f"postgresql://desk:{SECRET}@[::1/town",
    ],
)
def test_a_password_in_an_address_is_refused_and_not_repeated(address: str) -> None:
    error = refusal(address)
    assert error.code in ("store/password-in-address", "store/address-unreadable")
    assert SECRET not in str(error)
    assert error.__cause__ is None


@pytest.mark.parametrize(
    "address",
    ["", "town.store", "mysql://x/y", "postgresql://[x", "postgresql://localhost"],
)
def test_what_is_no_address_is_told_so(address: str) -> None:
    assert refusal(address).code == "store/address-unreadable"


@pytest.mark.parametrize(
    "address",
    [
        "postgresql:///town",
        "postgresql://desk@localhost/town",
        "postgresql://127.0.0.1:5433/town",
        "postgresql://[::1]/town",
        "postgresql:///town?host=/var/run/postgresql",
    ],
)
def test_a_server_on_this_machine_needs_no_encryption(address: str) -> None:
    assert "sslmode" not in parameters(address)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://desk@db.example/town",
        "postgresql://localhost,db.example/town",
        "postgresql:///town?hostaddr=192.0.2.7",
        "postgresql:///town?host=192.0.2.7",
    ],
)
def test_another_machine_must_prove_who_it_is(address: str) -> None:
    assert parameters(address)["sslmode"] == "verify-full"


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer"])
def test_another_machine_is_never_spoken_to_in_the_clear(mode: str) -> None:
    error = refusal(f"postgresql://db.example/town?sslmode={mode}")
    assert error.code == "store/address-unprotected"
    assert mode in str(error)


def test_what_the_address_says_of_protection_and_waiting_is_kept() -> None:
    said = "postgresql://db.example/town?sslmode=verify-ca&connect_timeout=3"
    found = parameters(said)
    assert (found["sslmode"], found["connect_timeout"]) == ("verify-ca", "3")


def test_an_address_is_shown_without_its_options() -> None:
    address = "postgresql://desk@db.example:5433/town?passfile=/etc/passwords"
    assert shown(address) == "postgresql://desk@db.example:5433/town"
