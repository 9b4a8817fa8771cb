"""The real window: pages, actions, languages, sizes, keys."""

import datetime as dt
from itertools import pairwise, product
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QMenu,
)
from pytestqt.qtbot import QtBot

from planner.commands import records
from planner.language import screen_language, set_screen_language, tr
from planner.rules.finding import Subject
from planner.ui.shell.actions import HOMESTAYS, INTERPRETERS, PROGRAMME
from planner.ui.shell.places import places
from planner.ui.shell.settings import Settings
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.cards import CountCard
from planner.ui.widgets.notice import Toast
from tests.ui.showing import settle


@pytest.fixture
def window(window_again: MainWindow) -> MainWindow:
    """One window for all of these; what each does is undone behind it."""
    return window_again


def test_it_opens_on_the_overview_with_what_the_plan_holds(window: MainWindow) -> None:
    assert window.frame.page is not None
    assert window.frame.page.KEY == "overview"
    counts = {card.text(): card.count for card in window.findChildren(CountCard)}
    assert counts == {
        "guests without a bed on some night": 4,  # three have none, one lacks the last nights
        "activities need interpreters": 2,
        "adults to clear": 4,  # one of five is cleared; a son turns 18 during the visit
        "guests in no squad": 4,
        "answers to review": 2,
        "records lack something": 9,  # the visit, two people, a family, four activities without a place, readings
    }
    assert window.windowTitle() == "portland.shimai – Shimai"


def test_every_action_has_a_name_of_its_own_and_no_two_share_their_keys(window: MainWindow) -> None:
    actions = window.actions_.all()
    names = [action.text() for action in actions]
    assert all(names)
    assert len(names) == len(set(names))
    keyed = {action.objectName(): action.shortcut().toString() for action in actions if not action.shortcut().isEmpty()}
    pages = [{deed.key for deed in deeds} for deeds in (PROGRAMME, HOMESTAYS, INTERPRETERS)]
    for own in pages:
        # What one page hears, another may hear too.
        others = set().union(*pages) - own
        keys = [keys for name, keys in keyed.items() if name not in others]
        assert len(keys) == len(set(keys))
    assert {"Ctrl+1", "Ctrl+K", "Ctrl+J", "Ctrl+Z", "Ctrl+O"} <= set(keyed.values())
    listed: set[QAction] = set()
    for menu in window.menuBar().findChildren(QMenu):
        listed |= set(menu.actions())
    for action in actions:
        assert action in listed, action.text()


def test_changing_the_language_keeps_page_selection_and_scroll(window: MainWindow) -> None:
    plan = window.workspace.plan
    assert plan is not None
    someone = Subject("Member", plan.members[4].id)
    window.frame.show_page("homestays").select(someone)
    window.workspace.select(someone)
    window.frame.open_findings()
    window.change_language("ja")
    settle()
    assert screen_language() == "ja"
    assert window.frame.page is not None
    assert window.frame.page.KEY == "homestays"
    assert window.frame.drawer.is_open
    assert window.workspace.selection == someone
    assert "ホームステイ" in {label.text() for label in window.findChildren(QLabel)}
    window.change_language("en")
    assert window.workspace.settings.language == "en"


def test_pages_are_reached_by_their_keys_and_the_rail_follows(qtbot: QtBot, window: MainWindow) -> None:
    for place in places():
        window.actions_[f"go-{place.key}"].trigger()
        assert window.frame.page is not None
        assert place.key == window.frame.page.KEY


def test_a_page_is_made_only_when_it_is_first_seen(own_window: MainWindow) -> None:
    assert set(own_window.frame._pages) == {"overview"}
    first = own_window.frame.show_page("homestays")
    assert own_window.frame.show_page("homestays") is first


def test_a_change_shows_everywhere_and_can_be_undone_by_name(window: MainWindow) -> None:
    plan = window.workspace.plan
    assert plan is not None
    assert not window.actions_["undo"].isEnabled()
    assert window.workspace.run(records.edit, "Visit", plan.visit.id, {"title_en": "Portland 2027"})
    assert "Portland 2027" in window.frame.top_bar.switcher.text()
    assert window.actions_["undo"].text().startswith("Undo: Portland 2027")
    window.actions_["undo"].trigger()
    assert "Shinagawa" in window.frame.top_bar.switcher.text()
    assert window.actions_["redo"].isEnabled()
    window.actions_["redo"].trigger()
    assert "Portland 2027" in window.frame.top_bar.switcher.text()


