"""A photograph on a page: as large as the room for it allows, in its own proportions, in a thin frame."""

from __future__ import annotations

import io

from planner.papers.kit.boxes import Box
from planner.papers.kit.colours import GREY
from planner.papers.kit.marks import Patch, Picture

_FRAME = 0.4


def photo(jpeg: bytes, digest: str, width: float, height: float) -> Box:
    """Set a JPEG into a room of this size. The frame keeps a bright sky apart from the paper."""
    across, down = _size(jpeg)
    scale = min(width / across, height / down)
    wide, high = across * scale, down * scale
    marks = (Picture(0.0, 0.0, wide, high, digest, jpeg), Patch(0.0, 0.0, wide, high, line=GREY, weight=_FRAME))
    return Box(wide, high, marks)


def _size(jpeg: bytes) -> tuple[int, int]:
    from reportlab.pdfbase.pdfutils import readJPEGInfo

    across, down, *_ = readJPEGInfo(io.BytesIO(jpeg))
    return across, down
