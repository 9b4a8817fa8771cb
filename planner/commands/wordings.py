"""Blocks of text on papers in the committee's own words: written in either language, or the usual ones again."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.model import Wording
from planner.model.done import Done
from planner.model.message import Message, PlannerError
from planner.papers.wordings import default_wording, wording_codes, wording_name

_FIELDS: Final = {"en": "text_en", "ja": "text_ja"}


def write(session: Session, visit_id: int, code: str, language: str, words: str) -> Done:
    """Put a block into the committee's words in one language; empty, or the usual words, are those again.

    Typing in a row becomes one step. Raises `PlannerError` ``wording-unknown`` for a code that no paper has.
    """
    if code not in wording_codes():
        raise PlannerError("wording-unknown", block=code)
    own = words.strip()
    if own == default_wording(code, language):
        own = ""
    known = _own(session, visit_id, code)
    if known is not None or own:
        block = known or Wording(visit_id=visit_id, code=code)
        setattr(block, _FIELDS[language], own)
        _keep(session, block)
    label = Message.of("change-wording", name=wording_name(code))
    return Done(label, merge_key=f"wording/{visit_id}/{code}/{language}")


def reset(session: Session, visit_id: int, code: str) -> Done:
    """Take the usual words again, in both languages."""
    known = _own(session, visit_id, code)
    if known is not None:
        session.delete(known)
    return Done(Message.of("change-wording-usual", name=wording_name(code)))


def _own(session: Session, visit_id: int, code: str) -> Wording | None:
    return session.scalars(select(Wording).where(Wording.visit_id == visit_id, Wording.code == code)).first()


def _keep(session: Session, block: Wording) -> None:
    """Keep a block in which something of its own is said; else there is nothing to keep."""
    if block.text_en or block.text_ja:
        session.add(block)
    elif block.id is not None:
        session.delete(block)
    session.flush()
