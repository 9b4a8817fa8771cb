"""Which column of a sheet means what: recognised by the heading's meaning and by what the cells hold."""

from planner.intake.columns.kinds import targets_of
from planner.intake.columns.mapping import ColumnGuess, SheetMapping, shape_of
from planner.intake.columns.recognising import guess
from planner.intake.columns.target import ROW_ONLY, Target

__all__ = ["ROW_ONLY", "ColumnGuess", "SheetMapping", "Target", "guess", "shape_of", "targets_of"]
