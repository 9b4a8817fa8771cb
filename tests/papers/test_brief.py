"""The brief of an interpreter: each assignment a section, read back and held against the plan."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import icalendar
import pytest

from planner.agenda import Agenda
from planner.calendars import calendar_for
from planner.language.kana import hiragana
from planner.language.names import full_name, kana_name
from planner.model import Plan
from planner.model.interpreting import Interpreter
from planner.model.readers import of_interpreter
from planner.papers.brief.tasks import tasks_of
from planner.papers.catalogue import document_of, readers_of
from planner.papers.kit.sheet import Frame
from planner.papers.options import PAPER_LANGUAGES, PaperOptions, Printed
from planner.papers.rendering import redacted_for, render
from tests.papers.conftest import PRINTED_AT
from tests.papers.looking import assert_inside, bare, pages_of


def interpreter(plan: Plan, given_name: str) -> Interpreter:
    return next(one for one in plan.interpreters if one.person.given_name == given_name)


def brief(plan: Plan, given_name: str = "Emi", language: str = "en", paper: str = "a4") -> Printed:
    reader = of_interpreter(interpreter(plan, given_name))
    return render(document_of("brief"), redacted_for(plan, reader), reader, PaperOptions(language, paper, PRINTED_AT))


def section(printed: Printed, title: str) -> str:
    """The words of the section on whose first page this title stands."""
    first = next(page for page in printed.pages if page.section not in ("overview", "words") and title in page.words)
    return bare("\n".join(page.words for page in printed.pages if page.section == first.section))


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_every_assignment_is_a_section_with_its_title_in_both_languages(staffed: Plan, language: str) -> None:
    printed = brief(staffed, "Emi", language)
    tasks = tasks_of(interpreter(staffed, "Emi"), Agenda(staffed))
    sections = list(dict.fromkeys(page.section for page in printed.pages))
    assert sections == ["overview", *(task.section for task in tasks), "words", "numbers"]
    assert "For your invoice" in printed.pages[0].words
    assert len(tasks) == 3
    words = pages_of(printed.pdf)
    for task in tasks:
        pages = [words[page.number - 1] for page in printed.pages if page.section == task.section]
        assert bare(task.event.title_en) in pages[0]
        assert bare(task.event.title_ja) in pages[0]
    assert printed.file_name.startswith("通訳者用資料" if language == "ja" else "Interpreter brief")


def test_the_courtesy_call_says_when_where_how_with_whom_and_why(staffed: Plan) -> None:
    words = section(brief(staffed), "Courtesy call")
    for said in (
        "3:30 pm", "Fri 23 Jul", "4:00 pm", "to 5:30 pm", "Sat 05:00", "Portland City Hall", "389 Congress St",
        "left of the lectern", "Consecutive", "JA ↔ EN", "you lead",
        f"Ken YOSHINO {full_name(interpreter(staffed, 'Ken').person, 'ja')}",
        "(207) 555-0161", "Steps in if you cannot come", "Haruko BELL", "(207) 555-0163", "Ruth Haskell",
        "Portland and Shinagawa have been sister cities since 13 October 1984.", "Ōmori Shell Mounds",
        "This visit: Shinagawa girls’ basketball in Portland 2027", "12 guests, 3 chaperones",
        "No questions about the hospital merger.", "city council",
    ):  # fmt: skip
        assert bare(said) in words, said


def test_speakers_stand_in_their_order_with_kanji_reading_post_and_text(staffed: Plan) -> None:
    words = section(brief(staffed), "Courtesy call")
    order = [words.index(bare(name)) for name in ("Helen MARSH", "SAITO Kaori", "ITO Aoi")]
    assert order == sorted(order)
    for member in staffed.members:
        if member.person.given_name in ("Kaori", "Aoi"):
            parts = full_name(member.person, "ja").split()
            readings = hiragana(kana_name(member.person)).split()
            assert "".join(part for pair in zip(parts, readings, strict=True) for part in pair) in words
    for said in ("ヘレン・マーシュ", "ポートランド市長", "address as Mayor", "監督・団長", "missing", "9 Jul"):
        assert bare(said) in words, said


def test_minutes_are_stretched_as_they_are_on_screen_and_say_what_goes_first(staffed: Plan) -> None:
    printed = brief(staffed)
    words = section(printed, "Courtesy call")
    for said in (
        "4:05 pm Welcome 歓迎のあいさつ 10 21 English you or Ken YOSHINO, into Japanese",
        "4:26 pm Reply 答礼のあいさつ 10 21 Japanese you or Ken YOSHINO, into English",
        "4:59 pm Informal talk 懇談 15 15 Both languages you or Ken YOSHINO, whispered",
        "5:21 pm Over, as it really takes 57 81",
    ):  # fmt: skip
        assert bare(said) in words, said
    foot = "".join(pages_of(printed.pdf))
    assert bare("Times stretched × 2.1 for consecutive. If late, cut first: Informal talk.") in foot


def test_numbers_have_their_eras_and_words_their_readings(staffed: Plan) -> None:
    printed = brief(staffed, "Ken")
    pages = {page.section: bare(page.words) for page in printed.pages}
    for said in (
        "昭和59年10月13日",
        "43周年（2027年）",
        "1877年（明治10年）",
        "令和9年7月23日（金曜日）",
        "100 million 一億（いちおく）",
    ):
        assert bare(said) in pages["numbers"], said
    words = "".join(bare(page.words) for page in printed.pages if page.section == "words")
    for said in ("dismissal", "解散", "かいさん", "Portland City Hall", "ポートランド市庁舎"):
        assert bare(said) in words, said


def test_who_has_just_arrived_with_the_group_comes_with_it_in_brief_and_calendar(staffed: Plan) -> None:
    emi = interpreter(staffed, "Emi")
    content = calendar_for(staffed, of_interpreter(emi), "en", dt.datetime(2027, 7, 1, tzinfo=dt.UTC)).content
    told = {str(event["summary"]).partition(": ")[2]: str(event["description"]) for event in
            icalendar.Calendar.from_ical(content).walk("VEVENT")}  # fmt: skip
    tasks = {task.event.title_en: task.comes_with_the_group for task in tasks_of(emi, Agenda(staffed))}
    assert {True, False} == set(tasks.values())
    for title, together in tasks.items():
        assert ("You come with the group." in told[title]) == together, title
        assert ("Be there 30 minutes before." in told[title]) == (not together), title
    # Once among the assignments, once at the head of its own page.
    words = bare("".join(page.words for page in brief(staffed).pages))
    assert words.count(bare("with the group")) == 2 * list(tasks.values()).count(True)


def test_an_interpreter_reads_of_their_own_work_only(staffed: Plan) -> None:
    words = "".join(pages_of(brief(staffed, "Grace").pdf))
    assert "Campday" in words
    assert bare("No questions about the hospital merger.") not in words
    # That an escort is asked for stands above; the form says no more.
    assert bare("As asked for") not in words
    assert bare("Camp day: canoe, archery キャンプ体験") in words
    for secret in ("buckwheat", "halal", "Munjoy", "555-0141", "shellfish allergy!", "gift exchange; team jackets"):
        assert bare(secret) not in words, secret


def test_what_a_form_says_of_speeches_and_groups_is_told_until_somebody_enters_it(
    staffed: Plan, staffed_but: Callable[..., Plan]
) -> None:
    words, need = "consecutive, ja/en, speeches 2 x 10 min", next(
        one for one in staffed.needs if one.activity and one.activity.title_en.startswith("Camp")
    )
    squad = next(group for group in staffed.groups if group.letter == "A")
    museum = next(one for one in staffed.needs if one.activity and one.activity.title_en.startswith("Art museum"))
    beside = ("Need", museum.id, {"activity_id": need.activity_id, "mode": "whispered"})
    plan = staffed_but(("Need", need.id, {"words": words, "group_id": squad.id}), beside)
    printed = brief(plan, "Grace")
    told = bare("2 speeches of 10 minutes each; who speaks is still to come.")
    assert told in section(printed, "Camp day")
    # Who interprets there in another mode is named with it; so is the telephone that is answered day and night.
    for said in ("Ken YOSHINO", "Whispered", "Duty phone (207) 555-0100"):
        assert bare(said) in section(printed, "Camp day"), said
    assert bare("nobody else for this") in section(brief(staffed), "Shooting clinic")
    assert bare(f"For whom {squad.name_en}") in section(printed, "Camp day")
    # A slip names who is in the group now, and of which number it speaks.
    facts = {(fact.label, fact.value) for page in printed.pages for fact in page.facts}
    whom = {value for label, value in facts if label == "Camp day: canoe, archery, Whom you interpret for"}
    assert whom == {full_name(one.member.person, "en", formal=True) for one in squad.memberships}
    assert ("People and hours", f"{squad.name_en}: 6 people · {squad.name_ja}：6名") in facts
    [note] = [one for one in printed.notes if one.code == "brief-speeches-missing"]
    assert (note.figures["count"], note.figures["minutes"]) == (2, 10)
    # Of the courtesy call everybody who speaks is entered.
    assert "whospeaksisstilltocome" not in section(brief(staffed), "Courtesy call")


def test_who_has_no_work_has_no_brief(staffed: Plan, portland: Plan) -> None:
    found = [reader.uid for reader in readers_of(staffed, document_of("brief"))]
    assert found == [interpreter(staffed, name).uid for name in ("Emi", "Ken", "Grace")]
    assert readers_of(portland, document_of("brief")) == []


def test_a_long_history_and_long_names_flow_on(staffed: Plan, staffed_but: Callable[..., Plan]) -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff-Smith"
    letter = "Our two cities have sent each other children, potters and firemen. " * 30
    speaker = next(member for member in staffed.members if member.person.given_name == "Aoi")
    changed: dict[str, Any] = {"family_name": name, "family_name_ja": "勅使河原" * 5}
    plan = staffed_but(("Partnership", 1, {"history": letter}), ("Person", speaker.person_id, changed))
    printed = brief(plan, "Emi", "en", "letter")
    assert_inside(printed.pdf, Frame("letter"))
    words = section(printed, "Courtesy call")
    assert words.count(bare("potters and firemen")) == 30
    assert bare(name.upper()) in words
