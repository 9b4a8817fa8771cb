"""Every kind of bad file gives an error of its own that the user can understand, and quickly."""

from __future__ import annotations

import io
import os
import struct
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlwt

from planner.intake.reading import LARGEST_FILE, LONGEST_SHEET, read_sheets
from planner.intake.reading.packages import LARGEST_UNPACKED
from planner.language import say
from planner.model.message import Cancelled, PlannerError
from tests.intake.locked import LOCKED


def code_of(path: Path) -> str:
    with pytest.raises(PlannerError) as refused:
        read_sheets(path)
    return refused.value.code


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def workbook(path: Path, rows: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert code_of(tmp_path / "nowhere.csv") == "sheet-missing"


def test_a_folder(tmp_path: Path) -> None:
    assert code_of(tmp_path) == "sheet-folder"


def test_a_file_that_the_system_will_not_open(tmp_path: Path) -> None:
    """A name that no disk takes is refused to everybody, root included, as a file without permission is to others."""
    with pytest.raises(PlannerError) as refused:
        read_sheets(tmp_path / f"{'x' * 300}.csv")
    assert refused.value.code == "sheet-unreadable"
    assert refused.value.message.figures["reason"]  # the system's own words


def test_a_file_that_is_no_file(tmp_path: Path) -> None:
    path = tmp_path / "pipe.csv"
    os.mkfifo(path)
    assert code_of(path) == "sheet-unreadable"


@pytest.mark.parametrize(
    "data", [b"", b"   \r\n\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n,,,\n", b"Name,Age\n", b"\x00" * 50]
)
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    assert code_of(write(tmp_path, "empty.csv", data)) == "sheet-empty"


def test_an_empty_workbook(tmp_path: Path) -> None:
    assert code_of(workbook(tmp_path / "empty.xlsx", [])) == "sheet-empty"


def test_fifty_megabytes_are_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    started = time.perf_counter()
    assert code_of(path) == "sheet-too-big"
    assert time.perf_counter() - started < 0.2
    assert LARGEST_FILE < 50 * 1024 * 1024


def test_too_many_rows(tmp_path: Path) -> None:
    assert code_of(write(tmp_path, "long.csv", b"Name,Age\n" + b"Emi,31\n" * (LONGEST_SHEET + 1))) == "sheet-too-long"


def test_too_many_columns(tmp_path: Path) -> None:
    line = ",".join(["x"] * 2000).encode()
    assert code_of(write(tmp_path, "wide.csv", line + b"\n" + line)) == "sheet-too-wide"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("itinerary.pdf", b"%PDF-1.7\n1 0 obj\n", "pdf"),
        ("photo.xlsx", b"\x89PNG\r\n\x1a\n" + b"\x00" * 60, "picture"),
        ("photo.csv", b"\xff\xd8\xff\xe0" + b"\x00" * 60, "picture"),
        ("form.xls", b"<html><body><table><tr><td>Name</td></tr></table>", "web-page"),
        ("letter.rtf", b"{\\rtf1 hello}", "text-document"),
        ("visit.shimai", b"SQLite format 3\x00" + b"\x00" * 60, "database"),
        ("setup.exe", b"MZ" + b"\x90\x00" * 40, "program"),
        ("photo.heic", b"\x00\x00\x00\x18ftypheic" + b"\x00" * 60, "picture"),
        ("photo.xlsx", b"RIFF\x10\x00\x00\x00WEBPVP8 " + b"\x00" * 60, "picture"),
        ("form.csv", b'[{"name": "Emi"}]', "json"),
        ("visit.vcf", b"BEGIN:VCARD\r\nVERSION:3.0\r\n", "card"),
        ("forms.gz", b"\x1f\x8b\x08\x00" + b"\x01" * 40, "archive"),
    ],
)
def test_a_file_of_another_kind_is_named(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    with pytest.raises(PlannerError) as refused:
        read_sheets(write(tmp_path, name, data))
    assert refused.value.code == "sheet-wrong-kind"
    assert refused.value.message.figures["kind"].code == f"file-kind-{kind}"


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ({"word/document.xml": b"<w/>"}, "text-document"),
        ({"ppt/presentation.xml": b"<p/>"}, "slides"),
        ({"Index/Document.iwa": b"x"}, "numbers"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<o/>"}, "text-document"),
        ({"a.csv": b"Name\n"}, "archive"),
    ],
)
def test_other_packages_are_named(tmp_path: Path, parts: dict[str, bytes], kind: str) -> None:
    path = tmp_path / "package.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    with pytest.raises(PlannerError) as refused:
        read_sheets(path)
    assert refused.value.message.figures["kind"].code == f"file-kind-{kind}"


