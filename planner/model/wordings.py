"""What the committee has written in the place of a text that comes with the program (domain.md §6.1: tips, safety)."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, relationship

from planner.model.fields import ORDINARY, Base, long_text, reference, text
from planner.model.visits import Visit


class Wording(Base):
    """A block of text on papers in the committee's own words; a language that is left empty keeps the usual words.

    `code` names the block. The usual words of each stand in `resources/wordings/`, and so does how paragraphs, bullets
    and headings are marked.
    """

    __tablename__ = "wording"
    __table_args__ = (UniqueConstraint("visit_id", "code"),)

    visit_id: Mapped[int] = reference("visit.id")
    code: Mapped[str] = text("Block of text", ORDINARY)
    text_en: Mapped[str] = long_text("Text in English", ORDINARY)
    text_ja: Mapped[str] = long_text("Text in Japanese", ORDINARY)

    visit: Mapped[Visit] = relationship()
