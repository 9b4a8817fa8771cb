"""The people an interpreter has to name, in the order in which they speak, as they are written, read and addressed."""

from __future__ import annotations

from planner.language import N_
from planner.language.dates import day_text
from planner.language.introducing import Introduced, people_of
from planner.language.kana import hiragana, is_kana
from planner.language.names import called_name, full_name, furigana
from planner.language.terms import term
from planner.language.titles import title_of
from planner.model.delegations import Member
from planner.model.interpreting import Speech
from planner.model.kinds import SpeechLanguage
from planner.model.programme import Activity
from planner.papers.brief.tasks import Task
from planner.papers.desk import SMALL, STRONG, TEXT, WIDTH, part_title
from planner.papers.facts import Fact
from planner.papers.itinerary.pieces import NO_BREAK, icon
from planner.papers.kit.boxes import Box, gap, stack, telling
from planner.papers.kit.flow import Block
from planner.papers.kit.lines import Part, Run, Style, lay
from planner.papers.kit.ruby import ruby
from planner.papers.kit.sheet import MM
from planner.papers.kit.tables import Column, Table
from planner.papers.sections.voice import Voice

_KANJI = Style(10.5, 13)


def speakers(task: Task, voice: Voice) -> Block | None:
    """Set who speaks, each once, then who else is to be named; None where nobody speaks."""
    if not isinstance(task.event, Activity):
        return None
    plan = voice.wording.schedule.plan
    mine = task.assignment.interpreter.person
    own_name = full_name(mine, "en", formal=True)
    people = [one for one in people_of(task.event, plan) if one.speeches or one.name.en != own_name]
    if not any(one.speeches for one in people):
        return None
    table = Table(
        (
            Column("", 8 * MM, "right"), Column(voice.say(N_("Name")), 50 * MM),
            Column(voice.wording.speaker.tr_in("person", "Title"), 58 * MM), Column(voice.say(N_("Speaks")), 20 * MM),
            Column(voice.wording.speaker.tr_in("speech", "Minutes"), 16 * MM, "right"),
            Column(voice.wording.speaker.tr_in("speech", "Text"), 26 * MM),
        ),
        TEXT,
    )  # fmt: skip
    speeches = {speech.id: speech for speech in task.speeches}
    rows = []
    for number, one in enumerate(people, start=1):
        own = [speeches[key] for key in one.speeches if key in speeches]
        rows.append(_row(table, number if own else None, one, own, voice))
    return table.block(rows, part_title(voice, N_("People, in speaking order")))


def _row(table: Table, number: int | None, one: Introduced, own: list[Speech], voice: Voice) -> Box:
    minutes = sum(speech.minutes or 0 for speech in own)
    text = _texts(own, voice)
    row = table.row(
        [
            Run(str(number), STRONG) if number is not None else "",
            _name(one, table.room(1)),
            _post(one, voice, table.room(2)),
            voice.wording.listed(list(dict.fromkeys(language_word(speech.language, voice) for speech in own))),
            str(minutes) if minutes else "",
            text,
        ]
    )
    facts = [Fact(f"speaker.{one.name.en or one.name.ja}", one.name.said_in(voice.language), _told(one, own, voice))]
    return telling(row, facts)


def _told(one: Introduced, own: list[Speech], voice: Voice) -> str:
    minutes = [f"{speech.minutes} min" for speech in own if speech.minutes]
    return voice.wording.listed(
        [
            one.post.said_in(voice.language),
            *minutes,
            "".join(part.text for part in _texts(own, voice) if isinstance(part, Run)),
        ]
    )


def _texts(own: list[Speech], voice: Voice) -> list[Part]:
    """Say whether the text of what somebody says is there; nothing of what needs none."""
    spoken = [speech for speech in own if speech.language in (SpeechLanguage.JAPANESE, SpeechLanguage.ENGLISH)]
    if not spoken:
        return []
    if any(speech.text_received_on is None for speech in spoken):
        return [Run(voice.say(N_("missing")), STRONG)]
    latest = max(speech.text_received_on for speech in spoken if speech.text_received_on is not None)
    day = day_text(latest, voice.language, "day-month")
    return [icon("tick", TEXT), Run(f"{NO_BREAK}{day}", TEXT)]


