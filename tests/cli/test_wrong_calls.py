"""Called wrongly in every way: a sentence in the language of the screen, exit code 2, and never a trace."""

from pathlib import Path

import pytest

from planner.cli.helping import _wrapped
from planner.cli.speech import width_of
from tests.cli.conftest import SAMPLE, Run

CALLS = [
    (["shwo"], "show"),
    (["bogus"], "bogus"),
    (["show"], "FILE"),
    (["import", "x.shimai"], "SHEET"),
    (["show", "x.shimai", "nothing"], "interpreters"),
    (["show", "x.shimai", "people", "more"], "more"),
    (["show", "x.shimai", "--json=yes"], "--json"),
    (["print", "x.shimai", "--ins", "ja"], "--in"),
    (["print", "x.shimai", "--in", "de"], "both"),
    (["print", "x.shimai", "--for"], "--for"),
    (["print", "x.shimai", "--for", "Sakura", "--everyone"], "--everyone"),
    (["calendar", "x.shimai", "--for", "Sakura", "--everyone"], "--everyone"),
    (["calendar", "x.shimai", "--for", " "], "--for"),
    (["history", "x.shimai", "--limit", "0"], "1"),
    (["history", "x.shimai", "--limit", "many"], "--limit"),
    (["history", "x.shimai", "--undo", "--redo"], "--undo"),
    (["new", "x", "--host", "", "--home", "品川区", "--from", "2027-07-22", "--to", "2027-08-01"], "--host"),
    (["new", "x", "--host", "Osaka", "--home", " ", "--from", "2027-07-22", "--to", "2027-08-01"], "--home"),
    (["new", "x", "--host", "Osaka"], "--home"),
    (["sample"], "--out"),
]


@pytest.mark.parametrize(("words", "named"), CALLS, ids=[" ".join(words) for words, _ in CALLS])
def test_a_wrong_call_is_said_in_both_languages(
    run: Run, words: list[str], named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = {language: run("--language", language, *words) for language in ("en", "ja")}
    for language, one in said.items():
        assert (one.code, one.out) == (2, ""), one.err
        first, usage, more = one.err.splitlines()
        assert named in first
        assert any(ord(letter) > 0x3000 for letter in first.replace("「品川区」", "")) == (language == "ja"), first
        assert "--help" in more
        assert usage.startswith(("Usage:", "使い方："))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    "words",
    [
        ["show", "folder"],
        ["show", "nowhere.shimai"],
        ["check", "form.csv"],
        ["import", "nowhere.shimai", "form.csv"],
        ["print", "form.csv"],
        ["print", "visit.shimai", "--out", "form.csv"],
        ["print", "visit.shimai", "--for", "Nobody"],
        ["calendar", "visit.shimai", "--out", "form.csv/deeper"],
        ["import", "visit.shimai", "."],
        ["import", "visit.shimai", "form.csv"],
        ["sample", "--out", "form.csv"],
        ["new", "visit", "--host", "Portland ME", "--home", "品川", "--from", "2027-07-22", "--to", "2027-08-01"],
        ["new", "v", "--host", "Portland ME", "--home", "品川", "--from", "3/4/2027", "--to", "2027-08-01"],
        ["new", "v", "--host", "Portland ME", "--home", "品川", "--from", "July 22", "--to", "2027-08-01"],
        ["new", "v", "--host", "Portland ME", "--home", "品川", "--from", "2027-08-22", "--to", "2027-08-01"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_one_sentence(
    run: Run, practice: Path, words: list[str], language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    practice.rename("visit.shimai")
    Path("folder").mkdir()
    Path("form.csv").write_bytes(b"%PDF-1.7 not a form")
    said = run("--language", language, *words)
    assert (said.code, said.out) == (1, "")
    [line] = said.err.splitlines()
    assert line.endswith("。" if language == "ja" else (".", "?")), line
    assert "–" not in line


def test_days_are_read_as_people_write_them(run: Run, tmp_path: Path) -> None:
    cities = ("--host", "Portland ME", "--home", "品川")
    spellings = (
        ("7/22/2027", "8/1/2027"),
        ("22/7/2027", "1/8/2027"),
        ("July 22, 2027", "令和9年8月1日"),
        ("2027/7/22", "20270801"),
    )
    for number, (first, last) in enumerate(spellings):
        file = tmp_path / f"{number}.shimai"
        assert run("new", file, *cities, "--from", first, "--to", last).code == 0
        assert "2027-07-22" in (shown := run("show", file, "--json").out)
        assert "2027-08-01" in shown


def test_lines_of_help_are_no_wider_than_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    for language in ("en", "ja"):
        described, _, _ = run("--language", language, "import", "--help").out.partition("--kind")
        lines = described.splitlines()
        assert all(width_of(line) <= 60 for line in lines), lines
        assert not any(line.strip()[:1] in "、。）" for line in lines if line.strip())
    lines = list(_wrapped("姉妹都市。" * 12, 2))
    assert "".join(line.strip() for line in lines) == "姉妹都市。" * 12
    assert all(width_of(line) <= 60 and not line.strip().startswith("。") for line in lines)


def test_a_word_that_is_a_file_is_no_job(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from planner.app import _is_job

    monkeypatch.chdir(tmp_path)
    assert _is_job(["visit"])
    Path("visit").write_text("")
    assert not _is_job(["visit"])
    assert not _is_job(["visit.shimai"])
    assert not _is_job([str(SAMPLE)])
    assert not _is_job([])


def test_every_job_is_one_also_where_a_folder_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from planner.app import _is_job
    from planner.cli.application import make_command

    monkeypatch.chdir(tmp_path)
    for job in make_command().commands:
        Path(job).mkdir()
        assert _is_job([job, "x.shimai"])
