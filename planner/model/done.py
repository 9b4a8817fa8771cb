"""What a command says of itself when it is done, so that its change can be listed and undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from planner.model.message import Message


@dataclass(frozen=True, slots=True)
class Done:
    """The result of a command.

    `label` names the step in the history ("Edit Ruka: date of birth"); `result` goes back to whoever ran it, such as
    the id of a new row. Changes that follow each other within a minute with the same `merge_key` become one step:
    typing in one field is one step.
    """

    label: Message
    result: Any = None
    merge_key: str = ""
