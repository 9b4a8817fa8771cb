"""What a form said and nobody has understood yet, on top of the record it belongs to, until somebody has looked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from planner.commands import reviews
from planner.language import say, tr, trn
from planner.model.base import Base, Named
from planner.model.kinds import ReviewState
from planner.model.plan import Plan
from planner.model.sheets import ReviewItem
from planner.rules.review import of_column, review_reason
from planner.ui.inspector.notes import Notes
from planner.ui.widgets.boxes import STRETCH, column, row, surface
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.text import Text


class ReviewNotes(Notes):
    """The open items of some records: the words as they stood in the form, why, and "Looked at"."""

    def show_records(self, records: Iterable[Base | None], plan: Plan) -> None:
        """Show what is open for these records."""
        named: list[Any] = [each for each in records if isinstance(each, Named)]
        whose = {(type(each).__name__, each.uid) for each in named}
        items = [
            item
            for item in plan.review_items
            if item.state == ReviewState.OPEN and (item.record, item.record_uid) in whose
        ]
        if self._is_new(tuple(one.id for item in items for one in of_column(plan, item))):
            self._show(self._card(item, of_column(plan, item)) for item in items)

    def _card(self, item: ReviewItem, alike: Sequence[ReviewItem]) -> QWidget:
        words = Text(tr("“{words}”", words=item.words), wrap=True).selectable()
        words.setAccessibleName(item.words)
        reason = Text(say(review_reason(item.reason, item.figures)), "small", "check", wrap=True)
        where = Text(
            tr("{file}, row {row}, column “{column}”", file=item.file_name, row=item.row_number, column=item.column),
            "small", "text2", wrap=True,
        )  # fmt: skip
        done = Button(
            tr("Looked at"), partial(self._settle, [item.id]), icon_name="check", small=True,
            name=tr("Looked at: {words}", words=item.words),
        )  # fmt: skip
        deeds = [row(done, STRETCH)]
        if len(alike) > 1:
            whole = trn("In all {count} row of the column", "In all {count} rows of the column", len(alike))
            deeds.append(row(Button(whole, partial(self._settle, [one.id for one in alike]), look="link"), STRETCH))
        card = surface("check", column(words, reason, where, *deeds, gap=4, margins=(12, 10, 12, 10)))
        card.setAccessibleName(item.words)
        return card

    def _settle(self, item_ids: Sequence[int]) -> None:
        if self._workspace.run(reviews.settle, item_ids):
            self._workspace.say(tr("Marked as looked at."), undo=True)
