"""The few colours of a paper. One accent that survives a black-and-white printer (72 % grey)."""

from __future__ import annotations

ACCENT = "#2A4B7C"
TINT = "#EAEEF5"
INK = "#111111"
SECOND = "#484848"
GREY = "#9AA0A8"
WHITE = "#FFFFFF"
