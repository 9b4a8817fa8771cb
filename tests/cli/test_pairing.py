"""`pair`: the homestays of a visit and a plain problem, for a reader, for a program, and what is refused."""

import json
from pathlib import Path

import pytest

from planner.commands import records
from planner.storage import PlannerFile
from tests.cli.conftest import Run

PROBLEM = {
    "guests": ["Aiko", {"name": "Ben", "size": 2}, "Chie"],
    "homes": [{"name": "Smith", "capacity": 2}, {"name": "Jones", "capacity": 2}],
    "costs": [[3, 5], [5, 1], [4, 4]],
    "forbidden": [["Chie", "Jones"]],
}


def written(folder: Path, problem: object) -> Path:
    file = folder / "problem.json"
    file.write_text(json.dumps(problem), encoding="utf-8")
    return file


def test_a_problem_is_answered_for_a_reader(run: Run, tmp_path: Path) -> None:
    said = run("pair", "--problem", written(tmp_path, PROBLEM))
    assert said.code == 0
    assert said.out == "Aiko  Smith  3\nBen   Jones  1\nChie  Smith  4\nTotal 8: proved to be the best.\n"
    assert "合計8" in run("pair", "--problem", written(tmp_path, PROBLEM), "--language", "ja").out


def test_a_problem_is_answered_for_a_program(run: Run, tmp_path: Path) -> None:
    told = json.loads(run("pair", "--problem", written(tmp_path, PROBLEM), "--json").out)
    assert (told["status"], told["total"], told["bound"], told["gap"]) == ("optimal", 8, 8, 0)
    assert told["assignment"][1] == {"guest": "Ben", "home": "Jones", "cost": 1}


def test_a_problem_without_an_answer_is_code_1(run: Run, tmp_path: Path) -> None:
    tight = {**PROBLEM, "homes": [{"name": "Smith", "capacity": 1}, "Jones"]}
    said = run("pair", "--problem", written(tmp_path, tight))
    assert (said.code, said.out) == (1, "No assignment places every guest within the capacities.\n")
    told = json.loads(run("pair", "--problem", written(tmp_path, tight), "--json").out)
    assert (told["status"], told["assignment"], told["gap"]) == ("infeasible", None, None)


def test_a_file_that_is_no_problem_is_refused(run: Run, tmp_path: Path) -> None:
    assert "There is no file" in run("pair", "--problem", tmp_path / "none.json").err
    broken = tmp_path / "broken.json"
    broken.write_text('{"guests": [,', encoding="utf-8")
    assert "line 1, column 13" in run("pair", "--problem", broken).err
    assert "cannot be read" in run("pair", "--problem", tmp_path).err
    said = run("pair", "--problem", written(tmp_path, {**PROBLEM, "costs": [[1, 2]]}), "--json")
    assert (said.code, json.loads(said.out)["error"]["code"]) == (1, "problem-rows")


@pytest.fixture
def few(practice: Path) -> Path:
    """The practice visit with four who travel, so that it is quick: one is allergic to cats, two are at Ouellette."""
    with PlannerFile.open(practice) as file:
        for member in file.plan.members:
            if member.person.given_name not in ("Sakura", "Misaki", "Kaede", "Mei"):
                file.run(records.edit, "Member", member.id, {"withdrawn": True})
    return practice


def test_the_homestays_of_a_visit_are_paired_and_taken_over(run: Run, few: Path) -> None:
    told = json.loads(run("pair", few, "--json").out)
    assert (told["status"], told["gap"], told["applied"], told["without_bed"]) == ("optimal", 0, False, [])
    assert [one["aim"] for one in told["aims"]] == ["placed", "stays", "worst", "total"]
    stays = {stay["guest_name"]: stay for stay in told["stays"]}
    assert list(stays) == ["Sakura", "Misaki", "Mei", "Kaede"]
    assert stays["Misaki"]["family_name"] != "Ouellette", "cat"
    mei = stays["Mei"]
    assert (mei["first_night"], mei["last_night"], mei["step"]) == ("2027-07-22", "2027-07-31", "new")
    assert sum(one["points"] for one in mei["points"]) > 50
    assert all(set(one["sentence"]) == {"en", "ja"} and one["wish"] for one in mei["points"])
    assert run("pair", few, "--json").out.replace(f'"seconds": {told["seconds"]}', "") != "", "nothing was changed"
    assert json.loads(run("pair", few, "--apply", "--json").out)["applied"]
    with PlannerFile.open(few, read_only=True) as file:
        there = {stay.member.uid: stay.household.uid for stay in file.plan.stays if stay.household}
    assert there == {stay["guest"]: stay["family"] for stay in told["stays"]}


def test_a_family_drops_out_and_a_guest_is_ill(run: Run, few: Path) -> None:
    told = json.loads(run("pair", few, "--apply", "--json").out)
    family = next(stay["family_name"] for stay in told["stays"] if stay["guest_name"] == "Sakura")
    again = run("pair", few, "--from-night", "2027-07-28", "--without", family, "--away", "Mei=2027-07-30..2027-07-31")
    assert "Sakura" in again.out
    assert "Nothing was changed; --apply takes it over." in again.out
    repair = json.loads(
        run("pair", few, "--from-night", "2027-07-28", "--away", "芽依=2027-07-30..2027-07-31", "--json").out
    )
    assert (repair["to_be_told"], len(repair["families_to_be_told"])) == (["Mei"], 1)
    assert [(one["first_night"], one["last_night"]) for one in repair["stays"] if one["guest_name"] == "Mei"] == [
        ("2027-07-22", "2027-07-29")
    ]


def test_why_not_here(run: Run, few: Path) -> None:
    said = run("pair", few, "--why", "Misaki", "Ouellette").out
    assert said.splitlines() == [
        "Misaki at Ouellette",
        "✕ Ouellette has a cat indoors; Misaki has a cat allergy.",
        "It is possible on no night.",
    ]
    assert "どの夜も泊まれません。" in run("pair", few, "--why", "美咲", "Ouellette", "--language", "ja").out
    told = json.loads(run("pair", few, "--why", "Kaede", "MacLeod", "--json").out)
    assert (told["guest_name"], len(told["possible_nights"])) == ("Kaede", 10)
    assert told["cost"]["sentences"]
    forbidden = json.loads(run("pair", few, "--why", "Misaki", "Ouellette", "--json").out)
    assert (forbidden["cost"], forbidden["in_the_way"][0]["severity"]) == (None, "block")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--without", "Nobody"), "No family that hosts in this visit is named “Nobody”."),
        (("--away", "Nobody=2027-07-28"), "No guest of this visit is named “Nobody”."),
        (("--away", "Mei"), "“Mei” is not a guest with nights, such as Sakura=2027-07-28..2027-07-30."),
        (("--away", "Mei=2027-07-30..2027-07-28"), "is not a guest with nights"),
        (("--from-night", "2027-09-01"), "is no night of this visit."),
        (("--why", "M", "Ouellette"), "“M” can be several guests: "),
    ],
)
def test_what_is_not_understood_is_said(run: Run, practice: Path, words: tuple[str, ...], said: str) -> None:
    answer = run("pair", practice, *words)
    assert (answer.code, said in answer.err) == (1, True)
