"""Town and postal code: Portland, ME 04103; Portland 04101; 〒140-8715 東京都品川区広町2-1-36."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planner.intake.values.cities import STATES
from planner.intake.values.reading import Reading
from planner.intake.values.scan import Scan, trim


@dataclass(frozen=True, slots=True)
class Locality:
    """Town and postal code; `state` (two letters) where it is written."""

    town: str = ""
    state: str = ""
    postal_code: str = ""


_JAPANESE_CODE = re.compile(r"〒?\s*(?<![\d-])(\d{3})-?(\d{4})(?![\d-])")
_ZIP = re.compile(r"(?<!\d)(\d{5}(?:-\d{4})?)(?!\d)")
_STATE = re.compile(rf"(?<![A-Za-z])({'|'.join(letters.upper() for letters in STATES)})(?![A-Za-z])\.?")
_STATE_NAME = re.compile(rf",\s*({'|'.join(sorted(STATES.values(), key=len, reverse=True))})(?![a-z])", re.IGNORECASE)


@lru_cache(maxsize=4096)
def read_locality(text: str) -> Reading[Locality]:
    """Read a cell that holds the town and, perhaps, the state and the postal code. A ZIP that lost its zero gets it
    back.
    """
    scan = Scan(text)
    code = ""
    if match := scan.take(_ZIP):
        code = match[1]
    elif match := scan.take(_JAPANESE_CODE):
        code = f"{match[1]}-{match[2]}"
    elif match := scan.take(re.compile(r"(?<!\d)(\d{4})(?!\d)")):
        code = match[1].zfill(5)
    state = ""
    if match := scan.take(_STATE):
        state = match[1]
    elif match := scan.take(_STATE_NAME):
        state = next(letters.upper() for letters, name in STATES.items() if name == match[1].casefold())
    town = trim(" ".join(scan.left().replace("; ", " ").split()))
    return Reading(Locality(town, state, code))


@lru_cache(maxsize=4096)
def read_postal_code(text: str) -> Reading[str]:
    """Read a cell that holds nothing but a postal code."""
    scan = Scan(text)
    if match := scan.take(_ZIP):
        return Reading(match[1], scan.left())
    if match := scan.take(_JAPANESE_CODE):
        return Reading(f"{match[1]}-{match[2]}", scan.left())
    if re.fullmatch(r"\d{4}", text.strip()):
        return Reading(text.strip().zfill(5))
    return Reading("", text.strip())


_EMAIL = re.compile(r"[^\s@<>(),;:\"'、，；（）]+@[^\s@<>(),;:\"'、，；（）]+\.[^\s@<>(),;:\"'、，；（）]+")


@lru_cache(maxsize=4096)
def read_email(text: str) -> Reading[str]:
    """Read an e-mail address; of several the first, the others are left over."""
    scan = Scan(text)
    found = scan.take(_EMAIL)
    return Reading(found[0].rstrip(".") if found else "", scan.left())
