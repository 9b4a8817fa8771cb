"""The allergy matrix: who must not eat what, by the foods that labels name in the two countries, and who is ill.

The nine of the US (FALCPA and the FASTER Act) and Japan's eight whose naming is mandatory (domain.md §3.2). The marks
are told apart without colour: black is what can harm at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from planner.language import N_, N_in, Words
from planner.language.figures import comma_list
from planner.language.food import SEVERE, food_line
from planner.language.kana import has_japanese
from planner.language.names import full_name
from planner.language.terms import term
from planner.model.delegations import Member
from planner.model.kinds import Allergen, Answer, Reaction, Severity
from planner.model.people import AnimalNeed, Person
from planner.papers.kit.boxes import Box, gap, stack, telling
from planner.papers.kit.colours import INK, WHITE
from planner.papers.kit.flow import Block, solid
from planner.papers.kit.fonts import CAP_HEIGHT, text_width
from planner.papers.kit.lines import Inset, Part, Run, Style, lay
from planner.papers.kit.marks import Patch
from planner.papers.kit.marks import Words as Text
from planner.papers.kit.sheet import MM
from planner.papers.kit.tables import Column, Table
from planner.papers.rosters.form import STRONG, TEXT, WIDTH, Cell, Form, Roster, lines
from planner.papers.sections.health import illness_and_medicine
from planner.papers.sections.voice import Voice
from planner.rules.homestays.homes import covered

US_NINE: Final = (
    Allergen.MILK, Allergen.EGG, Allergen.FISH, Allergen.CRUSTACEANS, Allergen.TREE_NUTS, Allergen.PEANUT,
    Allergen.WHEAT, Allergen.SOY, Allergen.SESAME,
)  # fmt: skip
JAPAN_EIGHT: Final = (
    Allergen.SHRIMP, Allergen.CRAB, Allergen.WALNUT, Allergen.WHEAT, Allergen.BUCKWHEAT, Allergen.EGG, Allergen.MILK,
    Allergen.PEANUT,
)  # fmt: skip
#: The columns: first what stands on both lists, then kinds beside what they are kinds of.
COLUMNS: Final = (
    Allergen.EGG, Allergen.MILK, Allergen.WHEAT, Allergen.PEANUT, Allergen.CRUSTACEANS, Allergen.SHRIMP, Allergen.CRAB,
    Allergen.TREE_NUTS, Allergen.WALNUT, Allergen.FISH, Allergen.SOY, Allergen.SESAME, Allergen.BUCKWHEAT,
)  # fmt: skip
_SHORT: Final[dict[Severity, Words]] = {
    Severity.SMALL_AMOUNTS_OK: N_in("allergy", "a little ok"),
    Severity.COOKED_OK: N_in("allergy", "cooked ok"),
    Severity.AIRBORNE: N_in("allergy", "also in the air"),
}
_CROSS, _TRIANGLE, _DASH = "×", "△", "–"
_MARK = Style(11, 13, bold=True)
_TINY = Style(6, 7.6)
_NAME, _WORDS = 40.0, 46.6


def allergies(members: Sequence[Member], form: Form) -> Roster:
    """Set everybody who must not eat something; who has said nothing is named below, so that nobody is forgotten."""
    asking = [member for member in members if _needs(member.person) or _is_ill(member)]
    table = _table(form)
    rows = [_row(table, member, form) for member in asking]
    if not rows:
        rows = [table.row([form.voice.say(N_("Nobody has said anything."))])]
    blocks = [form.titled(table, rows, N_in("roster", "Allergies and health"), _legend(form))]
    return Roster("allergies", (*blocks, *_others(members, form)))


def _needs(person: Person) -> bool:
    return bool(
        person.food_needs or person.diets or person.diet_words or person.other_allergies or person.animal_needs
        or person.epinephrine_pens
    )  # fmt: skip


def _is_ill(member: Member) -> bool:
    """Whether something else is to be known when they are on the way: an illness, medicine, that they get carsick."""
    person = member.person
    return bool(person.conditions.strip() or person.medicines.strip()) or member.motion_sick is Answer.YES


def _table(form: Form) -> Table:
    inset = 0.6 * MM
    names = [_food(food, form) for food in COLUMNS]
    # As wide as their names, and at least as a mark with its words.
    wanted = [max(8 * MM, *(text_width(line, 8.5, bold=True) for line in name.split("\n"))) for name in names]
    spare = (WIDTH - (_NAME + _WORDS) * MM - sum(wanted)) / len(wanted)
    columns = [Column(form.heading(N_("Name")), _NAME * MM)]
    for food, name, width in zip(COLUMNS, names, wanted, strict=True):
        columns.append(Column(f"{name}\n{_lists(food)}", width + spare, "centre", smallest=6.0))
    columns.append(Column(form.heading(N_("In words, and what is carried")), _WORDS * MM))
    return Table(tuple(columns), TEXT, is_ledger=True, above=1.0 * MM, below=1.0 * MM, inset=(inset, inset))


def _food(food: Allergen, form: Form) -> str:
    """Name a food by its short name, on a paper in both languages in both."""
    languages = (form.voice.language, form.voice.other.language) if form.both else (form.voice.language,)
    return "\n".join(term(food, each).partition("（")[0].partition(" (")[0] for each in languages)


def _lists(food: Allergen) -> str:
    """Say on which country's list of labels a food is."""
    return " ".join(name for name, foods in (("US", US_NINE), ("JP", JAPAN_EIGHT)) if food in foods)


