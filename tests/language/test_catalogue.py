from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from planner.language import catalogue

PO = """msgid ""
msgstr ""
"Language: ja\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Breakfast"
msgstr "{word}"

msgid "Lunch"
msgstr ""

#, fuzzy
msgid "Dinner"
msgstr "夜の会"
"""


@pytest.fixture
def po(tmp_path: Path) -> Path:
    path = tmp_path / "ja.po"
    path.write_text(PO.format(word="朝食"), encoding="utf-8")
    return path


def test_a_po_is_compiled_saved_and_read_again(po: Path) -> None:
    first = catalogue.load(po)
    mo = po.with_suffix(".mo")
    assert first.gettext("Breakfast") == "朝食"
    stamp = mo.stat().st_mtime_ns
    assert catalogue.load(po).gettext("Breakfast") == "朝食"
    assert mo.stat().st_mtime_ns == stamp
    assert sorted(path.name for path in po.parent.iterdir()) == ["ja.mo", "ja.po"]


def test_what_is_untranslated_or_fuzzy_stays_english(po: Path) -> None:
    found = catalogue.load(po)
    assert (found.gettext("Lunch"), found.gettext("Dinner")) == ("Lunch", "Dinner")


def test_a_changed_po_is_compiled_anew_whatever_the_file_times_say(po: Path) -> None:
    catalogue.load(po)
    newer = po.with_suffix(".mo").stat()
    po.write_text(PO.format(word="朝ごはん"), encoding="utf-8")
    os.utime(po, ns=(newer.st_atime_ns - 10**9, newer.st_mtime_ns - 10**9))
    assert catalogue.load(po).gettext("Breakfast") == "朝ごはん"


@pytest.mark.parametrize("damage", [b"", b"no catalogue", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_a_damaged_mo_is_made_anew(po: Path, damage: bytes) -> None:
    po.with_suffix(".mo").write_bytes(damage)
    assert catalogue.load(po).gettext("Breakfast") == "朝食"
    assert len(po.with_suffix(".mo").read_bytes()) > len(damage)


def test_without_a_place_to_save_it_is_kept_among_the_users_caches(po: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    caches = po.parent / "caches"
    monkeypatch.setattr(catalogue, "user_cache_path", lambda *_, **__: caches)
    po.with_suffix(".mo").mkdir()  # stands in the way: nothing can be saved there
    assert catalogue.load(po).gettext("Breakfast") == "朝食"
    stamp = (caches / "ja.mo").stat().st_mtime_ns
    assert catalogue.load(po).gettext("Breakfast") == "朝食"
    assert (caches / "ja.mo").stat().st_mtime_ns == stamp
    po.write_text(PO.format(word="あさごはん"), encoding="utf-8")
    assert catalogue.load(po).gettext("Breakfast") == "あさごはん"


def test_without_any_place_to_save_it_still_speaks(po: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "user_cache_path", lambda *_, **__: po / "no folder")
    po.with_suffix(".mo").mkdir()
    assert catalogue.load(po).gettext("Breakfast") == "朝食"


def test_without_translations_it_speaks_english(tmp_path: Path) -> None:
    assert catalogue.load(tmp_path / "ja.po").gettext("Breakfast") == "Breakfast"


def test_a_start_with_a_fresh_catalogue_imports_neither_babel_nor_other_heavy_libraries() -> None:
    catalogue.load(catalogue.folder() / "ja.po")
    program = (
        "import sys\n"
        "from planner.language import set_screen_language, speaker, tr\n"
        "import planner.clock, planner.language.times, planner.language.names, planner.language.numbers\n"
        "import planner.language.telephones, planner.language.addresses\n"
        "set_screen_language('ja')\n"
        "assert tr('Breakfast') == '朝食'\n"
        "print(sorted({'babel', 'phonenumbers', 'filelock', 'PySide6'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
