"""What holds for every document of the catalogue, for each sort of reader, in each language and on each paper.

On the practice visit as it is before people arrive, and on the same visit with names, notes and letters of the longest.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader
from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.clock import WallTime
from planner.model import Activity, FoodNeed, Household, Member, Person, Place, Plan
from planner.model.done import Done
from planner.model.kinds import Allergen, Severity
from planner.model.message import Message
from planner.model.readers import Reader
from planner.papers.catalogue import documents, readers_of
from planner.papers.document import Document, Laid
from planner.papers.kit.fonts import face
from planner.papers.kit.marks import Words
from planner.papers.kit.pages import Page
from planner.papers.kit.sheet import PAPERS
from planner.papers.options import BOTH, PAPER_LANGUAGES, PaperOptions, Printed
from planner.papers.rendering import pressed, redacted_for, render
from planner.storage import PlannerFile
from tests.prepared import copy_planned

AT = WallTime(dt.date(2027, 7, 12), dt.time(20, 42), "America/New_York")
LATER = WallTime(dt.date(2027, 7, 12), dt.time(21, 5), "America/New_York")
LETTER = "We are so glad that you are coming, and the dog cannot wait to meet you at the door. " * 24
LETTER_JA = "お会いできるのを家族みんなで楽しみにしています。犬のマックスも玄関で待っています。" * 50
EVERY = [(document, language) for document in documents() for language in PAPER_LANGUAGES]


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    path = copy_planned(tmp_path_factory.mktemp("documents") / "planned.shimai")
    with PlannerFile.open(path, read_only=True) as file:
        return file.plan


@pytest.fixture(scope="module")
def lengthy(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """Names of forty characters, five allergies, letters of two thousand, long titles, places and addresses."""
    with PlannerFile.open(copy_planned(tmp_path_factory.mktemp("documents") / "lengthy.shimai")) as file:
        file.run(_lengthen)
        return file.plan


def _lengthen(session: Session) -> Done:
    for person in session.scalars(select(Person)):
        person.family_name = f"{person.family_name}-Featherstonehaugh-Wolfeschlegelstein"[:40]
        person.given_name = f"{person.given_name} Maximiliana Anastasia Philomena Josephine"[:40]
        person.family_name_ja = f"{person.family_name_ja}勅使河原小比類巻左衛門三郎"
    for member in session.scalars(select(Member)):
        member.host_message_en, member.host_message_ja = LETTER, LETTER_JA
        for allergen in (Allergen.PEANUT, Allergen.BUCKWHEAT, Allergen.CRAB, Allergen.EGG, Allergen.MILK):
            session.add(FoodNeed(person=member.person, allergen=allergen, severity=Severity.SEVERE))
    for household in session.scalars(select(Household)):
        household.name_en = f"{household.name_en}-Featherstonehaugh-Wolfeschlegelstein"[:40]
        household.address_en = "Apartment 1234, 98765 Upper North-Northeast Old Cumberland Farms Road Extension"
        household.letter_en, household.letter_ja = LETTER, LETTER_JA
        household.house_rules_en, household.house_rules_ja = LETTER[:600], LETTER_JA[:400]
    for place in session.scalars(select(Place)):
        place.name_en = f"{place.name_en} of the Greater Casco Bay Intercultural Association, East Wing"
        place.name_ja = f"{place.name_ja or place.name_en}（カスコ湾国際文化交流協会東館・大会議室）"
    for activity in session.scalars(select(Activity)):
        activity.title_en = f"{activity.title_en}, followed by a friendly exchange with the pupils of the peninsula"
        activity.title_ja = f"{activity.title_ja or activity.title_en}、そのあと半島の生徒のみなさんとの親睦会"
    session.flush()
    return Done(Message.of("change-add", noun=Message.of("Visit"), name=""))


def examples(document: Document, plan: Plan, most: int = 1) -> Iterator[Reader]:
    """Of each sort of reader the first few to whom it may be handed."""
    count: dict[Any, int] = {}
    for reader in readers_of(plan, document):
        if count.get(reader.kind, 0) < most and not document.blocked(plan, reader):
            count[reader.kind] = count.get(reader.kind, 0) + 1
            yield reader


class Layouts:
    """One document of a plan in one language: laid out once for each reader and paper, whatever is looked for on it."""

    def __init__(self, document: Document, language: str, plan: Plan) -> None:
        self.document, self.language, self.plan = document, language, plan
        self._redacted: dict[Reader, Plan] = {}
        self._laid: dict[tuple[Reader, str], Laid] = {}

    def redacted(self, reader: Reader) -> Plan:
        if reader not in self._redacted:
            self._redacted[reader] = redacted_for(self.plan, reader)
        return self._redacted[reader]

    def options(self, paper: str) -> PaperOptions:
        return PaperOptions(self.language, paper, AT, with_holes=True)

    def laid(self, reader: Reader, paper: str) -> Laid:
        key = (reader, paper)
        if key not in self._laid:
            self._laid[key] = self.document.lay(self.redacted(reader), reader, self.options(paper))
        return self._laid[key]


@pytest.fixture(scope="module", params=EVERY, ids=lambda pair: f"{pair[0].code}-{pair[1]}")
def layouts(request: pytest.FixtureRequest, planned: Plan) -> Layouts:
    """Each document in each language, of the visit as it is before people arrive."""
    return Layouts(*request.param, planned)


def test_what_is_printed_can_be_read_back_with_every_font_embedded_and_comes_out_again(layouts: Layouts) -> None:
    document, language = layouts.document, layouts.language
    # Both papers are laid and looked over below; each language is pressed on one of them, each document on both.
    paper = PAPERS[PAPER_LANGUAGES.index(language) % len(PAPERS)]
    for reader in examples(document, layouts.plan):
        laid = layouts.laid(reader, paper)
        printed = pressed(laid, laid.pages, layouts.redacted(reader), reader, layouts.options(paper))
        assert printed.missing == ()
        assert all(fact.label.strip() for page in printed.pages for fact in page.facts), "a change slip names each"
        read = PdfReader(io.BytesIO(printed.pdf))
        assert len(read.pages) == len(printed.pages) > 0
        assert read.metadata is not None
        assert read.metadata.title
        assert read.outline, "every paper is leafed by an outline"
        titled = bool(re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", printed.file_name.split(" – ")[0]))
        assert titled == (language != "en")
        assert read.trailer["/Root"]["/Lang"] == ("ja-JP" if language == "ja" else "en-US")
        for page in read.pages:
            for font in page["/Resources"].get("/Font", {}).values():  # type: ignore[attr-defined]
                assert "/FontFile2" in font.get_object()["/FontDescriptor"]
        opened = pypdfium2.PdfDocument(printed.pdf)
        for digest, sheet in zip(printed.pages, opened, strict=True):
            there = bare(sheet.get_textpage().get_text_range())
            gone = [line for line in digest.words.splitlines() if bare(line) not in there]
            assert not gone, (document.code, digest.number, gone)
        opened.close()
        if language == BOTH:
            assert_comes_out_again(layouts, reader, layouts.options(paper), printed)


def bare(words: str) -> str:
    return re.sub(r"[\s\u2060\u200b\ufffe\u00ad\u0002-]+", "", words)


def assert_comes_out_again(layouts: Layouts, reader: Reader, options: PaperOptions, once: Printed) -> None:
    """Same plan and options, same bytes; a later version is another file, of which a page knows what it shows."""
    document, redacted = layouts.document, layouts.redacted(reader)
    assert render(document, redacted, reader, options).pdf == once.pdf
    later = render(document, redacted, reader, replace(options, version=2, printed_at=LATER))
    assert later.pdf != once.pdf, "version and time are on it"
    assert [page.digest for page in later.pages] == [page.digest for page in once.pages]


def test_nothing_stands_outside_the_safe_area_or_on_top_of_something_else(layouts: Layouts, lengthy: Plan) -> None:
    document, language = layouts.document, layouts.language
    for made in (layouts, Layouts(document, language, lengthy)):
        # A second reader of each sort on one paper: what is laid out for the first fits both.
        for paper in PAPERS if made is layouts else PAPERS[:1]:
            for reader in examples(document, made.plan, 2 if paper == PAPERS[0] else 1):
                for number, page in enumerate(made.laid(reader, paper).pages, start=1):
                    where = (document.code, language, paper, number, "planned" if made is layouts else "lengthy")
                    pieces = [(area(each), each.text) for each in page.marks if isinstance(each, Words)]
                    seen = [(place, text) for place, text in pieces if text.strip()]
                    assert not list(outside(page, seen)), (*where, list(outside(page, seen))[:4])
                    assert not list(overprinted(seen)), (*where, list(overprinted(seen))[:4])


_Area = tuple[float, float, float, float]


def area(words: Words) -> _Area:
    """Where the ink of a piece of text is, about: its small letters' height and its own width."""
    text = words.text.rstrip(" \u3000")
    wide = face(words.bold, text).width(text, words.size) + words.spacing * len(text)
    # A full-width mark has half of its square empty.
    left = words.size * 0.5 if text[:1] in "「（『【〈《" else 0.0
    right = words.size * 0.5 if text[-1:] in "、。」）』】〉》" else 0.0
    return words.x + left, words.y - words.size * 0.62, words.x + wide - right, words.y


def outside(page: Page, seen: list[tuple[_Area, str]]) -> Iterator[str]:
    frame = page.frame
    for (left, top, right, bottom), text in seen:
        if left < -1 or top < -1 or right > frame.width + 1 or bottom > frame.height + 1:
            yield text


def overprinted(seen: list[tuple[_Area, str]]) -> Iterator[tuple[str, str]]:
    """Pairs of texts whose ink meets; from the top down, since lines are wide and low."""
    found = sorted(seen, key=lambda each: each[0][1])
    for number, (one, text) in enumerate(found):
        for other, beside in found[number + 1 :]:
            if other[1] >= one[3] - 0.8:
                break
            left, right = sorted((one, other))
            if right[0] < left[2] - 0.8 and min(one[3], other[3]) - other[1] > 0.8:
                yield text, beside
