"""The scales, signs and words in which reports write money, as data: tables and nothing that reads them."""

from decimal import Decimal

# Words that multiply the number before them, in the singular and plural, shortened, and as Hindi and Russian
# reports print them. Indian notation: lakh = 10^5, crore = 10^7, arab = 10^9, kharab = 10^11.
_INDIAN_SCALES: dict[int, str] = {
    10**5: "lakh, lakhs, lac, lacs, लाख",
    10**7: "crore, crores, cr, crs, करोड़",
    10**9: "arab, अरब",
    10**11: "kharab, खरब",
}
_OTHER_SCALES: dict[int, str] = {
    12: "dozen",
    100: "hundred, सौ",
    10**3: "thousand, k, тыс, тысяч, हजार, हज़ार",
    10**6: "million, millions, mn, m, mln, mio, млн",
    10**9: "billion, billions, bn, b, bln, milliard, mld, mrd, млрд",
    10**12: "trillion, trillions, tn, trn, трлн",
}
INDIAN_SCALES = {
    word: Decimal(number) for number, words in _INDIAN_SCALES.items() for word in words.split(", ")
}
SCALES = {
    **{word: Decimal(number) for number, words in _OTHER_SCALES.items() for word in words.split(", ")},
    **INDIAN_SCALES,
}

# The scales that amounts are printed with, largest first: factor, word, short word.
PRINTED_SCALES: tuple[tuple[Decimal, str, str], ...] = (
    (Decimal(10**12), "trillion", "tn"),
    (Decimal(10**9), "billion", "bn"),
    (Decimal(10**6), "million", "m"),
)

# The signs of a currency. A dollar sign alone is the US dollar; signs that several currencies share (¥, kr)
# stand among the shared words below.
_SYMBOLS: dict[str, str] = {
    "USD": "$, us$, usd$",
    "AUD": "a$, au$",
    "CAD": "c$, ca$",
    "NZD": "nz$",
    "SGD": "s$, sg$",
    "HKD": "hk$",
    "TWD": "nt$",
    "BRL": "r$",
    "MXN": "mx$",
    "EUR": "€",
    "GBP": "£",
    "INR": "₹, ₨",
    "RUB": "₽",
    "KRW": "₩",
    "TRY": "₺",
    "ILS": "₪",
    "VND": "₫",
    "THB": "฿",
    "UAH": "₴",
    "NGN": "₦",
    "PHP": "₱",
    "KZT": "₸",
    "GEL": "₾",
    "BDT": "৳",
}
SYMBOLS = {symbol: code for code, symbols in _SYMBOLS.items() for symbol in symbols.split(", ")}

# The sign to print before an amount; every other currency is printed with its ISO 4217 code. In a table's
# cells rupees stand with their code too, as the trade press writes them.
SHORT_SYMBOLS: dict[str, str] = {
    "USD": "$",
    "AUD": "A$",
    "CAD": "C$",
    "NZD": "NZ$",
    "SGD": "S$",
    "HKD": "HK$",
    "TWD": "NT$",
    "EUR": "€",
    "GBP": "£",
}
PRINTED_SYMBOLS: dict[str, str] = {**SHORT_SYMBOLS, "INR": "₹"}

# Words of one currency, beside the ISO 4217 codes in capitals and the names that Babel knows, such as
# "Australian dollars".
_WORDS: dict[str, str] = {
    "USD": "dollar, dollars, u s dollar, u s dollars, us $, u s $, usd $",
    "EUR": "euro, euros",
    "GBP": "pound, pounds, pound sterling, pounds sterling, sterling",
    "INR": "rs, re, rupee, rupees, रुपये, रुपए, रुपया, रु",
    "PKR": "pakistan rupees",
    "RUB": "rouble, roubles, ruble, rubles, руб, рублей",
    "PLN": "zloty, zlotys, zloties, złoty, złotych, zł",
    "CZK": "koruna, korunas, kč",
    "JPY": "yen",
    "KRW": "won",
    "CNY": "yuan, renminbi, rmb",
    "SGD": "singapore dollars",
    "TWD": "taiwan dollars",
    "THB": "baht",
    "TRY": "lira, liras",
    "ILS": "shekel, shekels, nis",
    "IDR": "rupiah, rp",
    "MYR": "ringgit, rm",
    "VND": "dong",
    "BDT": "taka",
    "KZT": "tenge",
    "UAH": "hryvnia, hryvnias",
    "HUF": "forint, forints",
    "BRL": "real, reais",
    "ZAR": "rand",
    "NGN": "naira",
}
CURRENCY_WORDS = {word: code for code, words in _WORDS.items() for word in words.split(", ")}

# Words that several currencies share, each with the adjectives that say which one is meant; without one
# of these before it, the word says nothing.
_SHARED_WORDS: dict[str, dict[str, str]] = {
    "crown, crowns, krona, kronor, krone, kroner, kr": {
        "CZK": "czech",
        "SEK": "swedish",
        "DKK": "danish",
        "NOK": "norwegian",
        "ISK": "icelandic",
    },
    "peso, pesos": {
        "PHP": "philippine",
        "MXN": "mexican",
        "ARS": "argentine, argentinian",
        "CLP": "chilean",
        "COP": "colombian",
        "UYU": "uruguayan",
        "CUP": "cuban",
        "DOP": "dominican",
    },
    "dirham, dirhams": {"AED": "uae, emirati", "MAD": "moroccan"},
    "riyal, riyals, rial, rials": {
        "SAR": "saudi",
        "QAR": "qatari",
        "OMR": "omani",
        "IRR": "iranian",
        "YER": "yemeni",
    },
    "dinar, dinars": {
        "KWD": "kuwaiti",
        "IQD": "iraqi",
        "JOD": "jordanian",
        "BHD": "bahraini",
        "DZD": "algerian",
        "TND": "tunisian",
        "LYD": "libyan",
        "RSD": "serbian",
    },
    "franc, francs": {"CHF": "swiss", "FRF": "french", "BEF": "belgian"},
    "manat, manats": {"AZN": "azerbaijani", "TMT": "turkmen"},
    "leu, lei": {"RON": "romanian", "MDL": "moldovan"},
    "shilling, shillings": {"KES": "kenyan", "UGX": "ugandan", "TZS": "tanzanian", "SOS": "somali"},
    "¥": {"JPY": "jp", "CNY": "cn"},
}
SHARED_WORDS = {
    word: {code: tuple(adjectives.split(", ")) for code, adjectives in countries.items()}
    for words, countries in _SHARED_WORDS.items()
    for word in words.split(", ")
}

# ISO codes that are read in small letters too; the others must stand in capitals: "all" and "try" are words.
_SMALL_LETTER_CODES = (
    "AED, AUD, BRL, CAD, CHF, CNY, CZK, DKK, EUR, GBP, HKD, IDR, ILS, INR, JPY, KRW, KWD, NOK, NZD, PHP, "
    "PKR, PLN, QAR, RON, RUB, SAR, SEK, SGD, THB, TWD, UAH, USD, VND, ZAR"
)
SMALL_LETTER_CODES = tuple(_SMALL_LETTER_CODES.split(", "))

# Where an Indian scale stands beside no currency, one of these is meant; without a default it is INR.
LAKH_AND_CRORE_CURRENCIES: tuple[str, ...] = ("INR", "PKR", "BDT", "NPR", "LKR")
