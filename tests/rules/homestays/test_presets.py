"""Where programmes disagree (domain.md §3.1): a test for each cell of the table that differs."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from planner.model import kinds as k
from planner.rules.check import check
from planner.rules.finding import Severity
from planner.rules.homestays import HOME_RULES, Homestays
from tests.rules.homestays.small import Small

VOLUNTEER, J1, FOUR_H, JAPAN = k.Preset.VOLUNTEER, k.Preset.J1, k.Preset.FOUR_H, k.Preset.JAPANESE_MUNICIPALITY
BLOCK, WARN, NOTE, OFF = Severity.BLOCK, Severity.WARN, Severity.NOTE, None
LEVELS = dict[k.Preset, Severity | None]

ADAS = {"room": "Ada's room", "shared_with": "Ada"}

Visit = Callable[[Small], Any]


def _bed(kind: k.BedKind) -> Visit:
    return lambda s: (s.guest(), s.home(child=14, beds=[{"room": "Den", "kind": kind}]))


def _two(s: Small) -> Any:
    return s.guest("Mei"), s.guest("Rin"), s.home(child=14, beds=({"room": "A"}, {"room": "B"}))


CELLS: tuple[tuple[str, str, Visit, LEVELS], ...] = (
    ("own bed: convertible", "bed-sofa", _bed(k.BedKind.SOFA_BED),
     {VOLUNTEER: WARN, J1: BLOCK, FOUR_H: WARN, JAPAN: WARN}),
    ("own bed: inflatable", "bed-air-mattress", _bed(k.BedKind.AIR_MATTRESS),
     {VOLUNTEER: WARN, J1: BLOCK, FOUR_H: OFF, JAPAN: WARN}),
    ("futon normal in Japan", "bed-futon", _bed(k.BedKind.FUTON),
     {VOLUNTEER: NOTE, J1: WARN, FOUR_H: NOTE, JAPAN: OFF}),
    ("room sharing: one other", "room-mates",
     lambda s: (s.guest("Mei"), s.guest("Rin"), s.home(child=14, beds=(ADAS, ADAS))),
     {VOLUNTEER: BLOCK, J1: BLOCK, FOUR_H: BLOCK, JAPAN: OFF}),
    ("room sharing: same sex", "room-family-gender",
     lambda s: (s.guest(gender=k.Gender.MALE), s.home(child=14, beds=[{"room": "Ada", "shared_with": "Ada"}])),
     {VOLUNTEER: BLOCK, J1: BLOCK, FOUR_H: BLOCK, JAPAN: WARN}),
    ("host child match", "home-no-sibling", lambda s: (s.guest(), s.home(child=9)),
     {VOLUNTEER: OFF, J1: OFF, FOUR_H: BLOCK, JAPAN: NOTE}),
    ("guests per home: one language", "home-same-language", _two,
     {VOLUNTEER: OFF, J1: BLOCK, FOUR_H: OFF, JAPAN: OFF}),
    ("guests per home: two", "home-usual-guests", _two,
     {VOLUNTEER: OFF, J1: OFF, FOUR_H: BLOCK, JAPAN: OFF}),
    ("single adult, a child at home", "home-single-adult", lambda s: (s.guest(), s.home(adults=1, child=14)),
     {VOLUNTEER: OFF, J1: OFF, FOUR_H: OFF, JAPAN: BLOCK}),
    ("single adult, no child at home", "home-single-adult-no-child", lambda s: (s.guest(), s.home(adults=1)),
     {VOLUNTEER: NOTE, J1: BLOCK, FOUR_H: OFF, JAPAN: OFF}),
    ("checks", "home-not-cleared", lambda s: (s.guest(), s.resident(s.home(child=14), "Ben", 21)),
     {VOLUNTEER: BLOCK, J1: BLOCK, FOUR_H: BLOCK, JAPAN: WARN}),
    ("partial stays", "home-part-of-nights", lambda s: (s.guest(), s.home(child=14, nights_off=[23])),
     {VOLUNTEER: OFF, J1: OFF, FOUR_H: OFF, JAPAN: BLOCK}),
    ("own bed: trundle", "bed-trundle", _bed(k.BedKind.TRUNDLE),
     {VOLUNTEER: NOTE, J1: WARN, FOUR_H: NOTE, JAPAN: NOTE}),
    ("room sharing: an adult of the family", "room-family-adult",
     lambda s: (s.guest(), s.resident(s.home(beds=[{"room": "Eve's room", "shared_with": "Eve"}]), "Eve", 19)),
     {VOLUNTEER: BLOCK, J1: BLOCK, FOUR_H: BLOCK, JAPAN: WARN}),
    ("room sharing: a child of another age", "room-family-age", lambda s: (s.guest(), s.home(child=9, beds=[ADAS])),
     {VOLUNTEER: BLOCK, J1: BLOCK, FOUR_H: BLOCK, JAPAN: NOTE}),
    ("room sharing: a guest of another age", "room-age-gap",
     lambda s: (s.guest("Mei"), s.guest("Uta", birth_date=dt.date(2018, 1, 1)), s.home(beds=({"room": "A"},) * 2)),
     {VOLUNTEER: BLOCK, J1: BLOCK, FOUR_H: BLOCK, JAPAN: NOTE}),
    ("language floor, greetings", "home-language-little",
     lambda s: (s.guest(speaks=k.LanguageLevel.GREETINGS), s.home(child=14)),
     {VOLUNTEER: NOTE, J1: BLOCK, FOUR_H: NOTE, JAPAN: NOTE}),
    ("language floor", "home-language", lambda s: (s.guest(speaks=k.LanguageLevel.NONE), s.home(child=14)),
     {VOLUNTEER: WARN, J1: BLOCK, FOUR_H: WARN, JAPAN: WARN}),
)  # fmt: skip


@pytest.mark.parametrize("preset", [VOLUNTEER, J1, FOUR_H, JAPAN], ids=lambda preset: preset.value)
@pytest.mark.parametrize(("rule", "visit", "levels"), [cell[1:] for cell in CELLS], ids=[cell[0] for cell in CELLS])
def test_a_cell_of_the_table(rule: str, visit: Visit, levels: LEVELS, preset: k.Preset) -> None:
    small = Small(preset)
    visit(small)
    stays = Homestays.of(small.plan)
    home = stays.homes[0]
    found = [*stays.judge(stays.guests[0], home).obstacles, *stays.together(home, stays.guests).obstacles]
    assert {one.severity for one in found if one.code == rule} == ({levels[preset]} - {None})


def test_every_rule_that_differs_has_its_cell() -> None:
    differ = {rule.code for rule in HOME_RULES if rule.off_in or rule.levels or rule.presets}
    assert differ == {cell[1] for cell in CELLS}


@pytest.mark.parametrize(("preset", "level"), [(VOLUNTEER, BLOCK), (JAPAN, WARN)])
def test_the_clearance_that_is_missing_is_found_as_strictly(preset: k.Preset, level: Severity) -> None:
    small = Small(preset)
    home = small.home()
    small.resident(home, "Ben", 21)
    small.stay(small.guest(), home)
    assert [one.severity for one in check(small.plan) if one.code == "gap-clearance"] == [level]


def test_one_adult_is_standard_for_volunteers_and_three_students_are_too_many() -> None:
    for grown, many, expected in ((True, 1, False), (True, 2, True), (False, 2, False), (False, 3, True)):
        small = Small()
        role, born = (k.Role.COACH, {"birth_date": None}) if grown else (k.Role.STUDENT, {})
        members = [small.guest(f"G{number}", role=role, **born) for number in range(many)]
        small.home(beds=[{"room": f"Room {number}"} for number in range(many)])
        assert ("home-usual-guests" in small.together(*members)) is expected


def test_a_visit_takes_a_rule_otherwise_than_its_preset() -> None:
    small = Small(J1)
    small.guest()
    small.home(child=14, beds=[{"room": "Den", "kind": k.BedKind.SOFA_BED}])
    assert small.judge().nights == ()
    small.decide("bed-sofa", strictness="note")
    verdict = small.judge()
    assert verdict.is_whole
    assert [one.severity for one in verdict.obstacles] == [NOTE]
