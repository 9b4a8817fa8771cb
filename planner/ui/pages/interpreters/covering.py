"""Who could cover a need, and what an interpreter could take, in the inspector: with time first, or why not beside."""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from planner.agenda import agenda_of
from planner.commands import interpreting
from planner.language import screen_language, tr, trn
from planner.language.figures import comma_list
from planner.language.names import full_name
from planner.language.terms import directions_text, term
from planner.model.interpreting import Need
from planner.model.kinds import InterpreterLevel
from planner.model.plan import Plan
from planner.rules.interpreting import Verdict, candidates, covering, event_of, open_needs, roster_of
from planner.rules.interpreting.cover import short_of
from planner.ui.inspector import Item, Own, Pick, Piece, Section, Shown, more
from planner.ui.inspector.marks import FoldHead
from planner.ui.pages.interpreters.assignments import INDENT, AssignmentsPiece, reasons_text
from planner.ui.pages.interpreters.merits import merits_text
from planner.ui.pages.interpreters.rowlist import RowList
from planner.ui.pages.interpreters.telling import LacksTold, SpeechesTold, is_short
from planner.ui.pages.interpreters.whynot import WhyNot
from planner.ui.pages.interpreters.words import event_clocks, event_title, hours_of_event
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, column, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.chips import Chip
from planner.ui.widgets.text import Elided, Text

#: How wide a score is at least: what stands below its name begins where the name does.
_SCORE: Final = 28


def need_items() -> tuple[Item, ...]:
    """The fields of a need, who covers it and who could."""
    return (
        ("mode", Shown("how_many", if_empty=lambda need, plan: "1")),
        "pairs",
        Own(SpeechesTold),
        Own(lambda workspace: AssignmentsPiece(workspace, tells_event=False)),
        Own(lambda workspace: LacksTold()),
        Own(CandidatesPiece),
        more(
            (Shown("needed_from", if_empty=_begins), Shown("needed_until", if_empty=_ends)),
            Pick("group_id", _groups, nothing=tr("everybody who is there")),
            ("minutes", "listeners"),
            "importance",
            "on_stage",
            "speciality",
            "words",
        ),
        Section(
            tr("For the interpreters"),
            (
                "liaison",
                "position",
                ("equipment", "dress"),
                "audience",
                "materials",
                "sensitive",
                Pick("fallback_id", _fallbacks, nothing=tr("nobody yet")),
            ),
            opened=False,
            minor=True,
        ),
    )


def _begins(need: Need, plan: Plan) -> str:
    return hours_of_event(need, plan)[0]


def _ends(need: Need, plan: Plan) -> str:
    return hours_of_event(need, plan)[1]


def _groups(need: Need, plan: Plan) -> Iterator[tuple[int, str]]:
    language = screen_language()
    for group in plan.groups:
        yield group.id, (group.name_ja or group.name_en) if language == "ja" else (group.name_en or group.name_ja)


def _fallbacks(need: Need, plan: Plan) -> Iterator[tuple[int, str]]:
    for interpreter in plan.interpreters:
        yield interpreter.id, full_name(interpreter.person, screen_language())


def cover_text(need: Need, plan: Plan) -> str:
    """How many of those a need asks for are there all the time: "1 of 2"."""
    wanted = need.how_many or 1
    return tr("{there} of {wanted}", there=wanted - short_of(need, roster_of(agenda_of(plan))), wanted=wanted)


def need_text(need: Need, plan: Plan) -> str:
    """A need in one line: how, from which language into which, and how much of it is covered."""
    language = screen_language()
    parts = (term(need.mode, language), directions_text(need.pairs, language), cover_text(need, plan))
    return " · ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Offer:
    """An interpreter for a need, or a need for an interpreter: what it is called, and more about it."""

    id: int
    name: str
    more: str
    verdict: Verdict


class OfferLine(QWidget):
    """One offer, and a button to take it."""

    def __init__(self, assign: Callable[[Verdict], object], why: WhyNot) -> None:
        super().__init__()
        self._verdict: Verdict | None = None
        self._assign, self._why = assign, why
        self.why = why.box()
        self.score = Chip("")
        self.score.setMinimumWidth(_SCORE)
        self.name = Elided()
        self.words = Text("", "small", "text2", wrap=True)
        self.against = Text("", "small", "check", wrap=True)
        self.button = Button(tr("Assign"), self._press, small=True)
        head = row(self.score, self.name, self.button, gap=8)
        head.setStretch(1, 1)
        below = column(self.words, self.against, self.why, gap=0, margins=(_SCORE + 8, 0, 0, 0))
        self.setLayout(column(head, below, gap=0, margins=(INDENT, 0, 0, 4)))

    def show_offer(self, offer: Offer, *, may: bool) -> None:
        """Show an offer; `may` tells whether it can be taken."""
        self._verdict = offer.verdict
        against = reasons_text(offer.verdict.reasons)
        verdict = offer.verdict
        tone = "grey" if not verdict.can else "check" if verdict.warnings else "good"
        self.score.show_words(str(verdict.score) if verdict.can else "–", tone)
        self.name.setText(offer.name)
        for label, words in ((self.words, offer.more), (self.against, against)):
            label.setText(words)
            label.setVisible(bool(words))
        self.button.setAccessibleName(tr("Assign: {name}", name=offer.name))
        self.button.setAccessibleDescription(comma_list((offer.more, against), screen_language()))
        self.button.setEnabled(may)
        self._why.show(self.why, verdict, offer.name)

    def _press(self) -> None:
        if self._verdict is not None:
            self._assign(self._verdict)


