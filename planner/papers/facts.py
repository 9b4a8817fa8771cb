"""What a page tells its reader, piece by piece: by it a change slip says what was, and what is now."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a reader acts on, in the reader's language.

    `key` is the same from issue to issue (the uid of an event or stay, and which of its things); `label` says what it
    is ("Sat 24 Jul, night"), `value` what stands there ("Pelletier"), and `who` of whom it is told where a paper is
    about several: one fact for each of them, which are told together where they are alike.
    """

    key: str
    label: str
    value: str
    who: str = ""
