"""Documents of the shelf for tests of pages: a deal on which sources differ, claim by claim."""

import hashlib
from typing import Any

import orjson

from deals.shelf import Deal, PublicSource
from deals.vocab.dates import PartialDate
from tests import shelf_rows

SOURCES = {"gazette": 1, "courier": 2, "register": 3}
TEXT = "In 2018 they signed for five units of the S-400 at USD 5 billion, officials said. More followed."


def deal_document(slug: str = "s-400-2018", **members: Any) -> Any:
    """A contract signed in 2018 for five units at $5 bn, which two further sources see otherwise."""
    document = {
        "format": 1,
        "id": slug,
        "title": "S-400 systems for India",
        "kind": "contract",
        "summary": "Russia sells S-400 systems to India.",
        "status": "signed",
        "counts_toward_totals": True,
        "counting_reason": "a signed contract",
        "disputed": True,
        "signed": date("2018"),
        "parties": [party("russia", "supplier"), party("india", "recipient")],
        "items": [
            item(),
            item(claim="item-b", status="disputed", unit="system", number=10, evidence=[row()]),
        ],
        "values": [
            value(),
            value(
                claim="value-b",
                status="disputed",
                reported="39,000 crore rupees",
                text="INR 390 bn",
                amount="390000000000.00",
                currency="INR",
                indian="39,000 crore",
                usd=converted("5697726742.90", year=2018),
                evidence=[quote("courier", "39,000 crore rupees")],
            ),
        ],
        "milestones": [
            step(),
            step(
                claim="milestone-b",
                kind="statement",
                when="2021-12-06",
                by="Sergey Shoigu",
                note="He said so.",
            ),
            step(
                claim="milestone-c", kind="objection", when=None, evidence=[quote("courier", "they objected")]
            ),
        ],
        "relations": [],
        "exposures": [],
        "disagreements": [
            {
                "fact": "Number of S-400",
                "accepted": ["5"],
                "disputed": ["10, counted by system"],
                "spread": "",
            },
            {
                "fact": "Contract value",
                "accepted": ["USD 5 billion"],
                "disputed": ["39,000 crore rupees"],
                "spread": "14 %",
            },
        ],
        "sources": [source("gazette", "2021-12-06", archived=True), source("courier", "2018-09"), register()],
    }
    return document | members


def publish(document: Any, **columns: Any) -> Deal:
    """The document on the shelf."""
    made = shelf_rows.deal(
        document["id"], **({"title": document["title"], "kind": document["kind"]} | columns)
    )
    content = orjson.dumps(document)
    Deal.objects.filter(pk=made.pk).update(document=content)
    made.document = content
    return made


def publish_source(passages: list[Any], text: str = "", **members: Any) -> PublicSource:
    """A source with these passages."""
    made = shelf_rows.source(members.pop("id", "gazette"), publisher="The Gazette")
    document = orjson.loads(made.document)
    document |= {"archived": bool(text), "passages": passages, **members}
    made.document, made.text = orjson.dumps(document), text
    made.document_sha256 = hashlib.sha256(made.document).hexdigest()
    made.save(update_fields=["document", "document_sha256", "text"])
    return made


def passage(quoted: str, text: str = "", **members: Any) -> Any:
    """A passage that a deal cites."""
    start = text.index(quoted) if text else None
    cited = {
        "quote": quoted,
        "checked": bool(text),
        "start": start,
        "end": start + len(quoted) if start is not None else None,
        "deal": "s-400-2018",
        "party": "",
        "claim": "item-a",
        "label": "S-400: 5",
        "status": "accepted",
    }
    return cited | members


def claim(name: str, status: str = "accepted", note: str = "", evidence: Any = None) -> Any:
    """What every claim carries."""
    return {"claim": name, "status": status, "note": note, "evidence": evidence or [quote("gazette", TEXT)]}


def quote(of: str, words: str, number: int | None = None) -> Any:
    """A quote; the gazette's is checked against its text."""
    start = TEXT.find(words) if of == "gazette" else -1
    found = start >= 0
    return {
        "source": of,
        "number": number or SOURCES[of],
        "quote": words,
        "checked": found,
        "start": start if found else None,
        "end": start + len(words) if found else None,
    }


