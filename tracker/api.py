"""Settings of the API. Values only; `tracker.settings` puts them in place."""

from typing import Any

# Anonymous and read-only: no view of the API looks at a session, a cookie or a body.
REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "URL_FORMAT_OVERRIDE": None,
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "deals.api.problems.answer_exception",
}

SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Arms Deal Tracker",
    "DESCRIPTION": (
        "An open database of arms deals in which every figure can be traced to a quote in a report. "
        "Everything here is public, read-only and free to use under CC BY 4.0. Errors are problem details "
        "(RFC 9457); a parameter that is not known is an error, never ignored."
    ),
    "VERSION": "1",
    "LICENSE": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SORT_OPERATION_PARAMETERS": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    # Without this the page would ask a validator on another host about the schema.
    "SWAGGER_UI_SETTINGS": {"deepLinking": True, "validatorUrl": None},
    # Codes are told beside the members that hold them, not gathered under invented names.
    "POSTPROCESSING_HOOKS": [],
}
