"""What the columns of interpreters' sheets and of programmes can mean (domain.md §2.6 and §2.8)."""

from __future__ import annotations

from planner.intake.columns.people import (
    EMAIL,
    NAME_EN,
    NAME_JA,
    NAME_KANA,
    NOTES,
    PARTS_OF_NAMES,
    PHONE,
    TIMESTAMP,
)
from planner.intake.columns.target import Target

INTERPRETERS: tuple[Target, ...] = (
    TIMESTAMP,
    NAME_EN,
    NAME_JA,
    NAME_KANA,
    *PARTS_OF_NAMES,
    Target(
        "Interpreter.pairs",
        says="languages?|directions?|language pairs?|言語|方向|通訳(?:言語|方向)",
        never="level|レベル",
        feature="pairs",
        telling=True,
    ),
    Target("Interpreter.level", says=r"\blevel\b|experience|qualif|レベル|経験|資格|区分", telling=True),
    Target(
        "Interpreter.modes",
        says=r"modes?\b|types? of interpret|style|通訳(?:形態|方式|種別)|形態|逐次|consecutive",
        weight=11,
        telling=True,
    ),
    Target(
        "Interpreter.specialities",
        says="special(?:i[st]|t)|fields?|expertise|subjects?|topics?|専門|得意|分野",
        weight=11,
        telling=True,
    ),
    Target(
        "Availability",
        says=r"availab|when|dates?|schedule|days\b|free\b|可能(?:な)?日|対応可能|日程|都合|参加可能",
        never="hours? per|per day|max|birth|mail",
        weight=9,
        telling=True,
    ),
    Target(
        "Interpreter.hours_per_day",
        says="hours?.*(?:day|max)|max.*hours?|per day|1日.*時間|一日.*時間|上限時間|最大.*時間",
        weight=12,
        feature="number",
        telling=True,
    ),
    Target(
        "Interpreter.minutes_at_a_stretch",
        says="minutes|at a stretch|連続.*分|continuous",
        feature="number",
    ),
    PHONE,
    EMAIL,
    Target("Person.messenger", says=r"\bline\b|ライン|whatsapp", weight=8),
    Target("Interpreter.transport", says=r"transport|how .* (?:come|get)|交通|移動手段|car\b", weight=9),
    Target("Interpreter.equipment", says="equipment|receivers?|機材|設備", weight=11),
    Target("Interpreter.dress", says="dress|attire|服装"),
    Target("Interpreter.meal_needs", says="meals?|food|diet|食事|アレルギー", weight=8),
    Target("Interpreter.conflicts", says="conflicts?|利害", weight=9),
    Target(
        "Interpreter.alone_with_minors",
        says=r"minors|background|checks?\b|clear|未成年",
        weight=9,
        feature="answer",
    ),
    NOTES,
)

