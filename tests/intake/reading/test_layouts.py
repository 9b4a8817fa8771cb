"""Where the headings are, which rows are data, and that every cell still knows its place in the file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from planner.intake.reading import Sheet, column_letters, read_sheets

SAMPLES = Path(__file__).parents[3] / "resources" / "sample" / "portland-2027"


def one_sheet(path: Path) -> Sheet:
    sheets = read_sheets(path)
    assert len(sheets) == 1
    return sheets[0]


def csv_file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "sheet.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_the_samples_are_read_whole() -> None:
    guests = one_sheet(SAMPLES / "guests_form.csv")
    assert (guests.encoding, len(guests.headings), len(guests.rows)) == ("cp932", 25, 15)
    assert guests.rows[0].texts[1] == "髙橋 さくら"
    hosts = one_sheet(SAMPLES / "host_families.xlsx")
    assert (hosts.name, len(hosts.headings), len(hosts.rows)) == ("Form Responses 1", 23, 11)
    assert hosts.rows[0].texts[7].splitlines()[2] == "Claire 14 daughter"
    interpreters = one_sheet(SAMPLES / "interpreters.csv")
    assert (interpreters.encoding, interpreters.headings[0]) == ("utf-8", "Name")
    assert interpreters.rows[1].texts[1] == "𠮷野 健"
    programme = one_sheet(SAMPLES / "programme.csv")
    assert (len(programme.headings), len(programme.rows)) == (12, 24)


def test_a_title_above_the_headings_is_set_apart(tmp_path: Path) -> None:
    sheet = one_sheet(
        csv_file(tmp_path, "参加者名簿,,\n,,\n氏名,年齢,電話\n髙橋 さくら,14,090-1\n佐藤 美咲,14,090-2\n")
    )
    assert [line.texts[0] for line in sheet.above] == ["参加者名簿"]
    assert sheet.headings == ("氏名", "年齢", "電話")
    assert [line.number for line in sheet.rows] == [4, 5]


def test_empty_rows_and_columns_are_left_out_but_counted(tmp_path: Path) -> None:
    sheet = one_sheet(csv_file(tmp_path, ",Name,,Phone\n,,,\n,Emi,,207\n,,,\n,Ken,,208\n"))
    assert sheet.headings == ("Name", "Phone")
    assert sheet.columns == (2, 4)
    assert [(line.number, line.texts) for line in sheet.rows] == [(3, ("Emi", "207")), (5, ("Ken", "208"))]
    assert sheet.cell_name(sheet.rows[1], 1) == "D5"


def test_a_table_without_headings_is_all_data(tmp_path: Path) -> None:
    sheet = one_sheet(csv_file(tmp_path, "髙橋 さくら,2013/4/12,090-1234-5601\n佐藤 美咲,2013/6/3,090-1234-5602\n"))
    assert sheet.headings == ("", "", "")
    assert len(sheet.rows) == 2
    assert sheet.heading(2) == "C"


def test_two_rows_of_headings_become_one(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["Name", "Contact", None, "Age"],
        [None, "Phone", "E-mail", None],
        ["Emi", "207-555-0161", "e@x.org", 31],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("B1:C1")
    sheet.merge_cells("D1:D2")
    path = tmp_path / "merged.xlsx"
    book.save(path)
    read = one_sheet(path)
    assert read.headings == ("Name", "Contact Phone", "Contact E-mail", "Age")
    assert [line.number for line in read.rows] == [3]
    csv = one_sheet(csv_file(tmp_path, "Name,Contact,,Age\n,Phone,E-mail,\nEmi,207-555-0161,e@x.org,31\n"))
    assert csv.headings == read.headings


def test_a_heading_merged_over_two_columns_stands_over_both(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["氏名", None, "学年"])
    sheet.append(["髙橋", "さくら", "8年"])
    sheet.merge_cells("A1:B1")
    path = tmp_path / "merged.xlsx"
    book.save(path)
    assert one_sheet(path).headings == ("氏名", "氏名", "学年")


def test_every_sheet_of_a_workbook_is_read_and_empty_ones_are_not(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Guests"
    book["Guests"].append(["Name", "Age"])
    book["Guests"].append(["Sakura", 14])
    book.create_sheet("Nothing")
    second = book.create_sheet("Hosts")
    second.append(["Family", "Beds"])
    second.append(["Hall", 3])
    path = tmp_path / "two.xlsx"
    book.save(path)
    assert [(sheet.name, len(sheet.rows)) for sheet in read_sheets(path)] == [("Guests", 1), ("Hosts", 1)]


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_workbooks_keep_dates_times_and_numbers(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"typed.{kind}"
    day, at = dt.date(2013, 4, 12), dt.time(9, 30)
    headings = ["Name", "Born", "Starts", "Seats"]
    if kind == "xlsx":
        book = openpyxl.Workbook()
        book.active.append(headings)
        book.active.append(["Sakura", day, at, 3])
        book.save(path)
    elif kind == "xls":
        old = xlwt.Workbook()
        page = old.add_sheet("S")
        for column, heading in enumerate(headings):
            page.write(0, column, heading)
        page.write(1, 0, "Sakura")
        page.write(1, 1, day, xlwt.easyxf(num_format_str="yyyy-mm-dd"))
        page.write(1, 2, at, xlwt.easyxf(num_format_str="hh:mm"))
        page.write(1, 3, 3)
        old.save(str(path))
    else:
        _ods(
            path,
            headings,
            [("string", "Sakura"), ("date", "2013-04-12"), ("time", "PT09H30M00S"), ("float", "3")],
        )
    line = one_sheet(path).rows[0]
    assert line.texts[0] == "Sakura"
    assert line.typed[1] in (day, dt.datetime(2013, 4, 12))
    assert line.typed[2] in (at, dt.timedelta(hours=9, minutes=30))
    assert (line.texts[3], line.typed[3]) == ("3", 3.0)


def _ods(path: Path, headings: list[str], cells: list[tuple[str, str]]) -> None:
    document = OpenDocumentSpreadsheet()
    table = Table(name="S")
    row = TableRow()
    for heading in headings:
        cell = TableCell(valuetype="string")
        cell.addElement(P(text=heading))
        row.addElement(cell)
    # LibreOffice writes the unused rest of a row and of the sheet as one repeated cell and row.
    row.addElement(TableCell(numbercolumnsrepeated=16_000))
    table.addElement(row)
    row = TableRow()
    for kind, value in cells:
        attribute = {"date": "datevalue", "time": "timevalue", "float": "value"}.get(kind)
        cell = TableCell(valuetype=kind, **({attribute: value} if attribute else {}))
        cell.addElement(P(text=value))
        row.addElement(cell)
    table.addElement(row)
    rest = TableRow(numberrowsrepeated=1_000_000)
    rest.addElement(TableCell(numbercolumnsrepeated=16_384))
    table.addElement(rest)
    document.spreadsheet.addElement(table)
    document.save(str(path))


def test_quoted_line_breaks_do_not_start_a_row(tmp_path: Path) -> None:
    sheet = one_sheet(csv_file(tmp_path, 'Family,Members\r\nHall,"Susan 58\r\nBob 60"\r\nKing,"A, b"\r\n'))
    assert [line.texts[1] for line in sheet.rows] == ["Susan 58\r\nBob 60", "A, b"]
    assert [line.number for line in sheet.rows] == [2, 3]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators_are_found(tmp_path: Path, separator: str) -> None:
    rows = [
        ["Family", "Pets", "Beds"],
        ["Hall", "1 cat, indoor", "twin; twin"],
        ["King", "2 dogs, 1 cat", "full; sofa"],
    ]
    text = "\n".join(separator.join(f'"{cell}"' if separator in cell else cell for cell in row) for row in rows)
    sheet = one_sheet(csv_file(tmp_path, text))
    assert sheet.headings == ("Family", "Pets", "Beds")
    assert sheet.rows[0].texts == ("Hall", "1 cat, indoor", "twin; twin")


def test_excels_own_separator_line_is_obeyed(tmp_path: Path) -> None:
    sheet = one_sheet(csv_file(tmp_path, "sep=;\nName;Age\nEmi;31\n"))
    assert (sheet.headings, sheet.rows[0].number) == (("Name", "Age"), 3)


def test_an_unclosed_quotation_mark_is_remarked_on(tmp_path: Path) -> None:
    sheet = one_sheet(csv_file(tmp_path, 'Name,Note\nEmi,"never closed\nKen,ok\n'))
    assert [remark.code for remark in sheet.remarks] == ["sheet-quote-open"]
    assert "never closed" in sheet.rows[0].texts[1]


def test_formulas_that_were_never_worked_out_are_remarked_on(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Name", "Sum"])
    book.active.append(["Emi", "=1+2"])
    path = tmp_path / "formula.xlsx"
    book.save(path)
    sheet = one_sheet(path)
    assert [(remark.code, remark.figures["cells"]) for remark in sheet.remarks] == [("sheet-formulas-unread", ["B2"])]


def test_hidden_sheets_are_named_and_not_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Name", "Birth date"])
    book.active.append(["Emi", "2012-01-02"])
    last_year = book.create_sheet("2026")
    last_year.append(["Name", "Birth date"])
    last_year.append(["Ghost", "2011-01-02"])
    last_year.sheet_state = "hidden"
    book.create_sheet("empty").sheet_state = "veryHidden"
    path = tmp_path / "guests.xlsx"
    book.save(path)
    sheet = one_sheet(path)
    assert sheet.rows[0].texts[0] == "Emi"
    assert [(one.code, one.figures["sheets"]) for one in sheet.remarks] == [("sheet-hidden", ["2026"])]


def test_columns_are_lettered_as_in_a_spreadsheet() -> None:
    assert [column_letters(number) for number in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]
