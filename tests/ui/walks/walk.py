"""How a noun is added, edited and removed by hand: a part in a list, a record with an inspector, a tie."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from planner.model import Base
from planner.ui.inspector import RecordPanel
from planner.ui.pages.settings.page import SettingsPage
from planner.ui.pages.tablepage import TablePage
from tests.ui.by_hand import Hand


@dataclass(frozen=True)
class Walk:
    """How a noun is added (giving its id), edited (giving the field and what the file says then), and removed."""

    add: Callable[[Hand], int]
    remove: Callable[[Hand, int], object]
    edit: Callable[[Hand, int], tuple[str, Any]] | None = None


_Where = Callable[[Hand], QWidget]


def part(noun: type[Base], where: _Where, button: str, field: str, words: str, stored: Any = None) -> Walk:
    """A part of a record, in a list with a button to add and a bin at each."""

    def add(hand: Hand) -> int:
        found = hand.parts(where(hand), noun)
        return hand.added(noun, lambda: hand.press(found, button))

    def edit(hand: Hand, part_id: int) -> tuple[str, Any]:
        line = hand.parts(where(hand), noun)._rows[part_id]
        line.open()
        assert line.sheet is not None
        hand.type(line.sheet.find_editor(noun.__name__, field), words)
        return field, words if stored is None else stored

    def remove(hand: Hand, part_id: int) -> None:
        hand.parts(where(hand), noun)._rows[part_id]._remove_button.click()

    return Walk(add, remove, edit)


def inspected(noun: type[Base], add: Callable[[Hand], object], field: str, remove: str) -> Walk:
    """A record with an inspector of its own, removed from the menu in its head."""
    name = noun.__name__

    def edit(hand: Hand, record_id: int) -> tuple[str, Any]:
        hand.type(hand.at(name, record_id).sheet.find_editor(name, field), "by hand")
        return field, "by hand"

    return Walk(
        lambda hand: hand.added(noun, lambda: add(hand)),
        lambda hand, record_id: hand.do(hand.at(name, record_id), remove),
        edit,
    )


def ticked(noun: type[Base], tick: Callable[[Hand], object]) -> Walk:
    """A tie between two things, there or not: the same tick adds and removes it."""
    return Walk(lambda hand: hand.added(noun, lambda: tick(hand)), lambda hand, tie_id: tick(hand))


# Where things are


def at_member(hand: Hand) -> RecordPanel:
    return hand.at("Member", hand.plan.members[-1].id)


def at_home(hand: Hand) -> RecordPanel:
    return hand.at("Household", hand.plan.households[-1].id)


def at_activity(hand: Hand) -> RecordPanel:
    return hand.at("Activity", next(one.id for one in hand.plan.activities if not one.everyone))


def at_place(hand: Hand) -> RecordPanel:
    return hand.at("Place", hand.plan.places[0].id)


def at_interpreter(hand: Hand) -> RecordPanel:
    return hand.at("Interpreter", hand.plan.interpreters[0].id)


def at_settings(hand: Hand) -> SettingsPage:
    return hand.page("settings", SettingsPage)


def press_add(key: str, page: type[TablePage]) -> Callable[[Hand], None]:
    return lambda hand: hand.page(key, page).add_button.click()
