"""When a host family takes its guests to the group and fetches them, as rows of its programme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from planner.agenda import Agenda
from planner.agenda.runs import Outing, outings_of
from planner.clock import WallTime
from planner.language.names import called_name
from planner.model.delegations import Member
from planner.model.households import Household
from planner.model.programme import Activity, Place
from planner.papers.itinerary.at_home import guests_of
from planner.papers.itinerary.upright import Extra
from planner.papers.itinerary.wording import Wording


@dataclass(frozen=True, slots=True)
class _Drive:
    """One way: when to be where, and whether it goes there, fetches, or is only the way home of all together."""

    at: WallTime
    title: str
    words: str


def drives(home: Household, wording: Wording) -> dict[dt.date, list[Extra]]:
    """Give a family's drives by day, in the language of the wording; guests who go together are one drive."""
    plan = wording.schedule.plan
    guests = guests_of(plan, home)
    outings = outings_of(Agenda(plan))
    together: dict[_Drive, list[Member]] = {}
    for member in guests:
        for outing in outings.get(member.id, ()):
            for drive in _of_outing(outing, home, wording):
                together.setdefault(drive, []).append(member)
    found: dict[dt.date, list[Extra]] = {}
    for drive, members in together.items():
        some = members if len(members) < len(guests) else []
        names = wording.listed([called_name(member.person, wording.language) for member in some])
        lines = "\n".join(filter(None, (names, drive.words)))
        extra = Extra(drive.at, None, drive.title, lines, icon="car", is_tinted=True)
        found.setdefault(drive.at.on, []).append(extra)
    return found


def _of_outing(outing: Outing, home: Household, wording: Wording) -> Iterator[_Drive]:
    here, first, last = wording.speaker, outing.first, outing.last
    if outing.home_before is not None and outing.home_before.id == home.id:
        place = first.from_place
        bring = wording.pick(first.activity.bring_en, first.activity.bring_ja) if first.activity else ""
        title = _at(here.tr("Drop-off"), _point(first.activity, place, wording, meeting=True), wording)
        yield _Drive(outing.be_there, title, "\n".join(filter(None, (wording.address(place), wording.begun(bring)))))
    if outing.home_after is not None and outing.home_after.id == home.id and outing.over is not None:
        if outing.with_families:
            yield _Drive(outing.over, here.tr("Home together"), "")
            return
        place = last.to_place
        title = _at(here.tr("Pick-up"), _point(last.activity, place, wording, meeting=False), wording)
        yield _Drive(outing.over, title, wording.address(place))


def _at(what: str, where: str, wording: Wording) -> str:
    return wording.listed([what, where]) if wording.language == "en" else "\uff1a".join(filter(None, (what, where)))


def _point(activity: Activity | None, place: Place | None, wording: Wording, *, meeting: bool) -> str:
    """Name where to bring or fetch somebody: the point that is said, else the place."""
    said = wording.point(activity, meeting=meeting) if activity is not None else ""
    return said or wording.end(place)
