"""`assign`: a visit and a bare problem, for a reader, for a program, and what is refused."""

import json
from pathlib import Path

import pytest

from planner.storage import PlannerFile
from tests.cli.conftest import Run
from tests.prepared import copy_practice

DOCUMENTED = Path(__file__).resolve().parents[2] / "docs" / "shift-problem.md"


def written(folder: Path, **more: object) -> Path:
    problem = json.loads(DOCUMENTED.read_text(encoding="utf-8").split("```")[1].removeprefix("json"))
    file = folder / "shifts.json"
    file.write_text(json.dumps({**problem, **more}), encoding="utf-8")
    return file


def test_the_documented_problem_is_answered_for_a_reader(run: Run, tmp_path: Path) -> None:
    said = run("assign", "--problem", written(tmp_path))
    assert said.code == 0
    assert "Ceremony  Bell  600–645" in said.out
    assert "Proved to be the best." in said.out
    assert "最善" in run("assign", "--problem", written(tmp_path), "--language", "ja").out


def test_the_documented_problem_is_answered_for_a_program(run: Run, tmp_path: Path) -> None:
    told = json.loads(run("assign", "--problem", written(tmp_path, people=["Lee"]), "--json").out)
    assert told["status"] == "optimal"
    assert {one["shift"] for one in told["lacking"]} == {"Ceremony"}
    assert {one["shift"] for one in told["assignment"]} == {"Museum", "Lunch"}
    assert told["aims"][0] == {"aim": "uncovered", "value": 360, "bound": 360}


def test_a_file_that_is_no_problem_is_refused(run: Run, tmp_path: Path) -> None:
    assert "There is no file" in run("assign", "--problem", tmp_path / "none.json").err
    said = run("assign", "--problem", written(tmp_path, shifts=[{"start": 1}]), "--json")
    assert (said.code, json.loads(said.out)["error"]["code"]) == (1, "shifts-no-whole")


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    file = tmp_path / "portland.shimai"
    copy_practice(file)
    return file


def test_a_visit_is_assigned_for_a_program_and_taken_over(run: Run, practice: Path) -> None:
    told = json.loads(run("assign", practice, "--json").out)
    assert (told["status"], told["uncovered_minutes"], told["applied"]) == ("optimal", 0, False)
    camp = [one for one in told["assignments"] if one["title_en"].startswith("Camp day")]
    assert {(one["from"], one["until"], one["step"]) for one in camp} == {
        ("09:00", "13:00", "new"),
        ("13:00", "15:00", "new"),
    }
    assert all(reason["sentence"]["ja"] for one in told["assignments"] for reason in one["reasons"])
    assert {one["code"] for one in told["not_kept"]} >= {"simultaneous-alone.name"}
    assert json.loads(run("assign", practice, "--apply", "--json").out)["applied"]
    with PlannerFile.open(practice, read_only=True) as file:
        assert sum(len(one.assignments) for one in file.plan.needs) == len(told["assignments"])


def test_an_illness_is_told_with_what_is_uncovered_and_why_in_both_languages(run: Run, practice: Path) -> None:
    run("assign", practice, "--apply")
    ill = ("assign", practice, "--without", "bell", "--from", "2027-07-31", "12:00")
    said = run(*ill)
    assert "✕ Sat 31 Jul" in said.out
    assert "Haruko Bell: cannot come any more" in said.out
    assert "Nothing was changed" in said.out
    japanese = run(*ill, "--language", "ja").out
    assert "来られなくなりました" in japanese
    assert "最善であることが証明されています。" in japanese


def test_who_or_when_that_is_not_known_is_refused(run: Run, practice: Path) -> None:
    def code(*more: str) -> str:
        said = run("assign", practice, *more, "--json")
        assert said.code == 1
        return str(json.loads(said.out)["error"]["code"])

    assert code("--without", "nobody") == "assigning-name-unknown"
    assert code("--without", "e") == "assigning-name-ambiguous"
    assert code("--without", "bell", "--from", "2027-07-31", "noonish") == "assigning-time"
    assert run("assign", practice, "--from", "2027-07-31", "12:00").code == 2
    assert run("assign").code == 2
