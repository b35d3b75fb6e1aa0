"""Names: folding, ids, scripts, look-alikes and unsafe characters."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deals.vocab.names import (
    SLUG_LENGTH,
    find_unsafe_character,
    fold,
    fold_tight,
    looks_like,
    mixes_scripts,
    scripts,
    skeleton,
    slugify_name,
)

CYRILLIC_S400 = "\N{CYRILLIC CAPITAL LETTER ES}-400"
LATIN_C400 = "C-400"

texts = st.text(max_size=80)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("S-400", "s 400"),
        ("S 400", "s 400"),
        ("S400", "s400"),
        ("  Indo-Russia   Rifles Pvt. Ltd. ", "indo russia rifles pvt ltd"),
        ("Złoty Éclair Øre", "zloty eclair ore"),
        ("İstanbul", "istanbul"),
        ("Weiß", "weiss"),
        ("People\N{RIGHT SINGLE QUOTATION MARK}s Army", "peoples army"),
        ("F-16 Block 50+", "f 16 block 50 plus"),
        ("\N{FULLWIDTH LATIN CAPITAL LETTER A}rrow", "arrow"),
        ("S\N{ZERO WIDTH SPACE}400", "s400"),
        ("unknown supplier(s) **", "unknown supplier s"),
        ("आकाश मिसाइल", "आकाश मिसाइल"),
        ("Калашников", "калашников"),
        ("", ""),
        ("***", ""),
    ],
)
def test_fold(name, folded):
    assert fold(name) == folded


def test_names_that_differ_in_spacing_fold_tightly_alike():
    assert fold_tight("S-400") == fold_tight("S 400") == fold_tight("S400") == "s400"


def test_a_variant_with_a_plus_sign_stays_another_name():
    assert fold("F-16 Block 50+") != fold("F-16 Block 50")


def test_marks_that_change_the_sound_are_kept():
    assert fold("की") != fold("का")
    assert fold("क्ष") != fold("कष")
    assert fold("ปู") != fold("ป")


def test_points_that_are_written_at_will_are_dropped():
    assert fold("مُحَمَّد") == fold("محمد")
    assert fold("שָׁלוֹם") == fold("שלום")


@given(texts)
def test_folding_twice_changes_nothing(name):
    assert fold(fold(name)) == fold(name)


@given(texts)
def test_case_does_not_matter(name):
    assert fold(name.casefold()) == fold(name)


@given(texts)
def test_folded_names_have_no_space_at_their_ends_or_twice(name):
    assert fold(name) == " ".join(fold(name).split(" ")).strip()
    assert "  " not in fold(name)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Indo-Russia Rifles Pvt Ltd", "indo-russia-rifles-pvt-ltd"),
        ("Złoty Éclair", "zloty-eclair"),
        ("***", ""),
        ("आकाश", "c87b3884"),
        ("Su-30МКИ", "su-30-c42ea99e"),
        ("Rosoboronexport " * 5, "rosoboronexport-rosoboronexport-rosoboronexport-ros-9759abd5"),
        ("a" * SLUG_LENGTH, "a" * SLUG_LENGTH),
    ],
)
def test_slug(name, slug):
    assert slugify_name(name) == slug


@given(texts)
def test_slug_is_short_and_safe_and_folds_to_itself(name):
    slug = slugify_name(name)

    assert len(slug) <= SLUG_LENGTH
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slugify_name(slug) == slug
    assert bool(slug) == bool(fold(name))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("S-400", {"Latin"}),
        (CYRILLIC_S400, {"Cyrillic"}),
        ("Алмаз Antey", {"Cyrillic", "Latin"}),
        ("\N{MATHEMATICAL BOLD CAPITAL A}", {"Latin"}),
        ("आकाश 400", {"Devanagari"}),
        ("400", set()),
    ],
)
def test_scripts(text, found):
    assert scripts(text) == found


@pytest.mark.parametrize(
    ("name", "mixes"),
    [
        ("S-400", False),
        ("Калашников (Kalashnikov)", False),
        ("Su-30МКИ", True),
        ("K\N{CYRILLIC SMALL LETTER A}lashnikov", True),
        ("三菱スカイ", False),
        ("한화 Hanwha", False),
        ("", False),
    ],
)
def test_mixes_scripts_within_one_word(name, mixes):
    assert mixes_scripts(name) is mixes


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        (LATIN_C400, CYRILLIC_S400, True),
        ("C400", CYRILLIC_S400, True),
        ("KALASHNIKOV", "КALASHNIKOV", True),
        ("S-300", "S-3\N{CYRILLIC CAPITAL LETTER O}\N{CYRILLIC CAPITAL LETTER O}", True),
        ("OMEGA", "\N{GREEK CAPITAL LETTER OMICRON}MEGA", True),
        (LATIN_C400, LATIN_C400, False),
        (LATIN_C400, "C400", False),
        ("S-400", CYRILLIC_S400, False),
        ("Kalashnikov", "Калашников", False),
    ],
)
def test_looks_like(a, b, alike):
    assert looks_like(a, b) is alike
    assert looks_like(b, a) is alike


@given(texts)
def test_skeleton_of_a_folded_name_holds_no_space(name):
    assert " " not in skeleton(name)


@pytest.mark.parametrize(
    ("character", "words"),
    [
        ("\0", "NUL character U+0000"),
        ("\a", "control character U+0007"),
        ("\r", "control character U+000D"),
        ("\x7f", "control character U+007F"),
        ("\x85", "control character U+0085"),
        ("\u061c", "direction mark U+061C"),
        ("\u200e", "direction mark U+200E"),
        ("\u200f", "direction mark U+200F"),
        ("\u202a", "direction mark U+202A"),
        ("\u202e", "direction mark U+202E"),
        ("\u2066", "direction mark U+2066"),
        ("\u2069", "direction mark U+2069"),
        ("\ud800", "half of a surrogate pair U+D800"),
        ("\ufdd0", "noncharacter U+FDD0"),
        ("\uffff", "noncharacter U+FFFF"),
        ("\U0010fffe", "noncharacter U+10FFFE"),
    ],
)
def test_finds_the_first_unsafe_character(character, words):
    assert find_unsafe_character(f"S-400{character}\0") == (5, words)


@pytest.mark.parametrize(
    "text", ["", "two\nlines\tand a tab", "करोड़ क\N{ZERO WIDTH JOINER}ष", "👍🏽", "\ufffd"]
)
def test_text_that_people_write_is_safe(text):
    assert find_unsafe_character(text) is None


@given(st.text())
def test_nothing_crashes_on_any_text(text):
    assert isinstance(slugify_name(text), str)
    assert isinstance(scripts(text), frozenset)
    assert looks_like(text, text) is False
    assert find_unsafe_character(text) is None or text


@pytest.mark.parametrize(
    "function", [fold, fold_tight, slugify_name, scripts, mixes_scripts, skeleton, find_unsafe_character]
)
@pytest.mark.parametrize("unit", ["S-400 ", "\N{LATIN SMALL LETTER E WITH ACUTE}\u0301", "а", "क्", "'", "+"])
def test_time_is_linear_in_the_length(function, unit):
    def seconds(length):
        text = unit * (length // len(unit))
        return min(_timed(function, text) for _ in range(3))

    # Four times the text may take ten times as long before this fails; a square would take sixteen.
    assert seconds(40_000) < 10 * seconds(10_000) + 0.01


def _timed(function, text):
    start = time.perf_counter()
    function(text)
    return time.perf_counter() - start
