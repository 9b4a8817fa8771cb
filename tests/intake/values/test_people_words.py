"""Names, telephones, answers, schools, health, languages: what a form says about a person."""

from __future__ import annotations

import pytest

from planner.intake.values.addresses import Locality, read_email, read_locality, read_postal_code
from planner.intake.values.answers import read_answer, read_gender, read_photo_consent
from planner.intake.values.bonds import read_kin, read_known, read_rooming
from planner.intake.values.health import Health, read_health
from planner.intake.values.languages import read_certificate, read_languages, read_level
from planner.intake.values.names import name_key, read_name
from planner.intake.values.numbers import read_count, read_height, read_number
from planner.intake.values.phones import read_phones, read_whom_to_call
from planner.intake.values.reading import Doubt, Reading
from planner.intake.values.schooling import Playing, Schooling, read_playing, read_role, read_schooling
from planner.model.kinds import Answer, Gender, LanguageLevel, PhotoConsent, Role


@pytest.mark.parametrize(
    ("words", "family", "given"),
    [
        ("髙橋 さくら", "髙橋", "さくら"),
        ("髙橋　さくら", "髙橋", "さくら"),
        ("𠮷野 健", "𠮷野", "健"),
        ("タナカ・リード グレイス", "タナカ・リード", "グレイス"),
        ("グレイス・リード", "リード", "グレイス"),
        ("Linh Nguyen", "Nguyen", "Linh"),
        ("Grace Tanaka-Reid", "Tanaka-Reid", "Grace"),
        ("Takahashi, Sakura", "Takahashi", "Sakura"),
        ("Sakura TAKAHASHI", "Takahashi", "Sakura"),
        ("TAKAHASHI Sakura", "Takahashi", "Sakura"),
        ("Dr. Jane van der Berg", "van der Berg", "Jane"),
        ("Mary Ann O'BRIEN", "O'Brien", "Mary Ann"),
        ("Emi", "", "Emi"),
    ],
)
def test_names(words: str, family: str, given: str) -> None:
    name = read_name(words).value
    assert (name.family, name.given) == (family, given)


def test_a_passport_name_leads_with_the_family_name_unless_the_kana_say_otherwise() -> None:
    kana = "タカハシ サクラ"
    for words in ("TAKAHASHI SAKURA", "SAKURA TAKAHASHI"):
        name = read_name(words, family_first=True, kana=kana).value
        assert (name.family, name.given) == ("Takahashi", "Sakura")
    assert read_name("ALI FATIMA", family_first=True, kana="アリ ファティマ").value.family == "Ali"


