"""The pages of a paper on screen: small pictures of all at the left, one page large, next and previous, zoom."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from planner.language import tr
from planner.papers.preview import Picture, Preview
from planner.ui.jobs import Jobs, LastJob
from planner.ui.pages.papers.pagepictures import MARGIN, PageSheet, Thumbnail
from planner.ui.pages.papers.work import THUMBNAIL, Shown, draw, image_of
from planner.ui.widgets.boxes import STRETCH, Scroll, clear, row, surface
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.text import Text

#: Percent of the printed size; FIT shows the whole page.
ZOOMS: Final = (50, 75, 100, 125, 150, 200, 300)
FIT: Final = 0

#: Screens show 96 logical pixels an inch, paper has 72 points.
_ACTUAL: Final = 96 / 72


class PageView(QWidget):
    """Shows a paper that was printed to be looked at. It draws one page at a time, in the background."""

    #: Another page is shown.
    turned = Signal(int)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._shown: Shown | None = None
        self._page, self._zoom = 0, FIT
        self._drawn: tuple[int, float] | None = None
        self._job = LastJob()
        # Kept apart from the widget, so that it can be closed when that is gone.
        self._opened: list[Preview] = []
        self.destroyed.connect(partial(_close, self._opened))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Preview"))

        thumbs = QWidget()
        self._thumbs = QVBoxLayout(thumbs)
        self._thumbs.setContentsMargins(8, 16, 8, 16)
        self._thumbs.setSpacing(6)
        self._thumbs.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._thumb_scroll = Scroll(thumbs, tr("Pages"))
        self._thumb_scroll.setFixedWidth(84)
        self._sheet = PageSheet()
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._sheet)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._sheet.setAutoFillBackground(False)
        middle = row(self._thumb_scroll, gap=0)
        middle.addWidget(self._scroll, 1)
        ground = surface("sunk", middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(ground, 1)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(60)
        self._wait.timeout.connect(self._draw)

        self._before = IconButton("left", tr("Previous page"), lambda: self.turn(-1), shortcut="PgUp")
        self._after = IconButton("right", tr("Next page"), lambda: self.turn(1), shortcut="PgDown")
        self._where = Text("", tone="text2")
        self._smaller = IconButton("minus", tr("Smaller"), lambda: self.zoom_by(-1), shortcut="-")
        self._larger = IconButton("plus", tr("Larger"), lambda: self.zoom_by(1), shortcut="+")
        self._size = Button("", self.fit, look="quiet", tip=tr("Show the whole page"))
        self._size.setMinimumWidth(64)
        self.bar = row(
            self._smaller, self._size, self._larger, STRETCH, self._before, self._where, self._after, gap=4
        )
        self._settle()

    # What is shown

    def show_paper(self, shown: Shown | None) -> None:
        """Show a paper, at the page looked at before as far as it has one; None shows nothing."""
        self._job.give_up()
        self._drawn = None
        _close(self._opened)
        if shown is not None:
            self._opened.append(shown.preview)
        self._shown = shown
        clear(self._thumbs)
        if shown is not None:
            self._page = min(self._page, len(shown.thumbnails) - 1)
            for number, picture in enumerate(shown.thumbnails):
                made = Thumbnail(
                    picture, self._label(number), self._name(number), self.devicePixelRatioF(),
                    changed=shown.is_changed(number),
                )  # fmt: skip
                made.clicked.connect(lambda _=False, number=number: self.go(number))
                self._thumbs.addWidget(made)
        else:
            self._sheet.show_image(QImage(), QSize(0, 0))
        self._settle()
        self._draw()

    def _label(self, page: int) -> str:
        slips = self._shown.slips if self._shown else 0
        return tr("slip") if page < slips else str(page - slips + 1)

    def _name(self, page: int) -> str:
        slips = self._shown.slips if self._shown else 0
        return tr("Change slip") if page < slips else tr("Page {page}", page=page - slips + 1)

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many there are."""
        return 0 if self._shown is None else len(self._shown.thumbnails)

    def go(self, page: int) -> None:
        """Show a page."""
        if 0 <= page < self.pages and page != self._page:
            self._page = page
            self._settle()
            self._draw()
            self._scroll.verticalScrollBar().setValue(0)
            self.turned.emit(page)

    def open_at(self, page: int, zoom: int) -> None:
        """Where to open the next paper, and how large."""
        self._page, self._zoom = page, zoom

    def turn(self, by: int) -> None:
        """Show the next page (1) or the one before (−1)."""
        self.go(self._page + by)

    # Size

    @property
    def zoom(self) -> int:
        """Percent of the printed size, or `FIT`."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Show pages in this size: percent of the printed one, or `FIT`."""
        self._zoom = percent
        self._settle()
        self._draw()

    def fit(self) -> None:
        """Show the whole page."""
        self.set_zoom(FIT)

    def zoom_by(self, steps: int) -> None:
        """Show pages a step larger or smaller."""
        now = round(self._scale() / _ACTUAL * 100)
        if steps > 0:
            self.set_zoom(next((zoom for zoom in ZOOMS if zoom > now), ZOOMS[-1]))
        else:
            self.set_zoom(next((zoom for zoom in reversed(ZOOMS) if zoom < now), ZOOMS[0]))

    def _scale(self) -> float:
        """Logical pixels a point."""
        if self._zoom != FIT or self._shown is None:
            return (self._zoom or 100) / 100 * _ACTUAL
        wide, high = self._shown.preview.sizes[self._page]
        room = self._scroll.maximumViewportSize() - QSize(2 * MARGIN, 2 * MARGIN)
        return max(THUMBNAIL, min(room.width() / wide, room.height() / high))

    # Drawing

    def _draw(self) -> None:
        shown = self._shown
        if shown is None:
            return
        ratio = self.devicePixelRatioF()
        scale = self._scale()
        if self._drawn == (self._page, scale):
            return
        page = self._page

        def done(picture: Picture) -> None:
            if isValid(self) and self._shown is shown:
                self._drawn = (page, scale)
                wide, high = shown.preview.sizes[page]
                self._sheet.show_image(image_of(picture), QSize(round(wide * scale), round(high * scale)))

        self._job.put(
            self._jobs.start(tr("Drawing the page"), draw, shown.preview, page, scale * ratio, done=done)
        )

    @property
    def is_drawn(self) -> bool:
        """Whether the page shown is the one asked for, in its size."""
        return self._drawn is not None and self._drawn[0] == self._page and self._job.is_over

    def _settle(self) -> None:
        pages = self.pages
        self._before.setEnabled(self._page > 0)
        self._after.setEnabled(self._page < pages - 1)
        for button in (self._smaller, self._larger, self._size):
            button.setEnabled(pages > 0)
        slips = self._shown.slips if self._shown else 0
        numbered = tr("{page} of {pages}", page=self._page - slips + 1, pages=pages - slips)
        self._where.setText("" if not pages else self._label(self._page) if self._page < slips else numbered)
        self._size.setText(tr("Whole page") if self._zoom == FIT else f"{self._zoom}%")
        for place in range(self._thumbs.count()):
            item = self._thumbs.itemAt(place)
            widget = None if item is None else item.widget()
            if isinstance(widget, Thumbnail) and place == self._page:
                widget.setChecked(True)
                # Once it has been laid out: before, nobody knows how far down it is.
                QTimer.singleShot(0, widget, partial(self._thumb_scroll.ensureWidgetVisible, widget))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._zoom == FIT:
            self._wait.start()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            return
        super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right):
            self.turn(1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_Left):
            self.turn(-1)
        elif key == Qt.Key.Key_Home:
            self.go(0)
        elif key == Qt.Key.Key_End:
            self.go(self.pages - 1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(-1)
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)


def _close(opened: list[Preview], *_: object) -> None:
    """Let go of papers; one of which a page is being drawn just now waits for that."""
    while opened:
        opened.pop().close()
