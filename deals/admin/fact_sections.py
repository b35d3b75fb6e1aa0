"""The facts of one agreement as its page shows them: by type, each with its verdict and its quotes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from django.contrib.admin import AdminSite
from django.core.exceptions import BadRequest
from django.http import HttpRequest

from deals.admin.claims import FactAdmin
from deals.admin.excerpts import Excerpt, as_evidence, excerpts
from deals.admin.widgets import is_id
from deals.models import FACT_MODELS, Agreement, Fact

CLAIM_FIELD = "claim"
"""Name of the form field that sends a chosen fact back: its type and its number, as in `item:12`."""

Token = str


@dataclass(frozen=True)
class FactRow:
    """One fact, where its page is, how a form names it, and its quotes."""

    fact: Any
    url: str
    token: Token
    excerpts: list[Excerpt]


@dataclass(frozen=True)
class Section:
    """All facts of one type."""

    title: str
    add_url: str
    may_add: bool
    may_change: bool
    rows: list[FactRow]


def fact_sections(agreement: Agreement, request: HttpRequest, site: AdminSite) -> list[Section]:
    """The agreement's facts that who asks may see, by type; as many queries for one fact as for many."""
    facts: dict[FactAdmin, list[Any]] = {}
    passages: dict[Any, list[tuple[int, bool]]] = defaultdict(list)
    for model in FACT_MODELS:
        desk = _desk(model, site)
        if desk.has_view_permission(request):
            facts[desk] = list(
                desk.get_queryset(request)
                .filter(agreement=agreement)
                .select_related(*_names(desk))
                .order_by("pk")
            )
            evidence = desk.model._meta.get_field("evidence").related_model
            pairs = evidence._default_manager.filter(fact__agreement=agreement)
            for fact, *one in pairs.order_by("pk").values_list("fact_id", "passage_id", "accepted"):
                passages[model, fact].append((one[0], one[1]))
    found = excerpts({pk for pairs in passages.values() for pk, _ in pairs})
    return [
        Section(
            title=str(desk.opts.verbose_name_plural),
            add_url=f"{desk.list_url()}add/?agreement={agreement.pk}",
            may_add=desk.has_add_permission(request),
            may_change=desk.has_change_permission(request),
            rows=[
                FactRow(
                    fact,
                    desk.record_url(fact),
                    _token(fact),
                    [as_evidence(found[pk], accepted=seen) for pk, seen in passages[desk.model, fact.pk]],
                )
                for fact in rows
            ],
        )
        for desk, rows in facts.items()
    ]


def chosen_facts(
    agreement: Agreement, tokens: Iterable[Token], site: AdminSite
) -> list[tuple[Token, FactAdmin, Fact]]:
    """The facts that a form names, each with the admin of its table; any other token is a bad request."""
    ids: dict[str, set[str]] = defaultdict(set)
    for token in tokens:
        name, _, pk = token.partition(":")
        if not is_id(pk):
            raise BadRequest("A chosen fact is no fact.")
        ids[name].add(pk)
    models = {model._meta.model_name: model for model in FACT_MODELS}
    if not ids or not ids.keys() <= models.keys():
        raise BadRequest("No fact is chosen.")
    chosen = []
    for name, pks in ids.items():
        desk = _desk(models[name], site)
        facts = models[name].objects.filter(pk__in=pks, agreement=agreement).select_related(*_names(desk))
        chosen += [(_token(fact), desk, fact) for fact in facts.order_by("pk")]
    if len(chosen) != sum(map(len, ids.values())):
        raise BadRequest("A chosen fact is not one of this agreement's.")
    return chosen


def _desk(model: type[Fact], site: AdminSite) -> FactAdmin:
    return cast("FactAdmin", site.get_model_admin(model))


def _names(desk: FactAdmin) -> tuple[str, ...]:
    """References that the names of facts need."""
    return tuple(desk.list_select_related) if isinstance(desk.list_select_related, tuple | list) else ()


def _token(fact: Any) -> Token:
    return f"{fact._meta.model_name}:{fact.pk}"
