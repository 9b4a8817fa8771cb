"""A committee's words on a page: headings that keep to what follows, boxes to tick, a letter that goes on overleaf."""

from planner.papers.kit.boxes import Box
from planner.papers.kit.flow import flow
from planner.papers.kit.marks import Disc, Patch, Words
from planner.papers.sections.prose import prose, proses

WORDS = """Before the list.

# Clothes

- a sweater
- shoes

# Papers
- passport"""
LETTER = " ".join(f"sentence {number} of a long letter." for number in range(200))


def words(box: Box) -> str:
    return " ".join(mark.text for mark in box.flattened() if isinstance(mark, Words))


def test_every_word_is_set_with_its_box_or_its_dot() -> None:
    plain, ticked = proses(WORDS, 300), proses(WORDS, 300, ticks=True)
    assert words(plain) == words(ticked) == "Before the list. Clothes a sweater shoes Papers passport"
    assert sum(isinstance(mark, Disc) for mark in plain.flattened()) == 3
    assert sum(isinstance(mark, Patch) for mark in ticked.flattened()) == 3


def test_a_heading_stays_with_the_lines_below_it() -> None:
    blocks = prose(WORDS, 300)
    heights = [block.above.height + block.whole().height for block in blocks]
    # So low that the second heading would just fit at the foot of the first page.
    room = sum(heights[:5]) + 1
    first, second = flow(blocks, room)
    assert words(first.placed[-1][1]) == "shoes"
    assert words(second.placed[0][1]) == "Papers"


def test_a_letter_longer_than_a_page_goes_on_and_loses_nothing() -> None:
    sheets = flow(prose(LETTER, 300), 400)
    assert len(sheets) > 1
    assert all(y + box.height <= 400 for sheet in sheets for y, box in sheet.placed)
    assert " ".join(words(box) for sheet in sheets for _, box in sheet.placed).split() == LETTER.split()
