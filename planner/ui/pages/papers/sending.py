"""Papers on a printer: the sheet they need, both sides where one belongs to the other, page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from planner.commands.printing import Made, Wanted, make_all
from planner.model.kinds import PaperSize
from planner.model.message import Cancelled, PlannerError
from planner.model.plan import Plan
from planner.model.progress import Progress
from planner.papers.catalogue import document_of
from planner.papers.document import Sides
from planner.papers.preview import Picture, Preview
from planner.ui.pages.papers.work import image_of

_DPI: Final = 300
"""What office printers show of small kanji; finer would only take longer, and finer than a printer is of no use."""

_SHEETS: Final = {PaperSize.A4: QPageSize.PageSizeId.A4, PaperSize.LETTER: QPageSize.PageSizeId.Letter}

_TURNED: Final[Mapping[Sides, QPrinter.DuplexMode]] = {
    Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Sides.BOOKLET: QPrinter.DuplexMode.DuplexShortSide,
}


def set_up(printer: QPrinter, wanted: Sequence[Wanted]) -> None:
    """Put a printer at the sheet and the sides of the first paper, before anybody is asked."""
    printer.setPageSize(QPageSize(_SHEETS[PaperSize(wanted[0].paper)]))
    if (turned := _TURNED.get(document_of(wanted[0].document).sides)) is not None:
        printer.setDuplex(turned)


def send(plan: Plan, wanted: Sequence[Wanted], printer: QPrinter, progress: Progress) -> list[Made]:
    """Print papers on a printer, page by page; may run in any thread (Qt paints on printers in threads).

    What is folded or cut out is printed on both sides, whatever was chosen; each paper begins on a front. What is
    cancelled is not printed at all, as far as the printer has not begun. Raises what `make_all` does, and
    `PlannerError` ``printer-refused``.
    """
    made = make_all(plan, wanted, progress)
    total = sum(one.sheets for one in made)
    job, scale = _Job(printer), min(_DPI, printer.resolution()) / 72
    done = 0
    try:
        for one in made:
            job.begin(document_of(one.issued.document).sides)
            with Preview(one.printed.pdf) as preview:
                for page, size in enumerate(preview.sizes):
                    progress(done, total)
                    job.print(preview.picture(page, scale), size)
                    done += 1
    except Cancelled:
        printer.abort()
        raise
    finally:
        job.end()
    progress(total, total)
    return made


class _Job:
    """What is sent to a printer: one job, or several where papers are turned over different edges."""

    def __init__(self, printer: QPrinter) -> None:
        self._printer = printer
        self._chosen = self._turned = printer.duplex()
        # A printer takes how sheets are turned once a job; a file takes all in one, since another would replace it.
        self._can_part = printer.outputFormat() is QPrinter.OutputFormat.NativeFormat
        self._painter = QPainter()
        self._pages = 0

    def begin(self, sides: Sides) -> None:
        """Begin the next paper, on a front."""
        turned = _TURNED.get(sides, self._chosen)
        if turned != self._turned and (self._can_part or not self._pages):
            self.end()
            self._printer.setDuplex(turned)
            self._turned = turned
        if self._pages % 2 and self._turned is not QPrinter.DuplexMode.DuplexNone:
            self._printer.newPage()
            self._pages += 1

    def print(self, picture: Picture, size: tuple[float, float]) -> None:
        """Print a page, `size` in points."""
        printer, painter = self._printer, self._painter
        wide = size[0] > size[1]
        printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)
        printer.setFullPage(True)
        if painter.isActive():
            printer.newPage()
        elif not painter.begin(printer):
            raise PlannerError("printer-refused", printer=printer.printerName())
        # Else pages would be sent as photographs are, with a haze round each letter.
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        _paint(painter, printer, picture, size)
        self._pages += 1

    def end(self) -> None:
        """Let the printer begin."""
        if self._painter.isActive():
            self._painter.end()
        self._pages = 0


def _paint(painter: QPainter, printer: QPrinter, picture: Picture, size: tuple[float, float]) -> None:
    """Paint a page in its own size, in the middle of the sheet that is in the printer."""
    dots = printer.resolution() / 72
    wide, high = size[0] * dots, size[1] * dots
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    target = QRectF((sheet.width() - wide) / 2, (sheet.height() - high) / 2, wide, high)
    painter.drawImage(target, image_of(picture))
