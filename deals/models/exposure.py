"""Exposures: sanctions and embargoes that an agreement risks or meets."""

from typing import Any, ClassVar

from django.db import models

from deals.models.claim import Evidence
from deals.models.fact import Fact
from deals.models.fields import DerivedDayField, PartialDateField
from deals.models.history import recorded
from deals.models.party import Party
from deals.vocab.codes import ExposureStatus


@recorded
class Exposure(Fact):
    """The claim that the agreement is exposed to a sanctions regime.

    Several can be true, one after another.
    """

    RELATED = ("authority",)

    regime = models.CharField(
        max_length=150, help_text="The law or embargo as the source names it, such as CAATSA."
    )
    authority = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        related_name="exposures",
        help_text="Who would impose or lift the sanction.",
    )
    exposure_status = models.CharField(
        max_length=20,
        choices=ExposureStatus,
        help_text="How far it has gone: possible, under review, imposed, ...",
    )
    date = PartialDateField(help_text="When this was the status, in EDTF; blank if unknown.")
    date_earliest = DerivedDayField(of="date", end="earliest", help_text="First day that the date can mean.")
    date_latest = DerivedDayField(of="date", end="latest", help_text="Last day that the date can mean.")

    class Meta(Fact.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.regime}: {self.get_exposure_status_display().lower()}"

    def content(self) -> dict[str, Any]:
        """Regime, authority, status and date."""
        return {
            "regime": self.regime,
            "authority": self.authority.slug,
            "status": self.exposure_status,
            "date": self.date,
        }


@recorded
class ExposureEvidence(Evidence):
    """A passage that supports an exposure."""

    fact = models.ForeignKey(
        Exposure,
        on_delete=models.CASCADE,
        related_name="evidence",
        help_text="The exposure that the passage supports.",
    )

    class Meta(Evidence.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="exposure_evidence_once", fields=["fact", "passage"])
        ]
