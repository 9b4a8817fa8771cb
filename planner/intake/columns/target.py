"""What a column can mean: one of the things that a sheet tells of people, families or events."""

from __future__ import annotations

from dataclasses import dataclass

from planner.model.message import Message

ROW_ONLY = "row_only"
"""The target of a column that belongs to no record, such as a time stamp: its cells are kept with the row."""

READING = "フリガナ|ふりがな|カナ|よみがな|読み(?:方|仮名)|kana|furigana|pronunciation"
"""How a heading asks for the reading of a name."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something a column can hold.

    `key` is what the proposals know it by; `label` the code of its words, the key itself where that names a noun or
    a field. `says` is a pattern of headings that mean it, worth `weight`; `hints` one of words that make it
    likelier, `never` one of words against it. `feature` is what the cells should look like (`sniffing`). A target
    that takes `many` columns gets their words together. A sheet with a `telling` column is surely of this kind.
    """

    key: str
    label: str = ""
    says: str = ""
    hints: str = ""
    never: str = ""
    weight: int = 10
    feature: str = ""
    many: bool = False
    telling: bool = False

    @property
    def words(self) -> Message:
        """The target's name, to be said in any language."""
        return Message.of(self.label or self.key)
