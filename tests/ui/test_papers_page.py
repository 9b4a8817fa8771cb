"""The papers page: who gets what in a matrix, real pages beside it, saved and printed, out of date and why."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from planner.commands import papers, records
from planner.commands.printing import Wanted
from planner.language.kana import has_japanese
from planner.model.kinds import PaperWay
from planner.model.message import Cancelled
from planner.model.readers import of_guest
from planner.papers.preview import PreviewClosedError
from planner.rules.finding import Subject
from planner.ui.pages.overview.page import OverviewPage
from planner.ui.pages.papers.matrix import State
from planner.ui.pages.papers.page import PapersPage
from planner.ui.pages.papers.sending import send, set_up
from planner.ui.pages.papers.work import Shown
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.buttons import Button
from tests.ui.showing import plan_of
from tests.ui.small_visit import copy_forms

PATIENCE = 20_000


@pytest.fixture(scope="module")
def beginning() -> Callable[[Path], Path]:
    return copy_forms


@pytest.fixture
def page(qtbot: QtBot, window_with_fresh_pages: MainWindow) -> Iterator[PapersPage]:
    workspace = window_with_fresh_pages.workspace
    found = window_with_fresh_pages.frame.show_page("papers")
    assert isinstance(found, PapersPage)
    qtbot.waitUntil(lambda: found.is_ready, timeout=PATIENCE)
    yield found
    qtbot.waitUntil(lambda: not workspace.jobs.running, timeout=PATIENCE)


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


GROUP = ("", "itinerary")


def look_at(qtbot: QtBot, page: PapersPage, family_name: str, document: str = "itinerary") -> str:
    uid = uid_of(page, family_name)
    assert page.matrix.choose((uid, document))
    page.making.now()
    rest(qtbot, page)
    return uid


def state(page: PapersPage, recipient: str, document: str = "itinerary") -> State:
    return page._shown_matrix.cell(recipient, document).state


def move_an_event(page: PapersPage) -> None:
    event = next(one for one in plan_of(page).activities if one.everyone and one.starts_at)
    page.workspace.run(records.edit, "Activity", event.id, {"starts_at": dt.time(6, 5)})


def hand_out(qtbot: QtBot, page: PapersPage, folder: Path, *names: str) -> list[str]:
    """Save the itineraries of some guests, as somebody does who then prints them."""
    uids = [uid_of(page, name) for name in names]
    page.matrix.cells.tick([(uid, "itinerary") for uid in uids])
    page.handing.save_each(folder, page.ticked_wanted())
    rest(qtbot, page)
    page.matrix.cells.tick(())
    return uids


def test_the_whole_group_is_looked_at_first_and_pages_turn(qtbot: QtBot, page: PapersPage) -> None:
    assert page.matrix.place == GROUP
    assert sum(1 for line in page.matrix.cells.lines if line.reader.uid in {m.uid for m in plan_of(page).members}) == 15
    page.detail.languageChosen.emit("en")
    rest(qtbot, page)
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
    # Pages that are given up when they are there already are closed.
    before = page.workspace.jobs.running
    page.making.now()
    [job] = page.workspace.jobs.running - before
    late: list[Shown] = []
    job.unwanted.connect(late.append)
    assert job._left.wait(PATIENCE / 1000)
    page.making.stop()
    qtbot.waitUntil(lambda: bool(late))
    with pytest.raises(PreviewClosedError):
        late[0].preview.picture(0, 1)


def test_names_in_the_other_script_are_told_before_anything_is_printed(qtbot: QtBot, page: PapersPage) -> None:
    page.detail.languageChosen.emit("en")
    rest(qtbot, page)
    assert page.detail.told.lines == []
    page.detail.languageChosen.emit("ja")
    rest(qtbot, page)
    [words] = page.detail.told.lines
    assert "places have no Japanese name: Haneda Airport T3, " in words


def test_each_reads_in_their_own_language_until_another_is_chosen(qtbot: QtBot, page: PapersPage) -> None:
    look_at(qtbot, page, "Takahashi")
    assert page.detail.language.choice == "ja"
    page._paper.choose("a4")
    page.making.now()
    rest(qtbot, page)
    assert page._shown is not None
    assert page.detail._title.text() == "Itinerary, Sakura Takahashi"
    wide, high = page._shown.preview.sizes[0]
    assert (round(wide), round(high)) == (595, 842)
    assert "髙橋" in page._shown.preview.text(0)
    page.detail.language._buttons["en"].click()
    rest(qtbot, page)
    assert "TAKAHASHI" in page._shown.preview.text(0).upper()
    look_at(qtbot, page, "Suzuki")
    assert page.detail.language.choice == "ja", "it was chosen for one reader"


def test_one_file_is_saved_and_remembered(qtbot: QtBot, page: PapersPage, tmp_path: Path) -> None:
    uid = look_at(qtbot, page, "Takahashi")
    assert state(page, uid) is State.NOT_YET
    page.handing.save_one(tmp_path / "sakura.pdf", page.chosen_wanted())
    rest(qtbot, page)
    assert "髙橋" in text_of(tmp_path / "sakura.pdf")
    [issue] = plan_of(page).visit.papers
    assert (issue.document, issue.recipient, issue.language, issue.version) == ("itinerary", uid, "ja", 1)
    assert (len(issue.pages), issue.way, issue.handed_out_at) == (page.view.pages, PaperWay.SAVED, None)
    assert state(page, uid) is State.CURRENT
    page.handing.save_one(tmp_path / "again.pdf", page.chosen_wanted())
    rest(qtbot, page)
    assert [each.version for each in plan_of(page).visit.papers] == [1, 2]


def test_ticked_papers_go_into_a_folder_or_one_file(qtbot: QtBot, page: PapersPage, tmp_path: Path) -> None:
    chosen = [(uid_of(page, name), "itinerary") for name in ("Takahashi", "Suzuki")]
    page.matrix.cells.tick(chosen)
    beats: list[None] = []
    clock = QTimer()
    clock.timeout.connect(lambda: beats.append(None))
    clock.start(10)
    page.handing.save_each(tmp_path / "each", page.ticked_wanted())
    rest(qtbot, page)
    clock.stop()
    assert len(beats) > 5, "the window lives while papers are made"
    names = sorted(path.name for path in (tmp_path / "each").iterdir())
    assert names == ["行程表 – 鈴木 結衣.pdf", "行程表 – 髙橋 さくら.pdf"]
    page.handing.save_one(tmp_path / "all.pdf", page.ticked_wanted())
    rest(qtbot, page)
    words = text_of(tmp_path / "all.pdf")
    assert "髙橋" in words
    assert "鈴木" in words
    pdf = PdfReader(tmp_path / "all.pdf")
    titles = [entry.title for entry in pdf.outline if not isinstance(entry, list)]
    assert sorted(titles) == ["行程表 – 鈴木 結衣", "行程表 – 髙橋 さくら"]
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.trailer["/Root"]["/Lang"]) == ("品川・ポートランド 2027", "ja-JP")
    page.workspace.undo()
    assert len(plan_of(page).visit.papers) == 2, "what left together is remembered in one step"


def test_cells_are_moved_among_and_ticked_by_key_and_by_heading(qtbot: QtBot, page: PapersPage) -> None:
    view = page.matrix
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.cells.ticked_places == [GROUP]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.place is not None
    assert view.place[0] != ""
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.cells.ticked == set()
    column = [one.code for one in page._shown_matrix.documents].index("itinerary")
    view.horizontalHeader().sectionClicked.emit(column)
    assert len(view.cells.ticked) == 17
    assert page._print_ticked.text() == "Print 17 papers…"
    view.horizontalHeader().sectionClicked.emit(column)
    assert view.cells.ticked == set()
    row = next(n for n, line in enumerate(view.cells.lines) if line.reader.uid == uid_of(page, "Suzuki"))
    view.verticalHeader().sectionClicked.emit(row)
    assert {recipient for recipient, _ in view.cells.ticked} == {uid_of(page, "Suzuki")}
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(view.cells.ticked) > 16
    assert "Yui Suzuki" in str(view.cells.data(view.cells.index(row, column), Qt.ItemDataRole.AccessibleTextRole))


def test_what_changed_is_shown_with_its_reason_and_printed_alone(
    qtbot: QtBot, page: PapersPage, tmp_path: Path
) -> None:
    uids = hand_out(qtbot, page, tmp_path / "first", "Takahashi", "Suzuki")
    assert [state(page, uid) for uid in uids] == [State.CURRENT] * 2
    assert not page.print_changed.isEnabled()
    move_an_event(page)
    rest(qtbot, page)
    assert [state(page, uid) for uid in uids] == [State.OLD] * 2
    window = page.window()
    assert isinstance(window, MainWindow)
    assert window.frame.rail._buttons["papers"].accessibleName() == "Papers: 2 papers out of date"
    look_at(qtbot, page, "Takahashi")
    # Hers is in Japanese; the screen says in English what is new of it, and the slip in her language.
    [reason] = [line for line in page.detail.told.lines if "6:05\xa0am" in line]
    assert not has_japanese(reason)
    assert page._shown is not None
    assert page._shown.slips == 1
    assert page._shown.reasons[0].at is not None
    assert "変更は1件です" in page._shown.preview.text(0)
    assert page._shown.is_changed(1)
    changed = len(page._shown.changes.put_in) if page._shown.changes else 0
    assert page.detail.print_button.text() == f"Print this {changed} page…"
    page._filter._buttons["old"].click()
    assert {line.reader.uid for line in page.matrix.cells.lines} == set(uids)
    wanted = page.changed_wanted()
    assert page._sum.text() == f"2 papers, {2 * changed} pages"
    page.handing.save_each(tmp_path / "slips", wanted)
    rest(qtbot, page)
    assert sorted(path.name for path in (tmp_path / "slips").iterdir()) == [
        "行程表 – 変更のお知らせ – 鈴木 結衣.pdf", "行程表 – 変更のお知らせ – 髙橋 さくら.pdf",
    ]  # fmt: skip
    assert [state(page, uid) for uid in uids] == [State.CURRENT] * 2
    assert [issue.version for issue in plan_of(page).visit.papers] == [1, 1, 2, 2]
    page.workspace.undo()
    rest(qtbot, page)
    assert [state(page, uid) for uid in uids] == [State.OLD] * 2


def test_the_overview_counts_what_is_out_of_date_and_leads_there(
    qtbot: QtBot, page: PapersPage, tmp_path: Path
) -> None:
    hand_out(qtbot, page, tmp_path / "first", "Takahashi")
    window = page.window()
    assert isinstance(window, MainWindow)
    overview = window.frame.show_page("overview")
    assert isinstance(overview, OverviewPage)
    move_an_event(page)
    qtbot.waitUntil(lambda: page._watch.is_ready, timeout=PATIENCE)
    [card] = [card for card in overview._card_widgets if "paper out of date" in card.accessibleName()]
    assert card.accessibleName() == "1 paper out of date. Sakura Takahashi"
    card.click()
    assert window.frame.page is page
    page.workspace.run(papers.forget, [issue.id for issue in plan_of(page).visit.papers])
    rest(qtbot, page)
    assert window.frame.rail._buttons["papers"].accessibleName() == "Papers"


def test_folder_that_cannot_be_written_is_said(qtbot: QtBot, page: PapersPage, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with qtbot.waitSignal(page.workspace.noticed, timeout=PATIENCE) as said:
        page.handing.save_each(blocked / "inside", page.chosen_wanted())
    assert said.args is not None
    assert said.args[0].tone == "wrong"
    assert plan_of(page).visit.papers == ()


def test_what_was_saved_of_one_visit_is_not_remembered_in_another(
    qtbot: QtBot, page: PapersPage, tmp_path: Path
) -> None:
    workspace = page.workspace
    assert workspace.file is not None
    other = Path(shutil.copy(workspace.file.path, tmp_path / "other.shimai"))
    page.handing.save_one(tmp_path / "one.pdf", page.chosen_wanted())
    assert workspace.open.path(other)
    rest(qtbot, page)
    assert (tmp_path / "one.pdf").exists()
    assert plan_of(page).visit.papers == ()


def test_printing_turns_every_page_out(qtbot: QtBot, page: PapersPage, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    pages = page.view.pages
    page.handing.print_on(printer, page.chosen_wanted())
    rest(qtbot, page)
    assert len(sizes_of(tmp_path / "printed.pdf")) == pages


def sizes_of(path: Path) -> list[tuple[int, int]]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [(round(width), round(height)) for width, height in map(document.get_page_size, range(len(document)))]
    finally:
        document.close()


class Printer(QPrinter):
    """One that prints into a file, as offscreen there is no other, and says how its sheets were to be turned."""

    def __init__(self, path: Path) -> None:
        super().__init__(QPrinter.PrinterMode.ScreenResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))
        self.turned: list[QPrinter.DuplexMode] = []
        self.aborted = False

    def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:
        self.turned.append(duplex)

    def duplex(self) -> QPrinter.DuplexMode:
        return self.turned[-1] if self.turned else QPrinter.DuplexMode.DuplexNone

    def abort(self) -> bool:
        self.aborted = True
        return super().abort()


def test_a_printer_is_set_up_for_what_is_folded_and_each_paper_begins_on_a_front(
    page: PapersPage, tmp_path: Path
) -> None:
    plan, printer = plan_of(page), Printer(tmp_path / "printed.pdf")
    readers = [of_guest(member) for member in plan.members[:2]]
    booklets = [Wanted("booklet", reader, "en", "a4") for reader in readers[:1]]
    set_up(printer, booklets)
    [booklet] = send(plan, booklets, printer, lambda done, total: None)
    assert sizes_of(tmp_path / "printed.pdf") == [(842, 595)] * booklet.sheets
    cards = [Wanted("emergency-cards", reader, "en", "letter") for reader in readers]
    set_up(printer, cards)
    assert printer.turned == [QPrinter.DuplexMode.DuplexShortSide, QPrinter.DuplexMode.DuplexLongSide]
    assert [one.sheets for one in send(plan, cards, printer, lambda done, total: None)] == [1, 1]
    assert sizes_of(tmp_path / "printed.pdf") == [(612, 792)] * 3, "the back of the first stays empty"


def test_printing_that_is_cancelled_is_taken_back_from_the_printer(page: PapersPage, tmp_path: Path) -> None:
    def cancel_at_the_second_page(done: int, total: int) -> None:
        if total > 1 and done == 1:
            raise Cancelled

    printer = Printer(tmp_path / "printed.pdf")
    wanted = [Wanted("itinerary", of_guest(plan_of(page).members[0]), "en", "letter")]
    with pytest.raises(Cancelled):
        send(plan_of(page), wanted, printer, cancel_at_the_second_page)
    assert printer.aborted


def test_what_is_amiss_leads_to_its_findings_and_a_character_without_a_font_names_the_person(
    qtbot: QtBot, page: PapersPage
) -> None:
    member = next(one for one in plan_of(page).members if one.person.family_name == "Suzuki")
    # Everybody is in two places at once.
    one = next(one for one in plan_of(page).activities if one.everyone and one.starts_at and one.ends_at)
    twin = {"visit_id": one.visit_id, "title_en": "Twin", "everyone": True, "kind": one.kind, "zone": one.zone,
            "starts_on": one.starts_on, "starts_at": one.starts_at, "ends_at": one.ends_at}  # fmt: skip
    page.workspace.run(records.add, "Activity", twin)
    page.workspace.run(records.edit, "Person", member.person_id, {"given_name_ja": "結衣ต"})
    look_at(qtbot, page, "Suzuki")
    assert any("U+0E15" in line and "Suzuki" in line for line in page.detail.told.lines)
    opened: list[Subject] = []
    page.workspace.openFindings.connect(opened.append)
    place = next(place for place, line in enumerate(page.detail.told.lines) if "still on when" in line)
    page.detail.told._lines.itemAt(place).widget().findChild(Button).click()
    assert [one.noun for one in opened] == ["Activity"]


def test_choices_stay_when_the_language_changes(qtbot: QtBot, page: PapersPage) -> None:
    uid = look_at(qtbot, page, "Takahashi")
    page.detail.languageChosen.emit("both")
    rest(qtbot, page)
    page.matrix.cells.tick([(uid, "itinerary")])
    window = page.window()
    assert isinstance(window, MainWindow)
    window.change_language("ja")
    again = window.frame.page
    assert isinstance(again, PapersPage)
    assert again is not page
    rest(qtbot, again)
    assert (again.matrix.place, again.matrix.cells.ticked_places) == ((uid, "itinerary"), [(uid, "itinerary")])
    assert again.detail.language.choice == "both"
