"""The words of an assignment, and at the end of the brief those of the whole visit, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from planner.language import N_, N_in, Words
from planner.language.kana import is_kana
from planner.language.termlist import Term, TermKind, glossary
from planner.model.programme import Activity, Journey
from planner.papers.brief.tasks import Task
from planner.papers.desk import STRONG, TEXT, WIDTH, part_title
from planner.papers.kit.boxes import Box, aligned
from planner.papers.kit.flow import Block
from planner.papers.kit.lines import Part, Run
from planner.papers.kit.ruby import ruby
from planner.papers.kit.sheet import MM
from planner.papers.kit.tables import Column, Table
from planner.papers.sections.voice import Voice

_BETWEEN = 6 * MM
_HALF = (WIDTH - _BETWEEN) / 2
_ENGLISH = 0.48
#: Words of more lines than these have a row of their own.
_MOST_LINES = 2.9

_KINDS: dict[TermKind, Words] = {
    TermKind.NAME: N_in("glossary", "Names"),
    TermKind.PLACE: N_("Places"),
    TermKind.EVENT: N_("Programme"),
    TermKind.FIELD: N_("Words of exchanges"),
}


def words_of(task: Task, voice: Voice) -> Block | None:
    """Set the words of one assignment: the cities, its own titles and places, and terms that occur in them."""
    plan = voice.wording.schedule.plan
    texts = [words.casefold() for words in _texts(task.event) if words]
    own = [term for term in glossary(plan) if term.is_whole and _belongs(term, texts)]
    if not own:
        return None
    return _block(own, part_title(voice, N_in("glossary", "Words")))


def _belongs(term: Term, texts: Sequence[str]) -> bool:
    """Say whether a word belongs to an event: a name always, its own titles and places, terms that occur in it."""
    if term.kind is TermKind.NAME:
        return True
    if term.kind is TermKind.FIELD:
        return any(term.en.casefold() in words or term.ja in words for words in texts)
    return term.en.casefold() in texts and term.ja.casefold() in texts


def _texts(event: Activity | Journey) -> list[str]:
    """Give all that is said in the fields of an event, in which its words occur."""
    found = [event.title_en, event.title_ja]
    if isinstance(event, Activity):
        found += [event.notes_interpreters, event.dress_en, event.dress_ja]
        places = [event.place]
        for speech in event.speeches:
            found += [speech.title_en, speech.title_ja, speech.post_en, speech.post_ja]
            if speech.person is not None:
                found += [speech.person.occupation_en, speech.person.occupation_ja]
        found += [words for meal in event.meals for words in (meal.menu_en, meal.menu_ja)]
    else:
        places = [event.from_place, event.to_place]
    return found + [words for place in places if place is not None for words in (place.name_en, place.name_ja)]


def whole_glossary(voice: Voice) -> list[Block]:
    """Set all words of the visit by kind, names first, and at the end the terms of every exchange."""
    plan = voice.wording.schedule.plan
    found = [term for term in glossary(plan) if term.is_whole]
    blocks = []
    for kind, label in _KINDS.items():
        some = [term for term in found if term.kind is kind]
        if some:
            blocks.append(_block(some, part_title(voice, label)))
    return blocks


def _block(terms: Sequence[Term], title: Box) -> Block:
    """Make a block of pairs in two columns, read row by row, each row on one baseline; long ones at the end have a row
    of their own.
    """
    pair, wide = _pairs(_HALF), _pairs(WIDTH)
    cells = [_pair(pair, term) for term in terms]
    limit = _MOST_LINES * TEXT.leading + pair.above + pair.below
    narrow = [cell for cell in cells if cell.height <= limit]
    rows = [
        aligned(list(zip((0.0, _HALF + _BETWEEN), narrow[number : number + 2], strict=False)), WIDTH)
        for number in range(0, len(narrow), 2)
    ]
    rows += [_pair(wide, term) for term, cell in zip(terms, cells, strict=True) if cell.height > limit]
    return Table((Column("", WIDTH),), TEXT).block(rows, title)


def _pairs(width: float) -> Table:
    columns = (Column("", width * _ENGLISH), Column("", width * (1 - _ENGLISH)))
    # Above a reading there is more room than below, so that it does not hang from the rule.
    return Table(columns, TEXT, above=0.95 * MM, below=0.5 * MM)


def _pair(table: Table, term: Term) -> Box:
    has_reading = term.reading and not is_kana(term.ja)
    japanese: list[Part] = [ruby(term.ja, term.reading, STRONG, flush=True) if has_reading else Run(term.ja, STRONG)]
    return table.row([term.en, japanese])
