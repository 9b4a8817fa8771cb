"""A visit started, filled from forms and taken back, all without a window."""

import io
import json
from pathlib import Path

import openpyxl
import pytest

from planner.cli import STOPPED
from planner.storage import PlannerFile
from tests.cli.conftest import SAMPLE, Run
from tests.intake.locked import LOCKED
from tests.model.full_visit import planted
from tests.storage.contents import contents

DAYS = ("--from", "2027-07-22", "--to", "2027-08-01")


def test_a_visit_begins_with_its_cities_and_their_zones(run: Run, tmp_path: Path) -> None:
    said = run("new", tmp_path / "visit", "--host", "Portland, Maine", "--home", "品川区", *DAYS, "--json")
    assert said.code == 0
    told = json.loads(said.out)
    assert told["title_en"] == "Shinagawa in Portland 2027"
    assert told["title_ja"] == "品川区 ポートランド訪問 2027"
    with PlannerFile.open(Path(told["file"])) as file:
        visit = file.plan.visit
        assert (visit.host_city.zone, visit.home_city.zone) == ("America/New_York", "Asia/Tokyo")
        assert visit.uid == told["visit"]


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Portland ME", "America/New_York"),
        ("portland,oregon", "America/Los_Angeles"),
        ("品川", "Asia/Tokyo"),
        ("Shinagawa", "Asia/Tokyo"),
        ("東京都品川区", "Asia/Tokyo"),
        ("New York City", "America/New_York"),
    ],
)
def test_cities_are_found_as_people_write_them(words: str, zone: str) -> None:
    from planner.cli.cities import find_city

    assert find_city(words).zone == zone


def test_a_city_that_can_be_several_is_asked_about(run: Run, tmp_path: Path) -> None:
    said = run("new", tmp_path / "v", "--host", "Portland", "--home", "品川区", *DAYS)
    assert said.code == 1
    assert said.out == ""
    assert "several cities" in said.err
    assert "Portland (Maine)" in said.err
    assert "Portland (Oregon)" in said.err
    assert not list(tmp_path.iterdir())
    said = run("new", tmp_path / "v", "--host", "Nowhereville", "--home", "品川区", *DAYS, "--language", "ja")
    assert (said.code, said.err.startswith("「Nowhereville」という都市は見つかりません")) == (1, True)


def test_a_day_that_is_none_is_refused(run: Run, tmp_path: Path) -> None:
    said = run("new", tmp_path / "v", "--host", "Portland ME", "--home", "品川区", "--from", "July", "--to", "August")
    assert said.code == 1
    assert "“July” is not a day" in said.err


