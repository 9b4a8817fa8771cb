"""What stands between two cities, on the page of settings: their partnership with its contacts, and the cities."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any

from typing_extensions import override

from planner.commands import records, visits
from planner.commands.knowncities import known_cities
from planner.commands.visits import CityChoice
from planner.language import screen_language, tr
from planner.language.dates import day_text
from planner.language.names import full_name, sort_key
from planner.language.terms import term
from planner.language.times import zone_text
from planner.model.cities import City, FormerName, Partnership, PartnershipContact
from planner.model.delegations import Delegation
from planner.model.kinds import Side
from planner.model.plan import Plan
from planner.model.visits import Visit
from planner.ui.inspector import Item, Parts, Pick, Section, Shown
from planner.ui.inspector.parts import PartList
from planner.ui.inspector.sheet import Sheet
from planner.ui.pages.welcome.citypicker import CityField
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.cards import Card
from planner.ui.widgets.words import city_name, listed, said

#: What the cards lay their fields out for: the left column of the page in the smallest window.
_ROOM = 560


class PlanCard(Card):
    """A card about the plan as a whole."""

    @abstractmethod
    def show_plan(self, plan: Plan) -> None:
        """Show what it is about as it is now."""


class DelegationsCard(PlanCard):
    """Who visits: the delegations, each named in both languages."""

    def __init__(self, workspace: Workspace, plan: Plan) -> None:
        super().__init__(tr("Delegations"))
        self._list = _parts_of_plan(workspace, plan, Parts(
            Delegation, "delegations", "", tr("Add a delegation"),
            (("name_en", "name_ja"), ("organisation_en", "organisation_ja"),
             Pick("city_id", _cities, tr("Comes from"), tr("no city named"), "place")),
            title=_delegation_title, add_by=_add_delegation,
        ))  # fmt: skip
        self.body.addWidget(self._list)

    @override
    def show_plan(self, plan: Plan) -> None:
        self._list.show_record(plan, plan, anew=False)


class PartnershipCard(PlanCard):
    """The agreement between the cities, and what a successor must know of it."""

    def __init__(self, workspace: Workspace, plan: Plan) -> None:
        super().__init__(tr("The partnership"))
        self._which = Sheet(
            workspace, Visit, (Pick("partnership_id", _partnerships, tr("This visit belongs to")),),
            near=plan.visit.first_day, room=_ROOM,
        )  # fmt: skip
        self._list = _parts_of_plan(workspace, plan, Parts(
            Partnership, "partnerships", "", tr("Add a partnership"), _partnership_items(),
            title=_partnership_title, add_by=_add_partnership,
        ))  # fmt: skip
        self.body.addWidget(self._which)
        self.body.addWidget(self._list)

    @override
    def show_plan(self, plan: Plan) -> None:
        # Which of them is the visit's is asked only where there is a choice.
        self._which.setVisible(len(plan.partnerships) > 1)
        self._which.show_record(plan.visit, plan, anew=False)
        self._list.show_record(plan, plan, anew=False)


class CitiesCard(PlanCard):
    """Which two cities the visit joins, and every city of the file with its names and time zone."""

    def __init__(self, workspace: Workspace, plan: Plan) -> None:
        super().__init__(tr("Cities"))
        self._workspace = workspace
        self._which = Sheet(
            workspace, Visit,
            ((Pick("home_city_id", _cities, tr("The guests come from")),
              Pick("host_city_id", _cities, tr("The visit takes place in"))),),
            near=plan.visit.first_day, room=_ROOM,
        )  # fmt: skip
        self._list = _parts_of_plan(
            workspace, plan, Parts(City, "cities", "", "", _city_items(), title=_city_title)
        )
        self.another = CityField(tr("Add a city"))
        self.another.committed.connect(self._add)
        self.body.setSpacing(10)
        self.body.addWidget(self._which)
        self.body.addWidget(self._list)
        self.body.addWidget(self.another)

    @override
    def show_plan(self, plan: Plan) -> None:
        self._which.show_record(plan.visit, plan, anew=False)
        self._list.show_record(plan, plan, anew=False)
        self.another.setEnabled(not self._workspace.is_read_only)

    def _add(self, city: CityChoice | None) -> None:
        if city is not None and self._workspace.run(visits.add_city, city):
            self.another.show_value(None)


def _parts_of_plan(workspace: Workspace, plan: Plan, told: Parts) -> PartList:
    """A list of what belongs to the plan itself, each one line that unfolds."""
    return PartList(workspace, told, near=plan.visit.first_day, special=False, room=_ROOM)


# Delegations


def _delegation_title(delegation: Delegation, plan: Plan) -> str:
    return listed([said(delegation, "name") or tr("Delegation"), said(delegation, "organisation")])


def _add_delegation(workspace: Workspace, plan: Any, done: Callable[[int], object]) -> None:
    """One more from the home city: a second school, the city's officials."""
    city = plan.visit.home_city
    values = {"visit_id": plan.visit.id, "city_id": city.id, "name_en": city.name_en, "name_ja": city.name_ja}
    workspace.run(records.add, "Delegation", values, done=done)


