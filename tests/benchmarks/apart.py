"""Measures a piece of work in a process of its own, so that its memory is that of nothing else.

The work is a function of some module, named; what it takes and gives is plain JSON. The child imports that module only.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_STATUS = Path("/proc/self/status")


@dataclass(frozen=True)
class Apart:
    """What the work has given, and the most memory that its process ever had (None where the system does not say)."""

    found: Any
    megabytes: int | None

    @property
    def memory(self) -> str:
        """The memory in words."""
        return "memory not told here" if self.megabytes is None else f"{self.megabytes} MB"


def apart(module: str, function: str, *figures: Any) -> Apart:
    """Call a function of a module in a process of its own."""
    words = [sys.executable, "-m", __name__, module, function, json.dumps(figures)]
    done = subprocess.run(words, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    return Apart(**json.loads(done.stdout))


def _peak() -> int | None:
    # Not `ru_maxrss` where it can be had otherwise: on Linux a child begins with its parent's.
    if _STATUS.exists():
        [line] = [line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM")]
        return int(line.split()[1]) // 1024
    if sys.platform == "win32":
        return None
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    _, name, function, figures = sys.argv
    given = getattr(importlib.import_module(name), function)(*json.loads(figures))
    json.dump({"found": given, "megabytes": _peak()}, sys.stdout)