def test_forms_go_in_and_again_change_nothing(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "visit.shimai"
    assert run("new", file, "--host", "Portland ME", "--home", "品川区", *DAYS).code == 0
    forms = [SAMPLE / name for name in ("guests_form.csv", "host_families.xlsx", "programme.csv")]
    told = json.loads(run("import", file, *forms, "--json").out)
    assert [(one["kind"], one["counts"]["new"]) for one in told["sheets"]] == [
        ("guests", 15),
        ("hosts", 10),
        ("programme", 24),
    ]
    again = json.loads(run("import", file, *forms, "--json").out)
    assert all(one["counts"]["new"] == one["counts"]["updated"] == 0 for one in again["sheets"])
    steps = json.loads(run("history", file, "--json").out)["steps"]
    assert len(steps) == 3


def test_a_dry_run_leaves_the_file_as_it_was(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "visit.shimai"
    run("new", file, "--host", "Portland ME", "--home", "品川区", *DAYS)
    before = file.read_bytes()
    said = run("import", file, SAMPLE / "guests_form.csv", "--dry-run")
    assert said.code == 0
    assert "15 new" in said.out
    assert "row 13" in said.out
    assert file.read_bytes() == before


def test_days_that_can_be_two_are_asked_about(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "visit.shimai"
    run("new", file, "--host", "Portland ME", "--home", "品川区", *DAYS)
    form = tmp_path / "guests.csv"
    form.write_text("Name,Date of birth\nSakura Takahashi,3/4/2012\n", encoding="utf-8")
    said = run("import", file, form)
    assert said.code == 1
    assert "--days" in said.err
    assert run("import", file, form, "--days", "day-first").code == 0
    with PlannerFile.open(file) as opened:
        assert opened.plan.members[0].person.birth_date.isoformat() == "2012-04-03"


def test_steps_are_taken_back_and_done_again(run: Run, practice: Path) -> None:
    said = run("history", practice, "--undo")
    assert (said.code, said.out) == (0, "Taken back: Read programme.csv: 24 events\n")
    assert json.loads(run("show", practice, "programme", "--json").out) == {"programme": []}
    listed = json.loads(run("history", practice, "--json").out)["steps"]
    assert [step["undone"] for step in listed] == [True, False, False, False]
    assert run("history", practice, "--redo").code == 0
    assert len(json.loads(run("show", practice, "programme", "--json").out)["programme"]) == 24
    assert run("history", practice, "--redo").code == 1
    assert run("history", practice, "--undo", "--redo").code == 2


def test_a_bad_form_says_why_and_changes_nothing(run: Run, practice: Path, tmp_path: Path) -> None:
    form = tmp_path / "form.csv"
    form.write_bytes(b"%PDF-1.7 not a form")
    said = run("import", practice, form, "--language=ja")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("「form.csv」")
    assert len(json.loads(run("history", practice, "--json").out)["steps"]) == 4


def test_a_workbook_with_a_password_is_refused_in_one_sentence(run: Run, practice: Path, tmp_path: Path) -> None:
    form = tmp_path / "families.xlsx"
    form.write_bytes(LOCKED)
    was = contents(practice)
    said = run("import", practice, form)
    assert (said.code, said.out) == (1, "")
    assert "families.xlsx" in said.err
    assert "password" in said.err
    assert contents(practice) == was


def begun(run: Run, folder: Path) -> Path:
    file = folder / "visit.shimai"
    assert run("new", file, "--host", "Portland ME", "--home", "品川区", *DAYS).code == 0
    return file


def test_each_of_several_files_has_its_outcome(run: Run, tmp_path: Path) -> None:
    file = begun(run, tmp_path)
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"%PDF-1.7 not a form")
    forms = (SAMPLE / "guests_form.csv", bad, tmp_path / "nowhere.csv", SAMPLE / "interpreters.csv")
    said = run("import", file, *forms, "--json")
    told = json.loads(said.out)
    assert said.code == 1
    assert [(Path(one["file"]).name, one["outcome"]) for one in told["files"]] == [
        ("guests_form.csv", "taken-in"),
        ("bad.csv", "refused"),
        ("nowhere.csv", "refused"),
        ("interpreters.csv", "taken-in"),
    ]
    assert [one["error"] and one["error"]["code"] for one in told["files"]] == [
        None,
        "sheet-wrong-kind",
        "sheet-missing",
        None,
    ]
    assert [one["kind"] for one in told["sheets"]] == ["guests", "interpreters"]
    assert len(json.loads(run("show", file, "--json").out)["people"]) == 15
    words = run("import", file, *forms)
    assert words.code == 1
    assert "Taken in: 2 of 4 files." in words.out
    assert [line.split(" was not")[0] for line in words.err.splitlines()] == [str(bad), str(tmp_path / "nowhere.csv")]


def test_of_a_workbook_the_sheets_before_a_bad_one_are_taken_in(run: Run, tmp_path: Path) -> None:
    file = begun(run, tmp_path)
    book = openpyxl.Workbook()
    guests, second = book.active, book.create_sheet("More")
    assert guests is not None
    for sheet, heading in ((guests, "Name"), (second, "Colour of the car")):
        sheet.append([heading, "Date of birth"])
        sheet.append(["Sakura Takahashi", "4/13/2012"])
    book.save(tmp_path / "guests.xlsx")
    said = run("import", file, tmp_path / "guests.xlsx", "--kind", "guests", "--json")
    told = json.loads(said.out)
    assert (said.code, [one["outcome"] for one in told["files"]]) == (1, ["partly"])
    assert [one["counts"]["new"] for one in told["sheets"]] == [1]


class _Terminal(io.StringIO):
    """What a person types at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("typed", "born"), [("nonsense\n3\n2\n", "2012-04-03"), ("1\n", "2012-03-04"), ("\n", None)])
def test_at_a_terminal_the_question_is_put(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, born: str | None
) -> None:
    file = begun(run, tmp_path)
    form = tmp_path / "guests.csv"
    form.write_text("Name,Date of birth\nSakura Takahashi,3/4/2012\n", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", _Terminal(typed))
    monkeypatch.setattr("sys.stderr", shown := _Terminal())
    said = run("import", file, form, "--kind", "guests")
    assert said.code == (0 if born else 1)
    assert "What day is 3/4/2012" in shown.getvalue()
    assert "2  Tue 3 Apr 2012" in shown.getvalue()
    people = json.loads(run("show", file, "people", "--json").out)["people"]
    assert [one["birth_date"] for one in people] == ([born] if born else [])


def test_stopped_at_the_question_nothing_is_taken_in(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped(_Terminal):
        def readline(self, *_: object) -> str:
            raise KeyboardInterrupt

    file = begun(run, tmp_path)
    form = tmp_path / "guests.csv"
    form.write_text("Name,Date of birth\nSakura Takahashi,3/4/2012\n", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", Stopped())
    monkeypatch.setattr("sys.stderr", _Terminal())
    assert run("import", file, form, "--kind", "guests").code == STOPPED
    assert json.loads(run("history", file, "--json").out)["steps"] == []


def test_nothing_is_read_into_what_cannot_be_changed(run: Run, practice: Path) -> None:
    with PlannerFile.open(practice):
        said = run("import", practice, SAMPLE / "guests_form.csv", "--json")
    assert said.code == 1
    assert json.loads(said.out)["error"]["code"] == "file-in-use"


def test_a_photo_is_kept_and_taken_away(run: Run, practice: Path, tmp_path: Path) -> None:
    picture = tmp_path / "IMG_2231.jpg"
    picture.write_bytes(planted("ann"))
    said = run("photo", practice, "--of", "髙橋 さくら", picture)
    assert (said.code, said.out) == (0, "The photo of Sakura Takahashi is IMG_2231.jpg now.\n")
    assert run("photo", practice, "--of", "Ouellette", picture).code == 0
    with PlannerFile.open(practice, read_only=True) as file:
        [home] = [home for home in file.plan.households if home.photo]
        [person] = [person for person in file.plan.people if person.photo]
        assert (home.name_en, person.given_name) == ("Ouellette", "Sakura")
    said = run("photo", practice, "--of", "Ouellette", "--remove")
    assert (said.code, said.out) == (0, "the Ouellette family has no photo now.\n")
    assert run("history", practice, "--undo").code == 0
    for words, why in (
        (("--of", "Nobody", picture), "Nobody"),
        (("--of", "staff", picture), "name a guest or a host family"),
        (("--of", "Sakura", SAMPLE / "guests_form.csv"), "guests_form.csv is no picture"),
    ):
        said = run("photo", practice, *words)
        assert said.code == 1
        assert why in said.err
    for wrong in (("--of", "Sakura"), (picture,), ("--of", "Sakura", picture, "--remove")):
        assert run("photo", practice, *wrong).code == 2
