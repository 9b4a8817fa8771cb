"""How much is left to do on each page, for the badges in the rail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from planner.language import screen_language, tr, trn
from planner.language.marking import N_plural
from planner.language.speaking import speaker
from planner.rules.finding import Finding, FindingKind, Severity, standing
from planner.ui.shell.places import HOMES
from planner.ui.widgets.words import listed

_ORDER = tuple(Severity)

#: The page on which findings of a kind are mended, where it is not their subject's own.
_PAGES = {FindingKind.BEDS: "homestays", FindingKind.HOMES: "homestays"}

_COUNTED: Final = {
    FindingKind.BEDS: N_plural("{count} without a bed", "{count} without a bed"),
    FindingKind.HOMES: N_plural("{count} about homestays", "{count} about homestays"),
    FindingKind.INTERPRETING: N_plural("{count} about interpreting", "{count} about interpreting"),
    FindingKind.CLEARANCES: N_plural("{count} about clearances", "{count} about clearances"),
    FindingKind.GROUPS: N_plural("{count} about squads and groups", "{count} about squads and groups"),
    FindingKind.TIME: N_plural("{count} about times", "{count} about times"),
    FindingKind.JOURNEYS: N_plural("{count} about journeys", "{count} about journeys"),
    FindingKind.PEOPLE: N_plural("{count} about people", "{count} about people"),
    FindingKind.FOOD: N_plural("{count} about meals", "{count} about meals"),
    FindingKind.PLACES: N_plural("{count} about places", "{count} about places"),
    FindingKind.REVIEW: N_plural("{count} to review", "{count} to review"),
    FindingKind.ESSENTIALS: N_plural("{count} where something is missing", "{count} where something is missing"),
}


@dataclass(slots=True)
class Badge:
    """What is counted on a page: how many things of each kind, and how bad the worst is."""

    worst: Severity = Severity.NOTE
    kinds: Counter[FindingKind] = field(default_factory=Counter)
    #: Papers that are out of date: no rule finds these.
    papers: int = 0

    @property
    def count(self) -> int:
        """How many things are left to do."""
        return self.kinds.total() + self.papers

    def words(self, page: str) -> str:
        """Say what is counted: "People: 12 about squads and groups, 3 to review"; the name alone for nothing."""
        if not self.count:
            return page
        say = speaker(screen_language())
        told = [say.words(_COUNTED[kind], count=count) for kind, count in self.kinds.most_common()]
        if self.papers:
            told.append(trn("{count} paper out of date", "{count} papers out of date", self.papers))
        return tr("{label}: {words}", label=page, words=listed(told))


def badges(findings: Sequence[Finding], old_papers: int = 0) -> Mapping[str, Badge]:
    """For each page's key what is left to do there. Notes do not count, nor what was accepted."""
    found: dict[str, Badge] = {}
    if old_papers:
        found["papers"] = Badge(Severity.WARN, papers=old_papers)
    for finding in standing(findings):
        page = _PAGES.get(finding.kind) or HOMES.get(finding.subject.noun)
        if page is not None and finding.severity != Severity.NOTE:
            badge = found.setdefault(page, Badge())
            badge.kinds[finding.kind] += 1
            badge.worst = min(badge.worst, finding.severity, key=_ORDER.index)
    return found
