"""Who opened which person: rows that are added and never changed."""

from django.db import models


class Opening(models.Model):
    """One person's page, opened by one account.

    Attributes:
        at: ISO time.
        account: Sign-in name, kept as text so that it outlives the account.
        referent: Whose page; an id, never a name.
        page: Name of the page.
    """

    at = models.CharField(max_length=32)
    account = models.CharField(max_length=40)
    referent = models.CharField(max_length=32, db_index=True)
    page = models.CharField(max_length=40)

    def __str__(self) -> str:
        return f"{self.at} {self.account} {self.page}"
