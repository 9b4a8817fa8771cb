"""Places: everywhere the programme goes, whether used or not; two that are one are put together here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QMenu
from typing_extensions import override

from planner.commands import places
from planner.language import tr, trn
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.programme import Place
from planner.rules.finding import Subject
from planner.rules.places import uses_of
from planner.ui.inspector import AddPanel, Outline
from planner.ui.inspector.adding import Values, adding_words
from planner.ui.pages.places.outlines import place_outline
from planner.ui.pages.places.rows import HIDDEN, columns, groupings, place_rows
from planner.ui.pages.places.switch import days_or_places
from planner.ui.pages.places.uses import merge_into
from planner.ui.pages.tablepage import TablePage
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.notice import EmptyState
from planner.ui.widgets.table import Row
from planner.ui.widgets.words import said

#: The first fields of a new place.
_PLACE = (("name_en", "name_ja"), ("kind", "code"), "address_en", "address_ja")


class PlacesPage(TablePage):
    """The table of all places; the other face of the programme."""

    KEY: ClassVar[str] = "places"

    def __init__(self, workspace: Workspace) -> None:
        empty = EmptyState(
            "place",
            tr("No places yet"),
            tr("They come with the programme’s spreadsheet, or are added by hand."),
            [(tr("Import a form"), lambda: workspace.show("import")), (tr("Add a place"), self.start_adding)],
        )
        super().__init__(workspace, tr("Programme"), columns(), groupings(), empty, hidden=HIDDEN)
        # The head says what both faces belong to; this one's own name is for whoever hears it.
        self.title = tr("Places")
        self.setAccessibleName(self.title)
        self.table.setAccessibleName(tr("Places"))
        self.header.add_first(days_or_places(workspace, "places"))
        self.add_button.setText(tr("Add"))
        self.add_button.setAccessibleName(tr("Add a place"))
        self.grouping.setCurrentIndex(1)
        self.table.table.arrangement.grouped = True

    # What is shown

    @override
    def rows(self, plan: Plan, grouping: str) -> Iterable[Row]:
        return place_rows(plan, grouping)

    @override
    def is_empty(self, plan: Plan) -> bool:
        return not plan.places

    @override
    def outline(self, noun: str) -> Outline | None:
        return place_outline(self._deeds) if noun == "Place" else None

    @override
    def select(self, subject: Subject) -> bool:
        return self.choose_line(subject)

    # What can be done

    def _deeds(self, place: Place, plan: Plan) -> list[tuple[str, str, Callable[[], object]]]:
        return [(tr("Remove"), "trash", partial(self.remove, [Subject("Place", place.id)]))]

    @override
    def fill_several(self, menu: QMenu) -> None:
        marked = self._marked
        if len(marked) == 2:
            for stays, goes in (marked, marked[::-1]):
                words = tr("Make one of both: {place} stays", place=said(stays, "name"))
                menu.addAction(words).triggered.connect(partial(self._merge, stays, goes))
            menu.addSeparator()
        super().fill_several(menu)
        unused = self._unused
        if unused:
            words = trn("Remove the {count} that is not used", "Remove the {count} that are not used", len(unused))
            menu.addAction(words).triggered.connect(lambda _=False: self.remove(unused))

    @property
    def _marked(self) -> list[Place]:
        plan = self.workspace.plan
        found = [] if plan is None else [plan.get(Place, one.id) for one in self.table.marked_subjects]
        return [place for place in found if place is not None]

    @property
    def _unused(self) -> list[Subject]:
        """Those of the lines marked that nothing in this visit points to."""
        plan = self.workspace.plan
        used = {} if plan is None else uses_of(plan)
        return [subject for subject in self.table.marked_subjects if subject.id not in used]

    def _merge(self, stays: Place, goes: Place, _checked: bool = False) -> None:
        merge_into(self.workspace, stays, goes)

    @override
    def remove(self, subjects: Sequence[Subject]) -> None:
        gone = [subject.id for subject in subjects if subject.noun == "Place"]
        if gone and self.workspace.run(places.remove_several, gone):
            self.workspace.say(trn("{count} place removed.", "{count} places removed.", len(gone)), undo=True)

    # A new place

    @override
    def start_adding(self) -> None:
        plan = self.workspace.plan
        if plan is not None:
            panel = AddPanel(
                tr("New place"), [(Place, _PLACE)], self._add, near=plan.visit.first_day, button=tr("Add"),
                words=adding_words(),
            )  # fmt: skip
            self.show_adding(panel)

    def _add(self, given: Values, refused: Callable[[PlannerError], None]) -> None:
        plan = self.workspace.plan
        if plan is None:
            return
        values = dict(given[Place]) | {"zone": plan.visit.host_city.zone}
        self.workspace.run(
            places.add, values, refused=refused, done=lambda new: self.workspace.show(Subject("Place", new))
        )
