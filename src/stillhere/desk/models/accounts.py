"""Who may sign in, and as what."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts with a hashed password."""

    def create_account(
        self, name: str, password: str, roles: list[str], shown: str = ""
    ) -> "Account":
        """A new account; the name must be free."""
        account = self.model(name=name, roles=sorted(set(roles)), shown=shown)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """One person who signs in.

    Attributes:
        name: Typed at sign-in; short and without spaces.
        shown: How colleagues see the person.
        roles: Codes of `access.Role`.
        language: Code of the language chosen last; empty follows the browser.
    """

    name = models.CharField(max_length=40, unique=True)
    shown = models.CharField(max_length=120, blank=True, default="")
    roles = models.JSONField(default=list)
    language = models.CharField(max_length=8, blank=True, default="")
    is_active = models.BooleanField(default=True)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "name"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.shown or self.name
