"""Telephone numbers in both countries' spellings: 090-1234-5602, ０８０ー１２３４ー５６０４, (207) 555-0141,
207.555.0142.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planner.intake.values.reading import Doubt, Reading
from planner.intake.values.scan import Scan, any_of, plain

_CANDIDATE = re.compile(
    r"(?:\+|\(\+?)?\d[\d\s().\-ー/]{5,}\d(?:\s*(?:ext\.?|x|内線|extension)\s*\d{1,6})?", re.IGNORECASE
)
_FILLERS = re.compile(
    r"(?<![a-z])(?:tel(?:ephone)?|phone|cell|mobile|home|work|office|and|or)(?![a-z])\.?|電話|携帯|自宅"
    r"|番号|または|℡|☎",
    re.IGNORECASE,
)
_RELATION = any_of(
    "mother|mom|mum|father|dad|grandmother|grandfather|grandma|grandpa|aunt|uncle|guardian|husband|wife"
    "|spouse|sister|brother|self",
    "父(?:親)?|母(?:親)?|祖父|祖母|叔父|叔母|伯父|伯母|兄|姉|夫|妻|本人|保護者",
)


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number: `shown` in the full international form that people can dial and read, `e164` to compare
    by.
    """

    e164: str
    shown: str
    relation: str = ""


@lru_cache(maxsize=8192)
def read_phones(text: str, region: str = "US") -> Reading[tuple[Phone, ...]]:
    """Read every number of a cell. `region` (``US``, ``JP``) is the country of who filled in the sheet."""
    scan = Scan(text)
    found: list[Phone] = []
    for match in _CANDIDATE.finditer(scan.open):
        words = re.sub(r"(?<=\d)\s*ー\s*(?=\d)", "-", match[0]).replace("内線", " ext. ")
        number = _number(words, region)
        if number is not None:
            scan.cross_out(*match.span())
            found.append(number)
    relation = scan.take(_RELATION) if found else None
    if relation and found:
        found[0] = Phone(found[0].e164, found[0].shown, scan.original(*relation.span()))
    if not found:
        return Reading((), text.strip(), (Doubt.PHONE_UNLIKELY,) if text.strip() else ())
    scan.ignore(_FILLERS)
    return Reading(tuple(found), scan.left())


#: A name of two parts or more, in one script: a single word beside a number is too often something else.
_LATIN_NAME = r"[A-Z][^\W\d_]*(?:[ '’-][A-Z][^\W\d_]*){1,3}"
_KANJI_OR_KANA = "[ぁ-ヿ々一-龠\uf900-\ufaff]{1,6}"
_NAME = re.compile(rf"{_LATIN_NAME}|{_KANJI_OR_KANA}[ \u3000]{_KANJI_OR_KANA}")


def read_whom_to_call(text: str, region: str = "US") -> Reading[tuple[tuple[Phone, ...], str]]:
    """Read the numbers of a cell, and whose they are where a name stands beside them: 「母 髙﨑 花子 03-3777-1234」."""
    phones = read_phones(text, region)
    name = phones.rest.strip()
    if phones.value and _NAME.fullmatch(name):
        return Reading((phones.value, name), "", phones.doubts)
    return Reading((phones.value, ""), phones.rest, phones.doubts)


def _number(words: str, region: str) -> Phone | None:
    import phonenumbers

    for candidate, country in _spellings(words, region):
        try:
            number = phonenumbers.parse(candidate, country)
        except phonenumbers.NumberParseException:
            continue
        # "Possible" is enough: fictional and new numbers are of the right length without being assigned. A number
        # without its area code is not: it reaches nobody from the other country.
        if phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE:
            bare = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
            return Phone(bare + (f";ext={number.extension}" if number.extension else ""), shown)
    return None


def _spellings(words: str, region: str) -> list[tuple[str, str]]:
    """How the figures may be meant, likeliest first."""
    figures = re.sub(r"\D", "", re.split(r"ext|x", words, flags=re.IGNORECASE)[0])
    if words.lstrip("( ").startswith("+"):
        return [(words.replace("(0)", ""), region)]
    if figures.startswith(("01181", "01081", "0101")):
        # Dialled from the other country: 011 81 … from the US, 010 1 … from Japan.
        return [("+" + figures[3:], region)]
    if region == "JP" and re.fullmatch(r"[789]0\d{8}", figures):
        return [("0" + figures, "JP")]  # a spreadsheet took it for a number and dropped the zero
    if figures.startswith("0"):
        return [(words, "JP"), (words, region)]
    if re.fullmatch(r"1?[2-9]\d{2}[2-9]\d{6}", figures):
        return [(words, "US"), (words, region)]
    if re.fullmatch(r"81[1-9]\d{8,9}", figures):
        return [("+" + figures, region)]
    return [(words, region)]


def bare_phone(text: str) -> str:
    """The figures of a stored number, to compare two of them: ``+81 90-1234-5622`` → ``819012345622``."""
    return re.sub(r"\D", "", plain(text))
