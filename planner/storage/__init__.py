"""The planner file: one SQLite file, one door for changes, every change recorded.

    with PlannerFile.open(path) as file:
        file.run(commands.records.edit, "Person", 3, {"called_name_en": "Ruka"})
        file.undo()
"""

from planner.storage.backups import Backup
from planner.storage.file import SUFFIX, Changed, DamagedFile, PlannerFile, restore_damaged
from planner.storage.history import PastStep

__all__ = ["SUFFIX", "Backup", "Changed", "DamagedFile", "PastStep", "PlannerFile", "restore_damaged"]
