"""The verdict on an interpreter for a need: what rules it out, what speaks against it, the score and its reasons."""

import datetime as dt

from planner.language import say
from planner.model import ActivityGroup
from planner.model import kinds as k
from planner.model.ruling import RuleSetting, Strictness
from planner.rules.interpreting import suggestions
from planner.rules.interpreting.abilities import BASE, WARNING, candidates
from tests.rules.interpreting.hall import Hall, at

CONSECUTIVE, SIMULTANEOUS = k.InterpretingMode.CONSECUTIVE, k.InterpretingMode.SIMULTANEOUS
ESCORT = k.InterpretingMode.ESCORT


def test_why_not_somebody_is_said_with_every_reason() -> None:
    hall = Hall()
    night = hall.need(hall.activity("Japan Night", 27, "18:30-21:00"), on_stage=True)
    bell = hall.interpreter("Haruko", person={"family_name": "Bell"}, modes=frozenset({SIMULTANEOUS}))
    hall.free(bell, 23, "9:00-17:00")
    hall.free(bell, 31, "16:00-22:00")
    verdict = hall.verdict(bell, night)
    assert [say(reason, "en") for reason in verdict.reasons] == [
        "cannot come on Tue 27 Jul", "does not do: Consecutive"
    ]  # fmt: skip
    assert [say(reason, "ja") for reason in verdict.reasons] == ["7月27日(火)は対応不可", "対応不可：逐次通訳"]
    assert (verdict.score, verdict.can, verdict.is_free) == (0, False, False)
    assert verdict.away == 150


def test_the_score_is_made_of_its_points() -> None:
    hall = Hall()
    hall.member("Mei")
    call = hall.need(hall.activity("Call", 23, "16:00-17:30"), speciality="government")
    clinic = hall.need(hall.activity("Clinic", 23, "10:00-11:30"))
    haruko = hall.interpreter("Haruko", specialities="medical, government", hours_per_day=7)
    hall.free(haruko, 23)
    hall.assign(clinic, haruko)
    verdict = hall.verdict(haruko, call)
    assert [(one.points, say(one.message, "en")) for one in verdict.points] == [
        (16, "Professional"),
        (12, "knows government"),
        (8, "is with the same people at 1 other event"),
        (5, "would have 3 of 7 h that day"),
    ]
    assert verdict.score == 100 == min(100, BASE + 16 + 12 + 8 + 5)


def test_each_warning_takes_as_much() -> None:
    hall = Hall()
    need = hall.need(hall.activity("Call", 23, "10:00-12:00"), speciality="tea")
    ken = hall.interpreter("Ken", k.InterpreterLevel.UNKNOWN, hours_per_day=1.5, never_alone=True)
    verdict = hall.verdict(ken, need)
    assert [one.code for one in verdict.warnings] == [
        "day-not-said",
        "field-unknown-to",
        "works-beside",
        "over-the-day",
    ]
    assert verdict.score == BASE - 4 * WARNING
    assert verdict.can
    assert not verdict.suits


def test_each_limit_of_hours_is_told_with_its_own_figures() -> None:
    hall = Hall()
    boat, night = (hall.need(hall.activity(hours, 27, hours)) for hours in ("9:00-12:00", "18:30-21:00"))
    emi = hall.interpreter("Emi", hours_per_day=6)
    hall.free(emi, 27)
    hall.assign(boat, emi)
    verdict = hall.verdict(emi, night)
    assert [say(one, "en") for one in verdict.warnings] == [
        "would interpret 5.5 h that day without relief, at most 4 h",
        "150 min on end without relief or a pause, at most 120 min",
    ]
    assert say(verdict.points[-1].message, "en") == "would have 5.5 of 6 h that day"
    # Another who takes over all of it ends both, be they asked for or there already; a student does not.
    hall.assign(night, hall.interpreter("Grace", k.InterpreterLevel.STUDENT))
    assert not hall.verdict(emi, night).suits
    hall.assign(night, hall.interpreter("Ken"))
    assert hall.verdict(emi, night).suits
    # What somebody has said of their stretch goes before the rule, in whatever mode.
    talk = hall.need(hall.activity("Talk", 28, "9:00-9:40"), SIMULTANEOUS)
    aya = hall.interpreter("Aya", minutes_at_a_stretch=30)
    hall.free(aya, 28)
    hall.assign(talk, aya)
    assert [say(one, "en") for one in hall.verdict(aya, talk).warnings] == ["40 min without relief, at most 30 min"]


def test_company_is_enough_for_who_never_works_alone_and_what_they_cover_already_is_no_obstacle() -> None:
    hall = Hall()
    need = hall.need(hall.activity("Game", 23, "10:00-11:00", k.ActivityKind.SPORT), ESCORT)
    grace = hall.interpreter("Grace", k.InterpreterLevel.STUDENT)
    hall.free(grace, 23)
    hall.assign(need, grace)
    assert [one.code for one in hall.verdict(grace, need).warnings] == ["works-beside"]
    hall.assign(need, hall.interpreter("Ken"))
    assert hall.verdict(grace, need).suits


