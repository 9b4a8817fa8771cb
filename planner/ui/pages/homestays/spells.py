"""Nights in a row of somebody in one bed, as bars: of the plan as it is, or as a proposal would have it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from planner.commands.stays import Lodging, lodging_of
from planner.language import other_language, screen_language, tr, trn
from planner.language.dates import days_text
from planner.language.names import called_name, family_word, full_name
from planner.language.terms import term
from planner.model.delegations import Member
from planner.model.homestays import Room
from planner.model.households import Bed, Household
from planner.model.kinds import StayKind
from planner.model.plan import Plan
from planner.model.programme import Place
from planner.rules.finding import Subject
from planner.ui.boards.nights.blocks import Bar, Names
from planner.ui.pages.homestays.lodging import bed_name, room_name
from planner.ui.widgets.words import listed, said


@dataclass(frozen=True, slots=True)
class Spell:
    """Nights of a member in one place. `look` is how a proposal shows it: new, moved or same; empty for the plan's."""

    key: Hashable
    member: Member
    lodging: Lodging
    first: dt.date
    last: dt.date
    locked: bool = False
    reason: str = ""
    look: str = ""
    note: str = ""
    score: str = ""
    problem: str = ""
    problem_words: str = ""

    @property
    def nights(self) -> int:
        """How many there are."""
        return (self.last - self.first).days + 1


def spells_of(plan: Plan) -> Iterator[Spell]:
    """Give the stays of a plan; one for the day only has no night, and so is none."""
    for stay in plan.stays:
        if stay.kind is not StayKind.DAY_VISIT:
            key = Subject("Stay", stay.id)
            yield Spell(key, stay.member, lodging_of(stay), stay.first_night, stay.last_night, stay.locked, stay.reason)


def bars_of(spells: Iterable[Spell], plan: Plan) -> dict[Lodging, list[Bar]]:
    """Give the bars by the bed or room they lie in."""
    mine: defaultdict[int, list[Spell]] = defaultdict(list)
    for spell in sorted(spells, key=lambda one: (one.first, one.last, one.member.id)):
        mine[spell.member.id].append(spell)
    found: defaultdict[Lodging, list[Bar]] = defaultdict(list)
    for own in mine.values():
        for number, spell in enumerate(own):
            following = own[number + 1] if number + 1 < len(own) else None
            found[spell.lodging].append(_bar(spell, plan, moved_in=number > 0, following=following))
    return found


#: The tone and the icon of a stay as a proposal shows it.
LOOKS = {"new": ("good", "plus"), "moved": ("chosen", "swap"), "same": ("", "")}


def _bar(spell: Spell, plan: Plan, *, moved_in: bool, following: Spell | None) -> Bar:
    tone, icon = LOOKS.get(spell.look, ("official" if spell.member.role.is_chaperone else "chosen", ""))
    signs = ((icon, icon), ("pin", spell.locked), ("cut", moved_in), ("flag", spell.problem == "accepted"))
    icons = tuple(name for name, shown in signs if shown)
    moves = following is not None and home_of(following.lodging) != home_of(spell.lodging)
    return Bar(
        spell.key, spell.first, spell.last, names_of(spell.member), tone, icons,
        onward=lodging_name(following.lodging, plan) if moves and following is not None else "",
        note=spell.note, score=spell.score, problem="wrong" if spell.problem == "wrong" else "",
        outlined=spell.look in ("new", "moved"),
        words=_words(spell, plan), movable=not spell.locked,
    )  # fmt: skip


def home_of(lodging: Lodging) -> Lodging:
    """Give the home or hotel alone, whichever bed or room there."""
    return lodging._replace(bed_id=None, room_id=None)


def names_of(member: Member) -> Names:
    """What a guest is called on a bar, in both scripts."""
    language = screen_language()
    other = other_language(language)
    person = member.person
    whole, called = full_name(person, language), called_name(person, language)
    whole_too, called_too = full_name(person, other), called_name(person, other)
    return Names(whole, whole_too if whole_too != whole else "", called, called_too if called_too != called else "")


def lodging_name(lodging: Lodging, plan: Plan) -> str:
    """What a home, a hotel or another place is called."""
    home, place = plan.get(Household, lodging.household_id), plan.get(Place, lodging.place_id)
    if home is not None:
        return family_word(home, screen_language())
    if place is not None:
        return said(place, "name")
    return tr("place not said yet") if lodging.kind is StayKind.HOME else term(lodging.kind, screen_language())


def lodging_words(lodging: Lodging, plan: Plan) -> str:
    """The same with the bed or the room."""
    bed, room = plan.get(Bed, lodging.bed_id), plan.get(Room, lodging.room_id)
    within = bed_name(bed) if bed is not None else room_name(room) if room is not None else ""
    return listed([lodging_name(lodging, plan), within])


def nights_words(first: dt.date, last: dt.date) -> str:
    """From which night to which, and how many."""
    count = (last - first).days + 1
    days = days_text(first, last, screen_language(), year=False)
    return trn("{days}, {count} night", "{days}, {count} nights", count, days=days)


def _words(spell: Spell, plan: Plan) -> str:
    names = names_of(spell.member)
    lines = [
        listed([names.whole, names.whole_too]),
        listed([lodging_words(spell.lodging, plan), nights_words(spell.first, spell.last)]),
        term(spell.member.role, screen_language()) if spell.member.role.is_chaperone else "",
        tr("Pinned: nothing moves this stay") if spell.locked else "",
        spell.reason,
        spell.note,
        spell.problem_words,
    ]
    return "\n".join(filter(None, lines))
