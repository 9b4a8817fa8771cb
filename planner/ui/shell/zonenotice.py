"""That the zone data has changed since the visit was planned: a banner over the page, and which events have moved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from planner.agenda.moved import MovedTime, moved_times
from planner.commands import clocks
from planner.language import say, tr
from planner.language.moved import message_of
from planner.model.message import Message
from planner.rules.finding import Subject
from planner.ui.shell.inspector import Panel
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, column, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.notice import Banner
from planner.ui.widgets.text import Text


def is_moved(workspace: Workspace) -> bool:
    """Say whether changed zone data has moved any event of the plan."""
    plan = workspace.plan
    return plan is not None and bool(moved_times(plan))


def zone_banner(workspace: Workspace, show: Callable[[Panel], object]) -> Banner | None:
    """Make the banner if anything has moved; `show` is given the panel that lists it."""
    plan = workspace.plan
    found = () if plan is None else moved_times(plan)
    if plan is None or not found:
        return None
    words = say(Message.of("zone-data-notice", count=len(found)))
    ways: list[tuple[str, Callable[[], object]]] = [
        (tr("Show which"), lambda: show(MovedPanel(workspace, found)))
    ]
    if not workspace.is_read_only:
        ways.append((tr("I have seen it"), lambda: workspace.run(clocks.accept_zone_data)))
    return Banner(words, "check", ways)


class MovedPanel(Panel):
    """Every time that has moved, each with the way to its event."""

    ONCE: ClassVar[bool] = True

    def __init__(self, workspace: Workspace, found: tuple[MovedTime, ...]) -> None:
        super().__init__(tr("Changed time-zone rules"))
        self.sentences: list[str] = []
        words = tr(
            "Local times stay as they were planned. What changes is the moment, and with it the time in the other "
            "city: flights, calls and whoever follows the other clock."
        )
        self.body.addWidget(Text(words, tone="text2", wrap=True))
        for one in found:
            sentence = say(message_of(one))
            self.sentences.append(sentence)
            subject = Subject(type(one.event).__name__, one.event.id)
            button = Button(
                tr("Show"), partial(workspace.show, subject), look="link", small=True,
                name=tr("Show: {what}", what=sentence),
            )  # fmt: skip
            self.body.addLayout(column(Text(sentence, wrap=True), row(button, STRETCH), gap=2))
