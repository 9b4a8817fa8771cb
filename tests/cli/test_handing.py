"""Calendars and papers from the command line, and the sample written out whole."""

import datetime as dt
import json
from pathlib import Path

import icalendar
import pytest
from pypdf import PdfReader

from planner.cli.once import each_once
from planner.commands import papers, records
from planner.language.untranslated import note_of
from planner.model.message import Message
from planner.papers.catalogue import documents
from planner.storage import PlannerFile
from tests.cli.conftest import Run


def test_a_calendar_for_one_by_name_in_either_script(run: Run, practice: Path, tmp_path: Path) -> None:
    named = "Calendar – Sakura Takahashi 髙橋 さくら.ics"
    for name in ("髙橋さくら", "sakura takahashi", "さくら"):
        said = run("calendar", practice, "--for", name, "--language", "en", "--out", tmp_path / "out", "--json")
        assert said.code == 0, said.err
        assert [Path(path).name for path in json.loads(said.out)["files"]] == [named]
    calendar = icalendar.Calendar.from_ical((tmp_path / "out" / named).read_bytes())
    assert len(calendar.walk("VEVENT")) == 24


def test_a_calendar_is_in_the_readers_language_unless_another_is_asked_for(
    run: Run, practice: Path, tmp_path: Path
) -> None:
    named = ("calendar", practice, "--for", "Sakura", "--for", "staff", "--out", tmp_path, "--json")
    for more, languages in (
        ((), ["ja", "both"]),
        (("--language", "en"), ["en", "en"]),
        (("--language", "both"), ["both", "both"]),
        (("--in", "ja"), ["ja", "ja"]),
    ):
        told = json.loads(run(*named, *more).out)
        assert [one["language"] for one in told["calendars"]] == languages
    assert run(*named, "--language", "fr").code == 2


def test_calendars_are_remembered_and_say_what_has_changed(run: Run, practice: Path, tmp_path: Path) -> None:
    """Sent twice with a change between: the second says so, on the screen, in the letter, and in the file."""
    wanted = ("calendar", practice, "--for", "group", "--language", "en", "--out", tmp_path, "--letters")
    assert run(*wanted).out.endswith("(first issue)\n")
    with PlannerFile.open(practice) as file:
        [game] = [one for one in file.plan.activities if one.title_en.startswith("Game 2")]
        file.run(records.edit, "Activity", game.id, {"title_en": "Game 2 vs Westbrook"})
    assert "(1 changed since " in run(*wanted).out
    letter = (tmp_path / "Calendar – Whole group 全体.txt").read_text(encoding="utf-8")
    assert "- Changed: Game 2 vs Westbrook" in letter
    events = icalendar.Calendar.from_ical((tmp_path / "Calendar – Whole group 全体.ics").read_bytes()).walk("VEVENT")
    assert {str(one["summary"]): one["sequence"] for one in events if one["sequence"]} == {"Game 2 vs Westbrook": 1}
    with PlannerFile.open(practice) as open_elsewhere:
        said = run(*wanted)
        assert len(open_elsewhere.plan.visit.papers) == 2
    assert "not noted in the planner file" in said.err


def test_the_family_at_home_has_a_calendar_in_which_nothing_rings(run: Run, practice: Path, tmp_path: Path) -> None:
    said = run("calendar", practice, "--for", "Sakura", "--at-home", "--in", "en", "--out", tmp_path)
    assert said.code == 0, said.err
    named = "Calendar – Family of Sakura Takahashi 髙橋 さくらさんのご家族.ics"
    content = (tmp_path / named).read_text(encoding="utf-8")
    assert "NH110" in content
    assert "VALARM" not in content


def test_families_and_interpreters_are_named_too(run: Run, practice: Path, tmp_path: Path) -> None:
    told = json.loads(run("calendar", practice, "--for", "Haruko Bell", "--out", tmp_path, "--json").out)
    assert [one["for"] for one in told["calendars"]] == ["interpreter"]


