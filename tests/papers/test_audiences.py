"""Nothing on paper that is not for its reader: every field holds a mark, and every output is searched for it.

What each reader may see is written down by hand, whose rows and which fields, in `tests.model.sights`; here it is held
against what comes out: the words of every page, what the change slip would say, the PDF's text, its particulars and
the name of its file. A document is searched as soon as it stands in the catalogue.
"""

import datetime as dt
import re
import shutil
from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject
from sqlalchemy import JSON, String, inspect
from sqlalchemy.orm import Session

from planner.clock import WallTime
from planner.model import Activity, Assignment, Base, FoodNeed, Journey, Person, Plan, Stay
from planner.model.done import Done
from planner.model.fields import facts_of
from planner.model.kinds import ActivityStatus, Allergen, StayKind, TeamRole
from planner.model.message import Message
from planner.model.pictures import digest_of
from planner.model.readers import Reader
from planner.model.sight import AudienceKind
from planner.papers.catalogue import documents, readers_of
from planner.papers.document import Document, Laid
from planner.papers.kit.marks import Bookmark, Picture, Words
from planner.papers.kit.pages import Page
from planner.papers.options import BOTH, PaperOptions
from planner.papers.rendering import pressed, redacted_for
from planner.papers.slip import Slip, slip_pages
from planner.papers.standing.comparing import Difference
from planner.papers.standing.news import News
from planner.storage import PlannerFile
from tests.model.full_visit import WITH_PICTURES, begin, planted
from tests.model.sights import SIGHTS, TOGETHER
from tests.model.test_audience import PHOTOS, enrich
from tests.papers.looking import pages_of
from tests.prepared import begun

OPTIONS = PaperOptions(BOTH, "a4", WallTime(dt.date(2027, 7, 12), dt.time(20, 42), "America/New_York"), with_holes=True)

#: On no paper at all, not even on the staff's: papers of identity, and who may not fetch a child.
NEVER = ("Member.passport_number", "Member.entry_permit", "Person.custody", "Resident.licence")


#: What a file may be called by, and what may stand in its particulars and its outline, which show without opening it.
NAMING = {
    *(f"Person.{field}" for field in (*TOGETHER["NAMES"].split(), "middle_name")),
    *(f"{noun}_{language}" for noun in ("Household.name", "Visit.title", "Partnership.organisation_us",
      "Partnership.organisation_japan", "Activity.title", "Journey.title") for language in ("en", "ja")),
}  # fmt: skip


def squeezed(text: str) -> str:
    """A text with letters and figures only: names may be in capitals, broken over lines, cleaned for a file name."""
    return re.sub(r"[^a-z0-9]", "", text.casefold())


@cache
def marks() -> dict[str, tuple[str, str, str]]:
    """Every mark that may stand in the visit, squeezed, the longest first, with whose it is, the noun and the field."""
    tags = "all ann ben chief gus wes oak elm son fig voice echo mute past shut next foreign mayor host home"
    every = [*tags.split(), "oak-stay", "elm-stay", "gus-stay", "wes-stay"]
    found = {}
    for mapper in Base.registry.mappers:
        for attribute in inspect(mapper.class_).column_attrs:
            column = attribute.columns[0]
            if facts_of(column) is not None and isinstance(column.type, (String, JSON)):
                for tag in every:
                    name = mapper.class_.__name__
                    found[squeezed(f"{tag}.{name}.{attribute.key}")] = (tag, name, attribute.key)
    return dict(sorted(found.items(), key=lambda each: len(each[0]), reverse=True))


def allowed(name: str) -> set[tuple[str, str, str]]:
    """What a reader may see, from the table written by hand."""
    found = set()
    for line in filter(None, SIGHTS[name].splitlines()):
        rows, words = line.split(":")
        tags, noun = rows.split(".")
        fields = {field for word in words.split() for field in TOGETHER.get(word, word).split()}
        found |= {(tag, noun, field) for tag in tags.split(",") for field in fields}
    return found


