"""Settings of the desk. Read once a store is unlocked; every variable is optional.

They are read through the typed functions of `variables` and nowhere else.
"""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from stillhere.desk.unlocked import held
from stillhere.desk.variables import behind_tls, hosts, whole_number

HERE = Path(__file__).resolve().parent

IDLE_S = 60 * whole_number("STILLHERE_IDLE_MINUTES", 30)
UPLOAD_BYTES = whole_number("STILLHERE_UPLOAD_MIB", 64) << 20
BEHIND_TLS = behind_tls()

SECRET_KEY = held().signing.hex()
DEBUG = False
ALLOWED_HOSTS = hosts()
ROOT_URLCONF = "stillhere.desk.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "stillhere.desk",
]
MIDDLEWARE = [
    "stillhere.desk.middleware.headers.SecureHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "stillhere.desk.middleware.ready.UntilReady",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "stillhere.desk.middleware.faults.ToldFaults",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "stillhere.desk.middleware.idle.IdleEnd",
    "stillhere.desk.middleware.enforced.AskedByEveryView",
    "django.middleware.csrf.CsrfViewMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "stillhere.desk.views.frame.frame",
            ],
        },
    }
]

# Reports are written by the store itself; Django keeps accounts, sessions and rows.
DATABASES = {"default": {"ENGINE": "stillhere.desk.backend", "NAME": "the store"}}
if held().url:
    from stillhere.desk.server_database import settings_of

    DATABASES = {"default": settings_of(held().url)}

AUTH_USER_MODEL = "desk.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {
        "NAME": "django.contrib.auth.password_validation."
        "UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name",)},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "overview"

# Wrong passwords slow down the name they are tried on, from where they are tried.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 1 / 12
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_FORM_FIELD = "username"
AXES_LOCKOUT_CALLABLE = "stillhere.desk.views.signing.too_many"
AXES_VERBOSE = False
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_DISABLE_ACCESS_LOG = True
AXES_IPWARE_PROXY_COUNT = 0

SESSION_COOKIE_NAME = "stillhere"
SESSION_COOKIE_AGE = 16 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SECURE = BEHIND_TLS
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = BEHIND_TLS
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "stillhere.desk.views.refusals.form_too_old"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None

# What people upload stays in memory: a plain file would outlive the store's key.
FILE_UPLOAD_HANDLERS = ["stillhere.desk.forms.uploads.InMemory"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 << 20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", _("English")),
    ("hy", _("Armenian")),
    ("az", _("Azerbaijani")),
    ("ru", _("Russian")),
]
LOCALE_PATHS = [HERE / "locale"]
LANGUAGE_COOKIE_NAME = "stillhere_language"
LANGUAGE_COOKIE_SAMESITE = "Strict"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# Ids and counts only. A library that would say more is told to be quiet.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    },
    "filters": {"nameless": {"()": "stillhere.desk.logs.Nameless"}},
    "handlers": {
        "terminal": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["nameless"],
        }
    },
    "root": {"handlers": ["terminal"], "level": "WARNING"},
    "loggers": {
        "stillhere": {"level": "INFO"},
        "axes": {"level": "CRITICAL"},
        "django.request": {"level": "CRITICAL"},
        "django.security": {"level": "CRITICAL"},
    },
}
