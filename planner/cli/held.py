"""`print --list` and `print --held`: which papers there are, and who holds which version of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.cli.speech import progress, tell, tell_program
from planner.language import N_, Pair, screen_language, speaker, tr, tr_in, trn
from planner.language.dates import day_text
from planner.language.figures import in_brackets
from planner.language.readers import name_of
from planner.model.kinds import PaperWay
from planner.model.plan import Plan
from planner.model.readers import Reader, reader_kept
from planner.storage import PlannerFile

if TYPE_CHECKING:  # it knows the documents, which only printing needs
    from planner.model.visits import PaperIssue
    from planner.papers.document import Document
    from planner.papers.standing.reckoning import Standing

_MOST_NEWS = 3
"""So many reasons stand under a paper that is out of date; the others are counted."""


def label_of(document: Document) -> Pair:
    """Name a document in both languages."""
    return Pair(*(speaker(language).words(document.label) for language in ("en", "ja")))


def name_for(plan: Plan, reader: Reader) -> Pair:
    """Name a reader in both languages."""
    return Pair(*(name_of(plan, reader, language) for language in ("en", "ja")))


# Which papers there are


def list_documents(file: Path, *, as_json: bool) -> None:
    """List the documents: for how many each is, how many were made, how they left, and how many are out of date."""
    with PlannerFile.open(file, read_only=True) as planner_file:
        found = list(_documents(planner_file.plan))
    if as_json:
        tell_program({"documents": found})
        return
    here = speaker(screen_language())
    for one in found:
        counts = trn("for {count} reader", "for {count} readers", one["readers"])
        stand = [tr(words, count=one[key]) for key, words in _STAND.items() if one[key]]
        joined = (", " if here.language == "en" else "・").join(stand)
        counts = tr("{words}; {stand}", words=counts, stand=joined) if joined else counts
        tell(f"{one['document']:<18} {one['name'][here.language]}{in_brackets(counts, here.language)}")


_STAND = {
    "saved": N_("saved {count}"),
    "printed": N_("printed {count}"),
    "handed_out": N_("handed out {count}"),
    "out_of_date": N_("out of date {count}"),
}
"""How papers of one kind stand, in the order of their lives: each is counted once as what has become of it last."""


def _how(issue: PaperIssue) -> str:
    """Say what has become of a paper: a file that was saved is in nobody's hands until somebody has noted it."""
    if issue.handed_out_at is not None:
        return "handed_out"
    return "printed" if issue.way is PaperWay.PRINTED else "saved"


def _documents(plan: Plan) -> Iterator[dict[str, Any]]:
    from planner.papers.catalogue import documents, readers_of
    from planner.papers.standing.reckoning import Reckoner

    standings = Reckoner().standings(plan)
    for document in documents():
        held = [one for one in standings if one.key.document == document.code]
        yield {
            "document": document.code,
            "name": label_of(document)._asdict(),
            "for": [kind.value for kind in document.kinds],
            "readers": len(readers_of(plan, document)),
            **{how: sum(_how(one.issue) == how for one in held) for how in ("saved", "printed", "handed_out")},
            "out_of_date": sum(one.is_wanted and one.is_old for one in held),
        }


# Who holds which version


def list_held(file: Path, *, as_json: bool) -> None:
    """List every paper that was handed out: whose, which version, since when, and what is new since."""
    from planner.papers.standing.reckoning import Reckoner

    with PlannerFile.open(file, read_only=True) as planner_file:
        plan = planner_file.plan
        standings = Reckoner().standings(plan, progress(tr("Comparing papers")))
    if as_json:
        tell_program({"held": [_for_program(plan, one) for one in standings]})
        return
    if not standings:
        tell(tr("No paper has been made yet"))
    for one in standings:
        tell(*_said(plan, one))


def _said(plan: Plan, standing: Standing) -> Iterator[str]:
    from planner.papers.standing.saying import news_said_in

    language = screen_language()
    issue, label, name = standing.issue, held_label(standing), held_name(plan, standing)
    made = day_text(issue.issued_at.replace(tzinfo=dt.UTC).astimezone().date(), language, "short")
    version = tr("version {version} of {day}", version=issue.version or 1, day=made)
    state = _state(standing)
    if state == "out_of_date":
        count = len(standing.changes.put_in)
        words = trn("{count} page out of date", "{count} pages out of date", count)
    else:
        words = tr("up to date") if state == "current" else tr("to be given back")
    yield tr("{document} – {name} [{language}]: {version}; {state}", document=label, name=name,
             language=standing.key.language, version=version, state=words)  # fmt: skip
    news = news_said_in(plan, standing, language) if standing.is_wanted else []
    for one in news[:_MOST_NEWS]:
        yield "    " + tr("{label}: {was} → {now}", label=one.label or tr_in("slip", "Wording"), was=one.was or "–",
                          now=one.now or "–")  # fmt: skip
    more = len(news) - _MOST_NEWS
    if more > 0:
        yield "    " + trn("and {count} more change", "and {count} more changes", more)


def _for_program(plan: Plan, standing: Standing) -> dict[str, Any]:
    issue, changes = standing.issue, standing.changes
    return {
        "document": standing.key.document,
        "recipient": standing.key.recipient or None,
        "name": held_name(plan, standing)._asdict(),
        "language": standing.key.language,
        "paper": issue.paper.value,
        "version": issue.version,
        "made_at": issue.issued_at.isoformat(),
        "way": issue.way.value if issue.way is not None else None,
        "handed_out_at": issue.handed_out_at.isoformat() if issue.handed_out_at is not None else None,
        "state": _state(standing),
        "changed": list(changes.put_in),
        "taken_out": list(changes.take_out),
        "news": [{"label": one.label, "was": one.was, "now": one.now, "pages": list(one.pages)}
                 for one in changes.news],
    }  # fmt: skip


def _state(standing: Standing) -> str:
    if not standing.is_wanted:
        return "to_give_back"
    return "out_of_date" if standing.is_old else "current"


def held_label(standing: Standing) -> Pair:
    """Name the document of a paper that was handed out; by its code, if this version of the program has none such."""
    from planner.papers.catalogue import documents

    code = standing.key.document
    return next((label_of(one) for one in documents() if one.code == code), Pair(code, code))


def held_name(plan: Plan, standing: Standing) -> Pair:
    """Name whose paper it is, also of somebody who gets none any more."""
    reader = reader_kept(plan, standing.key.recipient)
    if reader is not None:
        return name_for(plan, reader)
    return Pair(*(speaker(language).tr("no longer in the file") for language in ("en", "ja")))
