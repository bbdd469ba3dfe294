"""What somebody looked at last."""

from django.db import models

from stillhere.desk.models.accounts import Account


class Look(models.Model):
    """The latest look of one account at the overview.

    Attributes:
        at: ISO time.
        digest: Of the picture seen.
        position: Of the store then.
        figures: Figure name to value then.
    """

    account = models.OneToOneField(Account, on_delete=models.CASCADE, primary_key=True)
    at = models.CharField(max_length=32)
    digest = models.CharField(max_length=64)
    position = models.BigIntegerField()
    figures = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.account_id} at {self.position}"
