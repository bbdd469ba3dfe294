"""Accounts: who may sign in."""

from collections.abc import Iterable

from stillhere.desk.models import Account


def has_accounts() -> bool:
    """Whether anybody can sign in yet."""
    return Account.objects.exists()


def accounts() -> list[Account]:
    """All of them, by name."""
    return list(Account.objects.order_by("name"))


def get_account(name: str) -> Account | None:
    """An account by its sign-in name; None for none."""
    if "\x00" in name:  # no database holds it, and one of them fails at it
        return None
    return Account.objects.filter(name=name).first()


def create_account(
    name: str, password: str, roles: Iterable[str], shown: str = ""
) -> Account:
    """A new account; the name must be free."""
    return Account.objects.create_account(name, password, list(roles), shown)


def change_account(
    name: str,
    *,
    roles: Iterable[str] | None = None,
    active: bool | None = None,
    password: str | None = None,
) -> None:
    """Change what is given of an account and nothing else."""
    account = Account.objects.get(name=name)
    if roles is not None:
        account.roles = sorted(set(roles))
    if active is not None:
        account.is_active = active
    if password is not None:
        account.set_password(password)
    account.save()


def remember_language(account: int, language: str) -> None:
    """Keep the language an account chose, by the account's key."""
    Account.objects.filter(pk=account).update(language=language)