def test_a_name_that_cannot_be_split_is_kept_whole_and_doubted() -> None:
    reading = read_name("髙橋さくら")
    assert (reading.value.family, reading.value.given, reading.doubts) == ("髙橋さくら", "", (Doubt.NAME_NOT_SPLIT,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("髙橋 さくら", "高橋サクラ"),
        ("渡邉 莉子", "渡辺 莉子"),
        ("山﨑 陽菜", "山崎　陽菜"),
        ("齋藤 香織", "斉藤香織"),
        ("𠮷野 健", "吉野健"),
        ("José Nuñez", "jose NUNEZ"),
        ("Tanaka-Reid", "tanaka reid"),
    ],
)
def test_spellings_of_one_name_compare_equal(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_different_names_do_not_compare_equal() -> None:
    assert len({name_key(name) for name in ("佐藤 美咲", "佐藤 健", "加藤 芽依", "かが", "がが", "ハナ", "バナ")}) == 7


@pytest.mark.parametrize(
    ("words", "country", "shown"),
    [
        ("０９０－１２３４－５６０１", "JP", "+81 90-1234-5601"),
        ("０８０ー１２３４ー５６０４", "JP", "+81 80-1234-5604"),
        ("090-1234-5602", "JP", "+81 90-1234-5602"),
        ("090-1234-5602", "US", "+81 90-1234-5602"),
        ("9012345602", "JP", "+81 90-1234-5602"),
        ("03-3777-1111", "JP", "+81 3-3777-1111"),
        ("+81 90 1234 5622", "US", "+81 90-1234-5622"),
        ("+81 (0)90 1234 5622", "US", "+81 90-1234-5622"),
        ("011-81-90-1234-5622", "US", "+81 90-1234-5622"),
        ("(207) 555-0141", "US", "+1 207-555-0141"),
        ("207.555.0142", "US", "+1 207-555-0142"),
        ("(207)555-0148", "US", "+1 207-555-0148"),
        ("207 555 0149", "US", "+1 207-555-0149"),
        ("1-207-555-0149", "US", "+1 207-555-0149"),
        ("207-555-0161", "JP", "+1 207-555-0161"),
    ],
)
def test_telephones(words: str, country: str, shown: str) -> None:
    reading = read_phones(words, country)
    assert ([phone.shown for phone in reading.value], reading.rest) == ([shown], "")


def test_several_telephones_and_whose_they_are() -> None:
    two = read_phones("home 207-555-0141, cell 207-555-0142").value
    assert [phone.shown for phone in two] == ["+1 207-555-0141", "+1 207-555-0142"]
    assert read_phones("090-1234-5602（母）", "JP").value[0].relation == "母"
    assert read_phones("03-3777-1111 内線 23", "JP").value[0].shown == "+81 3-3777-1111 ext. 23"


@pytest.mark.parametrize(
    ("words", "name", "rest"),
    [
        ("母 髙﨑 花子 03-3777-1234", "髙﨑 花子", ""),
        ("Mary Smith (mother) 207-555-0141", "Mary Smith", ""),
        ("夜間のみ 03-3777-1234", "", "夜間のみ"),
        ("after work 207-555-0141", "", "after work"),
    ],
)
def test_whom_to_call_is_a_name_only_if_it_looks_like_one(words: str, name: str, rest: str) -> None:
    reading = read_whom_to_call(words, "JP")
    assert (reading.value[1], reading.rest) == (name, rest)
    assert len(reading.value[0]) == 1


@pytest.mark.parametrize("words", ["555-0141", "12345", "ask Marie", "see above"])
def test_what_is_no_whole_number_stays_word_for_word(words: str) -> None:
    reading = read_phones(words, "US")
    assert (reading.value, reading.rest, reading.doubts) == ((), words, (Doubt.PHONE_UNLIKELY,))


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("はい", Answer.YES),
        ("いいえ", Answer.NO),
        ("どちらでも", Answer.EITHER),
        ("○", Answer.YES),
        ("×", Answer.NO),
        ("yes", Answer.YES),
        ("No", Answer.NO),
        ("y", Answer.YES),
        ("n", Answer.NO),
        ("no preference", Answer.EITHER),
        ("大丈夫です", Answer.YES),
        ("不可", Answer.NO),
        ("可", Answer.YES),
        ("TRUE", Answer.YES),
        ("同意します", Answer.YES),
        ("同意しません", Answer.NO),
        ("避けたい", Answer.NO),
        ("問題ありません", Answer.YES),
    ],
)
def test_answers(words: str, answer: Answer) -> None:
    reading = read_answer(words)
    assert (reading.value, reading.rest) == (answer, "")


def test_what_is_said_after_an_answer_is_left_over() -> None:
    reading = read_answer("No, but we have a dog")
    assert (reading.value, reading.rest) == (Answer.NO, "but we have a dog")
    assert read_answer("perhaps later").rest == "perhaps later"


@pytest.mark.parametrize(
    ("words", "consent"),
    [
        ("はい", PhotoConsent.FULL),
        ("いいえ", PhotoConsent.NONE),
        ("集合写真のみ", PhotoConsent.GROUP_ONLY),
        ("集合写真なら可", PhotoConsent.GROUP_ONLY),
        ("group photos only", PhotoConsent.GROUP_ONLY),
    ],
)
def test_photo_consent(words: str, consent: PhotoConsent) -> None:
    reading = read_photo_consent(words)
    assert (reading.value, reading.rest) == (consent, "")


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        ("女", Gender.FEMALE),
        ("男性", Gender.MALE),
        ("F", Gender.FEMALE),
        ("male", Gender.MALE),
        ("non-binary", Gender.OTHER),
        ("その他", Gender.OTHER),
        ("prefer not to say", Gender.UNKNOWN),
    ],
)
def test_gender(words: str, gender: Gender) -> None:
    assert read_gender(words).value is gender


