"""Addresses: Japan with 〒 from the largest part down, the US from the smallest up (domain.md §2.13)."""

from __future__ import annotations

import re
import unicodedata

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
    """Give the lines of an address in English, town and code below the street: "Portland, ME 04101"."""
    lines = _lines(address)
    whole = ", ".join(lines)
    code = postal_code_text(postal_code, country).removeprefix("〒") if postal_code else ""
    last = " ".join(part for part in (town.strip(), code) if part and part not in whole)
    return [*lines, *filter(None, [last])]


def _lines(address: str) -> list[str]:
    return [line.strip() for line in address.splitlines() if line.strip()]