def seen_in(text: str) -> set[tuple[str, str, str]]:
    """The marks in a text; a shorter one within a longer is that, and not itself."""
    rest, known, found = squeezed(text), marks(), set()
    for mark in known:
        if mark in rest:
            found.add(known[mark])
            rest = rest.replace(mark, "|")
    return found


def mark_food(session: Session) -> Done:
    """Give everybody a food of their own to keep away, since a food leaves no mark in words."""
    enrich(session)
    # Every choice of the full visit is an unusual one: its events are called off, its assignments stand by, and nobody
    # sleeps in the home where they stay.
    for event in (*session.query(Activity), *session.query(Journey)):
        event.status = ActivityStatus.CONFIRMED
    for assignment in session.query(Assignment):
        assignment.role = TeamRole.LEADS
    for stay in session.query(Stay).where(Stay.household_id.is_not(None)):
        stay.kind = StayKind.HOME
    for need, food in zip(session.query(FoodNeed).order_by(FoodNeed.id), FOODS, strict=False):
        need.allergen = food
    session.flush()
    return Done(Message.of("change-start-visit", title="rich"))


#: Not what a diet leaves out too: somebody without gluten is told of as without wheat.
FOODS = {Allergen.SESAME: ("sesame", "ごま"), Allergen.WALNUT: ("walnut", "くるみ"), Allergen.EGG: ("egg", "卵"),
         Allergen.MILK: ("milk", "乳"), Allergen.SOY: ("soy", "大豆")}  # fmt: skip


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plan]:
    """The visit in which every field of every noun says whose it is."""
    path = tmp_path_factory.mktemp("marked") / "visit.shimai"
    begun(path, begin).close()
    copy = Path(shutil.copy(path, path.with_name("marked.shimai")))
    with PlannerFile.open(copy) as file:
        file.run(mark_food)
        yield file.plan


def photos_of(pages: Iterable[Page]) -> set[str]:
    """Whose photos stand on pages, as they are drawn."""
    whose = {digest_of(planted(each)): each for each in WITH_PICTURES}
    return {whose[mark.digest] for page in pages for mark in page.marks if isinstance(mark, Picture)}


def photos_in(pdf: PdfReader) -> set[str]:
    """Whose photos a PDF holds, by the bytes of its pictures, wherever in it they are."""
    whose = {planted(each): each for each in WITH_PICTURES}
    held = (entry.get_object() for entry in map(pdf.get_object, range(1, pdf.trailer["/Size"])) if entry is not None)
    streams = [one for one in held if isinstance(one, StreamObject) and one.get("/Subtype") == "/Image"]
    return {whose[one._data] for one in streams}


def name_of_sight(plan: Plan, reader: Reader) -> str | None:
    """Which table a reader is told of in; None for the staff, and for readers of whom there is none."""
    kinds = {AudienceKind.GROUP: "group", AudienceKind.EVERYBODY: "everybody", AudienceKind.PUBLIC: "public",
             AudienceKind.CITY_HALL: "city hall"}  # fmt: skip
    if reader.kind in kinds:
        return kinds[reader.kind]
    found = [row for rows in plan.rows.values() for row in rows.values() if row.__dict__.get("uid") == reader.uid]
    person = getattr(found[0], "person", None) if found else None
    words = getattr(person or (found[0] if found else None), "family_name" if person else "name_en", "") or ""
    tag = words.strip("<>").split(".")[0]
    return tag if tag in SIGHTS else None


class Outputs:
    """Everything that leaves the program with a document, by reader and by what it is; laid out once for all tests."""

    def __init__(self, document: Document, plan: Plan) -> None:
        self.document, self.plan = document, plan
        self.readers = readers_of(plan, document)
        self._laid: dict[Reader, Laid] = {}

    def laid(self, reader: Reader) -> Laid:
        if reader not in self._laid:
            self._laid[reader] = self.document.lay(redacted_for(self.plan, reader), reader, OPTIONS)
        return self._laid[reader]

    def told(self, reader: Reader) -> Iterator[tuple[str, str]]:
        """What the slip and the papers of a reader say; pages as they are drawn."""
        laid = self.laid(reader)
        for number, page in enumerate(laid.pages, start=1):
            yield f"page {number}", "".join(mark.text for mark in page.marks if isinstance(mark, Words))
            yield f"bookmarks of page {number}", "\n".join(m.title for m in page.marks if isinstance(m, Bookmark))
        facts = [fact for page in laid.pages for fact in page.facts]
        yield "facts", "\n".join(f"{fact.label}\n{fact.value}" for fact in facts)
        yield "title", laid.title
        news = tuple(News(fact.key, fact.label, "", fact.value, (1,)) for fact in facts[:12])
        slip = Slip(self.document.label, 1, Difference((1,), (1,), news))
        pages = slip_pages(slip, redacted_for(self.plan, reader), reader, OPTIONS)
        yield "slip", "".join(mark.text for page in pages for mark in page.marks if isinstance(mark, Words))


