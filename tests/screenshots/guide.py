"""The pictures of the guide, in docs/guide/pictures: parts of the real window, small enough to go with the program.

A picture is written only if it differs from the one that is there by more than what clocks and counted days change.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from PIL import Image, ImageChops
from PySide6.QtCore import QBuffer, QIODevice, QRect
from PySide6.QtGui import QPixmap

from planner.language import screen_language
from planner.resources import GUIDE
from planner.ui.boards.time.places import ZOOMS
from planner.ui.shell.window import MainWindow
from tests.screenshots import calendars, homestays, importing, outofdate, states

#: How large the window is; what is cut out of it is about as wide as a page of text.
WINDOW: Final = (1180, 720)
FOLDER: Final = GUIDE / "pictures"

#: Colours of a picture: the window has few, and its shadows do without the others.
_COLOURS: Final = 128
#: A picture of which fewer than one in so many points has changed is still true.
_SAME: Final = 50


class Scene(NamedTuple):
    """A picture's name, what is done for it, and the part of the window it shows (None for all of it)."""

    name: str
    set_up: Callable[[MainWindow], object]
    part: Callable[[MainWindow], QRect] | None = None


def _overview(window: MainWindow) -> None:
    window.frame.show_page("overview")


def _clash(window: MainWindow) -> None:
    page = states.programme(window)
    page.look("visit")
    page.board.set_zoom(ZOOMS.index(0.8))
    states.carry_into_a_clash(window)


def _page(window: MainWindow) -> QRect:
    """The page without what is around it."""
    page = window.frame.page
    assert page is not None
    return QRect(page.mapTo(window, page.rect().topLeft()), page.size())


def _beside_rail(window: MainWindow) -> QRect:
    """The page with its inspector."""
    page = _page(window)
    return QRect(page.left(), page.top(), window.width() - page.left(), page.height())


SCENES: Final = (
    Scene("overview", _overview),
    Scene("programme", _clash, _page),
    Scene("homestays", homestays.half_paired, _page),
    Scene("calendars", calendars.sent, _beside_rail),
    Scene("import", importing.rows, _beside_rail),
    # These change the visit: they come last.
    Scene("papers", outofdate.changed, _page),
    Scene("slip", outofdate.large_slip, outofdate.slip_rect),
)


def pictures(window: MainWindow, settle: Callable[[MainWindow], None]) -> Iterator[Path]:
    """Write the pictures of the screen's language; gives those that had changed. `settle` waits for the window."""
    window.resize(*WINDOW)
    for scene in SCENES:
        scene.set_up(window)
        settle(window)
        grabbed = window.grab()
        part = grabbed if scene.part is None else grabbed.copy(scene.part(window))
        target = FOLDER / f"{scene.name}-{screen_language()}.png"
        if _write(part, target):
            yield target


def _write(picture: QPixmap, target: Path) -> bool:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    taken = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")
    few = taken.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    if target.exists() and _alike(few.convert("RGB"), Image.open(target).convert("RGB")):
        return False
    target.parent.mkdir(exist_ok=True)
    few.save(target, optimize=True)
    return True


def _alike(one: Image.Image, other: Image.Image) -> bool:
    if one.size != other.size:
        return False
    counts = ImageChops.difference(one, other).convert("L").point(lambda value: 255 if value > 24 else 0).histogram()
    return counts[255] * _SAME < sum(counts)
