"""Codes about agreements: their kind, the two axes of state, milestones, relations and exposure."""

from deals.vocab.codes.base import Codes


class AgreementKind(Codes):
    """What sort of instrument an agreement is."""

    CONTRACT = "contract", "Contract", "A signed or intended purchase, sale, lease or gift of named goods."
    FRAMEWORK_PROGRAMME = (
        "framework_programme",
        "Framework programme",
        "A multi-year programme that later contracts implement.",
    )
    INTERGOVERNMENTAL_AGREEMENT = (
        "intergovernmental_agreement",
        "Intergovernmental agreement",
        "An agreement from state to state.",
    )
    PROTOCOL = "protocol", "Protocol", "The agreed minutes or protocol of a commission's meeting."
    MEMORANDUM = "memorandum", "Memorandum", "A memorandum of understanding or a letter of intent."
    AMENDMENT = "amendment", "Amendment", "An instrument that changes an earlier one."
    LICENCE_AGREEMENT = "licence_agreement", "Licence agreement", "A grant of the right to produce."
    JOINT_VENTURE_AGREEMENT = (
        "joint_venture_agreement",
        "Joint venture agreement",
        "An agreement that founds a joint company.",
    )
    NOTIFICATION = (
        "notification",
        "Notification",
        "A government's notice of a possible sale, such as one to the US Congress or an export licence.",
    )

    @property
    def umbrella_reason(self) -> str:
        """Why agreements of this kind do not count toward totals, in words; empty when they can count.

        The reason given for a kind that `counts_with_own_goods` holds only while it has no such goods.
        """
        return _UMBRELLA_REASONS.get(self.value, "")

    @property
    def counts_with_own_goods(self) -> bool:
        """Whether the kind's reason falls away once the record has items and values of its own."""
        return self is AgreementKind.INTERGOVERNMENTAL_AGREEMENT


class AgreementState(Codes):
    """Where the record stands on the desk: a state of our record, not of the agreement in the world."""

    DRAFT = "draft", "Draft", "Being written; nobody but curators sees it."
    PUBLISHED = "published", "Published", "Its newest edition is public."
    WITHDRAWN = "withdrawn", "Withdrawn", "It was public and has been taken back, with a reason."
    MERGED = "merged", "Merged", "It was found to be the same as another record, and leads there."


class AgreementStatus(Codes):
    """How far an agreement has come, derived from its latest accepted milestone."""

    REPORTED = "reported", "Reported", "Spoken of in reports, without a known step."
    UNDER_NEGOTIATION = "under_negotiation", "Under negotiation", "The parties are said to be negotiating it."
    APPROVED = "approved", "Approved", "An authority has approved it and it is not yet signed."
    SIGNED = "signed", "Signed", "The parties have signed it."
    IN_FORCE = "in_force", "In force", "It has taken effect."
    EXPIRED = "expired", "Expired", "Its term has ended."
    COMPLETED = "completed", "Completed", "All that it provides for has been delivered."
    SUSPENDED = "suspended", "Suspended", "It has been halted and may be taken up again."
    CANCELLED = "cancelled", "Cancelled", "It has been called off."
    UNKNOWN = "unknown", "Unknown", "No report says how far it has come."


class DeliveryStatus(Codes):
    """How far an item's delivery has come, derived from deliveries and the quantity ordered."""

    NOT_STARTED = "not_started", "Not started", "Nothing has been delivered yet."
    IN_DELIVERY = "in_delivery", "In delivery", "Some has been delivered and more is to come."
    COMPLETED = "completed", "Completed", "Everything ordered has been delivered."
    HALTED = "halted", "Halted", "Delivery has stopped and may go on again."
    CANCELLED = "cancelled", "Cancelled", "What has not been delivered will not be."
    UNKNOWN = "unknown", "Unknown", "No report says how far delivery has come."


