"""Other programs that read our calendars; each gives the same plain facts of every entry, by uid."""

import datetime as dt
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import icalendar
import vobject
from dateutil.rrule import rrulestr

ROOT = Path(__file__).resolve().parents[2]
JURY = ROOT / "build" / "jury"
JUDGES = ("ical.js@2.2.1", "node-ical@0.27.2")


class Read(NamedTuple):
    """An entry as a reader understood it: a moment in UTC, or a day."""

    summary: str
    start: dt.datetime | dt.date
    end: dt.datetime | dt.date | None
    location: str
    description: str


def by_icalendar(content: bytes) -> dict[str, Read]:
    calendar = icalendar.Calendar.from_ical(content)
    assert not calendar.errors
    found = {}
    for event in calendar.walk("VEVENT"):
        assert not event.errors
        end = event.get("dtend")
        found[str(event["uid"])] = Read(
            str(event["summary"]),
            _utc(event["dtstart"].dt),
            _utc(end.dt) if end else None,
            str(event.get("location", "")),
            str(event.get("description", "")),
        )
    return found


def by_vobject(content: bytes) -> dict[str, Read]:
    calendar = vobject.readOne(content.decode())
    found = {}
    for event in calendar.vevent_list:
        found[event.uid.value] = Read(
            event.summary.value,
            _utc(event.dtstart.value),
            _utc(event.dtend.value) if hasattr(event, "dtend") else None,
            event.location.value if hasattr(event, "location") else "",
            event.description.value if hasattr(event, "description") else "",
        )
    return found


_SCRIPT = """
import fs from "node:fs";
import ICAL from "ical.js";
const root = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[2], "utf8")));
const moment = (time) => time === null ? null
  : time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString();
for (const zone of root.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const out = {};
for (const part of root.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(part);
  const has = (name) => part.getFirstProperty(name) !== null;
  out[event.uid] = [event.summary, moment(event.startDate), has("dtend") ? moment(event.endDate) : null,
    event.location ?? "", event.description ?? ""];
}
console.log(JSON.stringify(out));
"""


class Held(NamedTuple):
    """One entry, or one of a series, as a reader understood it: from when to when, in UTC."""

    summary: str
    start: dt.datetime
    end: dt.datetime | None


def held_by_icalendar(content: bytes, before: dt.datetime) -> list[Held]:
    """Every entry and every one of a series that begins before a moment, in order.

    icalendar does not count series: dateutil does, on the clock that icalendar made of the file.
    """
    found = []
    for event in icalendar.Calendar.from_ical(content).walk("VEVENT"):
        start, end = event["dtstart"].dt, event.get("dtend")
        lasts = end.dt.astimezone(dt.UTC) - start.astimezone(dt.UTC) if end else None
        starts = [start]
        if "rrule" in event:
            rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=start)
            starts = list(rule.between(start, before, inc=True))
        for one in (each.astimezone(dt.UTC) for each in starts):
            found.append(Held(str(event["summary"]), one, one + lasts if lasts is not None else None))
    return sorted((one for one in found if one.start < before), key=_in_order)


def held_by_vobject(content: bytes, before: dt.datetime) -> list[Held]:
    """As `held_by_icalendar`; vobject makes both the clock and the series itself."""
    found = []
    for event in vobject.readOne(content.decode()).vevent_list:
        start = event.dtstart.value
        lasts = _utc(event.dtend.value) - _utc(start) if hasattr(event, "dtend") else None
        starts = [start] if event.rruleset is None else event.rruleset.between(start, before, inc=True)
        for one in map(_utc, starts):
            found.append(Held(event.summary.value, one, one + lasts if lasts is not None else None))
    return sorted((one for one in found if one.start < before), key=_in_order)


def held_by_ical_js(content: bytes, before: dt.datetime, folder: Path) -> list[Held]:
    """As `held_by_icalendar`; ical.js makes the clock, the series and the end of each by itself."""
    found = [
        Held(summary, dt.datetime.fromisoformat(start), dt.datetime.fromisoformat(end) if end else None)
        for summary, start, end in _ask_ical_js("held.mjs", content, folder, f"{before.timestamp():.0f}")
    ]
    return sorted(found, key=_in_order)


