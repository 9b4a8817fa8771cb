"""States of the window worth a picture beside its pages; each sets one up, on a visit that may be changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.clock import WallTime, later
from planner.commands import calls as call_commands
from planner.commands import papers, records, speeches
from planner.language import screen_language, tr, tr_in
from planner.model.base import Base
from planner.model.kinds import ActivityKind, PaperSize, PaperWay, SpeechLanguage, StayKind
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.ui.inspector import RecordPanel
from planner.ui.inspector.marks import FoldHead
from planner.ui.pages.calls.page import CallsPage
from planner.ui.pages.programme.legs_moving import MovePiece
from planner.ui.pages.programme.page import ProgrammePage
from planner.ui.pages.programme.recalling import RecallPanel
from planner.ui.pages.programme.shifting import ShiftPanel
from planner.ui.pages.programme.whereabouts import WhereaboutsPage
from planner.ui.pages.welcome.new import NewVisitPage
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.fields import Field
from tests.screenshots import outofdate
from tests.screenshots.calendars import sent
from tests.screenshots.homestays import HOMESTAYS
from tests.screenshots.importing import IMPORTS
from tests.screenshots.interpreters import INTERPRETERS
from tests.screenshots.photos import PHOTOS

#: Part of the names of people, homes and events.
_WORDS: Final = {"en": "game", "ja": "okafor"}


def found(window: MainWindow) -> None:
    """The search with words typed."""
    window.frame.show_page("overview")
    window.actions_["search"].trigger()
    line = window.finder.focusProxy() or window.finder.focusWidget()
    assert line is not None
    QTest.keyClicks(line, _WORDS[screen_language()])


def stays(window: MainWindow) -> None:
    """Somebody whose nights are divided between two homes."""
    plan = _plan(window)
    guest, (one, other) = plan.members[0], plan.offers[:2]
    first, last = plan.visit.first_day, plan.visit.last_day - timedelta(days=1)
    middle = first + timedelta(days=3)
    for offer, begins, ends in ((one, first, middle), (other, middle + timedelta(days=1), last)):
        window.workspace.run(
            records.add, "Stay",
            {"member_id": guest.id, "kind": StayKind.HOME, "household_id": offer.household.id,
             "first_night": begins, "last_night": ends},
        )  # fmt: skip
    panel = _inspect(window, guest)
    for head in panel.findChildren(FoldHead):
        if head.text() == tr_in("stays", "Nights"):
            head.setChecked(True)
            QApplication.processEvents()
            panel.scroll_area.ensureWidgetVisible(head, 0, 300)


def activity(window: MainWindow) -> None:
    """An activity with everything in it, in the inspector."""
    plan = _plan(window)
    _inspect(window, next(each for each in plan.activities if each.hosts_invited or not each.everyone))


def ceremony(window: MainWindow) -> None:
    """The items of a ceremony that do not fit into its time."""
    call = next(one for one in _plan(window).activities if one.kind is ActivityKind.OFFICIAL)
    for en, ja, language, minutes, rank in (
        ("Mayor of Portland", "ポートランド市長", SpeechLanguage.ENGLISH, 15, None),
        ("Kaori Saitō", "齋藤 香織", SpeechLanguage.JAPANESE, 15, None),
        ("Exchange of gifts", "記念品交換", SpeechLanguage.NONE, 10, None),
        ("Chair of the association", "協会会長", SpeechLanguage.ENGLISH, 10, 1),
    ):
        values = {"speaker_en": en, "speaker_ja": ja, "language": language, "minutes": minutes, "cut_rank": rank}
        window.workspace.run(speeches.add_speech, call.id, values)
    panel = _inspect(window, call)
    for head in panel.findChildren(FoldHead):
        if head.text() == tr("Speeches and ceremony"):
            head.setChecked(True)
            QApplication.processEvents()
            panel.scroll_area.ensureWidgetVisible(head, 0, 500)


def leg(window: MainWindow) -> None:
    """People who are about to change to a new leg, with what it touches."""
    plan = _plan(window)
    panel = _inspect(window, plan.journeys[0])
    move = panel.findChildren(MovePiece)[0]
    move.open.click()
    for box in list(move.boxes.values())[:2]:
        box.click()
    day = plan.journeys[0].departs_on + timedelta(days=1)
    for field, value in ((move.leaves_on, day), (move.arrives_on, day)):
        field.pick(value)
    for line, typed in ((move.leaves_at.line, "11:00"), (move.arrives_at.line, "10:50")):
        line.setText(typed)
        line.finished.emit(typed)
    QTest.qWait(50)
    panel.scroll_area.ensureWidgetVisible(move.done, 0, 40)


def programme_day(window: MainWindow) -> None:
    """One day of the programme alone, with two things at the same time."""
    page = programme(window)
    page.select(Subject("Activity", _plan(window).activities[2].id))
    page.look("day")


def programme_person(window: MainWindow) -> None:
    """What one person takes part in."""
    programme(window).look("person")


def programme_list(window: MainWindow) -> None:
    """The same day by day in lines."""
    programme(window).look("list")


def programme_wide(window: MainWindow) -> None:
    """The whole visit on a laptop's wider window."""
    programme(window).look("visit")
    window.resize(1440, 900)


