"""Why there is this exchange, in a few lines; and what else to know of an assignment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planner.language import N_, N_in, N_plural, Pair, Words
from planner.language.dates import day_text, days_text
from planner.language.numbers import counted
from planner.language.terms import term
from planner.model.attendance import travels
from planner.model.cities import City
from planner.model.interpreting import Need
from planner.model.kinds import Answer, SpeechLanguage
from planner.model.message import Message
from planner.model.programme import Activity
from planner.papers.brief.tasks import Task
from planner.papers.desk import STRONG, TEXT, WIDTH, part_title
from planner.papers.kit.boxes import Box, aligned, padded
from planner.papers.kit.flow import Block
from planner.papers.kit.lines import Run, lay
from planner.papers.kit.sheet import MM
from planner.papers.kit.tables import Column, Table
from planner.papers.sections.voice import Voice
from planner.rules.interpreting.asked import Asked, speeches_asked


def purpose(voice: Voice) -> Box:
    """Say what ties the two cities, since when, what came of it, and what this visit is."""
    lines = [_agreement(voice), *_history(voice), _visit(voice)]
    return padded(lay(Run(_running(lines), TEXT), WIDTH), above=2 * MM, below=0.5 * MM)


def _running(lines: list[str]) -> str:
    """Join sentences; after a Japanese full stop no space is left."""
    words = ""
    for line in (line for line in lines if line):
        words += line if not words or words[-1] in "。）" else f" {line}"
    return words


def _name(city: City, voice: Voice) -> str:
    return voice.pick(city.name_en, city.name_ja)


def _agreement(voice: Voice) -> str:
    pact = voice.wording.schedule.plan.visit.partnership
    cities = {"us": _name(pact.us_city, voice), "japan": _name(pact.japan_city, voice)}
    if pact.agreed_on is None:
        return voice.say(N_("{us} and {japan} are sister cities."), **cities)
    day = day_text(pact.agreed_on, voice.language, "official")
    return voice.say(N_("{us} and {japan} have been sister cities since {day}."), day=day, **cities)


def _history(voice: Voice) -> list[str]:
    """Give what is written of earlier visits, a full stop after each line that lacks one."""
    pact = voice.wording.schedule.plan.visit.partnership
    lines = [line.strip() for line in pact.history.splitlines() if line.strip()]
    if pact.reaffirmed.strip():
        lines.append(voice.say(N_("Re-affirmed: {words}"), words=pact.reaffirmed.strip()))
    stop = "。" if voice.language == "ja" else "."
    return [line if line[-1] in ".。!?！？" else f"{line}{stop}" for line in lines]


def _visit(voice: Voice) -> str:
    plan = voice.wording.schedule.plan
    visit = plan.visit
    coming = [member for member in plan.members if travels(member)]
    leaders = sum(1 for member in coming if member.role.is_chaperone)
    guests = counted("guest", len(coming) - leaders, voice.language)
    people = voice.wording.listed([guests, counted("chaperone", leaders, voice.language)]) if coming else ""
    words = voice.say(
        N_("This visit: {title}, {days}."),
        title=voice.pick(visit.title_en, visit.title_ja),
        days=voice.wording.listed([days_text(visit.first_day, visit.last_day, voice.language, paper=True), people]),
    )
    theme = voice.pick(visit.theme_en, visit.theme_ja).strip()
    return _running([words, theme])


def good_to_know(task: Task, voice: Voice) -> Block | None:
    """Set what else is said of an assignment as rows with a label; nothing that nobody has said."""
    found = [(label, words) for label, words in _told(task, voice) if words.strip()]
    if not found:
        return None
    table = Table((Column("", 46 * MM), Column("", 132 * MM)), TEXT, above=0.9 * MM, below=0.9 * MM)
    rows = [_row(table, label, words, voice) for label, words in found]
    return table.block(rows, part_title(voice, N_("Good to know")))


def _row(table: Table, label: Words, words: str, voice: Voice) -> Box:
    cells = [(0.0, lay(Run(voice.say(label), STRONG), table.room(0))), (46 * MM, lay(Run(words, TEXT), table.room(1)))]
    return padded(aligned(cells, WIDTH), above=table.above, below=table.below)


def _told(task: Task, voice: Voice) -> Iterator[tuple[Words, str]]:
    need, event = task.need, task.event
    assignment = task.assignment
    yield N_("Audience"), need.audience
    listeners = str(need.listeners) if need.listeners else ""
    yield N_("Listeners"), listeners
    yield N_in("brief", "For whom"), _for_whom(task, voice)
    yield N_("On stage"), voice.say(N_("You stand where all can see you.")) if need.on_stage else ""
    yield N_("As asked for"), _asked_for(need)
    yield N_in("brief", "Speeches"), _speeches(task, voice)
    yield N_("Speciality"), need.speciality
    if isinstance(event, Activity):
        yield N_("Notes for interpreters"), event.notes_interpreters
        yield N_("Wear"), voice.pick(event.dress_en, event.dress_ja)
        yield N_("If it rains"), voice.pick(event.rain_en, event.rain_ja)
        yield N_("Photographs"), event.place.photo_policy if event.place is not None else ""
        yield N_("Shoes"), _shoes(event, voice)
    yield N_("Sensitive topics"), need.sensitive
    yield N_("Materials to send"), need.materials
    sent = assignment.materials_sent_on
    yield N_("Materials sent"), day_text(sent, voice.language, "short") if sent else ""
    yield N_("Confidential"), voice.say(N_("What you hear and read for this assignment stays with you."))


def _asked_for(need: Need) -> str:
    """What the form says in its own words, where that is more than the mode, which stands above."""
    words = need.words.strip()
    mode = {need.mode.value, *(term(need.mode, language) for language in ("en", "ja"))}
    return "" if words.casefold() in {one.casefold() for one in mode} else words


def _for_whom(task: Task, voice: Voice) -> str:
    """Name the groups that it is for, if it is not for all, and say which of them nobody is in yet."""
    linked = [] if task.event.everyone else [link.group for link in task.event.group_links]
    said = []
    for group in linked if task.need.group is None else [task.need.group]:
        name = voice.pick(group.name_en, group.name_ja)
        said.append(name if group.memberships else voice.say(N_("{group} (not decided yet who is in it)"), group=name))
    return voice.wording.listed(said)


def _speeches(task: Task, voice: Voice) -> str:
    """Say how many speeches the form asked for, as long as nobody has entered who holds them."""
    asked = _not_entered(task)
    if asked is None:
        return ""
    words = N_plural(
        "{count} speech of {minutes} minutes; who speaks is still to come.",
        "{count} speeches of {minutes} minutes each; who speaks is still to come.",
    )
    return voice.say(words, count=asked.speeches, minutes=asked.minutes)


def _not_entered(task: Task) -> Asked | None:
    if any(speech.language is not SpeechLanguage.NONE for speech in task.speeches):
        return None
    return speeches_asked(task.need.words)


def speeches_to_enter(tasks: Iterable[Task]) -> Iterator[Message]:
    """Say of which events the form speaks of speeches that are not in the order of the ceremony yet."""
    seen = set()
    for task in tasks:
        asked = _not_entered(task)
        if asked is None or task.event.uid in seen:
            continue
        seen.add(task.event.uid)
        event = Pair(task.event.title_en or task.event.title_ja, task.event.title_ja or task.event.title_en)
        yield Message.of("brief-speeches-missing", event=event, count=asked.speeches, minutes=asked.minutes)


def _shoes(event: Activity, voice: Voice) -> str:
    off = event.place is not None and event.place.shoes_off is Answer.YES
    return voice.say(N_("Shoes are taken off.")) if off else ""
