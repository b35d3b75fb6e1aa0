"""What lists of register lines can be asked for."""

from typing import ClassVar

from deals.filters import fields
from deals.filters.lookups import Bound, CodeIn, Flag, Id, IdAmong, Order, Year, falling, rising
from deals.filters.query import ShelfFilter
from deals.shelf import RegisterLine
from deals.vocab.codes import DeliveryStatus, SystemCategory, UnitOfCount


class RegisterLineFilter(ShelfFilter):
    """Register lines by deal, parties, system, year of order and delivery."""

    supplier = IdAmong("Supplier", "Id of a party that supplies.", "suppliers")
    recipient = IdAmong("Recipient", "Id of a party that receives.", "recipients")
    system = Id("System", "Id of the system.", "system")
    deal = Id("Deal", "Id of the deal that the line is taken from.", "deal__slug")
    category = CodeIn("Category", "Category of the system.", "category", SystemCategory)
    unit = CodeIn("Unit", "What is counted.", "unit", UnitOfCount)
    year = Year("Year of order", "Year of order, or unknown.", "year_of_order")
    year_from = Bound(
        "Ordered from", "First year of order.", "year_of_order", side="gte", field=fields.YearField
    )
    year_to = Bound("Ordered to", "Last year of order.", "year_of_order", side="lte", field=fields.YearField)
    delivery_status = CodeIn("Delivery", "How far delivery has come.", "delivery_status", DeliveryStatus)
    counts = Flag("Counts toward totals", "Whether the deal counts toward totals.", "counts")
    ordering = Order(
        "Order of the lines; those without a year or number come last.",
        {
            "-year": ("Latest order first", [falling("year_of_order")]),
            "year": ("Earliest order first", [rising("year_of_order")]),
            "designation": ("By system", ["designation"]),
            "-number": ("Largest number first", [falling("number_high")]),
            "number": ("Smallest number first", [rising("number_low")]),
        },
        last=["deal_id", "position"],
    )

    unfiltered: ClassVar[dict[str, str]] = {
        "id": "a number of the database, which readers never see",
        "position": "orders the lines of one deal",
        "number_low": "is sorted by; numbers of different units do not compare",
        "number_high": "is sorted by; numbers of different units do not compare",
        "qualifier": "qualifies the number and means nothing without it",
        "designation": "is found by system",
        "delivered": "is found by delivery_status",
        "document": "is what lists answer with",
    }

    class Meta:
        model = RegisterLine
        fields: list[str] = []
