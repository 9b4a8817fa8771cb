"""Blocks spread over pages: as few pages as before, their ends as even as can be."""

import pytest

from planner.papers.kit.balance import evenly
from planner.papers.kit.boxes import Box, gap
from planner.papers.kit.flow import Block, Sheet, flow, solid


def blocks(*heights: float, above: float = 0.0) -> list[Block]:
    return [solid(Box(10.0, height), above=gap(above)) for height in heights]


def filled(sheets: tuple[Sheet, ...]) -> list[list[float]]:
    return [[round(box.height, 1) for _, box in sheet.placed] for sheet in sheets]


def test_a_last_page_is_not_left_half_empty() -> None:
    given = blocks(30, 30, 30, 30)
    assert filled(flow(given, 100)) == [[30, 30, 30], [30]]
    assert filled(evenly(given, 100, most=0)) == [[30, 30], [30, 30]]


def test_no_page_more_is_taken_and_the_order_is_kept() -> None:
    for heights in ((60, 20, 20, 70, 30, 10, 90), (10,) * 33, (99, 1, 99, 1), (50, 51, 50)):
        given = blocks(*heights)
        sheets = evenly(given, 100, most=0)
        assert len(sheets) == len(flow(given, 100))
        assert [height for page in filled(sheets) for height in page] == list(heights)
        assert all(sum(page) <= 100 for page in filled(sheets))


def test_blocks_move_apart_but_no_further_than_asked_and_never_over_the_edge() -> None:
    sheets = evenly(blocks(30, 30, 30, 30, 20, 10, above=2), 100, most=5)
    assert len(sheets) == 2
    for sheet in sheets:
        assert all(y + box.height <= 100.01 for y, box in sheet.placed)
        starts = [y for y, _ in sheet.placed]
        ends = [y + box.height for y, box in sheet.placed]
        assert all(0 <= start - end <= 5 for start, end in zip(starts[1:], ends, strict=False))


def test_a_title_stays_with_what_follows_and_close_to_it() -> None:
    title = Block((Box(10, 10),), lambda rows, continued, continues: rows[0], with_next=True)
    sheets = evenly([*blocks(50, 40), title, *blocks(60, 30)], 100, most=9)
    pages = filled(sheets)
    assert next(page for page in pages if 10 in page)[:2] == [10, 60]
    page = next(sheet for sheet in sheets if round(sheet.placed[0][1].height) == 10)
    assert page.placed[1][0] == pytest.approx(10)


def test_what_is_longer_than_a_page_is_as_it_flows() -> None:
    long = Block(tuple(Box(10, 30) for _ in range(5)), lambda rows, continued, continues: Box(10, 30.0 * len(rows)))
    given = [*blocks(20), long, *blocks(20)]
    assert filled(evenly(given, 100, most=5)) == filled(flow(given, 100))
