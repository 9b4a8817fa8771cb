"""What a guests' form asks about living in a family: smoke, pets, stairs, one's own family, how much one joins in."""

from __future__ import annotations

from planner.intake.columns.target import Target

LIVING: tuple[Target, ...] = (
    Target(
        "Member.smokers_ok",
        says=("(?:喫煙|たばこ|タバコ|煙草|smok).*(?:家庭|家|よい|良い|可|大丈夫|ok|fine|mind|home|host|house)"),
        never="あなたは|do you smoke",
        weight=12,
        feature="answer",
        telling=True,
    ),
    Target(
        "Person.smoking",
        says=r"^(?:喫煙|たばこ|smok(?:er|ing|es?))(?:の有無|しますか|\?)?$|do you smoke|喫煙(?:の)?習慣",
        weight=11,
        feature="answer",
    ),
    Target(
        "Person.bears_smoke",
        says="(?:煙|smoke).*(?:平気|耐えられ|我慢でき)|(?:bear|tolerate|cope with) (?:tobacco )?smoke",
        never="家庭|家族|home|host|house",
        weight=13,
        feature="answer",
    ),
    Target(
        "Person.smoke_hurts",
        "column-smoke-hurts",
        says=(
            "(?:煙|たばこ|タバコ).*(?:苦手|弱い|過敏|受け付けない|体調)|smoke.*(?:sensitiv|intoleran|allerg|asthma)"
            "|(?:sensitiv|intoleran|allerg)[a-z]* (?:to )?(?:tobacco )?smoke"
        ),
        weight=15,
        feature="answer",
    ),
    Target(
        "Person.night_power",
        says="cpap|シーパップ|無呼吸|(?:枕元|ベッド).*(?:電源|コンセント)|(?:power|socket|outlet).*(?:bed|night)",
        weight=13,
        feature="answer",
    ),
    Target(
        "Relation",
        "column-relations",
        says=(
            "(?:兄弟|姉妹|きょうだい|家族|親子|夫婦).*(?:参加|同行|一緒)|(?:一緒に|ほかに)参加する(?:ご?家族|兄弟)"
            "|(?:brothers?|sisters?|siblings?|family members?|relatives?|parents?|spouse).*"
            "(?:travel|com(?:es?|ing)|tak(?:es?|ing) part"
            "|join|in (?:the|this) group)"
        ),
        never="緊急|emergency|電話|phone|mail|host|ホスト",
        weight=14,
    ),
    Target(
        "Member.wants_alone",
        says=(
            "(?:一人|1人|単独)(?:だけ)?で(?:の)?(?:滞在|ホームステイ|希望)"
            "|only guest|without (?:another|other) guests?|on (?:my|your) own"
        ),
        weight=13,
        feature="answer",
    ),
    Target(
        "Member.involvement",
        says="(?:家庭|家族).*(?:関わり|過ごし方|積極)|参加度|involvement|(?:join|take part).*family life|family life",
        weight=12,
        feature="number",
    ),
    Target(
        "Member.pets_ok",
        says="(?:ペット|動物).*(?:いる家|よい|良い|可|大丈夫)|pets? (?:ok|fine)|mind pets|home with pets",
        never="アレルギー|allerg",
        weight=11,
        feature="answer",
    ),
    Target(
        "Member.small_children_ok",
        says="(?:小さな?子|幼児|乳児).*(?:よい|可|大丈夫)|small children|young children",
        weight=11,
        feature="answer",
    ),
    Target(
        "Member.stairs_ok",
        says=r"階段.*(?:よい|可|大丈夫|使え|上れ)|stairs (?:ok|fine)|(?:can|manage|climb|use).*stairs",
        weight=11,
        feature="answer",
    ),
    Target("Member.futon_ok", says="布団|ふとん|フトン|futon", weight=11, feature="answer"),
    Target(
        "Member.wants_same_age",
        says="(?:同年代|同い年|年の近い).*(?:子|家庭|希望)|(?:same|similar) age|host (?:sibling|brother|sister)",
        weight=11,
        feature="answer",
    ),
)
