"""The work behind the page, for the background: print papers, look at their pages, save and send them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from planner.clock import now_in
from planner.commands import papers
from planner.commands.papers import Issued
from planner.language.filenames import unused
from planner.model.audience import Audience, redact
from planner.model.kinds import PaperSize
from planner.model.message import Cancelled, PlannerError
from planner.model.plan import Plan
from planner.papers.documents import render
from planner.papers.joining import join
from planner.papers.options import ItineraryOptions, Printed
from planner.papers.preview import Picture, Preview, PreviewClosedError
from planner.papers.writing import write_whole

Progress = Callable[[int, int], None]

#: Pixels a point of a thumbnail: a sheet is about 44 × 58 then.
THUMBNAIL = 0.085

#: What most printers can show; finer would only take longer.
_PRINTED_DPI = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """One paper as it is asked for: `recipient` is a member's uid, None the whole group."""

    document: str
    recipient: str | None
    language: str
    paper: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper to look at: what was printed, its opened pages, and a small picture of each."""

    printed: Printed
    preview: Preview
    thumbnails: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that was printed, and how it is remembered once it has been handed out."""

    printed: Printed
    issued: Issued


def next_version(plan: Plan, wanted: Wanted) -> int:
    """Which version the paper will be: one more than was handed out before."""
    return papers.next_version(plan, wanted.document, wanted.recipient or "", wanted.language)


def make(plan: Plan, wanted: Wanted) -> Made:
    """Print one paper with only what its recipient may see; a character that no font has becomes 〓."""
    member = next((one for one in plan.members if one.uid == wanted.recipient), None)
    if wanted.recipient is not None and member is None:
        raise PlannerError("paper-recipient-unknown")
    version = next_version(plan, wanted)
    options = ItineraryOptions(
        language=wanted.language,
        paper=wanted.paper,
        recipient=wanted.recipient,
        printed_at=now_in(plan.visit.host_city.zone),
        version=version,
        with_holes=True,
    )
    audience = Audience.group() if member is None else Audience.participant(member.id)
    printed = render(redact(plan, audience), options)
    shown = [{"number": page.number, "digest": page.digest, "words": page.words} for page in printed.pages]
    issued = Issued(
        document=wanted.document,
        recipient=wanted.recipient or "",
        language=wanted.language,
        paper=PaperSize(wanted.paper),
        version=version,
        shown=shown,
    )
    return Made(printed, issued)


def make_all(plan: Plan, wanted: Sequence[Wanted], progress: Progress) -> list[Made]:
    """Print several papers, one after the other."""
    made = []
    for number, one in enumerate(wanted):
        progress(number, len(wanted))
        made.append(make(plan, one))
    progress(len(wanted), len(wanted))
    return made


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


def save_one(plan: Plan, wanted: Sequence[Wanted], path: Path, progress: Progress) -> list[Made]:
    """Print papers into one file, one after the other. Raises `PlannerError` ``paper-folder-refused``."""
    made = make_all(plan, wanted, progress)
    pdfs = [one.printed.pdf for one in made]
    write_whole(path, pdfs[0] if len(pdfs) == 1 else join(pdfs))
    return made


def save_each(plan: Plan, wanted: Sequence[Wanted], folder: Path, progress: Progress) -> list[Made]:
    """Print papers into a folder, each into a file of its own; those finished before a cancel stay."""
    made: list[Made] = []
    names: list[str] = []
    for number, one in enumerate(wanted):
        progress(number, len(wanted))
        made.append(make(plan, one))
        names.append(unused(made[-1].printed.file_name, names))
        write_whole(folder / names[-1], made[-1].printed.pdf)
    progress(len(wanted), len(wanted))
    return made


def save_to_open(plan: Plan, wanted: Sequence[Wanted], progress: Progress) -> tuple[Path, list[Made]]:
    """Print papers into a file for the system's viewer."""
    folder = Path(tempfile.mkdtemp(prefix="shimai-"))
    made = make_all(plan, wanted, progress)
    path = folder / made[0].printed.file_name
    pdfs = [one.printed.pdf for one in made]
    write_whole(path, pdfs[0] if len(pdfs) == 1 else join(pdfs))
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
