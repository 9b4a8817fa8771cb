"""Sizes in logical pixels (at 100 % scaling).

Space comes in steps of 8; half a step is allowed inside a control.
"""

from __future__ import annotations

from typing import Final

STEP: Final = 8

RADIUS: Final = 6
SMALL_RADIUS: Final = 4

RAIL: Final = 80
TOP_BAR: Final = 48
PAGE_HEADER: Final = 48
INSPECTOR: Final = 320
DRAWER: Final = 32
STATUS: Final = 24

BUTTON: Final = 28
FIELD: Final = 32
CHIP: Final = 20
TABLE_ROW: Final = 32
TABLE_HEADER: Final = 32

RAIL_ICON: Final = 20
FIELD_ICON: Final = 16
CARD_ICON: Final = 14
CHIP_ICON: Final = 13

FOCUS: Final = 2

#: The smallest window everything has to work in.
SMALLEST_WINDOW: Final = (1180, 720)

#: How large the window opens the first time, where the screen has room for it.
FIRST_WINDOW: Final = (1440, 900)
