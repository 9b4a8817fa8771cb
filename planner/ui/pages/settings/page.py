"""Settings: the visit's own facts and numbers, what stands behind it, and how the window speaks and looks."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from planner.commands import records
from planner.language import LANGUAGES, screen_language, tr
from planner.model.kinds import PhoneKind
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.visits import Visit, VisitPhone
from planner.rules.finding import Subject
from planner.ui.pages.settings.between import CARDS, PlanCard
from planner.ui.shell.page import Page
from planner.ui.shell.settings import ZOOMS
from planner.ui.shell.status import LANGUAGE_NAMES
from planner.ui.shell.workspace import Workspace
from planner.ui.theme import CHOICES
from planner.ui.widgets.boxes import STRETCH, Scroll, clear, row
from planner.ui.widgets.buttons import Button, IconButton, Segmented
from planner.ui.widgets.cards import Card
from planner.ui.widgets.record import RecordForm
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import city_name, title_of

#: The visit's facts, in the order of the form.
_VISIT: Final = (
    ("title_en", "title_ja"),
    ("first_day", "last_day"),
    ("kind", "status"),
    ("direction", "preset"),
    ("theme_en", "theme_ja"),
    ("headcount", "paper"),
    ("arrival_gateway", "departure_gateway"),
    "insurance",
    ("notes", "lessons"),
)

_PHONE: Final = (("kind", "phone"), ("name_en", "name_ja"), ("country", "hours"))


class SettingsPage(Page):
    """Two columns: the visit at the left, the window at the right."""

    KEY: ClassVar[str] = "settings"
    HAS_DRAWER: ClassVar[bool] = False

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("Settings"))
        self._remove_visit = Button(
            tr("Remove this visit from the file"), self._take_visit_out, look="link", icon_name="trash", small=True
        )
        self._visit_card = Card(tr("The visit"), end=self._remove_visit)
        self._visit_card.body.setSpacing(12)
        self._cities = Text("", "small", "text2", wrap=True)
        self._visit_card.body.addWidget(self._cities)
        self._form: RecordForm | None = None
        self._phones_card = Card(
            tr("Numbers everybody may need"),
            end=Button(tr("Add a number"), self._add_phone, look="link", icon_name="plus", small=True),
        )
        self._phones = QVBoxLayout()
        self._phones.setSpacing(16)
        self._phones_card.body.addLayout(self._phones)
        self._phone_ids: tuple[int, ...] = ()
        self._phone_forms: dict[int, RecordForm] = {}
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self._visit_card)
        left.addWidget(self._phones_card)
        # Made with the first plan: before, nothing is known of what they show.
        self._behind = QVBoxLayout()
        self._behind.setSpacing(16)
        self._cards: dict[str, PlanCard] = {}
        left.addLayout(self._behind)
        left.addStretch(1)
        right = QWidget()
        right.setFixedWidth(424)
        window = QVBoxLayout(right)
        window.setContentsMargins(0, 0, 0, 0)
        window.setSpacing(16)
        self._rules_card = self._ruling_card()
        window.addWidget(self._rules_card)
        window.addWidget(self._window_card())
        window.addStretch(1)
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(24, 24, 24, 24)
        columns.setSpacing(24)
        columns.addLayout(left, 1)
        columns.addWidget(right)
        self._scroll = Scroll(content, tr("Settings"))
        self.body.addWidget(self._scroll)
        self._show_whether_open()
        workspace.fileChanged.connect(self._show_whether_open)

    def _ruling_card(self) -> Card:
        """The ways to what the findings go by."""
        card = Card(tr("What the findings go by"))
        for words, key, icon_name in (
            (tr("Rules of this visit"), "rules", "review"),
            (tr("Holidays and closed days"), "calendar", "programme"),
        ):
            go = Button(words, partial(self.workspace.show, key), look="link", icon_name=icon_name)
            card.body.addLayout(row(go, STRETCH))
        return card

    def _window_card(self) -> Card:
        settings = self.workspace.settings
        card = Card(tr("The window"))
        card.body.setSpacing(12)
        language = Segmented(
            tr("Language"), [(key, LANGUAGE_NAMES[key]) for key in LANGUAGES], screen_language()
        )
        language.chosen.connect(self.workspace.languageWanted)
        words = {"system": tr("As the system"), "light": tr("Light"), "dark": tr("Dark")}
        look = Segmented(tr("Light or dark"), [(key, words[key]) for key in CHOICES], settings.appearance)
        look.chosen.connect(self.workspace.appearanceWanted)
        sizes = [(str(percent), tr("{percent} %", percent=percent)) for percent in ZOOMS]
        size = Segmented(tr("Zoom"), sizes, str(settings.zoom))
        size.chosen.connect(lambda percent: self.workspace.zoomWanted.emit(int(percent)))
        for heading, control in ((tr("Language"), language), (tr("Light or dark"), look), (tr("Zoom"), size)):
            card.body.addWidget(Text(heading, "small", "text2"))
            card.body.addLayout(row(control, STRETCH))
        note = tr("For a new size the window closes and opens again by itself.")
        card.body.addWidget(Text(note, "small", "text2", wrap=True))
        return card

    def _show_whether_open(self) -> None:
        opened = self.workspace.plan is not None
        self._visit_card.setVisible(opened)
        self._phones_card.setVisible(opened)
        self._rules_card.setVisible(opened)
        for card in self._cards.values():
            card.setVisible(opened)

    @override
    def show_plan(self, plan: Plan) -> None:
        visit = plan.visit
        home, host = visit.home_city, visit.host_city
        self._cities.setText(
            tr(
                "From {home} ({home_zone}) to {host} ({host_zone})",
                home=city_name(home),
                home_zone=home.zone,
                host=city_name(host),
                host_zone=host.zone,
            )
        )
        if self._form is None:
            self._form = RecordForm(Visit, _VISIT, near=visit.first_day, strong="title_en")
            self._form.changed.connect(self._edit_visit)
            self._visit_card.body.addWidget(self._form)
        self._form.show_record(visit)
        self._show_phones(visit)
        self._show_cards(plan)
        self._remove_visit.setVisible(len(plan.visits) > 1 and not self.workspace.is_read_only)

    def _show_cards(self, plan: Plan) -> None:
        """Show what stands behind the visit: who comes, the partnership, the cities."""
        if not self._cards:
            self._cards = {noun: made(self.workspace, plan) for noun, made in CARDS.items()}
            for card in self._cards.values():
                self._behind.addWidget(card)
        for card in self._cards.values():
            card.show_plan(plan)

    def _take_visit_out(self) -> None:
        """Remove the visit shown from a file that holds others."""
        plan = self.workspace.plan
        if plan is not None and self.workspace.run(records.remove, "Visit", plan.visit.id):
            self.workspace.say(tr("Removed: {what}", what=title_of(plan.visit)), undo=True)

    def _edit_visit(self, field: str, value: Any) -> None:
        plan, form = self.workspace.plan, self._form
        if plan is not None and form is not None:
            refused = partial(form.show_refusal, field)
            self.workspace.run(records.edit, "Visit", plan.visit.id, {field: value}, refused=refused)

    # Telephone numbers

    def _show_phones(self, visit: Visit) -> None:
        ids = tuple(phone.id for phone in visit.phones)
        if ids != self._phone_ids:
            self._phone_ids = ids
            clear(self._phones)
            self._phone_forms = {}
            for phone in visit.phones:
                form = RecordForm(VisitPhone, _PHONE, near=visit.first_day, strong="phone")
                form.changed.connect(partial(self._edit_phone, phone.id))
                self._phone_forms[phone.id] = form
                remove = IconButton("trash", tr("Remove this number"), partial(self._remove_phone, phone.id))
                line = row(form, remove, gap=8)
                line.setStretch(0, 1)
                self._phones.addLayout(line)
            if not ids:
                self._phones.addWidget(Text(tr("No numbers yet. The duty phone comes first."), tone="text2"))
        for phone in visit.phones:
            self._phone_forms[phone.id].show_record(phone)

    def _add_phone(self) -> None:
        plan = self.workspace.plan
        if plan is not None:
            kind = PhoneKind.OTHER if plan.visit.phones else PhoneKind.DUTY
            self.workspace.run(records.add, "VisitPhone", {"visit_id": plan.visit.id, "kind": kind})

    def _edit_phone(self, phone_id: int, field: str, value: Any) -> None:
        def refused(error: PlannerError) -> None:
            self._phone_forms[phone_id].show_refusal(field, error)

        self.workspace.run(records.edit, "VisitPhone", phone_id, {field: value}, refused=refused)

    def _remove_phone(self, phone_id: int) -> None:
        if self.workspace.run(records.remove, "VisitPhone", phone_id):
            self.workspace.say(tr("The number was removed."), undo=True)

    @override
    def select(self, subject: Subject) -> bool:
        card = self._visit_card if subject.noun == "Visit" else self._cards.get(subject.noun)
        if card is None:
            return False
        # Laid out first: a page that was never seen does not know yet how far down the card is.
        QTimer.singleShot(0, card, lambda: self._scroll.verticalScrollBar().setValue(card.y() - 24))
        return True

    @override
    def state(self) -> dict[str, Any]:
        return {"scroll": self._scroll.verticalScrollBar().value()}

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self._scroll.verticalScrollBar().setValue(state.get("scroll", 0))
