"""The guide: the same leaves in both languages, every link leads somewhere, and F1 opens the one that belongs here."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QPixmap, QTextDocument
from PySide6.QtWidgets import QListWidgetItem
from pytestqt.qtbot import QtBot

from planner.language import LANGUAGES
from planner.ui.pages.guide.leaves import CONTENTS, contents, file_behind, folder, leaf_for, slug, text_of
from planner.ui.pages.guide.page import GuidePage
from planner.ui.shell.places import NEW, WELCOME, further_places, places
from planner.ui.shell.window import MainWindow

_HEADING = re.compile(r"^(#+) (.*)$", re.M)
_LINK = re.compile(r"\]\(([^)]+)\)")
_CODE = re.compile(r"```.*?```", re.S)


def leaves(language: str) -> set[str]:
    return {path.name for path in folder(language).glob("*.md")}


def test_both_languages_have_the_same_leaves_and_their_contents_list_them_all() -> None:
    assert leaves("en") == leaves("ja")
    for language in LANGUAGES:
        assert {leaf.name for leaf in contents(language)} | {CONTENTS} == leaves(language)
    assert [leaf.name for leaf in contents("en")] == [leaf.name for leaf in contents("ja")]


@pytest.mark.parametrize("name", sorted(leaves("en")))
def test_a_leaf_has_the_same_parts_in_both_languages(name: str) -> None:
    english, japanese = (
        [len(level) for level, _ in _HEADING.findall(_CODE.sub("", text_of(name, each)))] for each in LANGUAGES
    )
    if name == "command-line.md":
        # What a program reads is the same in every language and stands in the English leaf alone.
        english = english[: len(japanese)]
    assert english == japanese


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_every_leaf_leads_somewhere(language: str) -> None:
    for name in leaves(language):
        for link in _LINK.findall(text_of(name, language)):
            target, _, heading = link.partition("#")
            if target.startswith("https:"):
                continue
            path = (folder(language) / target) if target else folder(language) / name
            assert path.exists(), (name, link)
            if heading:
                there = [slug(words) for _, words in _HEADING.findall(path.read_text(encoding="utf-8"))]
                assert heading in there, (name, link)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pictures_are_small_and_each_stands_in_the_guide_of_its_language(language: str) -> None:
    files = set((folder("en") / "pictures").glob(f"*-{language}.png"))
    assert len(files) >= 6
    assert all(file.stat().st_size < 120_000 for file in files)
    links = [link for name in leaves(language) for link in _LINK.findall(text_of(name, language))]
    assert files <= {(folder(language) / link).resolve() for link in links}


def test_a_picture_is_as_wide_as_the_text_at_most(window: MainWindow) -> None:
    window.actions_["guide"].trigger()
    page = window.frame.page
    assert isinstance(page, GuidePage)
    page.open("programme.md")
    width = page.reader.document().documentLayout().documentSize().width()
    [name] = re.findall(r"!\[.*\]\((.*)\)", text_of("programme.md", "en"))
    shown = page.reader.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
    assert isinstance(shown, QPixmap)
    assert 600 < shown.deviceIndependentSize().width() <= 720
    assert width <= page.reader.viewport().width()


def test_each_page_of_the_window_has_its_leaf() -> None:
    own = {leaf_for(place.key) for place in (*places(), *further_places(), WELCOME, NEW)}
    assert CONTENTS not in own
    assert own <= leaves("en")


def test_files_beside_the_guide_are_found_wherever_the_resources_lie() -> None:
    found = file_behind("../../resources/sample/portland-2027/README.md", "en")
    assert found is not None
    assert found.read_text(encoding="utf-8")
    assert file_behind("nothing-there.txt", "ja") is None


def test_f1_opens_the_leaf_of_the_page_and_back_returns(window: MainWindow, qtbot: QtBot) -> None:
    window.frame.show_page("homestays")
    window.actions_["guide"].trigger()
    page = window.frame.page
    assert isinstance(page, GuidePage)
    assert page.leaf == "homestays.md"
    page.reader.anchorClicked.emit(QUrl("findings.md#holidays-and-closed-days"))
    assert page.leaf == "findings.md"
    assert page.reader.verticalScrollBar().value() > 0
    item = page.list.currentItem()
    assert isinstance(item, QListWidgetItem)
    assert item.data(Qt.ItemDataRole.UserRole) == "findings.md"
    window.change_language("ja")
    page = window.frame.page
    assert isinstance(page, GuidePage)
    assert page.leaf == "findings.md"
    assert "指摘事項" in page.reader.toPlainText()
    qtbot.keyClick(page.reader, Qt.Key.Key_Escape)
    assert page.leaf == "homestays.md"
    page.back.click()
    assert window.frame.page is not None
    assert window.frame.page.KEY == "homestays"


def test_the_guide_is_there_without_a_visit_and_makes_room_for_one(window: MainWindow, tmp_path: Path) -> None:
    file = window.workspace.file
    assert file is not None
    path = file.path
    window.workspace.open.close()
    window.actions_["guide"].trigger()
    page = window.frame.page
    assert isinstance(page, GuidePage)
    assert page.leaf == "first-visit.md"
    page.back.click()
    assert window.frame.page is not None
    assert window.frame.page.KEY == "welcome"
    window.actions_["guide"].trigger()
    assert window.workspace.open.path(path)
    assert window.frame.page.KEY == "overview"
