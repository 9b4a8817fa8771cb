"""The papers page: real pages to look at, saved and printed, remembered afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from planner.commands import imports, records, visits
from planner.intake.columns import guess
from planner.intake.proposals import propose
from planner.intake.reading import read_sheets
from planner.model.kinds import PaperWay
from planner.resources import resource
from planner.ui.pages.papers.page import PapersPage
from planner.ui.shell.settings import Settings
from planner.ui.shell.window import MainWindow
from planner.ui.theme import Appearance
from planner.ui.widgets.notice import Banner
from tests.prepared import begun
from tests.ui.conftest import make_main_window
from tests.ui.small_visit import FIRST, LAST, PORTLAND, SHINAGAWA

PATIENCE = 20_000


@pytest.fixture(scope="module")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "portland.shimai"
    with begun(
        path, visits.start, title_en="Shinagawa – Portland 2027", title_ja="品川・ポートランド 2027",
        host=PORTLAND, home=SHINAGAWA, first_day=FIRST, last_day=LAST,
    ) as file:  # fmt: skip
        for name in ("guests_form.csv", "programme.csv"):
            [sheet] = read_sheets(resource("sample", "portland-2027", name))
            file.run(imports.accept, propose(sheet, guess(sheet), file.plan))
    return path


@pytest.fixture
def page(
    qtbot: QtBot, settings: Settings, appearance: Appearance, made_sample: Path, tmp_path: Path
) -> Iterator[PapersPage]:
    path = tmp_path / "portland.shimai"
    path.write_bytes(made_sample.read_bytes())
    window = make_main_window(qtbot, settings, appearance)
    assert window.workspace.open.path(path)
    window.start()
    window.show()
    qtbot.waitExposed(window)
    found = window.frame.show_page("papers")
    assert isinstance(found, PapersPage)
    qtbot.waitUntil(lambda: found.is_ready, timeout=PATIENCE)
    yield found
    window.close()


def rest(qtbot: QtBot, page: PapersPage) -> None:
    qtbot.waitUntil(lambda: page.is_ready and not page.workspace.jobs.running, timeout=PATIENCE)


def uid_of(page: PapersPage, family_name: str) -> str:
    plan = page.workspace.plan
    assert plan is not None
    return next(member.uid for member in plan.members if member.person.family_name == family_name)


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        words = []
        for number in range(len(document)):
            sheet = document[number]
            page_words = sheet.get_textpage()
            words.append(page_words.get_text_range())
            page_words.close()
            sheet.close()
        return "\n".join(words)
    finally:
        document.close()


def test_whole_group_is_shown_first_and_pages_turn(qtbot: QtBot, page: PapersPage) -> None:
    assert page.recipients.chosen is None
    assert len(page.recipients.members) == 15
    assert page.view.pages > 1
    page.view.turn(1)
    rest(qtbot, page)
    assert page.view.page == 1
    page.view.set_zoom(100)
    rest(qtbot, page)
    # US Letter is 8.5 inches wide: 816 pixels of 96 an inch, and the grounds left and right.
    assert page.view._sheet._size.width() == 816
    page.view.turn(-5)
    assert page.view.page == 1


def test_names_in_the_other_script_are_told_before_anything_is_printed(qtbot: QtBot, page: PapersPage) -> None:
    def told() -> list[str]:
        return [banner.accessibleName() for banner in page.findChildren(Banner) if banner.isVisible()]

    page._language.choose("en")
    page._look_now()
    rest(qtbot, page)
    assert told() == []
    page._language.choose("ja")
    page._look_now()
    rest(qtbot, page)
    [words] = told()
    assert "places have no Japanese name: Haneda Airport T3, " in words


def test_another_person_language_and_paper(qtbot: QtBot, page: PapersPage) -> None:
    uid = uid_of(page, "Takahashi")
    page.recipients.choose(uid)
    page._language.choose("ja")
    page._paper.choose("a4")
    page._look_now()
    rest(qtbot, page)
    assert page._shown is not None
    assert page._title.text() == "Itinerary, Sakura Takahashi"
    wide, high = page._shown.preview.sizes[0]
    assert (round(wide), round(high)) == (595, 842)
    assert "髙橋" in page._shown.preview.text(0)


def test_one_file_is_saved_and_remembered(qtbot: QtBot, page: PapersPage, tmp_path: Path) -> None:
    uid = uid_of(page, "Takahashi")
    page.recipients.choose(uid)
    page.save_one(tmp_path / "sakura.pdf")
    rest(qtbot, page)
    assert "TAKAHASHI" in text_of(tmp_path / "sakura.pdf").upper()
    plan = page.workspace.plan
    assert plan is not None
    [issue] = plan.visit.papers
    assert (issue.document, issue.recipient, issue.language, issue.version) == ("itinerary", uid, "en", 1)
    assert (len(issue.pages), issue.way, issue.handed_out_at) == (page.view.pages, PaperWay.SAVED, None)
    page.save_one(tmp_path / "again.pdf")
    rest(qtbot, page)
    assert page.workspace.plan is not None
    assert [each.version for each in page.workspace.plan.visit.papers] == [1, 2]


def test_ticked_papers_go_into_a_folder_or_one_file(qtbot: QtBot, page: PapersPage, tmp_path: Path) -> None:
    chosen = [uid_of(page, "Takahashi"), uid_of(page, "Suzuki")]
    page.recipients.tick(chosen)
    page.save_each(tmp_path / "each")
    rest(qtbot, page)
    names = sorted(path.name for path in (tmp_path / "each").iterdir())
    assert names == ["Itinerary – Sakura Takahashi.pdf", "Itinerary – Yui Suzuki.pdf"]
    page.save_one(tmp_path / "all.pdf")
    rest(qtbot, page)
    words = text_of(tmp_path / "all.pdf").upper()
    assert "TAKAHASHI SAKURA" in words
    assert "SUZUKI YUI" in words


def test_everyone_is_ticked_at_once_and_by_key(qtbot: QtBot, page: PapersPage) -> None:
    page._everyone.click()
    assert len(page.recipients.ticked) == 15
    page._everyone.click()
    assert page.recipients.ticked == []
    page.recipients.setFocus()
    qtbot.keyClick(page.recipients, " ")  # type: ignore[call-overload]
    assert page.recipients.ticked == [None]


def test_folder_that_cannot_be_written_is_said(qtbot: QtBot, page: PapersPage, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with qtbot.waitSignal(page.workspace.noticed, timeout=PATIENCE) as said:
        page.save_each(blocked / "inside")
    assert said.args is not None
    assert said.args[0].tone == "wrong"
    plan = page.workspace.plan
    assert plan is not None
    assert plan.visit.papers == ()


def test_printing_turns_every_page_out(qtbot: QtBot, page: PapersPage, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    pages = page.view.pages
    page.print_on(printer)
    rest(qtbot, page)
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(document) == pages
    document.close()


def test_character_without_a_font_names_the_person(qtbot: QtBot, page: PapersPage) -> None:
    plan = page.workspace.plan
    assert plan is not None
    member = next(one for one in plan.members if one.person.family_name == "Suzuki")
    page.workspace.run(records.edit, "Person", member.person_id, {"given_name": "Yuiต"})
    page.recipients.choose(member.uid)
    page._look_now()
    rest(qtbot, page)
    banners = [page._holes.itemAt(place).widget() for place in range(page._holes.count())]  # type: ignore[union-attr]
    assert any(
        isinstance(banner, Banner) and "Suzuki" in banner.accessibleName() and "U+0E15" in banner.accessibleName()
        for banner in banners
    )


def test_choices_stay_when_the_language_changes(qtbot: QtBot, page: PapersPage) -> None:
    uid = uid_of(page, "Takahashi")
    page.recipients.choose(uid)
    page.recipients.tick([uid])
    window = page.window()
    assert isinstance(window, MainWindow)
    window.change_language("ja")
    again = window.frame.page
    assert isinstance(again, PapersPage)
    assert again is not page
    rest(qtbot, again)
    assert (again.recipients.chosen, again.recipients.ticked) == (uid, [uid])
    assert again._language.choice == "en"
