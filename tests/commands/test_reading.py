"""Reading a file of sheets at one go: what only a person can say is asked for, or refused with what to add."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.commands.reading import read_into
from planner.intake.proposals import Question
from planner.language import say
from planner.model.kinds import SheetKind
from planner.model.message import PlannerError
from planner.storage import PlannerFile
from tests.intake.conftest import start_visit
from tests.prepared import begun

NO_KIND = "Name,Foo\nMei Kato,tall\n"
US_DAYS = "Name,Date of birth\nMei Kato,3/4/2013\n"


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[PlannerFile]:
    """A visit with nobody in it yet."""
    with begun(tmp_path / "visit.shimai", start_visit) as opened:
        yield opened


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return tmp_path / "form.csv"


def test_a_sheet_whose_headings_tell_no_kind_is_refused_with_what_to_add(
    bare: PlannerFile, form: Path
) -> None:
    form.write_text(NO_KIND, encoding="utf-8")
    with pytest.raises(PlannerError, match="import-kind-open") as refused:
        list(read_into(bare, form))
    words = say(refused.value, "en")
    assert "form.csv" in words
    assert all(f"--kind {kind.value}" in words for kind in SheetKind)
    assert bare.plan.people == ()
    [shown] = read_into(bare, form, accept=False)
    assert [question.key for question in shown.questions] == ["sheet_kind"]
    list(read_into(bare, form, kind=SheetKind.INTERPRETERS))
    assert len(bare.plan.interpreters) == 1


def test_days_that_can_be_two_are_refused_with_what_to_add(bare: PlannerFile, form: Path) -> None:
    form.write_text(US_DAYS, encoding="utf-8")
    with pytest.raises(PlannerError, match="import-question-open") as refused:
        list(read_into(bare, form))
    for language in ("en", "ja"):
        words = say(refused.value, language)
        assert "3/4/2013" in words
        assert "--days month-first" in words
        assert "--days day-first" in words
    list(read_into(bare, form, answers={"day_order": "month_first"}))
    [person] = bare.plan.people
    assert str(person.birth_date) == "2013-03-04"


def test_whoever_is_there_is_asked_once_for_each(bare: PlannerFile, form: Path) -> None:
    asked: list[str] = []

    def answer(question: Question) -> str:
        asked.append(question.key)
        assert say(question.message, "en")
        return {"sheet_kind": "guests", "day_order": "day_first"}[question.key]

    form.write_text("Name,Date of birth\nMei Kato,3/4/2013\n", encoding="utf-8")
    [proposal] = read_into(bare, form, ask=answer)
    assert asked == ["day_order"]
    assert proposal.kind is SheetKind.GUESTS
    form.write_text(NO_KIND, encoding="utf-8")
    asked.clear()
    [proposal] = read_into(bare, form, ask=answer)
    assert (asked, proposal.kind) == (["sheet_kind"], SheetKind.GUESTS)


def test_whoever_does_not_answer_gets_the_sentence(bare: PlannerFile, form: Path) -> None:
    form.write_text(NO_KIND, encoding="utf-8")
    with pytest.raises(PlannerError, match="import-kind-open"):
        list(read_into(bare, form, ask=lambda question: None))
