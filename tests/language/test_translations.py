"""Nothing is untranslated, every code has its sentence, and every figure is given."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from pathlib import Path
from typing import NamedTuple

import planner
from planner.clock import days
from planner.language import LANGUAGES, Plural, extraction, speaker
from planner.language.catalogue import folder
from planner.language.nouns import IN_CONTEXT, NOUNS, field_label, named, noun
from planner.language.sentences import all_sentences, sentence
from planner.language.terms import MEAL_MARKS, TERMS, language_name, term
from planner.model import Base, kinds
from planner.model.kinds import MealProvider
from planner.model.people import Person
from planner.model.programme import Journey
from planner.rules.catalogue import RULES
from planner.rules.finding import FindingKind
from planner.rules.homestays import WISHES

PACKAGE = Path(planner.__file__).parent


class Said(NamedTuple):
    """A code or text in the sources, with the figures passed to it; None if only a run can tell."""

    place: str
    words: str
    figures: frozenset[str] | None


@cache
def trees() -> dict[str, ast.Module]:
    return {
        str(file.relative_to(PACKAGE)): ast.parse(file.read_text(encoding="utf-8"))
        for file in sorted(PACKAGE.rglob("*.py"))
    }


def calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Every call of the program: its place, the name called and the call itself."""
    for file, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                owner = node.func.value if isinstance(node.func, ast.Attribute) else None
                prefix = f"{owner.id}." if isinstance(owner, ast.Name) else ""
                name = node.func.id if isinstance(node.func, ast.Name) else f"{prefix}{node.func.attr}"
                yield f"{file}:{node.lineno}", name, node


def keywords(call: ast.Call) -> frozenset[str] | None:
    if any(keyword.arg is None for keyword in call.keywords):
        return None
    return frozenset(keyword.arg for keyword in call.keywords if keyword.arg)


def literal(call: ast.Call, place: int) -> str | None:
    argument = call.args[place] if len(call.args) > place else None
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None


def codes() -> Iterator[Said]:
    """Every code written in the sources, with the figures passed to it."""
    for place, name, call in calls():
        if name not in ("PlannerError", "Message", "Message.of") or (code := literal(call, 0)) is None:
            continue
        figures = keywords(call)
        if name == "Message" and (len(call.args) > 1 or figures):
            given = call.args[1] if len(call.args) > 1 else call.keywords[0].value
            keys = given.keys if isinstance(given, ast.Dict) else [None]
            names = [key.value for key in keys if isinstance(key, ast.Constant)]
            figures = frozenset(map(str, names)) if len(names) == len(keys) else None
        yield Said(place, code, figures)


def figures_of(words: object) -> set[str]:
    texts = [words] if isinstance(words, str) else list(words) if isinstance(words, Plural) else []
    return set().union(*(extraction.figure_names(text) for text in texts))


def test_everything_is_translated_and_in_step_with_the_sources() -> None:
    found = extraction.faults(extraction.read(folder() / "ja.po"), extraction.say_what_the_sources_say())
    assert not found, "run python -m planner.language.extraction and add:\n" + "\n".join(found)


def test_every_code_has_a_sentence_and_gets_its_figures() -> None:
    found = list(codes())
    assert len(found) >= 4
    wrong = []
    for place, code, figures in found:
        words = sentence(code)
        if words is None:
            wrong.append(f"{place}: no sentence for {code!r}")
        elif figures is not None and (lacking := figures_of(words) - figures):
            wrong.append(f"{place}: {code!r} is not given {', '.join(sorted(lacking))}")
    assert not wrong, "\n".join(wrong)


