"""Opens a file by what it holds, not by what it is called, and refuses early what cannot be a sheet."""

from __future__ import annotations

import re
from pathlib import Path

from planner.intake.reading.calendars import read_calendar
from planner.intake.reading.delimited import read_delimited
from planner.intake.reading.sheet import Sheet
from planner.intake.reading.tables import LONGEST_SHEET
from planner.intake.reading.workbook import read_workbook
from planner.model.message import Message, PlannerError
from planner.model.progress import Progress

__all__ = ["LARGEST_FILE", "LONGEST_SHEET", "read_sheets"]

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes. A form with 2,000 rows has less than one megabyte."""

_COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")

# What people drop by mistake: the first bytes, and which ``file-kind-…`` names them.
_OTHER_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"{\\rtf", "text-document"),
    (b"SQLite format 3\x00", "database"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)
_PICTURE = re.compile(rb"....ftyp(?:hei[cfx]|mif1|avif)|RIFF....WEBP", re.DOTALL)
_WEB_PAGE = re.compile(rb"\s*(?:<!doctype\s+html|<html|<\?xml|<table|<head|<body)", re.IGNORECASE)
_CALENDAR = re.compile(rb"\s*BEGIN:VCALENDAR", re.IGNORECASE)
_CARD = re.compile(rb"\s*BEGIN:VCARD", re.IGNORECASE)
_JSON = re.compile(rb"\s*(?:\{\s*(?:\"|\}\s*$)|\[\s*[\[{\"])")

_WORKBOOK_ENDINGS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})


def read_sheets(path: Path | str, progress: Progress | None = None) -> list[Sheet]:
    """Read every sheet that holds anything.

    Raises `PlannerError` where the user can mend it: ``sheet-missing``, ``sheet-folder``, ``sheet-unreadable``,
    ``sheet-empty``, ``sheet-too-big``, ``sheet-too-long``, ``sheet-locked``, ``sheet-damaged``,
    ``sheet-wrong-kind``, ``sheet-binary``, ``sheet-not-as-named``. `progress` is told lines read of lines there, and
    may raise `Cancelled`.
    """
    path = Path(path)
    data = _bytes_of(path)
    head = data[:4096]
    if not data.strip(b"\x00 \t\r\n"):
        raise PlannerError("sheet-empty", file=path.name)
    if head.startswith((_COMPOUND_FILE, *_ZIP)):
        sheets = read_workbook(path.name, data, progress)
    elif _CALENDAR.match(head.removeprefix(b"\xef\xbb\xbf")):
        sheets = [read_calendar(path.name, data)]
    else:
        _refuse_other_kinds(path.name, head)
        sheets = [_read_text(path, data, progress)]
    sheets = [sheet for sheet in sheets if sheet.rows or sheet.headings]
    if not any(sheet.rows for sheet in sheets):
        raise PlannerError("sheet-empty", file=path.name)
    return sheets


def _read_text(path: Path, data: bytes, progress: Progress | None) -> Sheet:
    """A file of text; one that is named like a workbook counts if it is a table all the same, as some programs export.

    Raises `PlannerError` ``sheet-not-as-named`` (figure `kind`: what it is instead) for one that is not.
    """
    if path.suffix.casefold() not in _WORKBOOK_ENDINGS:
        return read_delimited(path.name, data, progress)
    kind = "unknown"
    try:
        sheet = read_delimited(path.name, data, progress)
        if sheet.rows and len(sheet.columns) > 1:
            return sheet
        kind = "plain-text"
    except PlannerError as error:
        if error.code != "sheet-binary":
            raise
    raise PlannerError("sheet-not-as-named", file=path.name, kind=Message.of(f"file-kind-{kind}"))


def _bytes_of(path: Path) -> bytes:
    """The file's bytes; its size is looked at first, so that a huge file is refused without reading it."""
    try:
        if path.is_dir():
            raise PlannerError("sheet-folder", file=path.name)
        if not path.exists():
            raise PlannerError("sheet-missing", file=path.name)
        if not path.is_file():
            raise PlannerError("sheet-unreadable", file=path.name, reason="")
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise PlannerError("sheet-too-big", file=path.name, size=_megabytes(size), limit=_megabytes(LARGEST_FILE))
        if size == 0:
            raise PlannerError("sheet-empty", file=path.name)
        with path.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise PlannerError("sheet-unreadable", file=path.name, reason=error.strerror or "") from error


def _megabytes(size: int) -> int:
    return max(1, round(size / (1024 * 1024)))


def _refuse_other_kinds(name: str, head: bytes) -> None:
    for start, kind in _OTHER_KINDS:
        if head.startswith(start):
            raise PlannerError("sheet-wrong-kind", file=name, kind=Message.of(f"file-kind-{kind}"))
    text = head.removeprefix(b"\xef\xbb\xbf")
    for pattern, kind in ((_PICTURE, "picture"), (_WEB_PAGE, "web-page"), (_CARD, "card"), (_JSON, "json")):
        if pattern.match(text):
            raise PlannerError("sheet-wrong-kind", file=name, kind=Message.of(f"file-kind-{kind}"))
