"""What the columns of any sheet about people can mean: names, e-mail, telephone, notes."""

from __future__ import annotations

from planner.intake.columns.target import READING, ROW_ONLY, Target

TIMESTAMP = Target(
    ROW_ONLY,
    "column-row-only",
    says=(
        r"^タイムスタンプ$|^time ?stamp$|^送信日時|^回答日時|^submitted(?: at| on)?$|^受付日時|^(?:no\.?|#"
        "|番号|通番|id)$"
    ),
    weight=12,
    many=True,
)
NAME_JA = Target(
    "Person.name_ja",
    "column-name-ja",
    says=(
        "漢字|^(?:氏名|お?名前|参加者(?:氏)?名|姓名)|name.*(?:japanese|kanji|日本語)|(?:japanese|kanji|日本語).*name"
    ),
    hints="name|氏名|名前",
    never=(
        "保護者|緊急|友(?:人|達)|家庭|ペット|ローマ字|ふりがな|フリガナ|カナ|kana|呼|passport|パスポート"
        "|school|学校|guardian|parent|emergency|friend|title|催し|行事"
    ),
    weight=9,
    feature="japanese",
)
READING_OF_GUESTS = f"{READING}|かな|reading"
"""Shorter words than on the form of the families, whose questions about the home have these in other words (静かな)."""
NAME_KANA = Target(
    "Person.name_kana",
    "column-name-kana",
    says=READING_OF_GUESTS,
    never="保護者|緊急|guardian|emergency",
    weight=11,
    feature="kana",
)
NAME_EN = Target(
    "Person.name_en",
    "column-name-en",
    says=(
        "^(?:full |participant'?s? |guest'?s? |student'?s? |delegate'?s? "
        r"|interpreter'?s? )?names?(?: \((?:english|romaji|roman letters)\))?$|ローマ字|英字|英語(?:名"
        "|表記)|romaji|roman letters|english name"
    ),
    hints="name|氏名|名前|通訳者?名?$",
    never=(
        "パスポート|passport|nick|呼|preferred|school|guardian|parent|emergency|friend|household"
        "|family name|last|first|given|sur|保護者|緊急|友|家庭|漢字|kanji|japanese|日本語|kana|フリガナ"
        "|ふりがな|event|activity"
    ),
    feature="latin",
)
PARTS_OF_NAMES: tuple[Target, ...] = (
    Target(
        "Person.family_name",
        says="(?:last|family|sur) ?name|surname|^姓.*(?:ローマ字|英)",
        never="kanji|japanese|漢字|kana|host",
        feature="latin",
    ),
    Target(
        "Person.given_name",
        says="(?:first|given) ?name|forename|^名.*(?:ローマ字|英)",
        never="kanji|japanese|漢字|kana",
        feature="latin",
    ),
    Target(
        "Person.family_name_ja",
        says="^(?:姓|苗字|名字)(?:$|[^名])|(?:last|family) name.*(?:kanji|japanese)",
        never="ローマ字|英|カナ|かな",
        feature="japanese",
    ),
    Target(
        "Person.given_name_ja",
        says="^名$|^名[ (（]|(?:first|given) name.*(?:kanji|japanese)",
        never="ローマ字|英|カナ|かな",
        feature="japanese",
    ),
    Target(
        "Person.family_name_kana",
        says="^セイ$|^せい$|^姓.*(?:カナ|かな)|(?:last|family) name.*kana",
        weight=12,
        feature="kana",
    ),
    Target(
        "Person.given_name_kana",
        says="^メイ$|^めい$|^名.*(?:カナ|かな)|(?:first|given) name.*kana",
        weight=12,
        feature="kana",
    ),
)
EMAIL = Target(
    "Person.email",
    says="e-?mail|メール|mail address|メアド",
    never="guardian|parent|保護者|緊急|emergency",
    weight=11,
    feature="email",
)
PHONE = Target(
    "Person.phone",
    says=r"phone|telephone|\btel\b|mobile|cell|電話|携帯|ケータイ",
    never="緊急|emergency|guardian|parent|保護者|自宅以外",
    weight=9,
    feature="phone",
)
NOTES = Target(
    "notes",
    "column-notes",
    says=(
        "^(?:notes?|remarks?|comments?|memo)$|備考|その他|メモ|連絡事項|anything else|other (?:comments?"
        "|notes?|information)|additional|特記"
    ),
    never="host family|ホスト|アレルギー|allerg",
    weight=9,
    many=True,
)
