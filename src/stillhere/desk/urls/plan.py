"""The plan and its sheets."""

from django.urls import path

from stillhere.desk.views.planning import handing_out, page, paper

urlpatterns = [
    path("plan/", page.plan, name="plan"),
    path("plan/accept/", handing_out.accept, name="plan-accept"),
    path("plan/sheets/<int:number>/", paper.sheet, name="plan-sheet"),
    path("plan/sheets/<int:number>/undo/", handing_out.take_back, name="plan-undo"),
]
