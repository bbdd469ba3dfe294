"""Who may see and do what: one table, asked by every view.

In: an account's roles. Out: yes or no. Promise: a view without a rule answers nobody.
"""

from stillhere.desk.access.roles import TABLE, Act, Role, may, roles_among, roles_of
from stillhere.desk.access.rules import OPEN, Rule, anyone, asks, rule_of, signed_in

__all__ = [
    "OPEN",
    "TABLE",
    "Act",
    "Role",
    "Rule",
    "anyone",
    "asks",
    "may",
    "roles_among",
    "roles_of",
    "rule_of",
    "signed_in",
]
