"""Who can come, how much is covered, and how many are usual."""

import pytest

from planner.model import kinds as k
from planner.rules.interpreting.cover import importance_of, uncovered, uncovered_minutes, weight_of
from planner.rules.interpreting.heads import JAPAN, US, heads
from tests.rules.interpreting.hall import Hall, at

CONSECUTIVE, SIMULTANEOUS = k.InterpretingMode.CONSECUTIVE, k.InterpretingMode.SIMULTANEOUS
WHISPERED, ESCORT = k.InterpretingMode.WHISPERED, k.InterpretingMode.ESCORT


def test_who_leaves_early_leaves_half_an_hour_uncovered() -> None:
    hall = Hall()
    need = hall.need(hall.activity("Call", 23, "16:00-17:30"))
    haruko = hall.interpreter("Haruko")
    hall.free(haruko, 23, "9:00-17:00")
    assert hall.verdict(haruko, need).away == 30
    hall.assign(need, haruko)
    assert hall.said("interpreter-not-free") == [
        "Haruko is to interpret “Call”, but can come only 9:00 AM–5:00 PM: 30 min are not covered."
    ]
    roster = hall.roster
    [lack] = uncovered(roster.wanted[need.id], roster)
    assert (lack.missing, lack.person_minutes) == (1, 30)
    assert uncovered_minutes(roster) == 30
    # Who has said twice that she comes then is still only one of two.
    tour = hall.need(hall.activity("Tour", 23, "10:00-11:00"), how_many=2)
    hall.free(haruko, 23, "10:00-11:00")
    hall.assign(tour, haruko)
    assert uncovered_minutes(hall.roster) == 30 + 60


def test_all_that_is_not_covered_is_added_up_in_persons_times_minutes() -> None:
    hall = Hall()
    hall.need(hall.activity("Call", 23, "16:00-17:30"), how_many=2)
    tour = hall.need(hall.activity("Tour", 24, "10:00-11:00", k.ActivityKind.SIGHTS))
    hall.need(hall.activity("Perhaps", 25, "10:00-11:00", status=k.ActivityStatus.IDEA))
    assert [one.figures.figures for one in hall.found("interpreting-uncovered")] == [
        {"minutes": 240, "whole": 240, "important": 180}
    ]
    hall.assign(tour, hall.interpreter("Ken"))
    assert hall.said("interpreting-uncovered") == [
        "180 of 240 minutes of interpreting (for each interpreter asked for) are not covered yet, 180 of them at "
        "events where it matters most."
    ]


def test_a_part_of_the_time_is_found_and_the_rest_is_told() -> None:
    hall = Hall()
    need = hall.need(hall.activity("Call", 23, "16:00-17:30"), how_many=2)
    hall.assign(need, hall.interpreter("Haruko"))
    assert hall.found("cover-incomplete") == []
    hall.assign(need, hall.interpreter("Ken"), covers_from=at("16:20"), covers_until=at("17:00"))
    assert hall.said("cover-incomplete") == [
        "“Call” on Fri 23 Jul lacks 1 interpreter from 4:00 PM to 4:20 PM: 20 min.",
        "“Call” on Fri 23 Jul lacks 1 interpreter from 5:00 PM to 5:30 PM: 30 min.",
    ]


def test_a_need_lasts_from_until_within_its_event_even_past_midnight() -> None:
    hall = Hall()
    party = hall.activity("Party", 23, "22:00-0:30")
    late = hall.need(party, needed_from=at("23:30"), needed_until=at("0:15"))
    outside = hall.need(party, needed_from=at("3:00"))
    roster = hall.roster
    assert (roster.wanted[late.id].end - roster.wanted[late.id].start).seconds == 45 * 60
    assert (roster.wanted[outside.id].end - roster.wanted[outside.id].start).seconds == 150 * 60


@pytest.mark.parametrize(
    ("kind", "stated", "on_stage", "importance", "weight"),
    [
        (k.ActivityKind.OFFICIAL, k.Importance.BY_EVENT, False, k.Importance.HIGH, 4),
        (k.ActivityKind.SPORT, k.Importance.BY_EVENT, False, k.Importance.NORMAL, 2),
        (k.ActivityKind.FAMILY, k.Importance.BY_EVENT, False, k.Importance.LOW, 1),
        (k.ActivityKind.PARTY, k.Importance.BY_EVENT, True, k.Importance.HIGH, 4),
        (k.ActivityKind.OFFICIAL, k.Importance.LOW, True, k.Importance.LOW, 1),
    ],
)
def test_how_much_it_matters(
    kind: k.ActivityKind, stated: k.Importance, on_stage: bool, importance: k.Importance, weight: int
) -> None:
    hall = Hall()
    need = hall.need(hall.activity("Event", 23, "16:00-17:00", kind), importance=stated, on_stage=on_stage)
    wanted = hall.roster.wanted[need.id]
    assert (importance_of(wanted), weight_of(wanted)) == (importance, weight)


@pytest.mark.parametrize(
    ("mode", "minutes", "guests", "japan", "us"),
    [
        (SIMULTANEOUS, 40, 15, 2, 1),
        (SIMULTANEOUS, 45, 15, 2, 2),
        (WHISPERED, 240, 2, 2, 2),
        (SIMULTANEOUS, 300, 15, 3, 3),
        (SIMULTANEOUS, 480, 15, 3, 4),
        (SIMULTANEOUS, 600, 15, 3, 4),
        (CONSECUTIVE, 240, 15, 1, 1),
        (CONSECUTIVE, 360, 15, 2, 2),
        (ESCORT, 360, 0, 1, 1),
        (ESCORT, 360, 10, 1, 1),
        (ESCORT, 60, 15, 2, 2),
    ],
)
def test_how_many_are_usual_in_each_country(
    mode: k.InterpretingMode, minutes: int, guests: int, japan: int, us: int
) -> None:
    assert (heads(mode, minutes, guests, JAPAN), heads(mode, minutes, guests, US)) == (japan, us)


def test_too_few_asked_for_is_noted_with_the_source_of_the_visits_country() -> None:
    for preset, source in ((k.Preset.VOLUNTEER, "ATIO"), (k.Preset.JAPANESE_MUNICIPALITY, "Japan")):
        hall = Hall(preset)
        hall.need(hall.activity("Talk", 23, "10:00-11:00"), SIMULTANEOUS)
        [said] = hall.said("interpreters-too-few")
        assert said.startswith("“Talk” on Fri 23 Jul: 1 asked for. Simultaneous, 60 min: 2 interpreters are usual (")
        assert source in said
