"""Photographs that the file keeps: small, and each known by the digest of its bytes.

A picture is no noun: a person or a family holds its digest in a field (`planner.model.fields.picture`), which is
changed, undone and redacted like any other. The bytes are written once and never changed, so that the history need not
repeat them; what the plan holds of them stands in `Plan.pictures`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from typing import Final

from sqlalchemy import Column, LargeBinary, String, Table

from planner.model.base import Base
from planner.model.fields import Picture

PICTURE: Final = Table(
    "picture",
    Base.metadata,
    Column("digest", String, primary_key=True),
    Column("jpeg", LargeBinary, nullable=False),
)

_DIGEST: Final = re.compile("[0-9a-f]{64}")


def digest_of(jpeg: bytes) -> str:
    """Give what a picture is known by."""
    return sha256(jpeg).hexdigest()


def is_digest(text: str) -> bool:
    """Whether a text can be what a picture is known by."""
    return bool(_DIGEST.fullmatch(text))


@cache
def picture_fields() -> tuple[tuple[type[Base], str], ...]:
    """Give every field that holds a picture, with its noun."""
    return tuple(
        (mapper.class_, column.key)
        for mapper in Base.registry.mappers
        for column in mapper.local_table.columns
        if isinstance(column.type, Picture)
    )


def named_in(rows: Mapping[type[Base], Iterable[Base]]) -> Iterator[str]:
    """Give the digests of all pictures that rows name, by noun."""
    for noun, field in picture_fields():
        yield from filter(None, (row.__dict__[field] for row in rows.get(noun, ())))