@pytest.mark.parametrize(
    ("words", "centimetres"),
    [("158", 158), ("158 cm", 158), ("１５８", 158), ("1.58m", 158), ("5'2\"", 157), ("5 ft 2 in", 157)],
)
def test_heights(words: str, centimetres: int) -> None:
    reading = read_height(words)
    assert (reading.value, reading.rest) == (centimetres, "")


def test_counts() -> None:
    assert [read_count(words).value for words in ("2", "2人", "two", "up to 3", "1-2", "10 minutes")] == [
        2,
        2,
        2,
        3,
        2,
        10,
    ]
    assert read_number("3.5 hours").value == 3.5
    assert read_count("many").rest == "many"
    assert read_height("tall").rest == "tall"


@pytest.mark.parametrize(
    ("words", "schooling"),
    [
        ("八潮学園 8年", Schooling("八潮学園", "8年")),
        ("荏原第一中学校2年", Schooling("荏原第一中学校", "2年")),
        ("品川区体育協会", Schooling("品川区体育協会", "")),
        ("中3", Schooling("", "中3")),
        ("Lyman Moore Middle School, grade 7", Schooling("Lyman Moore Middle School", "grade 7")),
    ],
)
def test_school_and_year(words: str, schooling: Schooling) -> None:
    assert read_schooling(words).value == schooling


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("選手", Role.PLAYER),
        ("引率（監督）", Role.COACH),
        ("引率（コーチ）", Role.COACH),
        ("引率（事務局・通訳）", Role.STAFF),
        ("団長", Role.LEADER),
        ("副団長", Role.DEPUTY),
        ("student", Role.STUDENT),
        ("Chaperone", Role.STAFF),
        ("市長", Role.OFFICIAL),
        ("通訳", Role.INTERPRETER),
        ("看護師", Role.NURSE),
    ],
)
def test_roles(words: str, role: Role) -> None:
    assert read_role(words).value is role


def test_positions_and_numbers() -> None:
    assert read_playing("PG / 4").value == Playing("PG", "4")
    assert read_playing("10番 PG").value == Playing("PG", "10")
    assert read_playing("監督").value == Playing("監督", "")


@pytest.mark.parametrize(
    ("words", "health"),
    [
        ("なし", Health()),
        ("ぜんそく（吸入薬持参）", Health("ぜんそく", "吸入薬持参")),
        ("エピペン2本持参", Health("", "エピペン2本持参", pens=2)),
        ("車酔い", Health("車酔い", motion_sick=True)),
        ("高血圧（服薬）", Health("高血圧", "服薬")),
        ("asthma (inhaler), motion sickness", Health("asthma, motion sickness", "inhaler", motion_sick=True)),
    ],
)
def test_health(words: str, health: Health) -> None:
    assert read_health(words).value == health


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("日常会話ができる", LanguageLevel.CONVERSATION),
        ("簡単な会話", LanguageLevel.SIMPLE),
        ("あいさつ程度", LanguageLevel.GREETINGS),
        ("ほとんど話せない", LanguageLevel.NONE),
        ("英語が母語に近い", LanguageLevel.NATIVE),
        ("通訳できる", LanguageLevel.INTERPRETS),
        ("fluent", LanguageLevel.FLUENT),
        ("a little", LanguageLevel.SIMPLE),
        ("none", LanguageLevel.NONE),
    ],
)
def test_levels(words: str, level: LanguageLevel) -> None:
    reading = read_level(words)
    assert (reading.value, reading.rest) == (level, "")


def test_certificates() -> None:
    assert read_certificate("英検準2級、簡単な会話") == "英検準2級"
    assert read_certificate("JLPT N2") == "JLPT N2"
    assert read_certificate("none") == ""


