"""Facts: the claims about one agreement."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from deals.models.agreement import Agreement
from deals.models.claim import Claim
from deals.vocab.codes import Qualifier


class Fact(Claim):
    """A claim about one agreement."""

    agreement = models.ForeignKey(
        Agreement,
        on_delete=models.PROTECT,
        related_name="%(class)ss",
        help_text="The agreement that the fact is about.",
    )

    class Meta(Claim.Meta):
        abstract = True
        ordering = ["agreement", "pk"]
        constraints: ClassVar[list[Any]] = [
            *Claim.Meta.constraints,
            models.UniqueConstraint(name="%(class)s_content_once", fields=["agreement", "content_hash"]),
        ]


def bounds_agree(low: str, high: str) -> Q:
    """The condition that two bounds fit their qualifier.

    exact and about: both ends, equal; range: both ends, in order; at_least: the low end alone; up_to: the
    high end alone; unknown and undisclosed: neither.
    """
    both = Q(**{f"{low}__isnull": False, f"{high}__isnull": False})
    neither = Q(**{f"{low}__isnull": True, f"{high}__isnull": True})
    return (
        Q(qualifier=Qualifier.EXACT) & both & Q(**{low: F(high)})
        | Q(qualifier=Qualifier.ABOUT) & both & Q(**{f"{low}__lte": F(high)})
        | Q(qualifier=Qualifier.RANGE) & both & Q(**{f"{low}__lt": F(high)})
        | Q(qualifier=Qualifier.AT_LEAST, **{f"{low}__isnull": False, f"{high}__isnull": True})
        | Q(qualifier=Qualifier.UP_TO, **{f"{low}__isnull": True, f"{high}__isnull": False})
        | Q(qualifier__in=[Qualifier.UNKNOWN, Qualifier.UNDISCLOSED]) & neither
    )


BOUNDS_MESSAGE = (
    "The two bounds must fit the qualifier: exact, both and equal; about, both and in order; range, both and"
    " different; at_least, the low one alone; up_to, the high one alone; unknown or undisclosed, none."
)
