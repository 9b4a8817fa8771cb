"""The words of a card in order of what matters, each only where there is room for it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from planner.language import tr
from planner.ui.boards.time.faces import NOTES, Face, Look, Note
from planner.ui.boards.time.pen import Pen
from planner.ui.theme import colour
from planner.ui.theme.measures import CARD_ICON, CHIP_ICON
from planner.ui.theme.painters import fill_round
from planner.ui.widgets.lettering import LINE, broken, wide_of, write

#: In a lane the lines of a card stand closer.
_LANE_LINE: Final = 13.5

#: Under this height both clocks share a line.
SHORT: Final = 60

_INDENT: Final = CARD_ICON + 4

class Words(Pen):
    """The words of one card, line after line, as long as there is room."""

    def __init__(
        self, painter: QPainter, room: QRectF, face: Face, note: Note | None, look: Look, *, narrow: bool
    ) -> None:
        super().__init__(painter, room, _LANE_LINE if narrow else LINE)
        self._face, self._note = face, note
        self._look, self._narrow = look, narrow
        self._ink = f"{face.tone}.text"
        #: The time at which something is wrong is written in the colour of that.
        self._time_ink = "wrong.text" if look.carried and look.struck else self._ink

    def paint(self) -> None:
        """Write all there is room for."""
        lines = max(1, int((self._room.height() + 2) // self._pitch))
        if self._face.began and self._look.flat and lines > 3:
            self._began()
            lines -= 1
        if self._face.ends is not None and not self._narrow and lines >= 4:
            self._leg(lines)
        elif lines == 1:
            self._one_line()
        else:
            self._usual(lines)
        if self._face.goes_on and self._look.goes_on and self._left() >= 1:
            self._line(self._face.goes_on, self._ink, size="small")

    def paint_old(self) -> None:
        """Only what it is and when it was here."""
        lines = max(1, int((self._room.height() + 2) // self._pitch))
        if lines == 1:
            self._one_line()
            return
        self._title(min(lines - 1, 3), beside=not self._narrow or lines < 4)
        clocks = self._face.clocks
        if clocks.host and self._left() >= 1:
            offers = [tr("{when}, was here", when=when) for when in (clocks.host, clocks.host_start)]
            self._first_to_fit([*offers, clocks.host_start], size="small")

    def _began(self) -> None:
        self._icon("up", self._room.left(), self._y, self._ink, 12)
        self._line(self._face.began, self._ink, size="small", indent=16)

    def _title(self, most: int, *, beside: bool = True) -> None:
        """The title beside the icon, broken before it is shortened; in a lane under the icon and the letter."""
        face, left = self._face, self._room.left()
        mark = self._note if beside and not self._note_fits(most) else None
        if beside and self._cramped:
            # So narrow that the icon would leave nothing of the title: it stands above, or gives way.
            beside = most < 2
            if beside:
                if face.letter:
                    self._lane_head(left)
                    self._y += self._pitch
                else:
                    self._bare_title(mark)
                return
        if not beside:
            self._lane_head(left)
            self._y += self._pitch
            lines = broken(face.title, "board", True, int(self._room.width()), most - 1) if most > 1 else ()
            indent = 0.0
        else:
            self._icon(face.icon, left, self._y, f"{face.tone}.mark")
            indent = _INDENT + (self._letter(left + _INDENT) if face.letter else 0.0)
            wide = self._room.width() - indent
            if mark is not None:
                wide -= CHIP_ICON + 3
                spot = self._room.right() - CHIP_ICON + 1
                self._icon(NOTES[mark.tone], spot, self._y, f"{mark.tone}.mark", CHIP_ICON)
            lines = broken(face.title, "board", True, int(wide), most)
        for line in lines:
            write(self._painter, left + indent, self._y, line, self._ink, bold=True)
            self._y += self._pitch

    @property
    def _cramped(self) -> bool:
        """Whether an icon would take too much of a line; the strip tells the kind by its colour."""
        return self._room.width() < 3 * _INDENT

    def _bare_title(self, mark: Note | None) -> None:
        """As much of the title as a line holds, and the sign of what is wrong."""
        left, wide = self._room.left(), self._room.width()
        if mark is not None:
            wide -= CHIP_ICON + 2
            self._icon(NOTES[mark.tone], left + wide + 2, self._y, f"{mark.tone}.mark", CHIP_ICON)
        [words] = broken(self._face.title, "small", True, int(wide), 1)
        write(self._painter, left, self._y, words, self._ink, size="small", bold=True)
        self._y += self._pitch

    def _note_fits(self, most: int) -> bool:
        """Whether the finding has a line at the foot; otherwise its sign stands beside the title."""
        face = self._face
        if self._narrow or face.ends is not None:
            return False
        title = broken(face.title, "board", True, int(self._room.width() - _INDENT), most)
        times = 1 if self._room.height() + 5 < SHORT or not face.clocks.home else 2
        return self._left() >= len(title) + times + 1

    def _lane_head(self, left: float) -> None:
        """The head of a narrow card: icon, the squad's letter, what is wrong and what belongs to it."""
        right, x = self._room.right(), left
        if not self._face.letter or self._room.width() >= 2 * _INDENT:
            self._icon(self._face.icon, left, self._y, f"{self._face.tone}.mark")
            x += _INDENT
        if self._face.letter:
            x += self._letter(x)
        marks = [(NOTES[self._note.tone], f"{self._note.tone}.mark")] if self._note is not None else []
        marks += [(sign.icon, self._ink) for sign in self._face.signs]
        for name, ink in marks[:2]:
            if right - CHIP_ICON < x + 2:
                break
            right -= CHIP_ICON
            self._icon(name, right, self._y, ink, CHIP_ICON)
            right -= 3

    def _letter(self, x: float) -> float:
        """The squad's letter on a small ground of the kind's own text colour; gives how wide it is."""
        letter = self._face.letter[:2]
        wide = max(14.0, wide_of(letter, "small", bold=True) + 6)
        fill_round(self._painter, QRectF(x, self._y + 0.5, wide, 14), self._ink, 3)
        at = x + (wide - wide_of(letter, "small", bold=True)) / 2
        write(self._painter, at, self._y, letter, f"{self._face.tone}.fill", size="small", bold=True)
        return wide + 4

    # Whole cards

    def _one_line(self) -> None:
        """So low that there is only room for the title, and for the time where it fits."""
        face, left, right = self._face, self._room.left(), self._room.right()
        y = self._room.top() + (min(self._room.height(), 24) - LINE) / 2 - 1
        self._y = max(self._room.top() - 2, y)
        x = left
        if face.letter or not self._cramped:
            self._icon(face.icon, left, self._y, f"{face.tone}.mark")
            x += _INDENT
        if face.letter:
            x += self._letter(x)
        if self._note is not None and right - x > 60:
            right -= CHIP_ICON
            self._icon(NOTES[self._note.tone], right, self._y, f"{self._note.tone}.mark", CHIP_ICON)
            right -= 3
        wide = int(right - x)
        if wide > 12:
            [title] = broken(face.title, "board", True, wide, 1)
            write(self._painter, x, self._y, title, self._ink, bold=True)
            after = wide_of(title, bold=True) + 8
            if after + wide_of(face.clocks.host_start, "small") <= wide:
                write(self._painter, x + after, self._y, face.clocks.host_start, self._ink, size="small")
        self._y += self._pitch

    def _usual(self, lines: int) -> None:
        """Title, times, place, and at the foot what is wrong and what belongs to it."""
        clocks = self._face.clocks
        short = self._room.height() + 5 < SHORT or (self._narrow and lines < 4)
        times = 1 if short or not clocks.home else 2
        # The title may have three lines (five in a lane), but no line of the clocks falls for it.
        self._title(max(1, min(lines - times, 5 if self._narrow else 3)), beside=not self._narrow or lines < 4)
        if self._left() < 1:
            return
        if short:
            self._both_clocks()
        else:
            self._times()
        if not self._narrow:
            self._rest()

    def _both_clocks(self) -> None:
        """Both starts in one line, the host's with its end where there is room; or the host's alone."""
        clocks, left = self._face.clocks, self._room.left()
        home = f" · {clocks.home_start}" if clocks.home_start else ""
        for host in (clocks.host, clocks.host_start):
            wide = wide_of(host, bold=True)
            if wide + wide_of(home, "small") <= self._room.width():
                write(self._painter, left, self._y, host, self._time_ink, bold=True)
                write(self._painter, left + wide, self._y, home, self._ink, size="small")
                self._y += self._pitch
                return
        offers = [clocks.host, clocks.host_start, clocks.host_start.partition(" ")[0]]
        self._first_to_fit(offers, size="board", bold=True)

    def _times(self) -> None:
        clocks = self._face.clocks
        starts = [clocks.host_start, clocks.host_start.partition(" ")[0]]
        self._first_to_fit(starts if self._narrow else [clocks.host, *starts], size="board", bold=True)
        if clocks.home and self._left() >= 1:
            starts = [clocks.home_start, clocks.home_bare, clocks.home_bare.partition(" ")[0]]
            self._first_to_fit(starts if self._narrow else [clocks.home, *starts], size="small")

    def _first_to_fit(self, offers: list[str], *, size: str, bold: bool = False) -> None:
        """Write the fullest of these words for which the card is wide enough."""
        room = self._room.width()
        fits = next((words for words in offers if wide_of(words, size, bold=bold) <= room), None)
        if fits is None:
            fits, size, bold = offers[-1], "small", False
        self._line(fits, self._time_ink if bold else self._ink, size=size, bold=bold)

    def _rest(self) -> None:
        """Place, finding and signs: what is wrong outlasts the place, the signs fall away first."""
        face, note = self._face, self._note
        left = self._left()
        has_note = note is not None and left >= 1
        has_signs = bool(face.signs) and left >= 1 + has_note
        for_place = left - has_note - has_signs
        if face.place and for_place >= 1:
            for line in broken(face.place, "small", False, int(self._room.width()), min(2, for_place)):
                write(self._painter, self._room.left(), self._y, line, self._ink, size="small")
                self._y += self._pitch
        y = max(self._y, self._foot - LINE * (has_note + has_signs) - 1)
        if note is not None and has_note:
            self._icon(NOTES[note.tone], self._room.left(), y, f"{note.tone}.mark", CHIP_ICON)
            whole = note.whole if wide_of(note.whole, "small", bold=True) <= self._room.width() - 17 else ""
            [words] = broken(whole or note.words, "small", True, int(self._room.width() - 17), 1)
            write(self._painter, self._room.left() + 17, y, words, f"{note.tone}.text", size="small", bold=True)
            y += LINE
        if has_signs:
            x = self._room.left()
            for sign in face.signs:
                self._icon(sign.icon, x, y, self._ink, CHIP_ICON)
                x += CHIP_ICON + 7
            y += LINE
        if has_note or has_signs:
            self._y = y

    def _leg(self, lines: int) -> None:
        """A leg between two zones: both ends on their own clocks, joined by a dashed line."""
        face, left = self._face, self._room.left()
        assert face.ends is not None
        self._title(max(1, min(3, lines - (3 if face.length else 2))))
        self._y += 2 if self._left() >= 4 else 0
        leaves, lands = face.ends
        tops = []
        for end in (leaves, None, lands):
            if end is None:
                self._line(face.length, self._ink, size="small", indent=_INDENT)
                continue
            tops.append(self._y + LINE / 2)
            wide = wide_of(end.time, bold=True)
            write(self._painter, left + _INDENT, self._y, end.time, self._ink, bold=True)
            rest = self._room.width() - _INDENT - wide - 4
            if rest > 20:
                [words] = broken(end.rest, "small", False, int(rest), 1)
                write(self._painter, left + _INDENT + wide + 4, self._y, words, self._ink, size="small")
            self._y += self._pitch
        self._dots(left + 4, tops[0], tops[-1])
        if face.pill and self._left() >= 1:
            [words] = broken(face.pill, "small", True, int(self._room.width() - 14), 1)
            y = max(self._y + 2, self._foot - LINE - 5)
            pill = QRectF(left, y, wide_of(words, "small", bold=True) + 14, 18)
            fill_round(self._painter, pill, f"{face.tone}.mark", 4)
            write(self._painter, left + 7, y + 1.5, words, f"{face.tone}.fill", size="small", bold=True)
            self._y = y + 18

    def _dots(self, x: float, top: float, bottom: float) -> None:
        painter = self._painter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark = colour(f"{self._face.tone}.mark")
        dashed = QPen(mark, 1)
        dashed.setDashPattern([3, 2])
        painter.setPen(dashed)
        painter.drawLine(QPointF(x, top + 5), QPointF(x, bottom - 5))
        painter.setPen(QPen(mark, 1.5))
        painter.drawEllipse(QPointF(x, top), 3, 3)
        painter.setBrush(mark)
        painter.drawEllipse(QPointF(x, bottom), 3, 3)
        painter.restore()