def test_two_families_of_one_name_are_not_taken_for_each_other(run: Run, practice: Path, tmp_path: Path) -> None:
    with PlannerFile.open(practice) as file:
        plan = file.plan
        for member, home in zip(plan.members, [one for one in plan.households if one.name_en][:2], strict=False):
            night = {"kind": "home", "first_night": plan.visit.first_day, "last_night": plan.visit.first_day}
            file.run(records.add, "Stay", {"member_id": member.id, "household_id": home.id, **night})
            file.run(records.edit, "Household", home.id, {"name_en": "Smith"})
    said = run("calendar", practice, "--for", "Smith", "--out", tmp_path)
    assert (said.code, said.err.partition(":")[0]) == (1, "“Smith” can be several people or families")
    assert list(tmp_path.glob("*.ics")) == []


def test_a_chaperone_who_interprets_gets_both(run: Run, practice: Path, tmp_path: Path) -> None:
    with PlannerFile.open(practice) as file:
        emi = next(one for one in file.plan.interpreters if one.person.given_name == "Emi")
        need = file.run(records.add, "Need", {"activity_id": file.plan.activities[5].id, "mode": "escort"})
        file.run(records.add, "Assignment", {"need_id": need, "interpreter_id": emi.id})
    told = json.loads(run("calendar", practice, "--for", "Emi", "--out", tmp_path, "--json").out)
    assert [one["for"] for one in told["calendars"]] == ["participant", "interpreter"]


def test_a_name_that_nobody_or_several_have(run: Run, practice: Path, tmp_path: Path) -> None:
    told = json.loads(run("calendar", practice, "--for", "Yoshino", "--out", tmp_path / "one", "--json").out)
    assert [one["for"] for one in told["calendars"]] == ["interpreter"]
    said = run("calendar", practice, "--for", "Nobody", "--out", tmp_path)
    assert (said.code, said.err) == (1, "No guest, host family or interpreter is named “Nobody”.\n")


def test_everyone_gets_one(run: Run, practice: Path, tmp_path: Path) -> None:
    said = run("calendar", practice, "--everyone", "--in", "both", "--out", tmp_path / "c")
    assert said.code == 0
    # The group, 15 guests and the staff; nobody has a home yet, and nobody interprets anything.
    assert len(list((tmp_path / "c").glob("*.ics"))) == 17
    assert said.out.count("Made ") == 17


def test_the_itinerary_is_printed(run: Run, practice: Path, tmp_path: Path) -> None:
    wanted = ("--in", "ja", "--paper", "a4", "--for", "Sakura Takahashi")
    said = run("print", practice, *wanted, "--out", tmp_path, "--json")
    assert said.code == 0, said.err
    [path] = json.loads(said.out)["files"]
    pages = PdfReader(path).pages
    words = "".join(page.extract_text() for page in pages)
    assert "NH110" in words
    assert round(float(pages[0].mediabox.width)) == 595


def test_printing_is_remembered_as_in_the_window(run: Run, practice: Path, tmp_path: Path) -> None:
    for version in (1, 2):
        told = json.loads(run("print", practice, "--for", "Sakura", "--in", "en", "--out", tmp_path, "--json").out)
        [paper] = told["papers"]
        assert (paper["version"], told["remembered"]) == (version, True)
        # Nobody has a bed or a squad yet in the practice visit.
        undecided = ["paper-nights-undecided", "paper-groups-undecided"]
        assert [warning["code"] for warning in told["warnings"]] == undecided
        words = PdfReader(paper["file"]).pages[0].extract_text()
        assert f"Version {version}" in words
    with PlannerFile.open(practice, read_only=True) as file:
        issues = file.plan.visit.papers
        assert [(one.document, one.recipient, one.language, one.version) for one in issues] == [
            ("itinerary", paper["recipient"], "en", 1),
            ("itinerary", paper["recipient"], "en", 2),
        ]
        assert len(issues[1].pages) == paper["pages"]
    assert json.loads(run("history", practice, "--json").out)["steps"][0]["code"] == "change-papers-saved"


