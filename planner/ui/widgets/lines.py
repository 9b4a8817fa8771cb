"""Breaking a title over a few lines for painting: between words, in Japanese too, where no space tells them apart."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

# A Japanese title is cut where its writing changes: after kana that follow a word (空港で|対面), between
# katakana and kanji (キャンプ|体験), and after の before a noun in kana (参加者の|しおり). Marks that close stay
# with what is before them, marks that open with what is after. A run of kanji is one word, cut in twos only if
# no line could hold it (市長|表敬|訪問).
_KANJI: Final = r"[\u3400-\u9fff\uf900-\ufaff々〆]"
_KATAKANA: Final = r"[\u30a1-\u30f6\u30fc・]"
_HIRAGANA: Final = r"[\u3041-\u3096]"
_OPENING: Final = r"[（「『【〈《(]"
_CLOSING: Final = r"[）」』】〉》、。，．！？：)・…→–〜～]"
_WORD: Final = re.compile(
    rf"{_OPENING}*(?:第?[0-9０-９]+(?:{_KANJI}(?!{_KANJI}))?|[A-Za-z0-9'’\-]+(?:{_KATAKANA}+|{_KANJI})?"
    rf"|(?:お?(?:(?!第[0-9０-９]){_KANJI})+|{_KATAKANA}+)(?:の(?={_HIRAGANA}{{2}})|{_HIRAGANA}*)|{_HIRAGANA}+|\s+|.)"
    rf"{_CLOSING}*\s*",
    re.DOTALL,
)
_LONG_KANJI: Final = re.compile(rf"{_KANJI}{{2}}(?={_KANJI}{{2}})|.+?$", re.DOTALL)
_JAPANESE: Final = re.compile(rf"{_KANJI}|{_KATAKANA}|{_HIRAGANA}")


def words_of(text: str) -> list[str]:
    """Cut a text into pieces that should stay whole; put together again they are the text."""
    if not _JAPANESE.search(text):
        return re.findall(r"\S+\s*|\s+", text)
    return _WORD.findall(text)


def lines_of(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Give the lines of a text at a width, the last of `most` shortened with an ellipsis if there is more."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    pieces: list[str] = []
    for piece in words_of(text):
        fits = metrics.horizontalAdvance(piece.rstrip()) <= width
        pieces += [piece] if fits else _LONG_KANJI.findall(piece)
    if any(metrics.horizontalAdvance(piece.rstrip()) > width for piece in pieces[:most]):
        return _cut(text, _anywhere(text, font, width), metrics, width, most)
    starts, line, at = [0], "", 0
    for piece in pieces:
        if line and metrics.horizontalAdvance((line + piece).rstrip()) > width:
            starts.append(at)
            line = ""
        line += piece
        at += len(piece)
    return _cut(text, starts, metrics, width, most)


def _anywhere(text: str, font: QFont, width: int) -> list[int]:
    """Where lines begin if a word is too long for one: by the Unicode rules, which know 禁則."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    return line_starts(layout, width)


def line_starts(layout: QTextLayout, width: int) -> list[int]:
    """Break the text of a layout by its own rules, and say at which letters its lines begin; `width` in pixels."""
    starts: list[int] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    return starts


def _cut(text: str, starts: list[int], metrics: QFontMetrics, width: int, most: int) -> list[str]:
    lines = []
    for place, start in enumerate(starts[:most]):
        last = place == most - 1 or place == len(starts) - 1
        words = text[start:] if last else text[start : starts[place + 1]]
        lines.append(metrics.elidedText(words.strip(), Qt.TextElideMode.ElideRight, width + 1))
    return lines
