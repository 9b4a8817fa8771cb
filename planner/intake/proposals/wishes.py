"""Friends to share a home with, people to avoid and one's own family, found by name in the sheet and in the plan."""

from __future__ import annotations

from collections.abc import Sequence

from planner.intake.proposals.changes import Relink
from planner.intake.proposals.context import Context
from planner.intake.proposals.drafts import Draft
from planner.intake.proposals.identity import traits_of
from planner.intake.proposals.proposal import RowState
from planner.intake.proposals.settling import Settler
from planner.intake.proposals.work import Work
from planner.intake.values.reading import Doubt
from planner.model.kinds import ReviewState, WishKind

_SHORT_NAMES = ("given_name", "given_name_ja", "called_name_en", "called_name_ja")
_TARGETS = {WishKind.TOGETHER: "Wish.together", WishKind.APART: "Wish.apart"}


def resolve_wishes(works: Sequence[Work], context: Context) -> None:
    """Link each wish of the sheet to the member it names; a name that is nobody's, or several people's, is noted."""
    for work in works:
        if work.draft is None:
            continue
        if work.known is not None:
            work.draft.row_id = work.known.id
        elif work.counts:
            person = work.draft.links["person"]
            assert person is not None
            short = [str(person.fields.get(name) or "") for name in _SHORT_NAMES]
            context.members.add(traits_of(person), work.draft, short)
    for work in works:
        if work.draft is None or not work.counts:
            continue
        for wish in work.draft.parts.get("wishes", ()):
            words = wish.fields["words"]
            found = context.members.named(words)
            wish.links["other"] = found[0] if len(found) == 1 else None
            if len(found) != 1:
                doubt = Doubt.NAME_AMBIGUOUS if found else Doubt.NAME_NOT_FOUND
                work.row.note(_TARGETS[wish.fields["kind"]], words, doubt, "Wish", name=words)
        _resolve_relations(work, context)


def named_member(name: str, context: Context) -> Draft:
    """Give the member whom a name means, if the plan knows one; else a draft that still is to be found."""
    found = [one for one in context.members.named(name) if one.row_id is not None]
    return Draft("Member", row_id=found[0].row_id) if len(found) == 1 else Draft("Member", {_SOUGHT: name})


_SOUGHT = "sought"


def _resolve_relations(work: Work, context: Context) -> None:
    """Link a family tie to the member it names; one to nobody, to several or to oneself is noted and left out."""
    draft = work.draft
    assert draft is not None
    kept = []
    for relation in draft.parts.get("relations", ()):
        other = relation.links["other"]
        assert other is not None
        name = other.fields.get(_SOUGHT)
        if name is not None:
            found = context.members.named(name)
            if len(found) != 1:
                doubt = Doubt.NAME_AMBIGUOUS if found else Doubt.NAME_NOT_FOUND
                work.row.note("Relation", name, doubt, "Relation", name=name)
                continue
            [relation.links["other"]] = found
        if relation.links["other"] is not draft:
            kept.append(relation)
    if "relations" in draft.parts:
        draft.parts["relations"] = kept


def fulfil_old_wishes(works: Sequence[Work], context: Context, settler: Settler) -> list[int]:
    """Link wishes of earlier sheets that named somebody who comes only with this one.

    Gives the ids of the items to review that are settled by it.
    """
    fresh = {id(work.draft) for work in works if work.state is RowState.NEW and work.counts}
    settled: list[int] = []
    for member in context.plan.members:
        for wish in member.wishes:
            if wish.other_id is not None or not wish.words:
                continue
            found = context.members.named(wish.words)
            if len(found) != 1 or id(found[0]) not in fresh:
                continue
            settler.steps.append(Relink("Wish", wish.id, "other", None, settler.reference(found[0])))
            settled += [
                item.id
                for item in context.plan.review_items
                if item.record_uid == member.uid
                and item.words == wish.words
                and item.reason == Doubt.NAME_NOT_FOUND.value
                and item.state is ReviewState.OPEN
            ]
    return settled
