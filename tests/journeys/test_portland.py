"""A volunteer's whole task with the four real forms: from nothing to papers and calendars."""

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import icalendar
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.cli.sample import FILE_NAME
from planner.resources import resource
from planner.rules.finding import Subject
from planner.storage import PlannerFile
from planner.ui.inspector import RecordPanel
from planner.ui.pages.intake.page import ImportPage
from planner.ui.pages.papers.page import PapersPage
from planner.ui.shell.places import further_places, places
from planner.ui.shell.settings import Settings
from planner.ui.theme import Appearance
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.fields import Field
from tests.cli.conftest import Run
from tests.ui.conftest import open_window

ROOT = Path(__file__).resolve().parents[2]
FORMS = [
    resource("sample", "portland-2027", name)
    for name in ("guests_form.csv", "host_families.xlsx", "interpreters.csv", "programme.csv")
]
VISIT = ("--host", "Portland, Maine", "--home", "Shinagawa", "--from", "2027-07-22", "--to", "2027-08-01")
PATIENCE = 20_000


def press(qtbot: QtBot, page: QWidget, words: str) -> None:
    """Click a button as soon as it can be clicked."""

    def found() -> list[Button]:
        shown = (each for each in page.findChildren(Button) if each.text() == words)
        return [each for each in shown if each.isVisible() and each.isEnabled()]

    qtbot.waitUntil(lambda: bool(found()), timeout=PATIENCE)
    qtbot.mouseClick(found()[0], Qt.MouseButton.LeftButton)


def words_of(pdf: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(pdf).pages)


def test_from_the_forms_to_papers_and_calendars_by_the_command_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "portland.shimai"
    assert run("new", file, *VISIT).code == 0
    told = json.loads(run("import", file, *FORMS, "--json").out)
    assert [one["counts"]["new"] for one in told["sheets"]] == [15, 10, 4, 24]

    # What was not understood is still there, word for word, in what `check` says.
    noted = [note for sheet in told["sheets"] for note in sheet["to_review"]]
    checked = run("check", file)
    assert noted
    assert all(note["words"] in checked.out for note in noted)

    said = run("print", file, "--in", "both", "--out", tmp_path / "papers", "--json")
    assert said.code == 0, said.err
    [paper] = json.loads(said.out)["files"]
    words = words_of(Path(paper))
    for expected in ("NH110", "Courtesy call on the Mayor", "市長表敬訪問", "Thu", "木"):
        assert expected in words
    assert "buckwheat" not in words.casefold()

    said = run("calendar", file, "--everyone", "--in", "both", "--out", tmp_path / "calendars", "--json")
    calendars = json.loads(said.out)["files"]
    assert len(calendars) == 17  # the group, 15 guests, the staff
    for path in calendars:
        entries = icalendar.Calendar.from_ical(Path(path).read_bytes()).walk("VEVENT")
        assert len(entries) == 24
        [out] = [entry for entry in entries if "NH110" in entry["summary"]]
        assert out["dtend"].dt - out["dtstart"].dt == dt.timedelta(hours=12, minutes=50)


def test_make_run_without_a_screen_writes_the_sample(tmp_path: Path) -> None:
    """The real program, as `make run` starts it; twice, since what an earlier run left must not be in the way."""
    out = tmp_path / "sample"
    out.mkdir()
    (out / FILE_NAME).write_bytes(b"left by an earlier run")
    words = [sys.executable, "main.py", "sample", "--out", str(out)]
    done = subprocess.run(
        words, cwd=ROOT, env=dict(os.environ, LANG="en_US.UTF-8"), capture_output=True, encoding="utf-8", timeout=120
    )
    assert (done.returncode, done.stderr) == (0, "")
    told = [Path(line.removeprefix("Made ")) for line in done.stdout.splitlines()]
    assert all(path.stat().st_size > 1000 for path in told)
    kinds = [path.suffix for path in told]
    assert (kinds.count(".shimai"), kinds.count(".pdf"), kinds.count(".ics")) == (1, 19, 17)
    with PlannerFile.open(out / FILE_NAME) as file:
        assert len(file.plan.members) == 15
        assert [one.document for one in file.plan.visit.papers].count("itinerary") == 19
        assert [one.document for one in file.plan.visit.papers].count("calendar") == 17
    assert "行程表" in "".join(path.name for path in told)


def test_the_practice_visit_keeps_what_was_changed(tmp_path: Path) -> None:
    """`make run` with a screen: made once in the user's data folder, then opened as it was left."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", LANG="en_US.UTF-8")
    environment |= {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    environment |= {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}
    words = [sys.executable, "main.py", "sample", "--open", "--measure-start"]
    for steps_left in (4, 3):
        done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        [practice] = (tmp_path / "data").rglob("practice.shimai")
        with PlannerFile.open(practice) as file:
            assert len([step for step in file.history() if not step.undone]) == steps_left
            file.undo()


def test_the_whole_task_in_the_window(
    qtbot: QtBot, settings: Settings, appearance: Appearance, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "portland.shimai"
    assert run("new", path, *VISIT).code == 0
    window = open_window(qtbot, settings, appearance, path)

    # The forms are dropped all at once and taken in one after the other.
    window.workspace.open.dropped(FORMS)
    reading = window.frame.show_page("import")
    assert isinstance(reading, ImportPage)
    for number in range(len(FORMS)):
        if number:
            press(qtbot, reading, "Go on with the next")
        press(qtbot, reading, "Take in")
    plan = window.workspace.plan
    assert plan is not None
    assert (len(plan.members), len(plan.offers), len(plan.interpreters)) == (15, 10, 4)

    # Every page shows it.
    for place in (*places(), *further_places()):
        page = window.frame.show_page(place.key)
        qtbot.waitUntil(page.isVisible)
        assert window.frame.page is page

    # A name is mended in the inspector, taken back, and done again.
    ruka = next(member for member in plan.members if member.person.given_name == "Ruka")
    window.frame.go(Subject("Member", ruka.id))
    panel = window.frame.inspector.panel
    assert isinstance(panel, RecordPanel)
    field = panel.sheet.find_editor("Person", "called_name_en")
    assert isinstance(field, Field)
    assert isinstance(field.editor, QLineEdit)
    field.editor.setFocus()
    field.editor.selectAll()
    qtbot.keyClicks(field.editor, "Rukky")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    steps = []
    for step in ("", "undo", "redo"):
        if step:
            window.actions_[step].trigger()
        assert window.workspace.plan is not None
        steps.append(window.workspace.plan.find(type(ruka), ruka.id).person.called_name_en)
    assert steps == ["Rukky", ruka.person.called_name_en, "Rukky"]

    # Her itinerary is printed.
    papers = window.frame.show_page("papers")
    assert isinstance(papers, PapersPage)
    qtbot.waitUntil(lambda: papers.is_ready, timeout=PATIENCE)
    assert papers.matrix.choose((ruka.uid, "itinerary"))
    papers.handing.save_one(tmp_path / "ruka.pdf", papers.chosen_wanted())
    qtbot.waitUntil(lambda: papers.is_ready and not window.workspace.jobs.running, timeout=PATIENCE)
    assert "NH110" in words_of(tmp_path / "ruka.pdf")
    window.close()

    # All of it is in the file.
    with PlannerFile.open(path) as file:
        assert file.plan.find(type(ruka), ruka.id).person.called_name_en == "Rukky"
        assert len(file.plan.visit.papers) == 1
