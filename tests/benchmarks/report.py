"""How a measurement is said: the median, its spread, the bar, and the ratio to something that needs no bar."""

from __future__ import annotations

import statistics
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """Seconds measured, several times; `bar` in seconds; `beside` another measurement's median and name."""

    name: str
    seconds: list[float]
    bar: float | None = None
    beside: tuple[str, float] | None = None

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


def tell(line: Line) -> None:
    spread = f"{_text(min(line.seconds))} – {_text(max(line.seconds))}, {len(line.seconds)} times"
    bar = "" if line.bar is None else f"  bar {_text(line.bar)} ({line.median / line.bar:.2f} of it)"
    beside = "" if line.beside is None else f"  {line.median / line.beside[1]:.2f} × {line.beside[0]}"
    print(f"{line.name:62} {_text(line.median):>9}{bar}{beside}  [{spread}]", flush=True)


def _text(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"
