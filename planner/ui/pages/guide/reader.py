"""Markdown set to be read: the window's typeface and colours, quiet headings, tables with thin lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QPixmap,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser
from typing_extensions import override

from planner.ui.pages.guide.leaves import slug
from planner.ui.theme import colour, font
from planner.ui.theme.fonts import SIZES

#: Lines longer than this are hard to follow.
_WIDEST: Final = 720
_MARGIN: Final = 32
_LINE: Final = 115.0
#: Room above a heading, by its level.
_ABOVE: Final = {1: 0, 2: 24, 3: 16}
_BETWEEN: Final = 8


class Reader(QTextBrowser):
    """Shows Markdown; links are told by `anchorClicked` and followed by whoever made it."""

    def __init__(self) -> None:
        super().__init__()
        self._markdown = ""
        self._folder = Path()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def read(self, markdown: str, folder: Path) -> None:
        """Show a text from its beginning; its pictures are named as seen from `folder`."""
        self._markdown, self._folder = markdown, folder
        self.dress()
        self.verticalScrollBar().setValue(0)

    def dress(self) -> None:
        """Set what is read anew in the colours in force."""
        seen = self.verticalScrollBar().value()
        document = self.document()
        document.setDefaultFont(font())
        document.setMarkdown(self._markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        document.setDocumentMargin(_MARGIN)
        block = document.begin()
        while block.isValid():
            _dress(block)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _rule(frame)
        self._narrow()
        # Else a change of size brings the end of the text into sight, where the cursor was left.
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(seen)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Give a picture as wide as the text at most, made smaller with care: small print in it stays readable."""
        picture = QPixmap(str(self._folder / QUrl(name).path()))
        if kind != QTextDocument.ResourceType.ImageResource.value or picture.isNull():
            return super().loadResource(kind, name)
        sharpness = self.devicePixelRatioF()
        width = round(min(picture.width(), _WIDEST) * sharpness)
        picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(sharpness)
        return picture

    def show_heading(self, heading: str) -> None:
        """Bring a heading to the top, named as links do; without one, or if it is not there, the beginning."""
        block = self.document().begin()
        while heading and block.isValid():
            if block.blockFormat().headingLevel() and slug(block.text()) == heading:
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top) - 8)
                return
            block = block.next()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._narrow()

    def _narrow(self) -> None:
        """Keep lines short in a wide window."""
        root = self.document().rootFrame()
        form = root.frameFormat()
        form.setRightMargin(max(_MARGIN, self.viewport().width() - _WIDEST - _MARGIN))
        root.setFrameFormat(form)


def _dress(block: QTextBlock) -> None:
    level = block.blockFormat().headingLevel()
    cursor = QTextCursor(block)
    space = QTextBlockFormat()
    if cursor.currentTable() is None:
        space.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        space.setTopMargin(_ABOVE.get(level, _BETWEEN) if level or block.textList() is None else 2)
        space.setBottomMargin(2)
    cursor.mergeBlockFormat(space)
    iterator = block.begin()
    while not iterator.atEnd():
        piece = iterator.fragment()
        cursor.setPosition(piece.position())
        cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_dressed(piece.charFormat(), level))
        iterator += 1


def _dressed(form: QTextCharFormat, level: int) -> QTextCharFormat:
    """Give the look of a piece of text; `level` is that of the heading it stands in, 0 outside."""
    if level:
        form.clearProperty(QTextFormat.Property.FontSizeAdjustment)
        form.setProperty(QTextFormat.Property.FontPixelSize, SIZES["title"] if level == 1 else SIZES["text"] + 2)
        form.setFontWeight(QFont.Weight.Bold)
    if form.isAnchor():
        form.setForeground(colour("chosen.text"))
        form.setFontUnderline(False)
    if form.fontFixedPitch():
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        form.setFontFamilies([fixed, font().family()])
        form.setBackground(colour("sunk"))
    return form


def _rule(table: QTextTable) -> None:
    form = table.format()
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(colour("line"))
    form.setBorderCollapse(True)
    form.setCellPadding(7)
    form.setCellSpacing(0)
    form.setTopMargin(8)
    form.setBottomMargin(12)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)
