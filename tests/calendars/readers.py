"""Other programs that read our calendars; each gives the same plain facts of every entry, by uid."""

import datetime as dt
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import icalendar
import vobject

ROOT = Path(__file__).resolve().parents[2]
JURY = ROOT / "build" / "jury"
ICAL_JS = "ical.js@2.2.1"


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


def make_ical_js() -> str:
    """Install ical.js (Thunderbird's reader) into `build/jury`; says why not if it cannot be done here."""
    if not (shutil.which("node") and shutil.which("npm")):
        return "node and npm are not installed"
    JURY.mkdir(parents=True, exist_ok=True)
    (JURY / "read.mjs").write_text(_SCRIPT, encoding="utf-8")
    mark = JURY / "installed"
    if mark.exists() and mark.read_text() == ICAL_JS and (JURY / "node_modules" / "ical.js").exists():
        return ""
    npm = [shutil.which("npm") or "npm", "install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund"]
    done = subprocess.run([*npm, "--prefix", str(JURY), ICAL_JS], capture_output=True, text=True, timeout=120)
    if done.returncode:
        return f"npm could not install {ICAL_JS}: {done.stderr[-300:]}"
    mark.write_text(ICAL_JS)
    return ""


def by_ical_js(content: bytes, folder: Path) -> dict[str, Read]:
    path = folder / "calendar.ics"
    path.write_bytes(content)
    done = subprocess.run(
        ["node", str(JURY / "read.mjs"), str(path)], capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    return {uid: _read(*facts) for uid, facts in json.loads(done.stdout).items()}


def _read(summary: str, start: str, end: str | None, location: str, description: str) -> Read:
    return Read(summary, _from_js(start), _from_js(end) if end else None, location, description)


def _from_js(text: str) -> dt.datetime | dt.date:
    return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)


def _utc(value: Any) -> dt.datetime | dt.date:
    if isinstance(value, dt.datetime):
        assert value.tzinfo is not None, "a time that floats"
        return value.astimezone(dt.UTC)
    return value
