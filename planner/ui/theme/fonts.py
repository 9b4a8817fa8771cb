"""The one typeface: Noto Sans JP, regular and bold, bundled, so that a screen looks alike on every computer.

Weight, not size, makes a heading; the sizes are few and stand in `SIZES`.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from planner.resources import resource

FAMILY: Final = "Noto Sans JP"

#: Text sizes in logical pixels by what they are for.
SIZES: Final = {
    "days": 56,  # days to go, on the overview only
    "many": 40,  # the same from a hundred days on
    "count": 32,  # counts on cards, on the overview only
    "clock": 28,  # the two clocks, on the overview only
    "title": 20,
    "text": 13,
    "board": 12,
    "small": 11,
}


def load_fonts() -> None:
    """Make the bundled font known to Qt; needs a QGuiApplication.

    Raises:
        FileNotFoundError: A font file is missing or unreadable, which means the program is not whole.
    """
    for name in ("NotoSansJP-Regular.ttf", "NotoSansJP-Bold.ttf"):
        path = resource("fonts", name)
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)


@cache
def font(size: str = "text", *, bold: bool = False, tabular: bool = False) -> QFont:
    """The font for a size of `SIZES`; `tabular` gives figures of one width, for times that change in place."""
    made = QFont(FAMILY)
    made.setPixelSize(SIZES[size])
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
