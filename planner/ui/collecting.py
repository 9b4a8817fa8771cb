"""Python's garbage is collected on the window's thread only, and not while the program starts.

A collection may begin on whatever thread allocates memory. On a job's thread it would end widgets there, which Qt
forbids; while the program starts it would look a dozen times through modules that are all still needed.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

#: How often to look whether there is enough to collect, in milliseconds.
_EVERY: Final = 2_000


class Collector(QObject):
    """Collects from time to time, as much as Python itself would have."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        # Everything there is now lives as long as the program; it need never be looked through again.
        gc.freeze()
        self._timer.start(_EVERY)

    def _look(self) -> None:
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
