"""Sentences said in passing, at the foot of the window, without asking for anything."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said, in the tone of a finding (grey, good, check, wrong), and whether Undo or Redo goes with it.

    `redo_all` offers to do again all that was taken back.
    """

    text: str
    tone: str = "grey"
    undo: bool = False
    redo: bool = False
    redo_all: bool = False
