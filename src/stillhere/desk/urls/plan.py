"""The plan and its sheets."""

from django.urls import path

from stillhere.desk.views import planning

urlpatterns = [
    path("plan/", planning.plan, name="plan"),
    path("plan/accept/", planning.accept, name="plan-accept"),
    path("plan/sheets/<int:number>/", planning.sheet, name="plan-sheet"),
    path("plan/sheets/<int:number>/undo/", planning.take_back, name="plan-undo"),
]
