"""Lists read in, drafts of them, and imports taken back."""

from django.urls import path

from stillhere.desk.views.imports import draft, first, past

urlpatterns = [
    path("import/", first.first, name="import"),
    path("import/drafts/<str:token>/", draft.draft, name="import-draft"),
    path("import/<slug:name>/", past.past, name="import-past"),
    path("import/<slug:name>/set-aside/", past.set_aside, name="import-set-aside"),
    path("import/<slug:name>/undo/", past.undo, name="import-undo"),
    path("import/<slug:name>/bring-back/", past.bring_back, name="import-bring-back"),
]
