"""`assign`: a visit and a bare problem, for a reader, for a program, and what is refused."""

import json
from pathlib import Path

import pytest

from planner.cli.proved import verdict
from planner.commands import interpreting, records
from planner.matching.exact.reached import Reached
from planner.matching.shifts.answer import Aim, Cover
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
    assert told["aims"][0] == {"aim": "uncovered", "value": 360, "bound": 360, "gap": 0.0}


def test_a_file_that_is_no_problem_is_refused(run: Run, tmp_path: Path) -> None:
    assert "There is no file" in run("assign", "--problem", tmp_path / "none.json").err
    said = run("assign", "--problem", written(tmp_path, shifts=[{"start": 1}]), "--json")
    assert (said.code, json.loads(said.out)["error"]["code"]) == (1, "shifts-figure-missing")


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
    assert {one["code"] for one in told["not_kept"]} >= {"long-alone"}
    assert json.loads(run("assign", practice, "--apply", "--json").out)["applied"]
    with PlannerFile.open(practice, read_only=True) as file:
        assert sum(len(one.assignments) for one in file.plan.needs) == len(told["assignments"])


def test_an_illness_is_told_with_what_is_uncovered_and_why_in_both_languages(run: Run, practice: Path) -> None:
    run("assign", practice, "--apply")
    ill = ("assign", practice, "--ill", "bell", "--from", "2027-07-31 12:00")
    # A second escort that nobody can be is missing before, and is no news of hers; nor is what others do.
    with PlannerFile.open(practice) as file:
        [boat] = [one for one in file.plan.needs if one.activity and one.activity.title_en.startswith("Lobster boat")]
        file.run(records.edit, "Need", boat.id, {"how_many": 2})
    said = run(*ill)
    changes, told = said.out.split("180 minutes newly uncovered:")
    assert "Farewell dinner with speeches  Haruko Bell  no longer  cannot come any more" in changes
    assert "Lobster" not in changes
    new, old = told.split("180 minutes uncovered already before:")
    assert "✕ Sat 31 Jul" in new
    assert "Haruko Bell: cannot come any more" in new
    assert "✕ Tue 27 Jul 9:00 AM–12:00 PM Lobster boat and lighthouse × 1" in old
    assert "Nothing was changed" in old
    japanese = run(*ill, "--language", "ja").out
    assert "来られなくなりました" in japanese
    assert "以前から担当者のいない時間 180分：" in japanese
    given = json.loads(run(*ill, "--json").out)
    assert (given["uncovered_minutes"], given["newly_uncovered_minutes"]) == (360, 180)
    assert {(one["title_en"][:7], one["new"]) for one in given["uncovered"]} == {("Lobster", False), ("Farewel", True)}
    assert not any(one["new"] for one in given["not_kept"])
    assert "最善であることが証明されています。" in japanese


def test_who_is_concerned_by_an_illness_is_told_for_a_program(run: Run, practice: Path) -> None:
    run("assign", practice, "--apply")
    before = json.loads(run("assign", practice, "--json").out)["assignments"]
    told = json.loads(run("assign", practice, "--ill", "yoshino", "--from", "2027-07-26T08:00", "--json").out)
    changed = [one for one in told["assignments"] if one["step"] != "kept"]
    assert {one["interpreter_name"] for one in changed} == {"Ken Yoshino", *told["to_be_told"]}
    assert told["to_be_told"]

    def past(lines: list[dict[str, str]]) -> list[tuple[str, ...]]:
        return [(one["event"], one["interpreter"], one["from"]) for one in lines if one["on"] < "2027-07-26"]

    assert past(told["assignments"]) == past(before)


def test_who_is_ill_is_not_assigned_again_once_that_is_taken_over(run: Run, practice: Path) -> None:
    run("assign", practice, "--apply")
    taken = run("assign", practice, "--ill", "bell", "--from", "2027-07-31", "--apply", "--json").out
    assert json.loads(taken)["applied"]
    again = json.loads(run("assign", practice, "--json").out)
    assert [one["step"] for one in again["assignments"]] == ["kept"] * 11
    assert "Haruko Bell" not in {one["interpreter_name"] for one in again["assignments"]}
    run("history", practice, "--undo")
    assert "Haruko Bell" in run("assign", practice).out, "one step back"
    # No day at all cannot be noted: that is said, and her duties are taken from her all the same.
    said = run("assign", practice, "--ill", "bell", "--apply").out
    assert "Taken over into the file." in said
    assert said.endswith("Haruko Bell could then come on no day at all: remove them from the visit instead.\n")
    told = json.loads(run("assign", practice, "--ill", "bell", "--apply", "--json").out)
    assert told["absence_not_noted"]["code"] == "comes-on-no-day"


