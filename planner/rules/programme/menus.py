"""What is in a menu, as far as its words tell in either language: pork in ramen, beef in a burger."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final

from planner.model.kinds import Allergen, Diet
from planner.model.programme import Meal


class Dish(StrEnum):
    """What is in a dish that some do not eat; each is said by the sentence ``dish-of-<value>``."""

    PORK = "pork"
    BEEF = "beef"
    MEAT = "meat"
    FISH = "fish"
    SHELLFISH = "shellfish"
    EGG = "egg"
    MILK = "milk"
    GLUTEN = "gluten"
    ALCOHOL = "alcohol"


def menu_of(meal: Meal) -> str:
    """Give the words of a meal's menu in both languages."""
    return f"{meal.menu_en}\n{meal.menu_ja}"


def _words(english: str, japanese: str) -> re.Pattern[str]:
    # No word boundary: beside a kana a Latin letter would count as within the word.
    return re.compile(rf"(?<![a-z])(?:{english})(?![a-z])|{japanese}", re.IGNORECASE)


_DISHES: Final = {
    Dish.PORK: _words(
        "pork|ham|bacon|sausages?|bratwurst|pepperoni|salami|prosciutto|carnitas|ton[kc]atsu|tonkotsu|char ?siu|chashu"
        "|hot ?dogs?|blt|ramen|gyozas?",
        "豚|ハム(?!バーグ)|ベーコン|ソーセージ|ウイ?ンナー|ペパロニ|サラミ|とんかつ|トンカツ|カツ丼|カツカレー|とんこつ"
        "|トンコツ|チャーシュー|焼売|シュウマイ|餃子|ギョ[ウー]?ザ|ぎょうざ|ホットドッグ|ラーメン|らーめん",
    ),
    Dish.BEEF: _words(
        "beef|steaks?|(?:ham|cheese)?burgers?|meat ?loaf|pastrami|gyudon|sukiyaki|shabu[- ]?shabu|yakiniku",
        "牛(?!乳)|ビーフ|ステーキ|ハンバーグ|ハンバーガー|すき焼き|すきやき|しゃぶしゃぶ|焼肉|焼き肉",
    ),
    Dish.MEAT: _words(
        "meats?|meat ?balls?|chicken|turkey|duck|lamb|mutton|venison|wings|bbq|barbecue|karaage|yakitori|cold cuts",
        "肉(?!不使用|なし)|鶏|とり天|チキン|ターキー|七面鳥|鴨|ラム肉|羊|唐揚げ|から揚げ|からあげ|焼き鳥|やきとり|BBQ"
        "|バーベキュー",
    ),
    Dish.FISH: _words(
        "fish|salmon|tuna|cod|haddock|halibut|trout|swordfish|sushi|sashimi|eel|unagi",
        "魚|鮭|サーモン|まぐろ|マグロ|鮪|ツナ|さば|サバ|鯖|寿司|鮨|(?<![でま])すし|刺身|さしみ|うなぎ|海鮮",
    ),
    Dish.SHELLFISH: _words(
        "lobsters?|shrimps?|prawns?|crabs?|clams?|oysters?|scallops?|mussels?|shell ?fish|seafood|clam ?bake|takoyaki",
        "ロブスター|えび|エビ|海老|カニ|蟹|(?<![ぁ-ん])かに|貝|あさり|アサリ|ホタテ|ほたて|牡蠣|イカ(?!リ)|タコ(?!ス|ライス)"
        "|たこ焼|シーフード|海鮮",
    ),
    Dish.EGG: _words(
        "eggs?|omelet(?:te)?s?|quiche|omurice|mayonnaise", "卵|玉子|たまご|タマゴ|オムレツ|オムライス|キッシュ"
    ),
    Dish.MILK: _words(
        "cheese(?:burgers?)?|milk|cream|butter|yogh?urt|pizzas?|lasagn[ae]|quiche|mac (?:and|&) cheese",
        "チーズ|牛乳|ミルク|クリーム|バター|ヨーグルト|ピザ|グラタン|ラザニア|シチュー",
    ),
    Dish.GLUTEN: _words(
        "wheat|bread|pasta|spaghetti|lasagn[ae]|mac (?:and|&) cheese|pizzas?|udon|ramen|noodles|sandwich(?:es)?|subs"
        "|wraps|bagels?|rolls?|buns?|cakes?|cookies|pancakes|(?:ham|cheese)?burgers?|tempura|okonomiyaki|takoyaki",
        "小麦|パン(?!フ)|パスタ|スパゲッ?ティ|ピザ|うどん|ラーメン|らーめん|焼きそば|サンド|ケーキ|クッキー|天ぷら|バーガー"
        "|お好み焼|たこ焼|餃子",
    ),
    Dish.ALCOHOL: _words(
        "wine|beer|sake|mirin|brandy|rum|champagne|cocktails?|alcohol",
        "ワイン|ビール|日本酒|料理酒|みりん|シャンパン|アルコール|地酒",
    ),
}
# What names a food that is not in it: turkey ham (which is turkey), a veggie burger, root beer, coconut milk.
_NOT_WHAT_IT_SAYS: Final = _words(
    r"(?P<of>turkey|chicken|veg(?:gie|etable|an|etarian)?|tofu|salmon|fish|soy|bean|shrimp)"
    r" (?:ham|bacon|sausages?|burgers?|hot ?dogs?|meat ?balls?|ramen|gyozas?)"
    r"|(?:root|ginger|non-?alcoholic|alcohol-free) (?:beer|wine|ale)"
    r"|(?:no|without|non-?|free of) ?(?:pork|beef|meat|ham|bacon|fish|shellfish|eggs?|milk|dairy|gluten|alcohol)"
    r"|(?:pork|beef|meat|egg|milk|dairy|gluten|alcohol)[- ]free|meatless"
    r"|(?:coconut|soy|almond|oat|rice) milk|(?:peanut|apple|almond) butter|rice noodles",
    r"(?:豚肉?|牛肉?|肉類?|魚介?|卵|乳|乳製品|アルコール|酒)(?:は|を)?(?:不使用|抜き|なし|無し|使わない)"
    r"|大豆ミート|豆腐ハンバーグ|ココナッツミルク|ノンアルコール\w*|アルコールフリー|ピーナッツバター",
)
_CONTAINED: Final = {
    Allergen.MEAT: Dish.MEAT,
    Allergen.FISH: Dish.FISH,
    Allergen.FISH_ROE: Dish.FISH,
    Allergen.SHRIMP: Dish.SHELLFISH,
    Allergen.CRAB: Dish.SHELLFISH,
    Allergen.CRUSTACEANS: Dish.SHELLFISH,
    Allergen.MOLLUSCS: Dish.SHELLFISH,
    Allergen.EGG: Dish.EGG,
    Allergen.MILK: Dish.MILK,
    Allergen.WHEAT: Dish.GLUTEN,
    Allergen.GLUTEN: Dish.GLUTEN,
}
_CHOICE: Final = _words(
    "buffet|choice|choose|options?|or|potluck|food court|alternatives?",
    "ビュッフェ|ブッフェ|バイキング|選べ|選択|または|又は|もしくは|持ち寄り|フードコート|別メニュー|代替",
)
_VEGAN = _words("vegans?", "ヴィーガン|ビーガン|精進料理")
_VEGETARIAN = _words("vegetarians?|veggie|meatless", "ベジタリアン|菜食|野菜のみ|肉なし|精進料理")
#: Words that say that there is something for a diet. Who eats halal or kosher can eat what has no meat at all.
_PROVIDES: Final = {
    Diet.VEGAN: (_VEGAN,),
    Diet.VEGETARIAN: (_VEGAN, _VEGETARIAN),
    Diet.PESCATARIAN: (_VEGAN, _VEGETARIAN, _words("fish option", "魚料理も")),
    Diet.HALAL: (_VEGAN, _VEGETARIAN, _words("halaa?l", "ハラー?ル")),
    Diet.KOSHER: (_VEGAN, _VEGETARIAN, _words("kosher", "コーシャー?")),
    Diet.NO_PORK: (
        _VEGAN, _VEGETARIAN,
        _words("halaa?l|kosher|no pork|pork[- ]free", "ハラー?ル|豚肉?(?:不使用|抜き|なし)"),
    ),
    Diet.NO_BEEF: (_VEGAN, _VEGETARIAN, _words("no beef|beef[- ]free", "牛肉?(?:不使用|抜き|なし)")),
    Diet.NO_ALCOHOL: (
        _words("halaa?l|non-?alcoholic|alcohol[- ]free", "ハラー?ル|ノンアルコール|アルコール(?:なし|抜き)"),
    ),
    Diet.GLUTEN_FREE: (_words("gluten[- ]free|no gluten|gf", "グルテンフリー|小麦(?:不使用|抜き|なし)"),),
    Diet.LACTOSE_FREE: (
        _VEGAN, _words("(?:lactose|dairy|milk)[- ]free|no dairy", "乳(?:製品|糖)?(?:不使用|抜き|なし)"),
    ),
}  # fmt: skip


