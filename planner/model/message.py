"""A sentence before it has a language: a code and its figures. `planner.language.say` turns it into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Message:
    """What is to be said, in no language yet.

    `code` names a sentence in `planner/language/sentences/`; `figures` fill its ``{places}``. A figure may be text,
    a number, a date, a time, another `Message` or a list of these; `language.say` writes each in the reader's way.
    """

    code: str
    figures: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, code: str, **figures: Any) -> Message:
        """Build a message in one call: ``Message.of("edit-person", name="Ruka")``."""
        return cls(code, figures)


class PlannerError(Exception):
    """Something that the user can understand and mend; shown as one sentence, never as a stack trace."""

    def __init__(self, code: str, **figures: Any) -> None:
        super().__init__(code, figures)
        self.message = Message(code, figures)

    @property
    def code(self) -> str:
        """The sentence's code, such as ``file-newer``."""
        return self.message.code

    def __str__(self) -> str:
        return f"{self.code} {dict(self.message.figures)}" if self.message.figures else self.code


class Cancelled(Exception):  # noqa: N818 (it is no error: the user asked for it)
    """Raised out of a progress callback when the user presses Cancel."""
