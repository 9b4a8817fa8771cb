"""A calendar sent again: what changed has a higher sequence, what is gone is cancelled, the rest is as it was."""

import datetime as dt

import icalendar
import pytest

from planner.calendars import CalendarFile, MadeCalendar, as_sent, calendar_for, of_group, of_guest, of_home
from planner.calendars.entries import When
from planner.calendars.letters import changes_of, letter_for, summary_of
from planner.commands import records
from planner.storage import PlannerFile
from tests.calendars.conftest import STAMP
from tests.calendars.sending import activity, change_much, send

LATER = STAMP + dt.timedelta(days=10)


def entries(file: CalendarFile) -> dict[str, icalendar.Event]:
    return {str(event["summary"]): event for event in icalendar.Calendar.from_ical(file.content).walk("VEVENT")}


@pytest.fixture
def sent(file: PlannerFile) -> MadeCalendar:
    """The group has issue 1; then one event is moved, one changed, one cancelled, one removed, one added."""
    first = send(file, of_group())
    change_much(file)
    return first


def test_nothing_has_changed(file: PlannerFile) -> None:
    first = send(file, of_group())
    again = calendar_for(file.plan, of_group(), "en", LATER)
    assert again.version == 2
    assert again.news.count == 0
    was, now = entries(first.file), entries(again)
    assert set(was) == set(now)
    for title, event in now.items():
        assert event["sequence"] == 0
        assert event["last-modified"].dt == STAMP
        assert event["dtstamp"].dt == LATER
        assert was[title]["uid"] == event["uid"]


def test_only_what_this_reader_sees_counts(file: PlannerFile) -> None:
    """What the staff note about a call, or what somebody else does, is no change for the guests."""
    sakura, ruka = (of_guest(member) for member in file.plan.members)
    for reader in (sakura, ruka):
        send(file, reader)
    plan = file.plan
    call = activity(plan, "Courtesy call; speeches, photos")
    file.run(records.edit, "Activity", call.id, {"notes_staff": "bring the good cups"})
    file.run(records.edit, "Activity", activity(plan, "Only Sakura's dentist").id, {"starts_at": dt.time(9, 30)})
    assert calendar_for(file.plan, ruka, "en", LATER).news.count == 0
    hers = calendar_for(file.plan, sakura, "en", LATER)
    assert len(hers.news.changed) == hers.news.count == 1


def test_moved_changed_cancelled_removed_and_added(file: PlannerFile, sent: MadeCalendar) -> None:
    was, second = entries(sent.file), calendar_for(file.plan, of_group(), "en", LATER)
    now = entries(second)
    moved = now["Courtesy call; speeches, photos"]
    assert moved["sequence"] == 1
    assert moved["uid"] == was["Courtesy call; speeches, photos"]["uid"]
    assert moved["dtstart"].dt.astimezone(dt.UTC) == dt.datetime(2027, 7, 26, 15, 15, tzinfo=dt.UTC)
    assert moved["last-modified"].dt == LATER
    assert now["Camp"]["sequence"] == 1
    for title in ("Drop-off", "Late party"):
        gone = now[f"Cancelled: {title}"]
        assert gone["status"] == "CANCELLED"
        assert gone["sequence"] == 1
        assert gone["uid"] == was[title]["uid"]
        assert gone["dtstart"].dt == was[title]["dtstart"].dt
    assert now["Fireworks"]["sequence"] == 0
    assert now["Japan Night"]["sequence"] == 0
    assert [len(each) for each in (second.news.added, second.news.changed, second.news.cancelled)] == [1, 2, 2]


def test_what_is_off_stays_off_and_can_come_back(file: PlannerFile, sent: MadeCalendar) -> None:
    send(file, of_group(), stamp=LATER)
    third = calendar_for(file.plan, of_group(), "en", LATER + dt.timedelta(days=1))
    assert third.version == 3
    assert third.news.count == 0
    assert entries(third)["Cancelled: Drop-off"]["sequence"] == 1
    back = next(each for each in file.plan.activities if each.title_en == "Drop-off")
    file.run(records.edit, "Activity", back.id, {"status": "confirmed"})
    fourth = calendar_for(file.plan, of_group(), "en", LATER + dt.timedelta(days=2))
    assert entries(fourth)["Drop-off"]["sequence"] == 2
    assert entries(fourth)["Drop-off"]["status"] == "CONFIRMED"
    assert [change.now.title for change in fourth.news.added if change.now] == ["Drop-off"]


def test_undoing_the_sending_forgets_it(file: PlannerFile, sent: MadeCalendar) -> None:
    send(file, of_group(), stamp=LATER)
    file.undo()
    assert calendar_for(file.plan, of_group(), "en", LATER).version == 2


