"""Host-family packets in both languages, printed as the window prints them: pages a second, memory, and how it grows.

Each size is measured in a process of its own, so that the memory is its own: ``python -m tests.benchmarks.packets 60``.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from planner.clock import WallTime
from planner.commands.practice import make_practice
from planner.commands.printing import Wanted, save_each
from planner.model import (
    Clearance,
    Delegation,
    HostOffer,
    Household,
    Member,
    Stay,
)
from planner.model.base import noun_of
from planner.model.done import Done
from planner.model.kinds import ClearanceStatus, StayKind
from planner.model.message import Message
from planner.papers.catalogue import document_of, readers_of
from planner.papers.kit.marks import Words
from planner.papers.kit.pages import Page
from planner.papers.options import PaperOptions
from planner.papers.rendering import redacted_for
from planner.storage import PlannerFile
from tests.benchmarks.report import Line

SIZES = (10, 60, 300)
_BAR_PACKETS, _BAR_SECONDS, _BAR_MB = 60, 20.0, 350
_AT = WallTime(dt.date(2027, 7, 12), dt.time(20, 42), "America/New_York")


@dataclass(frozen=True)
class Measured:
    """What one process found: seconds for so many pages, its peak memory, and seconds for plain reportlab."""

    packets: int
    pages: int
    seconds: float
    megabytes: int
    plain: float


def measure(folder: Path) -> list[Line]:
    """Measure packets of a few, of many and of very many families."""
    lines = []
    for packets in SIZES:
        found = _in_a_process(packets)
        name = (
            f"{packets} host packets, both languages: {found.pages} pages, {found.pages / found.seconds:.0f} a second, "
            f"{found.megabytes} MB"
        )
        bar = _BAR_SECONDS if packets == _BAR_PACKETS else None
        beside = ("the same text straight on reportlab's canvas", found.plain)
        lines.append(Line(name, [found.seconds], bar=bar, beside=beside))
        if packets == _BAR_PACKETS and found.megabytes > _BAR_MB:
            print(f"memory is over its bar: {found.megabytes} MB of {_BAR_MB} MB")
    return lines


def _in_a_process(packets: int) -> Measured:
    said = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.packets", str(packets)], capture_output=True, text=True, check=True
    )
    return Measured(**json.loads(said.stdout))


def families(path: Path, count: int) -> PlannerFile:
    """Make a visit with so many families and a guest with each, as the forms of the practice visit tell of them."""
    make_practice(path)
    file = PlannerFile.open(path)
    file.run(_settle, file.plan.visit.id, count)
    return file


def _settle(session: Session, visit_id: int, count: int) -> Done:
    homes = session.scalars(select(Household).order_by(Household.id)).all()
    guests = session.scalars(select(Member).order_by(Member.id)).all()
    delegation = session.scalars(select(Delegation)).first()
    first, last = dt.date(2027, 7, 22), dt.date(2027, 7, 31)
    for number in range(count):
        home, guest = homes[number % len(homes)], guests[number % len(guests)]
        new = _twin(home, name_en=f"{home.name_en} {number}")
        session.add(new)
        session.add(HostOffer(visit_id=visit_id, household=new, most_guests=1))
        for bed in home.beds:
            session.add(_twin(bed, household=new))
        for pet in home.pets:
            session.add(_twin(pet, household=new))
        for resident in home.residents:
            adult = _twin(resident, household=new, person=_twin(resident.person))
            session.add(adult)
            session.add(Clearance(resident=adult, status=ClearanceStatus.CLEARED, cleared_on=dt.date(2027, 3, 1)))
        person = _twin(guest.person)
        session.add_all(_twin(need, person=person) for need in guest.person.food_needs)
        member = _twin(guest, person=person, delegation=delegation)
        session.add(member)
        session.add(Stay(member=member, household=new, kind=StayKind.HOME, first_night=first, last_night=last))
    session.flush()
    return Done(Message.of("change-add", noun=Message.of("Visit"), name=""))


def _twin(row: Any, **changed: Any) -> Any:
    """Make a row like another, with an identity and owner of its own."""
    own = {"id", "uid"} | {name for name in ("household_id", "person_id", "delegation_id") if name[:-3] in changed}
    kept = {each.key: getattr(row, each.key) for each in inspect(noun_of(row)).column_attrs if each.key not in own}
    return noun_of(row)(**{**kept, **changed})


def _run(packets: int) -> Measured:
    with tempfile.TemporaryDirectory() as folder, families(Path(folder) / "many.shimai", packets) as file:
        plan, document = file.plan, document_of("host-packet")
        wanted = [
            Wanted(document.code, reader, "both", "letter")
            for reader in readers_of(plan, document)
            if not document.blocked(plan, reader)
        ]
        if len(wanted) != packets:
            raise SystemExit(f"{len(wanted)} of {packets} families get a packet")
        begun = time.perf_counter()
        made = save_each(plan, wanted, Path(folder) / "out")
        seconds = time.perf_counter() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024**2 if sys.platform == "darwin" else 1024)
        pages = sum(len(one.printed.pages) for one in made)
        plain = 0.0
        for one in wanted:
            options = PaperOptions("both", "letter", _AT)
            laid = document.lay(redacted_for(plan, one.reader), one.reader, options)
            plain += _plainly(laid.pages)
    return Measured(packets, pages, seconds, peak, plain)


def _plainly(pages: Sequence[Page]) -> float:
    """Time the same words straight on reportlab's canvas, with the same fonts embedded."""
    from reportlab.pdfgen.canvas import Canvas

    begun = time.perf_counter()
    canvas = Canvas(io.BytesIO(), pageCompression=1)
    for page in pages:
        for mark in page.marks:
            if isinstance(mark, Words):
                canvas.setFont(f"NotoSansJP-{'Bold' if mark.bold else 'Regular'}", mark.size)
                canvas.drawString(mark.x, 800 - mark.y, mark.text)
        canvas.showPage()
    canvas.save()
    return time.perf_counter() - begun


if __name__ == "__main__":
    print(json.dumps(vars(_run(int(sys.argv[1])))))
