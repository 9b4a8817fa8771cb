"""Geometry of the night board: where nights and bars lie, what is hit, and where the arrows lead."""

import datetime as dt
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF
from pytestqt.qtbot import QtBot

from planner.ui.boards.nights.blocks import Bar, Block, Closed, Flag, Head, Names, Row, Scene, Sign
from planner.ui.boards.nights.board import NightBoard
from planner.ui.boards.nights.layout import BAR, BLOCK_HEAD, LANE, Layout
from planner.ui.boards.nights.painting import HEAD, LEFT
from planner.ui.boards.nights.scale import Scale, nights_from
from planner.ui.boards.nights.surface import ZOOMS

FIRST, LAST = dt.date(2027, 7, 22), dt.date(2027, 7, 31)
NIGHTS = nights_from(FIRST, LAST)


def night(day: int) -> dt.date:
    return dt.date(2027, 7, day)


def bar(key: str, first: int, last: int, *, movable: bool = True) -> Bar:
    return Bar(key, night(first), night(last), Names(f"{key} whole", called=key), movable=movable, words=f"{key} told")


def blocks() -> list[Block]:
    return [
        Block("one", "One", (
            Row("bed 1", "Bed 1", (bar("a", 22, 25), bar("b", 26, 31))),
            Row("bed 2", "Bed 2", (bar("c", 24, 26),)),
        ), closed=(Closed(night(30), night(31), "away"),), flags=(Flag(night(28), "turns 18"),)),
        Block("two", "Two", (
            # A couple in one bed, and a bunk for two with nobody in it.
            Row("double", "Double", (bar("d", 22, 31), bar("e", 22, 31))),
            Row("bunk", "Bunk", (), places=2, note="not offered"),
        ), signs=(Sign("cat", "1 cat"), Sign("car", "3 seats", text="3"))),
        Block("three", "Three", ()),
    ]  # fmt: skip


@pytest.fixture
def layout() -> Layout:
    return Layout(Scale(NIGHTS, 60), blocks())


def test_nights_lie_side_by_side() -> None:
    scale = Scale(NIGHTS, 62)
    assert scale.width == 620
    assert scale.span(night(24), night(25)) == (124, 248)
    assert scale.span(night(20), night(22)) == (0, 62)
    assert scale.span(night(31), dt.date(2027, 8, 9)) == (558, 620)
    assert scale.span(dt.date(2027, 8, 1), dt.date(2027, 8, 2)) is None
    assert [scale.column_at(x) for x in (-1, 0, 61.9, 62, 619, 620)] == [None, 0, 0, 1, 9, None]
    assert [scale.edge_at(x) for x in (-50, 30, 32, 92, 94, 900)] == [0, 0, 1, 1, 2, 10]
    assert [scale.nearest(x) for x in (-50, 70, 5000)] == [0, 1, 9]
    assert Scale((), 62).span(FIRST, LAST) is None


def test_rows_follow_each_other_without_a_gap(layout: Layout) -> None:
    one, two, three = layout.spreads
    assert (one.top, one.bottom) == (0, BLOCK_HEAD + 2 * LANE)
    assert (two.top, two.bottom) == (one.bottom, one.bottom + BLOCK_HEAD + 4 * LANE)
    assert (three.top, three.bottom) == (two.bottom, two.bottom + BLOCK_HEAD)
    assert layout.height == three.bottom
    for spread in layout.spreads:
        ends = [spread.top + BLOCK_HEAD, *(line.bottom for line in spread.lines)]
        assert [line.top for line in spread.lines] == ends[:-1]


def test_who_sleeps_together_has_a_lane_each(layout: Layout) -> None:
    together = [layout.rect_of(key) for key in "de"]
    assert None not in together
    rects = [rect for rect in together if rect is not None]
    assert rects[1].top() - rects[0].top() == LANE
    assert {rect.height() for rect in rects} == {BAR}
    double = layout.line_of("d")
    assert double is not None
    assert double.lanes == 2
    # Stays that follow each other share one.
    first, second = layout.rect_of("a"), layout.rect_of("b")
    assert first is not None
    assert second is not None
    assert first.top() == second.top()
    assert first.right() < second.left() == 60 * 4 + 2


def test_every_bar_is_hit_where_it_is_painted(layout: Layout) -> None:
    for key in layout.keys:
        rect = layout.rect_of(key)
        assert rect is not None
        hit = layout.hit(rect.center())
        assert hit is not None
        assert (hit.key, hit.edge) == (key, "")
        ends = {edge: layout.hit(QPointF(x, rect.center().y())) for edge, x in (
            ("first", rect.left() + 1), ("last", rect.right() - 1),
        )}  # fmt: skip
        assert {edge: found and found.edge for edge, found in ends.items()} == {"first": "first", "last": "last"}
    assert layout.hit(QPointF(5, 5)) is None
    assert layout.hit(QPointF(5, layout.height + 5)) is None


