"""The head of the import page: which sheet is looked at, of what kind it is, and whether it is taken in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from planner.language import tr
from planner.language.terms import term
from planner.model.kinds import SheetKind
from planner.ui.pages.intake.reading import Look
from planner.ui.shell.page import PageHeader
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.choices import Combo
from planner.ui.widgets.text import Elided


class SheetBar(QObject):
    """What stands in the header of the page."""

    #: The user says what is in the rows: a `SheetKind`.
    kindSaid = Signal(object)

    def __init__(
        self,
        header: PageHeader,
        *,
        ask: Callable[[], None],
        leave: Callable[[], None],
        take_in: Callable[[], None],
    ) -> None:
        super().__init__(header)
        self.file = Elided("", tone="text2")
        self.kind = Combo(high=28)
        self.kind.setAccessibleName(tr("Kind of sheet"))
        self.kind.addItems([term(kind) for kind in SheetKind])
        self.kind.activated.connect(lambda place: self.kindSaid.emit(list(SheetKind)[place]))
        self.choose = Button(tr("Choose a file…"), ask, icon_name="open")
        self.skip = Button(tr("Do not take in"), leave)
        self.take = Button(tr("Take in"), take_in, look="primary", icon_name="import")
        header.add(self.kind, self.file)
        header.add_right(self.choose, self.skip, self.take)

    def offer_choosing(self, offered: bool) -> None:
        """Offer to choose a file, where the page below does not."""
        self.choose.setVisible(offered)

    def show_look(self, look: Look | None, words: str, hindrance: str, *, busy: bool) -> None:
        """Show what can be done with a sheet, named by `words`; `hindrance` says why it cannot be taken in."""
        proposal = look.proposal if look is not None else None
        for one in (self.kind, self.file, self.skip, self.take):
            one.setVisible(look is not None)
        nothing_new = proposal is not None and proposal.changes_nothing
        self.take.setEnabled(proposal is not None and not busy and not hindrance)
        # Whoever goes on without an answer is to know what they do.
        waits = proposal is not None and any(one.key not in proposal.answers for one in proposal.questions)
        taken = tr("Take in without those days") if waits else tr("Take in")
        _name(self.take, tr("Nothing to take in") if nothing_new else taken)
        self.take.setToolTip(hindrance)
        self.take.setAccessibleDescription(hindrance)
        _name(self.skip, tr("Close") if nothing_new else tr("Do not take in"))
        if look is not None:
            self.kind.setCurrentIndex(list(SheetKind).index(look.mapping.kind))
            self.file.setText(words)


def _name(button: Button, words: str) -> None:
    button.setText(words)
    button.setAccessibleName(words)
