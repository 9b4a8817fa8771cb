"""The whole visit shifted, a second visit in the file, and past activities done again: by menu, panel and page."""

import datetime as dt
from pathlib import Path

from pytestqt.qtbot import QtBot

from planner.commands import records
from planner.model.kinds import ActivityStatus
from planner.ui.pages.homestays.page import HomestaysPage
from planner.ui.pages.homestays.repairing import RepairPanel
from planner.ui.pages.interpreters.illness import IllPanel
from planner.ui.pages.interpreters.page import InterpretersPage
from planner.ui.pages.programme.recalling import RecallPanel
from planner.ui.pages.programme.shifting import ShiftPanel
from planner.ui.pages.welcome.new import NewVisitPage
from planner.ui.shell.entries import entries
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.text import Text
from tests.prepared import begun
from tests.storage.contents import contents
from tests.ui.small_visit import FIRST, LAST, begin

WEEK, YEAR = dt.timedelta(days=7), dt.timedelta(weeks=52)


def words_in(widget: object) -> str:
    return "\n".join(text.text() for text in widget.findChildren(Text) if text.isVisible())  # type: ignore[attr-defined]


def new_page(window: MainWindow) -> NewVisitPage:
    window.actions_["new-here"].trigger()
    page = window.frame.page
    assert isinstance(page, NewVisitPage)
    return page


def recall_panel(window: MainWindow) -> RecallPanel:
    window.actions_["recall"].trigger()
    panel = window.frame.inspector.panel
    assert isinstance(panel, RecallPanel)
    return panel


def test_the_visit_is_shifted_after_a_look_ahead(window: MainWindow, visit_path: Path, qtbot: QtBot) -> None:
    was = contents(visit_path)
    window.actions_["shift"].trigger()
    panel = window.frame.inspector.panel
    assert isinstance(panel, ShiftPanel)
    assert not panel.done.isEnabled()
    panel.steps[7].click()
    panel.steps[7].click()
    qtbot.waitUntil(panel.done.isEnabled)
    said = words_in(panel)
    # The partner's holidays in those days, on their own side; and what stays where it is.
    assert "Shinagawa\nWed 11 Aug, Mountain Day\nFri 13 Aug – Mon 16 Aug, Obon" in said
    assert "Portland\nNo holiday, no usual closure" in said
    assert "1 night on which a family cannot take guests" in said
    # The son of a family is of age before the visit now, not in the midst of it.
    new = "2 findings would be new\nEmeka Okafor has no clearance yet.\n"
    # They land at home in the days of Obon.
    obon = "“NH109 JFK-HND”, Mon 16 Aug, 3:55 PM JST: it is Obon, when airports, trains and roads are full."
    assert f"{new}{obon}" in said
    gone = "2 findings would be gone\nEmeka Okafor turns 18 on Wed 28 Jul and has no clearance yet.\n"
    # The family that is away for a night is there for all the new ones.
    assert f"{gone}Nguyen-Baker cannot take guests on 24 Jul." in said
    assert contents(visit_path) == was
    panel.done.click()
    plan = window.workspace.plan
    assert plan is not None
    assert (plan.visit.first_day, plan.visit.last_day) == (FIRST + 2 * WEEK, LAST + 2 * WEEK)
    assert panel.days == 0
    assert not panel.done.isEnabled()
    window.workspace.undo()
    assert contents(visit_path) == was
    assert panel.first.value() == FIRST


def test_a_shift_that_is_refused_says_why_at_the_spot(window: MainWindow, qtbot: QtBot) -> None:
    plan = window.workspace.plan
    assert plan is not None
    window.workspace.run(
        records.add, "Activity",
        {"visit_id": plan.visit.id, "title_en": "Night bus", "starts_on": FIRST, "starts_at": dt.time(2, 30),
         "zone": plan.visit.host_city.zone},
    )  # fmt: skip
    window.actions_["shift"].trigger()
    panel = window.frame.inspector.panel
    assert isinstance(panel, ShiftPanel)
    panel.first.pick(dt.date(2028, 3, 12))
    qtbot.waitUntil(lambda: "Night bus" in words_in(panel))
    assert not panel.done.isEnabled()


