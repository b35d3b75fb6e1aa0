"""The models' documentation is complete and up to date."""

from pathlib import Path

from django.apps import apps
from django.conf import settings

from deals.management.model_docs import describe_models

DOCUMENT = Path(settings.BASE_DIR) / "docs" / "models.md"


def test_document_says_what_the_models_say():
    assert DOCUMENT.read_text(encoding="utf-8") == describe_models(), (
        "rewrite it with: python manage.py describe_models --output docs/models.md"
    )


def test_every_model_and_column_is_described():
    text = describe_models()

    for model in apps.get_app_config("deals").get_models():
        if not hasattr(model, "pgh_tracked_model"):
            assert f"### {model.__name__}\n" in text
            for field in model._meta.concrete_fields:
                assert field.primary_key or f"| `{field.name}` |" in text
