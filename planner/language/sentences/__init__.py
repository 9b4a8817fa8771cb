"""The English sentence of every code: one module an area, one table a module.

To add a sentence, write its code and the English into the `SENTENCES` of the module of its area (or make a
new module here; it is found by itself)::

    from planner.language.marking import N_, N_plural

    SENTENCES = {
        "host-no-bed": N_("{family} has no free bed on {night}."),
        "import-rows": N_plural("{count} row was taken in.", "{count} rows were taken in."),
    }

and its Japanese through ``python -m planner.language.extraction --add yours.json``, a file such as
``{"{family} has no free bed on {night}.": "{night}は{family}に空いているベッドがありません。"}``.

- ``{figures}`` are named like the figures of the message: ``PlannerError("host-no-bed", family=…, night=…)``.
  A figure may be text, a number, a date, a time, a term (enum member), another `Message` or a list of these,
  and is written in the reader's way. A date may take a form: ``{night:short}`` (see
  `planner.language.dates.FORMS`).
- A noun, field or term as a figure is a message too: ``Message.of("Person.birth_date")``.
- A plural is chosen by the figure ``count``. Japanese has one form for both.
- A sentence ends with a full stop; a label of a change ("Edit {name}") does not. Write whole sentences:
  pieces cannot be put together in Japanese.

`say` warns about a code that has no sentence; in tests a warning is an error.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from planner.language.marking import Words


def sentence(code: str) -> Words | None:
    """Give the English sentence of a code, or None if it has none.

    A code with a capital is a name of the model, such as ``Person.birth_date`` (`planner.language.nouns`).
    """
    if code[:1].isupper():
        from planner.language.nouns import named

        return named(code)
    return all_sentences().get(code)


@cache
def all_sentences() -> dict[str, Words]:
    """Give every sentence by its code. Raises `ValueError` for a code that two areas claim."""
    found: dict[str, Words] = {}
    for area in sorted(module.name for module in iter_modules(__path__)):
        for code, words in import_module(f"{__name__}.{area}").SENTENCES.items():
            if code in found:
                raise ValueError(f"two sentences for the code {code!r}; one of them in {area}")
            found[code] = words
    return found
