"""Why a home has no guest in a pairing: nobody can live there, or nobody needs it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from planner.matching.homestays.building import Built
from planner.matching.homestays.proposal import ProposedStay, Unused
from planner.model.message import Message
from planner.rules.finding import Severity
from planner.rules.homestays import Home, Verdict

_MOST_RULES = 2
"""So many rules are told, those that keep most guests out."""


def unused_homes(built: Built, stays: Iterable[ProposedStay], *, helped: bool) -> Iterator[Unused]:
    """Give the homes without a guest, each with the reason; `helped`: those that only help out were asked too."""
    used = {stay.home.id for stay in stays}
    for home in built.homestays.homes:
        if home.id not in used:
            yield Unused(home, _why(built, home, helped=helped))


def _why(built: Built, home: Home, *, helped: bool) -> Message:
    if not built.hosts(home):
        return Message.of("home-unused-away")
    verdicts = [verdict for verdict in built.verdicts_of(home) if verdict.guest.nights & built.open]
    possible = [one for one in verdicts if one.mask & built.hosts(home) & built.open]
    if not possible:
        rules = [rule for rule, _ in _in_the_way(verdicts).most_common(_MOST_RULES)]
        return Message.of("home-unused-nobody", rules=[Message.of(f"{rule}.name") for rule in rules])
    code = "home-unused-backup" if home.is_backup and not helped else "home-unused-not-needed"
    return Message.of(code, count=len(possible))


def _in_the_way(verdicts: Iterable[Verdict]) -> Counter[str]:
    """Count how many guests each rule keeps out."""
    return Counter(
        rule
        for verdict in verdicts
        for rule in sorted({one.code for one in verdict.obstacles if one.severity is Severity.BLOCK})
    )
