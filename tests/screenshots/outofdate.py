"""Papers in people's hands, and a change after that: which pages are out of date, the slip, words of our own."""

from __future__ import annotations

import datetime as dt
import time

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from planner.commands import papers, printing, records, wordings
from planner.commands.printing import Wanted
from planner.language import screen_language
from planner.language.readers import language_of
from planner.model.kinds import PaperWay
from planner.papers.catalogue import document_of, documents, readers_of
from planner.papers.wordings import wording_codes
from planner.ui.pages.papers.page import PapersPage
from planner.ui.pages.wordings.page import WordingsPage
from planner.ui.shell.window import MainWindow
from tests.ui.showing import plan_of


def changed(window: MainWindow) -> None:
    """Most papers are handed out; then an event begins earlier and another is somewhere else."""
    plan, paper = plan_of(window), plan_of(window).visit.paper.value
    wanted = [
        Wanted(document.code, reader, language_of(plan, reader), paper)
        for document in documents()
        for number, reader in enumerate(readers_of(plan, document))
        if number % 5 != 3 and not document_of(document.code).blocked(plan, reader)
    ]
    made = printing.make_all(plan, wanted)
    window.workspace.run(papers.remember, plan.visit.id, [one.issued for one in made], PaperWay.PRINTED)
    clinic, game = [one for one in plan.activities if one.starts_at][3:5]
    window.workspace.run(records.edit, "Activity", clinic.id, {"starts_at": dt.time(8, 15)})
    if game.place is not None:
        values = {"name_en": "Reiche School Hall", "name_ja": "ライシュ校体育館"}
        window.workspace.run(records.edit, "Place", game.place.id, values)
    page = shown(window)
    old = page._shown_matrix.old
    one = next((one for one in old if one.key.document == "host-packet"), old[3])
    look_at(page, one.key.recipient, one.key.document)


def look_at(page: PapersPage, recipient: str, document: str) -> None:
    page.matrix.choose((recipient, document))
    page.making.now()
    ready(page)


def shown(window: MainWindow) -> PapersPage:
    page = window.frame.show_page("papers")
    assert isinstance(page, PapersPage)
    ready(page)
    return page


def ready(page: PapersPage) -> None:
    until = time.monotonic() + 60
    while not page.is_ready and time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.005)


def slip(window: MainWindow) -> None:
    """The slip itself, as large as it fits."""
    page = shown(window)
    page.view.go(0)
    ready(page)


def large_slip(window: MainWindow) -> None:
    """The slip large enough to be read."""
    window.resize(1900, 1300)
    page = shown(window)
    packets = [one.key for one in page._shown_matrix.old if one.key.document in ("host-packet", "participant-packet")]
    # The first whose reader reads what the screen is in.
    key = next(key for key in packets if key.language == screen_language())
    look_at(page, key.recipient, key.document)
    slip(window)


def slip_rect(window: MainWindow) -> QRect:
    """The upper half of the sheet in the preview: the slip alone."""
    sheet = shown(window).view._sheet
    whole = QRect(sheet.mapTo(window, sheet.rect().topLeft()), sheet.size()).adjusted(24, 24, -24, -24)
    return QRect(whole.left(), whole.top(), whole.width(), whole.height() // 2 + 8)


def ticked(window: MainWindow) -> None:
    """Several papers of two readers are ticked."""
    page = shown(window)
    for row in (4, 6):
        page.matrix.cells.turn(page.matrix.cells.places_of_line(row))


def only_old(window: MainWindow) -> None:
    """Only what is out of date."""
    page = shown(window)
    page.matrix.cells.tick(())
    page._filter._buttons["old"].click()
    ready(page)


def own_words(window: MainWindow) -> None:
    """A block that the committee has written itself, in one language."""
    plan = plan_of(window)
    words = "Questions? Pat answers at any hour: (207) 555-0100.\n\nThank you for keeping your papers up to date."
    window.workspace.run(wordings.write, plan.visit.id, "change-slip", "en", words)
    page = window.frame.show_page("wordings")
    assert isinstance(page, WordingsPage)
    page.restore({"code": "change-slip", "scroll": 0} if "change-slip" in wording_codes() else page.state())
