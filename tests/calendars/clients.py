"""Real calendar programs that take our files in: khal in its own folder, a radicale server on loopback."""

import base64
import datetime as dt
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import icalendar


class Shown(NamedTuple):
    """An entry as a person sees it in a calendar program, by the clock of where they are."""

    title: str
    begins: str
    status: str


class Khal:
    """A khal with one empty calendar, whose owner lives in `zone`."""

    def __init__(self, folder: Path, zone: str) -> None:
        self._folder = folder
        (folder / "calendar").mkdir(parents=True)
        config = f"""
[calendars]
[[visit]]
path = {folder / "calendar"}
[sqlite]
path = {folder / "khal.db"}
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = visit
"""
        (folder / "config").write_text(config, encoding="utf-8")

    def take_in(self, content: bytes) -> None:
        path = self._folder / "sent.ics"
        path.write_bytes(content)
        self._call("import", "--batch", "-a", "visit", str(path))

    def shows(self, first: str, days: int) -> list[Shown]:
        """What it lists from a day on, in order."""
        form = "{title}\t{start-long-full}\t{status}"
        listed = self._call("list", "--once", "--notstarted", "--day-format", "", "--format", form, first, f"{days}d")
        rows = [line.split("\t") for line in listed.splitlines() if "\t" in line]
        return [Shown(title, begins.strip(), status.strip()) for title, begins, status in rows]

    def _call(self, *words: str) -> str:
        command = [sys.executable, "-m", "khal", "-c", str(self._folder / "config"), *words]
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(self._folder)}
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, env=environment)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


class Radicale:
    """A radicale server on loopback with one calendar, spoken to as a CalDAV program does."""

    def __init__(self, address: str) -> None:
        self._calendar = f"{address}/guest/visit/"
        assert self._ask("MKCALENDAR", self._calendar)[0] == 201

    def put(self, content: bytes) -> dict[str, int]:
        """Put each entry of a file as a resource of its own, as calendar programs do; gives the answers by uid."""
        whole = icalendar.Calendar.from_ical(content)
        zones = whole.walk("VTIMEZONE")
        answers = {}
        for event in whole.walk("VEVENT"):
            one = icalendar.Calendar()
            one.add("version", "2.0")
            one.add("prodid", str(whole["prodid"]))
            for part in (*zones, event):
                one.add_component(part)
            uid = str(event["uid"])
            code, said = self._ask("PUT", f"{self._calendar}{uid}.ics", one.to_ical())
            assert code < 400, said
            answers[uid] = code
        return answers

    def between(self, start: dt.datetime, end: dt.datetime) -> dict[str, str]:
        """The entries that the server finds between two moments: titles by uid."""
        query = f"""<?xml version="1.0"?>
<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">
<d:prop><d:getetag/><c:calendar-data/></d:prop>
<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">
<c:time-range start="{start:%Y%m%dT%H%M%SZ}" end="{end:%Y%m%dT%H%M%SZ}"/>
</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"""
        code, said = self._ask("REPORT", self._calendar, query.encode(), depth="1")
        assert code == 207
        text = re.sub(r"\r?\n[ \t]", "", said)
        return dict(
            zip(re.findall(r"^UID:(.*?)\r?$", text, re.M), re.findall(r"^SUMMARY:(.*?)\r?$", text, re.M), strict=True)
        )

    def _ask(self, method: str, address: str, body: bytes | None = None, depth: str = "0") -> tuple[int, str]:
        kind = "text/calendar" if method == "PUT" else "application/xml"
        # The server asks nobody for a password, but wants to know whose calendar it is.
        guest = "Basic " + base64.b64encode(b"guest:").decode()
        headers = {"Authorization": guest, "Content-Type": f"{kind}; charset=utf-8", "Depth": depth}
        asked = urllib.request.Request(address, data=body, method=method, headers=headers)
        try:
            with urllib.request.urlopen(asked, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read().decode()


@contextmanager
def radicale(folder: Path) -> Iterator[Radicale]:
    """Start a server for the time of a test."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--server-hosts", f"127.0.0.1:{port}", "--auth-type", "none",
               "--storage-filesystem-folder", str(folder), "--logging-level", "error"]  # fmt: skip
    server = subprocess.Popen(
        [sys.executable, "-m", "radicale", "--config", "", *options],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert server.poll() is None, "the server ended"
            time.sleep(0.05)
        yield Radicale(f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait(20)
