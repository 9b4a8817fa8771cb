"""If something goes wrong: what to dial and say first, then each kind of trouble with its steps."""

from __future__ import annotations

from collections.abc import Iterator

from planner.language import N_
from planner.language.addresses import english_address, japanese_address
from planner.language.foodsentences import food_statements
from planner.language.names import called_name, full_name
from planner.model.households import Household
from planner.model.people import Person
from planner.model.plan import Plan
from planner.papers import telephones
from planner.papers.facts import Fact
from planner.papers.itinerary.front import title_box
from planner.papers.kit.boxes import Box, aligned, beside, gap, on, padded, stack
from planner.papers.kit.colours import GREY, INK, WHITE
from planner.papers.kit.flow import Block, fewest, flow, solid
from planner.papers.kit.lines import Run, Style, lay
from planner.papers.kit.marks import Patch, Rule
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM, Frame
from planner.papers.kit.styles import ITEM, STRONG, TEXT
from planner.papers.sections.blocks import Passage, listed, opened
from planner.papers.sections.health import grave
from planner.papers.sections.voice import Voice
from planner.rules.left import age_by

SECTION = "trouble"
WIDTH = 178 * MM
_LABEL = 35 * MM
_STEPS_LEFT = 38 * MM
#: The text of the steps and the room round them, from roomy to close.
_FORMS = ((Style(11, 14.5), 2.2 * MM), (Style(10.5, 13.8), 1.6 * MM), (Style(10, 12.8), 1.2 * MM))
_NUMBER = Style(35, 40, bold=True)
_BAR = 8 * MM


def code_of(plan: Plan) -> str:
    """Name the block of text for the country of the visit: its numbers, its storms and earthquakes."""
    return "trouble-japan" if plan.visit.host_city.country == "JP" else "trouble-us"


def trouble(plan: Plan, home: Household, guests: tuple[Person, ...], voice: Voice, frame: Frame) -> tuple[Body, ...]:
    """Lay the page for one home: it names the address and the guests, as somebody in a fright needs them."""
    code = code_of(plan)
    title, lead, rest = opened(plan, [code], voice.language)
    other, _, _ = opened(plan, [code], voice.other.language)
    opening = [title_box(title, other), gap(2.6 * MM), *(lay(Run(words, TEXT), WIDTH) for words in lead), gap(2.6 * MM)]
    head = solid(stack([*opening, _emergency(plan, home, guests, voice), gap(2.6 * MM)]), with_next=True)
    tried = (flow([head, *(_block(one, text, room) for one in rest)], frame.body_height) for text, room in _FORMS)
    sheets = fewest(tried)
    facts = [_fact(plan, person, voice, many=len(guests) > 1) for person in guests]
    return tuple(
        Body(
            tuple((frame.left, frame.top + y, box) for y, box in sheet.placed),
            section=SECTION,
            facts=tuple(facts) if sheet is sheets[0] else (),
        )
        for sheet in sheets
    )


def _fact(plan: Plan, person: Person, voice: Voice, *, many: bool) -> Fact:
    """Tell what to say of a guest: a slip has it in full, however its lines are broken."""
    who = called_name(person, voice.language) if many else ""
    return Fact(f"{person.uid}/{SECTION}", voice.here.tr("If something goes wrong"), _who(plan, person, voice), who)


def _block(passage: Passage, text: Style, room: float) -> Block:
    steps = listed(passage.lines, text, WIDTH - _STEPS_LEFT, numbered=True)
    row = aligned([(0.0, lay(Run(passage.heading, ITEM), _LABEL)), (_STEPS_LEFT, steps)], WIDTH)
    box = on((Rule(0.0, 0.0, WIDTH, 0.0, 0.4, GREY),), padded(row, above=room, below=room))
    return solid(box)


def _emergency(plan: Plan, home: Household, guests: tuple[Person, ...], voice: Voice) -> Box:
    here, inside = voice.here, 4.7 * MM
    fire, police = telephones.emergency_numbers(plan.visit)
    first, second = voice.both(N_("Life in danger, fire, crime"))
    white = Style(12, 16, bold=True, colour=WHITE)
    bar = aligned(
        [
            (inside, lay(Run(first, white), 110 * MM)),
            (120 * MM, lay(Run(second, Style(9.5, 13, colour=WHITE)), WIDTH - 120 * MM - inside, align="right")),
        ],
        WIDTH,
    )
    numbers = [lay(Run(fire, _NUMBER), 46 * MM)]
    if police != fire:
        numbers = [_number(fire, here.tr("fire, ambulance")), _number(police, here.tr("police"))]
    said_width = WIDTH - 2 * inside - 50 * MM
    said = [lay(Run(here.tr("Say, slowly:"), STRONG), said_width)]
    for number, words in enumerate(_to_say(plan, home, guests, voice), start=1):
        cells = [(0.0, lay(Run(str(number), STRONG), 5 * MM)), (5 * MM, lay(Run(words, TEXT), said_width - 5 * MM))]
        said.append(aligned(cells, said_width))
    columns = beside([(inside, stack(numbers)), (inside + 50 * MM, stack(said))], WIDTH)
    body = padded(columns, above=2.2 * MM, below=2.6 * MM)
    height = _BAR + body.height
    frame = (Patch(0.0, 0.0, WIDTH, height, line=INK, weight=2.0), Patch(0.0, 0.0, WIDTH, _BAR, fill=INK))
    return Box(WIDTH, height, frame, ((0.0, (_BAR - bar.height) / 2, bar), (0.0, _BAR, body)))


def _number(number: str, meaning: str) -> Box:
    cells = [(0.0, lay(Run(number, _NUMBER.at(27)), 20 * MM)), (21 * MM, lay(Run(meaning, TEXT), 26 * MM))]
    return aligned(cells, 46 * MM)


def _to_say(plan: Plan, home: Household, guests: tuple[Person, ...], voice: Voice) -> Iterator[str]:
    yield voice.here.tr("What has happened, and how many are hurt.")
    if address := home_address(home, voice):
        yield voice.here.tr("Where: {address}", address=address)
    for person in guests:
        yield _who(plan, person, voice)


def _who(plan: Plan, person: Person, voice: Voice) -> str:
    age = age_by(person, plan.visit.first_day)
    name = full_name(person, voice.language, formal=True)
    # Whoever answers asks for illnesses and medicines; of foods the worst comes first and is enough.
    statements = [*food_statements(person, voice.language)[:1], *grave(person, voice)]
    years = voice.here.tr("{age} years old", age=age) if age is not None else ""
    first = f"{voice.wording.listed([name, years])}{_STOP[voice.language]}"
    return (" " if voice.language == "en" else "").join([first, *statements])


_STOP = {"en": ".", "ja": "。"}


def home_address(home: Household, voice: Voice) -> str:
    """Give a home's address in one line, in the reader's language if it is known."""
    if voice.language == "ja" and home.address_ja.strip():
        return " ".join(japanese_address(home.address_ja, home.postal_code))
    lines = english_address(home.address_en, home.town, home.postal_code) if home.address_en.strip() else []
    return ", ".join(lines) or " ".join(japanese_address(home.address_ja, home.postal_code if home.address_ja else ""))
