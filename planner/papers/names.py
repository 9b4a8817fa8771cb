"""Names of the papers' files: see `planner.language.filenames`, which calendars share."""

from planner.language.filenames import file_name, unused

__all__ = ["file_name", "unused"]
