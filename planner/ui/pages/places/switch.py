"""The two faces of the programme, to turn from one to the other: its days, and the places it goes to."""

from __future__ import annotations

from planner.language import tr, tr_in
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import Segmented

_PAGES = {"days": "programme", "places": "places"}


def days_or_places(workspace: Workspace, here: str) -> Segmented:
    """Make the switch in the head of either page; `here` is ``"days"`` or ``"places"``."""
    switch = Segmented(tr("Show"), [("days", tr_in("programme", "Days")), ("places", tr("Places"))], start=here)

    def turn(wanted: str) -> None:
        # This page stays what it is: whoever comes back to it finds its own side chosen.
        switch.choose(here)
        workspace.show(_PAGES[wanted])

    switch.chosen.connect(turn)
    return switch
