"""The Django application that holds the desk, the shelf and every face of the tracker."""

from django.apps import AppConfig


class DealsConfig(AppConfig):
    """Arms deals: who agreed what with whom, and who says so."""

    name = "deals"
    verbose_name = "Arms deals"
    default_auto_field = "django.db.models.BigAutoField"
