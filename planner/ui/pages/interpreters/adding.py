"""The inspector's panels for a new interpreter, new or known to the file, and for a new need of an event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from planner.agenda import Event, day_of
from planner.language import other_language, screen_language, tr
from planner.language.dates import day_text
from planner.language.names import family_word, full_name, sort_key
from planner.language.terms import term
from planner.model.households import Resident
from planner.model.interpreting import Interpreter
from planner.model.message import PlannerError
from planner.model.people import Person
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.rules.interpreting import taken_by
from planner.ui.inspector import AddPanel
from planner.ui.inspector.adding import Values, adding_words
from planner.ui.inspector.sheet import ROOM
from planner.ui.pages.interpreters.words import event_hours, event_title
from planner.ui.widgets.buttons import Segmented
from planner.ui.widgets.lineedit import SearchField
from planner.ui.widgets.table import Cell, Column, Row
from planner.ui.widgets.tableview import Table
from planner.ui.widgets.text import Text

#: Is told that the record could not be added.
Refuse = Callable[[PlannerError], None]

_PERSON = (("family_name", "given_name"), ("family_name_ja", "given_name_ja"), ("phone", "email"))
_ABLE = ("level", "pairs", "modes")
_HIGH = 360


class Picker(QWidget):
    """A list with a field to search it; Enter or a double click takes the line."""

    taken = Signal()

    def __init__(self, name: str, rows: Iterable[Row]) -> None:
        super().__init__()
        self.search = SearchField(tr("Filter"), wide=ROOM)
        self.table = Table(name, [Column(name)])
        self.table.horizontalHeader().hide()
        self.table.setMinimumHeight(_HIGH)
        self.table.show_rows(rows)
        self.table.group(True)
        self._nothing = Text("", tone="text2", wrap=True)
        self._nothing.hide()
        self.search.textChanged.connect(self._filter)
        self.table.opened.connect(lambda _: self.taken.emit())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.search)
        box.addWidget(self._nothing)
        box.addWidget(self.table)

    def _filter(self, words: str) -> None:
        """Show only what was typed, and choose the first of it, so that Enter takes it."""
        self.table.filter(words)
        first = next((row.subject for row in self.table.table.shown if isinstance(row, Row)), None)
        nothing = bool(words.strip()) and first is None
        self._nothing.setText(tr("Nothing found for “{words}”.", words=words.strip()) if nothing else "")
        self._nothing.setVisible(nothing)
        self.table.setVisible(not nothing)
        if words:
            self.table.choose(first)

    @property
    def chosen(self) -> Subject | None:
        """What is chosen."""
        return self.table.chosen


class AddInterpreterPanel(AddPanel):
    """Somebody new, by name; or somebody whom the file knows, from a list."""

    def __init__(
        self,
        plan: Plan,
        add_new: Callable[[Values, Refuse], object],
        add_known: Callable[[Subject, Refuse], object],
    ) -> None:
        """`add_new` is given the values of the person and the interpreter, `add_known` the person chosen."""
        super().__init__(
            tr("New interpreter"), [(Person, _PERSON), (Interpreter, _ABLE)], add_new,
            near=plan.visit.first_day, button=tr("Add"),
        )  # fmt: skip
        self._add_known = add_known
        self.which = Segmented(tr("Who"), [("new", tr("New person")), ("known", tr("Already in the file"))])
        self.which.chosen.connect(lambda _: self._turn())
        self._words = Text("", tone="text2", wrap=True)
        self.picker = Picker(tr("People of the file"), people_rows(plan))
        self.picker.taken.connect(self.take)
        for place, widget in enumerate((self.which, self._words, self.picker)):
            self.body.insertWidget(place, widget)
        self._turn()

    def _turn(self) -> None:
        known = self.which.choice == "known"
        self._words.setText(tr("Chaperones and host families who can interpret are here.") if known else adding_words())
        self.picker.setVisible(known)
        for form in self._forms.values():
            form.setVisible(not known)
        if self.isVisible():
            self.start()

    @override
    def start(self) -> None:
        if self.which.choice == "known":
            self.picker.search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().start()

    @override
    def take(self) -> None:
        if self.which.choice == "new":
            super().take()
        elif (chosen := self.picker.chosen) is not None:
            self._add_known(chosen, self._refuse)


class AddNeedPanel(AddPanel):
    """Which event needs interpreting; what exactly is said afterwards."""

    def __init__(self, plan: Plan, add: Callable[[Subject], object]) -> None:
        super().__init__(
            tr("New need for interpreting"), [], lambda given, refuse: None, near=plan.visit.first_day,
            button=tr("Add"), words=tr("Choose what needs an interpreter."),
        )  # fmt: skip
        self._take = add
        self.picker = Picker(tr("Activities and journeys"), event_rows(plan))
        self.picker.taken.connect(self.take)
        self.body.insertWidget(1, self.picker)

    @override
    def start(self) -> None:
        self.picker.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def take(self) -> None:
        if (chosen := self.picker.chosen) is not None:
            self._take(chosen)


def people_rows(plan: Plan) -> Iterator[Row]:
    """Everybody in the file who is no interpreter of the visit yet: chaperones first, then host families."""
    language = screen_language()
    other = other_language(language)
    interpret = {interpreter.person_id for interpreter in plan.interpreters}
    travel = {member.person_id: member for member in plan.members}
    living = {resident.person_id: resident for resident in plan.all(Resident)}
    for person in plan.people:
        if person.id in interpret:
            continue
        what, place, group = "", 2, tr("Others in the file")
        if (member := travel.get(person.id)) is not None:
            chaperone = member.role.is_chaperone
            what, place = term(member.role, language), 0 if chaperone else 3
            group = tr("Leaders and chaperones") if chaperone else tr("Participants")
        elif (resident := living.get(person.id)) is not None:
            home = resident.household
            what, place, group = family_word(home, language), 1, tr("Host families")
        name, second = full_name(person, language), full_name(person, other)
        yield Row(
            Subject("Person", person.id),
            (Cell(name, what, sort=sort_key(person, language)),),
            group=group,
            group_sort=place,
            words=" ".join((name, second, what)),
        )


def event_rows(plan: Plan) -> Iterator[Row]:
    """Every activity and leg that is said to need no interpreter yet, day by day."""
    there = {(need.activity_id, need.journey_id) for need in plan.needs}
    events: list[Event] = [one for one in plan.activities if (one.id, None) not in there]
    events += [one for one in plan.journeys if (None, one.id) not in there]
    for event in events:
        title = event_title(event)
        yield Row(
            Subject(type(event).__name__, event.id),
            (Cell(title, event_hours(event), sort=taken_by(event, plan)),),
            group=day_text(day_of(event), screen_language(), "short"),
            group_sort=day_of(event),
            words=f"{event.title_en} {event.title_ja} {title}",
        )