def test_a_binary_renamed_to_csv(tmp_path: Path) -> None:
    assert code_of(write(tmp_path, "renamed.csv", bytes(range(256)) * 30)) == "sheet-binary"
    assert code_of(write(tmp_path, "random.csv", b"\x01\x02\x03\x80\x81" * 200)) == "sheet-binary"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"this is not a workbook", "plain-text"),
        (b"Dear all\nwe look forward to it\nSusan\n", "plain-text"),
        ("桜さんより".encode("cp932"), "plain-text"),
        (bytes(range(256)) * 30, "unknown"),
        (b"\x01\x02\x03\x80\x81" * 200, "unknown"),
    ],
)
@pytest.mark.parametrize("name", ["fake.xlsx", "fake.XLS", "fake.ods"])
def test_a_workbook_in_name_only_is_called_what_it_is(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    with pytest.raises(PlannerError) as refused:
        read_sheets(write(tmp_path, name, data))
    assert refused.value.code == "sheet-not-as-named"
    assert refused.value.message.figures["kind"].code == f"file-kind-{kind}"
    for language in ("en", "ja"):
        assert name in say(refused.value, language)


def test_a_table_of_text_that_a_program_calls_xls_is_read(tmp_path: Path) -> None:
    [sheet] = read_sheets(write(tmp_path, "export.xls", b"Name\tAge\nEmi\t31\n"))
    assert (sheet.headings, sheet.rows[0].texts) == (("Name", "Age"), ("Emi", "31"))


def test_a_workbook_with_a_password(tmp_path: Path) -> None:
    assert code_of(write(tmp_path, "locked.xlsx", LOCKED)) == "sheet-locked"


def test_an_old_workbook_with_a_password(tmp_path: Path) -> None:
    path = tmp_path / "locked.xls"
    book = xlwt.Workbook()
    book.add_sheet("S").write(0, 0, "Name")
    book.save(str(path))
    data = bytearray(path.read_bytes())
    # A FILEPASS record right after the workbook's first record says that what follows is encrypted.
    start = data.index(struct.pack("<HH", 0x0809, 16))
    size = struct.unpack_from("<H", data, start + 2)[0] + 4
    data[start + size : start + size + 4] = struct.pack("<HH", 0x002F, 6)
    path.write_bytes(data)
    assert code_of(path) in ("sheet-locked", "sheet-damaged")


def test_an_encrypted_opendocument_sheet(tmp_path: Path) -> None:
    path = tmp_path / "locked.ods"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
        package.writestr("content.xml", b"\x80\x81\x82")
    assert code_of(path) == "sheet-locked"


def test_a_zip_with_a_password(tmp_path: Path) -> None:
    path = workbook(tmp_path / "zip.xlsx", [["Name"], ["Emi"]])
    data = bytearray(path.read_bytes())
    place = 0
    while (place := data.find(b"PK\x01\x02", place)) >= 0:
        data[place + 8] |= 1
        place += 4
    assert code_of(write(tmp_path, "locked.xlsx", bytes(data))) == "sheet-locked"


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_workbook(tmp_path: Path, cut: float) -> None:
    path = workbook(tmp_path / "whole.xlsx", [["Name", "Age"], ["Emi", 31]])
    data = path.read_bytes()
    assert code_of(write(tmp_path, "cut.xlsx", data[: int(len(data) * cut)])) == "sheet-damaged"


def test_a_workbook_with_a_flipped_byte_inside(tmp_path: Path) -> None:
    path = workbook(tmp_path / "whole.xlsx", [["Name", "Age"]] + [["Emi", n] for n in range(300)])
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as package:
        part = package.getinfo("xl/worksheets/sheet1.xml")
    data[part.header_offset + 30 + len(part.filename) + part.compress_size // 2] ^= 0xFF
    assert code_of(write(tmp_path, "flipped.xlsx", bytes(data))) == "sheet-damaged"


@pytest.mark.parametrize("data", [bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 3000, b"PK\x03\x04" + b"\x00" * 200])
def test_a_damaged_container(tmp_path: Path, data: bytes) -> None:
    assert code_of(write(tmp_path, "bad.xls", data)) == "sheet-damaged"


def test_a_small_file_that_unpacks_to_a_huge_one(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        with package.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(LARGEST_UNPACKED // (1 << 20) + 1):
                part.write(b"\x20" * (1 << 20))
    assert path.stat().st_size < 1 << 20
    started = time.perf_counter()
    assert code_of(path) == "sheet-too-big"
    assert time.perf_counter() - started < 0.5


def test_a_package_that_lies_about_its_size(tmp_path: Path) -> None:
    path = workbook(tmp_path / "whole.xlsx", [["Name", "Age"]] + [["Emi", n] for n in range(2000)])
    data = bytearray(path.read_bytes())
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        length = struct.unpack_from("<H", data, place + 28)[0]
        if bytes(data[place + 46 : place + 46 + length]).startswith(b"xl/worksheets"):
            struct.pack_into("<I", data, place + 24, 100)
        place = data.find(b"PK\x01\x02", place + 4)
    assert code_of(write(tmp_path, "liar.xlsx", bytes(data))) == "sheet-damaged"


def test_a_stray_cell_in_the_last_corner_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "corner.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"] = "Name"
    book.active.cell(1_048_576, 1).value = "x"
    book.save(path)
    assert code_of(path) == "sheet-too-long"
    book.active.cell(3, 16_384).value = "y"
    book.save(path)
    assert code_of(path) == "sheet-too-wide"


def test_repeated_cells_of_an_opendocument_sheet_do_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "repeated.ods"
    row = (
        '<table:table-row table:number-rows-repeated="90000"><table:table-cell office:value-type="string"'
        ' table:number-columns-repeated="900"><text:p>x</text:p></table:table-cell></table:table-row>'
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", f"<office:document-content>{row}</office:document-content>")
    assert code_of(path) == "sheet-too-long"


def test_a_formula_is_kept_as_plain_text(tmp_path: Path) -> None:
    path = write(tmp_path, "trap.csv", b'Name,Note\nEmi,=cmd|\'/c calc\'!A1\nKen,"=HYPERLINK(""http://x"",""y"")"\n')
    sheet = read_sheets(path)[0]
    assert sheet.rows[0].texts[1] == "=cmd|'/c calc'!A1"
    assert sheet.rows[1].texts[1] == '=HYPERLINK("http://x","y")'


def test_reading_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    path = write(tmp_path, "rows.csv", b"Name,Age\n" + b"Emi,31\n" * 3000)
    told: list[tuple[int, int]] = []
    read_sheets(path, lambda done, total: told.append((done, total)))
    assert told
    assert all(done <= total for done, total in told)
    assert [done for done, _ in told] == sorted(done for done, _ in told)

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_sheets(path, stop)
