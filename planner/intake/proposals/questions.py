"""What only a person can say: whether 3/4/2027 is in March or in April, and what a sheet is whose headings do not
tell. Asked once a sheet, and only if needed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from planner.intake.columns.mapping import SheetMapping
from planner.intake.proposals.proposal import Question
from planner.intake.reading.sheet import Sheet
from planner.intake.values.dates import DayOrder, Frame, readings_of, stated_orders
from planner.model.kinds import SheetKind
from planner.model.message import Message
from planner.model.visits import Visit

DAY_ORDER = "day_order"
SHEET_KIND = "sheet_kind"

_WITH_DAYS = frozenset(
    {
        "HostOffer.applied_on",
        "Person.birth_date",
        "Member.passport_expires_on",
        "Clearance",
        "Resident",
        "NightOff",
        "Availability",
        "on",
        "start",
        "end",
    }
)


def frames_of(
    sheet: Sheet, mapping: SheetMapping, visit: Visit, answers: Mapping[str, str]
) -> tuple[Frame, dict[int, Frame], tuple[Question, ...]]:
    """What days of each column are understood by, and the question if that cannot be told.

    A column's own unambiguous days decide for it (3/14/2027 can only be month first), then those of the whole
    sheet, then the answer.
    """
    columns = {
        guess.index: [line.texts[guess.index] for line in sheet.rows if line.texts[guess.index]]
        for guess in mapping.columns
        if guess.target in _WITH_DAYS
    }
    proven = {index: stated_orders(texts) for index, texts in columns.items()}
    everywhere = set().union(*proven.values()) if proven else set()
    answered = _order(answers.get(DAY_ORDER))
    whole = next(iter(everywhere)) if len(everywhere) == 1 else answered
    frames: dict[int, Frame] = {}
    words, unclear = "", dict[DayOrder, dt.date]()
    for index, texts in columns.items():
        order = next(iter(proven[index])) if len(proven[index]) == 1 else whole
        frames[index] = Frame(visit.first_day, visit.last_day, order)
        for text in texts if order is None else ():
            readings = readings_of(text)
            if len(readings) > len(unclear):
                words, unclear = text, readings
    frame = Frame(visit.first_day, visit.last_day, whole)
    if not unclear:
        return frame, frames, ()
    choices = tuple((order.value, Message.of("import-answer-day", day=day)) for order, day in unclear.items())
    return frame, frames, (Question(DAY_ORDER, Message.of("import-ask-day-order", words=words), choices),)


def kind_question(mapping: SheetMapping) -> Question | None:
    """What the sheet is, where its headings do not tell: every kind, the guess marked as one and first."""
    if mapping.kind_told:
        return None
    others = [kind for kind in SheetKind if kind is not mapping.kind]
    return Question(
        SHEET_KIND,
        Message.of("import-ask-kind"),
        (
            (mapping.kind.value, Message.of("import-answer-kind-guessed", kind=mapping.kind)),
            *((kind.value, Message.of("import-answer-kind", kind=kind)) for kind in others),
        ),
    )


def _order(answer: str | None) -> DayOrder | None:
    return DayOrder(answer) if answer in set(DayOrder) else None
