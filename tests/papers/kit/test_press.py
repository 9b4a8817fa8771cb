"""The press: a page read back by another program has its words, embedded fonts, outline and particulars."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pypdf
import pypdfium2
import pytest

from planner.papers.kit.boxes import Box, bookmarked, picture, stack
from planner.papers.kit.colours import ACCENT
from planner.papers.kit.glyphs import MissingGlyphsError
from planner.papers.kit.icons import ICONS
from planner.papers.kit.lines import Run, lay, natural_width
from planner.papers.kit.marks import Disc, Patch, Picture, Rule, Words, moved
from planner.papers.kit.pages import Body, Furniture, Page, dressed, fold_ticks
from planner.papers.kit.photos import photo
from planner.papers.kit.press import Particulars, press
from planner.papers.kit.ruby import with_reading
from planner.papers.kit.sheet import MM, PAPERS, Frame
from planner.papers.kit.styles import TEXT, TITLE
from tests.model.full_visit import planted
from tests.papers.settled import a_photo

FURNITURE = Furniture(
    visit="Girls’ basketball, Portland 2027",
    recipient="For: 髙橋 さくら",
    version="Version 4",
    phone="24-hour phone (207) 555-0100",
    page_of=lambda number, total: f"Page {number} of {total}",
    privacy="Private",
    note="",
)
PARTICULARS = Particulars("Itinerary", "Portland", "A visit", "en-US", "D:20270713194000-04'00'")


def pages(paper: str = "a4", text: str = "集合 at the Expo", count: int = 2, landscape: bool = False) -> Sequence[Page]:
    frame = Frame(paper, landscape)
    body = bookmarked(lay([Run(text, TITLE), Run(" 𠮷野", TEXT)], frame.text_width), "Day one")
    return dressed(frame, [Body(((frame.left, frame.top, body),), fold_ticks(frame))] * count, FURNITURE)


def text_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def fonts_of(pdf: bytes) -> list[Any]:
    return [
        font.get_object()
        for page in pypdf.PdfReader(io.BytesIO(pdf)).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    ]


def test_the_words_can_be_copied_and_the_page_numbers_are_right() -> None:
    first, second = text_of(press(pages(), PARTICULARS))
    assert "集合 at the Expo" in first
    assert "𠮷野" in first
    assert "For: 髙橋 さくら" in first
    assert "Page 1 of 2" in first
    assert "Page 2 of 2" in second


def test_a_name_with_its_reading_is_found_in_one_piece() -> None:
    frame = Frame("a4")
    name = lay(with_reading([("髙橋", "たかはし"), ("桜", "さくら")], TEXT.at(20)), frame.text_width)
    text = text_of(press(dressed(frame, [Body(((frame.left, frame.top, name),))], FURNITURE), PARTICULARS))[0]
    assert "髙橋 桜" in text
    assert text.index("髙橋") < text.index("たかはし")


def test_every_font_is_embedded_and_helvetica_is_not_named() -> None:
    pdf = press(pages(), PARTICULARS)
    assert b"Helvetica" not in pdf
    fonts = fonts_of(pdf)
    assert fonts
    for font in fonts:
        assert "NotoSansJP" in font["/BaseFont"]
        assert "/FontFile2" in font["/FontDescriptor"]


def test_the_pdf_says_what_it_is_and_has_an_outline() -> None:
    reader = pypdf.PdfReader(io.BytesIO(press(pages(), PARTICULARS)))
    assert reader.metadata is not None
    assert reader.metadata.title == "Itinerary"
    assert reader.metadata.author == "Portland"
    assert reader.metadata.subject == "A visit"
    assert reader.metadata["/CreationDate"] == "D:20270713194000-04'00'"
    assert reader.trailer["/Root"]["/Lang"] == "en-US"
    assert [entry.title for entry in reader.outline] == ["Day one", "Day one"]  # type: ignore[union-attr]


def test_text_in_the_other_language_says_so() -> None:
    """In a paper in two languages, or a name: a screen reader changes its voice there, and back after it."""
    frame = Frame("a4")
    words = ("Meet at 9:00", "集合", "9:00", "Bring", "髙橋 さくら")
    box = stack(lay(Run(each, TEXT), frame.text_width) for each in words)
    page = dressed(frame, [Body(((frame.left, frame.top, box),))], FURNITURE)
    for language, marked in (("en-US", "ja-JP"), ("ja-JP", "en-US")):
        pdf = press(page, replace(PARTICULARS, language=language))
        content = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].get_contents()
        assert content is not None
        marks = [
            str(operands[1]["/Lang"]) if sign == b"BDC" else "" for operands, sign in content.operations
            if sign in (b"BDC", b"EMC")
        ]  # fmt: skip
        assert marks[::2] == [marked] * (len(marks) // 2)
        assert marks[1::2] == [""] * (len(marks) // 2)
        assert len(marks) >= 4
        assert all(each in text_of(pdf)[0] for each in words)


def test_pages_printed_without_those_that_bear_their_headings_have_an_outline_too() -> None:
    frame = Frame("a4")
    levels = {"Nights": 1, "Tips": 1, "日本語": 0, "泊まる日": 1, "日程": 1}
    boxes = [bookmarked(lay(Run("集合", TEXT), frame.text_width), title, level) for title, level in levels.items()]
    sheets = dressed(frame, [Body(((frame.left, frame.top, box),)) for box in boxes], FURNITURE)
    outline = pypdf.PdfReader(io.BytesIO(press(sheets, PARTICULARS))).outline
    titles = [[one.title for one in entry] if isinstance(entry, list) else entry.title for entry in outline]
    assert titles == ["Nights", "Tips", "日本語", ["泊まる日", "日程"]]


def test_same_pages_same_bytes() -> None:
    assert press(pages(), PARTICULARS) == press(pages(), PARTICULARS)
    assert press(pages(), PARTICULARS) != press(pages(), replace(PARTICULARS, title="Other"))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("landscape", [False, True])
def test_the_frame_is_the_same_on_both_papers_and_centred(paper: str, landscape: bool) -> None:
    frame = Frame(paper, landscape)
    left, top = frame.origin
    width, height = frame.sheet
    assert sorted((frame.width / MM, frame.height / MM)) == pytest.approx([194, 263])
    assert left * 2 + frame.width == pytest.approx(width)
    assert top * 2 + frame.height == pytest.approx(height)
    assert min(left, top) > 7.9 * MM
    reader = pypdf.PdfReader(io.BytesIO(press(pages(paper, landscape=landscape), PARTICULARS)))
    assert float(reader.pages[0].mediabox.width) == pytest.approx(width, abs=0.01)
    assert float(reader.pages[0].mediabox.height) == pytest.approx(height, abs=0.01)


def test_a_page_with_a_hole_is_refused_unless_asked_for() -> None:
    with pytest.raises(MissingGlyphsError) as refused:
        press(pages(text="Party ต"), PARTICULARS)
    assert [each.character for each in refused.value.missing] == ["ต"]
    assert "Party 〓" in text_of(press(pages(text="Party ต"), PARTICULARS, with_holes=True))[0]


def test_what_our_font_lacks_is_drawn_by_its_helpers_and_can_be_copied() -> None:
    pdf = press(pages(text="With 김민수 and 张伟 ✈ 🎉 at noon", count=1), PARTICULARS)
    assert "With 김민수 and 张伟 ✈ 🎉 at noon" in text_of(pdf)[0]
    names = {font["/BaseFont"].split("+")[1] for font in fonts_of(pdf)}
    assert names == {
        "NotoSansJP-Regular", "NotoSansJP-Bold", "NotoSansKR-Bold", "NotoSansSC-Bold", "NotoSansSymbols2-Regular",
        "NotoEmoji-Regular",
    }  # fmt: skip
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts_of(pdf))


def test_letters_of_a_helper_take_the_room_they_need() -> None:
    whole, latin = natural_width(Run("ab김민수cd", TEXT)), natural_width(Run("abcd", TEXT))
    assert natural_width(Run("김민수", TEXT)) == pytest.approx(whole - latin)
    assert len(lay([Run("김" * 40, TEXT)], 100).inner) > 3
    assert lay([Run("ab김민수cd", TEXT)], 400).height == TEXT.leading


def test_the_digest_tells_what_a_page_shows_and_not_its_version() -> None:
    one, two = pages(count=1)[0], pages(count=2)[0]
    assert one.digest == two.digest
    assert one.furniture != two.furniture
    assert pages(text="集合 at the Arena")[0].digest != one.digest
    assert "集合 at the Expo" in one.words


def test_every_icon_and_mark_leaves_ink() -> None:
    frame = Frame("letter")
    drawn = [picture(name, 24, ACCENT) for name in ICONS]
    drawn += [
        Box(24, 24, (Disc(12, 12, 6),)),
        Box(24, 24, (Disc(12, 12, 6, weight=2),)),
        Box(24, 24, (Rule(2, 12, 22, 12, 1, dash=(2, 1)),)),
        Box(24, 24, (Patch(2, 2, 20, 20, line="#111111", weight=1),)),
        Box(24, 24, (Patch(2, 2, 20, 20, fill="#EAEEF5"),)),
        Box(24, 24, (Words(2, 20, "あ", 20, spacing=2),)),
    ]
    placed = tuple((30.0 * (i % 12), 30.0 * (i // 12), box) for i, box in enumerate(drawn))
    body = tuple(mark for x, y, box in placed for mark in box.flattened(x, y))
    document = pypdfium2.PdfDocument(press([Page(frame, body)], PARTICULARS))
    image = document[0].render(scale=2, grayscale=True).to_pil()
    left, top = frame.origin
    for i, (x, y, _) in enumerate(placed):
        area = image.crop(tuple(int(2 * n) for n in (left + x, top + y, left + x + 24, top + y + 24)))
        assert area.getextrema()[0] < 245, f"nothing drawn at {i}"
    document.close()


def test_a_photograph_is_in_the_file_as_it_is_and_once() -> None:
    jpeg = planted("ann")
    frame = Frame("letter")
    tall, wide = photo(jpeg, "ann", 60 * MM, 45 * MM), photo(a_photo((600, 300)), "oak", 60 * MM, 45 * MM)
    assert (round(tall.width / MM, 2), round(tall.height / MM, 2)) == (33.75, 45)
    assert (round(wide.width / MM, 2), round(wide.height / MM, 2)) == (60, 30)
    page = Page(frame, tuple(moved(mark, frame.left, frame.top) for mark in tall.marks))
    pdf = press([page, page], PARTICULARS)
    assert pdf.count(jpeg) == 1
    assert press([page, page], PARTICULARS) == pdf
    # Which picture it is makes the page another one, and its bytes are not gone through for that.
    other = Page(frame, tuple(replace(mark, digest="ben") for mark in page.marks if isinstance(mark, Picture)))
    assert other.digest != page.digest
    assert "jpeg" not in repr(page.marks)
    [drawn] = pypdfium2.PdfDocument(pdf)[0].get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
    left, bottom, right, top = drawn.get_bounds()
    assert (round((right - left) / MM, 1), round((top - bottom) / MM, 1)) == (33.8, 45.0)
