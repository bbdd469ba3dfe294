"""Sign-in, sign-out and the language."""

from django.urls import path

from stillhere.desk.views import signing

urlpatterns = [
    path("sign-in/", signing.sign_in, name="sign-in"),
    path("sign-out/", signing.sign_out, name="sign-out"),
    path("language/", signing.language, name="language"),
]
