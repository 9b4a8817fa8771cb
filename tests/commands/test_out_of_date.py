"""Papers in people's hands against the plan: which are out of date, which pages, why, and printing only those."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from planner.commands import papers, people, photos, printing, records, wordings
from planner.commands.printing import Wanted
from planner.commands.touching import step_behind, touching
from planner.language import say
from planner.model import readers
from planner.model.kinds import ActivityKind, ActivityStatus, PaperWay, StayKind
from planner.model.message import PlannerError
from planner.model.readers import Reader, of_group, of_guest, of_home
from planner.papers.catalogue import document_of
from planner.papers.rendering import redacted_for
from planner.papers.slip.rows import rows_of
from planner.papers.standing.held import Foot, options_of
from planner.papers.standing.reckoning import Reckoner, Standing, out_of_date, reader_of
from planner.papers.standing.reprinting import reprint
from planner.storage import PlannerFile
from tests.model.full_visit import planted
from tests.prepared import copy_practice


@pytest.fixture
def file(tmp_path: Path) -> Iterator[PlannerFile]:
    with PlannerFile.open(copy_practice(tmp_path / "practice.shimai")) as opened:
        yield opened


def wanted(file: PlannerFile, *who: int, language: str = "en") -> list[Wanted]:
    """The itinerary of the group, and those of some guests."""
    readers = [of_group(), *(of_guest(file.plan.members[each]) for each in who)]
    return [Wanted("itinerary", reader, language, "letter") for reader in readers]


def hand_out(file: PlannerFile, wanted: list[Wanted]) -> list[printing.Made]:
    made = printing.make_all(file.plan, wanted)
    file.run(papers.remember, file.plan.visit.id, [one.issued for one in made], PaperWay.PRINTED)
    return made


def old(file: PlannerFile, reckoner: Reckoner | None = None) -> list[Standing]:
    return out_of_date((reckoner or Reckoner()).standings(file.plan))


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def give_a_bed(file: PlannerFile, member: int) -> None:
    first = file.plan.visit.first_day
    values = {"member_id": file.plan.members[member].id, "household_id": file.plan.households[0].id,
              "kind": StayKind.HOME, "first_night": first, "last_night": first + dt.timedelta(days=3)}  # fmt: skip
    file.run(records.add, "Stay", values)


def test_nothing_is_out_of_date_as_long_as_nothing_changes(file: PlannerFile) -> None:
    hand_out(file, wanted(file, 0, 1))
    assert old(file) == []
    file.run(papers.hand_out, [one.id for one in file.plan.visit.papers])
    assert old(file) == []


def test_a_bed_makes_one_guests_paper_old_and_nobody_elses(file: PlannerFile) -> None:
    hand_out(file, wanted(file, 0, 1))
    give_a_bed(file, 0)
    # The group is told that guests sleep with families, never with whom.
    guests = [one for one in old(file) if one.key.recipient]
    assert [one.key.recipient for one in guests] == [file.plan.members[0].uid]
    [paper] = guests
    assert paper.changes.news
    assert any("Ouellette" in one.now or file.plan.households[0].name_en in one.now for one in paper.changes.news)
    file.undo()
    assert old(file) == []


def test_an_event_touches_those_who_go_and_says_what_was(file: PlannerFile) -> None:
    reckoner = Reckoner()
    hand_out(file, wanted(file, 0))
    event = next(one for one in file.plan.activities if one.everyone and one.starts_at)
    file.run(records.edit, "Activity", event.id, {"starts_at": dt.time(6, 5), "ends_at": dt.time(6, 55)})
    found = old(file, reckoner)
    assert {one.key.recipient for one in found} == {"", file.plan.members[0].uid}
    for paper in found:
        [news] = [one for one in paper.changes.news if event.uid in one.key]
        assert "6:05" in news.now
        assert "6:05" not in news.was
        assert set(news.pages) <= set(paper.changes.put_in)
    file.run(records.edit, "Activity", event.id, {"everyone": False})
    own = wanted(file, 0)[1]
    [paper] = [one for one in old(file, reckoner) if one.key.recipient]
    rows = rows_of(paper.changes, "en", redacted_for(file.plan, own.reader), own.reader)
    said = ["".join(piece.words for piece in row.now) for row in rows if row.label == event.title_en]
    assert said == ["Not for you."]
    file.run(records.edit, "Activity", event.id, {"everyone": True, "status": ActivityStatus.CANCELLED})
    [paper] = [one for one in old(file, reckoner) if one.key.recipient]
    assert said_on_slip(file, paper, "en")[event.title_en][1] == "This is off."


def test_what_a_reader_is_not_told_lays_out_nothing(file: PlannerFile) -> None:
    reckoner = Reckoner()
    hand_out(file, wanted(file, 0, 1))
    someone = file.plan.members[5]
    file.run(records.edit, "Person", someone.person_id, {"medicines": "insulin"})
    assert (old(file, reckoner), reckoner.laid_out) == ([], 0)
    event = next(one for one in file.plan.activities if one.everyone and one.starts_at)
    file.run(records.edit, "Activity", event.id, {"starts_at": dt.time(6, 5)})
    told: list[int] = []
    found = reckoner.standings(file.plan, tell=lambda known: told.append(len(known)))
    assert (len(out_of_date(found)), reckoner.laid_out) == (3, 3)
    assert told == [0, 1, 2], "what is known is told while the rest is being laid out"
    file.run(records.edit, "Person", someone.person_id, {"medicines": ""})
    assert (len(old(file, reckoner)), reckoner.laid_out) == (3, 3), "reckoned once, remembered from then on"


def test_only_the_pages_that_changed_are_printed_with_a_slip(file: PlannerFile) -> None:
    [_, whole] = hand_out(file, wanted(file, 0))
    event = next(one for one in file.plan.activities if one.everyone and one.starts_at)
    file.run(records.edit, "Activity", event.id, {"starts_at": dt.time(6, 5)})
    [changed] = [one for one in old(file) if one.key.recipient]
    again = replace(wanted(file, 0)[1], only_changes=True)
    [made] = printing.make_all(file.plan, [again])
    assert made.changes == changed.changes
    assert made.sheets == 1 + len(changed.changes.put_in) <= whole.sheets + 1
    words = text_of(made.printed.pdf)
    for expected in ("change", "version 1", "version 2", "6:05", "take out"):
        assert expected in words
    file.run(papers.remember, file.plan.visit.id, [made.issued], PaperWay.PRINTED)
    [page_versions] = [
        [page["version"] for page in one.pages] for one in file.plan.visit.papers if one.version == 2
    ]
    assert page_versions == [2 if number in changed.changes.put_in else 1 for number in range(1, whole.sheets + 1)]
    assert [one for one in old(file) if one.key.recipient] == []
    with pytest.raises(PlannerError, match="paper-not-changed"):
        printing.make(file.plan, again)


def test_of_a_packet_in_two_languages_only_the_pages_that_changed_are_printed(file: PlannerFile) -> None:
    packet = Wanted("participant-packet", of_guest(file.plan.members[0]), "both", "a4")
    [whole] = hand_out(file, [packet])
    event = next(one for one in file.plan.activities if one.everyone and one.starts_at)
    file.run(records.edit, "Activity", event.id, {"starts_at": dt.time(6, 5)})
    made = printing.make(file.plan, replace(packet, only_changes=True))
    assert made.changes is not None
    sections = {whole.printed.pages[number - 1].section for number in made.changes.put_in}
    assert {section.rpartition(".")[2] for section in sections} >= {"en", "ja"}
    assert made.sheets < whole.sheets / 2


def test_who_swaps_what_each_slip_says_holds_what_is_printed_today(file: PlannerFile) -> None:
    """A page comes in, a later one changes, a page goes: by the numbers and versions at the feet alone."""
    packet = Wanted("participant-packet", of_guest(file.plan.members[0]), "ja", "letter")
    [whole] = hand_out(file, [packet])
    # What lies in the reader's hands: the foot of each sheet, and what is on it.
    stack = [(Foot(page.number, 1), page.words) for page in whole.printed.pages]

    def swap() -> printing.Made:
        made = printing.make(file.plan, replace(packet, only_changes=True))
        file.run(papers.remember, file.plan.visit.id, [made.issued], PaperWay.PRINTED)
        assert made.changes is not None
        doubtful = {number for number, _ in made.changes.of_version}
        sure = set(made.changes.take_out) - doubtful
        stack[:] = [(foot, words) for foot, words in stack
                    if foot.number not in sure and foot not in made.changes.of_version]  # fmt: skip
        new = {page.number: page.words for page in made.printed.pages}
        stack.extend((Foot(number, made.issued.version), new[number]) for number in made.changes.put_in)
        # Exactly what a newly printed packet is: the feet count from 1, and the contents send where things are.
        assert [(foot.number, words) for foot, words in sorted(stack)] == list(new.items())
        rows = rows_of(made.changes, "ja", file.plan, packet.reader)
        lines = [row.now[-1].words for row in rows if row.label == "文面" and not row.quiet]
        assert [words for words in lines if "笑顔" not in words] == [], "no numbers of the contents"
        assert old(file) == []
        return made

    first = file.plan.visit.first_day
    common = {"visit_id": file.plan.visit.id, "kind": ActivityKind.SIGHTS, "everyone": True, "starts_on": first,
              "zone": file.plan.visit.host_city.zone}  # fmt: skip
    added = [file.run(records.add, "Activity", {**common, "title_en": f"Walk {hour}", "starts_at": dt.time(hour)})
             for hour in range(3, 15)]  # fmt: skip
    grown = swap()
    assert len(grown.printed.pages) > len(whole.printed.pages)
    assert grown.changes is not None
    assert len(grown.printed.pages) in grown.changes.renumbered
    file.run(wordings.write, file.plan.visit.id, "conduct", "ja", "# 約束\n\n笑顔で。")
    changed = swap().changes
    assert changed is not None
    assert changed.take_out == changed.put_in
    for activity_id in added:
        file.run(records.remove, "Activity", activity_id)
    assert len(swap().printed.pages) < len(grown.printed.pages)


def said_on_slip(file: PlannerFile, paper: Standing, language: str) -> dict[str, tuple[str, str]]:
    """What the slip says in one language: what was and is now, by the label of each row."""
    reader = reader_of(file.plan, paper)
    rows = rows_of(paper.changes, language, redacted_for(file.plan, reader), reader)
    return {row.label: ("".join(piece.words for piece in row.was), "".join(piece.words for piece in row.now))
            for row in rows if not row.quiet}  # fmt: skip


def test_groups_that_are_decided_are_told_once_and_each_day_in_one_row(file: PlannerFile) -> None:
    for member in (0, 10):
        give_a_bed(file, member)
    home = of_home(file.plan.households[0])
    hand_out(file, [Wanted("host-packet", home, "en", "letter")])
    squads = {group.letter: group.id for group in file.plan.groups}
    for letter, some in (("B", file.plan.members[:6]), ("A", file.plan.members[6:12])):
        file.run(people.set_groups, [member.id for member in some], [squads[letter]])
    [paper] = old(file)
    said = said_on_slip(file, paper, "en")
    assert said["Group · Sakura"][0] == "Not decided yet"
    assert said["Group · Sakura"][1].startswith("B squad: Game 1 vs")
    assert said["Group · Kaede"][1].startswith("A squad: Shooting clinic")
    drives = said["Sat 24 Jul · Sakura"][1].splitlines()
    assert [line.partition(": ")[0] for line in drives] == ["Drop-off", "Pick-up"]
    # A family acts on it in a minute: who is in which squad, and the days of each; nothing of them a second time.
    assert {label.partition(" · ")[0] for label in said} <= {"Group", "Cover", "Fri 23 Jul", "Sat 24 Jul", "Wed 28 Jul"}
    # What is only printed on another page now is exchanged, and it is said that it is the same.
    assert paper.changes.reworded == ()
    assert paper.changes.renumbered


def test_a_guest_who_comes_is_one_row_with_the_pages_to_read_and_what_could_harm_them(file: PlannerFile) -> None:
    give_a_bed(file, 0)
    hand_out(file, [Wanted("host-packet", of_home(file.plan.households[0]), "en", "letter")])
    give_a_bed(file, 2)
    [paper] = old(file)
    said = said_on_slip(file, paper, "en")
    assert said["SUZUKI Yui"] == ("", "Thu 22 Jul – Mon 26 Jul 2027, 4 nights\nPlease read the new pages about it.")
    assert "BUCKWHEAT" in said["Food · Yui"][1]
    assert {label for label in said if "Yui" in label} == {
        "SUZUKI Yui", "Food · Yui", "Health · Yui", "If something goes wrong · Yui",
    }  # fmt: skip
    assert not any(label.endswith(", For") for label in said), "for whom an event is, is new because she is"
    assert len(paper.changes.added) == 1, "her questions of the first night, which tell no facts"
    # She goes again: one row as well, and her name is only known from what the family holds.
    hand_out(file, [Wanted("host-packet", of_home(file.plan.households[0]), "en", "letter")])
    file.run(records.remove, "Stay", file.plan.members[2].stays[0].id)
    [paper] = old(file)
    said = said_on_slip(file, paper, "en")
    assert said["SUZUKI Yui"][1] == "No longer stays with you."
    assert [label for label in said if "Yui" in label] == ["SUZUKI Yui"]


def test_what_could_harm_somebody_and_the_staffs_lists_are_told_in_full_in_both_languages(file: PlannerFile) -> None:
    guest, home = file.plan.members[2], file.plan.households[0]
    give_a_bed(file, 2)
    of_staff = Wanted("rosters", readers.of_staff(), "both", "letter")
    hand_out(file, [Wanted("booklet", of_guest(guest), "en", "letter"), of_staff])
    file.run(records.edit, "Person", guest.person_id, {"conditions": "asthma"})
    file.run(records.edit, "Household", home.id, {"phone": "+1 207 555 7777"})
    booklet, rosters = old(file)
    assert said_on_slip(file, booklet, "en")["Health"] == ("", "Health: asthma.")
    english, japanese = (said_on_slip(file, rosters, language) for language in ("en", "ja"))
    assert english["Yui Suzuki, Health"] == ("", "Health: asthma.")
    assert japanese["鈴木 結衣、健康"] == ("", "健康：ぜんそく。")
    assert english["Ouellette, Telephone"] == ("(207) 555-0141", "(207) 555-7777")
    assert japanese["Ouellette、電話番号"] == english["Ouellette, Telephone"]


def test_another_photo_is_told_and_only_to_those_who_see_it(file: PlannerFile) -> None:
    guest, (home, neighbours, *_) = file.plan.members[0], file.plan.households
    give_a_bed(file, 0)
    packets = [Wanted("host-packet", of_home(one), "en", "a4") for one in (home, neighbours)]
    hand_out(file, [*packets, Wanted("participant-packet", of_guest(guest), "ja", "a4")])

    def told() -> dict[str, tuple[str, str]]:
        """What the slips say of photos, by paper."""
        said = {one.key.document: said_on_slip(file, one, one.key.language) for one in old(file)}
        return {key: found for key, rows in said.items() if (found := rows.get("Photo") or rows.get("写真"))}

    file.run(photos.put, "Person", guest.person_id, planted("ann"))
    [packet] = old(file)
    assert len(packet.changes.put_in) == 1, "the guest's page, and no other"
    assert packet.changes.reworded == ()
    assert told() == {"host-packet": ("–", "new")}
    touches = file.touches_since(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    step = step_behind(packet.changes.news[0], touching(touches, file.plan, of_home(home)), file.plan)
    assert step is not None
    assert say(step.label, "en") == "Sakura Takahashi: Photo"
    hand_out(file, packets)
    assert old(file) == []
    file.run(photos.put, "Person", guest.person_id, planted("ben"))
    assert told()["host-packet"] == ("–", "new")
    file.run(photos.take_away, "Person", guest.person_id)
    assert told()["host-packet"] == ("Photo", "This no longer stands here.")
    file.undo_back_to(file.history()[1].id)
    # The family's own photo is on its guest's paper.
    file.run(photos.put, "Household", home.id, planted("oak"))
    assert told()["participant-packet"] == ("–", "新しい写真")


@pytest.mark.parametrize("language", ["en", "ja", "both"])
def test_the_same_changes_give_the_same_bytes(file: PlannerFile, language: str) -> None:
    hand_out(file, wanted(file, 0, language=language)[1:])
    [issue], reader = file.plan.visit.papers, of_guest(file.plan.members[0])
    event = next(one for one in file.plan.activities if one.everyone and one.starts_at)
    file.run(records.edit, "Activity", event.id, {"starts_at": dt.time(6, 5)})
    options = replace(options_of(issue, file.plan), version=2)
    redacted = redacted_for(file.plan, reader)
    first, second = (reprint(document_of("itinerary"), redacted, reader, options, issue) for _ in range(2))
    assert first is not None
    assert first == second
    said = text_of(first.printed.pdf)
    assert ("変更は" in said) == (language != "en")
    assert ("change for you" in said or "changes for you" in said) == (language != "ja")
    title = PdfReader(BytesIO(first.printed.pdf)).metadata.title  # type: ignore[union-attr]
    assert "Change slip" in str(title) or "変更のお知らせ" in str(title)
    assert first.printed.file_name.endswith(".pdf")


def test_a_paper_whose_reader_is_gone_is_asked_back_not_printed(file: PlannerFile) -> None:
    hand_out(file, wanted(file, 0))
    file.run(records.edit, "Member", file.plan.members[0].id, {"withdrawn": True})
    found = Reckoner().standings(file.plan)
    gone = [one for one in found if not one.is_wanted]
    assert [one.key.recipient for one in gone] == [file.plan.members[0].uid]
    assert gone[0].is_old
    assert gone[0] not in out_of_date(found)


def test_it_is_said_which_step_made_it_old(file: PlannerFile) -> None:
    reader: Reader = of_guest(file.plan.members[0])
    hand_out(file, wanted(file, 0))
    since = max(one.issued_at for one in file.plan.visit.papers).replace(tzinfo=dt.UTC) - dt.timedelta(seconds=1)
    event = next(one for one in file.plan.activities if one.everyone and one.starts_at and one.place)
    assert event.place
    file.run(records.edit, "Person", file.plan.members[5].person_id, {"medicines": "insulin"})
    file.run(records.edit, "Place", event.place.id, {"name_en": "Elsewhere Hall"})
    file.run(records.edit, "Activity", event.id, {"starts_at": dt.time(6, 5)})
    touches = touching(file.touches_since(since), file.plan, reader)
    labels = [say(step.label, "en") for step in {one.step.id: one.step for one in touches}.values()]
    assert any("Elsewhere" in label or "Name" in label for label in labels)
    assert not any("Medicines" in label for label in labels), "of somebody else's health nothing is told"
    [paper] = [one for one in old(file) if one.key.recipient]
    [news] = [one for one in paper.changes.news if one.key.startswith(event.uid)]
    behind = step_behind(news, touches, file.plan)
    assert behind is not None
    assert behind.id == file.history()[0].id


def test_words_of_the_committee_are_no_change_of_papers_without_them(file: PlannerFile) -> None:
    hand_out(file, wanted(file, 0))
    file.run(wordings.write, file.plan.visit.id, "change-slip", "en", "Call Pat.")
    assert old(file) == [], "it stands on slips only"
    event = next(one for one in file.plan.activities if one.everyone and one.starts_at)
    file.run(records.edit, "Activity", event.id, {"starts_at": dt.time(6, 5)})
    slip = printing.make(file.plan, replace(wanted(file, 0)[1], only_changes=True))
    assert "Call Pat." in text_of(slip.printed.pdf)
