"""The preview: pages of a PDF as pixels and words."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from planner.papers.kit.lines import Run, lay
from planner.papers.kit.marks import Patch
from planner.papers.kit.pages import Page
from planner.papers.kit.press import Particulars, press
from planner.papers.kit.sheet import Frame
from planner.papers.kit.styles import TITLE
from planner.papers.preview import Preview


@pytest.fixture(scope="module")
def pdf() -> bytes:
    frame = Frame("letter")
    words = tuple(lay(Run("Itinerary 行程表", TITLE), 300).flattened(20, 20))
    patch = Patch(0, 0, frame.width, 10, fill="#2A4B7C")
    pages = [Page(frame, (patch, *words)), Page(Frame("letter", landscape=True), words)]
    return press(pages, Particulars("T", "A", "S", "en-US", "D:20270713194000-04'00'"))


def test_a_page_becomes_pixels_in_the_order_qt_reads(pdf: bytes) -> None:
    with Preview(pdf) as preview:
        assert len(preview) == 2
        assert preview.sizes[0] == pytest.approx((612, 792), abs=0.1)
        assert preview.sizes[1] == pytest.approx((792, 612), abs=0.1)
        picture = preview.picture(0, 1.0)
    assert (picture.width, picture.height) == (612, 792)
    assert len(picture.pixels) == picture.row_bytes * picture.height
    assert picture.pixels[:4] == b"\xff\xff\xff\xff"
    middle = picture.row_bytes * 27 + 4 * 300  # in the accent bar at the top of the safe area
    assert picture.pixels[middle : middle + 4] == b"\x7c\x4b\x2a\xff"


def test_scale_is_pixels_a_point(pdf: bytes) -> None:
    with Preview(pdf) as preview:
        picture = preview.picture(1, 1.5)
    assert (picture.width, picture.height) == (1188, 918)


def test_the_words_of_a_page(pdf: bytes) -> None:
    with Preview(pdf) as preview:
        assert "Itinerary 行程表" in preview.text(0)


def test_a_page_that_is_not_there(pdf: bytes) -> None:
    with Preview(pdf) as preview:
        with pytest.raises(IndexError):
            preview.picture(2, 1.0)
        with pytest.raises(IndexError):
            preview.text(-1)


def test_two_threads_may_draw_at_once(pdf: bytes) -> None:
    with Preview(pdf) as preview, ThreadPoolExecutor(2) as pool:
        pictures = list(pool.map(lambda number: preview.picture(number % 2, 0.5).width, range(12)))
    assert pictures == [306, 396] * 6
