"""The numbers of a visit as an interpreter needs them at once: dates and eras, years of the partnership, heads, hours.

Large numbers are counted by 10,000 in Japanese and by 1,000 in English, which trips everybody on a stage.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from planner.clock import era_year, hours_ahead
from planner.language import N_, Words
from planner.language.dates import day_text, days_text
from planner.language.numbers import counted
from planner.language.terms import term
from planner.language.times import ahead_text
from planner.model.attendance import travels
from planner.model.message import PlannerError
from planner.papers.brief.tasks import Task
from planner.papers.desk import STRONG, TEXT, part_title
from planner.papers.facts import Fact
from planner.papers.kit.boxes import Box, telling
from planner.papers.kit.flow import Block
from planner.papers.kit.lines import Run
from planner.papers.kit.sheet import MM
from planner.papers.kit.tables import Column, Table
from planner.papers.sections.voice import Voice

_COUNTED = N_("People and hours")
_FIGURES = re.compile(r"[\d,]+")
_YEAR = re.compile(r"(?<!\d)(18[7-9]\d|19\d\d|20\d\d)(?!\d)")

#: Round numbers with their Japanese reading (the count by 万 and 億).
LARGE = (
    ("1,000", "千", "せん"),
    ("10,000", "一万", "いちまん"),
    ("100,000", "十万", "じゅうまん"),
    ("1 million", "百万", "ひゃくまん"),
    ("10 million", "一千万", "いっせんまん"),
    ("100 million", "一億", "いちおく"),
    ("1 billion", "十億", "じゅうおく"),
)


def numbers(tasks: tuple[Task, ...], voice: Voice) -> list[Block]:
    """Set dates, years with their eras, how many people, the hours between the cities, and large numbers."""
    found: list[tuple[Words, list[tuple[str, str]]]] = [
        (N_("Dates"), list(dict.fromkeys(_dates(tasks, voice)))),
        (N_("Years and eras"), list(_years(voice))),
        (_COUNTED, list(_counts(voice))),
    ]
    blocks = [_block(label, rows, voice) for label, rows in found if rows]
    blocks.append(_block(N_("Large numbers"), [(en, f"{ja}（{kana}）") for en, ja, kana in LARGE], voice))
    return blocks


def _block(label: Words, rows: list[tuple[str, str]], voice: Voice) -> Block:
    table = Table((Column("", 89 * MM), Column("", 89 * MM)), TEXT, above=0.8 * MM, below=0.8 * MM)
    boxes: list[Box] = []
    for en, ja in rows:
        # How many of them there are now is still told of the same people.
        key = _FIGURES.sub("#", en) if label == _COUNTED else en
        fact = Fact(f"number.{key}", voice.say(label), f"{en} · {ja}")
        boxes.append(telling(table.row([en, Run(ja, STRONG)]), [fact]))
    return table.block(boxes, part_title(voice, label))


def _dates(tasks: tuple[Task, ...], voice: Voice) -> Iterator[tuple[str, str]]:
    visit = voice.wording.schedule.plan.visit
    days = [days_text(visit.first_day, visit.last_day, each, weekdays=True, paper=True) for each in ("en", "ja")]
    yield days[0], days[1]
    for task in tasks:
        yield _day(task.day)


def _day(day: dt.date) -> tuple[str, str]:
    return day_text(day, "en", "long"), f"{day_text(day, 'ja', 'official')}（{day_text(day, 'ja', 'long-weekday')}）"


def _years(voice: Voice) -> Iterator[tuple[str, str]]:
    """Give the years that may be spoken of: of the agreement, of what is written of it, and this one."""
    visit = voice.wording.schedule.plan.visit
    pact = visit.partnership
    if pact.agreed_on is not None:
        words = voice.beside if voice.language == "ja" else voice.say
        english = words(N_("agreed on {day}"), day=day_text(pact.agreed_on, "en", "official"))
        yield english, f"{day_text(pact.agreed_on, 'ja', 'official')} 提携"
        count = visit.first_day.year - pact.agreed_on.year
        if count > 0:
            yield f"{counted('year', count, 'en')} ({visit.first_day.year})", f"{count}周年（{visit.first_day.year}年）"
    said = (pact.reaffirmed, pact.signatories, pact.anniversaries, pact.history, visit.theme_en, visit.theme_ja)
    told = " ".join(said)
    years = {int(found) for found in _YEAR.findall(told)} | {visit.first_day.year}
    if pact.agreed_on is not None:
        years.add(pact.agreed_on.year)
    for year in sorted(years):
        yield str(year), f"{year}年（{_era(year)}）"


def _era(year: int) -> str:
    """Give the era of a year; of one in which the era changed, both: 「昭和64年・平成元年」."""
    found = dict.fromkeys(era_year(dt.date(year, month, day)) for month, day in ((1, 25), (12, 31)))
    return "・".join(f"{term(era, 'ja')}{'元' if number == 1 else number}年" for era, number in found)


def _counts(voice: Voice) -> Iterator[tuple[str, str]]:
    plan = voice.wording.schedule.plan
    coming = [member for member in plan.members if travels(member)]
    leaders = sum(1 for member in coming if member.role.is_chaperone)
    for noun, count in (("person", len(coming)), ("guest", len(coming) - leaders), ("chaperone", leaders)):
        if count:
            yield counted(noun, count, "en"), counted(noun, count, "ja")
    for group in plan.groups:
        size = len([one for one in group.memberships if travels(one.member)])
        if size:
            yield f"{group.name_en}: {counted('person', size, 'en')}", f"{group.name_ja or group.name_en}：{size}名"
    visit = plan.visit
    try:
        ahead = hours_ahead(visit.home_city.zone, visit.host_city.zone, visit.first_day)
    except PlannerError:
        return
    if ahead:
        english = f"{visit.home_city.name_en}: {ahead_text(ahead, 'en')}"
        yield english, f"{visit.home_city.name_ja or visit.home_city.name_en}は{ahead_text(ahead, 'ja')}"
