"""How long ago somebody may have been cleared: a figure of the visit's rules."""

import datetime as dt
from pathlib import Path

import pytest

from planner.commands import records, ruling
from planner.language import say
from planner.model.ruling import Strictness
from planner.rules.check import check
from planner.rules.clearances import adults_of, adults_to_clear, clearance_too_old, months_held
from planner.rules.finding import Finding, Severity, Subject
from planner.storage import PlannerFile
from tests.prepared import begun
from tests.ui.small_visit import LAST, begin

LAST_NIGHT = LAST - dt.timedelta(days=1)


@pytest.fixture
def file(tmp_path: Path) -> PlannerFile:
    return begun(tmp_path / "visit.shimai", begin)


def found(file: PlannerFile) -> list[Finding]:
    return [finding for finding in check(file.plan) if finding.rule == clearance_too_old.code]


def clear_on(file: PlannerFile, day: dt.date, **others: object) -> Subject:
    """Have the first adult of the first family cleared on a day."""
    resident = file.plan.households[0].residents[0]
    file.run(records.edit, "Clearance", resident.clearances[0].id, {"cleared_on": day, "expires_on": None} | others)
    return Subject("Resident", resident.id)


def test_three_years_before_the_last_night_and_not_a_day_more(file: PlannerFile) -> None:
    who = clear_on(file, dt.date(LAST_NIGHT.year - 3, LAST_NIGHT.month, LAST_NIGHT.day))
    assert found(file) == []
    assert who.id not in {resident.id for resident in adults_to_clear(file.plan)}
    clear_on(file, dt.date(2024, 6, 1))
    [finding] = found(file)
    assert who in finding.subjects
    assert finding.severity is Severity.WARN
    assert say(finding.figures) == (
        "Pat Ouellette was cleared on 1 Jun 2024; on the last night, Sat 31 Jul, that is more than 36 months ago."
    )
    japanese = "身元確認日は2024年6月1日です。最終泊の7月31日(土)には36か月を超えています。"
    assert say(finding.figures, "ja").endswith(japanese)
    assert who.id in {resident.id for resident in adults_to_clear(file.plan)}
    assert sum(who in each.subjects for each in check(file.plan)) == 1


def test_an_end_that_is_stated_counts_instead(file: PlannerFile) -> None:
    clear_on(file, dt.date(2020, 6, 1), expires_on=LAST)
    assert found(file) == []


def test_a_visit_says_otherwise_or_does_not_ask(file: PlannerFile) -> None:
    who = clear_on(file, dt.date(2026, 6, 1))
    visit = file.plan.visit.id
    file.run(ruling.set_rule, visit, clearance_too_old.code, Strictness.PRESET, {"months": 12})
    assert months_held(file.plan) == 12
    assert [finding.subjects[1] for finding in found(file)] == [who]
    file.run(ruling.set_rule, visit, clearance_too_old.code, Strictness.OFF, {})
    assert (months_held(file.plan), found(file)) == (None, [])
    assert who.id not in {resident.id for resident in adults_to_clear(file.plan)}
    assert who.id in {resident.id for resident in adults_of(file.plan)}
