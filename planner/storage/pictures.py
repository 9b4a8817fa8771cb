"""The bytes of photographs in the file: read once while it is open, and dropped when nothing names them any more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from planner.model import ChangedRow
from planner.model.pictures import PICTURE, picture_fields

#: How many are asked for at once: SQLite takes so many figures in a question, and more.
_AT_ONCE = 500


def read_pictures(cursor: Any, wanted: Iterable[str], known: dict[str, bytes]) -> dict[str, bytes]:
    """Give the pictures of these digests, by digest; those that are not `known` are read and put there.

    A plan is loaded anew after each change: what it names has been read before, but for the first time. A picture
    never changes under its digest. One that the file does not have is left out.
    """
    digests = list(wanted)
    fresh = [digest for digest in digests if digest not in known]
    for start in range(0, len(fresh), _AT_ONCE):
        some = fresh[start : start + _AT_ONCE]
        places = ", ".join("?" * len(some))
        known.update(cursor.execute(f'SELECT "digest", "jpeg" FROM "picture" WHERE "digest" IN ({places})', some))
    return {digest: known[digest] for digest in digests if digest in known}


def drop_unnamed(session: Session) -> None:
    """Drop the pictures that neither a record nor a step of the history names: nothing can bring them back."""
    there = set(session.scalars(select(PICTURE.c.digest)))
    for noun, field in picture_fields() if there else ():
        there.difference_update(session.scalars(select(getattr(noun, field))))
    for noun, field in picture_fields() if there else ():
        rows = select(ChangedRow.before, ChangedRow.after).where(ChangedRow.table == noun.__tablename__)
        for sides in session.execute(rows):
            there.difference_update(side.get(field, "") for side in sides if side)
    if there:
        session.execute(delete(PICTURE).where(PICTURE.c.digest.in_(there)))
