"""What every code of the vocabulary carries: the stored code, a label and one sentence of meaning."""

from typing import Self

from django.db import models


class Codes(models.TextChoices):
    """A list of codes; a member is written `NAME = "code", "Label", "One sentence of meaning."`.

    A code is what is stored, sent by the API and written in report files, so it never changes its meaning
    once it has been published; labels and descriptions are for people and may be worded better at any time.
    """

    # Django's metaclass takes the last item of a member's tuple away and keeps it as "the label" before the
    # member is made. With three items that last one is the sentence of meaning, so they are told apart here.
    _short_label: str

    # The default is for type checkers, which read a look-up, ClaimStatus("pending"), as a call of this.
    def __new__(cls, code: str, label: str = "") -> Self:
        """Make the member from its code and label; the sentence of meaning is set by Django's metaclass."""
        if not label:
            raise TypeError(f"found the code {code!r} with a label at most, expected a label and a meaning")
        member = str.__new__(cls, code)
        member._value_ = code
        member._short_label = label
        return member

    @property
    def label(self) -> str:
        """A few words for people, as in a table cell or a form's menu."""
        return self._short_label

    @property
    def description(self) -> str:
        """One sentence that says what the code means."""
        return str(super().label)
