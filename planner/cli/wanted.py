"""Which papers `print` means: those named, everyone's, or what has changed; and which of them have to wait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from planner.cli.held import held_label, held_name, label_of, name_for
from planner.cli.speech import progress
from planner.language import Pair, tr
from planner.language.readers import language_of
from planner.model.message import Message, PlannerError
from planner.model.plan import Plan
from planner.model.readers import Reader, reader_kept
from planner.model.sight import AudienceKind

if TYPE_CHECKING:  # it knows the documents, which only printing needs
    from planner.commands.printing import Wanted
    from planner.papers.document import Document


class PaperLanguage(StrEnum):
    """What a paper can be in."""

    ENGLISH = "en"
    JAPANESE = "ja"
    BOTH = "both"
    THEIRS = "theirs"


ALL = "all"
"""Names every document."""

# Whose papers are printed only if they, or everyone, are asked for.
_ASKED_FOR = (AudienceKind.PARTICIPANT, AudienceKind.HOST, AudienceKind.INTERPRETER, AudienceKind.CITY_HALL)


@dataclass(frozen=True, slots=True)
class Blocked:
    """A paper that may not be handed out yet, and what has to be mended before."""

    wanted: Wanted
    label: Pair
    name: Pair
    reasons: tuple[Message, ...]


def _documents(codes: Sequence[str] | None) -> list[Document]:
    """Give the documents of these codes; the itinerary if none is named. Raises `PlannerError` ``paper-unknown``."""
    from planner.papers.catalogue import document_of, documents

    if codes and ALL in codes:
        return list(documents())
    return [document_of(code) for code in dict.fromkeys(codes or ["itinerary"])]


def wanted_papers(
    plan: Plan,
    codes: Sequence[str] | None,
    readers: list[Reader] | None,
    language: PaperLanguage,
    paper: str,
    *,
    everyone: bool,
) -> list[Wanted]:
    """Say which papers are meant: of each document those named, everyone, or who is many in one if there is such.

    Raises `PlannerError` ``paper-not-theirs`` if none of the documents is for somebody who is named.
    """
    from planner.commands.printing import Wanted
    from planner.papers.catalogue import readers_of

    found: list[Wanted] = []
    for document in _documents(codes):
        each = readers_of(plan, document)
        if readers is not None:
            each = [one for one in each if one in readers]
        elif not everyone:
            each = [one for one in each if one.kind not in _ASKED_FOR] or each
        for reader in each:
            said = language_of(plan, reader) if language is PaperLanguage.THEIRS else language.value
            found.append(Wanted(document.code, reader, said, paper))
    missing = [reader for reader in readers or () if reader not in {one.reader for one in found}]
    # Of somebody who is both guest and interpreter, one of the two is enough.
    if missing and (not found or len(missing) == len(readers or ())):
        labels = [label_of(document) for document in _documents(codes)]
        raise PlannerError("paper-not-theirs", documents=labels, name=name_for(plan, missing[0]))
    return found


def changed_papers(
    plan: Plan, codes: Sequence[str] | None, readers: list[Reader] | None
) -> tuple[list[Wanted], list[Message]]:
    """Say of which papers pages have changed since they were handed out, those named or all; and which of them are to
    be taken back, since there is no such paper for who holds it any more.
    """
    from planner.commands.printing import Wanted
    from planner.papers.standing.reckoning import Reckoner, reader_of

    codes = None if codes is None else [document.code for document in _documents(codes)]
    found, back = [], []
    for one in Reckoner().standings(plan, progress(tr("Comparing papers"))):
        reader = reader_of(plan, one) if one.is_wanted else reader_kept(plan, one.key.recipient)
        if not one.is_old or (codes is not None and one.key.document not in codes):
            continue
        if readers is not None and reader not in readers:
            continue
        if one.is_wanted and reader is not None:
            paper = one.issue.paper.value
            changes = one.changes
            found.append(Wanted(one.key.document, reader, one.key.language, paper, only_changes=True, known=changes))
        else:
            back.append(Message.of("paper-take-back", document=held_label(one), name=held_name(plan, one)))
    return found, back


def first_ones_that_wait(plan: Plan, codes: Sequence[str] | None, readers: list[Reader] | None) -> list[Wanted]:
    """Give the papers that are kept from somebody who never had one, of documents that others were handed: they have
    missed all there is, and nothing they hold is out of date.
    """
    from planner.commands.printing import Wanted
    from planner.papers.catalogue import document_of
    from planner.papers.standing.held import held_papers
    from planner.papers.standing.reckoning import blocked_papers

    held = {(key.document, key.recipient) for key in held_papers(plan)}
    asked = {document for document, _ in held} if codes is None else {one.code for one in _documents(codes)}
    found = []
    for code, recipient in blocked_papers(plan, [document_of(code) for code in sorted(asked)]):
        reader = reader_kept(plan, recipient)
        if reader is not None and (code, recipient) not in held and (readers is None or reader in readers):
            found.append(Wanted(code, reader, language_of(plan, reader), plan.visit.paper.value))
    return found


def apart(plan: Plan, wanted: Sequence[Wanted]) -> tuple[list[Wanted], list[Blocked]]:
    """Part what may be printed from what has to wait."""
    from planner.papers.catalogue import document_of

    kept, blocked = [], []
    for one in wanted:
        document = document_of(one.document)
        if reasons := document.blocked(plan, one.reader):
            blocked.append(Blocked(one, label_of(document), name_for(plan, one.reader), reasons))
        else:
            kept.append(one)
    return kept, blocked
