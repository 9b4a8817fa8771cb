"""Forms that say how names are read: of families, of who filled them in, of parents and whom to call."""

from __future__ import annotations

from planner.storage import PlannerFile

from .sheets import read_in, sheet_of

HOSTS = sheet_of(
    ("世帯名", "代表者氏名", "代表者氏名（フリガナ）", "家族構成（氏名・年齢・続柄）", "受入可能人数"),
    ("齋藤", "齋藤 香織", "サイトウ カオリ", "齋藤 香織（45・母）\n齋藤 翔（15・長男）", "1"),
    ("Pelletier", "", "ペルティエ", "Ruth (45)", "2"),
)
GUESTS = sheet_of(
    (
        "氏名", "フリガナ", "保護者名", "保護者名（フリガナ）", "緊急連絡先氏名", "緊急連絡先フリガナ",
        "緊急連絡先電話番号",
    ),
    ("佐藤 美咲", "サトウ ミサキ", "佐藤 恵子", "さとう けいこ", "佐藤 一", "さとう はじめ", "03-1234-5678"),
)  # fmt: skip


def test_a_family_is_read_as_its_form_says_and_so_is_who_filled_it_in(file: PlannerFile) -> None:
    read_in(file, HOSTS)
    saito, pelletier = (offer.household for offer in file.plan.offers)
    assert (saito.name_ja, saito.name_kana) == ("齋藤", "サイトウ")
    kaori, sho = (one.person for one in saito.residents)
    assert (kaori.family_name_kana, kaori.given_name_kana) == ("サイトウ", "カオリ")
    assert (sho.family_name_kana, sho.given_name_kana) == ("", ""), "nothing is guessed"
    assert (pelletier.name_en, pelletier.name_kana) == ("Pelletier", "ペルティエ")
    assert file.plan.review_items == ()


def test_parents_and_whom_to_call_are_read_as_the_form_says(file: PlannerFile) -> None:
    read_in(file, GUESTS)
    [misaki] = file.plan.members
    assert misaki.person.given_name_kana == "ミサキ"
    read = [(contact.name_ja, contact.name_kana) for contact in misaki.person.contacts]
    assert read == [("佐藤 恵子", "さとう けいこ"), ("佐藤 一", "さとう はじめ")]
