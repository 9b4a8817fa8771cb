"""What makes a pairing of guest and family good: the wishes with their weights, which the coordinator can change."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language import say, tr
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.ruling import Strictness
from planner.rules.homestays import WISHES, Wish
from planner.ui.pages.rules.figures import FigureFields
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, column, row, rule
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.cards import Card
from planner.ui.widgets.rulewords import figure_words
from planner.ui.widgets.text import Text


class WishesCard(Card):
    """Every wish with its weight and figures, and the sum of the weights."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(tr("Wishes for homestay pairings"))
        note = tr(
            "A pairing earns points for each wish: its score is what it earns of all it could, from 0 to 100. A wish "
            "with the weight 0 does not count."
        )
        self.body.addWidget(Text(note, "small", "text2", wrap=True))
        self.entries: dict[str, WishEntry] = {}
        for wish in WISHES:
            self.body.addWidget(rule())
            entry = self.entries[wish.code] = WishEntry(workspace, wish)
            self.body.addWidget(entry)
        self.sum = Text("", "heading")
        self.body.addWidget(rule())
        self.body.addWidget(self.sum)

    def show_plan(self, plan: Plan) -> None:
        """Show the weights as the visit has them."""
        settings = {setting.rule: setting for setting in plan.rule_settings}
        preset = plan.visit.preset
        whole = sum(wish.figures_in(preset, settings.get(wish.code))["weight"] for wish in WISHES)
        self.sum.setText(tr("Sum of the weights: {sum}", sum=figure_words("weight", whole)))
        for entry in self.entries.values():
            entry.show_plan(plan)


class WishEntry(QWidget):
    """A wish as the visit takes it."""

    def __init__(self, workspace: Workspace, wish: Wish) -> None:
        super().__init__()
        self._workspace = workspace
        name = say(Message.of(f"{wish.code}.name"))
        self.setAccessibleName(name)
        self._fields = FigureFields(workspace, wish)
        self.figures = self._fields.fields
        self.back = Button(tr("Back to the preset"), self._back, look="link", icon_name="undo", small=True,
                           name=tr("Back to the preset: {rule}", rule=name))  # fmt: skip
        why = Text(say(Message.of(f"{wish.code}.why")), tone="text2", wrap=True)
        why.setMinimumHeight(20)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 4, 12)
        whole.setSpacing(8)
        whole.addLayout(column(row(Text(name, "heading", wrap=False), self.back, STRETCH), why, gap=2))
        whole.addWidget(self._fields)

    def show_plan(self, plan: Plan) -> None:
        """Show its weight and figures as the visit has them."""
        self._fields.show_plan(plan)
        self.back.setVisible(self._fields.setting is not None)
        self.back.setEnabled(not self._workspace.is_read_only)

    def _back(self) -> None:
        self._fields.decide(Strictness.PRESET, {})
