"""The matcher's answer as the page shows it: where everybody would be, how sure that is, and what is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.commands.pairing import placings_of
from planner.commands.stays import Placing
from planner.language import LANGUAGES, say, screen_language, tr, trn
from planner.language.dates import days_text
from planner.language.names import family_word
from planner.model.message import Message
from planner.model.plan import Plan
from planner.rules.nights import stretches
from planner.ui.boards.nights.scale import nights_from
from planner.ui.jobs import Progress
from planner.ui.pages.homestays.spells import names_of
from planner.ui.pages.people.words import listed

if TYPE_CHECKING:
    from planner.matching.homestays.proposal import Proposal, WithoutBed
    from planner.rules.homestays import Guest, Home


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be paired: everything, or again from a night on, without a family or a guest.

    `away` is a guest who needs no home from the night `since` to the night `until`, both included.
    """

    since: dt.date | None = None
    without: int | None = None
    away: int | None = None
    until: dt.date | None = None

    @property
    def is_repair(self) -> bool:
        """Whether as few as can be are to move."""
        return self.since is not None or self.without is not None or self.away is not None

    @property
    def nights_away(self) -> frozenset[dt.date]:
        """The nights on which the guest needs no home."""
        if self.away is None or self.since is None or self.until is None:
            return frozenset()
        return frozenset(nights_from(self.since, self.until))


@dataclass(frozen=True, slots=True)
class Found:
    """What a pairing has come to, in words made when it was found.

    `placings` are all stays in homes of the `members` it was about; `missing` says of each guest without a bed what
    would help; `told` are the people who have to be told; `flyer` asks new families for the beds that are missing,
    in both languages.
    """

    answer: Proposal
    placings: tuple[Placing, ...]
    members: frozenset[int]
    headline: str
    tone: str
    proof: tuple[str, ...] = ()
    missing: tuple[tuple[str, ...], ...] = ()
    told: tuple[str, ...] = ()
    flyer: str = ""


def pair_plan(plan: Plan, question: Question, progress: Progress) -> Found:
    """Ask the matcher; for a thread. What it has so far comes back also when it is cancelled."""
    from planner.matching.homestays.proposing import propose

    without = frozenset() if question.without is None else frozenset({question.without})
    away = {} if question.away is None else {question.away: question.nights_away}
    return found_of(propose(plan, progress, since=question.since, without=without, away=away), plan, question)


def found_of(proposal: Proposal, plan: Plan, question: Question) -> Found:
    """Put the matcher's answer into words."""
    placings = tuple(placings_of(proposal))
    members = {stay.guest.id for stay in proposal.stays} | {one.member_id for one in proposal.before}
    waiting = len(proposal.without)
    if proposal.cancelled:
        headline, tone = tr("Stopped: the best that was found until then"), "check"
    elif waiting:
        headline = trn("{count} guest has no bed on some nights", "{count} guests have no bed on some nights", waiting)
        tone = "check"
    else:
        headline, tone = tr("Best possible: everybody has a bed"), "good"
    told = tuple(_told(proposal)) if question.is_repair else ()
    return Found(
        proposal, placings, frozenset(members), headline, tone, tuple(_proof(proposal)),
        tuple(tuple(_missing(one)) for one in proposal.without), told, _flyer(proposal),
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
        rules = listed([say(Message.of(f"{rule}.name")) for rule in way.rules])
        homes = listed([family_word(home.household, language) for home in way.homes])
        yield tr("would do at {homes}, but: {rules}", homes=homes, rules=rules)
    if one.one_more_bed:
        yield tr("Wanted: {bed}", bed=say(one.wanted))


def _flyer(proposal: Proposal) -> str:
    """Word the beds that are missing for new families of either city: each language by itself."""
    wanted = [one.wanted for one in proposal.without if one.one_more_bed]
    return "\n\n".join("\n".join(say(bed, language) for bed in wanted) for language in LANGUAGES) if wanted else ""


def _told(proposal: Proposal) -> Iterator[str]:
    """Whose nights are others than before, with the families they leave and those they come to."""
    language = screen_language()
    for guest in proposal.told:
        homes = _homes_concerned(proposal, guest)
        names = [family_word(home.household, language) for home in homes]
        yield tr("{guest}, and: {families}", guest=names_of(guest.member).whole, families=listed(names))


def _homes_concerned(proposal: Proposal, guest: Guest) -> list[Home]:
    """Give the families whom a guest leaves, even if only for some nights, and those to whom they come."""
    was = {(one.household_id, one.first, one.last) for one in proposal.before if one.member_id == guest.id}
    will = {(one.home.id, one.first, one.last) for one in proposal.stays if one.guest.id == guest.id}
    changed = {household for household, _, _ in was ^ will}
    return [home for home in proposal.told_homes if home.id in changed]
