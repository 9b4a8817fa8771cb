"""What an interpreter writes down for the invoice: who pays it, hours worked, travel and expenses (domain.md §6.3)."""

from __future__ import annotations

from planner.language import N_in
from planner.papers.desk import TEXT, part_title
from planner.papers.kit.boxes import Box, gap, stack
from planner.papers.kit.flow import Block, solid
from planner.papers.kit.lines import Run, lay
from planner.papers.kit.rows import VALUE_WIDTH, label_row, ruled_table
from planner.papers.kit.sheet import MM
from planner.papers.kit.ticks import write_line
from planner.papers.sections.voice import Voice


def invoice(voice: Voice) -> Block:
    """Set who is billed, the organisation that receives the guests, and lines to write on."""
    visit = voice.wording.schedule.plan.visit
    pact = visit.partnership
    if visit.host_city.country == "JP":
        billed = voice.pick(pact.organisation_japan_en, pact.organisation_japan_ja)
    else:
        billed = voice.pick(pact.organisation_us_en, pact.organisation_us_ja)
    rows = (
        (N_in("invoice", "Goes to"), lay(Run(billed, TEXT), VALUE_WIDTH) if billed.strip() else _line()),
        (N_in("invoice", "Hours worked"), _line()),
        (N_in("invoice", "Travel, expenses"), _line()),
    )
    table = ruled_table([label_row(*voice.both(words), box) for words, box in rows])
    return solid(stack([part_title(voice, N_in("invoice", "For your invoice")), table]), above=gap(6 * MM))


def _line() -> Box:
    return write_line(VALUE_WIDTH, height=8 * MM)
