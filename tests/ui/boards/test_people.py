"""Where everything lies on the board of people: pure geometry."""

import pytest
from PySide6.QtCore import QPointF

from planner.ui.boards.people.blocks import Axis, Block, Heading, Row, Scene
from planner.ui.boards.people.layout import BLOCK, NEED, Layout, Scale


def scene() -> Scene:
    needs = (Block("game", 600, 690, "Game"), Block("clinic", 600, 690, "Clinic"), Block("call", 960, 1050, "Call"))
    emi = Row("emi", "Emi", blocks=(Block("a", 600, 690, "Clinic"), Block("lunch", 700, 800, "Lunch", pale=True)))
    bell = Row("bell", "Bell", blocks=(Block("b", 960, 1050, "Call"), Block("c", 1000, 1080, "Talk")))
    return Scene(Axis(540, 1080), needs=needs, needed=Heading("Needed"), rows=(emi, bell))


@pytest.fixture
def layout() -> Layout:
    return Layout(scene(), (900, 600))


def test_minutes_lie_on_the_scale_and_snap() -> None:
    scale = Scale(540, 1080, 900)
    assert (scale.x(540), scale.x(1080)) == (0, 900)
    assert scale.at(scale.x(723), 5) == 725
    assert (scale.at(-50), scale.at(5000)) == (540, 1080)
    assert scale.span(300, 600) == (0, 100)


def test_an_hour_is_never_narrower_than_its_least() -> None:
    assert Layout(scene(), (100, 600)).scale.width == 9 * 56


def test_needs_at_the_same_time_lie_under_each_other(layout: Layout) -> None:
    one, other, alone = (layout.rect_of(key) for key in ("clinic", "game", "call"))
    assert one is not None
    assert other is not None
    assert alone is not None
    assert not one.intersects(other)
    assert one.height() < alone.height()
    assert alone.height() >= NEED
    assert max(one.bottom(), other.bottom()) <= layout.cover_top


def test_blocks_lie_in_the_row_of_their_person(layout: Layout) -> None:
    for key, number in (("a", 0), ("b", 1), ("c", 1)):
        rect = layout.rect_of(key)
        assert rect is not None
        assert layout.row_rect(number).contains(rect)
    both = [layout.rect_of(key) for key in ("b", "c")]
    assert both[0] is not None
    assert both[1] is not None
    assert both[0].height() < BLOCK
    assert not both[0].intersects(both[1])


def test_what_is_only_told_is_not_taken_hold_of(layout: Layout) -> None:
    lunch = layout.rect_of("lunch")
    assert lunch is not None
    assert layout.hit(lunch.center()) is None
    assert layout.pale_at(lunch.center()) == layout.block("lunch")
    assert "lunch" not in layout.keys


def test_ends_are_hit_in_rows_alone(layout: Layout) -> None:
    rect, need = layout.rect_of("a"), layout.rect_of("clinic")
    assert rect is not None
    assert need is not None
    hits = [layout.hit(QPointF(x, rect.center().y())) for x in (rect.left() + 2, rect.center().x(), rect.right() - 2)]
    assert [hit.edge for hit in hits if hit is not None] == ["start", "", "end"]
    hit = layout.hit(QPointF(need.left() + 2, need.center().y()))
    assert hit is not None
    assert (hit.row, hit.edge) == (None, "")


def test_arrows_go_along_a_row_and_to_the_nearest_in_time(layout: Layout) -> None:
    assert layout.order[-3:] == ("a", "b", "c")
    assert layout.step("call", 0, 1) == "a"
    assert layout.step("a", 0, 1) == "b"
    assert layout.step("b", 1, 0) == "c"
    assert layout.step("c", 1, 0) == "c"
    assert layout.step("b", 0, -1) == "a"
    assert layout.step(None, 0, 1) == layout.order[0]


def test_rows_are_found_by_height_and_by_key(layout: Layout) -> None:
    assert layout.row_at(layout.top + 5) == 0
    assert layout.row_at(layout.top + layout.row + 5) == 1
    assert layout.row_at(layout.top - 5) is None
    assert (layout.row_number("bell"), layout.row_number("nobody")) == (1, None)
