"""The work behind the page, for the background: look at papers, and open them."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from planner.commands.printing import Made, Wanted, make, make_one_file
from planner.commands.touching import step_behind, touching
from planner.language import screen_language
from planner.model.message import Cancelled
from planner.model.plan import Plan
from planner.model.progress import Progress
from planner.outbox import put_out
from planner.papers.joining import join
from planner.papers.options import Printed
from planner.papers.preview import Picture, Preview, PreviewClosedError
from planner.papers.standing.comparing import Difference
from planner.papers.standing.news import News
from planner.papers.standing.reckoning import Standing
from planner.papers.standing.saying import news_said_in
from planner.storage import PlannerFile
from planner.ui.pages.papers.lent import folder_to_lend

#: Pixels a point of a thumbnail: a sheet is about 44 × 58 then.
THUMBNAIL = 0.085

# PDFium draws no rule thinner than a pixel: on a small picture the hairlines of a table would become bars. With so many
# pixels a point they are as thin as they are; no picture is drawn more times larger than this before it is made small.
_FINE, _MOST_TIMES = 2.5, 12


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that changed on a paper, and when, by this computer's clock, if the history knows."""

    news: News
    at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper to look at: what was printed, its opened pages, and a small picture of each.

    Of one that is out of date its change slip comes first (`slips` pages); `changes` says which pages it is about, and
    `reasons` why. `file_name` suggests one for what is printed of it.
    """

    printed: Printed
    preview: Preview
    thumbnails: tuple[Picture, ...]
    slips: int = 0
    changes: Difference | None = None
    reasons: tuple[Reason, ...] = ()
    file_name: str = ""

    def is_changed(self, page: int) -> bool:
        """Say whether a page of the preview, from 0, is one of those to print again."""
        return self.changes is not None and page - self.slips + 1 in self.changes.put_in


def look(
    plan: Plan, wanted: Wanted, old: Standing | None, file: PlannerFile | None, ratio: float, progress: Progress
) -> Shown:
    """Print a paper to look at; `old` says what its reader holds of it, where that is out of date, and `file` why.

    `ratio` is how many pixels of the screen make one of ours.
    """
    progress(0, 0)
    printed = make(plan, wanted).printed
    slips, pdf, name = 0, printed.pdf, printed.file_name
    reasons: tuple[Reason, ...] = ()
    if old is not None and old.changes:
        progress(0, 0)
        again = make(plan, replace(wanted, only_changes=True))
        slips = again.slips
        pdf = join([again.printed.pdf, printed.pdf], first=slips)
        reasons, name = _reasons(plan, wanted, old, file), again.printed.file_name
    preview = Preview(pdf)
    try:
        thumbnails = []
        for page in range(len(preview)):
            progress(page, len(preview))
            thumbnails.append(fine(preview, page, THUMBNAIL * ratio))
    except BaseException:
        preview.close()
        raise
    return Shown(printed, preview, tuple(thumbnails), slips, old.changes if slips and old else None, reasons, name)


def _reasons(plan: Plan, wanted: Wanted, old: Standing, file: PlannerFile | None) -> tuple[Reason, ...]:
    """Say in the screen's language what changed, each with the moment of the step that it goes back to."""
    since = old.issue.issued_at.replace(tzinfo=dt.UTC)
    touches = [] if file is None else touching(file.touches_since(since), plan, wanted.reader)
    found = []
    for one in news_said_in(plan, old, screen_language()):
        step = step_behind(one, touches, plan)
        found.append(Reason(one, None if step is None else step.at.astimezone()))
    return tuple(found)


def fine(preview: Preview, page: int, scale: float) -> Picture:
    """Draw a page at `scale` pixels a point with its hairlines thin: larger first, then made smaller."""
    times = min(_MOST_TIMES, max(1, math.ceil(_FINE / scale)))
    large = preview.picture(page, scale * times)
    if times == 1:
        return large
    image = image_of(large).scaled(
        math.ceil(large.width / times), math.ceil(large.height / times),
        Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_RGB32)  # fmt: skip
    return Picture(image.width(), image.height(), bytes(image.constBits()))


def draw(preview: Preview, page: int, scale: float, progress: Progress) -> Picture:
    """Draw one page at `scale` pixels a point. Another paper may have taken its place meanwhile: then not."""
    progress(0, 0)
    try:
        return fine(preview, page, scale)
    except PreviewClosedError:
        raise Cancelled from None


def save_to_open(plan: Plan, wanted: Sequence[Wanted], progress: Progress) -> tuple[Path, list[Made]]:
    """Print papers into a file for the system's viewer."""
    folder = folder_to_lend()
    pdf, made = make_one_file(plan, wanted, progress)
    path = folder / made[0].printed.file_name
    put_out(path, pdf)
    return path, made


def image_of(picture: Picture) -> QImage:
    """A page as an image of Qt's; its pixels are copied."""
    shared = QImage(picture.pixels, picture.width, picture.height, picture.row_bytes, QImage.Format.Format_RGB32)
    return shared.copy()
