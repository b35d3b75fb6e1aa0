"""Codes about parties: what they are and what part they take in an agreement."""

from deals.vocab.codes.base import Codes


class PartyKind(Codes):
    """What a party is."""

    STATE = "state", "State", "A state that exists today."
    FORMER_STATE = "former_state", "Former state", "A state that no longer exists, such as the Soviet Union."
    TERRITORY = (
        "territory",
        "Territory",
        "A territory that is not a state of its own, or not everywhere seen as one.",
    )
    INTERNATIONAL_ORGANISATION = (
        "international_organisation",
        "International organisation",
        "An organisation of states, such as NATO or the African Union.",
    )
    NON_STATE_ARMED_GROUP = (
        "non_state_armed_group",
        "Non-state armed group",
        "An armed group that is not part of a state's forces.",
    )
    GOVERNMENT_BODY = (
        "government_body",
        "Government body",
        "A ministry, armed service, agency or commission of a state.",
    )
    COMPANY = "company", "Company", "A company, whoever owns it."
    JOINT_VENTURE = (
        "joint_venture",
        "Joint venture",
        "A company owned by several parties, whose stakes are recorded.",
    )
    PERSON = "person", "Person", "A person, for example as the signatory of an agreement."
    UNKNOWN = "unknown", "Unknown", "A party that no report names, such as unknown supplier(s)."

    @property
    def sipri_mark(self) -> str:
        """The sign SIPRI's registers put behind a name: `*`, `**` or nothing."""
        return _SIPRI_MARKS.get(self.value, "")


class PartyRole(Codes):
    """What part a party takes in an agreement."""

    SUPPLIER = "supplier", "Supplier", "Sells, leases or gives the goods."
    RECIPIENT = "recipient", "Recipient", "The state, organisation or group that receives the goods."
    BUYER = "buyer", "Buyer", "The body that orders and signs on the recipient's behalf."
    MANUFACTURER = "manufacturer", "Manufacturer", "Makes the goods."
    LICENSER = "licenser", "Licenser", "Grants the right to produce."
    LICENSEE = "licensee", "Licensee", "Produces under another's licence."
    INTERMEDIARY = "intermediary", "Intermediary", "Brokers the agreement, or trades the goods on."
    END_USER = "end_user", "End user", "Uses the goods in the end."
    FINANCIER = "financier", "Financier", "Pays for the goods, or lends the money."
    ORIGIN_STATE = "origin_state", "State of origin", "The state in which the goods were made."
    TRANSIT_STATE = "transit_state", "Transit state", "A state through which the goods pass."
    SIGNATORY = "signatory", "Signatory", "Put its name to the agreement."
    OBJECTOR = "objector", "Objector", "A third party that objects to the agreement."
    ANNOUNCING_BODY = "announcing_body", "Announcing body", "Made the agreement known."

    @property
    def ocds(self) -> str:
        """The role's code in the Open Contracting Data Standard 1.1; empty where it has none."""
        return _OCDS_ROLES.get(self.value, "")


_SIPRI_MARKS: dict[str, str] = {
    PartyKind.NON_STATE_ARMED_GROUP: "*",
    PartyKind.INTERNATIONAL_ORGANISATION: "**",
}

_OCDS_ROLES: dict[str, str] = {
    PartyRole.SUPPLIER: "supplier",
    PartyRole.RECIPIENT: "buyer",
    PartyRole.BUYER: "procuringEntity",
    PartyRole.MANUFACTURER: "supplier",
    PartyRole.FINANCIER: "funder",
    PartyRole.OBJECTOR: "interestedParty",
}