def programme_small(window: MainWindow) -> None:
    """The whole visit, as small as it goes."""
    programme(window).board.set_zoom(0)


def programme_dragging(window: MainWindow) -> None:
    """The call on the mayor carried over into a tour on another day: what would clash, and why."""
    page = programme(window)
    page.look("visit")
    window.resize(1440, 900)
    page.select(_call_on_the_mayor(window))
    carry_into_a_clash(window)


def carry_into_a_clash(window: MainWindow) -> None:
    """The call on the mayor in the hand, over the tour, as the board is shown now."""
    board, day, key = programme(window).board, _plan(window).visit.first_day, _call_on_the_mayor(window)
    QApplication.processEvents()
    board.choose(key)
    board.show_day(day)
    start = board.rects_of(key)[0].topLeft().toPoint() + QPoint(60, 20)
    spot = board.place_of(WallTime(day + timedelta(days=4), time(11, 15), _plan(window).visit.host_city.zone))
    assert spot is not None
    QTest.mousePress(board.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for to in (start + QPoint(20, 20), spot.toPoint() + QPoint(62, 22)):
        QTest.mouseMove(board.viewport(), to)
    programme(window).hand.look()


def _call_on_the_mayor(window: MainWindow) -> Subject:
    found = (one for one in _plan(window).activities if one.kind is ActivityKind.OFFICIAL)
    return Subject("Activity", next(found).id)


def programme_drawn(window: MainWindow) -> None:
    """Something drawn on an empty stretch, not there yet: its name is asked."""
    page = programme(window)
    page.hand.put_back()
    page.look("visit")
    begins = WallTime(_plan(window).visit.first_day + timedelta(days=2), time(13), _plan(window).visit.host_city.zone)
    spots = [page.board.place_of(later(begins, timedelta(minutes=minutes))) for minutes in (0, 30, 105)]
    view = page.board.viewport()
    first, middle, last = (spot.toPoint() + QPoint(50, 0) for spot in spots if spot is not None)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, first)
    for to in (middle, last):
        QTest.mouseMove(view, to)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, last)


def programme(window: MainWindow) -> ProgrammePage:
    """The page of the programme, shown."""
    window.frame.show_page("programme")
    page = window.frame.page
    assert isinstance(page, ProgrammePage)
    return page


def shifting(window: MainWindow) -> None:
    """The whole visit two weeks on, into Obon, before it is done."""
    window.actions_["shift"].trigger()
    panel = window.frame.inspector.panel
    assert isinstance(panel, ShiftPanel)
    for _ in range(2):
        panel.steps[7].click()


def recalling(window: MainWindow) -> None:
    """Activities of this visit about to be copied into next year's, for which a second visit has been begun."""
    new_here(window)
    page = window.frame.page
    assert isinstance(page, NewVisitPage)
    page.pattern.show_value(None)
    page.button.click()
    window.actions_["recall"].trigger()
    panel = window.frame.inspector.panel
    assert isinstance(panel, RecallPanel)
    for line in list(panel.past.lines.values())[1:4]:
        line.box.click()
    QTest.qWait(50)
    panel.scroll_area.ensureWidgetVisible(panel.foreseen, 0, 300)


def new_here(window: MainWindow) -> None:
    """Next year's visit in the same file, after the pattern of this year's."""
    window.actions_["new-here"].trigger()
    page = window.frame.page
    assert isinstance(page, NewVisitPage)
    page.pattern.show_value(_plan(window).visit.id)
    page.pattern.committed.emit(page.pattern.value())


def whereabouts(window: MainWindow) -> None:
    """Everybody's place on an evening of the visit, and one of them followed."""
    plan = _plan(window)
    window.frame.show_page("where")
    page = window.frame.page
    assert isinstance(page, WhereaboutsPage)
    evening = WallTime(plan.visit.first_day + timedelta(days=5), time(19), plan.visit.host_city.zone)
    page.slider.choose(evening.instant())
    page.pick(plan.members[2].id)


def change(window: MainWindow) -> None:
    """A change that can be taken back, in the top bar and in passing, and a value that was refused, at its field."""
    plan = _plan(window)
    guest = plan.members[2]
    panel = _inspect(window, guest)
    window.workspace.run(records.edit, "Person", guest.person.id, {"called_name_en": "Emmy"})
    window.workspace.say(tr("Removed: {what}", what=tr("Bed")), undo=True)
    day = panel.sheet.find_editor("Person", "birth_date")
    assert isinstance(day, Field)
    day.editor.setFocus()
    day.editor.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(day.editor, "31 June 2013\r")