def test_every_sentence_is_said_somewhere() -> None:
    texts = {
        node.value
        for file, tree in trees().items()
        if not file.startswith("language/sentences/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    # Codes that are put together from a kind: f"file-kind-{kind}".
    begun = tuple(text for text in texts if text.endswith("-") and "-" in text[:-1])
    # What a rule is called, why it is one, and its figures; why findings matter that no rule makes.
    texts |= {f"{rule.code}.{part}" for rule in RULES for part in ("name", "why", *rule.figures)}
    texts |= {f"{wish.code}.{part}" for wish in WISHES for part in ("name", "why", *wish.figures)}
    texts |= {f"{kind.value}.why" for kind in FindingKind}
    assert [code for code in sorted(set(all_sentences()) - texts) if not code.startswith(begun)] == []


def test_every_translated_text_gets_its_figures() -> None:
    wrong = []
    for place, name, call in calls():
        method = name.rpartition(".")[2]
        first = {"tr": 0, "trn": 0, "tr_in": 1}.get(method)
        figures = keywords(call)
        if first is None or figures is None or (text := literal(call, first)) is None:
            continue
        wanted = extraction.figure_names(text) if figures or method == "trn" else set()
        if method == "trn" and (many := literal(call, 1)) is not None:
            wanted |= extraction.figure_names(many)
            figures |= {"count"}
        if lacking := wanted - figures:
            wrong.append(f"{place}: {text!r} is said without {', '.join(sorted(lacking))}")
        if (unused := figures - wanted - {"count"}) and method != "trn":
            wrong.append(f"{place}: {text!r} has no place for {', '.join(sorted(unused))}")
    assert not wrong, "\n".join(wrong)


def test_translated_text_is_never_an_f_string_nor_glued_together() -> None:
    wrong = [
        place
        for place, name, call in calls()
        if name.rpartition(".")[2] in ("tr", "trn", "tr_in", "N_", "N_in", "N_plural")
        and any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in call.args)
    ]
    assert wrong == []


def test_japanese_sentences_have_japanese_brackets_and_stops() -> None:
    """Not so the letter of a menu, (&F), the endings of files, (*.txt), and what is typed: 1..2."""
    japanese, typed = r"[\u3040-\u30ff\u4e00-\u9fff]", r"[&*]|\{endings\}"
    wrong = re.compile(
        rf"(?:{japanese}|[}}」])\s?(?:\((?!{typed})|[:,;])|(?<![&*A-Z])[):,;]\s?(?:{japanese}|「)|{japanese}[?!.](?!\.)"
    )
    entries = [one.string for one in extraction.read(folder() / "ja.po")]
    said = [text for string in entries for text in ([string] if isinstance(string, str) else string)]
    assert [text for text in said if re.search(japanese, text) and wrong.search(text)] == []


def test_every_member_of_every_kind_has_its_words() -> None:
    of_the_model = [
        value
        for module in (kinds, days)
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Enum) and value.__module__ == module.__name__
    ]
    assert len(of_the_model) > 30
    for kind in of_the_model:
        assert list(TERMS[kind]) == list(kind), kind
        for language in LANGUAGES:
            words = [term(member, language) for member in kind]
            assert len(set(words)) == len(words), f"{kind.__name__}: two members read alike in {language}"
            assert all(words)
    assert set(MEAL_MARKS) == set(MealProvider)


def test_every_noun_and_every_field_has_its_words() -> None:
    mapped = {mapper.class_.__name__: mapper for mapper in Base.registry.mappers}
    assert set(NOUNS) == set(mapped)
    for name, mapper in mapped.items():
        for language in LANGUAGES:
            assert noun(name, language)
            labelled = [a.key for a in mapper.column_attrs if named(f"{name}.{a.key}")]
            assert all(field_label(mapper.class_, key, language) for key in labelled)
            assert labelled or name in ("GroupMember", "ActivityGroup", "JourneyGroup"), name
    for code in IN_CONTEXT:
        name, _, field = code.partition(".")
        assert field in mapped[name].column_attrs.keys(), code  # noqa: SIM118


def test_labels_are_said_in_context() -> None:
    assert field_label(Person, "birth_date", "ja") == "生年月日"
    assert (field_label(Journey, "number", "en"), field_label(Journey, "number", "ja")) == ("Number", "便名")
    assert speaker("ja").words(sentence("Journey.number") or "") == "便名"
    assert sentence("Journey.wings") is None
    assert sentence("Unicorn") is None


def test_spoken_languages() -> None:
    assert (language_name("vi", "en"), language_name("vi", "ja")) == ("Vietnamese", "ベトナム語")
    assert language_name("a little Spanish", "ja") == "a little Spanish"


def test_every_rule_has_a_sentence_a_name_and_a_reason() -> None:
    wanted = {f"{rule.code}{part}" for rule in RULES for part in ("", ".name", ".why")}
    assert wanted <= set(all_sentences())
