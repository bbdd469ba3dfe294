"""Doubtful links: the queue, one pair, and the decisions on it."""

from django.urls import path

from stillhere.desk.views.links import deciding, listing, pair

urlpatterns = [
    path("links/", listing.links, name="links"),
    path("links/judgements/<slug:report>/undo/", deciding.undo, name="undo-judgement"),
    path("links/<slug:a>/<slug:b>/judge/", deciding.judge, name="judge"),
    path("links/<slug:a>/<slug:b>/", pair.link, name="link"),
]
