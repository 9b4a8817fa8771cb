"""The examples of docs/guide/command-line.md, run one after the other as they stand there: their keys are true."""

import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest

from planner.cli import BLOCKED, DONE, NOT_DONE, STOPPED, USAGE
from tests.cli.conftest import SAMPLE, Run

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide" / "command-line.md"
PROBLEMS = {"problem.json": "matching-problem.md", "shifts.json": "shift-problem.md"}
EXAMPLE = re.compile(r"^### `([^`\n]+ --json)`\n+```json\n(.*?)^```$", re.MULTILINE | re.DOTALL)
JOBS = {"new", "import", "show", "check", "print", "calendar", "calls", "pair", "assign", "history"}


def differences(told: Any, documented: Any, where: str = "") -> list[str]:
    """Where the keys of what was said and of the example are not the same."""
    if isinstance(told, dict) and isinstance(documented, dict):
        if list(told) != list(documented):
            return [f"{where}: {list(told)} is documented as {list(documented)}"]
        return [line for key in told for line in differences(told[key], documented[key], f"{where}.{key}")]
    if isinstance(told, list) and isinstance(documented, list):
        return [line for one in told for example in documented for line in differences(one, example, f"{where}[]")]
    # What may be missing is documented where it is there.
    if None in (told, documented) or type(told) is type(documented):
        return []
    return [f"{where}: {told!r} is documented as {documented!r}"]


def test_every_example_is_true(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, described in PROBLEMS.items():
        words = (GUIDE.parents[1] / described).read_text(encoding="utf-8")
        (tmp_path / name).write_text(words.split("```")[1].removeprefix("json"), encoding="utf-8")
    for form in SAMPLE.iterdir():
        shutil.copy(form, tmp_path)
    monkeypatch.chdir(tmp_path)
    examples = EXAMPLE.findall(GUIDE.read_text(encoding="utf-8"))
    assert {call.split()[0] for call, _ in examples} == JOBS
    for call, example in examples:
        said = run(*shlex.split(call))
        assert said.code == (NOT_DONE if "missing" in call else DONE), said.err
        told, documented = json.loads(said.out), json.loads(example)
        assert differences(told, documented) == [], call
        # An example that shows a thing which is not said there at all would prove nothing.
        assert all(bool(told[key]) == bool(documented[key]) for key in documented), call


def test_an_example_that_lies_is_found() -> None:
    assert differences({"a": [{"b": 1}]}, {"a": [{"b": 2}]}) == []
    assert differences({"a": [{"b": 1}]}, {"a": [{"c": 2}]})
    assert differences({"a": {"b": "x"}}, {"a": "x"})


def test_exit_codes_are_as_documented(run: Run) -> None:
    words = GUIDE.read_text(encoding="utf-8")
    assert all(f"| {code} | " in words for code in (DONE, NOT_DONE, USAGE, BLOCKED, STOPPED))
