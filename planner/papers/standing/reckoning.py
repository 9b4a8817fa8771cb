"""Which papers of whom are out of date: reckoned from the plan and what was handed out, in any thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Sized
from dataclasses import dataclass, field
from typing import TypeAlias

from planner.model.message import Message, PlannerError
from planner.model.plan import Plan
from planner.model.progress import Progress
from planner.model.readers import Reader
from planner.model.visits import PaperIssue
from planner.papers.catalogue import document_of, documents, reader_with, readers_of
from planner.papers.document import Document
from planner.papers.rendering import digests_of, redacted_for
from planner.papers.standing.comparing import Difference, difference
from planner.papers.standing.fingerprint import fingerprint
from planner.papers.standing.held import PaperKey, held_papers, options_of, pages_held, plan_kept

Tell: TypeAlias = Callable[[Sequence["Standing"]], None]
"""Takes what is known while the rest is still being compared."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one paper stands: the issue that its reader holds, and how today's differs from it.

    `is_wanted` is False where there would be no such paper any more: its reader is gone, or has no more use for it.
    """

    key: PaperKey
    issue: PaperIssue
    changes: Difference = field(default_factory=Difference)
    is_wanted: bool = True

    @property
    def is_old(self) -> bool:
        """Whether the reader should get something anew, or give the paper back."""
        return bool(self.changes) or not self.is_wanted


@dataclass(frozen=True, slots=True)
class _Known:
    """What was reckoned for an issue from a redacted plan of this fingerprint."""

    seen: str
    changes: Difference


@dataclass(slots=True)
class Reckoner:
    """Reckons how papers stand, and remembers: as long as nothing changes that a reader is told, nothing is laid out.

    It belongs to one file. A paper is laid out only where the plan as redacted for its reader differs both from the
    one it was printed from and from the one it was compared with last.
    """

    #: How many papers had to be laid out so far.
    laid_out: int = 0
    _known: dict[str, _Known] = field(default_factory=dict)

    def standings(self, plan: Plan, progress: Progress | None = None, tell: Tell | None = None) -> list[Standing]:
        """Say how every paper that was handed out stands. Raises `Cancelled` out of `progress`.

        `tell` is told what is known so far: first of all the papers that need not be laid out, then one by one.
        """
        held = held_papers(plan)
        whole = fingerprint(plan) if held else ""
        by_reader: dict[str, list[PaperKey]] = {}
        for key in held:
            by_reader.setdefault(key.recipient, []).append(key)
        found: dict[PaperKey, Standing] = {}
        waiting: list[list[PaperKey]] = []
        for keys in by_reader.values():
            seen = _Seen(plan)
            left = []
            for key in keys:
                _go_on(progress, found, held)
                standing = self._at_once(plan, whole, key, held[key], seen)
                if standing is None:
                    left.append(key)
                else:
                    found[key] = standing
            waiting += [left] if left else []
        for keys in waiting:
            seen = _Seen(plan)
            for key in keys:
                _go_on(progress, found, held)
                if tell is not None:
                    tell(list(found.values()))
                found[key] = self._compared(plan, key, held[key], seen)
        # Only what is held is remembered: a list of papers thrown away must not grow for ever.
        there = {issue.uid for issue in held.values()}
        self._known = {uid: known for uid, known in self._known.items() if uid in there}
        return [found[key] for key in held]

    def _at_once(self, plan: Plan, whole: str, key: PaperKey, issue: PaperIssue, seen: _Seen) -> Standing | None:
        """Say how a paper stands without laying it out; None if that cannot be said."""
        try:
            document = document_of(key.document)
            reader = reader_with(plan, document, key.recipient)
        except PlannerError:
            return Standing(key, issue, is_wanted=False)
        if not document.is_wanted(plan, reader):
            return Standing(key, issue, is_wanted=False)
        kept = plan_kept(issue)
        if kept.whole == whole:
            return Standing(key, issue)
        _, mark = seen.by(reader)
        if kept.seen == mark:
            return Standing(key, issue)
        known = self._known.get(issue.uid)
        return Standing(key, issue, known.changes) if known is not None and known.seen == mark else None

    def _compared(self, plan: Plan, key: PaperKey, issue: PaperIssue, seen: _Seen) -> Standing:
        """Lay a paper out and compare it with what its reader holds."""
        document = document_of(key.document)
        reader = reader_with(plan, document, key.recipient)
        redacted, mark = seen.by(reader)
        self.laid_out += 1
        laid = document.lay(redacted, reader, options_of(issue, redacted))
        changes = difference(pages_held(issue), digests_of(laid), document.sides)
        self._known[issue.uid] = _Known(mark, changes)
        return Standing(key, issue, changes)


def _go_on(progress: Progress | None, found: Sized, held: Sized) -> None:
    if progress is not None:
        progress(len(found), len(held))


def reader_of(plan: Plan, standing: Standing) -> Reader:
    """Give whose a paper is that is wanted. Raises `PlannerError` ``paper-recipient-unknown`` or ``paper-unknown``."""
    return reader_with(plan, document_of(standing.key.document), standing.key.recipient)


class _Seen:
    """The plan as its reader sees it, made when it is first asked for."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._made: tuple[Reader, Plan, str] | None = None

    def by(self, reader: Reader) -> tuple[Plan, str]:
        if self._made is None or self._made[0] != reader:
            redacted = redacted_for(self._plan, reader)
            self._made = (reader, redacted, fingerprint(redacted))
        return self._made[1:]


def blocked_papers(plan: Plan, wanted: Iterable[Document] | None = None) -> dict[tuple[str, str], tuple[Message, ...]]:
    """Give what has to be mended before papers may be handed out, by document and recipient; only where there is."""
    found = {}
    for document in documents() if wanted is None else wanted:
        for reader in readers_of(plan, document):
            reasons = document.blocked(plan, reader)
            if reasons:
                found[document.code, reader.recipient] = reasons
    return found


def out_of_date(standings: Sequence[Standing]) -> list[Standing]:
    """Give the papers that are to be printed again: those somebody still wants."""
    return [one for one in standings if one.is_wanted and one.is_old]
