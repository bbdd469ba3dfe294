"""Accounts: who may sign in and as what; and one's own password."""

from collections.abc import Iterable

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stillhere.desk import rows
from stillhere.desk.access import TABLE, Act, Role, asks, roles_of, signed_in
from stillhere.desk.access.passwords import fresh_password
from stillhere.desk.access.words import ACT_WORDS, ROLE_WORDS
from stillhere.desk.forms.accounts import NewAccount, Roles
from stillhere.desk.wording import in_words


@asks(Act.ACCOUNTS)
def accounts(request: HttpRequest) -> HttpResponse:
    """All accounts, the table of roles, and a form for a new one."""
    form = NewAccount(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        password = fresh_password()
        rows.create_account(given["name"], password, given["roles"], given["shown"])
        _tell_password(request, given["name"], password)
        return redirect("accounts")
    listed = [(a, _words(roles_of(a))) for a in rows.accounts()]
    page = {"accounts": listed, "form": form, "table": list(_table())}
    return render(request, "desk/accounts.html", page)


@asks(Act.ACCOUNTS)
def account(request: HttpRequest, name: str) -> HttpResponse:
    """One account: its roles, a new password, closed or open."""
    found = rows.get_account(name)
    if found is None:
        raise Http404
    form = Roles(request.POST or None, initial={"roles": found.roles})
    if request.method == "POST":
        act = request.POST.get("act")
        if act == "password":
            password = fresh_password()
            rows.change_account(name, password=password)
            _tell_password(request, name, password)
            return redirect("account", name)
        if act in {"close", "open"}:
            return _close(request, name, active=act == "open")
        if form.is_valid():
            return _give_roles(request, name, form.cleaned_data["roles"])
    return render(request, "desk/account.html", {"account": found, "form": form})


@signed_in
def password(request: HttpRequest) -> HttpResponse:
    """Choose another password for oneself."""
    account = request.user
    if not account.is_authenticated:  # the gate has seen to it; the types have not
        raise PermissionDenied
    form = PasswordChangeForm(account, request.POST or None)
    if request.method == "POST" and form.is_valid():
        update_session_auth_hash(request, form.save())
        messages.success(request, _("Your password is changed."))
        return redirect("overview")
    return render(request, "desk/password.html", {"form": form})


def _close(request: HttpRequest, name: str, *, active: bool) -> HttpResponse:
    if name == request.user.get_username() and not active:
        said = _("You cannot close your own account. Ask another coordinator.")
        messages.error(request, said)
        return redirect("account", name)
    rows.change_account(name, active=active)
    messages.success(
        request,
        _("The account {name} is open again.").format(name=name)
        if active
        else _("The account {name} is closed. What it entered stays.").format(
            name=name
        ),
    )
    return redirect("account", name)


def _give_roles(request: HttpRequest, name: str, roles: list[str]) -> HttpResponse:
    own = name == request.user.get_username()
    if own and Role.COORDINATOR.value not in roles:
        said = _("You cannot give up your own role as coordinator. Ask another one.")
        messages.error(request, said)
        return redirect("account", name)
    rows.change_account(name, roles=roles)
    messages.success(request, _("The roles of {name} are changed.").format(name=name))
    return redirect("account", name)


def _tell_password(request: HttpRequest, name: str, password: str) -> None:
    said = _(
        "{name} signs in with the password {password} . It is shown this once: hand it "
        "over, and let {name} choose another one."
    )
    messages.warning(request, said.format(name=name, password=password))


def _words(roles: Iterable[Role]) -> str:
    return ", ".join(str(ROLE_WORDS[role]) for role in roles)


def _table() -> Iterable[tuple[str, str, str]]:
    """The table of role, scope and acts, in words."""
    for role, scopes in TABLE.items():
        for scope, acts in scopes.items():
            may = ", ".join(str(ACT_WORDS[act]) for act in Act if act in acts)
            yield str(ROLE_WORDS[role]), in_words(scope), may
