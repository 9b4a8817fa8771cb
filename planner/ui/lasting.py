"""None outlives the window: keeps a defect of Qt's Python library from ending the program.

With PySide 6.12 on Python 3.11, each call of a Qt method that gives nothing back hands out a None it holds no reference
to: ``sys.getrefcount(None)`` falls by one. Painting does that thousands of times a minute, and when the count reaches
zero Python ends the program on the spot ("none_dealloc"). From Python 3.12 on None is not counted (PEP 683), so here it
is given a count that no session can use up.
"""

from __future__ import annotations

import sys
from typing import Final

#: More than a century of painting without a pause; half of what the count's machine word holds.
ENDLESS: Final = sys.maxsize // 2


def keep_none() -> bool:
    """Give None a count that is never used up; True if that was needed and done.

    Nothing is touched where None is not counted, or where its count does not lie where CPython 3.11 keeps it.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return False
    import ctypes

    count = ctypes.c_ssize_t.from_address(id(None))
    if count.value >= ENDLESS or abs(count.value - sys.getrefcount(None)) > 16:
        return False
    count.value += ENDLESS
    return True
