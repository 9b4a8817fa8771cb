"""What the page says when it has no sheet to show: where to begin, what is wrong with a file, what was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from planner.intake.proposals import Counts, Proposal
from planner.language import say, tr, trn
from planner.model.kinds import SheetKind
from planner.model.message import PlannerError
from planner.ui.jobs import Job
from planner.ui.theme import pixmap
from planner.ui.widgets.boxes import STRETCH, column, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.notice import EmptyState
from planner.ui.widgets.text import Text

#: Where the records of each kind of sheet are at home.
PAGES = {
    SheetKind.GUESTS: "people",
    SheetKind.HOSTS: "hosts",
    SheetKind.INTERPRETERS: "interpreters",
    SheetKind.PROGRAMME: "programme",
}

Action = tuple[str, Callable[[], Any], str]


class Outcome(QWidget):
    """A sign, a title, a few sentences, and what can be done next; in the middle of the page."""

    def __init__(
        self, icon_name: str, tone: str, title: str, sentences: Sequence[str], actions: Sequence[Action]
    ) -> None:
        """`actions` are words, what they do, and the look of their button."""
        super().__init__()
        self.setAccessibleName(" ".join((title, *sentences)))
        sign = QLabel()
        sign.setPixmap(pixmap(icon_name, f"{tone}.mark", 40, self.devicePixelRatioF()))
        sign.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        heading = Text(title, "title", wrap=True)
        heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        lines = []
        for sentence in sentences:
            line = Text(sentence, tone="text2", wrap=True)
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            lines.append(line)
        self.buttons = [Button(words, pressed, look=look) for words, pressed, look in actions]
        inner = QWidget()
        inner.setMaximumWidth(620)
        inner.setMinimumWidth(560)
        inner.setLayout(
            column(sign, 4, heading, *lines, 12, row(STRETCH, *self.buttons, STRETCH, gap=8), gap=8)
        )
        self.setLayout(column(STRETCH, row(STRETCH, inner, STRETCH), STRETCH, STRETCH, margins=(16, 16, 16, 16)))


def done_sentences(counts: Counts) -> list[str]:
    """The report of an import that was taken in, a sentence for each figure that is not nought."""
    told = (
        (counts.new, trn("{count} row is new.", "{count} rows are new.", counts.new)),
        (counts.updated, trn("{count} row changed what was there.", "{count} rows changed what was there.",
                             counts.updated)),
        (counts.unchanged, trn("{count} row is the same as before.", "{count} rows are the same as before.",
                               counts.unchanged)),
        (counts.sent_twice, trn("{count} row was sent twice; the later one counts.",
                                "{count} rows were sent twice; the later ones count.", counts.sent_twice)),
        (counts.skipped, trn("{count} row was skipped.", "{count} rows were skipped.", counts.skipped)),
        (counts.to_review, trn("{count} item is to be reviewed: its words are kept as they were written.",
                               "{count} items are to be reviewed: their words are kept as they were written.",
                               counts.to_review)),
    )  # fmt: skip
    return [words for count, words in told if count]


def nothing_to_take_in(proposal: Proposal) -> str:
    """Why there is nothing to take in from a sheet that changes nothing."""
    rows = len(proposal.rows)
    return trn(
        "There is nothing to take in: its {count} row is the same as when it was last read.",
        "There is nothing to take in: all {count} rows are the same as when they were last read.",
        rows,
    )


def nothing_yet(ask: Callable[[], None]) -> EmptyState:
    """Say where to begin."""
    return EmptyState(
        "drop-here",
        tr("Drop a form or spreadsheet here"),
        tr(
            "Sign-up forms of guests and host families, interpreters, the programme: CSV, Excel or OpenDocument,"
            " in English or Japanese. You see what was understood before anything is taken in."
        ),
        [(tr("Choose a file…"), ask)],
    )


def under_way(job: Job) -> Outcome:
    """Say what is under way; how far it is stands at the foot of the window, as for all work that takes a while."""
    return Outcome("sheet", "grey", job.title, [], [(tr("Cancel"), job.cancel, "plain")])


def troubled(error: PlannerError, ask: Callable[[], None], go_on: Callable[[], None] | None) -> Outcome:
    """Say why a file cannot be read; `go_on` leads to the next that waits, if one does."""
    actions: list[Action] = [(tr("Choose another file…"), ask, "primary")]
    if go_on is not None:
        actions.append((tr("Go on with the next"), go_on, "plain"))
    unchanged = tr("Nothing in the visit was changed.")
    return Outcome("wrong", "wrong", tr("This file cannot be read"), [say(error), unchanged], actions)


def report(
    proposal: Proposal,
    *,
    show: Callable[[], None],
    review: Callable[[], None],
    undo: Callable[[], None],
    go_on: Callable[[], None] | None,
) -> Outcome:
    """Say what was taken in, and what can be done now; `go_on` leads to the next file that waits, if one does."""
    counts = proposal.counts
    actions: list[Action] = [(tr("Show them"), show, "plain")]
    if counts.to_review:
        words = trn("Show the {count} to review", "Show the {count} to review", counts.to_review)
        actions.append((words, review, "plain"))
    actions.append((tr("Undo"), undo, "plain"))
    if go_on is not None:
        actions.insert(0, (tr("Go on with the next"), go_on, "primary"))
    return Outcome("good", "good", tr("{file} was taken in", file=proposal.file_name), done_sentences(counts), actions)