@pytest.fixture(scope="module", params=documents(), ids=lambda document: document.code)
def outputs(request: pytest.FixtureRequest, rich: Plan) -> Outputs:
    return Outputs(request.param, rich)


def test_nothing_on_paper_that_is_not_for_its_reader(outputs: Outputs) -> None:
    code, searched, photos = outputs.document.code, 0, set[str]()
    for reader in outputs.readers:
        sight = name_of_sight(outputs.plan, reader)
        for where, text in outputs.told(reader):
            seen = seen_in(text)
            searched += len(seen)
            if sight is not None:
                assert seen <= allowed(sight), f"{where} of {code} for {sight}"
            assert not [one for one in seen if f"{one[1]}.{one[2]}" in NEVER], f"{where} of {code}"
        shown = photos_of(outputs.laid(reader).pages)
        photos |= shown
        if sight is not None:
            assert shown <= PHOTOS.get(sight, set()), f"photos of {code} for {sight}"
    assert searched, "a paper without a single mark was not searched"
    assert bool(photos) == (code in ("host-packet", "participant-packet", "booklet"))


def test_the_pdf_says_no_more_than_its_pages(outputs: Outputs) -> None:
    """Its text, its particulars, and the name of its file: of one reader, the pages of all have been searched."""
    reader = outputs.readers[-1]
    laid = outputs.laid(reader)
    printed = pressed(laid, laid.pages, redacted_for(outputs.plan, reader), reader, OPTIONS)
    pages = seen_in("".join(text for _, text in outputs.told(reader)))
    pdf = PdfReader(BytesIO(printed.pdf))
    text = "".join(pages_of(printed.pdf))
    assert seen_in(text) <= pages
    assert photos_in(pdf) == photos_of(laid.pages)
    particulars = "".join(str(value) for value in (pdf.metadata or {}).values())
    outline = "".join(str(entry) for entry in flattened(pdf.outline))
    for where in (particulars, outline, printed.file_name):
        assert {f"{noun}.{field}" for _, noun, field in seen_in(where)} <= NAMING, "more than whose it is"
        assert not any(word in where.casefold() for words in FOODS.values() for word in words)


def flattened(outline: Iterable[object]) -> Iterator[object]:
    """The titles of the outline, whatever their level."""
    for entry in outline:
        yield from flattened(entry) if isinstance(entry, list) else [getattr(entry, "title", entry)]


def test_a_family_never_learns_what_the_neighbours_guest_cannot_eat(rich: Plan, outputs: Outputs) -> None:
    by_person = {need.person_id: need.allergen for need in rich.all(FoodNeed)}
    tags = {person.id: person.family_name.strip("<>").split(".")[0] for person in rich.all(Person)}
    foods = {tags[person_id]: FOODS[food] for person_id, food in by_person.items() if food in FOODS}
    assert {"ann", "ben"} <= foods.keys()
    for reader in outputs.readers:
        if reader.kind is not AudienceKind.HOST:
            continue
        sight = name_of_sight(rich, reader)
        neighbours = {"oak": "ben", "elm": "ann"}.get(sight or "")
        if neighbours is None:
            continue
        # Lists of what may be asked or pointed at name every food there is; facts and marked words are about somebody.
        told = [text for where, text in outputs.told(reader) if where == "facts"]
        for word in foods[neighbours]:
            assert not [text for text in told if word in text.casefold()]
