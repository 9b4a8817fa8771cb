"""How a card is painted: its ground, its outline, and the place it was carried from."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from planner.ui.boards.time.faces import PLAIN, Face, Look, Note
from planner.ui.boards.time.words import Words
from planner.ui.theme import colour
from planner.ui.theme.painters import fill_round, outline_round
from planner.ui.widgets.lettering import LINE

#: Under this width a card is painted as one of several lanes: the icon above the title, starts alone.
NARROW: Final = 104

_RADIUS: Final = 4.0


def paint_card(
    painter: QPainter, rect: QRectF, face: Face, look: Look = PLAIN, note: Note | None = None, *, from_y: float = 0.0
) -> None:
    """Paint a card; its words begin at `from_y` where its top is out of sight."""
    if look.lifted:
        _old_place(painter, rect, face)
        return
    if look.carried:
        fill_round(painter, rect.translated(3, 5), "shadow", _RADIUS)
    _ground(painter, rect, face, look)
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    narrow = rect.width() < NARROW
    strip, above = (3, 1) if narrow else (4, 3)
    top = max(rect.top(), min(from_y, rect.bottom() - 2 * LINE))
    room = QRectF(rect.left() + strip + 5, top + above, rect.width() - strip - 8, rect.bottom() - top - 4)
    Words(painter, room, face, note, look, narrow=narrow).paint()
    painter.restore()
    if look.struck:
        outline_round(painter, rect, "wrong.mark", width=2, radius=_RADIUS)
    elif look.chosen or look.focused:
        outline_round(painter, rect.adjusted(-1, -1, 1, 1), "chosen.mark", width=2, radius=_RADIUS + 1)
    elif look.hovered:
        outline_round(painter, rect, "strong_line", radius=_RADIUS)


def _shape(rect: QRectF, look: Look) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, _RADIUS, _RADIUS)
    high = min(_RADIUS + 1, rect.height() / 2)
    if look.flat:
        path.addRect(QRectF(rect.left(), rect.top(), rect.width(), high))
    if look.goes_on:
        path.addRect(QRectF(rect.left(), rect.bottom() - high, rect.width(), high))
    return path.simplified()


def _ground(painter: QPainter, rect: QRectF, face: Face, look: Look) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(_shape(rect, look), Qt.ClipOperation.IntersectClip)
    painter.fillRect(rect, colour(f"{face.tone}.fill"))
    wide = 4 if rect.width() >= NARROW else 3
    painter.fillRect(QRectF(rect.left(), rect.top(), wide, rect.height()), colour(f"{face.tone}.mark"))
    painter.restore()
    if face.tentative:
        outline_round(painter, rect, f"{face.tone}.mark", radius=_RADIUS, dashed=True)


def _old_place(painter: QPainter, rect: QRectF, face: Face) -> None:
    fill_round(painter, rect, "panel", _RADIUS)
    outline_round(painter, rect, f"{face.tone}.mark", radius=_RADIUS, dashed=True)
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    room = rect.adjusted(9, 3, -3, -1)
    plain = replace(face, signs=())
    Words(painter, room, plain, None, PLAIN, narrow=rect.width() < NARROW).paint_old()
    painter.restore()
