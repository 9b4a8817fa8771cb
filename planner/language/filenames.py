"""Names of files that are handed out: what it is and for whom, in the reader's script, safe on every system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

# What Windows refuses in a name, and what would hide a file or leave its folder.
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
# Most systems allow 255 bytes, and a Japanese character takes three; the rest is for a number and for a draft's name.
_LONGEST = 120
_MOST_BYTES = 220


def file_name(*parts: str, ending: str = ".pdf") -> str:
    """Join the parts with dashes: "Itinerary – Sakura Takahashi.pdf", 「行程表 – 髙橋 さくら.pdf」."""
    words = " – ".join(filter(None, (_safe(part) for part in parts)))
    room = words[:_LONGEST].encode()[:_MOST_BYTES].decode(errors="ignore")
    return f"{room.rstrip(' .')}{ending}"


def _safe(part: str) -> str:
    plain = unicodedata.normalize("NFC", part)
    return " ".join(_REFUSED.sub(" ", plain).split()).strip(" .")


def unused(name: str, taken: Collection[str]) -> str:
    """Give the name, numbered if another file of the job has it: "Itinerary – Sakura Takahashi (2).pdf"."""
    stem, dot, ending = name.rpartition(".")
    lower = {each.casefold() for each in taken}
    number, found = 1, name
    while found.casefold() in lower:
        number += 1
        found = f"{stem} ({number}){dot}{ending}"
    return found