def row() -> Any:
    """A register's row as evidence."""
    return quote("register", "")


def date(edtf: str) -> Any:
    """A partial date with its days and words."""
    parsed = PartialDate.parse(edtf)
    return {
        "edtf": edtf,
        "earliest": parsed.earliest.isoformat() if parsed.earliest else None,
        "latest": parsed.latest.isoformat() if parsed.latest else None,
        "text": parsed.in_words(),
    }


def party(name: str, role: str, **members: Any) -> Any:
    """A party in a role."""
    return {
        **claim(f"involvement-{name}-{role}", **members),
        "party": {"id": name, "name": name.title()},
        "role": role,
    }


def item(
    name: str = "item-a", *, number: int | None = 5, unit: str = "item", system: str = "S-400", **members: Any
) -> Any:
    """Five units of the S-400."""
    qualifier = members.pop("qualifier", "exact")
    delivery = members.pop("delivery", {"status": "unknown", "delivered": None, "years": ""})
    named = members.pop("claim", name)
    made = claim(named, **members)
    return {
        **made,
        "system": {"id": system.lower(), "name": system},
        "category": "air_defence_systems",
        "part": "",
        "quantity": {
            "low": number,
            "high": number,
            "qualifier": qualifier,
            "text": f"{number:,}" if number else qualifier,
        },
        "unit": unit,
        "mode": "sale",
        "condition": "unknown",
        "delivery": delivery if made["status"] == "accepted" else None,
    }


def value(**members: Any) -> Any:
    """A contract value of five billion dollars."""
    amount = members.pop("amount", "5000000000.00")
    sum_ = {
        "kind": members.pop("kind", "contract_value"),
        "reported": members.pop("reported", "USD 5 billion"),
        "low": amount,
        "high": amount,
        "qualifier": members.pop("qualifier", "exact"),
        "currency": members.pop("currency", "USD"),
        "text": members.pop("text", "$5 bn"),
        "indian": members.pop("indian", ""),
        "usd": members.pop("usd", dollars("5000000000.00", "$5 bn")),
        "equivalent_to": members.pop("equivalent_to", None),
    }
    return {**claim(members.pop("claim", "value-a"), **members), **sum_}


def dollars(amount: str | None, text: str, basis: str = "reported") -> Any:
    """A sum in US dollars that needed no rate."""
    return {
        "low": amount,
        "high": amount,
        "text": text,
        "basis": basis,
        "rate": None,
        "year": None,
        "rate_source": "",
    }


def converted(amount: str, *, year: int) -> Any:
    """A sum converted at a rate."""
    spelled_out = dollars(amount, f"${amount}", "converted")
    return {**spelled_out, "rate": "68.45", "year": year, "rate_source": "the European Central Bank"}


def step(*, kind: str = "signature", when: str | None = "2018", by: str = "", **members: Any) -> Any:
    """A signature in 2018."""
    system, number = members.pop("system", None), members.pop("number", None)
    unit = members.pop("unit", "item" if system else "")
    return {
        **claim(members.pop("claim", "milestone-a"), **members),
        "kind": kind,
        "date": date(when) if when else None,
        "by": {"id": by.lower().replace(" ", "-"), "name": by} if by else None,
        "system": {"id": system.lower(), "name": system} if system else None,
        "quantity": {"low": number, "high": number, "qualifier": "exact", "text": f"{number:,}"}
        if number
        else None,
        "unit": unit,
    }


def source(name: str, published: str | None, *, archived: bool = False, kind: str = "news_report") -> Any:
    """A source as a deal cites it."""
    return {
        "id": name,
        "number": SOURCES[name],
        "kind": kind,
        "publisher": f"The {name.title()}",
        "title": "",
        "published": date(published) if published else None,
        "url": "",
        "language": "en",
        "archived": archived,
    }


def register() -> Any:
    """A register, of which no date is known."""
    return source("register", None, kind="register")
