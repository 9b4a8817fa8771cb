"""How the table of nights and runs is set: its forms from roomy to close, and its words for who sees to a meal."""

from __future__ import annotations

from dataclasses import dataclass

from planner.language import N_, N_in, Words
from planner.papers.kit.lines import Style
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import SECOND_TEXT, TEXT, TIME, WEEKDAY
from planner.papers.sections.meals import Table


@dataclass(frozen=True, slots=True)
class Form:
    """How closely the table is set, from roomy to close: with titles or without, its type, the room above a row."""

    titles: bool
    room: float
    between: float = 2.0 * MM
    text: Style = TEXT
    time: Style = TIME
    date: Style = WEEKDAY
    small: Style = SECOND_TEXT


FORMS = (
    Form(titles=True, room=1.7 * MM),
    Form(titles=False, room=1.3 * MM),
    Form(
        titles=False,
        room=0.8 * MM,
        between=0.8 * MM,
        text=TEXT.at(10).but(leading=12.4),
        time=TIME.at(14.5).but(leading=16.5),
        date=WEEKDAY.but(leading=16.5),
        small=SECOND_TEXT.at(9).but(leading=11.5),
    ),
    Form(
        titles=False,
        room=0.5 * MM,
        between=0.5 * MM,
        text=TEXT.at(10).but(leading=11.8),
        time=TIME.at(14.5).but(leading=15.5),
        date=WEEKDAY.but(leading=15.5),
        small=SECOND_TEXT.at(9).but(leading=11),
    ),
)

#: Who sees to a meal, as a word in the table and as the legend has it.
TABLES: dict[Table, tuple[Words, Words]] = {
    Table.HOME: (N_in("meal", "home"), N_("at your table")),
    Table.GROUP: (N_in("meal", "group"), N_("with the group")),
    Table.PACKED: (N_in("meal", "pack"), N_("in a bag to go")),
    Table.OWN: (N_in("meal", "own"), N_("each buys their own")),
}
#: The same of a meal that is none of the family's, since the guest is not here yet, on board, or gone.
NOT_HERE: tuple[str, Words] = ("–", N_("not with you"))
#: The same of a meal that nobody has settled: an empty cell would leave a family to guess.
OPEN: tuple[Words, Words] = (N_in("meal", "open"), N_("nobody has said yet who sees to it"))
