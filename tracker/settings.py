"""Django's settings, read from the environment and safe by default.

Whoever sets nothing gets a production site that refuses to start without a secret key; TRACKER_ENV says
otherwise (`development` on loopback, `test` for the test suite). DEBUG is never on unless DEBUG=1.
"""

import django
import pghistory

from tracker import api, security
from tracker.databases import read_databases
from tracker.environment import (
    BASE_DIR,
    IS_PRODUCTION,
    MODE,
    VAR_DIR,
    env,
    read_allowed_hosts,
    read_secret_key,
)

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = read_secret_key()
SECRET_KEY_FALLBACKS: list[str] = env.list("SECRET_KEY_FALLBACKS", [])
ALLOWED_HOSTS = read_allowed_hosts()

INSTALLED_APPS = [
    "deals.apps.DealsConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pghistory",
    "pgtrigger",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
]

# Django 6 brings its own Content-Security-Policy; before it the policy is served by django-csp.
DJANGO_HAS_CSP = django.VERSION >= (6, 0)

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware"
    if DJANGO_HAS_CSP
    else "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tracker.middleware.ApiProblemsMiddleware",
    "tracker.middleware.DatabaseAwayMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "pghistory.middleware.HistoryMiddleware",
]

ROOT_URLCONF = "tracker.urls"
WSGI_APPLICATION = "tracker.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Database and history ---------------------------------------------------------------------------

DATABASES = read_databases()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Each history row carries who changed it and why, and the database refuses to change or delete it. A
# context kept in a table of its own could be edited afterwards.
PGHISTORY_APPEND_ONLY = True
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
# Reading changes nothing, and looking for who reads would make every public answer depend on a cookie.
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")

# --- People and passwords ---------------------------------------------------------------------------

PASSWORD_HASHERS = (
    # Argon2 is slow on purpose; a test suite signs in hundreds of times.
    ["django.contrib.auth.hashers.MD5PasswordHasher"] if MODE == "test" else security.PASSWORD_HASHERS
)
AUTH_PASSWORD_VALIDATORS = security.PASSWORD_VALIDATORS

# --- Language and time ------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

# --- Static files -----------------------------------------------------------------------------------

# Production collects, hashes and compresses them once; elsewhere they are served from where they are
# written, so that a first start needs no further step.
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static" if IS_PRODUCTION else None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if IS_PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not IS_PRODUCTION
WHITENOISE_ALLOW_ALL_ORIGINS = False

# --- Security ---------------------------------------------------------------------------------------

if DJANGO_HAS_CSP:
    SECURE_CSP = security.CONTENT_SECURITY_POLICY
else:
    CONTENT_SECURITY_POLICY = {"DIRECTIVES": security.CONTENT_SECURITY_POLICY}

SECURE_SSL_REDIRECT = IS_PRODUCTION
# A load balancer asks for the health page over plain HTTP, from inside.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", security.ONE_YEAR_SECONDS) if IS_PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_PRODUCTION
SECURE_HSTS_PRELOAD = IS_PRODUCTION
# Only behind a proxy that sets the header itself: otherwise any client could claim to speak HTTPS.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_TLS_PROXY", False) else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

SESSION_COOKIE_SECURE = IS_PRODUCTION
CSRF_COOKIE_SECURE = IS_PRODUCTION
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])

DATA_UPLOAD_MAX_MEMORY_SIZE = security.UPLOAD_BYTES
DATA_UPLOAD_MAX_NUMBER_FIELDS = security.UPLOAD_FIELDS
DATA_UPLOAD_MAX_NUMBER_FILES = security.UPLOAD_FILES

# --- API --------------------------------------------------------------------------------------------

REST_FRAMEWORK = api.REST_FRAMEWORK
SPECTACULAR_SETTINGS = api.SPECTACULAR_SETTINGS

# --- Logging ----------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", "WARNING")},
    # Django's own handlers mail administrators and print only under DEBUG; ours are the root's.
    "loggers": {
        "django": {"handlers": [], "level": env.str("LOG_LEVEL", "WARNING")},
        # A page that is not there is the visitor's affair; the access log of the proxy has it.
        "django.request": {"level": "ERROR"},
        # It warns of each HEAD request, whose body Django leaves to the server to drop.
        "gunicorn.http.wsgi": {"level": "ERROR"},
    },
}
