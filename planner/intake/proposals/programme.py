"""A row of a programme → an activity, or a leg of a journey with a local time and a zone at each end."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

from planner.intake.proposals.cells import Row
from planner.intake.proposals.context import Context
from planner.intake.proposals.drafts import Draft
from planner.intake.proposals.moments import Times, times_of
from planner.intake.values.attendance import Attendance, read_attendance
from planner.intake.values.belongings import read_belongings
from planner.intake.values.dates import read_date
from planner.intake.values.daylists import read_stretch
from planner.intake.values.events import kind_of_activity
from planner.intake.values.interpreting import read_needs
from planner.intake.values.meals import Eaten, read_meals
from planner.intake.values.phones import read_phones
from planner.intake.values.reading import Doubt
from planner.intake.values.scan import any_of, plain
from planner.intake.values.status import read_status
from planner.intake.values.travel import Leg, read_leg, read_seats
from planner.language.glossary import in_japanese
from planner.language.kana import has_japanese
from planner.model.kinds import MealProvider, MealTime, PlaceKind

_BOTH_SCRIPTS = ("transport", "dress", "bring", "meeting_point", "dismissal_point", "rain")
_FOR_STAFF = ("payer", "cost_code", "equipment", "gifts", "press", "contact")
_AS_WRITTEN = (*_FOR_STAFF, "notes_interpreters")
_PERMISSION = any_of("permission (?:slip|form)|consent form|waiver", "承諾書|同意書")


def draft_event(row: Row, context: Context) -> Draft | None:
    """Describe what a row announces; None for a row without a day or a title."""
    title_en, title_ja = _titles(row)
    day, last_day = _days(row)
    if day is None or not (title_en or title_ja):
        return None
    leg = read_leg(title_en, title_ja, row.text("transport"))
    times = times_of(row, context, day, leg)
    if last_day is not None and times.ends_on is None:
        times = replace(times, ends_on=last_day)
    if not context.visit.first_day - dt.timedelta(3) <= day <= context.visit.last_day + dt.timedelta(3):
        row.note("on", row.text("on"), Doubt.OUTSIDE_VISIT)
    fields = {"title_en": title_en, "title_ja": title_ja}
    event = _journey(row, context, leg, times, fields) if leg is not None else _activity(row, context, times, fields)
    _notes(row, event)
    _attendance(row, event, context)
    _meals(row, event, times)
    _needs(row, event)
    return event


def _days(row: Row) -> tuple[dt.date | None, dt.date | None]:
    """The day of a row, and its last day where it takes several without hours (7月23日～25日)."""
    typed = row.day("on")
    if typed is not None:
        return typed, None
    text, frame = row.text("on"), row.frame("on")
    reading = read_date(text, frame)
    if reading.value is None or reading.rest:
        stretch = read_stretch(text, frame)
        if stretch is not None and (stretch[0] == stretch[1] or not (row.text("start") or row.text("end"))):
            return stretch[0], stretch[1] if stretch[1] > stretch[0] else None
    row.note_reading("on", reading)
    return reading.value, None


def _titles(row: Row) -> tuple[str, str]:
    english, japanese = row.text("title_en"), row.text("title_ja")
    if not japanese and has_japanese(english):
        return "", english
    if not english and japanese and not has_japanese(japanese):
        return japanese, ""
    return english, japanese


def _activity(row: Row, context: Context, times: Times, titles: dict[str, Any]) -> Draft:
    fields: dict[str, Any] = {
        **titles,
        "starts_on": times.on,
        "starts_at": times.at,
        "ends_on": times.ends_on if times.ends_on not in (None, times.on) or times.ends_at else None,
        "ends_at": times.ends_at,
        "zone": times.zone,
    }
    activity = Draft("Activity", fields, links={"visit": context.visit_draft()})
    activity.at_first["kind"] = kind_of_activity(titles["title_en"], titles["title_ja"])
    for name in _BOTH_SCRIPTS:
        if row.has(name):
            fields |= _in_both(name, row.text(name))
    if row.has("notes"):
        said = read_belongings(row.text("notes"))
        for name, words in (("bring", said.bring), ("dress", said.wear)):
            if not row.text(name):  # a column of its own has the say
                fields |= _in_both(name, words)
    for name in _AS_WRITTEN:
        if row.has(name):
            fields[name] = row.text(name)
    if row.has("contact_phone"):
        words = row.text("contact_phone")
        phones = row.read("contact_phone", lambda text: read_phones(text, context.country)) if words else ()
        fields["contact_phone"] = ", ".join(phone.shown for phone in phones)
    if row.text("status"):
        fields["status"] = row.read("status", read_status)
    if row.has("place_en") or row.has("place_ja"):
        name_en, name_ja = row.text("place_en"), row.text("place_ja")
        if not name_ja and has_japanese(name_en):
            name_en, name_ja = "", name_en
        named = bool(name_en or name_ja)
        activity.links["place"] = context.place(name_en, name_ja, zone=times.zone) if named else None
        if activity.links["place"] and row.text("address") and activity.links["place"].row_id is None:
            address = row.text("address")
            activity.links["place"].fields["address_ja" if has_japanese(address) else "address_en"] = address
    if row.has("leader") and row.text("leader"):
        leader = context.member_named(row.text("leader"))
        if leader is not None:
            activity.links["leader"] = leader
        else:
            row.note("leader", row.text("leader"), Doubt.NAME_NOT_FOUND, name=row.text("leader"))
    return activity


def _in_both(name: str, text: str) -> dict[str, str]:
    """A field in the language it is written in; a common phrase comes in Japanese at once, to be edited like any."""
    if has_japanese(text):
        return {f"{name}_ja": text, f"{name}_en": ""}
    return {f"{name}_en": text, f"{name}_ja": in_japanese(text)}


def _journey(row: Row, context: Context, leg: Leg, times: Times, titles: dict[str, Any]) -> Draft:
    fields: dict[str, Any] = {
        **titles,
        "mode": leg.mode,
        "carrier": leg.carrier,
        "number": leg.number,
        "departs_on": times.on,
        "departs_at": times.at,
        "departs_zone": times.zone,
        "arrives_on": times.ends_on,
        "arrives_at": times.ends_at,
        "arrives_zone": times.ends_zone,
    }
    journey = Draft("Journey", fields, links={"visit": context.visit_draft()})
    if leg.from_airport:
        journey.links["from_place"] = _airport(context, leg.from_airport.code)
    elif leg.from_words:
        journey.links["from_place"] = context.place(leg.from_words, zone=times.zone)
    elif row.text("place_en"):
        journey.links["from_place"] = context.place(row.text("place_en"), row.text("place_ja"), zone=times.zone)
    if leg.to_airport:
        journey.links["to_place"] = _airport(context, leg.to_airport.code)
    if row.has("transport"):
        seats = read_seats(row.text("transport"))
        fields["seats"] = seats.value
        if seats.rest and not _says_only_how(seats.rest):
            row.note("transport", seats.rest, Doubt.NOT_UNDERSTOOD)
    if row.text("status"):
        fields["status"] = row.read("status", read_status)
    for target in (
        "dress",
        "bring",
        "rain",
        "meeting_point",
        "dismissal_point",
        *_FOR_STAFF,
        "contact_phone",
        "leader",
        "address",
    ):
        # A leg has no such field of its own; the words stay with it, for somebody to put them where they belong.
        if row.text(target):
            row.note(target, row.text(target), Doubt.NOT_UNDERSTOOD)
    return journey


def _airport(context: Context, code: str) -> Draft:
    from planner.intake.values.airports import airport

    known = airport(code)
    if known is None:
        return context.place(code, code=code, kind=PlaceKind.AIRPORT)
    return context.place(known.name, known.name_ja, zone=known.zone, code=code, kind=PlaceKind.AIRPORT)


_HOW = re.compile(
    r"(?:by )?(?:air|plane|flight|coach|bus|city bus|charter(?:ed)? (?:bus|coach)|train|vans?|ship|ferry|walk"
    r"|on foot|car|taxi|飛行機|空路|バス|貸切バス|電車|列車|新幹線|徒歩|車|船|フェリー)",
    re.IGNORECASE,
)


def _says_only_how(words: str) -> bool:
    """Whether the words are no more than what the leg's mode says already."""
    return _HOW.fullmatch(plain(words).strip()) is not None


