"""What goes with a calendar: what has changed since the last one, in words, and the e-mail it can be sent with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from planner.calendars.calendar import CalendarFile
from planner.calendars.entries import When
from planner.calendars.issuing import Change, News, Told
from planner.language import Speaker, speaker
from planner.language.dates import day_text, days_text
from planner.language.figures import comma_list
from planner.language.names import called_name, full_name, household_name, polite_name
from planner.language.readers import LANGUAGES
from planner.language.times import wall_text
from planner.model.households import Household
from planner.model.plan import Plan
from planner.model.readers import Reader, whom

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail text: a subject of one line, and a body."""

    subject: str
    body: str


def summary_of(news: News, language: str, *, since: bool = True) -> str:
    """Say in a line what has changed for a reader: "3 changed, 1 cancelled since 12 Jul 2027"; `since` with the day."""
    here = speaker(language)
    if news.since is None:
        return here.tr("first issue")
    parts = [
        here.trn("{count} new", "{count} new", len(news.added)) if news.added else "",
        here.trn("{count} changed", "{count} changed", len(news.changed)) if news.changed else "",
        here.trn("{count} cancelled", "{count} cancelled", len(news.cancelled)) if news.cancelled else "",
    ]
    words = comma_list(parts, language)
    if not since:
        return words
    # People remember the day by the clock on their own wall.
    day = day_text(news.since.astimezone().date(), language, "plain")
    if not words:
        return here.tr("nothing changed since {day}", day=day)
    return here.tr("{changes} since {day}", changes=words, day=day)


def changes_of(news: News, language: str) -> Iterator[str]:
    """Say each change in a line: "Changed: Courtesy call, Fri 23 Jul, 4:00–5:30 PM → Mon 26 Jul, 11:15 AM"."""
    here = speaker(language)
    for label, changes in (
        (here.tr_in("calendar", "New"), news.added),
        (here.tr_in("calendar", "Changed"), news.changed),
        (here.tr("Cancelled"), news.cancelled),
    ):
        for change in changes:
            yield here.tr("{label}: {words}", label=label, words=_changed(change, language))


def letter_for(plan: Plan, reader: Reader, file: CalendarFile, language: str) -> Letter:
    """Write the e-mail that a calendar is sent with, in the language of the calendar or in both, one below the other.

    Raises `KeyError` for a reader of another plan.
    """
    letters = [_letter(plan, reader, file, each) for each in LANGUAGES[language]]
    return Letter(" / ".join(letter.subject for letter in letters), "\n\n".join(letter.body for letter in letters))


def _letter(plan: Plan, reader: Reader, file: CalendarFile, language: str) -> Letter:
    here, visit, news = speaker(language), plan.visit, file.news
    ordered = (visit.title_ja, visit.title_en) if language == "ja" else (visit.title_en, visit.title_ja)
    title = next(filter(None, ordered), "")
    subject = here.tr("Calendar: {title}", title=title)
    if news.is_first:
        days = days_text(visit.first_day, visit.last_day, language)
        count = len(file.memory)
        body = [
            here.tr("Attached is the calendar file for {title}, {days}.", title=title, days=days),
            here.trn(
                "Open it on your telephone or computer: its {count} entry goes into your calendar and shows by the"
                " clock of wherever you are.",
                "Open it on your telephone or computer: its {count} entries go into your calendar and show by the"
                " clock of wherever you are.",
                count,
            ),
        ]
    else:
        subject = here.tr("{subject} ({changes})", subject=subject, changes=summary_of(news, language))
        body = [
            here.tr("Attached is the calendar file for {title} again: {changes}.", title=title,
                    changes=summary_of(news, language)),
            "\n".join(f"・{line}" if language == "ja" else f"- {line}" for line in changes_of(news, language)),
            here.tr(
                "Open it as you did the last one: what you have is changed in place and nothing is doubled. What is"
                " cancelled is marked so; you can delete it."
            )
            if news.count
            else here.tr("What you have is right as it is: open it only if you no longer have the last one."),
        ]  # fmt: skip
    closing = here.tr("If something cannot be right, please answer this message.")
    return Letter(subject, "\n\n".join(filter(None, [_greeting(plan, reader, here), *body, closing])))


def _greeting(plan: Plan, reader: Reader, here: Speaker) -> str:
    one, language = whom(plan, reader), here.language
    if one is None:
        return here.tr("Dear all,")
    if isinstance(one, Household):
        # Within a sentence it is "the Okafor family".
        name = household_name(one, language).removeprefix("the ")
    elif reader.at_home:
        name = here.tr("Family of {name}", name=full_name(one.person, language))
    elif language == "ja":
        return polite_name(one.person, language, letter=True)
    else:
        name = called_name(one.person, language)
    return here.tr("Dear {name},", name=name)


def _changed(change: Change, language: str) -> str:
    """Say one entry with its time, and where both were and are, what it is now."""
    was, now = change.was, change.now
    if now is None:
        assert was is not None
        return _said(was, language)
    if was is None or was.cancelled or _times(was) == _times(now):
        # What else may have changed of it (place, what to bring) stands in the entry itself.
        return _said(now, language)
    title = now.title if was.title == now.title else f"{was.title} → {now.title}"
    return comma_list([title, f"{_when(was, language)} → {_when(now, language)}"], language)


def _said(told: Told, language: str) -> str:
    return comma_list([told.title, _when(told, language)], language)


def _times(told: Told) -> tuple[When, When | None]:
    return told.starts, told.ends


def _when(told: Told, language: str) -> str:
    starts, ends = told.starts.local, told.ends.local if told.ends is not None else None
    if not isinstance(starts, dt.datetime):
        # The end of what lasts all day is the day after it.
        last = ends - _DAY if ends is not None else starts
        return days_text(starts, last, language, weekdays=True, year=False)
    begin = told.starts.wall
    words = wall_text(begin, language, "short")
    if told.ends is None:
        return words
    end = told.ends.wall
    if (end.on, end.zone) != (begin.on, begin.zone):
        return f"{words} – {wall_text(end, language, 'short')}"
    return f"{wall_text(begin, language, 'short', letters=False)}–{wall_text(end, language, None)}"


__all__ = ["Letter", "changes_of", "letter_for", "summary_of"]
