"""Headers and bounds that protect readers and curators: values only, put in place by `tracker.settings`."""

# No inline script or style, no other host, no nonce: every asset is a static file of ours. A directive
# that is not named here falls back to 'none'.
CONTENT_SECURITY_POLICY: dict[str, list[str]] = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}

# Argon2 for new passwords; the others only read hashes that were made elsewhere.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
]

PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

ONE_YEAR_SECONDS = 365 * 24 * 60 * 60

# A report file may hold 5 MB; a form that carries one needs a little more.
UPLOAD_BYTES = 6 * 1024 * 1024
UPLOAD_FIELDS = 5_000
UPLOAD_FILES = 20
