"""Names and titles of those whom a guest will meet, in both scripts, with their posts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planner.language import N_, Pair, Words
from planner.language.names import full_name
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
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import SECOND_TEXT, STRONG, TEXT
from planner.papers.kit.ticks import with_notes, write_line

TITLE = N_("Names and titles")
SECTION = "people"

_NAME = Style(13, 17, bold=True)


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody to be named: the name in both scripts, the post, and a telephone if one may call.

    `lacks_phone`: one should be able to, and nobody has written the number down.
    """

    key: str
    name: Pair
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
        _Named(f"contact/{one.id}", Pair(one.name_en, one.name_ja), Pair(one.post_en, one.post_ja))
        for one in setting.plan.visit.partnership.contacts
        if one.side is side and (one.name_en.strip() or one.name_ja.strip())
    ]


def _speakers(setting: Setting, known: list[_Named]) -> list[_Named]:
    """Give who speaks at a ceremony and is none of those named already; members know each other."""
    names = {name for one in known for name in one.name if name}
    found: dict[Pair, _Named] = {}
    for speech in setting.plan.all(Speech):
        name = Pair(speech.speaker_en.strip(), speech.speaker_ja.strip())
        if speech.person_id is None and any(name) and not names.intersection(name):
            found.setdefault(name, _Named(f"speech/{speech.id}", name, Pair(speech.post_en, speech.post_ja)))
    return list(found.values())


def _chaperones(setting: Setting) -> Iterator[_Named]:
    visit = setting.plan.visit
    for member in setting.plan.members:
        if member.id == setting.member.id or not travels(member) or not member.role.is_chaperone:
            continue
        person = member.person
        name = Pair(full_name(person, "en", formal=True), full_name(person, "ja"))
        phone = telephones.number_here(member, visit)
        post = title_of(member)
        yield _Named(f"member/{member.uid}", name, post, phone, lacks_phone=not phone)


def _row(one: _Named, setting: Setting) -> Box:
    """Set somebody: on the left the name large in the reader's script with the other below, on the right the post."""
    voice, half = setting.voice, setting.width * 0.52
    own, other = (one.name.ja, one.name.en) if voice.language == "ja" else (one.name.en, one.name.ja)
    first, second = voice.pick(one.name.en, one.name.ja), other if own else ""
    lines = [lay(Run(first, _NAME, whole=True), half - 4 * MM)]
    if second and second != first:
        lines.append(lay(Run(second, SECOND_TEXT), half - 4 * MM))
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
    return telling(ruled, [Fact(one.key, first, value)])
