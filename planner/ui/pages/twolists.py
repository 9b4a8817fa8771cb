"""A table page with a switch over it: those of this visit, or all that the file knows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from typing_extensions import override

from planner.language import tr
from planner.ui.pages.tablepage import TablePage
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import Segmented
from planner.ui.widgets.notice import EmptyState
from planner.ui.widgets.table import Column

ALL = "all"
"""The key of the longer list."""


class TwoListsPage(TablePage):
    """What the pages of people and of host families share beyond a table: which of two lists it shows."""

    def __init__(
        self,
        workspace: Workspace,
        title: str,
        columns: Sequence[Column],
        groupings: Sequence[tuple[str, str]],
        empty: EmptyState,
        which: Sequence[tuple[str, str]],
        *,
        hidden: Iterable[str] = (),
    ) -> None:
        """`which` are the two lists, each with its key and its words: those of the visit first, then `ALL`."""
        super().__init__(workspace, title, columns, groupings, empty, hidden=hidden)
        self.which = Segmented(tr("Show"), which)
        self.which.chosen.connect(lambda _: self._turn())
        self._first = which[0][0]
        self.header.add(self.which)

    @property
    def shows_all(self) -> bool:
        """Whether all are shown that the file knows."""
        return self.which.choice == ALL

    def _turn(self) -> None:
        """Another list was chosen."""
        if self.workspace.plan is not None:
            self.show_rows(self.workspace.plan)

    @override
    def state(self) -> dict[str, Any]:
        return super().state() | {"which": self.which.choice}

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self.which.choose(state.get("which", self._first))
        super().restore(state)