def test_what_is_in_sight_is_found_without_looking_at_all(layout: Layout) -> None:
    for top in range(0, int(layout.height), 7):
        found = layout.spreads_in(top, top + 30)
        expected = [one for one in layout.spreads if one.bottom > top and one.top < top + 30]
        assert [one for one in found if one.bottom > top and one.top < top + 30] == expected
    for y in range(0, int(layout.height), 5):
        spread, line = layout.spread_at(y), layout.line_at(y)
        assert spread is not None
        assert spread.top <= y < spread.bottom
        assert (line is None) == (y < spread.top + BLOCK_HEAD)
    assert layout.spread_at(-1) is None


def test_arrows_go_along_a_row_and_to_the_nearest_in_the_next(layout: Layout) -> None:
    assert layout.order == ("a", "b", "c", "d", "e")
    assert layout.step(None, 0, 1) == "a"
    assert layout.step("a", 1, 0) == "b"
    assert layout.step("b", 1, 0) is None
    assert layout.step("b", -1, 0) == "a"
    assert layout.step("b", 0, 1) == "c"
    assert layout.step("c", 0, -1) == "a"
    assert layout.step("c", 0, 1) == "d"
    assert layout.step("d", 0, 1) == "e"
    assert layout.step("e", 0, 1) is None


@pytest.fixture
def board(qtbot: QtBot) -> NightBoard:
    made = NightBoard("board")
    qtbot.addWidget(made)
    made.resize(LEFT + 400, 240)
    heads = tuple(Head(one, f"{one:%a %d}", f"{one:%a}", "1 free", tip=f"{one}") for one in NIGHTS)
    # Enough to scroll both ways.
    many = [
        Block(f"home {number}", f"Home {number}", (Row(f"bed {number}", "Bed", (bar(f"s{number}", 22, 25),)),))
        for number in range(30)
    ]
    made.show_scene(Scene(heads, (*blocks(), *many)))
    made.show()
    qtbot.waitExposed(made)
    return made


def test_places_are_right_after_every_zoom_and_scroll(board: NightBoard) -> None:
    for zoom in range(len(ZOOMS)):
        board.set_zoom(zoom)
        lefts = [board.scale.left(number) for number in range(11)]
        assert {round(after - before, 6) for before, after in pairwise(lefts)} == {round(board.scale.night_width, 6)}
        for across, down in ((0, 0), (100, 60), (10_000, 10_000)):
            board.horizontalScrollBar().setValue(across)
            board.verticalScrollBar().setValue(down)
            view = board.view
            for key in board.layout_.keys:
                rect = board.rect_of(key)
                assert rect is not None
                seen = rect.intersected(view.grid)
                if seen.width() < 30 or seen.height() < BAR:
                    continue
                hit = board.bar_at(seen.center())
                assert hit is not None
                assert hit.key == key
                spot = board.spot_at(QPointF(max(rect.left(), view.grid.left()) + 1, rect.center().y()))
                assert spot is not None
                assert spot.line is hit.line
                assert hit.bar.first <= spot.night <= hit.bar.last
    board.set_zoom(0)
    assert board.scale.width == pytest.approx(board.view.grid.width() - 1, abs=1.5)


def test_zooming_keeps_the_middle_and_what_is_far_is_brought_near(board: NightBoard) -> None:
    board.set_zoom(3)
    board.horizontalScrollBar().setValue(200)
    middle = (board.horizontalScrollBar().value() + board.view.grid.width() / 2) / board.scale.width
    board.set_zoom(4)
    after = (board.horizontalScrollBar().value() + board.view.grid.width() / 2) / board.scale.width
    assert after == pytest.approx(middle, abs=0.01)
    board.scroll_to("s29")
    rect = board.rect_of("s29")
    assert rect is not None
    grid = board.view.grid
    assert grid.top() <= rect.top() <= rect.bottom() <= grid.bottom()
    assert grid.left() <= rect.left() < grid.right()
    board.scroll_to("one")
    assert board.verticalScrollBar().value() == 0
    # What was in sight is found again on a board made anew.
    board.scroll_to("s29")
    sight = board.sight
    again = NightBoard("again")
    again.resize(board.size())
    again.show_scene(board.scene)
    again.show_sight(sight)
    again.show()
    assert again.sight == pytest.approx(sight, abs=0.02)
    again.close()


def test_tips_tell_what_is_at_a_place(board: NightBoard) -> None:
    rect = board.rect_of("c")
    assert rect is not None
    assert board.tip_at(rect.center()) == "c told"
    assert board.tip_at(QPointF(LEFT + 5, 10)) == str(FIRST)
    two = board.layout_.block_of("two")
    assert two is not None
    y = two.top + board.view.origin.y() + 12
    assert board.tip_at(QPointF(LEFT - 12, y)) == "3 seats"
    assert board.tip_at(QPointF(LEFT - 38, y)) == "1 cat"


def test_near_an_edge_the_board_scrolls_on(board: NightBoard) -> None:
    grid = board.view.grid
    assert not board.scroll_near_edge(grid.center())
    assert board.scroll_near_edge(QPointF(grid.center().x(), grid.bottom() - 3))
    assert board.verticalScrollBar().value() > 0
    assert board.scroll_near_edge(QPointF(grid.right() - 3, grid.center().y()))
    assert board.scroll_near_edge(QPointF(grid.left() + 3, grid.center().y()))
    assert board.view.grid == QRectF(LEFT, HEAD, grid.width(), grid.height())
