"""A sheet that lacks a column says nothing about it: what came from that column before stays as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.intake.columns import guess
from planner.intake.proposals import propose
from planner.intake.reading import Line, Sheet
from planner.model.kinds import SheetKind
from planner.storage import PlannerFile

from .sheets import read_in, sample, sheet_of
from .test_again import member

KINDS = {
    "guests_form.csv": SheetKind.GUESTS,
    "host_families.xlsx": SheetKind.HOSTS,
    "interpreters.csv": SheetKind.INTERPRETERS,
    "programme.csv": SheetKind.PROGRAMME,
}


def without_column(sheet: Sheet, index: int) -> Sheet:
    def cut(line: Line) -> Line:
        typed = {place - (place > index): value for place, value in line.typed.items() if place != index}
        return replace(line, texts=(*line.texts[:index], *line.texts[index + 1 :]), typed=typed)

    return replace(
        sheet,
        columns=(*sheet.columns[:index], *sheet.columns[index + 1 :]),
        headings=(*sheet.headings[:index], *sheet.headings[index + 1 :]),
        lines=tuple(cut(line) for line in sheet.lines),
    )


@pytest.mark.parametrize("name", KINDS)
def test_any_one_column_may_be_missing(file: PlannerFile, name: str) -> None:
    sheet = sample(name)
    read_in(file, sheet)
    remembered = guess(sheet, file.plan.column_mappings)
    changed = {}
    for index, heading in enumerate(sheet.headings):
        if remembered.target_of(index) in ("on", "title_en", "start"):
            continue  # without these a row is another event, or none
        fewer = without_column(sheet, index)
        mapping = guess(fewer, file.plan.column_mappings, kind=KINDS[name])
        proposal = propose(fewer, mapping, file.plan)
        if proposal.steps:
            changed[heading] = [
                (row.number, change.noun, change.field, change.old, change.new)
                for row in proposal.rows
                for change in row.changes
            ] or proposal.steps[:3]
    assert changed == {}


def test_one_kind_of_wish_is_asked_for_again(file: PlannerFile) -> None:
    read_in(file, sample("guests_form.csv"))
    before = {(one.person.given_name, wish.kind, wish.words) for one in file.plan.members for wish in one.wishes}
    sakura = member(file.plan, "Sakura")
    assert sakura.wishes
    read_in(file, sheet_of(("氏名（漢字）", "生年月日", "避けたい相手"), ("髙橋 さくら", "平成25年4月12日", "")))
    after = {(one.person.given_name, wish.kind, wish.words) for one in file.plan.members for wish in one.wishes}
    assert after == before


def test_a_list_of_names_takes_nothing_away(file: PlannerFile) -> None:
    read_in(file, sample("guests_form.csv"))
    names = [(f"{one.person.given_name} {one.person.family_name}",) for one in file.plan.members]
    sheet = sheet_of(("Name", "Foo"), *names)
    proposal = propose(sheet, guess(sheet, kind=SheetKind.GUESTS), file.plan)
    assert proposal.steps == ()
