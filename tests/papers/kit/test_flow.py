"""Blocks on pages: whole where they fit, headings repeated where not, titles kept with what follows."""

from __future__ import annotations

from collections.abc import Sequence

from planner.papers.kit.boxes import EMPTY, Box, stack
from planner.papers.kit.flow import Block, flow, solid


def day(rows: int, height: float = 10.0) -> Block:
    """A day with a heading of 5 points over its rows."""

    def assemble(some: Sequence[Box], continued: bool, continues: bool) -> Box:
        return stack([Box(50, 5), *some])

    return Block(tuple(Box(100, height) for _ in range(rows)), assemble, above=Box(0, 2))


def rows_on(placed: tuple[tuple[float, Box], ...]) -> list[int]:
    """Count the rows of each block on a page; one that is not the first is stacked under its room above."""
    days = [box if box.inner[0][2].width == 50 else box.inner[1][2] for _, box in placed]
    return [len(box.inner) - 1 for box in days]


def test_a_day_that_does_not_fit_moves_whole() -> None:
    sheets = flow([day(3), day(3), day(3)], 80)
    assert [rows_on(sheet.placed) for sheet in sheets] == [[3, 3], [3]]


def test_a_day_longer_than_a_page_is_spread_and_keeps_two_rows_together() -> None:
    sheets = flow([day(8)], 80)
    assert [rows_on(sheet.placed) for sheet in sheets] == [[6], [2]]
    assert all(box.height <= 80 for sheet in sheets for _, box in sheet.placed)


def test_a_long_day_begins_on_a_page_of_its_own_only_if_too_little_of_it_fits() -> None:
    sheets = flow([day(1), day(12)], 80)
    assert [rows_on(sheet.placed) for sheet in sheets] == [[1, 5], [7]]
    sheets = flow([day(6), day(12)], 80)
    assert [rows_on(sheet.placed) for sheet in sheets] == [[6], [7], [5]]


def test_the_heading_knows_whether_the_day_goes_on() -> None:
    seen: list[tuple[int, bool, bool]] = []

    def assemble(some: Sequence[Box], continued: bool, continues: bool) -> Box:
        seen.append((len(some), continued, continues))
        return stack(some)

    flow([Block(tuple(Box(10, 10) for _ in range(8)), assemble)], 50)
    assert seen[-1] == (3, True, False)
    assert (5, False, True) in seen


def test_a_title_stays_with_the_first_rows_of_what_follows() -> None:
    title = solid(Box(100, 20), with_next=True)
    sheets = flow([day(3), title, day(2)], 80)
    assert len(sheets) == 2
    assert sheets[1].placed[0][1].height == 20


def test_what_is_higher_than_any_page_is_still_printed() -> None:
    sheets = flow([solid(Box(10, 200)), solid(Box(10, 10))], 80)
    assert [len(sheet.placed) for sheet in sheets] == [1, 1]


def test_a_block_steps_over_the_fold_if_little_is_lost() -> None:
    sheets = flow([day(3), day(3), day(2)], 110, fold=40, fold_reach=6)
    assert sheets[0].placed[1][0] == 40
    assert sheets[0].fold_is_free
    across = flow([day(1), day(3)], 110, fold=40, fold_reach=6)
    assert across[0].placed[1][0] == 15
    assert not across[0].fold_is_free


def test_blocks_move_closer_together_by_what_they_give() -> None:
    blocks = [day(2), day(2), day(2)]
    above = blocks[1].above.height
    room = 3 * blocks[0].whole().height + 2 * above - 4
    assert len(flow(blocks, room)) == 2
    [sheet] = flow(blocks, room, give=2)
    (_, first), (second, _), (third, last) = sheet.placed
    assert (second, third + last.height) == (first.height - 2, room)


def test_nothing_gives_no_page() -> None:
    assert flow([], 80) == ()
    assert stack([]) == EMPTY
