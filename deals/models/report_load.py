"""Report loads: which report files were applied, so that applying one twice changes nothing."""

from django.conf import settings
from django.db import models

from deals.models.history import recorded
from deals.models.source import Source


@recorded
class ReportLoad(models.Model):
    """One application of one report file: what it said (by hash), who loaded it, and when."""

    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, related_name="loads", help_text="The source that the file reports."
    )
    content_hash = models.CharField(
        max_length=64, help_text="Sha256 of what the file says; comments and layout do not change it."
    )
    accepted = models.BooleanField(
        default=False, help_text="Whether the loader accepted the facts while loading."
    )
    loaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", help_text="Who loaded the file."
    )
    loaded_at = models.DateTimeField(auto_now_add=True, help_text="When the file was applied.")

    class Meta:
        ordering = ["-loaded_at"]

    def __str__(self) -> str:
        return f"{self.source.slug} loaded {self.loaded_at:%Y-%m-%d %H:%M}"
