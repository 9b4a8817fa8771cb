"""The photo of a person or a family in the inspector: chosen, dropped, pasted, taken away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QMimeData, QRectF, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from planner.commands import photos
from planner.commands.naming import name_of
from planner.intake.pictures import SUFFIXES, read_picture, small_picture
from planner.language import Pair, say, screen_language, tr, tr_in
from planner.model.base import Base
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.progress import Progress
from planner.ui.inspector.pasted import holds_picture, picture_in
from planner.ui.inspector.piece import Piece
from planner.ui.jobs import LastJob
from planner.ui.shell.workspace import Workspace
from planner.ui.theme.measures import RADIUS
from planner.ui.theme.painters import fill_round, outline_round
from planner.ui.widgets.boxes import STRETCH, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.text import Text

#: How large a photo is shown at most.
_SHOWN = QSize(120, 104)


class PhotoPiece(Piece):
    """The photo of a record: small beside its buttons; without one, a line that offers to add it.

    A picture file or a picture dropped on it is taken, and so is one on the clipboard (Ctrl+V wherever the focus is in
    it). Reading goes on beside the window; the record that was shown then gets the photo. What is chosen for it while
    another picture is still being read takes that one's place, however long either takes.
    """

    def __init__(self, workspace: Workspace, noun: type[Base]) -> None:
        super().__init__()
        self._workspace, self._noun = workspace, noun
        self._record: Any = None
        #: What is being read, for each record by its id.
        self._reading: defaultdict[int, LastJob] = defaultdict(LastJob)
        #: Whether a picture is held over it.
        self._aimed = False
        self.setAcceptDrops(True)
        self.picture = _Picture(self.choose, self.take_away)
        self.choose_button = Button("", self.choose, look="link", icon_name="plus")
        self.remove_button = Button(
            tr_in("photo", "Remove"), self.take_away, look="link", icon_name="trash", name=tr("Remove the photo")
        )
        self._hint = Text(tr("or drop a picture here, or paste one"), "small", "text2", wrap=True)
        self.trouble = Text("", "small", "wrong", wrap=True)
        self.trouble.hide()
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addLayout(row(self.choose_button, STRETCH))
        beside.addWidget(self._hint)
        beside.addLayout(row(self.remove_button, STRETCH))
        beside.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(beside, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(line)
        whole.addWidget(self.trouble)

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        self._record = record
        jpeg = plan.pictures.get(record.photo)
        if anew or jpeg is not None:
            self.trouble.hide()
        self.picture.show_photo(record.photo if jpeg is not None else "", jpeg or b"", self._whose())
        self.picture.setVisible(jpeg is not None)
        self.choose_button.setText(tr("Another photo") if jpeg is not None else tr("Add a photo"))
        self.choose_button.setAccessibleName(self.choose_button.text())
        may = not self._workspace.is_read_only
        self.choose_button.setEnabled(may)
        self._hint.setVisible(may)
        self.remove_button.setVisible(jpeg is not None)
        self.remove_button.setEnabled(may)

    def _whose(self) -> str:
        name = name_of(self._record)
        return name.said_in(screen_language()) if isinstance(name, Pair) else ""

    # A photo comes in

    def choose(self) -> None:
        """Ask for a picture file and take it."""
        if self._workspace.is_read_only:
            return
        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = (tr("Pictures ({endings})", endings=endings), tr("All files (*)"))
        folder = str(self._workspace.settings.last_folder)
        name, _ = QFileDialog.getOpenFileName(self.window(), tr("Choose a photo"), folder, ";;".join(kinds))
        if name:
            self.take_file(Path(name))

    def take_file(self, path: Path) -> None:
        """Take a picture file as the photo; a sentence below says why it cannot be one."""
        self._take(path, path.name)

    def paste(self) -> None:
        """Take the picture, or the picture file, on the clipboard."""
        if not self._take_mime(QGuiApplication.clipboard().mimeData()):
            self._refuse(tr("There is no picture on the clipboard. Copy one first."))

    def take_away(self) -> None:
        """Leave the record without a photo."""
        if self._record is None or not self._record.photo:
            return
        self._reading[self._record.id].give_up()
        if self._workspace.run(photos.take_away, self._noun.__name__, self._record.id):
            self._workspace.say(tr("Photo removed: {name}", name=self._whose()), undo=True)
            self.choose_button.setFocus()

    def _take_mime(self, mime: QMimeData) -> bool:
        found = picture_in(mime)
        if isinstance(found, Path):
            self.take_file(found)
        elif found is not None:
            self._take(found, tr("The picture"))
        return found is not None

    def _take(self, what: Path | bytes, name: str) -> None:
        record = self._record
        if record is None or self._workspace.is_read_only:
            return
        self.trouble.hide()
        file, noun, record_id = self._workspace.file, self._noun.__name__, record.id
        self._reading[record_id].put(
            self._workspace.jobs.start(
                tr("Reading {file}", file=name),
                _made_small,
                what,
                name,
                done=lambda jpeg: self._workspace.run_late(file, photos.put, noun, record_id, jpeg),
                refused=partial(self._refuse_late, record_id),
            )
        )

    def _refuse_late(self, record_id: int, error: PlannerError) -> None:
        # Another language, another record: what it was about may not be shown here by then.
        if isValid(self) and self._record is not None and self._record.id == record_id:
            self._refuse(say(error))
        else:
            self._workspace.say(error, tone="wrong")

    def _refuse(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()

    # By hand

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and not self._workspace.is_read_only:
            self.paste()
            return
        super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if not self._workspace.is_read_only and holds_picture(mime):
            event.acceptProposedAction()
            self._show_aim(aimed=True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_aim(aimed=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._show_aim(aimed=False)
        if self._take_mime(event.mimeData()):
            event.acceptProposedAction()

    def _show_aim(self, *, aimed: bool) -> None:
        self._aimed = aimed
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._aimed:
            painter = QPainter(self)
            fill_round(painter, QRectF(self.rect()), "chosen.fill")
            outline_round(painter, QRectF(self.rect()), "chosen.mark", width=2, dashed=True)


class _Picture(QWidget):
    """The photo itself; Enter or a double click chooses another, Delete takes it away."""

    def __init__(self, choose: Callable[[], None], take_away: Callable[[], None]) -> None:
        super().__init__()
        self._choose, self._take_away = choose, take_away
        self._digest = ""
        self._pixmap = QPixmap()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_photo(self, digest: str, jpeg: bytes, whose: str) -> None:
        """Show a picture; `whose` it is, a screen reader says."""
        self.setAccessibleName(tr("Photo of {name}", name=whose))
        self.setToolTip(self.accessibleName())
        if digest == self._digest:
            return
        self._digest = digest
        self._pixmap = QPixmap()
        if digest:
            self._pixmap.loadFromData(QByteArray(jpeg))
        size = self._pixmap.size().scaled(_SHOWN, Qt.AspectRatioMode.KeepAspectRatio)
        self.setFixedSize(size if digest else QSize(0, 0))
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take_away()
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._choose()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.save()
        rounded = QPainterPath()
        rounded.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.setClipPath(rounded)
        painter.drawPixmap(self.rect(), self._pixmap)
        painter.restore()
        outline_round(painter, QRectF(self.rect()), "line")


def _made_small(what: Path | bytes, name: str, progress: Progress) -> bytes:
    progress(0, 1)
    return read_picture(what) if isinstance(what, Path) else small_picture(what, name)
