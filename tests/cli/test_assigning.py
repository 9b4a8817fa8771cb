"""`assign --problem`: for a reader, for a program, and what is refused."""

import json
from pathlib import Path

from tests.cli.conftest import Run

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
