"""Addresses: Japan with 〒 from the largest part down, the US from the smallest up (domain.md §2.13)."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache

from planner.language.regions import region_in_japanese
from planner.resources import resource

_POSTAL_JA = re.compile(r"〒?\s*(\d{3})[-‐‑–−ー]?(\d{4})")
_ZIP = re.compile(r"(\d{5})(?:[-–]?(\d{4}))?")


def postal_code_text(code: str, country: str) -> str:
    """Write a postal code: 「〒140-0001」 in Japan, "04101" or "04101-1234" in the US; what is none stays."""
    plain = unicodedata.normalize("NFKC", code).strip()
    if country == "JP" and (found := _POSTAL_JA.fullmatch(plain)):
        return f"〒{found[1]}-{found[2]}"
    if country == "US" and (found := _ZIP.fullmatch(plain)):
        return f"{found[1]}-{found[2]}" if found[2] else found[1]
    return code


def japanese_address(address: str, postal_code: str = "") -> list[str]:
    """Give the lines of an address in Japanese: the postal code above, as it is stated there or beside it."""
    lines = _lines(address)
    code = postal_code
    if lines and (found := _POSTAL_JA.match(unicodedata.normalize("NFKC", lines[0]))):
        first = unicodedata.normalize("NFKC", lines[0])
        code = code or found[0]
        lines = [*filter(None, [first[found.end() :].strip()]), *lines[1:]]
    return [*filter(None, [postal_code_text(code, "JP") if code else ""]), *lines]


def english_address(address: str, town: str = "", postal_code: str = "", country: str = "US") -> list[str]:
    """Give the lines of an address in English, town, state and code below the street: "Portland, ME 04101".

    A state that nobody stated is the one its ZIP code lies in, if the code stands in this last line.
    """
    lines = _lines(address)
    whole = ", ".join(lines)
    code = postal_code_text(postal_code, country).removeprefix("〒") if postal_code else ""
    place, code = (part if part not in whole else "" for part in (town.strip(), code))
    state = _state_of(code) if country == "US" else ""
    if state and not _has_state(place or whole, state):
        code = f"{state} {code}"
        place = f"{place}," if place else ""
    last = " ".join(filter(None, (place, code)))
    return [*lines, *filter(None, [last])]


def _has_state(words: str, state: str) -> bool:
    """Whether a state stands after a town already, by its letters or in full: "Washington, D.C.", "Portland, Maine"."""
    after_town = [part.strip() for part in words.split(",")[1:]]
    last = words.replace(".", "").upper().replace(",", " ").split()[-1:]
    return last == [state] or any(region_in_japanese(part) for part in after_town)


def _state_of(code: str) -> str:
    """Give the letters of the state in which a ZIP code lies: "04101" is in ME; nothing for what is none."""
    return _states().get(code[:3], "") if _ZIP.fullmatch(code) else ""


@cache
def _states() -> dict[str, str]:
    with resource("data", "zips.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {f"{start:03}": row["state"] for row in rows for start in range(int(row["first"]), int(row["last"]) + 1)}


def _lines(address: str) -> list[str]:
    return [line.strip() for line in address.splitlines() if line.strip()]
