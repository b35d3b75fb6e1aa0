"""Template filters that put codes, dates and numbers into words. They look nothing up in the database."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache

from babel import Locale
from babel.core import get_global
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from deals.shelf.document import CitedEvidence, PublicDate
from deals.vocab import codes

register = template.Library()

# EDTF puts seasons and quarters in the month's place, which no machine would take for one.
_PLAIN_DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?")

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@register.filter
def label(code: str, codes_name: str) -> str:
    """A code's label: `{{ item.mode|label:"TransferMode" }}`; the code itself when it is no longer listed."""
    listed: type[codes.Codes] = getattr(codes, codes_name)
    return listed(code).label if code in listed.values else code


@register.filter
def meaning(code: str, codes_name: str) -> str:
    """The sentence that says what a code means; empty for one that is no longer listed."""
    listed: type[codes.Codes] = getattr(codes, codes_name)
    return listed(code).description if code in listed.values else ""


@register.filter
def source_numbers(evidence: Iterable[CitedEvidence]) -> list[int]:
    """The numbers of the sources in some evidence, each once."""
    return sorted({one["number"] for one in evidence})


@register.filter
def when(date: PublicDate | None) -> SafeString | str:
    """A partial date in words; as a `time` where it is a plain year, month or day."""
    if date is None:
        return "date not stated"
    if _PLAIN_DATE.fullmatch(date["edtf"]):
        return format_html('<time datetime="{}">{}</time>', date["edtf"], date["text"])
    return date["text"]


@register.filter
def day(moment: datetime) -> SafeString:
    """The day of a moment, in UTC as all moments of the database are."""
    words = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    return format_html('<time datetime="{}">{}</time>', moment.isoformat(timespec="seconds"), words)


@register.filter
def language_name(code: str) -> str:
    """The English name of a language; the code itself when there is none."""
    languages: Mapping[str, str] = _english().languages
    return languages.get(code, code)


@register.filter
def country_name(alpha_3: str) -> str:
    """The English name of a country by its ISO 3166-1 alpha-3 code; the code itself when there is none."""
    alpha_2 = get_global("territory_aliases").get(alpha_3, [alpha_3])[0]
    territories: Mapping[str, str] = _english().territories
    return territories.get(alpha_2, alpha_3)


@register.filter
def is_web_address(address: str) -> bool:
    """Whether an address is one that a reader may be led to, and no script or file."""
    return address.startswith(("https://", "http://"))


@register.filter
def number(count: int) -> str:
    """A whole number with its digits in groups of three."""
    return f"{count:,}"


@register.filter
def entry(table: dict[str, str], key: str) -> str:
    """What a table holds for a key; empty when it holds nothing."""
    return table.get(key, "")


@cache
def _english() -> Locale:
    return Locale("en")