def test_next_years_visit_begins_with_this_years_programme_and_past_ones_are_copied(
    window: MainWindow, visit_path: Path, qtbot: QtBot
) -> None:
    was = contents(visit_path)
    page = new_page(window)
    assert page.is_here
    this = window.workspace.plan
    assert this is not None
    page.pattern.show_value(this.visit.id)
    page.pattern.committed.emit(this.visit.id)
    assert (page.form.first.value(), page.form.last.value()) == (FIRST + YEAR, LAST + YEAR)
    page.pattern.show_value(None)
    page.button.click()
    plan = window.workspace.plan
    assert plan is not None
    assert plan.visit.first_day == FIRST + YEAR
    assert len(plan.visits) == 2
    assert not plan.activities
    assert window.frame.page is not None
    assert window.frame.page.KEY == "overview"

    panel = recall_panel(window)
    assert panel.visit.value() == this.visit.id
    panel.past.search.setText("japan")
    panel.past.search.textEdited.emit("japan")
    [line] = panel.past.lines.values()
    line.box.click()
    night = next(one for one in this.activities if one.title_en == "Japan Night")
    assert panel.day.value() == night.starts_on + YEAR
    panel.day.pick(night.starts_on + YEAR + dt.timedelta(days=1))
    qtbot.waitUntil(panel.done.isEnabled)
    panel.done.click()
    plan = window.workspace.plan
    assert plan is not None
    [copy] = plan.activities
    assert (copy.title_ja, copy.starts_on) == (night.title_ja, night.starts_on + YEAR + dt.timedelta(days=1))
    assert copy.status is ActivityStatus.IDEA
    window.workspace.undo()
    window.workspace.undo()
    assert contents(visit_path) == was
    # The visit that was shown is gone; the other one is there, and the panel about it is not.
    assert window.workspace.plan is not None
    assert window.workspace.plan.visit.id == this.visit.id


def test_the_switcher_goes_from_one_visit_to_the_other(window: MainWindow) -> None:
    page = new_page(window)
    page.form.first.pick(FIRST + YEAR)
    page.form.title_en.show_value("Portland 2028")
    page.button.click()
    menu = window.menus.of_visits()
    menu.aboutToShow.emit()
    named = {action.text(): action for action in menu.actions()}
    assert named["Portland 2028"].isChecked()
    named["Shinagawa → Portland, Maine"].trigger()
    assert window.workspace.plan is not None
    assert window.workspace.plan.visit.first_day == FIRST
    # What was asked of one visit is not asked of the other.
    homestays, interpreters = window.frame.show_page("homestays"), window.frame.show_page("interpreters")
    assert isinstance(homestays, HomestaysPage)
    assert isinstance(interpreters, InterpretersPage)
    interpreters.ask_who_is_ill()
    assert isinstance(interpreters.panel, IllPanel)
    # Of nobody chosen, it begins with the day that is shown.
    assert (interpreters.panel.who.value(), interpreters.panel.day.value()) == (None, interpreters.view.day)
    window.frame.show_page("homestays")
    homestays.do("pair-again")
    assert isinstance(homestays.panel, RepairPanel)
    named["Portland 2028"].trigger()
    assert homestays.panel is None
    window.frame.show_page("interpreters")
    assert interpreters.panel is None


def test_activities_come_from_another_file_which_stays_as_it_is(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "earlier.shimai"
    begun(other, begin).close()
    before = other.read_bytes()
    panel = recall_panel(window)
    assert "holds no other visit" in words_in(panel)
    panel.read_file(tmp_path / "not-there.shimai")
    qtbot.waitUntil(lambda: "not-there.shimai" in words_in(panel))
    panel.read_file(other)
    qtbot.waitUntil(lambda: bool(panel.past.lines))
    panel.past.all.click()
    qtbot.waitUntil(panel.done.isEnabled)
    assert window.workspace.plan is not None
    count = len(window.workspace.plan.activities)
    panel.done.click()
    assert len(window.workspace.plan.activities) == 2 * count
    assert other.read_bytes() == before


def test_each_has_a_name_keys_and_is_found_by_search(window: MainWindow) -> None:
    found = {entry.target: entry for entry in entries(window.workspace.plan, window.actions_)}
    for key in ("new-here", "shift", "recall"):
        assert found[window.actions_[key]].hint == window.actions_[key].shortcut().toString()
        assert found[window.actions_[key]].hint
    window.workspace.open.close()
    assert not any(window.actions_[key].isEnabled() for key in ("new-here", "shift", "recall"))
