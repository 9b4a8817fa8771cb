"""The work behind the page, for the background: look at papers, open and send them."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from planner.commands.printing import Made, Progress, Wanted, make, make_all, put_together
from planner.model.message import Cancelled, PlannerError
from planner.model.plan import Plan
from planner.papers.options import Printed
from planner.papers.preview import Picture, Preview, PreviewClosedError

#: Pixels a point of a thumbnail: a sheet is about 44 × 58 then.
THUMBNAIL = 0.085

#: What most printers can show; finer would only take longer.
_PRINTED_DPI = 200


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper to look at: what was printed, its opened pages, and a small picture of each."""

    printed: Printed
    preview: Preview
    thumbnails: tuple[Picture, ...]


def look(plan: Plan, wanted: Wanted, ratio: float, progress: Progress) -> Shown:
    """Print a paper to look at; `ratio` is how many pixels of the screen make one of ours."""
    progress(0, 0)
    printed = make(plan, wanted).printed
    preview = Preview(printed.pdf)
    try:
        thumbnails = []
        for page in range(len(preview)):
            progress(page, len(preview))
            thumbnails.append(preview.picture(page, THUMBNAIL * ratio))
    except Cancelled:
        preview.close()
        raise
    return Shown(printed, preview, tuple(thumbnails))


def draw(preview: Preview, page: int, scale: float, progress: Progress) -> Picture:
    """Draw one page at `scale` pixels a point. Another paper may have taken its place meanwhile: then not."""
    progress(0, 0)
    try:
        return preview.picture(page, scale)
    except PreviewClosedError:
        raise Cancelled from None


def save_to_open(plan: Plan, wanted: Sequence[Wanted], progress: Progress) -> tuple[Path, list[Made]]:
    """Print papers into a file for the system's viewer."""
    folder = Path(tempfile.mkdtemp(prefix="shimai-"))
    made = make_all(plan, wanted, progress)
    path = folder / made[0].printed.file_name
    put_together(made, path)
    return path, made


def send(plan: Plan, wanted: Sequence[Wanted], printer: QPrinter, progress: Progress) -> list[Made]:
    """Print papers on a printer, page by page; may run in any thread (Qt paints on printers in threads)."""
    made = make_all(plan, wanted, progress)
    total = sum(len(one.printed.pages) for one in made)
    painter = QPainter()
    done = 0
    for one in made:
        with Preview(one.printed.pdf) as preview:
            for page in range(len(preview)):
                progress(done, total)
                _turn(printer, preview.sizes[page])
                if not painter.isActive():
                    if not painter.begin(printer):
                        raise PlannerError("printer-refused", printer=printer.printerName())
                else:
                    printer.newPage()
                _paint(painter, printer, preview.picture(page, _PRINTED_DPI / 72), preview.sizes[page])
                done += 1
    painter.end()
    progress(total, total)
    return made


def _turn(printer: QPrinter, size: tuple[float, float]) -> None:
    from PySide6.QtGui import QPageLayout

    wide = size[0] > size[1]
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(turned)
    printer.setFullPage(True)


def _paint(painter: QPainter, printer: QPrinter, picture: Picture, size: tuple[float, float]) -> None:
    """Paint a page in its own size, in the middle of the sheet that is in the printer."""
    dots = printer.resolution() / 72
    wide, high = size[0] * dots, size[1] * dots
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    target = QRectF((sheet.width() - wide) / 2, (sheet.height() - high) / 2, wide, high)
    painter.drawImage(target, image_of(picture))


def image_of(picture: Picture) -> QImage:
    """A page as an image of Qt's; its pixels are copied."""
    shared = QImage(picture.pixels, picture.width, picture.height, picture.row_bytes, QImage.Format.Format_RGB32)
    return shared.copy()
