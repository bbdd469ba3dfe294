"""Calls to make."""

from django.urls import path

from stillhere.desk.views.calling import one, pages

urlpatterns = [
    path("calls/", pages.calls, name="calls"),
    path("calls/next/", one.following, name="calls-next"),
    path("calls/paper/", pages.paper, name="calls-paper"),
    path("calls/<slug:code>/", one.call, name="call"),
]
