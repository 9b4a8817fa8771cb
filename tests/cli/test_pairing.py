"""`pair --problem`: for a reader, for a program, and what is refused."""

import json
from pathlib import Path

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
