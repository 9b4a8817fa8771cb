"""Name badges and luggage tags as documents: eight a sheet, for the staff to cut and hand out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.language import N_, N_in, speaker
from planner.language.names import full_name, sort_key
from planner.model.attendance import travels
from planner.model.delegations import Member
from planner.model.plan import Plan
from planner.model.readers import Reader, whom
from planner.model.sight import AudienceKind
from planner.papers.badges.badge import badge
from planner.papers.badges.tag import tag_back, tag_front
from planner.papers.badges.wearers import wearers_of
from planner.papers.cards.document import somebody_travels
from planner.papers.document import Document, Laid, Sides
from planner.papers.furnishing import exchange_in_short, furniture, in_languages
from planner.papers.kit.boxes import Box, bookmarked
from planner.papers.kit.cards import A_SHEET, mirrored, sheet
from planner.papers.kit.pages import Body, dressed
from planner.papers.kit.sheet import Frame
from planner.papers.options import BOTH, ENGLISH, JAPANESE, PaperOptions


def _first(options: PaperOptions) -> str:
    return ENGLISH if options.language == BOTH else options.language


def _lay_badges(plan: Plan, reader: Reader, options: PaperOptions) -> Laid:
    frame, title = Frame(options.paper), in_languages(N_("Name badges"), options)
    visit = exchange_in_short(plan.visit, _first(options))
    badges = [
        bookmarked(badge(one, options.language, visit), full_name(one.person, _first(options)))
        for one in wearers_of(plan, _first(options))
    ]
    caption = in_languages(N_("For holders of 91 × 55 mm"), options)
    how = in_languages(N_("One side, 100 %, stiff paper"), options)
    note = speaker(_first(options)).tr("Solid bar: guest. With a frame: chaperone. Outlined: host city.")
    # In both languages the line below is full already.
    note = "" if options.language == BOTH else note
    bodies = [
        sheet(badges[start : start + A_SHEET], frame, caption, how, f"sheet{start // A_SHEET + 1}", note)
        for start in range(0, len(badges), A_SHEET)
    ]
    return Laid(dressed(frame, bodies, furniture(plan, reader, options, title=title)), title)


def _lay_tags(plan: Plan, reader: Reader, options: PaperOptions) -> Laid:
    frame, title = Frame(options.paper), in_languages(N_("Luggage tags"), options)
    one = whom(plan, reader)
    found = [one] if isinstance(one, Member) else [member for member in plan.members if travels(member)]
    found.sort(key=lambda member: sort_key(member.person, _first(options)))
    # One's own come four times: for two bags, the hand luggage, and one to spare.
    members = found * 4 if isinstance(one, Member) else found
    fronts = [tag_front(plan, member, options.languages) for member in members]
    names = [full_name(member.person, _first(options)) for member in found]
    fronts = [*map(bookmarked, fronts[: len(found)], names), *fronts[len(found) :]]
    # Whoever finds a bag, on either side of the ocean, must be able to read it.
    back = tag_back(plan.visit, (ENGLISH, JAPANESE))
    bodies = list(_both_sides(fronts, [back] * len(fronts), frame, options))
    return Laid(dressed(frame, bodies, furniture(plan, reader, options, title=title)), title)


def _both_sides(fronts: Sequence[Box], backs: Sequence[Box], frame: Frame, options: PaperOptions) -> Iterator[Body]:
    how = in_languages(N_("Both sides, long edge, 100 %"), options)
    for start in range(0, len(fronts), A_SHEET):
        section, some = f"sheet{start // A_SHEET + 1}", slice(start, start + A_SHEET)
        yield sheet(fronts[some], frame, in_languages(N_in("card", "Front"), options), how, section)
        yield sheet(mirrored(backs[some]), frame, in_languages(N_in("card", "Back"), options), how, section)


NAME_BADGES = Document("name-badges", N_("Name badges"), (AudienceKind.STAFF,), _lay_badges, is_wanted=somebody_travels)
LUGGAGE_TAGS = Document(
    "luggage-tags",
    N_("Luggage tags"),
    (AudienceKind.STAFF, AudienceKind.PARTICIPANT),
    _lay_tags,
    is_wanted=somebody_travels,
    sides=Sides.LONG_EDGE,
)
