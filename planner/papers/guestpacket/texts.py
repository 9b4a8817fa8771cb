"""The committee's words for guests: packing, money, manners, conduct with signatures, medicines, by direction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.language import N_, N_in, Words
from planner.language.dates import day_text
from planner.language.food import food_line
from planner.papers.facts import Fact
from planner.papers.guestpacket.setting import Setting
from planner.papers.kit.boxes import Box, beside, on, padded, stack, telling
from planner.papers.kit.colours import GREY, INK
from planner.papers.kit.flow import Block, solid
from planner.papers.kit.lines import Run, lay
from planner.papers.kit.marks import Patch, Rule
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import SECOND_TEXT, STRONG, TEXT
from planner.papers.kit.ticks import tick_box, write_line
from planner.papers.sections.animals import said_animal
from planner.papers.sections.health import illness_and_medicine, pens
from planner.papers.sections.prose import prose, proses
from planner.papers.wordings import wording

PACKING = N_("What to pack")
MANNERS = N_("Manners and money")
CONDUCT = N_("Rules and conduct")
MEDICINES = N_("Medicines across the border")


def _code(what: str, setting: Setting) -> str:
    where = {"manners": "in"}.get(what, "to")
    return f"{what}-{where}-{'japan' if setting.towards_japan else 'us'}"


def _prose(what: str, setting: Setting, *, ticks: bool = False) -> list[Block]:
    text = wording(setting.plan, _code(what, setting), setting.voice.language)
    return prose(text, setting.width, ticks=ticks)


def packing(setting: Setting) -> tuple[Body, ...]:
    """Lay what to pack, gifts among it, with what the programme asks for day by day."""
    blocks = _prose("packing", setting, ticks=True)
    asked = list(_asked_for(setting))
    if asked:
        blocks.append(setting.heading(*setting.voice.both(N_("What the programme asks for, day by day"))))
        blocks += asked
    return setting.pages(PACKING, blocks, "packing")


def _asked_for(setting: Setting) -> Iterator[Block]:
    """Give for each day what one's own events say to wear and to bring."""
    wording_ = setting.voice.wording
    for day in setting.schedule.days:
        lines: list[str] = []
        for event in day.events:
            if (activity := event.activity) is None:
                continue
            for said in ((activity.dress_en, activity.dress_ja), (activity.bring_en, activity.bring_ja)):
                if words := wording_.pick(*said):
                    line = f"{wording_.title(event)}{setting.voice.within(wording_.begun(words))}"
                    lines.append(line)
        if lines:
            on_day = day_text(day.on, wording_.language, "short")
            date = lay(Run(on_day, STRONG), 30 * MM)
            text = stack([lay(Run(line, TEXT), setting.width - 36 * MM) for line in dict.fromkeys(lines)])
            cells = [(0.0, padded(tick_box(), above=0.7 * MM)), (5.6 * MM, date), (36 * MM, text)]
            row = padded(beside(cells, setting.width), above=1.0 * MM, below=1.0 * MM)
            label = wording_.listed([on_day, wording_.speaker.tr_in("packing", "To wear and bring")])
            fact = Fact(f"{day.on.isoformat()}/bring", label, setting.voice.row(dict.fromkeys(lines)))
            yield solid(telling(on((Rule(0.0, 0.0, setting.width, 0.0, 0.4, GREY),), row), [fact]))


def manners(setting: Setting) -> tuple[Body, ...]:
    """Lay what is polite where the guest goes, and how one pays there."""
    money = wording(setting.plan, _code("money", setting), setting.voice.language)
    # What is said of money is read as a whole.
    paying = solid(proses(money, setting.width), above=Box(setting.width, 4 * MM))
    return setting.pages(MANNERS, [*_prose("manners", setting), paying], "manners")


def medicines(setting: Setting) -> tuple[Body, ...]:
    """Lay the rules on medicines of the country the guest goes to, and what they have told of their own health."""
    blocks = _prose("medicines", setting)
    person = setting.member.person
    animals = "\n".join(said_animal(need, setting.voice) for need in person.animal_needs)
    illness, medicine = illness_and_medicine(person, setting.voice)
    # In the words that the family reads, so that who is asked whether it is right sees what they are told.
    carried = "\n".join(filter(None, (pens(person, setting.voice), medicine)))
    own = [food_line(person, setting.voice.language), animals, illness, carried]
    if any(own):
        blocks.append(setting.heading(*setting.voice.both(N_("What you told us of food, health and medicines"))))
        framed = _framed([words for words in own if words], setting)
        blocks.append(solid(telling(framed, _health_facts(own, setting))))
    return setting.pages(MEDICINES, blocks, "medicines")


def _health_facts(own: Sequence[str], setting: Setting) -> list[Fact]:
    """Tell what is framed: a slip says what was and is now of what could harm somebody, also of a booklet."""
    labels: tuple[tuple[str, Words], ...] = (
        ("food", N_("Food")), ("animals", N_in("guest", "Animals")), ("health", N_("Health")),
        ("medicines", N_in("health", "Medicines")),
    )  # fmt: skip
    here = setting.voice.here
    return [
        Fact(f"{setting.member.uid}/{what}", here.words(label), words)
        for (what, label), words in zip(labels, own, strict=True)
        if words
    ]


def _framed(lines: Sequence[str], setting: Setting) -> Box:
    """Frame what concerns health: black, never the accent."""
    check = setting.voice.here.tr("Please check that it is right, and tell the leader if anything changes.")
    inside = setting.width - 8 * MM
    box = stack([*(lay(Run(line, STRONG), inside) for line in lines), lay(Run(check, SECOND_TEXT), inside)], 0.6 * MM)
    box = padded(box, above=2 * MM, below=2 * MM, left=4 * MM, right=4 * MM)
    return on((Patch(0.0, 0.0, setting.width, box.height, line=INK, weight=2.0),), box)


def conduct(setting: Setting) -> tuple[Body, ...]:
    """Lay the rules that the guest signs, and for a minor a parent."""
    text = wording(setting.plan, "conduct", setting.voice.language)
    blocks = prose(text, setting.width)
    labels: list[Words] = [N_("Signature of the guest"), N_("Parent or guardian, if under 18")]
    lines = [_signature(label, setting) for label in labels]
    blocks.append(solid(stack(lines, 2 * MM), above=Box(setting.width, 4 * MM)))
    return setting.pages(CONDUCT, blocks, "conduct")


def _signature(label: Words, setting: Setting) -> Box:
    first, second = setting.voice.both(label)
    here, there = setting.voice.both(N_("Date"))
    left, gap = setting.width * 0.66, 6 * MM
    width = setting.width - left - gap
    lines = [(0.0, write_line(left, height=11 * MM)), (left + gap, write_line(width, height=11 * MM))]
    words = beside(
        [
            (0.0, lay([Run(f"{first}  ", TEXT), Run(second, SECOND_TEXT)], left)),
            (left + gap, lay([Run(f"{here}  ", TEXT), Run(there, SECOND_TEXT)], width)),
        ],
        setting.width,
    )
    return stack([beside(lines, setting.width), words], 0.6 * MM)
