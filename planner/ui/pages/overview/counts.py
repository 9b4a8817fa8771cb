"""What is left to do, as cards: a number, whom it is about, how far it is, and the page it leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from planner.language import Pair, say, screen_language, tr, tr_in, trn
from planner.language.dates import days_text
from planner.language.figures import comma_list
from planner.language.names import called_name, family_word, full_name
from planner.language.nouns import noun
from planner.model.delegations import Member
from planner.model.households import Resident
from planner.model.interpreting import Need
from planner.model.plan import Plan
from planner.rules.clearances import adults_of, adults_to_clear
from planner.rules.finding import Finding, FindingKind, Subject, standing
from planner.rules.interpreting.cover import needs_lacking
from planner.rules.left import (
    Bedless,
    are_squads,
    events_of,
    guests_without_bed,
    members_in_no_group,
    standing_needs,
    travelling,
)
from planner.rules.nights import stretches
from planner.ui.widgets.words import listed, said

Thing = TypeVar("Thing")

#: How many names a card tells before "and so on".
_NAMES = 3


@dataclass(frozen=True, slots=True)
class Left:
    """One kind of thing left to do. `page` is a page's key; `share` how much of it is done, 0 to 1."""

    count: int
    what: str
    details: str
    page: str
    tone: str = "check"
    icon: str = "warn"
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Papers:
    """Papers in people's hands: whose are out of date, by name, one for each paper, and how many there are in all."""

    old: tuple[str, ...] = ()
    whole: int = 0


def left_to_do(plan: Plan, findings: Sequence[Finding], papers: Papers = Papers()) -> list[Left]:
    """Everything that is left, the most pressing first; what is done or was accepted is not in it."""
    unsettled = standing(findings)
    done = {(one.kind, subject) for one in findings if one.accepted is not None for subject in one.subjects}

    def open_(kind: FindingKind, things: Iterable[Thing], subject: Callable[[Thing], Subject]) -> list[Thing]:
        return [thing for thing in things if (kind, subject(thing)) not in done]

    makers: tuple[Callable[[], Left], ...] = (
        lambda: _beds(
            plan, open_(FindingKind.BEDS, guests_without_bed(plan), lambda one: Subject("Member", one.member.id))
        ),
        lambda: _interpreting(
            plan, open_(FindingKind.INTERPRETING, needs_lacking(plan), lambda one: Subject("Need", one.id))
        ),
        lambda: _clearances(
            plan, open_(FindingKind.CLEARANCES, adults_to_clear(plan), lambda one: Subject("Resident", one.id))
        ),
        lambda: _groups(
            plan, open_(FindingKind.GROUPS, members_in_no_group(plan), lambda one: Subject("Member", one.id))
        ),
        lambda: _papers(papers),
        lambda: _review(plan, unsettled),
        lambda: _essentials(plan, unsettled),
    )
    return [left for make in makers if (left := make()).count]


def names(words: Sequence[str], *, people: int | None = None) -> str:
    """The first few names, and how many more there are.

    `people` says that they are people, and how many there are after those named: Japanese counts people by a word of
    its own, and one entry may stand for several of them.
    """
    shown = listed(words[:_NAMES])
    if len(words) <= _NAMES:
        return shown
    if people is None:
        return tr("{names} and {count} more", names=shown, count=len(words) - _NAMES)
    return tr_in("people", "{names} and {count} more", names=shown, count=people)


def _people(words: Sequence[str]) -> str:
    return names(words, people=len(words) - _NAMES)


def _share(left: int, whole: int) -> float | None:
    return 1 - left / whole if whole else None


def _beds(plan: Plan, bedless: Sequence[Bedless]) -> Left:
    none = [each for each in bedless if each.has_none]
    some = [each for each in bedless if not each.has_none]
    language = screen_language()
    details = []
    if none:
        details.append(
            trn("{count} has none", "{count} have none", len(none))
            if some
            else _people([called_name(each.member.person, language) for each in none])
        )
    for each in some[:2]:
        nights = listed(days_text(*run, language, year=False) for run in stretches(each.nights))
        name = called_name(each.member.person, language)
        details.append(tr("{name} lacks {nights}", name=name, nights=nights))
    whole = len(travelling(plan))
    words = trn(
        "guest without a bed on some night", "guests without a bed on some night", len(bedless)
    )
    return Left(len(bedless), words, listed(details), "homestays", share=_share(len(bedless), whole))


