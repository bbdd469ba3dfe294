"""Who may sign in, and who opened which person."""

from django.urls import path

from stillhere.desk.views import accounts, openings

urlpatterns = [
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/<str:name>/", accounts.account, name="account"),
    path("password/", accounts.password, name="password"),
    path("openings/", openings.openings, name="openings"),
]