def _name(one: Introduced, width: float) -> Box:
    """Set "SAITO Kaori" and below it 齋藤 香織 with its reading, or the name in kana."""
    boxes = [lay(Run(one.name.en or one.name.ja, STRONG, whole=True), width)]
    if one.name.ja and one.name.ja != one.name.en:
        boxes.append(lay(japanese_name(one.name.ja, one.kana), width))
    return stack(boxes)


def japanese_name(name: str, kana: str) -> list[Part]:
    """Set a Japanese name with its reading above each part, where that is known for each."""
    parts, readings = name.split(" "), hiragana(kana).split()
    if is_kana(name.replace(" ", "")) or len(parts) != len(readings):
        return [Run(name, _KANJI, whole=True)]
    return with_ruby(list(zip(parts, readings, strict=True)), _KANJI)


def with_ruby(parts: list[tuple[str, str]], style: Style) -> list[Part]:
    """Set parts of a name, each with its reading above it unless it is written in kana."""
    found: list[Part] = []
    for written, reading in parts:
        if found:
            found.append(Run(" ", style))
        found.append(
            ruby(written, reading, style) if reading and not is_kana(written) else Run(written, style, whole=True)
        )
    return found


def _post(one: Introduced, voice: Voice, width: float) -> Box:
    first, second = voice.half(one.post), voice.second(one.post.en, one.post.ja)
    lines = [lay(Run(first, TEXT), width), lay(Run(second, SMALL), width)]
    if one.honorific.strip():
        words = voice.say(N_("address as {title}"), title=one.honorific.strip())
        lines.append(lay(Run(words, SMALL), width))
    return stack([line for line in lines if line.height])


def language_word(language: SpeechLanguage, voice: Voice) -> str:
    """Name in a word what is spoken."""
    return "–" if language is SpeechLanguage.NONE else term(language, voice.language)


def crowd(task: Task, voice: Voice) -> Block | None:
    """Set the names of those for whom one interprets on the way, in two columns; None for a ceremony with speakers."""
    own = task.assignment.interpreter.person_id
    members = [one for one in task.people if one.person_id != own and full_name(one.person, "en")]
    if not members or any(speech.language is not SpeechLanguage.NONE for speech in task.speeches):
        return None
    columns = (Column("", WIDTH / 2), Column("", WIDTH / 2))
    table = Table(columns, TEXT, above=0.7 * MM, below=0.7 * MM)
    half = -(-len(members) // 2)
    title = voice.pick(task.event.title_en, task.event.title_ja)
    label = voice.wording.listed([title, voice.say(N_("Whom you interpret for"))])
    cells = [
        telling(
            _guest(member, voice, table.room(0)),
            [Fact(f"{task.section}.for.{member.uid}", label, full_name(member.person, voice.language, formal=True))],
        )
        for member in members
    ]
    rows = [table.row([cells[n], cells[n + half] if n + half < len(cells) else gap(0)]) for n in range(half)]
    return table.block(rows, part_title(voice, N_("Whom you interpret for")))


def _guest(member: Member, voice: Voice, width: float) -> Box:
    person = member.person
    parts: list[Part] = [Run(full_name(person, "en", formal=True), STRONG, whole=True)]
    japanese = furigana(person)
    if japanese:
        parts += [Run("  ", TEXT), *with_ruby(japanese, _KANJI)]
    called = called_name(person, voice.language)
    post = voice.pick(person.occupation_en, person.occupation_ja) or voice.pick(*title_of(member))
    words = voice.wording.listed([post, called if called not in (person.given_name, person.given_name_ja) else ""])
    return lay([*parts, Run(f"  {words}", SMALL)], width)
