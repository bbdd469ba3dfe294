"""Dwellings by expected people, what was searched, and follow-up visits."""

from django.urls import path

from stillhere.desk.views.searching import area, dwellings, ending, following, page, why

urlpatterns = [
    path("dwellings/", dwellings.dwellings, name="dwellings"),
    path("dwellings/<path:key>/why/", why.why, name="dwelling-why"),
    path("searched/", page.searched, name="searched"),
    path("searched/end/<path:key>/", ending.end, name="search-end"),
    path("searched/ended/<slug:report>/undo/", ending.undo, name="search-begin"),
    path("searched/places/<path:key>/", area.area, name="searched-place"),
    path("follow-ups/", following.follow_up_visits, name="follow-ups"),
]
