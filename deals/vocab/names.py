"""Names folded for matching, made into ids, and watched for letters and signs that deceive the eye."""

import hashlib
import re
import unicodedata

from deals.vocab.lookalikes import LOOKALIKES

SLUG_LENGTH = 60

# Characters that no text of ours may hold: controls except line feed and tab, marks that turn the text's
# direction, halves of surrogate pairs, and noncharacters.
UNSAFE_CHARACTERS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f"
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    r"\ud800-\udfff"
    r"\ufdd0-\ufdef"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "]"
)


def fold(name: str) -> str:
    """A name as it is matched: letters and digits without case and accents, one space between words.

    "S-400" and "S 400" give "s 400", "S400" gives "s400": use `fold_tight` where these are to be one. A plus
    sign is kept as a word, for "Block 50+" is not "Block 50". Marks that carry sound are kept.
    """
    plain = unicodedata.normalize("NFKD", name.casefold()).casefold().translate(_PLAIN_LETTERS)
    kept = "".join(map(_kept, plain))
    return unicodedata.normalize("NFC", " ".join(kept.split()))


def fold_tight(name: str) -> str:
    """A folded name without spaces, in which "S-400", "S 400" and "S400" are one."""
    return fold(name).replace(" ", "")


def slugify_name(name: str) -> str:
    """An id of at most 60 ASCII letters, digits and hyphens, such as "indo-russia-rifles".

    Where letters of other scripts or the end of a long name had to be left out, eight digits of a hash of the
    folded name stand at the end, so that different names keep different ids. Without any letter or digit: "".
    """
    folded = fold(name)
    slug = "-".join(re.findall("[a-z0-9]+", folded))
    if slug.replace("-", "") == folded.replace(" ", "") and len(slug) <= SLUG_LENGTH:
        return slug
    digest = hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{slug[: SLUG_LENGTH - 9].strip('-')}-{digest}".strip("-")


def scripts(text: str) -> frozenset[str]:
    """The scripts of a text's letters, such as {"Latin", "Cyrillic"}, as Unicode names the letters."""
    letters = {char for char in unicodedata.normalize("NFKD", text) if char.isalpha()}
    names = (unicodedata.name(letter, "UNKNOWN").partition(" ")[0].title() for letter in letters)
    return frozenset(name for name in names if name not in _NO_SCRIPT)


def mixes_scripts(name: str) -> bool:
    """Whether one word holds letters of scripts that are not written together; a bilingual name does not."""
    return any(
        not any(found <= family for family in _FAMILIES)
        for found in map(scripts, name.split())
        if len(found) > 1
    )


def skeleton(name: str) -> str:
    """What a name looks like: tightly folded, each letter as the Latin one it resembles, and o for zero."""
    return fold_tight(unicodedata.normalize("NFKC", name).translate(LOOKALIKES)).replace("0", "o")


def looks_like(a: str, b: str) -> bool:
    """Whether two names of different scripts look the same, so that one can be taken for the other."""
    return a != b and scripts(a) != scripts(b) and skeleton(a) == skeleton(b)


def find_unsafe_character(text: str) -> tuple[int, str] | None:
    """Where the first unsafe character stands, and what it is in words; None if there is none."""
    match = UNSAFE_CHARACTERS.search(text)
    return (match.start(), _in_words(match.group())) if match else None


# Letters that do not come apart into a base and an accent.
_PLAIN_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
)
_APOSTROPHES = "'’‘ʼ`´"

# What the names of letters begin with that belong to no script of their own.
_NO_SCRIPT = frozenset({"Modifier", "Unknown"})

# Scripts that one word may hold together.
_FAMILIES = (
    frozenset({"Cjk", "Hiragana", "Katakana"}),
    frozenset({"Cjk", "Hangul"}),
    frozenset({"Cjk", "Bopomofo"}),
)


def _kept(char: str) -> str:
    """What folding leaves of a character: itself, nothing, or the space between two words."""
    if char.isalnum():
        return char
    if char == "+":
        return " plus "
    category = unicodedata.category(char)
    if category.startswith("M"):
        # Combining classes from 200 are accents, 10 to 35 the points of Hebrew and Arabic, which are written
        # or left out at will; the others change the sound, as in Indian scripts and Thai.
        at_will = unicodedata.combining(char) >= 200 or 10 <= unicodedata.combining(char) <= 35
        return "" if at_will else char
    return "" if category == "Cf" or char in _APOSTROPHES else " "


def _in_words(char: str) -> str:
    code = f"U+{ord(char):04X}"
    if char == "\0":
        return f"NUL character {code}"
    category = unicodedata.category(char)
    kind = {"Cc": "control character", "Cf": "direction mark", "Cs": "half of a surrogate pair"}
    return f"{kind.get(category, 'noncharacter')} {code}"
