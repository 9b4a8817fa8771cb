"""The card "Why this pair?": what speaks for a guest in a home and what against it, and which other homes there are."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from planner.language import say, tr, trn
from planner.language.names import family_word, full_name
from planner.language.speaking import screen_language
from planner.model.households import HostOffer
from planner.model.message import Message
from planner.model.plan import Plan
from planner.rules.finding import Severity, Subject
from planner.ui.inspector.marks import FoldHead
from planner.ui.pages.homestays.abreast import lines_of
from planner.ui.pages.homestays.asking import can_ask
from planner.ui.pages.homestays.otherhomes import OtherHomes
from planner.ui.pages.homestays.pairparts import Abreast, PointsRow, ScoreBox
from planner.ui.pages.homestays.prices import Prices
from planner.ui.pages.homestays.sight import Against, Sight, tint_of
from planner.ui.pages.homestays.spells import lodging_name, lodging_words, nights_words
from planner.ui.shell.inspector import Panel
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, clear, column, row, surface
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.fields import TextField
from planner.ui.widgets.notice import TONE_ICONS
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Text


class PairPanel(Panel):
    """Shows one guest in one home of the board; asks the page to do what its buttons say."""

    #: Look at the guest in another home: the key of its block.
    homeAsked = Signal(object)
    #: Place the guest here as things stand: the `Sight`; or although a rule forbids it, with the reason and the name.
    placeAsked = Signal(object)
    overrideAsked = Signal(object, str, str)
    #: The family of a `Sight` is to be asked for what is missing.
    letterAsked = Signal(object)
    #: A deed with the stay shown, by its key.
    deedAsked = Signal(str)

    def __init__(self, workspace: Workspace, prices: Prices) -> None:
        super().__init__(tr("Why this pair?"))
        self._workspace, self._prices = workspace, prices
        self.sight: Sight | None = None
        self._pair: tuple[int, Hashable] | None = None
        self._whole = QVBoxLayout()
        self._whole.setSpacing(12)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(self._whole)
        self.others = OtherHomes()
        self.reason = TextField(tr("Reason"))
        self.who = TextField(tr("Accepted by"))
        self._name = ""

    def show_pair(self, sight: Sight, plan: Plan) -> None:
        """Show a guest in the home of a sight; what the other homes are is shown by `others`."""
        pair = (sight.held.member.id, sight.aim.lodging)
        if pair != self._pair:
            # What "Place here" acts on stands at the top.
            self.scroll_area.verticalScrollBar().setValue(0)
        self._pair = pair
        self.sight = sight
        self._prices.stop_but_for(sight.held.member.id)
        clear(self._whole)
        clear(self.foot)
        placed = sight.held.spell is not None and sight.held.spell.lodging == sight.aim.lodging
        self._head(sight, plan, placed=placed)
        self._points(sight)
        self._against(sight, placed=placed)
        self.others = OtherHomes()
        self.others.homeAsked.connect(self.homeAsked)
        self._whole.addWidget(self.others)
        if not placed and sight.verdict is not None and sight.verdict.mask:
            self._whole.addWidget(self._prices.box(sight.verdict))
        self._abreast(sight, plan)
        self._buttons(sight, placed=placed)

    # Parts

    def _head(self, sight: Sight, plan: Plan, *, placed: bool) -> None:
        language = screen_language()
        name = full_name(sight.held.member.person, language)
        home = lodging_name(sight.aim.lodging, plan)
        title = Text(tr("{guest} at {home}", guest=name, home=home), "heading", wrap=True)
        where = lodging_words(sight.aim.lodging, plan)
        first, last = sight.aim.first, sight.aim.last
        nights = tr("{place}: {nights}", place=where, nights=nights_words(first, last))
        words = Text(nights, "small", "text2", wrap=True)
        state = Text(_state(sight, placed=placed), "small", {"grey": "text2"}.get(sight.tone, sight.tone), wrap=True)
        for text in (title, words, state):
            text.setMinimumWidth(160)
        score = "–" if sight.score is None else str(sight.score)
        box = row(column(ScoreBox(score, sight.tone), STRETCH, gap=0), column(title, words, state, gap=2), gap=12)
        box.setStretch(1, 1)
        self._whole.addLayout(box)

    def _points(self, sight: Sight) -> None:
        if sight.verdict is None:
            return
        named = [(one, Message.of(f"{one.code}.name")) for one in sight.points]
        rows = [PointsRow(one, say(name)) for one, name in named]
        self._whole.addLayout(column(*rows, gap=2))

    def _against(self, sight: Sight, *, placed: bool) -> None:
        nights = sight.held.nights if sight.aim.refusal else sight.aim.nights
        holding = [one for one in sight.against if any(one.on(night) for night in nights) or one.blocks]
        asking = next((one for one in holding if can_ask(one)), None)
        for one in holding:
            ask = partial(self.letterAsked.emit, sight) if one is asking else None
            self._whole.addWidget(_card(one, ask))
        if sight.aim.refusal and not any(one.words == sight.aim.refusal for one in holding):
            self._whole.addWidget(_said(sight.aim.refusal, "grey"))
        if any(one.blocks for one in holding) and not placed and not self._workspace.is_read_only:
            self._override(sight)

    def _override(self, sight: Sight) -> None:
        """A hard rule can be set aside, with the reason and the name of who does it."""
        self.reason, self.who = TextField(tr("Reason")), TextField(tr("Accepted by"))
        self.who.show_value(self._name)
        button = Button(tr("Place all the same"), partial(self._give_reason, sight))
        inner = column(self.reason, self.who, row(button, STRETCH), gap=8)
        box = QWidget()
        box.setLayout(inner)
        box.hide()
        fold = FoldHead(tr("Place all the same, with a reason"), bold=False)
        fold.turned.connect(box.setVisible)
        self._whole.addLayout(column(fold, box, gap=4))

    def _give_reason(self, sight: Sight) -> None:
        reason, who = self.reason.line.text().strip(), self.who.line.text().strip()
        for field, words in ((self.reason, reason), (self.who, who)):
            if not words:
                field.show_error(tr("Please fill this in: it is kept with the stay."))
        if reason and who:
            self._name = who
            self.overrideAsked.emit(sight, reason, who)

    def _abreast(self, sight: Sight, plan: Plan) -> None:
        member, household = sight.held.member, sight.aim.lodging.household_id
        offer = next((one for one in plan.offers if one.household_id == household), None)
        if offer is None:
            return
        language = screen_language()
        show = self._workspace.show
        guest = Button(full_name(member.person, language), partial(show, Subject("Member", member.id)), look="link")
        home = Button(family_word(offer.household, language), partial(show, _home(offer)), look="link")
        box = QWidget()
        box.setLayout(column(Abreast((guest, home), lines_of(member, offer, plan)), gap=0))
        fold = FoldHead(tr("Guest and family side by side"))
        fold.setChecked(True)
        fold.turned.connect(box.setVisible)
        self._whole.addLayout(column(fold, box, gap=4))

    def _buttons(self, sight: Sight, *, placed: bool) -> None:
        may = not self._workspace.is_read_only
        buttons: list[QWidget] = []
        if placed and sight.held.spell is not None:
            pinned = sight.held.spell.locked
            for key, words, allowed in (
                ("stay-pin", tr("Unpin") if pinned else tr("Pin"), True),
                ("stay-split", tr("Split"), not pinned and sight.held.spell.nights > 1),
                ("stay-away", tr("Take away"), not pinned),
            ):
                button = Button(words, partial(self.deedAsked.emit, key))
                button.setEnabled(may and allowed)
                buttons.append(button)
        elif not sight.aim.refusal:
            words = tr("Change places") if sight.aim.swap is not None else tr("Place here")
            button = Button(words, partial(self.placeAsked.emit, sight), look="primary")
            button.setEnabled(may)
            buttons.append(button)
        if buttons:
            self.foot.addLayout(row(*buttons, STRETCH) if placed else row(*buttons))
        self.show_foot(bool(buttons))


def _home(offer: HostOffer) -> Subject:
    return Subject("Household", offer.household_id)


def _state(sight: Sight, *, placed: bool) -> str:
    blocking = len(sight.blocking)
    warned = sum(one.obstacle.severity is Severity.WARN for one in sight.warnings)
    if placed:
        if blocking:
            return trn("{count} rule is broken", "{count} rules are broken", blocking)
        return trn("{count} warning", "{count} warnings", warned) if warned else tr("Nothing speaks against it")
    if sight.aim.refusal:
        return tr("Not possible")
    if sight.aim.swap is not None:
        return tint_of(sight).words
    if sight.aim.part:
        return trn("Possible on {free} of {count} night", "Possible on {free} of {count} nights",
                   len(sight.held.nights), free=len(sight.aim.nights))  # fmt: skip
    return trn("Possible, {count} warning", "Possible, {count} warnings", warned) if warned else tr("Possible")


def _card(one: Against, ask: Callable[[], object] | None) -> QWidget:
    """What is against it; with `ask`, what is missing can be asked for."""
    tone = {Severity.BLOCK: "wrong", Severity.WARN: "check"}.get(one.obstacle.severity, "grey")
    if ask is None:
        return _said(one.words, tone)
    button = Button(tr("Ask for it…"), ask, icon_name="mail", small=True)
    button.setToolTip(tr("The text of a letter to the family, in English and Japanese"))
    return _said(one.words, tone, row(button, STRETCH))


def _said(words: str, tone: str, *more: QLayout) -> QWidget:
    text = Text(words, "text", "" if tone == "grey" else tone, wrap=True).selectable()
    text.setMinimumWidth(120)
    sign = Sign(TONE_ICONS[tone], f"{tone}.mark")
    told = column(text, *more, gap=6)
    box = row(column(sign, STRETCH, gap=0, margins=(0, 2, 0, 0)), told, margins=(12, 8, 12, 8))
    box.setStretch(1, 1)
    return surface("sunk" if tone == "grey" else tone, box)