def test_why_somebody_is_not_at_an_event_is_told_in_both_languages(run: Run, practice: Path) -> None:
    asked = ("assign", practice, "--why-not", "bell", "--event", "farewell")
    told = json.loads(run(*asked, "--json").out)
    assert told["interpreter_name_ja"] == "ベル 春子"
    modes = {one["mode"]: one for one in told["events"]}
    assert set(modes) == {"consecutive", "simultaneous"}
    assert all(one["is_there"] == (not one["reasons"]) for one in told["events"])
    assert "Haruko Bell, Farewell dinner with speeches (Simultaneous):" in run(*asked).out
    said = run(
        "assign", practice, "--why-not", "ベル", "--event", "美術館", "--on", "2027-07-28", "--language", "ja"
    ).out
    assert "美術館見学" in said
    assert len(said.splitlines()) > 1


def test_who_or_when_that_is_not_known_is_refused(run: Run, practice: Path) -> None:
    def code(*more: str) -> str:
        said = run("assign", practice, *more, "--json")
        assert said.code == 1
        return str(json.loads(said.out)["error"]["code"])

    assert code("--ill", "nobody") == "assigning-name-unknown"
    assert code("--ill", "e") == "assigning-name-ambiguous"
    assert code("--ill", "bell", "--from", "2027-07-31 25:00") == "assigning-time"
    assert code("--ill", "bell", "--from", "noonish") == "day-not-read"
    assert code("--why-not", "bell", "--event", "Moon landing") == "assigning-event-unknown"
    assert code("--why-not", "bell", "--event", "museum") == "assigning-event-ambiguous"
    assert code("--why-not", "bell", "--event", "Japan Night", "--on", "2027-07-24") == "assigning-event-not-then"
    for half in (("--from", "2027-07-31"), ("--why-not", "bell"), ("--event", "Japan Night"), ("--on", "2027-07-27")):
        assert run("assign", practice, *half).code == 2
    assert run("assign", practice, "--ill", "bell", "--why-not", "bell", "--event", "Japan Night").code == 2
    assert run("assign").code == 2
    # What would be passed over in silence is refused.
    why = ("--why-not", "bell", "--event", "Japan Night")
    assert "only asks" in run("assign", practice, *why, "--apply").err
    assert "--seconds is for a problem" in run("assign", practice, "--seconds", "3").err
    assert "--apply is for a planner file" in run("assign", "--problem", "shifts.json", "--apply").err
    with PlannerFile.open(practice) as file:
        file.run(interpreting.remove_interpreters, [one.id for one in file.plan.interpreters])
    assert code("--ill", "bell") == "assigning-nobody"
    said = run("assign", practice, "--apply").out
    assert said.startswith("This visit has no interpreters yet.")
    assert "minutes uncovered:" in said
    assert said.endswith("Nothing has to be changed.\n")
    with PlannerFile.open(practice) as file:
        for need in file.plan.needs:
            file.run(records.remove, "Need", need.id)
    assert run("assign", practice).out.splitlines()[1].startswith("Nothing in this visit needs an interpreter yet")


def test_what_is_not_proved_is_told_aim_by_aim() -> None:
    reached = (Reached(Aim.UNCOVERED, 30, 30), Reached(Aim.FACES, 100, 97), Reached(Aim.SPREAD, 90, 90))
    lines = verdict(Cover((), (), (), reached=reached))
    assert lines == [
        "Proved to lie at most 3 % from the best in each aim:",
        "  uncovered time: the best",
        "  the same faces: at most 3 % from the best",
        "  fair shares, ways included: the best",
    ]
    assert verdict(Cover((), (), (), reached=reached[:1])) == ["Proved to be the best."]
