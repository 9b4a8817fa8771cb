"""The planner file: one SQLite file, one door for changes, every change recorded.

    with PlannerFile.open(path) as file:
        file.run(commands.records.edit, "Person", 3, {"called_name_en": "Ruka"})
        file.undo()
"""

from planner.storage.backups import Backup
from planner.storage.file import Changed, PlannerFile
from planner.storage.history import PastStep, Touch
from planner.storage.opening import SUFFIX, DamagedFile
from planner.storage.restoring import restore_damaged

__all__ = ["SUFFIX", "Backup", "Changed", "DamagedFile", "PastStep", "PlannerFile", "Touch", "restore_damaged"]
