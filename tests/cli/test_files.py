"""A visit started, filled from forms and taken back, all without a window."""

import json
from pathlib import Path

import pytest

from planner.storage import PlannerFile
from tests.cli.conftest import SAMPLE, Run

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