# Partnerships


def _partnership_items() -> tuple[Item, ...]:
    return (
        (Pick("us_city_id", _cities, tr("City in the US")), Pick("japan_city_id", _cities, tr("City in Japan"))),
        ("agreed_on", "reaffirmed"),
        ("signatories", "anniversaries"),
        ("organisation_us_en", "organisation_us_ja"),
        ("organisation_japan_en", "organisation_japan_ja"),
        ("languages", "hosting_rule"),
        ("paper_us", "paper_japan"),
        Parts(
            PartnershipContact, "contacts", "partnership_id", tr("Add a contact"),
            (
                ("name_en", "name_ja"), "name_kana", ("post_en", "post_ja"), ("phone", "email"), ("since", "until"),
                ("side", Pick("person_id", _people, tr("Known in this file as"), tr("nobody of the file"))),
            ),
            heading=tr("Contacts on both sides"), title=_contact_title, new=_next_side,
        ),
        Section(tr("Schools, rules, history"), ("sister_schools", "standing_rules", "history"), opened=False),
        "successor_notes",
    )  # fmt: skip


def _partnership_title(partnership: Partnership, plan: Plan) -> str:
    cities = f"{city_name(partnership.us_city)} – {city_name(partnership.japan_city)}"
    agreed = partnership.agreed_on
    since = "" if agreed is None else tr("since {day}", day=day_text(agreed, screen_language(), "plain"))
    return listed([cities, since])


def _partnerships(visit: Visit, plan: Plan) -> Iterable[tuple[Hashable, str]]:
    return [(each.id, _partnership_title(each, plan)) for each in plan.partnerships]


def _add_partnership(workspace: Workspace, plan: Any, done: Callable[[int], object]) -> None:
    """One between the visit's own cities; which ones it joins is chosen afterwards."""
    here = plan.visit.partnership
    values = {"us_city_id": here.us_city_id, "japan_city_id": here.japan_city_id}
    workspace.run(records.add, "Partnership", values, done=done)


def _contact_title(contact: PartnershipContact, plan: Plan) -> str:
    who = said(contact, "name") or tr("Name not known yet")
    return listed([who, said(contact, "post"), term(contact.side, screen_language())])


def _next_side(partnership: Partnership, plan: Plan) -> dict[str, Any]:
    """The side that has no contact yet."""
    sides = {contact.side for contact in partnership.contacts}
    return {"side": next((side for side in Side if side not in sides), Side.US)}


def _people(contact: PartnershipContact, plan: Plan) -> Iterable[tuple[Hashable, str]]:
    language = screen_language()
    people = sorted(plan.people, key=lambda person: sort_key(person, language))
    return [(person.id, full_name(person, language)) for person in people]


# Cities


def _city_items() -> tuple[Item, ...]:
    return (
        (Shown("name_en", strong=True), Shown("name_ja", strong=True)),
        ("region_en", "region_ja"),
        ("name_kana", "country"),
        Pick("zone", _zones),
        Parts(
            FormerName, "former_names", "city_id", tr("Add a former name"),
            (("name_en", "name_ja"), ("until", "remark")),
            heading=tr("Names before a merger, so that old lists still match"),
        ),
    )  # fmt: skip


def _city_title(city: City, plan: Plan) -> str:
    return listed([city_name(city) or tr("City"), said(city, "region")])


def _cities(record: Any, plan: Plan) -> Iterable[tuple[Hashable, str]]:
    return [(city.id, listed([city_name(city), said(city, "region")])) for city in plan.cities]


def _zones(city: City, plan: Plan) -> Iterator[tuple[Hashable, str]]:
    """Every zone of the two countries, as the list of cities has them, and the city's own."""
    zones = dict.fromkeys(sorted({known.zone for known in known_cities()} | {city.zone}))
    return ((zone, zone_text(zone, screen_language())) for zone in zones if zone)


#: What makes each card, by its noun, in the order of the page.
CARDS: Mapping[str, Callable[[Workspace, Plan], PlanCard]] = {
    "Delegation": DelegationsCard, "Partnership": PartnershipCard, "City": CitiesCard,
}  # fmt: skip
