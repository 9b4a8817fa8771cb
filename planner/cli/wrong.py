"""What was called wrongly, said in the screen's language; typer itself speaks only English."""

from __future__ import annotations

import re
from typing import Any

import typer

from planner.language import tr


def usage_words(error: typer.TyperException) -> str:
    """Say what is wrong with a call: what is missing, too much, unknown, or has a value that cannot be used."""
    kind, words = type(error).__name__, error.message
    parameter = getattr(error, "param", None)
    if kind == "MissingParameter" and parameter is not None:
        return tr("{name} is missing: {help}", name=name_of(parameter), help=parameter.help or "")
    if kind == "NoSuchOption":
        return _no_such_option(error)
    if kind == "BadOptionUsage":
        option = getattr(error, "option_name", "")
        if "not take a value" in words:
            return tr("The option {option} takes no value.", option=option)
        return tr("The option {option} needs a value after it.", option=option)
    if parameter is not None:
        return _bad_value(parameter)
    if found := re.match(r"No such command '(.*?)'(?:.*Did you mean '(.*?)')?", words):
        job, meant = found.groups()
        if meant:
            return tr("There is no job “{name}”. Did you mean {meant}?", name=job, meant=meant)
        return tr("There is no job “{name}”.", name=job)
    if found := re.match(r"Got unexpected extra argument.*? \((.*)\)$", words):
        return tr("This is too much: {words}", words=found[1])
    return words


def name_of(parameter: Any) -> str:
    """Write a parameter as its user types it: ``--paper``, or ``FILE`` for one that has only a place."""
    if parameter.param_type_name == "option":
        return str(parameter.opts[0])
    return str(parameter.metavar or parameter.name.upper())


def choices_of(parameter: Any) -> tuple[str, ...]:
    """Give the words a parameter can be; none where it is free."""
    given = parameter.type_descriptor
    return tuple(str(getattr(choice, "value", choice)) for choice in given.choices or ()) if given.is_choice else ()


def _no_such_option(error: typer.TyperException) -> str:
    option = getattr(error, "option_name", "")
    meant = getattr(error, "possibilities", None) or ()
    if meant:
        return tr("There is no option {option}. Did you mean {meant}?", option=option, meant=", ".join(sorted(meant)))
    return tr("There is no option {option}.", option=option)


def _bad_value(parameter: Any) -> str:
    name, choices = name_of(parameter), choices_of(parameter)
    if choices:
        return tr("{name} can be one of these: {choices}", name=name, choices=", ".join(choices))
    if parameter.type_descriptor.annotation is int:
        return tr("{name} needs a whole number, {least} or more.", name=name, least=str(parameter.min or 0))
    return tr("{name} has a value that cannot be used.", name=name)
