"""Foods by name, in both languages: Japan's 28 labelled foods, the nine of the US, and what families call them."""

from __future__ import annotations

import re

from planner.model.kinds import Allergen

# Each row: the foods meant, and the words for them. Where a word is wider than one food ("shellfish", "nuts"), it
# means all of them: to leave one out would be dangerous. Sources of the lists: domain.md §3.2 [94][95].
_ROWS: tuple[tuple[tuple[Allergen, ...], str], ...] = (
    ((Allergen.PEANUT,),
        r"ピーナ[ッツ]+|落花生|南京豆|(?<![a-z])(?:pea[- ]?nuts?(?: butter)?|ground ?nuts?)(?![a-z])"),
    ((Allergen.WALNUT,), r"くるみ|クルミ|胡桃|(?<![a-z])walnuts?(?![a-z])"),
    (
        (Allergen.TREE_NUTS,),
        r"アーモンド|カシューナッツ|カシュー|マカダミア(?:ナッツ)?|ピスタチオ|ヘーゼルナッツ"
        r"|ペカンナッツ|ピーカンナッツ|木の実"
        r"|(?<![a-z])(?:tree[- ]?nuts?|almonds?|cashews?|hazelnuts?|macadamias?|pecans?|pistachios?"
        r"|brazil nuts?)(?![a-z])",
    ),
    ((Allergen.TREE_NUTS, Allergen.PEANUT), r"ナッツ(?:類|全般)?|(?<![a-z])nuts?(?![a-z])"),
    ((Allergen.BUCKWHEAT,), r"そば(?:粉)?|ソバ|蕎麦|(?<![a-z])(?:buckwheat|soba)(?![a-z])"),
    ((Allergen.SHRIMP,), r"えび|エビ|海老|(?<![a-z])(?:shrimps?|prawns?)(?![a-z])"),
    ((Allergen.CRAB,), r"かに|カニ|蟹|(?<![a-z])crabs?(?![a-z])"),
    ((Allergen.CRUSTACEANS,),
        r"甲殻類?|(?<![a-z])(?:crustaceans?|lobsters?|crayfish|ロブスター)(?![a-z])|ロブスター"),
    ((Allergen.CRUSTACEANS, Allergen.MOLLUSCS), r"シーフード|(?<![a-z])(?:shell[- ]?fish|seafood)(?![a-z])"),
    (
        (Allergen.MOLLUSCS,),
        r"貝類?|あわび|アワビ|鮑|いか|イカ|烏賊|たこ|タコ|ホタテ|ほたて|牡蠣|カキ貝"
        r"|(?<![a-z])(?:mollus[ck]s?|clams?|oysters?|mussels?|scallops?|squid|octopus|abalone)(?![a-z])",
    ),
    ((Allergen.FISH_ROE,),
        r"いくら|イクラ|魚卵|たらこ|(?<![a-z])(?:(?:fish|salmon) )?roe(?![a-z])|(?<![a-z])ikura(?![a-z])"),
    (
        (Allergen.FISH,),
        r"さけ(?!る)|サケ|鮭|さば|サバ|鯖|魚類?|青魚|生魚|(?<![a-z])(?:(?:raw )?fish|salmon|mackerel"
        r"|tuna|cod)(?![a-z])",
    ),
    ((Allergen.EGG,), r"鶏卵|卵(?:類|全般)?|玉子|たまご|タマゴ|(?<![a-z])eggs?(?![a-z])"),
    (
        (Allergen.MILK,),
        r"乳製品|牛乳|乳成分|ミルク|チーズ|乳(?!糖)|(?<![a-z])(?:dairy(?: products?)?"
        r"|milk(?: products?)?|cheese)(?![a-z])",
    ),
    ((Allergen.GLUTEN, Allergen.WHEAT), r"グルテン|(?<![a-z])(?:gluten|co?eliac)(?![a-z])"),
    ((Allergen.WHEAT,), r"小麦(?:粉)?|(?<![a-z])wheat(?![a-z])"),
    ((Allergen.SOY,), r"大豆|豆乳|(?<![a-z])soy(?:a|beans?)?(?![a-z])"),
    ((Allergen.SESAME,), r"ごま|ゴマ|胡麻|(?<![a-z])sesame(?![a-z])"),
    (
        (Allergen.FRUIT,),
        r"果物|フルーツ|キウイ(?:フルーツ)?|もも|モモ|桃|りんご|リンゴ|林檎|バナナ|オレンジ|マンゴー"
        r"|メロン|スイカ|パイナップル|いちご|イチゴ|梨"
        r"|(?<![a-z])(?:fruits?|kiwis?|peach(?:es)?|apples?|bananas?|oranges?|mango(?:e?s)?|melons?"
        r"|strawberr(?:y|ies)"
        r"|pineapples?|citrus)(?![a-z])",
    ),
    ((Allergen.GELATIN,), r"ゼラチン|(?<![a-z])gelatine?(?![a-z])"),
    ((Allergen.YAM,), r"やまいも|ヤマイモ|山芋|長芋|とろろ|(?<![a-z])yams?(?![a-z])"),
    ((Allergen.MEAT,),
        r"牛肉|鶏肉|豚肉|羊肉|お?肉類?|(?<![a-z])(?:beef|chicken|pork|lamb|(?:red )?meat)(?![a-z])"),
)  # fmt: skip

FOOD = re.compile("|".join(f"(?P<f{place}>{words})" for place, (_, words) in enumerate(_ROWS)), re.IGNORECASE)
"""Any food's name; `foods_of` tells which foods a match means."""


def foods_of(match: re.Match[str]) -> tuple[Allergen, ...]:
    """The foods that a match of `FOOD` means."""
    return _ROWS[int((match.lastgroup or "f0")[1:])][0]
