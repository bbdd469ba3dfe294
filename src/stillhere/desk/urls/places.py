"""Settlements and dwellings."""

from django.urls import path

from stillhere.desk.views.places import listing, place

urlpatterns = [
    path("places/", listing.places, name="places"),
    path("places/<path:key>/", place.place, name="place"),
]