def test_of_many_names_it_says_where_they_all_stand(run: Run, practice: Path, tmp_path: Path) -> None:
    said = run("print", practice, "--in", "ja", "--out", tmp_path)
    assert "Maine State House, Augusta and 7 more.\nAll these names are listed with --json.\n" in said.err
    [warning] = json.loads(run("print", practice, "--in", "ja", "--out", tmp_path, "--json").out)["warnings"]
    assert (len(warning["names"]), warning["names"][0]) == (13, "Haneda Airport T3")
    nights = (("A", 2), ("B", 4), ("C", 2))
    notes = [Message.of("paper-nights-undecided", name=name, count=count) for name, count in nights]
    assert [note.figures for note in each_once([*notes, *notes])] == [
        {"name": ["A", "C"], "count": 2}, {"name": "B", "count": 4},
    ]  # fmt: skip
    # Of one event each, not of two: what is counted is not whose papers there are.
    groups = [Message.of("paper-groups-undecided", who=[name], count=1) for name in "AB"]
    assert [note.figures for note in each_once(groups)] == [{"who": ["A", "B"], "count": 1}]
    # What several list is one list.
    notes = [Message.of("packet-addresses-missing", count=len(few), places=list(few)) for few in ("PE", "EC")]
    notes += note_of("paper-places-not-in-japanese", "ABCDE") + note_of("paper-places-not-in-japanese", "EFGHI")
    addresses, names = each_once(notes)
    assert addresses.figures == {"places": ["P", "E", "C"], "count": 3}
    assert [names] == note_of("paper-places-not-in-japanese", "ABCDEFGHI")


def test_what_somebody_has_open_is_printed_and_not_remembered(run: Run, practice: Path, tmp_path: Path) -> None:
    with PlannerFile.open(practice) as open_elsewhere:
        said = run("print", practice, "--out", tmp_path / "o", "--json")
        assert open_elsewhere.plan.visit.papers == ()
    told = json.loads(said.out)
    assert (said.code, told["remembered"], len(list((tmp_path / "o").iterdir()))) == (0, False, 1)
    assert told["warnings"][-1]["code"] == "paper-not-remembered"
    assert "not noted in the planner file" in said.err
    assert "has this file open" in said.err


