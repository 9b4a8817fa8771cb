"""Whether it is the right interpreter: asked of whoever might come, found of whoever is assigned."""

import datetime as dt
from typing import Any

import pytest

from planner.language import say
from planner.model import kinds as k
from tests.rules.interpreting.hall import BOTH, Hall, at

JA_EN, EN_JA = frozenset({k.LanguagePair.JA_EN}), frozenset({k.LanguagePair.EN_JA})
CONSECUTIVE, SIMULTANEOUS = k.InterpretingMode.CONSECUTIVE, k.InterpretingMode.SIMULTANEOUS
WHISPERED, ESCORT = k.InterpretingMode.WHISPERED, k.InterpretingMode.ESCORT
PROFESSIONAL, CIR, VOLUNTEER, STUDENT, UNKNOWN = (
    k.InterpreterLevel.PROFESSIONAL, k.InterpreterLevel.CIR, k.InterpreterLevel.VOLUNTEER, k.InterpreterLevel.STUDENT,
    k.InterpreterLevel.UNKNOWN,
)  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "offered", "said"),
    [
        (BOTH, [BOTH], []),
        (BOTH, [JA_EN], ["Nobody at “Call” on Fri 23 Jul interprets English → Japanese."]),
        (BOTH, [JA_EN, EN_JA], []),
        (BOTH, [JA_EN, frozenset()], []),
        (JA_EN, [EN_JA], ["Nobody at “Call” on Fri 23 Jul interprets Japanese → English."]),
        (frozenset(), [EN_JA], []),
        (BOTH, [], []),
    ],
)
def test_each_direction_needs_somebody(wanted: Any, offered: list[Any], said: list[str]) -> None:
    hall = Hall()
    need = hall.need(hall.activity("Call", 23, "10:00-11:00"), pairs=wanted)
    for number, pairs in enumerate(offered):
        hall.assign(need, hall.interpreter(f"I{number}", pairs=pairs))
    assert hall.said("interpreter-direction") == said


@pytest.mark.parametrize(
    ("pairs", "modes", "obstacles", "warnings"),
    [
        (BOTH, frozenset({CONSECUTIVE}), 0, 0),
        (frozenset(), frozenset(), 0, 0),
        (EN_JA, frozenset(), 0, 1),
        (BOTH, frozenset({ESCORT}), 1, 0),
    ],
)
def test_a_mode_not_offered_rules_out_and_one_direction_of_two_does_not(
    pairs: Any, modes: Any, obstacles: int, warnings: int
) -> None:
    hall = Hall()
    need = hall.need(hall.activity("Call", 23, "10:00-11:00"))
    emi = hall.interpreter("Emi", pairs=pairs, modes=modes)
    hall.free(emi, 23)
    verdict = hall.verdict(emi, need)
    assert (len(verdict.obstacles), len(verdict.warnings)) == (obstacles, warnings)
    hall.assign(need, emi)
    assert len(hall.found("interpreter-mode")) == obstacles


@pytest.mark.parametrize(
    ("level", "speciality", "place", "found"),
    [
        (VOLUNTEER, "medical", k.PlaceKind.VENUE, True),
        (VOLUNTEER, "医療", k.PlaceKind.VENUE, True),
        (VOLUNTEER, "", k.PlaceKind.HOSPITAL, True),
        (STUDENT, "police report", k.PlaceKind.VENUE, True),
        (VOLUNTEER, "法律相談", k.PlaceKind.VENUE, True),
        (VOLUNTEER, "sport", k.PlaceKind.VENUE, False),
        (PROFESSIONAL, "medical", k.PlaceKind.HOSPITAL, False),
        (CIR, "medical", k.PlaceKind.VENUE, False),
        (UNKNOWN, "medical", k.PlaceKind.VENUE, False),
    ],
)
def test_grave_matters_are_not_for_volunteers(
    level: k.InterpreterLevel, speciality: str, place: k.PlaceKind, found: bool
) -> None:
    hall = Hall()
    visit = hall.activity("Visit", 23, "10:00-11:00", place=hall.place("There", kind=place))
    need = hall.need(visit, speciality=speciality)
    someone = hall.interpreter("Ken", level, specialities=speciality)
    assert any(one.code == "not-for-level" for one in hall.verdict(someone, need).obstacles) == found
    hall.assign(need, someone)
    assert bool(hall.found("interpreter-level")) == found


