"""The rule of a view, stated where the view stands."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from stillhere.desk.access.roles import Act
from stillhere.vocabulary import Scope

View = TypeVar("View", bound=Callable[..., Any])

_RULE = "access_rule"


@dataclass(frozen=True, slots=True)
class Rule:
    """What a view asks for; without an act, only that somebody is signed in.

    Attributes:
        act, scope: What the account's roles must allow.
        open: Answers without sign-in.
    """

    act: Act | None = None
    scope: Scope = Scope.OPERATIONS
    open: bool = False


OPEN = Rule(open=True)


def asks(act: Act, scope: Scope = Scope.OPERATIONS) -> Callable[[View], View]:
    """State that a view asks for an act in a scope. Stands above other decorators."""
    return _stating(Rule(act, scope))


def signed_in(view: View) -> View:
    """State that a view answers anybody who is signed in, in any role."""
    return _stating(Rule())(view)


def anyone(view: View) -> View:
    """State that a view answers without sign-in; there are very few."""
    return _stating(OPEN)(view)


def _stating(rule: Rule) -> Callable[[View], View]:
    def stated(view: View) -> View:
        setattr(view, _RULE, rule)
        return view

    return stated


def rule_of(view: object) -> Rule | None:
    """The rule a view states; None for a view without one."""
    rule = getattr(view, _RULE, None)
    return rule if isinstance(rule, Rule) else None
