"""Which column of a sheet means what: recognised by the heading's meaning and by what the cells hold."""

from planner.intake.columns.mapping import ROW_ONLY, ColumnGuess, SheetMapping, Target, shape_of
from planner.intake.columns.recognising import guess, targets_of

__all__ = ["ROW_ONLY", "ColumnGuess", "SheetMapping", "Target", "guess", "shape_of", "targets_of"]