PROGRAMME: tuple[Target, ...] = (
    Target(
        "on",
        "column-day",
        says=("^(?:date|day|日付|月日|年月日|期日|日程|日にち|日)(?:$|[ (（/・])|(?:event|activity) date|開催日"),
        never="end|終|birth|born|誕生|生年",
        weight=11,
        feature="day",
        telling=True,
    ),
    Target(
        "start",
        "column-start",
        says=(
            "^(?:start(?:s|ing)?|begin(?:s|ning)?|from|depart(?:s|ure)?|開始|開演|時刻|時間|出発)(?:$"
            "|[ (（時])|start(?:ing)? time|begin time|開始時|^time$|現地時間"
        ),
        never="zone|end|終|arriv|到着",
        feature="time",
        telling=True,
    ),
    Target(
        "end",
        "column-end",
        says=(
            "^(?:end(?:s|ing)?|finish|until|to|till|arriv(?:e|al|es)|終了|終演|到着)(?:$|[ (（時])"
            "|end(?:ing)? time|finish time|終了時"
        ),
        never="zone|date",
        feature="time",
        telling=True,
    ),
    Target(
        "zone",
        "Activity.zone",
        says=r"time ?zone|\btz\b|\bzone\b|時間帯|タイムゾーン|標準時",
        weight=13,
        feature="zone",
    ),
    Target(
        "title_en",
        "Activity.title_en",
        says=(
            "^(?:what|activity|event|title|programme?|agenda|item|description|subject|session)(?:$|[ (（/])"
            "|activity|event(?:s| name)?$|english (?:title|name)|(?:title|name).*english|英語"
        ),
        hints="行程|内容|行事|催し|予定|件名|プログラム|活動",
        never="japanese|日本語|和文",
        weight=9,
        telling=True,
    ),
    Target(
        "title_ja",
        "Activity.title_ja",
        says="japanese|日本語|和文|邦題|行程|行事|催し|件名|プログラム",
        hints="内容|予定|活動",
        never="who|speak|level|where|place|場所|english|英語",
        feature="japanese",
    ),
    Target(
        "place_en",
        "column-place",
        says="where|place|venue|location|場所|会場|行き先|訪問先|開催地",
        never="japanese|日本語|meet|集合|解散",
        weight=11,
        telling=True,
    ),
    Target(
        "place_ja",
        "Place.name_ja",
        says=("(?:where|place|venue|location|場所|会場).*(?:japanese|日本語|和文)|(?:日本語|和文).*(?:場所|会場)"),
        weight=14,
        feature="japanese",
    ),
    Target("address", "column-address", says="address|住所|所在地", weight=9),
    Target(
        "who",
        "column-who",
        says=r"\bwho\b|participants?|attend(?:ees|ance|ing)?|groups?|対象|参加者|出席|メンバー",
        never="lead|担当|in charge|pays?",
        telling=True,
    ),
    Target("leader", "column-leader", says="lead(?:er)?|in charge|responsible|担当|責任者|引率"),
    Target("interpreting", "Need", says="interpret|translat|通訳", weight=12, telling=True),
    Target(
        "transport",
        "column-transport",
        says=r"transport|how|travel|vehicle|by\b|交通|移動(?:手段|方法)?|乗り物|バス",
        never="how (?:many|long)",
        weight=9,
        telling=True,
    ),
    Target(
        "meals",
        "Meal",
        says="meals?|food|lunch|dinner|食事|食$|朝昼夕",
        never="contact",
        weight=11,
        telling=True,
    ),
    Target("dress", "column-dress", says="dress|wear|attire|clothes|服装", weight=11),
    Target("bring", "column-bring", says="bring|持ち物|持参|what to take", weight=11),
    Target(
        "meeting_point",
        "column-meet-at",
        says="meet(?:ing)? (?:point|place|at)|assembl|gather|集合(?:場所)?",
        never="time|時",
    ),
    Target(
        "dismissal_point",
        "column-dismissal-at",
        says="dismiss|drop.?off (?:point|place)|解散(?:場所)?",
        never="time|時",
    ),
    Target("rain", "column-rain", says="rain|weather|雨天|荒天", weight=11),
    Target("status", "Activity.status", says="status|confirmed|状況|状態|確定"),
    Target("payer", "Activity.payer", says="who pays|payer|cost|費用|負担", weight=9),
    Target(
        "cost_code",
        "Activity.cost_code",
        says=(
            "(?:cost|budget|account(?:ing)?|charge) ?(?:code|line|no|number)|費目|予算(?:コード|科目)|勘定科目"
            "|会計コード"
        ),
        weight=13,
    ),
    Target(
        "equipment",
        "Activity.equipment",
        says=r"\ba/?v\b|equipment|audio|sound|projector|micro?phones?|\bprops?\b|音響|機材|備品|小道具|マイク",
        never="interpret|通訳",
        weight=11,
    ),
    Target("gifts", "Activity.gifts", says="gifts?|presents?$|souvenirs?|記念品|贈り?物|贈呈品|お?土産", weight=11),
    Target("press", "Activity.press", says=r"\bpress\b|\bmedia\b|photographers?|報道|取材|プレス|広報", weight=11),
    Target(
        "contact",
        "Activity.contact",
        says=(
            "contact(?: person| name)?$|whom to call|on.?site contact|現地(?:担当|連絡先|窓口)"
            "|(?:連絡|問い?合わせ)先$"
        ),
        never="phone|tel|電話|番号|emergency|緊急",
    ),
    Target(
        "contact_phone",
        "Activity.contact_phone",
        says=r"phone|\btel\b|mobile|cell|電話|携帯",
        weight=9,
        feature="phone",
    ),
    Target(
        "notes_hosts",
        "column-notes-hosts",
        says="(?:notes?|info).*(?:hosts?|famil)|ホスト.*(?:備考|連絡)",
        weight=13,
    ),
    Target(
        "notes_guests",
        "column-notes-guests",
        says="(?:notes?|info).*(?:guests?|students?|participants?)|参加者.*(?:備考|連絡)",
        weight=13,
    ),
    Target(
        "notes_interpreters",
        "Activity.notes_interpreters",
        says="(?:notes?|info).*interpret|通訳.*備考",
        weight=14,
    ),
    NOTES,
)
