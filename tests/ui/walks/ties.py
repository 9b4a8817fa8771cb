"""Ties by hand, and what hangs on a tick: nights off, groups, who takes part, who interprets."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

import planner.model as model
from planner.ui.inspector import RecordPanel
from planner.ui.pages.hosts.nights import NightsPiece
from planner.ui.pages.interpreters.assignments import AssignmentLine
from planner.ui.pages.people.groups import GroupsPiece
from planner.ui.pages.programme.attendance import AttendancePiece
from planner.ui.widgets.buttons import Button
from tests.ui.by_hand import Hand
from tests.ui.walks.walk import at_activity, at_home, at_member


def tick_night(hand: Hand) -> None:
    hand.press(hand.find(at_home(hand), NightsPiece), "Sun 25")


def edit_night(hand: Hand, night_id: int) -> tuple[str, Any]:
    line = hand.parts(at_home(hand), model.NightOff)._rows[night_id]
    line.open()
    assert line.sheet is not None
    hand.type(line.sheet.find_editor("NightOff", "reason"), "a wedding")
    return "reason", "a wedding"


def tick_group(hand: Hand) -> None:
    hand.press(hand.find(at_member(hand), GroupsPiece), "B squad")


def tick_group_at_activity(hand: Hand) -> None:
    hand.press(hand.find(at_activity(hand), AttendancePiece), "B squad")


def tick_group_at_journey(hand: Hand) -> None:
    journey = hand.plan.journeys[0]
    piece = hand.find(at_journey(hand), AttendancePiece)
    if journey.everyone:
        hand.press(piece, "Everyone of the delegation")
    hand.press(piece, "B squad")


def tick_member(panel: Callable[[Hand], QWidget]) -> Callable[[Hand], None]:
    def tick(hand: Hand) -> None:
        piece = hand.find(panel(hand), AttendancePiece)
        piece.head.setChecked(True)
        piece.boxes[hand.plan.members[2].id].click()

    return tick


def at_journey(hand: Hand) -> RecordPanel:
    return hand.at("Journey", hand.plan.journeys[0].id)


def at_need(hand: Hand) -> RecordPanel:
    return hand.at("Need", hand.plan.needs[0].id)


def assign(hand: Hand) -> int:
    button = hand.find(at_need(hand), Button, lambda found: found.accessibleName().startswith("Assign: "))
    return hand.added(model.Assignment, button.click)


def assignment_line(hand: Hand) -> AssignmentLine:
    return hand.find(at_need(hand), AssignmentLine)


def edit_assignment(hand: Hand, assignment_id: int) -> tuple[str, Any]:
    line = assignment_line(hand)
    line.head.setChecked(True)
    sheet = line._sheet
    assert sheet is not None
    hand.type(sheet.find_editor("Assignment", "reason"), "knows the Mayor")
    return "reason", "knows the Mayor"
