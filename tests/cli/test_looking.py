"""What the command line says: in both languages, for people and for programs, with the exit codes promised."""

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from planner.cli import speech
from planner.commands import records, ruling
from planner.language import screen_language
from planner.model.kinds import StayKind
from planner.rules.check import check
from planner.rules.finding import FindingKind, Severity
from planner.storage import PlannerFile
from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
JOBS = ("sample", "new", "import", "show", "check", "print", "calendar", "calls", "pair", "assign", "history")


@pytest.mark.parametrize("job", JOBS)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_help_is_worth_reading_in_both_languages(run: Run, job: str, language: str) -> None:
    said = run("--language", language, job, "--help")
    assert said.code == 0
    assert ("Examples:" in said.out, "例：" in said.out) == (language == "en", language == "ja")
    assert f"{job} " in said.out
    assert ("Options:" in said.out, "オプション：" in said.out) == (language == "en", language == "ja")
    assert "Show this message" not in said.out
    described = said.out.partition("\n\n")[2].partition("\n\n")[0]
    assert any(ord(letter) > 0x3000 for letter in described) == (language == "ja")


def test_the_first_help_names_every_job_and_exit_code(run: Run) -> None:
    said = run("--help")
    assert all(f"\n  {job} " in said.out for job in JOBS)
    assert "Exit codes: 0" in said.out


def test_a_wrong_call_is_code_2(run: Run) -> None:
    assert run("show").code == 2
    assert run("--language", "de", "show", "x").code == 2
    assert run("sample").code == 2
    assert run("show", "x.shimai", "nothing").code == 2


