"""The help of the program and of each job, wholly in the screen's language and wrapped as wide as it is seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from shutil import get_terminal_size
from typing import Any

from planner.cli.speech import width_of
from planner.cli.wrong import choices_of, name_of
from planner.language import tr

_WIDEST = 110
#: How far the explanations stand from the left, if the words before them leave room.
_COLUMN = 26
#: These may not begin a line (行頭禁則).
_NOT_FIRST = "、。，．）」』】・ー！？：,.)"


def help_text(command: Any, program: str, examples: Iterable[str], closing: str = "") -> str:
    """Write the help of a job (or, with jobs of its own, of the program): usage, what it does, words it takes."""
    jobs = getattr(command, "commands", {})
    called = program if jobs else f"{program} {command.name}"
    blocks = [[usage(command, called)], list(_wrapped(command.help, 2))]
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option"]
    blocks.append(_section(tr("Jobs:"), ((name, job.short_help) for name, job in jobs.items())))
    blocks.append(_section(tr("What it works on:"), ((name_of(one), _explained(one)) for one in arguments)))
    blocks.append(_section(tr("Options:"), [*((_option(one), _explained(one)) for one in options), _own(jobs)]))
    blocks.append([tr("Examples:"), *(f"  {program} {line}" for line in examples)])
    blocks.append(list(_wrapped(closing, 0)))
    return "\n\n".join("\n".join(block) for block in blocks if block)


def usage(command: Any, called: str) -> str:
    """Write in one line how a job is called."""
    words = [called]
    if getattr(command, "commands", None):
        return " ".join((tr("Usage:"), *words, tr("JOB …")))
    for one in command.params:
        if one.param_type_name == "argument":
            name = name_of(one) + ("…" if one.nargs < 0 else "")
            words.append(name if one.required else f"[{name}]")
        elif one.required:
            words.append(_option(one))
    return " ".join((tr("Usage:"), *words, tr("[options]")))


def _own(jobs: Any) -> tuple[str, str]:
    return "-h, --help", tr("Show this help; after a job, the job's.") if jobs else tr("Show this help.")


def _option(parameter: Any) -> str:
    name = ", ".join(parameter.opts)
    if parameter.is_flag:
        return name
    return f"{name} {parameter.metavar or '|'.join(choices_of(parameter)) or _free(parameter)}"


def _free(parameter: Any) -> str:
    return "N" if parameter.type_descriptor.annotation is int else parameter.opts[0].lstrip("-").upper()


def _explained(parameter: Any) -> str:
    """Add to the help of an argument what it can be, and the usual value where there is one."""
    words = [parameter.help or ""]
    if parameter.param_type_name == "argument" and (choices := choices_of(parameter)):
        words.append(tr("(one of {choices})", choices=", ".join(choices)))
    usual = getattr(parameter.default, "value", parameter.default)
    if isinstance(usual, (str, int)) and not isinstance(usual, bool) and usual:
        words.append(tr("(usually {value})", value=str(usual)))
    return " ".join(words)


def _section(title: str, rows: Iterable[tuple[str, str]]) -> list[str]:
    lines = []
    for name, words in rows:
        first, *rest = list(_wrapped(words, _COLUMN)) or [""]
        if width_of(name) > _COLUMN - 4:
            lines += [f"  {name}", first]
        else:
            lines.append("  " + name + " " * (_COLUMN - 2 - width_of(name)) + first.lstrip())
        lines += rest
    return [title, *lines] if lines else []


def _wrapped(words: str, indent: int) -> Iterator[str]:
    """Break words into lines, Japanese between any two letters except before those that may not begin a line."""
    room = min(get_terminal_size().columns, _WIDEST) - indent
    line = ""
    for piece in _pieces(words):
        if line and width_of(line + piece.rstrip()) > room:
            yield " " * indent + line.rstrip()
            line = ""
        line += piece if line else piece.lstrip()
    if line.strip():
        yield " " * indent + line.rstrip()


def _pieces(words: str) -> list[str]:
    """Cut words where a line may end: behind a blank, and behind each full-width letter."""
    pieces: list[str] = []
    for letter in words:
        ended = bool(pieces) and (pieces[-1][-1] == " " or width_of(pieces[-1][-1]) == 2 or width_of(letter) == 2)
        if not pieces or (ended and letter not in _NOT_FIRST and letter != " "):
            pieces.append(letter)
        else:
            pieces[-1] += letter
    return pieces
