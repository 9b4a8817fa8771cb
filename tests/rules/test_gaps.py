"""What is missing for people: a finding for each bed, interpreter, clearance and group, as many as are counted."""

import datetime as dt
from pathlib import Path

import pytest

from planner.commands import records
from planner.language import say
from planner.model.kinds import ClearanceStatus, InterpretingMode, StayKind
from planner.rules.check import check
from planner.rules.clearances import adults_to_clear
from planner.rules.finding import Finding, FindingKind, Severity, Subject
from planner.rules.gaps import CLEARANCE_RULE, gaps
from planner.rules.left import (
    guests_without_bed,
    members_in_no_group,
    needs_without_interpreter,
)
from planner.rules.nights import next_stretch, stretches
from planner.storage import PlannerFile
from planner.ui.pages.overview.counts import left_to_do
from planner.ui.shell.badges import badges
from tests.prepared import begun
from tests.ui.small_visit import FIRST, LAST, begin

DAY = dt.timedelta(days=1)


@pytest.fixture
def file(tmp_path: Path) -> PlannerFile:
    return begun(tmp_path / "visit.shimai", begin)


def of_kind(file: PlannerFile, kind: FindingKind) -> list[Finding]:
    return [finding for finding in gaps(file.plan) if finding.kind == kind]


def said(file: PlannerFile, kind: FindingKind, language: str = "en") -> list[str]:
    return [say(finding.figures, language) for finding in of_kind(file, kind)]


def test_there_is_a_finding_for_each_thing_that_is_counted(file: PlannerFile) -> None:
    plan, found = file.plan, check(file.plan)
    counted = {
        FindingKind.BEDS: len(guests_without_bed(plan)),
        FindingKind.INTERPRETING: len(needs_without_interpreter(plan)),
        FindingKind.CLEARANCES: len(adults_to_clear(plan)),
        FindingKind.GROUPS: len(members_in_no_group(plan)),
    }
    # Notes say more about them, and are not counted.
    weighty = [finding.kind for finding in found if finding.severity is not Severity.NOTE]
    assert counted == {kind: weighty.count(kind) for kind in counted}
    assert all(counted.values())
    cards = {left.page: left.count for left in left_to_do(plan, found)}
    assert cards["homestays"] == counted[FindingKind.BEDS]
    of_homes = sum(one.kind is FindingKind.HOMES and one.severity is not Severity.NOTE for one in found)
    assert badges(found)["homestays"].count == counted[FindingKind.BEDS] + of_homes
    assert cards["interpreters"] == counted[FindingKind.INTERPRETING] == badges(found)["interpreters"].count
    assert cards["hosts"] == counted[FindingKind.CLEARANCES]
    assert cards["people"] == counted[FindingKind.GROUPS]


def test_who_has_no_bed_and_on_which_nights(file: PlannerFile) -> None:
    assert said(file, FindingKind.BEDS) == [
        "Sakura Takahashi has no bed yet on 29–31 Jul.",
        "Hina Yamazaki has no bed for any of the 10 nights.",
        "Ruka Matsumoto has no bed for any of the 10 nights.",
        "Kaori Saitō has no bed for any of the 10 nights.",
    ]
    assert said(file, FindingKind.BEDS, "ja")[:2] == [
        "髙橋 さくら：7月29日–31日の宿泊先が決まっていません。",
        "山﨑 陽菜：全10泊の宿泊先が決まっていません。",
    ]
    sakura = file.plan.members[0]
    assert of_kind(file, FindingKind.BEDS)[0].subject == Subject("Member", sakura.id)
    values = {"member_id": sakura.id, "first_night": dt.date(2027, 7, 30), "last_night": dt.date(2027, 7, 30)}
    file.run(records.add, "Stay", values | {"household_id": file.plan.households[0].id})
    assert said(file, FindingKind.BEDS)[0] == "Sakura Takahashi has no bed yet on 29 Jul and 31 Jul."


def test_a_day_with_a_family_is_no_night_there(file: PlannerFile) -> None:
    hina = file.plan.members[3]
    nights = {"first_night": FIRST, "last_night": LAST - DAY}
    file.run(records.add, "Stay", {"member_id": hina.id, "kind": StayKind.DAY_VISIT} | nights)
    assert "Hina Yamazaki has no bed for any of the 10 nights." in said(file, FindingKind.BEDS)


def test_nights_without_a_place_are_no_bed(file: PlannerFile) -> None:
    hina = file.plan.members[3]
    nights = {"first_night": FIRST, "last_night": LAST - DAY}
    stay = file.run(records.add, "Stay", {"member_id": hina.id} | nights)
    without = "Hina Yamazaki has no bed for any of the 10 nights."
    assert without in said(file, FindingKind.BEDS)
    assert next_stretch(file.plan.members[3], file.plan) == (FIRST, LAST - DAY)
    file.run(records.edit, "Stay", stay, {"kind": StayKind.HOTEL})
    assert without in said(file, FindingKind.BEDS), "a hotel, but nobody knows which"
    file.run(records.edit, "Stay", stay, {"kind": StayKind.ELSEWHERE})
    assert without not in said(file, FindingKind.BEDS)
    file.run(records.edit, "Stay", stay, {"kind": StayKind.HOME, "household_id": file.plan.households[0].id})
    assert without not in said(file, FindingKind.BEDS)


def test_nights_in_a_row_are_one_stretch() -> None:
    days = [dt.date(2027, 7, day) for day in (22, 24, 25, 26, 30, 31)] + [dt.date(2027, 8, 1)]
    assert [(first.day, last.day) for first, last in stretches(days)] == [(22, 22), (24, 26), (30, 1)]
    assert stretches([]) == []


