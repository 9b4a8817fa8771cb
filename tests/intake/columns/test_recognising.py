"""Headings are recognised by meaning, in both languages, whatever the exact words."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from planner.intake.columns import ROW_ONLY, SheetMapping, guess, shape_of, targets_of
from planner.intake.reading import Sheet
from planner.language import say
from planner.model.kinds import SheetKind
from tests.intake.proposals.sheets import sample, sheet_of

SHEETS: dict[str, tuple[SheetKind, dict[str, str | None]]] = {
    "an English guests' form": (
        SheetKind.GUESTS,
        {
            "Submitted at": ROW_ONLY,
            "Last name": "Person.family_name",
            "First name": "Person.given_name",
            "Name as shown in passport": "Person.passport_name",
            "Nickname / what should we call you?": "Person.called_name",
            "Date of birth (MM/DD/YYYY)": "Person.birth_date",
            "Gender": "Person.gender",
            "School and grade": "Person.school",
            "Role in delegation": "Member.role",
            "Parent/guardian name": "Contact.guardian",
            "Parent cell phone": "Contact.phone",
            "Parent email": "Contact.email",
            "Student email": "Person.email",
            "Food allergies": "FoodNeed",
            "Pet allergies or fears": "AnimalNeed",
            "Medical conditions / medications": "Person.health",
            "Dietary restrictions (vegetarian, halal, etc.)": "Person.diets",
            "OK with smokers in the home?": "Member.smokers_ok",
            "How well do you speak Japanese?": "Language.ja",
            "Hobbies and interests": "Person.interests",
            "Friend you'd like to room with": "Wish.together",
            "Anyone you should NOT be placed with": "Wish.apart",
            "Letter to host family": "Member.host_message",
            "Room sharing preference": "Person.rooming",
            "Are you sensitive to tobacco smoke?": "Person.smoke_hurts",
            "Do you use a CPAP at night?": "Person.night_power",
            "Brothers, sisters or parents who travel too": "Relation",
            "Would you rather be the only guest?": "Member.wants_alone",
            "How much do you join in family life (1-10)?": "Member.involvement",
            "Height": "Member.height_cm",
            "T-shirt size": "Member.shirt_size",
            "Photo release": "Member.photo_consent",
            "Passport number": "Member.passport_number",
            "Passport expiration date": "Member.passport_expires_on",
            "Can you swim?": "Member.swims",
            "Squad": "Group",
            "Anything else we should know?": "notes",
        },
    ),
    "a Japanese guests' form in other words": (
        SheetKind.GUESTS,
        {
            "受付日時": ROW_ONLY,
            "姓": "Person.family_name_ja",
            "名": "Person.given_name_ja",
            "セイ": "Person.family_name_kana",
            "メイ": "Person.given_name_kana",
            "パスポート表記の氏名": "Person.passport_name",
            "ニックネーム": "Person.called_name",
            "誕生日": "Person.birth_date",
            "性別": "Person.gender",
            "学年": "Person.school",
            "学校名": "Person.school",
            "役割": "Member.role",
            "保護者名": "Contact.guardian",
            "保護者名（フリガナ）": "Contact.guardian_kana",
            "緊急連絡先氏名": "Contact.emergency",
            "緊急連絡先フリガナ": "Contact.emergency_kana",
            "保護者電話番号": "Contact.phone",
            "メール": "Person.email",
            "アレルギー（食べ物）": "FoodNeed",
            "苦手な動物": "AnimalNeed",
            "健康状態・常用薬": "Person.health",
            "食事で配慮が必要なこと": "Person.diets",
            "家族に喫煙者がいても大丈夫ですか？": "Member.smokers_ok",
            "布団で寝られますか": "Member.futon_ok",
            "急な階段は大丈夫ですか": "Member.stairs_ok",
            "同年代の子どもがいる家庭を希望しますか": "Member.wants_same_age",
            "英会話のレベル": "Language.en",
            "趣味": "Person.interests",
            "一緒になりたい友達": "Wish.together",
            "一緒になりたくない人": "Wish.apart",
            "ホストファミリーへのメッセージ": "Member.host_message",
            "相部屋の希望": "Person.rooming",
            "たばこの煙が苦手ですか": "Person.smoke_hurts",
            "夜間にCPAPを使いますか": "Person.night_power",
            "一緒に参加するご家族（兄弟姉妹など）": "Relation",
            "一人での滞在を希望しますか": "Member.wants_alone",
            "家庭での過ごし方（1〜10）": "Member.involvement",
            "身長": "Member.height_cm",
            "Ｔシャツサイズ": "Member.shirt_size",
            "写真の使用許可": "Member.photo_consent",
            "旅券番号": "Member.passport_number",
            "班": "Group",
            "備考": "notes",
        },
    ),
    "an English sign-up sheet of families": (
        SheetKind.HOSTS,
        {
            "Family name": "Household.name",
            "Your name": "Household.contact",
            "Family name in katakana": "Household.name_kana",
            "Email address": "Household.email",
            "Mobile": "Household.phone",
            "Home address": "Household.address",
            "Town": "Household.locality",
            "ZIP code": "Household.postal_code",
            "Household members (names, ages)": "Resident",
            "Do you have pets?": "Pet",
            "Smokers in household?": "Household.smoking",
            "Max number of guests": "HostOffer.most_guests",
            "Sleeping arrangements (beds)": "Bed",
            "Dates you are unavailable": "NightOff",
            "Gender preference": "HostOffer.takes",
            "Dietary needs you can accommodate": "Household.cooks",
            "Foods you cannot cook without": "Household.cannot_avoid",
            "Is this your first time hosting?": "HostOffer.first_time",
            "Daytime only (no overnight stay)?": "HostOffer.day_only",
            "Can you help at short notice?": "HostOffer.same_day",
            "Guests you already know (own child stayed with them, pen pal)": "Household.reciprocity",
            "How much do you do together with guests (1-10)?": "Household.involvement",
            "Languages spoken at home": "Household.languages",
            "Do you use a translation app?": "Household.translation_help",
            "Are guests of another faith welcome?": "Household.other_faiths_ok",
            "Hobbies": "Household.interests",
            "Who can drive? How many seat belts?": "Household.drivers",
            "Distance to school (minutes)": "Household.minutes_to_meeting_point",
            "CORI check completed": "Clearance",
            "Have you hosted before?": "Household.hosted_before",
            "Church / religion": "Household.faith_and_rules",
            "House rules": "Household.faith_and_rules",
            "Comments": "notes",
        },
    ),
    "a Japanese register of host families": (
        SheetKind.HOSTS,
        {
            "申込日": "HostOffer.applied_on",
            "世帯名": "Household.name",
            "代表者氏名": "Household.contact",
            "代表者氏名（フリガナ）": "Household.name_kana",
            "電話番号": "Household.phone",
            "メールアドレス": "Household.email",
            "住所": "Household.address",
            "郵便番号": "Household.postal_code",
            "最寄り駅": "Household.nearest_stop",
            "家族構成（氏名・年齢・続柄）": "Resident",
            "ペットの有無": "Pet",
            "喫煙者の有無": "Household.smoking",
            "受入可能人数": "HostOffer.most_guests",
            "部屋・寝具": "Bed",
            "受け入れできない日": "NightOff",
            "希望する性別・年齢": "HostOffer.takes",
            "対応できる食事・アレルギー": "Household.cooks",
            "除去できない食材": "Household.cannot_avoid",
            "受け入れは初めてですか": "HostOffer.first_time",
            "日中のみの受け入れ（ホームビジット）": "HostOffer.day_only",
            "当日の受け入れは可能ですか": "HostOffer.same_day",
            "知っているゲスト（文通相手など）": "Household.reciprocity",
            "ゲストとの関わり方（1〜10）": "Household.involvement",
            "話せる言語": "Household.languages",
            "家族の趣味": "Household.interests",
            "車での送迎": "Household.drivers",
            "会場までの時間": "Household.minutes_to_meeting_point",
            "身元確認": "Clearance",
            "ホームステイ受入経験": "Household.hosted_before",
            "宗教・家庭のルール": "Household.faith_and_rules",
            "その他": "notes",
        },
    ),
    "an English list of interpreters": (
        SheetKind.INTERPRETERS,
        {
            "Interpreter name": "Person.name_en",
            "Japanese name": "Person.name_ja",
            "Reading": "Person.name_kana",
            "Direction": "Interpreter.pairs",
            "Experience": "Interpreter.level",
            "Interpreting modes": "Interpreter.modes",
            "Expertise": "Interpreter.specialities",
            "Availability": "Availability",
            "Hours per day": "Interpreter.hours_per_day",
            "Cell": "Person.phone",
            "E-mail": "Person.email",
            "Equipment": "Interpreter.equipment",
            "Remarks": "notes",
        },
    ),
    "a Japanese list of interpreters": (
        SheetKind.INTERPRETERS,
        {
            "氏名": "Person.name_ja",
            "ローマ字": "Person.name_en",
            "ふりがな": "Person.name_kana",
            "通訳方向": "Interpreter.pairs",
            "レベル": "Interpreter.level",
            "通訳形態": "Interpreter.modes",
            "得意分野": "Interpreter.specialities",
            "対応可能日": "Availability",
            "1日の上限時間": "Interpreter.hours_per_day",
            "電話": "Person.phone",
            "備考": "notes",
        },
    ),
    "an English programme": (
        SheetKind.PROGRAMME,
        {
            "Day": "on",
            "From": "start",
            "To": "end",
            "TZ": "zone",
            "Event": "title_en",
            "Event (Japanese)": "title_ja",
            "Location": "place_en",
            "Participants": "who",
            "Interpreter needed": "interpreting",
            "Transportation": "transport",
            "Meal": "meals",
            "What to wear": "dress",
            "What to bring": "bring",
            "A/V and props": "equipment",
            "Gifts": "gifts",
            "Press": "press",
            "Cost": "payer",
            "Cost code": "cost_code",
            "Contact": "contact",
            "Contact phone": "contact_phone",
            "Comments": "notes",
        },
    ),
    "a Japanese timetable": (
        SheetKind.PROGRAMME,
        {
            "月日": "on",
            "開始時刻": "start",
            "終了時刻": "end",
            "行程": "title_ja",
            "場所": "place_en",
            "対象": "who",
            "通訳": "interpreting",
            "交通機関": "transport",
            "食事": "meals",
            "服装": "dress",
            "持ち物": "bring",
            "音響・機材": "equipment",
            "記念品": "gifts",
            "報道": "press",
            "費用負担": "payer",
            "費目": "cost_code",
            "現地連絡先": "contact",
            "電話番号": "contact_phone",
            "備考": "notes",
        },
    ),
}


def targets(sheet: Sheet, mapping: SheetMapping) -> dict[str, str | None]:
    return {sheet.headings[one.index]: one.target for one in mapping.columns}


@pytest.mark.parametrize("name", SHEETS)
def test_headings_are_recognised_by_meaning(name: str) -> None:
    kind, wanted = SHEETS[name]
    sheet = sheet_of(tuple(wanted), [""] * len(wanted))
    mapping = guess(sheet)
    assert (mapping.kind, targets(sheet, mapping)) == (kind, wanted)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("guests_form.csv", SheetKind.GUESTS),
        ("host_families.xlsx", SheetKind.HOSTS),
        ("interpreters.csv", SheetKind.INTERPRETERS),
        ("programme.csv", SheetKind.PROGRAMME),
    ],
)
def test_every_column_of_the_samples_is_recognised_with_confidence(name: str, kind: SheetKind) -> None:
    mapping = guess(sample(name))
    assert (mapping.kind, mapping.remembered) == (kind, False)
    assert mapping.confidence > 0.6
    assert all(one.target is not None and one.confidence >= 0.7 for one in mapping.columns)


def test_width_and_case_of_a_heading_do_not_matter() -> None:
    sheet = sheet_of(("ＦＵＬＬ ＮＡＭＥ", "date OF Birth", "E-MAIL", "ﾌﾘｶﾞﾅ"), [""] * 4)
    assert [one.target for one in guess(sheet).columns] == [
        "Person.name_en", "Person.birth_date", "Person.email", "Person.name_kana",
    ]  # fmt: skip


def test_the_cells_speak_where_there_is_no_heading() -> None:
    rows = [("Ann Lee", "a@x.org", "2012-03-04", "207-555-0141"), ("Bo Kim", "b@x.org", "2013-05-06", "207-555-0142")]
    headings = ("Full name", "", "", "")
    sheet = replace(sheet_of(headings, *rows), headings=headings, heading_start=0, data_start=1)
    assert [one.target for one in guess(sheet, kind=SheetKind.GUESTS).columns] == [
        "Person.name_en", "Person.email", "Person.birth_date", "Person.phone",
    ]  # fmt: skip


def test_cells_that_contradict_the_heading_lower_the_confidence() -> None:
    right = guess(sheet_of(("Full name", "Date of birth"), ("Ann Lee", "2012-03-04")), kind=SheetKind.GUESTS)
    wrong = guess(sheet_of(("Full name", "Date of birth"), ("Ann Lee", "Portland")), kind=SheetKind.GUESTS)
    assert right.columns[1].confidence > wrong.columns[1].confidence


def test_the_user_may_change_what_a_column_means() -> None:
    mapping = guess(sample("guests_form.csv"))
    changed = mapping.with_column(0, "Person.birth_date")
    assert (changed.target_of(0), changed.target_of(5)) == ("Person.birth_date", None)
    assert mapping.target_of(5) == "Person.birth_date"
    assert changed.with_column(1, None).indexes_of("Person.name_ja") == ()
    both = mapping.with_column(18, "notes").with_column(21, "notes")
    assert both.indexes_of("notes") == (18, 21)


def test_a_confirmed_mapping_is_used_for_the_next_sheet_of_the_same_shape_and_hints_for_others() -> None:
    sheet = sample("interpreters.csv")
    confirmed = guess(sheet).with_column(6, "notes")
    memory = SimpleNamespace(
        shape=shape_of(sheet.headings), kind=confirmed.kind, columns=confirmed.as_data(sheet.headings)
    )
    turned = sheet_of(tuple(reversed(sheet.headings)), ["x"] * len(sheet.headings))
    again = guess(turned, [memory])
    assert again.remembered
    assert targets(turned, again) == targets(sheet, confirmed)
    wider = sheet_of((*sheet.headings, "Fee"), ["x"] * (len(sheet.headings) + 1))
    assert guess(wider, [memory], kind=confirmed.kind).target_of(6) == "notes"
    assert shape_of(wider.headings) != memory.shape


def test_every_target_has_a_name_of_its_own_in_both_languages() -> None:
    for kind in SheetKind:
        for language in ("en", "ja"):
            names = [say(target.words, language) for target in targets_of(kind)]
            assert len(set(names)) == len(names)
