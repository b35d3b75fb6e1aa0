"""A FilterSet's form as a page shows it: its controls, and a chip for each thing asked for."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from django import forms
from django.http import QueryDict

from deals.filters.fields import AmountField, CodesField, WordsField
from deals.filters.query import ShelfFilter

ORDERING = "ordering"
PAGE = "page"

UNOFFERED = ("source", "published_since")
"""Parameters of links and programs. A page keeps one that is asked for and offers no control to set it."""

Options = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a control."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Control:
    """One parameter in a form. `widget` is search, text, menu, checkboxes or hidden; `value` is a text's."""

    name: str
    label: str
    widget: str
    value: str = ""
    help_text: str = ""
    options: list[Option] = field(default_factory=list)
    inputmode: str = "text"

    @property
    def active(self) -> bool:
        """Whether the parameter is asked for."""
        return bool(self.value) or any(option.chosen and option.value for option in self.options)


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that is asked for, with the rest of the query when it is taken away."""

    label: str
    value: str
    query_without: str


def controls(filterset: ShelfFilter, menus: Mapping[str, Options]) -> list[Control]:
    """The form's controls in the order of the filters; `menus` has choices for parameters that take an id."""
    return [_control(name, filterset, menus.get(name)) for name in filterset.form.fields]


def chips(shown: Collection[Control], params: QueryDict) -> list[Chip]:
    """A chip for every value asked for, but for the order, which is no restriction."""
    found = []
    for control in shown:
        if control.name == ORDERING:
            continue
        chosen = [
            (option.value, option.label) for option in control.options if option.chosen and option.value
        ]
        for value, words in chosen or ([(control.value, control.value)] if control.value else []):
            found.append(Chip(control.label, words, _without(params, control.name, value)))
    return found


def query_for_page(params: QueryDict, number: int) -> str:
    """The query of another page of the same list."""
    query = params.copy()
    query.pop(PAGE, None)
    if number > 1:
        query[PAGE] = str(number)
    return query.urlencode()


def without_empty(params: QueryDict) -> QueryDict:
    """The parameters that hold something: a form without scripts sends the others too."""
    query = QueryDict(mutable=True)
    for name, values in params.lists():
        filled = [value for value in values if value.strip()]
        if filled:
            query.setlist(name, filled)
    return query


def _control(name: str, filterset: ShelfFilter, menu: Options | None) -> Control:
    form_field = filterset.form.fields[name]
    title = str(form_field.label or name)
    choices: Any = getattr(form_field, "choices", ())
    data = cast("QueryDict", filterset.data)
    value = data.get(name, "").strip()
    if name in UNOFFERED:
        return Control(name, title, "hidden", value=value)
    if isinstance(form_field, CodesField):
        chosen = {part.strip() for given in data.getlist(name) for part in given.split(",")}
        return Control(name, title, "checkboxes", options=_options(choices, chosen))
    if menu is not None:
        return Control(name, title, "menu", options=_menu_options(menu, value))
    if isinstance(form_field, forms.ChoiceField):
        choices = _orders(filterset) if name == ORDERING else choices
        return Control(name, title, "menu", options=_options(choices, {value}))
    return _text_control(name, title, form_field, value)


def _text_control(name: str, title: str, form_field: forms.Field, value: str) -> Control:
    if isinstance(form_field, WordsField):
        return Control(name, title, "search", value=value, help_text=str(form_field.help_text))
    expected = getattr(form_field, "expected", "")
    inputmode = "numeric" if isinstance(form_field, AmountField) else "text"
    return Control(
        name,
        title,
        "text",
        value=value,
        help_text=f"{expected[:1].upper()}{expected[1:]}",
        inputmode=inputmode,
    )


def _orders(filterset: ShelfFilter) -> list[tuple[str, str]]:
    """The orders of the list. The usual one is what no parameter gives, so that addresses stay short."""
    order: Any = filterset.base_filters[ORDERING]
    choices: dict[str, str] = dict(order.field.choices)
    return [
        ("", choices[order.default]),
        *((code, words) for code, words in choices.items() if code not in ("", order.default)),
    ]


def _options(choices: Iterable[tuple[Any, Any]], chosen: Collection[str]) -> list[Option]:
    return [Option(str(code), str(words), code in chosen) for code, words in choices]


def _menu_options(menu: Options, value: str) -> list[Option]:
    """The menu's choices; an id that is asked for and not among them is one more."""
    choices = [("", "Any"), *menu]
    if value not in dict(choices):
        choices.append((value, value))
    return _options(choices, {value})


def _without(params: QueryDict, name: str, value: str) -> str:
    query = params.copy()
    query.pop(PAGE, None)
    given = [part for text in query.pop(name, []) for part in str(text).split(",")]
    left = [part for part in given if part.strip() != value and part.strip()] if len(given) > 1 else []
    if left:
        query.setlist(name, left)
    return query.urlencode()