def _notes(row: Row, event: Draft) -> None:
    fields = event.fields
    if row.has("notes"):
        # Nobody knows for whom the notes of a planning sheet are meant: staff, until a person decides otherwise. What
        # they clearly say to bring or to wear has gone to those fields beside.
        fields["notes_staff"] = row.text("notes")
        if event.noun == "Activity" and _PERMISSION.search(plain(row.text("notes"))):
            fields["permission_slip"] = True
    if row.has("notes_guests"):
        text = row.text("notes_guests")
        fields["notes_guests_ja" if has_japanese(text) else "notes_guests_en"] = text
    if row.has("notes_hosts"):
        text = row.text("notes_hosts")
        if event.noun == "Activity":
            fields["notes_hosts_ja" if has_japanese(text) else "notes_hosts_en"] = text
        elif text:
            row.note("notes_hosts", text, Doubt.NOT_UNDERSTOOD)


def _attendance(row: Row, event: Draft, context: Context) -> None:
    """Everyone, host families, groups, or members by name. Names that are nobody's are noted."""
    if not row.has("who"):
        event.at_first["everyone"] = True
        return
    text = row.text("who")
    attendance: Attendance = read_attendance(text).value
    event.fields["everyone"] = attendance.everyone or (not text)
    if event.noun == "Activity":
        event.fields["hosts_invited"] = attendance.hosts
    elif attendance.hosts:
        row.note("who", text, Doubt.NOT_UNDERSTOOD)
    link = "ActivityGroup" if event.noun == "Activity" else "JourneyGroup"
    event.parts["group_links"] = [Draft(link, links={"group": group}) for group in context.groups(attendance.groups)]
    members = []
    for name in attendance.names:
        member = context.member_named(name)
        if member is not None:
            members.append(Draft(link.replace("Group", "Member"), {"attends": True}, links={"member": member}))
        else:
            row.note("who", name, Doubt.NAME_NOT_FOUND, name=name)
    event.parts["member_links"] = members


