"""Whose programme is looked at: everybody's, a group's or one person's; and which kinds of things."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import NamedTuple

from planner.agenda import Event
from planner.language import screen_language, tr
from planner.language.names import full_name, sort_key
from planner.model.attendance import may_take_part, travels
from planner.model.delegations import Group, Member
from planner.model.kinds import ActivityKind
from planner.model.plan import Plan
from planner.model.programme import Activity
from planner.rules.finding import Finding
from planner.rules.left import travelling
from planner.ui.pages.programme.lines import event_of
from planner.ui.shell.narrowed import Narrowed, on_day
from planner.ui.widgets.words import said


class Viewer(NamedTuple):
    """Whose programme it is: the noun ``"Group"`` or ``"Member"`` and its id; an empty noun is everybody."""

    noun: str = ""
    id: int = 0


EVERYBODY = Viewer()


def viewers(plan: Plan) -> list[tuple[Viewer, str]]:
    """Everyone whose programme can be looked at, with their words."""
    language = screen_language()
    found = [(EVERYBODY, tr("Everybody’s programme"))]
    found += [(Viewer("Group", group.id), said(group, "name") or group.letter) for group in in_order(plan.groups)]
    members = sorted(travelling(plan), key=lambda member: sort_key(member.person, language))
    found += [(Viewer("Member", member.id), full_name(member.person, language)) for member in members]
    return found


def in_order(groups: Iterable[Group]) -> list[Group]:
    """Give groups by their letters; those without one come last, by their names."""
    return sorted(groups, key=lambda group: (not group.letter, group.letter, said(group, "name"), group.id))


def names_of(plan: Plan) -> tuple[object, ...]:
    """What `viewers` depends on: as long as it is the same, so are they."""
    members = tuple((member.id, travels(member), *_name(member)) for member in plan.members)
    return members, tuple((group.id, group.letter, group.name_en, group.name_ja) for group in plan.groups)


def _name(member: Member) -> tuple[object, ...]:
    person = member.person
    return (
        person.family_name, person.given_name, person.family_name_ja, person.given_name_ja,
        person.family_name_kana, person.given_name_kana, person.family_name_first,
    )  # fmt: skip


def shown_to(plan: Plan, viewer: Viewer, hidden: set[ActivityKind]) -> Callable[[Event], bool]:
    """What is to be shown: what the viewer takes part in, less the kinds that are hidden."""
    member = next((one for one in plan.members if viewer == Viewer("Member", one.id)), None)

    def shows(event: Event) -> bool:
        kind = event.kind if isinstance(event, Activity) else ActivityKind.TRAVEL
        if kind in hidden:
            return False
        if member is not None:
            return may_take_part(member, event)
        if viewer.noun == "Group":
            return event.everyone or any(link.group_id == viewer.id for link in event.group_links)
        return True

    return shows


def found_for(findings: Iterable[Finding], plan: Plan, viewer: Viewer) -> list[Finding]:
    """Give what is found in the viewer's own programme: for them, at an event that is theirs, or in the whole visit."""
    if viewer == EVERYBODY:
        return list(findings)
    shows, members = shown_to(plan, viewer, set()), _members(plan, viewer)

    def is_theirs(finding: Finding) -> bool:
        events = [event for subject in finding.subjects if (event := event_of(plan, subject)) is not None]
        if finding.who or not events:
            named = {one.id for one in finding.subjects if one.noun == "Member"}.union(finding.who)
            return bool(members & named) or (not named and finding.subject.noun == "Visit")
        return all(map(shows, events))

    return [finding for finding in findings if is_theirs(finding)]


def narrowed_to(plan: Plan, day: dt.date, viewer: Viewer) -> Narrowed:
    """Narrow the list of findings to a day as the viewer has it, as the badge of that day counts them."""
    whole = on_day(day)
    if viewer == EVERYBODY:
        return whole

    def keep(findings: Iterable[Finding], plan: Plan) -> list[Finding]:
        return found_for(whole.keep(findings, plan), plan, viewer)

    words = dict(viewers(plan)).get(viewer, "")
    return Narrowed(" · ".join(filter(None, (whole.words, words))), keep)


def _members(plan: Plan, viewer: Viewer) -> set[int]:
    if viewer.noun == "Member":
        return {viewer.id}
    return {one.member_id for group in plan.groups if group.id == viewer.id for one in group.memberships}
