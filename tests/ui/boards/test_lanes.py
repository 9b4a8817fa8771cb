"""What goes on at the same time never shares a lane, and stands the same way each time it is looked at."""

from collections.abc import Hashable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from planner.ui.boards.time.lanes import Lane, Stretch, arrange


@st.composite
def crowds(draw: st.DrawFn) -> list[Stretch]:
    made = []
    for key in range(draw(st.integers(0, 14))):
        top = draw(st.integers(0, 40))
        made.append(Stretch(key, top, top + draw(st.integers(1, 12)), draw(st.sampled_from(("", "A", "B")))))
    return made


def touch(one: Stretch, other: Stretch) -> bool:
    return one.top < other.bottom and other.top < one.bottom


def stands(lane: Lane) -> set[int]:
    return set(range(lane.number, lane.number + lane.wide))


def assert_apart(crowd: Sequence[Stretch], found: dict[Hashable, Lane]) -> None:
    assert found.keys() == {stretch.key for stretch in crowd}
    for place, one in enumerate(crowd):
        lane = found[one.key]
        assert 0 <= lane.number < lane.number + lane.wide <= lane.of
        for other in crowd[place + 1 :]:
            if touch(one, other):
                assert not stands(lane) & stands(found[other.key])
                assert lane.of == found[other.key].of


@given(crowds())
def test_no_two_cards_at_the_same_time_share_a_lane(crowd: list[Stretch]) -> None:
    assert_apart(crowd, arrange(crowd))


@given(crowds(), st.dictionaries(st.integers(0, 13), st.integers(0, 5)))
def test_nor_do_they_when_lanes_are_held(crowd: list[Stretch], held: dict[Hashable, int]) -> None:
    assert_apart(crowd, arrange(crowd, held))


@given(crowds().flatmap(lambda crowd: st.tuples(st.just(crowd), st.permutations(crowd))))
def test_lanes_do_not_hang_on_the_order_given(both: tuple[list[Stretch], list[Stretch]]) -> None:
    one, other = both
    assert arrange(one) == arrange(other)


@given(crowds())
def test_nobody_alone_gives_room_away(crowd: list[Stretch]) -> None:
    found = arrange(crowd)
    for one in crowd:
        if not any(touch(one, other) for other in crowd if other is not one):
            lane = found[one.key]
            assert lane.wide == lane.of == 1


def test_letters_go_from_left_to_right() -> None:
    crowd = [Stretch("b", 0, 60, "B"), Stretch("a", 10, 50, "A"), Stretch("later b", 60, 90, "B")]
    found = arrange([*crowd, Stretch("later a", 55, 80, "A")])
    assert [found[key].number for key in ("a", "later a", "b", "later b")] == [0, 0, 1, 1]


def test_a_card_spreads_over_lanes_nobody_needs_meanwhile() -> None:
    found = arrange([Stretch("long", 0, 100), Stretch("one", 0, 30), Stretch("two", 10, 40), Stretch("late", 50, 90)])
    assert found["late"] == Lane(1, 3, wide=2)
    assert found["two"] == Lane(2, 3)
