"""Photographs of people and families, as the file keeps them: put in the place of another, or taken away."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from planner.commands import records
from planner.model.done import Done
from planner.model.pictures import PICTURE, digest_of


def put(session: Session, noun: str, record_id: int, jpeg: bytes) -> Done:
    """Keep a picture as the photo of a ``"Person"`` or a ``"Household"``, in the place of the one it has.

    `jpeg` is as `planner.intake.pictures` makes it: turned, small, without anything but the picture. Raises
    `PlannerError` ``record-gone``.
    """
    digest = digest_of(jpeg)
    if session.scalar(select(PICTURE.c.digest).where(PICTURE.c.digest == digest)) is None:
        session.execute(insert(PICTURE).values(digest=digest, jpeg=jpeg))
    return _step(session, noun, record_id, digest)


def take_away(session: Session, noun: str, record_id: int) -> Done:
    """Leave a person or a family without a photo; undone, it is there again. Raises `PlannerError` ``record-gone``."""
    return _step(session, noun, record_id, "")


def _step(session: Session, noun: str, record_id: int, digest: str) -> Done:
    """Each photo is a step of its own: one put in and taken away within a minute is not typing, and can be had back."""
    return replace(records.edit(session, noun, record_id, {"photo": digest}), merge_key="")
