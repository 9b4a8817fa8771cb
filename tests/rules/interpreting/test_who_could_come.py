"""Who could cover a need: when they can come, where else they are, what they can do."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from planner.agenda import Agenda
from planner.commands import interpreting, records
from planner.language import say
from planner.model import Interpreter, Need, Plan
from planner.model.kinds import InterpretingMode, LanguagePair
from planner.rules.interpreting import Verdict, can, candidates, event_of, roster_of, taken_by
from planner.storage import PlannerFile
from tests.prepared import begun
from tests.ui.small_visit import begin


@pytest.fixture
def file(tmp_path: Path) -> PlannerFile:
    return begun(tmp_path / "visit.shimai", begin)


def need_of(file: PlannerFile, title: str) -> Need:
    return next(need for need in file.plan.needs if need.activity and need.activity.title_en == title)


def called(file: PlannerFile, name: str) -> Interpreter:
    return next(one for one in file.plan.interpreters if one.person.given_name == name)


def words(found: Verdict, language: str = "en") -> list[str]:
    return [say(reason, language) for reason in found.reasons]


def come(file: PlannerFile, name: str, *stretches: tuple[int, int | None, int | None]) -> None:
    """Let somebody be available on these days of July, from and until these hours, and at no other time."""
    for old in called(file, name).availability:
        file.run(records.remove, "Availability", old.id)
    for day, start, end in stretches:
        values: dict[str, Any] = {"available_on": dt.date(2027, 7, day), "interpreter_id": called(file, name).id}
        values["available_from"] = None if start is None else dt.time(start)
        values["available_until"] = None if end is None else dt.time(end)
        file.run(records.add, "Availability", values)


def judged(interpreter: Interpreter, need: Need, plan: Plan) -> Verdict:
    return can(interpreter, need, roster_of(Agenda(plan)))


CALL = "Courtesy call on the Mayor"


@pytest.mark.parametrize(
    ("stretches", "english", "japanese"),
    [
        ([(23, 16, 17)], [], []),
        ([(23, None, None)], [], []),
        ([(23, 9, None)], [], []),
        ([(23, None, 17)], [], []),
        ([(23, 15, 16), (23, 16, 18)], [], []),
        ([(22, None, None)], ["cannot come on Fri 23 Jul"], ["7月23日(金)は対応不可"]),
        (
            [(23, 9, 16)],
            ["can come that day only 9:00 AM–4:00 PM"],
            ["その日に対応できるのは9:00–16:00のみ"],
        ),
        (
            [(23, 9, 16), (23, 17, 18)],
            ["can come that day only 9:00 AM–4:00 PM and 5:00 PM–6:00 PM"],
            ["その日に対応できるのは9:00–16:00、17:00–18:00のみ"],
        ),
        ([(23, 18, 1)], ["can come that day only 6:00 PM–1:00 AM"], ["その日に対応できるのは18:00–1:00のみ"]),
        ([], ["has not said when"], ["対応可能日時が未回答"]),
    ],
)
def test_whoever_comes_for_all_of_it_suits(
    file: PlannerFile, stretches: list[tuple[int, int | None, int | None]], english: list[str], japanese: list[str]
) -> None:
    come(file, "Haruko", *stretches)
    found = judged(called(file, "Haruko"), need_of(file, CALL), file.plan)
    assert words(found) == english
    assert words(found, "ja") == japanese
    assert found.suits == (not english)


@pytest.mark.parametrize(
    ("hours", "english", "japanese"),
    [
        ((9, 16), "can come only 9:00 AM–4:00 PM", "対応できるのは9:00–16:00のみ"),
        ((16, None), "can come only from 4:00 PM", "対応できるのは16:00からのみ"),
        ((None, 16), "can come only until 4:00 PM", "対応できるのは16:00までのみ"),
    ],
)
def test_who_comes_for_a_part_says_which(
    file: PlannerFile, hours: tuple[int | None, int | None], english: str, japanese: str
) -> None:
    call = need_of(file, CALL).activity
    assert call is not None
    file.run(records.edit, "Activity", call.id, {"starts_at": dt.time(15, 30), "ends_at": dt.time(17)})
    come(file, "Haruko", (23, *hours))
    found = judged(called(file, "Haruko"), need_of(file, CALL), file.plan)
    assert words(found) == [english]
    assert words(found, "ja") == [japanese]
    assert not found.is_free


def test_of_an_event_without_an_hour_the_whole_day_counts(file: PlannerFile) -> None:
    call = need_of(file, CALL).activity
    assert call is not None
    file.run(records.edit, "Activity", call.id, {"starts_at": None, "ends_at": None})
    call = need_of(file, CALL).activity
    assert call is not None
    assert taken_by(call, file.plan) == (dt.datetime(2027, 7, 23), dt.datetime(2027, 7, 24))
    assert words(judged(called(file, "Haruko"), need_of(file, CALL), file.plan)) == ["can come only 9:00 AM–5:00 PM"]
    file.run(records.edit, "Activity", call.id, {"ends_on": dt.date(2027, 7, 24)})
    come(file, "Haruko", (23, 9, 17), (24, None, None))
    assert words(judged(called(file, "Haruko"), need_of(file, CALL), file.plan)) == [
        "can come only Fri 23 Jul 9:00 AM–5:00 PM and on Sat 24 Jul"
    ]


def test_a_flight_over_the_date_line_is_taken_on_the_clock_of_the_host_city(file: PlannerFile) -> None:
    flight = file.plan.journeys[0]
    file.run(interpreting.add_need, "Journey", flight.id)
    [need] = [one for one in file.plan.needs if one.journey_id == flight.id]
    assert event_of(need) is file.plan.journeys[0]
    assert taken_by(file.plan.journeys[0], file.plan) == (
        dt.datetime(2027, 7, 21, 22), dt.datetime(2027, 7, 22, 10, 50)
    )  # fmt: skip
    come(file, "Haruko", (21, 20, None), (22, None, 12))
    assert judged(called(file, "Haruko"), need, file.plan).is_free


def test_until_one_in_the_morning_is_until_the_next_one(file: PlannerFile) -> None:
    call = need_of(file, CALL).activity
    assert call is not None
    file.run(records.edit, "Activity", call.id, {"starts_at": dt.time(22, 30), "ends_at": dt.time(0, 30)})
    come(file, "Haruko", (23, 18, 1))
    assert judged(called(file, "Haruko"), need_of(file, CALL), file.plan).suits


def test_without_an_end_it_takes_as_long_as_the_need_says(file: PlannerFile) -> None:
    call = need_of(file, CALL).activity
    assert call is not None
    file.run(records.edit, "Activity", call.id, {"ends_at": None})
    assert judged(called(file, "Haruko"), need_of(file, CALL), file.plan).suits
    file.run(records.edit, "Need", need_of(file, CALL).id, {"minutes": 90})
    assert words(judged(called(file, "Haruko"), need_of(file, CALL), file.plan)) == ["can come only 9:00 AM–5:00 PM"]


def test_nobody_is_at_two_places_at_once(file: PlannerFile) -> None:
    game = next(one for one in file.plan.activities if one.title_en.startswith("Game 1"))
    need_id = file.run(interpreting.add_need, "Activity", game.id)
    haruko = called(file, "Haruko").id
    file.run(interpreting.assign, need_id, haruko)
    call = need_of(file, CALL).activity
    assert call is not None
    assert judged(called(file, "Haruko"), need_of(file, CALL), file.plan).suits
    file.run(records.edit, "Activity", call.id, {"starts_at": dt.time(11, 30), "ends_at": dt.time(13)})
    found = judged(called(file, "Haruko"), need_of(file, CALL), file.plan)
    assert words(found) == ["is at “Game 1 vs Portland Parks & Rec” at that time"]
    assert words(found, "ja") == ["同じ時間に「第1試合」を担当"]
    # A game that is called off keeps nobody busy.
    file.run(records.edit, "Activity", game.id, {"status": "cancelled"})
    assert judged(called(file, "Haruko"), need_of(file, CALL), file.plan).suits


def test_what_somebody_does_not_do_speaks_against_them_only_where_it_is_known(file: PlannerFile) -> None:
    ken = called(file, "Ken").id
    file.run(records.edit, "Interpreter", ken, {"pairs": frozenset({LanguagePair.EN_JA})})
    file.run(records.edit, "Interpreter", ken, {"modes": frozenset({InterpretingMode.ESCORT})})
    found = judged(called(file, "Ken"), need_of(file, CALL), file.plan)
    assert words(found) == ["does not do: Japanese → English and Consecutive"]
    assert words(found, "ja") == ["対応不可：日→英、逐次通訳"]
    assert found.is_free
    file.run(records.edit, "Interpreter", ken, {"pairs": frozenset(), "modes": frozenset()})
    assert judged(called(file, "Ken"), need_of(file, CALL), file.plan).suits


def test_who_suits_comes_first_then_who_has_time_and_who_is_there_already_not_at_all(file: PlannerFile) -> None:
    come(file, "Haruko", (22, None, None))
    file.run(records.edit, "Interpreter", called(file, "Ken").id, {"modes": frozenset({InterpretingMode.ESCORT})})
    visit = file.plan.visit.id
    file.run(interpreting.add_interpreter, visit, {"given_name": "Emi"}, {"modes": {InterpretingMode.WHISPERED}})
    file.run(interpreting.add_interpreter, visit, {"given_name": "Grace"})
    come(file, "Grace", (23, None, None))
    need = need_of(file, CALL)
    order = [each.interpreter.person.given_name for each in candidates(need, file.plan)]
    assert order == ["Grace", "Ken", "Emi", "Haruko"]
    file.run(interpreting.assign, need.id, called(file, "Grace").id)
    order = [each.interpreter.person.given_name for each in candidates(need_of(file, CALL), file.plan)]
    assert order == ["Ken", "Emi", "Haruko"]
