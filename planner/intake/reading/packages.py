"""A look inside an Office package before it is opened: what it is, what it would unpack to, how far its cells
reach.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from planner.intake.reading.sheet import column_letters
from planner.intake.reading.tables import LONGEST_SHEET, MOST_CELLS, WIDEST_SHEET
from planner.model.message import Message, PlannerError

LARGEST_UNPACKED = 200 * 1024 * 1024
"""Bytes of all parts of a package together once unpacked."""

_PIECE = 1 << 20
_CELL = re.compile(rb"<c\b(?P<attributes>[^>]*?)(?:/>|>(?P<inside>.*?)</c>)", re.DOTALL)
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_REPEATED_ROW = re.compile(rb"<table:table-row\b(?P<attributes>[^>]*)>(?P<inside>.*?)</table:table-row>", re.DOTALL)
_ROWS_REPEATED = re.compile(rb'number-rows-repeated="(\d+)"')
_VALUE_REPEATED = re.compile(rb'<table:table-cell\b(?=[^>]*value-type=)[^>]*number-columns-repeated="(\d+)"')
_SHEET_NAME = re.compile(rb'<sheet\b[^>]*?\bname="([^"]*)"[^>]*?\br:id="([^"]*)"')
_RELATION = re.compile(rb"<Relationship\b[^>]*>")


def is_encrypted_office(data: bytes) -> bool:
    """Whether this is a workbook saved with a password (Office wraps it in a compound file of its own)."""
    return data.startswith(b"\xd0\xcf\x11\xe0") and "EncryptedPackage".encode("utf-16-le") in data


def inspect_package(file_name: str, data: bytes) -> dict[str, tuple[str, ...]]:
    """Check a zipped workbook; gives, by sheet, the cells whose formula was never worked out ("B3").

    Raises `PlannerError`: ``sheet-damaged``, ``sheet-wrong-kind``, ``sheet-locked``, ``sheet-too-big`` (a small
    file that unpacks to a huge one), ``sheet-too-long``, ``sheet-too-wide``.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _inspect(file_name, package)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        OSError,
        NotImplementedError,
        ValueError,
    ) as error:
        raise PlannerError("sheet-damaged", file=file_name) from error


def _inspect(file_name: str, package: zipfile.ZipFile) -> dict[str, tuple[str, ...]]:
    parts = package.infolist()
    names = {part.filename for part in parts}
    if any(part.flag_bits & 0x1 for part in parts):
        raise PlannerError("sheet-locked", file=file_name)
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise PlannerError(
            "sheet-too-big",
            file=file_name,
            size=round(sum(part.file_size for part in parts) / (1024 * 1024)),
            limit=LARGEST_UNPACKED // (1024 * 1024),
        )
    kind = _kind(package, names)
    if kind not in ("excel", "opendocument"):
        raise PlannerError("sheet-wrong-kind", file=file_name, kind=Message.of(f"file-kind-{kind}"))
    unread: dict[str, tuple[str, ...]] = {}
    titles = _sheet_titles(package, names) if kind == "excel" else {}
    for part in parts:
        # Reading to the end also proves the part's length and checksum, so that a package cannot lie about its
        # size.
        content = _read_through(package, part)
        if kind == "excel" and re.fullmatch(r"xl/worksheets/[^/]+\.xml", part.filename):
            cells = _check_cells(file_name, content)
            if cells:
                unread[titles.get(part.filename, "")] = cells
        elif kind == "opendocument" and part.filename == "content.xml":
            _check_repeats(file_name, content)
        elif part.filename == "META-INF/manifest.xml" and b"encryption-data" in content:
            raise PlannerError("sheet-locked", file=file_name)
    return unread


def _kind(package: zipfile.ZipFile, names: set[str]) -> str:
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return "excel"
    if "mimetype" in names:
        kind = package.read("mimetype")[:80]
        if b"opendocument.spreadsheet" in kind:
            return "opendocument"
        return "text-document" if b"opendocument" in kind else "archive"
    if any(name.startswith("word/") for name in names):
        return "text-document"
    if any(name.startswith("ppt/") for name in names):
        return "slides"
    if any(name.startswith("Index/") for name in names):
        return "numbers"
    return "archive"


def _read_through(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    pieces = []
    with package.open(part) as stream:
        while piece := stream.read(_PIECE):
            pieces.append(piece)
    return b"".join(pieces)


def _sheet_titles(package: zipfile.ZipFile, names: set[str]) -> dict[str, str]:
    """Part name → the sheet's name on its tab."""
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    targets = {}
    for relation in _RELATION.findall(package.read("xl/_rels/workbook.xml.rels")):
        identity, target = (
            re.search(rb'\bId="([^"]*)"', relation),
            re.search(rb'\bTarget="([^"]*)"', relation),
        )
        if identity and target:
            path = target[1].decode("utf-8", "replace").removeprefix("/")
            targets[identity[1]] = path if path.startswith("xl/") else "xl/" + path
    from xml.sax.saxutils import unescape

    return {
        targets[identity]: unescape(name.decode("utf-8", "replace"), {"&quot;": '"', "&apos;": "'"})
        for name, identity in _SHEET_NAME.findall(package.read("xl/workbook.xml"))
        if identity in targets
    }


def _check_cells(file_name: str, content: bytes) -> tuple[str, ...]:
    """How far the filled cells reach; one stray cell in the last corner would otherwise fill the memory."""
    last_row, last_column, unread = 0, 0, []
    for cell in _CELL.finditer(content):
        inside = cell["inside"]
        place = _PLACE.search(cell["attributes"])
        if not inside or place is None:
            continue
        column = 0
        for letter in place[1]:
            column = column * 26 + letter - 64
        row = int(place[2])
        last_row, last_column = max(last_row, row), max(last_column, column)
        if b"<f" in inside and b"<v>" not in inside and b"<is>" not in inside:
            unread.append(f"{column_letters(column)}{row}")
    _refuse_too_far(file_name, last_row, last_column)
    return tuple(unread)


def _check_repeats(file_name: str, content: bytes) -> None:
    rows, widest = 0, 0
    for row in _REPEATED_ROW.finditer(content):
        if b"value-type=" not in row["inside"]:
            continue
        repeated = _ROWS_REPEATED.search(row["attributes"])
        rows += int(repeated[1]) if repeated else 1
        widest = max(widest, sum(int(times) for times in _VALUE_REPEATED.findall(row["inside"])))
    _refuse_too_far(file_name, rows, widest)


def _refuse_too_far(file_name: str, rows: int, columns: int) -> None:
    if columns > WIDEST_SHEET:
        raise PlannerError("sheet-too-wide", file=file_name, sheet="", columns=columns, limit=WIDEST_SHEET)
    if rows > LONGEST_SHEET or rows * columns > MOST_CELLS:
        raise PlannerError("sheet-too-long", file=file_name, rows=rows, limit=LONGEST_SHEET)
