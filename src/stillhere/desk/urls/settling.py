"""Doubtful places: names nobody can be sure of, one name, and the decisions on it."""

from django.urls import path

from stillhere.desk.views.settling import behind, deciding, listing, name

_ROOM = "doubtful-places/"

urlpatterns = [
    path(_ROOM, listing.doubtful_places, name="doubtful-places"),
    path(f"{_ROOM}reread/", deciding.reread_places, name="reread-places"),
    path(f"{_ROOM}said/<slug:report>/undo/", deciding.undo, name="undo-settled"),
    path(f"{_ROOM}<slug:code>/settle/", deciding.settle, name="settle-place"),
    path(f"{_ROOM}<slug:code>/reports/", behind.behind, name="doubtful-place-reports"),
    path(f"{_ROOM}<slug:code>/", name.doubtful_place, name="doubtful-place"),
]
