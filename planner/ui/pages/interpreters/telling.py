"""What the inspector tells of a need beside its fields: speeches with their real minutes, and when nobody is there."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from planner.agenda import Agenda
from planner.language import screen_language, tr, trn
from planner.language.dates import span_text
from planner.model.interpreting import Need
from planner.model.plan import Plan
from planner.rules.interpreting import Roster, Wanted, roster_of, uncovered
from planner.rules.interpreting.limits import limits_of
from planner.rules.interpreting.sending import item_name
from planner.ui.inspector import Piece
from planner.ui.pages.programme.ceremony import ceremony_of
from planner.ui.widgets.boxes import STRETCH, clear, column, row, surface
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Elided, Text


class SpeechesTold(Piece):
    """Who speaks, how long they were given, and how long it takes with interpreting."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        clear(self._box)
        activity = record.activity
        items = ceremony_of(activity, plan).items if activity is not None else ()
        self.setVisible(bool(items))
        if not items:
            return
        self._box.addWidget(Text(tr("Speeches"), "heading"))
        speeches = {one.id: one for one in activity.speeches}
        language = screen_language()
        for one in items:
            name = Elided()
            given = tr("{minutes} min", minutes=one.item.minutes or 0)
            named = item_name(speeches[one.item.id]).said_in(language) or tr("Item of a ceremony")
            name.setText(f"{named} · {given}")
            line = row(name, Text(tr("{minutes} min", minutes=round(one.minutes)), "heading"))
            line.setStretch(0, 1)
            self._box.addLayout(line)
        lacking = sum(one.text_received_on is None for one in activity.speeches)
        factor = f"{limits_of(plan).factor:g}"
        words = [tr("Consecutive takes {factor} times as long.", factor=factor)]
        if lacking:
            words.append(trn("{count} text not received yet.", "{count} texts not received yet.", lacking))
        self._box.addWidget(Text(" ".join(words), "small", "text2", wrap=True))


class LacksTold(Piece):
    """The stretches of a need in which people are missing."""

    def __init__(self) -> None:
        super().__init__()
        self.sentences: list[str] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        clear(self._box)
        roster = roster_of(Agenda(plan))
        wanted = roster.wanted.get(record.id)
        self.sentences = [] if wanted is None else lack_words(wanted, roster)
        self.setVisible(bool(self.sentences))
        for words in self.sentences:
            self._box.addWidget(_note(words))


def lack_words(wanted: Wanted, roster: Roster) -> list[str]:
    """Say for each stretch of a need that lacks somebody how many, and from when until when."""
    found = []
    for lack in uncovered(wanted, roster):
        hours = span_text(wanted.local(lack.start).at, wanted.local(lack.end).at, screen_language())
        if lack.missing >= (wanted.need.how_many or 1):
            found.append(tr("Nobody {hours}", hours=hours))
        else:
            found.append(trn("{count} more needed {hours}", "{count} more needed {hours}", lack.missing, hours=hours))
    return found


def is_short(need: Need, plan: Plan) -> bool:
    """Whether a need lacks somebody at some moment."""
    roster = roster_of(Agenda(plan))
    wanted = roster.wanted.get(need.id)
    return wanted is not None and bool(uncovered(wanted, roster))


def _note(words: str) -> QWidget:
    text = Text(words, tone="wrong", wrap=True)
    text.setMinimumWidth(120)
    sign = column(Sign("wrong", "wrong.mark"), STRETCH, gap=0, margins=(0, 2, 0, 0))
    box = row(sign, text, margins=(10, 8, 10, 8))
    box.setStretch(1, 1)
    return surface("wrong", box)
