"""What the inspector shows of an activity and a leg."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any

from planner.clock import arrives_of, departs_of, ends_of, starts_of
from planner.language import screen_language, tr
from planner.language.names import full_name
from planner.language.terms import term
from planner.model.kinds import MealTime
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey, Meal
from planner.rules.left import travelling
from planner.ui.inspector import Outline, Own, Parts, Pick, Piece, Section, Shown, more
from planner.ui.inspector.outline import Deeds
from planner.ui.pages.programme.attendance import AttendancePiece
from planner.ui.pages.programme.ceremony import CeremonyPiece
from planner.ui.pages.programme.legs import PartyPiece, PassagePiece
from planner.ui.pages.programme.legs_moving import MovePiece
from planner.ui.pages.programme.moments import End, MomentPiece
from planner.ui.pages.programme.needs import NeedsPiece, needs_of
from planner.ui.pages.programme.places import PlacePiece
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.words import said

STARTS = End(Activity, "starts_on", "starts_at", "starts_fold", starts_of)
ENDS = End(Activity, "ends_on", "ends_at", "ends_fold", ends_of)
LEAVES = End(Journey, "departs_on", "departs_at", "departs_fold", departs_of)
ARRIVES = End(Journey, "arrives_on", "arrives_at", "arrives_fold", arrives_of)


def _moment(workspace: Workspace, end: End, near: dt.date, *, optional_day: bool) -> Piece:
    return MomentPiece(workspace, end, near, optional_day=optional_day)


def _when(end: End, near: dt.date, *, optional_day: bool = True) -> Own:
    return Own(partial(_moment, end=end, near=near, optional_day=optional_day))


def _place(field: str, label: str) -> Own:
    return Own(lambda workspace: PlacePiece(workspace, field, label))


def _meals(owner: str) -> Section:
    return Section(
        tr("Meals"),
        (
            Parts(
                Meal, "meals", owner, tr("Add a meal"),
                (("which", "provider"), "menu_en", "menu_ja", "contains"),
                title=_meal_words, new=_next_meal,
            ),
        ),
        note=lambda record, plan: str(len(record.meals)) if record.meals else "",
    )  # fmt: skip


def _needs(owner: str) -> Section:
    return Section(
        tr("Interpreting"),
        (Own(lambda workspace: NeedsPiece(workspace, owner)),),
        note=lambda record, plan: str(len(found)) if (found := needs_of(record, plan)) else "",
    )


def _meal_words(meal: Meal, plan: Plan) -> str:
    language = screen_language()
    parts = [term(meal.which, language), term(meal.provider, language)]
    menu = said(meal, "menu")
    return " · ".join([*parts, menu] if menu else parts)


def _next_meal(record: Any, plan: Plan) -> dict[str, Any]:
    """The first meal of the day that is not there yet."""
    there = {meal.which for meal in record.meals}
    return {"which": next((which for which in MealTime if which not in there), MealTime.LUNCH)}


def _zones(record: Any, plan: Plan) -> Iterator[tuple[str, str]]:
    """The zones to choose from: those of the two cities and of the places, by the cities they are named after."""
    from planner.language.times import zone_text

    visit = plan.visit
    zones = [visit.host_city.zone, visit.home_city.zone, *(place.zone for place in plan.places)]
    for own in ("zone", "departs_zone", "arrives_zone"):
        zones.append(getattr(record, own, ""))
    for zone in dict.fromkeys(filter(None, zones)):
        yield zone, zone_text(zone, screen_language())


def _leaders(record: Any, plan: Plan) -> Iterator[tuple[int, str]]:
    for member in travelling(plan):
        yield member.id, full_name(member.person, screen_language())


def _people(record: Any, plan: Plan) -> Iterator[tuple[int, str]]:
    for person in plan.people:
        yield person.id, full_name(person, screen_language())


def activity_outline(plan: Plan, deeds: Deeds) -> Outline:
    """The outline of an activity."""
    near = plan.visit.first_day
    return Outline(
        Activity,
        (
            Shown("title_en", strong=True, label=tr("Title, English")),
            Shown("title_ja", strong=True, label=tr("Title, Japanese")),
            ("kind", "status"),
            Section(
                tr("When"),
                (
                    _when(STARTS, near, optional_day=False),
                    _when(ENDS, near),
                    more(Pick("zone", _zones), "movable", ("buffer_before", "buffer_after")),
                ),
            ),
            Section(
                tr("Where"),
                (_place("place_id", tr("Place")), more(
                    "meeting_point_en", "meeting_point_ja", "meeting_at",
                    "dismissal_point_en", "dismissal_point_ja", "dismissal_at",
                )),
            ),
            Section(
                tr("Who"),
                (
                    Own(AttendancePiece),
                    more(Pick("leader_id", _leaders, tr("Led by"), tr("nobody yet")), "open_to_public"),
                ),
            ),
            _meals("activity_id"),
            _needs("activity_id"),
            Section(
                tr("Speeches and ceremony"),
                (Own(CeremonyPiece, parts="Speech"),),
                opened=False,
                note=lambda record, plan: str(len(record.speeches)) if record.speeches else "",
            ),
            Section(tr("Transport"), ("transport_en", "transport_ja"), opened=False),
            Section(
                tr("Wear, bring, weather"),
                ("dress_en", "dress_ja", "bring_en", "bring_ja", "outdoors", "rain_en", "rain_ja"), opened=False,
            ),
            Section(
                tr("Notes"),
                (
                    "notes_hosts_en", "notes_hosts_ja", "notes_guests_en", "notes_guests_ja", "notes_interpreters",
                    "notes_staff", "permission_slip", "risk",
                ),
                opened=False,
            ),
            Section(
                tr("To have ready"),
                ("equipment", "gifts", "press", ("contact", "contact_phone"), ("payer", "cost_code")), opened=False,
            ),
        ),
        title=lambda record, plan: said(record, "title"),
        chip=_activity_chip,
        deeds=deeds,
    )  # fmt: skip


def _activity_chip(record: Any, plan: Plan) -> tuple[str, str, str]:
    return term(record.kind, screen_language()), record.kind.value, record.kind.value


def journey_outline(plan: Plan, deeds: Deeds) -> Outline:
    """The outline of a leg."""
    near = plan.visit.first_day
    return Outline(
        Journey,
        (
            Shown("title_en", strong=True, label=tr("Title, English")),
            Shown("title_ja", strong=True, label=tr("Title, Japanese")),
            ("mode", "status"),
            ("carrier", "number"),
            Section(
                tr("Leaves"),
                (
                    _when(LEAVES, near, optional_day=False), _place("from_place_id", tr("Leaves from")),
                    Pick("departs_zone", _zones), more("departs_terminal", "check_in_minutes"),
                ),
            ),
            Section(
                tr("Arrives"),
                (
                    _when(ARRIVES, near), _place("to_place_id", tr("Arrives at")), Pick("arrives_zone", _zones),
                    Own(lambda workspace: PassagePiece()),
                    more("arrives_terminal", Pick("met_by_id", _people, tr("Met by"), tr("nobody yet"))),
                ),
            ),
            Section(tr("Who"), (Own(AttendancePiece), Own(PartyPiece), Own(MovePiece))),
            _meals("journey_id"),
            _needs("journey_id"),
            Section(tr("Booking"), ("booking", "seats", "baggage", "driver", "if_missed"), opened=False),
            Section(tr("Notes"), ("notes_guests_en", "notes_guests_ja", "notes_staff"), opened=False),
        ),
        title=lambda record, plan: said(record, "title") or f"{record.carrier} {record.number}".strip(),
        chip=lambda record, plan: (term(record.mode, screen_language()), "travel", "travel"),
        deeds=deeds,
    )  # fmt: skip
