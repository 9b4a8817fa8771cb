"""The guest's own emergency card within the packet, to cut out and fold."""

from __future__ import annotations

from planner.language import N_
from planner.papers.cards.faces import back, front
from planner.papers.cards.particulars import card_of, own_language
from planner.papers.guestpacket.setting import Setting
from planner.papers.kit.boxes import Box, on, stack
from planner.papers.kit.cards import CARD_HEIGHT, CARD_WIDTH, folded, scissors
from planner.papers.kit.colours import INK
from planner.papers.kit.flow import solid
from planner.papers.kit.lines import lay
from planner.papers.kit.marks import Patch, enlarged
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import HALF_SCALE, MM

TITLE = N_("Emergency card")
SECTION = "card"


def card_page(setting: Setting, version: int) -> tuple[Body, ...]:
    """Lay the card: beside its back on a whole sheet; on half a sheet above it, both in the size of a holder."""
    card = card_of(setting.plan, setting.member)
    pair = front(card, own_language(setting.plan.visit), version), back(card, version)
    here = setting.voice.here
    if setting.frame.half:
        words = here.tr("Cut out both sides and glue them back to back, or keep them as they are.")
        sides = stack([_in_real_size(box) for box in pair], 6 * MM)
    else:
        words = here.tr("Cut along the marks and fold in the middle.")
        # The grid of a card sheet reaches beyond the text on both sides.
        sides = Box(setting.width, folded(*pair).height, inner=((-2 * MM, 0.0, folded(*pair)),))
    return setting.pages(
        TITLE, [solid(lay(scissors(words), setting.width)), solid(sides, above=Box(0.0, 3 * MM))], SECTION
    )


def _in_real_size(box: Box) -> Box:
    """Give a card as large as it has to be printed, although its page is printed smaller; with a line to cut by."""
    factor = 1 / HALF_SCALE
    marks = tuple(enlarged(mark, factor) for mark in box.flattened())
    line = Patch(0.0, 0.0, CARD_WIDTH * factor, CARD_HEIGHT * factor, line=INK, weight=0.6)
    return on((line,), Box(CARD_WIDTH * factor, CARD_HEIGHT * factor, marks, facts=tuple(box.told())))