def test_where_only_a_part_lacks_somebody_it_is_asked_who_can_take_that() -> None:
    hall = Hall()
    clinic = hall.need(hall.activity("Clinic", 23, "15:00-16:30"))
    call = hall.need(hall.activity("Call", 23, "16:00-17:30"))
    haruko, ken = hall.interpreter("Haruko"), hall.interpreter("Ken")
    for one in (haruko, ken):
        hall.free(one, 23)
    hall.assign(clinic, ken)
    assert [reason.code for reason in hall.verdict(ken, call).reasons] == ["is-elsewhere"]
    hall.assign(call, haruko, covers_until=at("17:00"))
    [only] = candidates(call, hall.plan)
    assert only.suits
    assert only.span == (hall.roster.wanted[call.id].end - dt.timedelta(minutes=30), hall.roster.wanted[call.id].end)
    assert [one.message.figures["hours"] for one in only.points if one.message.code == "merit-hours"] == [2.0]


def test_a_rule_that_is_off_sets_no_limit() -> None:
    hall = Hall()
    need = hall.need(hall.activity("Talk", 23, "9:00-18:00"), SIMULTANEOUS)
    ken = hall.interpreter("Ken")
    hall.free(ken, 23)
    assert [one.code for one in hall.verdict(ken, need).warnings] == ["over-the-day", "long-alone"]
    for code in ("interpreter-day", "simultaneous-alone"):
        hall.add(RuleSetting, visit_id=hall.visit.id, rule=code, strictness=Strictness.OFF)
    assert hall.verdict(ken, need).suits


def test_an_event_without_an_hour_is_judged_by_its_day() -> None:
    hall = Hall()
    need = hall.need(hall.activity("Festival", 24, ""))
    ken = hall.interpreter("Ken")
    hall.free(ken, 24, "9:00-12:00")
    assert [say(one, "en") for one in hall.verdict(ken, need).warnings] == ["can come only 9:00 AM–12:00 PM"]


def test_what_an_event_would_need_is_suggested_by_kind_guests_and_speeches() -> None:
    hall = Hall(k.Preset.JAPANESE_MUNICIPALITY)
    for number in range(15):
        hall.member(f"M{number}")
    tour = hall.activity("Tour", 23, "9:00-10:00", k.ActivityKind.SIGHTS)
    call = hall.activity("Call", 23, "16:00-21:00", place=hall.place("City Hall", kind=k.PlaceKind.CITY_HALL))
    hall.speech(call, 5)
    hall.speech(call, 30, mode=SIMULTANEOUS, language=k.SpeechLanguage.ENGLISH)
    hall.activity("With families", 25, "9:00-18:00", k.ActivityKind.FAMILY)
    hall.activity("Perhaps", 25, "9:00-18:00", status=k.ActivityStatus.IDEA)
    has_one = hall.activity("Dinner", 26, "18:00-20:00", k.ActivityKind.PARTY)
    hall.need(has_one)
    found = suggestions(hall.roster.agenda)
    told = [(one.activity.id, one.values["mode"], one.values["how_many"], one.values.get("minutes")) for one in found]
    assert told == [
        (tour.id, ESCORT, 2, None), (call.id, CONSECUTIVE, 2, None), (call.id, SIMULTANEOUS, 2, 30)
    ]  # fmt: skip
    assert found[1].values["speciality"] == "government"
    assert found[1].values["on_stage"]
    assert found[2].values["pairs"] == frozenset({k.LanguagePair.EN_JA})
    assert [say(one.why, "en") for one in found] == [
        "Escort for 15 guests: 2 are usual, one for eight to ten",
        "Consecutive, 300 min: 2 interpreters are usual (lang-edge.com, usual conditions in Japan)",
        "Simultaneous, 30 min: 2 interpreters are usual (lang-edge.com, usual conditions in Japan)",
    ]
    assert [one.source and one.source.dated for one in found] == [None, *[dt.date(2017, 12, 5)] * 2]


def test_each_group_of_an_event_is_escorted_by_its_own() -> None:
    hall = Hall()
    groups = [hall.group(letter, hall.member(letter)) for letter in "AB"]
    tour = hall.activity("Tour", 23, "9:00-10:00", k.ActivityKind.SIGHTS, everyone=False)
    for group in groups:
        hall.add(ActivityGroup, activity_id=tour.id, group_id=group.id)
    hall.activity("Farewell at the airport", 22, "9:00-10:00", k.ActivityKind.TRAVEL).zone = "Asia/Tokyo"
    hall.activity("Game", 24, "9:00-10:00", k.ActivityKind.SPORT)
    found = suggestions(hall.roster.agenda)
    assert {one.activity.title_en for one in found} == {"Tour", "Game"}, "in their own country everybody understands"
    found = [one for one in found if one.activity is tour]
    assert [one.values["group_id"] for one in found] == [group.id for group in groups]
