"""A proposal as rows of two tables: what becomes of each row of the sheet, and what is to be reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from planner.intake.proposals import Proposal, RowProposal, RowState
from planner.intake.values.reading import Doubt
from planner.language import N_, other_language, say, screen_language, tr, trn
from planner.rules.finding import Subject
from planner.ui.pages.intake.understood import Understood, change_words, reason_words
from planner.ui.widgets.table import Cell, Column, Row

#: What a line of the tables is: a row of the sheet, by its place in the proposal, and a note, likewise.
ROW: Final = "SheetRow"
NOTE: Final = "SheetNote"

STATES: Final = {
    RowState.NEW: (N_("New"), "good"),
    RowState.UPDATED: (N_("Changes"), "chosen"),
    RowState.UNCHANGED: (N_("Unchanged"), "grey"),
    RowState.SENT_TWICE: (N_("Sent twice"), "check"),
    RowState.SKIPPED: (N_("Skipped"), "check"),
}


def row_columns() -> list[Column]:
    """The columns of the table of rows."""
    return [
        Column(tr("Row"), 64, right=True),
        Column(tr("Name"), 260),
        Column(tr("What becomes of it"), 140),
        Column(tr("As understood")),
        Column(tr("To review"), 96, right=True),
    ]


def row_rows(proposal: Proposal) -> Iterator[Row]:
    """One line for each row of the sheet."""
    language = screen_language()
    other = other_language(language)
    understood = Understood(proposal)
    for place, row in enumerate(proposal.rows):
        words, tone = STATES[row.state]
        name = row.name.said_in(language)
        second = row.name.said_in(other)
        more = second if second != name else ""
        notes = len(row.notes)
        detail = said_of(row, understood)
        yield Row(
            Subject(ROW, place),
            (
                Cell(str(row.number), sort=row.number, tone="text2"),
                Cell(name or tr("no name"), more, bold=True),
                Cell(tr(words), chip=tone, sort=list(RowState).index(row.state)),
                Cell(detail),
                Cell(str(notes) if notes else "", sort=notes, tone="check.text" if notes else ""),
            ),
            words=" ".join((name, second, detail, *row.cells.values())),
        )


def said_of(row: RowProposal, understood: Understood) -> str:
    """A row in one line: why it is passed over, what changes, or what is new."""
    if row.state is RowState.SENT_TWICE and row.replaced_by is not None:
        return tr("Row {row} was sent later and counts", row=row.replaced_by)
    parts = [] if row.reason is None else [say(row.reason)]
    made = [change for change in row.changes if not change.kept]
    parts += [change_words(change) for change in made]
    if row.state is RowState.NEW:
        parts.append(understood.summary(row))
    return " · ".join(filter(None, parts))


def note_columns() -> list[Column]:
    """The columns of the table of what is to be reviewed."""
    return [
        Column(tr("Row"), 64, right=True),
        Column(tr("Name"), 200),
        Column(tr("Column"), 220),
        Column(tr("Words")),
        Column(tr("Why")),
    ]


def note_rows(proposal: Proposal) -> Iterator[Row]:
    """One line for each item to review; what stands in a column that is not known is one line for all its rows."""
    language = screen_language()
    numbered = list(enumerate((row, note) for row in proposal.rows for note in row.notes))
    unknown: dict[str, list[str]] = {}
    for _, (_, note) in numbered:
        if note.reason == Doubt.COLUMN_UNKNOWN:
            unknown.setdefault(note.column, []).append(note.words)
    told: set[str] = set()
    for number, (row, note) in numbered:
        name, words, kept = row.name.said_in(language), note.words, ""
        if note.reason == Doubt.COLUMN_UNKNOWN:
            if note.column in told:
                continue
            told.add(note.column)
            of_column = unknown[note.column]
            if len(of_column) > 1:
                name = trn("{count} row", "{count} rows", len(of_column))
                words, kept = " / ".join(dict.fromkeys(of_column)), " ".join(of_column)
        where = f"{note.column}  {note.heading}" if note.heading != note.column else note.column
        reason = reason_words(note)
        yield Row(
            Subject(NOTE, number),
            (
                Cell("" if kept else str(note.row_number), sort=note.row_number, tone="text2"),
                Cell(name),
                Cell(where, sort=(len(note.column), note.column)),
                Cell(words.replace("\n", " "), bold=True),
                Cell(reason),
            ),
            words=f"{name} {where} {kept or words} {reason}",
        )
