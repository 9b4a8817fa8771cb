"""Sentences said in passing, at the foot of the window, without asking for anything."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said, in the tone of a finding (grey, good, check, wrong), and whether Undo or Redo goes with it.

    `redo_all` steps were taken back together; to do them all again is offered.
    """

    text: str
    tone: str = "grey"
    undo: bool = False
    redo: bool = False
    redo_all: int = 0