def test_an_undo_offered_in_passing_goes_when_another_step_is_done(window: MainWindow) -> None:
    plan = window.workspace.plan
    assert plan is not None
    window.workspace.run(records.edit, "Visit", plan.visit.id, {"title_en": "Portland 2027"})
    window.workspace.say("The first was done.", undo=True)
    assert said_in_passing(window) == ["The first was done."]
    window.workspace.run(records.edit, "Visit", plan.visit.id, {"title_en": "Portland 2028"})
    assert said_in_passing(window) == []
    window.workspace.say("Only said.")
    window.workspace.run(records.edit, "Visit", plan.visit.id, {"title_en": "Portland 2029"})
    assert said_in_passing(window) == ["Only said."]


@pytest.mark.parametrize(
    ("language", "back", "again"),
    [("en", "Taken back: ", "Done again: "), ("ja", "元に戻しました：", "やり直しました：")],
)
def test_what_is_taken_back_is_said_with_the_way_forth_again(
    window: MainWindow, language: str, back: str, again: str
) -> None:
    window.change_language(language)
    settle()
    plan = window.workspace.plan
    assert plan is not None
    window.workspace.run(records.edit, "Visit", plan.visit.id, {"title_en": "Portland 2030"})
    step = window.workspace.next_undo
    window.actions_["undo"].trigger()
    assert said_in_passing(window) == [f"{back}{step}"]
    press_in_passing(window, tr("Redo"))
    assert said_in_passing(window) == [f"{again}{step}"]
    assert window.workspace.plan is not None
    assert window.workspace.plan.visit.title_en == "Portland 2030"
    press_in_passing(window, tr("Undo"))
    assert said_in_passing(window) == [f"{back}{step}"]


@pytest.mark.parametrize("key", ["papers", "people", "programme"])
def test_what_is_said_in_passing_stands_over_the_findings_line_only(window: MainWindow, key: str) -> None:
    window.frame.show_page(key)
    window.workspace.say("Sent to the printer", tone="good", undo=True)
    settle()
    passing, drawer = window.frame.passing, window.frame.drawer
    assert passing.isVisible()
    line = drawer.rect().translated(drawer.mapTo(window.frame, drawer.rect().topLeft()))
    assert line.contains(passing.geometry())
    assert abs(passing.geometry().center().x() - window.frame.rect().center().x()) <= 1


@pytest.mark.parametrize("language", ["en", "ja"])
def test_nothing_in_the_top_bar_overlaps_with_a_long_step(window: MainWindow, language: str) -> None:
    window.change_language(language)
    bar = window.frame.top_bar
    times = [clock._time.text() for clock in bar._clocks]
    steps = ("a", "the visit: Title (Japanese) and then some more words to make it long")
    for wide, (more, words) in product((1180, 1240, 1280, 1360, 1440), enumerate(steps, start=1)):
        window.resize(wide, 800)
        window.actions_["undo"].setText(tr("Undo: {step}", step=words))
        for clock, time in zip(bar._clocks, times, strict=True):
            clock._time.setText(time + "0" * more)
        bar.resizeEvent(QResizeEvent(bar.size(), bar.size()))
        settle()
        shown = sorted(
            (each for each in (bar.switcher, *bar._clocks, bar._undo, bar._redo, bar._search)),
            key=lambda each: each.x(),
        )
        for left, right in pairwise(shown):
            assert left.geometry().right() < right.geometry().left()
        for clock in bar._clocks:
            assert clock.width() >= clock.sizeHint().width()
            assert clock._zone.isVisible(), "the label of the step gives way before the letters of a zone"


def test_the_name_of_the_step_is_cut_before_it_is_left_away(window: MainWindow) -> None:
    bar = window.frame.top_bar
    window.actions_["undo"].setText("Undo: the visit: Title (Japanese) and then some more words")
    window.resize(1440, 800)
    settle()
    assert bar._undo.width() > bar._undo.widths()[1]


