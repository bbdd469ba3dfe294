"""Quick entry and returned sheets."""

from django.urls import path

from stillhere.desk.views.entering import quick, sheets, who

urlpatterns = [
    path("enter/", quick.first, name="enter"),
    path("enter/call/", quick.call, name="enter-call"),
    path("enter/visit/", quick.visit, name="enter-visit"),
    path("enter/found/", quick.found, name="enter-found"),
    path("enter/need/", quick.need, name="enter-need"),
    path("enter/death/", quick.death, name="enter-death"),
    path("enter/way/", quick.way, name="enter-way"),
    path("enter/service/", quick.service, name="enter-service"),
    path("enter/undo/", quick.undo, name="enter-undo"),
    path("enter/who/", who.who, name="enter-who"),
    path("enter/doors/", who.doors, name="enter-doors"),
    path("enter/sheets/", sheets.by_number, name="enter-sheets"),
    path("enter/sheets/<int:number>/", sheets.sheet, name="enter-sheet"),
]
