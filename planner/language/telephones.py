"""Telephone numbers as one dials them where one is (domain.md §2.13)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

# A number may carry an extension; any other letters are a remark that no telephone can dial.
_DIALLED = re.compile(r"[\d\s()+./‐‑–―−ー-]+(?:(?:ext\.?|x|内線)\s*\d+)?", re.IGNORECASE)


def dialled(phone: str, where: str, home: str) -> str:
    """Write a number as it is dialled in the country `where` ("US", "JP").

    A national spelling is one of the country `home`. From Japan "010-1-207-555-0100", from the United
    States "011-81-90-1234-5678", in one's own country "(207) 555-0100", "090-1234-5678". What is no single
    number (an emergency number, a number with a remark) stays as it was written.
    """
    number = _parsed(phone, home)
    if number is None:
        return phone
    import phonenumbers

    if phonenumbers.region_code_for_country_code(number.country_code) == where:
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    words = phonenumbers.format_out_of_country_calling_number(number, where)
    figures, extension, rest = words.partition(" ext")
    return "-".join(re.findall(r"\d+", figures)) + extension + rest


def international(phone: str, home: str) -> str:
    """Write a number in full: "+1 207-555-0100", "+81 90-1234-5678"; what is no number stays as it is."""
    number = _parsed(phone, home)
    if number is None:
        return phone
    import phonenumbers

    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def telephone_link(phone: str, home: str) -> str:
    """Give the ``tel:`` link of a number, for a QR code or a click; nothing if it is no number."""
    number = _parsed(phone, home)
    if number is None:
        return f"tel:{phone}" if phone.isdecimal() else ""
    import phonenumbers

    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.RFC3966)


@lru_cache(maxsize=1024)
def _parsed(phone: str, home: str) -> Any:
    phone = unicodedata.normalize("NFKC", phone).strip()
    if not _DIALLED.fullmatch(phone):
        return None
    import phonenumbers

    try:
        number = phonenumbers.parse(phone, home)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_possible_number(number) else None