@pytest.mark.parametrize(
    ("mode", "on_stage", "role", "found"),
    [
        (SIMULTANEOUS, False, k.TeamRole.TAKES_TURNS, True),
        (WHISPERED, False, k.TeamRole.TAKES_TURNS, True),
        (CONSECUTIVE, True, k.TeamRole.TAKES_TURNS, True),
        (CONSECUTIVE, True, k.TeamRole.ASSISTS, False),
        (ESCORT, False, k.TeamRole.TAKES_TURNS, False),
    ],
)
def test_a_student_is_not_on_stage_nor_in_the_booth(
    mode: k.InterpretingMode, on_stage: bool, role: k.TeamRole, found: bool
) -> None:
    hall = Hall()
    need = hall.need(hall.activity("Talk", 23, "10:00-10:30"), mode, on_stage=on_stage)
    hall.assign(need, hall.interpreter("Grace", STUDENT), role=role)
    assert bool(hall.found("interpreter-student")) == found


@pytest.mark.parametrize(
    ("beside", "found"),
    [
        (None, True),
        ({"level": PROFESSIONAL}, False),
        ({"level": VOLUNTEER}, False),
        ({"level": STUDENT}, True),
        ({"level": VOLUNTEER, "never_alone": True}, True),
        ({"level": PROFESSIONAL, "modes": frozenset({CONSECUTIVE})}, True),
    ],
)
def test_a_student_works_beside_somebody_who_could_take_over(beside: dict[str, Any] | None, found: bool) -> None:
    hall = Hall()
    need = hall.need(hall.activity("Game", 23, "10:00-11:30"), ESCORT)
    grace = hall.interpreter("Grace", STUDENT)
    hall.assign(need, grace)
    if beside is not None:
        hall.assign(need, hall.interpreter("Beside", **beside))
    told = [one for one in hall.found("interpreter-never-alone") if "Grace" in one.figures.figures["name"]]
    assert bool(told) == found


def test_beside_only_for_a_part_of_the_time_is_alone() -> None:
    hall = Hall()
    need = hall.need(hall.activity("Game", 23, "10:00-11:30"), ESCORT)
    hall.assign(need, hall.interpreter("Grace", never_alone=True))
    hall.assign(need, hall.interpreter("Ken"), covers_from=at("10:30"))
    assert len(hall.found("interpreter-never-alone")) == 1


@pytest.mark.parametrize(
    ("interpreter", "patient", "found"),
    [
        ({"family_name": "Satō"}, {"family_name": "Satō"}, "medical-family"),
        ({"family_name_ja": "佐藤"}, {"family_name": "Sato", "family_name_ja": "佐藤"}, "medical-family"),
        ({"family_name": "Bell"}, {"family_name": "Satō"}, None),
        ({}, {}, None),
    ],
)
def test_family_does_not_interpret_medical_matters(
    interpreter: dict[str, str], patient: dict[str, str], found: str | None
) -> None:
    hall = Hall()
    hall.member("Mei", **patient)
    need = hall.need(
        hall.activity("Clinic", 23, "10:00-11:00", place=hall.place("Hospital", kind=k.PlaceKind.HOSPITAL))
    )
    hall.assign(need, hall.interpreter("Aki", person=interpreter))
    assert [one.figures.figures["said"].code for one in hall.found("interpreter-medical")] == ([found] if found else [])


def test_a_child_does_not_interpret_medical_matters_though_other_matters() -> None:
    hall = Hall()
    child = hall.interpreter("Rin", UNKNOWN, person={"birth_date": dt.date(2012, 1, 1)})
    hall.assign(hall.need(hall.activity("Games", 23, "10:00-11:00")), child)
    assert hall.found("interpreter-medical") == []
    hall.assign(hall.need(hall.activity("Doctor", 24, "10:00-11:00"), speciality="medical"), child)
    assert hall.said("interpreter-medical") == [
        "Rin, “Doctor”: is 15 years old: children do not interpret medical matters."
    ]