def said_in_passing(window: MainWindow) -> list[str]:
    return [toast.accessibleName() for toast in window.frame.passing.findChildren(Toast) if toast.isVisible()]


def press_in_passing(window: MainWindow, words: str) -> None:
    [button] = [one for one in window.frame.passing.findChildren(QAbstractButton) if one.text() == words]
    button.click()


def test_what_is_refused_is_said_and_changes_nothing(window: MainWindow) -> None:
    plan = window.workspace.plan
    assert plan is not None
    said: list[str] = []
    window.workspace.noticed.connect(lambda notice: said.append(notice.text))
    before = plan.visit.last_day
    assert not window.workspace.run(
        records.edit, "Visit", plan.visit.id, {"last_day": plan.visit.first_day - dt.timedelta(days=1)}
    )
    assert len(said) == 1
    assert window.workspace.plan is not None
    assert window.workspace.plan.visit.last_day == before


def test_search_finds_a_person_and_leads_there(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["search"].trigger()
    finder = window.finder
    assert finder.isVisible()
    went: list[object] = []
    finder.chosen.connect(went.append)
    field = finder.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "ruka")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    plan = window.workspace.plan
    assert plan is not None
    assert went == [Subject("Member", plan.members[4].id)]
    assert not finder.isVisible()


def test_search_does_actions_and_esc_leaves_it(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["search"].trigger()
    field = window.finder.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "homestays")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.frame.page is not None
    assert window.frame.page.KEY == "homestays"
    window.actions_["search"].trigger()
    qtbot.keyClicks(field, "nothing like this")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not window.finder.isVisible()


def test_the_drawer_lists_findings_and_leads_to_the_spot(qtbot: QtBot, window: MainWindow) -> None:
    window.frame.show_page("homestays")
    assert window.frame.drawer.isVisible()
    assert not window.frame.drawer.is_open
    window.actions_["drawer"].trigger()
    assert window.frame.drawer.is_open
    picked: list[Subject] = []
    window.frame.drawer.picked.connect(picked.append)
    rows = window.frame.drawer.findChild(QAbstractItemView)
    assert rows is not None
    rows.setCurrentIndex(rows.model().index(1, 0))
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert [subject.noun for subject in picked] == ["Household"]
    window.actions_["drawer"].trigger()
    assert not window.frame.drawer.is_open


def test_nothing_open_shows_the_welcome_page_and_closing_leads_back_to_it(
    empty_window: MainWindow, visit_path: Path
) -> None:
    assert empty_window.frame.page is not None
    assert empty_window.frame.page.KEY == "welcome"
    assert not empty_window.actions_["close"].isEnabled()
    assert empty_window.workspace.open.path(visit_path)
    assert empty_window.frame.page.KEY == "overview"
    empty_window.actions_["close"].trigger()
    assert empty_window.frame.page.KEY == "welcome"
    assert empty_window.workspace.settings.recent == (visit_path.resolve(),)


def test_a_planner_file_can_be_dropped_anywhere(empty_window: MainWindow, visit_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(visit_path))])
    drop = QDropEvent(
        QPointF(QPoint(300, 300)), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    empty_window.dropEvent(drop)
    assert empty_window.workspace.plan is not None


def test_a_form_dropped_before_a_visit_is_open_gets_an_answer(
    empty_window: MainWindow, tmp_path: Path
) -> None:
    said: list[str] = []
    empty_window.workspace.noticed.connect(lambda notice: said.append(notice.text))
    empty_window.workspace.open.dropped([tmp_path / "guests.csv"])
    assert said == ["Open or start a visit first; then drop the form again."]


def test_settings_are_read_back_and_nonsense_is_not(tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    made = Settings(path)
    made.language, made.appearance, made.zoom = "ja", "dark", 125
    made.save()
    again = Settings(path)
    assert (again.language, again.appearance, again.zoom) == ("ja", "dark", 125)
    path.write_text("[General]\nlanguage=xx\nappearance=pink\nzoom=many\n")
    spoilt = Settings(path)
    assert spoilt.language in ("en", "ja")
    assert (spoilt.appearance, spoilt.zoom) == ("system", 100)
    set_screen_language("en")