def test_the_locale_decides_the_language(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert "is not there" in run("show", tmp_path / "x.shimai").err
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    assert "見つかりません" in run("show", tmp_path / "x.shimai").err
    monkeypatch.setenv("LC_ALL", "C")
    assert "is not there" in run("show", tmp_path / "x.shimai").err
    assert screen_language() == "en"


@pytest.mark.parametrize("section", ["visit", "people", "hosts", "programme", "interpreters"])
def test_every_part_is_shown_in_both_languages(run: Run, practice: Path, section: str) -> None:
    english, japanese = (run("show", practice, section, "--language", language) for language in ("en", "ja"))
    assert (english.code, japanese.code) == (0, 0)
    assert english.out != japanese.out
    assert len(english.out.splitlines()) == len(japanese.out.splitlines()) > 3


def test_times_for_programs_have_their_zone(run: Run, practice: Path) -> None:
    shown = json.loads(run("show", practice, "--json").out)
    flight = next(row for row in shown["programme"] if "NH110" in row["title_en"])
    assert flight["starts"] == {"on": "2027-07-22", "at": "11:00", "zone": "Asia/Tokyo"}
    assert flight["ends"] == {"on": "2027-07-22", "at": "10:50", "zone": "America/New_York"}


@pytest.mark.parametrize(
    ("language", "clocks"), [("en", "11:00 AM JST – 10:50 AM EDT, same day"), ("ja", "11:00 JST – 10:50 EDT、同日")]
)
def test_a_flight_over_the_ocean_has_the_clock_of_each_end(
    run: Run, practice: Path, language: str, clocks: str
) -> None:
    assert clocks in run("show", practice, "programme", "--language", language).out


def test_nothing_private_is_shown(run: Run, practice: Path) -> None:
    said = run("show", practice, "--json")
    assert "passport" not in said.out
    assert "allerg" not in said.out.casefold()


def test_findings_are_listed_in_both_languages(run: Run, practice: Path) -> None:
    said = run("check", practice)
    assert said.code == 0
    assert "Ruka Matsumoto: rabbit, “うさぎ” (guests_form.csv, row 13" in said.out
    told = json.loads(run("check", practice, "--json").out)["findings"]
    assert {one["severity"] for one in told} == {"warn", "note"}
    assert all(one["sentence"]["en"] != one["sentence"]["ja"] for one in told)


def test_what_was_accepted_is_marked_and_decides_no_exit_code(run: Run, practice: Path) -> None:
    with PlannerFile.open(practice, who="Dana") as file:
        whole = check(file.plan)
        for finding in whole[1:]:
            file.run(ruling.accept, file.plan.visit.id, "any", finding.print, "agreed", "Dana")
    one = run("check", practice)
    assert one.out.splitlines()[1:] == ["1 finding", f"{len(whole) - 1} more were accepted (--all)."]
    told = json.loads(run("check", practice, "--all", "--json").out)
    assert told["accepted"] == len(whole) - 1
    assert [each["accepted"] and each["accepted"]["who"] for each in told["findings"]].count("Dana") == len(whole) - 1
    assert "[Accepted by Dana: agreed]" in run("check", practice, "--all").out
    assert len(json.loads(run("check", practice, "--json").out)["findings"]) == 1


def test_an_accepted_finding_that_blocks_is_no_code_3(run: Run, practice: Path) -> None:
    with PlannerFile.open(practice) as file:
        plan = file.plan
        last = plan.visit.last_day - dt.timedelta(days=1)
        values = {"kind": StayKind.HOME, "first_night": plan.visit.first_day, "last_night": last}
        uncleared = next(one for one in check(plan) if one.kind is FindingKind.CLEARANCES).subject
        file.run(records.add, "Stay", values | {"member_id": plan.members[0].id, "household_id": uncleared.id})
    assert run("check", practice).code == 3
    with PlannerFile.open(practice) as file:
        for finding in check(file.plan):
            if finding.severity is Severity.BLOCK:
                file.run(ruling.accept, file.plan.visit.id, "any", finding.print, "agreed", "Dana")
    assert run("check", practice).code == 0


def test_looking_needs_no_lock(run: Run, practice: Path) -> None:
    with PlannerFile.open(practice):
        assert run("show", practice).code == 0
        assert run("check", practice).code == 0
        said = run("history", practice, "--undo")
    assert said.code == 1
    assert "open" in said.err


def test_no_progress_where_nobody_looks(run: Run, practice: Path, tmp_path: Path) -> None:
    assert speech.progress("Printing") is None
    assert run("calendar", practice, "--in", "en", "--out", tmp_path).err == ""


def test_full_width_letters_stand_in_line(run: Run, practice: Path) -> None:
    lines = run("show", practice, "people", "--language", "ja").out.splitlines()
    ends = {speech.width_of(line[: line.index("  ")]) + (len(line) - len(line.lstrip())) for line in lines}
    starts = {speech.width_of(line) - speech.width_of(line.split()[-1]) for line in lines}
    assert len(starts) == 1
    assert len(ends) > 1


def test_a_pipe_carries_japanese_whatever_the_console(practice: Path) -> None:
    environment = dict(os.environ, PYTHONIOENCODING="ascii", LANG="C")
    words = [sys.executable, "main.py", "show", str(practice), "people", "--language", "ja"]
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "髙橋 さくら" in done.stdout.decode("utf-8")


def test_the_window_stays_unloaded(practice: Path) -> None:
    words = f"import sys; from planner.app import main; main(['show', {str(practice)!r}]); " + (
        "print([name for name in ('PySide6', 'reportlab', 'icalendar', 'python_calamine') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


def test_a_check_says_once_which_events_changed_zone_data_has_moved(run: Run, practice: Path) -> None:
    from tests.commands.test_clocks import plan_by_standard_time

    assert "earlier than when it was planned" not in run("check", practice).out
    with PlannerFile.open(practice) as file:
        file.run(plan_by_standard_time)
    lines = [line for line in run("check", practice).out.splitlines() if "earlier than when it was planned" in line]
    assert len([line for line in lines if "“Japan Night”" in line]) == 1
    data = json.loads(run("check", practice, "--json").out)
    moved = [one for one in data["findings"] if one["code"] == "zone-data-moved"]
    assert len(moved) == len(lines)
    assert moved[0]["sentence"]["ja"].endswith("早くなります。")
