"""The columns of a sheet: heading, first values, and what each was taken for, to be changed."""

from __future__ import annotations

from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from planner.intake.columns import ROW_ONLY, ColumnGuess, SheetMapping, targets_of
from planner.intake.reading.sheet import Sheet, column_letters
from planner.language import say, tr
from planner.ui.theme import pixmap
from planner.ui.theme.measures import FIELD_ICON
from planner.ui.widgets.boxes import Scroll, clear
from planner.ui.widgets.choices import Combo
from planner.ui.widgets.text import Elided, Text

#: A guess below this is shown as one to check.
_SURE = 0.6
_EXAMPLES = 3


class ColumnsView(Scroll):
    """One line for each column."""

    #: What a column means was changed: its index, and the new target or None.
    changed = Signal(int, object)

    def __init__(self) -> None:
        self._content = QWidget()
        self._grid = QGridLayout(self._content)
        self._grid.setContentsMargins(16, 12, 16, 16)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 4)
        self._grid.setColumnStretch(4, 3)
        super().__init__(self._content, tr("Columns"))
        self.combos: list[Combo] = []

    def show_columns(self, sheet: Sheet, mapping: SheetMapping) -> None:
        """Show the columns of a sheet as they are understood now; the scroll place stays."""
        scrolled = self.verticalScrollBar().value()
        focused = next((place for place, combo in enumerate(self.combos) if combo.hasFocus()), None)
        clear(self._grid)
        self.combos = []
        heads = (tr("Column"), tr("Heading"), tr("First values"), "", tr("Taken for"))
        for place, words in enumerate(heads):
            self._grid.addWidget(Text(words, "small", "text2"), 0, place)
        for guess in mapping.columns:
            self._add(guess.index + 1, sheet, mapping, guess)
        self._grid.setRowStretch(len(mapping.columns) + 1, 1)
        if focused is not None and focused < len(self.combos):
            self.combos[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(scrolled)

    def _add(self, line: int, sheet: Sheet, mapping: SheetMapping, guess: ColumnGuess) -> None:
        index = guess.index
        heading = sheet.headings[index] or tr("no heading")
        letters = Text(column_letters(sheet.columns[index]), tone="text2")
        title = Elided(heading)
        title.setProperty("type", "heading")
        filled = (row.texts[index].replace("\n", " ") for row in sheet.rows if row.texts[index])
        values = Elided(" / ".join(dict.fromkeys(islice(filled, _EXAMPLES))) or tr("empty"), tone="text2")
        sign = QLabel()
        sure = guess.target is not None and guess.confidence >= _SURE
        sign.setPixmap(
            pixmap(
                "good" if sure else "warn",
                "good.mark" if sure else "check.mark",
                FIELD_ICON,
                self.devicePixelRatioF(),
            )
        )
        sign.setToolTip(_sureness(mapping, guess))
        sign.setAccessibleName(sign.toolTip())
        combo = Combo()
        combo.setAccessibleName(tr("What the column “{heading}” is taken for", heading=heading))
        targets = _offered(mapping, guess)
        combo.addItems([words for _, words in targets])
        combo.setCurrentIndex(next(place for place, (key, _) in enumerate(targets) if key == guess.target))
        combo.activated.connect(lambda place: self.changed.emit(index, targets[place][0]))
        self.combos.append(combo)
        for place, widget in enumerate((letters, title, values, sign, combo)):
            self._grid.addWidget(widget, line, place)


def _sureness(mapping: SheetMapping, guess: ColumnGuess) -> str:
    if guess.target is None:
        return tr("Not recognised: its words go to the items to review")
    if mapping.remembered:
        return tr("As confirmed for a sheet of this shape before")
    return tr("Recognised") if guess.confidence >= _SURE else tr("Guessed: please check")


def _offered(mapping: SheetMapping, guess: ColumnGuess) -> list[tuple[str | None, str]]:
    """What a column may mean: what it was taken for and what comes near first, then all else by its words."""
    words = {target.key: say(target.words) for target in targets_of(mapping.kind) if target.key != ROW_ONLY}
    near = [key for key in (guess.target, *guess.alternatives) if key in words]
    rest = sorted((key for key in words if key not in near), key=lambda key: words[key].casefold())
    found: list[tuple[str | None, str]] = [(key, words[key]) for key in (*near, *rest) if key is not None]
    found.append((ROW_ONLY, tr("Keep only with the row")))
    found.append((None, tr("Not recognised")))
    return found
