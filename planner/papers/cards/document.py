"""Emergency cards as a document: eight a sheet with their backs for the staff, one's own to cut out and fold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.language import N_, Words, speaker
from planner.language.names import full_name, sort_key
from planner.model.attendance import travels
from planner.model.delegations import Member
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.readers import Reader, whom
from planner.model.sight import AudienceKind
from planner.papers.cards.faces import back, front
from planner.papers.cards.particulars import Card, card_of, local_language, own_language
from planner.papers.document import Document, Laid, Sides
from planner.papers.furnishing import furniture, in_languages
from planner.papers.kit.boxes import bookmarked, stack
from planner.papers.kit.cards import A_SHEET, GRID_LEFT, folded, mirrored, scissors, sheet
from planner.papers.kit.lines import lay
from planner.papers.kit.pages import Body, dressed
from planner.papers.kit.sheet import MM, Frame
from planner.papers.options import BOTH, PaperOptions

_LANGUAGES = {"en": N_("in English"), "ja": N_("in Japanese")}
_COPIES = 3


def _lay(plan: Plan, reader: Reader, options: PaperOptions) -> Laid:
    frame, title = Frame(options.paper), in_languages(N_("Emergency cards"), options)
    one = whom(plan, reader)
    carriers = [one] if isinstance(one, Member) else carriers_of(plan, front_language(plan, options))
    cards = [card_of(plan, member) for member in carriers]
    bodies = _own(cards[0], frame, options) if isinstance(one, Member) else list(_sheets(cards, frame, options))
    worn = furniture(plan, reader, options, title=title)
    notes = () if cards and cards[0].duty else (Message.of("paper-duty-phone-missing"),)
    return Laid(dressed(frame, bodies, worn), title, notes)


def carriers_of(plan: Plan, language: str) -> list[Member]:
    """Give everybody who travels, by name, so that cards are found again in the pile."""
    return sorted((one for one in plan.members if travels(one)), key=lambda one: sort_key(one.person, language))


def front_language(plan: Plan, options: PaperOptions) -> str:
    """Give the language of the carrier's side: the one asked for, or with both that of the city they come from."""
    return own_language(plan.visit) if options.language == BOTH else options.language


def _sheets(cards: Sequence[Card], frame: Frame, options: PaperOptions) -> Iterator[Body]:
    for number in range(0, len(cards), A_SHEET):
        some = cards[number : number + A_SHEET]
        visit, section = some[0].visit, f"sheet{number // A_SHEET + 1}"
        language = own_language(visit) if options.language == BOTH else options.language
        how = in_languages(N_("Both sides, long edge, 100 %"), options)
        # In both languages the line below is full already.
        note = (
            "" if options.language == BOTH else in_languages(N_("Behind the name badge in the same holder."), options)
        )
        caption = _caption(N_("Front: for the guest, {language}"), language, options)
        fronts = [bookmarked(front(one, language, options.version), full_name(one.person, language)) for one in some]
        yield sheet(fronts, frame, caption, how, section, note)
        caption = _caption(N_("Back: to show, {language}"), local_language(visit), options)
        yield sheet(mirrored([back(one, options.version) for one in some]), frame, caption, how, section, note)


def _caption(words: Words, language: str, options: PaperOptions) -> str:
    said = (speaker(each) for each in options.languages)
    return "\u3000".join(here.words(words, language=here.tr(_LANGUAGES[language])) for here in said)


def _own(card: Card, frame: Frame, options: PaperOptions) -> list[Body]:
    """Lay one's own card three times, front beside back: for the holder, for the bag, for the family at home."""
    language = own_language(card.visit) if options.language == BOTH else options.language
    pair = folded(front(card, language, options.version), back(card, options.version))
    words = scissors(
        in_languages(N_("Cut along the marks and fold in the middle: holder, bag, and one for home."), options)
    )
    facts = tuple(pair.told())
    above = bookmarked(lay(words, frame.text_width), full_name(card.person, language))
    placed = [(frame.left, frame.top - 2 * MM, above)]
    placed.append((GRID_LEFT, frame.top + 8 * MM, stack([pair] * _COPIES, 3 * MM)))
    return [Body(tuple(placed), section="card", facts=facts)]


def somebody_travels(plan: Plan, reader: Reader) -> bool:
    """Whether there is anybody yet for whom cards, badges and tags can be made."""
    return any(travels(member) for member in plan.members)


EMERGENCY_CARDS = Document(
    "emergency-cards",
    N_("Emergency cards"),
    (AudienceKind.STAFF, AudienceKind.PARTICIPANT),
    _lay,
    is_wanted=somebody_travels,
    sides=Sides.LONG_EDGE,
)
