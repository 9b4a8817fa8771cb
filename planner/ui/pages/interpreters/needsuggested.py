"""What events would need by their kind, speeches and guests, to look through: nothing is put in by itself."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.commands import interpreting
from planner.language import say, screen_language, tr, trn
from planner.language.terms import directions_text, term
from planner.model.delegations import Group
from planner.model.plan import Plan
from planner.rules.interpreting import Suggested
from planner.ui.pages.interpreters.outlook import Outlook
from planner.ui.pages.interpreters.words import event_clocks, event_title
from planner.ui.shell.inspector import Panel
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, column, row, rule
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.choices import CheckBox
from planner.ui.widgets.rulewords import source_words
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import said


class SuggestedNeedsPanel(Panel):
    """A line for each need that an event does not have yet: what, why, by whose figures; all, some or one is taken."""

    ONCE: ClassVar[bool] = True

    #: Put these into the plan: a tuple of `Suggested`.
    accepted = Signal(object)

    def __init__(
        self, suggested: Sequence[Suggested], plan: Plan, *, may: bool, unticked: frozenset[Hashable] = frozenset()
    ) -> None:
        count = len(suggested)
        super().__init__(trn("{count} need suggested", "{count} needs suggested", count))
        self._suggested, self._plan, self._may = tuple(suggested), plan, may
        self._unticked = unticked
        self.boxes: list[CheckBox] = []
        about = Text(
            tr("Events nobody has said anything about. Tick what is right; how many, the mode and all else can be "
               "changed afterwards."),
            "text", "text2", wrap=True,
        )  # fmt: skip
        about.setMinimumWidth(160)
        self.body.addWidget(about)
        if not suggested:
            nothing = tr("Nothing to suggest: every event says what it needs.")
            self.body.addWidget(Text(nothing, tone="text2", wrap=True))
        for one in suggested:
            self.body.addWidget(rule())
            self.body.addWidget(self._line(one))
        self._all = Button(
            trn("Accept {count}", "Accept all {count}", count), lambda: self.accepted.emit(self._suggested),
            look="primary",
        )  # fmt: skip
        self._some = Button("", self._accept_some)
        self._all.setEnabled(may)
        for button in (self._all, self._some):
            self.foot.addWidget(button)
        self.show_foot(bool(suggested))
        self._tell()

    def _line(self, one: Suggested) -> QWidget:
        title = event_title(one.activity)
        box = CheckBox("")
        box.setChecked(_key(one) not in self._unticked)
        box.setAccessibleName(tr("Accept: {name}", name=f"{title}, {what_words(one, self._plan)}"))
        box.clicked.connect(lambda _: self._tell())
        self.boxes.append(box)
        texts = [
            Text(title, "heading", wrap=True),
            *(Text(when, "small", "text2", wrap=True) for when in event_clocks(one.activity, self._plan) if when),
            Text(what_words(one, self._plan), wrap=True),
            Text(say(one.why), "small", "text2", wrap=True),
        ]
        if one.source is not None:
            texts.append(Text(source_words(one.source), "small", "text3", wrap=True))
        for text in texts:
            text.setMinimumWidth(120)
        single = Button(tr("Accept this"), lambda: self.accepted.emit((one,)), small=True)
        single.setAccessibleName(tr("Accept this: {name}", name=title))
        single.setEnabled(self._may)
        whole = QWidget()
        told = row(column(box, STRETCH, gap=0), column(*texts, row(single, STRETCH), gap=2), gap=8)
        told.setStretch(1, 1)
        whole.setLayout(told)
        return whole

    @property
    def ticked(self) -> tuple[Suggested, ...]:
        """What is ticked."""
        return tuple(one for box, one in zip(self.boxes, self._suggested, strict=True) if box.isChecked())

    @property
    def unticked(self) -> frozenset[Hashable]:
        """The others, so that they can be told in a panel made anew."""
        return frozenset(map(_key, self._suggested)) - frozenset(map(_key, self.ticked))

    def _tell(self) -> None:
        count = len(self.ticked)
        self._some.setText(tr("Accept selected ({count})", count=count))
        self._some.setEnabled(self._may and 0 < count < len(self.boxes))

    def _accept_some(self) -> None:
        self.accepted.emit(self.ticked)


def _key(one: Suggested) -> Hashable:
    return one.activity.uid, one.values["mode"], one.values.get("group_id")


def what_words(one: Suggested, plan: Plan) -> str:
    """How many, how, from which language into which, and for whom."""
    language, values = screen_language(), one.values
    parts = (
        trn("{count} interpreter", "{count} interpreters", values["how_many"]), term(values["mode"], language),
        directions_text(values["pairs"], language), group_words(one, plan),
    )  # fmt: skip
    # A line ends between them, not in "B squad".
    return " · ".join(part.replace(" ", "\u00a0") for part in parts if part)


def group_words(one: Suggested, plan: Plan) -> str:
    """For which group, if it is not for everybody."""
    group = plan.get(Group, one.values.get("group_id"))
    return "" if group is None else said(group, "name")


class SuggestedNeeds(QObject):
    """The button with the count; the page shows the panel."""

    #: The panel to show: a `SuggestedNeedsPanel`.
    shown = Signal(object)

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._outlook: Outlook | None = None
        self.button = Button("", lambda: self.show(), look="link", icon_name="idea", small=True)
        self.button.setToolTip(tr("What events would need by their kind, their speeches and their guests"))

    def follow(self, outlook: Outlook | None, *, shown: bool) -> None:
        """Show the button, if there is anything to suggest and it is to be `shown`."""
        self._outlook = outlook
        may = shown and outlook is not None and not self._workspace.is_read_only
        count = len(outlook.suggested) if may and outlook is not None else 0
        self.button.setText(tr("Suggested needs ({count})", count=count))
        self.button.setVisible(bool(count))

    def show(self, unticked: frozenset[Hashable] = frozenset()) -> None:
        """Show what is suggested now."""
        if self._outlook is not None:
            may = not self._workspace.is_read_only
            panel = SuggestedNeedsPanel(self._outlook.suggested, self._outlook.plan, may=may, unticked=unticked)
            panel.accepted.connect(self._take)
            self.shown.emit(panel)

    def _take(self, suggested: Sequence[Suggested]) -> None:
        values = [(one.activity.id, one.values) for one in suggested]
        if self._workspace.run(interpreting.take_suggestions, values):
            count = len(values)
            self._workspace.say(trn("{count} need added", "{count} needs added", count), undo=True)