def test_a_medical_field_is_named_by_words_and_a_shooting_clinic_is_none() -> None:
    hall = Hall()
    hall.assign(hall.need(hall.activity("Shooting clinic", 23, "10:00-11:00")), hall.interpreter("Ken", VOLUNTEER))
    assert hall.found("interpreter-level") == []


@pytest.mark.parametrize(
    ("mode", "kind", "with_adult", "cleared", "found"),
    [
        (ESCORT, k.ActivityKind.SPORT, False, k.Answer.UNKNOWN, True),
        (ESCORT, k.ActivityKind.SPORT, False, k.Answer.NO, True),
        (ESCORT, k.ActivityKind.SPORT, False, k.Answer.YES, False),
        (ESCORT, k.ActivityKind.SPORT, True, k.Answer.UNKNOWN, False),
        (ESCORT, k.ActivityKind.FAMILY, False, k.Answer.UNKNOWN, False),
        (CONSECUTIVE, k.ActivityKind.SPORT, False, k.Answer.UNKNOWN, False),
    ],
)
def test_minors_are_not_alone_with_somebody_who_is_not_cleared(
    mode: k.InterpretingMode, kind: k.ActivityKind, with_adult: bool, cleared: k.Answer, found: bool
) -> None:
    hall = Hall()
    hall.member("Mei")
    if with_adult:
        hall.member("Coach", 1980, k.Role.COACH)
    need = hall.need(hall.activity("Clinic", 23, "10:00-11:00", kind), mode)
    ken = hall.interpreter("Ken", alone_with_minors=cleared)
    assert any(one.code == "minors-not-cleared" for one in hall.verdict(ken, need).obstacles) == found
    hall.assign(need, ken)
    assert bool(hall.found("interpreter-minors")) == found


def test_of_a_group_its_own_people_count_and_a_chaperone_who_interprets_is_no_stranger() -> None:
    hall = Hall()
    mei = hall.member("Mei")
    hall.member("Coach", 1980, k.Role.COACH)
    emi = hall.member("Emi", 1990, k.Role.STAFF)
    squad = hall.group("A", mei)
    need = hall.need(hall.activity("Clinic", 23, "10:00-11:00", k.ActivityKind.SPORT), ESCORT, group_id=squad.id)
    hall.assign(need, hall.interpreter("Ken"))
    assert len(hall.found("interpreter-minors")) == 1
    own = hall.interpreter("Emi herself")
    own.person_id = emi.person_id
    hall.assign(need, own)
    assert len(hall.found("interpreter-minors")) == 1


def test_a_conflict_is_told_and_so_is_being_a_chaperone_there() -> None:
    hall = Hall()
    staff, own = hall.member("Emi", 1990, k.Role.STAFF), hall.member("Jun", 1990, k.Role.INTERPRETER)
    need = hall.need(hall.activity("Call", 23, "10:00-11:00"))
    emi, jun = hall.interpreter("Emi"), hall.interpreter("Jun")
    emi.person_id, jun.person_id = staff.person_id, own.person_id
    rival = hall.interpreter("Ken", conflicts="works for the hotel")
    hall.assign(need, emi, jun, rival)
    [conflict] = hall.found("interpreter-conflict")
    assert say(conflict.figures.figures["said"], "en") == "conflict of interest: works for the hotel"
    assert hall.said("interpreter-chaperone") == [
        "Emi interprets “Call”, and looks after the group there as well (Staff)."
    ]


@pytest.mark.parametrize(
    ("wanted", "known", "found"),
    [
        ("medical", "medical, government", []),
        ("医療、行政", "medical", ["government"]),
        ("tea", "茶道", []),
        ("bonsai", "Bonsai; sport", []),
        ("bonsai", "sport", ["bonsai"]),
        ("", "", []),
    ],
)
def test_a_field_that_nobody_knows_is_noted(wanted: str, known: str, found: list[str]) -> None:
    hall = Hall()
    need = hall.need(hall.activity("Tour", 23, "10:00-11:00"), speciality=wanted)
    hall.assign(need, hall.interpreter("Ken", specialities=known))
    assert [str(field) for one in hall.found("interpreter-field") for field in one.figures.figures["fields"]] == found