def _interpreting(plan: Plan, needs: Sequence[Need]) -> Left:
    whole, events = events_of(standing_needs(plan)), events_of(needs)
    titles = [said(event, "title") for event in events]
    words = trn("activity needs an interpreter", "activities need interpreters", len(events))
    share = _share(len(events), len(whole))
    return Left(len(events), words, names(titles), "interpreters", share=share)


def _clearances(plan: Plan, to_clear: Sequence[Resident]) -> Left:
    whole = adults_of(plan)
    language = screen_language()
    entries, counts = [], []
    for _, group in groupby(to_clear, lambda resident: resident.household.id):
        residents = list(group)
        counts.append(len(residents))
        family = family_word(residents[0].household, language)
        entries.append(
            full_name(residents[0].person, language)
            if len(residents) == 1
            else tr("{count} at {family}", count=len(residents), family=family)
        )
    words = trn("adult to clear", "adults to clear", len(to_clear))
    share = _share(len(to_clear), len(whole))
    return Left(len(to_clear), words, names(entries, people=sum(counts[_NAMES:])), "hosts", share=share)


def _groups(plan: Plan, loose: Sequence[Member]) -> Left:
    whole = [member for member in travelling(plan) if not member.role.is_chaperone]
    groups = sorted(group.letter or said(group, "name") for group in plan.groups)
    if len(loose) == len(whole):
        details = tr("nobody said who is in {groups}", groups=_or(groups))
    else:
        details = _people([called_name(member.person, screen_language()) for member in loose])
    if are_squads(plan):
        words = trn("guest in no squad", "guests in no squad", len(loose))
    else:
        words = trn("guest in no group", "guests in no group", len(loose))
    return Left(len(loose), words, details, "people", share=_share(len(loose), len(whole)))


def _or(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return tr("{some} or {last}", some=comma_list(words[:-1], screen_language()), last=words[-1])


def _name(finding: Finding) -> str:
    name = finding.figures.figures.get("name")
    return name.said_in(screen_language()) if isinstance(name, Pair) else noun(finding.subject.noun)


def _lack(finding: Finding) -> str:
    """Whose record it is and what it lacks: "Hall (Beds)"; of the visit itself, or of many, only what."""
    if finding.code == "essentials-no-duty-phone":
        return tr("duty phone of the visit")
    if finding.code == "readings-missing":
        return tr("how names are read")
    fields = listed(say(each) for each in finding.figures.figures["fields"])
    return tr("{name} ({fields})", name=_name(finding), fields=fields)


def _papers(papers: Papers) -> Left:
    words = trn("paper out of date", "papers out of date", len(papers.old))
    # Somebody may hold several: each is named once.
    details = names(list(dict.fromkeys(papers.old)))
    return Left(len(papers.old), words, details, "papers", share=_share(len(papers.old), papers.whole))


def _review(plan: Plan, findings: Sequence[Finding]) -> Left:
    found = [finding for finding in findings if finding.kind == FindingKind.REVIEW]
    files = list(dict.fromkeys(str(finding.figures.figures.get("file", "")) for finding in found))
    words = trn("answer to review", "answers to review", len(found))
    share = _share(len(found), len(plan.review_items))
    return Left(len(found), words, names(files), "findings", share=share)


def _essentials(plan: Plan, findings: Sequence[Finding]) -> Left:
    found = [finding for finding in findings if finding.kind == FindingKind.ESSENTIALS]
    whole = len(plan.members) + len(plan.offers) + len(plan.activities) + len(plan.interpreters) + 1
    words = trn("record lacks something", "records lack something", len(found))
    titles = [_lack(finding) for finding in found]
    share = _share(len(found), whole)
    return Left(len(found), words, names(titles), "findings", tone="grey", icon="note", share=share)