class MilestoneKind(Codes):
    """What happened, or is to happen, on a date in an agreement's life."""

    REQUEST = "request", "Request", "The recipient asked for the goods, an offer or information."
    TENDER = "tender", "Tender", "Offers were invited or handed in."
    NEGOTIATION = "negotiation", "Negotiation", "The parties negotiated."
    APPROVAL = "approval", "Approval", "A government, parliament or other authority approved it."
    NOTIFICATION = "notification", "Notification", "A government gave notice of a possible sale."
    ANNOUNCEMENT = "announcement", "Announcement", "A party announced it."
    INITIALLING = "initialling", "Initialling", "The negotiators put their initials to the agreed text."
    SIGNATURE = "signature", "Signature", "The parties signed it."
    RATIFICATION = "ratification", "Ratification", "A party's competent body confirmed the signed agreement."
    ENTRY_INTO_FORCE = "entry_into_force", "Entry into force", "It took effect."
    AMENDMENT = "amendment", "Amendment", "Its terms were changed."
    RENEWAL = "renewal", "Renewal", "Its term was extended."
    PAYMENT = "payment", "Payment", "Money was paid."
    PRODUCTION_START = "production_start", "Start of production", "Production of the goods began."
    DELIVERY = "delivery", "Delivery", "A quantity of an item was handed over."
    DELIVERY_COMPLETION = (
        "delivery_completion",
        "Delivery completed",
        "The last of what was ordered was handed over.",
    )
    SUSPENSION = "suspension", "Suspension", "It was halted."
    RESUMPTION = "resumption", "Resumption", "It was taken up again after a halt."
    CANCELLATION = "cancellation", "Cancellation", "It was called off."
    EXPIRY = "expiry", "Expiry", "Its term ended."
    OBJECTION = "objection", "Objection", "A third party objected to it."
    STATEMENT = "statement", "Statement", "An official said something about it, which proves nothing further."

    @property
    def happens_once(self) -> bool:
        """Whether an agreement can have only one of these, so that two accepted ones contradict."""
        return self in _HAPPENING_ONCE


class RelationType(Codes):
    """How one agreement stands to another, read from this record to that one."""

    AMENDS = "amends", "amends", "This agreement changes the terms of that one."
    RENEWS = "renews", "renews", "This agreement extends the term of that one."
    SUPERSEDES = "supersedes", "supersedes", "This agreement takes the place of that one."
    IMPLEMENTS = "implements", "implements", "This contract carries out that framework."
    PART_OF = "part_of", "part of", "This agreement belongs to that larger one."
    FOLLOWS = "follows", "follows", "This agreement is a later tranche or option of that one."
    SAME_PACKAGE = "same_package", "in the same package as", "Both agreements were concluded together."

    @property
    def inverse_label(self) -> str:
        """The relation in words as read from that record back to this one."""
        return _INVERSE_LABELS[self.value]


class ExposureStatus(Codes):
    """How far a sanction or embargo has come against an agreement or its parties."""

    POSSIBLE = "possible", "Possible", "The measure could be applied, and nobody has said that it will be."
    UNDER_REVIEW = "under_review", "Under review", "The authority is examining whether to apply the measure."
    WAIVER_SOUGHT = "waiver_sought", "Waiver sought", "An exemption has been asked for."
    WAIVED = "waived", "Waived", "The authority has granted an exemption."
    IMPOSED = "imposed", "Imposed", "The measure has been applied."
    LIFTED = "lifted", "Lifted", "The measure was applied and has been ended."
    NOT_IMPOSED = "not_imposed", "Not imposed", "The authority has decided not to apply the measure."


_UMBRELLA_REASONS: dict[str, str] = {
    AgreementKind.FRAMEWORK_PROGRAMME: "umbrella",
    AgreementKind.INTERGOVERNMENTAL_AGREEMENT: "has no items and values of its own",
    AgreementKind.PROTOCOL: "umbrella",
    AgreementKind.MEMORANDUM: "not binding",
    AgreementKind.AMENDMENT: "changes another record",
    AgreementKind.JOINT_VENTURE_AGREEMENT: "founds a company, names no goods",
    AgreementKind.NOTIFICATION: "possible sale, not signed",
}

_HAPPENING_ONCE = frozenset(
    {
        MilestoneKind.SIGNATURE,
        MilestoneKind.INITIALLING,
        MilestoneKind.RATIFICATION,
        MilestoneKind.ENTRY_INTO_FORCE,
        MilestoneKind.CANCELLATION,
        MilestoneKind.EXPIRY,
        MilestoneKind.DELIVERY_COMPLETION,
    }
)

_INVERSE_LABELS: dict[str, str] = {
    RelationType.AMENDS: "amended by",
    RelationType.RENEWS: "renewed by",
    RelationType.SUPERSEDES: "superseded by",
    RelationType.IMPLEMENTS: "implemented by",
    RelationType.PART_OF: "has as a part",
    RelationType.FOLLOWS: "followed by",
    RelationType.SAME_PACKAGE: "in the same package as",
}