def _row(table: Table, member: Member, form: Form) -> Box:
    person, language = member.person, form.voice.language
    second = full_name(person, form.voice.other.language, formal=True)
    cells = [lines(table, 0, [full_name(person, language, formal=True), second], first_bold=True)]
    for number, food in enumerate(COLUMNS, start=1):
        cells.append(_cell(person, food, table.room(number), form))
    words = [*_in_words(person, form), *_on_the_way(member, form)]
    cells.append(lines(table, len(COLUMNS) + 1, words))
    return telling(table.row(cells), form.cells(member.uid, lambda each: _told(member, each)))


def _told(member: Member, form: Form) -> tuple[str, list[Cell]]:
    """Tell the lines, not what was stated in whatever language."""
    wording = form.voice.wording
    on_the_way = ("" if wording.language == "ja" else " ").join(filter(None, _on_the_way(member, form)))
    return full_name(member.person, wording.language), [
        Cell("food", N_("Food"), wording.listed(filter(None, _in_words(member.person, form, stated=False)))),
        Cell("health", N_("Health"), on_the_way),
    ]


def _worst(person: Person, food: Allergen) -> Severity | None:
    """Give how strictly somebody keeps a food away, be it as a kind of another: shrimp for who avoids crustaceans."""
    order = list(Severity)
    found = [need.severity for need in person.food_needs if food in covered([need.allergen])]
    return max(found, key=order.index) if found else None


def _cell(person: Person, food: Allergen, width: float, form: Form) -> Box:
    """Mark how strictly somebody keeps a food away; where it is only kinds of it, their names stand below: a kitchen in
    the US looks for shrimp under crustaceans.
    """
    severity, kinds = _worst(person, food), list[Allergen]()
    if severity is None:
        found = {kind: worst for kind in COLUMNS if kind in covered([food]) and (worst := _worst(person, kind))}
        kinds, severity = list(found), max(found.values(), key=list(Severity).index, default=None)
    if severity is None:
        return gap(0.0)
    parts: list[Part]
    if severity in SEVERE:
        parts = [_black(_CROSS)]
    elif severity is Severity.DISLIKE:
        parts = [Run(_DASH, _MARK)]
    else:
        parts = [Run(_CROSS if severity is Severity.AVOID else _TRIANGLE, _MARK)]
    mark = lay(parts, width, align="centre")
    short = _SHORT.get(severity)
    words = [*(term(kind, form.voice.language) for kind in kinds), form.voice.say(short) if short else ""]
    below = [lay(Run(each, _TINY), width, align="centre") for each in words if each]
    return stack([mark, *below])


def _black(sign: str) -> Inset:
    """Set a sign white on black: what can harm at once."""
    size, height = _MARK.size, 4.4 * MM
    width = 6 * MM
    wide = text_width(sign, size, bold=True)
    baseline = (height + CAP_HEIGHT * size) / 2
    words = Text((width - wide) / 2, baseline, sign, size, True, WHITE)
    return Inset(Box(width, height, (Patch(0.0, 0.0, width, height, fill=INK), words)), drop=height - baseline)


def _in_words(person: Person, form: Form, *, stated: bool = True) -> list[str]:
    voice, language = form.voice, form.voice.language
    pens = person.epinephrine_pens
    here = voice.wording.speaker
    carried = here.trn("carries {count} epinephrine pen", "carries {count} epinephrine pens", pens) if pens else ""
    own = [need.words.strip() for need in person.food_needs if need.allergen is not Allergen.OTHER]
    # They are in the language of the form that was filled in.
    words = comma_list(dict.fromkeys(filter(None, own)), "ja" if has_japanese("".join(own)) else "en")
    animals = voice.wording.listed([_animal(need, voice) for need in person.animal_needs])
    return [
        food_line(person, language),
        carried,
        here.tr("As stated: {words}", words=words) if words and stated else "",
        here.tr("Animals: {words}", words=animals) if animals else "",
    ]


def _on_the_way(member: Member, form: Form) -> list[str]:
    """Say what whoever goes along has to know besides food; the staff's eyes only, as all rosters are."""
    said = [*illness_and_medicine(member.person, form.voice)]
    if member.motion_sick is Answer.YES:
        said.append(form.voice.here.tr("Gets car-sick: sit in front, stop now and then."))
    return said


def _animal(need: AnimalNeed, voice: Voice) -> str:
    known = need.reaction is not Reaction.UNKNOWN
    why = term(need.reaction, voice.language) if known else voice.here.tr("perhaps an allergy, to be confirmed")
    return f"{term(need.species, voice.language)}{voice.within(why)}"


def _legend(form: Form) -> str:
    signs = N_("black ×: severe   ×: must avoid   △: with limits   –: dislikes   US, JP: on that country’s list")
    return form.voice.say(signs)


def _others(members: Sequence[Member], form: Form) -> list[Block]:
    """Name those of whom nothing is known; that is not the same as that they may eat everything."""
    silent = [full_name(one.person, form.voice.language) for one in members if not _needs(one.person)]
    if not silent:
        return []
    label = form.voice.say(N_("No food needs stated:"))
    box = lay([Run(f"{label} ", STRONG), Run(form.voice.wording.listed(silent), TEXT)], WIDTH)
    return [solid(Box(WIDTH, box.height + 3 * MM, inner=((0.0, 3 * MM, box),)))]
