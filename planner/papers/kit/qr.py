"""QR codes, drawn by ourselves from the modules that reportlab's encoder works out."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from planner.papers.kit.boxes import Box
from planner.papers.kit.colours import INK, WHITE
from planner.papers.kit.marks import Patch, Squares

# Cameras need four light modules round the code (ISO/IEC 18004).
QUIET = 4


def qr_code(text: str, size: float) -> Box:
    """Give the QR code of a text, ``tel:+1-207-555-0100``, as a white square of `size` points with its quiet zone.

    Error correction is M: 15 % may be crumpled or stained.
    """
    rows = _modules(text)
    module = size / (len(rows) + 2 * QUIET)
    rects = []
    for down, row in enumerate(rows):
        right = 0
        for dark, run in groupby(row):
            count = len(list(run))
            if dark:
                rects.append(((QUIET + right) * module, (QUIET + down) * module, count * module, module))
            right += count
    return Box(size, size, (Patch(0.0, 0.0, size, size, fill=WHITE), Squares(0.0, 0.0, tuple(rects), INK)))


@lru_cache(maxsize=256)
def _modules(text: str) -> tuple[tuple[bool, ...], ...]:
    from reportlab.graphics.barcode import qrencoder

    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    return tuple(tuple(bool(dark) for dark in row) for row in code.modules)
