"""The booklet: pages that fold into their order, type that can be read on half a sheet, nothing outside its half."""

import pytest

from planner.language.kana import is_kana
from planner.model import Plan
from planner.model.readers import of_guest
from planner.papers.catalogue import document_of
from planner.papers.document import Laid
from planner.papers.kit.fonts import text_width
from planner.papers.kit.imposing import imposed, missing_pages, sides
from planner.papers.kit.marks import Words
from planner.papers.kit.pages import Page
from planner.papers.kit.sheet import Frame
from planner.papers.options import PaperOptions
from planner.papers.rendering import redacted_for
from tests.papers.conftest import PRINTED_AT, member_named

SMALLEST = 8.0
RUBY = 6.0


def booklet(plan: Plan, who: str, language: str, paper: str) -> Laid:
    reader = of_guest(member_named(plan, who))
    return document_of("booklet").lay(redacted_for(plan, reader), reader, PaperOptions(language, paper, PRINTED_AT))


def folded(count: int) -> list[int]:
    """Fold a pile of printed sheets as hands do, and read it from the front: each sheet lies within the one before."""
    printed = list(sides(count))
    sheets = [(printed[number], printed[number + 1]) for number in range(0, len(printed), 2)]
    first_half = [page for front, back in sheets for page in (front[1], back[0])]
    second_half = [page for front, back in reversed(sheets) for page in (back[1], front[0])]
    return first_half + second_half


@pytest.mark.parametrize("count", [4, 8, 12, 24, 40])
def test_folded_sheets_read_in_order(count: int) -> None:
    assert folded(count) == list(range(1, count + 1))


def test_only_full_sheets_are_imposed() -> None:
    assert [missing_pages(count) for count in (1, 4, 6, 23)] == [3, 0, 2, 1]
    page = Page(Frame("a4", half=True), ())
    with pytest.raises(ValueError, match="3 pages"):
        imposed([page] * 3, "a4")


@pytest.mark.parametrize(("language", "paper"), [("ja", "a4"), ("en", "letter"), ("both", "a4")])
def test_a_booklet_is_read_in_order_and_its_type_can_be_read(settled: Plan, language: str, paper: str) -> None:
    laid = booklet(settled, "Hina", language, paper)
    frame = laid.pages[0].frame
    assert frame.landscape
    middle, edge = frame.width / 2, (frame.sheet[0] - frame.width) / 2
    numbers: list[int] = []
    for page in laid.pages:
        for mark in page.marks:
            if not isinstance(mark, Words):
                continue
            right = mark.x + text_width(mark.text, mark.size, mark.bold)
            # No word crosses the fold or comes nearer to the edge of the sheet than a printer reaches.
            assert (right < middle) if mark.x < middle else mark.x > middle, mark.text
            assert mark.x + edge > 14
            assert right < frame.width + edge - 14
            if not page_of_card(page):
                assert mark.size >= (RUBY if is_kana(mark.text) else SMALLEST), (mark.text, mark.size)
        numbers += [number_of(page, left=left, middle=middle) for left in (True, False)]
    pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
    assert pairs == list(sides(len(numbers)))


def page_of_card(page: Page) -> bool:
    """Cards have the size of their holder whatever they are printed on."""
    return any("緊急カード" in mark.text and mark.bold for mark in page.body if isinstance(mark, Words))


def number_of(page: Page, *, left: bool, middle: float) -> int:
    """The page's number as its foot says it: "Page 3 of 24", 「3／24ページ」."""
    for mark in page.furniture:
        if isinstance(mark, Words) and (mark.x < middle) == left and ("ページ" in mark.text or "Page" in mark.text):
            return int("".join(c if c.isdigit() else " " for c in mark.text).split()[0])
    raise AssertionError(page.words)


def test_a_card_in_a_booklet_has_its_real_size(settled: Plan) -> None:
    laid = booklet(settled, "Hina", "ja", "a4")
    (page,) = [page for page in laid.pages if page_of_card(page) and "I am a visitor from" in page.words]
    number = next(
        mark for mark in page.body if isinstance(mark, Words) and mark.text == "(207) 555-0100" and mark.size > 15
    )
    assert number.size > 17
