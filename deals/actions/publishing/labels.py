"""What each claim of a document says, in a few words, for places that show claims away from their deal."""

from collections.abc import Iterator

from deals.shelf.document import DealDocument, PublicClaim, PublicMilestone
from deals.vocab.codes import ExposureStatus, MilestoneKind, PartyRole, UnitOfCount, ValueKind


def labelled_claims(document: DealDocument) -> Iterator[tuple[PublicClaim, str]]:
    """Every claim that the deal itself makes, with its words.

    Relations that another record claims are that record's.
    """
    for fact in document["parties"]:
        yield fact, f"{PartyRole(fact['role']).label}: {fact['party']['name']}"
    for item in document["items"]:
        unit = "" if item["unit"] == UnitOfCount.ITEM else f" (counted by {UnitOfCount(item['unit']).label})"
        yield item, f"{item['system']['name']}: {item['quantity']['text']}{unit}"
    for value in document["values"]:
        yield value, f"{ValueKind(value['kind']).label}: {value['reported']}"
    for step in document["milestones"]:
        yield step, _milestone(step)
    for relation in document["relations"]:
        if relation["direction"] == "to":
            yield relation, f"{relation['label'].capitalize()} {relation['deal']['name']}"
    for exposure in document["exposures"]:
        yield exposure, f"{exposure['regime']}: {ExposureStatus(exposure['exposure_status']).label.lower()}"


def _milestone(step: PublicMilestone) -> str:
    words = MilestoneKind(step["kind"]).label
    if step["system"] and step["quantity"]:
        words += f" of {step['system']['name']}: {step['quantity']['text']}"
    if step["by"]:
        words += f" by {step['by']['name']}"
    return f"{words}, {step['date']['text']}" if step["date"] else words
