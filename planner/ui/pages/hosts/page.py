"""Hosts: the families and what they offer; edited in the inspector."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, ClassVar

from typing_extensions import override

from planner.commands import hosts, records
from planner.language import tr, trn
from planner.model.households import Bed, HostOffer, Household, Resident
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.rules.left import guests_in_beds, hosting
from planner.ui.inspector import AddPanel, Outline
from planner.ui.inspector.adding import Values, adding_words
from planner.ui.pages.hosts.outlines import family_outline, offer_of
from planner.ui.pages.hosts.rows import HIDDEN, columns, family_rows, groupings
from planner.ui.pages.twolists import ALL, TwoListsPage
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.chips import Chip
from planner.ui.widgets.notice import EmptyState
from planner.ui.widgets.table import Row


class HostsPage(TwoListsPage):
    """The table of families with an offer for this visit, or of all the file knows."""

    KEY: ClassVar[str] = "hosts"

    def __init__(self, workspace: Workspace) -> None:
        empty = EmptyState(
            "hosts",
            tr("No families yet"),
            tr("Drop the spreadsheet of your host families’ sign-up form here, or add families by hand."),
            [(tr("Import a form"), lambda: workspace.show("import")), (tr("Add a family"), self.start_adding)],
        )
        which = [("visit", tr("This visit")), (ALL, tr("All families"))]
        super().__init__(workspace, tr("Hosts"), columns(), groupings(), empty, which, hidden=HIDDEN)
        self._beds = Chip("")
        self.header.add(self._beds)
        self.add_button.setText(tr("Add"))
        self.add_button.setAccessibleName(tr("Add a family"))

    # What is shown

    @override
    def rows(self, plan: Plan, grouping: str) -> Iterable[Row]:
        return family_rows(plan, grouping, everybody=self.shows_all)

    @override
    def is_empty(self, plan: Plan) -> bool:
        return not (plan.households if self.shows_all else plan.offers)

    @override
    def show_rows(self, plan: Plan) -> None:
        super().show_rows(plan)
        places = sum(guests_in_beds(offer.household) for offer in hosting(plan))
        self._beds.show_words(trn("{count} place for guests", "{count} places for guests", places))

    @override
    def outline(self, noun: str) -> Outline | None:
        return family_outline(self._deeds) if noun == "Household" else None

    @override
    def select(self, subject: Subject) -> bool:
        plan = self.workspace.plan
        home = None if plan is None else _home_of(plan, subject)
        if plan is None or home is None:
            return False
        shown = Subject("Household", home.id)
        if offer_of(home) is None and not self.shows_all:
            self.which.choose(ALL)
            self.show_rows(plan)
        return self.choose_line(shown)

    # What can be done

    def _deeds(self, home: Household, plan: Plan) -> list[tuple[str, str, Callable[[], object]]]:
        deeds: list[tuple[str, str, Callable[[], object]]] = []
        offer = offer_of(home)
        if offer is None:
            values = {"visit_id": plan.visit.id, "household_id": home.id}
            ask = partial(self.workspace.run, records.add, "HostOffer", values)
            deeds.append((tr("Offers beds for this visit"), "homestays", ask))
        else:
            deeds.append((tr("Remove from this visit"), "away", partial(self._remove_offer, offer)))
        deeds.append((tr("Remove from the file"), "trash", partial(self.remove, [Subject("Household", home.id)])))
        return deeds

    def _remove_offer(self, offer: HostOffer) -> None:
        if self.workspace.run(records.remove, "HostOffer", offer.id):
            self.workspace.say(tr("The family no longer hosts in this visit; the file still knows it."), undo=True)

    @override
    def remove(self, subjects: Sequence[Subject]) -> None:
        homes = [subject.id for subject in subjects if subject.noun == "Household"]
        if homes and self.workspace.run(hosts.remove_households, homes):
            words = trn("{count} family removed.", "{count} families removed.", len(homes))
            self.workspace.say(words, undo=True)

    # A new family

    @override
    def start_adding(self) -> None:
        plan = self.workspace.plan
        if plan is None:
            return
        panel = AddPanel(
            tr("New family"),
            [
                (Household, (("name_en", "name_ja"), ("town", "phone"), "email")),
                (HostOffer, (("status", "most_guests"), "takes")),
            ],
            self._add,
            near=plan.visit.first_day,
            button=tr("Add"),
            words=adding_words(),
        )
        self.show_adding(panel)

    def _add(self, given: Values, refused: Callable[[PlannerError], None]) -> None:
        plan = self.workspace.plan
        if plan is not None:
            self.workspace.run(
                hosts.add_household,
                plan.visit.id,
                given[Household],
                given[HostOffer],
                refused=refused,
                done=lambda home_id: self.workspace.show(Subject("Household", home_id)),
            )


def _home_of(plan: Plan, subject: Subject) -> Household | None:
    """The family that a thing belongs to."""
    if subject.noun == "Household":
        return plan.get(Household, subject.id)
    noun = {"Resident": Resident, "HostOffer": HostOffer, "Bed": Bed}.get(subject.noun)
    part: Any = None if noun is None else plan.get(noun, subject.id)
    return None if part is None else plan.get(Household, part.household_id)
