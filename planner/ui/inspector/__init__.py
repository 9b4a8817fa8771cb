"""Editing any record of the plan in the inspector: what is shown is told as data (`outline`), the rest follows.

A page makes a `RecordPanel` with an `Outline` of its noun, shows a record in it by id, and hands on each new plan.
"""

from planner.ui.inspector.adding import AddPanel
from planner.ui.inspector.outline import Deeds, Item, Of, Outline, Own, Parts, Pick, Section, Shown, more
from planner.ui.inspector.panel import RecordPanel
from planner.ui.inspector.photo import PhotoPiece
from planner.ui.inspector.piece import Piece
from planner.ui.inspector.sentences import SentencesPiece

__all__ = [
    "AddPanel",
    "Deeds",
    "Item",
    "Of",
    "Outline",
    "Own",
    "Parts",
    "PhotoPiece",
    "Pick",
    "Piece",
    "RecordPanel",
    "Section",
    "SentencesPiece",
    "Shown",
    "more",
]