class OffersPiece(Piece):
    """Offers under a heading that unfolds; one press assigns."""

    def __init__(self, workspace: Workspace, heading: str) -> None:
        super().__init__()
        self._workspace, self._heading = workspace, heading
        self._record: Any = None
        self._plan: Plan | None = None
        self.head = FoldHead(heading, bold=False)
        self.why = WhyNot(workspace, self)
        self.list: RowList[OfferLine] = RowList(lambda: OfferLine(self._assign, self.why), gap=4)
        self.list.hide()
        self.head.turned.connect(lambda _: self._show())
        self.setLayout(column(self.head, self.list, gap=4))

    @abstractmethod
    def offers(self, record: Any, plan: Plan) -> list[Offer]:
        """Give the offers for a record, the best first."""

    @abstractmethod
    def note(self, possible: int) -> str:
        """Say in short how many offers there is time for, and nothing rules out."""

    def is_wanted(self, record: Any, plan: Plan) -> bool:
        """Whether it is unfolded for a record at first."""
        return False

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        self._record, self._plan = record, plan
        self.why.follow(plan)
        if anew:
            # Another is looked at: nobody waits any more.
            self.why.stop()
            self.head.setChecked(self.is_wanted(record, plan))
        self._show()

    def _show(self) -> None:
        record, plan = self._record, self._plan
        if record is None or plan is None:
            return
        found = self.offers(record, plan)
        self.head.setVisible(bool(found))
        self.head.show_words(self._heading, self.note(sum(each.verdict.can and each.verdict.is_free for each in found)))
        self.list.setVisible(self.head.isChecked() and bool(found))
        if self.head.isChecked():
            lines = self.list.match([each.id for each in found])
            for each in found:
                lines[each.id].show_offer(each, may=not self._workspace.is_read_only)

    def _assign(self, verdict: Verdict) -> None:
        name = full_name(verdict.interpreter.person, screen_language())
        part = {} if self._plan is None else _part(verdict, self._plan)
        if self._workspace.run(interpreting.assign, verdict.need.id, verdict.interpreter.id, part):
            self._workspace.say(tr("{name} is assigned.", name=name), undo=True)


class CandidatesPiece(OffersPiece):
    """The interpreters who do not cover a need yet; unfolded while it lacks somebody."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("Who could take it"))
        self.nobody = Button(
            tr("Add an interpreter"), lambda: workspace.show("interpreters"), look="link", icon_name="plus"
        )
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addLayout(row(self.nobody, STRETCH))

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        super().show_record(record, plan, anew=anew)
        self.nobody.setVisible(not plan.interpreters)

    @override
    def offers(self, record: Any, plan: Plan) -> list[Offer]:
        language = screen_language()
        return [
            Offer(each.interpreter.id, full_name(each.interpreter.person, language), _merits(each), each)
            for each in candidates(record, plan)
        ]

    @override
    def note(self, possible: int) -> str:
        return trn("{count} has time", "{count} have time", possible)

    @override
    def is_wanted(self, record: Any, plan: Plan) -> bool:
        return len(covering(record)) < (record.how_many or 1) or is_short(record, plan)


class OpenNeedsPiece(OffersPiece):
    """What lacks somebody and an interpreter could take."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("What still needs somebody"))

    @override
    def offers(self, record: Any, plan: Plan) -> list[Offer]:
        found = []
        for each in open_needs(record, plan):
            event = event_of(each.need)
            if event is not None:
                words = "\n".join((*filter(None, event_clocks(event, plan)), need_text(each.need, plan)))
                found.append(Offer(each.need.id, event_title(event), words, each))
        return found

    @override
    def note(self, possible: int) -> str:
        return trn("time for {count}", "time for {count}", possible)


def _part(verdict: Verdict, plan: Plan) -> dict[str, dt.time]:
    """Give the values of an assignment to what a verdict is about: nothing but where only a part lacks somebody."""
    wanted = roster_of(agenda_of(plan)).wanted.get(verdict.need.id)
    if wanted is None or verdict.span is None:
        return {}
    ends = zip(("covers_from", "covers_until"), verdict.span, (wanted.start, wanted.end), strict=True)
    return {field: wanted.local(at).at for field, at, whole in ends if at != whole}


def _merits(verdict: Verdict) -> str:
    """What speaks for somebody: their level, where nothing more is known of them."""
    level = InterpreterLevel(verdict.interpreter.level)
    known = "" if level is InterpreterLevel.UNKNOWN else term(level, screen_language())
    return merits_text(verdict) if verdict.can else known
