"""What stands in whose calendar, and what must not."""

import datetime as dt
from pathlib import Path

import icalendar
import pytest

from planner import calendars
from planner.calendars import make_calendars, of_group, save_into
from planner.calendars.entries import UID_SUFFIX
from planner.commands import records
from planner.language import say
from planner.model import Member, Plan
from planner.model.message import Cancelled, PlannerError
from planner.storage import PlannerFile
from tests.calendars.conftest import LONG, MARKS, STAMP
from tests.calendars.making import calendar_for
from tests.calendars.readers import by_ical_js, by_icalendar, by_node_ical, by_vobject, make_ical_js

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
    assert (game["status"], "Group not decided yet" in game["description"]) == ("TENTATIVE", True)


@pytest.mark.parametrize(("kind", "status"), [("party", "CONFIRMED"), ("travel", "TENTATIVE")])
def test_what_a_family_is_invited_to_is_surely_theirs_not_so_where_they_hand_over_guests_of_a_group_to_come(
    file: PlannerFile, kind: str, status: str
) -> None:
    game = next(one for one in file.plan.activities if one.title_en == "Game of the B squad")
    file.run(records.edit, "Activity", game.id, {"hosts_invited": True, "kind": kind})
    home = next(one for one in file.plan.households if one.name_en == "Okafor")
    content = calendars.calendar_for(file.plan, calendars.of_home(home), "en", STAMP).content
    assert entries(content)["Game of the B squad"]["status"] == status


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


def test_the_group_is_not_told_who_sleeps_where_nor_what_one_of_them_does_alone(plan: Plan) -> None:
    text = unfolded(calendar_for(plan, None, "both", STAMP))
    assert "dentist" not in text
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


def test_where_it_is_on_a_map_is_told_where_it_is_known(file: PlannerFile) -> None:
    """A place's own link, or one made of its coordinates; never one made of an address."""
    found = entries(calendar_for(file.plan, None, "en", STAMP))
    made = "https://www.google.com/maps/search/?api=1&query=43.659200%2C-70.257300"
    assert made in found["Japan Night"]["description"]
    assert "http" not in found["Flight NH110"]["description"]
    hall = next(one for one in file.plan.places if one.name_en == "Portland City Hall")
    file.run(records.edit, "Place", hall.id, {"map_link": "https://maps.example/hall"})
    [home] = [one for one in file.plan.households if one.name_en == "Okafor"]
    file.run(records.edit, "Household", home.id, {"latitude": 43.66, "longitude": -70.25})
    hers = entries(calendar_for(file.plan, file.plan.members[0], "en", STAMP))
    assert hers["Japan Night"]["description"].endswith("https://maps.example/hall")
    stay = hers["Staying with the Okafor family"]
    assert "query=43.660000%2C-70.250000" in stay["description"]
    assert stay["geo"].to_ical() == "43.66;-70.25"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Shoes off\r\nsocks on\rquietly", "Shoes off\nsocks on\nquietly"),
        ("from Word\x0bnext line\u2028and next", "from Word\nnext line\nand next"),
        ("bell\x07 and\ttab", "bell and\ttab"),
        ("旗🎌 👨‍👩‍👧‍👦 a\\b \\; , :" + "長" * 2000, "旗🎌 👨‍👩‍👧‍👦 a\\b \\; , :" + "長" * 2000),
    ],
)
@pytest.mark.jury
def test_whatever_is_typed_is_read_by_every_program(file: PlannerFile, tmp_path: Path, typed: str, read: str) -> None:
    call = next(one for one in file.plan.activities if one.title_en.startswith("Japan Night"))
    file.run(records.edit, "Activity", call.id, {"notes_guests_en": typed})
    content = calendar_for(file.plan, None, "en", STAMP)
    uid = f"{call.uid}{UID_SUFFIX}"
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    readers = [by_icalendar(content), by_vobject(content)]
    if not make_ical_js():
        readers += [by_ical_js(content, tmp_path), by_node_ical(content, tmp_path)]
    for found in readers:
        assert read in found[uid].description


def test_entries_stand_in_the_order_in_which_they_begin(plan: Plan, sakura: Member) -> None:
    events = icalendar.Calendar.from_ical(calendar_for(plan, sakura, "en", STAMP)).walk("VEVENT")
    starts = [one["dtstart"].dt for one in events if isinstance(one["dtstart"].dt, dt.datetime)]
    assert starts == sorted(starts)


def test_the_staff_read_whom_something_is_for_and_the_one_it_is_for_need_not(plan: Plan, sakura: Member) -> None:
    title = "Only Sakura's dentist"
    staff = calendars.calendar_for(plan, calendars.of_staff(), "en", STAMP).content
    assert "For: Sakura Takahashi" in entries(staff)[title]["description"]
    assert "For:" not in entries(calendar_for(plan, sakura, "en", STAMP))[title]["description"]


def test_an_address_is_written_as_its_script_does(file: PlannerFile) -> None:
    [home] = [one for one in file.plan.households if one.name_en == "Okafor"]
    title = "ホームステイ：Okafor家"
    for english, japanese, line in (
        ("12 Spruce St\nApt 3", "", "12 Spruce St, Apt 3, Portland, ME 04101"),
        ("", "〒1400002 東品川1丁目\n2番3号", "〒140-0002　東品川1丁目　2番3号"),
    ):
        values = {"address_en": english, "address_ja": japanese, "postal_code": "" if japanese else "04101"}
        file.run(records.edit, "Household", home.id, values)
        assert entries(calendar_for(file.plan, file.plan.members[0], "ja", STAMP))[title]["location"] == line


def test_a_calendar_without_entries_is_one_all_the_same_and_says_so(file: PlannerFile) -> None:
    for one in file.plan.activities:
        if one.open_to_public:
            file.run(records.edit, "Activity", one.id, {"open_to_public": False})
    made = calendars.calendar_for(file.plan, calendars.of_public(), "en", STAMP)
    assert [part.name for part in icalendar.Calendar.from_ical(made.content).subcomponents] == ["VTIMEZONE"]
    assert [say(note, "en") for note in made.notes] == ["1 calendar holds nothing yet: Public programme."]
