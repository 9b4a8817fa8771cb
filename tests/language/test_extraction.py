from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from babel.messages.catalog import Catalog

from planner.language import extraction


def template(*texts: str | tuple[str, str]) -> Catalog:
    """What the sources of a little program say; a pair is a plural."""
    found = Catalog(fuzzy=False)
    for text in texts:
        found.add(text, locations=[("planner/somewhere.py", 7)])
    return found


@pytest.fixture
def po(tmp_path: Path) -> Path:
    return tmp_path / "ja.po"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The sources of a program of one sentence: what is done with them does not grow with ours."""
    folder = tmp_path / "planner"
    folder.mkdir()
    (folder / "meals.py").write_text('tr("Breakfast")\n', encoding="utf-8")
    return folder


def test_the_sources_are_read_with_contexts_plurals_and_labels() -> None:
    found = extraction.say_what_the_sources_say()
    assert found.get("Breakfast") is not None
    assert found.get("Coach", "role") is not None
    assert found.get("Coach", "travel") is not None
    plural = found.get("{count} guest")
    assert plural is not None
    assert plural.id == ("{count} guest", "{count} guests")
    birth = found.get("Date of birth")
    assert birth is not None
    assert birth.locations == [("planner/model/people.py", 0)]


def test_what_stands_in_an_f_string_is_read_too() -> None:
    source = b"""
