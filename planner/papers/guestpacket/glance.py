"""The visit at a glance: one row a day with what happens when, who sees to the meals, where the night is spent."""

from __future__ import annotations

from dataclasses import dataclass

from planner.language import N_, other_language
from planner.language.dates import day_text
from planner.language.names import family_word
from planner.language.terms import MEAL_MARKS
from planner.model.kinds import MealTime, StayKind
from planner.papers.guestpacket.setting import Setting
from planner.papers.itinerary import lodging, travelling
from planner.papers.itinerary.days import Day, Event, Night, providers
from planner.papers.itinerary.legend import meal_marks
from planner.papers.itinerary.pieces import NO_BREAK, icon, icon_of, one_time, time_parts_of
from planner.papers.itinerary.reminders import reminders
from planner.papers.itinerary.squads import undecided_for
from planner.papers.itinerary.telling import facts_of_day
from planner.papers.itinerary.wording import Wording
from planner.papers.kit.boxes import Box, beside, over, padded, stack, telling, tinted
from planner.papers.kit.colours import GREY, INK, TINT
from planner.papers.kit.flow import Block, fewest, solid
from planner.papers.kit.lines import Part, Run, Style, fitted, lay
from planner.papers.kit.marks import Rule
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import LEGEND, SECOND_TEXT, TEXT

TITLE = N_("Your visit at a glance")
SECTION = "glance"

_DATE = Style(11.5, 15, bold=True)


@dataclass(frozen=True, slots=True)
class _Form:
    """How closely the days are set, from roomy to close: the type, the room above and below a row, meals in words."""

    text: Style
    above: float
    below: float
    meals: bool = True


# What is seen at one glance stands on one page, if that can be: first the rows move together, then the meals go,
# which the programme says.
_FORMS = (
    _Form(TEXT, 1.1 * MM, 1.3 * MM),
    _Form(TEXT, 0.7 * MM, 0.8 * MM),
    _Form(TEXT.at(TEXT.size * 0.95), 0.7 * MM, 0.8 * MM),
    _Form(TEXT.at(TEXT.size * 0.95), 0.7 * MM, 0.8 * MM, meals=False),
    _Form(TEXT.at(TEXT.size * 0.9), 0.7 * MM, 0.8 * MM, meals=False),
)


def glance(setting: Setting) -> tuple[Body, ...]:
    """Lay all days of the visit on as few pages as they need, more closely if that saves a page."""
    forms = _FORMS[1:] if setting.frame.half else _FORMS
    return fewest(setting.pages(TITLE, _blocks(setting, form), SECTION) for form in forms)


def _blocks(setting: Setting, form: _Form) -> list[Block]:
    blocks = [_row(day, setting, form, is_first=not number) for number, day in enumerate(setting.schedule.days)]
    legend = meal_marks(setting.schedule, setting.voice.wording)
    if legend:
        blocks.append(solid(lay(Run(legend, LEGEND), setting.width), above=Box(setting.width, 2 * MM)))
    return blocks


def _row(day: Day, setting: Setting, form: _Form, *, is_first: bool) -> Block:
    wording, width, text = setting.voice.wording, setting.width, form.text
    # In English half a sheet names the family alone, without the meals.
    half_night = 42 if wording.language == "ja" else 30
    date_width, night_width = 24 * MM, (half_night if setting.frame.half else 46) * MM
    what_width = width - date_width - night_width - 3 * MM
    other = other_language(wording.language)
    date = stack(
        [
            fitted(
                Run(day_text(day.on, wording.language, "short"), _DATE), date_width - 2 * MM, smallest=setting.smallest
            ),
            fitted(Run(day_text(day.on, other, "short"), SECOND_TEXT), date_width - 2 * MM, smallest=setting.smallest),
        ]
    )
    lines = [_line(event, setting, what_width, text) for event in day.events]
    if not lines:
        lines.append(lay(Run(wording.speaker.tr("Nothing planned"), SECOND_TEXT), what_width))
    cells = [
        (0.0, date),
        (date_width, stack(lines, 0.3 * MM)),
        (width - night_width, _end_of_day(day, setting, night_width, form)),
    ]
    row = padded(beside(cells, width), above=form.above, below=form.below)
    if any(event.is_own_day for event in day.events):
        row = tinted(row, TINT)
    # The rule below the title opens the table.
    ruled = row if is_first else over(row, (Rule(0.0, 0.0, width, 0.0, 0.4, GREY),))
    return solid(telling(ruled, facts_of_day(day, wording)))


def _line(event: Event, setting: Setting, width: float, text: Style) -> Box:
    """Set an event in a line: when, and what; of a leg into another zone only the time of the end it is told by."""
    wording = setting.voice.wording
    time = text.but(bold=True)
    small = text.at(9.5).but(leading=text.leading)
    if event.shows_both_ends and event.first is not None:
        parts: list[Part] = one_time(wording.clock(event.first.at), time, small)
    else:
        parts = list(time_parts_of(event, wording, time, small))
    if parts:
        parts.append(Run(f"{NO_BREAK} ", text))
    if name := icon_of(event):
        parts += [icon(name, text), Run(NO_BREAK, text)]
    parts.append(Run(travelling.heading(event, wording), text))
    if undecided_for(setting.schedule, event):
        parts.append(Run(f" {wording.speaker.tr_in('glance', '(group not decided yet)')}", SECOND_TEXT))
    return lay(parts, width)


def _night(night: Night, wording: Wording) -> str:
    """Say where one sleeps; of a family only the name, which the bed before it explains."""
    homes = [stay.household for stay in night.stays if stay.household is not None]
    if wording.language == "en" and night.kinds == (StayKind.HOME,) and homes:
        return family_word(homes[0], wording.language)
    return lodging.night(night, wording)


def _end_of_day(day: Day, setting: Setting, width: float, form: _Form) -> Box:
    """Set who sees to the meals, by their marks or in words, and where one sleeps."""
    wording, text = setting.voice.wording, form.text
    lines: list[Box] = []
    if day.night is not None:
        sign = "bed" if day.night.number else "plane"
        words = _night(day.night, wording)
        lines.append(
            fitted(
                [icon(sign, text), Run(f"{NO_BREAK}{words}", text.but(bold=True))],
                width, smallest=min(setting.smallest, text.size), lines=2,
            )
        )
    if wording.language == "ja":
        meals = [
            f"{lodging.MEALS_JA[which]}{'・'.join(MEAL_MARKS[one] for one in providers(day.meals[which]))}"
            for which in MealTime
            if which in day.meals
        ]
        if meals:
            lines.append(lay(Run("\u3000".join(meals), SECOND_TEXT), width))
    elif day.meals and form.meals and not setting.frame.half:
        # Half a sheet has room for marks, not for words; the programme says them.
        lines.append(lay(Run(_meals(day, wording), SECOND_TEXT), width))
    for one in reminders(day, wording):
        lines.append(lay(Run(one.words, SECOND_TEXT.but(bold=True, colour=INK)), width))
    return stack(lines)


def _meals(day: Day, wording: Wording) -> str:
    """Say the meals in words, those alike at once: "Breakfast, dinner: with the family; lunch: together"."""
    alike: dict[str, list[str]] = {}
    for name, words in lodging.meals(day, wording):
        alike.setdefault(words, []).append(name)
    said = (
        wording.speaker.tr(
            "{label}: {words}", label=wording.listed([first, *(name.lower() for name in others)]), words=words
        )
        for words, (first, *others) in alike.items()
    )
    return ("；" if wording.language == "ja" else "; ").join(said)
