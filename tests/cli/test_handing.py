"""Calendars and papers from the command line, and the sample written out whole."""

import json
from pathlib import Path

import icalendar
from pypdf import PdfReader

from tests.cli.conftest import Run


def test_a_calendar_for_one_by_name_in_either_script(run: Run, practice: Path, tmp_path: Path) -> None:
    for name in ("髙橋さくら", "sakura takahashi", "さくら"):
        said = run("calendar", practice, "--for", name, "--out", tmp_path / "out", "--json")
        assert said.code == 0, said.err
        assert [Path(path).name for path in json.loads(said.out)["files"]] == ["Calendar – Sakura Takahashi.ics"]
    calendar = icalendar.Calendar.from_ical((tmp_path / "out" / "Calendar – Sakura Takahashi.ics").read_bytes())
    assert len(calendar.walk("VEVENT")) == 24


def test_a_name_that_nobody_or_several_have(run: Run, practice: Path, tmp_path: Path) -> None:
    said = run("calendar", practice, "--for", "Nobody", "--out", tmp_path)
    assert (said.code, said.err) == (1, "No guest is named “Nobody”.\n")


def test_everyone_gets_one(run: Run, practice: Path, tmp_path: Path) -> None:
    said = run("calendar", practice, "--everyone", "--in", "both", "--out", tmp_path / "c")
    assert said.code == 0
    assert len(list((tmp_path / "c").glob("*.ics"))) == 16
    assert said.out.count("Made ") == 16


def test_the_itinerary_is_printed(run: Run, practice: Path, tmp_path: Path) -> None:
    wanted = ("--in", "ja", "--paper", "a4", "--for", "Sakura Takahashi")
    said = run("print", practice, *wanted, "--out", tmp_path, "--json")
    assert said.code == 0, said.err
    [path] = json.loads(said.out)["files"]
    pages = PdfReader(path).pages
    words = "".join(page.extract_text() for page in pages)
    assert "NH110" in words
    assert round(float(pages[0].mediabox.width)) == 595