line = f"{icon} {here.tr('you drive')}, {trn('{count} day', '{count} days', n)} {speaker('ja').tr_in('card', 'v')}"
other = f"{len(names)} {tr(label)}"
"""
    found = [("you drive", None), (("{count} day", "{count} days"), None), ("v", "card")]
    assert list(extraction.within_f_strings(source)) == found


def test_a_run_takes_new_sentences_in_and_keeps_what_is_translated(po: Path) -> None:
    entries = extraction.read(po)
    fresh = extraction.bring_up_to_date(entries, template("Lunch", ("{count} bed", "{count} beds")))
    extraction.add(fresh, {"Lunch": "昼食", "{count} bed": ["ベッド{count}台"]})
    extraction.write(fresh, po)
    again = extraction.bring_up_to_date(
        extraction.read(po), template("Dinner", "Lunch", ("{count} bed", "{count} beds"))
    )
    assert [again.get(text).string for text in ("Dinner", "Lunch", "{count} bed")] == [  # type: ignore[union-attr]
        "", "昼食", ("ベッド{count}台",)]  # fmt: skip


def test_the_file_is_sorted_and_has_neither_dates_nor_line_numbers(po: Path) -> None:
    def written(*texts: str) -> str:
        extraction.write(extraction.bring_up_to_date(extraction.read(po), template(*texts)), po)
        return po.read_text(encoding="utf-8")

    assert written("b", "a", "c") == written("c", "b", "a")
    text = po.read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith("#:")] == ["#: planner/somewhere.py"] * 3
    assert text.index('msgid "a"') < text.index('msgid "b"') < text.index('msgid "c"')
    assert "Date" not in text
    assert "Generated-By" not in text
    assert text.endswith('msgstr ""\n')


def test_what_the_sources_no_longer_say_goes_only_when_pruned(po: Path) -> None:
    entries = extraction.bring_up_to_date(extraction.read(po), template("Lunch", "Supper"))
    extraction.add(entries, {"Supper": "夕食", "Not there yet": "まだない"})
    kept = extraction.bring_up_to_date(entries, template("Lunch"))
    assert {entry.id for entry in kept} == {"", "Lunch", "Supper", "Not there yet"}
    pruned = extraction.bring_up_to_date(kept, template("Lunch"), prune=True)
    assert {entry.id for entry in pruned} == {"", "Lunch"}


def test_adding_tells_what_it_replaces() -> None:
    entries = template("Lunch", "Dinner", ("{count} bed", "{count} beds"))
    entries.add("Coach", context="travel")
    given = {"Lunch": "昼食", "travel\x04Coach": "貸切バス", "{count} bed": "{count}台"}
    assert extraction.add(entries, given) == []
    assert entries.get("Coach", "travel").string == "貸切バス"  # type: ignore[union-attr]
    assert entries.get("Coach") is None
    assert extraction.add(entries, {"Lunch": "昼食"}) == []
    assert extraction.add(entries, {"Lunch": "お昼"}) == ["Lunch"]
    with pytest.raises(SystemExit, match="no plural"):
        extraction.add(entries, {"{count} sofa": ["{count}台"]})


@pytest.mark.parametrize(
    ("japanese", "fault"),
    [
        ("", "untranslated"),
        ("{name}は見つかりません。", None),
        ("{name:x}は見つかりません。", None),
        ("見つかりません。", "figures differ (name)"),
        ("{name}は{place}にありません。", "figures differ (place)"),
        ("{name は見つかりません。", "expected '}'"),
    ],
)
def test_faults_are_named(japanese: str, fault: str | None) -> None:
    sources = template("{name} was not found.")
    entries = template("{name} was not found.")
    extraction.add(entries, {"{name} was not found.": japanese})
    found = extraction.faults(entries, sources)
    assert [line for line in found if fault and fault in line] == found
    assert bool(found) == bool(fault)


def test_the_count_of_a_plural_may_be_left_out_or_brought_in() -> None:
    sources = template(("{name} has one bed.", "{name} has {count} beds."))
    for japanese in ("{name}のベッドは{count}台です。", "{name}にはベッドがあります。"):
        entries = template(("{name} has one bed.", "{name} has {count} beds."))
        extraction.add(entries, {"{name} has one bed.": japanese})
        assert extraction.faults(entries, sources) == []


def test_missing_unused_fuzzy_and_obsolete_entries_are_faults() -> None:
    entries = template("Lunch", "Unused")
    extraction.add(entries, {"Lunch": "昼食", "Unused": "不使用"})
    entries.get("Lunch").flags.add("fuzzy")  # type: ignore[union-attr]
    entries.obsolete["Old"] = entries.get("Unused")  # type: ignore[assignment]
    found = extraction.faults(entries, template("Lunch", "New"))
    kinds = [line.partition(":")[0] for line in found]
    assert kinds == ["fuzzy", "not in the catalogue", "unused", "obsolete"]


def test_the_check_changes_nothing_and_fails_on_an_empty_catalogue(
    po: Path, program: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(extraction, "_PACKAGE", program)
    assert extraction.main(["--check"], translations=po.parent) == 1
    assert "not in the catalogue: 'Breakfast'" in capsys.readouterr().out
    assert list(po.parent.iterdir()) == [program]


def test_a_file_being_written_is_told_and_does_not_stop_a_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "planner").mkdir()
    (tmp_path / "planner" / "good.py").write_text('tr("Lunch")\n', encoding="utf-8")
    (tmp_path / "planner" / "half.py").write_bytes(b'tr("\xff\xfe")\n')
    monkeypatch.setattr(extraction, "_PACKAGE", tmp_path / "planner")
    notes: list[str] = []
    assert extraction.say_what_the_sources_say(notes).get("Lunch") is not None
    assert len(notes) == 1
    assert notes[0].startswith("not read: planner/half.py")
    with pytest.raises(UnicodeDecodeError):
        extraction.say_what_the_sources_say()


def test_several_people_add_at_once_and_nothing_is_lost(po: Path, program: Path) -> None:
    script = dedent(
        """
        import sys
        from pathlib import Path
        from planner.language import extraction
        folder, sources, *files = sys.argv[1:]
        extraction._PACKAGE = Path(sources)
        for file in files:
            assert extraction.main(["--add", file], translations=Path(folder)) == 0
        """
    )
    people = []
    for person in range(3):
        files = []
        for turn in range(2):
            file = po.parent / f"{person}-{turn}.json"
            file.write_text(json.dumps({f"Person {person}, {turn}": f"人{person}-{turn}"}), encoding="utf-8")
            files.append(str(file))
        command = [sys.executable, "-c", script, str(po.parent), str(program), *files]
        people.append(subprocess.Popen(command, stdout=subprocess.DEVNULL))
    assert [one.wait(timeout=120) for one in people] == [0, 0, 0]
    entries = extraction.read(po)
    for person in range(3):
        for turn in range(2):
            assert entries.get(f"Person {person}, {turn}").string == f"人{person}-{turn}"  # type: ignore[union-attr]
    assert po.with_suffix(".mo").exists()
