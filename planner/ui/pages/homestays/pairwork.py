"""The matcher's answer as the page shows it: where everybody would be, how sure that is, and what is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from planner.language import say, screen_language, tr, trn
from planner.language.dates import days_text
from planner.language.names import family_word
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.progress import Progress
from planner.rules.nights import stretches
from planner.ui.boards.nights.scale import nights_from
from planner.ui.pages.homestays.spells import names_of
from planner.ui.widgets.words import listed

if TYPE_CHECKING:
    from planner.matching.homestays.proposal import Proposal, Unused, WithoutBed
    from planner.rules.homestays import Guest, Home


class Without(NamedTuple):
    """A family that drops out, and the first night on which it can no longer host."""

    household_id: int
    first: dt.date


class Away(NamedTuple):
    """A guest who needs no home after all, from a night to a night, both included."""

    member_id: int
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be paired: everything, or again from a night on, without families and guests."""

    since: dt.date | None = None
    without: tuple[Without, ...] = ()
    away: tuple[Away, ...] = ()

    @property
    def is_repair(self) -> bool:
        """Whether as few as can be are to move."""
        return self.since is not None or bool(self.without or self.away)


@dataclass(frozen=True, slots=True)
class Found:
    """What a pairing has come to, in the words of the screen.

    `missing` says of each guest without a bed what would help, `unused` of each home without a guest why; `told` are
    the people who have to be told, by the guest.
    """

    headline: str
    tone: str
    proof: tuple[str, ...] = ()
    missing: tuple[tuple[str, ...], ...] = ()
    unused: tuple[str, ...] = ()
    told: Mapping[int, str] = field(default_factory=dict)


def pair_plan(plan: Plan, question: Question, progress: Progress) -> Proposal:
    """Ask the matcher; for a thread. What it has so far comes back also when it is cancelled."""
    from planner.matching.homestays.proposing import propose

    away = {one.member_id: frozenset(nights_from(one.first, one.last)) for one in question.away}
    return propose(plan, progress, since=question.since, without=dict(question.without), away=away)


def found_of(proposal: Proposal, question: Question) -> Found:
    """Put the matcher's answer into words."""
    waiting = len(proposal.without)
    if proposal.cancelled:
        headline, tone = tr("Stopped: the best that was found until then"), "check"
    elif waiting:
        headline = trn("{count} guest has no bed on some nights", "{count} guests have no bed on some nights", waiting)
        tone = "check"
    else:
        headline, tone = tr("Best possible: everybody has a bed"), "good"
    return Found(
        headline, tone, tuple(_proof(proposal)), tuple(tuple(_missing(one)) for one in proposal.without),
        tuple(_unused(one) for one in proposal.unused),
        dict(_told(proposal)) if question.is_repair else {},
    )  # fmt: skip


def _proof(proposal: Proposal) -> Iterator[str]:
    if proposal.optimal and not proposal.cancelled:
        if any(one.aim.value == "kept" for one in proposal.reached):
            yield tr("Proved: no more nights can be given a bed, and no fewer guests can be moved for it.")
        else:
            yield tr("Proved: no more nights can be given a bed, nobody can move less, and no lowest score is higher.")
    else:
        yield tr("Not proved: the total may be up to {percent} % better.", percent=round(100 * proposal.gap, 1))
    yield tr("Found in {seconds} s", seconds=round(proposal.seconds, 1))


def _missing(one: WithoutBed) -> Iterator[str]:
    """For whom no bed was found, what would help, and what a flyer would say."""
    language = screen_language()
    nights = listed([days_text(first, last, language, year=False) for first, last in stretches(one.nights)])
    yield tr("{guest}: no bed on {nights}", guest=names_of(one.guest.member).whole, nights=nights)
    for way in one.ways:
        rules = " ".join(map(say, way.reasons)) or listed([say(Message.of(f"{rule}.name")) for rule in way.rules])
        homes = listed([family_word(home.household, language) for home in way.homes])
        yield tr("would do at {homes}, but: {rules}", homes=homes, rules=rules)
    if one.one_more_bed:
        yield tr("Wanted: {bed}", bed=say(one.wanted))


def _unused(one: Unused) -> str:
    name = family_word(one.home.household, screen_language())
    return tr("{name}: {reason}", name=name, reason=say(one.why))


def _told(proposal: Proposal) -> Iterator[tuple[int, str]]:
    """Whose nights are others than before, with the families they leave and those they come to."""
    language = screen_language()
    for guest in proposal.told:
        homes = _homes_concerned(proposal, guest)
        names = [family_word(home.household, language) for home in homes]
        yield guest.id, tr("{guest}, and: {families}", guest=names_of(guest.member).whole, families=listed(names))


def _homes_concerned(proposal: Proposal, guest: Guest) -> list[Home]:
    """Give the families whom a guest leaves, even if only for some nights, and those to whom they come."""
    was = {(one.household_id, one.first, one.last) for one in proposal.before if one.member_id == guest.id}
    will = {(one.home.id, one.first, one.last) for one in proposal.stays if one.guest.id == guest.id}
    changed = {household for household, _, _ in was ^ will}
    return [home for home in proposal.told_homes if home.id in changed]
