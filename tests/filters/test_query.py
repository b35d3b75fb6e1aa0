"""How parameters are refused: each by name, with what was found and what was expected, in these words."""

import pytest
from django.http import QueryDict

from deals.filters import (
    BadQuery,
    DealFilter,
    PartyFilter,
    RegisterLineFilter,
    ShelfFilter,
    apply,
    read_query,
)
from deals.shelf import Deal, PublicParty, RegisterLine
from deals.vocab.codes import AgreementStatus

NAMES = (
    "q, party, supplier, recipient, system, source, category, kind, status, disputed, counts, year, signed, "
    "signed_after, signed_before, usd, usd_min, usd_max, published_since, ordering, page, page_size"
)
WORDS = "words of letters or digits, at most 10 words and 200 characters"
ID = "an id of letters, digits and hyphens, at most 120 characters"
DATE = "a date such as 2018, 2018-10 or 2018-10-05"
AMOUNT = "an amount in US dollars such as 5000000000 or 99.50"
MOMENT = "a date or a moment such as 2021-12-06 or 2021-12-06T09:30:00Z"
STATUSES = ", ".join(AgreementStatus.values)
ORDERS = "-published, published, -signed, signed, -value, value, title"


def refused(query: str | QueryDict, filterset_class: type[ShelfFilter] = DealFilter, model=Deal, **options):
    """The refusals of a query, as texts."""
    params = QueryDict(query) if isinstance(query, str) else query
    with pytest.raises(BadQuery) as caught:
        apply(filterset_class, params, model.objects.all(), **options)
    return [str(error) for error in caught.value.errors]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (
            "supplyer=x",
            f"supplyer: found x, expected one of the parameters: {NAMES}; did you mean supplier?",
        ),
        ("zzz=1", f"zzz: found 1, expected one of the parameters: {NAMES}."),
        ("party=a&party=b", "party: found a,b, expected the parameter once."),
        ("page=1&page=2", "page: found 1,2, expected the parameter once."),
        ("party=", "party: found nothing, expected a value, or no such parameter."),
        ("q=%20%20", "q: found   , expected a value, or no such parameter."),
        ("party=a%00b", r"party: found a\x00b, expected text without control characters."),
        ("q=a%0Ab", r"q: found a\nb, expected text without control characters."),
        ("party=India%20(state)", f"party: found India (state), expected {ID}."),
        ("source=" + "a" * 121, f"source: found {'a' * 100}…, expected {ID}."),
        ("q=!!!", f"q: found !!!, expected {WORDS}."),
        ("q=" + "+".join("abcdefghijk"), f"q: found a b c d e f g h i j k, expected {WORDS}."),
        ("q=" + "a" * 201, f"q: found {'a' * 100}…, expected {WORDS}."),
        ("status=sgned", f"status: found sgned, expected one or more of: {STATUSES}; did you mean signed?"),
        ("status=signed,", f"status: found signed,, expected one or more of: {STATUSES}."),
        ("disputed=yes", "disputed: found yes, expected one of: true, false."),
        ("counts=1", "counts: found 1, expected one of: true, false."),
        ("disputed=True", "disputed: found True, expected one of: true, false; did you mean true?"),
        ("year=18", "year: found 18, expected a year such as 2018, or unknown."),
        ("year=２０１８", "year: found ２０１８, expected a year such as 2018, or unknown."),
        ("signed=known", "signed: found known, expected unknown; did you mean unknown?"),
        ("signed_after=yesterday", f"signed_after: found yesterday, expected {DATE}."),
        ("signed_after=2018/2019", f"signed_after: found 2018/2019, expected {DATE}."),
        ("signed_before=2018-02-30", f"signed_before: found 2018-02-30, expected {DATE}."),
        ("usd=none", "usd: found none, expected unknown."),
        ("usd_min=-1", f"usd_min: found -1, expected {AMOUNT}."),
        ("usd_min=NaN", f"usd_min: found NaN, expected {AMOUNT}."),
        ("usd_max=1e9", f"usd_max: found 1e9, expected {AMOUNT}."),
        ("usd_max=" + "9" * 16, f"usd_max: found {'9' * 16}, expected {AMOUNT}."),
        ("published_since=now", f"published_since: found now, expected {MOMENT}."),
        ("published_since=2021-12-06T25:00", f"published_since: found 2021-12-06T25:00, expected {MOMENT}."),
        ("ordering=search_text", f"ordering: found search_text, expected one of: {ORDERS}."),
        ("ordering=-titel", f"ordering: found -titel, expected one of: {ORDERS}; did you mean title?"),
        (
            "ordering=title,slug",
            f"ordering: found title,slug, expected one of: {ORDERS}; did you mean title?",
        ),
    ],
)
def test_deals_refuse(query, message):
    assert refused(query) == [message]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("year_from=unknown", "year_from: found unknown, expected a year such as 2018."),
        ("deal=a/b", f"deal: found a/b, expected {ID}."),
    ],
)
def test_register_lines_refuse(query, message):
    assert refused(query, RegisterLineFilter, RegisterLine) == [message]


def test_parties_refuse_a_country_by_name():
    message = "country: found India, expected an ISO 3166-1 alpha-3 code such as IND, or none."
    assert refused("country=India", PartyFilter, PublicParty) == [message]


def test_all_errors_are_told_at_once():
    assert [message.partition(":")[0] for message in refused("year=x&frm=1&usd_min=y&kind=z")] == [
        "frm",
        "kind",
        "year",
        "usd_min",
    ]


def test_the_errors_of_one_query_are_bounded():
    assert len(refused("&".join(f"unknown{number}=1" for number in range(500)))) == 20


def test_the_name_of_an_unknown_parameter_is_shown_short_and_visible():
    (message,) = refused(f"{'x' * 300}%E2%80%AE=1", also_allowed=())

    assert message.startswith(f"{'x' * 100}…: found 1, expected one of the parameters: q, ")


def test_invisible_letters_are_written_out():
    (message,) = refused("party=a%E2%80%AEb")

    assert message == rf"party: found a\u202eb, expected {ID}."


def test_paging_is_refused_where_it_means_nothing():
    expected = NAMES.removesuffix(", page, page_size")

    assert refused("page=1", also_allowed=()) == [
        f"page: found 1, expected one of the parameters: {expected}."
    ]


def test_a_surrogate_never_reaches_the_database():
    params = QueryDict(mutable=True)
    params["party"] = "a\ud800"

    assert refused(params) == [r"party: found a\ud800, expected text without control characters."]


@pytest.mark.django_db
def test_pages_take_the_empty_fields_of_a_form_for_none():
    params = QueryDict("q=&party=&kind=&disputed=&year=&usd_min=&ordering=")

    filterset = read_query(DealFilter, params, Deal.objects.all(), empty_means_unset=True)

    assert list(filterset.qs) == []


@pytest.mark.django_db
def test_the_form_shows_what_was_asked_for():
    filterset = read_query(DealFilter, QueryDict("kind=contract,protocol&year=2018"), Deal.objects.all())

    assert filterset.form["kind"].value() == ["contract", "protocol"]
    assert filterset.form["year"].value() == "2018"
    assert filterset.form["year"].label == "Year of signature"
    assert list(filterset.form.fields["disputed"].choices) == [("", "Any"), ("true", "Yes"), ("false", "No")]


def test_an_exception_tells_its_errors():
    with pytest.raises(BadQuery, match=r"^year: found x, expected a year such as 2018, or unknown\.$"):
        apply(DealFilter, QueryDict("year=x"), Deal.objects.all())
