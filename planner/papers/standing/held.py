"""What a reader holds: the last issue of a paper, with each page's words and facts as they were handed out."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from planner.clock import WallTime, wall_at
from planner.model.plan import Plan
from planner.model.visits import CALENDAR, PaperIssue
from planner.papers.facts import Fact
from planner.papers.options import PageDigest, PaperOptions


class PaperKey(NamedTuple):
    """Which paper: what kind of document, for whom (`Reader.recipient`), in which language."""

    document: str
    recipient: str
    language: str


class Foot(NamedTuple):
    """What stands at the foot of a page: its number when it was printed, and of which version it is."""

    number: int
    version: int


@dataclass(frozen=True, slots=True)
class HeldPage:
    """A page in a reader's hands; `number` and `version` are those printed at its foot."""

    number: int
    version: int
    digest: str
    words: str = ""
    section: str = ""
    facts: tuple[Fact, ...] = ()

    @property
    def foot(self) -> Foot:
        """What stands at its foot."""
        return Foot(self.number, self.version)


def key_of(issue: PaperIssue) -> PaperKey:
    """Say which paper an issue is of."""
    return PaperKey(issue.document, issue.recipient, issue.language)


def held_papers(plan: Plan) -> dict[PaperKey, PaperIssue]:
    """Give the last issue of each paper that was handed out, in the order of the first ones; calendars are none."""
    held: dict[PaperKey, PaperIssue] = {}
    for issue in plan.visit.papers:
        if issue.document == CALENDAR:
            continue
        key = key_of(issue)
        if key not in held or _order(issue) >= _order(held[key]):
            held[key] = issue
    return held


def _order(issue: PaperIssue) -> tuple[int, dt.datetime, int]:
    return issue.version or 0, issue.issued_at, issue.id


def pages_held(issue: PaperIssue) -> tuple[HeldPage, ...]:
    """Give the pages that a reader holds by an issue."""
    kept = issue.shown if isinstance(issue.shown, dict) else {}
    told = _unpacked(kept["told"]) if kept.get("told") else [{} for _ in issue.pages]
    return tuple(
        _page({**page, **more}, number, issue.version or 1)
        for number, (page, more) in enumerate(zip(issue.pages, told, strict=True), start=1)
    )


def _page(kept: Mapping[str, Any], number: int, version: int) -> HeldPage:
    facts = tuple(_fact(*fact) for fact in kept.get("facts", ()))
    return HeldPage(
        int(kept.get("number", number)),
        int(kept.get("version", version)),
        str(kept.get("digest", "")),
        str(kept.get("words", "")),
        str(kept.get("section", "")),
        facts,
    )


def _fact(key: object, label: object, value: object, who: object = "", picture: object = "") -> Fact:
    """Read a fact back; the first files did not keep of whom it is told, and had no pictures."""
    return Fact(str(key), str(label), str(value), str(who), picture=str(picture))


def kept_pages(pages: Sequence[PageDigest], feet: Mapping[int, Foot]) -> list[dict[str, Any]]:
    """Write which pages there are as plain data, for `PaperIssue.shown`; `feet` says what stands at the foot of each,
    by its number now: a page that stayed while others came before it bears the number it had.
    """
    return [{**feet[page.number]._asdict(), "section": page.section, "digest": page.digest} for page in pages]


def kept_told(pages: Sequence[PageDigest]) -> str:
    """Write what pages say, packed: a plan is loaded with all issues after every change, and hardly ever asked this."""
    told = [
        {"words": page.words, "facts": [_kept(fact) for fact in page.facts]}
        for page in pages
    ]
    return b64encode(zlib.compress(json.dumps(told, ensure_ascii=False).encode(), 6)).decode()


def _kept(fact: Fact) -> list[str]:
    words = [fact.key, fact.label, fact.value, fact.who]
    return [*words, fact.picture] if fact.picture else words


def _unpacked(told: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(zlib.decompress(b64decode(told)))
    return found


def options_of(issue: PaperIssue, plan: Plan) -> PaperOptions:
    """Give the options with which an issue was printed: laid again with them, the same plan gives the same pages."""
    return PaperOptions(
        language=issue.language,
        paper=issue.paper.value,
        printed_at=printed_at(issue, plan),
        version=issue.version or 1,
        with_holes=True,
    )


def printed_at(issue: PaperIssue, plan: Plan) -> WallTime:
    """Give when an issue was printed, by the clock of the host city, as it stands at its foot."""
    kept = issue.shown.get("printed_at") if isinstance(issue.shown, dict) else None
    if isinstance(kept, dict):
        at = dt.datetime.fromisoformat(kept["local"])
        return WallTime(at.date(), at.time(), kept["zone"], kept["fold"])
    return wall_at(issue.issued_at.replace(tzinfo=dt.UTC), plan.visit.host_city.zone)


class PlanKept(NamedTuple):
    """Fingerprints of the plan from which a paper was printed: the whole, and what its reader was told of it."""

    whole: str
    seen: str


def plan_kept(issue: PaperIssue) -> PlanKept:
    """Give from which plan an issue was printed; of the first files nobody knows."""
    kept = issue.shown if isinstance(issue.shown, dict) else {}
    return PlanKept(str(kept.get("plan", "")), str(kept.get("seen", "")))


def kept_time(wall: WallTime) -> dict[str, Any]:
    """Write when a paper was printed as plain data, for `PaperIssue.shown`."""
    return {"local": wall.local.isoformat(), "zone": wall.zone, "fold": wall.fold}


def facts_of(pages: Sequence[HeldPage] | Sequence[PageDigest]) -> Iterator[tuple[str, int, Fact]]:
    """Give every fact with the section and the number of its page."""
    for page in pages:
        for fact in page.facts:
            yield page.section, page.number, fact