def test_a_character_no_font_has_is_printed_as_a_hole_and_said(run: Run, practice: Path, tmp_path: Path) -> None:
    with PlannerFile.open(practice) as file:
        person = next(one.person for one in file.plan.members if one.person.family_name == "Suzuki")
        file.run(records.edit, "Person", person.id, {"family_name": "Suzukiต"})
    said = run("--language", "ja", "print", practice, "--for", "Suzukiต", "--in", "en", "--out", tmp_path)
    assert said.code == 0
    assert "U+0E15" in said.err
    assert "どのフォントにもない" in said.err
    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_a_folder_that_is_none_leaves_nothing_remembered(run: Run, practice: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    said = run("print", practice, "--out", tmp_path / "file")
    assert (said.code, said.out) == (1, "")
    assert "is not a folder" in said.err
    with PlannerFile.open(practice, read_only=True) as file:
        assert file.plan.visit.papers == ()


def test_any_document_is_printed_for_all_who_get_it_each_in_their_language(
    run: Run, practice: Path, tmp_path: Path
) -> None:
    wanted = ("--document", "luggage-tags", "--document", "itinerary")
    told = json.loads(run("print", practice, *wanted, "--everyone", "--out", tmp_path, "--json").out)
    made = {(one["document"], one["recipient"]): one for one in told["papers"]}
    with PlannerFile.open(practice, read_only=True) as file:
        guests = {member.uid for member in file.plan.members}
        assert {recipient for _, recipient in made} == guests | {None, "staff", "city_hall"}
        assert len(file.plan.visit.papers) == len(made)
    assert made["itinerary", None]["language"] == "ja"
    assert made["luggage-tags", "staff"]["language"] == "both"
    assert all(Path(one["file"]).exists() for one in made.values())


def test_only_what_changed_is_printed_with_a_slip(run: Run, practice: Path, tmp_path: Path) -> None:
    assert run("print", practice, "--for", "Sakura", "--in", "en", "--out", tmp_path / "first").code == 0
    assert run("print", practice, "--changed", "--out", tmp_path / "none").out == "Nothing is out of date\n"
    with PlannerFile.open(practice) as file:
        event = next(one for one in file.plan.activities if one.everyone and one.starts_at)
        file.run(records.edit, "Activity", event.id, {"starts_at": dt.time(6, 5)})
    [held] = json.loads(run("print", practice, "--held", "--json").out)["held"]
    assert (held["name"]["en"], held["version"], held["state"], held["changed"]) == (
        "Sakura Takahashi", 1, "out_of_date", [1],
    )  # fmt: skip
    [news] = held["news"]
    assert "6:05" in news["now"]
    said = run("print", practice, "--held").out
    assert "Itinerary – Sakura Takahashi [en]: version 1 of " in said
    assert f"; 1 page out of date\n    {news['label']}: {news['was']} → {news['now']}\n" in said
    # Hers is in English: who asks in Japanese reads in Japanese what is new, and what it was as she has it.
    [event] = [one for one in file.plan.activities if one.title_en == news["label"]]
    said = run("--language", "ja", "print", practice, "--held").out
    assert f"{event.title_ja}：{news['was']} → " in said
    assert "7月22日(木) 6:05" in said
    told = json.loads(run("print", practice, "--changed", "--out", tmp_path, "--json").out)
    [paper] = told["papers"]
    assert (paper["version"], paper["language"], paper["changed"]) == (2, "en", [1])
    words = "".join(page.extract_text() for page in PdfReader(paper["file"]).pages)
    assert "version 1" in words
    assert "6:05" in words
    assert len(PdfReader(paper["file"]).pages) == 2
    with PlannerFile.open(practice) as file:
        file.run(records.edit, "Member", next(one.id for one in file.plan.members if one.uid == held["recipient"]),
                 {"withdrawn": True})  # fmt: skip
    said = run("print", practice, "--changed", "--out", tmp_path)
    assert said.out == "Nothing is out of date\n"
    assert "Itinerary for Sakura Takahashi is to be taken back" in said.err
    said = run("--language", "ja", "print", practice, "--held")
    assert "髙橋 さくら" in said.out
    assert "回収する書類" in said.out


def test_the_papers_are_listed_with_how_they_stand(run: Run, practice: Path, tmp_path: Path) -> None:
    run("print", practice, "--for", "Sakura", "--out", tmp_path)
    listed = json.loads(run("print", practice, "--list", "--json").out)["documents"]
    assert [one["document"] for one in listed] == [document.code for document in documents()]
    [itinerary] = [one for one in listed if one["document"] == "itinerary"]
    assert itinerary["name"] == {"en": "Itinerary", "ja": "行程表"}
    assert [itinerary[key] for key in ("readers", "saved", "handed_out", "out_of_date")] == [17, 1, 0, 0]
    with PlannerFile.open(practice) as file:
        file.run(papers.hand_out, [one.id for one in file.plan.visit.papers])
    assert "行程表（配布先 17件・配布済み 1件）" in run("--language", "ja", "print", practice, "--list").out
    assert "Itinerary (for 17 readers; handed out 1)" in run("print", practice, "--list").out


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_paper_that_somebody_does_not_get_is_refused(
    run: Run, practice: Path, tmp_path: Path, language: str
) -> None:
    said = run("--language", language, "print", practice, "--document", "host-packet", "--for", "Sakura")
    assert (said.code, said.out) == (1, "")
    assert ("Host-family packet" if language == "en" else "髙橋 さくら") in said.err
    said = run("--language", language, "print", practice, "--document", "nonsense", "--out", tmp_path)
    assert (said.code, list(tmp_path.glob("*.pdf"))) == (1, [])
    assert "nonsense" in said.err
