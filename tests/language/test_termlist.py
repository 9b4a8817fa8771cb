"""The glossary of a visit and the people of an event, as data for an interpreter."""

from planner.language.introducing import people_of
from planner.language.kana import is_kana
from planner.language.marking import Pair
from planner.language.termlist import Term, TermKind, glossary, terms_of_field
from planner.model import Activity
from planner.model import kinds as k
from tests.rules.interpreting.hall import Hall


def test_the_terms_that_trip_translators_are_there() -> None:
    terms = {term.ja: (term.en, term.reading) for term in terms_of_field()}
    assert terms["解散"] == ("dismissal", "かいさん")
    assert terms["表敬訪問"] == ("courtesy call", "ひょうけいほうもん")
    assert {"集合", "結団式", "自由行動", "引率者", "懇談", "雨天時", "予備日"} <= set(terms)
    assert all(term.is_whole and is_kana(term.reading) for term in terms_of_field())
    assert len(terms) == len(terms_of_field())


def test_names_places_and_events_come_before_the_terms_of_the_field_and_each_once() -> None:
    hall = Hall()
    hall.host.name_ja, hall.host.name_kana = "ポートランド", "ポートランド"
    expo = hall.place("Expo", name_ja="エキスポ")
    hall.activity("Game 1", 23, "10:00-11:00", place=expo)
    hall.activity("Game 1", 24, "10:00-11:00", place=expo)
    hall.speech(hall.activity("Call", 25, "10:00-11:00"), 5, title_en="Toast", title_ja="乾杯の音頭")
    found = glossary(hall.plan)
    assert found[0] == Term("Portland", "ポートランド", "ポートランド", TermKind.NAME)
    assert found.count(Term("Expo", "エキスポ", "", TermKind.PLACE)) == 1
    assert found.count(Term("Game 1", "Game 1（日）", "", TermKind.EVENT)) == 1
    assert Term("Toast", "乾杯の音頭", "", TermKind.EVENT) in found
    kinds = [term.kind for term in found]
    assert kinds == sorted(kinds, key=list(TermKind).index)
    assert len(found) == len(set(found))


def test_who_speaks_comes_in_order_and_then_who_else_is_named() -> None:
    hall = Hall()
    call = hall.activity("Call", 23, "16:00-17:00")
    coach = hall.member("Kaori", 1985, k.Role.COACH, family_name="Saitō", family_name_ja="齋藤", given_name_ja="香織",
                        family_name_kana="サイトウ", given_name_kana="カオリ", family_name_first=True)  # fmt: skip
    hall.member("Mei")
    hall.member("Jun", 1970, k.Role.OFFICIAL, occupation_ja="国際課長", protocol_rank=1)
    second = hall.speech(call, 5, place=2, person_id=coach.person_id)
    first = hall.speech(call, 5, place=1, speaker_en="Mark Dion", post_en="Mayor", post_ja="市長")
    again = hall.speech(call, 5, place=3, person_id=coach.person_id, title_en="Toast")
    hall.speech(call, 5, place=4, title_en="Photograph", language=k.SpeechLanguage.NONE)
    # Nobody has said who that is, but it is one of theirs by name.
    typed = hall.speech(call, 5, place=5, speaker_en="Kaori saitō", title_en="Farewell")
    plan = hall.plan
    found = people_of(plan.find(Activity, call.id), plan)
    assert [(one.name, one.post, one.speeches) for one in found] == [
        (Pair("Mark Dion", ""), Pair("Mayor", "市長"), (first.id,)),
        (Pair("SAITŌ Kaori", "齋藤 香織"), Pair("Coach", "コーチ"), (second.id, again.id, typed.id)),
        (Pair("Jun", "Jun"), Pair("", "国際課長"), ()),
    ]
    assert found[1].kana == "サイトウ カオリ"
