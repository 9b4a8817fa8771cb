"""Each reader has what concerns them and nothing else: guests, families, interpreters, staff, the public."""

import datetime as dt

import icalendar
import pytest

from planner.calendars import Reader, calendar_for, of_home, of_interpreter, of_public, of_staff
from planner.model import Plan
from tests.calendars.conftest import STAMP

Entries = dict[str, icalendar.Event]


def entries(plan: Plan, reader: Reader, language: str = "en") -> Entries:
    content = calendar_for(plan, reader, language, STAMP).content
    return {str(event["summary"]): event for event in icalendar.Calendar.from_ical(content).walk("VEVENT")}


def text(plan: Plan, reader: Reader, language: str = "both") -> str:
    return calendar_for(plan, reader, language, STAMP).content.decode().replace("\r\n ", "")


@pytest.fixture
def okafor(plan: Plan) -> Reader:
    return of_home(next(home for home in plan.households if home.name_en == "Okafor"))


@pytest.fixture
def bell(plan: Plan) -> Reader:
    return of_interpreter(plan.interpreters[0])


def test_a_family_sees_what_its_guest_does_and_whom_it_is_invited_with(plan: Plan, okafor: Reader) -> None:
    found = entries(plan, okafor)
    assert "Only Sakura's dentist" in found
    assert "Game of the A squad" not in found
    assert "Your guests: Sakura" in found["Only Sakura's dentist"]["description"]
    night = found["Japan Night"]["description"]
    assert "You are invited too." in night
    assert "Bring a dish to share." in night


def test_a_family_sees_only_what_happens_while_its_guest_is_there(plan: Plan, okafor: Reader) -> None:
    found = entries(plan, okafor)
    assert "Drop-off" in found  # on the morning after the last night
    assert not any(title.startswith(("Autumn", "Spring")) for title in found)


def test_the_nights_say_to_a_family_who_stays_there(plan: Plan, okafor: Reader) -> None:
    found = entries(plan, okafor)
    stay = found["Sakura Takahashi stays with you"]
    assert (stay["dtstart"].dt, stay["dtend"].dt) == (dt.date(2027, 7, 22), dt.date(2027, 8, 1))
    assert stay["transp"] == "TRANSPARENT"
    assert "location" not in stay
    assert "髙橋 さくらさんが宿泊" in entries(plan, okafor, "ja")


def test_an_interpreter_sees_what_they_do(plan: Plan, bell: Reader) -> None:
    found = entries(plan, bell)
    assert list(found) == ["Interpreting: Courtesy call; speeches, photos"]
    words = found["Interpreting: Courtesy call; speeches, photos"]["description"]
    assert "until 5:00 PM, consecutive" in words.casefold().replace("pm", "PM")
    assert "Be there 30 minutes before." in words
    assert list(entries(plan, bell, "ja")) == ["通訳：市長表敬訪問"]


def test_the_public_sees_what_is_open_to_it_and_no_names(plan: Plan) -> None:
    found = entries(plan, of_public())
    assert list(found) == ["Japan Night"]
    words = text(plan, of_public())
    for private in ("Sakura", "Takahashi", "髙橋", "Okafor", "Bell", "dish"):
        assert private not in words


def test_the_staff_see_everything_but_what_is_off(plan: Plan) -> None:
    words = text(plan, of_staff())
    assert "STAFFONLY" in words
    assert "Only Sakura's dentist" in words
    assert "Cancelled walk" not in words


@pytest.mark.parametrize("language", ["en", "ja", "both"])
def test_nothing_private_reaches_a_family_an_interpreter_or_the_public(
    plan: Plan, okafor: Reader, bell: Reader, language: str
) -> None:
    """Planted: allergies (also that of their own guest, which is for paper), guns, staff's notes, the other home."""
    for reader in (okafor, bell, of_public()):
        words = text(plan, reader, language)
        assert "SECRET" not in words
        assert "STAFFONLY" not in words
        assert "buckwheat" not in words.casefold()
        assert "そば" not in words