def findings(window: MainWindow) -> None:
    """The findings drawer, open."""
    window.frame.show_page("homestays")
    window.frame.open_findings()


def finding_why(window: MainWindow) -> None:
    """A finding unfolded, with the field for the reason."""
    findings(window)
    drawer = window.frame.drawer
    cited = next(one for one in window.workspace.findings if one.source is not None)
    drawer._list.unfold(cited.key)
    drawer.detail.ask()


def read_only(window: MainWindow) -> None:
    """A file that may only be looked at, and why."""
    file = window.workspace.file
    assert file is not None
    window.workspace.open.path(file.path, read_only=True)
    window.frame.show_page("overview")


def calls(window: MainWindow) -> None:
    """When the two cities can call each other, in the weeks of a change-over and of two holidays of Japan."""
    window.frame.show_page("calls")
    page = window.frame.page
    assert isinstance(page, CallsPage)
    visit = _plan(window).visit
    page.finder.asked.show_visit(visit, {"first": date(2027, 3, 12), "last": date(2027, 3, 23)})
    page.finder.asked.changed.emit()


def calls_planned(window: MainWindow) -> None:
    """Planned calls, one that is once and one that comes again over a change-over, which is inspected."""
    visit = _plan(window).visit
    window.frame.show_page("calls")
    for values in (
        {"starts_on": date(2027, 3, 4), "starts_at": time(20), "zone": visit.host_city.zone, "minutes": 45,
         "title_en": "Rooms and buses", "title_ja": "部屋とバスの打ち合わせ", "who_host": "Pat", "who_home": "Kaori"},
        {"starts_on": date(2027, 3, 6), "starts_at": time(9), "zone": visit.home_city.zone, "minutes": 30,
         "every_weeks": 1},
    ):  # fmt: skip
        window.workspace.run(call_commands.add, visit.id, values)
    page = window.frame.page
    assert isinstance(page, CallsPage)
    page.show_face("calls")
    _inspect(window, _plan(window).calls[-1])


def issued(window: MainWindow) -> None:
    """Papers that were saved, printed, and handed out."""
    plan = _plan(window)
    pages = [{"number": 1, "digest": "", "words": ""}]
    for way, readers in ((PaperWay.SAVED, ("", plan.members[0].uid)), (PaperWay.PRINTED, (plan.members[1].uid,))):
        made = [papers.Issued("itinerary", reader, "both", PaperSize.LETTER, 1, pages) for reader in readers]
        window.workspace.run(papers.remember, plan.visit.id, made, way)
    window.workspace.run(papers.hand_out, [_plan(window).visit.papers[-1].id])
    window.frame.show_page("issued")


def guide_leaf(window: MainWindow) -> None:
    """What belongs to the page of findings."""
    window.frame.show_page("calendar")
    window.actions_["guide"].trigger()



#: Each with the name its picture gets, in this order: the last ones change the visit.
STATES: Final[tuple[tuple[str, Callable[[MainWindow], None]], ...]] = (
    ("search-found", found),
    ("findings", findings),
    ("findings-why", finding_why),
    ("programme-inspector", activity),
    ("programme-ceremony", ceremony),
    ("programme-leg", leg),
    ("programme-day", programme_day),
    ("programme-person", programme_person),
    ("programme-list", programme_list),
    ("programme-wide", programme_wide),
    ("programme-dragging-with-clash", programme_dragging),
    ("programme-drawn", programme_drawn),
    ("programme-small", programme_small),
    ("where-evening", whereabouts),
    ("calls", calls),
    ("calls-planned", calls_planned),
    *HOMESTAYS,
    *INTERPRETERS,
    ("people-stays", stays),
    ("people-change", change),
    *PHOTOS,
    ("calendars-sent", sent),
    ("papers-changed", outofdate.changed),
    ("papers-slip", outofdate.slip),
    ("papers-ticked", outofdate.ticked),
    ("papers-old", outofdate.only_old),
    ("wordings-own", outofdate.own_words),
    ("issued-papers", issued),
    *IMPORTS,
    ("guide-leaf", guide_leaf),
    ("programme-shift", shifting),
    ("new-here", new_here),
    # Begins another visit, which is the one shown from then on.
    ("programme-recall", recalling),
    ("overview-read-only", read_only),
)


def _plan(window: MainWindow) -> Plan:
    plan = window.workspace.plan
    assert plan is not None
    return plan


def _inspect(window: MainWindow, record: Base) -> RecordPanel:
    window.frame.go(Subject(type(record).__name__, record.id))
    panel = window.frame.inspector.panel
    assert isinstance(panel, RecordPanel)
    return panel
