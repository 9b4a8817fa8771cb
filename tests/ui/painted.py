"""What a widget really paints: every run of text with its place, noticed while the widget paints itself."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPixmap,
    QRegion,
    QTextItem,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from typing_extensions import override

_METRICS = {
    QPaintDevice.PaintDeviceMetric.PdmWidth: 4000,
    QPaintDevice.PaintDeviceMetric.PdmHeight: 4000,
    QPaintDevice.PaintDeviceMetric.PdmWidthMM: 1058,
    QPaintDevice.PaintDeviceMetric.PdmHeightMM: 1058,
    QPaintDevice.PaintDeviceMetric.PdmNumColors: 1 << 24,
    QPaintDevice.PaintDeviceMetric.PdmDepth: 32,
    QPaintDevice.PaintDeviceMetric.PdmDpiX: 96,
    QPaintDevice.PaintDeviceMetric.PdmDpiY: 96,
    QPaintDevice.PaintDeviceMetric.PdmPhysicalDpiX: 96,
    QPaintDevice.PaintDeviceMetric.PdmPhysicalDpiY: 96,
    QPaintDevice.PaintDeviceMetric.PdmDevicePixelRatio: 1,
    QPaintDevice.PaintDeviceMetric.PdmDevicePixelRatioScaled: 1 << 16,
}


@dataclass(frozen=True)
class Painted:
    """A run of text, and the rectangle that its ink takes up in the widget's own coordinates."""

    text: str
    rect: QRectF


class _Engine(QPaintEngine):
    """Notices text and lets everything else go."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.noticed: list[Painted] = []

    @override
    def begin(self, pdev: QPaintDevice) -> bool:
        return True

    @override
    def end(self) -> bool:
        return True

    @override
    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    @override
    def updateState(self, state: QPaintEngineState) -> None:
        pass

    @override
    def drawPixmap(self, r: QRectF, pm: QPixmap, sr: QRectF) -> None:
        pass

    @override
    def drawPath(self, path: object) -> None:
        pass

    @override
    def drawRects(self, rects: object, rectCount: int | None = None) -> None:
        pass

    @override
    def drawLines(self, lines: object, lineCount: int | None = None) -> None:
        pass

    @override
    def drawPolygon(self, points: object, *more: object) -> None:
        pass

    @override
    def drawTextItem(self, p: QPointF, textItem: QTextItem) -> None:
        text = textItem.text()
        metrics = QFontMetricsF(textItem.font())
        ink = metrics.tightBoundingRect(text)
        if not ink.width():
            return  # a space, or a mark that only keeps two letters together
        rect = QRectF(p.x(), p.y() + ink.top(), metrics.horizontalAdvance(text), ink.height())
        self.noticed.append(Painted(text, self.painter().worldTransform().mapRect(rect)))


class _Device(QPaintDevice):
    def __init__(self) -> None:
        super().__init__()
        self.engine = _Engine()

    @override
    def paintEngine(self) -> QPaintEngine:
        return self.engine

    @override
    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        return _METRICS.get(metric, 1)


def painted(widget: QWidget) -> list[Painted]:
    """All text that a widget paints itself, without what its children do."""
    device = _Device()
    widget.render(device, QPoint(), QRegion(widget.rect()), QWidget.RenderFlag.DrawWindowBackground)
    return device.engine.noticed


def tip_at(widget: QWidget, where: QPointF) -> str:
    """What the tip says when the pointer rests on a place of a widget."""
    QToolTip.hideText()
    place = where.toPoint()
    QApplication.sendEvent(widget, QHelpEvent(QHelpEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
    shown = QToolTip.text()
    QToolTip.hideText()
    return shown


def whole_text(widget: QWidget) -> str:
    """The text a widget says it has; empty if it says none."""
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else ""
