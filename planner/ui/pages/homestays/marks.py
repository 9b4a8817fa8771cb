"""What the rules find in stays, as marks on their bars: rules that are broken, or were set aside for a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planner.language import say, tr
from planner.rules.finding import Finding, Severity, Subject
from planner.ui.pages.homestays.spells import Spell


@dataclass(frozen=True, slots=True)
class Mark:
    """`problem` is wrong while a hard rule is broken, accepted where somebody set it aside; `words` say it all."""

    problem: str
    words: str


def marks_of(findings: Iterable[Finding], spells: Iterable[Spell]) -> Mapping[Subject, Mark]:
    """Give the marks of stays by their subjects."""
    stays: dict[Subject, list[Finding]] = {}
    by_home: dict[tuple[int, int], list[Subject]] = {}
    for spell in spells:
        if isinstance(spell.key, Subject) and spell.lodging.household_id is not None:
            by_home.setdefault((spell.member.id, spell.lodging.household_id), []).append(spell.key)
    for finding in findings:
        if finding.severity is not Severity.BLOCK:
            continue
        for subject in dict.fromkeys(_stays_of(finding, by_home)):
            stays.setdefault(subject, []).append(finding)
    return {subject: _mark(found) for subject, found in stays.items()}


def _stays_of(finding: Finding, by_home: Mapping[tuple[int, int], list[Subject]]) -> Iterable[Subject]:
    """Which stays a finding is about: those it names, else those of its people in the homes it names."""
    named = [subject for subject in finding.subjects if subject.noun == "Stay"]
    yield from named
    homes = [subject.id for subject in finding.subjects if subject.noun == "Household"]
    if not named:
        for member in finding.who:
            for home in homes:
                yield from by_home.get((member, home), ())


def _mark(findings: list[Finding]) -> Mark:
    standing = [one for one in findings if one.accepted is None]
    lines = [say(one.figures) for one in standing]
    for one in findings:
        if one.accepted is not None:
            accepted = one.accepted
            reason = tr("Accepted by {name}: {reason}", name=accepted.who, reason=accepted.reason)
            lines.append(f"{say(one.figures)} {reason}")
    return Mark("wrong" if standing else "accepted", "\n".join(lines))
