"""None, True and False outlive the window: keeps a defect of Qt's Python library from ending the program.

With PySide 6.12 on Python 3.11, a Qt method that gives nothing back hands out a None it holds no reference to, and the
emission of a signal a True: ``sys.getrefcount(None)`` falls by one each time. Painting does that thousands of times a
minute, and when a count reaches zero Python ends the program on the spot ("none_dealloc", "bool_dealloc"). From Python
3.12 on these three are not counted (PEP 683), so here they are given counts that no session can use up.
"""

from __future__ import annotations

import sys
from typing import Final

#: More than a century of painting without a pause; half of what the count's machine word holds.
ENDLESS: Final = sys.maxsize // 2


def keep_constants() -> bool:
    """Give None, True and False counts that are never used up; True if that was needed and done.

    Nothing is touched where they are not counted, or where the count does not lie where CPython 3.11 keeps it.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return False
    kept = [_keep(constant) for constant in (None, True, False)]
    return any(kept)


def _keep(constant: object) -> bool:
    import ctypes

    count = ctypes.c_ssize_t.from_address(id(constant))
    if count.value >= ENDLESS // 2 or abs(count.value - sys.getrefcount(constant)) > 16:
        return False
    count.value += ENDLESS
    return True
