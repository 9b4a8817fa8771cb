"""A file of any usual kind → its sheets: headings, rows, and where in the file each cell stands."""

from planner.intake.reading.files import LARGEST_FILE, LONGEST_SHEET, read_sheets
from planner.intake.reading.sheet import Line, Sheet, cell_name, column_letters

__all__ = ["LARGEST_FILE", "LONGEST_SHEET", "Line", "Sheet", "cell_name", "column_letters", "read_sheets"]