@lru_cache(maxsize=2048)
def dishes_of(menu: str, contains: frozenset[Allergen] = frozenset()) -> frozenset[Dish]:
    """Give what a menu names, in either language, and what somebody has said that it contains.

    Dishes that usually hold something count for it: ramen for pork.
    """
    read = _NOT_WHAT_IT_SAYS.sub(lambda found: f" {found['of'] or ''} ", menu)
    named = {dish for dish, pattern in _DISHES.items() if pattern.search(read)}
    return frozenset(named | {_CONTAINED[food] for food in contains if food in _CONTAINED})


def may_hold(menu: str, food: Allergen) -> bool:
    """Say whether a menu names a dish that may have a food in it: lobster rolls for who must not eat shrimp."""
    return _CONTAINED.get(food) in dishes_of(menu)


@lru_cache(maxsize=2048)
def is_provided(menu: str, diet: Diet) -> bool:
    """Say whether the words of a menu say that there is something for a diet: halal, グルテンフリー."""
    return any(pattern.search(menu) for pattern in _PROVIDES[diet])


@lru_cache(maxsize=2048)
def leaves_a_choice(menu: str) -> bool:
    """Say whether there is more than what is named, so that nobody is bound to one dish: a buffet, a potluck."""
    return bool(_CHOICE.search(menu))