def _in_order(one: Held) -> tuple[dt.datetime, str]:
    return one.start, one.summary


_HELD = """
import fs from "node:fs";
import ICAL from "ical.js";
const root = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[2], "utf8")));
const before = Number(process.argv[3]);
const moment = (time) => new Date(time.toUnixTime() * 1000).toISOString();
for (const zone of root.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const out = [];
for (const part of root.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(part);
  const ends = part.getFirstProperty("dtend") !== null;
  const coming = event.iterator();
  for (let start = coming.next(); start && start.toUnixTime() < before; start = coming.next()) {
    const end = event.getOccurrenceDetails(start).endDate;
    out.push([event.summary, moment(start), ends ? moment(end) : null]);
    if (!event.isRecurring()) break;
  }
}
console.log(JSON.stringify(out));
"""


_NODE_ICAL = """
import fs from "node:fs";
import ical from "node-ical";
const moment = (time) => time === undefined ? null
  : time.dateOnly ? [time.getFullYear(), time.getMonth() + 1, time.getDate()]
    .map((part) => String(part).padStart(2, "0")).join("-") : time.toISOString();
const out = {};
for (const event of Object.values(ical.sync.parseICS(fs.readFileSync(process.argv[2], "utf8"))))
  if (event.type === "VEVENT") {
    const ends = event.datetype === "date" || event.end.getTime() !== event.start.getTime();
    out[event.uid] = [event.summary, moment(event.start), ends ? moment(event.end) : null,
      event.location ?? "", event.description ?? ""];
  }
console.log(JSON.stringify(out));
"""


def make_ical_js() -> str:
    """Install the readers of the npm registry (ical.js is Thunderbird's, node-ical that of many home servers) into
    `build/jury`; says why not if it cannot be done here.
    """
    if not (shutil.which("node") and shutil.which("npm")):
        return "node and npm are not installed"
    JURY.mkdir(parents=True, exist_ok=True)
    for name, script in (("read.mjs", _SCRIPT), ("held.mjs", _HELD), ("node-ical.mjs", _NODE_ICAL)):
        (JURY / name).write_text(script, encoding="utf-8")
    mark = JURY / "installed"
    if mark.exists() and mark.read_text() == " ".join(JUDGES) and (JURY / "node_modules" / "ical.js").exists():
        return ""
    npm = [shutil.which("npm") or "npm", "install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund"]
    done = subprocess.run([*npm, "--prefix", str(JURY), *JUDGES], capture_output=True, text=True, timeout=120)
    if done.returncode:
        return f"npm could not install {JUDGES}: {done.stderr[-300:]}"
    mark.write_text(" ".join(JUDGES))
    return ""


def by_ical_js(content: bytes, folder: Path) -> dict[str, Read]:
    return {uid: _read(*facts) for uid, facts in _ask_ical_js("read.mjs", content, folder).items()}


def by_node_ical(content: bytes, folder: Path) -> dict[str, Read]:
    return {uid: _read(*facts) for uid, facts in _ask_ical_js("node-ical.mjs", content, folder).items()}


def _ask_ical_js(script: str, content: bytes, folder: Path, *more: str) -> Any:
    path = folder / "calendar.ics"
    path.write_bytes(content)
    command = ["node", str(JURY / script), str(path), *more]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=True)
    return json.loads(done.stdout)


def _read(summary: str, start: str, end: str | None, location: str, description: str) -> Read:
    return Read(summary, _from_js(start), _from_js(end) if end else None, location, description)


def _from_js(text: str) -> dt.datetime | dt.date:
    return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)


def _utc(value: Any) -> dt.datetime | dt.date:
    if isinstance(value, dt.datetime):
        assert value.tzinfo is not None, "a time that floats"
        return value.astimezone(dt.UTC)
    return value