@pytest.mark.parametrize(
    ("words", "people", "spoken"),
    [
        ("French (Marie, fluent), English", ["Marie", "Paul"], [("fr", "fluent", "Marie"), ("en", "unknown", "")]),
        (
            "Vietnamese (Linh), English; Mai learning Japanese",
            ["Linh", "Tom", "Mai"],
            [("vi", "unknown", "Linh"), ("en", "unknown", ""), ("ja", "greetings", "Mai")],
        ),
        ("English; Susan a little Japanese", ["Susan"], [("en", "unknown", ""), ("ja", "simple", "Susan")]),
        (
            "English, some Japanese (Fiona taught in Iwate 2003-05)",
            ["Fiona", "Iain"],
            [("en", "unknown", ""), ("ja", "simple", "Fiona")],
        ),
        ("Bengali, Urdu, English", [], [("bn", "unknown", ""), ("ur", "unknown", ""), ("en", "unknown", "")]),
        ("English, ASL", [], [("en", "unknown", ""), ("ase", "unknown", "")]),
        ("日本語、英語（少し）", [], [("ja", "unknown", ""), ("en", "simple", "")]),
    ],
)
def test_languages(words: str, people: list[str], spoken: list[tuple[str, str, str]]) -> None:
    reading = read_languages(words, people)
    assert [(one.language, one.level.value, one.who) for one in reading.value] == spoken
    assert reading.rest == ""


def test_addresses() -> None:
    assert read_locality("Portland, ME 04103").value == Locality("Portland", "ME", "04103")
    assert read_locality("Cape Elizabeth 04107").value == Locality("Cape Elizabeth", "", "04107")
    assert read_postal_code("4101").value == "04101"  # a spreadsheet took the ZIP for a number
    assert read_postal_code("〒140-8715").value == "140-8715"
    two = read_email("Marie <marie@x.com>, paul@y.org")
    assert (two.value, two.rest) == ("marie@x.com", "Marie; paul@y.org")
    assert read_email("see below").rest == "see below"


@pytest.mark.parametrize(
    ("words", "answer", "rest"),
    [
        ("ﾊｲ", Answer.YES, ""),
        ("ｲｲｴ", Answer.NO, ""),
        ("もちろんです", Answer.YES, ""),
        ("Not sure", Answer.UNKNOWN, "Not sure"),
        ("not yet decided", Answer.UNKNOWN, "not yet decided"),
    ],
)
def test_answers_in_narrow_letters_and_answers_that_are_none(words: str, answer: Answer, rest: str) -> None:
    assert read_answer(words) == Reading(answer, rest)


def test_a_height_with_the_metre_in_the_middle() -> None:
    assert read_height("1m60") == Reading(160)


@pytest.mark.parametrize(
    ("words", "kin"),
    [
        ("なし", []),
        ("妹（佐藤 美咲）", [("siblings", "佐藤 美咲")]),
        ("my brother Ken", [("siblings", "Ken")]),
        ("Ken Sato - brother, Mari Sato (mother)", [("siblings", "Ken Sato"), ("parent_and_child", "Mari Sato")]),
        ("husband: Taro Mori", [("couple", "Taro Mori")]),
        ("いとこの葵も参加", [("family", "葵")]),
    ],
)
def test_family_who_travel_too(words: str, kin: list[tuple[str, str]]) -> None:
    assert [(one.kind.value, one.name) for one in read_kin(words).value] == kin


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("none", []),
        ("Aoi Ito (pen pal), promised to host", [("pen_pals", True, "Aoi Ito")]),
        ("Sakura's family hosted our daughter", [("hosted_our_child", False, "Sakura")]),
        ("Hina Yamazaki hosted our son in 2025; promised", [("hosted_our_child", True, "Hina Yamazaki")]),
        ("We hosted Mei in 2025", [("hosted_before", False, "Mei")]),
        ("去年受け入れた髙橋 さくら", [("hosted_before", False, "髙橋 さくら")]),
        ("文通相手の伊藤 葵、約束済み", [("pen_pals", True, "伊藤 葵")]),
        ("娘がお世話になった山﨑 陽菜さん", [("hosted_our_child", False, "山﨑 陽菜")]),
    ],
)
def test_whom_a_family_knows(words: str, known: list[tuple[str, bool, str]]) -> None:
    assert [(one.kind.value, one.promised, one.name) for one in read_known(words).value] == known


@pytest.mark.parametrize(
    ("words", "rooms"),
    [
        ("同性のみ", "same_gender"), ("same gender", "same_gender"), ("girls only", "women"), ("女子のみ", "women"),
        ("個室希望", "nobody"), ("相部屋は不可", "nobody"), ("誰でも", "anybody"), ("with Sakura", "unknown"),
        ("なし", "unknown"),
    ],
)  # fmt: skip
def test_with_whom_somebody_shares_a_room(words: str, rooms: str) -> None:
    assert read_rooming(words).value == rooms
