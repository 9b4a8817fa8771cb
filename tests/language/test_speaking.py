from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from planner.clock import WallTime
from planner.language import (
    LANGUAGES,
    N_,
    N_in,
    N_plural,
    Pair,
    UnsaidSentence,
    say,
    screen_language,
    set_screen_language,
    speaker,
    tr,
    tr_in,
    trn,
)
from planner.language.sentences import all_sentences
from planner.model.kinds import Role
from planner.model.message import Message, PlannerError

UNKNOWN_ZONE = PlannerError("zone-unknown", zone="Mars/Olympus")


@pytest.fixture(autouse=True)
def _screen_in_english_again() -> Iterator[None]:
    yield
    set_screen_language("en")


def test_the_screen_switches_at_once() -> None:
    set_screen_language("en")
    assert (tr("Breakfast"), trn("{count} guest", "{count} guests", 1)) == ("Breakfast", "1 guest")
    assert trn("{count} guest", "{count} guests", 15) == "15 guests"
    assert (tr_in("role", "Coach"), tr_in("travel", "Coach")) == ("Coach", "Coach")
    set_screen_language("ja")
    assert screen_language() == "ja"
    assert (tr("Breakfast"), trn("{count} guest", "{count} guests", 15)) == ("朝食", "参加者15名")
    assert (tr_in("role", "Coach"), tr_in("travel", "Coach")) == ("コーチ", "貸切バス")
    assert say(UNKNOWN_ZONE) == "「Mars/Olympus」という時間帯はありません。"
    set_screen_language("en")
    assert say(UNKNOWN_ZONE) == "There is no time zone named “Mars/Olympus”."


def test_a_paper_speaks_its_own_language_whatever_the_screen_speaks() -> None:
    for screen in LANGUAGES:
        set_screen_language(screen)
        assert speaker("ja").tr("Breakfast") == "朝食"
        assert speaker("en").tr("Breakfast") == "Breakfast"
        assert say(UNKNOWN_ZONE.message, "ja").startswith("「Mars/Olympus」")


def test_there_is_no_third_language() -> None:
    with pytest.raises(ValueError, match="tlh"):
        set_screen_language("tlh")
    with pytest.raises(ValueError, match="tlh"):
        speaker("tlh")
    assert screen_language() == "en"


@pytest.mark.parametrize(
    ("value", "english", "japanese"),
    [
        ("Ruka", "Ruka", "Ruka"),
        ("", "–", "–"),
        (None, "–", "–"),
        (True, "yes", "はい"),
        (False, "no", "いいえ"),
        (7, "7", "7"),
        (2027, "2027", "2027"),
        (12345, "12,345", "12,345"),
        (2.5, "2.5", "2.5"),
        (3.0, "3", "3"),
        (Role.COACH, "Coach", "コーチ"),
        (date(2027, 7, 20), "Tue 20 Jul 2027", "2027年7月20日(火)"),
        (time(16, 20), "4:20 PM", "16:20"),
        (timedelta(minutes=770), "12 h 50 min", "12時間50分"),
        (WallTime(date(2027, 7, 20), time(19), "America/New_York"),
         "Tue 20 Jul 2027, 7:00 PM EDT", "2027年7月20日(火) 19:00 EDT"),
        (["Hina", "Ruka", "Rin"], "Hina, Ruka and Rin", "Hina、Ruka、Rin"),
        (("Hina",), "Hina", "Hina"),
        ([], "–", "–"),
        ([Role.COACH, date(2027, 7, 20)], "Coach and Tue 20 Jul 2027", "コーチ、2027年7月20日(火)"),
        (Message.of("Role.coach"), "Coach", "コーチ"),
        (PlannerError("zone-unknown", zone="X"),
         "There is no time zone named “X”.", "「X」という時間帯はありません。"),
        (N_plural("{count} guest", "{count} guests"), "… guests", "参加者…名"),
        (N_in("travel", "Coach"), "Coach", "貸切バス"),
        (Path("a.csv"), "a.csv", "a.csv"),
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore::planner.language.UnsaidSentence")
def test_a_figure_is_written_in_the_readers_way(value: object, english: str, japanese: str) -> None:
    assert speaker("en").figure(value) == english
    assert speaker("ja").figure(value) == japanese


def test_figures_may_name_a_form() -> None:
    day = date(2027, 7, 20)
    assert speaker("en").tr("On {on:short}, {share:.0%} of {zone:zone}", on=day, share=0.5,
                            zone="America/New_York") == "On Tue 20 Jul, 50% of New York"
    assert speaker("ja").tr("{zone:zone}", zone="America/Indiana/Knox")
    assert speaker("en").tr("{a} {b:>4}", a=1, b="x") == "1    x"


def test_a_figure_named_like_a_parameter_is_no_trouble() -> None:
    assert speaker("en").tr("{self} {text} {language}", self=1, text=2, language=3) == "1 2 3"


def test_braces_are_only_figures_where_figures_are_given() -> None:
    assert tr("{}") == "{}"
    assert tr("{{}} {a}", a=1) == "{} 1"
    assert tr("") == ""


def test_a_code_without_a_sentence_is_an_error_in_tests() -> None:
    with pytest.warns(UnsaidSentence, match="no-such-code"):
        say(Message.of("no-such-code"))


def test_at_run_time_it_is_still_readable() -> None:
    with pytest.warns(UnsaidSentence):
        words = say(Message.of("host-no-bed", family="Ouellette", night=date(2027, 7, 24)))
    assert words == "Host no bed (family: Ouellette, night: Sat 24 Jul 2027)"
    with pytest.warns(UnsaidSentence, match="zone"):
        assert say(Message.of("zone-unknown")) == "There is no time zone named “…”."


def test_a_plural_sentence_is_chosen_by_its_count() -> None:
    words = N_plural("{count} bed", "{count} beds")
    assert [speaker("en").words(words, count=n) for n in (0, 1, 2)] == ["0 beds", "1 bed", "2 beds"]
    assert speaker("ja").words(words, count=2) == "ベッド2台"


def test_marks_leave_words_as_they_are() -> None:
    assert N_("Breakfast") == "Breakfast"


def test_two_areas_cannot_claim_one_code() -> None:
    codes = all_sentences()
    assert "hour-missing" in codes
    assert all(code == code.lower() and " " not in code for code in codes)


def test_a_sentence_begins_with_a_capital_where_its_first_words_are_ours() -> None:
    all_of_them = Message.of("crowd-all", count=15)
    said = say(Message.of("no-supper", who=all_of_them, day=date(2027, 7, 23), event=Pair("Game", "試合")), "en")
    assert said.startswith("All 15: no supper is planned")
    assert say(all_of_them, "en") == "all 15"
    typed = say(Message.of("no-supper", who="de Silva", day=date(2027, 7, 23), event="x"), "en")
    assert typed.startswith("de Silva: ")
