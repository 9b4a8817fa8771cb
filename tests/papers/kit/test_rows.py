"""Names with their reading, rows with labels, QR codes and boxes to tick."""

from __future__ import annotations

import pypdfium2
import pytest
import zxingcpp

from planner.papers.kit.boxes import Box, beside
from planner.papers.kit.colours import GREY, INK
from planner.papers.kit.fonts import text_width
from planner.papers.kit.lines import Inset, Run, Style, lay
from planner.papers.kit.marks import Patch, Rule, Words
from planner.papers.kit.pages import Page
from planner.papers.kit.press import Particulars, press
from planner.papers.kit.qr import qr_code
from planner.papers.kit.rows import VALUE_LEFT, WIDTH, label_row, ruled_table
from planner.papers.kit.ruby import ruby, with_reading
from planner.papers.kit.sheet import MM, Frame
from planner.papers.kit.styles import TEXT
from planner.papers.kit.ticks import tick_in_line, write_line

NAME = [("鈴木", "すずき"), ("結衣", "ゆい")]


def words_in(box: Box) -> list[Words]:
    return [mark for mark in box.flattened() if isinstance(mark, Words)]


@pytest.mark.parametrize(("written", "reading"), [("鈴木", "すずき"), ("葵", "あおい"), ("髙橋", "か")])
@pytest.mark.parametrize("size", [12.0, 16.0, 40.0])
def test_a_reading_stands_centred_over_its_part_half_as_large(written: str, reading: str, size: float) -> None:
    style = Style(size, size * 1.3)
    inset = ruby(written, reading, style)
    below, above = words_in(inset.box)
    assert (below.text, above.text) == (written, reading)
    assert above.size == max(size / 2, 6.0)
    middles = [mark.x + text_width(mark.text, mark.size) / 2 for mark in (below, above)]
    assert middles[0] == pytest.approx(middles[1])
    assert min(below.x, above.x) == pytest.approx(0.0)
    assert above.y < below.y - 0.7 * size, "the reading keeps clear of what it stands over"
    assert above.y - 0.88 * above.size >= -0.01, "and stays inside its box"


def test_a_line_with_a_reading_is_higher_so_that_nothing_is_touched() -> None:
    style = Style(16, 20)
    plain, read = lay(Run("鈴木", style), 200), lay(with_reading(NAME, style), 200)
    assert read.height > plain.height + 4
    assert all(mark.y - 0.88 * mark.size >= 0 for mark in words_in(read))
    assert "".join(mark.text for mark in words_in(read)) == "鈴木すずき結衣ゆい"


def test_below_twelve_points_the_reading_follows_in_brackets() -> None:
    parts = with_reading(NAME, TEXT)
    assert [part.text for part in parts if isinstance(part, Run)] == ["鈴木 結衣", "（すずき ゆい）"]


def test_a_name_in_kana_has_no_reading() -> None:
    parts = with_reading([("アリ", ""), ("ファティマ", "")], Style(16, 20))
    assert not any(isinstance(part, Inset) for part in parts)


@pytest.mark.parametrize("text", ["tel:+1-207-555-0100", f"https://maps.example/{'x' * 120}", "〒140-0001 東京都"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_another_program_reads_the_code_off_the_printed_page(text: str, paper: str) -> None:
    frame = Frame(paper)
    marks = tuple(qr_code(text, 30 * MM).flattened(50, 60))
    pdf = press([Page(frame, marks)], Particulars("t", "a", "s", "en-US", "D:20270713194000-04'00'"))
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[0].render(scale=3, grayscale=True).to_pil()
    finally:
        document.close()
    [found] = zxingcpp.read_barcodes(picture)
    assert found.text == text


def test_rows_have_their_labels_on_one_baseline_and_hairlines_between() -> None:
    value = lay(Run("14 (born 5 November 2012)", TEXT), WIDTH - VALUE_LEFT)
    table = ruled_table([label_row("Age", "年齢", value), label_row("School", "学校", value)])
    words = words_in(table)
    assert [mark.text for mark in words[:3]] == ["Age", "年齢", "14 (born 5 November 2012)"]
    assert len({round(mark.y, 2) for mark in words[:3]}) == 1
    rules = [mark for mark in table.flattened() if isinstance(mark, Rule)]
    assert [(rule.weight, rule.colour) for rule in rules] == [(1.0, INK), (0.4, GREY), (1.0, INK)]
    assert rules[-1].y == pytest.approx(table.height)


def test_a_box_to_tick_stands_in_the_middle_of_its_line_and_a_line_leaves_room_to_write() -> None:
    line = lay([tick_in_line(11), Run("\u00a0yes", TEXT)], 200)
    [box] = [mark for mark in line.flattened() if isinstance(mark, Patch)]
    [word] = words_in(line)
    assert box.y + box.height / 2 == pytest.approx(word.y - 0.733 * 11 / 2)
    assert box.x + box.width < word.x + 1
    row = beside([(0.0, write_line(60))], 60)
    [rule] = [mark for mark in row.flattened() if isinstance(mark, Rule)]
    assert rule.y >= 6 * MM
