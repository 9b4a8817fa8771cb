"""What a printed paper shows, as its reader sees it: its words, its fonts, and where its ink lies."""

import io
import re

import pypdf
import pypdfium2
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

from planner.papers.kit.sheet import Frame
from planner.papers.preview import Preview


def pages_of(pdf: bytes) -> list[str]:
    """The words of each page as a reader would copy them, without the spaces that lines make."""
    with Preview(pdf) as preview:
        return [bare(preview.text(number)) for number in range(len(preview))]


def bare(words: str) -> str:
    return re.sub(r"\s+", "", words.replace("'", "’"))


def assert_embedded(pdf: bytes) -> None:
    """Every font is in the file, and none that every reader has to have."""
    assert b"Helvetica" not in pdf
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]


def assert_inside(pdf: bytes, frame: Frame) -> None:
    """Nothing stands outside the safe area, neither words nor ink."""
    left, top = frame.origin
    width, height = frame.sheet
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        assert page.get_size() == pytest.approx((width, height), abs=0.05)
        for thing in page.get_objects():
            box = thing.get_bounds()
            # A full-width mark's square may hang out with its empty half; its ink is looked at below.
            slack = 6.0 if thing.type == FPDF_PAGEOBJ_TEXT else 1.2  # and a rule reaches out by its weight
            assert box[0] >= left - 1.2, box
            assert box[2] <= width - left + slack, box
            assert box[1] >= top - 1.0, box
            assert box[3] <= height - top + 1.0, box
        image = page.render(scale=1, grayscale=True).to_pil()
        ink = image.point(lambda shade: 255 if shade < 200 else 0).getbbox()
        assert ink is not None
        assert ink[0] >= left - 1
        assert ink[1] >= top - 1
        assert ink[2] <= width - left + 1
        assert ink[3] <= height - top + 1
    document.close()