def test_another_language_is_a_change_of_the_same_entries(file: PlannerFile) -> None:
    first = send(file, of_group())
    second = calendar_for(file.plan, of_group(), "ja", LATER)
    assert {event["uid"] for event in entries(first.file).values()} == {e["uid"] for e in entries(second).values()}
    assert second.version == 2


def test_the_slip_says_what_has_changed(file: PlannerFile, sent: MadeCalendar) -> None:
    news = calendar_for(file.plan, of_group(), "en", LATER).news
    assert news.since is not None
    day = news.since.astimezone()
    assert summary_of(news, "en") == f"1 new, 2 changed, 2 cancelled since {day.day} {day:%b %Y}"
    assert summary_of(news, "ja") == f"{day.year}年{day.month}月{day.day}日以降：新規1件、変更2件、中止2件"
    assert list(changes_of(news, "en")) == [
        "New: Fireworks, Fri 30 Jul, 9:00 PM EDT",
        "Changed: Courtesy call; speeches, photos, Fri 23 Jul, 4:00 PM–5:30 PM EDT → Mon 26 Jul, 11:15 AM–12:45 PM EDT",
        "Changed: Camp, Thu 29 Jul – Fri 30 Jul",
        "Cancelled: Late party, Sat 31 Jul, 9:00 PM EDT – Sun 1 Aug, 12:30 AM EDT",
        "Cancelled: Drop-off, Sun 1 Aug, 5:30 AM EDT",
    ]


def test_an_email_goes_with_it_in_the_readers_language(file: PlannerFile, sent: MadeCalendar) -> None:
    plan = file.plan
    sakura = of_guest(plan.members[0])
    first = letter_for(plan, sakura, calendar_for(plan, sakura, "ja", LATER), "ja")
    assert first.subject == "予定表：品川区 ポートランド訪問2027"
    assert first.body.startswith("髙橋 さくら 様\n\n")
    assert "Open" not in first.body
    again = letter_for(plan, of_group(), calendar_for(plan, of_group(), "en", LATER), "en")
    assert again.subject.startswith("Calendar: Shinagawa in Portland 2027 (1 new, 2 changed, 2 cancelled since ")
    assert "- Changed: Courtesy call" in again.body
    assert "Dear all," in again.body
    both = letter_for(plan, of_group(), calendar_for(plan, of_group(), "both", LATER), "both")
    assert "Dear all," in both.body
    assert "皆様" in both.body


def test_the_email_can_be_written_after_the_files_were_saved(file: PlannerFile) -> None:
    """Then nothing has changed since; what is to be told is what was new in the file that was just saved."""
    plan, group = file.plan, of_group()
    send(file, group)
    first = as_sent(file.plan, group, calendar_for(file.plan, group, "en", LATER))
    assert letter_for(plan, group, first, "en").subject == "Calendar: Shinagawa in Portland 2027"
    change_much(file)
    third = calendar_for(file.plan, group, "en", LATER)
    assert as_sent(file.plan, group, third) is third  # not sent yet
    told = letter_for(file.plan, group, third, "en")
    send(file, group, stamp=LATER)
    again = calendar_for(file.plan, group, "en", LATER + dt.timedelta(hours=1))
    assert "What you have is right as it is" in letter_for(file.plan, group, again, "en").body
    assert letter_for(file.plan, group, as_sent(file.plan, group, again), "en") == told


def test_a_family_is_greeted_as_one_greets_a_family(file: PlannerFile) -> None:
    okafor = of_home(next(home for home in file.plan.households if home.name_en == "Okafor"))
    for language, greeting in (("en", "Dear Okafor family,"), ("ja", "Okafor家 様")):
        letter = letter_for(file.plan, okafor, calendar_for(file.plan, okafor, language, LATER), language)
        assert letter.body.startswith(greeting)


def test_the_slip_says_a_doubled_hour_by_its_own_clock(file: PlannerFile) -> None:
    send(file, of_group())
    second = activity(file.plan, "Autumn, second 1:30")
    file.run(records.edit, "Activity", second.id, {"status": "cancelled"})
    news = calendar_for(file.plan, of_group(), "en", LATER).news
    assert list(changes_of(news, "en")) == ["Cancelled: Autumn, second 1:30, Sun 7 Nov, 1:30 AM–2:00 AM EST"]


@pytest.mark.parametrize(
    "when",
    [When(dt.date(2027, 7, 25)), When(dt.datetime(2027, 7, 23, 16, 0), "America/New_York"),
     When(dt.datetime(2027, 11, 7, 1, 30), "America/New_York", 1)],
)  # fmt: skip
def test_times_are_kept_and_read_back(when: When) -> None:
    assert When.read(str(when)) == when
