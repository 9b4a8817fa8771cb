"""Names and titles of those whom a guest will meet, in both scripts, with their posts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planner.language import N_, Pair, Words
from planner.language.introducing import speaker_of
from planner.language.names import full_name, kana_name
from planner.language.readings import ReadName
from planner.language.titles import title_of
from planner.model.attendance import travels
from planner.model.interpreting import Speech
from planner.model.kinds import Side
from planner.papers import telephones
from planner.papers.facts import Fact
from planner.papers.guestpacket.setting import Setting
from planner.papers.kit.boxes import Box, beside, on, padded, stack, telling
from planner.papers.kit.colours import GREY
from planner.papers.kit.flow import Block, solid
from planner.papers.kit.lines import Part, Run, Style, lay
from planner.papers.kit.marks import Rule
from planner.papers.kit.pages import Body
from planner.papers.kit.ruby import with_reading
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import SECOND_TEXT, STRONG, TEXT
from planner.papers.kit.ticks import with_notes, write_line
from planner.papers.sections.naming import how_said
from planner.papers.sections.voice import Voice

TITLE = N_("Names and titles")
SECTION = "people"

_NAME = Style(13, 17, bold=True)


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody to be named: the name in both scripts with its reading, how it is said in either language, the post, and
    a telephone if one may call.

    `lacks_phone`: one should be able to, and nobody has written the number down.
    """

    key: str
    name: ReadName
    said: Pair
    post: Pair
    phone: str = ""
    lacks_phone: bool = False


def people(setting: Setting) -> tuple[Body, ...]:
    """Lay whom the guest will meet there, who of home is to be thanked, and who looks after them; nobody, no page."""
    hosts, home = _counterparts(setting, there=True), _counterparts(setting, there=False)
    groups: list[tuple[Words, list[_Named]]] = [
        (N_("Whom you will meet"), [*hosts, *_speakers(setting, hosts)]),
        (N_("At home"), home),
        (N_("Who looks after you"), list(_chaperones(setting))),
    ]
    blocks: list[Block] = []
    for title, found in groups:
        if found:
            blocks.append(setting.heading(*setting.voice.both(title)))
            blocks += [solid(_row(one, setting)) for one in found]
    if not blocks:
        return ()
    *before, last = setting.pages(TITLE, blocks, SECTION)
    # Names one hears are written down at once.
    return (*before, with_notes(last, setting.frame, setting.voice.here.tr_in("paper", "Notes"), most=12))


def _counterparts(setting: Setting, *, there: bool) -> list[_Named]:
    """Give the counterparts of one side of the partnership."""
    side = Side.JAPAN if setting.towards_japan == there else Side.US
    return [
        _whole(f"contact/{one.id}", ReadName.of(one), Pair(one.post_en, one.post_ja))
        for one in setting.plan.visit.partnership.contacts
        if one.side is side and (one.name_en.strip() or one.name_ja.strip())
    ]


def _speakers(setting: Setting, known: list[_Named]) -> list[_Named]:
    """Give who speaks at a ceremony and is none of those named already; members know each other."""
    names = {name for one in known for name in one.name if name}
    found: dict[ReadName, _Named] = {}
    for speech in setting.plan.all(Speech):
        name = ReadName.of_speaker(speech)
        if speaker_of(speech, setting.plan) is None and any(name) and not names.intersection(name):
            found.setdefault(name, _whole(f"speech/{speech.id}", name, Pair(speech.post_en, speech.post_ja)))
    return list(found.values())


def _whole(key: str, name: ReadName, post: Pair) -> _Named:
    return _Named(key, name, Pair(name.said("en"), name.said("ja")), post)


def _chaperones(setting: Setting) -> Iterator[_Named]:
    visit = setting.plan.visit
    for member in setting.plan.members:
        if member.id == setting.member.id or not travels(member) or not member.role.is_chaperone:
            continue
        person = member.person
        name = ReadName(full_name(person, "en", formal=True), full_name(person, "ja"), kana_name(person))
        phone = telephones.number_here(member, visit)
        said = Pair(how_said(person, "en"), name.said("ja"))
        yield _Named(f"member/{member.uid}", name, said, title_of(member), phone, lacks_phone=not phone)


def _row(one: _Named, setting: Setting) -> Box:
    """Set somebody: on the left the name large in the reader's script with the other below, on the right the post."""
    voice, half = setting.voice, setting.width * 0.52
    # On half sheets furigana would be too small to read.
    lines = [lay(parts, half - 4 * MM) for parts in _name_lines(one, voice, over=not setting.frame.half)]
    post: list[Part] = [Run(voice.pick(one.post.en, one.post.ja), TEXT)]
    right = [lay(post, setting.width - half)]
    if words := voice.second(one.post.en, one.post.ja):
        right.append(lay(Run(words, SECOND_TEXT), setting.width - half))
    if one.lacks_phone:
        right.append(write_line((setting.width - half) * 0.7, height=7 * MM))
    if one.phone:
        right.append(lay(Run(one.phone, STRONG, whole=True), setting.width - half))
    row = padded(beside([(0.0, stack(lines)), (half, stack(right))], setting.width), above=1.4 * MM, below=1.5 * MM)
    value = voice.wording.listed([voice.pick(one.post.en, one.post.ja), one.phone])
    ruled = on((Rule(0.0, 0.0, setting.width, 0.0, 0.4, GREY),), row)
    return telling(ruled, [Fact(one.key, voice.pick(one.name.en, one.name.in_japanese), value)])


def _name_lines(one: _Named, voice: Voice, *, over: bool) -> list[list[Part]]:
    """Give the lines of a name: large as the reader reads it, below it the other script, and how it is said.

    The reading stands `over` the parts of a Japanese name, or else on a line of its own.
    """
    name = one.name
    first = voice.pick(name.en, name.in_japanese)
    lines: list[list[Part]]
    if voice.language == "ja":
        lines = [with_reading(name.parts, _NAME) if over and name.parts else [Run(first, _NAME, whole=True)]]
        if not over and one.said.ja:
            lines.append([Run(one.said.ja, SECOND_TEXT)])
        return [*lines, [Run(name.en, SECOND_TEXT)]] if name.parts and name.en else lines
    lines = [[Run(first, _NAME, whole=True)]]
    if name.en and name.in_japanese:
        lines.append(with_reading(name.parts, SECOND_TEXT))
    if one.said.en:
        lines.append([Run(voice.here.tr("say {reading}", reading=one.said.en), SECOND_TEXT)])
    return lines
