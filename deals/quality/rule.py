"""What a quality rule is: a name, what it means, and a function that yields offenders."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from deals.models import Agreement


@dataclass(frozen=True)
class Offender:
    """One thing that breaks a rule: the record, the agreement it belongs to (none for parties), and why,
    in words."""

    record: models.Model
    agreement: Agreement | None
    reason: str


@dataclass(frozen=True)
class Rule:
    """A rule by name, with what it means, whether it keeps records from being published, and how offenders
    are found.

    `find` takes agreements to look at, or none for the whole desk.
    """

    name: str
    meaning: str
    blocks_publication: bool
    find: Callable[[Sequence[Agreement] | None], Iterable[Offender]]


RULES: list[Rule] = []
"""All rules, in the order in which they are registered."""


def rule(
    meaning: str, *, blocks_publication: bool = False
) -> Callable[[Callable[[Sequence[Agreement] | None], Iterator[Offender]]], Rule]:
    """Make a rule of a function that yields offenders; the function's name is the rule's."""

    def register(find: Callable[[Sequence[Agreement] | None], Iterator[Offender]]) -> Rule:
        made = Rule(name=find.__name__, meaning=meaning, blocks_publication=blocks_publication, find=find)
        RULES.append(made)
        return made

    return register


def among(queryset: models.QuerySet[Any], agreements: Sequence[Agreement] | None) -> models.QuerySet[Any]:
    """The facts of these agreements, or all of them."""
    return queryset if agreements is None else queryset.filter(agreement__in=agreements)
