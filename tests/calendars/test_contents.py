"""What stands in whose calendar, and what must not."""

import datetime as dt
from pathlib import Path

import icalendar
import pytest

from planner import calendars
from planner.calendars import make_calendars, of_group, save_into
from planner.model import Member, Plan
from planner.model.message import Cancelled, PlannerError
from tests.calendars.conftest import LONG, MARKS, STAMP
from tests.calendars.making import calendar_for

LANGUAGES = ("en", "ja", "both")


@pytest.fixture
def sakura(plan: Plan) -> Member:
    return next(member for member in plan.members if member.person.given_name == "Sakura")


@pytest.fixture
def ruka(plan: Plan) -> Member:
    return next(member for member in plan.members if member.person.given_name == "Ruka")


def unfolded(content: bytes) -> str:
    return content.decode().replace("\r\n ", "")


def entries(content: bytes) -> dict[str, icalendar.Event]:
    return {str(event["summary"]): event for event in icalendar.Calendar.from_ical(content).walk("VEVENT")}


def test_each_has_their_own(plan: Plan, sakura: Member, ruka: Member) -> None:
    hers, other = (entries(calendar_for(plan, member, "en", STAMP)) for member in (sakura, ruka))
    assert "Only Sakura's dentist" in hers
    assert "Only Sakura's dentist" not in other
    assert "Game of the A squad" in other
    assert "Game of the A squad" not in hers
    assert "Staying with the Okafor family" in hers
    assert not any(title.startswith("Staying with the Okafor") for title in other)


def test_what_a_squad_without_members_does_is_in_everybodys_calendar(plan: Plan, sakura: Member) -> None:
    game = entries(calendar_for(plan, sakura, "en", STAMP))["Game of the B squad"]
    assert "For: B squad" in game["description"]


def test_cancelled_and_mere_ideas_are_left_out(plan: Plan) -> None:
    found = entries(calendar_for(plan, None, "en", STAMP))
    assert not {"Cancelled walk", "Idea only"} & set(found)
    assert found["Requested talk"]["status"] == "TENTATIVE"
    assert "Not yet confirmed." in found["Requested talk"]["description"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_private_of_anybody(plan: Plan, sakura: Member, language: str) -> None:
    """Planted: allergies, passport, e-mail, guns, a booking, staff's notes; and the other girl's family."""
    for reader in (None, sakura):
        text = unfolded(calendar_for(plan, reader, language, STAMP))
        assert "SECRET" not in text
        assert "STAFFONLY" not in text
        assert "buckwheat" not in text.casefold()
        assert "そば" not in text


def test_the_group_is_not_told_who_sleeps_where(plan: Plan) -> None:
    text = unfolded(calendar_for(plan, None, "both", STAMP))
    assert "Okafor" not in text
    assert "Spruce" not in text


def test_the_nights_are_one_quiet_entry(plan: Plan, sakura: Member) -> None:
    stay = entries(calendar_for(plan, sakura, "en", STAMP))["Staying with the Okafor family"]
    assert stay["transp"] == "TRANSPARENT"
    assert (stay["dtstart"].dt, stay["dtend"].dt) == (dt.date(2027, 7, 22), dt.date(2027, 8, 1))
    assert stay["location"] == "12 Spruce St, Portland"


def test_words_arrive_whole(plan: Plan) -> None:
    call = entries(calendar_for(plan, None, "both", STAMP))["Courtesy call; speeches, photos / 市長表敬訪問"]
    assert MARKS in call["description"]
    assert LONG in call["description"]
    assert "Bring: a small gift" in call["description"]
    assert "持ち物：手土産" in call["description"]
    assert "Time in Shinagawa: Sat 24 Jul, 5:00 AM JST" in call["description"]
    assert "品川区の時刻：7月24日(土) 5:00 JST" in call["description"]
    street = "389 Congress St, Portland, ME 04101"
    assert call["location"] == f"Portland City Hall, {street} / ポートランド市役所、{street}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_are_folded_between_characters(plan: Plan, language: str) -> None:
    content = calendar_for(plan, None, language, STAMP)
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines)
    for line in lines:
        line.decode()  # a character cut in two could not be read alone


def test_one_language_does_not_slip_into_the_other(plan: Plan) -> None:
    english = unfolded(calendar_for(plan, None, "en", STAMP)).replace(LONG, "")
    assert "の時刻" not in english
    assert "持ち物" not in english
    japanese = unfolded(calendar_for(plan, None, "ja", STAMP))
    assert "Time in" not in japanese
    assert "Bring" not in japanese


def test_it_is_repeatable_and_publishes(plan: Plan, sakura: Member) -> None:
    first = calendar_for(plan, sakura, "en", STAMP)
    assert first == calendar_for(plan, sakura, "en", STAMP)
    assert first != calendar_for(plan, sakura, "en", STAMP + dt.timedelta(seconds=1))
    calendar = icalendar.Calendar.from_ical(first)
    assert calendar["method"] == "PUBLISH"
    assert calendar["version"] == "2.0"
    for event in calendar.walk("VEVENT"):
        assert event["dtstamp"].dt == STAMP
        assert event["sequence"] == 0


def test_zones_change_at_two_by_a_yearly_rule(plan: Plan) -> None:
    """Written as a change at 03:00, Thunderbird is an hour off that night."""
    text = unfolded(calendar_for(plan, None, "en", STAMP))
    new_york = text.partition("TZID:America/New_York")[2].partition("END:VTIMEZONE")[0]
    assert "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3" in new_york
    assert "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11" in new_york
    assert all(line.endswith("T020000") for line in new_york.split("\r\n") if line.startswith("DTSTART"))
    assert text.count("BEGIN:VTIMEZONE") == 2


def test_all_at_once(plan: Plan, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    readers = calendars.readers_of(plan)
    made = make_calendars(
        plan, readers, language="both", stamp=STAMP, progress=lambda done, total: told.append((done, total))
    )
    assert [one.name for one in made] == [
        "Calendar – Whole group 全体.ics",
        "Calendar – Sakura Takahashi 髙橋 さくら.ics",
        "Calendar – Ruka Matsumoto 松本 琉花.ics",
        "Calendar – the Okafor family Okafor家.ics",
        "Calendar – the SECRETHALL family SECRETHALL家.ics",
        "Calendar – Haruko Bell ベル 春子 – Interpreting.ics",
        "Calendar – Staff 事務局.ics",
        "Calendar – Public programme 公開プログラム.ics",
    ]
    assert told == [(number, 8) for number in range(9)]
    saved = save_into(made, tmp_path / "new")
    assert sorted((tmp_path / "new").iterdir()) == sorted(one.path for one in saved)
    theirs = make_calendars(plan, readers, language=calendars.THEIRS, stamp=STAMP)
    assert [one.language for one in theirs] == ["ja", "ja", "ja", "en", "en", "both", "both", "en"]
    assert [one.name for one in theirs][:2] == [
        "予定表 – Whole group 全体.ics",
        "予定表 – Sakura Takahashi 髙橋 さくら.ics",
    ]


def test_it_can_be_stopped_and_refused(plan: Plan, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_calendars(plan, calendars.readers_of(plan), language="en", stamp=STAMP, progress=stop)
    made = make_calendars(plan, [of_group()], language="en", stamp=STAMP)
    (tmp_path / "a file").write_text("in the way")
    with pytest.raises(PlannerError) as refused:
        save_into(made, tmp_path / "a file")
    assert refused.value.code == "out-no-folder"


def test_unknown_languages_are_a_mistake(plan: Plan) -> None:
    with pytest.raises(ValueError, match="no such language"):
        calendar_for(plan, None, "fr", STAMP)
