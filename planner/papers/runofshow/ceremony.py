"""A ceremony item by item: who speaks, how long it really takes, who interprets, what to have, what to cut first."""

from __future__ import annotations

from planner.agenda.ceremony import Ceremony, Timed
from planner.clock import WallTime, later
from planner.language import N_, N_in, Words
from planner.language.dates import day_text
from planner.language.names import full_name
from planner.language.terms import term
from planner.language.times import time_text
from planner.model.interpreting import Speech
from planner.model.kinds import SpeechLanguage
from planner.papers.facts import Fact
from planner.papers.itinerary.pieces import NO_BREAK, icon
from planner.papers.kit.boxes import EMPTY, Box, padded, stack, telling
from planner.papers.kit.flow import Block
from planner.papers.kit.lines import Part, Run, lay
from planner.papers.kit.sheet import MM
from planner.papers.kit.tables import Column, Table
from planner.papers.kit.ticks import tick_box
from planner.papers.runofshow.cues import Cue
from planner.papers.runofshow.table import STRONG, TEXT, DayTable
from planner.papers.sections.voice import Voice
from planner.rules.interpreting import Roster
from planner.rules.interpreting.limits import limits_of
from planner.rules.interpreting.sending import ceremony_of, item_name, speaker_of

WIDTH = 263 * MM
_COLUMNS: tuple[tuple[Words, float, str], ...] = (
    (N_in("paper", "Time"), 20, "left"), (N_("Item"), 48, "left"), (N_("Who speaks"), 50, "left"),
    (N_("Speaks"), 19, "left"), (N_("Speech min"), 15, "right"), (N_("Real min"), 13, "right"),
    (N_("Who interprets"), 30, "left"), (N_in("speech", "Text"), 18, "left"), (N_("Cut"), 10, "left"),
    (N_("Gifts, positions, props"), 33, "left"),
)  # fmt: skip


def ceremony_block(cue: Cue, made: DayTable) -> Block | None:
    """Set the items of an activity; None where none are entered."""
    voice, roster = made.voice, made.roster
    plan = voice.wording.schedule.plan
    ceremony = ceremony_of(cue.slot, limits_of(plan).factor) if cue.slot is not None and not cue.is_end else None
    if ceremony is None or not ceremony.items or cue.at is None:
        return None
    table = Table(
        (
            Column("", 7 * MM), *(Column(made.heading(words), width * MM, align) for words, width, align in _COLUMNS)
        ),
        TEXT, is_ledger=True, above=0.7 * MM, below=0.7 * MM,
    )  # fmt: skip
    rows = [_row(table, one, cue.at, cue, voice, roster) for one in ceremony.items]
    rows.append(_end(table, ceremony, cue.at, voice))
    title = _title(day_text(cue.at.on, voice.language, "short"), made.title(cue), ceremony, voice)
    head = padded(lay(title, WIDTH), above=3 * MM, below=1 * MM)
    return table.block(rows, head)


def _title(day: str, title: str, ceremony: Ceremony, voice: Voice) -> list[Part]:
    factor = f"{limits_of(voice.wording.schedule.plan).factor:g}"
    words = [voice.say(N_("Times stretched × {factor} for consecutive."), factor=factor)]
    ranked = [one.item for one in ceremony.items if isinstance(one.item, Speech) and one.item.cut_rank is not None]
    ranked.sort(key=lambda item: (item.cut_rank or 0, item.id))
    if ranked:
        names = voice.wording.listed([voice.half(item_name(item)) for item in ranked])
        words.append(voice.say(N_("If late, cut first: {items}."), items=names))
    heading = voice.say(N_("Order of {title}"), title=title)
    return [Run(f"{day}\u3000{heading}   ", STRONG.at(11)), Run(" ".join(words), TEXT)]


def _row(table: Table, one: Timed, start: WallTime, cue: Cue, voice: Voice, roster: Roster) -> Box:
    speech = one.item
    assert isinstance(speech, Speech)
    name, spoken_by = item_name(speech), speaker_of(speech)
    time = time_text(later(start, one.begins).at, voice.language, "paper")
    real = str(one.whole_minutes) if speech.minutes else "–"
    who = _interprets(speech, cue, voice, roster)
    row = table.row(
        [
            tick_box(3 * MM), Run(time, STRONG),
            _two(voice.half(name), voice.second(name.en, name.ja), table.room(2)),
            _speaker(speech, voice, table.room(3)) if any(spoken_by) else EMPTY,
            "–" if speech.language is SpeechLanguage.NONE else term(speech.language, voice.language),
            str(speech.minutes) if speech.minutes else "–", Run(real, STRONG), who, _text(speech, voice),
            str(speech.cut_rank) if speech.cut_rank is not None else "", speech.notes.strip(),
        ]
    )  # fmt: skip
    value = voice.wording.listed([time, f"{real} min", voice.half(spoken_by), who])
    return telling(row, [Fact(f"item.{speech.id}", voice.half(name) or time, value)])


def _two(first: str, second: str, width: float) -> Box:
    boxes = [lay(Run(first or "–", STRONG), width)]
    return stack([*boxes, lay(Run(second, TEXT), width)] if second else boxes)


def _speaker(speech: Speech, voice: Voice, width: float) -> Box:
    """Set who speaks in both languages with the post: FAMILY Given, 齋藤 香織, Head coach."""
    person, spoken = speech.person, speaker_of(speech)
    first, second = voice.half(spoken), voice.second(spoken.en, spoken.ja)
    if person is not None and not (speech.speaker_en or speech.speaker_ja):
        first, second = (full_name(person, each, formal=True) for each in (voice.language, voice.other.language))
    posts = (speech.post_en, speech.post_ja)
    if not any(posts) and person is not None:
        posts = (person.occupation_en, person.occupation_ja)
    lines = [lay([Run(first, STRONG), Run(f"  {second}" if second else "", TEXT)], width)]
    post = voice.wording.listed([words for words in (voice.pick(*posts), voice.second(*posts)) if words])
    return stack([*lines, lay(Run(post, TEXT), width)] if post else lines)


def _interprets(speech: Speech, cue: Cue, voice: Voice, roster: Roster) -> str:
    if speech.language is SpeechLanguage.NONE:
        return "–"
    if speech.interpreter is not None:
        return full_name(speech.interpreter.person, voice.language, formal=True)
    needs = [wanted for wanted in roster.wanted.values() if cue.slot is not None and wanted.slot.key == cue.slot.key]
    team = [one.interpreter.person for wanted in needs for one in wanted.need.assignments]
    names = dict.fromkeys(full_name(person, voice.language, formal=True) for person in team)
    return voice.wording.listed(list(names)) or voice.say(N_("nobody yet"))


def _text(speech: Speech, voice: Voice) -> list[Part] | str:
    if speech.language not in (SpeechLanguage.JAPANESE, SpeechLanguage.ENGLISH):
        return ""
    if speech.text_received_on is None:
        return [Run(voice.say(N_("missing")), STRONG)]
    return [
        icon("tick", TEXT),
        Run(f"{NO_BREAK}{day_text(speech.text_received_on, voice.language, 'day-month')}", TEXT),
    ]


def _end(table: Table, ceremony: Ceremony, start: WallTime, voice: Voice) -> Box:
    minutes, over = ceremony.whole_minutes, ceremony.whole_over
    late = voice.say(N_("{minutes} min too long"), minutes=over) if over else ""
    time = time_text(later(start, ceremony.length).at, voice.language, "paper")
    words = voice.say(N_("Over, as it really takes"))
    cells = ["", time, words, late, "", str(ceremony.on_paper), str(minutes)]
    return table.row(cells, strong=True)