def _meals(row: Row, event: Draft, times: Times) -> None:
    if not row.has("meals"):
        return
    meals: list[Draft] = []
    for eaten in row.read("meals", read_meals):
        for which in [eaten.which] if eaten.which else _meals_by_hour(eaten, times):
            japanese = has_japanese(eaten.menu)
            meals.append(
                Draft(
                    "Meal",
                    {
                        "which": which,
                        "provider": eaten.provider,
                        "menu_en": "" if japanese else eaten.menu,
                        "menu_ja": eaten.menu if japanese else in_japanese(eaten.menu),
                        "contains": eaten.contains,
                    },
                )
            )
    event.parts["meals"] = meals


def _meals_by_hour(eaten: Eaten, times: Times) -> list[MealTime]:
    """Which meal is meant where only its provider is said: all of a day without hours, else the next by the clock."""
    if times.at is None:
        return list(MealTime) if eaten.provider is MealProvider.FAMILY else [MealTime.LUNCH]
    if times.at < dt.time(9):
        return [MealTime.BREAKFAST]
    return [MealTime.LUNCH if times.at < dt.time(15) else MealTime.DINNER]


def _needs(row: Row, event: Draft) -> None:
    if not row.has("interpreting"):
        return
    event.parts["needs"] = [
        Draft(
            "Need",
            {
                "mode": need.mode,
                "pairs": need.pairs,
                "how_many": need.how_many,
                "minutes": need.minutes,
                "words": need.words,
            },
        )
        for need in row.read("interpreting", read_needs)
    ]
