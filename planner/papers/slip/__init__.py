"""The change slip: half a sheet that goes with replaced pages and says what was, what is now, and which to swap."""

from planner.papers.slip.laying import Slip, slip_pages

__all__ = ["Slip", "slip_pages"]
