"""Shapes that several widgets paint alike: filled rounded areas, outlines, badges, bars, hatching."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from planner.ui.theme.appearance import colour
from planner.ui.theme.fonts import font
from planner.ui.theme.measures import RADIUS


def fill_round(painter: QPainter, rect: QRectF, fill: str | QColor, radius: float = RADIUS) -> None:
    """Fill a rounded area; `fill` is a colour or the name of one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(fill) if isinstance(fill, str) else fill)
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()


def outline_round(
    painter: QPainter,
    rect: QRectF,
    line: str,
    *,
    width: float = 1,
    radius: float = RADIUS,
    dashed: bool = False,
) -> None:
    """Draw a rounded outline whose outer edge is that of `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour(line), width)
    if dashed:
        pen.setDashPattern([3, 2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)
    painter.restore()


def pressable(painter: QPainter, widget: QWidget, fill: str = "panel") -> None:
    """Paint the ground of a widget that can be pressed: its outline is stronger under the mouse."""
    whole = QRectF(widget.rect())
    fill_round(painter, whole, fill)
    outline_round(painter, whole, "strong_line" if widget.underMouse() else "line")


def card_with_strip(
    painter: QPainter, rect: QRectF, fill: str, strip: str, *, width: float = 4, radius: float = 4
) -> None:
    """A filled card whose left edge is a strip in another colour, both within one rounded outline."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(rect, radius, radius)
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.fillRect(rect, colour(fill))
    painter.fillRect(QRectF(rect.left(), rect.top(), width, rect.height()), colour(strip))
    painter.restore()


def bar(
    painter: QPainter, rect: QRectF, share: float, *, ground: str = "grid", ink: str = "chosen.mark"
) -> None:
    """A bar filled from the left to `share` (0 to 1)."""
    radius = rect.height() / 2
    fill_round(painter, rect, ground, radius)
    share = min(1.0, max(0.0, share))
    if share > 0:
        full = QRectF(rect.left(), rect.top(), max(rect.width() * share, rect.height()), rect.height())
        fill_round(painter, full, ink, radius)


def badge(painter: QPainter, left: QPointF, text: str, tone: str) -> None:
    """A count in a small round: red and solid for what is wrong, amber and light for what is to check.

    `left` is the middle of its left edge: a longer count grows to the right, away from what it belongs to.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font("small", bold=True))
    wide = max(18.0, painter.fontMetrics().horizontalAdvance(text) + 10.0)
    rect = QRectF(left.x(), left.y() - 9, wide, 18)
    if tone == "wrong":
        fill_round(painter, rect, "wrong_badge", 9)
        ink = "on_badge"
    else:
        fill_round(painter, rect, f"{tone}.fill", 9)
        outline_round(painter, rect, f"{tone}.line", radius=9)
        ink = f"{tone}.text"
    painter.setPen(colour(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def hatch(painter: QPainter, rect: QRectF, line: str = "hatch", *, step: int = 6) -> None:
    """Strokes at 45° every `step` pixels over an area in which something is not possible."""
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(line), 1))
    high = rect.height()
    x = rect.left() - high
    while x < rect.right():
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + high, rect.top()))
        x += step
    painter.restore()
