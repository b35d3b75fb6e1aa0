"""What the site is compared with: an endpoint and a page that do nothing, and a list made the usual way.

The usual way is a tree of serializers over the tables of the desk, with everything fetched ahead.
"""

from typing import Any

from django.db.models import Model, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template import engines
from rest_framework import generics, pagination, serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from deals.models import FACT_MODELS, Agreement, Fact, Party, Passage, Source, System, evidence_model
from deals.vocab.codes import AgreementState

# A page of the site whose blocks are all empty.
_EMPTY = engines["django"].from_string('{% extends "base.html" %}')


class EmptyEndpoint(APIView):
    """An endpoint of Django REST framework that answers {}."""

    def get(self, request: Request) -> Response:
        """Nothing."""
        return Response({})


def empty_page(request: HttpRequest) -> HttpResponse:
    """A page of a template that shows nothing."""
    return HttpResponse(_EMPTY.render({}))


class SourceSerializer(serializers.ModelSerializer[Source]):
    """A source without its text."""

    class Meta:
        model = Source
        exclude = ["id", "text"]


class PassageSerializer(serializers.ModelSerializer[Passage]):
    """A quote with its source."""

    source = SourceSerializer()

    class Meta:
        model = Passage
        exclude = ["id"]


class PartySerializer(serializers.ModelSerializer[Party]):
    """A party by name."""

    class Meta:
        model = Party
        fields = ["slug", "name", "kind", "country"]


class SystemSerializer(serializers.ModelSerializer[System]):
    """A system by name."""

    class Meta:
        model = System
        fields = ["slug", "name", "category"]


def _evidence_serializer(fact_model: type[Fact]) -> Any:
    """The evidence of one type of fact."""
    model = evidence_model(fact_model)
    meta = type("Meta", (), {"model": model, "fields": ["accepted", "passage"]})
    return _serializer(model, {"passage": PassageSerializer(), "Meta": meta})


def _fact_serializer(fact_model: type[Fact]) -> Any:
    """One type of fact, with what it refers to and its evidence."""
    hidden = ["id", "agreement", "reviewed_by", "reviewed_at"]
    meta = type("Meta", (), {"model": fact_model, "exclude": hidden})
    members = {name: _REFERRED[name]() for name in _referred(fact_model)}
    return _serializer(
        fact_model, {**members, "evidence": _evidence_serializer(fact_model)(many=True), "Meta": meta}
    )


def _agreement_serializer() -> Any:
    """An agreement with all its facts."""
    facts = {name: _fact_serializer(model)(many=True) for name, model in _FACTS.items()}
    meta = type("Meta", (), {"model": Agreement, "fields": ["slug", "title", "kind", "summary", *facts]})
    return _serializer(Agreement, {**facts, "Meta": meta})


def _serializer(model: type[Model], members: dict[str, Any]) -> Any:
    return type(f"{model.__name__}Serializer", (serializers.ModelSerializer,), members)


def _referred(fact_model: type[Fact]) -> list[str]:
    """The columns of a type of fact that refer to parties and systems."""
    return [field.name for field in fact_model._meta.concrete_fields if field.name in _REFERRED]


def _facts_fetched_ahead() -> list[Prefetch]:
    sources = Prefetch("evidence__passage__source", queryset=Source.objects.defer("text"))
    return [
        Prefetch(
            name, queryset=model.objects.public().select_related(*_referred(model)).prefetch_related(sources)
        )
        for name, model in _FACTS.items()
    ]


_REFERRED: dict[str, Any] = {
    "party": PartySerializer,
    "system": SystemSerializer,
    "by": PartySerializer,
    "authority": PartySerializer,
}
_FACTS: dict[str, Any] = {f"{model._meta.model_name}s": model for model in FACT_MODELS}


class _Pages(pagination.PageNumberPagination):
    page_size_query_param = "page_size"


class NestedAgreements(generics.ListAPIView[Agreement]):
    """Published agreements with all their facts and evidence, in pages."""

    serializer_class = _agreement_serializer()
    pagination_class = _Pages

    def get_queryset(self) -> QuerySet[Agreement]:
        """All rows in a fixed number of queries."""
        published = Agreement.objects.filter(state=AgreementState.PUBLISHED)
        return published.order_by("slug").prefetch_related(*_facts_fetched_ahead())