def test_what_has_no_interpreter_or_too_few(file: PlannerFile) -> None:
    first, second = needs_without_interpreter(file.plan)
    assert said(file, FindingKind.INTERPRETING)[0] == (
        f"“{first.activity.title_en}” on {first.activity.starts_on:%a %-d %b} has no interpreter yet."  # type: ignore[union-attr]
    )
    [voice, *_] = file.plan.interpreters
    file.run(records.edit, "Need", first.id, {"how_many": 2})
    file.run(records.add, "Assignment", {"need_id": first.id, "interpreter_id": voice.id})
    assert "has 1 of 2 interpreters." in said(file, FindingKind.INTERPRETING)[0]
    assert "通訳者2名のうち1名しか決まっていません。" in said(file, FindingKind.INTERPRETING, "ja")[0]
    file.run(records.edit, "Need", first.id, {"how_many": 1})
    [left] = of_kind(file, FindingKind.INTERPRETING)
    assert left.subjects == (Subject("Need", second.id), Subject("Activity", second.activity_id or 0))


def test_of_several_needs_of_one_event_it_is_said_which(file: PlannerFile) -> None:
    first, _ = needs_without_interpreter(file.plan)
    values = {"activity_id": first.activity_id, "mode": InterpretingMode.WHISPERED}
    file.run(records.add, "Need", values)
    modes = [words for words in said(file, FindingKind.INTERPRETING) if "” (" in words]
    assert [words.partition("” (")[2].partition(")")[0] for words in modes] == ["consecutive", "whispered"]
    assert any("」（逐次通訳）：" in words for words in said(file, FindingKind.INTERPRETING, "ja"))


def test_why_an_adult_is_not_cleared(file: PlannerFile) -> None:
    assert said(file, FindingKind.CLEARANCES) == [
        "Pat Okafor has no clearance yet.",
        "Emeka Okafor turns 18 on Wed 28 Jul and has no clearance yet.",
        "Pat Nguyen-Baker has no clearance yet.",
        "Pat MacLeod has no clearance yet.",
    ]
    pat = file.plan.households[1].residents[0]
    file.run(records.edit, "Household", file.plan.households[1].id, {"name_en": "Adeyemi", "name_ja": "アデイェミ"})
    assert said(file, FindingKind.CLEARANCES)[0] == "Pat Okafor (Adeyemi) has no clearance yet."
    assert said(file, FindingKind.CLEARANCES, "ja")[0] == "Pat Okafor（アデイェミ家）：身元確認がまだです。"
    file.run(records.add, "Clearance", {"resident_id": pat.id, "status": ClearanceStatus.PENDING})
    assert said(file, FindingKind.CLEARANCES)[0] == "The clearance of Pat Okafor (Adeyemi) is not through yet."
    cleared = {"status": ClearanceStatus.CLEARED, "expires_on": LAST - DAY}
    file.run(records.add, "Clearance", {"resident_id": pat.id} | cleared)
    assert said(file, FindingKind.CLEARANCES)[0] == (
        "The clearance of Pat Okafor (Adeyemi) runs out on Sat 31 Jul, but guests stay until Sun 1 Aug."
    )
    refused = {"resident_id": pat.id, "status": ClearanceStatus.REFUSED}
    file.run(records.add, "Clearance", refused)
    assert said(file, FindingKind.CLEARANCES)[0] == "The clearance of Pat Okafor (Adeyemi) was refused."


def test_an_uncleared_adult_blocks_where_a_minor_sleeps(file: PlannerFile) -> None:
    levels = [finding.severity for finding in of_kind(file, FindingKind.CLEARANCES)]
    assert levels == [Severity.BLOCK, Severity.BLOCK, Severity.BLOCK, Severity.WARN], "nobody is with the MacLeods"
    # Before the son comes of age on 28 July, nobody needs a clearance of him.
    [stay] = [one for one in file.plan.stays if one.household_id == file.plan.households[1].id]
    file.run(records.edit, "Stay", stay.id, {"last_night": dt.date(2027, 7, 27)})
    assert [finding.severity for finding in of_kind(file, FindingKind.CLEARANCES)][:2] == [
        Severity.BLOCK, Severity.WARN,
    ]  # fmt: skip
    misaki = file.plan.members[1]
    file.run(records.edit, "Person", misaki.person_id, {"birth_date": dt.date(1990, 1, 1)})
    levels = [finding.severity for finding in of_kind(file, FindingKind.CLEARANCES)]
    assert levels == [Severity.WARN, Severity.WARN, Severity.BLOCK, Severity.WARN]
    pat = file.plan.households[3].residents[0]
    file.run(records.add, "Clearance", {"resident_id": pat.id, "status": ClearanceStatus.REFUSED})
    *_, refused = of_kind(file, FindingKind.CLEARANCES)
    assert refused.severity is Severity.BLOCK
    assert refused.subjects == (Subject("Household", pat.household_id), Subject("Resident", pat.id))
    assert refused.source is CLEARANCE_RULE
    assert CLEARANCE_RULE.citation.said_in("en") == "22 CFR 62.25(j)(7)"


def test_who_is_in_no_group(file: PlannerFile) -> None:
    assert said(file, FindingKind.GROUPS)[0] == "Misaki Satō is in no squad yet."
    assert said(file, FindingKind.GROUPS, "ja")[0] == "佐藤 美咲：班が決まっていません。"


def test_a_finding_keeps_its_key_while_the_same_thing_is_missing(file: PlannerFile) -> None:
    before = {finding.key for finding in of_kind(file, FindingKind.BEDS)}
    sakura = file.plan.members[0]
    for stay in sakura.stays:
        file.run(records.remove, "Stay", stay.id)
    assert {finding.key for finding in of_kind(file, FindingKind.BEDS)} == before
    assert f"beds:Member.{sakura.id}" in before
