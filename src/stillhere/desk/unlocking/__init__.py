"""What the desk answers before a store is unlocked: one page that asks for the passphrase.

In: requests, with nothing of the operation known. Out: the unlocked key, once. Promise:
no Django and no word of the store is needed; a wrong passphrase, a damaged file and a
missing key file have their own sentences; guessing gets slower with every try.
"""

from stillhere.desk.unlocking.door import Door
from stillhere.desk.unlocking.opening import unlocked_file

__all__ = ["Door", "unlocked_file"]
